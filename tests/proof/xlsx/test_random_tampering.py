"""Any cell of any shipped workbook, changed in any way: that very cell is named, and no other."""

import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from exporter.proof.xlsx import compare_workbook
from exporter.report.pdf.model import OnePager
from exporter.report.xlsx.model import Workbook
from tests.examples import examples
from tests.proof.tamper import Edit, RawCell, cell, raw_cells, replacing, sheet_part, tamper, text

KINDS = ("value", "kind", "blank", "number format", "formula", "cached", "link")


@cache
def sheet_names(path: Path) -> list[str]:
    book = load_workbook(path, read_only=True)
    names = list(book.sheetnames)
    book.close()
    return names


@cache
def xml_of(path: Path, sheet: str) -> str:
    with ZipFile(path) as archive:
        return archive.read(sheet_part(path, sheet)).decode("utf-8")


@cache
def formats_of(path: Path) -> list[str]:
    """The number format of each style of a workbook."""
    with ZipFile(path) as archive:
        xml = archive.read("xl/styles.xml").decode("utf-8")
    cells = re.search(r"<cellXfs.*?</cellXfs>", xml, re.DOTALL)
    assert cells
    return re.findall(r'<xf numFmtId="(\d+)"', cells[0])


def possible(xml: str, raw: RawCell) -> list[str]:
    """The ways in which a cell can be changed."""
    kinds = ["value", "kind", "blank", "number format"]
    if raw.formula():
        kinds = ["formula", "cached", "number format"]
    return kinds + (["link"] if f'<hyperlink ref="{raw.at}"' in xml else [])


def change(  # noqa: PLR0911 - a way a line
    data: st.DataObject, path: Path, xml: str, raw: RawCell, kind: str
) -> Edit:
    """One way to change a cell, made up as it goes."""
    number = data.draw(st.floats(allow_nan=False, allow_infinity=False), label="number")
    words = data.draw(st.text("ab字 1", min_size=1).filter(str.strip), label="words")
    if kind == "blank":
        return cell(raw.at, inner="", kind="n")
    if kind == "number format":
        formats = formats_of(path)
        others = [str(n) for n, name in enumerate(formats) if name != formats[int(raw.style)]]
        return cell(raw.at, style=data.draw(st.sampled_from(others), label="style"))
    if kind == "link":
        found = re.search(rf'<hyperlink ref="{raw.at}"[^>]*location="([^"]*)"', xml)
        assert found
        return replacing(found[0], found[0].replace(found[1], found[1] + "x"))
    if kind == "formula":
        return replacing(f"<f>{raw.formula()}</f>", f"<f>1+{raw.formula()}</f>", 1)
    if kind == "cached" and raw.kind == "b":
        return cell(raw.at, inner=raw.inner.replace("<v>1</v>", "<v>0</v>"))
    if kind == "cached" and raw.kind == "str":
        return cell(raw.at, inner=raw.inner.replace("</v>", "!</v>"))
    if kind == "cached":
        return cell(raw.at, inner=f"<f>{raw.formula()}</f><v>{other_than(raw, number)!r}</v>")
    if (kind == "value") == (raw.kind == "n"):
        return cell(raw.at, inner=f"<v>{other_than(raw, number)!r}</v>", kind="n")
    return cell(raw.at, inner=text(words + "~"), kind="inlineStr")


def other_than(raw: RawCell, number: float) -> float:
    there = float(raw.value()) if raw.kind == "n" else None
    return number if number != there else number + 1.0


@pytest.fixture(scope="module")
def books(built: Path, laid: Mapping[str, Workbook | OnePager]) -> dict[Path, Workbook]:
    return {built / name: model for name, model in laid.items() if isinstance(model, Workbook)}


# What Hypothesis draws goes into one folder, file after file: nothing is left of the one before.
@pytest.mark.usefixtures("reader")
@settings(
    max_examples=examples(20),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_twenty_tamperings_are_found(
    books: dict[Path, Workbook], tmp_path: Path, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(sorted(books)), label="file")
    sheet = data.draw(st.sampled_from(sheet_names(path)), label="sheet")
    xml = xml_of(path, sheet)
    raw = data.draw(st.sampled_from(list(raw_cells(xml))), label="cell")
    kind = data.draw(st.sampled_from(possible(xml, raw)), label="kind")
    edit = change(data, path, xml, raw, kind)
    changed = tamper(path, tmp_path / path.name, {sheet_part(path, sheet): edit})
    differences = compare_workbook(books[path], changed)
    places = {difference.place.partition(" (")[0] for difference in differences}
    assert places == {f"{unescape(sheet)}!{raw.at}"}, [
        str(difference) for difference in differences
    ]
    assert {difference.file for difference in differences} == {path.name}
