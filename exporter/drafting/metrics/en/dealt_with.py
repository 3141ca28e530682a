"""Sums of things, and shares of sums, by what was, or is to be, done with them.

About | £3m | of stock, mainly timber, had been written off: Stock written off; of which it expects
to recover | half |: the share of that cost to be recovered.
"""

from exporter.drafting.exactness import ABOUT, ABOUT_ONE
from exporter.drafting.figures.set_aside import set_aside_for
from exporter.drafting.metrics.en.doings import BEEN_DONE
from exporter.drafting.metrics.en.irregular import gerund, regular_participle
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.metrics.en.words import A_NAME, METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_dealing(site: Site) -> Guess[str] | None:
    """The name that such a deed gives a sum, or a share of the sum before."""
    name = _to_be_done(site) if site.is_share else ""
    if site.is_money:
        name = (
            _set_aside(site)
            or _went_on(site)
            or _handed(site)
            or _done_with(site)
            or _put_at(site)
            or _spent_on_buying(site)
            or _for_sale(site)
        )
    return Guess(name) if name else None


# About £3m | of stock, mainly timber, had been written off
_WAS_DONE = regex(
    r" of (?P<what>(?!(?:the|its|their|our|this|that|these|those|which|it|them)\b)"
    r"[a-z][a-z-]*(?: [a-z][a-z-]*)?)(?:, [^,;.]*(?:, [^,;.]*)?,)? "
    r"(?:(?:had|has|have|was|were) )(?:(?:since|already|now|also|been) )*"
    r"(?P<done>[a-z]+)(?P<how> (?:down|off|back|up|out|aside))?(?= or\b| and\b|[,.;]|$| [a-z]+\b)"
)
_OFF = frozenset("deferred lost repaid written refunded waived forgiven impaired scrapped".split())
_SAID = frozenset(
    "expected estimated planned forecast believed said reported considered needed required "
    "supposed projected budgeted based related used owed recorded recognised recognized".split()
)


def _done_with(site: Site) -> str:
    found = _WAS_DONE.match(site.behind)
    if found is None:
        return ""
    done, how = found["done"], found["how"] or ""
    is_measure = found["what"].split()[-1] in METRICS and not how and done not in _OFF
    is_deed = done in BEEN_DONE | {"written"} or done.endswith("ed")
    if is_measure or not is_deed or done in _SAID:
        return ""
    return sentence_case([f"{found['what']} {done}{how}"])


def _set_aside(site: Site) -> str:
    """Money set aside for what is planned before it in other words: £16m for the purpose."""
    own = site.tokens[site.at]
    deed, what = set_aside_for(site.text, own.start, own.end, site.earlier)
    if not deed:
        return ""
    return f"Money set aside for {gerund(deed)} {what}"


# Of that, | $94 | went on drinks, excursions and spa treatments
_OF_THAT = regex(
    rf"(?:^|[;,.] )[Oo]f (?:that|this|these|it|which|the (?:total|sum)),? {ABOUT}[A-Z]{{0,3}}\W?$"
)
_WENT = regex(
    r" (?:(?:will |would )?(?:goes|go|went)|(?:was|is|were|will be) (?:spent|earmarked))"
    r" (?:on|to|for|towards) (?:the )?(?P<what>[a-z][^.;0-9]{2,60}?)"
    r"(?=[.;]|$|, (?:and|which|while|with)\b| (?:and|while) [$€£¥\d])"
)


def _went_on(site: Site) -> str:
    """What a part of the sum before was spent on."""
    went = _WENT.match(site.behind) if _OF_THAT.search(site.before) else None
    return f"Spending on {went['what']}" if went else ""


# Handed | £2.1m | of it to its 920 staff
_HANDED = regex(
    r"\b(?:handed(?: back| out)?|gave|paid(?: out)?|distributed|returned|shared(?: out)?|handing"
    rf"|returning) {ABOUT}[A-Z]{{0,3}}\W?$"
)
_TO_WHOM = regex(
    r"(?: (?:of|from) (?:it|this|that|them|the money|its profits?))?(?: back)?"
    r" (?:to|among|between|with) (?:(?:its|the|their|all|some) )*(?:[0-9][0-9.,]* )?"
    r"(?P<whom>staff|workers|employees|shareholders|members|customers|owners|farmers|suppliers"
    r"|investors)\b"
)


