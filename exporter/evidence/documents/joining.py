"""Lines put together: what stood between the words of a paragraph before it was broken."""

from collections.abc import Iterable
from itertools import pairwise

from exporter.engine.regex import regex
from exporter.evidence.clauses import SOFT_HYPHEN

_WITHOUT_SPACES = regex("[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff65]")
_TYPESET_HYPHEN = "\u2010"  # which programs put where they break a word; people type a hyphen-minus
_HYPHENS = f"-{_TYPESET_HYPHEN}"
_ENDS = tuple(_HYPHENS)
_WORD = regex(r"[^\W\d_]+")
_COMPOUND = regex(r"(?<![^\W_])[^\W\d_]+(?:-[^\W\d_]+)+")
_LAST_WORD = regex(rf"(?<![^\W\d_])([^\W\d_]+)[{_HYPHENS}]\Z")
_FIRST_WORD = regex(rf"([^\W\d_]+)(?![^\W_]|[{_HYPHENS}][^\W\d_])")
_SLASHED = regex(r"(?<![\w./:&])[\w&]+/\Z")  # PET/|CT; an address may end with its slash
_NUMBER_END = regex(r"[0-9][.,]?\Z")
_NUMBER_START = regex(r"[.,]?[0-9]")
_NEAR = 20  # characters that tell in which language a line is
# Words that often begin or end a compound with a hyphen, and hardly ever a broken word.
_COMPOUNDING = frozenset(
    "all cross double ex first full half high large long low mid multi non off once one part post "
    "quarter second self semi short single small third three twice two ultra well year "
    "adjusted backed based bearing border class daily date day deep digit driven effective "
    "efficient end ended exempt facing focused free friendly generating grade growing growth "
    "income intensive interest leading led level like line listed looking making margin market "
    "month monthly only oriented over owned party performing priced purpose quality range rate "
    "ready related saving scale sector service share sized specific stage standing store tax tech "
    "term tier time to use user value volume weekly weighted wide winning yielding".split()
)
# Those that are syllables of other words as often: ex-pect, part-ner, corpo-rate, man-date.
_ALSO_SYLLABLES = frozenset(
    "all class date day end ex led level line low market over part range rate share store "
    "term tier time to use".split()
)


class Vocabulary:
    """The words of a document, by which a broken word is told from one with a hyphen."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Learn the words of lines; those that line ends part are none.

        Args:
            lines: Of the document, in order.
        """
        self._words: set[str] = set()
        self._compounds: set[tuple[str, str]] = set()
        parted: list[tuple[str, str]] = []
        before, typeset = "", 0
        for line in lines:
            head, tail = _LAST_WORD.search(before), _WORD.match(line)
            if head and tail and tail[0].islower():
                parted.append((head[1].lower(), tail[0]))
                typeset += before.endswith(_TYPESET_HYPHEN)
            found = _WORD.findall(line.lower())
            before = line.rstrip().removesuffix(SOFT_HYPHEN)
            self._words.update(found[head is not None : len(found) - before.endswith(_ENDS)])
            for compound in _COMPOUND.findall(line.lower()):
                self._compounds.update(pairwise(compound.split("-")))
        told = [self._is_one_word(*parts) for parts in parted]
        # Who breaks words by a hyphen of its own does so by no other.
        self._breaks_words = not typeset and told.count(True) >= told.count(False)

    def _is_one_word(self, first: str, second: str) -> bool | None:
        """Whether two parts are one word, as far as the document tells; else None."""
        if first + second in self._words:
            return True
        if (first, second) in self._compounds or self._is_compound(first, second):
            return False
        return None

    def _is_compound(self, first: str, second: str) -> bool:
        """Whether both parts are words, or one of them is hardly ever a part of another."""
        if any(part in _COMPOUNDING - _ALSO_SYLLABLES for part in (first, second)):
            return True
        return {first, second} <= self._words | _COMPOUNDING

    def is_broken(self, text: str, line: str) -> bool:
        """Whether the hyphen at the end of a line breaks a word, and is none of its own."""
        if text.endswith(_TYPESET_HYPHEN):
            return _LAST_WORD.search(text) is not None and line[:1].islower()
        head, tail = _LAST_WORD.search(text), _FIRST_WORD.match(line)
        if not head or not tail or not tail[1].islower():
            return False
        is_one = self._is_one_word(head[1].lower(), tail[1])
        return self._breaks_words if is_one is None else is_one


def joined(text: str, line: str, words: Vocabulary) -> str:
    """A paragraph and the line that goes on with it.

    Args:
        text: What stands before.
        line: The next line.
        words: Of the whole document.
    """
    text, line = text.rstrip(), line.lstrip()
    cut, between = joint(text, line, words)
    return f"{text[: len(text) - cut]}{between}{line}"


def joint(text: str, line: str, words: Vocabulary) -> tuple[int, str]:
    """How many characters of a line go, and what stands between it and the next one.

    A hyphen at the line's end is undone where a word was broken there, and kept where it belongs
    to it, as a slash is. There is no space where a line ends or begins in Chinese or Japanese.
    """
    if not text or not line:
        return 0, ""
    if text.endswith(SOFT_HYPHEN) or words.is_broken(text, line):
        return 1, ""
    if text[-1] in _HYPHENS and len(text) > 1 and text[-2].isalnum():
        return 0, ""
    if _SLASHED.search(text) and line[0].isalnum():
        return 0, ""
    is_close = _WITHOUT_SPACES.match(text[-1]) or _WITHOUT_SPACES.match(line[0])
    return 0, "" if is_close or parts_number(text, line) else " "


def parts_number(text: str, line: str) -> bool:
    """Whether a line ends in a number: in Chinese, where no number stands beside another one."""
    if not _NUMBER_END.search(text) or not _NUMBER_START.match(line):
        return False
    return all(_WITHOUT_SPACES.search(part) for part in (text[-_NEAR:], line[:_NEAR]))
