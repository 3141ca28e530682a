"""The cells of a line of a table that hold figures: 1,204, (4.1), about $90 million, 3% to 5%.

What signs and numbers alone make up is read as `check` reads rows; a cell that says its figure in
words is one where it says its unit, too.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.engine.regex import regex
from exporter.evidence.reading.row_words import range_ends, whole_cells
from exporter.evidence.reading.unit_lines import is_unit
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.facts.folding import fold, lower

YEAR = regex(r"(?:fy\s?)?(?:19|20)[0-9]{2}")
_SIGN = regex(r"~?\s?(?:[A-Za-z]{0,3}[$€£¥￥₩₹]|RMB|~)")
_BEHIND = regex(r"[%‰)）]{1,2}")
# Before a percent sign that is a head by itself: FY25, FY24, %.
_A_HEAD = regex(
    r"(?:(?:FY|HY|[HQ][1-4]|[1-4][HQ]|[369]M|12M)\s?)?'?(?:(?:19|20)[0-9]{2}|(?<![0-9.,])[0-9]{2})"
    r"|.*[^\W\d_]\W*",
    re.IGNORECASE,
)
_A_DATE = regex(rf"(?:{MONTHS_EN}) [0-9]{{1,2}},(?: (?:19|20)[0-9]{{2}})?")
_DATES = regex(rf"{_A_DATE.pattern}(?:\s+{_A_DATE.pattern})+")
_MONEY = r"(?:(?:us|hk|nt|[acs])?\s?[$€£¥₩₹]|rmb\s?|chf\s?|eur\s?|usd\s?)"
_VALUE = (
    rf"(?P<opened{{0}}>\()?[+-]?(?P<sign{{0}}>{_MONEY})?(?P<inside{{0}}>(?!))?(?P<within{{0}}>\(-?)?"
    r"(?P<number{0}>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?(within{0})\))\s?"
    r"(?P<unit{0}>%|‰|pp|bps?|x|倍|pct|p|个百分点|(?:trillion|billion|million|thousand|bn|mn?|k|tn)(?![a-z])"
    r"|(?:k?tonnes?|tons?|kt|mt|[kmgt]wh?|barrels?|bpd|teu|sq (?:m|ft)|km|hectares?|litres?|ounces"
    r"|units|vehicles|people|employees|jobs|stores|beds|rooms|homes)(?![a-z])|[千百十]?[万亿]+(?:元|美元|港元|吨|台|辆|件|套|户|人|家|瓦时|千瓦时)?|元(?:/[股吨件台])?|吨|台|辆|件|套|户|人|家)?"
    r"(?P<unit_in{0}>(?!))?\)?"
)
_LEAD = (
    r"(?:(?:about|around|approximately|approx\.?|circa|ca?\.|some|nearly|up to|at least|at most"
    r"|over|more than|less than|below|above|between|from|约|近|逾|超过?|不低于"
    r"|不超过|~|>|<)\s?)?"
)
# 减少2.09个百分点 in a column of changes.
_MOVED = r"(?:(?P<fell>(?:减少|下降|降低|回落|下滑)了?)|(?:增加|上升|提高|提升|增长)了?)?"
_TOLD = regex(
    rf"{_LEAD}{_MOVED}{_VALUE.format('')}"
    rf"(?:\s?(?:to|and|-|–|—|~|至|到)\s?{_VALUE.format('_high')})?"
)


class Cell(NamedTuple):
    """A cell that holds a number, or nothing.

    Attributes:
        text: In small letters, folded; offsets are those of the source's text.
        mark: How it reads: see `table_rows`.
        high: Of a range the same of its high end; None for what is none.
    """

    text: str
    start: int
    end: int
    mark: re.Match[str]
    high: re.Match[str] | None = None

    @property
    def number(self) -> str:
        """Its digits; "" where it says that there is nothing."""
        return self.mark["number"] or ""


(EMPTY,) = whole_cells("-")


def is_marked(cell: Cell) -> bool:
    """Whether a cell says by itself what it is in, or that there is nothing."""
    mark = cell.mark
    return bool(
        mark["sign"] or mark["inside"] or mark["unit"] or mark["unit_in"] or not cell.number
    )


def is_below_zero(cell: Cell) -> bool:
    """Whether a cell says by a word, or by a sign before its brackets, that it is below zero."""
    said = cell.mark.groupdict()
    return bool(said.get("fell") or said.get("within"))


def is_label(cell: Cell, small: str, others: Sequence[tuple[int, int]]) -> bool:
    """Whether a number that begins a row is its head: the year of a payment that falls due."""
    if not YEAR.fullmatch(cell.text):
        return False
    found = [cell for begin, end in others for cell in cells_in(small, begin, end, 0)]
    return any(other.number and not YEAR.fullmatch(other.text) for other in found)


def pieces_of(text: str) -> list[tuple[int, int]]:
    """The cells of a line by their edges; signs of money and percent signs go with their figure."""
    for sign in ("~", "~ $"):  # 338 ~ $ 338: about stands before its figure
        text = text.replace(f" {sign}\t", f"\t{sign} ")
    if "\t" not in text and _DATES.fullmatch(text.strip()):
        return [found.span() for found in _A_DATE.finditer(text)]
    pieces: list[tuple[int, int]] = []
    start = 0
    for piece in text.split("\t"):
        end = start + len(piece)
        before = text[pieces[-1][0] : pieces[-1][1]].strip() if pieces else ""
        behind = _BEHIND.fullmatch(piece.strip()) and not _is_head(before)
        opens = _SIGN.fullmatch(before) and piece.strip() != "%"  # $, % head two columns
        if pieces and (opens or behind):
            pieces[-1] = pieces[-1][0], end
        elif piece.strip() or pieces:  # an empty one keeps its column
            pieces.append((start, end))
        start = end + 1
    return pieces


def _is_head(piece: str) -> bool:
    """Whether a cell is no figure that a percent sign stands behind: FY24, €'000."""
    return _A_HEAD.fullmatch(piece) is not None or is_unit(lower(fold(piece)))


