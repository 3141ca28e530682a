"""Metrics of English text whose short name stands in brackets behind the long one.

Earnings before interest, tax, depreciation and amortisation (EBITDA) came to | $742 million.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import METRICS, MOVED
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_IS = (
    r"(?:was|were|is|are|of|came to|came in at|comes to|total(?:l?ed|l?ing)|reached|hit|stood at"
    r"|amounted to|at|swung to|(?:will|would|should|could|to) (?:be|reach|hit|come to))"
)
_MOVED = rf"(?:{MOVED}(?: up| down)?|plunged|tumbled|(?:was|were) (?:up|down))"
_BRACKETS = regex(
    r"(?P<long>[A-Za-z][^()]{3,110}) \((?P<short>[^()0-9]{2,40})\)"
    rf" (?:{_IS}|(?P<moved>{_MOVED})(?: by)?|{_MOVED}(?: by)? [^ ]+(?: per ?cent)? to|{_MOVED} to)"
    rf" {ABOUT}$"
)
_ABBREVIATION = regex(r"[A-Z][A-Za-z&]{0,6}[A-Z][A-Za-z]?")
# Gearing (net interest-bearing debt to EBITDA)
_LEVERAGE = regex(r"\b(?:financial )?(?:gearing|leverage|cover)(?: ratio)?$", re.IGNORECASE)
_DEFINED = regex(r"[A-Za-z][\w -]* to [A-Za-z][\w -]*")
_PLAIN = regex(r"[a-z][a-z -]+[a-z]")


def by_short_name(site: Site) -> Guess[str] | None:
    """The name in brackets of what the verb behind them is said of."""
    found = _BRACKETS.search(site.before) if site.before.rfind(") ") > 0 else None
    if found is None:
        return None
    name = _name(found["long"], found["short"])
    is_share, is_moved = site.figure.dimension == RATIO, bool(found["moved"])
    if not name or (is_share and not is_moved and not _is_ratio(name)):
        return None
    is_change = is_moved and is_share
    return Guess(name_of_change(name, site) if is_change else name)


def _name(long: str, short: str) -> str:
    """What stands in brackets, where it is a name of what stands before them."""
    if _ABBREVIATION.fullmatch(short):
        letters = re.sub("[a-z&]", "", short).lower()
        initials = "".join(word[0].lower() for word in re.findall(r"[A-Za-z]+", long))
        return short if re.search(".*?".join(letters), initials) else ""
    leverage = _LEVERAGE.search(long) if _DEFINED.fullmatch(short) else None
    if leverage is not None:
        return f"{sentence_case([leverage[0]])} ({short})"
    is_metric = _PLAIN.fullmatch(short) and short.rsplit(maxsplit=1)[-1] in METRICS
    return sentence_case([short]) if is_metric else ""


_RATIO_WORDS = regex(r"^(?:RO[A-Z]+|NIM|CET1|LTV|NPL)|\b(?:margin|ratio|rate|share)\b")


def _is_ratio(name: str) -> bool:
    return _RATIO_WORDS.search(name) is not None
