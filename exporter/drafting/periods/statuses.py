"""Whether a figure is achieved, planned, guided to, estimated by others, or only claimed.

A word governs the figures behind it in its clause, and those before it where it ends the clause
("revenue of $3 billion is expected"). What was expected once, and what came as planned, has
happened. Who expects decides: of its own results a company guides; a broker, a market researcher
or "analysts" estimate; what is to be done is planned.
"""

import re
from typing import NamedTuple

from exporter.drafting.model import Guess, Sentence, Setting, Stated
from exporter.drafting.names.forecasters import forecaster_before
from exporter.drafting.periods.aims_zh import is_of_open_year, is_valued_at, of_market
from exporter.drafting.periods.beside_plans import is_beside_plan
from exporter.drafting.periods.broker_says import says_broker
from exporter.drafting.periods.clauses import Tense, clause_at, tense_at
from exporter.drafting.periods.company_years import only_year_end
from exporter.drafting.periods.guided_on import guided_on
from exporter.drafting.periods.leads import outlook_above
from exporter.drafting.periods.market_seen import as_seen
from exporter.drafting.periods.role_words import AS_EXPECTED, ASIDE, MATURES, REVISED
from exporter.drafting.periods.said_of_sums import is_to_be_paid, said_of_sum
from exporter.drafting.periods.status_patterns import StatusWords
from exporter.drafting.periods.status_words import WORDS
from exporter.drafting.periods.tenses import simplified
from exporter.engine.regex import regex
from exporter.evidence.reading import Role
from exporter.facts.periods import parse_period
from exporter.facts.words import Lang, Status

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
    text = _without_asides(simplified(sentence.text), stated.start)
    clause = _Clause(*_clause(text, stated, setting.lang))
    status = _by_text(clause, text, stated, setting, period)
    if _is_base(text, stated, status, period, setting):
        return Guess(Status.ACHIEVED)
    if status is Status.ACHIEVED and (
        is_beside_plan(text, stated, setting, period) or _is_led(text, stated, sentence, setting)
    ):
        is_result = WORDS[setting.lang].results.search(clause.text) is not None
        status = Status.GUIDANCE if is_result else Status.PLANNED
    later = _is_later(period, setting)
    if _is_others_forecast(stated, sentence, setting):
        later = later or is_valued_at(text[: stated.start], period, setting)
        if status is Status.PLANNED and _has_ended(period, setting):
            return Guess(Status.ACHIEVED)
        return Guess(Status.ESTIMATE if status in _TO_BE or later else status)
    is_valued = later or is_valued_at(text[: stated.start], period, setting)
    if is_valued and _MULTIPLE.search(text[stated.start : stated.end + 8]):
        return Guess(Status.ESTIMATE)
    words = WORDS[setting.lang]
    is_to_come = is_to_be_paid(text[: stated.start])  # for a year that has ended
    if status is Status.PLANNED and _has_ended(period, setting) and not is_to_come:
        sure = words.supposed.sub(lambda said: " " * len(said[0]), clause.text)
        status = _by_words(sure, clause.start, clause.end, words)
    if status is Status.ACHIEVED and later and _PUT_AT.search(text[: stated.start]):
        return Guess(Status.ESTIMATE)
    if status is Status.ACHIEVED and later:
        # Without such a word a clause may aim: to open 50 stores by 2027.
        is_aimed = words.aim.search(clause.text[: clause.start])
        return Guess(Status.PLANNED, "" if is_aimed else _TO_COME)
    if status in _TO_BE and _is_past(period, setting):
        return Guess(status, _PASSED)
    return Guess(status)


def _by_text(clause: "_Clause", text: str, stated: Stated, setting: Setting, period: str) -> Status:
    """The status by the words of a figure's sentence."""
    status = said_of_sum(text, stated, setting) or _told(clause, text, stated, setting)
    status = as_seen(status, text, stated.start, setting.lang)
    is_open = status is Status.ACHIEVED and is_of_open_year(text[: stated.start], period, setting)
    return of_market(Status.GUIDANCE if is_open else status, text, stated.start, setting)


def _is_base(text: str, stated: Stated, status: Status, period: str, setting: Setting) -> bool:
    """Whether what is to come is compared with a figure, of a time that has passed."""
    is_beside = status in _TO_BE and _BESIDE_PAST.search(text[: stated.start]) is not None
    return is_beside and _has_ended(period, setting)


def _is_others_forecast(stated: Stated, sentence: Sentence, setting: Setting) -> bool:
    """Whether a broker, or a body named before, speaks of a figure."""
    is_brokers = says_broker(stated.start, sentence, setting)
    return is_brokers or bool(forecaster_before(sentence, setting))


# Expects $1.72 a share compared with | $1.61 a year earlier.
_BESIDE_PAST = regex(
    r"\b(?:(?:as )?compared (?:with|to)|versus|vs\.?|(?:as )?against|(?:up|down) from)"
    r" (?:about |around |some |nearly |just |only )?[A-Z]{0,3}\W?$"
    r"|\((?:[A-Z]{1,2}[0-9]? ?)?(?:[^()0-9]{0,12}[0-9]{1,2} [A-Z][a-z]+"
    r" )?(?:FY)?['’]?[0-9]{2,4}(?::| [-–—]) ?\W?$"
    r"|\((?:prior|previous|last) (?:year|period)[^()0-9]{0,12}: ?\W?$"
)


