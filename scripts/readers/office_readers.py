"""How LibreOffice and Gnumeric read a workbook, by what they save of it themselves."""

import csv
import gzip
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

from openpyxl.utils import get_column_letter

from scripts.readers.readings import Book, Cell, Scalar, Sheet

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_GNM = "{http://www.gnumeric.org/v10.dtd}"
_GNM_TEXT, _GNM_BOOL = "60", "20"  # of the attribute ValueType
_FAR = 200  # columns or rows that are said to be alike so often are blank


def libreoffice(path: Path) -> Book:
    """LibreOffice Calc, by the flat OpenDocument that it saves."""
    with TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = (
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "fods",
            "--outdir",
            folder,
            str(path),
        )
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
        root = ET.parse(Path(folder, path.stem + ".fods")).getroot()  # noqa: S314 - saved just now
    ranges = [
        str(one.get(f"{_TABLE}target-range-address"))
        for one in root.iter(f"{_TABLE}database-range")
    ]
    return {
        name: Sheet(dict(_fods_cells(table)), [one for one in ranges if _of_sheet(one, name)])
        for table in root.iter(f"{_TABLE}table")
        if (name := table.get(f"{_TABLE}name"))
    }


def _of_sheet(address: str, name: str) -> bool:
    return address.rpartition(":")[0].rpartition(".")[0].strip("$'") == name


def _fods_cells(table: ET.Element) -> Iterator[tuple[str, Cell]]:
    number = 0
    for row in _fods_rows(table):
        times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        column = 0
        for cell in row:
            again = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
            if cell.get(f"{_OFFICE}value-type") and again < _FAR and times < _FAR:
                for at in range(column + 1, column + again + 1):
                    yield f"{get_column_letter(at)}{number + 1}", _fods_cell(cell)
            column += again
        number += times


def _fods_rows(within: ET.Element) -> Iterator[ET.Element]:
    """The rows of a sheet, and not those of the tables behind its charts."""
    for child in within:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag != f"{_TABLE}shapes":
            yield from _fods_rows(child)


def _fods_cell(cell: ET.Element) -> Cell:
    shown = "\n".join("".join(line.itertext()) for line in cell.iter(f"{_TEXT}p"))
    kind = cell.get(f"{_OFFICE}value-type")
    value: Scalar = shown
    if kind == "date":
        value = cell.get(f"{_OFFICE}date-value")
    elif kind == "boolean":
        value = cell.get(f"{_OFFICE}boolean-value") == "true"
    elif number := cell.get(f"{_OFFICE}value"):
        value = float(number)
    links = [one.get(f"{_XLINK}href") for one in cell.iter(f"{_TEXT}a")]
    return Cell(value, shown, None, links[0] if links else None, cell.get(f"{_TABLE}formula"))


def gnumeric(path: Path) -> Book:
    """Gnumeric, by the file that ssconvert saves."""
    with TemporaryDirectory() as folder:
        saved = Path(folder, "book.gnumeric")
        command = ("ssconvert", "--recalc", str(path), str(saved))
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
        root = ET.fromstring(gzip.decompress(saved.read_bytes()))  # noqa: S314 - saved just now
        command = (
            "ssconvert", "-S", "-T", "Gnumeric_stf:stf_assistant",
            "-O", "format=preserve quoting-mode=always",
            str(path), str(Path(folder, "shown.%n.csv")),
        )  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
        return {
            sheet.findtext(f"{_GNM}Name", ""): Sheet(
                dict(_gnumeric_cells(sheet, _shown(Path(folder, f"shown.{number}.csv"))))
            )
            for number, sheet in enumerate(root.iter(f"{_GNM}Sheet"))
        }


def _shown(path: Path) -> dict[tuple[int, int], str]:
    """What cells show, by column and row."""
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return {
        (at, number): text for number, row in enumerate(rows, 1) for at, text in enumerate(row, 1)
    }


def _gnumeric_cells(
    sheet: ET.Element, shown: dict[tuple[int, int], str]
) -> Iterator[tuple[str, Cell]]:
    links = _gnumeric_links(sheet)
    formulas = {}
    for cell in sheet.iter(f"{_GNM}Cell"):
        place = int(cell.get("Col", "0")) + 1, int(cell.get("Row", "0")) + 1
        text, kind = cell.text or "", cell.get("ValueType")
        value: Scalar = text
        if kind is None:  # a formula: shared ones are written once
            text = text or formulas.get(cell.get("ExprID", ""), "")
            formulas[cell.get("ExprID", "")] = text
            value = None
        elif kind == _GNM_BOOL:
            value = text == "TRUE"
        elif kind != _GNM_TEXT:
            value = float(text)
        formula = text if kind is None else None
        yield (
            f"{get_column_letter(place[0])}{place[1]}",
            Cell(value, shown.get(place, ""), None, links.get(place), formula),
        )


def _gnumeric_links(sheet: ET.Element) -> dict[tuple[int, int], str]:
    links = {}
    for region in sheet.iter(f"{_GNM}StyleRegion"):
        for link in region.iter(f"{_GNM}HyperLink"):
            first = int(region.get("startCol", "0")) + 1, int(region.get("startRow", "0")) + 1
            last = int(region.get("endCol", "0")) + 1, int(region.get("endRow", "0")) + 1
            for column in range(first[0], last[0] + 1):
                for row in range(first[1], last[1] + 1):
                    links[column, row] = link.get("target", "")
    return links


READERS = {"LibreOffice Calc": libreoffice, "Gnumeric": gnumeric}
