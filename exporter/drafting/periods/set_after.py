"""Results after which guidance was set anew: raised its forecast after third-quarter sales | rose.

The guidance is of what comes; the results after which it was set have been made.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.periods.tenses import is_future, is_past
from exporter.engine.regex import regex

_SET_AFTER = regex(
    r"\b(?:raised|lifted|hiked|boosted|upgraded|increased|cut|lowered|trimmed|reduced|slashed"
    r"|downgraded|reaffirmed|reiterated|confirmed|maintained|kept|held|withdrew|scrapped"
    r"|suspended|revised|narrowed|nudged(?: up| down)?)"
    r" (?:its|their|the|his|her|an?) (?:[\w-]+ ){0,5}?"
    r"(?:forecast|outlook|guidance|target|expectation|prediction|estimate|projection)s?\b"
    r"(?:(?! after )[^;])*,? after (?P<results>[^,;]*)$"
)

_OF = regex(rf"\b(?:sales|revenues?|profits?|earnings|orders|growth) of {ABOUT}[A-Z]{{0,3}}\W?$")


def are_results_before(text: str, start: int) -> bool:
    """Whether what stands there is of results after which English guidance was set anew."""
    found = _SET_AFTER.search(text, 0, start)
    return found is not None and not is_future(found["results"], "en")


def is_result_before(text: str, start: int) -> bool:
    """Whether a figure is one of such results: after profit rose | 3%, after a profit of | £3m."""
    found = _SET_AFTER.search(text, 0, start)
    is_told = found is not None and (
        is_past(found["results"], "en") or _OF.search(found["results"])
    )
    return bool(is_told) and are_results_before(text, start)
