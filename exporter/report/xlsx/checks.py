"""The Checks sheet: live formulas that must all be true, and the words of the drop-down lists."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from exporter.facts.words import Lang
from exporter.report.labels import (
    CHECK_COLUMNS,
    CHECKS,
    CHECKS_MADE,
    FACT_COLUMNS,
    WORDS,
    columns_in,
)
from exporter.report.theme import PALETTE
from exporter.report.xlsx.columns import text_column
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.model import Sheet
from exporter.report.xlsx.styles import HEADER_OF_FIGURES
from exporter.report.xlsx.tables import Column, Table

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
    found: float

    @property
    def agrees(self) -> bool:
        """What the formula in the last column gives."""
        return abs(self.found - self.expected) <= 1e-9 * max(1.0, abs(self.expected))


def lay_out_checks(entities: Sequence[EntitySheet], words: Table, lang: Lang) -> Sheet:
    """Lay the checks of a workbook's entity sheets out.

    Args:
        entities: Its entity sheets, in order.
        words: The words of the drop-down lists, to stand beside the checks.
        lang: The language.
    """
    checks = [check for one in entities for check in _checks_of(one, lang)]
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


def _columns(checks: Sequence[Check], lang: Lang) -> tuple[Column, ...]:
    headers = columns_in(CHECK_COLUMNS, lang)
    style = pa.array([_style(check) for check in checks])
    rows = range(_FIRST_ROW, _FIRST_ROW + len(checks))
    expected = Column(
        headers["expected"],
        20,
        style,
        numbers=pa.array([check.expected for check in checks]),
        header_style=HEADER_OF_FIGURES,
    )
    found = Column(
        headers["found"],
        20,
        style,
        numbers=pa.array([check.found for check in checks]),
        formulas=pa.array([check.formula for check in checks]),
        header_style=HEADER_OF_FIGURES,
    )
    result = Column(
        headers["result"],
        11,
        "truth",
        truths=pa.array([check.agrees for check in checks]),
        formulas=pa.array([f"=ABS(D{row}-C{row})<=1E-9*MAX(1,ABS(C{row}))" for row in rows]),
        alert="alert",
    )
    return (
        text_column(headers["sheet"], [check.sheet for check in checks], "label", 16, 34),
        text_column(headers["check"], [check.check for check in checks], "text", 24, 44),
        expected,
        found,
        result,
    )


def _checks_of(one: EntitySheet, lang: Lang) -> list[Check]:
    """The checks of one sheet: an edit of a figure fails one, and so do most edits of texts."""
    totals, names = one.totals, columns_in(FACT_COLUMNS, lang)
    column = {key: f"{one.table.name}[{name}]" for key, name in names.items()}
    fact, rows = column["fact"], float(totals.rows)
    made = {
        "facts": (rows, f"=COUNTA({fact})", rows),
        "repeated": (0.0, f"=SUMPRODUCT(--(COUNTIF({fact},{fact})>1))", 0.0),
        "confirmed": (float(totals.confirmed), f"=COUNT({column['value']})", float(totals.figures)),
        "quotes": (float(totals.verified), f"=COUNTA({column['quote']})", rows),
        "sum": (totals.total, f"=SUM({column['value']})", totals.total),
    }
    if totals.rows > _MOST_COMPARED:
        del made["repeated"]
    if totals.characters is not None and totals.rows <= _MOST_MEASURED:
        # ISTEXT leaves out the numbers of the columns that hold both.
        lengths = [f"SUMPRODUCT(ISTEXT({column[key]})*LEN({column[key]}))" for key in names]
        characters = float(totals.characters)
        made["text"] = (characters, f"={'+'.join(lengths)}", characters)
    return [
        Check(one.sheet.name, CHECKS_MADE[key].in_(lang), expected, formula, found)
        for key, (expected, formula, found) in made.items()
    ]


def _style(check: Check) -> str:
    """Whole numbers without decimals: Excel would show a bare point after them."""
    return "count" if check.expected == int(check.expected) else "number"


def _total(entities: Sequence[EntitySheet], lang: Lang) -> Check:
    count = float(sum(one.totals.rows for one in entities))
    header = FACT_COLUMNS["fact"].in_(lang)
    ranges = ",".join(f"{one.table.name}[{header}]" for one in entities)
    everything = WORDS["all sheets"].in_(lang)
    return Check(everything, CHECKS_MADE["total"].in_(lang), count, f"=COUNTA({ranges})", count)
