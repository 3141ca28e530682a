"""A consensus that somebody judges, and that nothing has met yet, whatever tense tells of it.

The fourth-quarter revenue consensus of about $640 million looked too high.
"""

from exporter.engine.regex import regex

_JUDGED = (
    r"\b(?:(?:looks?|looked|seems?|seemed|appears?|appeared|remains?|remained|is|are|was|were)"
    r"(?: to be)?(?: (?:now|still|also|a|bit|little|rather|somewhat|far|much))*"
    r" (?:too|overly|unduly|optimistic|pessimistic|demanding|stretched|conservative|ambitious"
    r"|cautious|achievable|beatable|at risk|high\b|low\b|vulnerable|undemanding|out of reach)"
    r"|(?:needs?|needed|has|have|had) to (?:come down|fall|rise|move|go))"
)
_CONSENSUS = r"(?:consensus(?: (?:estimates?|forecasts?|expectations?))?)\b"
_OF_A_PERIOD = regex(rf"[ -](?:(?!beat|miss)[a-z-]+ ){{0,4}}?{_CONSENSUS}[^;]{{0,60}}?{_JUDGED}")


def is_consensus_judged(text: str, end: int) -> bool:
    """Whether an English sentence judges the consensus for a period that ends at a place of it."""
    return _OF_A_PERIOD.match(text, end) is not None
