"""The styles of workbooks, as other programs write them too."""

import io
import re
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from exporter.proof.xlsx.styles import Styles, styles_of


def _stylesheet() -> bytes:
    """The styles of a book with a bold cell that shows a share."""
    book = Workbook()
    cell = book.active["A1"]
    cell.value, cell.number_format, cell.font = 0.5, "0.0%", Font(bold=True)
    file = io.BytesIO()
    book.save(file)
    with ZipFile(file) as archive:
        return archive.read("xl/styles.xml")


def test_styles_are_looks_by_number() -> None:
    styles = Styles(_stylesheet())
    assert len(styles) == 2
    assert styles.number_format(1) == styles.look(1).number_format == "0.0%"
    assert "bold" in str(styles.look(1))
    assert "bold" not in str(styles.look(0))


@pytest.mark.parametrize("left_out", ["sz", "color", "name"])
def test_a_number_format_needs_nothing_of_its_font(left_out: str) -> None:
    part = re.sub(rf"<{left_out} [^>]*/>".encode(), b"", _stylesheet())
    assert Styles(part).number_format(1) == "0.0%"


def test_a_look_says_what_its_font_lacks() -> None:
    part = re.sub(rb"<(?:sz|name) [^>]*/>", b"", _stylesheet())
    assert "no font no size bold" in str(Styles(part).look(1))


def test_a_workbook_without_styles_has_one_that_shows_all_as_it_is() -> None:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    with ZipFile(file) as archive:
        assert styles_of(archive).number_format(0) == "General"
