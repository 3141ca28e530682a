"""The period of a figure whose sentence says none that governs it."""

import re

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.figures.upsides import upside
from exporter.drafting.model import Guess, Sentence
from exporter.drafting.names.market_forecasts import market_forecast
from exporter.drafting.periods.aims_zh import starts_revision
from exporter.drafting.periods.bound import Bound
from exporter.drafting.periods.carried import ALSO_AIMED, Carried
from exporter.drafting.periods.clauses import Tense, clause_at, tense_at
from exporter.drafting.periods.counted import GUIDED_ONCE, Counted
from exporter.drafting.periods.guided_on import guided_on
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.revised_plans import is_planned_anew
from exporter.drafting.periods.role_words import REVISED
from exporter.drafting.periods.roles import Read, Span
from exporter.drafting.periods.set_anew import until, was_set_until
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.steps import DAY, is_within_a_year, years_on
from exporter.drafting.periods.stocks import Measure, measure_of, span_to
from exporter.engine.regex import regex


class Unsaid:
    """What goes on from what was said before, as the figure's clause speaks."""

    def __init__(self, readings: Readings, carried: Carried, counted: Counted) -> None:
        """Go by sentences as they are read, what they carry on, and what is counted from it."""
        self._readings = readings
        self._carried = carried
        self._counted = counted
        self._clock = readings.clock

    def of(
        self, found: Bound, at: Span, sentence: Sentence, read: Read, tense: Tense
    ) -> Guess[str]:
        """The period of a figure: of what is to come, of today, or of what was."""
        year = self._of_another_aim(at, sentence, read)
        if year is not None or found.is_base:
            return year or self._earlier(at, sentence, read, tense)
        head = read.text[: at[0]]
        is_booked = read.lang == "en" and _BOOKED.match(read.text, at[1]) is not None
        is_result = tense is Tense.PRESENT and (is_booked or _WITH_A_RESULT.search(head))
        is_dividend = tense is not Tense.NONE and _DIVIDEND.search(head) is not None
        if is_result or is_dividend:
            told = self._of_what_was(at, sentence, read)
            is_open = is_dividend and read.lang == "en" and not told.value
            return self._carried.of_paragraphs_before(sentence) if is_open else told
        if (guided := self._of_what_is_guided(at, sentence, read)) is not None:
            return guided
        if tense is Tense.PRESENT or (read.lang == "en" and _SOLD_AHEAD.search(head)):
            return self._of_today(at, sentence, read)
        clause = clause_at(read.text, *at, read.lang)
        if tense is Tense.FUTURE:
            return self._of_what_comes(clause, sentence, read)
        if tense is Tense.NONE and (led := self._carried.led(sentence)) is not None:
            return Guess(led)
        is_guided = GUIDED_ONCE.search(clause) or _MARKET_HAD.match(read.text)
        if is_guided and (period := self._carried.guided(sentence, is_result=True)):
            return Guess(period)
        return self._of_what_was(at, sentence, read)

    def _of_what_is_guided(self, at: Span, sentence: Sentence, read: Read) -> Guess[str] | None:
        """The year that is guided to, of guidance and of what is planned anew; None elsewhere."""
        if read.lang == "en" and is_planned_anew(read.text, at[0]):
            guided = self.of_guidance(sentence)
            return guided if guided.value else self._of_what_was(at, sentence, read)
        is_expected = read.lang == "en" and _NOW_EXPECTED.search(read.text[: at[0]])
        return self.of_guidance(sentence) if _is_of_guidance(read, at) or is_expected else None

    def _of_today(self, at: Span, sentence: Sentence, read: Read) -> Guess[str]:
        """None, or a day said before in Chinese; or what a title of results tells of, or a debt is.

        Backlog reaches record | $2.4 billion |.
        """
        if read.lang == "zh":
            carried, _ = self._carried.period(sentence)
            return Guess(carried if DAY.fullmatch(carried) else "")
        if _HAS.search(read.text[: at[0]]) and _FALLS_DUE.match(read.text, at[1]):
            return Guess(self._clock.document)
        is_title = _REACHES.search(read.text[: at[0]]) and measure_of(read, *at) is Measure.STOCK
        return Guess(self._clock.document if is_title else "")

    def _of_another_aim(self, at: Span, sentence: Sentence, read: Read) -> Guess[str] | None:
        """The period of the guidance before, where an aim for a result is told as well."""
        goes_on = guided_on(at[0], sentence, self._readings.setting)
        if goes_on is not None:
            return self._carried.gone_on(goes_on)
        if read.lang != "en" or read.main or not ALSO_AIMED.match(read.text):
            return None
        is_result = WORDS["en"].results.search(read.text) is not None
        year = self._carried.guided(sentence, is_result=True) if is_result else ""
        return Guess(year) if year else None

    def _of_what_comes(self, clause: str, sentence: Sentence, read: Read) -> Guess[str]:
        if _SOME_DAY.search(read.text) is not None:
            return Guess("")
        if self._clock.document.endswith(("-H1", "-H2")) and _PAYOUT_ZH.search(clause):
            return Guess(self._clock.document)
        is_result = WORDS[read.lang].results.search(clause) is not None
        guided = self._carried.guided(sentence, is_result)
        if not guided and (led := self._carried.led(sentence)):
            return Guess(led)  # below the heading: 2026 Outlook
        if not is_result or guided:
            return Guess(guided)
        outlook = self._carried.of_outlook(sentence)
        return outlook if outlook.value else Guess(self._clock.expected)

    def of_guidance(self, sentence: Sentence) -> Guess[str]:
        """The year that a company guides to, where a sentence that says none speaks of that."""
        guided = self._carried.guided(sentence, is_result=True)
        return Guess(guided) if guided else self._carried.guided_before(sentence)

    def _of_what_was(self, at: Span, sentence: Sentence, read: Read) -> Guess[str]:
        """The period of what happened, where its sentence says none."""
        if read.lang == "en" and _ANNUAL.search(read.text[: at[0]]) and "-" in self._clock.document:
            return Guess("")  # annual sales, beside a quarter that is reported on
        carried, others = self._carried.period(sentence)
        is_stock = measure_of(read, *at) is Measure.STOCK
        if is_stock and self._clock.document and read.lang == "en" and not DAY.fullmatch(carried):
            return Guess(self._clock.document)  # In February it refinanced. Net debt fell to
        if DAY.fullmatch(carried) and measure_of(read, *at) is Measure.FLOW:
            carried, others = span_to(carried, self._clock), ()  # 截至9月末，……。毛利率……
        if carried and others:
            told = " or ".join((*others, carried))
            return Guess(carried, f"the period is not said: the sentences before speak of {told}")
        if not carried and not self._clock.document and self._is_result(read, at, sentence):
            before = self._carried.of_paragraphs_before(sentence)
            is_flow = DAY.fullmatch(before.value) and measure_of(read, *at) is Measure.FLOW
            return Guess(span_to(before.value, self._clock), before.doubt) if is_flow else before
        return Guess(carried or self._clock.document)

    def _is_result(self, read: Read, at: Span, sentence: Sentence) -> bool:
        """Whether an English sentence tells what happened to a result: Revenue came to $2 billion.

        It narrowed to 61.3%, where the sentence before speaks of a margin.
        """
        if read.lang == "zh":
            return measure_of(read, *at) is not Measure.UNKNOWN
        clause = clause_at(read.text, *at, read.lang)
        head = read.text[: at[0]]
        is_annual = _ANNUAL.search(head) is not None  # a rival's annual sales
        if _TODAYS.search(head) or upside(read.text, *at):
            return False
        if is_annual or tense_at(read.text, *at, "en") != Tense.PAST:
            return False
        place = self._readings.place_of(sentence, 0)
        is_pronoun = re.match(r"(?:It|They)\b", clause.strip()) is not None
        before = self._readings.sentences[place - 1].text if place and is_pronoun else ""
        own = _own_words(read, at)
        return _OF_RESULTS.search(f"{before} {own}") is not None or _MORE.search(own) is not None

    def _counted_from(self, at: Span, sentence: Sentence, read: Read, tense: Tense) -> str:
        """The period that an earlier figure is counted from; "" where none is said."""
        if base := self._counted.base(sentence, read, at[0], None):
            return base
        before = self._carried.of_paragraphs_before(sentence).value
        if read.lang == "zh" and before and _BY_YEARS.search(read.text):
            return before
        is_ahead = tense is Tense.FUTURE and WORDS[read.lang].results.search(read.text)
        if is_ahead and self._clock.expected:
            return self._clock.expected
        return before if read.lang == "en" and self._is_result(read, at, sentence) else ""

    def _earlier(self, at: Span, sentence: Sentence, read: Read, tense: Tense) -> Guess[str]:
        """Up from 12%: a year before where the sentence counts by years, else that is a doubt."""
        base = self._counted_from(at, sentence, read, tense)
        if not base:
            is_earlier = _FROM.search(read.text[: at[0]])
            return Guess("", "from when the earlier figure is, is not said" if is_earlier else "")
        head = read.text[: at[0]]
        is_guided_before = _EXPECTED.search(head) or REVISED.search(head)  # guidance of $4 billion
        if is_guided_before or starts_revision(read.text, *at):
            return Guess(base)
        is_up = read.lang == "en" and _UP_FROM.search(head) and not is_within_a_year(base)
        if tense is Tense.FUTURE and is_up and measure_of(read, *at) is Measure.FLOW:
            return Guess(years_on(base, -1))  # will be £32m in the year, up from | £24m
        if tense is Tense.FUTURE:  # will rise from 250 stores, which it has today
            return Guess("")
        if was_set_until(read, *at):
            return Guess(until(base))
        if tense is Tense.PRESENT and not self._clock.document:  # is 47%, against 61% elsewhere
            return Guess("")
        is_of_a_year = base == self._clock.document and not is_within_a_year(base)
        if is_of_a_year or _BY_YEARS.search(read.text):
            return Guess(years_on(base, -1))
        doubt = "from when the earlier figure is, is not said: taken as a year before"
        return Guess(years_on(base, -1), doubt)


