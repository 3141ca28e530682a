"""The period of a figure, as facts write it; "" where the day of the source's publication is meant.

What governs the figure in its sentence is told by `bound_periods`; here it is counted from what
else is spoken of, and carried from the sentence before, the heading or the document where the
sentence says none.
"""

import re
from collections.abc import Sequence

from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.drafting.periods import said_words as words
from exporter.drafting.periods.bound import Bound, bound, opens_sentence
from exporter.drafting.periods.carried import Carried
from exporter.drafting.periods.clauses import Tense, clause_at, tense_at
from exporter.drafting.periods.of_the_day import is_of_a_move, is_of_the_day, weekday_said
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.spoken_of import (
    before_publication,
    one_before_it,
    said,
    this_one,
    years_before,
)
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.steps import is_within_a_year, years_on
from exporter.drafting.periods.stocks import Measure, last_day, measure_of, span_to
from exporter.drafting.periods.whens import Step, When, is_relative
from exporter.drafting.periods.wholes import is_sum_of_plan, whole_of
from exporter.facts.periods import YearEnd, parse_period


class Periods:
    """The periods of the figures of a source."""

    def __init__(self, setting: Setting, sentences: Sequence[Sentence]) -> None:
        """Read what periods are counted from and carried over.

        Args:
            setting: What is known of the source.
            sentences: All of it, in order.
        """
        self._setting = setting
        self._readings = Readings(setting, sentences)
        self._carried = Carried(self._readings)
        self._clock = self._readings.clock

    @property
    def document(self) -> str:
        """The period that the document speaks of; "" for none."""
        return self._clock.document

    def of(self, stated: Stated, sentence: Sentence) -> Guess[str]:
        """The period of a figure."""
        read = self._readings.of(sentence.text)
        period = self._found((stated.start, stated.end), sentence, read)
        is_stock = period.value and measure_of(read, stated.start, stated.end) is Measure.STOCK
        if not is_stock or self._is_said_alone(period.value, read):
            return period
        end, published = self._clock.year_end, self._setting.published
        return Guess(last_day(period.value, end, published), period.doubt)

    def _is_said_alone(self, period: str, read: Read) -> bool:
        """Whether a sentence says a period that is not the document's, and no end of it.

        It had 1,200 employees in 2019.
        """
        said = [when for when in read.whens if when.step is Step.SAID and when.period == period]
        is_end = any(_END.search(read.text[max(0, when.start - 8) : when.end + 1]) for when in said)
        return bool(said) and not is_end and period != self._clock.document

    def _found(self, at: Span, sentence: Sentence, read: Read) -> Guess[str]:
        found = bound(read, *at)
        tense = tense_at(read.text, *at, read.lang)
        if _OF_ITS.search(read.text[: at[0]]) and tense is Tense.FUTURE:
            return Guess("")  # 45 of its |512| branches will close
        if self._is_of_the_day(found, at, read):
            return Guess(weekday_said(read, at[0], self._setting.published))
        is_said = found.when is not None and (found.is_near or found.is_base)
        if not is_said and (part_of := whole_of(read, at[0])):
            return self._found(part_of, sentence, read)
        if not is_said and is_sum_of_plan(read, at[0]):
            return Guess("")
        if found.when is None or self._is_of_others(found, tense, read):
            return self._unsaid(found, at, sentence, read, tense)
        if found.when.is_now:
            return Guess("")
        period = self._counted(found, at, sentence, read)
        if found.when.doubt and (not period.value or found.when.period == period.value):
            return Guess(period.value, found.when.doubt)
        return period

    def _is_of_the_day(self, found: Bound, at: Span, read: Read) -> bool:
        """Whether a figure is of no period, whatever its sentence says."""
        is_near = found.when is not None and found.is_near
        is_day = found.when is not None and _DAY.fullmatch(found.when.period)
        if not is_day and is_of_a_move(read, at[0]):
            return True
        return not is_near and not is_day and is_of_the_day(read, *at, read.lang)

    def _is_of_others(self, found: Bound, tense: Tense, read: Read) -> bool:
        """Whether a period of another part of the sentence does not fit how the figure's speaks.

        It will close two plants in 2026, and employs 300 people; it lost $3 million in 2022, and
        plans to invest $40 million.
        """
        when = found.when
        if when is None or found.is_near or found.is_base:
            return False
        if tense is Tense.PRESENT:
            is_told = tense_at(read.text, when.start, when.end, read.lang) is Tense.PAST
            return is_told or not opens_sentence(read, when)
        if is_relative(when):
            return tense is Tense.FUTURE
        points = parse_period(when.period) or ()
        if not points:
            return False
        ends = points[-1].last(self._clock.year_end or YearEnd(12, 31))
        if tense is Tense.FUTURE:
            is_other = tense_at(read.text, when.start, when.end, read.lang) is not tense
            return is_other and ends < self._setting.published
        return tense is Tense.PAST and self._readings.is_to_come(when.period)

    # --- What is counted from another period

    def _counted(self, found: Bound, at: Span, sentence: Sentence, read: Read) -> Guess[str]:
        when = found.when
        if when is None:
            return Guess("")
        base = self._base(sentence, read, when.start, when)
        is_flow = measure_of(read, *at) is Measure.FLOW
        if is_flow and when.step in _BEFORE and _DAY.fullmatch(base):  # 截至9月末，……。现金流……
            base = span_to(base, self._clock) or base
        match when.step:
            case Step.SAID if is_flow and not found.is_near and _is_end(when, read):
                return Guess(span_to(when.period, self._clock) or when.period)
            case Step.SAID:
                return Guess(self._dated(when, found, base, read))
            case Step.THIS:
                return this_one(when, base, read, self._clock)
            case Step.ONE_BEFORE:
                is_deictic = said(when, read).startswith("last") and not found.is_base
                return one_before_it(when, base, is_deictic, self._clock)
            case _:
                return (
                    Guess(years_before(when, base))
                    if base
                    else before_publication(when, self._clock)
                )

    def _dated(self, when: When, found: Bound, base: str, read: Read) -> str:
        """What a date says; 去年 beside a quarter is the same quarter."""
        if self._clock.document and said(when, read) in {"上年", "上年度"}:
            return years_on(base or self._clock.document, -1)
        if found.is_base and _is_last_year(when, read):
            return years_on(base, -1) if is_within_a_year(base) else when.period
        if _is_fiscal_too(when, found, base, read):
            return f"FY{when.period}"
        return "" if when.period == self._setting.published.isoformat() else when.period

    def _base(self, sentence: Sentence, read: Read, start: int, but: When | None) -> str:
        """The period that others of a sentence are counted from: the nearest before, or behind."""
        mains = [
            other
            for other in read.main
            if other is not but and other.step in {Step.SAID, Step.THIS} and not other.is_now
        ]
        before = [other for other in mains if other.end <= start]
        is_ahead = tense_at(read.text, start, start, read.lang) is Tense.FUTURE
        behind = [
            other
            for other in mains
            if other.start >= start
            and (
                is_ahead
                or tense_at(read.text, other.start, other.end, read.lang) is not Tense.FUTURE
            )
        ]
        for other in (*before[::-1], *behind):
            if period := self._carried.resolved(other, sentence, read):
                return period
        if _GUIDED_ONCE.search(read.text) and (
            guided := self._carried.guided(sentence, is_result=True)
        ):
            return guided
        carried, _ = self._carried.period(sentence)
        return carried or self._clock.document

    # --- What is carried

    def _unsaid(
        self, found: Bound, at: Span, sentence: Sentence, read: Read, tense: Tense
    ) -> Guess[str]:
        if found.is_base:
            return self._earlier(at, sentence, read, tense)
        if tense is Tense.PRESENT and _WITH_A_RESULT.search(read.text[: at[0]]):
            return self._of_what_was(at, sentence, read)
        if tense is Tense.PRESENT:
            carried, _ = self._carried.period(sentence)
            return Guess(carried if read.lang == "zh" and _DAY.fullmatch(carried) else "")
        clause = clause_at(read.text, *at, read.lang)
        if tense is Tense.FUTURE:
            is_result = WORDS[read.lang].results.search(clause) is not None
            is_some_day = _SOME_DAY.search(read.text) is not None
            return Guess("" if is_some_day else self._carried.guided(sentence, is_result))
        if _GUIDED_ONCE.search(clause) and (
            period := self._carried.guided(sentence, is_result=True)
        ):
            return Guess(period)
        return self._of_what_was(at, sentence, read)

    def _of_what_was(self, at: Span, sentence: Sentence, read: Read) -> Guess[str]:
        """The period of what happened, where its sentence says none."""
        carried, others = self._carried.period(sentence)
        if _DAY.fullmatch(carried) and measure_of(read, *at) is Measure.FLOW:
            carried, others = span_to(carried, self._clock), ()  # 截至9月末，……。毛利率……
        if carried and others:
            told = " or ".join((*others, carried))
            return Guess(carried, f"the period is not said: the sentences before speak of {told}")
        if not carried and not self._clock.document and self._is_result(read, at, sentence):
            return self._carried.of_paragraphs_before(sentence)
        return Guess(carried or self._clock.document)

    def _is_result(self, read: Read, at: Span, sentence: Sentence) -> bool:
        """Whether an English sentence tells what happened to a result: Revenue came to $2 billion.

        It narrowed to 61.3%, where the sentence before speaks of a margin.
        """
        clause = clause_at(read.text, *at, read.lang)
        if read.lang != "en" or tense_at(read.text, *at, "en") != Tense.PAST:
            return False
        place = self._readings.place_of(sentence, 0)
        is_pronoun = re.match(r"(?:It|They)\b", clause.strip()) is not None
        before = self._readings.sentences[place - 1].text if place and is_pronoun else ""
        return _RESULT.search(f"{before} {_own_words(read, at)}") is not None

    def _earlier(self, at: Span, sentence: Sentence, read: Read, tense: Tense) -> Guess[str]:
        """Up from 12%: a year before where the sentence counts by years, else that is a doubt."""
        base = self._base(sentence, read, at[0], None)
        if not base:
            is_earlier = _FROM.search(read.text[: at[0]])
            return Guess("", "from when the earlier figure is, is not said" if is_earlier else "")
        head = read.text[: at[0]]
        if _EXPECTED.search(head) or words.REVISED.search(head):  # previous guidance of $4 billion
            return Guess(base)
        if tense is Tense.FUTURE:  # will rise from 250 stores, which it has today
            return Guess("")
        if tense is Tense.PRESENT and not self._clock.document:  # is 47%, against 61% elsewhere
            return Guess("")
        if _BY_YEARS.search(read.text):
            return Guess(years_on(base, -1))
        doubt = "from when the earlier figure is, is not said: taken as a year before"
        return Guess(years_on(base, -1), doubt)


