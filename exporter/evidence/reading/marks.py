"""Digits that only mark something: [1], (3) and （002888）; 1. and 2) before a list's items."""

from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.names_zh import is_section_zh
from exporter.evidence.reading.vocabulary.currency_marks import PREFIXES

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_BEFORE_AN_ITEM = frozenset("; ； : ： 。".split())  # 注：1. …；2. …
_MAY_MARK = _OPENING | _BEFORE_AN_ITEM | {"", "."}


def is_mark(text: Text, at: int) -> bool:
    """Whether the digits at word `at` are a reference, a code in brackets or an item's number."""
    before = text.word(at - 1)
    if before not in _MAY_MARK and "\n" not in text.lower:
        return False
    if before in _OPENING and text.word(at + 1) in _CLOSING and text.words[at].isdecimal():
        return _refers(text, at)
    if not _begins(text, at):
        return False
    return (text.is_chinese and is_section_zh(text, at)) or _is_before_an_item(text, at)


_OF_SHARES = frozenset({"%", "percent", "cent"})
# What makes digits in brackets a figure: (12)%, (35)万元
_OF_A_FIGURE = tuple(
    "% 万 亿 元 个百 百万 千万 千元 千港 千美 港元 美元 million billion thousand percent".split()
)


def _refers(text: Text, at: int) -> bool:
    """Whether digits that stand alone in brackets refer to something: a note, a listed share."""
    word = text.words[at]
    if len(word) == 2 and text.word(at - 2) in _OF_SHARES:
        return False  # 38% (37): what it was before
    if len(word) > 2 and text.words[at - 1] != "[":
        return 5 <= len(word) <= 6
    rest = text.lower[text.ends[at + 1] : text.ends[at + 1] + 9].lstrip()
    is_money = at > 1 and text.words[at - 2] in PREFIXES
    return not rest.startswith(_OF_A_FIGURE) and not is_money


def _begins(text: Text, at: int) -> bool:
    """Whether a line or an item begins with the digits."""
    before, word = text.word(at - 1), text.words[at]
    if before in _BEFORE_AN_ITEM and (before not in ":：" or word == "1"):
        return True
    if before == "." == text.word(at + 1) and _follows_an_item(text, at):
        return True
    return at == 0 or "\n" in text.lower[text.ends[at - 1] : text.starts[at]]


def _follows_an_item(text: Text, at: int) -> bool:
    """1. Unaudited. 2. Restated: behind a point and before one, with a capital behind it."""
    is_apart = not text.touches(at - 1) and text.word(at + 2).isalpha()
    return is_apart and text.folded[text.starts[at + 2]].isupper()


def _is_before_an_item(text: Text, at: int) -> bool:
    """Whether digits that begin a line number what follows them: 1. Revenue, 2) Costs, 3、毛利."""
    word, following = text.words[at], text.word(at + 2)
    is_number = word.isdecimal() and len(word) <= 2
    is_parted = text.word(at + 1) in {".", ")", "、"} and text.touches(at)
    return is_number and is_parted and bool(following) and not following[0].isdecimal()
