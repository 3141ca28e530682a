"""What an English sentence says of a figure that is not so: denied, taken back, asked, imagined.

Or not all of it is meant: the upper end of a range.

A figure is stated by such words as by any others; what is wrong is to take it for a fact. Each is
told, for a person to see: "It withdrew its target of 500 stores" is no target of 500 stores.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.model import Sentence, Stated
from exporter.drafting.periods.earlier_guidance import is_earlier_guidance
from exporter.engine.regex import regex

TAKEN_BACK = "its words take it back: see whether it still holds"
DENIED = "its words deny it: see what is meant"
IMAGINED = "its words tell what would have been, not what was"
ASKED = "its words only ask, or leave open, whether it is so"
REPLACED = "its words say what is not so, or was to be before: see what is there instead"
UPPER_END = "its words mean the upper end of the range: say so in a note"
LOWER_END = "its words mean the lower end of the range: say so in a note"

_MONEY = r"(?:[A-Z]{0,3}[$€£¥])?"
_ABOUT = about_or("the", "its", "their", "our", "an?")
_PLANS = (
    r"(?:targets?|guidance|forecasts?|outlook|goals?|plans?|ambitions?|aims?|range|estimates?"
    r"|projections?|buy-?backs?|programmes?|programs?|dividends?|commitments?|offers?|bids?)"
)
_TAKEN = (
    r"(?:withdr[ae]w\w*|scrap(?:ped|s|ping)|abandon(?:ed|s|ing)|suspend(?:ed|s|ing)"
    r"|cancell?(?:ed|s|ing)|shelv(?:ed|es|ing)|ditch(?:ed|es|ing)|ax(?:ed|es|ing)"
    r"|rescind(?:ed|s|ing))"
)
# Schemes and deals, and by which words they are given up
_WORKS = (
    r"(?:schemes?|projects?|developments?|expansions?|proposals?|mergers?|takeovers?|deals?|towers?"
    r"|plants?|factor(?:y|ies)|flotations?|listings?|sales?|openings?)"
)
_GIVEN_UP = (
    rf"(?:{_TAKEN}|dropp(?:ed|ing)|call(?:ed|ing) off|pull(?:ed|ing) (?:out of|the plug on)"
    r"|walk(?:ed|ing) away from|decid(?:ed|ing) against|given up|gave up"
    r"|(?:will|would) not(?: now)?|(?:is|are) not now|wo(?:n[’']t)|no longer"
    r"|not to (?:build|start|go ahead|proceed))"
)
_BY_WORDS_BEFORE = (
    # no longer expects to reach a margin of | 10%
    (
        TAKEN_BACK,
        (
            r"\bno longer (?:expect|anticipat|forecast|plan|intend|aim|target|see|hope|think"
            r"|believe|guid|assum|seek|project)\w*\b[^,;:]*$"
        ),
    ),
    # withdrew its target of | 500 stores
    (TAKEN_BACK, rf"\b{_TAKEN} (?:[\w’'-]+ ){{0,4}}{_PLANS}\b(?:(?! and )[^,;:0-9]){{0,40}}$"),
    # the scheme, which was to have cost | £74mn
    (
        TAKEN_BACK,
        (
            r"\b(?:was|were)(?: \w+ly)?(?: (?:due|meant|supposed|planned|expected|intended))?"
            r" to have (?:[a-z]+ly )?(?:been|cost|[a-z]+ed|brought|built|made|sold|run|held|taken)"
            r"\b[^,;:]*$"
        ),
    ),
    # scrapped its tower in Leeds, which would have cost | £74mn
    (
        TAKEN_BACK,
        (
            rf"\b{_GIVEN_UP}\b[^;:]*\b(?:which|that|and) (?:it (?:had )?said )?would have"
            r" [^,;:]*$"
        ),
    ),
    # scrapped a scheme worth | £74mn
    (
        TAKEN_BACK,
        (
            rf"\b{_TAKEN} (?:[\w’'-]+ ){{0,5}}?{_WORKS} (?:[\w’'-]+ ){{0,4}}?(?:of|worth|costing"
            rf"|valued at) {_ABOUT}{_MONEY}$"
        ),
    ),
    # did not pay the | $3 billion
    (
        DENIED,
        (
            r"\b(?:(?:did|do|does|will|would|has|have|had|could) (?:not|never)"
            r"|(?:did|do|does|wo|would|has|have|had|could)n[’']t) (?:pay|paid|receive|spend|spent"
            r"|ma[kd]e|raise|sell|sold|buy|bought|open|reach|borrow|lend|invest|get|earn|lose|lost|offer|sign|agree"
            r"|need)(?:ed|d)?"
            rf" (?:[a-z]+ ){{0,1}}?{_ABOUT}{_MONEY}$"
        ),
    ),
    # Without the fire it would have made a profit of | £4m
    (
        IMAGINED,
        (
            r"\bwould(?: not|n[’']t)? have (?:[a-z]+ly )?(?:been|made|[a-z]+ed|risen|grown|fallen"
            r"|shrunk|lost|sold|come|had|met|paid|cost|won|hit|gone|kept)\b[^,;:]*$"
        ),
    ),
    # Asked whether it would need | €500 million
    (
        ASKED,
        (
            r"(?<!\bof )(?<!regardless )(?<!\bno matter )\bwhether (?!or not\b)[^,;:]*$"
            r"|\bask(?:ed|s|ing) if [^,;:]*$"
        ),
    ),
    # 20 a year instead of | 35
    (REPLACED, rf"\b(?:instead of|rather than|as opposed to) {_ABOUT}{_MONEY}$"),
)
# The target of | 500 stores | has been withdrawn; suspended the | £20m | share buy-back
_TAKEN_BEHIND = regex(
    r"(?: [\w’'-]+){0,5} (?:was|were|is|are|has been|have been|had been) (?:now |also )?"
    r"(?:withdrawn|scrapped|abandoned|suspended|cancell?ed|shelved|ditched|axed|rescinded)\b",
)
_ITS_PLAN = regex(rf"(?: (?!to |for |in |on |at )[\w’'-]+){{0,3}}? (?:{_PLANS}|{_WORKS})\b")
_TAKES = regex(rf"\b{_TAKEN} (?:its|the|their|our|an?) (?:[a-z-]+ ){{0,2}}{_MONEY}$")
_BEFORE = tuple((doubt, regex(said, re.IGNORECASE)) for doubt, said in _BY_WORDS_BEFORE)
# Not more than, not only: bounds and turns, which deny nothing.
_BOUND = regex(
    r"\b(?:more|less|fewer|higher|lower|better|worse|only|just|merely|below|above|over|under"
    r"|exceed|until|before|except)\b"
)
# At the upper end of the range of | £50 million to £53 million
_END = regex(
    r"\b(?:(?P<upper>upper|top|high|higher)|lower|low|bottom)(?: end| half)? of [^,;:0-9]{0,60}$"
)

# What may be taken up again is no plan that is given up.
_PAUSED = regex(r"\bsuspend", re.IGNORECASE)


def is_taken_back(head: str, tail: str) -> bool:
    """Whether what was planned, or expected, is given up: withdrew its target of | 500 stores |.

    Args:
        head: The words of the sentence before a figure.
        tail: Those behind it.
    """
    before = (one.search(head) for doubt, one in _BEFORE if doubt == TAKEN_BACK)
    said = (*before, _taken_around(head, tail))
    return any(not _PAUSED.search(one[0]) for one in said if one is not None)


def _taken_around(head: str, tail: str) -> re.Match[str] | None:
    """What says behind a figure, or on both sides of it, that something is given up."""
    if (behind := _TAKEN_BEHIND.match(tail)) is not None:
        return behind
    return _TAKES.search(head) if _ITS_PLAN.match(tail) else None


def not_so(stated: Stated, sentence: Sentence) -> str:
    """Why a figure may be none, by the words of its clause; "" where nothing says so.

    Args:
        stated: The figure.
        sentence: In which it stands.
    """
    head, tail = sentence.text[: stated.start], sentence.text[stated.end :]
    for doubt, said in _BEFORE:
        found = said.search(head)
        is_bound = found is not None and doubt == DENIED and _BOUND.search(found[0]) is not None
        is_earlier = doubt == REPLACED and is_earlier_guidance(
            sentence.text, stated.start, stated.end
        )  # rather than the | £17 million | indicated in May: its name says so
        if found and not (is_bound or is_earlier):
            return doubt
    if stated.high and (end := _END.search(head)):
        return UPPER_END if end["upper"] else LOWER_END
    return TAKEN_BACK if _taken_around(head, tail) else ""
