"""What English sentences say of a broker by the way, and what they say it did beside its rating."""

from exporter.engine.regex import regex

# Shore Capital|, the house broker,| kept its “buy” rating
_APPOSED = regex(
    r"^(?P<who>(?:[Aa]nalysts? at |[Tt]he )?"
    r"[A-Z][\w&.’'-]*(?: (?:(?:of|and|&|de) )?[A-Z][\w&.’'-]*)*)"
    r", (?:the|an?|its|one of|long|formerly|itself)\b(?! (?:rise|fall|cut|increase)\b)"
    r"[^,;0-9“”\"]{3,70}, "
)
# Kept its “buy” rating and | raised its forecast for profit
_REVISES = regex(
    r"^[^,;]*?\b(?:kept|keeps|maintain\w*|reiterat\w*|repeat\w*|confirm\w*|stuck|sticks|stayed|left"
    r"|retain\w*|rates?|has)\b[^,;]*?,? (?:and|but|while) (?:also )?"
    r"(?=(?:rais|lift|cut|lower|trim|increas|reduc|slash|upgrad|nudg)\w* (?:up |down )?"
    r"(?:its|their|his|her|the) (?:[\w-]+ ){0,4}?(?:forecast|estimate|projection)s?\b)"
)
_BECAUSE = regex(r"^(?:because|since) (?=\S+ \S)")


def without_apposition(claim: str) -> str:
    """A claim without what an aside says of whom it is."""
    return _APPOSED.sub(r"\g<who> ", claim)


def revised_alone(claim: str) -> str:
    """What a broker did to its forecast beside keeping its rating; "" where it did nothing."""
    found = _REVISES.match(claim)
    return claim[found.end() :] if found else ""


def reason_alone(clauses: list[str]) -> str:
    """The reason that the last of the clauses gives for a rating, where they claim nothing else."""
    last = clauses[-1].strip() if clauses else ""
    found = _BECAUSE.match(last)
    return last[found.end() :] if found else ""