# Expects £50m in 2026. | The market had been looking for | £47m: in that year
_MARKET_HAD = regex(
    r"(?:The market|Analysts|Investors|Wall Street|The City|Brokers|Economists)"
    r"(?: (?:polled|surveyed) by [^,;.]{2,30}?)? "
    r"(?:(?:had|have|were|was|been|on average) )*(?:looking for|looked for|hoping for|expect\w*"
    r"|forecast\w*|pencill?ed in|predicted|anticipated|estimated)\b"
)
# It has | $350 million | of notes due in 2028: as its balance sheet says
_HAS = regex(rf"\b(?:has|have|owes?|carr(?:y|ies)) {ABOUT}[A-Z]{{0,3}}\W?$")
_FALLS_DUE = regex(
    r" (?:of|in) (?:(?!and |or |no )[a-z-]+ ){0,3}"
    r"(?:notes|bonds|debentures|loans|debt|borrowings|convertibles)"
    r" (?:that |which )?(?:(?:are |is |falls? )?due|matur(?:es?|ing)|repayable|expir(?:es?|ing))"
    r"\b"
)
_REACHES = regex(
    r"^[^,;.]*\b(?:reaches|hits|tops|climbs to|rises to|grows to|falls to|exceeds|drops to)"
    rf" (?:an? )?(?:all-time |new )?(?:record |high of |low of )*{ABOUT}[A-Z]{{0,3}}\W?$"
)
_UP_FROM = regex(r"\b(?:up|down) from (?:[\w-]+ ){0,2}[A-Z]{0,3}[$€£¥]?$")
_FROM = regex(r"\bfrom (?:[\w-]+ ){0,4}[$€£¥]?$|[从由自][^，。]{0,4}$", re.IGNORECASE)
_EXPECTED = regex(
    r"\b(?:guidance|outlook|forecasts?|estimates?|targets?|expectations?|range|plan)\b[^,;]{0,20}$"
    r"|(?:预期|指引|预测|目标|计划)[^，；]{0,8}$",
    re.IGNORECASE,
)
_BY_YEARS = regex(
    r"year[- ](?:over|on)[- ]year|\byoy\b|\by/y\b|同比|annual(?:ly)?\b|一年(?:之间|里|间|内|来)",
    re.IGNORECASE,
)

