"""Documents that are endless to a reader, or name what is elsewhere: refused in a sentence, or read without.

What each takes is measured by `python -m benchmarks.hostile`, and told in docs/security.md.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from exporter.evidence.documents import read_document
from exporter.evidence.documents.pdf.pictures import draw_pictures
from exporter.evidence.documents.pdf.pictures.letters import Passage
from exporter.evidence.documents.pdf.pictures.png import png_size
from exporter.inputs.opened import InputError
from exporter.limits import READING, ReadingLimits
from tests.command_line import run
from tests.hostile_documents import (
    DOCUMENTS,
    make_document,
    page_naming,
    picture_of_many_pixels,
    word_file_naming,
)

SAMPLE = (
    "page: names for names, nine levels",
    "Word: a part that unpacks to 300 MB",
    "Word: names for names, nine levels",
    "Word: a file of the machine as a name",
    "Word: 1,000,000 elements in one another",
    "Word: 20,000 parts",
    "PDF: 300 MB of blanks on a page",
    "PDF: pages in a circle",
    "mail: 2,000 parts in one another",
)


@pytest.mark.parametrize("name", SAMPLE)
def test_what_is_endless_is_refused_or_read_without(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = run(capsys, monkeypatch, make_document(name, tmp_path))
    assert found.status == (0 if DOCUMENTS[name].is_read else 1), found.err
    assert "Traceback" not in found.err
    assert len(found.err) < 1_000
    text = tmp_path / "report/sources/text/hostile.txt"
    assert text.is_file() == DOCUMENTS[name].is_read
    assert not text.is_file() or len(text.read_text("utf-8")) < 1_000


@contextmanager
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what it is asked for."""
    requests: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Noting) as server:
        serving = Thread(target=server.serve_forever, args=(0.05,))
        serving.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", requests
        finally:
            server.shutdown()
            serving.join()


@pytest.mark.parametrize(("name", "make"), [("a.html", page_naming), ("a.docx", word_file_naming)])
def test_what_a_document_names_elsewhere_is_never_asked_for(
    name: str, make: Callable[[str], bytes]
) -> None:
    with asked() as (address, requests):
        assert "12,500 cars" in read_document(name, make(address), READING).text
    assert requests == []


def test_a_picture_of_many_pixels_behind_a_quote_is_drawn_small_or_refused() -> None:
    data = picture_of_many_pixels()
    quoted = (Passage("deliveriesroseto12500cars", ((1, (20.0, 145.0, 200.0, 165.0)),)),)
    (shown,) = draw_pictures(data, [quoted], READING)
    assert len(shown.png) < 40_000
    size = png_size(shown.png)
    assert size.width * size.height < 500_000
    with pytest.raises(InputError, match="takes too much memory or time to be drawn"):
        draw_pictures(data, [quoted], ReadingLimits(memory_bytes=60_000_000))
