"""Words side by side on a line, put together to segments: a line of a column, a cell.

Words are taken in the order in which they were drawn, so that the lines of two columns at the same
height stay apart. A raised digit becomes what it is: a footnote's mark, an exponent.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from exporter.evidence.documents.pdf.words import Word

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LEVEL = 0.12  # of a line's height: how far baselines on a line may be apart
_SMALLER = 0.85  # of a line's height: what is raised or lowered is smaller
_RISE = 0.12  # of a line's height: what is raised by less is not
_RISE_OF_MARKS = (0.2, 0.6)  # likewise, of a mark that is set as large as the words before it
_TOUCHING = 0.1  # of a line's height: how far such a mark may stand from them
# A footnote's mark, the end of an ordinal, the mark of a trade name: 1, (1), (a)(b), *, th, TM.
_MARK = re.compile(
    r"(?:[(\[]?[0-9]{1,2}(?:[,–-][0-9]{1,2})*[)\]]?|[(\[][a-z]{1,3}[)\]]|[*†‡§¶#®™℠]){1,4}"
    r"|st|nd|rd|th|TM|SM"
)
_BACK = -0.4  # of a line's height: how far a word may reach into the one before it
_SPACE = 0.12  # of a line's height: a gap that is a space, where none was typed
CELL_GAP = 0.85  # of a line's height: a wider one than between words, unless all are wide
# Of a line's height, between words of a line that is spread out.
_WIDEST, _WIDEST_UNEVEN = 2.2, 1.1
_EVEN = 1.3  # how many times as wide as the narrowest gap the widest one of a spread line is


class Segment(NamedTuple):
    """Words of a line with no more than spaces between them.

    Attributes:
        lefts: The left edge of each character of the text.
        height: Of the font that most of it is set in.
        size: Of the type that most of it is set in.
        order: When it was drawn, from 0 on each page.
        turn: As of a Word; the edges are those of the page turned back.
    """

    text: str
    lefts: "array[float]"
    right: float
    bottom: float
    top: float
    baseline: float
    height: float
    size: float
    order: int
    turn: int

    @property
    def left(self) -> float:
        """Where its first character begins."""
        return self.lefts[0]


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """The segments that words make, in the order in which they were drawn."""
    parts = (part for line in _lines(words) for part in _parts(line))
    return [segment_of(part, order) for order, part in enumerate(parts)]


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Words that were drawn one after another from left to right on a line."""
    line: list[Word] = []
    largest: Word | None = None  # of the line
    for word in words:
        if largest and (hole := _hole(word, line)) is not None:
            _put_into(line, hole, word)
        elif largest and _is_beside(word, line[-1], largest):
            if _is_again(word, line[-1]):
                continue
            line.append(word)
        else:
            if line:
                yield line
            line, largest = [word], word
        if word.height > largest.height:
            largest = word
    if line:
        yield line


def _hole(word: Word, line: Sequence[Word]) -> int | None:
    """Where marks belong that were drawn after the words around them: of another font, maybe."""
    if word.left >= line[-1].left or any(map(str.isalnum, word.text)):
        return None
    near = _TOUCHING * max(word.height, line[-1].height)
    if word.turn != line[-1].turn or abs(word.baseline - line[-1].baseline) > near:
        return None
    rights = [word.left, *(each.right for each in line[:-1])]
    for place, (right, after) in enumerate(zip(rights, line, strict=True)):
        if abs(word.left - right) < near and abs(after.left - word.right) < near:
            return place
    return None


def _put_into(line: list[Word], place: int, word: Word) -> None:
    """Put marks before a word of a line, which they touch."""
    line[place] = line[place]._replace(is_apart=False, is_typed=False)
    line.insert(place, word._replace(is_apart=False, is_typed=False) if place else word)


def _is_again(word: Word, before: Word) -> bool:
    """Whether a word is drawn twice, a bit aside, to look bold."""
    return word.text == before.text and abs(word.left - before.left) < 0.1 * word.height


