"""Paragraphs: rows of a flow put together where a sentence goes on, over columns and pages, too.

A line that ends although the first word of the next one had room is the end of a paragraph. So is
one before a wider gap, another size of type, an item's label or an indented line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import inf

from exporter.evidence.documents.model import LOST
from exporter.evidence.documents.pdf.rows import Row

_FARTHEST = 1.22  # of the usual distance of lines; what is farther off is another paragraph
_CLOSEST = 0.75  # of a line's height: rows that are nearer do not stand below one another
_WIDE = 1.7  # of a line's height, where no usual distance is known
_WIDEST = 2.1  # of a line's height: long lines may be set so wide, as in releases for the press
_SIZE = 0.12  # by which part of their type's size rows of one paragraph may differ
_LINE = 20  # characters of a line of a column, at least; a Chinese one counts as two
_LONG = 60  # characters of a line that is of no list
_STANDING_OUT = 12  # lines of a flow of which one may be longer than the others
_INDENT = 0.7  # of a line's height
_FULL = 0.3  # of a line's height that may be lacking at the end of a full line
_ENDS = tuple(".!?:;。！？：；…")
_NOTE_MARKS = tuple("¹²³⁴⁵⁶⁷⁸⁹*†‡")
_CLOSING_CJK = "，。、；：！？）】〕》」』”’%％"
_CLOSING = "\"'”’)）】」』»⁰¹²³⁴⁵⁶⁷⁸⁹"
_GOES_ON = re.compile(
    r"(?:[,，、&/(（-]|\b(?:and|or|of|the|to|in|for|by|with|from|a|an|on|at|as))$"
)


@dataclass(slots=True)
class Paragraph:
    """Rows that are one paragraph, and the page (from 1) of each."""

    rows: list[Row]
    pages: list[int]
    is_table: bool = False
    room: float = inf  # behind its last line

    @property
    def last(self) -> Row:
        """Its last row."""
        return self.rows[-1]


@dataclass(slots=True)
class _Flow:
    """What is usual in a flow: how far its lines are apart, where they begin and end."""

    rows: Sequence[Row]
    edge: float = 0.0
    start: float = 0.0
    blocks: list[float] = field(default_factory=list)
    farthest: dict[int, float] = field(default_factory=dict)  # as far as anybody asked

    def __post_init__(self) -> None:
        lines = [row for row in self.rows if not row.is_table]
        starts = sorted(row.indent for row in lines)
        self.start = max(starts, key=lambda start: _near(start, starts), default=0.0)
        ends = sorted((row.right for row in lines), reverse=True)
        # A line or two may stand out: a number of a page, a formula.
        place = len(ends) // _STANDING_OUT + (len(ends) >= 4)
        self.edge = ends[place] if len(ends) > 1 else inf  # nobody knows of one line
        self.blocks = _edges_of_blocks(self)


def _near(value: float, values: Sequence[float]) -> int:
    return sum(abs(value - other) < 1 for other in values)


def paragraphs_of(pages: Sequence[Sequence[Sequence[Row]]]) -> list[Paragraph]:
    """The paragraphs of pages, whose flows are in reading order."""
    found: list[Paragraph] = []
    for number, flows in enumerate(pages, 1):
        for flow in flows:
            begun = list(_paragraphs(flow, number))
            if begun and (open_ := _open_paragraph(found, begun[0])):
                open_.rows += begun[0].rows
                open_.pages += begun[0].pages
                open_.room = begun[0].room
                del begun[0]
            found += begun
    return found


def _open_paragraph(found: Sequence[Paragraph], begun: Paragraph) -> Paragraph | None:
    """The paragraph of an earlier flow that goes on in a new one; None for none.

    Below it may stand footnotes, behind their marks or in smaller type.
    """
    first = begun.rows[0]
    if begun.is_table or first.is_item:
        return None
    for paragraph in reversed(found[-6:]):
        if paragraph.is_table:
            return None
        if paragraph.rows[0].text.startswith(_NOTE_MARKS) and _is_ended(paragraph.last):
            continue
        if _is_of_size(paragraph.last, first):
            return paragraph if _runs_over(paragraph, first) else None
        if paragraph.last.size > first.size:
            return None
    return None


def _runs_over(paragraph: Paragraph, first: Row) -> bool:
    if _is_ended(paragraph.last):
        return False
    text = paragraph.last.text.rstrip(_CLOSING)
    begin = first.text.lstrip(_CLOSING + "“‘「『(（" + LOST)[:1]
    if begin.islower() or _GOES_ON.search(text):
        return True
    # A short line is a cell of a table, or a heading, rather than a line of a column.
    is_line = _width(first.text) >= _LINE or first.text.rstrip(_CLOSING).endswith(_ENDS)
    return is_line and _width(text) >= _LINE and _is_full(paragraph, first)


def _is_ended(row: Row) -> bool:
    return row.text.rstrip(_CLOSING).endswith(_ENDS)


# Each line is asked for by all that are near it.
@lru_cache(maxsize=1_000)
def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + sum(map(_is_cjk, text))


def _paragraphs(flow: Sequence[Row], page: int) -> Iterator[Paragraph]:
    usual = _Flow(flow)
    paragraph: Paragraph | None = None
    for index, row in enumerate(flow):
        if paragraph and _is_rest_of_head(paragraph, row, usual, index):
            paragraph.rows[-1] = _with_rest_of_head(paragraph.last, row)
            continue
        if paragraph and _goes_on(paragraph, row, usual, index):
            paragraph.rows.append(row)
            paragraph.pages.append(page)
            paragraph.is_table = row.is_table
        else:
            if paragraph:
                yield paragraph
            paragraph = Paragraph([row], [page], row.is_table)
        paragraph.room = _edge(row, usual, index) - row.right
    if paragraph:
        yield paragraph


def _edge(row: Row, usual: _Flow, index: int) -> float:
    """Where a line that is full ends."""
    is_usual = abs(row.indent - usual.start) < 1 or usual.blocks[index] == row.right
    return usual.edge if is_usual else usual.blocks[index]


def _goes_on(paragraph: Paragraph, row: Row, usual: _Flow, index: int) -> bool:
    """Whether a row goes on with a paragraph above it in the same flow."""
    last = paragraph.last
    if row.is_item or paragraph.is_table or not _is_near(last, row, usual, index):
        return False
    if row.is_table:
        return _is_row_head(last, row)
    if not _is_ended(last) and _begins_small(row.text):
        return True
    is_first = len(paragraph.rows) == 1
    if row.left > last.indent + _INDENT * last.height:
        return False
    if row.left < last.left - _INDENT * last.height and not is_first:
        return False
    return _is_full(paragraph, row)


def _is_full(paragraph: Paragraph, row: Row) -> bool:
    """Whether the first word of a row had no room behind a paragraph's last line."""
    return paragraph.room < _first_word(row) + _FULL * row.height


