"""Texts as XML and SpreadsheetML write them, and the characters that they stand for."""

import re

import pyarrow as pa
import pyarrow.compute as pc

# ST_Xstring (ECMA-376 part 1, 22.9.2.19), of which formulas are too: `_x0041_` stands for an A.
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(\w+));|&")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
BLANKS = " \t\n\r"  # what XML calls white space


def without_escapes(text: str) -> str:
    """The text that SpreadsheetML means by what stands in an element of its texts."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def without_references(text: str) -> str:
    """The text that XML means by what stands between two tags.

    Raises:
        ValueError: It has a reference that XML does not know by itself.
    """
    return _REFERENCE.sub(_character, text)


def plain_texts(raw: pa.StringArray) -> pa.StringArray:
    """The texts of elements by what stands between their tags; null for null.

    Raises:
        ValueError: As `without_references`.
    """
    mask = pc.or_(pc.match_substring(raw, "&"), pc.match_substring(raw, "_x"))
    if not pc.any(mask).as_py():
        return raw
    texts = [without_escapes(without_references(text)) for text in raw.filter(mask).to_pylist()]
    return pc.replace_with_mask(raw, pc.fill_null(mask, False), pa.array(texts, pa.string()))


def _character(found: re.Match[str]) -> str:
    if found[1] or found[2]:
        return chr(int(found[1], 16) if found[1] else int(found[2]))
    if found[3] not in _NAMED:
        raise ValueError(f"{found[0]!r} is no reference that XML knows")
    return _NAMED[found[3]]
