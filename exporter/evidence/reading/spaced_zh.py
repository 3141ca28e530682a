"""Chinese numerals with white space inside them, as scans and tables have: 百 分 之 2.4, 二十 亿.

The spaces are left out where all of it is one number then; else other readers see it as it is.
"""

from fractions import Fraction

from exporter.engine.regex import regex
from exporter.evidence.reading.expressions_zh import read_expression
from exporter.evidence.reading.numerals import Numeral, refusal, value_of_digits
from exporter.evidence.reading.numerals_zh import read_chinese, with_fraction
from exporter.facts.units import POINTS, RATIO

_PIECE = (
    r"(?:[零〇一二三四五六七八九两十百千万亿几余多点又折负]|成(?:\s*半)?|分\s*之|个?\s*百\s*分\s*点"
    r"|[0-9]+(?:[.,][0-9]+)*)"
)
_RUN = regex(rf"(?:第\s*)?(?:{_PIECE}\s*){{1,40}}(?<!\s)")
_SPACE = regex(r"\s")
_LONGEST = 80  # characters of a numeral up to its first space
_SIDE_BY_SIDE = regex(r"[0-9]\s+[0-9]")
_BEHIND = 8  # characters behind a numeral that say where it ends
_HOUR = regex(r"(?:[上下中]午|凌晨|早上?|晚上?|傍晚)\s*$")
_DIGITS = regex(r"[0-9]+(?:[.,][0-9]+)*")
_LETTER = regex(r"\s?[kmw](?![a-z])")
_UNITS = {
    "个百分点": (POINTS, Fraction(1, 100)),
    "百分点": (POINTS, Fraction(1, 100)),
    "成": (RATIO, Fraction(1, 10)),
    "": ("", Fraction(1)),
}


def read_spaced(text: str, at: int) -> Numeral | None:
    """The one numeral of the spaced characters that begin at `at`; None where they are none."""
    if not _SPACE.search(text, at, at + _LONGEST):
        return None
    run = _RUN.match(text, at)
    if run is None or not _SPACE.search(run[0]):
        return None
    if _SIDE_BY_SIDE.search(run[0]):  # 7 2 折 is 72折 or 2折
        return refusal(*run.span()) if run[0].endswith("折") else None
    if _HOUR.search(text[max(0, at - 4) : at]) or _LETTER.match(text, run.end()):
        return refusal(*run.span())
    joined = "".join(run[0].split())
    whole = joined + text[run.end() : run.end() + _BEHIND]
    numeral = _read(whole)
    if numeral is None or numeral.end > len(joined):
        return None
    unit = _UNITS.get(joined[numeral.end :])
    if unit is None:
        return None
    dimension, size = unit
    return numeral._replace(
        start=at,
        end=run.end(),
        low=numeral.low * size,
        high=numeral.high * size,
        dimension=numeral.dimension or dimension,
    )


def end_of_spaced(text: str, at: int) -> int:
    """Where the spaced characters end that begin at `at`, whatever they are."""
    run = _RUN.match(text, at)
    return run.end() if run else at


def _read(whole: str) -> Numeral | None:
    if expression := read_expression(whole, 0):
        return expression[0]
    if (numeral := read_chinese(whole, 0)) is not None:
        return with_fraction(whole, numeral)
    digits = _DIGITS.match(whole)
    value = value_of_digits(digits[0]) if digits else None
    return Numeral(0, digits.end(), value, value) if digits and value is not None else None
