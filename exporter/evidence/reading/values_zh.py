"""What a Chinese numeral comes to, by its characters: 三百五十万 to 3,500,000."""

import math
from fractions import Fraction
from functools import lru_cache

from exporter.engine.regex import regex
from exporter.evidence.reading.numerals import ONE, value_of_digits
from exporter.evidence.reading.vocabulary.numbers import DIGITS_ZH, POWERS_ZH

_OLD_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}
_TENS = regex("[廿卅卌]")
_TRAILING = regex("[十百千万亿兆]*$")


@lru_cache(maxsize=1024)
def magnitude(core: str) -> Fraction:
    """The powers that a numeral ends with, as one: 百万 of 三百万."""
    size = 1
    for power in (_TRAILING.search(core) or [""])[0]:
        size *= POWERS_ZH[power]
    return Fraction(size)


@lru_cache(maxsize=8192)
def value_of(core: str) -> Fraction:
    """What stands before a power is multiplied by it, whatever powers it has itself (10万|亿)."""
    for old, new in _OLD_TENS.items():
        core = core.replace(old, new)
    core = core.removeprefix("零").removeprefix("〇") if len(core) > 1 else core
    if core.isascii() and core:
        return value_of_digits(core) or Fraction(0)
    for char, power in POWERS_ZH.items():
        before, found, after = core.rpartition(char)
        if found:
            rest = Fraction(DIGITS_ZH[after] * power, 10) if after in DIGITS_ZH else value_of(after)
            if power == 10 or after in {"", "零", "〇"}:
                rest = value_of(after)
            return (value_of(before) if before else ONE) * power + rest
    return Fraction(int("".join(str(DIGITS_ZH[char]) for char in core) or "0"))


@lru_cache(maxsize=256)
def small_value(word: str) -> int | None:
    """The value of a whole Chinese numeral under a hundred, as dates have them; else None."""
    if not 1 <= len(word) <= 3 or not all(char in DIGITS_ZH or char in "十廿卅卌" for char in word):
        return None
    if len(word) > 1 and not set(word) & set("十廿卅卌"):
        return None
    value = value_of(word)
    return int(value) if value.denominator == 1 else None


def is_orderly(core: str) -> bool:
    """Whether powers fall as they do in one number: those of 五十千 and 12亿15亿 do not."""
    least, greater = math.inf, ""
    for char in _TENS.sub("十", core).replace("万万", "亿"):
        power = POWERS_ZH.get(char, 0)
        if power >= POWERS_ZH["万"]:
            if char in greater:
                return False
            greater = f"{greater}{char}" if char == "万" else char
            least = math.inf
        elif power:
            if power >= least:
                return False
            least = power
    return True
