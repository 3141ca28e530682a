"""Turns of English releases and newspapers that name a figure by more than the noun beside it.

What a figure is a part of (of which | 12 | related to Leeds), where else something grew (growth of
| 6% | in Spain), what shares gained since when.
"""

import re

from exporter.drafting.exactness import ABOUT_ONE
from exporter.drafting.metrics.en.aims import COMPARING, by_aim
from exporter.drafting.metrics.en.changes import is_share_price, name_of_change
from exporter.drafting.metrics.en.clauses import governed
from exporter.drafting.metrics.en.phrases import is_name, lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import OPEN, Site, of_other, sure_of
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.tokens import tokens_of
from exporter.drafting.metrics.en.turned import turned
from exporter.drafting.metrics.en.words import AGENTS, ARTICLES, METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE, POINTS, RATIO


def by_turn(site: Site) -> Guess[str] | None:
    """The name of a figure that stands in such a turn."""
    name = by_aim(site) or _of_part(site) or _went_to(site)
    if not name and site.is_money:
        name = _gained(site) or turned(site)
    elif not name and site.figure.dimension == POINTS:
        name = _contributed(site)
    elif not name and site.is_share:
        name = _ahead(site) or _of_shares(site) or _elsewhere(site) or _on_a_basis(site)
        if not name:
            return _moved_beside(site)
    return Guess(name) if name else None


# Orders were | 6% | ahead of last year; with parcels | 9% | above the same period of 2024
_AHEAD = regex(
    r" (?:ahead of|behind|above|below|higher than|lower than)"
    r" (?:the )?(?:same |level of )?"
    r"(?:(?:prior|previous|preceding|last|corresponding|comparable)"
    r" (?:year|period|quarter|season|half)"
    r"|(?:period|quarter|season|half|months?|time) (?:of|in|last|a)|a year (?:ago|earlier|before)"
    r"|(?:19|20)\d\d)(?![\w-])"
)

_LESS = regex(r" (?:behind|below|lower)")
_RIGHT_BEFORE = regex(
    r"(?:^|[,;:] |\bwith |, and )(?:with )?(?:the )?"
    r"(?P<what>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3})(?<=s)(?<! is)(?<!was)(?<!has)(?<!less) $"
)


def _ahead(site: Site) -> str:
    """What is ahead of the year before by a share: its growth."""
    said = _AHEAD.match(site.behind)
    if said is None or (_LESS.match(said[0]) and site.figure.value > 0):
        return ""  # 5% behind is no growth of 5%
    if level := _right_before(site):
        return name_of_change(level, site)
    found = governed(site.tokens, site.at)
    words = found.words
    if beside := _RIGHT_BEFORE.search(site.before):
        name = sentence_case([beside["what"]])
    elif not words and found.verb >= 0:
        name = subject_of_verb(site.tokens, found.verb, site.names)[0]
    else:
        name = phrase_of(words, site.names)
    is_named = name and name.lower().split()[0] not in COMPARING
    return name_of_change(name, site) if is_named else ""


# A rent of 28 pounds per sq ft, | 2% | higher than last year
_ONLY_PER = regex(rf"(?: (?:per|an?|each) [a-z]+(?: [a-z]+)?)?, (?:or )?{ABOUT_ONE}")

# The order book stood at £212m at 30 June 2026, | 7% | ahead of the year before
_ONLY_WHEN = regex(
    r"(?: (?:as )?(?:at|on|of|in) (?:the )?(?:[0-9]{1,2} )?[A-Za-z][\w -]*)?,"
    rf" (?:or )?{ABOUT_ONE}"
)


def _right_before(site: Site) -> str:
    """The level that a share stands right behind, but for what that is per; "" for none."""
    before = site.last
    if before is None or before.dimension == RATIO:
        return ""
    gap = _ONLY_PER if before.per else _ONLY_WHEN
    if gap.fullmatch(site.text, before.end, site.tokens[site.at].start) is None:
        return ""
    return sure_of(site, before)


# Capital expenditure was 21 million, of which | 12 million | related to Doncaster
_OF_WHICH = regex(rf"\bof (?:which|this|that) {ABOUT_ONE}$")
_RELATED = regex(
    r" (?:(?:was|were|is|are|has been|had been|will be) )?"
    r"(?:(?P<to>relat(?:ed|es|ing) to|attributable to)|(?P<for>for|earmarked for|set aside for)"
    r"|(?P<on>spent on|used (?:for|on))|(?P<in>invested in|(?:went|goes) (?:in)?to)) "
)
_LEADS = {"to": "related to", "for": "for", "on": "on", "in": "in"}


