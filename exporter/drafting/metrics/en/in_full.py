"""A name with what its own words leave out, and without what says nothing.

A broker's target is a price, a drop in profit to so much a profit; two new customers are not all.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.price_classes import with_price_class
from exporter.drafting.metrics.en.bases import on_its_basis
from exporter.drafting.metrics.en.beside_figures import with_its_profit
from exporter.drafting.metrics.en.earlier import growth_before, guided_before
from exporter.drafting.metrics.en.excluded import without_excluded
from exporter.drafting.metrics.en.guided import as_guided_before
from exporter.drafting.metrics.en.listed_parts import in_its_part
from exporter.drafting.metrics.en.manners import with_manner
from exporter.drafting.metrics.en.multiples import as_multiple
from exporter.drafting.metrics.en.of_divisions import in_country, of_division
from exporter.drafting.metrics.en.peaks import at_its_peak
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.placed import at_its_place
from exporter.drafting.metrics.en.points import as_step
from exporter.drafting.metrics.en.sequential import as_sequential
from exporter.drafting.metrics.en.shares_again import as_level
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import MOVED
from exporter.drafting.names.countries import COUNTRY
from exporter.engine.regex import regex
from exporter.evidence.reading.vocabulary.dates import MONTHS_EN


def in_full(name: str, site: Site) -> str:
    """A name with what its own words leave out: a broker's target is a price."""
    name = _as_meant(name, site)
    name = _INITIALS.sub(lambda one: f"{one[0]}." if f"{one[0]}." in site.text else one[0], name)
    name = with_manner(_in_order(name), site.behind)
    if site.is_counted and (new := _NEW.match(site.behind)) and name.lower() == new[1].lower():
        name = f"New {name.lower()}"
    name = _SHARES_IN.sub(lambda one: f"Share price{one[1] or ''}", name)
    if site.is_money and site.behind.startswith(" each") and _WHOM.search(site.before):
        name = f"{name} per person"
    name = _STEADY.sub("", name) if _STEADY_AT.search(site.before) else name
    name = _JUDGED.sub("", name) if _JUDGING.search(site.before) else name
    name = _which(name.removesuffix(" on top"), site)
    name = _DUE.sub(r"\1", name)
    name = _UP.sub("", name) if _UP_TO.search(site.before) else name
    if _HAND.search(name) and _HAND_OVER.search(site.before):
        name = f"{name} over"
    if name.endswith(" represented") and (union := _REPRESENTS.search(site.before)):
        name = f"{name} by {union['who']}"
    if (whole := _OF_STAFF.fullmatch(name)) and (union := _REPRESENTS.search(site.before)):
        name = f"Share of {whole['staff']} represented by {union['who']}"
    name = as_level(as_step(with_its_profit(name, site), site), site)
    name = at_its_peak(at_its_place(on_its_basis(name, site), site), site)
    name = as_guided_before(as_multiple(without_excluded(name, site), site), site)
    if site.figure.per == "share" and _DIVIDEND.fullmatch(name):
        name = f"{name} per share"
    name = in_country(of_division(in_its_part(name, site), site), site)
    return as_sequential(with_price_class(name, site.text), site)


# Orders tied to data-centre cooling more than doubled: which of them
_TIED_TO = regex(
    r"\b(?P<head>[A-Za-z-]+) (?P<which>(?:tied|linked) to (?:[\w-]+ ?){1,3}?)"
    rf" ?(?:more than |almost |nearly |about )?(?:{MOVED}|was|were|came|reached)\b"
)
_GROWN = regex(r"(.+) (growth|change|reduction)")


def _which(name: str, site: Site) -> str:
    """A name with what those of which it tells are tied to."""
    tied = _TIED_TO.search(site.before)
    grown = _GROWN.fullmatch(name)
    core = grown[1] if grown else name
    if tied is None or core.lower() != tied["head"].lower():
        return name
    which = f"{core.lower()} {tied['which'].strip()}"
    return f"{grown[2].capitalize()} in {which}" if grown else sentence_case([which])


# In continental Europe growth slowed to | 2%
_IN_A_PLACE = regex(rf"^(?:But |And )?In (?:the )?(?P<place>{COUNTRY}),? growth\b")


def _in_its_place(name: str, site: Site) -> str:
    """A growth told before, in the place of which the sentence begins to tell."""
    here = _IN_A_PLACE.match(site.text)
    return f"{_PLACE.sub('', name)} in {here['place']}" if here else name


_PLACES = rf"{COUNTRY}(?:(?:,| and| &) {COUNTRY})*"
_PLACE = regex(rf" (?:in|at) (?:the )?{_PLACES}$|^{_PLACES} (?=[a-z])")


def _as_meant(name: str, site: Site) -> str:
    """What the words of a name stand for beside such a figure."""
    is_target = name in {"Target", "Target change", "Put target", "Set target", "Kept target"}
    if is_target and site.is_money and not _LARGE.search(site.figure.text):
        return "Target price change" if name.endswith("change") else "Target price"
    if name in _GROWTH and site.is_share:  # since then | growth | has slowed to 2.8%
        return _in_its_place(growth_before(site) or name, site)
    if name == "Market value" and _A_MARKET.search(site.before):
        return "Market size"
    if led := _LED_BY.match(name):  # unlike | sales, which fell 4%
        name = sentence_case([name[led.end() :]])
    if doing := _EXPECTING.match(name):  # is | expecting | revenue of 180 crore
        name = sentence_case([name[doing.end() :]])
    if (step := _STEP_IN.match(name)) and site.is_money and _TO.search(site.before):
        name = sentence_case([step[1]])  # a drop in profit to | 7 billion
    if _OF_AN_AIM.fullmatch(name) and (ranged := guided_before(site)):
        name = ranged
    if site.is_money and (costing := _COSTING.fullmatch(name)):
        name = f"Cost of {lowered(costing[1], site.text)}"  # fees on ships cost
    return name