def _handed(site: Site) -> str:
    """What was handed to those of a kind."""
    whom = _TO_WHOM.match(site.behind) if _HANDED.search(site.before) else None
    return f"Payment to {whom['whom']}" if whom else ""


# Put the annual cost of the rise in insurance and wages | at £6m
_PUT_AT = regex(
    r"\b(?:put|puts|putting|estimate[sd]?) the (?P<what>(?:[a-z-]+ ){0,2}"
    r"(?:costs?|bill|value|price|hit|damage|loss|losses|benefits?|savings?)"
    rf" (?:of|from|to) [^;.0-9]*? and [^;.0-9]*?),? at {ABOUT}[A-Z]{{0,3}}\W?$"
)


def _put_at(site: Site) -> str:
    """What somebody puts at a sum, where several things together make it up."""
    found = _PUT_AT.search(site.before)
    return sentence_case([found["what"]]) if found else ""


# Spent | £62m | on buying the Welsh chain Glyn Rhosyn
_ON_BUYING = regex(
    r" on (?P<deed>buying|acquiring|purchasing|taking over|rescuing)(?: (?:the|its|a|an))? "
    rf"(?:(?!(?:in|at|from|of|for|on|by|its) )[A-Za-z][a-z-]+ ){{0,4}}?(?P<whom>{A_NAME})"
    r"(?=[.,;]|$| (?:in|last|this|earlier|when|after|and|from|as|two|three|a|since)\b)"
)
_SPENT = regex(rf"\b(?:spent|spends?|spending|invested) {ABOUT_ONE}[A-Z]{{0,3}}\W?$")


def _spent_on_buying(site: Site) -> str:
    """What was spent on a company, or a brand, that is named."""
    found = _ON_BUYING.match(site.behind) if _SPENT.search(site.before) else None
    return f"Spending on {found['deed']} {found['whom']}" if found else ""


# Plans to sell | £150m | of older buildings by the end of next year
_TO_SELL = regex(
    r"\b(?:plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|want(?:s|ed)?|hop(?:es|ed|ing)"
    r"|expect(?:s|ed)?|will|would|is|are|wants|due|seek(?:s|ing)?|agreed)(?: to)?"
    r" (?P<deed>sell|dispose of|offload|divest|selling|offloading|divesting)(?: off)?"
    rf" (?:another |a further )?{ABOUT_ONE}[A-Z]{{0,3}}\W?$"
)
_OF_THINGS = regex(
    r"(?:[- ]worth)? of (?:its |their |the )?"
    r"(?P<what>(?:[a-z][a-z’'-]* (?:and )?){0,3}?[a-z][a-z-]*s)"
    r"(?=[.,;]|$| (?:by|in|over|before|this|next|during|within|and|to|as|after|at|when|each)\b)"
)


def _for_sale(site: Site) -> str:
    """What is to be sold for a sum, which is no price of one thing."""
    found, things = _TO_SELL.search(site.before), _OF_THINGS.match(site.behind)
    if found is None or things is None or things["what"].split()[-1] in METRICS:
        return ""
    sale = "Sale" if found["deed"].endswith("ing") else "Planned sale"
    return f"{sale} of {things['what']}"


# A cost of £6m, of which it expects to recover | half
_OF_WHICH_TO = regex(
    r"\bof which (?:[\w’'&-]+ ){1,4}?(?:now |still |also )?"
    r"(?:expects?|expected|hopes?|hoped|plans?|planned|aims?|aimed|intends?|intended|wants?|wanted)"
    rf" to (?P<verb>[a-z]+) {ABOUT_ONE}$"
)
_LONG = 5  # words of a whole whose head says enough


def _to_be_done(site: Site) -> str:
    """The share of the sum before with which something is to be done."""
    found = _OF_WHICH_TO.search(site.before)
    whole = sure_of(site, site.last) if found is not None else ""
    if found is None or not whole:
        return ""
    short = whole.split(" of ")[0] if len(whole.split()) > _LONG else whole
    return f"Share of {lowered(short, site.text)} to be {regular_participle(found['verb'])}"
