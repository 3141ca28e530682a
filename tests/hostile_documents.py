"""Documents to be recorded as sources that are small, or made in a moment, and endless to a reader.

Each is harmless to other programs that list, copy or scan it. Those that name something outside
name what answers nobody, or a file of the test; what they are read for is that nothing asks there.
"""

import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from exporter.report.starter import make_report
from tests.evidence.documents.word_files import paragraph, word_file

_MB = 10**6
_WORDS = "Deliveries rose to 12,500 cars."
_ELSEWHERE = "http://192.0.2.1/"  # of nobody (RFC 5737)
_GIVEN = ("--title", "A", "--publisher", "B", "--published", "2026-01-01", "--language", "en")


class HostileDocument(NamedTuple):
    """A document.

    Attributes:
        name: Of the file.
        content: Makes it.
        is_read: Whether it is recorded, without what is hostile about it; else it is refused.
    """

    name: str
    content: Callable[[], bytes]
    is_read: bool = False


def _page(head: str = "", again: str = "", times: int = 0, tail: str = "") -> Callable[[], bytes]:
    return lambda: _bytes("<!doctype html><html><body>", head, again * times, tail)


def _entities(last: str) -> str:
    """A declaration of names for names, nine levels, of which the last is named in the text."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE {last} [<!ENTITY a0 "x">{levels}]>'


def _word(document: str, **parts: str) -> bytes:
    """A Word file with another main part, or with other parts besides."""
    stream = BytesIO(word_file(paragraph(_WORDS)))
    with ZipFile(stream) as known:
        contents = {name: known.read(name) for name in known.namelist()}
    contents["word/document.xml"] = document.encode() or contents["word/document.xml"]
    contents |= {name: text.encode() for name, text in parts.items()}
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, content in contents.items():
            file.writestr(name, content)
    return out.getvalue()


def _bytes(*texts: str) -> bytes:
    return "".join(texts).encode()


_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _document(body: str, doctype: str = "") -> str:
    return f"<?xml version='1.0'?>{doctype}<w:document {_NAMESPACE}><w:body>{body}</w:body></w:document>"


def _many_parts() -> bytes:
    out = BytesIO(word_file(paragraph(_WORDS)))
    with ZipFile(out, "a") as file:
        for number in range(20_000):
            file.writestr(f"word/{number}.xml", "")
    return out.getvalue()


_PAGE_OF_PDF = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources << "
    b"/Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> >>"
)


def _pdf(content: bytes, pages: str = "3 0 R", count: int = 1, more: Sequence[bytes] = ()) -> bytes:
    """A PDF whose pages are drawn by `content`."""
    stream = zlib.compress(content, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{pages}] /Count {count} >>".encode(),
        _PAGE_OF_PDF,
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(more or [b"null"]),
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip
    return bytes(out)


_SAID = b"BT /F1 12 Tf 20 150 Td (Deliveries rose to 12,500 cars.) Tj ET\n"


def picture_of_many_pixels() -> bytes:
    """A PDF of 0.4 MB with a picture of 20,000 by 20,000 pixels behind its words."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b"\xff" * 20_000) for _ in range(20_000)) + packer.flush()
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(data), data)
    )
    return _pdf(b"q 400 0 0 300 0 0 cm /I Do Q\n" + _SAID, more=[image])


def page_naming(address: str) -> bytes:
    """A page with a style sheet, a script, a frame and a picture of an address."""
    named = "<link rel=stylesheet href=a.css><script src=a.js></script><iframe src=a></iframe>"
    return _page(f"<base href='{address}'>{named}<img src=a.png><p>{_WORDS} It was so.</p>")()


def word_file_naming(address: str) -> bytes:
    """A Word file with a template of an address."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{address}a.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    return _word("", **{"word/_rels/settings.xml.rels": relationships})


DOCUMENTS: dict[str, HostileDocument] = {
    "page: 1,000,000 elements in one another": HostileDocument("a.html", _page(_WORDS, "<div>", _MB)),
    "page: 300,000 elements side by side": HostileDocument("a.html", _page(_WORDS, "<p>a</p>", 300_000)),
    "page: a paragraph of 40 MB": HostileDocument("a.html", _page("<p>", "ab ", 14 * _MB)),
    "page: an attribute of 40 MB": HostileDocument("a.html", _page(f"<p>{_WORDS} It was so.</p><p title='", "ab ", 14 * _MB, "'>"), is_read=True),
    "page: names for names, nine levels": HostileDocument("a.html", lambda: _bytes(_entities("html"), "<html><body><p>", _WORDS, " &a9; went on.</p>"), is_read=True),
    "page: what it names elsewhere": HostileDocument("a.html", lambda: page_naming(_ELSEWHERE), is_read=True),
    "Word: a part that unpacks to 300 MB": HostileDocument("a.docx", lambda: _word(_document("<w:p/>") + " " * 300 * _MB)),
    "Word: names for names, nine levels": HostileDocument("a.docx", lambda: _word(_document("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", _entities("w:document")))),
    "Word: a file of the machine as a name": HostileDocument("a.docx", lambda: _word(_document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'))),
    "Word: 1,000,000 elements in one another": HostileDocument("a.docx", lambda: _word(_document("<w:p>" * _MB))),
    "Word: a paragraph of 40 MB": HostileDocument("a.docx", lambda: _word(_document(f"<w:p><w:r><w:t>{'ab ' * 14 * _MB}</w:t></w:r></w:p>"))),
    "Word: 20,000 parts": HostileDocument("a.docx", _many_parts),
    "Word: a template elsewhere": HostileDocument("a.docx", lambda: word_file_naming(_ELSEWHERE), is_read=True),
    "PDF: 300 MB of blanks on a page": HostileDocument("a.pdf", lambda: _pdf(_SAID + b" " * 300 * _MB), is_read=True),
    "PDF: 2,000,000 letters on a page": HostileDocument("a.pdf", lambda: _pdf(_SAID + b"BT /F1 1 Tf (ab ab ab ab ab ab ab ab ab a) Tj ET\n" * 70_000), is_read=True),
    "PDF: 5,000 times the same page": HostileDocument("a.pdf", lambda: _pdf(_SAID, "3 0 R " * 5_000, 5_000)),
    "PDF: pages in a circle": HostileDocument("a.pdf", lambda: _pdf(_SAID, "2 0 R", 1)),
    "PDF: a picture of 400,000,000 pixels": HostileDocument("a.pdf", picture_of_many_pixels, is_read=True),
    "mail: 1,000,000 fields": HostileDocument("a.eml", lambda: _bytes("From: a\nSubject: b\n", "X-A: b\n" * _MB, "MIME-Version: 1.0\n\n", _WORDS)),
    "mail: 2,000 parts in one another": HostileDocument("a.eml", lambda: _bytes("From: a\nSubject: b\nMIME-Version: 1.0\n", *(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000)), "Content-Type: text/plain\n\n", _WORDS)),
}  # fmt: skip


def make_document(name: str, folder: Path) -> tuple[str, ...]:
    """Make a report and the document of that name in an empty folder; what to call to record it."""
    document = DOCUMENTS[name]
    report = folder / "report"
    list(make_report(report))
    path = folder / document.name
    path.write_bytes(document.content())
    return ("source", "add", str(report), str(path), "--id", "hostile", *_GIVEN)
