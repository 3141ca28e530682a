"""Brackets in the words of a sentence, and in names: closed ones end nothing, and none is cut."""

from exporter.engine.regex import regex

_OPENING, _CLOSING = "（(", "）)"
_UNCLOSED = regex(r"[（(][^（()）]*$")
_UNOPENED = regex(r"^[^（()）]*[）)]")


def clause_start(text: str, end: int, marks: str) -> int:
    """Where the clause begins that stands before `end`; what closed brackets hold begins none.

    中国（含香港，不含澳门）|销量; in brackets that are still open a clause is theirs.
    """
    depth = 0
    for at in range(end - 1, -1, -1):
        if text[at] in _CLOSING:
            depth += 1
        elif depth and text[at] in _OPENING:
            depth -= 1
        elif not depth and (text[at] in marks or text[at] in _OPENING):
            return at + 1
    if not depth:
        return 0
    return max(text.rfind(mark, 0, end) for mark in marks + _OPENING) + 1  # 1）|收入


def whole_brackets(name: str) -> str:
    """A name without half a pair of brackets: 含香港）消费量 is 消费量."""
    name = name.strip()
    while name != (rest := _UNOPENED.sub("", _UNCLOSED.sub("", name)) if _is_cut(name) else name):
        name = rest.strip()
    return name


def _is_cut(name: str) -> bool:
    """Whether a bracket of a name has no other."""
    depth = 0
    for letter in name:
        depth += (letter in _OPENING) - (letter in _CLOSING)
        if depth < 0:
            return True
    return depth > 0
