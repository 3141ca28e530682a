"""Whether a quote states a fact's date."""

from datetime import date

from exporter.evidence.claims import Claim
from exporter.evidence.figures import CONFIRMED, CONTRADICTED, NOT_STATED, FigureVerdict
from exporter.evidence.reading import DateMention, read_dates
from exporter.facts.words import Qualifier

_PARTS = {"year": ("year",), "month": ("year", "month"), "day": ("year", "month", "day")}


def confirm_date(claim: Claim, published: date | None) -> FigureVerdict:
    """Compare a date with the dates of its quote.

    A mention confirms it when it is as precise and every part agrees. A mention without a year
    means the date nearest to the source's publication; `last year` is counted from it. Where no
    publication is known (None), the date itself stands for it.
    """
    if claim.date is None:
        raise ValueError("the claim is not a date")
    published = published or claim.date
    mentions = [m for m in read_dates(claim.quote) if _precise_enough(m, claim.precision)]
    stated = [_resolve(mention, published) for mention in mentions]
    wanted = tuple(getattr(claim.date, part) for part in _PARTS[claim.precision])
    if claim.qualifier is not Qualifier.EXACT:
        wrong = f"the qualifier is '{claim.qualifier}', but a date has none"
        return FigureVerdict(CONTRADICTED, wrong, "leave the qualifier out")
    if any(parts[: len(wanted)] == wanted for parts in stated):
        return FigureVerdict(CONFIRMED)
    shown = "-".join(f"{part:02}" for part in wanted)
    if stated:
        said = ", ".join("-".join(f"{part:02}" for part in parts if part) for parts in stated)
        wrong = f"the date is {shown}, but the quote says {said}"
        return FigureVerdict(CONTRADICTED, wrong, "correct the date or the quote")
    wrong = f"the quote {claim.quote!r} does not state the date {shown}"
    return FigureVerdict(NOT_STATED, wrong, "quote the clause that states it")


def _precise_enough(mention: DateMention, precision: str) -> bool:
    match precision:
        case "year":
            return mention.year is not None or mention.year_offset is not None
        case "month":
            return mention.month is not None
        case _:
            return mention.month is not None and mention.day is not None


def _resolve(mention: DateMention, published: date) -> tuple[int, int, int]:
    """Year, month and day (0 where unsaid) of a mention."""
    month, day = mention.month or 0, mention.day or 0
    if mention.year is not None:
        return mention.year, month, day
    if mention.year_offset is not None:
        return published.year + mention.year_offset, month, day
    years = (published.year - 1, published.year, published.year + 1)
    here = published.year * 12 + published.month
    return min(years, key=lambda year: abs(year * 12 + month - here)), month, day
