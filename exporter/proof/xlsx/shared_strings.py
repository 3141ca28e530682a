"""The texts that cells name by number, and how XML and SpreadsheetML write texts at all."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from xml.parsers import expat

import pyarrow as pa
import pyarrow.compute as pc

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_MOST = 50_000  # texts that are Python's before they become an array
# ST_Xstring (ECMA-376 part 1, 22.9.2.19), of which formulas are too: `_x0041_` stands for an A.
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
# Programs that write ASCII alone have one for each Chinese character: a run is read at once.
_REFERENCE = re.compile(r"((?:&#[0-9]+;)+)|&(?:#x([0-9A-Fa-f]+)|(\w+));|&")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
BLANKS = " \t\n\r"  # what XML calls white space


def read_shared_strings(xml: Iterable[bytes]) -> pa.StringArray:
    """The shared strings of a workbook, from the pieces of the part that holds them.

    One without characters is null: a cell that names it holds nothing.
    """
    reader = _SharedStrings()
    for piece in xml:
        reader.parser.Parse(piece, False)
    reader.parser.Parse(b"", True)
    return pa.chunked_array([*reader.chunks, pa.array(reader.texts, pa.string())]).combine_chunks()


class RichText:
    """The text of an element, put together from the `t` of all its runs as they come."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._text: list[str] | None = None
        self._keeps = False
        self._phonetic = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins inside the text."""
        if name == f"{MAIN} rPh":  # how it is spoken, which is no part of the text
            self._phonetic += 1
        elif name == f"{MAIN} t" and not self._phonetic:
            self._text, self._keeps = [], attributes.get(_SPACE) == "preserve"

    def finish(self, name: str) -> None:
        """An element ends."""
        if name == f"{MAIN} rPh":
            self._phonetic -= 1
        elif name == f"{MAIN} t" and self._text is not None:
            text, self._text = "".join(self._text), None
            # Excel drops white space at the ends that is not marked as to be kept.
            self._texts.append(text if self._keeps else text.strip(BLANKS))

    def add(self, characters: str) -> None:
        """Characters come."""
        if self._text is not None:
            self._text.append(characters)

    def whole(self) -> str:
        """The text of all runs."""
        return without_escapes("".join(self._texts))


class _SharedStrings:
    """Reads the part of shared strings; they may be many, so they are kept as arrays."""

    def __init__(self) -> None:
        self.texts: list[str | None] = []
        self.chunks: list[pa.StringArray] = []
        self._rich = RichText()
        self.parser = make_parser(self._start, self._finish, self._characters)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{MAIN} si":
            self._rich = RichText()
        self._rich.start(name, attributes)

    def _finish(self, name: str) -> None:
        self._rich.finish(name)
        if name == f"{MAIN} si":
            self.texts.append(self._rich.whole() or None)
            if len(self.texts) == _MOST:
                self.chunks.append(pa.array(self.texts, pa.string()))
                self.texts = []

    def _characters(self, text: str) -> None:
        self._rich.add(text)


def make_parser(start: Any, finish: Any, characters: Any) -> Any:
    """A parser of XML that calls these, with names as `namespace name`."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, finish
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _refuse(*_: object) -> None:
    # Excel refuses it too; entities of the file's own are a way to make a small file endless.
    raise ValueError("the XML declares a document type")


def with_escapes(text: str) -> str:
    """A text as it stands where escapes are read, with nothing in it that looks like one."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def without_escapes(text: str) -> str:
    """The text that SpreadsheetML means by what stands in an element of its texts."""
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text) if "_x" in text else text


def without_references(text: str) -> str:
    """The text that XML means by what stands between two tags.

    Raises:
        ValueError: It has a reference that XML does not know by itself.
    """
    return _REFERENCE.sub(_meant, text)


def plain_texts(raw: pa.StringArray) -> pa.StringArray:
    """The texts of elements by what stands between their tags; null for null.

    Raises:
        ValueError: As `without_references`.
    """
    mask = pc.or_(pc.match_substring(raw, "&"), pc.match_substring(raw, "_x"))
    if not pc.any(mask).as_py():
        return raw
    marked = raw.filter(mask).dictionary_encode()  # quotes and units stand in many rows
    texts = [without_escapes(without_references(text)) for text in marked.dictionary.to_pylist()]
    meant = pa.array(texts, pa.string()).take(marked.indices)
    return pc.replace_with_mask(raw, pc.fill_null(mask, False), meant)


def _meant(references: re.Match[str]) -> str:
    decimals, hexadecimal, name = references.groups()
    if decimals:
        return _characters(decimals)
    if hexadecimal:
        return chr(int(hexadecimal, 16))
    if name not in _NAMED:
        raise ValueError(f"{references[0]!r} is no reference that XML knows")
    return _NAMED[name]


@lru_cache(4096)  # between figures the same words stand again and again
def _characters(references: str) -> str:
    return "".join(map(chr, map(int, references[2:-1].split(";&#"))))
