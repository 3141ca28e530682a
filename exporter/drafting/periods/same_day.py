"""The day that Chinese means by one said before: 当日, 同日, 次日.

That of the nearest date before it, in its sentence or in those before it in its paragraph and the
one above; where none is said, the day of publication.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from exporter.drafting.model import Sentence
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.steps import DAY
from exporter.drafting.periods.whens import Step, When

_REACH = 5  # sentences before


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
    said = next(_days_before(when, sentence, read, readings), "")
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


def _days_of(whens: Sequence[When]) -> list[str]:
    return [one.period for one in whens if DAY.fullmatch(one.period)][::-1]


def _days_on(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
