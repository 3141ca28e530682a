"""Bodies that forecast in an English sentence of their own: an association, a ministry, the IMF.

The Stone Federation forecasts that output will grow by | 2% |: an estimate, whatever the company
that tells of it plans. What such a body expects to do is no forecast.
"""

from exporter.drafting.model import Setting
from exporter.engine.regex import regex

_CAPITALS = r"(?:[A-Z][\w&.’'-]*(?: (?:of|and|for|the|&))* ){0,6}?"
_KIND = (
    r"(?:[Aa]ssociation|[Ff]ederation|[Cc]ouncil|[Ii]nstitute|[Aa]gency|[Cc]onsultanc(?:y|ies)"
    r"|[Cc]onsultants?|[Cc]onsulting|[Bb]ureau|[Mm]inistry|[Dd]epartment|[Rr]egulator|[Gg]overnment"
    r"|[Tt]reasury|[Cc]hamber|[Tt]rade body|[Tt]rade group|[Ll]obby|[Tt]hink[- ]?tank|[Ff]orecaster"
    r"|[Cc]entral bank|[Ss]tatistics office|[Aa]uthority|[Cc]ommission|[Uu]niversity"
    r"|[Rr]esearch (?:firm|house|group|company)|Economics|Analytics|Intelligence|Insights"
    r"|[Ee]conomists|[Ff]orecasters)"
)
_KNOWN = (
    r"(?:IMF|OECD|IEA|EIA|OPEC|IATA|OBR|CBI|ECB|FAO|USDA|World Bank|International Monetary Fund"
    r"|European Central Bank|Federal Reserve|Fed|Bundesbank|Bank of (?!America\b)[A-Z]\w+|EU"
    r"|United Nations|UN|Gartner|IDC|McKinsey|Rystad|Rystad Energy|Wood Mackenzie)"
)
_FORECASTS = regex(
    rf"(?:^|(?<=[,;—–“\"] )|(?<=[“\"])|\b(?:and|but|while|as|that|where|because) )"
    rf"(?P<who>(?:[Tt]he |[Aa]n? |[Aa]nalysts at |[Ee]conomists at )?"
    rf"(?:(?!(?:its|our|their)\b)[a-z-]+ ){{0,3}}?{_CAPITALS}"
    rf"(?:{_KIND}(?: (?:of|for|on) (?:[a-z]+ )?(?:[A-Z][\w&’'-]*(?: (?:and|&))? ?){{1,4}}?)?"
    rf"(?:,? ?[A-Z][\w’'-]+){{0,2}}|{_KNOWN})(?: \([^()]*\))?)"
    r"(?:, (?:which|whose|an?|the) [^,;]{3,80},)? (?:now |also |still |itself |currently )?"
    r"(?:forecasts?|forecasted|expect(?:s|ed)?|predict(?:s|ed)?|project(?:s|ed)?|estimate[sd]?"
    r"|sees?|reckons?|anticipates?|puts)(?! to\b)(?: that)? [^;]*$"
)
# Above the 2% | that the IMF forecasts
_BEHIND = regex(
    rf" (?:[a-z]+ )?(?:that |which )?(?P<who>(?:[Tt]he )?{_CAPITALS}(?:{_KIND}|{_KNOWN}))"
    r" (?:now |also |still |has |had )?(?:forecasts?|expect(?:s|ed)?|predict(?:s|ed)?"
    r"|project(?:s|ed)?|pencilled in|anticipate[sd]?)\b(?! to\b)"
)
_OF_ITS_OWN = regex(r"\b(?:company|group|firm|board|management)['’]?s?\b")
# The council expects growth, | and Acme expects | to open 12 shops
_ANOTHER = regex(
    r"(?:,|\b(?:and|but|while|whereas)) (?:we|it|they|(?:the|its|our) [a-z-]+|[A-Z][\w&’'-]+)"
    r" (?:(?:now|also|still) )?(?:expect|plan|aim|target|forecast|intend|hope|guid|anticipat|will)"
)


def forecasting_body(head: str, setting: Setting) -> str:
    """Which body forecasts what stands behind the words of a sentence; "" for none."""
    found = _FORECASTS.search(head) if setting.lang == "en" else None
    if found is None or _ANOTHER.search(head, found.end("who")):
        return ""
    return _outside(found["who"], setting)


def body_behind(text: str, end: int, setting: Setting) -> str:
    """Which body forecasts the figure of a sentence that ends there; "" for none."""
    found = _BEHIND.match(text, end) if setting.lang == "en" else None
    return _outside(found["who"], setting) if found is not None else ""


def _outside(who: str, setting: Setting) -> str:
    """A body as it is named; "" where it is a company's own, or one of the report's entities."""
    if _OF_ITS_OWN.search(who):
        return ""
    names = [name for one in setting.entities for name in (*one.name, *one.aliases) if name]
    return "" if any(name in who for name in names) else who
