"""Figures that stand at a moment: on the day of publication, or the last day of their period.

What a plan starts from, and what is sold so far of a year to come, is today's; net debt, staff and
shops are counted on a day.
"""

import re

from exporter.drafting.figures.sold_ahead import sold_ahead
from exporter.drafting.model import Guess, Sentence, Stated
from exporter.drafting.periods.brackets import is_told_again
from exporter.drafting.periods.closing_days import as_closed
from exporter.drafting.periods.counted import END
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.starts_of_plans import starts_plan
from exporter.drafting.periods.stocks import Measure, is_since, last_day, measure_of
from exporter.drafting.periods.taken_up import is_of_a_moment
from exporter.drafting.periods.whens import Step
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period


def at_its_moment(
    period: Guess[str], stated: Stated, sentence: Sentence, readings: Readings
) -> Guess[str]:
    """The period of a figure, or the day in it where the figure stands at a moment.

    Args:
        period: What its sentence or its document says.
        stated: The figure.
        sentence: In which it stands.
        readings: The sentences of its source.
    """
    read, said = readings.of(sentence.text), period.value
    if said and read.lang == "en" and _is_booked_ahead(said, stated, read, readings):
        return Guess("")
    if _starts_plan(said, stated, read, readings) or _is_sold_ahead(stated, read, readings):
        return Guess("")
    if said and read.lang == "zh" and _AT_A_YEAR_END_ZH.search(read.text[: stated.start]):
        return Guess(_last_day(said, readings), period.doubt)
    if said and _was_done_until(said, stated, read, readings):
        return Guess(readings.clock.document, period.doubt)
    if not said or not is_of_a_moment(stated, sentence, readings):
        return period
    if is_since(said, read, stated.start, stated.end):
        return Guess("", period.doubt)
    is_beside = readings.clock.document and is_told_again(read.text, stated.start)
    if not is_beside and _is_said_alone(said, read, readings.clock.document):
        return period
    return Guess(_last_day(said, readings), period.doubt)


# Net cash was £30m on 30 June |after it spent| £8m on machines: in the half that ended then
_AFTER = regex(r"[^;.]*?\b(?:after|having|despite)\b[^;.]*")


def _was_done_until(period: str, stated: Stated, read: Read, readings: Readings) -> bool:
    """Whether a sum was spent by the day that ends the document's period, and of a stock."""
    document = readings.clock.document
    if read.lang != "en" or not document or period != _last_day(document, readings):
        return False
    days = [one for one in read.whens if one.period == period and one.end <= stated.start]
    is_behind = any(_AFTER.fullmatch(read.text, one.end, stated.start) for one in days)
    return is_behind and measure_of(read, stated.start, stated.end) is Measure.FLOW


# 占比升至54%，而|上年末|为49.6%
_AT_A_YEAR_END_ZH = regex(
    "(?:去年|上年|前年|今年|[0-9]{4}年)(?:年)?[末底](?:则|却|还|仅|只|时|的|分别)*(?:为|是|有|达|在)?"
    "(?:约|近|逾|超过?|大约|不到)*$"
)


# Bookings for next summer are running | 6 per cent | ahead
_BOOKED = regex(
    r"\b(?:bookings|reservations|pre-?orders|(?:forward|advance|advanced) (?:sales|orders))\b"
    r"[^;.]{0,40} (?:are|is|were|have been) [^;.,0-9]{0,40}$",
    re.IGNORECASE,
)


def _is_booked_ahead(period: str, stated: Stated, read: Read, readings: Readings) -> bool:
    """Whether a figure tells how bookings stand today for a time that is still to come."""
    if _BOOKED.search(read.text[: stated.start]) is None:
        return False
    points = parse_period(period) or ()
    return bool(points) and points[0].first > readings.setting.published


def _starts_plan(period: str, stated: Stated, read: Read, readings: Readings) -> bool:
    """Whether a plan starts from a figure, which is today's: 明年由|1.1万家|增至1.5万家."""
    if read.lang != "zh" or not starts_plan(read.text, stated.start, stated.end):
        return False
    points = parse_period(period) or ()
    return not points or points[-1].last(readings.clock.ends) > readings.setting.published


def _is_sold_ahead(stated: Stated, read: Read, readings: Readings) -> bool:
    """Whether a figure is what has been sold so far of a year to come."""
    at, published = (stated.start, stated.end), readings.setting.published
    return read.lang == "en" and sold_ahead(read.text, *at, published) is not None


def _is_said_alone(period: str, read: Read, document: str) -> bool:
    """Whether a sentence says a period that is not the document's, and no end of it.

    It had 1,200 employees in 2019.
    """
    said = [when for when in read.whens if when.step is Step.SAID and when.period == period]
    is_end = any(END.search(read.text[max(0, when.start - 8) : when.end + 1]) for when in said)
    return bool(said) and not is_end and period != document


def _last_day(period: str, readings: Readings) -> str:
    """The last day of a period as the document says it, where its quarters end with a week."""
    setting = readings.setting
    day = last_day(period, readings.clock.year_end, setting.published)
    return as_closed(day, setting.source.text or "") if setting.lang == "en" else day
