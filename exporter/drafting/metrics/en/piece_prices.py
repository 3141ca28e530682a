"""What one piece of a thing sells for, and by how much that changes.

A pint of ale, which sells for an average of | £5.10 |, is likely to go up by | 20p.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.figures.prices_paid import price_paid
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_NO_PIECE = (
    r"(?:share|stake|unit|stock|bond|year|quarter|month|week|day|half|third|lot|number|series|range"
    r"|rise|fall|cut|drop|total|price|cost|fee|charge|profit|loss|dividend|plan|deal|strike|delay)\b"
)
_PIECE = (
    r"(?:^|[.;,:“\"] |\b(?:and|but|that|while) )(?:[Aa]n?|[Oo]ne) "
    rf"(?P<what>(?!{_NO_PIECE})(?:(?:thousand|dozen|hundred) (?:[a-z-]+ ){{0,2}}?)?[a-z][a-z-]*"
    r"(?: (?:of|to|for) (?:the |its )?[\w’'&-]+"
    r"(?: (?!(?:which|that|will|is|was|costs?|sells?|now)\b)[\w’'&-]+){0,4}?)?)"
)
_SELLS = (
    r"(?:(?:sell|retail)s? (?:for|at)|sold (?:for|at)|retailed at|goes for|went for|fetch(?:es)?"
    r"|costs?"
    r"|is priced at|is sold (?:for|at))"
)
_SOLD = regex(
    rf"{_PIECE}(?:, which (?:sells?|sold|fetch)[^;]*?,)?(?P<which>,? (?:which|that))?"
    rf" (?:now |usually |typically |currently |already )?{_SELLS}"
    rf" (?P<mean>an average (?:price )?of )?{ABOUT}[^\w\s]?$"
)
# Choose the full-service version, which sells for | £4,150
_WHICH_SELLS = regex(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?) (?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}), which"
    r" (?:(?:now|usually|typically|currently|still) )?(?:sells? for|costs?|retails? (?:for|at)"
    rf"|goes for|fetch(?:es)?|starts at) {ABOUT}[^\w\s]?$"
)
# Until spodumene fetched | $1,200
_FETCHED = regex(
    r"(?:^|[.;,] |\b(?:until|when|if|once|unless|while|that|as|and|but) )(?:the )?"
    r"(?P<what>(?!it\b|they\b|he\b|she\b)[a-z][a-z-]*(?: [a-z-]+)?) "
    rf"(?:fetch(?:es|ed)?|changes hands (?:for|at)|changed hands (?:for|at)) {ABOUT}[^\w\s]?$",
    re.IGNORECASE,
)
_ON_AVERAGE = regex(r",? on average\b")
_MOVES = (
    r"(?:(?:(?:is|are) (?:likely|expected|set|due|about|going) to|will|would|may|could)"
    r" (?:go|rise|climb|increase|jump)|went|goes|has gone|rose|has risen|is)"
)
_UP = regex(
    rf"{_PIECE}(?:, (?:which|that) [^;]*?,| {_SELLS} [^;]*?,? and)?"
    rf" {_MOVES}(?: up)?(?: by)? {ABOUT}[^\w\s]?$"
)
_LARGE = regex(r"(?:[mb]n?|million|billion|trillion)$", re.IGNORECASE)
_REST = regex(
    r"(?: (?:more|higher)\b|[,.;]|$"
    r"| (?:in|from|next|this|on|by|to|after|before|when|and|as)\b)"
)


def by_piece(site: Site) -> Guess[str] | None:
    """The price of one piece of a thing, or how much that goes up; None elsewhere."""
    if not site.is_money or site.figure.per or _LARGE.search(site.figure.text):
        return None
    own = site.tokens[site.at]
    if paid := price_paid(site.text, own.start, own.end):
        return Guess(f"Price of {paid}")
    sold = _SOLD.search(site.before)
    if sold and (sold["which"] or sold["mean"] or " " in sold["what"]):
        is_mean = sold["mean"] or _ON_AVERAGE.match(site.behind)
        return Guess(f"{'Average price' if is_mean else 'Price'} of {_one(sold['what'])}")
    if which := _WHICH_SELLS.search(site.before):
        return Guess(f"Price of {which['what']}")
    if fetched := _FETCHED.search(site.before):
        return Guess(f"Price of {fetched['what'].lower()}")
    up = _UP.search(site.before) if _REST.match(site.behind) else None
    return Guess(f"Price increase of {_one(up['what'])}") if up else None


def _one(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"
