"""Money set aside for what was said before: plans to open bars, and has put aside | £16m |."""

from exporter.drafting.exactness import about_or
from exporter.engine.regex import regex

_ASIDE = regex(
    r"\b(?:(?:set|put|laid|setting|putting) aside|earmark(?:ed|s|ing)|budget(?:ed|s|ing)"
    rf"|pencill?ed in|reserved|ring-fenced) {about_or('another')}"
    r"[A-Z]{0,3}\W?$"
)
_FOR_IT = regex(
    r" (?:for (?:(?:the|this|that) (?:purpose|job|task|work|works|project|plan|scheme|programme"
    r"|effort|move|change|overhaul)|this|that|it|them|these|those)|to do (?:so|that|it)"
    r"|to pay for (?:it|them|this))(?=[,.;]|$| (?:and|but|over|in|this|next)\b)"
)
_FOR_WHICH = regex(r"\bfor which [^,;.]*$")
# Plans to open eight bars; for which it has put aside
_PLAN = regex(
    r"\b(?:plans?|planned|planning|intends?|wants?|aims?|hopes?|is|are|due|set|ready) to"
    r" (?P<deed>(?!be\b|do\b|have\b)[a-z]+) (?P<what>(?:[^,;.]|[.,](?=[0-9]))+)"
    r"|\bwill (?P<will>(?!be\b|do\b|have\b)[a-z]+) (?P<whose>(?:[^,;.]|[.,](?=[0-9]))+)"
)
_NOT_WHAT = regex(
    r"(?:(?:the|its|their|our|an?|up to|about|around|some|all|another|of|[0-9][0-9,.]*"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds)(?= |$) ?)+"
)
_END = regex(
    r" (?:in (?:the|19|20|its|early|late)|next|this|by|over|from|at|on|and|before|after|within"
    r"|during|until|through|when|while|to)\b.*$"
)


def is_set_aside(text: str, start: int, end: int) -> bool:
    """Whether a sum is set aside for what is told before it in a sentence, or the one before."""
    head = text[:start]
    if not _ASIDE.search(head):
        return False
    return bool(_FOR_WHICH.search(head) or _FOR_IT.match(text, end))


def set_aside_for(text: str, start: int, end: int, earlier: str) -> tuple[str, str]:
    """The verb and the object of the plan for which a sum is set aside; "" where it says another.

    Args:
        text: The sentence.
        start: Where in it the sum begins.
        end: Where the sum ends.
        earlier: The sentence before.
    """
    if not is_set_aside(text, start, end):
        return "", ""
    plan = next((found for said in (text[:start], earlier) if (found := _PLAN.search(said))), None)
    if plan is None:
        return "", ""
    what = _END.sub("", plan["what"] or plan["whose"])
    skipped = _NOT_WHAT.match(what)
    return plan["deed"] or plan["will"], what[skipped.end() if skipped else 0 :].strip()
