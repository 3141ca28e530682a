"""What features tell of a business beside its results, each with the name that its words give.

Founded it in 1998 with | £8,000 |; sells a sandwich every | 0.8 seconds |; a plant, opened in 2021
for | £27m |; loses money: | £3.1m | last year; has drawn | £150m | of a facility; looks after
| £640m | on behalf of customers; | 260 | of 410 workers will lose their jobs.
"""

from exporter.drafting.exactness import ABOUT, ABOUT_ONE
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import SMALL_WORD
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import SPANS_OF_TIME


def by_story(site: Site) -> Guess[str] | None:
    """The name that such words give a figure; None elsewhere."""
    name = ""
    if site.is_money:
        name = _start(site) or _loss(site) or _works(site) or _drawn(site) or _looked_after(site)
        name = name or _dividend_paid(site) or _per_pound(site)
    elif site.is_share:
        name = _which_moved(site) or _gets(site)
    elif site.figure.dimension in SPANS_OF_TIME:
        name = _interval(site)
    elif site.is_counted or site.figure.dimension == "people":
        name = _jobs(site) or _wanted(site)
    return Guess(name) if name else None


_BEGINS = r"(?:^|[;:,.“\"] (?:and |but |while )?(?:[Tt]he |[Ii]ts )?|^(?:The|Its|Their) )"
# Founded Acme with his sister in 1998 with | £8,000 | from a redundancy payment
_FOUNDED = regex(
    r"\b(?:founded|started|set up|established|launched|began|opened)"
    r" (?:it|the (?:business|company|chain|firm|group|brand|shop)|[A-Z][\w’'&-]*"
    r"(?: [A-Z&][\w’'&-]*){0,3}|an? (?:business|company|firm|shop))"
    rf"\b[^;.:0-9]*(?:in (?:19|20)[0-9]{{2}}[^;.:0-9]*)?\b"
    rf"(?:with|on|using) (?:his |her |their )?{ABOUT}$"
)
_OF_TRADE = regex(r" (?:of|in) (?:annual )?(?:sales|revenue|turnover|orders|profit)\b")


def _start(site: Site) -> str:
    """With how much somebody began a business."""
    is_start = _FOUNDED.search(site.before) and not _OF_TRADE.match(site.behind)
    return "Start-up capital" if is_start else ""


# Has 22 shops and loses money: | £3.1m | last year
_LOSES = regex(rf"\b(?:los(?:es|ing|e)|lost) money(?: again)?(?:[:;,—–]| [—–-]) ?{ABOUT}$")


def _loss(site: Site) -> str:
    is_loss = _LOSES.search(site.before) and not site.behind.startswith((" on each", " on every"))
    return "Loss" if is_loss else ""


# A plant in Doncaster, opened in 2021 for | £27m
_WORKS = regex(
    r"(?:^|[.;,:] |\b(?:and|but|while|that|has|at|its|in) )(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne)"
    rf" (?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}(?: (?:in|at|near|outside|on) (?:the )?"
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?),? (?:(?:which|that) )?(?:was )?"
    r"(?P<done>opened|built|completed|finished|refurbished|extended|commissioned|bought|acquired)"
    r"(?: (?:last|this) year| in (?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}|,)?,?"
    rf" (?:for|at a cost of) {ABOUT}$"
)


def _works(site: Site) -> str:
    """What works cost, of which an aside tells when they opened."""
    found = _WORKS.search(site.before)
    if found is None:
        return ""
    is_bought = found["done"] in {"bought", "acquired"}
    return f"{'Price paid for' if is_bought else 'Cost of'} {found['what']}"


# Has drawn | A$150 million | of a A$400 million facility
_DRAWN = regex(
    rf"\b(?P<done>drawn|drew|borrowed|tapped|used|repaid|utili[sz]ed)(?: down)? {ABOUT}$"
)
_FACILITY = regex(
    r" (?:of|from|on|under|against) (?:an?|its|the|their) (?:new )?"
    r"(?:[A-Z]{0,3}[$€£¥]?[0-9][0-9.,]* ?(?:[mb]n?|million|billion)? )?"
    r"(?P<what>(?:[a-z-]+ ){0,3}?(?:facility|credit line|overdraft|loan"
    r"|line of credit|borrowing base))\b"
)


def _drawn(site: Site) -> str:
    """How much of what a bank holds ready has been taken."""
    done = _DRAWN.search(site.before)
    facility = _FACILITY.match(site.behind) if done else None
    if done is None or facility is None:
        return ""
    return sentence_case(
        [f"{facility['what']} {'repaid' if done['done'] == 'repaid' else 'drawn'}"]
    )


# Looks after | £640mn | on behalf of 187,000 customers
_LOOKS = regex(
    r"\b(?:(?P<after>look(?:s|ed|ing)? after)|(?P<held>holds?|held|holding)"
    rf"|(?P<managed>manag(?:es|ed|ing|e))|(?P<invested>invest(?:s|ed|ing)?)) {ABOUT}$"
)
_BEHALF = regex(
    r" (?:on behalf of|for) (?:its |their |about |some |around |more than )*(?:[0-9][0-9.,]*m? "
    r"(?:million )?)?(?P<whom>(?:[a-z-]+ )?(?:customers|clients|savers|members|investors|pensioners"
    r"|families|tenants|depositors|policyholders|people|employees))\b"
)


