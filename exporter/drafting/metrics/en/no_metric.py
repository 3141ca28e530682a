"""Names that are none, which a rule may make of words that it has misread."""

import re

from exporter.engine.regex import regex

# Somebody's title, a bare class, a half
_NO_METRIC = regex(
    r"(?:(?:finance|chief|managing|executive|sales|operating|vice|deputy|non-executive) )+"
    r"(?:director|executive|officer|president|chair\w*|chief)\b"
    r"|(?:analyst|chair(?:man|woman)?|president|minister|ceo|cfo|director|founder|spokes\w+) [A-Z]"
    r"|(?:amount|end|slogan|jump|rise|fall|drop|shade|touch|half|share|list|way|part|runs|is|it|he"
    r"|she|they|we|you|times|money|total|number|average|minute|hour|second|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday"
    r"|improvement|results?|more|less|fewer|higher|lower|increase|decline|gain"
    r"|cer|lfl|fx|loss of|period of|what|which|that|this|us|them"
    r"|(?:after|before) (?:tax|interest|minorities))$"
    r"|(?:whom|who|it|he|she|they|we|you|to|for|in|by|at|with|without) ",
    re.IGNORECASE,
)


def is_no_metric(name: str) -> bool:
    """Whether a name is none: a person with a title, a pronoun, a word that measures nothing."""
    return _NO_METRIC.match(name) is not None
