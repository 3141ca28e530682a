"""Lists that go side by side: as many periods as figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.drafting.periods.roles import Read, Role, Span
from exporter.drafting.periods.steps import year_of, years_on
from exporter.drafting.periods.whens import Step, When
from exporter.engine.regex import regex
from exporter.facts.periods import Point, parse_period

_JOIN = regex(
    r"\s*(?:,|、|，|/|and|or|to|和|及|与|以及|,? and(?: for| in| at)?|,? compared (?:to"
    r"|with)|versus|vs\.?|至|，?同?比?)?"
    r"\s*(?:a |of |for |in |the |an? (?:net )?(?:loss|income) of |about "
    r"|approximately |约)*\s*[($€£¥]*",
    re.IGNORECASE,
)


_SIDE_BY_SIDE = regex(r"\brespectively\b|分别|依次|各为", re.IGNORECASE)


def in_rows(read: Read, start: int) -> When | None:
    """The period that stands at the figure's place in a list of as many periods."""
    if year := _of_interval(read, start):
        return year
    is_said = _SIDE_BY_SIDE.search(read.text) is not None
    rows = _rows([(when.start, when.end) for when in read.whens], read.text)
    figures = list(_rows_of_figures(read))
    own = next((row for row in figures if any(span[0] <= start < span[1] for span in row)), None)
    if own is None or len(own) < 2:
        return None
    place = next(n for n, span in enumerate(own) if span[0] <= start < span[1])
    fitting = [row for row in rows if len(row) == len(own) and (is_said or _leads(row, own, read))]
    if not fitting:
        return None
    first = next(row for row in figures if len(row) == len(own))
    if first is not own and (again := _same_again(read, start, fitting[0][place])):
        return again
    nearest = min(fitting, key=lambda row: abs(row[0][0] - start))
    return next(when for when in read.whens if when.start == nearest[place][0])


def _leads(row: Sequence[Span], own: Sequence[Span], read: Read) -> bool:
    """Whether years stand right before as many figures: 2026 and 2027 estimates to $4 and $5."""
    between = read.text[row[-1][1] : own[0][0]]
    years = {when.period for when in read.whens if (when.start, when.end) in row}
    is_alone = not any(row[-1][1] <= first < own[0][0] for first, _ in read.figures)
    return (
        row[-1][1] <= own[0][0]
        and is_alone
        and re.search("[;；。]", between) is None
        and all(re.fullmatch("(?:FY)?[0-9]{4}", year) for year in years)
    )


_SAME_PERIODS = regex(r"(?:same|comparable|corresponding|equivalent) (?:periods|quarters) ")


def _same_again(read: Read, start: int, place: Span) -> When | None:
    """Of a second row beside a first: |$3 and $9 million| in the same periods of 2022."""
    base = next(when for when in read.whens if when.start == place[0])
    for when in read.whens:
        behind = when.start > start > base.end
        if behind and _SAME_PERIODS.search(read.text, when.start, when.end):
            moved = years_on(base.period, year_of(when.period) - year_of(base.period))
            return replace(when, period=moved, step=Step.SAID)
    return None


def place_in_row(read: Read, start: int) -> tuple[int, int]:
    """Which of the figures of its list one is, and how many these are."""
    for row in _rows(read.figures, read.text):
        for place, (first, last) in enumerate(row):
            if first <= start < last:
                return place, len(row)
    return 0, 1


def _of_interval(read: Read, start: int) -> When | None:
    """2026至2028年净利润为6.3亿、7.9亿和9.6亿元: of as many years as figures, the figure's own."""
    place, of = place_in_row(read, start)
    for when, role in zip(read.whens, read.roles, strict=True):
        points = parse_period(when.period) or ()
        if role is not Role.MAIN or len(points) != 2 or of < 2:
            continue
        years = {point.precision for point in points} <= {"year", "fiscal year"}
        if years and points[1].first.year - points[0].first.year + 1 == of:
            year = points[0].first.replace(year=points[0].first.year + place)
            return replace(when, period=Point(year, points[0].precision).written())
    return None


_THEN_AT = regex(r"[，,]?\s*(?:至|到|to)\s*[$€£¥]?", re.IGNORECASE)


def _rows_of_figures(read: Read) -> Iterator[list[Span]]:
    """The figures in lists; how far some moved, and where they are then, are two lists.

    上调6%和9%|至5亿元和7亿元
    """
    for row in _rows(read.figures, read.text):
        first = 0
        for at in range(1, len(row)):
            (_, before), (start, _) = row[at - 1], row[at]
            if _THEN_AT.fullmatch(read.text, before, start) and (
                _is_share(read, row[at - 1]) and not _is_share(read, row[at])
            ):
                yield row[first:at]
                first = at
        yield row[first:]


def _is_share(read: Read, span: Span) -> bool:
    return "%" in read.text[span[0] : span[1] + 1]


def _rows(spans: Sequence[Span], text: str) -> list[list[Span]]:
    """Spans that stand in a list, one row for each list."""
    rows: list[list[Span]] = []
    for span in spans:
        if rows and _JOIN.fullmatch(text[rows[-1][-1][1] : span[0]]):
            rows[-1].append(span)
        else:
            rows.append([span])
    return rows
