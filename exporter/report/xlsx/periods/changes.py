"""The changes on the sheet Periods: of the latest figure of each row, as formulas over its cells.

Compared are the same period of the year before and the period before, or of balances at a day
the one before in the row: never periods of unlike length. Shares change in points; and nothing
grows by so many percent that was a loss, or nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from exporter.facts.spans import Span, one_before, order_of, years_before
from exporter.facts.units import ORDINAL, POINTS, RATIO
from exporter.facts.words import Lang
from exporter.report.period_words import PERIOD_CHANGES, PERIOD_WORDS
from exporter.report.xlsx.columns import text_width
from exporter.report.xlsx.defined_names import base_factor
from exporter.report.xlsx.periods.cells import (
    PeriodCell,
    ground,
    is_exact,
    places_in,
    worded,
)
from exporter.report.xlsx.periods.rows import Figure, PeriodRow
from exporter.report.xlsx.styles import CALCULATED, ledger_style

_SHORT = {12: "year", 6: "half", 3: "quarter", 1: "month"}  # by months
_SIGNS = 2.0  # characters of a sign and what stands around it


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the latest figures of rows are compared with: a column of changes, and one of growth.

    Attributes:
        key: In PERIOD_CHANGES.
        bases: The earlier figure of each row; None where it has none.
    """

    key: str
    bases: tuple[Figure | None, ...]

    def header(self, kind: str, lang: Lang) -> str:
        """The header of its column of `change` or `growth`."""
        return PERIOD_CHANGES[f"{kind} {self.key}"].in_(lang)


def comparisons(rows: Sequence[PeriodRow], span: Span) -> list[Comparison]:
    """What rows of one span are compared with; nothing with which none of them can be.

    Args:
        rows: The rows.
        span: How long their periods last.
    """
    latest = [row.latest for row in rows]
    of_year = tuple(map(_year_before, rows, latest))
    before = tuple(map(_one_before, rows, latest))
    found = [Comparison("year", of_year)] if any(of_year) else []
    if any(base and base is not other for base, other in zip(before, of_year, strict=True)):
        key = "before" if span.is_interval else _SHORT.get(span.months, "before")
        found.append(Comparison(key, before))
    return found


def joined(parts: Sequence[tuple[int, Sequence[Comparison]]]) -> list[Comparison]:
    """What the rows of several spans, one below another, are compared with.

    Args:
        parts: Of each span, how many rows it has and what they are compared with.
    """
    keys = dict.fromkeys(one.key for _, some in parts for one in some)
    of_part = [(count, {one.key: one.bases for one in some}) for count, some in parts]
    return [
        Comparison(
            key,
            tuple(base for count, some in of_part for base in some.get(key, (None,) * count)),
        )
        for key in keys
    ]


def _year_before(row: PeriodRow, latest: Figure) -> Figure | None:
    found = (row.figures.get(period) for period in years_before(latest.period))
    return next(filter(None, found), None)


def _one_before(row: PeriodRow, latest: Figure) -> Figure | None:
    if row.span.months:
        return row.figures.get(one_before(latest.period))
    earlier = sorted(row.figures, key=order_of)[:-1]
    return row.figures[earlier[-1]] if earlier else None


def changes_of(
    row: PeriodRow, base: Figure | None, cell_of: Callable[[str], str], lang: Lang
) -> tuple[PeriodCell, PeriodCell]:
    """The change of the latest figure of a row, and by how much of the earlier one it grew.

    Args:
        row: The row.
        base: The earlier figure.
        cell_of: Gives the name of the cell of a period, such as `F7`.
        lang: The language.
    """
    now = row.latest
    if word := _incomparable(row, now, base):
        return worded(word, lang), worded(word, lang)
    assert base is not None  # noqa: S101 - else there is a word
    cells = cell_of(now.period), cell_of(base.period)
    change = _change(row, (now, base), cells, lang)
    if row.unit.dimension in {RATIO, POINTS}:
        return change, worded("in points", lang)
    return change, _growth((now, base), cells, lang)


def _incomparable(row: PeriodRow, now: Figure, base: Figure | None) -> str:
    """Why two figures do not compare; "" where they do."""
    if base is None:
        return "no base"
    if row.unit.dimension == ORDINAL:
        return "a rank"
    if now.high is not None or base.high is not None:
        return "a range"
    return "" if is_exact(now) and is_exact(base) else "not exact"


def _change(
    row: PeriodRow, ends: tuple[Figure, Figure], cells: tuple[str, str], lang: Lang
) -> PeriodCell:
    """The difference, in the unit of the row; of percentages in percentage points."""
    (now, base), unit = ends, row.unit
    is_share = unit.dimension == RATIO and unit.stored != 1
    factor = unit.scale if is_share else base_factor(unit, lang)
    amount = (now.value - base.value) / factor
    places = max(places_in(row, figure, lang) for figure in ends)
    signs = ""
    if is_share:
        signs = PERIOD_WORDS["points"].in_(lang)
    elif unit.dimension == POINTS:
        signs = unit.after.in_(lang)
    formula = f"({cells[0]}-{cells[1]})*100" if is_share else f"{cells[0]}-{cells[1]}"
    return _signed(amount, places, signs, formula, ends)


def _growth(ends: tuple[Figure, Figure], cells: tuple[str, str], lang: Lang) -> PeriodCell:
    """By how much of the earlier figure; the formula says in words where that means nothing."""
    now, base = ends
    lost, from_zero = (PERIOD_WORDS[key].in_(lang) for key in ("below zero", "from zero"))
    formula = f'IF({cells[1]}=0,"{from_zero}","{lost}")'
    formula = f"IF(AND({cells[1]}>0,{cells[0]}>=0),{cells[0]}/{cells[1]}-1,{formula})"
    if base.value > 0 and now.value >= 0:
        return _signed(now.value / base.value - 1, 1, "%", formula, ends)
    cell = worded("from zero" if base.value == 0 else "below zero", lang)
    return PeriodCell(cell.style, cell.text, formula=f"={formula}")


def _signed(
    amount: Fraction, places: int, after: str, formula: str, ends: tuple[Figure, Figure]
) -> PeriodCell:
    """A number with its sign, in a format that shows it."""
    digits = f"#,##0{'.' + '0' * places if places else ''}"
    digits += "%" if after == "%" else f'"{after}"' if after else ""
    style = ledger_style(f"+{digits};-{digits};{digits}")
    shown = f"{float(amount) * (100 if after == '%' else 1):,.{places}f}{after}"
    return PeriodCell(
        f"{CALCULATED}{ground(*ends)}{style}",
        number=float(amount),
        formula=f"={formula}",
        width=text_width(shown) + _SIGNS,
    )
