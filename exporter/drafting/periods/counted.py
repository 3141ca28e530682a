"""Periods counted from another: a year earlier, 去年同期, in the quarter, the first half."""

import re
from collections.abc import Sequence

from exporter.drafting.model import Guess, Sentence
from exporter.drafting.periods.bound import Bound
from exporter.drafting.periods.carried import Carried
from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.closing_days import as_closed
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.spoken_of import (
    before_publication,
    last_year_zh,
    one_before_it,
    said,
    this_one,
    years_before,
)
from exporter.drafting.periods.steps import DAY, is_within_a_year, years_on
from exporter.drafting.periods.stocks import Measure, measure_of, span_to
from exporter.drafting.periods.whens import BEFORE, Step, When
from exporter.engine.regex import regex

_YEAR_BEFORE = regex(
    r"(?:较|比|[，；]而?)(?P<year>20[0-9]{2})年(?:同期|全年)?"
    r"(?:[则仅只]?[为有是]|[高低多少增降减下上升提])"
)
_YEAR_BEFORE_ZH = frozenset({"上年", "上年度"})
_LAST_YEAR = frozenset({"last year", "previous year", "prior year", "去年"})


class Counted:
    """What periods are counted from, and what comes out."""

    def __init__(self, readings: Readings, carried: Carried) -> None:
        """Go by sentences as they are read, and what they carry on."""
        self._carried = carried
        self._clock = readings.clock
        self._text = readings.setting.source.text or ""

    def of(self, found: Bound, at: Span, sentence: Sentence, read: Read) -> Guess[str]:
        """The period of a figure that words of its sentence govern."""
        when = found.when
        if when is None:
            return Guess("")
        base = self.base(sentence, read, when.start, when)
        is_flow = measure_of(read, *at) is Measure.FLOW
        is_before = when.step in BEFORE or said(when, read) in _YEAR_BEFORE_ZH
        if is_flow and is_before and DAY.fullmatch(base):  # 截至9月末，……。现金流……
            base = span_to(base, self._clock) or base
        match when.step:
            case Step.SAID if is_flow and not found.is_near and self._ends(when, read):
                own = span_to(when.period, self._clock)
                return Guess(own or self._clock.document or when.period)
            case Step.SAID:
                return Guess(self._dated(when, found, base, read))
            case Step.THIS:
                this = this_one(when, base, read, self._clock)
                if read.lang == "en" and "end" in said(when, read):  # at quarter-end
                    this = Guess(as_closed(this.value, self._text), this.doubt)
                if is_flow and not found.is_near and DAY.fullmatch(this.value):
                    return Guess(span_to(this.value, self._clock) or this.value, this.doubt)
                return this
            case Step.ONE_BEFORE:
                is_deictic = said(when, read).startswith("last") and not found.is_base
                return one_before_it(when, base, is_deictic, self._clock)
            case _:
                if base:
                    last_year = last_year_zh(said(when, read), base, self._clock)
                    return Guess(last_year or years_before(when, base))
                return before_publication(when, self._clock)

    def _ends(self, when: When, read: Read) -> bool:
        """Whether a day is said as the end of a period, or is that of the document's."""
        is_day = DAY.fullmatch(when.period) is not None
        is_own = self._clock.document and span_to(when.period, self._clock) == self._clock.document
        return _is_end(when, read) or bool(is_day and is_own)

    def _dated(self, when: When, found: Bound, base: str, read: Read) -> str:
        """What a date says; 去年 beside a quarter is the same quarter."""
        if said(when, read) in _YEAR_BEFORE_ZH and (base or self._clock.document):
            return years_on(base or self._clock.document, -1)
        if found.is_base and _is_last_year(when, read):
            return years_on(base, -1) if is_within_a_year(base) else when.period
        if _is_fiscal_too(when, found, self._beside(when, base, read), read):
            return f"FY{when.period}"
        return "" if when.period == self._clock.published.isoformat() else when.period

    def _beside(self, when: When, base: str, read: Read) -> str:
        """What a year is beside: in a list in brackets that of the document."""
        listed = _LISTED.search(read.text, 0, when.start)
        end = regex("[^()（）]*").match(read.text, when.start)
        inside = listed[0] + end[0] if listed and end else ""
        return self._clock.document if base in re.findall("[0-9]{4}", inside) else base

    def _after_year_compared(self, when: When, read: Read) -> str:
        """The year that 全年 is beside the one before: 全年毛利率34.1%，较2024年低0.9个百分点."""
        found = _YEAR_BEFORE.search(read.text, when.end) if when.part == "year" else None
        year = int(found["year"]) + 1 if found else 0
        return str(year) if 0 < year <= self._clock.published.year else ""

    def base(self, sentence: Sentence, read: Read, start: int, but: When | None) -> str:
        """The period that others of a sentence are counted from: the nearest before, or behind."""
        mains = [
            other
            for other in read.main
            if other is not but and other.step in {Step.SAID, Step.THIS} and not other.is_now
        ]
        before = [other for other in mains if other.end <= start]
        if but is not None and but.step is Step.THIS and not before:  # 全年……，而2023年
            carried, _ = self._carried.period(sentence)
            if carried or (carried := self._after_year_compared(but, read)):
                return carried
        for other in (*before[::-1], *_behind(mains, start, read)):
            if period := self._carried.resolved(other, sentence, read):
                return period
        if GUIDED_ONCE.search(read.text) and (
            guided := self._carried.guided(sentence, is_result=True)
        ):
            return guided
        carried, _ = self._carried.period(sentence)
        return carried or self._clock.document


