"""What analysts were looking for, in a sentence of its own behind what came to be, or is guided to.

It expects earnings of $3.85 a share. Analysts were looking for | $4.31 a share | and growth of
| 5.5% |; the market had been expecting | £118 million.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.earlier import growth_before
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, last_of_earlier
from exporter.drafting.metrics.en.words import METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_WHO = (
    r"(?:(?:The )?(?:[Aa]nalysts?|[Ee]conomists|[Ii]nvestors|[Mm]arkets?|City|Wall Street|Street"
    r"|[Cc]onsensus|[Ff]orecasters)\b[^;.]{0,60}?)"
)
_LOOKED = (
    r"(?:(?:had|have|has|were|was|is|are|been|on average) )*(?:look(?:ed|ing) for"
    r"|expect(?:ed|ing|s)?|forecast(?:ing|ed)?|predict(?:ed|ing)|pencill?ed in"
    r"|hop(?:ed|ing) for|estimated|anticipated)"
)
_BARE = regex(rf"^(?:But |Yet |By contrast, )?{_WHO} {_LOOKED} {ABOUT}[A-Z]{{0,3}}\W?$")
_NAMED = regex(
    rf"^(?:But |Yet )?{_WHO} {_LOOKED} (?:[^;]*? and )?(?:an? )?"
    rf"(?P<what>(?:[a-z-]+ ){{0,2}}[a-z]+) of {ABOUT}[A-Z]{{0,3}}\W?$"
)
_NO_NOUN = regex(r"(?: (?:a|per) share)?(?=[,.;]|$| (?:and|on|for|in|from|with)\b)")


# Profit towards the top of the range of market expectations of | £205m to £222m
_IN_RANGE = regex(
    r"\b(?P<what>(?:[a-z-]+ ){0,6}[a-z]+) (?:(?:to|will|would|should) (?:be|come in|land) )?"
    r"(?:\w+ly )?(?:towards?|at|near|in|above|below|around|within|ahead of|close to) (?:the )?"
    r"(?:(?:top|upper|lower|bottom|middle|high|low|end|half|of|the) )*range of "
    r"(?:(?:current|market|analysts?[’']?|city|external) )+(?:expectations|forecasts|estimates)"
    rf" (?:of|for|from|at),? {ABOUT}[A-Z]{{0,3}}\W?$"
)
_NO_MEASURE = frozenset(
    "now and we it they anticipate anticipates expect expects our its still to continue continues"
    " that full-year annual".split()
)


def _in_range(site: Site) -> str:
    """The consensus whose range stands behind what is expected within it."""
    found = _IN_RANGE.search(site.before)
    words = [one for one in found["what"].split() if one not in _NO_MEASURE] if found else []
    is_measure = any(word in METRICS for word in words)
    return f"{sentence_case([' '.join(words)])}, consensus" if is_measure else ""


def by_looked_for(site: Site) -> Guess[str] | None:
    """The consensus of what the sentence before told, or of the measure that is named."""
    if site.is_counted:
        return None
    if name := _in_range(site):
        return Guess(name)
    if not site.earlier:
        return None
    if _BARE.match(site.before) and _NO_NOUN.match(site.behind):
        per = {site.figure.per, site.figure.per or "share"}  # had been expecting | $2.31
        name = last_of_earlier(
            site, lambda one: one.dimension == site.figure.dimension and one.per in per
        )
        name = name.removesuffix(", previous guidance")
        return Guess(f"{name}, consensus") if name else None
    named = _NAMED.match(site.before)
    if named is None:
        return None
    if named["what"] == "growth":
        name = growth_before(site)
    else:
        is_measure = named["what"].split()[-1] in METRICS
        name = sentence_case([lowered(named["what"], site.text)]) if is_measure else ""
    return Guess(f"{name}, consensus") if name else None