# in the medium term
_SOME_DAY = regex(
    r"\b(?:medium|long|longer|near)[- ]term\b|\b(?:through|over|across) the cycle\b"
    r"|\b(?:over time|eventually|ultimately|one day)\b"
    "|中长期|中期目标|长期来看|长远",
    re.IGNORECASE,
)
_OF_RESULTS = regex(
    r"\b(?:revenues?|turnover|profits?|margins?|(?:operating |net )(?:income|loss)|earnings|ebitda"
    r"|free cash flow|sales (?:rose|fell|grew|came|were|reached|totall?ed|slipped))\b",
    re.IGNORECASE,
)
# The order book stood at £2bn, 8% lower: today, where net debt is counted when a period ends
_TODAYS = regex(
    r"\b(?:order ?(?:book|bank)|backlog|(?:forward|advance) (?:sales|orders|bookings)|land ?bank"
    r"|waiting list|pipeline)\b[^;]*$",
    re.IGNORECASE,
)
# Advance bookings were worth | £97m|, as the source appears
_SOLD_AHEAD = regex(
    r"\b(?:forward|advance) (?:sales|bookings)\b(?: (?:for|of) [^,;.]{2,30}?)?"
    rf" (?:are|is|were|was|stand|stood|have|had) [^;.]{{0,24}}?{ABOUT}[A-Z]{{0,3}}\W?$",
    re.IGNORECASE,
)
# What else a company counts over a period; a pronoun does not take it up.
_MORE = regex(
    r"\b(?:sales(?! (?:of|to) (?:its|the|an?)\b)|orders|order intake|bookings|deliveries|shipments"
    r"|output|volumes?|capital (?:spending|expenditures?)|capex|operating costs|expenses"
    r"|staff costs|net debt|net cash|footfall|occupancy)\b",
    re.IGNORECASE,
)
# remains unprofitable, |with an operating loss of| $9.8 million
_WITH_A_RESULT = regex(
    r"\bwith (?:an?|its) (?:\w+ ){0,3}"
    r"(?:loss|profit|revenues?|turnover|income|margin|sales) of \W?$"
)

