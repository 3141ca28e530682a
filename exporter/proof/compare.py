"""A folder of written files compared with the layouts that they were made from."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from exporter.proof.difference import MISSING, Difference
from exporter.proof.html import compare_evidence_page
from exporter.proof.pdf.onepager import compare_onepager
from exporter.proof.xlsx import compare_workbook
from exporter.report.html.model import EvidencePage
from exporter.report.layout import LaidOut, attached, attachments, file_name
from exporter.report.pdf.model import OnePager
from exporter.report.xlsx.model import Workbook


def compare(laid_out: LaidOut, folder: Path) -> Iterator[tuple[str, list[Difference]]]:
    """Each file that was laid out, with everything in which the one written differs from it.

    Args:
        laid_out: Everything of one language.
        folder: Where the files are.

    Raises:
        OSError: A file may not be read.
    """
    yield from compare_books(laid_out, folder)
    yield _compared(folder, compare_evidence_page, laid_out.evidence)
    here = _inside_pages(laid_out, folder)
    for page, csv in laid_out.pages:
        yield _compared(folder, compare_onepager, page, attachments(laid_out, csv, here))


def compare_books(laid_out: LaidOut, folder: Path) -> Iterator[tuple[str, list[Difference]]]:
    """The workbooks, as `compare` compares them."""
    for book in laid_out.workbooks:
        yield _compared(folder, compare_workbook, book)


def _compared(
    folder: Path,
    compare_one: Callable[..., list[Difference]],
    laid_out: Workbook | EvidencePage | OnePager,
    *more: object,
) -> tuple[str, list[Difference]]:
    name = file_name(laid_out)
    path = folder / name
    there = path.is_file()
    return name, compare_one(laid_out, path, *more) if there else [_missing(name)]


def _inside_pages(laid_out: LaidOut, folder: Path) -> Mapping[str, bytes]:
    """The written workbooks that travel inside one-pagers, by name, if they are there."""
    books = attached(laid_out) if laid_out.pages else ()
    paths = [folder / file_name(book) for book in books]
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def _missing(name: str) -> Difference:
    return Difference(name, "", "file", "there", MISSING)
