"""How far prices, bills and other levels have moved, told beside the main clause.

A new sorter which lifted recoveries to | 71% |; sold at prices that are | 5% | higher; energy bills
have come down by | a fifth |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import SMALL_WORD
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_price_moved(site: Site) -> Guess[str] | None:
    """The name of a move, or of a level that something moved to; None elsewhere."""
    if not site.is_share:
        return None
    name = _which_moved(site) or _prices_that_are(site) or _come_down(site)
    return Guess(name) if name else None


# A new sorter which lifted recoveries to | 71% | from 64%
_WHICH = regex(
    r"\b(?:which|that|who) (?:has |have |had )?(?:lifted|raised|boosted|increased|improved|cut"
    r"|reduced|lowered|pushed|took|brought|drove)(?: up| down)? (?:the |its |their |average )?"
    rf"(?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}?)(?: up| down)?(?: back)?"
    rf"(?: (?P<way>to|from|by)) {ABOUT}$"
)


def _which_moved(site: Site) -> str:
    """What something moved, of which an aside tells."""
    found = _WHICH.search(site.before)
    if found is None:
        return ""
    what = sentence_case([found["what"]])
    return name_of_change(what, site) if found["way"] == "by" else what


# Has sold half of them, at prices that are | 5% | higher
_THAT_ARE = regex(
    r"\b(?:at|with|on|for) (?P<what>(?:[a-z-]+ ){0,2}?(?:prices|rates|fares|rents|fees|margins"
    rf"|tariffs|yields|wages)) (?:that|which) (?:are|were|is) (?:on average )?{ABOUT}$"
)
_HIGHER = regex(r" (?:higher|lower|up|down|above|below|more|less|dearer|cheaper)\b")


def _prices_that_are(site: Site) -> str:
    """How far those prices have moved at which something goes."""
    found = _THAT_ARE.search(site.before) if _HIGHER.match(site.behind) else None
    return name_of_change(sentence_case([found["what"]]), site) if found else ""


# Energy bills have come down by | a fifth
_COME = regex(
    r"(?:^|[.;] |, (?:and|but|while) )(?:The |the |Its |its )?"
    r"(?P<what>[A-Za-z][a-z-]+(?: [a-z-]+){0,2}?)(?:, which [^,;.]*,)?"
    rf" (?:has|have|had) (?:since |now |also )?(?:come|gone|crept|shot) (?:down|up|off)"
    rf"(?: by)? {ABOUT}$"
)


def _come_down(site: Site) -> str:
    found = _COME.search(site.before)
    what = found["what"] if found else ""
    is_measured = bool(what) and what.lower() not in site.names
    return name_of_change(sentence_case([what]), site) if is_measured else ""
