"""What a worksheet refers to, and what its cells open; there may be tens of thousands of links.

openpyxl makes several objects of each, which takes longer than to read all cells.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from exporter.proof.xlsx.found_cells import Cell
from exporter.proof.xlsx.shared_strings import MAIN

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Relation:
    """Something that a part refers to: of what kind, and which part or address."""

    kind: str
    target: str


def read_relations(archive: ZipFile, path: str) -> dict[str, Relation]:
    """What a part refers to, by the ids that it uses."""
    folder, name = posixpath.split(path)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return {}
    # Parts of a workbook that is read to be compared; expat stops what would expand without end.
    root = fromstring(archive.read(relations))  # noqa: S314
    return {one.attrib["Id"]: _relation(one, folder) for one in root}


def _relation(element: Element, folder: str) -> Relation:
    target = element.attrib["Target"]
    if element.get("TargetMode") != "External":
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(element.attrib["Type"].rpartition("/")[2], target)


def take_links(sheet: Element, relations: Mapping[str, Relation]) -> Iterator[tuple[Cell, str]]:
    """What cells open; the links are taken out of the worksheet."""
    for links in sheet.findall(f"{{{MAIN}}}hyperlinks"):
        for one in links:
            yield _link(one, relations)
        sheet.remove(links)


def _link(element: Element, relations: Mapping[str, Relation]) -> tuple[Cell, str]:
    from openpyxl.utils.cell import coordinate_to_tuple

    area, id_ = element.attrib["ref"], element.get(_ID)
    first, _, rest = area.partition(":")
    address = relations[id_].target if id_ else "internal:"
    location, tip = element.get("location", ""), element.get("tooltip")
    link = f"{address}{'#' if id_ and location else ''}{location}"
    link += f" over {area}" if rest else ""
    row, column = coordinate_to_tuple(first)
    return (row - 1, column - 1), link + (f" with the tip {tip!r}" if tip else "")
