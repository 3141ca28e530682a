"""What makes a text, formula, number or link one that a cell of Excel cannot hold.

Whole columns are looked at; only cells that may break a rule become Python objects.
"""

import re
from collections.abc import Callable, Iterator
from math import isnan

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import (
    Mask,
    float_values,
    has_pair,
    text_bytes,
    text_lengths,
    text_offsets,
)
from exporter.limits import CELL_TEXT, FORMULA, URL, text_length
from exporter.report.xlsx.model import Column

Fault = tuple[str, str]  # what is wrong, and what would be right

# XML 1.0 (2.2) has no place for these, and Excel shows none of them; tab and line ends are fine.
# A carriage return is fine in cells alone, where it is written by its number.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SCHEMES = ("http://", "https://", "ftp://", "mailto:", "internal:", "external:")
# RFC 3986: these are percent-encoded in an address; left bare, Excel offers to repair the file.
_BARE = re.compile(r"[\x00-\x20\"<>\[\]\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})")
_CONTROL_OR_RETURN = re.compile(f"{_CONTROL.pattern}|\r")

_FEW_LINKS = 100  # looked at one by one, sooner than a pattern for many is compiled
# Texts and formulas of up to this many characters fit into a cell whatever they are made of.
_SURELY_SHORT, _SHORT_FORMULA = CELL_TEXT // 2, FORMULA // 2
_CONTROLS = r"[\x00-\x08\x0B\x0C\x0E-\x1F\x{FFFE}\x{FFFF}]"
# Addresses of pages and of files beside the workbook, and passages of them (RFC 3986).
_CHARACTERS = r"(?:[!$&-9;=?-Z_a-z~\x{80}-\x{10FFFF}]|%[0-9A-Fa-f]{2})+"
_SURELY_FINE_LINK = f"^(?:https?://)?{_CHARACTERS}(?:#(?:{_CHARACTERS}|[:#])*)?$"


def find_cell_faults(column: Column, targets: frozenset[str]) -> Iterator[tuple[int, Fault]]:
    """Row and fault of every cell of a column that cannot be written.

    Args:
        column: Some rows of it.
        targets: What links inside the book can lead to: sheets and, in lower case, names.
    """
    column, indices = column.distinct()
    faults = (
        *_faults(column.texts, _maybe_bad_text, text_fault),
        *_faults(column.numbers, _not_finite, number_fault),
        *_faults(column.formulas, _maybe_bad_formula, formula_fault),
        *_faults(column.links, _maybe_bad_link, lambda link: link_fault(link, targets)),
    )
    if indices is None or not faults:
        yield from faults
        return
    of_cells = dict(faults)
    for row, index in enumerate(indices.to_pylist()):
        if index in of_cells:
            yield row, of_cells[index]


def text_fault(text: str) -> Fault | None:
    """What is wrong with the text of a cell, and what would be right."""
    return find_control(text) or too_long("text", text, CELL_TEXT)


def formula_fault(formula: str) -> Fault | None:
    """What is wrong with a formula."""
    if not formula.startswith("=") or len(formula) == 1:
        return f"the formula {formula!r} does not begin with =", "begin it with ="
    return find_control(formula) or too_long("formula", formula, FORMULA)


def number_fault(number: float) -> Fault:
    """What is wrong with a number that is not finite."""
    wrong = f"the number is {number}"
    if isnan(number):
        return wrong, "Excel holds finite numbers alone; leave the cell blank"
    return (
        wrong,
        'Excel holds finite numbers alone; write it as a text (inf="∞"), or leave it blank',
    )


def link_fault(link: str, targets: frozenset[str]) -> Fault | None:
    """What is wrong with a link; `targets` are the sheets and, in lower case, names of the book."""
    if link.startswith("internal:"):
        return _inner_fault(link.removeprefix("internal:"), targets)
    address, _, passage = link.removeprefix("external:").partition("#")
    if ":" in address and not link.startswith(_SCHEMES):
        return (
            f"the link {link!r} has no known scheme",
            "use https, http, ftp, mailto, or a path beside the workbook",
        )
    if not address:
        return f"the link {link!r} has no address", "name what it opens"
    if match := _BARE.search(address + passage):
        return f"the link {link!r} has a bare {match[0]!r}", "percent-encode it"
    return too_long("link", address, URL) or too_long("link", passage, URL)


def find_control(text: str, *, in_cell: bool = True) -> Fault | None:
    """A character that a text in XML cannot have."""
    if match := (_CONTROL if in_cell else _CONTROL_OR_RETURN).search(text):
        wrong = f"the text has the character U+{ord(match[0]):04X}, which cannot be written"
        return wrong, "leave it out; line ends are U+000A"
    return None


def too_long(what: str, text: str, limit: int) -> Fault | None:
    """A text above `limit` UTF-16 units, which is how Excel counts: most emoji are two."""
    if len(text) <= limit // 2:
        return None
    length = text_length(text)
    if length <= limit:
        return None
    return f"the {what} has {length:,} characters", f"Excel holds at most {limit:,}; shorten it"


def _inner_fault(place: str, targets: frozenset[str]) -> Fault | None:
    if "!" in place:
        sheet = place.rpartition("!")[0]
        name = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
    else:
        name = place.casefold()
    if name in targets:
        return find_control(place)
    return f"the link to {place!r} leads nowhere", "name a sheet, a table or a range of the book"


def _faults(
    array: pa.Array | None,
    suspects: Callable[[pa.Array], Mask],
    find_fault: Callable[..., Fault | None],
) -> Iterator[tuple[int, Fault]]:
    """Those of the `suspects`, a mask of rows worth a look, that do have a fault."""
    if array is None or array.null_count == len(array):
        return
    for row in np.flatnonzero(suspects(array)).tolist():
        value = array[row].as_py()
        if value is not None and (fault := find_fault(value)):
            yield row, fault


def _not_finite(numbers: pa.Array) -> Mask:
    return ~np.isfinite(float_values(numbers))


def _maybe_bad_text(texts: pa.Array) -> Mask:
    return (text_lengths(texts) > _SURELY_SHORT) | _has_control(texts)


def _maybe_bad_formula(formulas: pa.Array) -> Mask:
    lengths, content, offsets = text_lengths(formulas), text_bytes(formulas), text_offsets(formulas)
    short = lengths < 2
    starts = np.where(short, 0, offsets[:-1] - offsets[0])
    odd = short | (lengths > _SHORT_FORMULA)
    if len(content):
        odd |= content[starts] != ord("=")
    return odd | _has_control(formulas)


def _maybe_bad_link(links: pa.Array) -> Mask:
    if len(links) <= _FEW_LINKS:
        return np.ones(len(links), np.bool_)
    fine: list[bool | None] = pc.match_substring_regex(links, _SURELY_FINE_LINK).to_pylist()
    odd = np.array([not matches for matches in fine], np.bool_)
    return np.logical_or(odd, text_lengths(links) > URL)


def _has_control(texts: pa.Array) -> Mask | bool:
    """Which texts have a control character, or one of U+FFFE and U+FFFF: 0xBF and more in UTF-8."""
    content = text_bytes(texts)
    if not len(content) or (content.min() >= ord(" ") and not has_pair(content, 0xBF, 0xBE)):
        return False
    matches: list[bool | None] = pc.match_substring_regex(texts, _CONTROLS).to_pylist()
    return np.array([bool(match) for match in matches])