def _is_last_year(when: When, read: Read) -> bool:
    return said(when, read) in {
        "last year",
        "previous year",
        "prior year",
        "去年",
        "上年",
        "上年度",
    }


def _is_fiscal_too(when: When, found: Bound, base: str, read: Read) -> bool:
    """Whether a year beside a fiscal one is fiscal: in the year ended 30 April 2023 (2022: £4m)."""
    is_beside = found.is_base or read.text[: when.start].endswith(("(", "（"))
    return is_beside and base.startswith("FY") and when.period.isdecimal()


_FROM = re.compile(r"\bfrom (?:[\w-]+ ){0,4}[$€£¥]?$|[从由自][^，。]{0,4}$", re.IGNORECASE)
_EXPECTED = re.compile(
    r"\b(?:guidance|outlook|forecasts?|estimates?|targets?|expectations?|range|plan)\b[^,;]{0,20}$"
    r"|(?:预期|指引|预测|目标|计划)[^，；]{0,8}$",
    re.IGNORECASE,
)
_BY_YEARS = re.compile(
    r"year[- ](?:over|on)[- ]year|\byoy\b|\by/y\b|同比|annual(?:ly)?\b", re.IGNORECASE
)

_OF_ITS = re.compile(r"\b(?:[0-9]+|some|half|most|all) of (?:its|their|his|her|our) (?:[a-z-]+ )?$")
# It had guided for $4 billion before.
_GUIDED_ONCE = re.compile(
    r"\bhad (?:\w+ )?(?:guided|forecast|projected|expected|targeted)\b"
    r"|\b(?:previous(?:ly)?|prior|earlier|old|original(?:ly)?)\b[^,;.]{0,20}\b(?:guid\w+"
    r"|forecast\w*|range|outlook|target\w*)\b"
    "|(?:此前|原先|先前|原)[^，。；]{0,6}(?:指引|预期|预计|预测|目标)",
    re.IGNORECASE,
)
# in the medium term
_SOME_DAY = re.compile(
    r"\b(?:medium|long|longer|near)[- ]term\b|\b(?:over time|eventually|ultimately|one day)\b"
    "|中长期|中期目标|长期来看|长远",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:revenues?|turnover|profits?|margins?|(?:operating |net )(?:income|loss)|earnings|ebitda"
    r"|free cash flow|sales (?:rose|fell|grew|came|were|reached|totall?ed|slipped))\b",
    re.IGNORECASE,
)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# remains unprofitable, |with an operating loss of| $9.8 million
_WITH_A_RESULT = re.compile(
    r"\bwith (?:an?|its) (?:\w+ ){0,3}"
    r"(?:loss|profit|revenues?|turnover|income|margin|sales) of \W?$"
)
_BEFORE = frozenset({Step.YEARS_BEFORE, Step.ONE_BEFORE, Step.MONTHS_BEFORE})


def _is_end(when: When, read: Read) -> bool:
    """Whether a day is said as the end of a period: 截至三季度末, at the end of June."""
    return _DAY.fullmatch(when.period) is not None and _END.search(said(when, read)) is not None


_END = re.compile("[末底]|end")


def _own_words(read: Read, at: Span) -> str:
    """The clause of a figure, and the one before it, which may name what is measured."""
    clause = clause_at(read.text, *at, read.lang)
    begins = read.text.find(clause)
    return read.text[max(0, begins - 12) : begins] + clause
