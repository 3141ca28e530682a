"""What analysts had expected beside what came to be: the same metric, told apart as the consensus.

Operating profit rose to £48m, beating the | £46m | expected on average by analysts in a poll.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.model import Stated
from exporter.drafting.names.expected import who_expected
from exporter.engine.regex import regex

_BESIDE = regex(
    r"\b(?:beat(?:ing|s|en)?|top(?:ped|ping|s)|miss(?:ed|ing|es)?|exceed(?:ed|ing|s)"
    r"|surpass(?:ed|ing|es)|ahead of|short of|shy of|above|below|over|under|against|versus|vs\.?"
    r"|lagging|lagged|trailing|undershot|undershooting"
    r"|compared (?:with|to)|than|in line with|match(?:ed|ing|es)|met|meeting)"
    r"(?: (?:the|an?|its|their|average|mean|median|market|company-compiled|company-provided|street"
    r"|analysts?['’]?s?|economists?['’]?|consensus|forecasts?|estimates?|expectations?"
    rf"|projections?))*(?: of| for)?(?: an?)? {ABOUT}(?:[A-Z]{{2,3}} ?)?[$€£¥]?$",
    re.IGNORECASE,
)
# Against 331 million a year ago and a consensus of | 342 million
_A_CONSENSUS = regex(
    rf"\b(?:an?|the) (?:[\w-]+ )?consensus (?:of|for|at) {ABOUT}\W?$", re.IGNORECASE
)
_TOLD = regex(
    r"consensus|estimate|forecast|expect|previous|guidance|\b(?:above|below|price)\b", re.IGNORECASE
)
# Of one house alone: the £46m expected by analysts at Berrow
_OF_ONE = regex(r"[^,;.]{0,30}\banalysts? (?:at|from|with) [A-Z]")


def as_consensus(name: str, stated: Stated, text: str) -> str:
    """The name of what analysts expected, where it stands beside what came to be."""
    before, behind = text[: stated.start], text[stated.end :]
    if _TOLD.search(name) or _OF_ONE.match(behind):
        return name
    if not _BESIDE.search(before) and not _A_CONSENSUS.search(before):
        return name
    who = who_expected(stated.start, text, "en")
    return f"{name}, consensus" if who and not who.lower().startswith("management") else name