def _is_near(last: Row, row: Row, usual: _Flow, index: int) -> bool:
    """Whether two rows are no farther apart than lines of one paragraph, and of one size."""
    if not _is_of_size(last, row):
        return False
    if index not in usual.farthest:
        usual.farthest[index] = _farthest(usual.rows, index)
    return last.baseline - row.baseline <= usual.farthest[index]


def _farthest(rows: Sequence[Row], index: int) -> float:
    """How far apart the lines of a paragraph may be around a row."""
    row, around = rows[index], rows[max(index - 12, 0) : index + 12]
    height = row.height
    found = (
        (first.baseline - second.baseline, min(_width(first.text), _width(second.text)))
        for first, second in pairwise(around)
        if not first.is_table
        and not second.is_table
        and _is_of_size(first, row)
        and _is_of_size(first, second)
    )
    distances = sorted(
        distance
        for distance, width in found
        if _CLOSEST * height < distance < (_WIDEST if width >= _LONG else _WIDE) * height
    )
    if len(distances) < 2:
        return _WIDE * height
    return distances[len(distances) // 4] * _FARTHEST


def _is_of_size(first: Row, second: Row) -> bool:
    return abs(first.size - second.size) <= _SIZE * max(first.size, second.size)


def _is_row_head(last: Row, row: Row) -> bool:
    """Whether a row of a table goes on with the head of a line above it, which was too long."""
    head = row.text.partition("\t")[0]
    starts_right = row.left - last.left < 2 * last.height and row.left > last.left - 1
    is_open = _begins_small(head) or _GOES_ON.search(last.text) is not None
    return starts_right and is_open and not last.text.endswith(_ENDS)


def _is_rest_of_head(paragraph: Paragraph, row: Row, usual: _Flow, index: int) -> bool:
    """Whether a row is the second line of the head of the table's row above it."""
    last = paragraph.last
    if not last.is_table or row.is_table or row.is_item:
        return False
    tab = last.text.index("\t")
    is_below = abs(row.left - last.left) < 2 * last.height and row.right < last.lefts[tab + 1]
    is_open = _begins_small(row.text) or _GOES_ON.search(last.text[:tab]) is not None
    return is_below and is_open and _is_near(last, row, usual, index)


def _with_rest_of_head(last: Row, row: Row) -> Row:
    tab = last.text.index("\t")
    lefts = last.lefts[:tab]
    lefts.append(last.lefts[tab])
    lefts.extend(row.lefts)
    lefts.extend(last.lefts[tab:])
    return last._replace(
        text=f"{last.text[:tab]} {row.text}{last.text[tab:]}",
        lefts=lefts,
        bottom=row.bottom,
        baseline=row.baseline,
    )


def _first_word(row: Row) -> float:
    """How wide the first word of a row is, with the space before it."""
    text = row.text
    if _is_cjk(text[:1]):  # a character, with the marks that may not begin a line
        places = range(1, len(text))
        end = next((place for place in places if text[place] not in _CLOSING_CJK), len(text))
    else:
        ends = (place for place, character in enumerate(text) if character.isspace())
        end = next(ends, len(text))
    right = row.lefts[end] if end < len(text) else row.right
    return right - row.left + (0 if _is_cjk(text[:1]) else 0.2 * row.height)


def _edges_of_blocks(usual: _Flow) -> list[float]:
    """For each row, the right edge of the block of near lines that it is in."""
    rows = usual.rows
    edges: list[float] = []
    block: list[int] = []
    for index, row in enumerate(rows):
        if block and (row.is_table or not _is_near(rows[index - 1], row, usual, index)):
            edges += [max(rows[place].right for place in block)] * len(block)
            block = []
        block.append(index)
    return edges + [max(rows[place].right for place in block)] * len(block) if block else edges


def _is_cjk(text: str) -> bool:
    return "\u2e80" <= text <= "\uffef"


def _begins_small(text: str) -> bool:
    """Whether a text begins with a small letter; one that was lost was a ligature of such."""
    return text.lstrip(LOST)[:1].islower()
