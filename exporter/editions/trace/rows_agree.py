"""Numbers of one row stand in one magnitude: the one that does not is no number found.

Where heads say no unit, a number may be found in any magnitude. So it is held against the others of
its row, and against its column where its row has no other.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from exporter.editions.trace.model import Finding, Hint, Note, Verdict
from exporter.editions.trace.words import LINES, alike, shown_figure, shown_value

_Key = tuple[int, int, str, tuple[str, ...]]  # sheet, row or column, dimension, titles of the table


def in_one_magnitude(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, of which a number in another magnitude than its neighbours is found no more."""
    by_row = _factors(findings, is_row=True)
    by_column = _factors(findings, is_row=False)
    return [_judged(finding, by_row, by_column) for finding in findings]


def _factors(findings: Sequence[Finding], *, is_row: bool) -> dict[_Key, Counter[Fraction]]:
    counts: dict[_Key, Counter[Fraction]] = defaultdict(Counter)
    for finding in findings:
        if finding.verdict is Verdict.FOUND and finding.factor is not None:
            counts[_key(finding, is_row=is_row)][_shown_factor(finding)] += 1
    return counts


def _key(finding: Finding, *, is_row: bool) -> _Key:
    number = finding.number
    line = number.row if is_row else number.column
    return number.place, line, finding.candidates[0].unit.dimension, number.heads.titles


def _shown_factor(finding: Finding) -> Fraction:
    """The magnitude that a reader of the sheet sees."""
    factor = finding.factor or Fraction(1)
    return factor / Fraction(10) ** finding.number.power


def _judged(
    finding: Finding,
    by_row: dict[_Key, Counter[Fraction]],
    by_column: dict[_Key, Counter[Fraction]],
) -> Finding:
    if finding.verdict is not Verdict.FOUND or finding.factor is None:
        return finding
    own = _shown_factor(finding)
    row, column = by_row[_key(finding, is_row=True)], by_column[_key(finding, is_row=False)]
    for said, where in ((row, "row"), (column, "column")):
        if said.total() < 3 and where == "row":
            continue
        usual, count = said.most_common(1)[0]
        if usual == own or count <= said[own] or count < 2:
            return finding
        known = finding.candidates[0]
        right = f"{float(known.values[0] / usual / Fraction(10) ** finding.number.power):,.15g}"
        would = Note("would be", (shown_figure(known), shown_value(known), alike(right)))
        others = Note("others of row", (LINES[where],))
        return replace(
            finding, verdict=Verdict.NOT_FOUND, hint=Hint.SHIFT, notes=(would, others), factor=None
        )
    return finding
