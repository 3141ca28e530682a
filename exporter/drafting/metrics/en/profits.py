"""Profits and losses as newspapers tell them, beside results.

Loses money: | £3.1m | last year; makes | 11 pence | in operating profit on every pound of sales;
the | £44mn | of profit that analysts have pencilled in.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.wordings import MONEY, Found, rule_of, wording
from exporter.drafting.metrics.en.words import FLOWS


def _lost(found: Found) -> str:
    return "" if found.site.behind.startswith((" on each", " on every")) else "Loss"


def _per_pound(found: Found) -> str:
    of = f" of {found['of']}" if found["of"] else ""
    return sentence_case([f"{found['what']} per {found['unit']}{of}"])


by_profit = rule_of(
    # Has 22 shops and loses money: | £3.1m | last year
    wording(
        MONEY,
        before=rf"\b(?:los(?:es|ing|e)|lost) money(?: again)?(?:[:;,—–]| [—–-]) ?{ABOUT}$",
        name=_lost,
    ),
    # Makes | 11 pence | in operating profit on every pound of sales
    wording(
        MONEY,
        behind=r" (?:in|of) (?P<what>(?:[a-z-]+ ){0,2}(?:profit|cash|earnings|margin)) (?:on|for"
        r"|from|out of) (?:every|each|a) (?P<unit>pound|dollar|euro|yen|rupee)(?: (?:of|in) "
        r"(?P<of>[a-z]+))?",
        name=_per_pound,
    ),
)
by_profit_seen = rule_of(
    # Is comfortable with the | £44mn | of profit that analysts have pencilled in
    wording(
        MONEY,
        before=r"\b(?:the|with|of|to|than|for|at) $",
        behind=rf" (?:of|in) (?P<what>(?:[a-z-]+ ){{0,2}}?(?:{FLOWS}|earnings|income|losses|ebitda"
        r"|EBITDA)) (?:that |which )?(?:(?:most |some )?analysts|the market|the [Cc]ity|investors"
        r"|brokers|economists|[A-Z]\w+(?: [A-Z]\w+)?) (?:had |have |has )?(?:pencill?ed in"
        r"|expects?|expected|forecasts?|predict(?:ed|s)?|look(?:ed)? for)\b",
        name="{what}",
    ),
)