def _looked_after(site: Site) -> str:
    """The money of others that somebody holds."""
    looks = _LOOKS.search(site.before)
    whom = _BEHALF.match(site.behind) if looks else None
    if looks is None or whom is None:
        return ""
    how = next(key for key, said in looks.groupdict().items() if said)
    done = "looked after" if how == "after" else how
    return f"Assets {done} on behalf of {whom['whom']}"


# Declared no final dividend, having paid | 11 cents | last year
_PAID = regex(
    r"\b(?:no|an?|the|its|any) (?P<kind>(?:interim|final|special|annual|quarterly|half-year"
    r"|full-year) )?(?:dividend|payout)\b[^.;:0-9]*"
    rf"\b(?:having paid|after paying|(?:it|which) (?:had )?paid|against|instead of) {ABOUT}$"
)
_AGO = regex(r" (?:a share )?(?:last|a|the) (?:year|time)\b")


def _dividend_paid(site: Site) -> str:
    """What was paid before, where the clause before is of a dividend."""
    found = _PAID.search(site.before) if _AGO.match(site.behind) else None
    return sentence_case([f"{found['kind'] or ''}dividend per share"]) if found else ""


# Makes | 11 pence | in operating profit on every pound of sales
_PER_POUND = regex(
    r" (?:in|of) (?P<what>(?:[a-z-]+ ){0,2}(?:profit|cash|earnings|margin)) (?:on|for|from|out of)"
    r" (?:every|each|a) (?P<unit>pound|dollar|euro|yen|rupee)(?: (?:of|in) (?P<of>[a-z]+))?"
)


def _per_pound(site: Site) -> str:
    found = _PER_POUND.match(site.behind)
    if found is None:
        return ""
    of = f" of {found['of']}" if found["of"] else ""
    return sentence_case([f"{found['what']} per {found['unit']}{of}"])


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


# Managers, who earn £41,000, get | a tenth | of their shop's profit
_GETS = regex(
    rf"{_BEGINS}(?P<who>(?:[A-Za-z][\w-]* ){{0,2}}[A-Za-z][a-z-]+s)(?:, who [^;.]*?,)?"
    r" (?:(?:each|now|also|still|typically) )*(?:get|receive|keep|pocket|take|are paid|earn)"
    rf" {ABOUT}$"
)
_OF_PROFIT = regex(
    r" of (?:their |its |the )?(?P<what>(?:[a-z’'-]+ ){0,3}?(?:profits?|sales|takings|revenues?"
    r"|proceeds|savings|price|fees?|gains?|tips|royalties))\b"
)


def _gets(site: Site) -> str:
    """Whose share of what a business makes."""
    gets, what = _GETS.search(site.before), _OF_PROFIT.match(site.behind)
    if gets is None or what is None:
        return ""
    return f"{sentence_case([gets['who']])}' share of {what['what']}"


# Sells a sandwich every | 0.8 seconds
_EVERY = regex(
    r"\b(?P<verb>sells?|sold|opens?|opened|makes?|made|builds?|built|launche?s?|launched|serves?"
    r"|served|ships?|shipped|closes?|closed|delivers?|delivered|adds?|added)"
    rf" (?:an?|one|another) (?:new )?(?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}?)"
    rf"(?: (?:in|at) [^,;.0-9]{{2,30}}?)? (?:almost |roughly |about )?every {ABOUT}$"
)
_DONE = {
    "sell": "sold", "open": "opened", "make": "made", "build": "built", "launch": "launched",
    "serve": "served", "ship": "shipped", "close": "closed", "deliver": "delivered", "add": "added",
}  # fmt: skip


def _interval(site: Site) -> str:
    """In how much time one more of a thing is sold, or opened."""
    found = _EVERY.search(site.before)
    if found is None:
        return ""
    verb = found["verb"]
    stems = (done for stem, done in _DONE.items() if verb.startswith(stem) or verb == done)
    return f"Time per {found['what']} {next(stems, '')}".strip()


# | 260 | of 410 workers will lose their jobs; wants | 100 | of them by 2029
_LOSE = regex(
    r"(?: of (?:its|the|their)? ?[0-9][0-9.,]*)?(?: [a-z-]+)? (?:workers|staff|people|employees"
    r"|miners|jobs|bakers|drivers|posts)"
    r" (?:(?P<will>will|would|could|may|might|are to|are set to|face)"
    r" (?:lose|losing) their jobs|(?P<lost>(?:have )?lost their jobs))"
)
_OF_ALL = regex(r"[0-9] of (?:its |the |their )?$")
_WANTS = regex(
    r"\b(?:wants|plans|planned|hopes for|aims for|expects|foresees|envisages|wants to have|wants to"
    rf" open|plans to have|hopes to have) {ABOUT_ONE}$"
)
_OF_THEM = regex(r" (?:of (?:them|these|those)|such [a-z]+s)\b")


def _jobs(site: Site) -> str:
    lose = _LOSE.match(site.behind)
    if lose is None or _OF_ALL.search(site.before):
        return ""
    return "Jobs to be lost" if lose["will"] else "Jobs lost"


def _wanted(site: Site) -> str:
    """How many somebody wants of those counted before in the sentence."""
    if not _WANTS.search(site.before) or not _OF_THEM.match(site.behind):
        return ""
    name = next(iter(levels_before(site)), "")
    return f"{name}, target" if name else ""
