"""Numbers that belong to names, and count nothing: Intel 4 is ready, D.C. 20549, H.R. 5771.

Years and the numbers of a list are among them.
"""

from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import VERBS
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_OF_A_LIST = regex(r"[0-9]{1,2}\)")
_NUMBER_OF_NAME = regex("[0-9]{1,3}")
_NAME_BEFORE = regex(
    r"\S\s[A-Z][A-Za-z]+\s$|^(?!(?:In|The|Some|About|Over|Only|Its?)\b)[A-Z][a-z]+\s$"
)
_FIRST_WORD = regex(r"\s([A-Za-z]+)")
_NO_NOUN = VERBS.union("is was are were has had will in and for by as".split())
_COUNTED = regex(r"\s(?:[A-Z]|[a-z]+s\s(?:of|in)\b)")
_STREET = regex(
    r"\s(?:[A-Z][\w.]*\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Circle|Drive|Boulevard|Blvd|Way|Lane"
    r"|Plaza|Parkway|Court|Square|Place)\b"
)
_INITIALS = regex(r"\b[A-Z]\.\s?[A-Z]\.\s*$")
_YEAR = regex("(?:19|20)[0-9]{2}")
_YEAR_OF_CENTURY = regex(r"(?:^|[\s(])['’‘][0-9]{2}$")  # a revival of the '98 show
_DAY_BEFORE = regex(r"[A-Z][a-z]+ [0-9]{1,2},\s*$")


def is_of_a_name(figure: Figure, before: str, behind: str) -> bool:
    """Whether a bare number is a year, or of an address, a bill, a name.

    Args:
        figure: As it was read.
        before: What stands before it in its sentence.
        behind: What stands after it.
    """
    if figure.dimension != COUNT:
        return False
    if _STREET.match(behind) is not None or _INITIALS.search(before) is not None:
        return True
    if _YEAR_OF_CENTURY.search(f"{before}{figure.text}"):
        return True
    if not figure.also and _OF_A_LIST.fullmatch(f"{figure.text}{behind[:1]}") is not None:
        return True
    if _NUMBER_OF_NAME.fullmatch(figure.text) and _NAME_BEFORE.search(before):  # Intel 4 is ready
        word = _FIRST_WORD.match(behind)
        return word is None or word[1].lower() in _NO_NOUN
    is_year = _YEAR.fullmatch(figure.text) is not None
    return is_year and (_DAY_BEFORE.search(before) or _COUNTED.match(behind)) is not None
