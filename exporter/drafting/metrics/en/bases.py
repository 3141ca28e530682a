"""On which basis a figure of English text is told: like-for-like, organic, at constant currency.

Beside a plain figure it is another one, and is called so.
"""

import re

from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site

_KINDS = {
    "like-for-like": r"like[- ]for[- ]like|lfl",
    "organic": r"organic(?:ally)?",
    "comparable": "comparable",
    "underlying": "underlying",
    "adjusted": "adjusted",
    "pro forma": "pro[- ]forma",
    "statutory": "statutory",
    "constant-currency": (
        r"constant[- ](?:currency|currencies|exchange[- ]rates?|fx|dollars?)|currency[- ]neutral"
        r"|local[- ]currenc(?:y|ies)"
    ),
    "real": "real",
}
_ANY = "|".join(f"(?:{words})" for words in _KINDS.values())
# 5.1% | on a like-for-like basis; 4.2% | organically.
_BEHIND = re.compile(
    rf" (?:(?:on|in|at|under) (?:an? |the )?((?:{_ANY})(?:,? (?:and )?(?:{_ANY}))*)"
    r"(?: basis| terms| rates)?"
    r"|(organically|like[- ]for[- ]like))(?![\w-])",
    re.IGNORECASE,
)
# At constant currency, sales rose | 2%; on an organic basis they were up 3%.
_BEFORE = re.compile(
    rf"(?:^|[.;,] |\band |\bbut )(?:on|in|at) (?:an? |the )?({_ANY})(?: basis| terms| rates)?,? "
    r"[^,;.0-9]*$"
    # Net sales at constant currency inched up | 0.7%.
    r"|\b(?:in|at) (constant[- ](?:currency|currencies|exchange rates?)|local currenc(?:y"
    r"|ies)) [^,;.0-9]*$",
    re.IGNORECASE,
)
# In constant currency 16.1% and | 12.7% | as reported
_AS_REPORTED = re.compile(r" (?:as reported|(?:on|in) (?:an? )?(?:as-)?reported (?:basis|terms))\b")
_CONSTANT = re.compile(rf"^(?:{_KINDS['constant-currency']}) ", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r" (?:excluding|before|net of) (?:the )?((?:impact of "
    r"|effects? of )?(?:[a-z&-]+ ){0,3}?[a-z&-]+)"
    r"(?=[,.;)]| (?:to|and|but|in|from|for|at)\b|$)"
)


def told_on_a_basis(behind: str) -> bool:
    """Whether the words behind a figure say on which basis it is told."""
    return _BEHIND.match(behind) is not None


def on_its_basis(name: str, site: Site) -> str:
    """A name with the basis on which its figure is told, where its own words do not say so."""
    if _AS_REPORTED.match(site.behind):
        return _CONSTANT.sub("", name)[:1].upper() + _CONSTANT.sub("", name)[1:]
    found = _BEHIND.match(site.behind) or _BEFORE.search(site.before)
    if found is not None:
        return _told_so(name, next(filter(None, found.groups())), site.text)
    left_out = _LEFT_OUT.match(site.behind) if site.is_share and site.number else None
    if left_out is None or "excluding" in name:
        return name
    return f"{name} excluding {left_out[1]}"


def _told_so(name: str, said: str, text: str) -> str:
    """A name with each basis that some words say: on an organic, constant-currency basis."""
    kinds = [
        kind
        for kind, words in _KINDS.items()
        if re.search(rf"(?<![\w-])(?:{words})(?![\w-])", said, re.IGNORECASE)
        and not re.search(words, name, re.IGNORECASE)
    ]
    return sentence_case([" ".join([*kinds, lowered(name, text)])]) if kinds else name
