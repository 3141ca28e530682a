"""The parts of a Word file: XML in a zip archive, tied by relationships.

Source: ECMA-376 Part 2, 9 (packages, relationships).
"""

import posixpath
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits, shown_bytes

Element = Any  # of lxml, which has no types

_DAMAGED = (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError)
_ANEW = "save it anew with a word processor"
_SMALL = 10_000_000  # bytes; what unpacks to no more may be packed as tightly as it likes


@dataclass(frozen=True)
class Package:
    """A file's parts.

    Attributes:
        main: The name of the part with the document.
    """

    archive: ZipFile
    main: str

    @classmethod
    def of(cls, data: bytes, limits: ReadingLimits) -> "Package":
        """The parts of a file.

        Raises:
            InputError: It is damaged, or there is too much packed in it.
        """
        if data.count(b"PK\x01\x02") > limits.files:  # before a list is made of them
            raise InputError(f"more than {limits.files:,} files are packed in it", _ANEW)
        try:
            archive = ZipFile(BytesIO(data))
        except _DAMAGED as error:
            raise InputError(f"the document is damaged: {error}", _ANEW) from error
        _refuse_bombs(archive, limits)
        package = cls(archive, "")
        main = package.related("", "officeDocument")
        return cls(archive, main or "word/document.xml")

    def tree(self, name: str) -> Element | None:
        """The root element of a part; None where there is no such part.

        Raises:
            InputError: It is damaged, or declares entities.
        """
        from lxml import etree

        if name not in self.archive.namelist():
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(self.archive.read(name), parser)
        except (*_DAMAGED, etree.XMLSyntaxError) as error:
            raise InputError(f"{name} in the document is damaged: {error}", _ANEW) from error
        if root.getroottree().docinfo.internalDTD is not None:  # ECMA-376 Part 2, 8.2.5 forbids it
            raise InputError(f"{name} in the document has a DOCTYPE, which may be an attack", _ANEW)
        return root

    def related(self, part: str, kind: str) -> str:
        """The name of the part to which a part has a relationship of a kind; "" where it has none.

        Args:
            part: Its name; "" for the file itself.
            kind: The last word of the relationship's type, which OOXML's two variants share.
        """
        folder, name = posixpath.split(part)
        relationships = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        for relationship in () if relationships is None else relationships:
            if relationship.get("Type", "").rpartition("/")[2] == kind:
                target = relationship.get("Target", "")
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return ""


def name_of(element: Element) -> str:
    """An element's name without its namespace, which OOXML's two variants do not share."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name alone; "" where there is none."""
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))


def child(element: Element | None, *names: str) -> Element | None:
    """The element to which names lead, one in another; None where they do not."""
    for name in names:
        if element is None:
            return None
        element = next((part for part in element if name_of(part) == name), None)
    return element


def is_on(element: Element | None) -> bool:
    """Whether a switch is set: there, and not said to be off."""
    return element is not None and attribute(element, "val").lower() not in {"0", "false", "off"}


def _refuse_bombs(archive: ZipFile, limits: ReadingLimits) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_bytes:
        wrong = f"the document unpacks to {shown_bytes(unpacked)}"
        wrong += f", more than the {shown_bytes(limits.unpacked_bytes)} that are read"
        raise InputError(wrong, "record a part of it, or raise the limit (docs/limits.md)")
    for part in parts:
        if part.file_size > max(_SMALL, part.compress_size * limits.packed_ratio):
            times = part.file_size // max(part.compress_size, 1)
            wrong = f"{part.filename} in the document unpacks to {times:,} times its size"
            raise InputError(wrong, _ANEW)
