"""Where the words end that can belong to a figure: clauses."""

from bisect import bisect_left

from exporter.engine.regex import regex
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.quantities import Quantity

_ENDS = frozenset("， 。 ； ： ！ ？ （ ） ( ) [ ] ; ! ? … : , .".split())
_MAY_END = _ENDS | {"—", "-"}
_IN_NUMBERS = frozenset({",", ":", "."})
_ABBREVIATIONS = frozenset("rs vs mr no approx c ca u s mio st inc corp co ltd".split())
_REALMS = frozenset({"u.k.", "e.u.", "u.n."})


def clauses_of(quantities: list[Quantity], text: Text) -> list[tuple[int, int]]:
    """The indices of the first word of each quantity's clause, and of the word that ends it."""
    bounds = _clause_bounds(text)
    found = []
    for quantity in quantities:
        before = bisect_left(bounds, quantity.first)
        after = bisect_left(bounds, quantity.last)
        start = bounds[before - 1] + 1 if before else 0
        found.append((start, bounds[after] if after < len(bounds) else len(text.words)))
    return found


def _clause_bounds(text: Text) -> list[int]:
    """The indices of words that end a clause; 、 and marks inside figures end none."""
    lines = "\n" in text.lower
    return [
        index
        for index, word in enumerate(text.words)
        if (word in _MAY_END or lines) and _ends_clause(text, index, word)
    ]


def _ends_clause(text: Text, index: int, word: str) -> bool:
    if word in _ENDS:
        return not (
            _is_inside(text, index, word) or (word in _BRACKETS and _is_of_a_mark(text, index))
        )
    if word == "—" and text.word(index + 1) == "—":
        return True
    if index and "\n" in text.lower[text.ends[index - 1] : text.starts[index]]:
        return True
    is_inner = 0 < index < len(text.words) - 1
    return word == "-" and is_inner and not (text.touches(index - 1) or text.touches(index))


_BRACKETS = frozenset("()[]")
_MARK = regex(r"[(\[](?:注\s?[0-9一二三四五六七八九十]{0,2}|[0-9]{1,2}|[a-e*])[)\]]")
_LONGEST_MARK = 5  # characters of (注12)


def _is_of_a_mark(text: Text, index: int) -> bool:
    """Whether a bracket is of a footnote's mark, which ends no clause: 门店数[3]达1,260家."""
    at = text.starts[index]
    is_first = text.words[index] in "(["
    start = at if is_first else max(text.lower.rfind("(", 0, at), text.lower.rfind("[", 0, at))
    match = _MARK.match(text.lower, max(0, start)) if at - start < _LONGEST_MARK else None
    if match is None or (not is_first and match.end() != at + 1):
        return False
    inner = text.at(start) + 1
    return not text.words[inner][0].isdecimal() or bool(text.used[inner])


def _is_inside(text: Text, index: int, mark: str) -> bool:
    """Whether a mark stands inside a figure or behind an abbreviation: 1,250, U.S., vs. 4."""
    if mark not in _IN_NUMBERS or index + 1 >= len(text.words):
        return False
    behind = text.word(index + 1)[0]
    if text.touches(index) and (behind.isdecimal() or (mark == "." and behind != "[")):
        return True  # and not: 18 million.[4]
    is_short = index > 0 and text.words[index - 1] in _ABBREVIATIONS
    return mark == "." and (is_short or _ends_a_realm(text, index))


def _ends_a_realm(text: Text, index: int) -> bool:
    """Whether a point is the last one of the U.K. or the like; U.S. is a word of its own."""
    words = "".join(text.words[max(0, index - 3) : index + 1])
    return words in _REALMS and text.touches(index - 1)