def _is_led(text: str, stated: Stated, sentence: Sentence, setting: Setting) -> bool:
    """Whether a figure goes on with what is to come, and no verb says else."""
    is_silent = tense_at(text, stated.start, stated.end, setting.lang) is Tense.NONE
    is_led = is_silent and bool(outlook_above(sentence, setting))
    return is_led or guided_on(stated.start, sentence, setting) is not None


# A think tank puts peak demand at | 34 GW in 2030.
_PUT_AT = regex(r"\b(?:puts?|sees) (?:[\w’'-]+ ){1,9}at (?:about |around |some )?\W?$")


class _Clause(NamedTuple):
    """A clause, and where in it the figure stands."""

    text: str
    start: int
    end: int


def _told(clause: _Clause, text: str, stated: Stated, setting: Setting) -> Status:
    """The status by the words of a figure's clause alone."""
    head, tail = clause.text[: clause.start], clause.text[clause.end :]
    if _OFF_EXPECTED.match(tail) and _WOULD_BE.search(head):
        return Status.PLANNED
    if any((_OF_AN_AIM.search(head), _OF_AN_AIM_BEHIND.match(tail), _OFF_EXPECTED.match(tail))):
        return Status.ACHIEVED  # 77% of its target, 4% above consensus
    # Will rise |from 250 stores| to 300; but raised its forecast |from $3 billion|.
    is_from = stated.figures[0].role is Role.FROM or _FROM.search(head) is not None
    is_from = is_from or _FROM_EARLIER.search(head) is not None
    is_revised = REVISED.search(text[: stated.start]) is not None
    is_from = is_from or (is_revised and _PREVIOUSLY.match(tail) is not None)
    is_expected = _EXPECTED.search(head) or is_revised
    if is_from and (not is_expected or _TODAY.match(tail)):
        return Status.ACHIEVED
    status = _by_words(clause.text, clause.start, clause.end, WORDS[setting.lang])
    if status in _TO_BE and _tells(text, stated, tail, setting):
        status = Status.ACHIEVED
    is_open = status is Status.ACHIEVED or (
        status is Status.PLANNED and _FROM_EARLIER_FORECAST.search(head) is not None
    )
    return Status.GUIDANCE if is_from and is_open else status


def _without_asides(text: str, start: int) -> str:
    """A sentence without asides around no figure, and without the targets of brokers."""
    if _RATED.search(text):
        text = _TARGET.sub(lambda said: " " * len(said[0]), text)
    for aside in (_ASIDE, ASIDE, MATURES, AS_EXPECTED):
        text = aside.sub(lambda said: _kept(said, start), text)
    return text


def _kept(said: re.Match[str], start: int) -> str:
    """An aside, blank unless the figure stands in it."""
    return said[0] if said.start() <= start < said.end() else " " * len(said[0])


_TO_BE = frozenset({Status.PLANNED, Status.GUIDANCE})


def _tells(text: str, stated: Stated, tail: str, setting: Setting) -> bool:
    """Whether the figure's own clause tells what is or was, and a plan is another's."""
    if setting.lang != "en":
        return False
    words = WORDS[setting.lang]
    own = clause_at(text, stated.start, stated.end, setting.lang)
    if words.compared.search(text[: stated.start]) or _ONCE_EXPECTED.search(own):
        return False
    if words.expected.search(own) or words.planned.search(own) or words.guidance.search(own):
        return False
    tense = tense_at(text, stated.start, stated.end, setting.lang)
    return tense in {Tense.PAST, Tense.PRESENT} and not words.behind.match(tail)


