"""Whether a quote states a fact's date."""

from datetime import date

from exporter.evidence.figures import CONFIRMED, CONTRADICTED, NOT_STATED, FigureVerdict
from exporter.evidence.reading import DateMention, read_dates
from exporter.facts.table import Fact
from exporter.facts.words import Qualifier

_PARTS = {"year": ("year",), "month": ("year", "month"), "day": ("year", "month", "day")}


def confirm_date(fact: Fact, published: date) -> FigureVerdict:
    """Compare a date with the dates of its quote.

    A mention confirms it when it is as precise and every part agrees. A mention without a year
    means the date nearest to the source's publication; `last year` is counted from it.
    """
    if fact.date is None:
        raise ValueError(f"{fact.id} is not a date")
    mentions = [m for m in read_dates(fact.quote) if _precise_enough(m, fact.precision)]
    stated = [_resolve(mention, published) for mention in mentions]
    wanted = tuple(getattr(fact.date, part) for part in _PARTS[fact.precision])
    if fact.qualifier is not Qualifier.EXACT:
        wrong = f"the qualifier is '{fact.qualifier}', but a date has none"
        return FigureVerdict(CONTRADICTED, wrong, "leave the qualifier out")
    if any(parts[: len(wanted)] == wanted for parts in stated):
        return FigureVerdict(CONFIRMED)
    shown = "-".join(f"{part:02}" for part in wanted)
    if stated:
        said = ", ".join("-".join(f"{part:02}" for part in parts if part) for parts in stated)
        wrong = f"the date is {shown}, but the quote says {said}"
        return FigureVerdict(CONTRADICTED, wrong, "correct the date or the quote")
    wrong = f"the quote {fact.quote!r} does not state the date {shown}"
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
