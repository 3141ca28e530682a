"""How far prices, bills and other levels have moved, told beside the main clause.

A new sorter which lifted recoveries to | 71% |; sold at prices that are | 5% | higher; energy bills
have come down by | a fifth |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.wordings import Found, change_of, rule_of, share
from exporter.drafting.metrics.en.words import SMALL_WORD


def _moved(found: Found) -> str:
    what = sentence_case([found["what"]])
    return name_of_change(what, found.site) if found["way"] == "by" else what


def _come_down(found: Found) -> str:
    is_measured = found["what"].lower() not in found.site.names
    return name_of_change(sentence_case([found["what"]]), found.site) if is_measured else ""


by_price_moved = rule_of(
    # A new sorter which lifted recoveries to | 71% | from 64%
    share(
        before=r"\b(?:which|that|who) (?:has |have |had )?(?:lifted|raised|boosted|increased"
        r"|improved|cut|reduced|lowered|pushed|took|brought|drove)(?: up| down)? (?:the |its "
        rf"|their |average )?(?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}?)(?: up| down)?"
        rf"(?: back)?(?: (?P<way>to|from|by)) {ABOUT}$",
        name=_moved,
    ),
    # Has sold half of them, at prices that are | 5% | higher
    share(
        before=r"\b(?:at|with|on|for) (?P<what>(?:[a-z-]+ ){0,2}?(?:prices|rates|fares|rents|fees"
        rf"|margins|tariffs|yields|wages)) (?:that|which) (?:are|were|is) (?:on average )?{ABOUT}$",
        behind=r" (?:higher|lower|up|down|above|below|more|less|dearer|cheaper)\b",
        name=change_of("{what}"),
    ),
    # Energy bills have come down by | a fifth
    share(
        before=r"(?:^|[.;] |, (?:and|but|while) )(?:The |the |Its |its )?"
        r"(?P<what>[A-Za-z][a-z-]+(?: [a-z-]+){0,2}?)(?:, which [^,;.]*,)?"
        r" (?:has|have|had) (?:since |now |also )?(?:come|gone|crept|shot) (?:down|up|off)"
        rf"(?: by)? {ABOUT}$",
        name=_come_down,
    ),
)
