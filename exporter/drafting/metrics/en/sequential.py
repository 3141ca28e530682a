"""Growth from one quarter to the next, beside that of a year: up 27%, and | 6% | sequentially.

A second rate behind `and` goes on with the first one's metric.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_QUARTER = r"(?:quarter|three months)"
_SEQUENTIALLY = (
    r"(?:sequentially|quarter[- ](?:on|over)[- ]quarter|q[- ]?(?:o|/)[- ]?q|on a sequential basis)"
)
_FROM_QUARTER = (
    r"(?:(?:from|on|over|versus|against|compared (?:with|to)|than|above|below)"
    rf" (?:the |in the )?(?:previous|prior|preceding|last|immediately preceding) {_QUARTER}"
    rf"|(?:from |on )?(?:a|one) quarter (?:earlier|ago|before)|from the {_QUARTER} before)"
)
_YEARLY = (
    r"(?:year[- ](?:on|over)[- ]year|y[- ]?(?:o|/)[- ]?y|annually"
    r"|(?:(?:from|on|over|versus|against|compared (?:with|to)|than) )?(?:a|one|the) year"
    r" (?:earlier|ago|before)"
    r"|(?:from|on|over|versus|against|compared (?:with|to)) (?:the )?"
    r"(?:(?:prior|previous) year(?: (?:period|quarter))?|(?:same|corresponding|prior-year|year-ago"
    r"|year-earlier) (?:period|quarter)(?: (?:last year|a year (?:ago|earlier)))?))"
)
_BEHIND = regex(rf" {_SEQUENTIALLY}\b", re.IGNORECASE)
_BEHIND_ALSO = regex(rf"(?: (?:more|less|higher|lower))? {_FROM_QUARTER}\b", re.IGNORECASE)
_OPENS = regex(rf"(?:^|[.;] |, while |, and )(?:{_SEQUENTIALLY}),? [^,;.]*$", re.IGNORECASE)
_TOLD_YEARLY = regex(rf"[0-9%t] {_YEARLY}\b", re.IGNORECASE)
_GOES_ON = regex(
    rf" (?:{_SEQUENTIALLY}|{_FROM_QUARTER}|{_YEARLY}),? (?:and|but|or)(?: by| of| also| up| down)*"
    rf" {ABOUT}$",
    re.IGNORECASE,
)


def by_sequel(site: Site) -> Guess[str] | None:
    """The name of a second rate of growth: up 6% sequentially and | 27% | year on year."""
    last = site.last
    if not site.is_share or last is None or last.dimension != RATIO:
        return None
    gap = site.text[last.end : site.tokens[site.at].start]
    if not _GOES_ON.fullmatch(gap) or not _tells_from_when(site):
        return None
    guess = of_other(site, last)
    is_growth = guess.value.endswith((" growth", " change")) and not guess.doubt
    return Guess(sentence_case([_SEQUENTIAL.sub("", guess.value)])) if is_growth else None


def _tells_from_when(site: Site) -> bool:
    return any(
        regex(f" {said}\\b", re.IGNORECASE).match(site.behind)
        for said in (_SEQUENTIALLY, _FROM_QUARTER, _YEARLY)
    )


_SEQUENTIAL = regex(r"^Sequential (?=[a-z])")


def as_sequential(name: str, site: Site) -> str:
    """The name of a growth, with the word that tells that it is from the quarter before."""
    if not site.is_share or not name.endswith(" growth") or name.lower().startswith("sequential"):
        return name
    is_told = bool(_BEHIND.match(site.behind) or _OPENS.search(site.before))
    if not is_told and _BEHIND_ALSO.match(site.behind):
        is_told = _TOLD_YEARLY.search(site.text) is not None or _is_second_growth(site)
    return f"Sequential {lowered(name, site.text)}" if is_told else name


# A 31% increase on the third quarter of 2025 and | 4% | more than in the previous three months
_AND = regex(rf"[^;.]*? (?:and|but) (?:by |of |up |down |was )*{ABOUT}")


def _is_second_growth(site: Site) -> bool:
    """Whether another growth is told right before, from another time."""
    last = site.last
    return (
        last is not None
        and last.dimension == RATIO
        and _AND.fullmatch(site.since(last)) is not None
    )
