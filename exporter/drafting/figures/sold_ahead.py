"""How much of what is to come has been sold, hedged or booked already, in English text.

About 55 per cent of capacity for 2027 had been sold: so much stands today, and the year says of
what it is a share. What is expected to be sold, or sold of this year, is none.
"""

from datetime import date
from typing import NamedTuple

from exporter.drafting.exactness import ABOUT
from exporter.engine.regex import regex

_DONE = r"(?P<done>pre-?sold|sold|booked|hedged|contracted|covered|reserved)"
_YEAR = r"(?P<year>20[0-9]{2}(?![-/0-9])|next year)"
_FOR = rf"(?:for|in)(?: the)? {_YEAR}(?: season)?(?! [A-Z])"
_LATELY = r"(?: (?:already|now|currently))*"
_IS = rf"{_LATELY} (?:(?:has|have|had){_LATELY} been|is|are|was|were){_LATELY} {_DONE}\b"
_WHOSE = r"(?:(?:its|the|their|our|his|her|total|all|planned|expected|available) )*"
_WHAT = (
    r"(?P<what>(?:(?!(?:for|in|of|and|or|that|which|from|to|it)\b)[a-z-]+ ){0,3}?"
    r"(?!(?:that|it|them|which|those)\b)[a-z-]+)"
)
_YEARS = rf"{_WHOSE}{_YEAR}(?:['’]s)? {_WHOSE}{_WHAT}"
# | 55 per cent | of capacity for 2027 had been sold, of next year's fuel needs is hedged
_IS_DONE = regex(rf" of {_WHOSE}{_WHAT} {_FOR}{_IS}")
_YEARS_IS_DONE = regex(rf" of {_YEARS}{_IS}")
_IS_DONE_FOR = regex(rf" of {_WHOSE}{_WHAT}{_IS} {_FOR}")
# It has hedged | 35% | of its gas for 2028, of its 2028 gas
_HAS_DONE = regex(
    rf"(?<!to )(?<!will )(?<!would )(?<!should )(?<!might )\b(?:has|have|had){_LATELY}"
    rf" {_DONE}(?: {ABOUT}$|(?P<others> [^;.]*[0-9][^;.]*))"
)
_OF = regex(rf" of {_WHOSE}{_WHAT} {_FOR}")
_OF_YEARS = regex(rf" of {_YEARS}\b(?! (?:for|in) )")
# Has hedged 70% of its gas in 2026 |and| 35% |of that for 2028|
_AND = regex(rf"[^;.]*?,? and (?:for )?{ABOUT}$")
_OF_THAT = regex(rf"(?: of (?:that|it|those|them))? {_FOR}")
_OF_FIRST = regex(rf" of {_WHOSE}(?:{_YEAR}(?:['’]s)? )?{_WHAT}(?= (?:for|in|this|next)\b|,| and )")


class SoldAhead(NamedTuple):
    """What a share is of, of a year to come, and what was done with that.

    Attributes:
        year: As the sentence says it: `2027`, `next year`, which need not be a calendar year.
    """

    year: str
    what: str
    done: str


def sold_ahead(text: str, start: int, end: int, published: date) -> SoldAhead | None:
    """What a figure is the sold share of; None where it is no such share of a year to come.

    Args:
        text: The sentence.
        start: Where the figure begins.
        end: After its last character.
        published: When the source appeared, after which the year begins.
    """
    found = _found(text, start, end)
    if found is None:
        return None
    what, year, done = found
    ahead = published.year + 1 if year == "next year" else int(year)
    return SoldAhead(year, what, done) if ahead > published.year else None


def _found(text: str, start: int, end: int) -> tuple[str, str, str] | None:
    for pattern in (_IS_DONE, _YEARS_IS_DONE, _IS_DONE_FOR):
        if said := pattern.match(text, end):
            return said["what"], said["year"], said["done"]
    has = _HAS_DONE.search(text[:start])
    if has is None:
        return None
    if has["others"] is None:
        of = _OF.match(text, end) or _OF_YEARS.match(text, end)
        return (of["what"], of["year"], has["done"]) if of else None
    same = _OF_THAT.match(text, end) if _AND.fullmatch(has["others"]) else None
    first = _OF_FIRST.search(has["others"]) if same else None
    return (first["what"], same["year"], has["done"]) if same and first else None
