"""The order in which a page is read: columns one after another, tables row by row.

A gutter is a stretch of white from top to bottom with lines on both sides. It parts columns of a
text, or a side bar from it, but a table has gutters, too. What tells them apart is the order in
which the page was drawn, by columns or by rows, and whether lines are sentences or cells.

Source of the idea: Nagy and Seth, Hierarchical Representation of Optically Scanned Documents
(1984), recursive XY cuts; here what crosses a gutter ends a band, and each is judged by itself.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from exporter.evidence.documents.pdf.segments import Segment

_FEWEST = 3  # segments that may be columns
_SMALL = 20  # segments of a part of a page in which two lines may be a column
_COLUMN_START = 3  # lines that begin at the same place, at least, where a column begins
_SLACK = 2.0  # points that edges of one column may be apart
_SENTENCE, _PHRASE = 25, 12  # characters of the usual line of a column, and of a cell
_FULL = 0.75  # of a column's width, which a usual line of sentences fills
_ALIGNED = 0.6  # of the lines on one side: with so many on baselines of the other, it is a table
_DEEPEST = 6

Segments = Sequence[Segment]


def reading_order(segments: Segments) -> list[list[Segment]]:
    """The flows of a page in the order in which they are read.

    A flow is what stands in one column: its lines from top to bottom, tables among them.
    """
    return [list(flow) for flow in _flows(segments, 0)]


def _flows(segments: Segments, depth: int) -> Iterator[Segments]:
    if len(segments) >= _FEWEST and depth < _DEEPEST:
        for gutter in _gutters(segments):
            if parts := _cut(segments, gutter):
                for part in parts:
                    yield from _flows(part, depth + 1)
                return
    yield segments


def _gutters(segments: Segments) -> list[float]:
    """Where columns may begin, the one with the most lines first."""
    first = min(segment.left for segment in segments)
    starts = Counter(round(segment.left) for segment in segments if segment.left > first + 40)
    near = {start: starts[start] + starts[start - 1] + starts[start + 1] for start in starts}
    fewest = _COLUMN_START if len(segments) > _SMALL else 2
    tops = set(_tops(segments))
    likely = [start for start, count in near.items() if count >= fewest or start in tops]
    return [start - 1.0 for start in sorted(likely, key=lambda start: (-near[start], start))[:8]]


def _tops(segments: Segments) -> Iterator[int]:
    """Where lines begin that were drawn after the foot of a column on their left.

    Of the last column of a text there may be a line or two alone.
    """
    for before, line in pairwise(sorted(segments, key=lambda each: each.order)):
        if before.left < line.left and _is_column_top(before, line):
            yield round(line.left)


def _is_column_top(before: Segment, line: Segment) -> bool:
    is_higher = before.baseline < line.baseline - 2 * line.height
    return is_higher and _length(line.text) >= _SENTENCE


def _cut(segments: Segments, gutter: float) -> list[Segments]:
    """The parts of a page with columns at a gutter, in reading order; () where there are none."""
    ordered = sorted(segments, key=lambda segment: (-segment.baseline, segment.left))
    parts: list[Segments] = []
    across: list[Segment] = []
    found = False
    for band, crosses in _bands(ordered, gutter):
        flows = [] if crosses else _columns(band, gutter)
        if flows:
            found = True
            parts += [across] if across else []
            parts += flows
            across = []
        else:
            across += band
    parts += [across] if across else []
    return parts if found else []


def _bands(ordered: Segments, gutter: float) -> Iterator[tuple[list[Segment], bool]]:
    """What crosses a gutter, and what stands beside it in between, from top to bottom."""
    band: list[Segment] = []
    was_crossing = False
    for segment in ordered:
        crosses = segment.left < gutter - _SLACK and segment.right > gutter + _SLACK
        if band and crosses != was_crossing:
            yield band, was_crossing
            band = []
        band.append(segment)
        was_crossing = crosses
    if band:
        yield band, was_crossing


def _columns(band: Segments, gutter: float) -> list[Segments]:
    """The columns of a band, or the cells of long texts in it; () where it is none of both."""
    sides = _sides(band, gutter)
    rows = [_baselines(side) for side in sides]
    fewest, most = sorted(map(len, rows))
    if not fewest or most < 2 or not _are_side_by_side(*sides):
        return []
    if fewest == 1:  # a label, and the lines that it is of; or a text's last line
        is_label = len(rows[0]) == 1 and _is_prose(sides[1], _PHRASE)
        return sides if is_label or _is_last_line(*sides) else []
    phrases = [_is_prose(side, _PHRASE) for side in sides]
    sentences = [_is_prose(side, _SENTENCE) for side in sides]
    tiers = _tiers(band, gutter)
    if len(tiers) > fewest / 2:  # drawn line by line
        return sides if all(sentences) else []
    if len(tiers) > 1:  # row by row of a table, in cells of several lines
        are_columns = any(phrases)
    else:
        are_apart = fewest >= _COLUMN_START and _aligned(*rows) < _ALIGNED
        are_columns = any(sentences) or all(phrases) or are_apart
    return list(_parts_of(tiers, gutter)) if are_columns else []


def _is_last_line(left: Segments, right: Segments) -> bool:
    """Whether a line on the right was drawn after the foot of a column on the left."""
    line = right[0]
    drawn = [each for each in left if each.order < line.order]
    if len(right) > 1 or not drawn or not _is_prose(left, _SENTENCE):
        return False
    return _is_column_top(max(drawn, key=lambda each: each.order), line)


def _parts_of(tiers: Sequence[Segments], gutter: float) -> Iterator[Segments]:
    """The columns of each tier; but rows of a table, a line on either side, stay together."""
    for is_row, group in groupby(tiers, lambda tier: _is_row(_sides(tier, gutter))):
        rows = list(group)
        if is_row and len(rows) > 1:
            yield [segment for row in rows for segment in row]
        else:
            yield from (side for tier in rows for side in _sides(tier, gutter) if side)


def _is_row(sides: Sequence[Segments]) -> bool:
    return all(len(_baselines(side)) == 1 and not _is_prose(side, _PHRASE) for side in sides)


def _sides(band: Segments, gutter: float) -> list[Segments]:
    left = [segment for segment in band if segment.left < gutter - _SLACK]
    right = [segment for segment in band if segment.left >= gutter - _SLACK]
    return [left, right]


def _tiers(band: Segments, gutter: float) -> list[list[Segment]]:
    """Stretches of a band below one another, each drawn before the next: rows of a table."""
    tiers: list[list[Segment]] = []
    was_left: bool | None = None
    for segment in sorted(band, key=lambda each: each.order):
        is_left = segment.left < gutter - _SLACK
        is_below = tiers and segment.baseline < min(each.baseline for each in tiers[-1]) - _SLACK
        if not tiers or (is_left and not was_left and is_below):
            tiers.append([])
        tiers[-1].append(segment)
        was_left = is_left
    return tiers


def _baselines(side: Segments) -> list[float]:
    return sorted({round(segment.baseline, 1) for segment in side})


def _are_side_by_side(left: Segments, right: Segments) -> bool:
    top = min(max(segment.top for segment in side) for side in (left, right))
    bottom = max(min(segment.bottom for segment in side) for side in (left, right))
    heights = [
        max(segment.top for segment in side) - min(segment.bottom for segment in side)
        for side in (left, right)
    ]
    return top - bottom > 0.5 * min(heights)


def _is_prose(side: Segments, least: int) -> bool:
    """Whether the lines of one side are running text: of some length, and most of them full."""
    longest: dict[float, Segment] = {}
    for segment in side:
        line = round(segment.baseline, 1)
        if line not in longest or len(segment.text) > len(longest[line].text):
            longest[line] = segment
    lines = list(longest.values())
    left = min(line.left for line in lines)
    width = max(line.right for line in lines) - left
    full = sum(line.right >= left + _FULL * width for line in lines)
    length = median(_length(line.text) for line in lines)
    return length >= least and full >= 0.4 * len(lines)


def _length(text: str) -> int:
    """Characters, of which a Chinese one is as wide as two others."""
    return len(text) + sum("\u2e80" <= character <= "\uffef" for character in text)


def _aligned(left: Sequence[float], right: Sequence[float]) -> float:
    """How many of the lines on the side with fewer stand on a baseline of the other side."""
    few, many = sorted((left, right), key=len)
    return sum(any(abs(line - other) < 1 for other in many) for line in few) / len(few)
