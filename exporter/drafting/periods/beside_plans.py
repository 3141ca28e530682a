"""What a plan is set beside that is not over itself: a year's sum, of this year.

Plans to spend $180m, compared with | $150m | this year: nobody has spent that before the year
ends; it is planned as well.
"""

from exporter.drafting.exactness import about_or
from exporter.drafting.model import Setting, Stated
from exporter.drafting.periods.by_publication import is_going_on
from exporter.engine.regex import regex

_PLAN_FROM = regex(
    r"\b(?:plans?|planned|intends?|aims?|expects?|will|would|forecasts?|budgeted)\b[^.;]*?"
    r"\b(?:compared (?:with|to)|versus|against|(?:up|down) from)"
    rf" {about_or('an estimated')}[A-Z]{{0,3}}\W?$"
)
_THIS_YEAR = regex(r" (?:in |for )?(?:this|the current) (?:financial |fiscal )?year(?=[,.;]|$)")


def is_beside_plan(text: str, stated: Stated, setting: Setting, period: str) -> bool:
    """Whether a figure is of a whole year that is not over, and a plan is compared with it."""
    is_told = _PLAN_FROM.search(text[: stated.start]) and _THIS_YEAR.match(text, stated.end)
    return bool(is_told) and setting.lang == "en" and is_going_on(period, setting)
