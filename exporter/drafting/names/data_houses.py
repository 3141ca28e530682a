"""Whose an expectation is that stands beside what happened, in an English sentence.

Sales were $684 million, ahead of the $662 million that analysts had expected, according to FactSet:
FactSet tells of what was expected, and not of the sales.
"""

import re

from exporter.drafting.names.tellers_en import COMPANY_EN
from exporter.drafting.names.told import Told
from exporter.engine.regex import regex

_BESIDE = regex(
    r",? (?:(?:well|just|far|slightly|comfortably|narrowly|easily) )?"
    r"(?:ahead of|above|below|short of|beat(?:ing)?|topp(?:ing|ed)|exceed(?:ing|ed)"
    r"|surpass(?:ing|ed)|miss(?:ing|ed)|compared (?:with|to)|versus|against"
    r"|(?:more|less|better|worse|higher|lower) than|in line with|matching) (?P<what>[^;]*)$"
)
_EXPECTED = regex(
    r"\b(?:analysts?|economists?|wall street|consensus|expect\w*|estimate[sd]?|forecasts?"
    r"|predict\w*|projection\w*|polled)\b",
    re.IGNORECASE,
)
_DATA = regex(
    r"\b(?:FactSet|Refinitiv|LSEG|Bloomberg|Visible Alpha|S&P|Capital IQ|I/?B/?E/?S|Zacks"
    r"|StreetAccount|Dow Jones|Thomson Reuters|Reuters)\b"
)
_OWN = regex(r"\b(?:company|statement|filings?|report|release|results|management|accounts)\b")


def tells_of_expected_alone(one: Told, at: int, text: str) -> bool:
    """Whether somebody named behind a comparison tells of what was expected, and not of a figure.

    Args:
        one: Who tells something.
        at: Where the figure stands.
        text: The sentence.
    """
    if one.start <= at or COMPANY_EN.fullmatch(one.who) or _OWN.search(one.who):
        return False
    if not one.is_for_all and not (one.follows and _DATA.search(one.who)):
        return False
    beside = _BESIDE.search(text[at : one.start])
    return beside is not None and _EXPECTED.search(beside["what"]) is not None
