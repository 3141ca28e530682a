"""The Checks sheet: live formulas that must all be true, and the words of the drop-down lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.words import QUALIFIER_LABELS, STATUS_LABELS, Lang
from exporter.report.labels import CHECK_COLUMNS, CHECKS, CHECKS_MADE, WORDS, columns_in
from exporter.report.links import cell_range, sheet_reference
from exporter.report.theme import PALETTE
from exporter.report.xlsx.checksums import (
    MOST_EXACT,
    Checksum,
    cell_sums,
    checksums,
    lengths_of,
)
from exporter.report.xlsx.columns import text_column
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.fact_totals import ENDS, Totals
from exporter.report.xlsx.model import Column, Sheet, Table, make_cells
from exporter.report.xlsx.styles import CALCULATED, HEADER_OF_FIGURES
from exporter.report.xlsx.unit_sums import of_units

VOCABULARY_COLUMN = 6  # the first one's index: beside the checks, one column between
_DECIMALS = 10  # that a cell of the style `number` shows, at most
_ROOM = 3  # characters around a number
_FIRST_ROW = 5  # the first row below the header, as Excel counts
_BELOW = 1_000  # rows below a table in which a fact is looked for, too


@dataclass(frozen=True, slots=True)
class Check:
    """One line: what is checked, what the facts say, and a formula of what the sheet says.

    Attributes:
        is_whole: Whether the formula adds whole numbers, which have no rounding to forgive.
        forgiven: How much of a sum, or of one, programs may differ by, where it is not whole.
    """

    sheet: str
    check: str
    expected: float
    formula: str
    is_whole: bool = True
    forgiven: str = "1E-9"

    def comparison(self, row: int) -> str:
        """The formula of the last column; a cell that holds an error agrees with nothing."""
        equal = f"D{row}=C{row}"
        if not self.is_whole:
            equal = f"ABS(D{row}-C{row})<={self.forgiven}*MAX(1,ABS(C{row}))"
        return f"=IFERROR({equal},FALSE)"


def lay_out_checks(
    entities: Sequence[EntitySheet], others: Sequence[Sheet], words: Table, lang: Lang
) -> Sheet:
    """Lay the checks of a workbook out.

    Args:
        entities: Its entity sheets, in order.
        others: Its other sheets.
        words: The words of the drop-down lists, to stand beside the checks.
        lang: The language.
    """
    name = CHECKS.in_(lang)
    checks = [check for entity in entities for check in _checks_of(entity, lang)]
    for sheet, table in [*((sheet.name, sheet.tables[0]) for sheet in others), (name, words)]:
        checks += _checks_of_table(sheet, table, lang)
    checks.append(_total(checks, lang))
    area = f"E{_FIRST_ROW}:E{_FIRST_ROW + len(checks) - 1}"
    agree = WORDS["all agree"].in_(lang).format(count=len(checks))
    if unproved := sum(map(_unproved, entities)):
        agree = WORDS["agree unproved"].in_(lang).format(agree=agree, count=unproved)
    return Sheet(
        name,
        name,
        agree,
        (Table("Checks", _columns(checks, lang), len(checks)), words),
        tab_colour=PALETTE.positive,
        note_style="verdict",
        note_formula=f'=IF(AND({area}),"{agree}","{WORDS["some differ"].in_(lang)}")',
        alarm=f"=NOT(AND({area}))",
    )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of each list, by the list's defined name."""

    lists: dict[str, list[str]]
    lang: Lang

    def table(self) -> Table:
        """The lists as a table, one column each; shorter ones end in blanks."""
        rows = max(len(words) for words in self.lists.values())
        columns = tuple(
            text_column(
                WORDS[name].in_(self.lang), [*words, *[None] * (rows - len(words))], "muted", 12, 26
            )
            for name, words in self.lists.items()
        )
        return Table("Words", columns, rows, first_column=VOCABULARY_COLUMN)

    def defined_names(self, sheet: str) -> dict[str, str]:
        """The formula that each defined name stands for, where the table is on `sheet`."""
        first = self.table().first_row + 2
        names = {}
        for index, (name, words) in enumerate(self.lists.items()):
            letter = chr(ord("A") + VOCABULARY_COLUMN + index)
            last = first + max(len(words), 1) - 1
            names[name] = f"={sheet_reference(sheet)}!${letter}${first}:${letter}${last}"
        return names


