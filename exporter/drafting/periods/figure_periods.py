"""The period of a figure, as facts write it; "" where the day of the source's publication is meant.

What governs the figure in its sentence is told by `bound`; it is counted from what else is spoken
of (`Counted`), and carried from the sentence before, the heading or the document where the sentence
says none (`Unsaid`).
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from exporter.drafting.figures.sold_ahead import sold_ahead
from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.drafting.periods.aims_zh import is_of_no_year
from exporter.drafting.periods.asides import compared_aside, same_part
from exporter.drafting.periods.beside import beside_another, changed_dividend
from exporter.drafting.periods.bound import Bound, bound, opens_sentence
from exporter.drafting.periods.brackets import before_brackets, holds_last_year, is_told_again
from exporter.drafting.periods.broker_says import says_broker
from exporter.drafting.periods.carried import Carried
from exporter.drafting.periods.clauses import Tense, clause_at, tense_at
from exporter.drafting.periods.closing_days import as_closed
from exporter.drafting.periods.counted import END, GUIDED_ONCE, Counted
from exporter.drafting.periods.days_meant import day_meant
from exporter.drafting.periods.debt_beside import debt_beside
from exporter.drafting.periods.earlier_guidance import is_earlier_guidance, year_said
from exporter.drafting.periods.of_the_day import (
    day_said,
    has_come_to,
    is_now_as_well,
    is_of_a_move,
    is_of_the_day,
)
from exporter.drafting.periods.piece_values import is_of_a_piece
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read, Role, Span
from exporter.drafting.periods.sections import sections_of
from exporter.drafting.periods.starts_of_plans import starts_plan
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.steps import DAY, years_on
from exporter.drafting.periods.stocks import Measure, is_since, last_day, measure_of
from exporter.drafting.periods.taken_up import is_of_a_moment
from exporter.drafting.periods.told_earlier import DOUBT as TOLD_TOO_EARLY
from exporter.drafting.periods.told_earlier import told_too_early
from exporter.drafting.periods.unsaid import Unsaid
from exporter.drafting.periods.whens import Step, When, is_relative
from exporter.drafting.periods.wholes import (
    is_dated_by_start_of_works,
    is_saved_each_year,
    is_sum_of_plan,
    whole_of,
)
from exporter.drafting.periods.works import is_sum_of_works
from exporter.engine.regex import regex
from exporter.facts.periods import parse_period


class Periods:
    """The periods of the figures of a source."""

    def __init__(self, setting: Setting, sentences: Sequence[Sentence]) -> None:
        """Read what periods are counted from and carried over.

        Args:
            setting: What is known of the source.
            sentences: All of it, in order.
        """
        sections = sections_of(setting, sentences)
        self._starts = [section.start for section in sections]
        self._parts = [
            _Section(Readings(setting, section.sentences, section.document), section.doubt)
            for section in sections
        ]

    def of(self, stated: Stated, sentence: Sentence) -> Guess[str]:
        """The period of a figure."""
        at = max(0, bisect_right(self._starts, sentence.start) - 1)
        return self._parts[at].of(stated, sentence)

    def said(self, at: Span, sentence: Sentence) -> Guess[str]:
        """The period that a sentence says of what stands at a place of it; "" for none."""
        part = max(0, bisect_right(self._starts, sentence.start) - 1)
        return self._parts[part].said(at, sentence)

    @property
    def document(self) -> str:
        """The period that the document speaks of, or its first section; "" for none."""
        return self._parts[0].document


class _Section:
    """A source, or a part of it that is about a company of its own."""

    def __init__(self, readings: Readings, doubt: str = "") -> None:
        self._doubt = doubt  # of the period that it speaks of
        self._setting = readings.setting
        self._readings = readings
        self._clock = readings.clock
        self._has_last_year = holds_last_year(readings.setting.source.text or "")
        carried = Carried(readings)
        self._counted = Counted(readings, carried)
        self._unsaid = Unsaid(readings, carried, self._counted)

    @property
    def document(self) -> str:
        return self._clock.document

    def of(self, stated: Stated, sentence: Sentence) -> Guess[str]:
        """The period of a figure; in doubt where all of its section is."""
        found = self._of(stated, sentence)
        if told_too_early(found, self._readings.of(sentence.text), stated.start, self._clock):
            return Guess("", TOLD_TOO_EARLY)
        is_shared = self._doubt and found.value == self._clock.document
        return Guess(found.value, found.doubt or self._doubt) if is_shared else found

    def said(self, at: Span, sentence: Sentence) -> Guess[str]:
        read = self._readings.of(sentence.text)
        before = [when for when in read.whens if when.end <= at[0] and not when.is_now]
        if before and _IS_WHEN.fullmatch(read.text, before[-1].end, at[0]):
            return self._counted.of(Bound(before[-1]), at, sentence, read)  # also of a founding
        found = bound(read, *at)
        if found.when is None or found.is_base or found.when.is_now:
            return Guess("")
        return self._counted.of(found, at, sentence, read)

    def _of(self, stated: Stated, sentence: Sentence) -> Guess[str]:
        read = self._readings.of(sentence.text)
        if read.lang == "en" and (
            day := day_meant(read.text, stated.start, stated.end, self._clock)
        ):
            return Guess(day)
        if debt := debt_beside(read, stated.start):
            return self._of(stated._replace(start=debt[0], end=debt[1]), sentence)
        period = self._before(stated, sentence, read)
        period = period or self._found((stated.start, stated.end), sentence, read)
        if self._starts_plan(period.value, stated, read) or self._is_sold_ahead(stated, read):
            return Guess("")
        is_stock = period.value and is_of_a_moment(stated, sentence, self._readings)
        if is_stock and is_since(period.value, read, stated.start, stated.end):
            return Guess("", period.doubt)
        is_beside = self._clock.document and is_told_again(read.text, stated.start)
        if not is_stock or (not is_beside and self._is_said_alone(period.value, read)):
            return period
        end, published = self._clock.year_end, self._setting.published
        return Guess(self._closed(last_day(period.value, end, published)), period.doubt)

    def _closed(self, day: str) -> str:
        """A last day as the document says it, where its quarters end with a week."""
        text = self._setting.source.text or ""
        return as_closed(day, text) if self._setting.lang == "en" else day

    def _is_sold_ahead(self, stated: Stated, read: Read) -> bool:
        """Whether a figure is what has been sold so far of a year to come."""
        at, published = (stated.start, stated.end), self._setting.published
        return read.lang == "en" and sold_ahead(read.text, *at, published) is not None

    def _starts_plan(self, period: str, stated: Stated, read: Read) -> bool:
        """Whether a plan starts from a figure, which is today's: 明年由|1.1万家|增至1.5万家."""
        if read.lang != "zh" or not starts_plan(read.text, stated.start, stated.end):
            return False
        points = parse_period(period) or ()
        return not points or points[-1].last(self._clock.ends) > self._setting.published

    def _before(self, stated: Stated, sentence: Sentence, read: Read) -> Guess[str] | None:
        """The period a year before that of the figure before brackets, where these hold that."""
        beside = before_brackets(read, stated.start, stated.end) if self._has_last_year else None
        if beside is None:
            return None
        period = self._found(beside, sentence, read)
        return Guess(years_on(period.value, -1), period.doubt) if period.value else None

    def _is_said_alone(self, period: str, read: Read) -> bool:
        """Whether a sentence says a period that is not the document's, and no end of it.

        It had 1,200 employees in 2019.
        """
        said = [when for when in read.whens if when.step is Step.SAID and when.period == period]
        is_end = any(END.search(read.text[max(0, when.start - 8) : when.end + 1]) for when in said)
        return bool(said) and not is_end and period != self._clock.document

    def _found(self, at: Span, sentence: Sentence, read: Read) -> Guess[str]:
        found = bound(read, *at)
        is_now = is_now_as_well(found.when, at, read)
        tense = Tense.PRESENT if is_now else tense_at(read.text, *at, read.lang)
        if read.lang == "en" and (by := self._by_another(found, tense, at, sentence, read)):
            return by
        if self._is_of_the_day(found, at, read):
            return Guess(day_said(read, at[0], self._setting.published))
        is_said = found.when is not None and (found.is_near or found.is_base)
        if not is_said and (part_of := whole_of(read, at[0])):
            return self._found(part_of, sentence, read)
        is_dated = is_said and not is_dated_by_start_of_works(read, at[0])
        is_of_none = is_sum_of_works(read, *at) or (not is_dated and is_sum_of_plan(read, *at))
        is_of_none = is_of_none or (found.when is None and is_of_no_year(read.text, *at))
        is_dated_before = found.when is not None and found.when.end <= at[0]
        is_of_none = is_of_none or (not is_dated_before and is_saved_each_year(read, *at))
        if is_of_none or (found.when is None and self._is_of_a_piece(at, sentence, read)):
            return Guess("")
        if found.when is None or self._is_of_others(found, tense, at, read):
            return self._unsaid.of(found, at, sentence, read, tense)
        if found.when.is_now:
            return Guess("")
        part = self._of_aside(found.when, at, sentence, read)
        period = Guess(part) if part else self._counted.of(found, at, sentence, read)
        if found.when.doubt and (not period.value or found.when.period == period.value):
            return Guess(period.value, found.when.doubt)
        return period

    def _is_of_a_piece(self, at: Span, sentence: Sentence, read: Read) -> bool:
        """Whether a broker tells what one piece of a product is worth, at no time."""
        is_of_piece = read.lang == "zh" and is_of_a_piece(read.text, *at)
        return is_of_piece and says_broker(at[0], sentence, self._setting)

    def _by_another(
        self, found: Bound, tense: Tense, at: Span, sentence: Sentence, read: Read
    ) -> Guess[str] | None:
        """The period of a figure that is told beside another one in English; None elsewhere."""
        if is_earlier_guidance(read.text, *at):
            return self._of_earlier_guidance(found, at, sentence, read)
        if beside := beside_another(found, at, read) or changed_dividend(at, read):
            return self._found(beside, sentence, read)
        is_of_its = _OF_ITS.search(read.text[: at[0]]) and tense is Tense.FUTURE
        return Guess("") if is_of_its else None  # 45 of its |512| branches will close

    def _of_earlier_guidance(
        self, found: Bound, at: Span, sentence: Sentence, read: Read
    ) -> Guess[str]:
        """The year that guidance was for which has been replaced: that of the new one beside it."""
        if found.is_base and (beside := [span for span in read.figures if span[1] <= at[0]]):
            return self._found(beside[-1], sentence, read)
        if found.when is not None and not found.is_base and year_said(found.when, read, at[0]):
            return self._counted.of(found, at, sentence, read)
        return self._unsaid.of_guidance(sentence)

    def _of_aside(self, when: When, at: Span, sentence: Sentence, read: Read) -> str:
        """The part of another year that an aside tells of; "" where it is none."""
        before = compared_aside(read, when, at)
        if before is None:
            return ""
        period = self._found(before, sentence, read).value
        return same_part(period, when.period, self._clock.year_end)

    def _is_of_the_day(self, found: Bound, at: Span, read: Read) -> bool:
        """Whether a figure is of no period, whatever its sentence says."""
        is_near = found.when is not None and found.is_near
        is_day = found.when is not None and DAY.fullmatch(found.when.period)
        if not is_day and is_of_a_move(read, at[0]):
            return True
        if not is_near and found.when is not None and has_come_to(read, found.when.end, at[0]):
            return self._readings.is_open(found.when.period)
        return not is_near and not is_day and is_of_the_day(read, *at, read.lang)

    def _is_of_others(self, found: Bound, tense: Tense, at: Span, read: Read) -> bool:
        """Whether a period of another part of the sentence does not fit how the figure's speaks.

        It will close two plants in 2026, and employs 300 people; it lost $3 million in 2022, and
        plans to invest $40 million.
        """
        when = found.when
        if when in read.whens and read.roles[read.whens.index(when)] is Role.ANNOUNCED:
            return tense is Tense.FUTURE  # said in June that it would spend
        if is_now_as_well(when, at, read):
            return True
        if when is None or found.is_near or found.is_base or _is_expected(at, read):
            return False
        if tense is Tense.PRESENT:
            is_stock = measure_of(read, *at) is Measure.STOCK
            if DAY.fullmatch(when.period) and (is_stock or _is_as_of(when, read)):
                return False
            is_told = tense_at(read.text, when.start, when.end, read.lang) is Tense.PAST
            return is_told or not opens_sentence(read, when)
        return self._is_of_another_time(when, tense, read)

    def _is_of_another_time(self, when: When, tense: Tense, read: Read) -> bool:
        """Whether a period is over of what is to come, or to come of what was."""
        if is_relative(when):
            return tense is Tense.FUTURE
        points = parse_period(when.period) or ()
        if not points:
            return False
        ends = points[-1].last(self._clock.ends)
        if tense is Tense.FUTURE:
            is_other = tense_at(read.text, when.start, when.end, read.lang) is not tense
            return is_other and ends < self._setting.published
        return tense is Tense.PAST and self._readings.is_to_come(when.period)


# In 2014年|甲成立, |，并在当年打造
_IS_WHEN = regex("[^，；。0-9]*(?:，[并也还]?[^，；。]{0,4}(?:当年|同年|当月|同月)[^，；。]*)?")


def _is_as_of(when: When, read: Read) -> bool:
    """Whether a day opens all that comes behind it: 截至6月末已投入9.2亿元，工程进度为|56%|."""
    begin = max(0, when.start - len("截至"))
    return re.search("截[至止]", read.text[begin : when.end]) is not None


def _is_expected(at: Span, read: Read) -> bool:
    """Whether a figure is what was expected: beating the $3 billion that analysts had expected."""
    if WORDS[read.lang].compared.search(read.text[: at[0]]):
        return True
    return GUIDED_ONCE.search(clause_at(read.text, *at, read.lang)) is not None


# 45 of its |512| branches will close, 900 of |14,300| jobs are to go
_OF_ITS = regex(
    r"(?:^|[^0-9,])(?!(?:19|20)[0-9]{2} )[0-9,]+ of $"
    r"|\b(?:[0-9]+|some|half|most|all) of (?:its|their|his|her|our) (?:[a-z-]+ )?$"
)
