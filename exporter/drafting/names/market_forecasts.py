"""What somebody forecasts of a market in English: growth in global demand, its market forecast.

It is an estimate, whoever makes it; a company guides to its own results alone.
"""

from functools import lru_cache

from exporter.engine.regex import regex

_FORECAST = r"(?:forecasts?|outlook|projections?|estimates?|predictions?|expectations?)"
_WIDE = r"(?:global|world(?:wide|['’]s)?|international|national|regional|[A-Z]\w+(?:an|ish|ese))"
_OF_MARKET = (
    rf"(?:{_WIDE} (?:[\w-]+ ){{0,3}}?(?:demand|market|consumption|supply|trade|industry|sector"
    rf"|economy"
    r"|production|output|shipments|volumes?|capacity|orders|prices|registrations|sales)"
    r"|(?:industry|sector|market)(?:[- ]wide|['’]s)? (?:[\w-]+ )?(?:demand|growth|supply|volumes?"
    r"|sales|capacity|shipments)"
    r"|(?:[\w-]+ ){0,2}?(?:demand|consumption|supply) growth"
    r"|the (?:[\w-]+ ){0,3}?(?:market|industry|sector|economy))\b(?! share|['’])"
)
_HELD = regex(
    rf"\b(?:its|their|our|his|her|the) (?:[\w-]+ ){{0,2}}?(?:{_FORECAST} (?:for|of) "
    rf"(?:growth in |the )?(?!its\b|our\b){_OF_MARKET}"
    rf"|(?:market|industry|sector|demand)(?: growth| demand)? {_FORECAST}\b)(?:[^;.]"
    rf"|[.](?=\d)){{0,60}}$"
)
# Expects the European market | to grow by; not: expects the market to be 40% of revenue.
_SEES = regex(
    r"\b(?:expects?|forecasts?|predicts?|projects|reckons|estimates|sees?|expected|predicted"
    rf"|projected|saw|expecting|forecasting) (?:that )?(?!its\b|our\b)(?:(?:growth|demand"
    rf"|sales) in )?{_OF_MARKET}"
    r"(?: [\w,-]+){0,4}? (?:(?:to|will|would|could|should|may) (?:[a-z]+ly )?(?:grow|rise"
    r"|expand|shrink"
    r"|fall|increase|decline|contract|recover|reach|hit|total|double|climb|drop|be worth)"
    r"|growing|rising|expanding|shrinking|falling|declining|recovering|worth|growth of)\b"
    r"(?:[^,;.]|[.](?=\d)){0,40}$"
)
# Global spending on games is forecast to rise | 3.4%
_IS_SEEN = regex(
    r"(?:^|[.;] |, (?:and|but|while) )(?:[Tt]he )?(?:[Gg]lobal|[Ww]orldwide|[Ww]orld) "
    r"(?!its\b)[^,;.]{3,40}? (?:is|are) (?:now )?(?:forecast|expected|projected|predicted|tipped)"
    r" to (?:grow|rise|expand|shrink|fall|increase|decline|reach|hit|total|double|climb|drop)\b"
    r"(?:[^,;.]|[.](?=\d)){0,60}$"
)
_MAY = regex(
    r"tipped|forecast|outlook|projection|estimate|prediction|expect|predict|project|see|saw"
)


@lru_cache(maxsize=256)  # four readers ask of each figure
def market_forecast(text: str, start: int) -> int | None:
    """Where the words begin by which a figure is what somebody forecasts of a market.

    Args:
        text: Of the sentence.
        start: Offset of the figure's first digit or sign.

    Returns:
        Their offset; None of any other figure.
    """
    if _MAY.search(text) is None:
        return None
    found = (
        _HELD.search(text[:start]) or _SEES.search(text[:start]) or _IS_SEEN.search(text[:start])
    )
    return found.start() if found else None
