"""Tables of plain texts whose columns are set by blanks: their cells are parted by tabs instead.

A line is a row where two blanks or more part its cells and one behind the first is a number; two
rows are a table, with the heads above. Prose may have two blanks anywhere, but no cell of its own
that is a number beside others that are no words of a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from exporter.evidence.documents.aligned_cells import (
    Cell,
    Columns,
    cells_of,
    columns,
    columns_of,
    parted_head,
    parted_row,
    placed,
)
from exporter.evidence.documents.barred import tables_in_bars
from exporter.evidence.documents.joining import Vocabulary, joined

_OF_RULES = frozenset("=_-–—─━═+ ")
_UNIT = re.compile(
    r"\(?(?:[A-Za-z]{0,3}[$€£¥]|RMB|CHF|EUR|USD|GBP|CNY)\s?(?:['’]?000s?|[a-z]{1,8})?\)?"
    r"|\(?(?:%|‰|pp|bps?|[百千万亿]*(?:美|港|欧)?元)\)?"
)
_FEWEST = 2  # rows of a table
_MOST_BETWEEN = 3  # lines between two rows
_MOST_HEADS = 6  # lines
_WIDEST_NAME, _WIDEST_HEAD = 90, 48  # columns
_FIGURES = 1 / 3  # of a row's cells behind the first, at least
_SENTENCE_END = re.compile(r"[.!?;。！？；]['\"’”)）]*$")
_OF_SENTENCES = re.compile(
    r"(?:and|or|of|the|to|in|for|by|with|from|a|an|on|at|as|than|its|over|about|was|were|is|are|we"
    r"|that|which|it|has|had|have|be|been|but|not|our|their)"
)
_WORD_OF_PROSE = re.compile(r"[a-z][a-z’'-]{3,}[,;:]?(?:\s.*)?")


class Part(NamedTuple):
    """Lines of a text that are a table, its cells parted by tabs; or that are none."""

    lines: Sequence[str]
    is_table: bool


def parts_of(lines: Sequence[str]) -> list[Part]:
    """A text's tables that are set by blanks or bars, and what stands around them, in order."""
    parts: list[Part] = []
    after = 0
    for start, end, table in tables_of(lines):
        if start > after:
            parts.append(Part(lines[after:start], is_table=False))
        parts.append(Part(table, is_table=True))
        after = end
    if after < len(lines) or not parts:
        parts.append(Part(lines[after:], is_table=False))
    return parts


def tables_of(lines: Sequence[str], *, ruled: bool = True) -> list[tuple[int, int, list[str]]]:
    """First line, line behind the last, and the lines with tabs, of each table of a text.

    Args:
        lines: Of the text.
        ruled: Whether tables between bars with a rule are wanted, too.
    """
    return sorted([*_set_by_blanks(lines), *tables_in_bars(lines, ruled=ruled)])


def _set_by_blanks(lines: Sequence[str]) -> Iterator[tuple[int, int, list[str]]]:
    after = 0
    for first, last in _runs(lines):
        found = columns_of([line for line in lines[first : last + 1] if _is_row(cells_of(line))])
        top, end = first, last + 1
        while top > after and _is_near_row(lines[top - 1], found):
            top -= 1
        while end < len(lines) and (_is_rule(lines[end]) or _is_near_row(lines[end], found)):
            end += 1
        top, body = _heads_above(lines, after, top, found)
        heads = [line for line in lines[top:body] if line.strip() and not _is_rule(line)]
        rest = [line for line in lines[body:end] if not _is_rule(line)]
        yield top, end, [*_heads(heads, found), *(_row(line, found) for line in rest)]
        after = end


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last row of each run of them that is a table."""
    known = [(at, cells) for at, line in enumerate(lines) if _is_row(cells := cells_of(line))]
    run: list[tuple[int, list[Cell]]] = []
    for at, cells in known:
        if run and not _is_between(lines[run[-1][0] + 1 : at]):
            if _is_table([row for _, row in run]):
                yield run[0][0], run[-1][0]
            run = []
        run.append((at, cells))
    if _is_table([row for _, row in run]):
        yield run[0][0], run[-1][0]


def _is_table(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether rows are set in columns: two that follow one another have numbers in one."""
    if len(rows) < _FEWEST:
        return False
    return any(_is_under(above, below) for above, below in pairwise(rows))


