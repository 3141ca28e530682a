"""Whether a quote states a fact's date or period."""

import re
from datetime import date

from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.reading import DateMention, read_dates
from exporter.facts.folding import fold, lower
from exporter.facts.periods import Point, YearEnd
from exporter.facts.words import Qualifier

_PARTS = {
    "year": ("year",),
    "month": ("year", "month"),
    "day": ("year", "month", "day"),
    "quarter": ("year", "quarter"),
    "half": ("year", "half"),
    "fiscal year": ("year",),
    "fiscal quarter": ("year", "quarter"),
    "fiscal half": ("year", "half"),
}


def confirm_date(
    claim: Claim, published: date | None, year_end: YearEnd | None = None
) -> FigureVerdict:
    """Compare a date with the dates of its quote.

    A mention confirms it when it is as precise and every part agrees. A mention without a year
    means the date nearest to the source's publication; `last year` is counted from it. A fiscal
    year is confirmed by a fiscal year alone, and a quarter of one by such a quarter; where it is
    known when it ends, also by its length and its last day: the year ended 31 March 2025.

    Args:
        claim: What the fact states, and its quote.
        published: When the source appeared; where nobody knows, the date itself stands for it.
        year_end: Where fiscal years end, if that is known.
    """
    if claim.date is None:
        raise ValueError("the claim is not a date")
    published, point = published or claim.date, Point(claim.date, claim.precision)
    parts = _PARTS[claim.precision]
    mentions = [
        mention for mention in read_dates(claim.quote) if _precise_enough(mention, claim.precision)
    ]
    any_year = year_end is not None and year_end.is_calendar
    stated = [
        _resolve(mention, parts, published)
        for mention in mentions
        if mention.is_fiscal is point.is_fiscal
        # A day of a year says nothing of the fiscal year that is that year.
        or (any_year and not (point.is_fiscal and mention.month))
    ]
    wanted = _parts_of(point, parts)
    if claim.qualifier is not Qualifier.EXACT:
        wrong = f"the qualifier is '{claim.qualifier}', but a date has none"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, "leave the qualifier out")
    if any(said[: len(wanted)] == wanted for said in stated):
        return FigureVerdict(FigureState.CONFIRMED)
    if point.is_fiscal and year_end is not None and _says_its_end(claim.quote, point, year_end):
        return FigureVerdict(FigureState.CONFIRMED)
    shown = point.written()
    told = ", ".join(_told(mention, parts, published) for mention in mentions)
    if stated:
        wrong = f"the date is {shown}, but the quote says {told}"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, "correct the date or the quote")
    wrong = f"the quote {claim.quote!r} does not state the date {shown}"
    wrong += f"; it has {told}" if told else ""
    return FigureVerdict(FigureState.NOT_STATED, wrong, "quote the clause that states it")


def _parts_of(point: Point, names: tuple[str, ...]) -> tuple[int, ...]:
    of_point = {"quarter": point.quarter, "half": point.half}
    return tuple(of_point.get(name) or getattr(point.first, name) for name in names)


def _precise_enough(mention: DateMention, precision: str) -> bool:
    fiscal, _, part = precision.rpartition(" ")
    if part in {"quarter", "half"} or fiscal:
        has_part = part == "year" or getattr(mention, part) is not None
        return has_part and mention.year is not None
    match part:
        case "year":
            return mention.year is not None or mention.year_offset is not None
        case "month":
            return mention.month is not None
        case _:
            return mention.month is not None and mention.day is not None


def _resolve(mention: DateMention, names: tuple[str, ...], published: date) -> tuple[int, ...]:
    """What a mention says of year, month and day, or of a year and its part; 0 where unsaid."""
    if names[-1] in {"quarter", "half"}:
        return mention.year or 0, getattr(mention, names[-1]) or 0
    month, day = mention.month or 0, mention.day or 0
    if mention.year is not None:
        return mention.year, month, day
    if mention.year_offset is not None:
        return published.year + mention.year_offset, month, day
    years = (published.year - 1, published.year, published.year + 1)
    here = published.year * 12 + published.month
    return min(years, key=lambda year: abs(year * 12 + month - here)), month, day


def _told(mention: DateMention, names: tuple[str, ...], published: date) -> str:
    """A mention as an analyst writes it: 2023-09, 2028-Q3, FY2027."""
    parts, part = _resolve(mention, names, published), names[-1]
    fiscal = "FY" * mention.is_fiscal
    if part in {"quarter", "half"}:
        return f"{fiscal}{parts[0]}-{part[0].upper()}{parts[1]}"
    return fiscal + "-".join(f"{number:02}" for number in parts if number)


# --- Fiscal years by their last day

_LENGTHS = {  # words before that day in English, and behind it in Chinese
    "year": (r"(?:(?<!half)(?<!half[ -])year|(?:twelve|12) months)", "财?政?年度|十二个月|12个月"),
    "half": (r"(?:half(?:[ -]year)?|(?:six|6) months)", "六个月|6个月|半年度?"),
    "quarter": (r"(?:quarter|(?:three|3) months)", "三个月|3个月|季度?"),
}
_BEFORE = {
    part: re.compile(rf"(?<![a-z]){words} (?:that )?(?:ended|ending|to)(?: on)? $")
    for part, (words, _) in _LENGTHS.items()
}
_BEHIND = {part: re.compile(f"止的?(?:{words})") for part, (_, words) in _LENGTHS.items()}


def _says_its_end(quote: str, point: Point, year_end: YearEnd) -> bool:
    """Whether a quote says how long a fiscal year, or a part of one, is, and when it ends."""
    last, part = point.last(year_end), point.precision.rpartition(" ")[2]
    small = lower(fold(quote))
    for mention in read_dates(quote):
        is_last = (mention.year, mention.month) == (last.year, last.month)
        if not is_last or mention.day not in {None, last.day}:
            continue
        if _BEFORE[part].search(small, max(0, mention.start - 40), mention.start):
            return True
        if _BEHIND[part].match(small, mention.end):
            return True
    return False
