"""Which parts of a page a picture shows: the lines of a quote with a few lines around them.

All of it in pixels of the page as it is shown, down from its top, turned so that the quote is
upright.
"""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

_APART = 1.5  # of a line's height: a wider gap is between columns or cells
_BACK = 0.5  # of a line's height: how far a letter may reach back on its line
_SAME_LINE = 0.4  # of the lower one's height: how much of two boxes on a line is side by side
_NEAR = 1.6  # of a line's height: lines of a quote that are farther apart are shown by themselves
_PITCH = 1.35  # of a line's height: from one line to the next
_MARGIN = 10  # pixels around the lines
_NARROWEST, _WIDEST, _HIGHEST = 420, 1400, 900  # pixels
_CLOSE = 0.1  # of a line's height: what a mark leaves off above, where fonts leave room


class Area(NamedTuple):
    """A part of a page as it is shown."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def around(self, other: "Area") -> "Area":
        """The area around both."""
        return Area(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def is_beside(self, other: "Area") -> bool:
        """Whether both stand on one line."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > _SAME_LINE * min(self.height, other.height)

    def is_above_or_below(self, other: "Area") -> bool:
        """Whether both are in one column."""
        return self.left < other.right and other.left < self.right

    def touches(self, other: "Area") -> bool:
        """Whether they have something in common."""
        is_level = self.top < other.bottom and other.top < self.bottom
        return is_level and self.is_above_or_below(other)


class Strip(NamedTuple):
    """A part of a page that is shown, and what is marked in it."""

    area: Area
    marks: tuple[Area, ...]


def lines_of(letters: Iterable[Area]) -> list[Area]:
    """Letters that stand one behind another, put together."""
    lines: list[Area] = []
    last: Area | None = None
    for letter in letters:
        if last is None or not _follows(letter, last):
            lines.append(letter)
        else:
            lines[-1] = lines[-1].around(letter)
        last = letter
    return lines


def _follows(letter: Area, last: Area) -> bool:
    height = max(letter.height, last.height, 1)
    gap = letter.left - last.right
    return letter.is_beside(last) and -_BACK * height < gap < _APART * height


def strips_of(
    marks: Sequence[Area], lines: Sequence[Area], boxes: Sequence[Area], page: Area, more: int
) -> list[Strip]:
    """The parts of a page to show.

    Args:
        marks: The lines of the quote.
        lines: All lines of the page.
        boxes: Where the record has the quote's clauses: of a row of a table, all of it.
        page: What is seen of it.
        more: How many lines are shown above and below.
    """
    height = median(mark.height for mark in marks)
    groups: list[tuple[Area, list[Area]]] = []
    for mark in marks:
        line = _union(mark, filter(mark.touches, lines))
        if groups and _is_near(groups[-1][0], line, height):
            groups[-1] = (groups[-1][0].around(line), [*groups[-1][1], mark])
        else:
            groups.append((line, [mark]))
    strips: list[Strip] = []
    for group, own in groups:
        area = _union(group, (box for box in boxes if len(groups) == 1 and group.touches(box)))
        area = _with_lines_around(area, lines, more * _PITCH * height)
        strips.append(Strip(_framed(area, lines, page), tuple(map(_close, own))))
    return strips


def _is_near(group: Area, line: Area, height: float) -> bool:
    apart = max(line.top - group.bottom, group.top - line.bottom)
    is_column = group.is_above_or_below(line) or group.is_beside(line)
    return apart < _NEAR * height and is_column


def _union(area: Area, others: Iterable[Area]) -> Area:
    for other in others:
        area = area.around(other)
    return area


def _with_lines_around(area: Area, lines: Sequence[Area], most: float) -> Area:
    """An area with the lines of its column that are near, none of them in part."""
    near = Area(area.left, area.top - most, area.right, area.bottom + most)
    column = [line for line in lines if line.is_above_or_below(area)]
    return _union(area, (line for line in column if near.top <= _middle(line) <= near.bottom))


def _middle(line: Area) -> float:
    return (line.top + line.bottom) / 2


def _framed(area: Area, lines: Sequence[Area], page: Area) -> Area:
    """An area with some margin, not too narrow, nor larger than what a picture may be."""
    left, right = area.left - _MARGIN, area.right + _MARGIN
    if (lack := _NARROWEST - (right - left)) > 0:
        right = min(right + lack, page.right)
        left = min(left, right - _NARROWEST)
    left, right = max(left, page.left), min(right, page.right)
    # Nor does it end within a line of the next column.
    beside = [line for line in lines if line.top < area.bottom and area.top < line.bottom]
    left = max(
        [left, *(line.right for line in beside if line.left < left < line.right <= area.left)]
    )
    right = min(
        [right, *(line.left for line in beside if area.right <= line.left < right < line.right)]
    )
    right = min(right, left + _WIDEST)
    # The margin reaches into no line above or below.
    others = [line for line in lines if left < line.right and line.left < right]
    above = (line.bottom for line in others if _middle(line) < area.top)
    below = (line.top for line in others if _middle(line) > area.bottom)
    top = min(max(area.top - _MARGIN, page.top, *above), area.top)
    bottom = max(min(area.bottom + _MARGIN, page.bottom, *below), area.bottom)
    return Area(left, top, right, min(bottom, top + _HIGHEST))


def _close(mark: Area) -> Area:
    return mark._replace(top=mark.top + _CLOSE * mark.height)
