"""What is to be done with counted things, as words behind them say: 31 pubs | that it will sell.

Also the 14 branches | that are to be closed by June; what somebody has, whatever they plan with it,
is another thing.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.model import Stated
from exporter.engine.regex import regex
from exporter.facts.units import COUNT
from exporter.facts.words import Lang

_WHO = (
    r"(?:it|they|we|(?:the|its|their) (?:[a-z-]+ )?[a-z]+"
    r"|[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,2})"
)
_WANTS = (
    r"(?:(?:wants?|plans?|intends?|aims?|hopes?|expects?|means?|proposes?|(?:has|have) (?:agreed"
    r"|decided)|(?:is|are) (?:due|looking|trying|hoping|planning|preparing|seeking)) to|will|would)"
)
_TO_BE_DONE = regex(
    r"(?: [A-Za-z][\w’'-]*){1,5}?"
    rf"(?:(?:,? (?:that|which|whom))? {_WHO} (?:now |still |also |eventually )?{_WANTS}"
    r" (?P<verb>[a-z]+)\b"
    r"|(?:,? (?:that|which|whom))? (?:(?:is|are) )?(?:now )?"
    r"(?:(?:due|set|slated|earmarked|expected|planned|scheduled) )?to be (?P<done>[a-z]+)\b)"
)
_HAS = regex(
    r"\b(?:has|have|had|runs?|ran|operates?|operated|owns?|owned|employs?|employed|with|of its|of"
    rf" their|the|opened|bought|built|sold|shut|closed|added|hired|made) {ABOUT}$"
)
_WAS = regex(r"\b(?:had|has|have|needed) to be [a-z]+$")  # had to be culled: it was done
_NO_DEED = frozenset("be have keep remain stay continue become get see say need know turn".split())


# Will close two plants, in Ohio and Leeds, and cut roughly | 900 | jobs, or | 6% | of all: verbs
# whose past has the same form
_AND_CUT = regex(
    r"\b(?:will|would|(?:plans?|intends?|aims?|expects?|wants?|agreed|proposes?|(?:is|are)) to)"
    r" (?!have\b|be\b)[a-z]+ (?:(?!\b(?:was|were|had|has|which|who)\b)[^;.])*?\band (?:also )?"
    rf"(?:cut|shut|shed|set|put|let|split|quit) {ABOUT}(?:[0-9][0-9,.]* [a-z]+, or {ABOUT})?$"
)


def are_to_be_done(stated: Stated, text: str, lang: Lang) -> bool:
    """Whether something is to be done with the things that a figure counts, or so many of them."""
    if lang != "en":
        return False
    if _AND_CUT.search(text[: stated.start]):
        return True
    is_counted = stated.figures[0].dimension == COUNT
    return is_counted and bool(to_be_done(text, stated.start, stated.end))


def to_be_done(text: str, start: int, end: int) -> str:
    """What is to be done with the things that an English number counts: sell, closed; or "".

    Args:
        text: The sentence.
        start: Where the number begins.
        end: Where it ends.
    """
    found = _TO_BE_DONE.match(text, end)
    if found is None or _HAS.search(text[:start]) or _WAS.search(found[0]):
        return ""
    verb: str = found["verb"] or found["done"]
    return "" if verb in _NO_DEED else verb
