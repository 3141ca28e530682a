"""What a company gives back: shares that it buys, what is left to buy, dividends by kind."""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_ABOUT = about_or("a further", "another", "an additional", "a total of", "the")
_BUYBACK = regex(
    r"\b(?:(?:share|stock) )?buy-?backs?\b|\b(?:bought|buy|buying|buys) back\b|\brepurchas"
    r"|\bown shares\b",
    re.IGNORECASE,
)
_BOUGHT = (
    r"(?:(?:bought|buy|buying|buys)(?: back)?|repurchas(?:ed|es?|ing)|retir(?:ed|ing)|acquired)"
)
# Bought back shares worth | £20 million; repurchased 3.2 million shares for | £18 million
_SHARES_FOR = regex(
    rf"\b{_BOUGHT} [^;]{{0,60}}?\b(?:shares|stock)\b(?:,)? (?:back )?(?:worth|for|costing|valued at"
    rf"|at a (?:total )?cost of|with a value of|for a total(?: consideration)? of) {_ABOUT}$",
    re.IGNORECASE,
)
_BACK = regex(r"\b(?:back|repurchas\w+|own (?:shares|stock)|retir\w+)\b", re.IGNORECASE)
# Spent | £20 million | on buybacks; £45 million | of its own shares
_SPENT_ON = regex(
    r"(?: so far)? (?:buying back|to buy back|repurchasing)\b"
    r"|(?: so far)? (?:on|in|of) (?:(?:its|our|the|own|new|more) )*"
    r"(?:(?:share|stock) (?:buy-?backs?|repurchases?)|buy-?backs?|own (?:shares|stock)"
    r"|(?<=back )(?:shares|stock))\b",
    re.IGNORECASE,
)
_REMAINING = regex(
    r"(?: (?:is|are|was|were|still|had|has|yet))* (?:left|remain(?:s|ed|ing)?|outstanding|unspent"
    r"|available|to go|to come|to be (?:bought|spent|completed|executed|repurchased))\b"
    r"|(?: of (?:it|that|the (?:programme|program|plan|authori[sz]ation)))? (?:still )?"
    r"(?:left|remain(?:s|ed|ing)?|to come|to go)\b",
    re.IGNORECASE,
)
_LEAVING = regex(rf"\b(?:leaving|leaves|left|remaining) {_ABOUT}$", re.IGNORECASE)
_PROGRAMME = regex(
    r"(?: (?:share|stock|buy-?back|repurchase|return))* (?:programmes?|program|plan|scheme"
    r"|authori[sz]ation|mandate)\b",
    re.IGNORECASE,
)
_RETURNED = regex(
    rf"\b(?:returned|spent|completed|executed|carried out|used) {_ABOUT}$", re.IGNORECASE
)
_PARTS_OF = regex(r" of (?:the|its|an?|that) (?=[A-Z]{0,3}[$€£¥₹]?[0-9])")
_OF_A_BUYBACK = regex(r" of [^,;.]{0,12}[0-9.]+[^,;.]{0,10} (?:share |stock )?buy-?back")
_AGGREGATE = regex(
    r"\bfor an? (?:aggregate|total|overall) (?:amount|consideration|sum|value|outlay) "
    rf"(?:of |not exceeding ){_ABOUT}$"
)
_AT_A_PRICE = regex(rf"\bat an? (?:maximum |average )?price (?:not exceeding |of |below ){_ABOUT}$")
_KIND = (
    r"(?P<kind>interim|final|special|total|full-year|annual|quarterly|first-half|half-year"
    r"|semi-annual|extraordinary|supplementary)"
)
_DIVIDEND = regex(
    rf"\b(?:{_KIND} )?(?:\w+ )?(?:dividend|payout|distribution)s?\b"
    r"(?! (?:yield|cover|payout|ratio))",
    re.IGNORECASE,
)
_TOTAL = regex(
    r"\b(?:bring(?:s|ing)|tak(?:es|ing)|mak(?:es|ing)|giv(?:es|ing)|lift(?:s|ing))"
    r" (?:the |a |its )?(?:total|full-year|annual|year['’]s)(?: (?:dividend|payout|payment"
    r"|distribution))?(?: for (?:the|this) (?:full |whole |financial )?year)?"
    rf"(?: to| of)? {_ABOUT}$",
    re.IGNORECASE,
)


# A final dividend of 9.6p, making | 14.2p | for the full year
_MAKING = regex(
    rf"\b(?:mak(?:es|ing)|bring(?:s|ing)|tak(?:es|ing)|giv(?:es|ing))"
    rf"(?: it| a total(?: of)?)?(?: to)? {_ABOUT}$",
    re.IGNORECASE,
)
_FOR_ALL = regex(
    r"(?: (?:an?|per) share)? (?:for|over|in) the (?:(?:full|whole|entire|financial) )*year\b"
)