_ONCE_EXPECTED = regex(r"\b(?:previous(?:ly)?|prior|earlier|old)\b", re.IGNORECASE)
_FROM = regex(
    r"[从由]$|\bfrom (?:(?:about|around|roughly|some|nearly|just|only|over) )*[A-Z]{0,3}[$€£¥]?$"
    r"(?!.)"
)
# down |from an earlier range of| $5.85 to $6.00
_FROM_EARLIER = regex(
    r"\bfrom (?:an?|its|the) (?:earlier|previous|prior|old|initial|original|former) "
    r"(?:[\w-]+ ){0,4}(?:of )?\W?$"
)
_FROM_EARLIER_FORECAST = regex(
    r"\bfrom [^,;0-9]{0,30}\b(?:forecast|guidance|outlook)s?\b[^,;0-9]{0,12}$"
)
# raise it to 1,150 from roughly 900 | now
_TODAY = regex(r"(?: [a-z-]+){0,3}? (?:now|today|currently|at present|at the moment)\b")
_PREVIOUSLY = regex(r"[^,;.0-9]{0,20}? (?:previously|before|earlier)\b")
_RATED = regex(
    r"\b(?:ratings?|rates?|recommendation|buy|hold|sell|neutral|outperform|underperform"
    r"|overweight|underweight)\b|price target"
    r"|target price",
    re.IGNORECASE,
)
_TARGET = regex(r"\b(?:price )?targets?(?: price)?\b", re.IGNORECASE)
_EXPECTED = regex(
    r"(?:预测|预期|指引|目标|估计|计划|\b(?:guidance|forecasts?|outlook|estimates?|targets?"
    r"|range)\b)[^，。；,;]{0,24}$",
    re.IGNORECASE,
)
_OF_AN_AIM = regex("(?:目标|计划|指引|预算|任务)的$|[0-9] of (?:its|their|our|his|her) $")
_OF_AN_AIM_BEHIND = regex(
    r" of (?:which|them|these) (?:(?:has|have) (?:already )?been|were|was) "
    r"| of (?:its|their|our|the|that) (?:[\w-]+ ){0,3}(?:targets?|goals?|plan|guidance|budget)\b"
    r"| of (?:its|their|our|the) (?:[\w-]+ )?[$€£¥]?[0-9][^,;.]{0,40}\b(?:target|plan|aim)"
    r"|(?<=[0-9]) of (?:its|their|our) [0-9]",
    re.IGNORECASE,
)
# 4% above consensus
_OFF_EXPECTED = regex(
    r",? (?:above|below|ahead of|short of|higher than|lower than|better than|worse than|more than"
    r"|less than)"
    r" [^,;.0-9]{0,40}\b(?:estimates?|consensus|expectations?|forecasts?|guidance|targets?|budget"
    r"|plan)\b"
    r"(?! of)",
    re.IGNORECASE,
)
# Profits would be about | 8 million | below market forecasts
_WOULD_BE = regex(r"\b(?:would|will|could|is likely to|are likely to) \w+ [^,;.]{0,20}$")
_MULTIPLE = regex(r"倍|\btimes\b|[0-9]x\b")


def _by_words(clause: str, start: int, end: int, words: StatusWords) -> Status:
    """The status by the last word that governs the figure, for who says it."""
    head, tail = clause[:start], clause[end:]
    if words.compared.search(head):
        return _compared(head, words)
    head = words.once.sub(lambda said: " " * len(said[0]), head)
    if words.base.search(head) and not words.guidance.search(head):
        return Status.ACHIEVED
    governing = words.expected.search(head) or words.planned.search(head)
    behind = words.behind.match(tail)
    if governing is None and behind is None:
        return Status.CLAIMED if _is_claimed(head, tail, words) else Status.ACHIEVED
    if words.reached.search(head):
        return Status.ACHIEVED
    whole = head + clause[start:end] + tail
    if words.others.search(whole):
        return Status.ESTIMATE
    if words.guidance.search(whole):
        return Status.GUIDANCE
    if words.expected.search(head) or (behind and words.expected.search(behind[0])):
        return Status.GUIDANCE if words.direct.search(head) else _of_expected(whole, words)
    return Status.PLANNED


def _of_expected(clause: str, words: StatusWords) -> Status:
    """A company that expects results guides to them; what it expects to do is planned."""
    is_result = words.results.search(clause) and not words.done.search(clause)
    return Status.GUIDANCE if is_result else Status.PLANNED


def _compared(head: str, words: StatusWords) -> Status:
    """Against estimates of $3 billion: what others had expected."""
    *_, last = words.compared.finditer(head)
    return Status.ESTIMATE if words.others.search(last[0]) else Status.GUIDANCE


def _is_claimed(head: str, tail: str, words: StatusWords) -> bool:
    return bool(words.claimed.search(head) or words.claimed_behind.match(tail))


def _is_later(period: str, setting: Setting) -> bool:
    """Whether a period begins after the day of publication; of a fiscal one that is unsure."""
    points = parse_period(period) or ()
    if not points or any(point.is_fiscal for point in points):
        return False
    return points[0].first > setting.published


def _has_ended(period: str, setting: Setting) -> bool:
    """Whether a period had ended when the source appeared."""
    points = parse_period(period) or ()
    return bool(points) and points[-1].last(only_year_end(setting)) < setting.published


def _is_past(period: str, setting: Setting) -> bool:
    """Whether a period had ended long before the source appeared."""
    points = parse_period(period) or ()
    return bool(points) and points[-1].first.year + 1 < setting.published.year


# --- The clause of a figure

# Guidance, |which excludes one-off items,| is $2 billion.
_ASIDE = regex(r",? which [^,;.0-9]*,")


def _clause(text: str, stated: Stated, lang: Lang) -> tuple[str, int, int]:
    """The part of a sentence that such words reach over, and the figure's place in it."""
    cuts = [0, *(cut.end() for cut in WORDS[lang].cut.finditer(text)), len(text)]
    first = max(cut for cut in cuts if cut <= stated.start)
    last = min(cut for cut in cuts if cut >= stated.end)
    return text[first:last], stated.start - first, stated.end - first
