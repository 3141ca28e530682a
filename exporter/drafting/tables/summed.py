"""What the rows of a table measure that add up to a total, whose head alone says it.

Pumps 92.4, Valves 98.7, Retail stores 27.5, Group revenue 218.6: each is a revenue. The sum must
hold, so that no row of another kind is named by a total below it.
"""

from collections.abc import Sequence
from fractions import Fraction

from exporter.drafting.tables.counted import counts
from exporter.drafting.tables.lines import Line
from exporter.drafting.tables.measures import names_measure, names_rate, split_measure
from exporter.drafting.tables.row_cells import Cell
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.rows import Row
from exporter.engine.regex import regex
from exporter.facts.folding import fold, lower

_FEWEST = 2  # rows that a total adds up
_TOTAL = regex(
    r"(?i:(?:total )?(?:group|company|consolidated) |total )(?P<measure>[A-Za-z].*)"
    r"|(?P<bare>(?i:(?:net )?(?:revenues?|sales)|turnover))"
)
_TOTAL_ZH = regex(
    r"(?P<of>营业|主营业务)?总(?P<of_all>收入|营收)"
    r"|(?P<whole>(?:营业|主营业务)?(?:收入|营收)|销售额|销量|产量)(?:合计|总计)"
)


def measure_below(row: Row, rows: Sequence[Row]) -> str:
    """What a row measures by the total that it is a part of; "" where none is below it.

    Args:
        row: One whose head names no measure.
        rows: Those of its table.
    """
    at = len(row.above)
    end = next((end for end in range(at, len(rows)) if _of_total(rows[end].line)), None)
    if end is None:
        return ""
    start = end
    while start and is_part(rows[start - 1].line.words):
        start -= 1
    parts = [one.line for one in rows[start:end]]
    is_sum = start <= at and len(parts) >= _FEWEST and _add_up(parts, rows[end].line)
    return _of_total(rows[end].line) if is_sum else ""


def is_part(words: str) -> bool:
    """Whether the head of a row names no measure, but things at most that may have one: Stores."""
    return not names_measure(words) or (counts(lower(fold(words))) and not split_measure(words))


def _of_total(line: Line) -> str:
    """What the head of a total says is measured: Revenue of Group revenue; "" for none."""
    words = plain_head(line.words)
    if found := _TOTAL_ZH.fullmatch(words):
        return found["whole"] or f"{found['of'] or ''}{found['of_all']}"
    total = _TOTAL.fullmatch(words)
    measure = split_measure(total["measure"] or total["bare"]) if total else ""
    return "" if names_rate(measure) else measure


def _add_up(parts: Sequence[Line], total: Line) -> bool:
    """Whether the first figures of some lines add up to that of the last, as far as it is told."""
    cells = [_first(line) for line in (*parts, total)]
    if any(cell is None or cell.mark["unit"] == "%" for cell in cells):
        return False
    *values, whole = [Fraction(cell.number.replace(",", "")) for cell in cells if cell]
    step = Fraction(1, 10 ** max(len(cell.number.partition(".")[2]) for cell in cells if cell))
    return whole > 0 and abs(sum(values) - whole) <= step * len(values) / 2


def _first(line: Line) -> Cell | None:
    return line.cells[0] if line.cells and line.cells[0].number else None