def cells_in(small: str, begin: int, end: int, start: int) -> list[Cell]:
    """The cells of a part of a line that is nothing else; none where it is not.

    Args:
        small: The line, in small letters, folded.
        begin: Where in it the part begins.
        end: Where it ends.
        start: Where in the text the line begins.
    """
    said = small[begin:end].replace("\t", " ")
    lead = len(said) - len(said.lstrip())
    marks = whole_cells(said.strip())
    ends = range_ends(marks)
    found = []
    for at, mark in enumerate(marks):
        if ends.get(at) == 1 or ends.get(at - 1) == -1:
            continue  # the dash and the high end of a range
        high = marks[at + 2] if ends.get(at) == -1 else None
        first = begin + lead + mark.start()
        first += len(mark[0]) - len(mark[0].lstrip())
        last = start + begin + lead + (high or mark).end()
        found.append(Cell(mark[0].strip(), start + first, last, mark, high))
    return found


_TRAILING = regex(r"(?:(?<=\s)[$€£¥(~+–—-]{0,3}\s?[0-9][0-9.,]*[%)]{0,2}(?:\s+|$)){2,}$")


def told_cell(small: str, begin: int, end: int, start: int) -> list[Cell]:
    """The cell of a part of a line that says a figure in words, with its unit; none if it does not.

    Args:
        small: The line, in small letters, folded.
        begin: Where in it the part begins.
        end: Where it ends.
        start: Where in the text the line begins.
    """
    said = small[begin:end]
    words = said.strip()
    mark = _TOLD.fullmatch(words)
    if mark is None or not any(mark[name] for name in ("sign", "unit", "sign_high", "unit_high")):
        return []
    first = begin + len(said) - len(said.lstrip())
    high = _HIGH.fullmatch(words, mark.start("number_high")) if mark["number_high"] else None
    return [Cell(words, start + first, start + first + len(words), mark, high)]


_HIGH = regex(_VALUE.format(""))


def trailing(small: str) -> int:
    """Where the figures begin that end a line without tabs; -1 where fewer than two do."""
    found = _TRAILING.search(small)
    return found.start() if found else -1
