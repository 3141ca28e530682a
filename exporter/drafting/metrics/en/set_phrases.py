"""What articles and releases say again and again in the same words, each with its name."""

import re
from collections.abc import Callable

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.upsides import upside
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.changes_again import change_again
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.earned import earned
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.wordings import (
    MONEY,
    SHARE,
    Found,
    Naming,
    change_of,
    counted,
    in_units_of,
    money,
    other_than,
    rule_of,
    share,
    wording,
)
from exporter.drafting.metrics.en.words import MOVED
from exporter.engine.regex import regex
from exporter.facts.units import SPANS_OF_TIME


def _level_expected(found: Found) -> str:
    name = next(iter(levels_before(found.site)), "")
    return name.removesuffix(", previous guidance")


def _expected(found: Found) -> str:
    is_alone = found.site.behind[:1] in {"", ".", ",", ";"}
    return _level_expected(found) if is_alone else ""


def _kept(found: Found) -> str:
    what = counted_phrase(found.site)
    return f"{what} {'looked after' if found['after'] else 'maintained'}" if what else ""


def _upside(site: Site) -> str:
    own = site.tokens[site.at]
    return upside(site.text, own.start, own.end)


_FLOWN = frozenset("planes flights aircraft jets airliners trains".split())


_RISE = regex(r"(?: (?:pay )?(?:rise|increase)|[,.;]|$| and\b| but\b| this year| over)")
_UNION = regex(r"\b(?:[Uu]nions?|Unite|GMB|Unison|RMT|Aslef|Usdaw|Prospect|Teamsters|UAW|Verdi)\b")


def _by_union(name: str) -> Callable[[Found], str]:
    """A name where the sentence, or that before it, tells of a union."""
    return lambda found: name if _UNION.search(f"{found.site.earlier} {found.site.text}") else ""


_KINDS = "shops|stores|restaurants|cafes|cafés|outlets|branches|clinics|pubs|hotels|gyms|sites"
_NO_NOUN = regex(
    r"(?: (?:more|others))?(?:[,.;]|$"
    r"| (?:next|this|in|by|over|during|before|at|later|ahead|on|and)\b)"
)


_DOING = {"use": "using", "run": "running"}


def _using(found: Found) -> str:
    who, verb, what = found.behind.groups()
    return f"Share of {who} {_DOING.get(verb, f'{verb}ing')}{what}"


