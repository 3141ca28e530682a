"""Whether a figure is achieved, planned, guided to, estimated by others, or only claimed.

Words tell (`status_told`); who speaks, what it is compared with, and whether its period is over
correct them.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.prices_paid import price_paid
from exporter.drafting.figures.set_aside import is_set_aside
from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.drafting.names.forecasters import forecaster_before
from exporter.drafting.names.forecasting_bodies import body_behind, forecasting_body
from exporter.drafting.periods.aims_zh import (
    is_of_open_year,
    is_valued_at,
    of_market,
    starts_revision,
)
from exporter.drafting.periods.beside_plans import is_beside_plan
from exporter.drafting.periods.broker_says import says_broker
from exporter.drafting.periods.by_publication import (
    ended_long_ago,
    has_ended,
    is_later,
    may_be_open,
)
from exporter.drafting.periods.clauses import Tense, tense_at
from exporter.drafting.periods.done_zh import as_done
from exporter.drafting.periods.guided_measures import befalls, is_only_compared, would_come_to
from exporter.drafting.periods.guided_on import guided_on
from exporter.drafting.periods.leads import outlook_above
from exporter.drafting.periods.market_seen import as_seen
from exporter.drafting.periods.other_reasons import is_beside_expected
from exporter.drafting.periods.revised_plans import is_planned_before
from exporter.drafting.periods.said_of_sums import is_to_be_paid, said_of_sum
from exporter.drafting.periods.status_told import (
    TO_BE,
    Clause,
    clause_of,
    told,
    told_by_words,
    without_asides,
)
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.tenses import simplified
from exporter.drafting.periods.to_be_done import are_to_be_done
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.evidence.withdrawals import is_within, withdrawn_in
from exporter.facts.words import Status

_PASSED = "its words speak of what comes, but its period has passed"
_TO_COME = "its period is still to come, but its words do not say who plans or expects it"


def status_of(stated: Stated, sentence: Sentence, setting: Setting, period: str) -> Guess[Status]:
    """What a sentence says of a figure: that it is so, is to be, or is said to be.

    Args:
        stated: The figure.
        sentence: Its sentence.
        setting: What is known of the source.
        period: Of the figure, as facts write it.
    """
    plain = simplified(sentence.text)
    plain = as_done(plain, setting.published) if setting.lang == "zh" else plain
    text = without_asides(plain, stated.start)
    if setting.lang == "en" and is_beside_expected(text[: stated.start]):
        return Guess(Status.ACHIEVED)
    clause = clause_of(text, stated, setting.lang)
    if (seen := _seen_by_its_words(text, stated, setting)) is not None:
        return Guess(seen)
    status = _by_text(clause, text, stated, setting, period)
    if _is_base(text, stated, status, period, setting):
        return Guess(Status.ACHIEVED)
    if status is Status.ACHIEVED and _goes_on(text, stated, sentence, setting, period):
        is_result = WORDS[setting.lang].results.search(clause.text) is not None
        status = Status.GUIDANCE if is_result else Status.PLANNED
    is_valued = is_later(period, setting) or is_valued_at(text[: stated.start], period, setting)
    if _is_others_forecast(stated, sentence, setting):
        if status is Status.PLANNED and has_ended(period, setting):
            return Guess(Status.ACHIEVED)
        is_valued = is_valued or _is_of_open_year_zh(period, setting)
        is_estimate = status in TO_BE or is_valued or _ESTIMATED.search(text[: stated.start])
        return Guess(Status.ESTIMATE if is_estimate else status)
    is_multiple = _MULTIPLE.search(text[stated.start : stated.end + 8]) is not None
    if is_valued and is_multiple and not _OWED.search(text[: stated.start]):
        return Guess(Status.ESTIMATE)
    return _as_dated(status, clause, text[: stated.start], setting, period)


def _seen_by_its_words(text: str, stated: Stated, setting: Setting) -> Status | None:
    """The status that the words right around a figure tell, whatever its period; None for none."""
    if is_within(stated.start, withdrawn_in(text)):
        return Status.WITHDRAWN
    if setting.lang == "en" and is_planned_before(text, stated.start, stated.end):
        return Status.PLANNED
    return Status.ESTIMATE if body_behind(text, stated.end, setting) else None


_YEAR = regex("(?:FY)?[0-9]{4}")


def _is_of_open_year_zh(period: str, setting: Setting) -> bool:
    """Whether a Chinese source tells of a whole year that is not over: 认为2026年净利润|2亿元."""
    is_year = _YEAR.fullmatch(period) is not None
    return setting.lang == "zh" and is_year and may_be_open(period, setting)


def _is_moved_on(text: str, stated: Stated) -> bool:
    """Whether something is put off, or brought forward, to another time: 60 | into the autumn."""
    is_moved = _MOVED_ON.search(text[: stated.start]) is not None
    return is_moved and _TO_WHEN.match(text, stated.end) is not None


_MOVED_ON = regex(
    r"\b(?:bring|brings|brought|pull\w*|push\w*|move[sd]?|shift\w*|defer\w*|delay\w*"
    r"|postpon\w*)\b(?: (?:forward|in|out|back))?"
    r"(?: (?:the )?(?:deliver(?:y|ies)|shipments?|launch|opening|orders?)"
    rf" (?:of|for))? {ABOUT}$"
)
_TO_WHEN = regex(
    r" (?:[\w-]+ ){0,4}?(?:into|to|until) (?:the )?(?:first|second|third|fourth|next|coming"
    r"|20[0-9]{2}|fiscal|FY|Q[1-4]|spring|summer|autumn|winter)"
)


def _as_dated(
    status: Status, clause: Clause, head: str, setting: Setting, period: str
) -> Guess[Status]:
    """The status that words give a figure, as far as its period bears it out.

    Args:
        status: By its words.
        clause: In which it stands.
        head: What its sentence says before it.
        setting: What is known of the source.
        period: Of the figure.
    """
    words = WORDS[setting.lang]
    is_done = status in TO_BE and _DONE_THEN.match(clause.text[clause.end :]) is not None
    if is_done and has_ended(period, setting):
        return Guess(Status.ACHIEVED)
    is_to_come = is_to_be_paid(head)  # for a year that has ended
    if status is Status.PLANNED and has_ended(period, setting) and not is_to_come:
        sure = words.supposed.sub(lambda said: " " * len(said[0]), clause.text)
        status = told_by_words(clause._replace(text=sure), words)
    if status is Status.ACHIEVED and is_later(period, setting):
        if _PUT_AT.search(head):
            return Guess(Status.ESTIMATE)
        # Without such a word a clause may aim: to open 50 stores by 2027.
        is_aimed = words.aim.search(clause.text[: clause.start])
        return Guess(Status.PLANNED, "" if is_aimed else _TO_COME)
    return Guess(status, _PASSED if status in TO_BE and ended_long_ago(period, setting) else "")


def _by_text(clause: Clause, text: str, stated: Stated, setting: Setting, period: str) -> Status:
    """The status by the words of a figure's sentence."""
    if are_to_be_done(stated, text, setting.lang):
        return Status.PLANNED
    if setting.lang == "en" and _is_moved_on(text, stated) and not has_ended(period, setting):
        return Status.PLANNED
    if setting.lang == "en" and is_set_aside(text, stated.start, stated.end):
        return Status.PLANNED
    if setting.lang == "en" and price_paid(text, stated.start, stated.end):
        return Status.ACHIEVED  # they will pay | £6.40 | for a pint: as they do
    status = said_of_sum(text, stated, setting) or told(clause, text, stated, setting)
    status = as_seen(status, text, stated.start, setting.lang)
    if status is Status.PLANNED and befalls(text, stated, setting, period):
        return Status.GUIDANCE
    is_own = status is Status.ESTIMATE and is_only_compared(text, stated)
    if (is_own or status is Status.PLANNED) and would_come_to(text, stated, setting):
        return Status.GUIDANCE
    is_open = status is Status.ACHIEVED and is_of_open_year(text[: stated.start], period, setting)
    is_open = is_open or starts_revision(text, stated.start, stated.end)
    return of_market(Status.GUIDANCE if is_open else status, text, stated.start, setting)


