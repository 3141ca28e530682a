"""What articles and releases say again and again in the same words, each with its name."""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.upsides import upside
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.changes_again import change_again
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.earned import earned
from exporter.drafting.metrics.en.how_full import how_full
from exporter.drafting.metrics.en.pay_rises import pay_rise
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.shops import change_of_old_shops, shops_to_open
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import MOVED
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import SPANS_OF_TIME

# Pre-tax profit was £96m. Analysts had been expecting | £89m.
_EXPECTED = regex(
    r"^\W*(?:The )?(?:Analysts|Economists|City|Market|market|Wall Street|Brokers"
    r"|Consensus|consensus"
    r"|Forecasters|Investors)(?: polled by [A-Z]\w+)?(?:,? on average,?)?"
    r" (?:had|have|was|were)(?: \w+ly)?(?: been)? (?:expect\w+|forecast\w*|predict\w+|looking for"
    r"|pencilled in|penciled in|hoping for|hoped for|projected|looked for|for)"
    rf" (?:an? )?{ABOUT}$"
)
# Closed its acquisition of Lexbridge, a maker of tools, for | $215 million
_ACQUIRED = regex(rf"\b(?:acquisition|purchase|takeover|buyout) of [A-Z][^;.0-9]*,? for {ABOUT}$")
_AUTHORISED = regex(
    r"\bauthori[sz]ed the (?:repurchase|buy-?back) of (?:up to |as much as |an additional )?$"
)
# A loss at the EBITDA level of | Rs 95 crore
_AT_A_LEVEL = regex(rf"\b(loss|profit) at the ([A-Z]+|operating|net|pre-tax) level of {ABOUT}$")
_RATE = regex(r"(?:[$€£¥] ?1|\b1 (?:[a-z]+ )?[a-z]+) ?= ?$")  # ($1 = 0.8640 euros)
_EMPLOYS = regex(rf"\bemploy(?:s|ed|ing)? {ABOUT}$")
_EMPLOYED = regex(
    r"(?: (?:people|staff|workers))?,? (?:that |whom )?(?:it|they|the [a-z]+)"
    r" (?:now |already |currently )?employ(?:s|ed)?\b"
)
_JOBS = regex(rf"\b(?:at|with) (?:the|a) (?:cost|loss) of {ABOUT}$|\bcosting {ABOUT}$")
_JOBS_BEHIND = regex(r" (?:\w+ )?(?:jobs|posts|positions|roles)\b")
_OF_WHOM = regex(rf"\bof whom {ABOUT}$")
_ARE = regex(r" (?:are|were) ((?:[a-z-]+ )?(?:women|men|[a-z-]+s))(?=[,.;)]|$)")
# Spread over | 46 acres|, the plant
_SPREAD = regex(rf"\b[Ss]pread (?:over|across) {ABOUT}$")
_THE_PLACE = regex(
    r"[^,;.]{0,20}, (?:the|this|its) (?:[\w-]+ )?"
    r"(plant|site|campus|park|facility|factory|mine|project|complex|unit|port|airport|store)\b"
)
# An insurer wrote | £31 million | of new business, and wrote nothing off
_WROTE = regex(rf"\b(?:wrote|writes?|writing|written) {ABOUT}$")
_BUSINESS = regex(
    r" (?:of|in) ((?:[a-z-]+ ){0,3}?(?:business|premiums?|policies|cover|annuities|mortgages"
    r"|protection))\b"
)
# The contract runs for | three years
_RUNS = regex(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]h(?:is|at)|[Ee]ach) ((?:[a-z-]+ ){0,2}?"
    r"(?:contract|lease|deal|agreement|licen[cs]e|tenancy|concession|charter|order|loan|guarantee|warranty|partnership"
    r"|mandate|subscription|franchise))s? (?:(?:now|will|initially|also|would) )?"
    rf"(?:runs?|lasts?|ran|lasted|is|are|extends?) for {ABOUT}$"
)
# A 6% | rise in the Harbour Index
_INDEX = regex(
    r" (?:rise|gain|advance|increase|jump|fall|drop|decline|loss|slide) (?:in|for|by|of) the"
    r" ((?:[A-Z][\w&’'-]* )+(?:[Ii]ndex|[Bb]enchmark)|FTSE \d+|S&P \d+|Nasdaq|Nikkei|DAX)\b"
)
# Sales at Hearth, the pub chain next door, fell | 3.1%
_SALES_AT = regex(
    r"(?:^|[.;] )((?:[A-Z][\w-]+ )?(?:[Ss]ales|[Rr]evenues?|[Pp]rofits?|[Tt]urnover|[Oo]rders)) at "
    rf"[^,;]{{2,40}}, (?:the|an?|its|which|whose)\b[^,;]*, {MOVED}(?: by)? {ABOUT}$"
)
_OF_OURS = regex(
    r"\b(?:ahead of|above|below|short of|versus|against|vs\.?) (?:our|consensus|our estimate of"
    rf"|our forecast of|consensus of|the consensus of) {ABOUT}$"
)
# 40% | of customers now use two or more products
_NOW_USE = regex(
    r" of (?:its |our |the )?((?:[a-z]+ )?[a-z]+s) (?:now|already|currently) (use|own|buy|hold|run"
    r"|pay|order|work)\b((?: [\w'’-]+){1,6})"
)
_DOING = {"use": "using", "run": "running"}


