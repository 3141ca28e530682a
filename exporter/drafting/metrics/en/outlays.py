"""What works, contracts and the largest costs come to, and what sums are spent on over years.

A plant, opened in 2021 for | £27m |; a contract that is worth | £40m | a year; fuel, its largest
cost, came to | £44m |; will spend | £75mn | over four years on its buildings.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.wordings import MONEY, SHARE, Found, either, rule_of, wording
from exporter.drafting.metrics.en.words import SMALL_WORD
from exporter.engine.regex import regex


def _works(found: Found) -> str:
    is_bought = found["done"] in {"bought", "acquired"}
    return f"{'Price paid for' if is_bought else 'Cost of'} {found['what']}"


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
    wording(
        MONEY,
        before=r"(?:^|[.;,:] |\b(?:and|but|while|that|has|at|its|in) )(?:[Aa]n?|[Tt]he|[Ii]ts"
        rf"|[Oo]ne) (?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}(?: (?:in|at|near|outside|on) "
        r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?),? (?:(?:which|that) )?(?:was )?"
        r"(?P<done>opened|built|completed|finished|refurbished|extended|commissioned|bought"
        r"|acquired)(?: (?:last|this) year| in (?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}|,)?,?"
        rf" (?:for|at a cost of) {ABOUT}$",
        name=_works,
    ),
    # A contract to run trams, which is worth | £40m | a year
    wording(
        MONEY,
        before=r"\b(?:contract|tender|concession|framework|deal with [^,;.]{3,40}?)\b[^;.]*"
        rf"\b(?:is|was|are|were) (?:said to be |thought to be |reportedly )?worth {ABOUT}$",
        name="Contract value",
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
        r"(?: by)?(?: to)?|was|were|cost|totall?ed)(?: [0-9.]+ ?(?:%|per cent) to)? (?:it"
        rf" )?{ABOUT}$",
        name=_largest_cost,
    ),
    # Will spend | £75mn | over four years on its buildings
    wording(
        MONEY,
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