def _is_beside(word: Word, last: Word, largest: Word) -> bool:
    """Whether a word stands on the line of which these are the last and the largest one."""
    if word.turn != last.turn:
        return False
    if _is_again(word, last) and abs(word.baseline - last.baseline) < 0.1 * word.height:
        return True
    height = max(word.height, largest.height)
    if word.left - last.right < _BACK * height:
        return False
    if abs(word.baseline - largest.baseline) <= _LEVEL * height:
        return True
    if _is_large_mark(word, largest) and word.left - last.right < _TOUCHING * height:
        return True
    is_near = word.left - last.right < CELL_GAP * height
    small, large = sorted((word, largest), key=lambda each: each.height)
    is_within = large.bottom <= small.baseline <= large.top
    return is_near and small.height < _SMALLER * large.height and is_within


def _parts(line: Sequence[Word]) -> Iterator[list[Word]]:
    """The cells of a line: between them stands more than between words."""
    gaps = [second.left - first.right for first, second in pairwise(line)]
    height = max(word.height for word in line)
    is_typed = any(word.is_typed for word in line[1:])  # some programs type no spaces at all
    spaces = [
        gap
        for gap, word in zip(gaps, line[1:], strict=True)
        if gap > _SPACE * height and word.is_typed is is_typed
    ]
    usual = median_low(spaces or [0.0])
    most = _WIDEST if is_typed or _is_spread(line, gaps) else _WIDEST_UNEVEN
    widest = min(max(CELL_GAP * height, 2 * usual), most * height)
    part = [line[0]]
    for gap, word in zip(gaps, line[1:], strict=True):
        if gap > (widest if word.is_typed is is_typed else CELL_GAP * height):
            yield part
            part = []
        part.append(word)
    yield part


def _is_spread(line: Sequence[Word], gaps: Sequence[float]) -> bool:
    """Whether a line of words, not of figures, is spread out to be as wide as others."""
    words = sum(word.text[0].isalpha() for word in line)
    return len(gaps) > 1 and max(gaps) <= _EVEN * min(gaps) and words > len(line) / 2


def segment_of(words: Sequence[Word], order: int) -> Segment:
    """One segment of words of a line, from left to right."""
    tall = _SMALLER * max(word.height for word in words)
    main = max(words, key=lambda word: (_letters(word) * (word.height >= tall), word.height))
    text, lefts, right = "", array("f"), 0.0
    for word in words:
        is_mark = _is_large_mark(word, main) and word.left - right < _TOUCHING * main.height
        if text and not is_mark and _has_space(word, right, main.height, text[-1]):
            text += " "
            lefts.append(min(right, word.left))
        text += _meant(word, main)
        lefts.extend(word.lefts)
        right = max(right, word.right)
    return Segment(
        text,
        lefts,
        right,
        min(word.bottom for word in words),
        max(word.top for word in words),
        main.baseline,
        main.height,
        main.size,
        order,
        main.turn,
    )


def _letters(word: Word) -> int:
    """How many letters and digits a word has, by which marks as long as it are told from it."""
    return sum(map(str.isalnum, word.text))


def _has_space(word: Word, right: float, height: float, last: str) -> bool:
    gap = word.left - right
    # Tables set signs of currencies and percent signs apart from their numbers.
    if (last in "$€£¥" and word.text[0] in "0123456789(.") or (
        last in "0123456789)" and word.text in ("%", ")%")
    ):
        return False
    if _is_wide(last) and _is_wide(word.text[0]):
        return gap > CELL_GAP * height
    # A space that was typed may be taken back, by an accent or a kerned letter.
    return gap > _SPACE * height or (word.is_apart and gap > -_SPACE * height)


def _meant(word: Word, main: Word) -> str:
    if word.text.isalpha():  # no digit may be raised
        return word.text
    is_raised = (
        word.height < _SMALLER * main.height and word.baseline > main.baseline + _RISE * main.height
    )
    return word.text.translate(_RAISED) if is_raised or _is_large_mark(word, main) else word.text


def _is_large_mark(word: Word, main: Word) -> bool:
    """Whether a word is a footnote's mark that was raised and not made smaller."""
    least, most = (part * main.height for part in _RISE_OF_MARKS)
    is_raised = least < word.baseline - main.baseline < most
    return is_raised and _MARK.fullmatch(word.text) is not None


def _is_wide(character: str) -> bool:
    return "\u2e80" <= character <= "\uffef"
