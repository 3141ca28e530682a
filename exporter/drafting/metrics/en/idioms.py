"""English words that settle a name at once."""

import re

from exporter.drafting.exactness import ABOUT, about_or
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.phrases import is_name, lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import OPEN, Site, of_other
from exporter.drafting.metrics.en.stakes import STAKE, stake_in
from exporter.drafting.metrics.en.subjects import subject_of_verb
from exporter.drafting.metrics.en.words import (
    ARTICLES,
    BASIS_OF_EARNED,
    DOWN,
    PREPOSITIONS,
    SPELLED_EBITDA,
    UP,
)
from exporter.drafting.model import Guess
from exporter.drafting.periods.debt_beside import TRAILING
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE

_ROUND = regex(
    r"\W+(?:(?:in|from|through|via|as|a|an|its|of|fresh|new|the) )*(?:(series [a-h]\d?|seed"
    r"|pre-seed|angel|bridge"
    r"|growth|venture|equity|debt|first)[ -]?(?:funding|financing|investment)? ?(?:round|funding"
    r"|financing))"
    r"|\W+(?:(?:in|from|through|via|as|a|an|its|of|fresh|new|the) )*(series [a-h]\d?)\b",
    re.IGNORECASE,
)


# Within a sentence, whose figures and dates have points, too: Sept. 30.
_NEAR = r"(?:[^.;]|\.(?= ?\d))"
# What one share may cost; a sum with a magnitude is no price.
_SMALL = r"(?! ?(?:[mb]n?|million|billion|trillion)\b)"


_IDIOMS = (
    (
        rf"(?:dividend|payout|distribution)s?\b{_NEAR}{{0,60}}$",
        r"\W*(?:a|per|each) (?:ordinary |common )?(?:share|unit)",
        "Dividend per share",
    ),
    (
        rf"(?:earnings|eps|earned|profit|income)\b{_NEAR}{{0,90}}$",
        r"\W*(?:a|per|each) (?:basic and diluted |(?:fully )?(?P<kind>diluted|basic) )?share",
        "Earnings per share",
    ),
    (
        rf"\bloss\b{_NEAR}{{0,60}}$",
        r"\W*(?:a|per|each) (?:basic and diluted |(?:fully )?(?P<kind>diluted|basic) )?share",
        "Loss per share",
    ),
    (
        rf"(?:offer(?:ing|ed|s)?|paying|bid|bidding|buyout|takeover|deal)\b{_NEAR}{{0,60}}$",
        r"\W*(?:a|per) share",
        "Offer price per share",
    ),
    (
        (
            r"\b(?:interim|first|quarterly) (?:dividend|payment|distribution|payout)\b[^.;]{0,40}"
            r"\b(?:this|that|it|which) (?:makes|brings|gives|takes|made|brought|gave|took)"
            r"(?: (?:a|the) total(?: payout| dividend)?)?(?: to| of)? $"
        ),
        r"",
        "Total dividend",
    ),
    (r"\b(?:price target|target price|pt)(?: \w+){0,8} $", r"", "Target price"),
    (
        (
            r"(?:price targets?|target prices?)\b(?:(?! close|under|below|above"
            r"| (?:forecast|estimate|earnings|profit|revenue|sales|eps)s?\b)[^.;]|\.(?=\d))"
            r"{0,70}\b(?:to|from|of|at) $"
        ),
        r"",
        "Target price",
    ),
    (r"\b(?:his|her|its|the|a|an) target (?:price )?(?:of|at|to|from) $", _SMALL, "Target price"),
    (r"\b(?:last|closing|previous) (?:close|price) of $", r"", "Closing price"),
    (
        (
            rf"\b(?:ipo|initial public offering|flotation|listing)\b{_NEAR}{{0,50}}\b(?:raised?"
            rf"|raising|raises) {ABOUT}$"
        ),
        r"",
        "IPO proceeds",
    ),
    (
        rf"\b(?:rais|secur|clos|attract)\w+ {ABOUT}$",
        r"\W*(?:in|of|through|from)? ?(?:an? )?(?:ipo|initial public offering|listing)",
        "IPO proceeds",
    ),
    (
        rf"\b(?:floated|listed|went public|(?:was|were) floated)\b{_NEAR}{{0,40}}\b(?:at|for) $",
        r" (?:a|per|each|apiece)\b(?: share)?",
        "Flotation price",
    ),
    (r"", r" (?:of|in) (?:free cash flow)", "Free cash flow"),
    (r"", r" (?:of assets )?under management", "Assets under management"),
    (rf", at {ABOUT}$", r" (?:each|apiece)\b", "Price"),
    (r"\bon sale (?:\w+ ){0,6}$|\bpriced? (?:\w+ ){0,3}(?:at|from) $|\bstarts at $", r"", "Price"),
)


