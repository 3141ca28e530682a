"""The cells of the sheet Periods: figures looked up by their ids, and words where there is none.

A figure that its sheet shows in another magnitude is converted by its formula. What is looked up
keeps the colour that tells where it comes from: blue for what was stated, black for what is
calculated.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from exporter.evidence.claims import FigureState
from exporter.facts.units import MULTIPLE, NOTHING, ORDINAL, POINTS, RATIO, Unit
from exporter.facts.words import STATUS_LABELS, Lang, Qualifier, Status
from exporter.report.formats import MOST_DECIMALS, NumberLook, number_format, show_number
from exporter.report.period_words import PERIOD_WORDS
from exporter.report.xlsx.columns import text_width
from exporter.report.xlsx.defined_names import base_factor, multiplied
from exporter.report.xlsx.periods.rows import Figure, PeriodRow
from exporter.report.xlsx.styles import ACCEPTED, CALCULATED, DOUBT, MISSING, ledger_style

_WITH_SIGNS = frozenset({RATIO, POINTS, MULTIPLE, ORDINAL})  # others have theirs beside the figures
_ACCEPTED = (FigureState.ACCEPTED,)
_PROVED = (FigureState.CONFIRMED, FigureState.CALCULATED, FigureState.TEXT, *_ACCEPTED)


@dataclass(frozen=True, slots=True)
class PeriodCell:
    """A cell: a number or a text, maybe the result of a formula.

    Attributes:
        width: Of the number as shown, in Excel's characters; texts wrap.
    """

    style: str
    text: str | None = None
    number: float | None = None
    formula: str | None = None
    link: str | None = None
    width: float = 0.0


def worded(key: str, lang: Lang) -> PeriodCell:
    """A cell that says why there is no figure."""
    return PeriodCell(MISSING, PERIOD_WORDS[key].in_(lang))


def cell_of(
    row: PeriodRow, period: str, link_of: Callable[[str], str | None], lang: Lang
) -> PeriodCell:
    """The cell of a row under a period.

    Args:
        row: The row.
        period: The period.
        link_of: Gives what the cell of a fact opens.
        lang: The language.
    """
    if figure := row.figures.get(period):
        return _of_figure(row, figure, link_of(figure.id), lang)
    if not (other := row.unfigured.get(period)):
        return worded("no figure", lang)
    if not other.id:
        return PeriodCell(MISSING, STATUS_LABELS[Status.WITHDRAWN].in_(lang))
    return replace(worded("in words", lang), link=link_of(other.id))


def _of_figure(row: PeriodRow, figure: Figure, link: str | None, lang: Lang) -> PeriodCell:
    unit = row.unit
    factor = base_factor(figure.unit, lang) / base_factor(unit, lang)
    look = look_of(row, figure, lang)
    value = figure.value / unit.scale
    style = ledger_style(number_format(look, negative=value < 0))
    is_calculated = figure.is_calculated or factor != 1
    return PeriodCell(
        f"{CALCULATED if is_calculated else ''}{ground(figure)}{style}",
        number=float(figure.value / base_factor(unit, lang)),
        formula=f"={multiplied(_looked_up(row, figure), factor)}",
        link=link,
        width=text_width(show_number(value, look)),
    )


def _looked_up(row: PeriodRow, figure: Figure) -> str:
    """By the fact's id, so that sorting its sheet changes nothing here."""
    # Gnumeric takes INDEX of a single cell for a faulty reference: one row has the blank one below.
    beyond = 1 if row.entity.totals.rows == 1 else 0
    at = f'MATCH("{figure.id}",{row.entity.reference("fact", beyond)},0)'
    return f"INDEX({row.entity.reference('value', beyond)},{at})"


def look_of(row: PeriodRow, figure: Figure, lang: Lang) -> NumberLook:
    """How a figure shows in its row: bare where the row says the unit, with all its decimals."""
    unit = row.unit
    high = None if figure.high is None else figure.high / unit.scale
    return NumberLook(bare(unit), places_in(row, figure, lang), figure.qualifier, lang, high)


def places_in(row: PeriodRow, figure: Figure, lang: Lang) -> int:
    """The decimals that a figure shows in the unit of its row: as many as in its own, and more."""
    factor = base_factor(row.unit, lang) / base_factor(figure.unit, lang)
    moved = 0
    while factor >= 10:
        factor, moved = factor / 10, moved + 1
    while factor <= Fraction(1, 10):
        factor, moved = factor * 10, moved - 1
    return min(max(figure.places + moved, 0), MOST_DECIMALS)


def bare(unit: Unit) -> Unit:
    """A unit without its signs, unless the figures mean nothing without them."""
    if unit.dimension in _WITH_SIGNS:
        return unit
    return replace(unit, before=NOTHING, after=NOTHING)


def ground(*figures: Figure) -> str:
    """The mark of a style that shows figures of which not all are proved."""
    states = {figure.state for figure in figures}
    if not states.issubset(_PROVED):
        return DOUBT
    return ACCEPTED if states.intersection(_ACCEPTED) else ""


def is_exact(figure: Figure) -> bool:
    """Whether another figure may be compared with it."""
    return figure.high is None and figure.qualifier is Qualifier.EXACT
