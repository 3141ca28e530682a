"""Numbers in texts as programs show them: (6,5), 18,5-, ８．５, 12,5 %, '1 234.

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
from exporter.facts.folding import fold

_PLAIN = r"^[+-]?[0-9.,]*(?:[eE][+-]?[0-9]{1,3})?$|^[0-9]{4}-[0-9-]+$"
_MAY_BE_SHOWN = r"^[^\pL]*\pN[^\pL]*(?:[eE][^\pL]*)?$"
_GAPS = re.compile("[\xa0\u2007\u2009\u202f\u3000]")
_NUMBER = re.compile(
    r"(?P<mark>')?(?P<open>\()?(?P<sign>[+-] ?)?"
    r"(?P<digits>[0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]*)?|[0-9][0-9.,]*|[.,][0-9]+)"
    r"(?P<power>[eE][+-]?[0-9]{1,3})?(?: ?(?P<share>[%‰]))?(?P<close>\))?(?: ?(?P<behind>[%‰]))?"
    r"(?P<after>-)?"
)


class ShownNumber(NamedTuple):
    """A number as a person would type it, and `%` or `‰` where it was shown with that."""

    text: str
    share: str


def shown_number(text: str) -> ShownNumber | None:
    """The number that a text shows; None where it is none, or may be another."""
    match = _NUMBER.fullmatch(fold(_GAPS.sub(" ", text).replace("，", ",")).strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    signs = [match["sign"], match["open"], match["after"]]
    if sum(map(bool, signs)) > 1 or (match["share"] and match["behind"]):
        return None
    sign = (match["sign"] or "").strip() or ("-" if match["open"] or match["after"] else "")
    digits = re.sub("[ ']", "", match["digits"])
    share = match["share"] or match["behind"] or ""
    return ShownNumber(f"{sign}{digits}{match['power'] or ''}", share)


def as_typed(texts: pa.Array) -> tuple[pa.Array, pa.Array]:
    """The texts, with numbers as people type them, and what each was shown with: `%`, `‰` or ""."""
    nothing = pa.repeat("", len(texts))
    if not _may_any_be_shown(texts):
        return texts, nothing
    in_question = pc.and_not(
        pc.match_substring_regex(texts, _MAY_BE_SHOWN), pc.match_substring_regex(texts, _PLAIN)
    )
    rows = pc.indices_nonzero(in_question).to_pylist()
    if not rows:
        return texts, nothing
    typed, shares = texts.to_pylist(), [""] * len(texts)
    for row in rows:
        if shown := shown_number(typed[row]):
            typed[row], shares[row] = shown
    return pa.array(typed, pa.string()), pa.array(shares, pa.string())


def _may_any_be_shown(texts: pa.Array) -> bool:
    """Whether any text may be more than digits and a point; by the bytes of all of them."""
    octets = text_bytes(texts)
    return bool((((octets < 0x30) & (octets != 0x2E)) | (octets > 0x39)).any())
