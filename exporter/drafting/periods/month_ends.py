"""The end of a month that is nearly over, of which a text tells how things were: of that month.

On 30 October a paper writes 10月底均价为1.35元, at the end of October prices stood at 1.35: that
day is still to come, and nobody plans or expects its price.
"""

from datetime import date, timedelta

from exporter.drafting.periods.clauses import Tense
from exporter.drafting.periods.steps import DAY
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN

_MONTH_END = regex(
    rf"月[底末]|月度末|\b(?:end|close) of (?:the month|{MONTHS_EN})|\bmonth[- ]end\b"
    rf"|\b(?:late|end-?)[ -]?(?:{MONTHS_EN})"
)
_ABOUT_NOW = timedelta(days=5)


def of_month_told(period: str, text: str, tense: Tense, published: date) -> str:
    """The month at whose end something was, though its last day is still to come; else `period`.

    Args:
        period: Of a figure, as facts write it.
        text: Of its sentence.
        tense: In which its clause speaks.
        published: When the source appeared.
    """
    if not DAY.fullmatch(period) or tense is Tense.FUTURE or not _MONTH_END.search(text):
        return period
    day = date.fromisoformat(period)
    is_last = (day + timedelta(days=1)).day == 1
    is_this_month = day > published and (day.year, day.month) == (published.year, published.month)
    is_told = tense is Tense.PAST or day - published <= _ABOUT_NOW
    return period[: len("2026-10")] if is_last and is_this_month and is_told else period
