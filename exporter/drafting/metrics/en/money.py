"""English words that settle a name at once, and what is done with money."""

import re

from exporter.drafting.metrics.en.changes import cut_at_preposition, name_of_change, one_of
from exporter.drafting.metrics.en.clauses import Governed
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.shares import _STAKE, stake_in
from exporter.drafting.metrics.en.sites import OPEN, Site
from exporter.drafting.metrics.en.subjects import phrase_right, subject_of_verb, words_right
from exporter.drafting.metrics.en.words import DOWN, SPENT, UP, verb_of
from exporter.drafting.model import Guess
from exporter.facts.units import MULTIPLE

_ROUND = re.compile(
    r"\W+(?:(?:in|from|through|via|as|a|an|its|of|fresh|new|the) )*(?:(series [a-h]\d?|seed"
    r"|pre-seed|angel|bridge"
    r"|growth|venture|equity|debt|first)[ -]?(?:funding|financing|investment)? ?(?:round|funding"
    r"|financing))"
    r"|\W+(?:(?:in|from|through|via|as|a|an|its|of|fresh|new|the) )*(series [a-h]\d?)\b",
    re.IGNORECASE,
)


_IDIOMS = (
    (
        r"(?:dividend|payout|distribution)s?\b[^.;]{0,60}$",
        r"\W*(?:a|per|each) (?:ordinary |common )?(?:share|unit)",
        "Dividend per share",
    ),
    (
        r"(?:earnings|eps|earned|profit|income)\b[^.;]{0,60}$",
        r"\W*(?:a|per|each) (?:diluted |basic )?share",
        "Earnings per share",
    ),
    (r"\bloss\b[^.;]{0,60}$", r"\W*(?:a|per) (?:diluted |basic )?share", "Loss per share"),
    (
        r"(?:offer(?:ing|ed|s)?|paying|bid|bidding|buyout|takeover|deal)\b[^.;]{0,60}$",
        r"\W*(?:a|per) share",
        "Offer price per share",
    ),
    (r"(?:price target|target price|pt)(?: \w+){0,8} $", r"", "Target price"),
    (r"(?:price targets?|target prices?)\b[^.;]{0,70}\b(?:to|from|of|at) $", r"", "Target price"),
    (
        (
            r"\b(?:ipo|initial public offering|flotation|listing)\b[^.;]{0,50}\b(?:raised?"
            r"|raising|raises) (?:about |up to |some |around )?$"
        ),
        r"",
        "IPO proceeds",
    ),
    (
        (
            r"\b(?:rais|secur|clos|attract)\w+ (?:about |up to |some |around |over "
            r"|more than |nearly )?$"
        ),
        r"\W*(?:in|of|through|from)? ?(?:an? )?(?:ipo|initial public offering|listing)",
        "IPO proceeds",
    ),
    (r"", r" (?:of|in) (?:free cash flow)", "Free cash flow"),
    (r"\bon sale (?:\w+ ){0,6}$|\bpriced? (?:\w+ ){0,3}(?:at|from) $|\bstarts at $", r"", "Price"),
)


_MULTIPLE = re.compile(
    r"\W*(?:times|x)? ?(?:its |the |forward |trailing |prospective |estimated "
    r"|20\d\d )*(EV/[A-Z]\w+|P/[EB]|price[- ]to[- ](?:earnings|book)|earnings|book value|book"
    r"|sales|EBITDA|revenue)\b"
)


def by_idiom(site: Site) -> Guess[str] | None:
    """A name that a few words beside the figure settle."""
    if site.is_money:
        name = _name_of_money(site)
        return Guess(name) if name else None
    if site.figure.dimension == MULTIPLE and (times := _MULTIPLE.match(site.right)):
        debt = _DEBT.search(site.left)
        if debt:
            return Guess(f"{sentence_case([debt[1].lower()])} to {times[1]}")
        return Guess(f"{sentence_case([times[1]])} multiple")
    if site.tokens[site.at].lower in UP | DOWN:
        subject, _ = subject_of_verb(site.tokens, site.at, site.names)
        return Guess(name_of_change(subject, site)) if subject else None
    if site.is_share and _NOTES.match(site.right):
        return Guess("Coupon")
    if site.is_share and (close := _CLOSE.match(site.right)):
        return Guess("Discount" if close[1] == "below" else "Premium")
    found = _STAKE.match(site.right) if site.is_share else None
    return Guess(stake_in(site, found)) if found else None


