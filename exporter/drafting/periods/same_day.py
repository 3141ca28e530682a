"""The day that Chinese means by one said before: 当日, 同日, 次日; 财报发布次日.

That of the nearest date before it, in its sentence or in those before it in its paragraph and the
one above, or of the last one on which a report was out; where none is said, that of publication.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from exporter.drafting.model import Sentence
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.steps import DAY
from exporter.drafting.periods.whens import Step, When
from exporter.engine.regex import regex

_REACH = 5  # sentences before
_REPORTS = "(?:季报|半年报|年报|中报|财报|快报|报告|公告|成绩单|业绩)"
# 财报发布|次日
_REPORT_IS_OUT = regex(f"{_REPORTS}[^，。；]{{2,6}}(?:次日|翌日|第二天|当日|当天|当晚)$")
# 8月27日|晚，新茶饮连锁企业禾山披露了首份半年报
_PUTS_OUT = regex(
    f"[^。；]{{0,60}}?(?:披露|发布|公布|公告|发表|交出|晒出|刊发)了?[^，。；]{{0,20}}?{_REPORTS}"
)


def dated_by_day_before(when: When, sentence: Sentence, read: Read, readings: Readings) -> When:
    """A period of a sentence, with the day that it means by one said before.

    Args:
        when: Any period; only one that means such a day changes.
        sentence: In which it is said.
        read: The same, read.
        readings: All sentences of the source.
    """
    if when.step is not Step.DAY_BEFORE:
        return when
    is_of_report = _REPORT_IS_OUT.search(read.text[: when.end]) is not None
    days = (_days_of_reports if is_of_report else _days_before)(when, sentence, read, readings)
    said = next(days, "")
    day = _days_on(said, when.days) if said else ""
    is_over = day and date.fromisoformat(day) < readings.setting.published
    return replace(when, step=Step.SAID, period=day if is_over else "", is_now=not is_over)


def _days_before(when: When, sentence: Sentence, read: Read, readings: Readings) -> Iterator[str]:
    """The days said before a place of a source, the nearest first."""
    yield from _days_of([one for one in read.whens if one.end <= when.start])
    at = readings.place_of(sentence, 0)
    before = readings.sentences[max(0, at - _REACH) : at][::-1]
    above = next((one.paragraph for one in before if one.paragraph != sentence.paragraph), 0)
    for earlier in before:
        if earlier.paragraph >= above:
            yield from _days_of(readings.of(earlier.text).whens)


def _days_of_reports(
    when: When, sentence: Sentence, read: Read, readings: Readings
) -> Iterator[str]:
    """The days before a place of a source on which a report was out, the nearest first."""
    at = readings.place_of(sentence, 0)
    for earlier in (readings.of(one.text) for one in readings.sentences[:at][::-1]):
        yield from _days_of(
            [one for one in earlier.whens if _PUTS_OUT.match(earlier.text, one.end)]
        )
    yield from _days_before(when, sentence, read, readings)


def _days_of(whens: Sequence[When]) -> list[str]:
    return [one.period for one in whens if DAY.fullmatch(one.period)][::-1]


def _days_on(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