def _of_part(site: Site) -> str:
    """A part of the sum before, with what it was for."""
    before = site.last
    related = _RELATED.match(site.behind)
    if before is None or related is None or before.dimension != site.figure.dimension:
        return ""
    if _OF_WHICH.search(site.before) is None:
        return ""
    at = site.tokens[site.at].end + related.end()
    first = next((n for n, one in enumerate(site.tokens) if one.start >= at), len(site.tokens))
    said = [one.text for one in words_right(site.tokens, first) if one.lower not in ARTICLES]
    whole = of_other(site, before).value
    lead = _LEADS[related.lastgroup or "to"]
    return f"{whole} {lead} {' '.join(said)}" if said else ""


# Rates have halved since early June, to | 2,090 dollars
_WENT_TO = regex(
    r"(?: (?:since|from|in|over|during|this|last|on|year[- ]on[- ]year|compared with)\b[^,;.0-9]*)?"
    rf", to {ABOUT_ONE}"
)
_BY = regex(rf"\bby {ABOUT_ONE}[A-Z]{{0,3}}\W?$")
_CHANGE_IN = regex(r"(?:Change|Growth|Reduction) in (.+)")
_CHANGED = regex(r"^(?P<what>.+?) (?:change|growth|reduction)(?P<where> (?:in|from|at|of) .+)?$")


def _went_to(site: Site) -> str:
    """The level to which went what the figure before says the change of."""
    before = site.last
    if before is None or site.is_share:
        return ""
    is_by = _BY.search(site.text[: before.start]) is not None  # cut its debt by | $140 million
    is_moved = before.dimension in {RATIO, MULTIPLE} or (
        is_by and before.dimension == site.figure.dimension
    )
    if not is_moved:
        return ""
    if _WENT_TO.fullmatch(site.since(before)) is None:
        return ""
    guess = of_other(site, before)
    found = None if guess.doubt else _CHANGED.match(guess.value)
    if in_it := _CHANGE_IN.match(guess.value):
        return "" if guess.doubt else sentence_case([in_it[1]])
    return f"{found['what']}{found['where'] or ''}" if found else ""


# A book gain of about | 75 million
_GAIN = regex(
    r"\b((?:(?:net|one-off|exceptional|book|capital|disposal|pre-?tax|post-tax|after-tax|non-cash"
    r"|accounting|fair[- ]value|revaluation|paper|windfall|currency|(?:foreign[- ])?exchange"
    rf"|actuarial|trading|hedging) )+(?:gain|loss))(?:es|s)? of {ABOUT_ONE}$",
    re.IGNORECASE,
)


def _gained(site: Site) -> str:
    return sentence_case([gain[1]]) if (gain := _GAIN.search(site.before)) else ""


# Of which price contributed | four percentage points; with price adding | 2 points
_GIVEN = regex(
    r"\b(?:of which,?|with) (?:the )?(?P<who>[a-z][\w-]*(?: [a-z-]+){0,2}?)"
    rf" (?:contribut(?:ed|ing)|add(?:ed|ing)|provid(?:ed|ing)|account(?:ed|ing) for) {ABOUT_ONE}$"
)
_GIVEN_FROM = regex(
    r" (?:(?:came|coming|comes|stemmed|resulted) from|(?:was|were) (?:due|attributable) to)"
    r" (?:the )?(?P<who>[a-z][\w-]*(?: [a-z-]+)?)(?=[,.;)]| and\b|$)"
)


def _contributed(site: Site) -> str:
    """How much of the growth before came from what."""
    found = _GIVEN.search(site.before)
    if found is None and _OF_WHICH.search(site.before):
        found = _GIVEN_FROM.match(site.behind)
    if found is None:
        return ""
    names = [of_other(site, one).value for one in site.figures[: site.number]]
    grown = next((name for name in reversed(names) if name.endswith("growth")), "growth")
    return f"{sentence_case([found['who']])} contribution to {lowered(grown, site.text)}"


# Taking their gain since the start of the year to | 27%
_GAIN_SINCE = regex(
    r"\b(?:taking|bringing|extending|pushing|lifting|trimming|paring|cutting|leaving|putting)"
    r" (?:its|their|the (?:shares?|stock)['’]s?|the) (?P<kind>gain|rise|advance|rally|loss|decline"
    r"|fall|drop|slide|slump)(?:e?s)?(?P<when> (?:since|this|so far|for|in|over) [^,;0-9]*?)?"
    rf" (?:to|at) {ABOUT_ONE}$"
)
_SHARES = regex(r"\b(?:shares?|stock)\b", re.IGNORECASE)
_RISES = frozenset("gain rise advance rally".split())


