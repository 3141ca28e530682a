"""Parts as they were once, told beside another: 38%, compared with a quarter a year ago.

Without such a word before it, a quarter a year ago is a time.
"""

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text

_THEN = regex(
    r"(?:an?|one|two|three|four|five|six|ten|[0-9]+) (?:years?|decades?) (?:ago|earlier|before)"
    r"(?![a-z])|last year(?![a-z’'])"
)
_SET_BESIDE = frozenset(
    "than with to from against versus about nearly almost roughly around just only".split()
)


def was_then(text: Text, first: int, after: int) -> bool:
    """Whether the words from `first` to before `after` are told as they were at another time."""
    is_beside = text.word(first - 1) in _SET_BESIDE and after < len(text.starts)
    return is_beside and _THEN.match(text.lower, text.starts[after]) is not None
