"""Parts of what was counted right before, by what is said of them behind "of which".

9,400 funerals, of which more than | half | were paid for in advance; 702,000 tonnes, of which
| 488,000 | came from its mine in Leven; 14% of its shops are in London; | 60% | are at stations.
"""

from exporter.drafting.exactness import ABOUT, ABOUT_ONE
from exporter.drafting.metrics.en.bases import with_basis
from exporter.drafting.metrics.en.counted import things_of
from exporter.drafting.metrics.en.irregular import regular_participle
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_last, sure_of
from exporter.drafting.metrics.en.words import ARTICLES, METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import POINTS

_OF_WHICH = regex(rf"\bof (?:which|whom|these|those|them),? {ABOUT}$")
_STOPS = (
    r"(?=[.;:—–]|,(?![0-9])|$| (?:and|but|while|compared|against|up|down|though|which|where)\b)"
)
_CAME = regex(
    r" (?:came|comes?|stemmed|stems|(?:was|were) (?:generated|earned|made|mined|sold))"
    rf" (?P<where>(?:from|in|at) [^,.;:0-9]{{2,50}}?){_STOPS}"
)
_WERE = regex(rf" (?:were|are|have been|had been|was|is) (?P<what>[a-z][^.;:,]{{2,60}}?){_STOPS}")
_FOR_PEOPLE = frozenset("expected due set likely now still already about".split())


def by_of_which(site: Site) -> Guess[str] | None:
    """The name of a part of what was counted before it; None elsewhere."""
    name = _goes_on(site) if site.is_share else ""
    if not name and site.number and _OF_WHICH.search(site.before):
        name = (_on_a_basis(site) or _share(site)) if site.is_share else _from(site)
    if not name and site.is_counted and site.number:
        name = _owned(site)
    return Guess(name) if name else None


def _share(site: Site) -> str:
    """The share of things of which something is said."""
    things, were = things_of(site.last), _WERE.match(site.behind)
    if were is None or not things or were["what"].split()[0] in _FOR_PEOPLE:
        return ""
    return f"Share of {things} {_plain(were['what'])}"


_ON_A_BASIS = regex(
    r" (?:was|were|is|came) (?P<basis>organic|like[- ]for[- ]like|underlying|inorganic|comparable)"
    rf"(?:ally)?(?: growth)?{_STOPS}"
)


def _on_a_basis(site: Site) -> str:
    """The part of a growth that is told on a basis: an increase of 11%, of which | 5% | organic."""
    told, name = _ON_A_BASIS.match(site.behind), sure_of(site, site.last)
    is_growth = name.endswith((" growth", " change"))
    return with_basis(name, told["basis"]) if told is not None and is_growth else ""


def _from(site: Site) -> str:
    """How much of the amount before came from somewhere."""
    came, last = _CAME.match(site.behind), site.last
    name = sure_of(site, last) if came is not None else ""
    if (
        came is None
        or last is None
        or site.figure.dimension == POINTS
        or not name
        or last.value <= site.figure.value
    ):
        return ""
    return f"{name} {_plain(came['where'])}"


# Collects from 310 farms, of which it owns | 24
_IT_OWNS = regex(
    r"\bof which (?:it|they|the (?:company|group|firm|chain)|[A-Z][\w’'-]+)"
    r" (?:now |still |already )?(?P<verb>owns?|runs?|operates?|leases?|rents?|manages?|built|sold"
    rf"|closed|shut|opened) {ABOUT}$"
)
_ENDS = regex(r"(?:[.,;:]|$| (?:and|but|while)\b)")


def _owned(site: Site) -> str:
    """Of how many of those before somebody is the owner."""
    owns = _IT_OWNS.search(site.before)
    things = things_of(site.last) if owns is not None else ""
    if owns is None or not things or not _ENDS.match(site.behind):
        return ""
    return sentence_case([f"{things} {regular_participle(owns['verb'])}"])


def _plain(words: str) -> str:
    """Words without articles."""
    said = [one for one in words.split() if one.lower() not in ARTICLES | {"its", "their", "our"}]
    return " ".join(said)


# 14% of its shops are in London|; | 60% | are at petrol stations
_BARE = regex(
    r"(?:^|[;:] |, (?:and |but |while )?|\b(?:and|but|while) )(?:a further |another )?"
    rf"{ABOUT_ONE}$"
)
_ARE = regex(
    r" (?P<verb>are|were|is|was|come|came|go|went|live|work|stand|lie) (?:still |now |already )?"
    r"(?P<what>(?:in|at|on|from|to|under|over|with|by|outside|inside|run|owned|made|sold|built"
    r"|based) [^.;:]{2,70}?)(?=[.;:]|$|, (?:which|where|while|but|and [a-z]+ (?:is|are|were))\b)"
)
_WHOLE = regex(
    r" of (?:(?:its|their|our|the|all|these|those) )*(?P<whole>[a-z][a-z-]*(?: [a-z-]+){0,2}?)"
    r" (?:are|were|is|was|come|came|go|went|live|work|stand|lie)\b"
)
_TO = frozenset({"go", "went"})


def _goes_on(site: Site) -> str:
    """A further share of the same whole, of which the clause before tells another."""
    are = _ARE.match(site.behind)
    shares = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    if are is None or not shares or not _BARE.search(site.before):
        return ""
    whole = _WHOLE.match(site.text, shares[0].end)
    if whole is None or whole["whole"].split()[-1] in METRICS - {"sales", "revenue", "output"}:
        return ""
    last = of_last(site).value
    if not last.startswith("Share of "):
        return ""
    things = whole["whole"]
    if things in {"them", "these", "those"}:
        things = last.removeprefix("Share of ").split()[0]
    going = "going " if are["verb"] in _TO else ""
    return sentence_case([f"share of {lowered(things, site.text)} {going}{_plain(are['what'])}"])