def vocabulary(units: Iterable[Set[str]], lang: Lang) -> Vocabulary:
    """The words of a workbook's lists; `units` are those of each sheet, put in order here."""
    return Vocabulary(
        {
            "units": sorted(frozenset().union(*units)),
            "qualifiers": [label.in_(lang) for label in QUALIFIER_LABELS.values()],
            "statuses": [label.in_(lang) for label in STATUS_LABELS.values()],
        },
        lang,
    )


def _columns(checks: Sequence[Check], lang: Lang) -> tuple[Column, ...]:
    headers = columns_in(CHECK_COLUMNS, lang)
    style = pa.array([_style(check) for check in checks])
    numbers = pa.array([check.expected for check in checks])
    expected = make_cells(styles=style, numbers=numbers)
    formulas = pa.array([check.formula for check in checks])
    actual = make_cells(styles=style, numbers=numbers, formulas=formulas)
    width = max([20.0, *(len(_shown(check)) + _ROOM for check in checks)])
    comparisons = [check.comparison(row) for row, check in enumerate(checks, _FIRST_ROW)]
    result = make_cells(truths=pa.array([True] * len(checks)), formulas=pa.array(comparisons))
    return (
        text_column(headers["sheet"], [check.sheet for check in checks], "label", 16, 34),
        text_column(headers["check"], [check.check for check in checks], "text", 24, 44),
        Column(headers["expected"], width, "", expected, header_style=HEADER_OF_FIGURES),
        Column(headers["actual"], width, "", actual, header_style=HEADER_OF_FIGURES, arrays=True),
        Column(headers["result"], 11, "truth", result, alert="alert"),
    )


def _checks_of(entity: EntitySheet, lang: Lang) -> Iterator[Check]:
    """The checks of one sheet: an edit of a figure, a date or a text fails one."""
    totals, sheet = entity.totals, entity.sheet.name
    cells = {key: entity.reference(key) for key in entity.columns}
    fact, rows = cells["fact"], totals.rows
    yield _check(sheet, "facts", rows, f"=COUNTA({entity.reference('fact', _BELOW)})", lang)
    if rows <= MOST_EXACT:
        yield _check(sheet, "repeated", 0, f"=SUM(--(COUNTIF({fact},{fact})>1))", lang)
    yield from _of_figures(totals, sheet, cells, lang)
    quotes = f"=COUNTA({cells['quote']})"
    state = ("quotes", "quotes unproved")[totals.verified < totals.quotes]
    of = {"good": totals.verified, "rest": totals.quotes - totals.verified}
    yield _check(sheet, state, totals.quotes, quotes, lang, **of)
    ends = [key for key in ENDS if key in cells]
    sums = [*of_units(totals.unit_sums, cells, ends, rows), *lengths_of(cells, totals.sums, rows)]
    for key, column in entity.columns.items():
        formulas = cells.get("formula", "") if key == "value" else ""
        sums += checksums(column.header, cells[key], totals.sums[key], rows, formulas)
    yield from (_of_sum(sheet, checksum, lang) for checksum in sums)


