"""Heads of columns in several lines, of which each column has lines at heights of its own.

Beside August 28, over 2022 the head May 7, 2023 may stand half a line lower, in the middle of the
two; below 12 Weeks of one column alone may stand Adjusted. Each is put together by its column, so
that a line of heads has one cell for each column, from left to right.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise

from exporter.evidence.documents.pdf.segments import Segment

_NEAREST, _FARTHEST = 0.35, 0.8  # of a line's height: how far such lines are apart
_CENTRED = 0.25  # of a line's height: how far the middles of the heads are apart
_NEXT = 1.35  # of a line's height: how far the lines of one head are apart
_MOST = 7  # heights at which the lines of such heads stand, at most
_LONGEST = 32  # characters of one line of a head
_SEARCHED = 3  # levels below heads of which one has figures
_SIZE = 0.12  # by which part of their type's size the lines may differ
_A_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? [0-9]{1,2},$")
_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_A_DATE = re.compile(rf"[A-Z][a-z]{{2,8}}\.? [0-9]{{1,2}}, {_A_YEAR.pattern}$")

Level = list[Segment]  # all that stands at one height, from left to right


def with_stacked_heads(levels: Sequence[Level]) -> list[Level]:
    """Levels of a flow, from the top, in which the heads of columns are whole."""
    return _with_rests(list(_with_middles(levels)))


def _with_middles(levels: Sequence[Level]) -> Iterator[Level]:
    """Levels with those put together that are lines of heads in the middle of one another."""
    for run in _runs(levels):
        columns = _columns([segment for level in run for segment in level])
        if 2 < len(run) <= _MOST and len(columns) > 1 and _are_heads(run, columns):
            yield [_joined(column) for column in columns]
        else:
            yield from run


def _runs(levels: Sequence[Level]) -> Iterator[list[Level]]:
    """Levels that are nearer to one another than the lines of one text are."""
    run: list[Level] = []
    for level in levels:
        if run and not _is_half_below(run[-1], level):
            yield run
            run = []
        run.append(level)
    if run:
        yield run


def _is_half_below(above: Level, level: Level) -> bool:
    first, second = above[0], level[0]
    apart = _baseline(above) - _baseline(level)
    height = max(first.height, second.height)
    return _NEAREST * height < apart < _FARTHEST * height and _is_of_size(first, second)


def _baseline(level: Level) -> float:
    return max(segment.baseline for segment in level)


def _is_of_size(first: Segment, second: Segment) -> bool:
    return abs(first.size - second.size) <= _SIZE * max(first.size, second.size)


def _columns(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments by what they stand above and below of, from left to right, each from the top."""
    columns: list[list[Segment]] = []
    right = float("-inf")
    for segment in sorted(segments, key=lambda each: each.left):
        if not columns or segment.left >= right:
            columns.append([])
        columns[-1].append(segment)
        right = max(right, segment.right)
    return [sorted(column, key=lambda each: -each.baseline) for column in columns]


def _are_heads(run: Sequence[Level], columns: Sequence[Sequence[Segment]]) -> bool:
    """Whether each column is one cell: its lines are those of a text, around one middle."""
    if any(len(segment.text) > _LONGEST for level in run for segment in level):
        return False
    middles = [(column[0].baseline + column[-1].baseline) / 2 for column in columns]
    return max(middles) - min(middles) < _CENTRED * columns[0][0].height and all(
        sum(map(_is_figure, column)) < 2
        and all(
            upper.baseline - lower.baseline > _FARTHEST * upper.height
            for upper, lower in pairwise(column)
        )
        for column in columns
    )


def _with_rests(levels: Sequence[Level]) -> list[Level]:
    """Levels in which the second line of some heads of columns is a part of these heads."""
    found: list[Level] = []
    for at, level in enumerate(levels):
        above = found[-1] if found else []
        if above and (_is_year_below(above, level) or _is_rest(above, level, levels[at + 1 :])):
            found[-1] = [_joined(column) for column in _columns([*above, *level])]
        else:
            found.append(level)
    return found


def _is_year_below(above: Level, level: Level) -> bool:
    """Whether one line has the years of days in the other: August 28, beside May 7, 2023.

    A day above years alone is that of them all.
    """
    columns = _columns([*above, *level])
    whole = [column[0].text for column in columns if len(column) == 1]
    pairs = [column for column in columns if len(column) > 1]
    return (
        _is_next(above[0], level[0])
        and bool(pairs)
        and any(map(_A_DATE.search, whole))
        and all(
            len(pair) == 2 and _A_DAY.search(pair[0].text) and _A_YEAR.fullmatch(pair[1].text)
            for pair in pairs
        )
    )


def _is_rest(above: Level, level: Level, below: Sequence[Level]) -> bool:
    """Whether a level is the second line of some heads of columns, each below its own.

    Args:
        above: The first lines of the heads.
        level: What stands below.
        below: The levels below that, from the top.
    """
    row = next((each for each in below[:_SEARCHED] if any(map(_is_figure, each))), None)
    if row is None or not _is_next(above[0], level[0]):
        return False
    heads = sorted(above, key=lambda each: each.left)
    has_corner = min(each.left for each in row) > heads[0].left - heads[0].height
    if has_corner and min(each.left for each in level) < heads[0].right:
        return False
    columns = _columns([*heads, *level])
    return (
        all(map(_is_words, [*heads, *level]))
        and len(level) < len(heads) - has_corner < len(row)
        and len(columns) == len(heads)
        and all(len(column) < 3 for column in columns)
    )


def _is_next(head: Segment, rest: Segment) -> bool:
    apart = head.baseline - rest.baseline
    return _FARTHEST * head.height < apart < _NEXT * head.height and _is_of_size(head, rest)


def _is_words(segment: Segment) -> bool:
    return len(segment.text) <= _LONGEST and any(map(str.isalpha, segment.text))


def _is_figure(segment: Segment) -> bool:
    return any(map(str.isdigit, segment.text)) and not any(map(str.isalpha, segment.text))


def _joined(column: Sequence[Segment]) -> Segment:
    """The lines of one head as one segment, which begins where its first line does."""
    whole = column[0]
    for line in column[1:]:
        between = "" if "\u2e80" <= line.text[0] <= "\uffef" else " "
        lefts = array("f", whole.lefts)
        lefts.extend([whole.right] * len(between))
        lefts.extend(line.lefts)
        whole = whole._replace(
            text=f"{whole.text}{between}{line.text}",
            lefts=lefts,
            right=max(whole.right, line.right),
            bottom=min(whole.bottom, line.bottom),
        )
    return whole
