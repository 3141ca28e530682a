"""How filings tell their sums: what a balance includes, what an expense consists of, paid in cash.

Interest expense consists primarily of | $46.8 million | of interest on our notes; repurchased notes
for | $97.5 million | in cash; 853 shops, including | 107 | in Canada.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, of_last, of_other
from exporter.drafting.model import Guess
from exporter.engine.regex import regex


def by_filed_words(site: Site) -> Guess[str] | None:
    """The name that set words of filings give a figure."""
    name = ""
    if site.is_money:
        name = _included(site) or _made_up_of(site) or _price_in_cash(site) or _per_share(site)
        name = name or _authorized(site)
    elif site.is_share:
        name = _return_on(site) or _rate_of_change(site)
    elif site.is_counted:
        name = _of_those_in(site)
    return Guess(name) if name else None


# Trade receivables of $1.88 billion, inclusive of unbilled receivables of | $82 million
_INCLUDED = regex(
    rf"\b(?:inclusive|exclusive) of (?:the |our |its )?(?P<what>[a-z][^,;:.0-9$]*?) of {ABOUT}$"
)


def _included(site: Site) -> str:
    found = _INCLUDED.search(site.before)
    return sentence_case([found["what"]]) if found else ""


_CONSISTS = regex(
    r"\bconsist(?:s|ed|ing) "
    r"(?:(?:primarily|mainly|principally|largely|mostly|solely|entirely) )?of "
    rf"(?:[^.;]* and )?{ABOUT}$"
)
_OF_WHAT = regex(
    r" (?:of|in) (?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*){0,4}?)"
    r"(?: on (?:our |its |the )?(?P<on>[a-z-]+(?: [a-z-]+)?))?"
    r"(?=[,.;]|$| (?:and|for|as|which|that|related|in|during|from) )"
)


def _made_up_of(site: Site) -> str:
    """What a part is that something consists of: $46.8 million of interest on our notes."""
    found = _OF_WHAT.match(site.behind) if _CONSISTS.search(site.before) else None
    if found is None:
        return ""
    return sentence_case([f"{found['what']} on {found['on']}" if found["on"] else found["what"]])


_DONE_FOR = regex(
    r"\b(?P<done>repurchased|redeemed|retired|repaid|bought back|purchased|sold)\b"
    r"(?:[^.;]|\.(?=[0-9]))* for (?:(?:an? )?(?:aggregate |total )?"
    r"(?:purchase price|price|consideration|amount|cost|total) of )?"
    rf"{ABOUT}$"
)
_PRICES = {
    "repurchased": "Repurchase", "bought back": "Repurchase", "redeemed": "Redemption",
    "retired": "Retirement", "repaid": "Repayment", "purchased": "Purchase", "sold": "Sale",
}  # fmt: skip


def _price_in_cash(site: Site) -> str:
    """What something was done for: notes repurchased for $97.5 million in cash."""
    found = _DONE_FOR.search(site.before) if site.behind.startswith(" in cash") else None
    return f"{_PRICES[found['done']]} price" if found else ""


# Total repurchase authorization remaining as of June 30 was about | $2.3 billion
_AUTHORIZED = regex(
    r"(?P<what>(?:(?:total|share|stock|common stock) )*(?:repurchase|buyback) authori[sz]ation"
    rf" (?:remaining|available))(?: (?:as of|at) [^.;$]*?)? (?:was|is|totaled|stood at) {ABOUT}$"
)


def _authorized(site: Site) -> str:
    """What may still be bought back."""
    found = _AUTHORIZED.search(site.before)
    return sentence_case([found["what"]]) if found else ""


_OR = regex(rf"(?:, or|,) {ABOUT}$")
_PER_SHARE = regex(r" (?P<per>per (?:(?:diluted|basic|common|ordinary) )*(?:share|unit))\b")
_EARNED = regex(r"\b(?:income|profits?|earnings|loss(?:es)?|EPS|FFO|dividends?)\b", re.IGNORECASE)


def _per_share(site: Site) -> str:
    """What a sum is per share that is no profit: items of $46 million, or $0.02 per share."""
    found = _PER_SHARE.match(site.behind) if _OR.search(site.before) else None
    last = site.last
    is_beside = last is not None and last.dimension.startswith("money") and not last.per
    if found is None or last is None or not is_beside or len(site.since(last)) > _NEAR:
        return ""
    named = of_last(site)
    is_other = bool(named.value) and not named.doubt and not _EARNED.search(named.value)
    return f"{named.value} {found['per']}" if is_other else ""


_NEAR = 24  # characters between a sum and what it is per share
_RETURN_ON = regex(
    r"(?P<what>(?:(?:authori[sz]ed|allowed|annuali[sz]ed|adjusted|average) )?returns? on "
    r"(?:(?:average|tangible|common|invested|total|regulated) )*"
    r"(?:equity|assets|capital(?: employed)?|shareholders[’'] equity|rate base))"
    rf"(?: \([A-Z]+\))? (?:of|was|were|at) {ABOUT}$",
    re.IGNORECASE,
)


def _return_on(site: Site) -> str:
    """A return on equity of 9.5%."""
    found = _RETURN_ON.search(site.before)
    if found is None or _EARNS.search(site.before, 0, found.start()):
        return ""  # older hotels earn a return of so much: it is theirs
    return sentence_case([found["what"].replace("returns", "return")])


_EARNS = regex(
    r"\b(?:earn|ma[kd]e|deliver|g[ai]ve|generate|yield|achieve|produce)[a-z]* (?:an? )?$"
)


# Sales were $211.4 million, an increase of $41.9 million, or | 25%
_CHANGED_BY = regex(
    r"\b(?:increase|decrease|decline|reduction|rise|drop|improvement|growth) of [^,;:]*, or "
    rf"{ABOUT}$"
)


def _rate_of_change(site: Site) -> str:
    """By what rate that changed which a sum says just before: up by $41.9 million, or 25%."""
    last = site.last
    if (
        last is None
        or not last.dimension.startswith("money")
        or not _CHANGED_BY.search(site.before)
    ):
        return ""
    before = reversed(site.figures[: site.number - 1])
    level = next((one for one in before if one.dimension == last.dimension), None)
    if level is not None:
        guess = of_other(site, level)
        return "" if guess.doubt else name_of_change(guess.value, site)
    named = of_last(site)
    what = named.value.removesuffix(" change")
    return "" if named.doubt or what == named.value else name_of_change(what, site)


_COUNTED = regex(
    r"(?P<all>[0-9][0-9,]*|[a-z]+) (?P<noun>[a-z]+(?: [a-z]+)?s),? "
    r"(?:including|of which|with|comprising|consisting of) (?:[^.;]*, |[^.;]* and )?"
    rf"(?:and )?{ABOUT}$"
)
_NAME = r"[A-Z](?:[\w’'-]|\.(?=[A-Z]|,| and))*"
_IN_PLACE = regex(
    rf" in (?P<place>(?:the )?{_NAME}(?: (?:(?:and|of|the) )*{_NAME})*)"
    r"(?=[,.;]|$| and (?:[0-9]|[a-z]+ in ))"
)


def _of_those_in(site: Site) -> str:
    """Some of those counted, by the place where they are: 853 shops, including 107 in Canada."""
    found, place = _COUNTED.search(site.before), _IN_PLACE.match(site.behind)
    if found is None or place is None or found["noun"].split()[-1] in _NO_THINGS:
        return ""
    return f"{sentence_case([found['noun']])} in {place['place']}"


_NO_THINGS = {"months", "years", "weeks", "days", "quarters", "points"}
