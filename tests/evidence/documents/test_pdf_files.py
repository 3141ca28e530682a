"""What a PDF may be beside its text: locked, damaged, scanned, a form; and what it tells of itself."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from exporter.engine.worker_stream import stream_from_worker
from exporter.evidence.documents import pdf as pdf_reader
from exporter.evidence.documents import read_document
from exporter.evidence.documents.model import Metadata
from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits
from tests.evidence.documents.made_pdfs import drawn, of_html, read, saved, typeset
from tests.processors import have_processors

SALES = "BT /F1 10 Tf 40 200 Td (Net sales rose to $4.27 billion) Tj ET"


def locked(**passwords: str) -> bytes:
    with pikepdf.open(BytesIO(drawn(SALES))) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(owner="o", **passwords))


def scanned() -> bytes:
    return drawn("q 400 0 0 300 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (locked(user="u"), "the PDF is locked by a password; open it with the password, save"),
        (drawn(SALES)[:200], "the PDF is damaged; get it anew"),
        (b"%PDF-1.7\nno more", "the PDF is damaged; get it anew"),
        (b"no PDF at all", "the PDF is damaged; get it anew"),
        (
            drawn(SALES).replace(b"/Count 1", b"/Count 2"),
            "page 2 of the PDF is damaged; get it anew",
        ),
        (scanned(), "the PDF has no text: its pages are pictures, such as scans; run text recog"),
        (drawn("BT /F1 10 Tf 40 200 Td (\x01\x03\x04\x05\x06 \x07\x08) Tj ET"), "the PDF does not"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(InputError) as raised:
        read(data)
    assert str(raised.value).startswith(said)


def test_a_password_of_the_owner_alone_does_not_matter() -> None:
    assert read(locked(user="")).text == "Net sales rose to $4.27 billion"


def test_a_reader_that_takes_too_much_is_ended() -> None:
    with pytest.raises(InputError, match="takes too much memory or time to be read"):
        read_document("a.pdf", drawn(SALES), ReadingLimits(memory_bytes=50_000_000))


def test_a_text_that_is_too_long_is_refused() -> None:
    limits = ReadingLimits(text_bytes=20)
    with pytest.raises(InputError, match="has more than the 20 characters that are read; record a"):
        read_document("a.pdf", drawn(SALES), limits)


PAGES = "".join(f"<p style='break-after: page'>Page {n} says {n * 11} shops.</p>" for n in range(5))


def test_two_processes_read_a_large_file_as_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    data, begun = typeset(PAGES), []
    alone = read(data)

    def noted(*call: Any, **how: Any) -> AbstractContextManager[Iterator[Any]]:
        begun.append(call[2:])
        return stream_from_worker(*call, **how)

    monkeypatch.setattr(pdf_reader, "_MUCH", 0)
    have_processors(monkeypatch, 2)
    monkeypatch.setattr(pdf_reader, "stream_from_worker", noted)
    assert read(data) == alone
    assert begun == [(0, 2), (1, 2)]
    with pytest.raises(InputError, match="page 2 of the PDF is damaged; get it anew"):
        read(drawn(SALES).replace(b"/Count 1", b"/Count 2"))


def test_what_nobody_sees_over_a_scan_is_its_text() -> None:
    assert read(drawn(SALES.replace("Td", "Td 3 Tr"))).text == "Net sales rose to $4.27 billion"


def test_what_lies_beyond_the_page_s_edge_is_none() -> None:
    beyond = "BT /F1 10 Tf 500 100 Td (Printer's mark) Tj ET"
    assert read(drawn(SALES, beyond)).text == "Net sales rose to $4.27 billion"


def test_the_size_of_a_page_may_be_inherited() -> None:
    with pikepdf.open(BytesIO(drawn(SALES.replace("40 200", "700 900"), box=(1200, 1000)))) as pdf:
        pdf.Root.Pages.MediaBox = pdf.pages[0].obj.MediaBox
        del pdf.pages[0].obj.MediaBox
        assert read(saved(pdf)).text == "Net sales rose to $4.27 billion"


def test_what_a_form_s_fields_show_is_text() -> None:
    with pikepdf.open(BytesIO(drawn(SALES))) as pdf:
        shown = pdf.make_stream(
            b"BT /F1 10 Tf 2 5 Td (Signed on 4 May 2025) Tj ET",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 200, 20],
            Resources=pdf.pages[0].Resources,
        )
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="signed",
            F=4,
            Rect=[40, 100, 240, 120],
            AP=pikepdf.Dictionary(N=shown),
        )
        field = pdf.make_indirect(field)
        pdf.pages[0].Annots = pikepdf.Array([field])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        found = read(saved(pdf)).text
    assert found.split("\n") == ["Net sales rose to $4.27 billion", "Signed on 4 May 2025"]


def test_what_a_pdf_tells_of_itself() -> None:
    metadata = of_html("<p>Sales rose.</p>").metadata
    assert (metadata.title, metadata.author, metadata.language) == (
        "Second quarter",
        "J. Doe",
        "en",
    )


@pytest.mark.parametrize(
    ("told", "believed"),
    [
        (
            {"/Title": "Q2 results", "/Author": "Northgate", "/CreationDate": "D:20250504101500Z"},
            Metadata(title="Q2 results", author="Northgate", created=date(2025, 5, 4)),
        ),
        (
            {"/Title": "Microsoft Word - q2.docx", "/Author": "anonymous", "/CreationDate": "x"},
            Metadata(),
        ),
        ({"/Title": "0001065280-16-000047", "/CreationDate": "D:20251399"}, Metadata()),
        ({"/Title": "q2_final.indd"}, Metadata()),
    ],
)
def test_titles_and_authors_that_programs_put_there_are_none(
    told: dict[str, str], believed: Metadata
) -> None:
    with pikepdf.open(BytesIO(drawn(SALES))) as pdf:
        for key, value in told.items():
            pdf.docinfo[key] = value
        assert read(saved(pdf)).metadata == believed


def test_the_same_file_is_read_the_same_and_says_by_what() -> None:
    data = typeset("<p>Net sales rose to $4.27 billion.</p>")
    first, second = read(data), read(data)
    assert first == second
    assert first.kind == "pdf"
    assert first.extractor.startswith("pdf-8/pypdfium2-5.")
