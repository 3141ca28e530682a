"""English words that settle a name at once, and what is done with money."""

import re

from exporter.drafting.metrics.en.changes import cut_at_preposition, name_of_change, one_of
from exporter.drafting.metrics.en.clauses import (
    Governed,
    phrase_right,
    subject_of_verb,
    words_right,
)
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.shares import _STAKE, stake_in
from exporter.drafting.metrics.en.sites import OPEN, Site
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
    (r"(?:dividend|payout|distribution)s?\b[^.;]{0,60}$",
    r"\W*(?:a|per|each) (?:ordinary |common )?(?:share|unit)", "Dividend per share"),
    (r"(?:earnings|eps|earned|profit|income)\b[^.;]{0,60}$",
    r"\W*(?:a|per|each) (?:diluted |basic )?share", "Earnings per share"),
    (r"\bloss\b[^.;]{0,60}$", r"\W*(?:a|per) (?:diluted |basic )?share", "Loss per share"),
    (r"(?:offer(?:ing|ed|s)?|bid|bidding|buyout|takeover|deal)\b[^.;]{0,60}$", r"\W*(?:a|per) share",
    "Offer price per share"),
    (r"(?:price target|target price|pt)(?: \w+){0,8} $", r"", "Target price"),
    (r"(?:price targets?|target prices?)\b[^.;]{0,70}\b(?:to|from|of|at) $", r"", "Target price"),
    (
        r"\b(?:ipo|initial public offering|flotation|listing)\b[^.;]{0,50}\b(?:raised?|raising"
        r"|raises) (?:about |up to |some |around )?$", r"", "IPO proceeds"),
    (r"\b(?:rais|secur|clos|attract)\w+ (?:about |up to |some |around |over |more than |nearly )?$",
    r"\W*(?:in|of|through|from)? ?(?:an? )?(?:ipo|initial public offering|listing)", "IPO proceeds"),
    (r"", r" (?:of|in) (?:free cash flow)", "Free cash flow"),
    (r"\bon sale (?:\w+ ){0,6}$|\bpriced? (?:\w+ ){0,3}(?:at|from) $|\bstarts at $", r"", "Price"),
)  # fmt: skip


_MULTIPLE = re.compile(
    r"\W*(?:times|x)? ?(?:its |the |forward |trailing |prospective |estimated "
    r"|20\d\d )*(EV/[A-Z]\w+|P/[EB]|price[- ]to[- ](?:earnings|book)|earnings|book value|book"
    r"|sales|EBITDA|revenue)\b"
)


def by_idiom(site: Site) -> Guess[str] | None:
    if site.figure.dimension == MULTIPLE and (times := _MULTIPLE.match(site.right)):
        debt = re.search(
            r"\b((?:net )?(?:debt|borrowings|leverage))\b[^.;]*$", site.left, re.IGNORECASE
        )
        if debt:
            return Guess(f"{sentence_case([debt[1].lower()])} to {times[1]}")
        return Guess(f"{sentence_case([times[1]])} multiple")
    left, right = site.left.lower(), site.right.lower()
    if site.is_money:
        if re.search(
            r"\b(?:bought|buy|buying|buys|repurchas\w+|retir\w+)(?: back)?(?: (?:up to|about|some"
            r"|another|around))? $",
            left,
        ) and re.match(r"[^.;,]{0,24}\b(?:shares|stock)\b", right):
            return Guess("Share buybacks")
        found = _ROUND.match(site.right)
        if found:
            name = next(group for group in found.groups() if group)
            name = name[0].upper() + name[1:] if name.lower().startswith("series") else name.lower()
            return Guess(f"{sentence_case([name])} funding")
        for before, behind, name in _IDIOMS:
            if re.search(before, left) and re.match(behind, right):
                return Guess(name)
    if site.is_money and site.next() == "upfront":
        return Guess("Upfront payment")
    if site.tokens[site.at].lower in UP | DOWN:
        subject, _ = subject_of_verb(site.tokens, site.at, site.names)
        return Guess(name_of_change(subject, site)) if subject else None
    if site.is_share and re.match(r"\W+(?:[\w.-]+ ){0,4}(?:notes|bonds|debentures)\b", site.right):
        return Guess("Coupon")
    if site.is_share and (found := _STAKE.match(site.right)):
        return Guess(stake_in(site, found))
    return None


def by_spending(site: Site, found: Governed) -> Guess[str] | None:
    """Of money what was done with it: invested | 5 billion yuan | in a battery plant."""
    verb = verb_of(site.tokens[found.verb].lower)
    if (
        site.is_money
        and site.next() in {"remains", "remained"}
        and site.tokens[site.at - 1].text == ","
    ):
        return Guess("Amount remaining", OPEN)
    if site.is_money and found.prep == "for":
        if verb in _TRADED:
            return Guess(_TRADED[verb])
        if re.search(
            r"\b(?:acqui\w+|purchase|takeover|buyout) of\b[^;]*$", site.left, re.IGNORECASE
        ):
            return Guess("Purchase price")
    if found.linked >= 0 and site.is_money and verb in SPENT and site.next() in {"in", "of"}:
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    if not site.is_money or verb not in SPENT or found.prep in {"to", "by"} or found.linked >= 0:
        return None
    if found.words and verb not in {
        "cost",
        "price",
        "value",
        "sell",
        "buy",
        "acquire",
        "set",
        "fine",
        "pay",
        "award",
        "charge",
    }:
        return None
    name, *preps = SPENT[verb]
    if verb == "worth" or verb == "value":
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        return Guess(
            f"{one_of(cut_at_preposition(subject)[0])} value"
            if subject and not found.words
            else "Valuation"
        )
    if found.prep in {"at", "from"} and verb not in {"price", "sell", "charge"}:
        return None
    if (
        site.next() in {"in", "of"}
        and phrase_right(site.tokens, site.at + 2, site.names)
        and verb
        in {
            "generate",
            "earn",
            "make",
            "receive",
            "raise",
            "book",
            "collect",
            "owe",
            "save",
            "secure",
            "net",
        }
    ):
        return Guess(phrase_right(site.tokens, site.at + 2, site.names))
    at = site.at + 1
    while at < len(site.tokens) and site.tokens[at].kind == "date":
        at += 1
    if at + 1 < len(site.tokens) and site.tokens[at].lower in preps:
        words = [token for token in words_right(site.tokens, at + 1)[:5] if token.kind == "word"]
        what = lowered(phrase_of(words)) if words else ""
        if what:
            return Guess(
                f"{name} {site.tokens[at].lower if site.tokens[at].lower != 'into' else 'in'} "
                f"{what}"
            )
    if name == "Price" or name == "Cost":
        subject, _ = subject_of_verb(site.tokens, found.verb, site.names)
        return Guess(f"{subject} {name.lower()}" if subject else name)
    return Guess(name)


_TRADED = {"buy": "Purchase price", "acquire": "Purchase price", "sell": "Sale price"}