def _is_under(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    if len(above) == len(below):
        return True
    return any(
        one.is_figure and other.is_figure and one.start < other.end and other.start < one.end
        for one in above[1:]
        for other in below[1:]
    )


def _is_between(lines: Sequence[str]) -> bool:
    """Whether lines may stand between two rows of a table: heads of sections, rules, a gap."""
    blank = sum(not line.strip() for line in lines)
    return len(lines) <= _MOST_BETWEEN and blank < 2 and all(map(_is_section, lines))


def _is_section(line: str) -> bool:
    if not line.strip() or _is_rule(line):
        return True
    is_short = columns(line) <= _WIDEST_NAME and not _is_other(line)
    return is_short and len(cells_of(line)) == 1 and not _SENTENCE_END.search(line.rstrip())


def _is_row(cells: Sequence[Cell]) -> bool:
    if len(cells) < 2 or _is_other("".join(cell.text for cell in cells)):
        return False
    _, *others = cells
    figures = [at for at, cell in enumerate(others) if cell.is_figure]
    told = [at for at in figures if not (others[at].is_nothing or others[at].is_period)]
    if not told or len(figures) < _FIGURES * len(others):
        return False
    behind = (cell for cell in others[figures[0] :] if not cell.is_figure)
    is_prose = any(_OF_SENTENCES.fullmatch(cell.text) for cell in cells)
    is_prose = is_prose or any(_WORD_OF_PROSE.fullmatch(cell.text) for cell in behind)
    return not is_prose and columns(cells[0].text) <= _WIDEST_NAME


def _is_other(line: str) -> bool:
    """Whether a line is parted by other marks than blanks."""
    return "\t" in line or "|" in line


def _is_rule(line: str) -> bool:
    marks = line.strip()
    return len(marks) > 1 and _OF_RULES.issuperset(marks)


def _is_near_row(line: str, found: Columns) -> bool:
    """Whether a line has one blank between its cells, which stand in the columns of a table."""
    if _is_other(line) or _SENTENCE_END.search(line.rstrip()):
        return False
    cells = parted_row(line, found)
    return len(cells) == len(found.edges) > 2 and all(cell.is_figure for cell in cells[1:])


def _heads_above(lines: Sequence[str], after: int, first: int, found: Columns) -> tuple[int, int]:
    """The first line of the heads above a table's first row, and the line behind their last.

    A gap, a rule or the head of a section may stand between them and the row.
    """
    top, behind, gaps = first, first, 0
    for at in range(first - 1, max(after - 1, first - 1 - _MOST_HEADS), -1):
        line, is_begun = lines[at], top < first
        if _is_rule(line):
            continue
        if not line.strip():
            gaps += 1
            if gaps > 1 or (is_begun and _over(parted_head(lines[top], found), found)[:1] > [""]):
                break  # above heads of all columns, a gap ends the table
        elif _is_head(line, found):
            top, behind = at, behind if is_begun else at + 1
        elif is_begun or not _is_section(line):
            break
    is_under_rule = top > after and _is_rule(lines[top - 1])
    return top - is_under_rule, behind


def _is_head(line: str, found: Columns) -> bool:
    """Whether a line stands over columns."""
    cells = parted_head(line, found)
    if _is_other(line) or not cells or any(_OF_SENTENCES.fullmatch(cell.text) for cell in cells):
        return False
    if any(_SENTENCE_END.search(cell.text) and " " in cell.text for cell in cells[:-1]):
        return False
    widest = max(columns(cell.text) for cell in cells)
    if len(cells) == 1:
        is_over = cells[0].start >= found.edges[0][0] + 2 and bool(found.under(cells[0]))
        return is_over and widest <= _WIDEST_HEAD
    return widest <= _WIDEST_HEAD


def _heads(lines: Sequence[str], found: Columns) -> list[str]:
    """Lines of heads; those of columns that go on in the line below are one."""
    heads: list[list[str]] = []
    words = Vocabulary(lines)
    is_whole = False
    for line in lines:
        cells = parted_head(line, found)
        over = [] if all(_UNIT.fullmatch(cell.text) for cell in cells) else _over(cells, found)
        if over and is_whole:
            heads[-1] = [joined(*both, words) for both in zip(heads[-1], over, strict=True)]
        else:
            heads.append(over or _spans(cells, found))
        is_whole = bool(over)
    return ["\t".join(cells).rstrip("\t") for cells in heads]


def _over(cells: Sequence[Cell], found: Columns) -> list[str]:
    """The heads of each column; [] where one is over several, or the line says something else."""
    count = len(found.edges)
    if len(cells) == count:
        return [cell.text for cell in cells]
    if len(cells) == count - 1 and found.nearest(cells[0]) > 0:
        return ["", *(cell.text for cell in cells)]
    if len(cells) > count or any(len(found.under(cell)) > 1 for cell in cells):
        return []
    if len(cells) == 1 and found.nearest(cells[0]) < count - 1:
        return []  # it may be meant for those beside it, too
    row = placed(cells, found)
    return row if len(row) == count else []


def _spans(cells: Sequence[Cell], found: Columns) -> list[str]:
    """Heads over several columns, in order; one by itself is a line."""
    texts = [cell.text for cell in cells]
    return ["", *texts] if len(texts) > 1 and found.nearest(cells[0]) > 0 else texts


def _row(line: str, found: Columns) -> str:
    """A row with tabs; a line between rows as it is."""
    cells = parted_row(line, found)
    if len(cells) < 2:
        return line.strip()
    return "\t".join(placed(cells, found))  # an empty last cell keeps its column