by_set_phrase = rule_of(
    # The | 4,100 | people that it employs
    counted(
        behind=r"(?: (?:people|staff|workers))?,? (?:that |whom )?(?:it|they|the [a-z]+)"
        r" (?:now |already |currently )?employ(?:s|ed)?\b",
        name="Employees",
    ),
    # Employs | 4,100
    counted(
        before=rf"\bemploy(?:s|ed|ing)? {ABOUT}$",
        behind=r"(?:$|[.,;]| and [a-z]+s\b| (?:people|staff|workers)(?=[,.;]|$))",
        name="Employees",
    ),
    # Tests processed per day averaged | 71,000
    counted(
        before=r"(?:^|[.;] |, (?:while|and|but) |['’]s |\b[Ii]ts )(?:[Tt]he (?:number of )?)?"
        r"(?P<what>(?:[A-Za-z][\w-]* ){1,2}?(?:[a-z]+(?:ed|ld|de|lt|wn) )?per (?:day|week|month"
        r"|hour|shift|night|store|employee|head)) (?:averaged|was|were|reached|totalled|hit"
        rf"|stood at|{MOVED}(?: [^;,]*?)? to) {ABOUT}$",
        name=lambda found: sentence_case([found["what"]]) if found.site.figure.per else "",
    ),
    # Those who do are | a third | less likely to leave
    share(
        behind=r" (?:less|more) likely to (?P<what>[a-z]+(?: [a-z]+)?)"
        r"(?=[,.;]|$| (?:than|in|at)\b)",
        name="Change in likelihood to {what}",
    ),
    # Orders received of | £612m
    money(
        before=regex(
            r"\b(?P<what>orders (?:received|taken|booked)|order intake|premiums written)"
            rf" (?:of|was|were|at) {ABOUT}[A-Z]{{0,3}}\W?$",
            re.IGNORECASE,
        ),
        name=lambda found: sentence_case([found["what"].lower()]),
    ),
    # At the cost of | 300 | jobs
    counted(
        before=rf"\b(?:at|with) (?:the|a) (?:cost|loss) of {ABOUT}$|\bcosting {ABOUT}$",
        behind=r" (?:\w+ )?(?:jobs|posts|positions|roles)\b",
        name="Jobs lost",
    ),
    # Spread over | 46 acres|, the plant
    wording(
        other_than(SHARE),
        before=rf"\b[Ss]pread (?:over|across) {ABOUT}$",
        behind=r"[^,;.]{0,20}, (?:the|this|its) (?:[\w-]+ )?"
        r"(plant|site|campus|park|facility|factory|mine|project|complex|unit|port|airport|store)\b",
        name=lambda found: f"{found.behind[1].capitalize()} area",
    ),
    # The contract runs for | three years
    wording(
        in_units_of(*SPANS_OF_TIME),
        before=r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]h(?:is|at)|[Ee]ach) ((?:[a-z-]+ ){0,2}?"
        r"(?:contract|lease|deal|agreement|licen[cs]e|tenancy|concession|charter|order|loan"
        r"|guarantee|warranty|partnership|mandate|subscription|franchise))s?"
        r" (?:(?:now|will|initially|also|would) )?(?:runs?|lasts?|ran|lasted|is|are|extends?) for"
        rf" {ABOUT}$",
        name=lambda found: sentence_case([f"{found.before[1]} length"]),
    ),
    # Looks after | 640,000 | lifts
    wording(
        other_than(SHARE),
        before=rf"\b(?:(?P<after>look(?:s|ed|ing)? after)|maintain(?:s|ed|ing)?) {ABOUT}$",
        name=_kept,
    ),
    # Has opened nine clubs so far and plans a further | 16 | before Christmas
    wording(
        other_than(SHARE),
        before=r"\b(?:opened|added|built|launched) (?:[0-9,]+|[a-z-]+) (?:new )?"
        r"(?P<kind>[a-z]+s)\b[^.;]*\b(?:plans?|planned|intends?|expects?|aims?|wants?|hopes?|is"
        r" planning|is due|will|would) (?:to )?(?:(?P<verb>open|add|build|launch) )?(?:another|a"
        rf" further|an additional) {ABOUT}$",
        behind=_NO_NOUN,
        name=lambda found: f"{found['kind'].capitalize()} to {found['verb'] or 'open'}",
    ),
    # The company opened 38 shops in the quarter and plans to open | 160 | next year
    wording(
        other_than(SHARE),
        before=rf"\bopened (?:[0-9,]+|[a-z-]+) (?:new )?(?P<kind>{_KINDS})\b[^.;]*"
        rf"\b(?:plans?|expects?|intends?|aims?) to open {ABOUT}$",
        behind=_NO_NOUN,
        name="{kind} opened",
    ),
    # Pre-tax profit was £96m. Analysts had been expecting | £89m.
    money(
        before=r"^\W*(?:The )?(?:Analysts|Economists|City|Market|market|Wall Street|Brokers"
        r"|Consensus|consensus"
        r"|Forecasters|Investors)(?: polled by [A-Z]\w+)?(?:,? on average,?)?"
        r" (?:had|have|was|were)(?: \w+ly)?(?: been)? (?:expect\w+|forecast\w*|predict\w+|looking"
        r" for|pencilled in|penciled in|hoping for|hoped for|projected|looked for|for)"
        rf" (?:an? )?{ABOUT}$",
        name=_expected,
    ),
    # Pre-tax profit was £96m, ahead of our | £89m
    money(
        before=r"\b(?:ahead of|above|below|short of|versus|against|vs\.?) (?:our|consensus|our"
        rf" estimate of|our forecast of|consensus of|the consensus of) {ABOUT}$",
        name=_level_expected,
    ),
    # A loss at the EBITDA level of | Rs 95 crore
    money(
        before=rf"\b(loss|profit) at the ([A-Z]+|operating|net|pre-tax) level of {ABOUT}$",
        name=lambda found: sentence_case([f"{found.before[2]} {found.before[1]}"]),
    ),
    Naming(MONEY, earned),
    # An insurer wrote | £31 million | of new business, and wrote nothing off
    money(
        before=rf"\b(?:wrote|writes?|writing|written) {ABOUT}$",
        behind=r" (?:of|in) ((?:[a-z-]+ ){0,3}?(?:business|premiums?|policies|cover|annuities"
        r"|mortgages|protection))\b",
        name=lambda found: sentence_case([f"{found.behind[1]} written"]),
    ),
    # ($1 = | 0.8640 euros|)
    money(before=r"(?:[$€£¥] ?1|\b1 (?:[a-z]+ )?[a-z]+) ?= ?$", name="Exchange rate"),
    # Closed its acquisition of Lexbridge, a maker of tools, for | $215 million
    money(
        before=rf"\b(?:acquisition|purchase|takeover|buyout) of [A-Z][^;.0-9]*,? for {ABOUT}$",
        name="Purchase price",
    ),
    # Authorised the repurchase of up to | $50 million
    money(
        before=r"\bauthori[sz]ed the (?:repurchase|buy-?back) of (?:up to |as much as |an"
        r" additional )?$",
        name="Share repurchase authorization",
    ),
    Naming(SHARE, _upside),
    # Flew with its planes | 84% | full
    share(
        before=regex(
            r"\b(?:planes|flights|aircraft|jets|airliners|trains|rooms|hotels|beds|warehouses"
            r"|wards|(?:care|nursing) homes|car parks|offices|depots|cinemas|theatres|stadiums?"
            r"|campsites|ships|boats|ferries|cabins|coaches|pitches|lodges|cottages)\b",
            re.IGNORECASE,
        ),
        behind=r" full\b(?![ -](?:year|time|price))",
        name=lambda found: "Load factor" if found.before[0].lower() in _FLOWN else "Occupancy",
    ),
    # Sales at shops open at least a year increased | 5.4%
    share(
        before=rf"\b[Ss]ales (?:at|in|from) (?:{_KINDS}) (?:that (?:have|had) been |which"
        r" (?:have|had) been )?open(?: for)? (?:at least|more than|over|longer than) (?:a|one)"
        rf" year,? {MOVED}(?: by)? {ABOUT}$",
        name=change_of("Same-store sales"),
    ),
    # Is balloting its members over a | 3.5 per cent | pay offer
    share(
        behind=r" (?P<pay>pay|wage|salary) (?P<what>offer|award|deal|claim|demand|settlement)\b",
        name="{pay} {what}",
    ),
    # The union asked for | 6 per cent
    share(
        before=r"\b(?:ask(?:ed|s|ing) for|holding out for|demand(?:s|ed|ing)|wants?|seeking)"
        rf" (?:(?:a )?(?:pay )?(?:rise|increase) of )?{ABOUT}$",
        behind=_RISE,
        name=_by_union("Pay rise demanded"),
    ),
    # The union turned down | 4 per cent
    share(
        before=r"\b(?:offer(?:s|ed)|offer of|rejected|turned down|accepted)"
        rf" (?:(?:a )?(?:pay )?(?:rise|increase) of )?{ABOUT}$",
        behind=_RISE,
        name=_by_union("Pay rise offered"),
    ),
    # A 6% | rise in the Harbour Index
    share(
        behind=r" (?:rise|gain|advance|increase|jump|fall|drop|decline|loss|slide) (?:in|for|by"
        r"|of) the ((?:[A-Z][\w&’'-]* )+(?:[Ii]ndex|[Bb]enchmark)|FTSE \d+|S&P \d+|Nasdaq|Nikkei"
        r"|DAX)\b",
        name=lambda found: f"{found.behind[1]} change",
    ),
    # Sales at Hearth, the pub chain next door, fell | 3.1%
    share(
        before=r"(?:^|[.;] )((?:[A-Z][\w-]+ )?(?:[Ss]ales|[Rr]evenues?|[Pp]rofits?|[Tt]urnover"
        rf"|[Oo]rders)) at [^,;]{{2,40}}, (?:the|an?|its|which|whose)\b[^,;]*, {MOVED}(?: by)?"
        rf" {ABOUT}$",
        name=lambda found: name_of_change(sentence_case([found.before[1]]), found.site),
    ),
    # 430 people, of whom | 40% | are women
    share(
        before=rf"\bof whom {ABOUT}$",
        behind=r" (?:are|were) ((?:[a-z-]+ )?(?:women|men|[a-z-]+s))(?=[,.;)]|$)",
        name=lambda found: f"Share of {found.behind[1]}",
    ),
    # 40% | of customers now use two or more products
    share(
        behind=r" of (?:its |our |the )?((?:[a-z]+ )?[a-z]+s) (?:now|already|currently) (use|own"
        r"|buy|hold|run|pay|order|work)\b((?: [\w'’-]+){1,6})",
        name=_using,
    ),
    Naming(SHARE, change_again),
)
