"""Lengths in a bare m in English: 14.2 m at 6.8 g/t, a depth of 212 m, 9m wide.

Millions have a currency before them or what they count behind them.
"""

from exporter.engine.regex import regex
from exporter.evidence.reading.lengths_zh import length_in_m
from exporter.evidence.reading.lexer import Text
from exporter.evidence.reading.numerals import Numeral
from exporter.evidence.reading.vocabulary.units import TextUnit

_METRES = TextUnit("metres", "length")
# Down a hole: so many metres of rock, with so much metal in it.
_OF_A_GRADE = regex(
    r" ?m (?:at|@|grading|averaging|assaying|of) (?:an average (?:of )?)?[0-9][0-9.,]* ?"
    r"(?:g/t|gpt|g per tonne|ppm|oz/t|lb/t|% (?:cu|zn|pb|ni|li2o|u3o8|fe|sn|mo|copper|zinc|lead"
    r"|nickel|tin|iron|uranium|lithium|graphite)(?![a-z]))"
)
_MEASURED = regex(
    r" ?m (?:deep|long|wide|tall|high|thick|in (?:length|depth|width|height|diameter)|downhole"
    r"|below (?:surface|ground|sea level)|above (?:sea level|ground)|across)(?![a-z-])"
)
_LENGTH_OF = regex(
    r"(?<![a-z])(?:(?:depths?|lengths?|widths?|heights?|thickness|diameter|altitude|elevation)"
    r" (?:of|to|at|is|was|reached|from)|hole (?:reached|went to|ended at))"
    r"(?: (?:about|some|nearly|over|only|just))? $"
)
_M = regex(r" ?m(?![a-z0-9])")
# A context length of 1m tokens is a million of them.
_ENDS = regex(
    r" ?m(?:[.,;:)]|$| (?:and|or|to|from|in|at|with|below|above|for|on|by|while|was|is|as|after)"
    r"(?![a-z]))"
)
_NEAR = 32  # characters


def metres_in_m(text: Text, numeral: Numeral) -> TextUnit | None:
    """Metres, where a small m stands behind a number that the words around make a length."""
    if text.is_chinese:
        return length_in_m(text, numeral)
    end, start, lower = numeral.end, numeral.start, text.lower
    if not _M.match(text.folded, end) or numeral.magnitude > 1:
        return None
    is_length = _OF_A_GRADE.match(lower, end) or _MEASURED.match(lower, end)
    if is_length is None and _ENDS.match(lower, end):
        is_length = _LENGTH_OF.search(lower, max(0, start - _NEAR), start)
    return _METRES if is_length else None
