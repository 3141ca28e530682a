"""Workbooks that are small on the disk and endless in memory: one sentence, in little time."""

import re
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from exporter.facts.read import read_written
from exporter.inputs.opened import Inputs
from exporter.limits import READING, ReadingLimits

SHEET = "xl/worksheets/sheet1.xml"
_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{_RELATION}"><sheets><sheet name="Facts" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship '
    f'Id="rId1" Type="{_RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def cell(place: str, text: str = "id") -> str:
    return f'<c r="{place}" t="str"><v>{text}</v></c>'


def rows(*cells: str, said: str = "") -> str:
    """A sheet with a row for each of the cells."""
    dimension = f'<dimension ref="{said}"/>' if said else ""
    inside = "".join(f"<row>{one}</row>" for one in cells)
    return f"{_HEAD}{dimension}<sheetData>{inside}</sheetData></worksheet>"


def workbook(path: Path, sheet: str | Iterator[str], packed: int = ZIP_DEFLATED) -> None:
    with ZipFile(path, "w", packed) as book:
        for name, content in PARTS.items():
            book.writestr(name, content)
        with book.open(SHEET, "w") as part:
            for block in [sheet] if isinstance(sheet, str) else sheet:
                part.write(block.encode())


def found(report: Path, limits: ReadingLimits = READING) -> tuple[list[str | None], list[str]]:
    """The ids in a folder's facts.xlsx, and what is wrong with it."""
    ids, wrong = [], []
    for table, problems in read_written(report, "facts.xlsx", Inputs.of(report, limits=limits)):
        ids += table["id"].to_pylist()
        wrong += [problem.wrong for problem in problems]
    return ids, wrong


COLUMNS = "".join(
    cell("", name).replace(' r=""', "")
    for name in ("id", "entity", "metric", "value", "source", "quote")
)
FACT = "".join(cell("", text).replace(' r=""', "") for text in ("a", "E", "M", "17", "s", "q"))


def test_a_small_one_is_read(tmp_path: Path) -> None:
    workbook(tmp_path / "facts.xlsx", rows(COLUMNS, FACT))
    assert found(tmp_path) == (["a"], [])


@pytest.mark.parametrize(
    ("sheet", "wrong"),
    [
        (rows(cell("A1"), cell("XFD1048576")), "its cells reach as far as XFD1048576, over 1,048,576 rows and 16,384 columns"),
        (rows(cell("A1"), cell("XFD1048576"), said="A1:B2"), "its cells reach as far as XFD1048576, over 1,048,576 rows and 16,384 columns"),
        (rows(cell("XFD1048576"), cell("A1"), said="A1:XFD1048576"), "its cells reach as far as XFD1048576, over 1,048,576 rows and 16,384 columns"),
        (rows(cell("C3"), cell("Z1000002")), "its cells reach as far as Z1000002, over 1,000,000 rows and 24 columns"),
        (rows(cell("A1"), cell("XFD3000")), "its cells reach as far as XFD3000, over 3,000 rows and 16,384 columns"),
    ],
)  # fmt: skip
def test_a_cell_far_out_is_told(tmp_path: Path, sheet: str, wrong: str) -> None:
    workbook(tmp_path / "facts.xlsx", sheet)
    assert (tmp_path / "facts.xlsx").stat().st_size < 3_000
    assert found(tmp_path) == ([], [wrong])


def test_empty_cells_far_out_are_nothing(tmp_path: Path) -> None:
    far = '<c r="XFD1048576" s="0"/>'
    workbook(tmp_path / "facts.xlsx", rows(COLUMNS, FACT, far, said="A1:XFD1048576"))
    assert found(tmp_path) == (["a"], [])


def blanks(megabytes: int) -> Iterator[str]:
    yield _HEAD
    for _ in range(megabytes):
        yield " " * 1_000_000
    yield "<sheetData/></worksheet>"


def test_what_unpacks_to_too_much_is_told(tmp_path: Path) -> None:
    workbook(tmp_path / "facts.xlsx", blanks(30))
    few = ReadingLimits(unpacked_bytes=20_000_000)
    (wrong,) = found(tmp_path, few)[1]
    assert wrong == "the workbook unpacks to 30 MB, more than the 20 MB that are read"
    (wrong,) = found(tmp_path)[1]
    assert re.fullmatch(rf"{SHEET} in it unpacks to [\d,]+ times its size", wrong)
    workbook(
        tmp_path / "facts.xlsx", blanks(9)
    )  # little enough to be read, whatever it was packed to
    assert found(tmp_path)[1] == ["the sheet 'Facts' is empty"]


