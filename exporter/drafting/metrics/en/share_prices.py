"""What shares closed at, how far they moved by then, and how far they had moved before.

Shares fell as much as | 17% | before recovering to close | 12.4% | lower at | 143p.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.share_moves import FELL, ROSE, SHARES
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_CLOSING = (
    r"(?:to (?:close|end|finish|settle)|clos(?:ed|ing)|end(?:ed|ing)|finish(?:ed|ing)"
    r"|settl(?:ed|ing))(?: the (?:day|session|week))?"
)
# Shares closed up | 4p | at 186p
_CLOSED_UP = regex(rf"\b[Ss]hares?\b[^;.]* {_CLOSING}(?: up| down| higher| lower)(?: by)? \W?$")
_AT_LEVEL = regex(r" (?:at|to) [^\w\s]?[0-9]")
# Vajra closed | 1.8 per cent | higher at | Rs 1,264 | on the NSE
_CLOSED = regex(rf"\b{_CLOSING}(?: up| down)? $")
_HIGHER_AT = regex(r" (?:higher|lower|up|down) at \W?[A-Z]{0,3}")
_CLOSED_AT = regex(
    rf"\b{_CLOSING}\b[^;.]*[0-9.]+ ?(?:%|per ?cent) (?:higher|lower|up|down) at $"
    rf"|\b{_CLOSING} (?:up|down) [0-9.]+ ?(?:%|per ?cent),? at $"
)
# Shares of Orban & Lisle closed at | $63.40
_SHARES_CLOSED = regex(rf"\b[Ss]hares (?:of|in) [A-Z][^,;.0-9]* {_CLOSING} at $")
# Its shares fell 9%, before closing down | 7.1% | at 163 euros
_CLOSED_BY = regex(rf"\b(?:[Ss]hares|[Ss]tock)\b.*\b{_CLOSING} (?:up|down) $")
_CLOSE_BEHIND = regex(r",? (?:the |its )?(?:[A-Z][a-z]+day[’']s|latest|last) clos(?:e|ing price)\b")
_FELL, _ROSE = f"(?:{FELL}|down)", f"(?:{ROSE}|up)"
# Shares fell as much as | 17% | in morning trading
_AS_FAR = regex(rf"{SHARES}[^;]*?\b(?:(?P<low>{_FELL})|{_ROSE})(?: by)? (?:as much as|up to) $")
# And to | 512 pence |, their highest since
_AS_FAR_AS = regex(rf"{_AS_FAR.pattern[:-1]}[0-9.]+ ?(?:%|per ?cent),? (?:to|at) \W?$")
_SESSION = regex(r" (?:higher |lower )?in (?:early )?(?P<when>morning|afternoon) ")
_WENT_AS_FAR = regex(rf"\b(?:{_FELL}|{_ROSE})(?: by)? (?:as much as|up to) {ABOUT}[0-9]")

# Shares, which had already lost | a fifth | of their value; wiped | 9% | off the share price
_SHED = regex(
    rf"{SHARES}[^;.]*\b(?:lost|losing|shed|shedding|forfeited|surrendered|given up|dropped"
    rf"|down) {ABOUT}$"
)
_OF_VALUE = regex(
    r" (?:of|in|off) (?:(?:its|their|the shares[’']) )?(?:[a-z-]+ ){0,2}(?:value|worth)\b"
)
# Shares rose 7%. They had lost about | a fifth | of their value; it has gained | a third |
_SPOKE_OF_SHARES = regex(
    rf"^(?:(?:The|Its|Their|[A-Z][\w&.’'-]*) (?:[\w&.’'-]+ ){{0,4}}?)?{SHARES}"
)
_THEY_MOVED = regex(
    r"^(?:(?:But|And|Yet|Still),? )?(?:[Tt]hey|[Ii]t) (?:ha(?:ve|s|d) )?(?:already |now |also )?"
    rf"(?:{FELL}|{ROSE}|forfeited|surrendered|given up|put on) {ABOUT}$"
)
_WIPED = regex(rf"\b(?:wip|knock|shav|tak|slic|chop)(?:p?e[ds]|p?ing|en) {ABOUT}$|\btook {ABOUT}$")
_OFF_SHARES = regex(
    r"(?: (?:has|had|have|was|were) been (?:wiped|knocked|shaved|sliced|chopped))? off"
    r" (?:the value of )?(?:(?:its|their|the|[A-Z][\w&’'-]*) (?:[a-z]+[’']s )?){0,3}"
    r"(?:shares?(?: price)?|stock(?: price)?)\b"
)
# The shares fell 9%, wiping about | £210mn | off its market value; 4% higher, adding | $2bn | to it
_FROM_VALUE = regex(
    r" (?:(?:has|had|have|was|were) (?:been )?(?:wiped|knocked|shaved|sliced|chopped|added) )?"
    r"(?:(?P<off>off|from)|(?P<to>to)) (?P<whose>(?:[\w&’'-]+ ){0,4}?)"
    r"(?:market (?:capitali[sz]ation|cap|value|worth)|(?:stock ?market )?valuation"
    r"|capitali[sz]ation|(?:stock ?market )value|value|worth)\b(?P<of> of )?"
)
_MOVED_VALUE = regex(
    r"\b(?:(?:wip|eras|shav|slic|chopp?|slash|tak|knock|trimm?|cutt?|strip|stripp|lopp?|shedd?"
    r"|remov)(?:e[ds]?|ing|en|s)?|took|cut|shed|add(?:s|ed|ing)?)"
    rf" (?:an? |another |a further )?{ABOUT}\W?$"
)


def _of_market_value(site: Site) -> str:
    """By how much all shares together are worth less, or more, than they were."""
    moved = _FROM_VALUE.match(site.behind)
    is_passive = moved is not None and moved[0].split()[0] in {"was", "were", "has", "had", "have"}
    if moved is None or not (is_passive or _MOVED_VALUE.search(site.before)):
        return ""
    whose = site.behind[moved.end() :].lower().removeprefix("the ")
    if moved["of"] and not whose.startswith((*site.names, "company", "group")):
        return ""  # the value of its stores
    return "Rise in market value" if moved["to"] else "Fall in market value"


# Were down | 7% | at | 212p | in early trading
_DOWN_AT = regex(r",? (?:at|to) \W?[A-Z]{0,3}[0-9]")
_WERE_DOWN = regex(
    rf"{SHARES}[^;]*\b(?:was|were|is|are|stood|traded?|trading|changed hands|opened)"
    rf" (?:up|down) {ABOUT}$"
)
_TRADED_AT = regex(
    rf"{SHARES}[^;]*\b(?:up|down|lower|higher)\b[^;,]*?[0-9.]+ ?(?:%|per ?cent)"
    r"(?: lower| higher| up| down)?,? (?:at|to) $"
)

# Shares in Corvane, which floated at | 190p | in 2019 and sank below | 60p |, rose 7%
_FLOATED = regex(
    r"\b(?:floated|listed|went public|debuted|came to (?:the )?market|(?:was|were) floated"
    rf"|made (?:its|their) (?:[a-z-]+ )?debut)\b[^,;.0-9]{{0,40}}\bat {ABOUT}\W?$"
)
_WHICH = rf"{SHARES}[^;.,]*, which (?:[^,;]|(?<=[0-9]),(?=[0-9]))*\b"
_AS = r"(?: as (?P<far>low|high) as| to| below| under| at| above| past)"
_SANK = regex(
    rf"{_WHICH}(?:(?P<low>{FELL}|dipped|crashed|collapsed|bottomed out|hit a low)"
    rf"|{ROSE}|peaked|climbed|hit a (?:peak|high))"
    rf"(?:{_AS}| of) {ABOUT}\W?$"
)
_ONCE = regex(r" (?:when|as|after|during|in|at|amid|before)\b")
_SUM = regex(r"[mb]n?$|[mb]illion$|trillion$", re.IGNORECASE)


def by_share_price(site: Site) -> Guess[str] | None:
    """What shares cost, or how far they moved, by the words in which their closing is told."""
    if _of_a_measure(site):
        return None
    name = _of_move(site) if site.is_share else ""
    if site.is_money:
        name = _of_market_value(site) or _of_price(site)
    return Guess(name) if name else None


# Revenue finished | 5% | lower at | £40m
_FINISHED = regex(rf"\b(?P<what>[\w-]+) {_CLOSING}(?: [^;,]*(?:higher|lower|up|down) at)? \W?$")
_OF_SHARES = frozenset("share shares price prices".split())


def _of_a_measure(site: Site) -> bool:
    """Whether what closed so far from where it was is a measure, and no share."""
    found = _FINISHED.search(site.before)
    return found is not None and found["what"].lower() in METRICS - _OF_SHARES


def _once(site: Site) -> str:
    """What shares cost once, as an aside tells: at their flotation, at their lowest."""
    if _FLOATED.search(site.before):
        return "Flotation price"
    sank = _SANK.search(site.before)
    if sank is None or not _ONCE.match(site.behind):
        return ""
    return f"Share price {'low' if sank['low'] else 'high'}"


# Giving the company a market value of | $2.6bn
_GAVE_VALUE = regex(
    r"\b(?:giv(?:es?|ing)|gave|put(?:s|ting)?) (?:(?!\ban?\b)[\w&’'-]+ ){1,4}an?"
    r" (?:total |combined |current )?(?P<what>(?:stock ?market |equity |enterprise |market )?"
    rf"(?:value|valuation|capitali[sz]ation)) of {ABOUT}\W?$"
)


def _of_price(site: Site) -> str:
    if (gave := _GAVE_VALUE.search(site.before)) is not None:
        return "Market value" if gave["what"] == "value" else gave["what"].capitalize()
    if not _SUM.search(site.figure.text) and (told := _once(site)):
        return told
    if (far := _AS_FAR_AS.search(site.before)) is not None:
        return f"Share price, intraday {'low' if far['low'] else 'high'}"
    if any(one.search(site.before) for one in (_CLOSED_AT, _SHARES_CLOSED, _TRADED_AT)):
        return "Share price"
    if _CLOSED_UP.search(site.before) and _AT_LEVEL.match(site.behind):
        return "Share price change"
    return "Share price" if _CLOSE_BEHIND.match(site.behind) else ""


def _of_move(site: Site) -> str:
    if far := _AS_FAR.search(site.before):
        session = _SESSION.match(site.behind)
        when = session["when"] if session else "intraday"
        return f"Share price change, {when} {'low' if far['low'] else 'high'}"
    is_value = _OF_VALUE.match(site.behind) and (_SHED.search(site.before) or _they_moved(site))
    if is_value or (_OFF_SHARES.match(site.behind) and _lost(site)):
        is_fall = site.figure.value > 0 and not _GAINED.search(site.before)
        return "Share price decline" if is_fall else "Share price change"
    if _WERE_DOWN.search(site.before) and _DOWN_AT.match(site.behind):
        return "Share price change"
    is_closed = _CLOSED.search(site.before) and _HIGHER_AT.match(site.behind)
    if is_closed or _CLOSED_BY.search(site.before):
        is_second = _WENT_AS_FAR.search(site.before) is not None
        return "Share price change at close" if is_second else "Share price change"
    return ""


_GAINED = regex(rf"\b(?:{ROSE}|put on) {ABOUT}$")


def _they_moved(site: Site) -> bool:
    """Whether a pronoun takes up shares of which the sentence before speaks."""
    is_of_shares = _SPOKE_OF_SHARES.search(site.earlier) is not None
    return is_of_shares and _THEY_MOVED.search(site.before) is not None


def _lost(site: Site) -> bool:
    """Whether a share, taken off shares, is told by an active or a passive verb."""
    is_passive = site.behind.split(" off ")[0].endswith("ed")
    return is_passive or _WIPED.search(site.before) is not None
