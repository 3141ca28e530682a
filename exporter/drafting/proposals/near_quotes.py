"""The exact words of a source for a quote that is nearly right."""

from difflib import SequenceMatcher
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.clauses import ELLIPSIS, normalise, passages
from exporter.evidence.reading import read_figures
from exporter.evidence.sources import Source

_LEAST_LIKE = 88.0  # per cent of letters that are the same, in the same order
_MUCH_LIKER = 4.0  # per cent, than any other place
_WORDS = regex(
    r"[^\W\d_\u3040-\u9fff]+|[0-9]+|[\u3040-\u9fff]|[$€£¥%‰]|(?<![\w.,])-(?=[$€£¥]?[0-9])"
)
_APOSTROPHES = regex("['’‘]")
_SAME = {"€": "eur", "%": "percent", "£": "gbp"}
# With them or without, the same is said: stood at, was; a tense is not.
_FREE = frozenset("a an the that was were stood at 的 了".split())
_LEAST_SPELT = 5  # letters of a word that may be misspelt by one


def exact_words(quote: str, source: Source) -> str:
    """The clauses of a source's text that a quote means; "" where none is near enough to be sure.

    They have the same words but for articles and slips of the pen, and so the same figures of the
    same things; and no other place in the text is as like.
    """
    from rapidfuzz import fuzz, process

    if ELLIPSIS.search(quote) or not source.clauses:
        return ""
    sought, length = normalise(quote), sum(map(len, passages(quote)))
    runs = _runs(source, [count for count in range(length - 1, length + 2) if count > 0])
    found = process.extract(sought, [normalise(run) for run in runs], scorer=fuzz.ratio, limit=8)
    near = [(score, runs[index]) for _, score, index in found if score >= _LEAST_LIKE]
    alike = [(score, run) for score, run in near if _says_the_same(quote, run)]
    if not alike:
        return ""
    best, words = alike[0]
    others = [run for score, run in alike[1:] if score > best - _MUCH_LIKER]
    return "" if any(not _overlap(run, words) for run in others) else words


def _runs(source: Source, counts: list[int]) -> list[str]:
    """Every run of so many clauses, as the text has it."""
    text, clauses = source.text or "", source.clauses
    return [
        text[clauses[first].start : clauses[first + count - 1].end]
        for count in counts
        for first in range(len(clauses) - count + 1)
    ]


def _says_the_same(quote: str, words: str) -> bool:
    """Whether a quote says in nearly the same words what those of a source say."""
    one, other = _words_of(quote), _words_of(words)
    changes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    is_same = all(tag == "equal" or _is_slip(one[a:b], other[c:d]) for tag, a, b, c, d in changes)
    return is_same and _figures(quote) == _figures(words)


def _words_of(text: str) -> list[str]:
    """Words, numerals, signs of currencies and Chinese characters of a text, marks left out."""
    small = _APOSTROPHES.sub("", text.casefold()).replace("per cent", "percent")
    small = small.replace("−", "-").replace("达到", "达")
    found = (_SAME.get(word, word) for word in _WORDS.findall(small))
    return [word for word in found if word not in _FREE]


def _is_slip(one: list[str], other: list[str]) -> bool:
    """Whether some words are others that are misspelt, each by one letter behind its first."""
    from rapidfuzz.distance import OSA

    return len(one) == len(other) and all(
        min(len(a), len(b)) >= _LEAST_SPELT and a[0] == b[0] and OSA.distance(a, b) == 1
        for a, b in zip(one, other, strict=True)
    )


def _figures(text: str) -> list[tuple[Fraction, str]]:
    return [(figure.value, figure.dimension) for figure in read_figures(text)]


def _overlap(one: str, other: str) -> bool:
    """Whether one run of clauses is a part of the other."""
    return one in other or other in one
