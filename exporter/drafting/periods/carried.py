"""The period that goes on from the sentences before, the heading, or paragraphs before."""

import re

from exporter.drafting.model import Guess, Sentence
from exporter.drafting.periods.bound import opens_sentence
from exporter.drafting.periods.guided_on import GoesOn
from exporter.drafting.periods.leads import lead_of, outlook_above
from exporter.drafting.periods.readings import Readings
from exporter.drafting.periods.roles import Read
from exporter.drafting.periods.spoken_of import this_one
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.steps import is_within, year_of
from exporter.drafting.periods.tenses import is_future, simplified
from exporter.drafting.periods.whens import Step, When
from exporter.engine.regex import regex

_NEAR = 2  # sentences of a document that reports on a period over which another one is carried
_FAR = 8  # and of any other
_OLDEST = 2  # years of what an article tells that goes on through its paragraphs
# Full year highlights: in a report on the fourth quarter and the year
_FULL_YEAR = regex(
    r"\W*(?:Full[- ]year|Twelve[- ]month|Annual|(?:Fiscal )?Year[- ]to[- ]date)"
    r" (?:\w+ )?(?:highlights?|results?|performance|summary)\b",
    re.IGNORECASE,
)
_LAST_PART = regex(r"(?P<year>(?:FY)?[0-9]{4})-(?:Q4|H2)")
_AIMS = 3  # sentences that may tell one after another what a year is to bring
# It also raised its target for operating margin to | 24%
ALSO_AIMED = regex(
    r"(?:It|They|We|He|She|Management|The (?:company|group|firm)|[A-Z]\w+) (?:has |have )?"
    r"(?:also |likewise |now )?(?:rais|lift|cut|lower|trim|narrow|kept|keep|maintain|reiterat"
    r"|confirm|increas|reduc|upgrad|nudg)\w* (?:its|their|our|the|his|her) (?:[\w-]+ ){0,4}?"
    r"(?:targets?|guidance|forecasts?|outlook|estimates?)\b"
)
_OF_THE_OUTLOOK = "the period is not said: taken from the outlook above"
_OF_THE_GUIDANCE = "the period is not said: taken from the guidance before"
_OF_A_PARAGRAPH_BEFORE = "the period is not said: taken from a paragraph before"


# 2025年销售额为436亿元；|而就在2024年，这个数字也还有517亿元: what follows goes on with 2025.
_ASIDE_ZH = regex(r"[，\s]*(?:而|可|但|要知道，?)?(?:就在|早在|回到|回看)(?:[0-9]{4}|[去前])年")
# EBITDA was £12m (2024: £11m): what stands in brackets beside a figure, nothing goes on with.
_BESIDE = regex(r"\s?[(（][^()（）:：]{1,24}[:：][^()（）]*[)）]")
# Made £12m in the year to June, | and said it would close a mine
_CLAUSES = regex(r", (?=(?:and|but|while|although|though) )")
_A_YEAR = regex("(?:FY)?[0-9]{4}")


