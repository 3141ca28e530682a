"""Lines put together: what stood between the words of a paragraph before it was broken."""

import re
from collections.abc import Collection, Iterable

from exporter.evidence.clauses import SOFT_HYPHEN

_WITHOUT_SPACES = re.compile("[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]")
_TYPESET_HYPHEN = "\u2010"  # which programs put where they break a word; people type a hyphen-minus
_HYPHENS = f"-{_TYPESET_HYPHEN}"
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(rf"(?<![^\W\d_])([^\W\d_]+)[{_HYPHENS}]\Z")
_FIRST_WORD = re.compile(rf"([^\W\d_]+)(?![^\W_]|[{_HYPHENS}][^\W\d_])")
# Words that often begin or end a compound with a hyphen, and hardly ever a broken word.
_COMPOUNDING = frozenset(
    "all cross double ex first full half high large long low mid multi non off one part post "
    "quarter second self semi short single small third three two ultra well year "
    "adjusted backed based bearing border class date day deep digit driven effective efficient end "
    "ended exempt facing focused free friendly generating grade growing growth income intensive "
    "interest leading led level like line listed looking making margin market month only oriented "
    "over owned party performing priced purpose quality range rate ready related saving scale "
    "sector service share sized specific stage standing store tax tech term tier time to use user "
    "value volume weighted wide winning yielding".split()
)


def words_of(lines: Iterable[str]) -> set[str]:
    """The words of lines in lower case, by which a broken word is known; none of its pieces."""
    words: set[str] = set()
    is_broken = False
    for line in lines:
        found = _WORD.findall(line.lower())
        was_broken, is_broken = is_broken, line.rstrip().endswith((*_HYPHENS, SOFT_HYPHEN))
        words.update(found[was_broken : len(found) - is_broken])
    return words


def joined(text: str, line: str, words: Collection[str]) -> str:
    """A paragraph and the line that goes on with it.

    Args:
        text: What stands before.
        line: The next line.
        words: Of the whole document, as `words_of` gives them.
    """
    text, line = text.rstrip(), line.lstrip()
    cut, between = joint(text, line, words)
    return f"{text[: len(text) - cut]}{between}{line}"


def joint(text: str, line: str, words: Collection[str]) -> tuple[int, str]:
    """How many characters of a line go, and what stands between it and the next one.

    A hyphen at the line's end is undone where a word was broken there, and kept where it belongs
    to it. There is no space where a line ends or begins in Chinese or Japanese.
    """
    if not text or not line:
        return 0, ""
    if text.endswith(SOFT_HYPHEN) or _is_broken(text, line, words):
        return 1, ""
    if text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalnum():
        return 0, ""
    is_close = _WITHOUT_SPACES.match(text[-1]) or _WITHOUT_SPACES.match(line[0])
    return 0, "" if is_close else " "


def _is_broken(text: str, line: str, words: Collection[str]) -> bool:
    """Whether the hyphen at the end of a line breaks a word, and is none of its own."""
    head, tail = _LAST_WORD.search(text), _FIRST_WORD.match(line)
    if not head or not tail or not tail[1].islower():
        return False
    first, second = head[1].lower(), tail[1]
    if first + second in words or text.endswith(_TYPESET_HYPHEN):
        return True
    if first in _COMPOUNDING or second in _COMPOUNDING:
        return False
    # Both parts of cost-effective are words; the second half of a broken one is hardly one.
    return second not in words or first not in words
