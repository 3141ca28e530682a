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
from exporter.drafting.metrics.en.wordings import MONEY, Found, Naming, money, rule_of, share
from exporter.drafting.metrics.en.words import A_NAME, METRICS


def _set_aside(site: Site) -> str:
    """Money set aside for what is planned before it in other words: £16m for the purpose."""
    own = site.tokens[site.at]
    deed, what = set_aside_for(site.text, own.start, own.end, site.earlier)
    return f"Money set aside for {gerund(deed)} {what}" if deed else ""


_OFF = frozenset("deferred lost repaid written refunded waived forgiven impaired scrapped".split())
_SAID = frozenset(
    "expected estimated planned forecast believed said reported considered needed required "
    "supposed projected budgeted based related used owed recorded recognised recognized".split()
)


def _done_with(found: Found) -> str:
    done, how = found["done"], found["how"]
    is_measure = found["what"].split()[-1] in METRICS and not how and done not in _OFF
    is_deed = done in BEEN_DONE | {"written"} or done.endswith("ed")
    if is_measure or not is_deed or done in _SAID:
        return ""
    return sentence_case([f"{found['what']} {done}{how}"])


def _for_sale(found: Found) -> str:
    """What is to be sold for a sum, which is no price of one thing."""
    if found["what"].split()[-1] in METRICS:
        return ""
    return f"{'Sale' if found['deed'].endswith('ing') else 'Planned sale'} of {found['what']}"


_LONG = 5  # words of a whole whose head says enough


def _to_be_done(found: Found) -> str:
    """The share of the sum before with which something is to be done."""
    whole = sure_of(found.site, found.site.last)
    if not whole:
        return ""
    short = whole.split(" of ")[0] if len(whole.split()) > _LONG else whole
    done = regular_participle(found["verb"])
    return f"Share of {lowered(short, found.site.text)} to be {done}"


by_dealing = rule_of(
    # A cost of £6m, of which it expects to recover | half
    share(
        before=r"\bof which (?:[\w’'&-]+ ){1,4}?(?:now |still |also )?"
        r"(?:expects?|expected|hopes?|hoped|plans?|planned|aims?|aimed|intends?|intended|wants?"
        rf"|wanted) to (?P<verb>[a-z]+) {ABOUT_ONE}$",
        name=_to_be_done,
    ),
    Naming(MONEY, _set_aside),
    # Of that, | $94 | went on drinks, excursions and spa treatments
    money(
        before=r"(?:^|[;,.] )[Oo]f (?:that|this|these|it|which|the (?:total|sum)),?"
        rf" {ABOUT}[A-Z]{{0,3}}\W?$",
        behind=r" (?:(?:will |would )?(?:goes|go|went)|(?:was|is|were|will be) (?:spent"
        r"|earmarked)) (?:on|to|for|towards) (?:the )?(?P<what>[a-z][^.;0-9]{2,60}?)"
        r"(?=[.;]|$|, (?:and|which|while|with)\b| (?:and|while) [$€£¥\d])",
        name="Spending on {what}",
    ),
    # Handed | £2.1m | of it to its 920 staff
    money(
        before=r"\b(?:handed(?: back| out)?|gave|paid(?: out)?|distributed|returned|shared(?:"
        rf" out)?|handing|returning) {ABOUT}[A-Z]{{0,3}}\W?$",
        behind=r"(?: (?:of|from) (?:it|this|that|them|the money|its profits?))?(?: back)?"
        r" (?:to|among|between|with) (?:(?:its|the|their|all|some) )*(?:[0-9][0-9.,]* )?"
        r"(?P<whom>staff|workers|employees|shareholders|members|customers|owners|farmers|suppliers"
        r"|investors)\b",
        name="Payment to {whom}",
    ),
    # About | £3m | of stock, mainly timber, had been written off
    money(
        behind=r" of (?P<what>(?!(?:the|its|their|our|this|that|these|those|which|it|them)\b)"
        r"[a-z][a-z-]*(?: [a-z][a-z-]*)?)(?:, [^,;.]*(?:, [^,;.]*)?,)? "
        r"(?:(?:had|has|have|was|were) )(?:(?:since|already|now|also|been) )*"
        r"(?P<done>[a-z]+)(?P<how> (?:down|off|back|up|out|aside))?(?= or\b| and\b|[,.;]|$|"
        r" [a-z]+\b)",
        name=_done_with,
    ),
    # Put the annual cost of the rise in insurance and wages | at £6m
    money(
        before=r"\b(?:put|puts|putting|estimate[sd]?) the (?P<what>(?:[a-z-]+ ){0,2}"
        r"(?:costs?|bill|value|price|hit|damage|loss|losses|benefits?|savings?)"
        rf" (?:of|from|to) [^;.0-9]*? and [^;.0-9]*?),? at {ABOUT}[A-Z]{{0,3}}\W?$",
        name="{what}",
    ),
    # Spent | £62m | on buying the Welsh chain Glyn Rhosyn
    money(
        before=rf"\b(?:spent|spends?|spending|invested) {ABOUT_ONE}[A-Z]{{0,3}}\W?$",
        behind=r" on (?P<deed>buying|acquiring|purchasing|taking over|rescuing)"
        rf"(?: (?:the|its|a|an))? (?:(?!(?:in|at|from|of|for|on|by|its) )[A-Za-z][a-z-]+ ){{0,4}}?"
        rf"(?P<whom>{A_NAME})"
        r"(?=[.,;]|$| (?:in|last|this|earlier|when|after|and|from|as|two|three|a|since)\b)",
        name="Spending on {deed} {whom}",
    ),
    # Plans to sell | £150m | of older buildings by the end of next year
    money(
        before=r"\b(?:plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|want(?:s|ed)?"
        r"|hop(?:es|ed|ing)|expect(?:s|ed)?|will|would|is|are|wants|due|seek(?:s|ing)?|agreed)"
        r"(?: to)? (?P<deed>sell|dispose of|offload|divest|selling|offloading|divesting)(?: off)?"
        rf" (?:another |a further )?{ABOUT_ONE}[A-Z]{{0,3}}\W?$",
        behind=r"(?:[- ]worth)? of (?:its |their |the )?"
        r"(?P<what>(?:[a-z][a-z’'-]* (?:and )?){0,3}?[a-z][a-z-]*s)"
        r"(?=[.,;]|$| (?:by|in|over|before|this|next|during|within|and|to|as|after|at|when"
        r"|each)\b)",
        name=_for_sale,
    ),
)