class Carried:
    """What the sentences of a source leave to those before them."""

    def __init__(self, readings: Readings) -> None:
        """Go by sentences as they are read."""
        self._readings = readings
        self._setting = readings.setting
        self._clock = readings.clock

    def period(self, sentence: Sentence) -> tuple[str, tuple[str, ...]]:
        """The period that goes on from the sentences before, and the others that it may be.

        Of a document that reports on a period, another one goes on only from where it opens.
        """
        at = self._readings.place_of(sentence, -1)
        reach = _NEAR if self._clock.document and self._setting.lang == "en" else _FAR
        for before in range(at - 1, max(-1, at - 1 - reach), -1):
            earlier = self._readings.sentences[before]
            if earlier.paragraph != sentence.paragraph:
                break
            told = self._without_plans(earlier.text)
            plain = simplified(told)
            if is_future(plain, self._setting.lang) or _ASIDE_ZH.match(plain):
                continue
            if self._is_of_now(told):
                return "", ()
            if said := self.said_in(_BESIDE.sub("", told)):
                if self._clock.document in said:
                    return self._clock.document, ()
                if is_within(said[-1], said[0]) or self._looks_back(said):
                    return said[0], ()
                return said[-1], tuple(said[:-1])
        return self._above(sentence)

    def _above(self, sentence: Sentence) -> tuple[str, tuple[str, ...]]:
        """The same by what leads to a list, and by the heading."""
        lead = lead_of(sentence, self._setting)
        if whole := self._whole_year(lead or sentence.heading):
            return whole, ()
        if lead and not is_future(lead, self._setting.lang) and (said := self.said_in(lead)):
            return said[-1], ()
        if sentence.heading and (said := self.said_in(sentence.heading)):
            is_span = len(said[-1]) > len("2025-11-11") or said[-1][-2:-1] in {"Q", "H"}
            is_part = not is_span and is_within(said[-1], self._clock.document)
            return ("", ()) if is_part else (said[-1], tuple(said[:-1]))
        return "", ()

    def _whole_year(self, above: str) -> str:
        """The year of a report on its last quarter, where what is above is of all of it."""
        found = _LAST_PART.fullmatch(self._clock.document)
        is_whole = _FULL_YEAR.match(above) is not None and not is_future(above, "en")
        return found["year"] if found and is_whole else ""

    def _looks_back(self, said: list[str]) -> bool:
        """Whether a Chinese sentence ends with an earlier year: 2025年……；而就在2024年，……."""
        years = [one for one in (said[0], said[-1]) if _A_YEAR.fullmatch(one)]
        return self._setting.lang == "zh" and len(years) == 2 and years[1] < years[0]

    def guided(self, sentence: Sentence, is_result: bool) -> str:
        """The period to come of which the sentence before speaks as this one does.

        Of results only, unless that sentence states nothing, and so leads: 明年怎么干？
        """
        at = self._readings.place_of(sentence, -1)
        for before in self._readings.sentences[max(0, at - _AIMS) : max(0, at)][::-1]:
            if before.paragraph != sentence.paragraph:
                break
            read = self._readings.of(before.text)
            is_aim = is_future(read.text, read.lang) or ALSO_AIMED.match(read.text) is not None
            if read.figures and not (is_result and is_aim):
                break
            if told := self._open_period(before, read):
                return told
            if read.main or read.lang != "en" or not read.figures:
                break  # it speaks of another time; else of the same aims: it also raised its target
        return ""

    def gone_on(self, goes_on: GoesOn) -> Guess[str]:
        """The period of guidance that a sentence goes on with."""
        lead = next(one for one in self._readings.sentences if one.start >= goes_on.start)
        period = self._open_period(lead, self._readings.of(lead.text))
        return Guess(period, "" if period and goes_on.is_sure else _OF_THE_GUIDANCE)

    def _open_period(self, before: Sentence, read: Read) -> str:
        """The period to come that a sentence of what comes says."""
        periods = [self.resolved(when, before, read) for when in read.main if not when.doubt]
        told = [period for period in periods[::-1] if self._readings.is_open(period)]
        if not WORDS[read.lang].results.search(read.text):  # to start in the first quarter of 2027
            told = [period for period in told if "-" not in period]
        return next(iter(told), "")

    def of_outlook(self, sentence: Sentence) -> Guess[str]:
        """The year that an outlook speaks of above a sentence that says none; "" elsewhere."""
        if not outlook_above(sentence, self._setting):
            return Guess("")
        return self._guided_above(sentence, _OF_THE_OUTLOOK, sentence.heading)

    def guided_before(self, sentence: Sentence) -> Guess[str]:
        """The year that a document was last said to guide to, before a sentence."""
        return self._guided_above(sentence, _OF_THE_GUIDANCE)

    def _guided_above(
        self, sentence: Sentence, doubt: str, heading: str | None = None
    ) -> Guess[str]:
        at = self._readings.place_of(sentence, 0)
        for earlier in reversed(self._readings.sentences[:at]):
            if heading is not None and earlier.heading != heading:
                break
            plain = simplified(earlier.text)
            if not WORDS["en"].expected.search(plain) or not WORDS["en"].results.search(plain):
                continue
            read = self._readings.of(earlier.text)
            periods = [self.resolved(when, earlier, read) for when in read.main if not when.doubt]
            told = [one for one in periods if self._readings.is_open(one) and "-" not in one]
            if read.figures and told:
                return Guess(told[-1], doubt)
        return Guess("")

    def led(self, sentence: Sentence) -> str | None:
        """The period to come that leads to a list: For 2027, Corvia expects; None without a lead.

        It is "" where what leads says none: Outlook.
        """
        lead = outlook_above(sentence, self._setting)
        if not lead:
            return None
        read = self._readings.of(lead)
        periods = [self.resolved(when, sentence, read) for when in read.main if not when.doubt]
        return next((period for period in periods if self._readings.is_open(period)), "")

    def of_paragraphs_before(self, sentence: Sentence) -> Guess[str]:
        """The period that the nearest paragraph before speaks of; a person should look at it."""
        at = self._readings.place_of(sentence, 0)
        for earlier in reversed(self._readings.sentences[:at]):
            told = self._without_plans(earlier.text)
            is_to_come = is_future(simplified(told), self._setting.lang)
            if is_to_come or earlier.paragraph == sentence.paragraph:
                continue
            said = self.said_in(told)
            if self._setting.lang == "en":
                said = [one for one in said if len(one) < len("2025-10-31")]
            if said and self._setting.published.year - year_of(said[-1]) <= _OLDEST:
                return Guess(said[-1], _OF_A_PARAGRAPH_BEFORE)
        return Guess("")

    def _without_plans(self, text: str) -> str:
        """An English sentence without clauses of what comes, behind one that tells what was."""
        first, *others = _CLAUSES.split(text) if self._setting.lang == "en" else [text]
        if not others or is_future(first, "en"):
            return text
        return ", ".join([first, *(one for one in others if not is_future(one, "en"))])

    def resolved(self, when: When, sentence: Sentence, read: Read) -> str:
        """The period that words of a sentence mean, where they are what others are counted from."""
        if when.step is Step.SAID:
            return when.period
        carried, _ = self.period(sentence)
        return this_one(when, carried, read, self._clock).value

    def said_in(self, text: str) -> list[str]:
        """The periods that a sentence is about, each once."""
        read = self._readings.of(text)
        said = [
            when.period
            for when in read.main
            if when.step is Step.SAID
            and when.period not in {"", self._setting.published.isoformat()}
            and not when.doubt
            and not self._readings.is_to_come(when.period)
            and not self._is_expected(when, read)
            and (
                not self._clock.document
                or when.period == self._clock.document
                or opens_sentence(read, when)
            )
        ]
        return list(dict.fromkeys(said))

    def _is_expected(self, when: When, read: Read) -> bool:
        """Whether English tells of a year that is not over what is expected of it.

        It now expected profit of £14m for the year to June, in May.
        """
        is_fiscal = when.period.startswith("FY") and len(when.period) == len("FY2026")
        is_told = read.lang == "en" and is_fiscal and self._readings.is_open(when.period)
        return is_told and WORDS["en"].expected.search(read.text[: when.start]) is not None

    def _is_of_now(self, text: str) -> bool:
        """Whether a sentence ends with how things stand today: 46% last year, and 58% now."""
        main = self._readings.of(text).main
        return bool(main) and main[-1].is_now
