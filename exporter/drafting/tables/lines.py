"""Lines of a source's text as its tables have them: their cells, and what each is to a table.

A row stands in the text as a line, its cells joined by tabs; other lines head columns or sections,
say a unit, or are prose.
"""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from exporter.drafting.exactness import ABOUT
from exporter.drafting.tables.heads import is_of_stock
from exporter.drafting.tables.measures import is_change
from exporter.drafting.tables.periods_said import MONTH, says_period
from exporter.drafting.tables.row_cells import (
    EMPTY,
    YEAR,
    Cell,
    cells_in,
    is_label,
    pieces_of,
    told_cell,
    trailing,
)
from exporter.engine.regex import regex
from exporter.evidence.reading.known_heads import spans_of_heads
from exporter.evidence.reading.table_units import table_unit
from exporter.evidence.reading.unit_lines import units_of_line
from exporter.facts.folding import fold, lower

_LONGEST_HEAD = 160  # characters of a line that names something
_LONGEST_HEAD_ZH = 48
_DIGITS = regex("[0-9]+")
_A_MONTH = regex(MONTH)
_SENTENCE_END = regex(r"[.。；;!?！？]\W?$")
# An item of a list that states a figure: - Revenue up 8% to £412.6m (2025: £382.0m).
_IS_ITEM = regex(
    r"[-–—•·*▪●○■□◦‣]\s?[^\W\d_].*(?:[$€£¥]\s?[0-9]"
    r"|[0-9]\s?(?:%|[万亿]|(?:million|billion|per cent)(?![a-z]))|[0-9]\.[0-9])"
)
# The same without its mark: Free cash flow of £22.8m; Profit up 9% (H1 2025: £17.5m).
_STATES = regex(
    rf"[^\W\d_].*(?:(?<!\w)of {ABOUT}[$€£¥]\s?[0-9][0-9.,]*\s?"
    r"(?:m|mn|bn|million|billion)(?![a-z])|\([^():]*[0-9]\s?: ?[$€£¥]?[0-9][^()]*\))"
)
_HAN = regex("[\u4e00-\u9fff]")
_WORD = regex(r"[^\W\d_]")


class Line(NamedTuple):
    """A line of the text.

    Attributes:
        number: From 0, as paragraphs are counted.
        words: Its cells that hold words, up to the first that holds a number.
        cells: The cells that hold numbers.
        texts: All its cells.
        unread: Whether one of them may hold a figure that is not read: HK 3.1 cents.
    """

    number: int
    start: int
    text: str
    words: str
    cells: tuple[Cell, ...]
    texts: tuple[str, ...]
    unread: bool = False


class Kind(Enum):
    """What a line is to a table."""

    ROW = auto()
    HEAD = auto()  # of columns, or a caption
    NAME = auto()  # of a section, or of the table
    PROSE = auto()
    BLANK = auto()


def read_lines(text: str) -> list[Line]:
    """The lines of a text, with their cells."""
    lines, start = [], 0
    for index, line in enumerate(text.split("\n")):
        lines.append(_line(index, start, line))
        start += len(line) + 1
    return lines


def _line(index: int, start: int, text: str) -> Line:
    small = lower(fold(text))
    pieces = pieces_of(text)  # folded, a tab is a space
    if len(pieces) > 1:
        words, cells = _between_tabs(text, small, pieces, start)
    else:
        words, cells = _without_tabs(text, small, start)
    pieces = pieces if len(pieces) > 1 else spans_of_heads(small) or pieces
    if not any(cell.number for cell in cells):
        cells = [cell for cell in cells if cell.text]
    texts = tuple(said for begin, end in pieces if (said := text[begin:end].strip()))
    unread = any(
        _MAY_BE_FIGURE.fullmatch(small, begin, end)
        and not any(begin <= cell.start - start < end for cell in cells)
        for begin, end in pieces[1:]
    )
    return Line(index, start, text, words, tuple(cells), texts, unread)


