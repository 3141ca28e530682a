"""What an English sentence says that something done saves, or that costs it told of give further.

It will close its mill in Leeds. It expects the closure to save | $60 million | a year; energy costs
were $9 million lower, and it expects a further benefit of | $3 million; wages rose by $8 million,
and it warned of another | $5 million |.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.earlier import last_before
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_SAVES = regex(
    r"\b(?:expects?|expected|expecting|sees|says?|said|estimates?|reckons?) (?:that )?the "
    r"(?P<deed>closures?|merger|sale|deal|acquisition|takeover|restructuring|reorgani[sz]ation|move"
    r"|plan|program(?:me)?|overhaul|(?:job )?cuts|changes|exit|relocation|switch)"
    rf" (?:to|will|would|should|could) save (?:it |them )?{ABOUT}$"
)
# Making its own bread saves the firm | 9p | a sandwich
_DOING_SAVES = regex(
    r"(?:^|[.;] |, |\b(?:that|and|says) )(?P<doing>[A-Za-z][a-z]+ing [^,;.:0-9]{2,50}?)"
    r" (?:(?:has|have|had|already|now|also|will|would|should|could) )*(?:saves?|saved)"
    r" (?:(?:it|them|him|her|the [a-z]+|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?|customers|drivers) )?"
    rf"{ABOUT}$"
)
_A_PIECE = regex(r" (?:a|per|on each|on every|for each) (?P<piece>(?!year\b|month\b)[a-z-]+)")
_CLOSES = regex(
    r"\b(?:clos(?:e|es|ed|ing)|shut(?:s|ting)?)(?: down)? (?:its|the|an?|their|our) "
    r"(?P<works>(?:[\w-]+ ){0,2}?(?:plant|factory|mill|mine|site|smelter|refinery|brewery|bakery"
    r"|foundry|depot|warehouse|shipyard|works)(?: (?:in|at|near) [A-Z][\w-]*(?: [A-Z][\w-]*)?)?)"
)
_FURTHER = regex(
    r"\b(?:further|additional|extra|another) (?P<what>benefit|savings?)"
    rf" of {ABOUT}$"
)
_MORE = regex(
    r"(?:,? (?:and|but|with|while)|[;,]) (?:[^;,.0-9]{0,40}\b)?"
    r"(?:warn(?:s|ed|ing) of|flag(?:s|ged)|expect(?:s|ed|ing)?|forecast(?:s|ing)?|predict(?:s|ed)"
    r"|see(?:s|ing)|plan(?:s|ned|ning)(?: for)?|anticipate[sd]?|fear(?:s|ed)|brac(?:es|ed) for"
    r"|fac(?:es|ing)|guid(?:es|ed|ing) (?:to|for)|pencill?ed in|budget(?:s|ed|ing) for)"
    rf" {ABOUT}(?:a further|another|an additional|an extra) {ABOUT}[A-Z]{{0,3}}\W?$"
)
_ALONE = regex(r"(?:[.,;]|$| (?:in|this|next|by|for|over|during)\b)")
_LOWER = regex(r"(?P<what>(?:.* )?(?:cost|expense)s?) (?:change|reduction)")
_FELL = regex(r"\b(?:lower|less|fell|fallen|down|dropped|declined|eased|below)\b")


def by_effect(site: Site) -> Guess[str] | None:
    """What a sum is saved by, or what gives it further."""
    if not site.is_money:
        return None
    name = _saved(site) or _further(site) or _more(site)
    return Guess(name) if name else None


def _saved(site: Site) -> str:
    if (doing := _DOING_SAVES.search(site.before)) is not None:
        piece = _A_PIECE.match(site.behind)
        what = re.sub(r"\b(?:its|their|our|the|an?) ", "", doing["doing"])
        what = what[:1].lower() + what[1:]
        per = f" per {piece['piece']}" if piece else ""
        return f"Savings from {what}{per}"
    found = _SAVES.search(site.before)
    if found is None:
        return ""
    name = f"Savings from {found['deed']}"
    closed = list(_CLOSES.finditer(site.earlier)) if found["deed"].startswith("closure") else []
    return f"{name} of {closed[0]['works']}" if len(closed) == 1 else name


def _more(site: Site) -> str:
    """The measure of the clause before, of which more is to come; "" for another."""
    last = site.last
    if last is None or last.dimension != site.figure.dimension or not _ALONE.match(site.behind):
        return ""
    return sure_of(site, last) if _MORE.search(site.since(last)) else ""


def _further(site: Site) -> str:
    """A further benefit of what was told before to have become cheaper; "" for another."""
    found = _FURTHER.search(site.before)
    if found is None or not _ALONE.match(site.behind):
        return ""
    before = sure_of(site, site.last) if site.last else last_before(site)
    said = site.before if site.last else site.earlier
    cheaper = _LOWER.fullmatch(before) if _FELL.search(said) else None
    if cheaper is None:
        return ""
    what = cheaper["what"] if cheaper["what"].endswith("s") else f"{cheaper['what']}s"
    return sentence_case([f"{found['what']} from lower {lowered(what, said)}"])
