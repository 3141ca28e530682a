"""Columns as they stand in XML: texts to the last character, numbers to the last digit.

Whole columns are looked at by their bytes, which takes hardly any time, and changed only where
something is found.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

Part: TypeAlias = Any  # a string for every row, an array of one a row, or Taken

# ST_Xstring (ECMA-376 part 1, 22.9.2.19): a reader takes `_x0041_` for the letter A, so that a text
# which has these very characters is written with its underscore as `_x005F_`.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"))
# Integers up to here have at most 15 digits.
_PLAIN_INTEGERS = 1e15


def exact_text(text: str) -> str:
    """The XML of a text that a reader takes for the same characters.

    A carriage return is written by its number: a parser takes a bare one for a line feed
    (XML 1.0, 2.11).
    """
    return escape(_LOOKS_ESCAPED.sub("_x005F_", text), {"\r": "&#13;"})


def exact_texts(texts: pa.Array) -> pa.Array:
    """`exact_text` of a column of strings."""
    content = text_bytes(texts)
    if has_pair(content, ord("_"), ord("x")):
        mask = pc.match_substring_regex(texts, "_x[0-9A-Fa-f]{4}_")
        changed = [_LOOKS_ESCAPED.sub("_x005F_", text) for text in texts.filter(mask).to_pylist()]
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


def exact_numbers(numbers: pa.Array) -> pa.Array:
    """The shortest decimals that read back as the same float64, which is what Arrow writes."""
    values = float_values(numbers)
    if ((np.floor(values) == values) & (np.abs(values) < _PLAIN_INTEGERS)).all():
        return pc.cast(pc.cast(numbers, pa.int64()), pa.string())  # three times as fast
    return pc.cast(numbers, pa.string())


@dataclass(frozen=True, slots=True)
class Taken:
    """One string a row, few of them distinct: `values[indices]`."""

    values: pa.Array
    indices: pa.Array

    def array(self) -> pa.Array:
        """The strings of all rows."""
        return self.values.take(self.indices)

    def between(self, before: str, after: str) -> "Taken":
        """The same strings with others before and after each."""
        return Taken(joined([before, self.values, after]), self.indices)


def merged(parts: Iterable[Part]) -> list[Part]:
    """The same parts as few; what is joined here is joined once for many rows."""
    found: list[Part] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(last, str) and isinstance(part, str):
            found[-1] = last + part
        elif isinstance(last, str) and isinstance(part, Taken):
            found[-1] = part.between(last, "")
        elif isinstance(last, Taken) and isinstance(part, str):
            found[-1] = last.between("", part)
        else:
            found.append(part)
    return [one.array() if isinstance(one, Taken) else one for one in found]


def joined(parts: Sequence[Part]) -> pa.Array:
    """The parts joined row by row; null where one of them is."""
    if len(parts) == 1:
        return parts[0]
    return pc.binary_join_element_wise(*map(as_column, parts), literal(""))


def as_column(part: Part) -> pa.Array | pa.Scalar:
    """A part as pyarrow.compute takes it."""
    if isinstance(part, Taken):
        return part.array()
    return literal(part) if isinstance(part, str) else part
