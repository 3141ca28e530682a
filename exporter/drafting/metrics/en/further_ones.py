"""Further ones of what is counted: at another place, more when it reopens, one more every so often.

14 houses in London and a further | nine | in the regions; will reopen with | 200 | more seats;
wants | 100 | of them by 2029; sells a sandwich every | 0.8 seconds |.
"""

from exporter.drafting.exactness import ABOUT, ABOUT_ONE
from exporter.drafting.metrics.en.counted import things_of
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import SMALL_WORD
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, SPANS_OF_TIME


def by_further_ones(site: Site) -> Guess[str] | None:
    """The name of further ones, or of the time for one more; None elsewhere."""
    name = ""
    if site.figure.dimension in SPANS_OF_TIME:
        name = _interval(site)
    elif site.is_counted:
        name = _wanted(site) or _further(site) or _reopens_with(site)
    elif site.figure.dimension == "people":
        name = _wanted(site)
    return Guess(name) if name else None


# Sells a sandwich every | 0.8 seconds
_EVERY = regex(
    r"\b(?P<verb>sells?|sold|opens?|opened|makes?|made|builds?|built|launche?s?|launched|serves?"
    r"|served|ships?|shipped|closes?|closed|delivers?|delivered|adds?|added)"
    rf" (?:an?|one|another) (?:new )?(?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}?)"
    rf"(?: (?:in|at) [^,;.0-9]{{2,30}}?)? (?:almost |roughly |about )?every {ABOUT}$"
)
_DONE = {
    "sell": "sold", "open": "opened", "make": "made", "build": "built", "launch": "launched",
    "serve": "served", "ship": "shipped", "close": "closed", "deliver": "delivered", "add": "added",
}  # fmt: skip


def _interval(site: Site) -> str:
    """In how much time one more of a thing is sold, or opened."""
    found = _EVERY.search(site.before)
    if found is None:
        return ""
    verb = found["verb"]
    stems = (done for stem, done in _DONE.items() if verb.startswith(stem) or verb == done)
    return f"Time per {found['what']} {next(stems, '')}".strip()


# Wants | 100 | of them by 2029
_WANTS = regex(
    r"\b(?:wants|plans|planned|hopes for|aims for|expects|foresees|envisages|wants to have|wants to"
    rf" open|plans to have|hopes to have) {ABOUT_ONE}$"
)
_OF_THEM = regex(r" (?:of (?:them|these|those)|such [a-z]+s)\b")


def _wanted(site: Site) -> str:
    """How many somebody wants of those counted before in the sentence."""
    if not _WANTS.search(site.before) or not _OF_THEM.match(site.behind):
        return ""
    name = next(iter(levels_before(site)), "")
    return f"{name}, target" if name else ""


# 14 houses in London and a further | nine | in the regions
_AND_FURTHER = regex(
    r" [a-z -]+ (?:in|at|across|on) [^,;.0-9]{2,40},? (?:and|with|plus)"
    rf" (?:a further|another|the other|an extra) {ABOUT}"
)
_WHERE = regex(
    r" (?P<where>(?:in|at|across|on|outside|overseas|abroad|elsewhere)(?: [^,;.0-9]{2,30}?)?)"
    r"(?=[.,;]|$| (?:and|which|where)\b)"
)


def _further(site: Site) -> str:
    """Further ones of those counted before, at another place."""
    last, where = site.last, _WHERE.match(site.behind)
    if last is None or last.dimension != COUNT or where is None:
        return ""
    things = things_of(last)
    if not things or not _AND_FURTHER.fullmatch(site.since(last)):
        return ""
    said = " ".join(one for one in where["where"].split() if one not in {"the", "its"})
    return sentence_case([f"{things} {said}"])


# Will reopen with | 200 | more seats
_REOPENS = regex(rf"\b(?:re)?open(?:s|ed|ing)? (?:again )?(?:in [^,;.]+ )?with {ABOUT}$")
_MORE = regex(r" (?:more|extra|additional|new) (?P<what>[a-z-]+s(?: [a-z-]+s)?)\b")


def _reopens_with(site: Site) -> str:
    """What a place has more of when it opens again."""
    more = _MORE.match(site.behind) if _REOPENS.search(site.before) else None
    return sentence_case([f"{more['what']} added"]) if more else ""
