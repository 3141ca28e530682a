"""The status that the words of a figure's clause tell.

A word governs the figures behind it in its clause, and those before it where it ends the clause
("revenue of $3 billion is expected"). What was expected once, and what came as planned, has
happened. Who expects decides: of its own results a company guides; a broker, a market researcher
or "analysts" estimate; what is to be done is planned.
"""

import re
from typing import NamedTuple

from exporter.drafting.exactness import ABOUT
from exporter.drafting.model import Setting, Stated
from exporter.drafting.periods.clauses import Tense, clause_at, tense_at
from exporter.drafting.periods.guided_measures import is_measure_guided
from exporter.drafting.periods.nouns import without_nouns
from exporter.drafting.periods.role_words import AS_EXPECTED, ASIDE, MATURES, REVISED
from exporter.drafting.periods.status_patterns import StatusWords
from exporter.drafting.periods.status_words import WORDS
from exporter.engine.regex import regex
from exporter.evidence.reading import Role
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.facts.words import Lang, Status

TO_BE = frozenset({Status.PLANNED, Status.GUIDANCE})


class Clause(NamedTuple):
    """A clause, and where in it the figure stands."""

    text: str
    start: int
    end: int


def clause_of(text: str, stated: Stated, lang: Lang) -> Clause:
    """The part of a sentence over which such words reach."""
    cuts = [0, *(cut.end() for cut in WORDS[lang].cut.finditer(text)), len(text)]
    first = max(cut for cut in cuts if cut <= stated.start)
    last = min(cut for cut in cuts if cut >= stated.end)
    return Clause(text[first:last], stated.start - first, stated.end - first)


def told(clause: Clause, text: str, stated: Stated, setting: Setting) -> Status:
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
    if setting.lang == "en" and _COMPLETED.match(tail):
        return Status.ACHIEVED  # on top of the | £150m | completed in September
    status = told_by_words(clause, WORDS[setting.lang])
    if status in TO_BE and _tells(text, stated, tail, setting):
        status = Status.ACHIEVED
    is_open = status is Status.ACHIEVED or (
        status is Status.PLANNED and _FROM_EARLIER_FORECAST.search(head) is not None
    )
    return Status.GUIDANCE if is_from and is_open else status


# Guidance, |which excludes one-off items,| is $2 billion.
# Has $350 million of notes | due in | 2028: it has them
_NOTES_DUE = regex(
    r"(?:(?<=notes )|(?<=bonds )|(?<=loans )|(?<=debt )|(?<=debentures )|(?<=convertibles ))"
    r"due (?=(?:in |on |by |from )?(?:[A-Z][a-z]+ )?(?:[0-9]{1,2},? )?20[0-9]{2})"
)
_ASIDE = regex(r",? which [^,;.0-9]*,")
# Sees growth of 0-2%|, compared with 1-4% previously,| and a margin of 12%
_COMPARED_ASIDE = regex(
    r", (?:compared (?:with|to)|versus|vs\.?|up from|down from|from|against) [^,;]*?"
    r"(?= (?:previously|before|earlier),)"
)


def without_asides(text: str, start: int) -> str:
    """A sentence without asides around no figure, brokers' targets, nouns that look like verbs."""
    if _RATED.search(text):
        text = _TARGET.sub(lambda said: " " * len(said[0]), text)
    for aside in (_ASIDE, _COMPARED_ASIDE, ASIDE, MATURES, _NOTES_DUE, AS_EXPECTED):
        text = aside.sub(lambda said: _kept(said, start), text)
    return without_nouns(text)


def _kept(said: re.Match[str], start: int) -> str:
    """An aside, blank unless the figure stands in it."""
    return said[0] if said.start() <= start < said.end() else " " * len(said[0])


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
    rf"[从由]$|\bfrom {ABOUT}[A-Z]{{0,3}}[$€£¥]?$"
    r"(?!.)"
)
# down |from an earlier range of| $5.85 to $6.00
_FROM_EARLIER = regex(
    r"\bfrom (?:an?|its|the) (?:earlier|previous|prior|old|initial|original|former"
    rf"|{MONTHS_EN}) "
    r"(?:[\w-]+ ){0,4}(?:of )?\W?$"
)
_FROM_EARLIER_FORECAST = regex(
    r"\bfrom [^,;0-9]{0,30}\b(?:forecast|guidance|outlook)s?\b[^,;0-9]{0,12}$"
)
# raise it to 1,150 from roughly 900 | now
_TODAY = regex(r"(?: [a-z-]+){0,3}? (?:now|today|currently|at present|at the moment)\b")
_COMPLETED = regex(
    r" (?:already )?(?:completed|finished|returned|paid|spent|announced|raised|bought)"
    r" (?:in|last|earlier|so far|already|since)\b"
)
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
_OF_AN_AIM = regex(
    "(?:目标|计划|指引|预算|任务)的$"
    r"|(?:[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|some|most|none))"
    r" of (?:its|their|our|his|her) $"
)
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


def told_by_words(clause: Clause, words: StatusWords) -> Status:
    """The status by the last word that governs the figure, for who says it."""
    head, tail = clause.text[: clause.start], clause.text[clause.end :]
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
    whole = head + clause.text[clause.start : clause.end] + tail
    if words.others.search(whole):
        return Status.ESTIMATE
    if words.guidance.search(whole):
        return Status.GUIDANCE
    if words.expected.search(head) or (behind and words.expected.search(behind[0])):
        return (
            Status.GUIDANCE if words.direct.search(head) else _of_expected(whole, len(head), words)
        )
    return Status.PLANNED


def _of_expected(clause: str, start: int, words: StatusWords) -> Status:
    """A company that expects results guides to them; what it expects to do is planned."""
    is_result = words.results.search(clause) or is_measure_guided(clause[:start])
    is_done = words.done.search(clause)
    return Status.GUIDANCE if is_result and not is_done else Status.PLANNED


def _compared(head: str, words: StatusWords) -> Status:
    """Against estimates of $3 billion: what others had expected."""
    *_, last = words.compared.finditer(head)
    return Status.ESTIMATE if words.others.search(last[0]) else Status.GUIDANCE


def _is_claimed(head: str, tail: str, words: StatusWords) -> bool:
    return bool(words.claimed.search(head) or words.claimed_behind.match(tail))
