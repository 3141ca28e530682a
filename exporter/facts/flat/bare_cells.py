"""Cells without what surrounds their content: white space, and the marks that keep it a text.

Pages that are copied and programs that write tables leave blanks, of which the no-break one is not
seen. YAML passes over white space alone, so its texts go without the others, too. `="0017"` in CSV
is what keeps spreadsheets from making a number of it.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    Bytes,
    Integers,
    has_byte,
    text_bytes,
    text_offsets,
    valid_rows,
)

# What shows nothing: white space, and the signs of no width that come along with it.
_BLANKS = (
    " \t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
# The bytes with which they begin in UTF-8, and may end, where they have but one.
_SPACE, _LAST_ASCII, _LEAD_OF_TWO = 0x20, 0x7F, 0xC2
_LEADS_OF_THREE = np.isin(np.arange(256), (0xE1, 0xE2, 0xE3, 0xEF))
_BLANK_LEADS = _LEADS_OF_THREE | (np.arange(256) <= _SPACE) | (np.arange(256) == _LEAD_OF_TWO)
_KEPT_AS_TEXT = r'^=\s*"((?:[^"]|"")*)"$'
_QUOTES = {"quote", "quote_en", "quote_zh"}  # the words of others, and ours for them


def bare(name: str, texts: pa.Array) -> pa.Array:
    """The texts of a column by what they say alone; blank ones become null.

    Args:
        name: The field that it holds.
        texts: Strings.
    """
    if name in _QUOTES:
        return texts
    if _may_be_surrounded(texts):
        texts = without_blanks(name, texts)
        texts = pc.if_else(pc.equal(texts, ""), None, texts)
    if not has_byte(text_bytes(texts), ord("=")):
        return texts
    is_kept = pc.match_substring_regex(texts, _KEPT_AS_TEXT)
    if not pc.any(is_kept).as_py():
        return texts
    said = pc.replace_substring_regex(texts, _KEPT_AS_TEXT, r"\1")
    return bare(name, pc.if_else(is_kept, pc.replace_substring(said, '""', '"'), texts))


def without_blanks(name: str, texts: pa.Array) -> pa.Array:
    """The same texts without blanks around them; a quote's own words stay as they are."""
    return texts if name in _QUOTES else pc.utf8_trim(texts, _BLANKS)


def may_be_blank(texts: pa.Array) -> bool:
    """Whether any text may be empty, or nothing but white space, by its first byte."""
    begins, ends, content = _places(texts)
    empty = begins == ends
    if (empty & valid_rows(texts)).any():
        return True
    filled = begins[~empty] if empty.any() else begins
    return bool(_BLANK_LEADS[content[filled]].any())


def _may_be_surrounded(texts: pa.Array) -> bool:
    """Whether any text may begin or end with a blank, by its first bytes and its last."""
    begins, ends, content = _places(texts)
    if (empty := begins == ends).any():
        begins, ends = begins[~empty], ends[~empty]
    last = content[ends - 1]
    if _BLANK_LEADS[content[begins]].any() or (last <= _SPACE).any():
        return True
    long = ends[last > _LAST_ASCII]
    return bool(
        (content[long - 2] == _LEAD_OF_TWO).any() or _LEADS_OF_THREE[content[long - 3]].any()
    )


def _places(texts: pa.Array) -> tuple[Integers, Integers, Bytes]:
    """Where each text begins and ends in the UTF-8 of all."""
    offsets = text_offsets(texts)
    return offsets[:-1] - offsets[0], offsets[1:] - offsets[0], text_bytes(texts)
