"""What was forecast: by analysts of a metric that stands before, or of the one named beside it."""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.metrics.en.earlier import growth_before, levels_before
from exporter.drafting.metrics.en.phrases import is_name, phrase_of, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.words import A_NAME, METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_ABOUT = about_or("between")
_WHO = (
    r"(?:analysts?|economists|brokers|the (?:market|street|city)|wall street|investors"
    r"|forecasters|(?:a |the )?(?:company-(?:compiled|provided) )?(?:consensus|poll)"
    r"[^,;.]{0,40})"
)
_FORESEE = (
    r"(?:expect\w*|forecast\w*|predict\w*|project\w*|estimat\w*|anticipat\w*|looked for"
    r"|looking for|pencill?ed in|hoped for|see(?:n|s)?)"
)
# While analysts polled by LSEG had forecast | 3.88 billion.
_FORESEEN = regex(
    rf"\b{_WHO}\b[^,;.]{{0,50}}? (?:(?:had|have|has|was|were|on average|been) )*{_FORESEE}"
    rf" (?:an? |the )?{_ABOUT}\W{{0,2}}$",
    re.IGNORECASE,
)
# Beat a consensus of | 498 million; ahead of the average forecast of | 3.2%
_CONSENSUS = regex(
    r"\b(?:(?:an?|the|its|their|market|average|mean|median|analysts?['’]?s?|company-compiled"
    r"|street) )+(?:consensus|(?:consensus |analysts?['’]? |market )?(?:forecast|estimate"
    rf"|expectation|projection)s?)(?: of| for| at| was(?: for)?)?(?: an?)? {_ABOUT}\W{{0,2}}$"
    # Slipped to 3.31 billion, against expectations of | 3.4 billion
    r"|\b(?:against|versus|vs\.?|compared (?:with|to)|ahead of|above|below|short of|beat(?:ing)?"
    r"|than|in line with|surpass(?:ing|ed)|match(?:ing|ed)|miss(?:ing|ed)|topp(?:ing|ed)"
    r"|exceed(?:ing|ed)) (?:market |analysts?['’]? |consensus |street )*(?:expectations|forecasts"
    rf"|estimates|predictions|projections)(?: of| for)(?: an?)? {_ABOUT}\W{{0,2}}$",
    re.IGNORECASE,
)
# The result beat the | 190 million reais | forecast by analysts.
_FORECAST_BEHIND = regex(
    r" (?:(?:average|mean|median|analyst|market) )*(?:consensus|forecasts?|estimates?|average|mean"
    r"|expected|predicted)(?: (?:by|of|from|in|compiled) |[,.;]|$)"
    r"| (?:that )?(?:analysts?|the market|the [Cc]ity|investors|wall street) (?:had )?"
    r"(?:expected|forecast|predicted|pencill?ed in|looked for)",
    re.IGNORECASE,
)
_OFF = regex(
    r"\b(?:beat(?:ing|s)?|top(?:ped|ping|s)|miss(?:ed|ing|es)?|exceed\w*|surpass\w*|ahead of"
    rf"|short of|above|below|over|under|against|versus|than) (?:the |an? |its )?{_ABOUT}\W{{0,2}}$",
    re.IGNORECASE,
)
# It now expected | underlying operating profit | of
_NAMED = regex(
    rf"\b{_FORESEE} (?P<name>(?:[a-z][\w-]* ){{1,7}})(?:of|at|to be|to come in at|to reach|in the"
    rf" range of) (?:an? |the )?{_ABOUT}\W{{0,2}}$",
    re.IGNORECASE,
)


# Expected revenue for the year to March 2027 of | 180 million
_OF_A_PERIOD = regex(
    rf"\b{_FORESEE} (?:an? |the |its )?(?P<name>(?:[a-z][\w-]* ){{1,5}})(?:for|in) (?:the )?"
    r"(?:(?:full|financial|fiscal|current|whole|first|second) )*(?:year|half|quarter|20[0-9]{2})"
    rf"[^,;.0-9]*(?:20[0-9]{{2}})? of (?:between |an? )?{_ABOUT}\W{{0,2}}$",
    re.IGNORECASE,
)


