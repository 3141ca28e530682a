"""English figures of a market: what an index gained, what a commodity trades at, of no company.

Compared with a 6% rise in the Harbour Index; timber traded at 84 euros a tonne, 17% above its low.
"""

import re

from exporter.drafting.exactness import ABOUT, about_or
from exporter.engine.regex import regex

_INDEX = (
    r"(?:the|its|a|an) (?:[\w&’'-]+ ){0,4}?(?:index|benchmark|FTSE(?: \d+)?|S&P(?: \d+)?|Dow"
    r"(?: Jones)?|Nasdaq|Nikkei(?: \d+)?|DAX|CAC(?: 40)?|STOXX(?: \d+)?|Hang Seng|Sensex|Nifty)\b"
)
# 6% | rise in the Harbour Index
_INDEX_BEHIND = regex(
    rf" (?:rise|gain|advance|increase|jump|fall|drop|decline|loss|slide) (?:in|for|by|of) {_INDEX}",
    re.IGNORECASE,
)
# While the Harbour Index is up | 6%
_INDEX_BEFORE = regex(
    rf"(?:^|[,;] |\b(?:while|as|and|but|when|whereas) ){_INDEX} (?:(?:is|was|has|had|have|been) )*"
    rf"(?:up|down|rose|fell|gained|lost|added|shed|climbed|dropped|risen|fallen|slipped|advanced"
    r"|ended|closed)\b[^,;.]{0,20}$"
    # The worst in the Harbour Index, which was up | 0.2%
    rf"|\b(?:in|of|than) {_INDEX}, which (?:(?:is|was|has|had|itself|also) )*"
    r"(?:up|down|rose|fell|gained|lost|added|shed|climbed|dropped|risen|fallen|slipped|advanced"
    r"|ended|closed)\b[^,;.]{0,20}$",
    re.IGNORECASE,
)
_PER = (
    r"(?:per|an?) (?:metric )?(?:kilo(?:gram(?:me)?)?|kg|tonne|ton|barrel|ounce|pound|bushel|litre"
    r"|gallon|MWh|megawatt[- ]hour|therm|bale)\b"
)
# Grey timber traded at | 84 euros | a tonne
_TRADES = regex(
    r"(?:^|[,;] |\b(?:while|as|and|but|when) )(?:[A-Z]?[a-z-]+ ){1,4}"
    r"(?:trade[sd]|(?:is|was|were|are|has been|have been) (?:trading|quoted|traded)|changed hands"
    rf"|fetche[sd]|was worth) {about_or('at', 'for')}(?:[A-Z]{{0,3}}\W)?$"
)
_OWN = regex(r"\b(?:its|their|our|shares?|stock|bonds?|notes?)\b", re.IGNORECASE)
# The price of timber would average | 88 euros; spot prices of wool rose | 3%
_PRICE = regex(
    r"\b(?:[Tt]he (?:average |spot |market |world |benchmark )?|(?:spot|market|world|benchmark) )"
    r"prices? (?:of|for) (?!(?:its|their|our|his|the)\b)(?!shares?\b|stock\b)[a-z-]+(?: [a-z-]+)?"
    r" (?:(?:will|would|could|should|may|might|has|had|have|to) )?(?:average[sd]?|be|was|is|were"
    r"|rise|rose|risen|fall|fell|fallen|reach(?:ed)?|hit|climb(?:ed)?|recover(?:ed)?|stood|stand)"
    rf" {about_or('by', 'to', 'at', 'above')}(?:[A-Z]{{0,3}}\W)?$"
)
_SUM = regex(rf"[$€£¥]?(?:[A-Z]{{2,3}}[$ ]?)?[0-9][0-9.,]*(?: [a-z]+){{0,2}} {_PER}", re.IGNORECASE)
# Brent crude rose | $2 | to | $81 a barrel |; not: copper rose 3% to 40,000 tonnes, its gold fell
_COMMODITY_MOVED = regex(
    r"(?:^|[,;] |\b(?:while|as|and|but|when|after) )(?:[Tt]he price of |[Ss]pot |[Bb]enchmark )?"
    r"(?:[Bb]rent|WTI|West Texas Intermediate|[Cc]rude|[Oo]il|[Gg]old|[Ss]ilver|[Cc]opper|[Nn]ickel"
    r"|[Ll]ithium|[Aa]luminium|[Aa]luminum|[Zz]inc|[Tt]in|[Pp]latinum|[Pp]alladium|[Uu]ranium|[Ww]heat"
    r"|[Cc]offee|[Cc]ocoa|[Cc]otton|[Ss]ugar|[Ii]ron ore|[Nn]atural gas|[Cc]oal)"
    r"(?: (?:crude|oil|prices?|futures|carbonate))*"
    r" (?:(?:has|had|have|was|were) )?(?:rose|risen|fell|fallen|climbed|dropped|slipped|jumped|slid"
    r"|gained|lost|hit|reached|eased|edged|settled|traded|topped|sank|surged|rallied|up|down"
    r"|trading)\b[^,;]{0,40}$"
)
_SHARE = regex(r"[0-9][0-9.,]* ?(?:%|per ?cent|points?)", re.IGNORECASE)
# Traded at 84 euros a tonne last week, | 17% | above its low
_OFF = regex(rf"[^,;.0-9]{{0,30}}, {ABOUT}")
_OFF_BEHIND = regex(r" (?:above|below|higher|lower|more|less|up|down)\b")
_FAR = 160  # characters before a figure
_NEAR = 40  # and behind it


def market_of(text: str, start: int) -> tuple[int, int] | None:
    """The words for the index, or the commodity at whose price it trades, that a figure is of.

    Args:
        text: Of the sentence.
        start: Offset of the figure's first digit or sign.

    Returns:
        Where they begin and end; None of a figure of anybody or anything else.
    """
    reach = max(0, start - _FAR)
    moved = _COMMODITY_MOVED.search(text[:start], reach)
    if moved is not None and _SUM.search(text, moved.end() - 1, start + _NEAR):
        return moved.span()
    found = _INDEX_BEFORE.search(text[:start], reach) or _PRICE.search(text[:start], reach)
    share = _SHARE.match(text, start)
    if found is None and share is None:
        return _traded(text, start)
    found = found or _INDEX_BEHIND.match(text, share.end() if share else start)
    if found is not None:
        return found.span()
    if share is None or not _OFF_BEHIND.match(text, share.end()):
        return None
    prices = (
        one for one in _SUM.finditer(text, 0, start) if _OFF.fullmatch(text, one.end(), start)
    )
    return next((_traded(text, price.start()) for price in prices), None)


def _traded(text: str, start: int) -> tuple[int, int] | None:
    """What trades at the sum at an offset, if a commodity does; a company's own goods are sold."""
    found = _TRADES.search(text[:start]) if _SUM.match(text, start) else None
    return None if found is None or _OWN.search(found[0]) else found.span()
