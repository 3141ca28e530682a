"""What several causes gave a growth that is told before them: each its contribution to it.

Underlying sales rose 3%, with | 2% | from price and | 1% | from volume; organic sales grew 6%, of
which | two points | came from pricing; sales were up 5%: price added | 2 points |.
"""

import re

from exporter.drafting.exactness import ABOUT_FURTHER as ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, last_of_earlier, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import POINTS, RATIO


def by_contribution(site: Site) -> Guess[str] | None:
    """What a part of a growth is called, by what gave it."""
    if not site.is_share and not _is_points(site.figure):
        return None
    whole = next((one for one in _before(site) if _is_growth(sure_of(site, one))), None)
    if whole is None:
        return _of_growth_before(site)
    between, cause = _masked(site, whole), ""
    if _LISTED.fullmatch(between):
        found = _BY_CAUSE.match(site.behind) or (
            _BY_OTHERS.match(site.behind) if _is_split(site, whole) else None
        )
        cause = found["cause"] if found else ""
    elif _LEFT.match(site.behind) and (gave := _GAVE.search(between) or _GAVE_TOO.search(between)):
        cause = gave["cause"]
    is_part = abs(site.figure.value) <= abs(whole.value) or not site.is_share
    grown = sure_of(site, whole)
    if _VOLUME.search(grown) and _PRICE.search(cause):
        grown = _turnover_growth(site)
    elif whole.value < 0 < site.figure.value:  # sales fell 4%, with 3% due to volumes
        grown = f"{grown.removesuffix('growth')}decline"
    return _named(cause, grown, site) if cause and is_part else None


# Volumes rose 6%, and pricing contributed | 2%: to what was taken, since price adds no volume
_VOLUME = regex(r"\bvolumes? growth$", re.IGNORECASE)
_PRICE = regex(r"\b(?:pric(?:es?|ing)|surcharges?|currenc(?:y|ies)|inflation)\b", re.IGNORECASE)
_TURNOVER = regex(r"\b(?:sales|revenues?|turnover) growth$", re.IGNORECASE)


def _turnover_growth(site: Site) -> str:
    """The growth of sales that is told before a figure, or that of revenue."""
    told = (sure_of(site, one) for one in _before(site))
    return next((name for name in told if _TURNOVER.search(name)), "Revenue growth")


_KIND = (
    r"(?:(?:higher|lower|net|favou?rable|adverse|unfavou?rable|improved|selling|product|organic"
    r"|bolt-on|positive|negative|better|increased) )*"
    r"(?:prices?|pricing|volumes?|mix|price[/-]mix|volume[/-]mix|acquisitions?|disposals?"
    r"|divestments?|M&A|currenc(?:y|ies)(?: (?:effects?|movements?|translation))?"
    r"|exchange rates?|foreign exchange|FX|inflation|surcharges?|(?:cost |energy )?pass-through"
    r"|new (?:shops|stores|sites|openings|space|restaurants))"
)
_CAUSE = rf"(?P<cause>{_KIND}(?: and {_KIND})?)"
_FROM = (
    r" (?:(?:came|coming|comes|was|were|is|being|derived|driven|stemmed|stemming|resulted|resulting"
    r"|due|attributable|contributed) )*(?:from|to|by) (?:(?:the|its|our|an?) )?"
)
_ENDS = (
    r"(?= ?[,.;:)]|$| (?:and|but|while|as|plus|with|helped|offset|partly|more|including|in the)\b)"
)
_BY_CAUSE = regex(rf"{_FROM}{_CAUSE}{_ENDS}")
# 4% | came from acquisitions and 3% | from existing shops, where they are all that 7% is of
_BY_OTHERS = regex(rf"{_FROM}(?P<cause>[A-Za-z][\w-]*(?: [a-z][\w-]*){{0,3}}?){_ENDS}")
_LISTED = regex(
    r"[,;:]? ?\(?(?:(?:with|and|of|of which|of that|of this|including|comprising|made up|was"
    r"|reflecting|thanks to|helped by|driven by|consisting|split between) )+"
    rf"{ABOUT}(?:#[^;.#]*?(?:,|,? and|,? plus) {ABOUT})*"
)
_GIVE = (
    r"(?:added|adding|adds|contribut(?:ed|es|ing)|gave|giving|provid(?:ed|ing)"
    r"|account(?:ed|ing) for)"
)
# Price added | 2 points |, and volume | 1 point
_GAVE = regex(
    rf"(?:^|[;:,(–] ?|\b(?:with|and|while|as|but|of which,?) )(?:[Tt]he |[Ii]ts )?{_CAUSE}"
    rf" {_GIVE} {ABOUT}$",
    re.IGNORECASE,
)
_GAVE_TOO = regex(rf"{_GIVE} {ABOUT}#(?:,| and|, and|, while| while) {_CAUSE} {ABOUT}$")
_LEFT = regex(
    r"(?= ?[,.;:)]|$| (?:and|but|while|as|to (?:the |that |this )?(?:[a-z-]+ )*growth)\b)"
)
_OF_THAT = regex(
    rf"Of (?:that|this|the (?:growth|increase|rise)),? {ABOUT}(?:#[^;.#]*? and {ABOUT})?"
)


def _before(site: Site) -> list[Figure]:
    return list(reversed(site.figures[: site.number]))


def _is_points(figure: Figure) -> bool:
    return figure.dimension == POINTS or figure.text.lower().endswith(("points", "point"))


def _is_growth(name: str) -> bool:
    return name.endswith(" growth") and "contribution" not in name.lower()


def _of_growth_before(site: Site) -> Guess[str] | None:
    """The same of a growth in the sentence before: Of that, | 2 points | came from price."""
    masked = _masked(site, None)
    found = _BY_CAUSE.match(site.behind) if _OF_THAT.fullmatch(masked) else None
    if found is None and _LEFT.match(site.behind) and _is_points(site.figure):
        found = _GAVE.search(masked) or _GAVE_TOO.search(masked)
    grown = last_of_earlier(site, lambda one: one.dimension == RATIO) if found else ""
    return _named(found["cause"], grown, site) if found and _is_growth(grown) else None


def _masked(site: Site, whole: Figure | None) -> str:
    """The words since a figure, or since the sentence began, each figure between them a #."""
    said, at = [], whole.end if whole else 0
    for one in site.figures[: site.number]:
        if one.start >= at:
            said.append(site.text[at : one.start])
            at = one.end
    return "#".join([*said, site.text[at : site.tokens[site.at].start]])


def _is_split(site: Site, whole: Figure) -> bool:
    """Whether the figures behind a growth are all of its parts: 7%, 4% of it and 3%."""
    parts = [one for one in site.figures if one.start >= whole.end]
    is_alike = all(one.dimension == site.figure.dimension for one in parts)
    total = abs(sum(one.value for one in parts))
    return is_alike and len(parts) > 1 and total == abs(whole.value)


def _named(cause: str, grown: str, site: Site) -> Guess[str]:
    what = lowered(grown, site.text)
    if cause.lower() in site.names:
        return Guess(f"Contribution to {what}")
    if not _KINDS.fullmatch(cause):
        return Guess(f"Contribution of {lowered(cause, site.text)} to {what}")
    one = one_of(cause) if cause.endswith("s") else cause
    return Guess(f"{sentence_case([lowered(one, site.text)])} contribution to {what}")


_KINDS = regex(rf"{_KIND}(?: and {_KIND})?", re.IGNORECASE)