_DEBT = re.compile(r"\b((?:net )?(?:debt|borrowings|leverage))\b[^.;]*$", re.IGNORECASE)
_CLOSE = re.compile(r" (above|over|below) (?:[\w'’-]+ ){0,5}(?:close|closing|price)\b")
_NOTES = re.compile(r"\W+(?:[\w.-]+ ){0,4}(?:notes|bonds|debentures)\b")
_BUYING = re.compile(
    r"\b(?:bought|buy|buying|buys|repurchas\w+|retir\w+)(?: back)?"
    r"(?: (?:up to|about|some|another|around))? $"
)


def _name_of_money(site: Site) -> str:
    left, right = site.left.lower(), site.right.lower()
    if _BUYING.search(left) and re.match(r"[^.;,]{0,24}\b(?:shares|stock)\b", right):
        return "Share buybacks"
    found = _ROUND.match(site.right)
    if found:
        name = next(group for group in found.groups() if group)
        name = name[0].upper() + name[1:] if name.lower().startswith("series") else name.lower()
        return f"{sentence_case([name])} funding"
    for before, behind, name in _IDIOMS:
        if re.search(before, left) and re.match(behind, right):
            return name
    return "Upfront payment" if site.next() == "upfront" else ""


def by_spending(site: Site, found: Governed) -> Guess[str] | None:
    """Of money what was done with it: invested | 5 billion yuan | in a battery plant."""
    verb = verb_of(site.tokens[found.verb].lower)
    if not site.is_money:
        return None
    if site.next() in {"remains", "remained"} and site.tokens[site.at - 1].text == ",":
        return Guess("Amount remaining", OPEN)
    if found.prep == "for" and (verb in _TRADED or _PURCHASE.search(site.left)):
        return Guess(_TRADED.get(verb, "Purchase price"))
    if verb in SPENT and found.linked >= 0 and site.next() in {"in", "of"}:
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    is_other = found.prep in {"to", "by"} or (found.words and verb not in _WITH_OBJECT)
    if verb not in SPENT or found.linked >= 0 or is_other:
        return None
    if verb in {"worth", "value"}:
        return Guess(_value(site, found))
    is_level = found.prep in {"at", "from"} and verb not in {"price", "sell", "charge"}
    return None if is_level else Guess(_spending(site, found, verb))


_PURCHASE = re.compile(r"\b(?:acqui\w+|purchase|takeover|buyout) of\b[^;]*$", re.IGNORECASE)
# Between these and a sum may stand who is paid, or what is bought.
_WITH_OBJECT = frozenset(
    "cost price value sell buy acquire set fine pay award charge lend grant".split()
)
# What a sum is of stands behind these: generated $3bn | of free cash flow.
_NAMED_BEHIND = frozenset(
    "generate earn make receive raise book collect owe save secure netted".split()
)


def _value(site: Site, found: Governed) -> str:
    subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
    if not subject or found.words:
        return "Valuation"
    return f"{one_of(cut_at_preposition(subject)[0])} value"


def _spending(site: Site, found: Governed, verb: str) -> str:
    name, *preps = SPENT[verb]
    behind = phrase_right(site.tokens, site.at + 2, site.names)
    if site.next() in {"in", "of"} and behind and verb in _NAMED_BEHIND:
        return behind
    at = site.at + 1
    while at < len(site.tokens) and site.tokens[at].kind == "date":
        at += 1
    if at + 1 < len(site.tokens) and site.tokens[at].lower in preps:
        words = [token for token in words_right(site.tokens, at + 1)[:5] if token.kind == "word"]
        prep = site.tokens[at].lower.replace("into", "in")
        if what := lowered(phrase_of(words)):
            return f"{name} {prep} {what}"
    if name in {"Price", "Cost"}:
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        return f"{subject} {name.lower()}" if subject else name
    return name


_TRADED = {"buy": "Purchase price", "acquire": "Purchase price", "sell": "Sale price"}
