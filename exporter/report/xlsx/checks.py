"""The Checks sheet: live formulas that must all be true, and the words of the drop-down lists."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import pyarrow as pa

from exporter.facts.words import QUALIFIER_LABELS, STATUS_LABELS, Lang
from exporter.report.labels import CHECK_COLUMNS, CHECKS, CHECKS_MADE, WORDS, columns_in
from exporter.report.links import sheet_reference
from exporter.report.theme import PALETTE
from exporter.report.xlsx.columns import text_column
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.fact_totals import Totals
from exporter.report.xlsx.model import Column, Sheet, Table, make_cells
from exporter.report.xlsx.styles import HEADER_OF_FIGURES

VOCABULARY_COLUMN = 6  # the first one's index: beside the checks, one column between
_FIRST_ROW = 5  # the first row below the header, as Excel counts
# Formulas are worked out anew after every edit. COUNTIF compares each id with all: 10,000 take
# seconds. The lengths of all texts of a sheet take one for about 100,000 rows.
_MOST_COMPARED, _MOST_MEASURED = 5_000, 100_000


@dataclass(frozen=True, slots=True)
class Check:
    """One line: what is checked, what the facts say, and a formula of what the sheet says."""

    sheet: str
    check: str
    expected: float
    formula: str
    actual: float

    @property
    def agrees(self) -> bool:
        """What the formula in the last column gives."""
        return abs(self.actual - self.expected) <= 1e-9 * max(1.0, abs(self.expected))


def lay_out_checks(entities: Sequence[EntitySheet], words: Table, lang: Lang) -> Sheet:
    """Lay the checks of a workbook's entity sheets out.

    Args:
        entities: Its entity sheets, in order.
        words: The words of the drop-down lists, to stand beside the checks.
        lang: The language.
    """
    checks = [check for entity in entities for check in _checks_of(entity, lang)]
    checks.append(_total(entities, lang))
    last = _FIRST_ROW + len(checks) - 1
    name, area = CHECKS.in_(lang), f"E{_FIRST_ROW}:E{last}"
    agree = WORDS["all agree"].in_(lang).format(count=len(checks))
    differ = WORDS["some differ"].in_(lang)
    return Sheet(
        name,
        name,
        agree if all(check.agrees for check in checks) else differ,
        (Table("Checks", _columns(checks, lang), len(checks)), words),
        tab_colour=PALETTE.positive,
        note_style="verdict",
        note_formula=f'=IF(AND({area}),"{agree}","{differ}")',
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
    rows = range(_FIRST_ROW, _FIRST_ROW + len(checks))
    expected = make_cells(styles=style, numbers=pa.array([check.expected for check in checks]))
    actual = make_cells(
        styles=style,
        numbers=pa.array([check.actual for check in checks]),
        formulas=pa.array([check.formula for check in checks]),
    )
    result = make_cells(
        truths=pa.array([check.agrees for check in checks]),
        formulas=pa.array([f"=ABS(D{row}-C{row})<=1E-9*MAX(1,ABS(C{row}))" for row in rows]),
    )
    return (
        text_column(headers["sheet"], [check.sheet for check in checks], "label", 16, 34),
        text_column(headers["check"], [check.check for check in checks], "text", 24, 44),
        Column(headers["expected"], 20, "", expected, header_style=HEADER_OF_FIGURES),
        Column(headers["actual"], 20, "", actual, header_style=HEADER_OF_FIGURES),
        Column(headers["result"], 11, "truth", result, alert="alert"),
    )


def _checks_of(entity: EntitySheet, lang: Lang) -> list[Check]:
    """The checks of one sheet: an edit of a figure fails one, and so do most edits of texts."""
    totals, column = entity.totals, {key: entity.reference(key) for key in entity.columns}
    figures = ",".join(column[key] for key in ("value", "high") if key in column)
    fact, rows = column["fact"], float(totals.rows)
    made = {
        "facts": (rows, f"=COUNTA({fact})", rows),
        "repeated": (0.0, f"=SUMPRODUCT(--(COUNTIF({fact},{fact})>1))", 0.0),
        **_of_figures(totals, column),
        "quotes": (float(totals.verified), f"=COUNTA({column['quote']})", rows),
        "sum": (totals.total, f"=SUM({figures})", totals.total),
    }
    if totals.rows > _MOST_COMPARED:
        del made["repeated"]
    if totals.characters is not None and totals.rows <= _MOST_MEASURED:
        # ISTEXT leaves out the numbers of the columns that hold both.
        lengths = [f"SUMPRODUCT(ISTEXT({cells})*LEN({cells}))" for cells in column.values()]
        characters = float(totals.characters)
        made["text"] = (characters, f"={'+'.join(lengths)}", characters)
    return [
        Check(entity.sheet.name, CHECKS_MADE[key].in_(lang), expected, formula, actual)
        for key, (expected, formula, actual) in made.items()
    ]


def _of_figures(totals: Totals, column: Mapping[str, str]) -> dict[str, tuple[float, str, float]]:
    """That every figure is confirmed but those which an analyst answers for, and how many."""
    confirmed, value = float(totals.confirmed), column["value"]
    actual = float(totals.figures - totals.accepted_figures)
    if "accepted" not in column:
        return {"confirmed": (confirmed, f"=COUNT({value})", actual)}
    accepted, count = column["accepted"], float(totals.accepted)
    but = f'SUMPRODUCT(ISNUMBER({value})*({accepted}<>""))'
    return {
        "confirmed": (confirmed, f"=COUNT({value})-{but}", actual),
        "accepted": (count, f"=COUNTA({accepted})", count),
    }


def _style(check: Check) -> str:
    """Whole numbers without decimals: Excel would show a bare point after them."""
    return "count" if check.expected == int(check.expected) else "number"


def _total(entities: Sequence[EntitySheet], lang: Lang) -> Check:
    count = float(sum(entity.totals.rows for entity in entities))
    ranges = ",".join(entity.reference("fact") for entity in entities)
    everything = WORDS["all sheets"].in_(lang)
    return Check(everything, CHECKS_MADE["total"].in_(lang), count, f"=COUNTA({ranges})", count)
