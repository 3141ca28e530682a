"""Figures of English text that stand beside another one, and are called as it is."""

import re

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.figures.times_another import is_times_another
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.parts import is_part_of_before
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.states import has_state
from exporter.drafting.metrics.en.words import DOWN, UP
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, Role
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN
from exporter.facts.units import ORDINAL, RATIO, SPANS_OF_TIME

_COMPARED = regex(
    r"(?:compar(?:ed|es|ing) (?:with|to)|\((?:[^()]{0,24}):|in comparison (?:with|to)|against"
    r"|versus|vs\.?|(?:up|down|higher|lower|change[ds]?|unchanged|reduced|improv\w+|rising"
    r"|falling)\s(?:\w+ )?from"
    r"|prior[- ]year(?: \w+)?:?|year[- ]earlier:?|previous(?: \w+)?:?|consensus(?: of| for| at|:)"
    r"|(?:short|ahead|shy|instead|well ahead|well short) of (?:the )?"
    r"|(?:above|below|than|beat(?:ing)?|topping|missing|under|over)(?: \w+){0,5} (?:estimates?"
    r"|consensus|expectations?|forecasts?|guidance|targets?) (?:of|for)"
    r"|(?:an improvement|a rise|an increase|a decline|a fall|a drop|an advance) (?:[^,;]{0,24} )?on"
    r"|(?:more|fewer|less|higher|lower|faster|slower|better|worse|stronger|weaker|quicker|larger"
    r"|smaller|bigger) than the|(?:double|twice|triple|treble|half)"
    r"|(?:half|third|quarter|fifth|tenth) of"
    r"|expected|from)\s*\(?(?:(?:a little|slightly|well|barely|a|an|the|about|around|some|just|only"
    r"|nearly|roughly|almost|more than|less than|fewer than|over|under|revised|restated|loss of"
    r"|profit of"
    r"|gain of|record|last year's|(?:peak|high|low) of"
    r"|up to|at least|(?:previous|earlier|prior|initial|original|old)"
    r"|(?:forecast|guidance|target|estimate|outlook|range|guide|goal"
    r"|projection|view|expectation)(?: range)? of|its) ?)*$",
    re.IGNORECASE,
)


_LARGE = regex(r"(?:million|billion|trillion|[0-9] ?(?:[mb]n?))$", re.IGNORECASE)


_PER_SHARE = regex(r" (?:per|a|each) (?:diluted |basic )?share")


# Raised prices by 2%, less than the | 4% | rise in its own costs
_OWN_STEP = regex(
    r" (?:rise|fall|increase|decline|drop|jump|growth) in (?:its|their) (?:own )?[a-z-]+\b"
)


def by_comparison(site: Site) -> Guess[str] | None:
    """Of what is compared with a figure before, or says it otherwise, that one's name."""
    if (
        site.figure.role is Role.TO
        or _OWN_STEP.match(site.behind)
        or not (
            _is_compared(site)
            or _is_restated(site)
            or _is_paired(site)
            or is_part_of_before(site)
            or _is_share_again(site)
            or _is_of_another_year(site)
        )
    ):
        return None
    earlier = [
        one
        for one in reversed(site.figures[: site.number])
        if (one.dimension == site.figure.dimension or _are_money(one, site.figure))
        and not is_times_another(one, site.text[: one.start], site.text[one.end :])
    ]
    if is_part_of_before(site):  # 620 posts at three sites, of which | 400
        earlier = [one for one in earlier if one.value > site.figure.value] or earlier
    if _LARGE.search(site.figure.text):  # 97 million, or 1.20 per share, from | 206 million
        earlier = [one for one in earlier if _LARGE.search(one.text)] or earlier
    if _is_of_a_share(site) or _is_small_again(site):
        earlier = [one for one in earlier if not _LARGE.search(one.text)] or earlier
    # What rose by 3 is no level that another one is compared with.
    levels = [one for one in earlier if one.dimension == RATIO or not _is_moved(site, one)]
    parts = [one for one in levels if not _is_whole(site, one)]  # down from | 17, of those idle
    for one in parts or levels or earlier:
        return of_other(site, one)
    return None


