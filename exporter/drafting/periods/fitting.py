"""Whether a period fits a figure in whose own part of the sentence it is not said.

It will close two plants in 2026, and employs 300 people: a figure that speaks of today is of no
period to come, nor is what was planned of one that is over.
"""

import re

from exporter.drafting.periods.bound import Bound, opens_sentence
from exporter.drafting.periods.clauses import Tense, clause_at, tense_at
from exporter.drafting.periods.consensus_judged import is_consensus_judged
from exporter.drafting.periods.counted import GUIDED_ONCE
from exporter.drafting.periods.of_the_day import is_now_as_well
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read, Role, Span
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.steps import DAY
from exporter.drafting.periods.stocks import Measure, measure_of
from exporter.drafting.periods.whens import When, is_relative
from exporter.facts.periods import parse_period


def is_of_others(found: Bound, tense: Tense, at: Span, read: Read, readings: Readings) -> bool:
    """Whether a period of another part of the sentence does not fit how the figure's speaks.

    It will close two plants in 2026, and employs 300 people; it lost $3 million in 2022, and
    plans to invest $40 million.
    """
    when = found.when
    if when in read.whens and read.roles[read.whens.index(when)] is Role.ANNOUNCED:
        return tense is Tense.FUTURE  # said in June that it would spend
    if is_now_as_well(when, at, read):
        return True
    if when is None or found.is_said or _is_expected(at, read):
        return False
    if read.lang == "en" and is_consensus_judged(read.text, when.end):
        return False  # looked too high, of what is to come
    if tense is Tense.PRESENT:
        is_stock = measure_of(read, *at) is Measure.STOCK
        if DAY.fullmatch(when.period) and (is_stock or _is_as_of(when, read)):
            return False
        told = tense_at(read.text, when.start, when.end, read.lang)
        is_told = told is Tense.PAST or (read.lang == "zh" and told is Tense.FUTURE)
        return is_told or not opens_sentence(read, when)
    return _is_of_another_time(when, tense, read, readings)


def _is_of_another_time(when: When, tense: Tense, read: Read, readings: Readings) -> bool:
    """Whether a period is over of what is to come, or to come of what was."""
    if is_relative(when):
        return tense is Tense.FUTURE
    points = parse_period(when.period) or ()
    if not points:
        return False
    ends = points[-1].last(readings.clock.ends)
    if tense is Tense.FUTURE:
        is_other = tense_at(read.text, when.start, when.end, read.lang) is not tense
        return is_other and ends < readings.setting.published
    return tense is Tense.PAST and readings.is_to_come(when.period)


def _is_as_of(when: When, read: Read) -> bool:
    """Whether a day opens all that comes behind it: 截至6月末已投入9.2亿元，工程进度为|56%|."""
    begin = max(0, when.start - len("截至"))
    return re.search("截[至止]", read.text[begin : when.end]) is not None


def _is_expected(at: Span, read: Read) -> bool:
    """Whether a figure is what was expected: beating the $3 billion that analysts had expected."""
    if WORDS[read.lang].compared.search(read.text[: at[0]]):
        return True
    return GUIDED_ONCE.search(clause_at(read.text, *at, read.lang)) is not None
