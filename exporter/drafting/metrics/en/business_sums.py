"""Sums of a business, told beside its results: outlays, capital and loans, profits and losses.

A plant, opened in 2021 for | £27m |; fuel, its largest cost, came to | £44m |; founded it in 1998
with | £8,000 |; net debt costs | 6.1% | a year; makes | 11 pence | on every pound of sales.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import sure_of
from exporter.drafting.metrics.en.wordings import (
    MONEY,
    SHARE,
    Found,
    either,
    money,
    rule_of,
    share,
    wording,
)
from exporter.drafting.metrics.en.words import FLOWS, SMALL_WORD
from exporter.engine.regex import regex


def _works(found: Found) -> str:
    is_bought = found["done"] in {"bought", "acquired"}
    return f"{'Price paid for' if is_bought else 'Cost of'} {found['what']}"


def _worth(found: Found) -> str:
    which = found["which"].strip()
    is_named = which and which.lower() not in found.site.names
    kind = found["kind"] if is_named and " " not in found["kind"] else "contract"
    return sentence_case([f"{which} {kind} value" if is_named else "contract value"])


_PAID_MANY = regex(
    r"(?:.* )?(?:wages|salaries|rents|taxes|fees|costs?|pay|interest|rates|bills?)$", re.IGNORECASE
)


def _largest_cost(found: Found) -> str:
    what = found["what"]
    name = sentence_case([what if _PAID_MANY.match(what) else f"{what} cost"])
    return name_of_change(name, found.site) if found.site.is_share else name


def _spent_over(found: Found) -> str:
    kind = "Investment in" if found["verb"].startswith("invest") else "Spending on"
    return f"{kind} {found['what']}"


by_outlay = rule_of(
    # A plant in Doncaster, opened in 2021 for | £27m
    money(
        before=r"(?:^|[.;,:] |\b(?:and|but|while|that|has|said|says|at|its|in) )"
        r"(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne) "
        rf"(?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}(?: (?:in|at|near|outside|on)"
        r" (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?),? (?:(?:which|that) )?(?:was )?"
        r"(?P<done>opened|built|completed|finished|refurbished|extended|commissioned|bought"
        r"|acquired)(?: (?:last|this) year| in (?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}|,)?,?"
        rf" (?:for|at a cost of) {ABOUT}$",
        name=_works,
    ),
    # A contract to run trams, which is worth | £40m | a year
    money(
        before=r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?) "
        r"(?P<which>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3} (?:[a-z-]+ )?))?"
        r"\b(?P<kind>contract|tender|concession|framework|deal with [^,;.]{3,40}?)\b[^;.]*"
        rf"\b(?:is|was|are|were) (?:said to be |thought to be |reportedly )?worth {ABOUT}$",
        name=_worth,
    ),
    # Fuel, its largest cost, came to | £44m |, or rose by | 4%
    wording(
        either(MONEY, SHARE),
        before=r"(?:^|[.;] |, (?:while|and|but) )(?P<what>[A-Za-z][\w-]*(?: [a-z-]+){0,2}),"
        r" (?:by far )?(?:its|the (?:company|group|firm|chain|airline)[’']s|the|their|our)"
        r" (?:by far )?(?:single |second[- ]|third[- ])?(?:biggest|largest|main|heaviest|highest)"
        r" (?:single |operating |variable )?(?:costs?|expenses?|outlay|overhead|bill|outgoing"
        r"|input|item of (?:cost|expenditure|spending))(?: (?:after|behind) [a-z]+)?,"
        r"(?P<on> [^;.]*?)? (?:(?:came|amounted|rose|fell|climbed|jumped|dropped|increased)"
        r"(?: by)?(?: to)?|was|were|cost|totall?ed)(?: [0-9.]+ ?(?:%|per cent) to)?"
        rf" (?:it )?{ABOUT}$",
        name=_largest_cost,
    ),
    # Will spend | £75mn | over four years on its buildings
    money(
        before=r"\b(?P<verb>spend|spends|spent|spending|invest|invests|invested|investing) "
        rf"{ABOUT}(?:a further |another |an extra )?$",
        behind=r" (?:(?:over|in|during|within|across) (?:the )?(?:(?:next|past|last|coming|first)"
        r" )?[^,;.]{2,20}?(?:years|months|decade|year)|(?:a|per|each|every) year) (?:on|in|into) "
        r"(?:(?:the|its|their|an?) )?"
        r"(?P<what>(?!all\b|total\b|stages\b|it\b|them\b)(?:new )?[a-z][a-z-]*"
        r"(?: (?!over\b|in\b|and\b|to\b|by\b|at\b)[a-z-]+){0,3})",
        name=_spent_over,
    ),
)


_OF_TRADE = regex(r" (?:of|in) (?:annual )?(?:sales|revenue|turnover|orders|profit)\b")


def _drawn(found: Found) -> str:
    done = "repaid" if found["done"] == "repaid" else "drawn"
    return sentence_case([f"{found['what']} {done}"])


def _against(found: Found) -> str:
    of = found["of"].removeprefix("its ").removeprefix("their ")
    return f"{sentence_case([found['what']])} as share of {of}"


_OWED = regex(r"(?:.* )?(?:debt|borrowings?|loans?|bonds?|facility|mortgages?)$", re.IGNORECASE)


def _interest(found: Found) -> str:
    site = found.site
    names = (sure_of(site, one) for one in site.figures[: site.number])
    owed = next((one for one in names if _OWED.match(one)), "")
    return f"Interest rate on {lowered(owed, site.text)}" if owed else ""


by_loan = rule_of(
    # Founded Acme with his sister in 1998 with | £8,000 | from a redundancy payment
    money(
        before=r"\b(?:founded|started|set up|established|launched|began|opened)"
        r" (?:it|the (?:business|company|chain|firm|group|brand|shop)|[A-Z][\w’'&-]*"
        r"(?: [A-Z&][\w’'&-]*){0,3}|an? (?:business|company|firm|shop))"
        rf"\b[^;.:0-9]*(?:in (?:19|20)[0-9]{{2}}[^;.:0-9]*)?\b"
        rf"(?:with|on|using) (?:his |her |their )?{ABOUT}$",
        name=lambda found: "" if _OF_TRADE.match(found.site.behind) else "Start-up capital",
    ),
    # Has drawn | A$150 million | of a A$400 million facility
    money(
        before=r"\b(?P<done>drawn|drew|borrowed|tapped|used|repaid|utili[sz]ed)(?: down)?"
        rf" {ABOUT}$",
        behind=r" (?:of|from|on|under|against) (?:an?|its|the|their) (?:new )?"
        r"(?:[A-Z]{0,3}[$€£¥]?[0-9][0-9.,]* ?(?:[mb]n?|million|billion)? )?"
        r"(?P<what>(?:[a-z-]+ ){0,3}?(?:facility|credit line|overdraft|loan"
        r"|line of credit|borrowing base))\b",
        name=_drawn,
    ),
    # Must hold assets worth | 110% | of what they owe
    share(
        before=r"\b(?P<what>(?:(?:liquid|net|fixed|eligible|total|other) )?(?:assets"
        r"|collateral|property|reserves|cash|security|stock))"
        rf" (?:that (?:is|are) )?worth {ABOUT}$",
        behind=r" of (?P<of>what (?:it|they) (?:owes?|borrows?|lends?)|(?:its|their) [a-z ]+?)"
        r"(?=[,.;]|$)",
        name=_against,
    ),
    # Rents need no capital and carry a margin of | 50%
    share(
        before=r"\b(?:carry|carries|command|commands) (?:an? |the )?"
        rf"(?P<what>(?:[a-z-]+ )?(?:margin|yield|coupon|premium|interest rate)) of {ABOUT}$",
        name="{what}",
    ),
    # Has $350 million of convertible notes, on which it pays | 1.75%
    share(
        before=r"\b(?P<what>(?:(?!of\b|in\b)[a-z-]+ ){0,2}(?:notes|bonds?|loans?|debt|borrowings"
        r"|mortgages?|debentures|facility))(?: (?:due|maturing|repayable) (?:in|by)"
        r" (?:19|20)[0-9]{2})?,? (?:on|for) which (?:it|they|the (?:company|group))"
        rf" (?:now )?(?:pays?|paid) {ABOUT}$",
        name="Interest rate on {what}",
    ),
    # Net debt was £214m, and costs | 6.1% | a year
    share(
        before=rf"\b(?:and|which) (?:now )?costs? (?:it |the company )?{ABOUT}$",
        behind=r" (?:a|per) year\b|(?=[,.;]|$)",
        name=_interest,
    ),
)


def _lost(found: Found) -> str:
    return "" if found.site.behind.startswith((" on each", " on every")) else "Loss"


def _per_pound(found: Found) -> str:
    of = f" of {found['of']}" if found["of"] else ""
    return sentence_case([f"{found['what']} per {found['unit']}{of}"])


by_profit = rule_of(
    # Has 22 shops and loses money: | £3.1m | last year
    money(
        before=rf"\b(?:los(?:es|ing|e)|lost) money(?: again)?(?:[:;,—–]| [—–-]) ?{ABOUT}$",
        name=_lost,
    ),
    # Makes | 11 pence | in operating profit on every pound of sales
    money(
        behind=r" (?:in|of) (?P<what>(?:[a-z-]+ ){0,2}(?:profit|cash|earnings|margin)) (?:on|for"
        r"|from|out of) (?:every|each|a) (?P<unit>pound|dollar|euro|yen|rupee)(?: (?:of|in)"
        r" (?P<of>[a-z]+))?",
        name=_per_pound,
    ),
)
by_profit_seen = rule_of(
    # Is comfortable with the | £44mn | of profit that analysts have pencilled in
    money(
        before=r"\b(?:the|with|of|to|than|for|at) $",
        behind=rf" (?:of|in) (?P<what>(?:[a-z-]+ ){{0,2}}?(?:{FLOWS}|earnings|income|losses|ebitda"
        r"|EBITDA)) (?:that |which )?(?:(?:most |some )?analysts|the market|the [Cc]ity|investors"
        r"|brokers|economists|[A-Z]\w+(?: [A-Z]\w+)?) (?:had |have |has )?(?:pencill?ed in"
        r"|expects?|expected|forecasts?|predict(?:ed|s)?|look(?:ed)? for)\b",
        name="{what}",
    ),
)