_OF_WHOLE = regex(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\S* of"
    r" (?:its|their|the|our|his|her) $",
    re.IGNORECASE,
)


def _is_whole(site: Site, other: Figure) -> bool:
    """Whether a figure is that of all, of which the one before it is a part: 14 of its | 90."""
    return _OF_WHOLE.search(site.text[: other.start]) is not None


def _is_of_a_share(site: Site) -> bool:
    """Whether a sum is so much a share: from 206 million, or | 2.55 per share."""
    is_share = _PER_SHARE.match(site.behind) is not None
    return is_share and _LARGE.search(site.figure.text) is None


def _is_small_again(site: Site) -> bool:
    """Whether a sum is what is told per share, or per anything, of one before, too."""
    is_small = site.is_money and _LARGE.search(site.figure.text) is None
    is_told = any(one.per == site.figure.per for one in site.figures[: site.number])
    return is_small and bool(site.figure.per) and is_told


def _is_share_again(site: Site) -> bool:
    """Whether a second sum has what it is a share, too, as the first one had."""
    before = site.figures[: site.number]
    is_again = any(one.per and not _LARGE.search(one.text) for one in before)
    is_per = _is_of_a_share(site) or _is_small_again(site)
    return is_again and is_per and _OTHERWISE.search(site.before) is not None


def _is_compared(site: Site) -> bool:
    """Whether the words before a figure set it beside another one."""
    if _FORECAST.match(site.behind) and re.search(
        r"\b(?:above|below|of|than|beat|beating|over|under|missing) the $", site.before
    ):
        return True
    if _COMPARED.search(site.before.rstrip()) is None:
        found = governed(site.tokens, site.at)
        verb = site.tokens[found.verb].lower if found.verb >= 0 else ""
        is_rival = verb in _BEATEN and re.search(r"\bthe $", site.before) is not None
        return is_rival or (
            site.before.endswith(" after ")
            and (_AGO.match(site.behind) or (site.is_share and _IN_PART.match(site.behind)))
            is not None
        )
    if re.search(r"\bfrom\s*(?:\w+ )?$", site.before, re.IGNORECASE) is None:
        return True
    # Dropped to 142 in the three months to March, from | 206.
    spans = (SPANS_OF_TIME | {ORDINAL}) - {site.figure.dimension}  # fell to 64 days from | 97
    known = [
        one
        for one in site.figures[: site.number]
        if not (_is_conversion(site, one) or _is_otherwise(site, one))
    ]
    before = next((one for one in reversed(known) if one.dimension not in spans), None)
    if site.is_counted and counted_phrase(site):
        found = governed(site.tokens, site.at)  # shipped from nine warehouses
        if found.verb < 0 or site.tokens[found.verb].lower not in UP | DOWN:
            return False
    return before is not None and before.dimension == site.figure.dimension


def _is_otherwise(site: Site, one: Figure) -> bool:
    """Whether a figure tells the one before it in another way: cut debt to 118 million, or 1.2x."""
    at = site.figures.index(one)
    other = site.figures[at - 1] if at else one
    is_like = other.dimension == site.figure.dimension != one.dimension
    return is_like and _OTHERWISE.fullmatch(site.text, other.end, one.start) is not None


def _is_conversion(site: Site, one: Figure) -> bool:
    """Whether a sum in brackets says the one before in other money: 412 million zlotys ($98m)."""
    is_bracketed = site.text[: one.start].endswith("(") and site.text[one.end :].startswith(")")
    return is_bracketed and any(
        _are_money(other, one) and other.dimension != one.dimension and one.start - other.end < 3
        for other in site.figures[: site.number]
    )


_FORECAST = regex(
    r"\s+(?:forecast|expected|estimate|consensus|target|projected|anticipated"
    r"|(?:that |which )?(?:analysts|economists|investors|the market|the City|Wall Street)\b)"
)


_BEATEN = frozenset("tops topped beat beats exceeds exceeded missed misses surpassed".split())


