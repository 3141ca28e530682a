"""Whether a quote states a fact's date or period."""

from datetime import date

from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.reading import DateMention, read_dates
from exporter.facts.periods import Point
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


def confirm_date(claim: Claim, published: date | None) -> FigureVerdict:
    """Compare a date with the dates of its quote.

    A mention confirms it when it is as precise and every part agrees. A mention without a year
    means the date nearest to the source's publication; `last year` is counted from it. Where no
    publication is known (None), the date itself stands for it. A fiscal year is confirmed by a
    fiscal year alone, and a quarter of one by such a quarter.
    """
    if claim.date is None:
        raise ValueError("the claim is not a date")
    published, point = published or claim.date, Point(claim.date, claim.precision)
    parts = _PARTS[claim.precision]
    stated = [
        _resolve(mention, parts, published)
        for mention in read_dates(claim.quote)
        if _precise_enough(mention, claim.precision)
    ]
    wanted = _parts_of(point, parts)
    if claim.qualifier is not Qualifier.EXACT:
        wrong = f"the qualifier is '{claim.qualifier}', but a date has none"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, "leave the qualifier out")
    if any(said[: len(wanted)] == wanted for said in stated):
        return FigureVerdict(FigureState.CONFIRMED)
    shown = point.written()
    if stated:
        told = ", ".join(_told(said, claim.precision) for said in stated)
        wrong = f"the date is {shown}, but the quote says {told}"
        return FigureVerdict(FigureState.CONTRADICTED, wrong, "correct the date or the quote")
    wrong = f"the quote {claim.quote!r} does not state the date {shown}"
    return FigureVerdict(FigureState.NOT_STATED, wrong, "quote the clause that states it")


def _parts_of(point: Point, names: tuple[str, ...]) -> tuple[int, ...]:
    of_point = {"quarter": point.quarter, "half": point.half}
    return tuple(of_point.get(name) or getattr(point.first, name) for name in names)


def _precise_enough(mention: DateMention, precision: str) -> bool:
    fiscal, _, part = precision.rpartition(" ")
    if part in {"quarter", "half"} or fiscal:
        has_part = part == "year" or getattr(mention, part) is not None
        return has_part and mention.is_fiscal is bool(fiscal) and mention.year is not None
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


def _told(parts: tuple[int, ...], precision: str) -> str:
    """The parts of a date as an analyst writes them: 2023-09, 2028-Q3."""
    fiscal, _, part = precision.rpartition(" ")
    if part in {"quarter", "half"}:
        return f"{fiscal and 'FY'}{parts[0]}-{part[0].upper()}{parts[1]}"
    return f"{fiscal and 'FY'}" + "-".join(f"{number:02}" for number in parts if number)