def _of_shares(site: Site) -> str:
    """What shares have gained or lost since when."""
    since = _GAIN_SINCE.search(site.before)
    if since is None or _SHARES.search(f"{site.earlier} {site.text[: since.start()]}") is None:
        return ""
    word = "change" if since["kind"] in _RISES else "decline"
    said = re.sub(r"\b(?:the|so far) ", "", (since["when"] or "").strip())
    return f"Share price {word} {said}".strip()


# Revenue in Britain fell 9%, partly offset by growth of | 6% | in Ireland and the Netherlands
_GROWTH_OF = regex(
    r"\b(?:growth|rise|increase|gain|fall|decline|drop|decrease|advance|jump|slide) of "
    rf"{ABOUT_ONE}$"
)
_PLACE = r"(?:the )?[A-Z](?:[\w’'-]|\.(?=[A-Z]))*(?: (?:[A-Z][\w’'-]*|of(?= [A-Z])))*"
_IN_PLACES = regex(rf" (?:in|for|at|across) ({_PLACE}(?:(?:, and|,| and| or) {_PLACE})*)")
_IN_PLACE = regex(r"(?P<what>.*?)(?P<word> growth| change)(?: (?:in|from|at) .+)?")


def _elsewhere(site: Site) -> str:
    """The growth of what was told of another place, in places of its own."""
    places, before = _IN_PLACES.match(site.behind), site.figures[: site.number]
    if places is None or not before or before[-1].dimension != RATIO:
        return ""
    if _GROWTH_OF.search(site.before) is None or places[1].lower() in site.names:
        return ""
    last = places[1].lower().split()[-1]
    found = _IN_PLACE.fullmatch(of_other(site, before[-1]).value)
    if found is None or last in AGENTS | METRICS:
        return ""
    return f"{found['what']}{found['word']} in {places[1].removeprefix('the ')}"


# Revenue up 7.4% to 412 million (2024: 384), | 5.9% | on an organic basis
_ON_A_BASIS = regex(r", (?:or |and |but )?(?:up |down )?$")
_BASIS = regex(
    r" (?:on (?:an? )?[a-z-]+(?:,? (?:and )?[a-z-]+){0,2} (?:basis|terms)"
    r"|(?:in|at|under) (?:an? )?(?:[a-z-]+ )?(?:terms|currenc(?:y|ies)|exchange rates|rates))\b"
)


def _on_a_basis(site: Site) -> str:
    """The change of what was told before, on another basis."""
    if _ON_A_BASIS.search(site.before) is None or _BASIS.match(site.behind) is None:
        return ""
    for one in reversed(site.figures[: site.number]):
        guess = of_other(site, one)
        is_change = re.search(r"\b(?:growth|change)\b", guess.value) is not None
        if one.dimension == RATIO and not guess.doubt:
            return guess.value if is_change else ""
    return ""


# The market was slow, with housing starts down | by about a fifth | and energy up | 3%
_BESIDE = regex(
    r", (?:with|as|and|but) (?P<what>(?:the |its |their )?(?:[A-Za-z][\w’'-]* ){1,4}?)"
    rf"(?:up|down|lower|higher) (?:by )?{ABOUT_ONE}$"
)
_AND_BESIDE = regex(rf"\band (?P<what>(?:[a-z][\w’'-]* ){{1,3}}?)(?:up|down) (?:by )?{ABOUT_ONE}$")


def _moved_beside(site: Site) -> Guess[str] | None:
    """What an aside says has moved, where it is no part of what its sentence has moved before."""
    with_it = site.before.rfind(", with ")
    found = _BESIDE.search(site.before) or (
        _AND_BESIDE.search(site.before) if with_it >= 0 else None
    )
    end = with_it if with_it >= 0 else len(site.before)
    is_part = any(one.dimension == RATIO and one.end <= end for one in site.figures[: site.number])
    if found is None or is_part:
        return None
    words = [one for one in tokens_of(found["what"], (), (0, 0))[1:] if one.lower not in ARTICLES]
    said = [one.text for one in words]
    if not said or not all(map(str.islower, said)) or is_share_price(said) or said[-1] in _SAID:
        return None
    if is_name(words, site.names) or said[-1] in AGENTS:
        return None
    is_plural = len(said) > 1 and said[-1].endswith("s")
    name = name_of_change(sentence_case([" ".join(said)]), site)
    return Guess(name, "" if is_plural or said[-1] in METRICS else OPEN)


_SAID = frozenset(
    "is are was were still also it they which that them shares stock made makes make took takes "
    "picked set went going gone kept came come build built held backed ended opened closed".split()
)
