"""Debian's Chromium, and articles on loopback for it to open."""

import os
import shutil
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from tests.browser.harbour import ARTICLES, as_web_page, make_harbour

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from exporter import CheckedReport

_FLAGS = (
    "--no-sandbox",  # tests may run as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--process-per-site",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_FONTS = Path(__file__).with_name("fonts.conf")


# Playwright keeps an event loop running in this thread, which tests elsewhere must not meet.
@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    program = shutil.which("chromium")
    if program is None:
        reason = "chromium is missing; install chromium"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program,
            args=list(_FLAGS),
            env={**os.environ, "FONTCONFIG_FILE": str(_FONTS)},
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def site() -> Iterator[Callable[[str, str], str]]:
    """Serve pages on loopback: given a path and HTML, gives the page's address."""
    pages: dict[str, bytes] = {}

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Tests print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()

        def serve(path: str, html: str) -> str:
            pages[f"/{path}"] = html.encode()
            return f"http://127.0.0.1:{server.server_port}/{path}"

        yield serve
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def articles(site: Callable[[str, str], str]) -> dict[str, str]:
    """The addresses of the harbour's articles, by source."""
    return {id_: site(id_, as_web_page(paragraphs)) for id_, paragraphs in ARTICLES.items()}


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> "CheckedReport":
    """The report on the harbour, its sources' texts at hand."""
    from exporter import check

    checked = check(make_harbour(tmp_path_factory.mktemp("harbour") / "report"))
    assert checked.problems == ()
    return checked


@pytest.fixture(scope="module")
def harbour_files(tmp_path_factory: pytest.TempPathFactory, harbour: "CheckedReport") -> Path:
    """A folder with the harbour's workbook and evidence page, in both languages."""
    from exporter.report.html.layout import lay_out_evidence
    from exporter.report.links import evidence_file
    from exporter.report.xlsx.layout import lay_out_workbook
    from exporter.writers.xlsx import write_workbook
    from tests.writers.written import write_evidence_page

    folder = tmp_path_factory.mktemp("harbour-files")
    report, evidence, sources = harbour.report, harbour.evidence, harbour.sources
    for lang in report.languages:
        book = lay_out_workbook(report, report.workbooks[0], evidence.facts, sources, lang)
        write_workbook(book, folder / f"figures.{lang}.xlsx")
        page = lay_out_evidence(report, evidence, harbour.views, sources, lang)
        write_evidence_page(page, folder / evidence_file(lang))
    return folder