def _of_figures(
    totals: Totals, sheet: str, cells: Mapping[str, str], lang: Lang
) -> Iterator[Check]:
    """How many figures there are, those apart which an analyst answers for."""
    confirmed, figures = totals.confirmed, totals.figures - totals.accepted_figures
    formula, accepted = f"=COUNT({cells['value']})", cells.get("accepted")
    if apart := [f'({column}<>"")' for column in (cells.get("formula"), accepted) if column]:
        told = apart[0] if len(apart) == 1 else f"({'+'.join(apart)}>0)"
        formula += f"-SUM(ISNUMBER({cells['value']})*{told})"
    state = ("confirmed", "unproved")[confirmed < figures]
    of = {"good": confirmed, "rest": figures - confirmed}
    yield _check(sheet, state, figures, formula, lang, **of)
    if totals.calculated:
        state = ("calculated", "calculated unproved")[totals.followed < totals.calculated]
        of = {"good": totals.followed, "rest": totals.calculated - totals.followed}
        yield _check(sheet, state, totals.calculated, f"=COUNTA({cells['formula']})", lang, **of)
    if accepted:
        yield _check(sheet, "accepted", totals.accepted, f"=COUNTA({accepted})", lang)
    if (further := totals.further).facts:
        state = ("borne out", "borne out apart")[further.others > 0]
        of = {"good": further.stating, "rest": further.others}
        yield _check(sheet, state, further.facts, f"=COUNTA({cells['also_in']})", lang, **of)


def _unproved(entity: EntitySheet) -> int:
    """How many figures, dates and quotes of a sheet are not proved, and no analyst answers for."""
    totals = entity.totals
    figures = totals.figures - totals.accepted_figures - totals.confirmed
    figures += totals.calculated - totals.followed
    return figures + totals.quotes - totals.verified


def _checks_of_table(sheet: str, table: Table, lang: Lang) -> Iterator[Check]:
    """The checks of a table of which all cells are in memory."""
    cells, sums = {}, {}
    for index, column in enumerate(table.columns):
        place = table.first_column + index
        cells[column.header] = cell_range(sheet, place, table.first_row + 1, table.last_row)
        sums[column.header] = cell_sums(column, table.rows, _calculated(column))
    made = lengths_of(cells, sums, table.rows)
    for header, some in sums.items():
        made += checksums(header, cells[header], some, table.rows)
    yield from (_of_sum(sheet, checksum, lang) for checksum in made)


def _calculated(column: Column) -> pa.Array | None:
    """Which cells of a column show what is calculated: all of them, where one does."""
    if isinstance(column.styles, str) or column.numbers is None:
        return None
    is_calculated = pc.any(pc.match_substring(column.styles, CALCULATED)).as_py()
    return pc.is_valid(column.numbers) if is_calculated else None


def _check(sheet: str, kind: str, expected: int, formula: str, lang: Lang, **of: int) -> Check:
    return Check(sheet, CHECKS_MADE[kind].in_(lang).format(**of), float(expected), formula)


def _of_sum(sheet: str, checksum: Checksum, lang: Lang) -> Check:
    label = CHECKS_MADE[checksum.kind].in_(lang).format(of=checksum.of)
    expected, formula = checksum.expected, checksum.formula
    return Check(sheet, label, expected, formula, checksum.is_whole, checksum.forgiven)


def _style(check: Check) -> str:
    """Whole numbers without decimals: Excel would show a bare point after them."""
    return "count" if check.expected == int(check.expected) else "number"


def _shown(check: Check) -> str:
    """What is expected as its cell shows it: a number does not wrap."""
    if _style(check) == "count":
        return f"{check.expected:,.0f}"
    whole, _, decimals = f"{check.expected:,.{_DECIMALS}f}".partition(".")
    return f"{whole}.{decimals.rstrip('0'):0<2}"


def _total(checks: Sequence[Check], lang: Lang) -> Check:
    """The facts of all sheets, from the lines above."""
    label = CHECKS_MADE["facts"].in_(lang)
    count = sum(check.expected for check in checks if check.check == label)
    last = _FIRST_ROW + len(checks) - 1
    lines = [f"${letter}${_FIRST_ROW}:${letter}${last}" for letter in "BD"]
    formula = f'=SUMIF({lines[0]},"{label}",{lines[1]})'
    return Check(WORDS["all sheets"].in_(lang), CHECKS_MADE["total"].in_(lang), count, formula)
