"""Word's documents: what a reader of the printed page sees, and nothing else."""

from datetime import date

import pytest

from exporter.evidence.documents import read_document
from exporter.evidence.documents.docx import read_docx
from exporter.evidence.documents.model import Metadata
from exporter.inputs.opened import InputError
from exporter.limits import READING, ReadingLimits
from tests.evidence.documents.word_files import packed, paragraph, run, table, word_file

pytestmark = pytest.mark.usefixtures("unconfined")


def text_of(body: str, **parts: str) -> str:
    return read_docx(word_file(body, **parts), READING).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Sales rose ", "12%", "."), "Sales rose 12%."),
        (paragraph("Sales  rose\u00a0", "<w:r><w:tab/></w:r>", "12%."), "Sales rose 12%."),
        (paragraph("One") + paragraph("") + paragraph("Two"), "One\nTwo"),
        (paragraph("One", "<w:r><w:br/></w:r>", "Two"), "One\nTwo"),
        (paragraph("well", "<w:r><w:noBreakHyphen/></w:r>", "known"), "well-known"),
        (paragraph("Up ", run("12", "<w:vanish/>"), "13%"), "Up 13%"),
        (paragraph("Up ", run("12", '<w:vanish w:val="0"/>'), "%"), "Up 12%"),
        (paragraph("Up ", run("9", '<w:rStyle w:val="Ghost"/>'), "13%"), "Up 13%"),
        (paragraph("Up ", f"<w:ins>{run('12%')}</w:ins>", f"<w:del>{run('9%', tag='w:delText')}</w:del>"), "Up 12%"),
        (paragraph(f"<w:moveFrom>{run('Gone.')}</w:moveFrom>", f"<w:moveTo>{run('Come.')}</w:moveTo>"), "Come."),
        (
            f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Sales ')}</w:p>" + paragraph("rose."),
            "Sales rose.",
        ),
        (paragraph("Up 12%", run("1", '<w:vertAlign w:val="superscript"/>')), "Up 12%¹"),
        (paragraph("the 18", run("th", '<w:vertAlign w:val="superscript"/>')), "the 18th"),
        (
            paragraph(f"<w:hyperlink>{run('strong demand')}</w:hyperlink>", " for pumps"),
            "strong demand for pumps",
        ),
        (
            paragraph("<w:r><w:instrText>PAGEREF 3</w:instrText></w:r>", "See page 3"),
            "See page 3",
        ),
        (
            paragraph(f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>"),
            "漢",
        ),
        (f"<w:sdt><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>", "In a control"),
        ('<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>' + run("Results 3") + "</w:p>" + paragraph("Results"), "Results"),
        (
            paragraph("Beside", f"<w:r><w:pict><w:txbxContent>{paragraph('In a box')}</w:txbxContent></w:pict></w:r>"),
            "Beside\nIn a box",
        ),
        (table(("$ m", "2025", "2024"), ("Sales", "21,300", "19,800")), "$ m\t2025\t2024\nSales\t21,300\t19,800"),
        (table(("Left column of a page. " * 20, "Right column.")), ("Left column of a page. " * 20).strip() + "\nRight column."),
    ],
)  # fmt: skip
def test_what_a_reader_sees(body: str, text: str) -> None:
    styles = '<w:style w:styleId="Ghost"><w:basedOn w:val="Base"/></w:style>'
    styles += '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert text_of(body, styles=styles) == text


def test_footnotes_stand_at_the_end_behind_their_marks() -> None:
    note = '<w:footnote w:id="7">' + paragraph("Adjusted.") + "</w:footnote>"
    unused = '<w:footnote w:id="-1">' + paragraph("Separator") + "</w:footnote>"
    body = paragraph("Up 12%", '<w:r><w:footnoteReference w:id="7"/></w:r>', ".")
    assert (
        text_of(body + paragraph("More."), footnotes=unused + note)
        == "Up 12%¹.\nMore.\n¹ Adjusted."
    )


def test_paragraphs_have_places() -> None:
    document = read_docx(
        word_file(paragraph("One") + table(("a", "b")) + paragraph("Two")), READING
    )
    place = document.place_of(document.text.index("Two"), len(document.text))
    assert str(place) == "¶3"


def test_properties_are_metadata_and_the_day_of_making_is_not_that_of_appearing() -> None:
    core = "<dc:title>Q3 note</dc:title><dc:creator>Ann Lee</dc:creator><dc:language>de_de</dc:language>"
    core += "<dcterms:created>2026-02-03T08:00:00Z</dcterms:created>"
    data = word_file(paragraph("Text"), core=core, company="Example Broker")
    assert read_docx(data, READING).metadata == Metadata(
        title="Q3 note",
        publisher="Example Broker",
        author="Ann Lee",
        language="de-DE",
        created=date(2026, 2, 3),
    )


def test_a_document_is_read_in_a_process_of_its_own() -> None:
    document = read_document("note.bin", word_file(paragraph("Sales rose 12%.")), READING)
    assert (document.kind, document.text) == ("docx", "Sales rose 12%.")
    assert document.extractor.startswith("docx-1/lxml-")


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (word_file(paragraph("Text"))[:-200], "the document is damaged"),
        (
            packed({"word/document.xml": "<w:document"}),
            "word/document.xml in the document is damaged",
        ),
        (packed({"word/document.xml": "<w/>"}), "there is no document in the file"),
        (packed({"word/document.xml": " " * 11_000_000}), "unpacks to .* times its size"),
    ],
)
def test_damaged_files_are_told(data: bytes, wrong: str) -> None:
    with pytest.raises(InputError, match=wrong):
        read_document("note.docx", data, READING)


def test_what_unpacks_to_too_much_is_told() -> None:
    with pytest.raises(InputError, match="the document unpacks to"):
        read_docx(word_file(paragraph("Text")), ReadingLimits(unpacked_bytes=1_000))
