"""Costs and gains whose name stands behind their sum, or goes on behind it.

| $40 million |, or 12 cents a share, of charges related to the closure; a gain of | €12 million |
from the sale of its stake; booked a | $12 million | gain on the sale of mills.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, phrase_of, sentence_case
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_ITEM = (
    r"(?:charges?|costs?|expenses?|write-?downs?|write-?offs?|impairments?|provisions?|gains?"
    r"|loss(?:es)?|fines?|settlements?)"
)
_PER_SHARE = (
    rf"(?:,? or {ABOUT}[$€£¥]?[0-9][0-9.]* ?(?:cents|pence|p|c)?"
    r" (?:per|a)(?: diluted)? share,?)?"
)
_OF_ITEM = regex(
    rf"{_PER_SHARE} (?:of|in) (?=(?:[\w-]+ ){{0,3}}{_ITEM}\b(?! (?:saving|cut|reduc|synerg)))",
    re.IGNORECASE,
)
_ITEM_OF = regex(
    rf"\b(?P<item>(?:(?:pre-tax|after-tax|one-off|non-cash|net|special|restructuring|impairment"
    rf"|exceptional|non-recurring|total) )*{_ITEM}) of {ABOUT}$",
    re.IGNORECASE,
)
# Booked a | $12 million | gain on the sale of mills
_BOOKED = regex(
    r"\b(?:book|record|recogni[sz]|report|includ|post|realis|realiz|incur+|reflect|declar)"
    rf"(?:s|es|ed|ing|d)? (?:an? |the )(?:[a-z]+-time |one-off )?{ABOUT}$"
    rf"|\b(?:took|takes?|taking|made|makes?|had|has) an? (?:[a-z]+-time |one-off )?{ABOUT}$"
)
_ITEM_BEHIND = regex(
    r" (?P<item>(?:(?:pre-tax|after-tax|one-off|one-time|non-cash|net|special|restructuring"
    r"|impairment|exceptional|non-recurring|book|capital) )*"
    r"(?:charges?|write-?downs?|write-?offs?|impairments?|provisions?|gains?|loss(?:es)?|profits?))"
    r"(?= (?:from|on|for|related|relating|associated|connected|in connection|arising|resulting"
    r"|stemming)\b)"
)
# A loss of | $3 million | from a profit of $5 million: no profit that it came from
_FROM_ANOTHER = (
    r"(?! from (?:an? |the )?(?:[a-z-]+ ){0,3}?(?:profits?|loss(?:es)?|gains?|surplus|deficit"
    rf"|income|charges?|{_ITEM}) (?:of|a year|last year|in the|in (?:19|20)[0-9]{{2}})\b)"
)
_GOES_ON = regex(
    rf"{_FROM_ANOTHER}{_PER_SHARE}(?: in the (?:[a-z]+ )?(?:quarter|half|period|year))?"
    r" (?P<lead>from|for|on|related to|relating to|associated with|connected with"
    r"|in connection with|arising from|resulting from|stemming from) (?:(?:the|its|an?) )?"
    r"(?=(?P<word>[A-Za-z]+))"
)


# In connection with the closure of the laboratory we recognised a charge of | £2.9m
_LED_BY = regex(
    r"(?:^|[.;] )[Ii]n connection with (?:the |its |an? )?(?P<what>[^,;.0-9]{3,60}?),?"
    r" (?:we|it|they|the (?:group|company)) (?:have |has )?(?:recogni[sz]ed|recorded|booked|took"
    rf"|incurred|made) (?:an? )?(?P<item>(?:[a-z-]+ ){{0,2}}{_ITEM}) of {ABOUT}$"
)


def by_item(site: Site) -> Guess[str] | None:
    """The cost or gain that a sum is said to be, and what for."""
    if not site.is_money:
        return None
    if "share" in site.figure.per:
        return _a_share_of_it(site)
    if (found := _OF_ITEM.match(site.behind)) is not None:
        name = phrase_of(_words_from(site, found.end()), site.names)
        return Guess(name) if name else None
    if led := _LED_BY.search(site.before):
        what = lowered(led["what"], site.text)
        return Guess(sentence_case([f"{led['item']} related to {what}"]))
    item, goes_on = _ITEM_OF.search(site.before), _GOES_ON.match(site.behind)
    if item is None and _BOOKED.search(site.before) and (item := _ITEM_BEHIND.match(site.behind)):
        goes_on = _GOES_ON.match(site.behind[item.end() :])
    if item is None or goes_on is None:
        return None
    behind = item.end() if item.re is _ITEM_BEHIND else 0
    words = _words_from(site, behind + goes_on.end())
    word = goes_on["word"] if goes_on["word"] in _DEEDS else ""  # closing, which is a verb, too
    what = lowered(phrase_of(words, site.names) or word, site.text)
    lead = goes_on["lead"] if goes_on["lead"] in {"for", "on"} else "related to"
    lead = "from" if goes_on["lead"].endswith("from") else lead
    name = f"{item['item']} {lead} {what}{_of_what_before(what, site)}"
    return Guess(sentence_case([name])) if what else None


def _of_what_before(what: str, site: Site) -> str:
    """What is closed or sold, by the sentence before: announced the closing | of its mill."""
    if what not in _DEEDS:
        return ""
    found = re.search(rf"\b{what} (of) (?:its|the|an?|their) {_THING}", site.earlier)
    return f" of {found['thing']}" if found else ""


_DEEDS = frozenset("closing closure sale disposal takeover acquisition purchase merger".split())
_THING = (
    r"(?P<thing>[a-z][\w-]*(?: [a-z][\w-]*){0,3}?"
    r"(?: (?:in|at|near) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?)"
    r"(?=[,.;]|$| (?:and|which|that|by|on|for|to|in|last|this)\b)"
)


def _a_share_of_it(site: Site) -> Guess[str] | None:
    """A charge of $40 million, or | 12 cents a share."""
    whole = site.last
    if whole is None or not whole.dimension.startswith("money") or whole.per:
        return None
    if _OR.fullmatch(site.text, whole.end, site.tokens[site.at].start) is None:
        return None
    guess = of_other(site, whole)
    is_item = _ONE_OFF.search(guess.value.split(" excluding ")[0]) is not None
    return Guess(f"{guess.value} per share", guess.doubt) if is_item else None


# Of a profit or a loss, a share's part has a name of its own.
_ONE_OFF = regex(rf"\b(?!loss){_ITEM}\b", re.IGNORECASE)
_OR = regex(rf",? or {ABOUT}")


def _words_from(site: Site, offset: int) -> list[Token]:
    """The words of a noun phrase that begins so far behind the figure."""
    begin = site.tokens[site.at].end + offset
    at = next((n for n, one in enumerate(site.tokens) if one.start >= begin), len(site.tokens))
    return words_right(site.tokens, at)
