"""Whose a figure is that is told of somebody behind it, or beside a name that it explains.

The | 2.1% | reported last month by Marlpit Inns, a bigger rival with about | 600 | pubs; a contrast
with Marlpit Inns, the owner of pubs, which closed | 22 | of them.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.model import Guess
from exporter.drafting.names.clauses import NOT_KNOWN, Words
from exporter.engine.regex import regex

# Double the | 2.1 per cent | reported last month by Quark
_REPORTED_BY = regex(
    r"[^A-Za-z]{0,14}(?: ?(?:per ?cent|percent|percentage points|[mb]n|m|p|[mb]illion))?"
    r"(?: (?:growth|rise|increase|gain|fall|drop|decline|margin))?"
    r" (?:(?:that|which) (?:was|were|had been) )?(?:reported|posted|announced|recorded|achieved"
    r"|managed|delivered|disclosed|notched up|logged|enjoyed|suffered|booked)"
    r"(?: (?:last|earlier|this|on|in|for|a|two|three|just)\b[^,;.()]{0,28}?)? (?:by|at) "
    r"(?:the |its |their )?(?:[a-z-]+ ){0,3}$"
)
# Quark, |a bigger rival with about| 600 pubs
_EXPLAINS = regex(
    r", (?:an?|the|its|their|once the|now the) "
    r"(?:(?!(?:and|but|reported|posted|announced|had|made|earned|booked|recorded|said|claimed|rose"
    r"|fell|grew|sold)\b)[\w’'-]+ ){1,7}?"
    r"(?:with|of|running|operating|owning|employing|(?:that|which) (?:now |already )?(?:has|runs"
    rf"|owns|operates|employs|sells|makes|serves|manages)) {ABOUT}[A-Z]{{0,3}}\W?"
)
_APPOSED = r"(?:, (?:an?|the|its|their|once|now|formerly|another)\b[^,;.()]{2,90})"
_ON = r"(?:[^,;:.]|(?<=[0-9])[,.](?=[0-9]))*"
_WHEN = (
    r"(?:(?:last|this|earlier|late|on|in|also|itself|now|recently|already|had|has|have)\b"
    r"[^,;.0-9]{0,24}?)?"
)
# Marlpit, the owner of pubs, |which last month reported a fall of| 3%: told of Marlpit, not of pubs
_WHICH_BEHIND = regex(
    rf"{_APPOSED}, (?:which|who|whose) {_WHEN}\b(?:said|says|reported|reports|posted|announced|told"
    r"|expects?|forecasts?|warned|claims?|employs?|owns?|runs?|operates?|makes|made|sells?|sold|has"
    r"|had|opened|closed|shut|lost|cut|raised|earned|serves?|holds?|recorded|saw|bought|acquired"
    rf"|floated|listed|launched|plans?|wants?|trades?|fell|rose|grew)\b{_ON}"
)
# Its fortunes contrast with those of Marlpit|, which shut| 22 pubs
_SET_AGAINST = (
    r"\b(?:contrasts?(?:ed|ing)? (?:sharply |starkly |markedly |strongly )?(?:with|to)"
    r"|in (?:\w+ )?contrast (?:to|with)|unlike|not so|at odds with|a far cry from|differ(?:s|ed)?"
    r" from|diverge[sd]? from|(?:better|worse|stronger|weaker) than)"
    r" (?:(?:those|that|the (?:\w+ )?(?:fortunes|fate|performance|struggles|woes|plight))"
    r" (?:of|at) )?"
    r"(?:(?:its|the|their|our|bigger|larger|smaller|rival|competitor|listed|troubled|struggling"
    r"|fellow|[a-z]+-[a-z]+) ){0,3}"
)
_AGAINST = regex(rf"{_SET_AGAINST}$", re.IGNORECASE)
_TELLS_MORE = regex(
    rf"{_APPOSED}?, (?:which|who|whose|where)\b(?:{_ON}|, (?:and|but) (?:has |had |is |was )?"
    r"(?!the\b|its\b|it\b|they\b)[a-z]+(?:ed|s|id|t)\b)*"
)
_UNKNOWN = regex(
    rf"(?i:{_SET_AGAINST})(?-i:(?:[A-Z][\w&’'-]*)(?: (?:and |of |& )?[A-Z][\w&’'-]*){{0,3}})"
)
_SAYS_WHO = regex(r"\b(?:said|says|added|told)\b[^,]*$")


def of_another(words: Words, start: int) -> Guess[str] | None:
    """Whose a figure is by a name that it stands beside so; None elsewhere."""
    for one in words.names:
        if one.end <= start and _EXPLAINS.fullmatch(words.text, one.end, start):
            return None if _SAYS_WHO.search(words.text[: one.start]) else Guess(one.name)
        if one.start > start and _REPORTED_BY.match(words.text[start : one.start].lstrip("$€£¥")):
            return Guess(one.name)
    return _in_relative_clause(words, start)


def _in_relative_clause(words: Words, start: int) -> Guess[str] | None:
    """Whom "which" takes up behind an apposition, or behind a name set against the topic."""
    for one in (each for each in words.names if each.end <= start):
        behind = words.text[one.end : start]
        if _WHICH_BEHIND.fullmatch(behind):
            return Guess(one.name)
        if _AGAINST.search(words.text[: one.start]) and _TELLS_MORE.fullmatch(behind):
            return Guess(one.name)
    for found in _UNKNOWN.finditer(words.text, 0, start):
        is_known = any(one.start < found.end() and found.start() < one.end for one in words.names)
        if not is_known and _TELLS_MORE.fullmatch(words.text, found.end(), start):
            return Guess("", NOT_KNOWN)
    return None