# Cut their 2026 EBITDA estimate by | 9%
_REVISED = regex(
    r"\b(?P<verb>(?:cut|trimm?|lower|reduc|slash|rais|lift|increas|upgrad|nudg)(?:s|e[sd]?|ed|ting|ing)?)"
    r"(?: up| down)? (?:its|their|his|her|the) (?:(?:(?:FY ?)?(?:20)?[0-9]{2}|full-year|own) )?"
    r"(?P<name>(?:[A-Za-z][\w-]* ){1,3}(?:estimate|forecast)s?)"
    rf"(?: (?:for|in) [^,;.]{{2,30}}?)? by {_ABOUT}$"
)
# Cut their forecast for Quill's pre-tax profit this year by | 15 per cent
_REVISED_FOR = regex(
    r"\b(?P<verb>(?:cut|trimm?|lower|reduc|slash|rais|lift|increas|upgrad|nudg)"
    r"(?:s|e[sd]?|ed|ting|ing)?)"
    r"(?: up| down)? (?:its|their|his|her|the) (?P<what>forecast|estimate)s? (?:for|of)"
    rf"(?: {A_NAME}(?<=s)(?:(?<=['’]s)|['’]))? (?:(?:FY ?)?20[0-9]{{2}} |full-year |annual )?"
    r"(?P<name>(?:[A-Za-z][\w-]* ){0,3}?[A-Za-z][\w-]*)"
    rf"(?: (?:this|next) year| (?:for|in) [^,;.]{{2,30}}?)? by {_ABOUT}$"
)
_DOWN = ("cut", "trim", "lower", "reduc", "slash")


# Expects growth of 2%, having previously guided to at least | 4%
_GUIDED = regex(
    r"(?:\b(?:previously|earlier|initially|originally|having|had|has|have|once|first)"
    r"(?: (?:had|once|first|previously|earlier|initially|originally))?)"
    r" (?:guided|forecast|expected|predicted|projected|targeted|pencilled in|promised|aimed)"
    rf"(?: (?:to|for|towards|at))? {_ABOUT}\W{{0,2}}$"
)


def _guided_alike(site: Site) -> str:
    """What a bare percentage that somebody had guided to was to be: as the figure before it."""
    alike = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    is_bare = site.is_share and re.match(r"\W*(?:$|[.,;)])", site.behind)
    return sure_of(site, alike[-1]) if alike and is_bare and _GUIDED.search(site.before) else ""


def _revised_for(site: Site) -> str:
    """By how much a forecast for a metric was revised, or the metric itself; "" elsewhere."""
    before, said = site.last, site.before
    is_level = not site.is_share
    if is_level:
        if before is None or before.dimension != RATIO or not _TO.fullmatch(site.since(before)):
            return ""
        said = site.text[: before.start]
    revised = _REVISED_FOR.search(said)
    if revised is None or revised["name"].split()[-1].lower() not in METRICS:
        return ""
    name = sentence_case([revised["name"]])
    if is_level:
        return name
    way = "reduction" if revised["verb"].startswith(_DOWN) else "increase"
    return f"{name} {revised['what']} {way}"


_TO = regex(rf" to {_ABOUT}")


def by_forecast(site: Site) -> Guess[str] | None:
    """The name of what was forecast, without a noun of its own; or of what stands beside it."""
    if site.is_counted:
        return None
    if site.is_share and (revised := _REVISED.search(site.before)):
        way = "reduction" if revised["verb"].startswith(_DOWN) else "increase"
        return Guess(f"{sentence_case([revised['name'].removesuffix('s')])} {way}")
    if of_metric := _revised_for(site):
        return Guess(of_metric)
    if guided := _guided_alike(site):
        return Guess(guided)
    if grows := _grows_as_before(site):
        return Guess(grows)
    if _is_others(site) and (names := levels_before(site)):
        return Guess(names[0].removesuffix(", previous guidance"))
    named = _NAMED.search(site.before) or _OF_A_PERIOD.search(site.before)
    if named is None:
        return None
    start, end = named.span("name")
    words = [one for one in site.tokens if start <= one.start < end]
    is_doing = any(one.lower == "to" for one in words)  # expects it to post growth of
    is_metric = bool(words) and words[-1].lower in METRICS and not is_name(words, site.names)
    is_metric = is_metric and not is_doing
    name = phrase_of(words, site.names) if is_metric else ""
    return Guess(name) if name else None


# Rose 2.8%, compared with analysts' average estimate of a | 1.5% | rise
_MOVES = regex(
    r" (?:rise|increase|gain|growth|climb|jump|advance|improvement|drop|fall|decline|decrease|dip"
    r"|slide|contraction)\b(?! (?:in|of)\b)"
)


def _grows_as_before(site: Site) -> str:
    """What was expected to move, where only by how much is said: what moved before it."""
    is_bare = site.is_share and _MOVES.match(site.behind) is not None
    if not is_bare or not (_FORESEEN.search(site.before) or _CONSENSUS.search(site.before)):
        return ""
    alike = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    if site.number == 0:
        return growth_before(site)
    return next(filter(None, (sure_of(site, one) for one in reversed(alike))), "")


def _is_others(site: Site) -> bool:
    """Whether somebody is said to have expected a figure that nothing beside it names."""
    before = site.before
    if _FORESEEN.search(before) or _CONSENSUS.search(before):
        return re.match(r"\W*(?:$|[.,;)]|for\b|a year\b|in\b)|-", site.behind) is not None
    return _OFF.search(before) is not None and _FORECAST_BEHIND.match(site.behind) is not None
