"""Columns as they stand in XML: texts to the last character, numbers to the last digit.

Whole columns are looked at by their bytes, which takes hardly any time, and changed only where
something is found.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    float_values,
    has_byte,
    has_pair,
    literal,
    strings,
    text_bytes,
    text_offsets,
)

# XML of rows: one string for all of them, or an array of one a row, which is a dictionary array
# where few of them are distinct.
Fragment: TypeAlias = Any

# ST_Xstring (ECMA-376 part 1, 22.9.2.19): a reader takes `_x0041_` for the letter A, so that a text
# which has these very characters is written with its underscore as `_x005F_`.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
# Integers up to here have at most 15 digits.
_PLAIN_INTEGERS = 1e15


def xml_text(text: str) -> str:
    """The XML of a text that a reader takes for the same characters.

    A carriage return is written by its number: a parser takes a bare one for a line feed
    (XML 1.0, 2.11).
    """
    return escape(without_lookalikes(text), {"\r": "&#13;"})


def without_lookalikes(text: str) -> str:
    """A text in which nothing looks escaped that is not: `_x005F_x0041_` for `_x0041_`."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def xml_texts(texts: pa.Array) -> pa.Array:
    """`xml_text` of a column of strings."""
    content = text_bytes(texts)
    if has_pair(content, ord("_"), ord("x")):
        mask = pc.match_substring_regex(texts, "_x[0-9A-Fa-f]{4}_")
        changed = [without_lookalikes(text) for text in texts.filter(mask).to_pylist()]
        texts = pc.replace_with_mask(texts, mask, strings(changed))
    for character, reference in _ESCAPES:
        if has_byte(content, ord(character)):
            texts = pc.replace_substring(texts, character, reference)
    return texts


def needs_preserving(texts: pa.Array) -> bool:
    """Whether a reader that trims white space or joins lines would change any of the texts."""
    content = text_bytes(texts)
    if not len(content):
        return False
    if content.min() < ord(" "):
        return True
    offsets = text_offsets(texts)
    starts, ends = offsets[:-1], offsets[1:]
    filled = ends > starts
    edges = np.concatenate((starts[filled], ends[filled] - 1)) - offsets[0]
    return bool((content[edges] == ord(" ")).any())


def xml_numbers(numbers: pa.Array) -> pa.Array:
    """The shortest decimals that read back as the same float64, which is what Arrow writes."""
    values = float_values(numbers)
    if ((np.floor(values) == values) & (np.abs(values) < _PLAIN_INTEGERS)).all():
        return pc.cast(pc.cast(numbers, pa.int64()), pa.string())  # three times as fast
    return pc.cast(numbers, pa.string())


def merged(fragments: Iterable[Fragment]) -> list[Fragment]:
    """The same fragments as few; what is joined here is joined once for many rows."""
    joint: list[Fragment] = []
    for fragment in fragments:
        last = joint[-1] if joint else None
        if isinstance(last, str) and isinstance(fragment, str):
            joint[-1] = last + fragment
        elif isinstance(last, str) and isinstance(fragment, pa.DictionaryArray):
            joint[-1] = _between(last, fragment, "")
        elif isinstance(last, pa.DictionaryArray) and isinstance(fragment, str):
            joint[-1] = _between("", last, fragment)
        else:
            joint.append(fragment)
    return [one_a_row(one) if isinstance(one, pa.DictionaryArray) else one for one in joint]


def joined(fragments: Sequence[Fragment]) -> pa.Array:
    """The fragments joined row by row; null where one of them is."""
    if len(fragments) == 1:
        return fragments[0]
    return pc.binary_join_element_wise(*map(as_column, fragments), literal(""))


def as_column(fragment: Fragment) -> pa.Array | pa.Scalar:
    """A fragment as pyarrow.compute takes it."""
    if isinstance(fragment, pa.DictionaryArray):
        return one_a_row(fragment)
    return literal(fragment) if isinstance(fragment, str) else fragment


def one_a_row(strings: pa.DictionaryArray) -> pa.Array:
    """A dictionary array as an array of one string a row."""
    return strings.dictionary.take(strings.indices)


def _between(before: str, strings: pa.DictionaryArray, after: str) -> pa.DictionaryArray:
    """The same strings with others before and after each."""
    made = joined([before, strings.dictionary, after])
    return pa.DictionaryArray.from_arrays(strings.indices, made)
