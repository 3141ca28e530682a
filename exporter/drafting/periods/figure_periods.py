"""The period of a figure, as facts write it; "" where the day of the source's publication is meant.

What governs the figure in its sentence is told by `bound`; it is counted from what else is spoken
of (`Counted`), and carried from the sentence before, the heading or the document where the sentence
says none (`Unsaid`), or one that does not fit (`fitting`). What stands at a moment is of a day
(`moments`).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from exporter.drafting.marks import after_last
from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.drafting.names.quoted import quoted
from exporter.drafting.names.trade_voices import is_of_a_trade, trade_voice
from exporter.drafting.periods.aims_zh import is_of_no_year
from exporter.drafting.periods.asides import compared_aside, same_part
from exporter.drafting.periods.beside import beside_another, changed_dividend, grown_from
from exporter.drafting.periods.bound import Bound, bound
from exporter.drafting.periods.brackets import before_brackets, holds_last_year
from exporter.drafting.periods.broker_says import says_broker
from exporter.drafting.periods.capital_spending import year_of_spending
from exporter.drafting.periods.carried import Carried
from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.counted import Counted
from exporter.drafting.periods.days_meant import day_meant
from exporter.drafting.periods.debt_beside import debt_beside
from exporter.drafting.periods.due_shares import stock_that_falls_due
from exporter.drafting.periods.earlier_guidance import is_earlier_guidance, year_said
from exporter.drafting.periods.fitting import is_of_others
from exporter.drafting.periods.interim_dividends import half_of_interim
from exporter.drafting.periods.moments import at_its_moment
from exporter.drafting.periods.month_ends import of_month_told
from exporter.drafting.periods.no_time import is_of_no_time
from exporter.drafting.periods.of_the_day import (
    day_said,
    has_come_to,
    is_move_before_another,
    is_now_as_well,
    is_of_a_move,
    is_of_the_day,
)
from exporter.drafting.periods.once import once, once_since
from exporter.drafting.periods.other_reasons import is_beside_expected
from exporter.drafting.periods.piece_values import is_of_a_piece
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.said_words import ONCE_ZH
from exporter.drafting.periods.same_day import dated_by_day_before
from exporter.drafting.periods.sections import sections_of
from exporter.drafting.periods.set_anew import is_set_then
from exporter.drafting.periods.steps import DAY, years_on
from exporter.drafting.periods.to_be_done import are_to_be_done
from exporter.drafting.periods.told_earlier import DOUBT as TOLD_TOO_EARLY
from exporter.drafting.periods.told_earlier import told_of_before, told_too_early
from exporter.drafting.periods.unsaid import Unsaid
from exporter.drafting.periods.whens import When
from exporter.drafting.periods.wholes import (
    is_dated_by_start_of_works,
    is_saved_each_year,
    is_sum_of_plan,
    whole_of,
)
from exporter.drafting.periods.works import is_sum_of_works
from exporter.drafting.periods.years_of_spans import year_within
from exporter.engine.regex import regex

# In 2014年|甲成立, |，并在当年打造
_IS_WHEN = regex("[^，；。0-9]*(?:，[并也还]?[^，；。]{0,4}(?:当年|同年|当月|同月)[^，；。]*)?")
# 45 of its |512| branches will close, 900 of |14,300| jobs are to go
_OF_ITS = regex(
    r"(?:^|[^0-9,])(?!(?:19|20)[0-9]{2} )[0-9,]+ of $"
    r"|\b(?:[0-9]+|some|half|most|all) of (?:its|their|his|her|our) (?:[a-z-]+ )?$"
)


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


def _is_of_once(text: str, start: int) -> bool:
    """Whether a Chinese clause tells how things were at no time that is said: 以前要一年."""
    begin = after_last(text, "，。；：", start)
    return ONCE_ZH.match(text, begin, start) is not None


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
        found = self._told(stated, sentence)
        if told_too_early(found, self._readings.of(sentence.text), stated.start, self._clock):
            return Guess("", TOLD_TOO_EARLY)
        if told_of_before(found, self._readings.of(sentence.text), stated.start):
            return Guess("")
        is_shared = self._doubt and found.value == self._clock.document
        return Guess(found.value, found.doubt or self._doubt) if is_shared else found

    def _told(self, stated: Stated, sentence: Sentence) -> Guess[str]:
        """The period; the month of a month-end at which something is told to have been."""
        found, text = self._of(stated, sentence), self._readings.of(sentence.text).text
        tense = tense_at(text, stated.start, stated.end, self._setting.lang)
        period = of_month_told(found.value, text, tense, self._setting.published)
        return replace(found, value=period)

    def said(self, at: Span, sentence: Sentence) -> Guess[str]:
        read = self._readings.of(sentence.text)
        before = [when for when in read.whens if when.end <= at[0] and not when.is_now]
        if before and _IS_WHEN.fullmatch(read.text, before[-1].end, at[0]):
            return self._counted.of(Bound(before[-1]), at, sentence, read)  # also of a founding
        found = self._bound(at, sentence, read)
        if found.when is None or found.is_base or found.when.is_now:
            return Guess("")
        return self._counted.of(found, at, sentence, read)

    def _of(self, stated: Stated, sentence: Sentence) -> Guess[str]:
        read = self._readings.of(sentence.text)
        if read.lang == "en" and (
            day := day_meant(read.text, stated.start, stated.end, self._clock)
        ):
            return Guess(day)
        if stock := stock_that_falls_due(read, stated.start, stated.end):
            return self._of(stated._replace(start=stock[0], end=stock[1]), sentence)
        is_to_come = are_to_be_done(stated, read.text, read.lang)
        if is_to_come and bound(read, stated.start, stated.end).when is None:
            return Guess("")
        if stock := debt_beside(read, stated.start):
            return self._of(stated._replace(start=stock[0], end=stock[1]), sentence)
        period = self._before(stated, sentence, read)
        period = period or self._found((stated.start, stated.end), sentence, read)
        dividend = changed_dividend((stated.start, stated.end), read) or (stated.start, stated.end)
        period = replace(
            period, value=half_of_interim(period.value, read, dividend[0], self.document)
        )
        year = year_within(period.value, stated, read)
        period = period if year == period.value else Guess(year)
        return at_its_moment(period, stated, sentence, self._readings)

    def _before(self, stated: Stated, sentence: Sentence, read: Read) -> Guess[str] | None:
        """The period a year before that of the figure before brackets, where these hold that."""
        beside = before_brackets(read, stated.start, stated.end) if self._has_last_year else None
        if beside is None:
            return None
        period = self._found(beside, sentence, read)
        return Guess(years_on(period.value, -1), period.doubt) if period.value else None

    def _found(self, at: Span, sentence: Sentence, read: Read) -> Guess[str]:
        found = self._bound(at, sentence, read)
        is_now = is_now_as_well(found.when, at, read)
        tense = Tense.PRESENT if is_now else tense_at(read.text, *at, read.lang)
        if read.lang == "en" and (by := self._by_another(found, tense, at, sentence, read)):
            return by
        if self._is_of_the_day(found, at, sentence, read):
            return Guess(day_said(read, at[0], self._setting.published))
        is_others = found.when is None or is_of_others(found, tense, at, read, self._readings)
        part_of = None if found.is_said else whole_of(read, at[0])
        if part_of := part_of or (grown_from(at, read) if is_others else None):
            return self._found(part_of, sentence, read)
        if self._is_of_none(found, at, sentence, read):
            return Guess("")
        if found.when is None or is_others:
            then = once(read, at) if found.when is None and tense is not Tense.FUTURE else None
            return then or self._unsaid.of(found, at, sentence, read, tense)
        return self._by_its_words(found, found.when, at, sentence, read)

    def _by_its_words(
        self, found: Bound, when: When, at: Span, sentence: Sentence, read: Read
    ) -> Guess[str]:
        """The period that the words say which govern a figure."""
        if when.is_now:
            return Guess("")
        part = self._of_aside(when, at, sentence, read)
        period = Guess(part) if part else self._counted.of(found, at, sentence, read)
        if year := year_of_spending(period.value, when, read, at[0]):
            return Guess(year)
        doubt = when.doubt or when.note
        if doubt and (not period.value or when.period == period.value):
            return Guess(period.value, doubt)
        return period

    def _bound(self, at: Span, sentence: Sentence, read: Read) -> Bound:
        """What governs a figure; 当日 is the day that was said before it."""
        found = bound(read, *at)
        if found.when is None:
            return found
        when = dated_by_day_before(found.when, sentence, read, self._readings)
        return replace(found, when=when)

    def _is_of_none(self, found: Bound, at: Span, sentence: Sentence, read: Read) -> bool:
        """Whether a figure is of no period: a sum of a plan or of works, what a piece is worth."""
        is_dated = found.is_said and not is_dated_by_start_of_works(read, at[0])
        if is_sum_of_works(read, *at) or (not is_dated and is_sum_of_plan(read, *at)):
            return True
        if found.when is None and is_of_no_year(read.text, *at):
            return True
        head = read.text[: at[0]]
        if read.lang == "en" and (
            is_of_no_time(read, at[0], found.when) or is_beside_expected(head)
        ):
            return True
        if not found.is_said and read.lang == "zh" and _is_of_once(read.text, at[0]):
            return True
        is_dated_before = found.when is not None and found.when.end <= at[0]
        if not is_dated_before and is_saved_each_year(read, *at):
            return True
        is_of_piece = found.when is None and read.lang == "zh" and is_of_a_piece(read.text, *at)
        return is_of_piece and says_broker(at[0], sentence, self._setting)

    def _by_another(
        self, found: Bound, tense: Tense, at: Span, sentence: Sentence, read: Read
    ) -> Guess[str] | None:
        """The period of a figure that is told beside another one in English; None elsewhere."""
        if is_earlier_guidance(read.text, *at):
            return self._of_earlier_guidance(found, at, sentence, read)
        if then := once_since(read, at, found.when):
            return then
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

    def _is_of_the_day(self, found: Bound, at: Span, sentence: Sentence, read: Read) -> bool:
        """Whether a figure is of no period, whatever its sentence says."""
        is_near = found.when is not None and found.is_near
        is_day = found.when is not None and DAY.fullmatch(found.when.period)
        if not is_day and is_of_a_move(read, at[0]):
            return True
        if found.when is not None and is_move_before_another(read, *at, found.when):
            return True
        if read.main and is_set_then(read, *at):
            return False
        is_dated = read.lang != "zh" or found.when is not None
        if not is_dated and self._is_of_a_trade(at, sentence, read):
            return True
        if not is_near and found.when is not None and has_come_to(read, found.when.end, at[0]):
            return self._readings.is_open(found.when.period)
        return not is_near and not is_day and is_of_the_day(read, *at, read.lang)

    def _is_of_a_trade(self, at: Span, sentence: Sentence, read: Read) -> bool:
        """Whether somebody of a trade tells a paper of their own, before the figure or behind."""
        if trade_voice(read.text[: at[0]]):
            return True
        who = quoted(sentence.start + at[0], self._setting.source.text or "")
        return is_of_a_trade(who)
