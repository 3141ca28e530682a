"""Running headers and footers, and numbers of pages: what is printed around a text, not in it.

They stand at the edge of several pages at the same height, and say the same, or the same but for
the page's number.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.evidence.documents.pdf.pages import Page
from exporter.evidence.documents.pdf.rows import Row

_EDGE = 0.13  # of a page's height, at its top and at its bottom
_SAME = 4.0  # points that a header may stand higher or lower on another page
_MOST = 4  # rows at an edge that may be such
_FEWEST = 3  # pages that have them, or all but one of fewer
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|第)?\s*(\d{1,4})\s*(?:页)?\W*(?:(?:of|/|共)?\s*\d{1,4}\s*页?)?\W*",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[ivxl]+", re.IGNORECASE)
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}


class _Edge(NamedTuple):
    """What stands at one height at an edge of a page, on the left and on the right.

    Attributes:
        rows: Flow and place of each of its rows.
    """

    page: int
    rows: tuple[tuple[int, int], ...]
    text: str
    baseline: float
    is_top: bool


def without_running(pages: Sequence[Page]) -> list[list[list[Row]]]:
    """The flows of pages without their running headers, footers and numbers of pages."""
    edges = [list(_edges(page, number)) for number, page in enumerate(pages)]
    said = Counter(key for page in edges for edge in page for key in set(_keys(edge)))
    fewest = min(_FEWEST, max(2, len(pages) - 1))
    running: set[tuple[int, int, int]] = set()
    for page in edges:
        own = (False, "#", 0, 1)  # a number at the foot that is the page's
        for is_top in (True, False):
            for edge in (each for each in page if each.is_top is is_top):
                if not any(key == own or _count(said, key) >= fewest for key in _keys(edge)):
                    break  # what stands further in is the text
                running.update((edge.page, *row) for row in edge.rows)
    return [
        [
            [row for place, row in enumerate(flow) if (number, index, place) not in running]
            for index, flow in enumerate(page.flows)
        ]
        for number, page in enumerate(pages)
    ]


def _edges(page: Page, number: int) -> Iterator[_Edge]:
    """The rows at the edges of a page, the outermost first."""
    room = _EDGE * (page.top - page.bottom)
    rows = [
        (flow, place, row) for flow, rows in enumerate(page.flows) for place, row in enumerate(rows)
    ]
    top = sorted((each for each in rows if page.top - each[2].baseline < room), key=_height)
    lowest = min((row.baseline for *_, row in rows), default=0)
    reach = max(room, lowest + _SAME - page.bottom)
    bottom = sorted((each for each in rows if each[2].baseline - page.bottom < reach), key=_height)
    for level in list(_levels(top[::-1]))[:_MOST]:
        yield _edge(number, level, True)
    for level in list(_levels(bottom))[:_MOST]:
        yield _edge(number, level, False)


_Placed = tuple[int, int, Row]


def _height(each: _Placed) -> float:
    return each[2].baseline


def _levels(rows: Sequence[_Placed]) -> Iterator[list[_Placed]]:
    """Rows that stand side by side, in the order of what is given."""
    level: list[_Placed] = []
    for each in rows:
        if level and abs(_height(each) - _height(level[0])) > 1:
            yield level
            level = []
        level.append(each)
    if level:
        yield level


def _edge(page: int, level: Sequence[_Placed], is_top: bool) -> _Edge:
    level = sorted(level, key=lambda each: each[2].left)
    text = " ".join(word for *_, row in level for word in row.text.split())
    return _Edge(page, tuple(each[:2] for each in level), text, _height(level[0]), is_top)


Key = tuple[bool, str, int, int]


def _keys(edge: _Edge) -> Iterator[Key]:
    """What is the same on other pages: the words and the height; the number less the page's."""
    height, text = round(edge.baseline / _SAME), edge.text
    yield edge.is_top, text, height, 0
    numbers = _NUMBER.findall(text)
    if number := _PAGE_NUMBER.fullmatch(text):  # wherever a page ends that is not full
        yield edge.is_top, "#", 0, int(number[1]) - edge.page
    if _ROMAN.fullmatch(text):
        numbers = [str(_of_roman(text.lower()))]
        yield edge.is_top, "#", height, int(numbers[0]) - edge.page
    for index, number in enumerate(numbers):
        if len(number) < 5:
            form = _without(text, index)
            yield edge.is_top, form, height, int(number) - edge.page


def _without(text: str, index: int) -> str:
    """A text with a mark for one of its numbers."""
    found = list(_NUMBER.finditer(text))
    if index >= len(found):
        return "#"
    return f"{text[: found[index].start()]}#{text[found[index].end() :]}"


def _of_roman(text: str) -> int:
    values = [_DIGITS[letter] for letter in text]
    return sum(
        -value if any(value < later for later in values[place + 1 :]) else value
        for place, value in enumerate(values)
    )


def _count(said: Counter[Key], key: Key) -> int:
    """On how many pages something is said, at this height or the next one."""
    is_top, text, height, number = key
    return sum(said[is_top, text, height + step, number] for step in (-1, 0, 1))
