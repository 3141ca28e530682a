"""Documents that are endless to a reader: a sentence each, and nothing else ends."""

import pytest

from exporter.evidence.documents import read_document
from exporter.evidence.documents.docx import read_docx
from exporter.inputs.opened import InputError
from exporter.limits import READING, ReadingLimits
from tests.evidence.documents.word_files import packed


def test_what_takes_too_much_memory_is_refused() -> None:
    limits = ReadingLimits(memory_bytes=120_000_000)
    assert read_document("a.html", b"<p>Sales rose.</p>", limits).text == "Sales rose."
    page = b"<html>" + b"<a>x</a>" * 800_000
    with pytest.raises(InputError, match="takes more than 120 MB of memory"):
        read_document("a.html", page, limits)


def test_what_takes_too_long_is_refused() -> None:
    page = b"<html>" + b"<p>x</p>" * 300_000
    with pytest.raises(InputError, match="or 1 s to be read"):
        read_document("a.html", page, ReadingLimits(reading_seconds=1))


def test_entities_of_a_word_file_are_refused() -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    entities = '<!DOCTYPE d [<!ENTITY a "laugh"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = "<w:body><w:p><w:r><w:t>Sales &b;&f;rose.</w:t></w:r></w:p></w:body>"
    data = packed({"word/document.xml": f"{entities}<w:document {namespace}>{body}</w:document>"})
    with pytest.raises(InputError, match="has a DOCTYPE"):
        read_docx(data, READING)