_MULTIPLE = regex(
    r"\W*(?:times|x)? ?(?:(?:its|the|our|annual|annuali[sz]ed|adjusted|underlying|core"
    r"|operating|recurring|estimated"
    rf"|trailing|last-twelve-months|{TRAILING}"
    r"|this year['’]s|next year['’]s|last year['’]s|historic|expected|forecast|projected"
    r"|(?:20|FY)\d\dE?) )*"
    rf"({SPELLED_EBITDA}"
    r"|(?:forward |trailing |prospective |tangible |net )?(?:EV/[A-Z]\w+|P/[EB]|price[- ]to[- ]"
    r"(?:earnings|book)|earnings|book value|book"
    r"|sales|EBITDA|ebitda|revenue|assets?|free cash flow))\b"
)


def by_idiom(site: Site) -> Guess[str] | None:
    """A name that a few words beside the figure settle."""
    if site.is_money:
        if (done := _done_with(site)) is not None:
            return done
        name = _name_of_money(site) or _behind_rate(site)
        return Guess(name) if name else None
    if site.figure.dimension == MULTIPLE and (multiple := _multiple(site)) is not None:
        return multiple
    if site.tokens[site.at].lower in UP | DOWN and site.next() not in {"the", "what", "that"}:
        subject, _ = subject_of_verb(site.tokens, site.at, site.names)
        return Guess(name_of_change(subject, site)) if subject else None
    return _idiom_of_share(site) if site.is_share else None


_DONE_WITH = regex(r" (paid for|paid to|spent on|invested in)\b")
_DONE_NAMES = {
    "paid for": "Price paid for", "paid to": "Payment to", "spent on": "Spending on",
    "invested in": "Investment in",
}  # fmt: skip
_THE_SUM = regex(rf"\b(?:the|that) {ABOUT}$")


def _done_with(site: Site) -> Guess[str] | None:
    """What was done with a sum that is known: reflects the | $36 million | paid for Orlo."""
    found = _DONE_WITH.match(site.behind)
    if found is None or _THE_SUM.search(site.before) is None:
        return None
    words = words_right(site.tokens, site.at + 3)
    end = next((n for n, one in enumerate(words) if one.lower in PREPOSITIONS), len(words))
    said = " ".join(one.text for one in words[:end] if one.lower not in ARTICLES)
    return Guess(f"{_DONE_NAMES[found[1]]} {said}") if said else None


_RATIO = regex(
    r"\bratio of ((?:(?:net|gross|total|adjusted) )*[a-z]+) to ((?:[a-z]+ )?(?:[A-Z]+|[a-z]+))\b"
    r"[^.;0-9]{0,40}$"
)


def _multiple(site: Site) -> Guess[str] | None:
    """At so many times what: 14 times | forward earnings, net debt at 2.1 times | EBITDA."""
    if (ratio := _RATIO.search(site.before)) is not None:
        return Guess(sentence_case([f"{ratio[1]} to {ratio[2]}"]))
    if (times := _MULTIPLE.match(site.behind)) is not None:
        clause = site.before[_last_clause(site.before) :]
        debt = _DEBT.search(clause) or _DEBT.search(site.before) or _TAKING.search(site.before)
        owed = (debt[1] or debt[debt.re.groups]).lower() if debt else ""
        earned = "EBITDA" if " before " in times[1] else times[1]
        over = re.sub(r"^(?:trailing|forward) ", "", earned)
        basis = _BASIS_OF_EARNED.search(times[0][: times.start(1)]) if debt else None
        over = f"{basis[0]} {over}" if basis and _EARNED.fullmatch(over) else over
        named = f"{owed} to {over}" if owed else f"{earned} multiple"
        return Guess(sentence_case([named]))
    if _COVENANT.search(site.before) and (last := site.last) and last.dimension == MULTIPLE:
        return Guess(f"{of_other(site, last).value} covenant")
    is_bare = site.at > 0 and site.tokens[site.at - 1].lower in {"at", "on"}
    if is_bare and (names := levels_before(site)):
        return Guess(names[0])
    return Guess("Price-earnings ratio", OPEN) if _TRADES.search(site.before) else None


def _last_clause(text: str) -> int:
    """Where the last clause of some text begins: cash rose to 142, and | net debt fell to."""
    return max((found.end() for found in _CLAUSES.finditer(text)), default=0)


_CLAUSES = regex(r"(?:;|, (?:and|but|while|whereas|although|though|as)) ")


def _idiom_of_share(site: Site) -> Guess[str] | None:
    if _NOTES.match(site.behind):
        return Guess("Coupon")
    if (close := _CLOSE.match(site.behind)) is not None:
        return Guess("Discount" if close[1] == "below" else "Premium")
    if site.next() == "effective":
        where = words_right(site.tokens, site.at + 3) if site.next(2) == "in" else []
        return Guess(f"Efficacy in {lowered(phrase_of(where), site.text)}" if where else "Efficacy")
    found = STAKE.match(site.behind)
    return Guess(stake_in(site, found)) if found else None


