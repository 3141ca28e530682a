"""Text files: paragraphs as they stand, hard-wrapped ones put together again.

A mail, or a text that was copied from a page, has line ends where its lines were full. Those are
white space; a line that ends although the next word had room is the end of a heading, an item, a
paragraph.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from exporter.evidence.clauses import SOFT_HYPHEN
from exporter.evidence.documents.aligned import parts_of
from exporter.evidence.documents.headline import told_above
from exporter.evidence.documents.joining import Vocabulary, joined, parts_number
from exporter.evidence.documents.mail import read_mail
from exporter.evidence.documents.model import Document
from exporter.evidence.documents.quoted_lines import without_quoting_marks
from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits

EXTRACTOR = "text-8"  # rises when the text of the same file changes
_TABLE = "\x1c"  # white space that no text is written with
_NARROWEST, _WIDEST = 30, 120  # columns of a text whose lines are wrapped
_FEWEST_SIGNS, _MOST_SIGNS = 20, 60  # of Chinese lines that were cut by their characters
_FULL_LINES = 0.6  # of the lines that another one follows, at least, where lines are wrapped
_LONGER = 20  # lines of which one may be longer: an address, a row of a table
_FEWEST = 4  # lines that another one follows, by which a text is told to be wrapped by hand
_GOING_ON = 0.5  # of those that follow, at least, begin small where lines were wrapped by hand
_RAGGED = 16  # columns by which such lines fall short of the longest
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_SHORTEST = 25  # columns of a line that may end inside a sentence
_ENDS = tuple(".!?:;。！？：；")
_GO_ON_ZH = tuple("，、（")
_GOES_ON = re.compile(
    r"\b(?:and|or|of|the|to|in|for|by|with|from|a|an|on|at|as|than|its|over|about|was|were|is|are)$"
)
_CELLS = re.compile(r"\S {3,}\S")  # columns set by spaces
# Also a paragraph that begins as Chinese ones do, behind two wide blanks.
_ITEM = re.compile(r"\s*(?:[-*+•·▪◦‣–—>|#]|\(?(?:\d{1,3}|[a-zA-Z])[.)、]\s)|\u3000\u3000(?=\S)")
_NUMBER_GOES_ON = re.compile(r"[0-9][.,]\Z")


def read_plain(data: bytes, limits: ReadingLimits) -> Document:
    """Read a UTF-8 text; the head of a mail tells who wrote it, when, and of what; a headline this.

    Raises:
        InputError: It is no UTF-8 text.
    """
    text = decoded(data)
    metadata, text = read_mail(text, data, limits) or (told_above(text), text)
    return Document("text", _with_tables(text), (), metadata, EXTRACTOR)


def decoded(data: bytes) -> str:
    """A file's text.

    Raises:
        InputError: It is no UTF-8 text.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start} is not UTF-8 text"
        raise InputError(wrong, "save the document as plain UTF-8 text") from None


def unwrapped(text: str) -> str:
    """A text without the line ends that stand inside its paragraphs; any other text as it is."""
    lines = _LINE_END.split(text)
    wrap = _wrap_of(lines)
    if wrap is None:
        return text
    words = Vocabulary(lines)
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if before.strip() and line.strip() and wrap.goes_on(before, line):
            paragraphs[-1] = joined(paragraphs[-1], line, words)
        else:
            paragraphs.append(line)
        before = line
    return "\n".join(paragraphs)


def _with_tables(text: str) -> str:
    """A text with whole paragraphs, and with tabs in its tables.

    Tables are taken out of it meanwhile: their lines tell nothing of how paragraphs are wrapped,
    and a line of white space in the place of each keeps what is around it apart.
    """
    text = "\n".join(without_quoting_marks(_LINE_END.split(text)))
    parts = parts_of(_LINE_END.split(text.replace(_TABLE, " ")))
    if not any(part.is_table for part in parts):
        return _whole(unwrapped(text))
    tables = iter([part.lines for part in parts if part.is_table])
    around = "\n".join(_TABLE if part.is_table else "\n".join(part.lines) for part in parts)
    paragraphs = _whole(unwrapped(around)).split("\n")
    return "\n".join("\n".join(next(tables)) if line == _TABLE else line for line in paragraphs)


