"""Which part of a workbook's package holds what, by the relationships between them.

Source: ECMA-376 Part 2, 9.3 (relationships), and Part 1, 12.3 (parts of a workbook). Programs
differ in where they keep a part, and in the namespace: Excel's "Strict Open XML" has its own.
"""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from xml.etree import ElementTree as ET
from zipfile import ZipFile

_PACKAGE, _USUAL = "_rels/.rels", "xl/workbook.xml"
_MOST_READ = 4_000_000  # bytes of a part that says what is where


class WorkbookParts:
    """The parts of a workbook; whatever it is asked may raise what damaged zips and XML do.

    Raises:
        LookupError: There is no such part.
        ValueError: A part is too large, or in an unknown encoding.
        ParseError: A part is no XML.
        BadZipFile, zlib.error, EOFError, RuntimeError: A part is damaged, or packed in another way.
    """

    def __init__(self, book: ZipFile, most_read: int = _MOST_READ) -> None:
        """The parts of an open package.

        Args:
            book: The package.
            most_read: So many bytes of a part are read.
        """
        self._book, self._most_read = book, most_read
        self._names = {name.casefold(): name for name in book.namelist()}
        self._roots: dict[str, ET.Element] = {}

    @cached_property
    def workbook(self) -> str:
        """The name of the part that lists the sheets."""
        targets = dict(self._targets("", _PACKAGE)) if _PACKAGE in self._names else {}
        return next((part for kind, part in targets.values() if kind == "officeDocument"), _USUAL)

    @cached_property
    def sheets(self) -> list[tuple[str, str]]:
        """The name of each sheet and the id of its relationship, in order."""
        return [
            (sheet.get("name", ""), _by_local_name(sheet, "id"))
            for sheet in self.elements(self.workbook, "sheet")
        ]

    def sheet_part(self, place: int) -> str:
        """The name of the part with a sheet, by its place among them from 0."""
        return self._related[self.sheets[place][1]][1]

    def part_of(self, kind: str) -> str | None:
        """The name of the part that the workbook relates to as its `styles`, or the like."""
        return next((part for of, part in self._related.values() if of == kind), None)

    def elements(self, part: str, name: str) -> list[ET.Element]:
        """The elements of a part with a name, in any namespace."""
        return [element for element in self._root(part).iter() if _local(element.tag) == name]

    @cached_property
    def _related(self) -> dict[str, tuple[str, str]]:
        folder, file = posixpath.split(self.workbook)
        return dict(self._targets(folder, posixpath.join(folder, "_rels", f"{file}.rels")))

    def _targets(self, folder: str, part: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """By the id of each relationship, what it is, and the name of the part that it leads to."""
        for relation in self.elements(part, "Relationship"):
            target = relation.get("Target", "").replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = relation.get("Type", "").rpartition("/")[2]
            yield relation.get("Id", ""), (kind, self._names.get(path.casefold(), path))

    def _root(self, part: str) -> ET.Element:
        if part not in self._roots:
            with self._book.open(self._names.get(part.casefold(), part)) as file:
                content = file.read(self._most_read + 1)
            if len(content) > self._most_read:
                raise ValueError(f"{part} is too large")
            self._roots[part] = ET.fromstring(content)  # noqa: S314 - expat bounds entities
        return self._roots[part]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _by_local_name(element: ET.Element, name: str) -> str:
    """An attribute in a namespace, whichever it is."""
    return next((value for key, value in element.attrib.items() if key.endswith("}" + name)), "")