# Net debt was 3 times ebitda, against a covenant of | 3.5 times
_COVENANT = regex(
    r"\b(?:against|versus|within|below|under|with|and) (?:an?|the|its|their) (?:[a-z-]+ )?"
    r"(?:covenant|limit|ceiling)"
    rf"(?: level| limit)? of {ABOUT}$"
)
_TRADES = regex(rf"\b(?:chang\w+ hands|trad\w+|priced|valued)(?: \w+)? (?:at|on) {ABOUT}$")
_DEBT = regex(
    rf"\b((?:(?:net|total|gross) )?(?:debt|borrowings|leverage|cash))\b{_NEAR}*$", re.IGNORECASE
)
_BASIS_OF_EARNED = regex(rf"\b{BASIS_OF_EARNED}(?: {BASIS_OF_EARNED})*\b")
_EARNED = regex("EBITDAR?|earnings", re.IGNORECASE)
# Net debt climbed to 6.9 billion, taking it to | 2.7 times annual EBITDA
_TAKING = regex(
    r"\b((?:net )?(?:debt|borrowings))\b[^;.]*(?:\.[0-9][^;.]*)*,? (?:taking|bringing|pushing"
    r"|leaving|lifting|cutting|or|equal to|equivalent to|putting|representing|corresponding to"
    r"|that is,?|i\.e\.,?|meaning|equalling)(?: (?:it|that|this))?"
    rf"(?: (?:to|at|down to|up to))? ?{ABOUT}$"
    # Net debt of $517 million at quarter-end (| 1.9x | adjusted EBITDA)
    r"|\b((?:net |total |gross )?(?:debt|borrowings))\b[^;(]*[0-9][^;(]*(?:\(|, )"
    r"(?:or |i\.e\.,? )?$",
    re.IGNORECASE,
)
_CLOSE = regex(r" (above|over|below) (?:[\w'’-]+ ){0,5}(?:close|closing|price)\b")
_NOTES = regex(r"\W+(?!of )(?:[\w.-]+ ){0,4}(?:notes|bonds|debentures)\b")
_BURNT = regex(rf"\bburn\w*(?: through)? {ABOUT}$")
_BUYING = regex(
    rf"\b(?:bought|buy|buying|buys|repurchas\w+|retir\w+)(?: back)? {about_or('another')}$"
)


_YEARLY = regex(
    r"(?: (?:a|per|each) (?:year|month|week|quarter|day)| annually| more| extra)? (?:in|of) "
)
_IN_FULL = regex(r" of (?:the|its|their|an?) $")


def _behind_rate(site: Site) -> str:
    """The noun behind a sum for a time: 40 million | a year in royalties; or behind a part of it.

    Has delivered 17m of the | 40m of savings.
    """
    tokens, at = site.tokens, site.at + 1
    found = _YEARLY.match(site.behind)
    if found is not None and (site.figure.per or not found[0].startswith((" in", " of"))):
        begin = tokens[site.at].end + found.end()
        at = next((n for n, one in enumerate(tokens) if one.start >= begin), len(tokens))
    elif _IN_FULL.search(site.before) and site.number and site.next() == "of":
        at = site.at + 2
    elif _OF_FIGURE.match(site.behind) and site.number + 1 < len(site.figures):
        last = site.figures[site.number + 1]
        at = next((n + 1 for n, one in enumerate(tokens) if one.end == last.end), len(tokens))
        if at >= len(tokens) or tokens[at].lower not in {"of", "in"}:
            return ""
        at += 1
    else:
        return ""
    words = words_right(tokens, at)
    whom = next((n for n, one in enumerate(words) if one.lower in _WHO), len(words))
    words = words[:whom]
    is_open = not words or words[0].kind == "date" or is_name(words, site.names)
    return "" if is_open else phrase_of(words, site.names)


_WHO = frozenset("we it they he she you i".split())
_OF_FIGURE = regex(r" of (?:the|its|their|an?) (?=\S*\d)")


_LARGE = regex(r"(?:[mb]n|million|billion|trillion|crore)\b", re.IGNORECASE)
_AIMED_AT = regex(
    r" (?:of|in) (?:annual |yearly |total )?((?:[a-z-]+ ){0,2}?[a-z-]+)"
    r"(?=[,.;]| (?:over|by|in|within|for|this|next|from|before|until|a)\b|$)"
)


def _of_target(site: Site) -> str:
    """A price, or with a magnitude what is aimed at: a target of £500 million | of cost savings."""
    if _LARGE.search(site.figure.text) is None:
        return "Target price"
    aimed = _AIMED_AT.match(site.behind)
    return f"{sentence_case([aimed[1]])} target" if aimed else ""


def _name_of_money(site: Site) -> str:
    left, right = site.before.lower(), site.behind.lower()
    if _BUYING.search(left) and re.match(r"[^.;,]{0,24}\b(?:shares|stock)\b", right):
        return "Share buybacks"
    found = _ROUND.match(site.behind)
    if found:
        name = next(group for group in found.groups() if group)
        name = name[0].upper() + name[1:] if name.lower().startswith("series") else name.lower()
        return f"{sentence_case([name])} funding"
    for before, behind, name in _IDIOMS:
        if re.search(before, left) and (told := re.match(behind, right)):
            if kind := told.groupdict().get("kind"):
                return name.replace(" per ", f" per {kind} ")
            return _of_target(site) if name == "Target price" else name
    if _BURNT.search(left):
        return "Cash burn"
    return "Upfront payment" if site.next() == "upfront" else ""
