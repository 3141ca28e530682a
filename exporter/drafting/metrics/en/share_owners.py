"""Whose share a figure is, where an aside or "which" stands between them and their verb."""

from exporter.drafting.exactness import ABOUT
from exporter.engine.regex import regex

# The service business, which maintains 1.9 million units, generated 43% of sales and | two thirds
_WITH_ASIDE = regex(
    r"(?:^|[.;] )(?:The |Its )?(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}(?=,))?"
    r"(?P<what>(?!\w+ly,)(?:[a-z][\w-]* ){0,2}"
    r"(?:business|division|unit|arm|segment|brand|chain)s?(?=,))?"
    r",(?<=\w,) (?:which|whose|where) [^;]*?, (?:now |already |still )?"
    r"(?:generate[sd]?|accounts? for|accounted for|makes? up|made up|contribute[sd]?|provide[sd]?"
    rf"|brings? in|brought in) {ABOUT}(?:[^,;.]*? of [a-z]+ and {ABOUT})?$"
)
# Its lower exposure to the Caribbean, |which| accounts for | 28% | of capacity: what is named last
_WHICH_ACCOUNTS = regex(
    r"\b(?:exposure|dependence|reliance|focus|bet|push|shift|rise|fall|growth|decline|drop|surge)"
    r" (?:to|on|in|into|of|towards?) (?:the |its |their )?"
    r"(?:(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})|(?P<what>(?:[a-z-]+ ){0,2}?[a-z-]+)), which"
    r" (?:(?:now|still|already|alone|currently) )?"
    rf"(?:accounts?|accounted|makes? up|made up|represents?|represented) (?:for )?{ABOUT}$"
)


def owner_told(before: str) -> str:
    """Who or what is said to make up so much, by the words before a share; "" where none says."""
    found = _WHICH_ACCOUNTS.search(before) or _WITH_ASIDE.search(before)
    return found["who"] or found["what"] if found else ""