_ANNUAL = regex(
    r"\b(?:annual|yearly) (?:[a-z-]+ )?(?:sales|revenues?|turnover|profits?|income|output"
    r"|production)"
    rf"(?: (?:of|was|were|at|reached|came to))* {ABOUT}[A-Z]{{0,3}}\W?$"
)
# Is recommending |a final dividend of| 9.6p: for the period that is reported on
# With results of a half: 拟每10股派发现金红利|1.3元|; not: 未来三年每股派息
_PAYOUT_ZH = regex(
    "^[，；]?(?:公司|集团|董事会|同时|此外|并|还)*(?:拟|建议|宣布)(?:向[^，。；]{2,8})?"
    "(?:每(?:10|十|1)?股(?:派|分)[^，。；0-9]{0,12}[0-9]"
    "|(?:派发|派付|宣派|派)(?:中期|末期)?(?:现金)?(?:股息|红利)(?:每股)?[0-9])"
    "|^[，；]?(?:拟)?每(?:10|十|1)?股(?:派|分)[^，。；0-9]{0,8}[0-9]|^[，；]?(?:中期|年度)?(?:分红|派息)率[^，。；0-9]{0,4}[0-9]"
    "|^[，；]?(?:预计|共计?|合计|总计|累计)+(?:拟)?(?:派发|派现|派息|派付|分红|分派|现金分红)[^，。；0-9]{0,8}[0-9]"
)
_DIVIDEND = regex(
    r"\b(?:final|interim|total|full-year|half-year|first-half|second-half)"
    rf" (?:ordinary |cash |gross )?dividend(?: per share)? of {ABOUT}[A-Z]{{0,3}}\W?$"
    # A final dividend of 3.6p, |which brings the total for the year to| 5.4p
    r"|\bdividend\b[^;]*\b(?:bring|tak)(?:s|es|ing) (?:the|its) (?:total|total dividend|dividend)"
    rf"(?: for the (?:full |financial |whole )?year)? to {ABOUT}[A-Z]{{0,3}}\W?$",
    re.IGNORECASE,
)


def _own_words(read: Read, at: Span) -> str:
    """The clause of a figure, and the one before it, which may name what is measured."""
    clause = clause_at(read.text, *at, read.lang)
    begins = read.text.find(clause)
    return read.text[max(0, begins - 12) : begins] + clause


def _is_of_guidance(read: Read, at: Span) -> bool:
    """Whether an English figure is of what is guided to, or forecast of a market, in a year unsaid.

    The new guidance midpoint was 16% above consensus; it kept its market forecast at 3%.
    """
    if read.lang != "en" or read.main:
        return False
    return _OF_GUIDANCE.search(read.text) is not None or (
        market_forecast(read.text, at[0]) is not None
    )


# A charge of | £3.6 million | has been taken
_BOOKED = regex(
    r"[^,;.]{0,20}? (?:has|have) been (?:[a-z]+ly )?(?:taken|booked|recorded|recogni[sz]ed|charged"
    r"|incurred|written off|provided for)\b"
)
# Capital spending is now expected to be | £14 million: in the year that is guided to
_NOW_EXPECTED = regex(
    r"\b(?:is|are) now (?:expected|forecast|projected|anticipated|seen|likely)"
    r" (?:to (?:be|reach|total|come to|come in at|amount to)|at)"
    rf" {about_or('between')}[A-Z]{{0,3}}\W?$"
)
_OF_GUIDANCE = regex(
    r"\bmeet(?:ing|s)? (?:the |current |full-year )*(?:market|consensus|analysts?['’]?)"
    r" expectations (?:for|of)\b"
    r"|\b(?:guidance|outlook|forecast|guided)\b(?=.*\bconsensus\b)|\bconsensus\b(?=.*\b(?:guidance"
    r"|outlook|guided)\b)|\b(?:guidance|forecast|outlook)(?:['’]s)? (?:range )?mid-?point\b"
    r"|\bmid-?point of"
    r" (?:the|its|their) (?:[\w-]+ ){0,3}(?:guidance|forecast|range|outlook)\b",
    re.IGNORECASE,
)