def says_less(path: Path) -> None:
    """The list of parts at the end says that the sheet is smaller than it is."""
    content = bytearray(path.read_bytes())
    place = content.rfind(SHEET.encode()) - 46 + 24
    content[place : place + 4] = struct.pack("<I", 5_000)
    path.write_bytes(content)


def test_a_list_of_parts_that_lies_is_told(tmp_path: Path) -> None:
    workbook(tmp_path / "facts.xlsx", blanks(30))
    says_less(tmp_path / "facts.xlsx")
    (wrong,) = found(tmp_path)[1]
    assert wrong.startswith(f"{SHEET} in it is damaged: Bad CRC-32")


def many_parts(path: Path) -> None:
    with ZipFile(path, "w", ZIP_STORED) as book:
        for number in range(20):
            book.writestr(str(number), "")


def cut(path: Path) -> None:
    workbook(path, rows(COLUMNS, FACT))
    path.write_bytes(path.read_bytes()[:-30])


def garbled(path: Path) -> None:
    workbook(path, rows(COLUMNS, FACT))
    content = bytearray(path.read_bytes())
    place = content.find(SHEET.encode()) + len(SHEET)
    content[place + 5 : place + 35] = b"\xff" * 30
    path.write_bytes(content)


def no_zip(path: Path) -> None:
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(4_000))


def empty(path: Path) -> None:
    path.touch()


def entities(path: Path) -> None:
    """Names for names for names, as in "billion laughs"; three levels of them."""
    names = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'
    with ZipFile(path, "w") as book:
        for name, content in PARTS.items():
            book.writestr(
                name, content.replace("<workbook", f"{names}<workbook").replace('"Facts"', '"&c;"')
            )
        book.writestr(SHEET, rows(COLUMNS, FACT))


@pytest.mark.parametrize("make", [many_parts, cut, garbled, no_zip, empty, entities])
def test_what_is_no_workbook_is_one_sentence(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "facts.xlsx")
    ids, wrong = found(tmp_path, ReadingLimits(files=10))
    assert (ids, len(wrong)) == ([], 1)


@pytest.mark.parametrize(
    "said", ["UT95-8", "utf-7", "cp65001", "x-user-defined", "UTF-32", "shift_jis"]
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET])
def test_an_encoding_that_nobody_knows_is_read_or_one_sentence(
    tmp_path: Path, part: str, said: str
) -> None:
    with ZipFile(tmp_path / "facts.xlsx", "w") as book:
        for name, content in {**PARTS, SHEET: rows(COLUMNS, FACT)}.items():
            head = f'<?xml version="1.0" encoding="{said}"?>' if name == part else ""
            book.writestr(name, head + content)
    ids, wrong = found(tmp_path)
    assert (len(ids), len(wrong)) in {(1, 0), (0, 1)}


@pytest.mark.parametrize(("at", "change"), [(6, 1), (8, 99), (8, 12), (8, 14)])
def test_parts_packed_in_another_way_are_one_sentence(tmp_path: Path, at: int, change: int) -> None:
    """Said to be encrypted, or packed by a method that is unknown, bzip2 or LZMA."""
    workbook(tmp_path / "facts.xlsx", rows(COLUMNS, FACT))
    content = bytearray((tmp_path / "facts.xlsx").read_bytes())
    for sign, further in ((b"PK\x03\x04", 0), (b"PK\x01\x02", 2)):
        start = -1
        while (start := content.find(sign, start + 1)) >= 0:
            content[start + at + further] = change
    (tmp_path / "facts.xlsx").write_bytes(content)
    ids, wrong = found(tmp_path)
    assert (ids, len(wrong)) == ([], 1)


def test_a_reader_that_dies_is_a_sentence(tmp_path: Path) -> None:
    """Without room for what is honestly in it; no memory is filled by that."""
    workbook(tmp_path / "facts.xlsx", rows(COLUMNS, *[FACT] * 100_000))
    (wrong,) = found(tmp_path, ReadingLimits(memory_bytes=60_000_000))[1]
    assert wrong == "it is damaged, or takes more than 60 MB of memory or too long to be read"