def _is_base(text: str, stated: Stated, status: Status, period: str, setting: Setting) -> bool:
    """Whether what is to come is compared with a figure, of a time that has passed."""
    is_beside = status in TO_BE and _BESIDE_PAST.search(text[: stated.start]) is not None
    return is_beside and has_ended(period, setting)


def _is_others_forecast(stated: Stated, sentence: Sentence, setting: Setting) -> bool:
    """Whether a broker, or a body named before or in its sentence, speaks of a figure."""
    is_brokers = says_broker(stated.start, sentence, setting)
    if is_brokers or forecaster_before(sentence, setting):
        return True
    return bool(forecasting_body(sentence.text[: stated.start], setting))


# Price increases of about | 3% | in September should cover that: what should be is another thing.
_DONE_THEN = regex(
    rf"(?: [a-z]+){{0,2}} in (?:early |late )?(?:{MONTHS_EN})"
    r"(?: (?:19|20)[0-9]{2})? "
    r"(?:should|will|would|ought to|are expected to|is expected to) (?:[a-z]+ly )?"
    r"(?:cover|offset|help|make up|compensate|support|mitigate|absorb|soften|lift|ease)\b"
)
# Expects $1.72 a share compared with | $1.61 a year earlier.
_BESIDE_PAST = regex(
    r"\b(?:(?:as )?compared (?:with|to)|versus|vs\.?|(?:as )?against|(?:up|down) from)"
    rf" {ABOUT}[A-Z]{{0,3}}\W?$"
    r"|\((?:[A-Z]{1,2}[0-9]? ?)?(?:[^()0-9]{0,12}[0-9]{1,2} [A-Z][a-z]+"
    r" )?(?:FY)?['’]?[0-9]{2,4}(?::| [-–—]) ?\W?$"
    r"|\((?:prior|previous|last) (?:year|period)[^()0-9]{0,12}: ?\W?$"
)


