"""The things and units that figures are per: kWh, share, 10 shares, 平方米."""

from math import prod

from exporter.engine.regex import regex
from exporter.evidence.reading.cardinals import scale_at
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import ONE, value_of_digits
from exporter.evidence.reading.vocabulary import cues
from exporter.evidence.reading.vocabulary.numbers import CARDINALS, POWERS_ZH, SCALES
from exporter.evidence.reading.vocabulary.units import (
    CLASSIFIERS,
    PHRASES,
    phrase_at,
    symbol_at,
    unit_zh,
)
from exporter.facts.units import KNOWN_UNITS, PER_NOUNS

A_SPAN = frozenset("second minute hour day week month year annum quarter".split())
# What is daily itself: users of each day, workers paid by the hour, magazines of each month.
ADVERB_NOUNS = frozenset(
    "active actives users visitors viewers customers readers subscribers commuters workers "
    "employees staff wage wages newspapers papers magazines journals titles newsletters "
    "bulletins".split()
)
FAR = 7  # words
JOINS = frozenset("and or but while with 和 及".split())
_COMMON_PER = frozenset(
    (
        "share barrel tonne ton pound ounce litre liter gallon bushel kilo kilogram "
        "kwh mwh unit person head user customer vehicle night room parcel ounce acre "
        "hectare foot metre meter square ads adr kg lb box bottle cup pair day month "
        "year week hour minute second quarter ton metric seat subscriber student "
        "patient piece ticket trip order shift match game session visit flight journey item bed "
        "key home house pupil child cow sheep lamb pig mile pallet container dose household worker "
        "employee"
    ).split()
)
_OF_SHARES = frozenset("diluted basic ordinary common american depositary adjusted".split())


def thing_at(text: Text, at: int, *, strict: bool = False) -> str:
    """The unit or the thing at word `at`, as a rate names it: `days`, `kWh`, `10 share`; or ""."""
    at += text.word(at) in _OF_SHARES
    if not strict and (of_a_size := _of_a_size(text, at)):
        return of_a_size
    word, count = text.word(at), ""
    if (number := _count_at(text, at)) is not None:
        count, at = f"{number[0]} ", number[1]
        word = text.word(at)
    if not word[:1].isalpha():
        return f"{count}m²" if word == "㎡" else ""
    found = _thing_zh(text, at) if word[0] >= "\u4e00" else _thing_en(text, at, strict=strict)
    return f"{count}{found}" if found else ""


def _of_a_size(text: Text, at: int) -> str:
    """A thing told by its size: per forty-foot container, per 100-gram bar, per half-day shift."""
    word, noun = text.word(at), text.word(at + 3)
    is_number = word.isdecimal() or word in CARDINALS or word in _SIZES
    is_joined = text.word(at + 1) == "-" and text.touches(at) and text.touches(at + 1)
    if not is_number or not is_joined or not (text.word(at + 2).isalpha() and noun.isalpha()):
        return ""
    if noun in _NO_NOUNS or (word in PHRASES and phrase_at(text.words, at) is not None):
        return ""
    return f"{word}-{text.word(at + 2)} {noun.removesuffix('s')}"


_SIZES = frozenset("half full single double part".split())
_NO_NOUNS = JOINS | frozenset(
    "in on at to of for from by with over as than when if last this next was were is are had "
    "a an the".split()
)


def _count_at(text: Text, at: int) -> tuple[int, int] | None:
    """How many things a rate is per, and the index behind: 10, 1,000, million, 100 million."""
    word, value = text.word(at), ONE
    if word[:1].isdecimal():
        found = value_of_digits(word)
        if found is None or found.denominator > 1 or not found:
            return None
        value, at = found, at + 1
    elif word not in SCALES:
        return None
    size, at = scale_at(text, at)
    return int(value * size), at


def _thing_en(text: Text, at: int, *, strict: bool) -> str:
    word = text.words[at]
    if word in cues.SPANS and (word in A_SPAN or len(word) <= 3):
        return cues.SPANS[word]
    singular = word if word in PER_NOUNS else word.removesuffix("s")
    phrase = phrase_at(text.words, at) if word in PHRASES else None
    is_measure = phrase is not None and phrase[1].key in KNOWN_UNITS
    if strict and word not in _COMMON_PER and singular not in PER_NOUNS and not is_measure:
        return ""
    symbol = symbol_at(text.folded, text.starts[at])
    if symbol is not None:
        return symbol[1].key
    if singular == "pound":
        return "lb"
    if phrase is not None and is_measure:
        return phrase[1].key
    if singular == "head":  # of people or of cattle
        is_said = text.word(at + 1) == "of" and text.word(at + 2) in _ANIMALS
        return "head of cattle" if is_said else singular
    return PER_NOUNS[singular][0] if singular in PER_NOUNS else singular


_ANIMALS = frozenset("cattle livestock stock sheep pigs hogs goats cows".split())


def _thing_zh(text: Text, at: int) -> str:
    rest = text.lower[text.starts[at] : text.starts[at] + 8]
    for length in (3, 2, 1):
        span = cues.SPANS.get(rest[:length])
        if span and not rest.startswith("日元"):
            return span
    if _PER_M2.match(rest):
        return "m²"
    if rest.startswith("度") and _PER_KWH.match(rest):
        return "kWh"
    longest = 0 if _NO_ORDER.match(rest) else min(6, len(rest))
    for length in range(longest, 0, -1):
        if rest[:length] in PER_NOUNS:
            return PER_NOUNS[rest[:length]][0]
    found = unit_zh(rest)
    if found is not None and found[1].key in KNOWN_UNITS:
        return found[1].key
    if powers := _POWERS.match(rest):  # 每百公里, 美元/百万词元
        size = prod(POWERS_ZH[power] for power in powers[0])
        rest = rest[powers.end() :]
        of = next((PER_NOUNS[rest[:n]][0] for n in (3, 2, 1) if rest[:n] in PER_NOUNS), "")
        if (found := unit_zh(rest)) and found[1].key in KNOWN_UNITS:
            of = found[1].key
        return f"{size} {of}" if of else ""
    match = _CLASSIFIED.match(rest)
    return match[1] if match and match[1] in CLASSIFIERS else ""


_NO_ORDER = regex("单(?:品|店|车|机|体|词|元格)")  # 每个单品1500元
_PER_KWH = regex("度(?:[电的，。；0-9一二三四五六七八九约为售收平成上下涨降高低]|$)")
_PER_M2 = regex("平(?=[，。；、)0-9约为的]|$)")  # 1.28万元/平
_POWERS = regex("[十百千万亿]{1,3}")
_CLASSIFIED = regex("[一两]?个?(?!单[品店车机体词])([\u4e00-\u9fff])")
TIMES = frozenset(cues.SPANS.values())