def _between_tabs(
    text: str, small: str, pieces: Sequence[tuple[int, int]], start: int
) -> tuple[str, list[Cell]]:
    """The words of a line that a source cuts into cells, and its cells that hold numbers."""
    words: list[str] = []
    cells: list[Cell] = []
    for at, (begin, end) in enumerate(pieces):
        found = cells_in(small, begin, end, start)
        if at and not found:
            found = told_cell(small, begin, end, start)
        if at and not small[begin:end].strip():
            cells.append(Cell("", start + begin, start + end, EMPTY))
            continue
        heads = at == 0 and len(found) == 1 and is_label(found[0], small, pieces[1:])
        if found and not heads:
            cells += found
        elif not cells and not (at and _DIGITS.search(text, begin, end)):
            words.append(text[begin:end].strip())
    return " ".join(words), cells


def _without_tabs(text: str, small: str, start: int) -> tuple[str, list[Cell]]:
    """The same of a line that lost its tabs: several numbers, or words with such behind them."""
    if len(found := cells_in(small, 0, len(small), start)) > 1:
        return "", found
    if (at := trailing(small)) > 0 and len(found := cells_in(small, at, len(small), start)) > 1:
        return text[:at].strip(), found
    return "", []


# A few letters of money or of a measure around a figure, and no date, label or note.
_MAY_BE_FIGURE = regex(
    rf"\s*(?!.*(?:years?|months?|weeks?|days?|[年月日天]|{MONTH}))"
    r"[(+~-]?(?:[a-z]{0,3}[$€£¥₩₹] ?|[a-z]{2,3} ?)?\(?"
    r"[0-9]{1,3}(?:[0-9]*|(?:,[0-9]{3})+)\.?[0-9]*\)?"
    r" ?[a-z\u4e00-\u9fff/]{1,8}\s*"
)


def kind_of(line: Line) -> Kind:
    """What a line is to a table."""
    text = line.text.strip()
    is_units = bool(units_of_line(lower(fold(text))))  # be it without letters: €'000 %
    if is_units or (not _WORD.search(text) and not line.cells):
        return Kind.HEAD if is_units or YEAR.fullmatch(text) else Kind.BLANK
    small = lower(fold(text))
    numbers = [cell for cell in line.cells if cell.number]
    if line.cells:
        is_years = bool(numbers) and all(YEAR.fullmatch(cell.text) for cell in numbers)
        if is_years and (len(numbers) > 1 or not line.words or says_period(small)):
            return Kind.HEAD
        return Kind.ROW if "\t" in line.text or len(line.cells) > 1 else Kind.NAME
    longest = _LONGEST_HEAD_ZH if _HAN.search(text) else _LONGEST_HEAD
    if "\t" in line.text:
        return Kind.HEAD if len(text) <= 2 * longest else Kind.PROSE
    is_caption = _CAPTION.fullmatch(small) is not None and table_unit(small) is not None
    is_sentence = _SENTENCE_END.search(text) and len(text) > longest // 3 and not is_caption
    is_item = _IS_ITEM.match(text) or _STATES.match(text)
    if (len(text) > longest or is_sentence or is_item) and not is_of_stock(line.text):
        return Kind.PROSE
    if table_unit(small) or _A_MONTH.fullmatch(small):  # December, above 31,
        return Kind.HEAD
    ends = text.endswith((":", "：", ".")) and not small.endswith(" vs.")  # a sentence
    is_begun = not text[0].islower() and not ends
    if len(text) <= longest // 2 and is_begun:
        return Kind.HEAD if says_period(small) or is_change(small) else Kind.NAME
    return Kind.NAME


# All amounts are in millions of dollars unless stated otherwise. 除特别注明外，单位为人民币百万元。
_CAPTION = regex(
    r"(?:all )?(?:amounts?|figures?|numbers?|sums?)(?: (?:are|is))?"
    r"(?: (?:stated|expressed|presented|reported|shown))? in [^.,;]{3,40}?"
    r",?(?: (?:unless|except)[a-z ,]{0,40})?\.?"
    r"|(?:除[^,，。]{2,12}外[,，])?(?:本[表文]|以下|表中|上述)?(?:金额|货币)?单位(?:均)?[为是]"
    r"[^,，。0-9]{1,12}。?"
)
