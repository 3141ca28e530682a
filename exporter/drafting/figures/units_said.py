"""The units in which a person would state a figure, by its own words; the first is the best.

The reader gives values in base units: 18,620,000,000 of euros. Said was €18.62 billion, so that the
unit is `EUR billion`.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.magnitudes import MAGNITUDES
from exporter.facts.own_units import own_unit
from exporter.facts.unit_labels import unit_by_label
from exporter.facts.unit_names import find_unit
from exporter.facts.units import (
    CALENDAR_TIME,
    COUNT,
    KNOWN_UNITS,
    MULTIPLE,
    ORDINAL,
    POINTS,
    RATIO,
    TIME,
    Unit,
)
from exporter.facts.words import Lang

NUMERAL = regex(r"[0-9]+(?:[,，'][0-9]{3})*(?:[.．·][0-9]+)?")
_SIGNS = regex(r"^[\s+\-−–—~()（）]+|[\s()（）]+$")
_BASIS = regex(r"\bb(?:asi)?s?\.? ?(?:points?|ps?)\b|bps?\b|基点", re.IGNORECASE)
_GENERATION = regex(r"\s*-?(?:代|gen)", re.IGNORECASE)
_MAGNITUDES = {
    "en": ("thousand", "million", "billion", "trillion", "lakh", "crore"),
    "zh": (
        "万",
        "亿",
        "trillion",
        "thousand",
        "million",
        "billion",
        "千万",
        "百亿",
        "千亿",
        "十万",
    ),
}
# What no one says after a number with all its digits, whatever language it is in.
_WITHOUT_DIGITS = {"en": ("trillion", "billion", "million"), "zh": ("trillion", "亿", "万")}
_MINOR = Fraction(1, 100)
# Adjectives of what something is per, by which alone it is not named.
_NO_THINGS = frozenset(
    "available paying diluted basic average active new registered installed equivalent occupied "
    "ordinary common single individual monthly full".split()
)
_DIRECTLY_PER = regex(
    r"[\"”’]?\s*(?:(?:per|a|an|each|every|apiece)(?![a-z])|/|每|的?(?:basic|diluted) )",
    re.IGNORECASE,
)
_PER_BEFORE = regex(
    r"\bper\b|\beach\b|\bevery\b|\bEPS\b|\bADS\b|\bDPS\b|每(?![日天月年周季])|单[价票]",
    re.IGNORECASE,
)


_YEARLY = regex(r"[0-9] ?[mk]*tpa$", re.IGNORECASE)  # 35 MTPA
_EACH_DAY = regex(r"[日周月]均(?!衡|匀)|每[日天周月]")


def written(figure: Figure) -> Fraction | None:
    """The number of a figure as its digits say it; None where it has none, or several."""
    numerals = NUMERAL.findall(figure.text)
    if len(numerals) != 1:
        return None
    return Fraction(re.sub("[,，']", "", numerals[0]).replace("．", ".").replace("·", "."))


def decimals(figure: Figure) -> int:
    """How many decimals its digits have."""
    numerals = NUMERAL.findall(figure.text)
    return len(re.split("[.．·]", numerals[-1])[1]) if re.search("[.．·]", numerals[-1]) else 0


def units_of(figure: Figure, behind: str, lang: Lang, *, is_again: bool = False) -> Iterator[Unit]:
    """The units that say a figure which counts no things, the likeliest first.

    Args:
        figure: As it was read.
        behind: The words behind it.
        lang: In which they are.
        is_again: Whether one before is per the same: $161 per visit, up from | $152.
    """
    bases = dict.fromkeys(_bases(figure, lang))
    yield from with_rates(figure, bases, behind, lang, is_again=is_again)


def with_rates(
    figure: Figure, bases: Iterable[Unit], behind: str, lang: Lang, *, is_again: bool = False
) -> Iterator[Unit]:
    """Units of what a figure is, and of that per what it is per, the likelier ones first."""
    if not figure.per:
        yield from bases
        return
    bases = list(bases)
    also = _per_also(figure, behind) if lang == "en" else ""
    rates = [rate for base in bases if base.key for rate in _rates(base, figure.per, lang, also)]
    is_per = is_again or _says_per(figure, behind)
    yield from (*rates, *bases) if is_per else (*bases, *rates)


def _says_per(figure: Figure, behind: str) -> bool:
    """Whether the words right around a figure say what it is per; a share is of something."""
    if figure.dimension in {RATIO, POINTS} or figure.per in _NO_THINGS:
        return False
    if figure.per[0].isdigit():  # 每10股派2.5元
        return True
    if figure.dimension == COUNT and _EACH_DAY.search(figure.subject):
        return True
    if _YEARLY.search(figure.text):
        return True
    return bool(_DIRECTLY_PER.match(behind) or _PER_BEFORE.search(figure.subject))


_PER_ZH = {"share": "股", "unit": "份"}


_AND_PER = regex(r"(?:[a-z-]+ ){0,3}?per [a-z-]+ (?:per|an?|each|every) (?P<time>[a-z]+)\b")


def _per_also(figure: Figure, behind: str) -> str:
    """The time that a figure is per beside a thing: 0.62 per outlet per | week; "" for none."""
    found = None if figure.per in KNOWN_UNITS else _AND_PER.match(behind.lstrip())
    return found["time"] if found and found["time"] in _TIMES else ""


_TIMES = frozenset("hour day week month quarter year".split())


def _rates(base: Unit, per: str, lang: Lang, also: str = "") -> Iterator[Unit]:
    if also:
        both = f"{base.en} per {per.removesuffix('s')} per {also}"
        if (rate := own_unit(both, both)) is not None:
            yield rate
    for name in dict.fromkeys((per, per.removesuffix("s"))):
        if rate := find_unit(f"{base.key} per {name}"):
            yield rate
            return
    if lang == "en":
        label = f"{base.en} per {per.removesuffix('s') if per in KNOWN_UNITS else per}"
    else:
        count, _, name = per.rpartition(" ")
        thing = KNOWN_UNITS[name].zh if name in KNOWN_UNITS else _PER_ZH.get(name, name)
        label = f"{base.zh}/{count}{'月' if thing == '个月' else thing}"
    key, en, zh = unit_by_label(label, lang)
    rate = find_unit(key) if key else own_unit(en, zh)
    if rate is not None and rate.per is not None:
        yield rate


def _bases(figure: Figure, lang: Lang) -> Iterator[Unit]:
    kind, _, code = figure.dimension.partition(":")
    if kind == "money":
        yield from _money(figure, code, lang)
    elif figure.dimension == RATIO:
        yield KNOWN_UNITS["‰" if "‰" in figure.text else "%"]
    elif figure.dimension == POINTS:
        yield KNOWN_UNITS["bp" if _BASIS.search(figure.text) else "pp"]
    elif figure.dimension == MULTIPLE:
        yield KNOWN_UNITS["x"]
    elif figure.dimension == ORDINAL:
        yield KNOWN_UNITS["generation" if _GENERATION.match(figure.noun) else "rank"]
    elif figure.dimension != COUNT:
        yield from _measures(figure, lang)


def _money(figure: Figure, code: str, lang: Lang) -> Iterator[Unit]:
    said = written(figure)
    if said and abs(figure.value) == said * _MINOR:
        words = _SIGNS.sub("", NUMERAL.sub("", figure.text)).strip()
        minor = find_unit(words)
        if minor is not None and minor.dimension == figure.dimension:
            yield minor
        elif cents := find_unit("pence" if code == "GBP" else f"{code} cents"):
            yield cents
    for key in magnitudes(figure, lang):
        if unit := find_unit(f"{code} {key}".strip()):
            yield unit


def magnitudes(figure: Figure, lang: Lang, scale: Fraction = Fraction(1)) -> Iterator[str]:
    """The magnitudes, by their keys, in which a figure was said; "" for none."""
    said = written(figure)
    value = abs(figure.value) / scale
    if said is None:
        # Said in words (三亿) or in two numerals (3亿2000万): the largest that it reaches.
        sizes = _WITHOUT_DIGITS[lang]
        yield next((key for key in sizes if MAGNITUDES[key].size <= value), "")
        return
    if said == value:
        yield ""
        return
    for key in (*_MAGNITUDES[lang], *_MAGNITUDES["zh" if lang == "en" else "en"]):
        if said * MAGNITUDES[key].size == value and (
            key not in {"lakh", "crore"} or key in figure.text.lower()
        ):
            yield key
    yield ""


def _measures(figure: Figure, lang: Lang) -> Iterator[Unit]:
    """A measure, or a span of time, by its words; by its size where these do not tell."""
    words = _SIGNS.sub("", NUMERAL.sub(" ", figure.text, count=1)).strip(" -\u2011")
    named = find_unit(words) if words else None
    if named is not None and named.dimension == figure.dimension:
        yield named
    said = written(figure)
    found = [unit for unit in _of_dimension(figure.dimension) if _is_named(unit, figure.text)]
    for unit in (*found, *_of_dimension(figure.dimension)):
        for key in magnitudes(figure, lang, unit.scale):
            size = MAGNITUDES[key].size
            if said is not None and said * size * unit.scale != abs(figure.value):
                continue
            if magnified := find_unit(f"{key} {unit.key}".strip()):
                yield magnified


@cache
def _of_dimension(dimension: str) -> tuple[Unit, ...]:
    if dimension in {TIME, CALENDAR_TIME}:  # the longest first: 12 months are a year
        units = [unit for unit in KNOWN_UNITS.values() if unit.dimension == dimension]
        return tuple(sorted(units, key=lambda unit: -unit.scale))
    return tuple(unit for unit in KNOWN_UNITS.values() if unit.dimension == dimension)


_INSIDE = regex("(?<=个)[半多余]")


def _is_named(unit: Unit, text: str) -> bool:
    text = _INSIDE.sub("", text)  # 四个半月
    lowered = text.lower()
    return unit.key in text or any(
        word in lowered for word in (*unit.words[0], *unit.words[1], unit.zh) if word
    )