_AGO = regex(r"\s+(?:a|one|the) (?:year|quarter) (?:before|earlier|ago|previously)")


_IN_PART = regex(
    r" in (?:the )?(?:(?:first|second|third|fourth|final|previous|last|prior)[- ]"
    rf"(?:quarter|half|month|year)|(?:{MONTHS_EN}))\b"
)


_OTHERWISE = regex(rf",? (?:or|\() ?{ABOUT}$")


def _is_restated(site: Site) -> bool:
    """Whether a sum says the one before in another currency: PLN 412m, or CHF 88m."""
    before = site.last
    is_share = before is not None and site.is_share and before.dimension == RATIO
    if before is None or not (is_share or _are_money(before, site.figure)):
        return False
    if (_is_of_a_share(site) or _is_small_again(site)) and _LARGE.search(before.text):
        return False
    if site.figure.per and not before.per:
        return False
    return _OTHERWISE.fullmatch(site.since(before)) is not None


_ELSEWHERE = regex(
    r" (?:(?:an?|per|each) \w+ )?"
    r"(?:(?:in|on|at|for) [^.;:]{2,40}?|(?:this|last|next) (?:\w+ )?year),? (?:and|but) (?:\w+ )?"
)
# Better than the 4.3 per cent that Harbour managed and the | 5 per cent | or so at Norvel
_SET_AGAINST = regex(
    rf"\b(?:than|against|versus|with|to|above|below|ahead of|behind) {about_or('the', 'an?')}$"
)
_WHOSE = r"(?: or so)? (?:that |which |at |for |from |of |by |reported by |posted by )"
_OF_OTHERS = regex(rf"{_WHOSE}[^,;0-9]{{2,40}}?,? and {about_or('the')}")
_AT_NAME = regex(rf"{_WHOSE}(?:its |the |rivals? )*[A-Z]")
_AND = regex(rf" (?:and|or) {ABOUT}")


def _is_paired(site: Site) -> bool:
    """Whether a figure only follows another one: was 170 | and 468 in the two periods."""
    before = site.last
    if before is None or before.dimension != site.figure.dimension or before.per != site.figure.per:
        return False
    between = site.since(before)
    if _ELSEWHERE.fullmatch(between) and re.match(r" (?:in|on|at|for) ", site.behind):
        return True  # fell 12% in Germany | and 3% in Britain
    is_rivals = _SET_AGAINST.search(site.text[: before.start]) and _OF_OTHERS.fullmatch(between)
    if is_rivals and _AT_NAME.match(site.behind):
        return True
    is_same = not site.is_counted or not (counted_phrase(site) or has_state(site))
    return is_same and _AND.fullmatch(between) is not None


# 1.4 billion this year and fall to | 800 million | in 2027
_THIS_YEAR = regex(
    r",? (?:(?:this|last|next) (?:\w+ )?year|(?:in|for) (?:fiscal )?20[0-9]{2})(?: and|,? before)"
    rf" (?:(?:to )?[a-z]+ to )?{ABOUT}[A-Z]{{0,3}}[$€£¥]?"
)
_NEXT_YEAR = regex(
    r" (?:(?:in|for) (?:fiscal )?20[0-9]{2}|(?:this|last|next)(?: (?:\w+ )?year)?)(?=[ ,.;)]|$)"
)


def _is_of_another_year(site: Site) -> bool:
    """Whether a sum only tells of another year what the one before it tells of one."""
    before = site.last
    if before is None or not _are_money(before, site.figure):
        return False
    between = site.since(before)
    return _THIS_YEAR.fullmatch(between) is not None and _NEXT_YEAR.match(site.behind) is not None


def _are_money(one: Figure, other: Figure) -> bool:
    return one.dimension.startswith("money") and other.dimension.startswith("money")


def _is_moved(site: Site, other: Figure) -> bool:
    """Whether a figure is how far something moved, which no level is compared with."""
    return re.search(r"\bby\s(?:\w+\s)?$", site.text[: other.start], re.IGNORECASE) is not None