def _in_order(name: str) -> str:
    """A name whose measure stands first, or last, as it does in others."""
    found = _AIM_FOR.match(name) or _RANGE_FOR.fullmatch(name)
    name = sentence_case([f"{found[2]} {found[1].lower()}"]) if found else name
    if leaning := _LEANING.match(name):  # comes mostly from interest, which fell | 4%
        return sentence_case([f"{leaning[2]}{leaning[1] or ''}"])
    return name


# The market for boots in Britain, worth | £2.4bn: no market capitalisation
_A_MARKET = regex(
    r"\bmarket\b(?: (?:for|in|of) [\w ’'-]{2,40}?)?, (?:[a-z]+ ){0,2}(?:worth|valued at"
    r"|estimated at|put at) [^,;]{0,16}$"
)
_DIVIDEND = regex(r"(?:Total|Full-year|Annual|Interim|Final|Special|Quarterly) dividend")
_GROWTH = frozenset({"Growth", "Growth rate", "Rate of growth", "Pace of growth"})
# Two | new customers |: not all that there are
_NEW = regex(r" new ((?:[a-z-]+ )?[a-z-]+s)\b")
# London-listed shares in Corvane were down | 7%
_SHARES_IN = regex(
    r"^(?:[\w-]+-listed|Ordinary|Listed) shares( change)?(?: in .+)?$", re.IGNORECASE
)
_WHOM = regex(r"\b(?:[Ss]taff|[Ee]mployees|[Ww]orkers|[Pp]eople|[Mm]embers|[Cc]olleagues)\b")
# With cancellations stable at | 15%
_STEADY = regex(r" (?:stable|steady|unchanged|flat|broadly|level)$")
_STEADY_AT = regex(rf" (?:stable|steady|unchanged|flat|level) at {ABOUT}$")
_DUE = regex(r"(.*\b(?:notes|bonds|loans|debentures|borrowings)) due")
# Calling the | 3.7% | dividend yield attractive
_JUDGING = regex(
    r"\b(?:calling|called|calls|finds?|found|finding|deem\w*|consider\w*|leaving|making)"
    rf" (?:the |its )?{ABOUT}$"
)
_JUDGED = regex(
    r"(?<=\w) (?:attractive|unattractive|sustainable|unsustainable|safe|secure|cheap|expensive|rich"
    r"|generous|undemanding|demanding|conservative|cautious|achievable|ambitious|realistic|too .+)$"
)
# Would create |up to| 600 jobs
_UP_TO = regex(r" up to $")
_UP = regex(r" up$")
# The yard will hand over | 34 | ships
_HAND = regex(r" (?:to hand|handed)$")
_HAND_OVER = regex(rf"\bhand(?:ed|s|ing)? over {ABOUT}$")
# Unite, the union, which represents about | 140 | of the staff
_REPRESENTS = regex(
    r"(?P<who>(?!The\b)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})(?: union)?,?"
    r"(?: (?:the|an?) [^,;]{3,40},)?(?: (?:which|that))?"
    rf"(?: (?:says|said|claims) (?:that )?it)?(?: (?:also|now))? represents? {ABOUT}$"
)
_OF_STAFF = regex(
    r"(?:.*['’]s? s|S)hare of (?P<staff>(?:[\w-]+ ){0,2}?(?:workforce|staff|employees|workers"
    r"|crews?|pilots|nurses|teachers|doctors|drivers|miners|dockers|cleaners|guards|porters|couriers))"
)
_LEANING = regex(
    r"(?:Mostly|Mainly|Largely|Partly|Primarily|Chiefly|Predominantly|Principally)"
    r"( growth| change| reduction)? (?:(?:from|of|in|on|for|through) )?([a-z].+)"
)
_COSTING = regex(r"(.+ (?:on|of|for|in|from|to) .+) cost")
_INITIALS = regex(r"\b[A-Z]\.[A-Z](?![\w.])")
_STEP_IN = regex(r"(?:Rise|Drop|Fall|Increase|Decline|Jump|Gain|Growth|Surge|Slump) in (.+)")
_TO = regex(rf"\bto {ABOUT}$")
# Well inside the range of $2.4 billion to $2.5 billion, of what stands before; having forecast 1.8.
_OF_AN_AIM = regex(
    r"(?:(?:its|their|our|the|an?|previous|prior|earlier|initial|original|old|former|last"
    rf"|{MONTHS_EN}) )*(?:forecasts?|guidance|outlook)"
    r"|(?:(?:well|just|inside|within|above|below|at|near|top|bottom|middle|midpoint|end|half|high|low"
    r"|upper|lower|of|the|its|their|our|previous|prior|earlier|initial|original|old|former|last"
    r"|guidance|guided|forecast|target|expected) )*(?:range|guidance range)",
    re.IGNORECASE,
)
_LED_BY = regex(r"(?:Unlike|Despite|In spite of|Notwithstanding) (?=[a-z])")
_EXPECTING = regex(
    r"(?:Expecting|Forecasting|Targeting|Projecting|Eyeing|Anticipating|Offsetting|Absorbing"
    r"|Outpacing|Outstripping|Outweighing|Mitigating|Compare[sd]? (?:with|to))"
    r" (?=[a-z])"
)
_AIM_FOR = regex(r"(Guidance|Forecast|Target|Outlook|Estimate) (?:for|of|on) (.+)")
_RANGE_FOR = regex(r"(Range) for (?:the |its |their )?([a-z].+)")
_LARGE = regex(r"(?:[mb]n?|million|billion|trillion)$", re.IGNORECASE)
