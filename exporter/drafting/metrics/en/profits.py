"""Profits and losses as newspapers tell them, beside results.

Loses money: | £3.1m | last year; makes | 11 pence | in operating profit on every pound of sales;
the | £44mn | of profit that analysts have pencilled in.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import FLOWS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_profit(site: Site) -> Guess[str] | None:
    """The name of a loss, or of what is made of every pound; None elsewhere."""
    name = (_loss(site) or _per_pound(site)) if site.is_money else ""
    return Guess(name) if name else None


def by_profit_seen(site: Site) -> Guess[str] | None:
    """The name of a profit that others have forecast, told behind the sum; None elsewhere."""
    name = _others_see(site) if site.is_money else ""
    return Guess(name) if name else None


# Has 22 shops and loses money: | £3.1m | last year
_LOSES = regex(rf"\b(?:los(?:es|ing|e)|lost) money(?: again)?(?:[:;,—–]| [—–-]) ?{ABOUT}$")


def _loss(site: Site) -> str:
    """How much a business loses, told behind a colon; not on each of something."""
    is_loss = _LOSES.search(site.before) and not site.behind.startswith((" on each", " on every"))
    return "Loss" if is_loss else ""


# Makes | 11 pence | in operating profit on every pound of sales
_PER_POUND = regex(
    r" (?:in|of) (?P<what>(?:[a-z-]+ ){0,2}(?:profit|cash|earnings|margin)) (?:on|for|from|out of)"
    r" (?:every|each|a) (?P<unit>pound|dollar|euro|yen|rupee)(?: (?:of|in) (?P<of>[a-z]+))?"
)


def _per_pound(site: Site) -> str:
    """What is made of every pound of sales."""
    found = _PER_POUND.match(site.behind)
    if found is None:
        return ""
    of = f" of {found['of']}" if found["of"] else ""
    return sentence_case([f"{found['what']} per {found['unit']}{of}"])


# Is comfortable with the | £44mn | of profit that analysts have pencilled in
_SEEN = regex(
    rf" (?:of|in) (?P<what>(?:[a-z-]+ ){{0,2}}?(?:{FLOWS}|earnings|income|losses|ebitda|EBITDA))"
    r" (?:that |which )?(?:(?:most |some )?analysts|the market|the [Cc]ity|investors|brokers"
    r"|economists|[A-Z]\w+(?: [A-Z]\w+)?) (?:had |have |has )?(?:pencill?ed in|expects?|expected"
    r"|forecasts?|predict(?:ed|s)?|look(?:ed)? for)\b"
)
_PLAIN = regex(r"\b(?:the|with|of|to|than|for|at) $")


def _others_see(site: Site) -> str:
    """What others have forecast, told behind the sum."""
    seen = _SEEN.match(site.behind) if _PLAIN.search(site.before[-8:]) else None
    return sentence_case([seen["what"]]) if seen else ""
