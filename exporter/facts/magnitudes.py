"""Magnitudes in the names of units: what they are called, and what each language makes of them.

A language has magnitudes of its own: 18.62 billion are 186.2亿, and 123.4亿 are 12.34 billion. So a
unit's magnitude is shown as it is where the language says it, and else in the one that suits the
largest value of a series, with the decimal point moved: 2300万 are 23 million, 1.6亿 160 million.
No digit is added or lost. Where no value is known, the unit alone decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from exporter.facts.words import Bilingual


class Magnitude(NamedTuple):
    """A magnitude.

    Attributes:
        power: Of ten.
        names: What labels call it, word for word.
        shown: The magnitudes of the two languages in which it is shown where no value is known, by
            their keys.
    """

    power: int
    names: Bilingual
    shown: Bilingual

    @property
    def size(self) -> Fraction:
        """How many ones it is."""
        return Fraction(10**self.power)

    @property
    def suffixes(self) -> Bilingual:
        """What a number format shows for it."""
        return Bilingual(_SHORT.get(self.names.en, self.names.en), self.names.zh)


# Key | power of ten | name in English, in Chinese | shown in English as, in Chinese as, where no
# value is known: tables of Chinese filings have 百万 and 千, and English ones thousands for 万.
_TABLE = """
thousand | 3 | thousand | 千 | thousand | thousand
million | 6 | million | 百万 | million | million
billion | 9 | billion | 十亿 | billion | 亿
trillion | 12 | trillion | 万亿 | trillion | trillion
lakh | 5 | lakh | 十万 | lakh | 万
crore | 7 | crore | 千万 | crore | 亿
万 | 4 | 10,000 | 万 | thousand | 万
十万 | 5 | 100,000 | 十万 | thousand | 十万
千万 | 7 | 10 million | 千万 | million | 千万
亿 | 8 | 100 million | 亿 | billion | 亿
百亿 | 10 | 10 billion | 百亿 | billion | 百亿
千亿 | 11 | 100 billion | 千亿 | billion | 千亿
"""
# What each language says without a change, and what it says instead of all else, in order.
_SAID = Bilingual(
    "thousand million billion trillion lakh crore", "万 十万 千万 亿 百亿 千亿 trillion"
)
_INSTEAD = Bilingual("thousand million billion trillion", "thousand 万 亿 trillion")
_SHORT = {"million": "mn", "billion": "bn", "trillion": "tn"}


def _magnitudes() -> Iterator[tuple[str, Magnitude]]:
    yield "", Magnitude(0, Bilingual("", ""), Bilingual("", ""))
    for line in _TABLE.strip().splitlines():
        key, power, en, zh, in_en, in_zh = (cell.strip() for cell in line.split("|"))
        yield key, Magnitude(int(power), Bilingual(en, zh), Bilingual(in_en, in_zh))


MAGNITUDES: Mapping[str, Magnitude] = dict(_magnitudes())
# Every name that an analyst writes, in small letters, with the magnitude's key.
MAGNITUDE_NAMES: Mapping[str, str] = {
    "k": "thousand", "m": "million", "mn": "million", "mm": "million", "mln": "million",
    "mio": "million", "bn": "billion", "b": "billion", "bln": "billion", "tn": "trillion",
    "trn": "trillion", "t": "trillion", "千": "thousand", "百万": "million", "十亿": "billion",
    "万亿": "trillion", "兆": "trillion", "thousands": "thousand", "millions": "million",
    "billions": "billion", "trillions": "trillion", "crores": "crore", "lakhs": "lakh",
    "ten thousand": "万", "10 thousand": "万", "hundred thousand": "十万", "ten million": "千万",
    "hundred million": "亿", "ten billion": "百亿", "hundred billion": "千亿", "1,000": "thousand",
    "1000": "thousand", "10000": "万", "10k": "万", "100000": "十万",
    **{magnitude.names.en: key for key, magnitude in MAGNITUDES.items()},
    **{key: key for key in MAGNITUDES},
}  # fmt: skip
# Names that cannot be taken for a unit: `m tonnes` may be anything.
SPELT: tuple[str, ...] = tuple(
    sorted(
        (name for name in MAGNITUDE_NAMES if len(name) > 2 or (name and not name.isascii())),
        key=len,
        reverse=True,
    )
)


def is_said_in_both(key: str) -> bool:
    """Whether both languages say a magnitude, as they do a trillion, so that none is looked for."""
    return all(key in said.split() for said in _SAID)


def suited(key: str, largest: Fraction) -> Bilingual:
    """The magnitudes in which the two languages show a series, by their keys.

    Args:
        key: Of the magnitude in the unit's name.
        largest: The largest value of the series, in that magnitude, without its sign.
    """
    default = MAGNITUDES[key].shown
    if not largest:
        return default
    ones = largest * MAGNITUDES[key].size
    en, zh = (
        key if key in said.split() else _largest_within(ones, instead.split())
        for said, instead in zip(_SAID, _INSTEAD, strict=True)
    )
    return Bilingual(en, zh)


def _largest_within(ones: Fraction, keys: Sequence[str]) -> str:
    """The largest magnitude that so many ones reach; the smallest where they reach none."""
    reached = [key for key in keys if MAGNITUDES[key].size <= ones]
    return reached[-1] if reached else keys[0]