def _goes_on(text: str, stated: Stated, sentence: Sentence, setting: Setting, period: str) -> bool:
    """Whether a figure goes on with what is to come, and no verb says else."""
    if is_beside_plan(text, stated, setting, period) or _is_part_of_plan(text, stated, setting):
        return True
    line = text
    if setting.lang == "en" and _AS_BEFORE.match(text, stated.end):
        line = text[: stated.end]
    is_silent = tense_at(line, stated.start, stated.end, setting.lang) is Tense.NONE
    is_led = is_silent and bool(outlook_above(sentence, setting))
    return is_led or guided_on(stated.start, sentence, setting) is not None


# 今年计划新开客栈60家，|其中海外不超过|5家
_PART_ZH = regex(
    "(?P<plan>[^。；]*)，其中(?!已|目前)[^，。；0-9已了将拟]{0,8}?"
    "(?:不超过|不少于|不低于|不多于|至少|最多|约|近|占|为|有)*$"
)


def _is_part_of_plan(text: str, stated: Stated, setting: Setting) -> bool:
    """Whether a Chinese figure is a part, and no more is said of it, of one that is planned."""
    found = _PART_ZH.search(text[: stated.start]) if setting.lang == "zh" else None
    if found is None or not any(map(str.isdigit, found["plan"])):
        return False
    whole = Clause(found["plan"], len(found["plan"]), len(found["plan"]))
    return told_by_words(whole, WORDS["zh"]) in TO_BE


# EPS of $3.98 to $4.04, |unchanged|: a line of a list, with what became of it
_AS_BEFORE = regex(
    r"(?: (?:million|billion|per share|a share))?,? \(?(?:unchanged|maintained|reaffirmed"
    r"|reiterated|affirmed|confirmed|raised"
    r"|lowered|increased|reduced|narrowed|updated|tightened)\b[^;]*$"
)
# A think tank puts peak demand at | 34 GW in 2030.
_PUT_AT = regex(rf"\b(?:puts?|sees) (?:[\w’'-]+ ){{1,9}}at {ABOUT}\W?$")
# Analysts said Selby was gaining, and estimated that it now had | 16%
_ESTIMATED = regex(r"\b(?:estimate[sd]|reckon(?:s|ed)) (?:that )?(?:[\w’'-]+ ){1,6}[A-Z]{0,3}\W?$")
# Leverage is expected to be below | 3.3x |: no value that somebody puts on a company
_OWED = regex(r"\b(?:net debt|leverage|gearing|borrowings)\b[^;,]*$", re.IGNORECASE)
_MULTIPLE = regex(r"倍|\btimes\b|[0-9]x\b")