def by_set_phrase(site: Site) -> Guess[str] | None:
    """The name that a set phrase around a figure gives it."""
    name = _of_money(site) if site.is_money else ""
    if site.is_share:
        name = _of_share(site)
    elif site.is_counted and (
        _EMPLOYED.match(site.behind) or (_EMPLOYS.search(site.before) and _ALONE.match(site.behind))
    ):
        name = "Employees"
    elif site.is_counted and _JOBS.search(site.before) and _JOBS_BEHIND.match(site.behind):
        name = "Jobs lost"
    elif _SPREAD.search(site.before) and (place := _THE_PLACE.match(site.behind)):
        name = f"{place[1].capitalize()} area"
    elif site.figure.dimension in SPANS_OF_TIME and (runs := _RUNS.search(site.before)):
        name = sentence_case([f"{runs[1]} length"])
    elif (kept := _KEEPS.search(site.before)) and (kept_what := counted_phrase(site)):
        name = f"{kept_what} {'looked after' if kept['after'] else 'maintained'}"
    elif opened := shops_to_open(site):
        name = opened
    return Guess(name) if name else None


# Looks after | 640,000 | lifts
_KEEPS = regex(rf"\b(?:(?P<after>look(?:s|ed|ing)? after)|maintain(?:s|ed|ing)?) {ABOUT}$")
_ALONE = regex(r"(?:$|[.,;]| and [a-z]+s\b| (?:people|staff|workers)(?=[,.;]|$))")


def _of_money(site: Site) -> str:
    if (_EXPECTED.search(site.before) and site.behind[:1] in {"", ".", ",", ";"}) or (
        _OF_OURS.search(site.before)
    ):
        return next(iter(levels_before(site)), "").removesuffix(", previous guidance")
    if level := _AT_A_LEVEL.search(site.before):
        return sentence_case([f"{level[2]} {level[1]}"])
    if name := earned(site):
        return name
    written = _BUSINESS.match(site.behind) if _WROTE.search(site.before) else None
    if written is not None:
        return sentence_case([f"{written[1]} written"])
    for pattern, name in (
        (_RATE, "Exchange rate"),
        (_ACQUIRED, "Purchase price"),
        (_AUTHORISED, "Share repurchase authorization"),
    ):
        if pattern.search(site.before):
            return name
    return ""


def _of_share(site: Site) -> str:
    own = site.tokens[site.at]
    if further := upside(site.text, own.start, own.end):
        return further
    if name := how_full(site) or change_of_old_shops(site) or pay_rise(site):
        return name
    if index := _INDEX.match(site.behind):
        return f"{index[1]} change"
    if sales := _SALES_AT.search(site.before):
        return name_of_change(sentence_case([sales[1]]), site)
    if (told := _ARE.match(site.behind)) and _OF_WHOM.search(site.before):
        return f"Share of {told[1]}"
    if use := _NOW_USE.match(site.behind):
        return f"Share of {use[1]} {_DOING.get(use[2], f'{use[2]}ing')}{use[3]}"
    return change_again(site)