def _whole(text: str) -> str:
    """A text whose paragraphs and items are whole that were wrapped at no width of their own.

    Such a line ends inside a sentence: with a comma or a word that something follows, or before
    one that begins small.
    """
    lines = _LINE_END.split(text)
    least = _least_by_hand(lines)
    opens = [_is_open(*both) or _is_by_hand(*both, least) for both in pairwise(lines)]
    if not any(opens):
        return text
    words = Vocabulary(lines)
    whole = lines[:1]
    for is_open, line in zip(opens, lines[1:], strict=True):
        if is_open:
            whole[-1] = joined(whole[-1], line, words)
        else:
            whole.append(line)
    return "\n".join(whole)


def _least_by_hand(lines: Sequence[str]) -> int:
    """Columns of a full line in a text that a hand has wrapped, near one width; 0 for any other.

    Of its lines most go on with a small letter.
    """
    widths = sorted(map(_columns, lines))
    widest = widths[-1 - len(widths) // _LONGER]
    least = widest - _RAGGED
    full = [both for both in _followed(lines) if _columns(both[0].rstrip()) >= least]
    small = sum(following.lstrip()[:1].islower() for _, following in full)
    is_wrapped = len(full) >= _FEWEST and small >= _GOING_ON * len(full)
    return least if is_wrapped and least >= _NARROWEST and widest <= _WIDEST else 0


def _is_by_hand(line: str, following: str, least: int) -> bool:
    """Whether a line is as full as those that a hand has wrapped, and something follows it."""
    if not least or not following.strip() or _columns(line.rstrip()) < least:
        return False
    is_other = "\t" in line + following or _CELLS.search(line + following)
    return not is_other and not _ITEM.match(following)


def _is_open(line: str, following: str) -> bool:
    """Whether a line ends inside a sentence that the following one goes on with."""
    text, begin = line.rstrip(), following.lstrip()[:1]
    if _columns(text) < _SHORTEST or not begin or "\t" in line + following:
        return False
    if _ITEM.match(following) or _CELLS.search(line + following):
        return False
    if _NUMBER_GOES_ON.search(text) and parts_number(text, following.lstrip()):
        return True
    if text.endswith(_ENDS):
        return False
    if _is_wide(begin):
        return text.endswith(_GO_ON_ZH)
    return begin.islower() or (begin.isalnum() and _GOES_ON.search(text) is not None)


class _Wrap(NamedTuple):
    """Where lines were wrapped: at how many columns, or characters; `measure` counts them."""

    width: int
    measure: Callable[[str], int]

    def goes_on(self, line: str, following: str) -> bool:
        """Whether a line was full, so that the first word of the following one had no room."""
        if _ITEM.match(following):
            return False
        word = following.split(maxsplit=1)[0]
        if _is_wide(word[0]):
            word = word[0]  # Chinese lines may end anywhere
        room = self.width - self.measure(line.rstrip())
        is_close = _is_wide(word[0]) or line.endswith(("-", SOFT_HYPHEN))
        # A mark that may not begin a line takes the character before it along.
        return room < self.measure(word) + (not is_close) + 2 * _is_wide(word[0])


def _wrap_of(lines: Sequence[str]) -> _Wrap | None:
    """How a text's lines were wrapped; None where they were not.

    Programs that count characters cut Chinese lines of one number of them, whose columns differ.
    """
    wrap, share = _wrap_by(lines, _columns, _NARROWEST, _WIDEST)
    if 2 * sum(map(_is_wide, "".join(lines))) > sum(map(len, lines)):
        cut, more = _wrap_by(lines, len, _FEWEST_SIGNS, _MOST_SIGNS)
        if more > share:
            return cut
    return wrap


def _wrap_by(
    lines: Sequence[str], measure: Callable[[str], int], least: int, most: int
) -> tuple[_Wrap | None, float]:
    """How lines were wrapped, by one measure, and the share of them that are full."""
    widths = sorted(map(measure, lines))
    wrap = _Wrap(widths[-1 - len(widths) // _LONGER], measure)
    if not least <= wrap.width <= most:
        return None, 0.0
    followed = list(_followed(lines))
    full = sum(wrap.goes_on(*both) for both in followed)
    if full < 2 or full < _FULL_LINES * len(followed):
        return None, 0.0
    return wrap, full / len(followed)


def _followed(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Lines with those that follow them, where both have words and the second is no item."""
    for line, following in pairwise(lines):
        if line.strip() and following.strip() and not _ITEM.match(following):
            yield line, following


def _columns(text: str) -> int:
    return len(text) + sum(map(_is_wide, text))


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
