"""Quarters and halves that English names by their number alone, behind one that it names in full.

Grew 5% in the second quarter, from 3% | in the first |; in the first and 3% | in the second half |;
up from 3% | in the prior one |.
"""

import re
from collections.abc import Sequence

from exporter.drafting.periods.whens import Step, When
from exporter.engine.regex import regex

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ALONE = regex(
    rf"\b(?:in|during|for|of|over) the (?:(?P<nth>{'|'.join(_NTH)})"
    r"|(?:prior|previous|preceding|last) one|one before)"
    r"(?=$|[.,;:)—–]"
    r"| (?:and|but|while|whereas|as|to|from|on|after|amid|thanks|because|when|with)\b)",
    re.IGNORECASE,
)
_PART = regex(r"(?P<year>(?:FY)?[0-9]{4})-(?P<kind>[QH])(?P<nth>[1-4])")
_NAMED = regex(r"\bquarter|\bhal(?:f|ves)\b|\b[QH][1-4]\b|\b[1-4][QH]\b", re.IGNORECASE)
_COMPARING = regex(
    r"\b(?:from|than|against|versus|vs\.?|compared (?:with|to)|after|following)\b[^,;]*$",
    re.IGNORECASE,
)
_MOST = {"Q": 4, "H": 2}  # parts of a year


def with_ordinals(found: Sequence[When], text: str) -> list[When]:
    """The periods of a sentence, with those that are named by their number alone."""
    whens = list(found)
    for said in _ALONE.finditer(text):
        beside = _named_beside(said, whens, text)
        when = _meant(said, beside, text) if beside else None
        if when is None:
            continue
        free = (one for one in whens if one.end <= said.start() or said.end() <= one.start)
        whens = sorted((*free, when), key=lambda one: one.start)
    return whens


def _named_beside(said: re.Match[str], whens: Sequence[When], text: str) -> When | None:
    """The quarter or half by which a number alone is read: the last before it, or the next."""
    named = [
        when
        for when in whens
        if _PART.fullmatch(when.period)
        and (_NAMED.search(text[when.start : when.end]) or _ALONE.fullmatch(text, when.start))
    ]
    before = [when for when in named if when.end <= said.start()]
    if before:
        return before[-1]
    return next((when for when in named if said["nth"] and when.start >= said.end()), None)


def _meant(said: re.Match[str], beside: When, text: str) -> When | None:
    """The period that is meant; a later part of the year, where it is compared with, is earlier."""
    part = _PART.fullmatch(beside.period)
    if part is None:
        return None
    if said["nth"] is None:
        word = "quarter" if part["kind"] == "Q" else "half"
        return When(*said.span(), step=Step.ONE_BEFORE, part=word)
    nth = _NTH[said["nth"].lower()]
    if nth > _MOST[part["kind"]] or nth == int(part["nth"]):
        return None
    is_compared = _COMPARING.search(text[beside.end : said.start()]) is not None
    is_earlier = is_compared and beside.end <= said.start() and nth > int(part["nth"])
    prefix, year = part["year"][:-4], int(part["year"][-4:]) - is_earlier
    return When(*said.span(), f"{prefix}{year}-{part['kind']}{nth}", doubt=beside.doubt)