def by_payout(site: Site) -> Guess[str] | None:
    """The name of a sum that goes to shareholders."""
    if not site.is_money:
        is_bought = _BACK_BEFORE.search(site.before) and _OF_ITS_STOCK.match(site.behind)
        return Guess("Share of stock bought back" if site.is_share else _BUY) if is_bought else None
    name = _of_dividend(site) or _paid_in(site)
    if not name and _BUYBACK.search(site.text + site.earlier):
        name = _of_buyback(site)
    return Guess(name) if name else None


# 250 million of repurchases and | 133 million | paid in cash dividends
_PAID_IN = regex(
    r" (?:were |was |had been |has been )?(?P<done>paid(?: out)?|received|collected)"
    r" (?:in|as) (?:the form of )?(?P<what>(?:[a-z-]+ ){0,2}?"
    r"(?:dividends?|distributions|tax(?:es)?|interest"
    r"|rent|royalties|bonuses|wages|salaries|fees|lev(?:y|ies)|coupons|compensation|damages|claims"
    r"|commissions?|fines|penalties|duties|grants|subsidies|premiums|benefits|severance|pensions))"
    r"(?![\w-])"
)


def _paid_in(site: Site) -> str:
    """What a sum is paid or received in: dividends, tax, grants; not in cash, in May."""
    found = None if site.figure.per else _PAID_IN.match(site.behind)
    return sentence_case([f"{found['what']} {found['done'].split()[0]}"]) if found else ""


_BUY = "Share buyback"
_BACK_BEFORE = regex(
    r"\b(?:buy(?:s|ing)?(?: back)?|bought(?: back)?|repurchas\w+(?: of)?|buy-?backs? of) "
    rf"{_ABOUT}$",
    re.IGNORECASE,
)
_OF_ITS_STOCK = regex(
    r" of (?:its|their|our|the) (?:own |outstanding |issued )?(?:stock|shares?(?: capital)?"
    r"|equity)\b"
    r"|(?: (?:of its|of our))?(?: own)?(?: equity| ordinary)? shares\b(?= at a price| back)"
)


def _of_buyback(site: Site) -> str:
    """What was spent on shares, what is left to spend, and how large the programme is."""
    if _AT_A_PRICE.search(site.before):
        return "Share buyback price"
    if site.figure.dimension.count("/") or _AVERAGE.search(site.before):
        return ""
    is_of_shares = _SHARES_FOR.search(site.before)
    if (is_of_shares and _BACK.search(site.text)) or _SPENT_ON.match(site.behind):
        return "Share buybacks"
    if _LEAVING.search(site.before) or _REMAINING.match(site.behind):
        return "Share buyback remaining"
    if _PROGRAMME.match(site.behind):
        return "Share buyback programme"
    if _PARTS_OF.match(site.behind) and (
        _RETURNED.search(site.before) or _OF_A_BUYBACK.match(site.behind)
    ):
        return "Share buybacks"
    if _AGGREGATE.search(site.before):
        return "Share buyback"
    return ""


_AVERAGE = regex(r"\b(?:average|price|apiece|each)\b[^,;]{0,24}$", re.IGNORECASE)
_PER_SHARE = regex(r"\W*(?:an?|per|each) (?:\w+ )?(?:share|unit)\b", re.IGNORECASE)


def _of_dividend(site: Site) -> str:
    """The dividend by its kind, where the words name one: interim, final, of the whole year."""
    if _PAID.search(site.before) and _FOR_A_YEAR.match(site.behind):
        return "Dividend per share"
    if "dividend" not in site.text.lower() + site.earlier.lower():
        return ""
    if _TOTAL.search(site.before):
        return "Total dividend"
    if _MAKING.search(site.before) and (year := _FOR_ALL.match(site.behind)):
        return "Full-year dividend" if "full" in year[0] else "Total dividend"
    is_share = _PER_SHARE.match(site.behind) is not None or "/share" in site.figure.dimension
    if not is_share:
        return ""
    *_, last = (None, *_DIVIDEND.finditer(site.before[-_NEAR:]))
    if last is None or not last["kind"]:
        return ""
    return f"{last['kind'].capitalize()} dividend per share"


# Veldhuis paid | 2.20 euros | per share for 2024
_PAID = regex(rf"\b(?:paid|pays?|paying)(?: out)? {_ABOUT}$")
_FOR_A_YEAR = regex(
    r" (?:an?|per) share (?:for|in) (?:(?:fiscal |financial )*(?:19|20)[0-9]{2}|last year|the year)"
)
_NEAR = 70  # characters
