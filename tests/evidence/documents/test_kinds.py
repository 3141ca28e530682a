"""What kind of document a file is, and what is said of those that are not read."""

from zipfile import ZIP_STORED

import pytest

from exporter.evidence.documents.kinds import kind_of
from exporter.inputs.opened import InputError
from tests.evidence.documents.word_files import packed, paragraph, word_file


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("note", b"Sales rose.", "text"),
        ("note.txt", b"<b> of 5%", "text"),
        ("note.md", b"# Sales", "markdown"),
        ("note.html", b"Sales rose.", "html"),
        ("download", b"\n<!DOCTYPE html><p>Sales", "html"),
        ("page.asp", b'<HTML lang="zh">', "html"),
        ("page.txt", "<html>".encode("utf-16"), "html"),
        ("page", b"<!-- saved from url=(0014)about:internet --><html>", "html"),
        ("note.zip", word_file(paragraph("Sales rose.")), "docx"),
    ],
)
def test_content_goes_before_the_name(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize(
    ("data", "wrong", "right"),
    [
        (b" \n", "the file is empty", "name the document"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old office program", "as PDF or .docx"),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "the document has a password",
            "save it without",
        ),
        (b"{\\rtf1", "rich text", "as .docx"),
        (packed({"xl/workbook.xml": "<x/>"}), "a workbook", "as PDF"),
        (
            packed({"mimetype": "application/vnd.oasis.opendocument.text"}, ZIP_STORED),
            "OpenDocument",
            ".docx",
        ),
        (packed({"a.txt": "a"}), "a zip archive", "unpack it"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "archived page", "as HTML"),
    ],
)
def test_other_kinds_are_told(data: bytes, wrong: str, right: str) -> None:
    with pytest.raises(InputError) as told:
        kind_of("note.doc", data)
    assert wrong in told.value.fault.wrong
    assert right in told.value.fault.right
