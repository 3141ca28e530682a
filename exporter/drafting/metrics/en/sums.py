"""Sums of English text whose noun stands behind "in", and what is paid at a cost of so much."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.counted import things_of
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import phrase_right, words_right
from exporter.drafting.metrics.en.sites import Site, of_other, sure_of
from exporter.drafting.metrics.en.words import ARTICLES, HEDGES, METRICS, PREPOSITIONS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

# What sums are of: 410 million | in cash, 80 million | in annual cost savings.
_OF_SUMS = METRICS | frozenset(
    "cash savings saving fines damages grants subsidies aid compensation severance liquidity "
    "financing "
    "synergies bonuses bonds notes interest contracts claims donations royalties rebates credits "
    "incentives penalties receivables payables funds securities proceeds refunds repurchases "
    "buybacks "
    "commitments contributions advances remittances bids guarantees receipts stimulus overheads "
    "expenses investments writedowns write-downs impairments".split()
)
_PAID = regex(
    r"\b(?:pa(?:y|id|ys|ying)|acquir\w+|b(?:uy|ought|uying)|sold|sell\w*|swap\w*|cash|worth|offer\w*|deal"
    r"|bid)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_MEANS = frozenset("cash stock shares".split())
_IN = regex(r" (?:(?:a|per|each) (?:year|month|quarter|week) |annually |more )?in (?=[a-z])")


def by_sum_in(site: Site) -> Guess[str] | None:
    """The noun behind a sum: with 2.1 billion | in cash and liquid funds."""
    found = _IN.match(site.behind) if site.is_money else None
    if found is None:
        return None
    begin = site.tokens[site.at].end + found.end()
    at = next((n for n, one in enumerate(site.tokens) if one.start >= begin), len(site.tokens))
    words = words_right(site.tokens, at)
    end = next(
        (n for n, one in enumerate(words) if n and one.lower in PREPOSITIONS | ARTICLES), len(words)
    )
    head = words[end - 1].lower if words[:end] else ""
    is_means = words[0].lower in _MEANS and _PAID.search(site.before) if words else False
    if (head not in _OF_SUMS and not (words and words[0].lower == "cash")) or is_means:
        return None
    name = phrase_of(words[:end], site.names)
    return Guess(name) if name else None


# Generated 60 million of operating cash flow and | 49 million | of free cash flow
_OF = regex(r" of (?!(?:the|its|their|our|this|that|these|those|which|it|them)\b)(?=[a-z])")
_AND_ALSO = regex(rf" of (?:[^,;.0-9]|\.(?=\d))+,? and (?:another |a further )?{ABOUT}")


def by_sum_beside(site: Site) -> Guess[str] | None:
    """The noun behind the second of two sums that each have one of their own."""
    before = site.last
    found = _OF.match(site.behind) if site.is_money else None
    if before is None or found is None or before.dimension != site.figure.dimension:
        return None
    if not _AND_ALSO.fullmatch(site.since(before)):
        return None
    name = phrase_right(site.tokens, site.at + 2, site.names)
    return Guess(name) if name else None


_WITH_THEM = regex(
    r" with (?:an? )?(?P<what>(?:combined|aggregate|collective|total|joint) [a-z][^,;.0-9]{2,60}?)"
    rf" of {ABOUT}"
)


def by_sum_of_things(site: Site) -> Guess[str] | None:
    """A sum of things counted before it: | four | acquisitions with combined revenues of | $38m."""
    last = site.last
    things = things_of(last) if site.is_money else ""
    if last is None or not things:
        return None
    begin = site.text.find(things, last.start)
    found = _WITH_THEM.fullmatch(site.text, begin + len(things), site.tokens[site.at].start)
    name = lowered(sure_of(site, last) or things) if found and begin >= 0 else ""
    return Guess(sentence_case([f"{found['what']} of {name}"])) if found and name else None


_COST = regex(
    r"\bat (?:an? |the )?((?:(?:total|estimated|combined|projected|initial|capital|net|annual"
    r"|additional"
    rf"|expected|one-off) )*(?:cost|price|expense|investment)) of {ABOUT}$"
)


def by_cost_of(site: Site) -> Guess[str] | None:
    """What something costs: plans to open 120 clinics | at a cost of | 260 million."""
    found = _COST.search(site.before) if site.is_money else None
    if found is None or site.figure.per:
        return None
    at = next((n for n, one in enumerate(site.tokens) if one.start >= found.start()), 0)
    what = _which_opens(site.before) or _object_before(site, at)
    name = found[1][0].upper() + found[1][1:]
    return Guess(f"{name} of {lowered(what, site.text)}") if what else None


# The new depot at Leeds, which will open in May | at a total cost of
_OPENS = (
    r"(?:(?:will|is due to|is to|is expected to|should) )?(?:open|opens|opened|start up|starts up"
    r"|be (?:completed|finished|ready)|is being built)"
)
_WHICH = regex(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur) (?P<what>(?:[a-z][\w-]* ){1,4}?"
    r"(?:(?:at|in|near) [A-Z][\w-]*(?: [A-Z][\w-]*)?)?),? "
    rf"which {_OPENS}\b[^,;.]* at [a-z -]+ of\b[^,;.]*$"
)


def _which_opens(before: str) -> str:
    """What a relative clause says to open that tells its cost; "" for nothing."""
    found = _WHICH.search(before)
    return re.sub("^new ", "", found["what"].strip()) if found else ""


def _object_before(site: Site, end: int) -> str:
    """What is built, opened or bought in the words up to an index."""
    tokens = site.tokens
    verb = next((n for n in range(end - 1, -1, -1) if tokens[n].lower in _BUILDING), -1)
    if verb < 0 or any(one.text in ".;:" for one in tokens[verb:end]):
        return ""
    behind = verb + 1
    while behind < end and tokens[behind].lower in HEDGES | {"up", "to"}:
        behind += 1
    other = next((one for one in site.figures if one.start == tokens[behind].start), None)
    last = site.last
    if _NO_OBJECT.fullmatch(site.text[tokens[verb].end : tokens[end].start]) and last is not None:
        is_of_verb = last.dimension == COUNT and last.start < tokens[verb].start
        return of_other(site, last).value if is_of_verb else ""
    if other is not None and other.end <= tokens[end].start:
        return of_other(site, other).value if other.dimension == COUNT else ""
    return phrase_of(words_right(tokens[:end], verb + 1), site.names)


# Three plays closed |early, | at a cost of
_NO_OBJECT = regex(r" (?:early|late|[a-z]+ly|last year|this year)?,? ?")
_BUILDING = frozenset(
    "open opens opened opening build builds built building expand expands expanded expanding "
    "construct constructs constructed constructing launch launched launching develop developed "
    "developing refurbish refurbished refurbishing upgrade upgraded upgrading replace replaced "
    "replacing convert converted converting renovate renovated renovating install installed "
    "installing buy bought buying add added adding modernise modernize close closed closing "
    "acquire acquired acquiring extend extended extending double commission commissioned "
    "order orders ordered ordering "
    "commissioning complete completed completing finish finished install".split()
)
