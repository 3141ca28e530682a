"""The texts that cells name by number, and how SpreadsheetML writes texts at all."""

from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

import pyarrow as pa

from exporter.proof.xlsx.xml_text import BLANKS, without_escapes

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPACE = "http://www.w3.org/XML/1998/namespace space"
_HELD = 50_000  # texts that are Python's before they become an array


def read_texts(xml: Iterable[bytes]) -> pa.StringArray:
    """The shared texts of a workbook, from the pieces of the part that holds them."""
    reader = _SharedTexts()
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


class _SharedTexts:
    """Reads the part of shared texts; they may be many, so they are held as arrays."""

    def __init__(self) -> None:
        self.texts: list[str] = []
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
            self.texts.append(self._rich.whole())
            if len(self.texts) == _HELD:
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
