"""Where the words end that can belong to a figure: clauses."""

from exporter.evidence.reading.lexer import Text

_ENDS = frozenset("， 。 ； ： ！ ？ （ ） ( ) [ ] ; ! ? … : , .".split())
_MAY_END = _ENDS | {"—", "-"}
_IN_NUMBERS = frozenset({",", ":", "."})
_ABBREVIATIONS = frozenset("rs vs mr no approx c ca u s mio st inc corp co ltd".split())


def clause_bounds(text: Text) -> list[int]:
    """The indices of words that end a clause; 、 and marks inside figures end none."""
    lines = "\n" in text.lower
    return [
        index
        for index, word in enumerate(text.words)
        if (word in _MAY_END or lines) and _ends_clause(text, index, word)
    ]


def _ends_clause(text: Text, index: int, word: str) -> bool:
    if word in _ENDS:
        return not _is_inside(text, index, word)
    if word == "—" and text.word(index + 1) == "—":
        return True
    if index and "\n" in text.lower[text.ends[index - 1] : text.starts[index]]:
        return True
    is_inner = 0 < index < len(text.words) - 1
    return word == "-" and is_inner and not (text.touches(index - 1) or text.touches(index))


def _is_inside(text: Text, index: int, mark: str) -> bool:
    """Whether a mark stands inside a figure or behind an abbreviation: 1,250, U.S., vs. 4."""
    if mark not in _IN_NUMBERS or index + 1 >= len(text.words):
        return False
    if text.touches(index) and (mark == "." or text.word(index + 1)[0].isdecimal()):
        return True
    return mark == "." and index > 0 and text.words[index - 1] in _ABBREVIATIONS
