"""Whether a figure counts what a fact's unit names: 31 countries are no 31 people.

The noun stands behind the number (17条产品线, 31 mature markets), before it (下载2300万次, orders
rose to 410 million), or with a number said earlier (of 960 flats, 610 are let).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from exporter.evidence.counted_zh import counts_zh, names_nothing_zh
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.units import is_counted_word
from exporter.facts.units import COUNT, KNOWN_UNITS, Unit

_WORD = re.compile(r"[\s-]*([a-z][\w']*(?:-[a-z][\w']*)*)", re.IGNORECASE)
_WORDS = re.compile(r"[a-z][\w']*", re.IGNORECASE)
_HAN = re.compile("[\u4e00-\u9fff]")
_STOPS = frozenset(
    "in on by from since at for as to and or after last this next with during up "
    "down over more less so than compared when while was is has have had will "
    "would may can"
    " per a an the that which who were are been be but if because across under "
    "between through against versus vs into out about it they we he she its their"
    " each every annually yearly now then also not no where both".split()
)  # fmt: skip
_REGULAR = frozenset("daily weekly monthly".split())
_PARTITIVE = frozenset("of the its our their these those all such".split())
_GENERIC_EN = frozenset("times time people persons units pieces items".split())
_MOST_WORDS = 5


def counts(figures: Sequence[Figure], at: int, unit: Unit) -> bool:
    """Whether the figure at an index of a quote's figures counts what `unit` names."""
    figure = figures[at]
    if figure.is_attribute or _IS_OF_A_KIND.match(figure.noun):
        return False
    if any(map(_MARK.search, (figure.noun, figure.subject))):
        figures = [_without_marks(figure) for figure in figures]
        figure = figures[at]
    if _HAN.search(f"{figure.noun}{figure.subject}") or _is_chinese(figures):
        return counts_zh(figures, at, unit.words[1]) or _counts_en(
            figures, at, unit.words[0], lone=False
        )
    return _counts_en(figures, at, unit.words[0])


# 七座版车型, 三缸机型: a model with seven seats, and not seven of them.
_IS_OF_A_KIND = re.compile("[座门驱缸速层轮排核](?:版|型|式(?!样))")
# Footnote marks: 126家², 412 stores¹, 12③家.
_MARK = re.compile("[⁰¹²³⁴-⁹①-⒛]+")


def _without_marks(figure: Figure) -> Figure:
    return figure._replace(
        noun=_MARK.sub("", figure.noun).strip(), subject=_MARK.sub("", figure.subject)
    )


def names_nothing(figure: Figure) -> bool:
    """Whether no noun stands behind a number, which then counts what was said before it.

    of which 71,200 were electric, 其中120家为直营
    """
    if _HAN.search(figure.noun):
        return names_nothing_zh(figure)
    return figure.dimension == COUNT and not any(map(is_counted_word, _phrase(figure.noun)))


# Things that nobody takes for one another; a customer may be a user, a person or a company.
_THINGS = (
    "people users developers customers companies employees", "downloads", "parameters",
    "models products", "patents", "stores", "cities", "countries", "orders",
)  # fmt: skip


def counted_thing(figures: Sequence[Figure], at: int) -> str:
    """Which of some things that are well known the figure counts; "" for another one."""
    for keys in _THINGS:
        if any(counts(figures, at, KNOWN_UNITS[key]) for key in keys.split()):
            return keys
    return ""


def _is_chinese(figures: Sequence[Figure]) -> bool:
    return any(_HAN.search(f"{figure.text}{figure.noun}{figure.subject}") for figure in figures)


# --- English


def _stem(word: str) -> str:
    word = word.lower()
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1024)
def _stems(label: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in re.findall(r"[a-z][\w']*", label.lower()))


def _phrase(noun: str) -> list[str]:
    """The words behind a number as far as they may be a noun phrase."""
    words: list[str] = []
    at = 0
    while (match := _WORD.match(noun, at)) is not None and len(words) < _MOST_WORDS:
        word = match[1].lower()
        if not words and word in _PARTITIVE:
            at = match.end()
            continue
        if word in _REGULAR and not words:  # 35 million weekly users
            at = match.end()
            continue
        if word in _STOPS | _REGULAR or (
            word.endswith("ed") and words and is_counted_word(words[-1])
        ):
            break
        words += word.split("-")
        at = match.end()
    return words


def _counts_en(
    figures: Sequence[Figure], at: int, labels: Sequence[str], *, lone: bool = True
) -> bool:
    figure = figures[at]
    phrase = _phrase(figure.noun)
    heads = [index for index, word in enumerate(phrase) if is_counted_word(word)]
    for label in labels:
        stems = _stems(label)
        if stems and _is_head(phrase, stems):
            return True
    if heads and phrase[heads[0]] not in _GENERIC_EN:
        return False
    words = [_stem(word) for word in _subject(figures, at)]
    if any(_holds(words, _stems(label)) for label in labels):
        return True
    if heads or not lone or not _leaves_noun(phrase):
        return False
    return _carried_en(figures, at, labels)


_NO_NOUN = frozenset(
    "abroad overseas online domestically nationwide worldwide locally remain remains left went "
    "came sold built made bought new old free vacant open shut more others respectively early late "
    "this last next year here there today fewer less higher lower "
    "thrown lost kept cut won taken given found held sent paid lent them us you "
    "those these respectively".split()
)


def _leaves_noun(phrase: list[str]) -> bool:
    """Whether nothing behind a number is a noun, so that it may count what was said before."""
    return not phrase or phrase[0] in _NO_NOUN or phrase[0].endswith(("ed", "ly", "ing"))


def _subject(figures: Sequence[Figure], at: int) -> list[str]:
    """The words before a figure, without those that the figure before it counts."""
    words = _WORDS.findall(figures[at].subject.lower())
    before = figures[at - 1] if at else None
    if before is not None and before.dimension == COUNT:
        phrase = _phrase(before.noun)
        if phrase and words[:1] == phrase[0].split("-")[:1]:
            return words[len(phrase) :]
    return words


def _is_head(phrase: list[str], stems: tuple[str, ...]) -> bool:
    """Whether a label is what a noun phrase is about, and no more than a modifier in it."""
    said = [_stem(word) for word in phrase]
    for start in range(len(said) - len(stems) + 1):
        if tuple(said[start : start + len(stems)]) == stems:
            following = phrase[start + len(stems) : start + len(stems) + 1]
            return not (
                following
                and is_counted_word(following[0])
                and not is_counted_word(phrase[start + len(stems) - 1])
            )
    return False


def _holds(words: list[str], stems: tuple[str, ...]) -> bool:
    size = len(stems)
    return size > 0 and any(
        tuple(words[n : n + size]) == stems for n in range(len(words) - size + 1)
    )


def _carried_en(figures: Sequence[Figure], at: int, labels: Sequence[str]) -> bool:
    """Whether a figure without a noun of its own takes it from one before it."""
    subject = _subject(figures, at)
    for index in range(at - 1, -1, -1):
        if any(
            is_counted_word(word) and word not in _GENERIC_EN and word not in _NO_NOUNS
            for word in subject
        ):
            return False
        before = figures[index]
        if before.dimension == COUNT:
            phrase = _phrase(before.noun)
            if any(_is_head(phrase, _stems(label)) for label in labels):
                return True
            if any(is_counted_word(word) for word in phrase):
                return False
        words = [_stem(word) for word in _WORDS.findall(before.subject)]
        if any(_holds(words, _stems(label)) for label in labels):
            return True
        subject = _subject(figures, index)
    return False


_NO_NOUNS = frozenset("others forecasts estimates expectations targets".split())
