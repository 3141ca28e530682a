"""On which basis a figure of English text is told: like-for-like, organic, at constant currency.

Beside a plain figure it is another one, and is called so.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.engine.regex import regex

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
        r"|local[- ]currenc(?:y|ies)|(?-i:CER|CCY?)"
    ),
    "FX-neutral": r"(?:fx|foreign[- ]exchange(?: \(fx\))?)[- ]neutral",
    "real": "real",
    "52-week": "52[- ]week",
    "non-GAAP": r"non-?gaap",
    "GAAP": r"(?<![\w-])gaap",
}
_ANY = "|".join(f"(?:{words})" for words in _KINDS.values())
# 5.1% | on a like-for-like basis; 4.2% | organically.
_BEHIND = regex(
    rf" (?:(?:on|in|at|under) (?:an? |the )?((?:{_ANY})(?:,? (?:and )?(?:{_ANY}))*)"
    r"(?: basis| terms| rates)?"
    r"|\(((?-i:CER|CC|LFL|lfl|cc))\)"  # 8% | (CER)
    r"|(organically|like[- ]for[- ]like|lfl|(?:fx|currency)[- ]neutral|(?-i:CER)))(?![\w-])",
    re.IGNORECASE,
)
# At constant currency, sales rose | 2%; on an organic basis they were up 3%.
_BEFORE = regex(
    rf"(?:^|[.;,] |\band |\bbut )(?:on|in|at) (?:an? |the )?({_ANY})(?: basis| terms| rates)?,? "
    r"[^,;.0-9]*$"
    # Net sales at constant currency inched up | 0.7%.
    r"|(?:^|[.;] |\band |\bbut )(organically|like-for-like), [^,;.0-9]*$"
    # Not where it is said of the figure before: 6% at constant currency and a margin of | 23%.
    r"|(?<![0-9%])(?<!per cent)(?<!percent) (?:in|at)"
    r" (constant[- ](?:currency|currencies|exchange rates?)|local currenc(?:y|ies)|(?-i:CER))"
    r" (?!to\b)[^,;.0-9]*$",
    re.IGNORECASE,
)
# In constant currency 16.1% and | 12.7% | as reported
_AS_REPORTED = regex(r" (?:as reported|(?:on|in) (?:an? )?(?:as-)?reported (?:basis|terms))\b")
_CONSTANT = regex(rf"^(?:{_KINDS['constant-currency']}|{_KINDS['FX-neutral']}) ", re.IGNORECASE)


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
    return _as_before(name, site)


# Adjusted net profit came to 88 million, or | 1.12 | per share
_OR_PER_SHARE = regex(rf"(?: \([^()]*\))?,? or {ABOUT}")
_PER_SHARE = regex(r"(?:Earnings|Loss) per (?:\w+ )?share$")
_BASIS_OF = regex(
    r"^(non-?(?:GAAP|IFRS)|GAAP|IFRS|adjusted|underlying|headline|core|comparable|pro[- ]forma"
    r"|normali[sz]ed|statutory|reported) ",
    re.IGNORECASE,
)

# Forecast adjusted earnings of | 4.85 to 5.05 | a share
_EARNED_ON = regex(
    r"\b(?P<basis>(?i:non-?GAAP|non-?IFRS|GAAP|IFRS|adjusted|underlying|headline|core|comparable"
    r"|pro[- ]forma|normali[sz]ed|statutory)) (?:(?:net|basic|diluted|annual|full-year|quarterly"
    r"|operating) )*(?:earnings|profits?|income|loss(?:es)?|EPS)\b"
    r"(?:[^,;.0-9]|(?<=[0-9]),(?=[0-9])|\.(?=[0-9])){0,40}$"
)


def _as_before(name: str, site: Site) -> str:
    """The name of earnings per share with the basis of the earnings right before them."""
    if not _PER_SHARE.fullmatch(name):
        return name
    if own := _EARNED_ON.search(site.before):
        return with_basis(name, own["basis"])
    before = site.last
    if before is None:
        return name
    if not _OR_PER_SHARE.fullmatch(site.since(before)):
        return name
    basis = _BASIS_OF.match(of_other(site, before).value)
    return with_basis(name, basis[1]) if basis else name


def with_basis(name: str, basis: str) -> str:
    """A name with a basis before it: GAAP gross margin."""
    return sentence_case([f"{basis} {lowered(name)}"])


def _told_so(name: str, said: str, text: str) -> str:
    """A name with each basis that some words say: on an organic, constant-currency basis."""
    kinds = [
        kind
        for kind, words in _KINDS.items()
        if re.search(rf"(?<![\w-])(?:{words})(?![\w-])", said, re.IGNORECASE)
        and not re.search(words, name, re.IGNORECASE)
    ]
    if not _ACCOUNTS.isdisjoint(kinds):
        name = _BASIS_OF.sub("", name, count=1)  # told of the figure before: on a GAAP basis
    return sentence_case([" ".join([*kinds, lowered(name, text)])]) if kinds else name


_ACCOUNTS = frozenset({"GAAP", "non-GAAP", "adjusted", "underlying", "statutory", "pro forma"})
