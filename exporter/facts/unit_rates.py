"""What a unit is per, by its label: `/吨`, `per day`, `per 100,000 people`, 每10股."""

import re
from dataclasses import replace
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.facts.measures import find_measure
from exporter.facts.unit_words import MASSES, PER_SIZES, SPANS
from exporter.facts.units import KNOWN_UNITS, PER_NOUNS, Per, Unit

_RATE = regex(r"(.+?)\s*(?:/|\bper\b|\ba\b|每)\s*(.+)")

_RATE_ZH = regex(r"每([^\s/]{1,4}?)((?:[百千十]?[万亿])?[\u4e00-\u9fff]{1,8})")

_COUNTED_PER = regex(
    r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}|)\s*"
    r"((?:hundred|thousand|million|billion)(?=\s)|[十百千]?[万亿]|[十百千]|)\s*([^\s0-9-].*)",
    re.IGNORECASE,
)


def split_rate(name: str) -> tuple[str, str]:
    """A name's numerator and what it is per; "" where it is per nothing."""
    if match := _RATE_ZH.fullmatch(name):
        return match[2], match[1]
    match = _RATE.fullmatch(name)
    return (match[1], match[2]) if match else (name, "")


def same_per(en: str, zh: str) -> Per | None:
    """What both labels are per, or None where they differ."""
    one, other = per_of(en), per_of(zh)
    if (one.dimension, one.scale) != (other.dimension, other.scale):
        return None
    if one.dimension:
        return one
    known = [
        {PER_NOUNS.get(word) for word in per.words if word in PER_NOUNS} for per in (one, other)
    ]
    if all(known) and known[0] != known[1]:
        return None
    return Per("", one.scale, one.words | other.words)


def per_of(name: str) -> Per:
    """What a word says that something is per: a span of time, a measure, or things."""
    span = SPANS.get(name.casefold()) or SPANS.get(name.casefold().removesuffix("s"))
    if span:
        return Per(KNOWN_UNITS[span].dimension, KNOWN_UNITS[span].scale)
    if measure := find_measure(MASSES.get(name.casefold(), name)):
        return Per(measure.dimension, measure.scale)
    size, thing = size_of_per(name)
    if size > 1:
        of = per_of(thing)
        return of._replace(scale=of.scale * size)
    noun = name.casefold().removesuffix("s") if name.isascii() else name.lstrip("个") or name
    known = PER_NOUNS.get(noun) or PER_NOUNS.get(name.casefold())
    piece = {"件"} if noun in _BY_THE_PIECE else set()
    return Per("", Fraction(1), frozenset({noun, *piece, *map(str.casefold, known or ())}))


_BY_THE_PIECE = frozenset({"parcel", "package"})  # EUR per parcel is 欧元/件


def size_of_per(name: str) -> tuple[int, str]:
    """How many things a rate is per, and which: 100,000 people, million tokens, 百公里."""
    match = _COUNTED_PER.fullmatch(name)
    if match is None:
        return 1, name
    size = int(match[1].replace(",", "") or 1)
    for power in match[2].casefold().split() if match[2].isascii() else match[2]:
        size *= PER_SIZES[power]
    return size, match[3]


def at_rate(of: Unit, per: Per) -> Unit:
    """A unit per something; its labels are left as they are."""
    over = per.dimension or " ".join(sorted(per.words))
    return replace(of, dimension=f"{of.dimension}/{over}", scale=of.scale / per.scale, per=per)
