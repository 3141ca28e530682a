"""Of which quarter, half or year a document speaks, where it is one that reports on such a one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exporter.drafting.model import Setting
from exporter.drafting.periods.apart import is_of_an_aside
from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.fiscal_year_ends import fiscal_year_end, said_end
from exporter.drafting.periods.reports_zh import report_out
from exporter.drafting.periods.said_periods import periods_said
from exporter.drafting.periods.steps import days_of, is_quarter, is_six_months
from exporter.drafting.periods.tenses import simplified
from exporter.drafting.periods.whens import Clock, Step, When
from exporter.drafting.periods.years_by_start import why_by_start
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.facts.periods import Point, YearEnd, parse_period
from exporter.facts.words import Lang

_OLDEST = 2  # years after which nobody reports on a period
# Said profit rose in the year to December 31; not: had sales of £8m in the year to June
_YEAR_TOLD = (
    r"\b(?:said|reported|posted|announced|rose|fell|grew|climbed|jumped|slipped|dropped|slid|edged"
    r"|doubled|halved|surged|increased|declined|swung|slumped|soared|plunged|sank|tumbled|widened"
    r"|narrowed)\b(?:[^.;]|\.(?=[0-9]))*\byear to "
    rf"(?:end-|the end of )?(?:[0-9]{{1,2}} )?(?:{MONTHS_EN})\b"
)
# On Thursday it said profit doubled last year; reported on Thursday that sales rose in 2025
_SAID_OF_YEAR = (
    r"(?:\bon [a-z]+day,? (?:it|the [a-z]+|[a-z]+) (?:said|reported)"
    r"|\b(?:said|reported) on [a-z]+day)(?: that)? (?:[a-z-]+ ){0,4}?"
    r"(?:profits?|revenues?|sales|turnover|earnings|occupancy|losses)\b"
    r"(?:[^.;]|\.(?=[0-9]))*?\b(?:last year|in 20[0-9]{2})\b"
)
_TELLS_RESULTS = regex(
    r"\b(?:results|earnings|annual report|full[- ]year|year ended|form 10-k|fiscal|fy"
    rf"|5[23][ -]weeks)\b|年报|年度|业绩|财报|快报|{_YEAR_TOLD}|{_SAID_OF_YEAR}",
    re.IGNORECASE,
)
_HALF = regex(r"\b(?:interim|half[- ]year(?:ly)?)\b|中报|半年报|中期业绩|半年度", re.IGNORECASE)
_WEEKS = 80  # days of a quarter, at least
_HALVES = (161, 290)  # days of 26 to 40 weeks
_HEAD = 6_000  # characters of a document that say what it is; a filing's cover is as long
_LEAD = 1_200  # of them its first paragraphs
_REPORTS = regex(
    r"\b(?:results|earnings|numbers|revenues?|profits?|sales|net income|interest income|net loss"
    r"|annual report"
    r"|quarterly report|interim report|(?:quarter|half[- ]year|six[- ]month) report|highlights of"
    r"|trading update|form 10-[qk]|loss|quarter ended|year ended"
    r"|(?:third|first|second|fourth)-quarter [a-z ]{0,24}(?:production|output|shipments|deliveries)"
    # Acme said on Thursday that it sold 6.2mn tickets in the year to September
    r"|said (?:on|this) (?:(?:mon|tues|wednes|thurs|fri)day|morning|week)\b"
    r"(?:[^.;]|\.(?=[0-9]))*\b(?:year|months|half|quarter) to\b"
    r"|shareholder letter|performance|prepared remarks|transcript|earnings call|fact sheet)\b"
    r"|纯利|溢利|业绩|电话会|季报|年报|半年报|中报|财报|营收|净利|盈利|亏损|财务|报告期|季度报告"
    r"|年度报告|(?:业务|经营|运营|营运|最新)(?:进展|更新|情况|概况|数据|简报|快报|摘要)"
    r"|未经审[核计]|经审[核计]|个月(?:期间)?的(?:数据|数字)",
    re.IGNORECASE,
)
# Half-year profits beat forecasts; below it: in the six months to the end of March
_TELLS_OF_A_PART = regex(
    r"\b(?:half[- ]year(?:ly)?|first[- ]half|second[- ]half|interim|quarterly|quarter|annual"
    r"|full[- ]year|yearly)\b[^.;]{0,40}\b(?:results|earnings|profits?|sales|revenues?"
    r"|loss(?:es)?)\b",
    re.IGNORECASE,
)
_ENDED_MONTHS = regex(r"\b(?:quarter|months|half|year|weeks) (?:to|ended|ending)\b", re.IGNORECASE)
_REPORT_ZH = regex("(?:季报|季度报告|业绩)[^\n]{0,20}[。，]")
_YEARLY = regex(
    r"\b(?:full[- ]year|annual|for the year|year ended|fiscal|fy|5[23][ -]weeks|year to)\b"
    rf"|{_SAID_OF_YEAR}"
    "|年报|全年|年度"
    "|(?:公布|披露|发布|交出|晒出|录得)[^，。；：]{0,12}年业绩",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DocumentPeriod:
    """What a document says of itself.

    Attributes:
        period: As facts write it; "" where it speaks of none more than of others.
        year_end: The last day of its fiscal years; None where it does not say.
        expected: The period of which it first tells what is expected, where it reports on none.
    """

    period: str = ""
    year_end: YearEnd | None = None
    expected: str = ""


def document_period(setting: Setting) -> DocumentPeriod:
    """The period that a source reports on, by its title or its first paragraphs."""
    head = (setting.source.text or "")[:_HEAD]
    title = setting.source.record.title.in_(setting.lang)
    year_end = fiscal_year_end(title, head, setting)
    clock = _clock(year_end, setting)
    tells = False
    for text in (title, *_lead(head)):
        tells = tells or (setting.lang == "en" and _TELLS_OF_A_PART.search(text) is not None)
        is_reported = tells and _ENDED_MONTHS.search(text) is not None
        if period := _reported(text, setting.lang, clock, is_reported=is_reported):
            if _is_only_expected(period, text, setting.lang, clock):
                return DocumentPeriod("", year_end, period)
            return DocumentPeriod(_opened(period, head, clock), year_end)
    return DocumentPeriod(_of_weeks(_lead(head), setting, clock), year_end)


def _clock(year_end: YearEnd | None, setting: Setting) -> Clock:
    """What the dates of a document are counted from, before its own period is known."""
    by_start = why_by_start(setting.source.text or "", setting.published, year_end)
    return Clock(setting.published, "", year_end, by_start=by_start)


# It now expected profit of about £14m for the year to the end of June, in May
_EXPECTED = regex(
    r"\b(?:expect|forecast|anticipat|predict|project|guid|warn|would|will|likely|should|outlook"
    r"|on track|on course|consensus)",
    re.IGNORECASE,
)


def _is_only_expected(period: str, text: str, lang: Lang, clock: Clock) -> bool:
    """Whether an English text tells what is expected of a year that is not over."""
    points = parse_period(period) or ()
    is_year = bool(points) and points[-1].precision.endswith("year")
    if lang != "en" or not is_year or (points[-1].is_fiscal and clock.year_end is None):
        return False
    is_open = points[-1].last(clock.year_end or YearEnd(12, 31)) > clock.published
    return is_open and _EXPECTED.search(text) is not None


def _of_weeks(texts: Iterable[str], setting: Setting, clock: Clock) -> str:
    """The 26 weeks to March 28, say, where a document tells of no other period; "" for none."""
    for text in map(simplified, texts if setting.lang == "en" else ()):
        for when in periods_said(text, "en", clock) if _REPORTS.search(text) else ():
            points = parse_period(when.period) or ()
            is_long = _HALVES[0] <= days_of(points) <= _HALVES[1]
            if is_long and points[-1].first <= setting.published:
                return when.period
    return ""


def period_of_section(text: str, year_end: YearEnd | None, setting: Setting) -> DocumentPeriod:
    """The period that a section about one company of several reports on.

    Args:
        text: Its sentences, each a line.
        year_end: Of that company, if the report gives it.
        setting: What is known of the source.
    """
    end = year_end or said_end(text)
    clock = _clock(end, setting)
    periods = (_reported(line, setting.lang, clock) for line in text.split("\n"))
    return DocumentPeriod(next(filter(None, periods), ""), end)


def _opened(period: str, head: str, clock: Clock) -> str:
    """Of a third quarter the nine months, where an article begins with them: 三季报, 前三季度."""
    for line in head[:_LEAD].split("\n") if period.endswith("-Q3") else ():
        plain = simplified(line)
        if _REPORT_ZH.search(plain):
            whens = periods_said(plain, "zh", clock)
            year = period.partition("-")[0]
            nine = [when.period for when in whens if when.period == f"{year}-01/{year}-09"]
            return nine[0] if nine else period
    return period


def _lead(head: str) -> Iterator[str]:
    """The first paragraphs, then what the cover of a filing says of its period."""
    yield from (line for line in head[:_LEAD].split("\n") if line.strip())
    for line in head[_LEAD:].split("\n"):
        if re.search(r"\b(?:quarter|quarterly period|year|months) ended\b", line, re.IGNORECASE):
            yield line


def _reported(text: str, lang: Lang, clock: Clock, *, is_reported: bool = False) -> str:
    """The first quarter, half, year or run of months of a text that speaks of results.

    Args:
        text: A paragraph.
        lang: In which it is written.
        clock: What periods are counted from.
        is_reported: Whether a headline above it has said that results are reported.
    """
    text = simplified(text)
    if not is_reported and not _REPORTS.search(text):
        return ""
    if lang == "zh" and (period := report_out(text, clock)):
        return period
    said = [
        when
        for when in periods_said(text, lang, clock)
        if when.step is Step.SAID
        and not _is_quoted(text, when.start)
        and tense_at(text, when.start, when.end, lang) is not Tense.FUTURE
    ]
    plain = [when for when in said if lang == "zh" or not is_of_an_aside(text, when)]
    ranked = [
        (rank, when) for when in plain or said if (rank := _rank(when, text, clock)) is not None
    ]
    return min(ranked, key=lambda one: one[0])[1].period if ranked else ""


def _is_quoted(text: str, start: int) -> bool:
    """Whether somebody says so: a text is not about what is said in passing."""
    head = text[:start]
    return head.count("“") > head.count("”") or head.count('"') % 2 == 1


def _rank(when: When, text: str, clock: Clock) -> int | None:
    """How likely it is the one: shorter ones before longer ones; None for one that it is not."""
    points = parse_period(when.period) or ()
    if not points or points[0].starts(clock.year_end) > clock.published:
        return None
    if clock.published.year - points[-1].first.year > _OLDEST:
        return None
    if len(points) == 2:
        return _rank_of_span(points)
    part = points[0].precision.rpartition(" ")[2]
    if part == "half" and _HALF.search(text):
        return -1
    if part == "year":
        return 2 if _YEARLY.search(text) and _TELLS_RESULTS.search(text) else None
    return {"quarter": 0, "half": 1}.get(part)


def _rank_of_span(points: tuple[Point, ...]) -> int | None:
    if points[0].precision == "day":  # the 13 weeks to 3 January
        return 0 if _WEEKS <= days_of(points) <= 2 * _WEEKS else None
    if is_quarter(points):  # between July and September
        return 0
    if is_six_months(points):  # in the six months to the end of March
        return 1
    return 1 if points[0].first.month == 1 and points[1].precision == "month" else None
