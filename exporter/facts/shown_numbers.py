"""Numbers in texts as programs show them: (6,5), 18,5-, ８．５, 12,5 %, '1 234, 1.234,50 €.

Each is made what a person would type in its place; decimal marks stay, which `marks` reads. What
can be read in one way alone is read: parentheses and a sign behind mean minus, as accountants and
SAP write it; blanks and apostrophes part thousands; an apostrophe before a number keeps a
spreadsheet from taking it for one.

Source: Excel's formats `#,##0.0_);(#,##0.0)` and `0.0%`; SAP's output of negative amounts.
"""

import re
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import text_bytes
from exporter.engine.regex import regex
from exporter.facts.folding import fold_typed

_PLAIN = r"^[+-]?[0-9.,]*(?:[eE][+-]?[0-9]{1,3})?$|^[0-9]{4}-[0-9-]+$"
_MAY_BE_SHOWN = r"^.{0,8}\pN.{0,30}$"
_GAPS = regex("[\xa0\u2007\u2009\u202f\u3000]")
_MONEY = "[A-Z]{0,3}[$¥€£₩₹₽₺฿₫₴₪]|[A-Z]{3}|kr\\.?|Fr\\.?|zł|Kč|Ft|円|元"
_NUMBER = regex(
    rf"(?P<mark>')?(?:(?P<first>{_MONEY}) ?)?(?P<open>\()?(?P<sign>[+-] ?)?"
    rf"(?:(?P<inside>{_MONEY}) ?)?"
    r"(?P<digits>[0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]*)?|[0-9][0-9.,]*|[.,][0-9]+)"
    rf"(?P<power>[eE][+-]?[0-9]{{1,3}})?(?: ?(?P<behind>[%‰]|{_MONEY}))?"
    rf"(?P<close>\))?(?P<after>-)?(?: ?(?P<last>[%‰]|{_MONEY}))?(?P<end>-)?"
)


class ShownNumber(NamedTuple):
    """A number as a person would type it, and its unit as it was shown with it: %, ‰, €; or ""."""

    text: str
    unit: str


def shown_number(text: str) -> ShownNumber | None:
    """The number that a text shows; None where it is none, or may be another."""
    match = _NUMBER.fullmatch(fold_typed(_GAPS.sub(" ", text).replace("，", ",")).strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    signs = [match[name] for name in ("sign", "open", "after", "end") if match[name]]
    units = [match[name] for name in ("first", "inside", "behind", "last") if match[name]]
    if len(signs) > 1 or len(units) > 1:
        return None
    sign = "" if not signs else "+" if signs[0].startswith("+") else "-"
    digits = re.sub("[ ']", "", match["digits"])
    return ShownNumber(f"{sign}{digits}{match['power'] or ''}", "".join(units))


def as_typed(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """The texts, with numbers as people type them, and the unit that each was shown with, or ""."""
    nothing = pa.repeat("", len(texts))
    if not may_any_be_shown(texts):
        return texts, nothing
    in_question = pc.and_not(
        pc.match_substring_regex(texts, _MAY_BE_SHOWN), pc.match_substring_regex(texts, _PLAIN)
    )
    rows = pc.indices_nonzero(in_question).to_pylist()
    if not rows:
        return texts, nothing
    typed, units = texts.to_pylist(), [""] * len(texts)
    for row in rows:
        if shown := shown_number(typed[row]):
            typed[row], units[row] = shown
    return pa.array(typed, pa.string()), pa.array(units, pa.string())


def may_any_be_shown(texts: pa.Array) -> bool:
    """Whether any text may be more than digits and a point; by the bytes of all of them."""
    octets = text_bytes(texts)
    return bool((((octets < 0x30) & (octets != 0x2E)) | (octets > 0x39)).any())
