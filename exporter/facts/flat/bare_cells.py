"""Cells without what surrounds their content: white space, and the marks that keep it a text.

Pages that are copied and programs that write tables leave blanks, of which the no-break one is not
seen. YAML passes over white space alone, so its texts go without the others, too. `="0017"` in CSV
is what keeps spreadsheets from making a number of it.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import has_byte, text_bytes, text_offsets

# What shows nothing: white space, and the signs of no width that come along with it.
_BLANKS = (
    " \t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_LEADS = (0xE1, 0xE2, 0xE3, 0xEF)  # the bytes with which those of three begin; those of two: C2
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


def _may_be_surrounded(texts: pa.Array) -> bool:
    """Whether any text may begin or end with a blank, by its first bytes and its last."""
    offsets, content = text_offsets(texts), text_bytes(texts)
    begins, ends = offsets[:-1] - offsets[0], offsets[1:] - offsets[0]
    filled = ends > begins
    first, last = content[begins[filled]], content[ends[filled] - 1]
    if (first <= 0x20).any() or (last <= 0x20).any() or (first == 0xC2).any():
        return True
    longer = ends[ends > begins + 1]
    long = ends[ends > begins + 2]
    return bool(
        np.isin(first, _LEADS).any()
        or (content[longer - 2] == 0xC2).any()
        or np.isin(content[long - 3], _LEADS).any()
    )
