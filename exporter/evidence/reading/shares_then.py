"""Parts as they were once, and by which something moved: a quarter a year ago, a third so far.

38%, compared with a quarter a year ago; without such a word before it that is a time. Shares that
have gained a third this year moved by that much, where the third this year is one in a row.
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


# Shares have gained a third this year; they are up a fifth so far
_MOVED = frozenset(
    "gained lost shed risen fallen rose fell dropped climbed jumped surged slipped sunk sank added "
    "shrunk grown grew declined slumped tumbled plunged".split()
)
_SINCE_WHEN = frozenset("this last over during so after before already on".split())
_BEING = frozenset("is are was were be been now still already shares stock price".split())


_TENTHS = frozenset({"tenth", "tenths"})
_TO_A_SHARE = regex(r" to (?:about |just |only )?[0-9]+(?:\.[0-9]+)? ?(?:%|per ?cent(?![a-z]))")
_BY = frozenset("by up down another".split())


def is_moved_share(text: Text, first: int, after: int) -> bool:
    """Whether tenths are those of a point, by which a share moved: up two tenths to 4.4 percent."""
    before = text.word(first - 1)
    is_by = before in _BY or before in _MOVED or before.endswith("ed")
    is_tenth = is_by and text.words[after - 1] in _TENTHS
    return is_tenth and _TO_A_SHARE.match(text.lower, text.ends[after - 1]) is not None


def moved_since(text: Text, first: int, after: int) -> bool:
    """Whether something is said to have moved by the words from `first` to before `after`."""
    before = text.word(first - 1)
    is_state = before in {"up", "down"} and text.word(first - 2) in _BEING
    return text.word(after) in _SINCE_WHEN and (before in _MOVED or is_state)