def _behind(mains: Sequence[When], start: int, read: Read) -> list[When]:
    """Those behind a place that others may be counted from: to come only beside what is to come."""
    is_ahead = tense_at(read.text, start, start, read.lang) is Tense.FUTURE
    return [
        other
        for other in mains
        if other.start >= start
        and not read.text.endswith(("into the ", "until the "), 0, other.start)
        and (is_ahead or tense_at(read.text, other.start, other.end, read.lang) is not Tense.FUTURE)
    ]


def _is_last_year(when: When, read: Read) -> bool:
    return said(when, read) in _LAST_YEAR | _YEAR_BEFORE_ZH


# (2025: £38m; |2024|: £35m)
_LISTED = regex(r"[(（](?:[0-9]{4}\s?[:：][^()（）]*[,;，；]\s?)?$")


def _is_fiscal_too(when: When, found: Bound, base: str, read: Read) -> bool:
    """Whether a year beside a fiscal one is fiscal: in the year ended 30 April 2023 (2022: £4m)."""
    if not said(when, read)[:4].isdecimal():  # five years ago
        return False
    if _WHO_DID.search(read.text, 0, when.start):  # the 2.6m who came in 2019
        return False
    is_beside = found.is_base or _LISTED.search(read.text, 0, when.start) is not None
    return is_beside and base.startswith("FY") and when.period.isdecimal()


_WHO_DID = regex(r"\bwho (?:[a-z]+ ){1,4}in $")


def _is_end(when: When, read: Read) -> bool:
    """Whether a day is said as the end of a period: 截至三季度末, at the end of June."""
    return DAY.fullmatch(when.period) is not None and END.search(said(when, read)) is not None


END = regex("[末底]|end")
# It had guided for $4 billion before.
GUIDED_ONCE = regex(
    r"\bhad (?:\w+ )?(?:guided|forecast|projected|expected|targeted)\b"
    r"|\b(?:previous(?:ly)?|prior|earlier|old|original(?:ly)?)\b[^,;.]{0,20}\b(?:guid\w+"
    r"|forecast\w*|range|outlook|target\w*)\b"
    "|(?:此前|原先|先前|原)[^，。；]{0,6}(?:指引|预期|预计|预测|目标)",
    re.IGNORECASE,
)
