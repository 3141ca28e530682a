"""English nouns that look like verbs which say what is planned, expected or claimed.

The insurer's claims platform, plans under management, demand forecasting software, estimates of
claims reserves: none says anything of the figures beside it.
"""

from exporter.engine.regex import regex

_TOOL = r"(?:tools?|software|platforms?|systems?|apps?|modules?|suites?|engines?)"
_NOUNS = regex(
    # The cost of the claims platform, its forecasting software; not: is planning platforms
    rf"\bclaims (?:management )?(?:{_TOOL}|handling|handlers?|departments?|inflation|ratios?"
    r"|reserves?|experience|frequency)\b"
    r"|\bplanning (?:permission|consent|application|approval|rules|laws?)\b"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )\b(?:planning|forecasting|estimating|targeting"
    rf"|budgeting) {_TOOL}\b"
    rf"|(?:\b(?:its|the|an?|our|their)|['’]s) (?:[\w-]+ )?"
    rf"(?:plans?|forecasts?|estimates?) {_TOOL}\b"
    # Fewer claims, the number of plans
    r"|\b(?:number|numbers|volume|cost|costs|frequency|severity|processing|handling|fewer"
    r"|outstanding|settled) (?:of )?(?:(?:new|large|weather|storm|motor) )?(?:claims|plans)\b"
    # Plans under management rose; estimates of claims reserves were raised
    r"|\b[Pp]lans(?= (?:under (?:management|administration)|in force|sold)\b)"
    r"|\b[Ee]stimates?(?= (?:of|for) (?:the |its )?(?:claims|loss|insurance|pension|technical)"
    r" (?:reserves|liabilities)\b)"
    r"|\b(?:(?:claims|loss|pension) reserves?|actuarial|accounting|changes? in)"
    r" (?:accounting )?estimates?\b"
    # Its savings plans: products, and no intentions
    r"|\b(?:[Pp]ension|[Ss]avings|retirement|annuity|insurance|investment|dental|medical|workplace"
    r"|broadband|mobile|phone|family|prepaid|postpaid|monthly) plans\b"
    r"|\b(?:pension|retirement|guaranteed) promises\b"
    # The Best for Pets plan, launched in 2015
    r"|\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Aa]) (?:[A-Z][\w’'-]* (?:(?:for|of|and) )?){1,4}plan\b"
)


_STEMS = "claims", "lan", "forecast", "stimat", "targeting", "budgeting", "promises"


def without_nouns(text: str) -> str:
    """An English text in which such nouns are blank; its length is kept."""
    if not any(stem in text for stem in _STEMS):
        return text
    return _NOUNS.sub(lambda said: " " * len(said[0]), text)
