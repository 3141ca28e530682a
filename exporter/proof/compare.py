"""A folder of written files compared with the layouts that they were made from."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from exporter.proof.difference import MISSING, Difference
from exporter.proof.evidence_page import compare_evidence_page
from exporter.proof.onepager import compare_onepager
from exporter.proof.workbook import compare_workbook
from exporter.report.layout import LaidOut, attached, attachments, file_name


def compare(laid_out: LaidOut, folder: Path) -> Iterator[tuple[str, list[Difference]]]:
    """Each file that was laid out, with everything in which the one written differs from it.

    Args:
        laid_out: Everything of one language.
        folder: Where the files are.

    Raises:
        OSError: A file may not be read.
    """
    yield from compare_books(laid_out, folder)
    yield from compare_pages(laid_out, folder)


def compare_books(laid_out: LaidOut, folder: Path) -> Iterator[tuple[str, list[Difference]]]:
    """The workbooks and the evidence page, as `compare` compares them."""
    for book in laid_out.workbooks:
        name = file_name(book)
        there = (folder / name).is_file()
        yield name, compare_workbook(book, folder / name) if there else [_missing(name)]
    name = file_name(laid_out.evidence)
    there = (folder / name).is_file()
    yield (
        name,
        compare_evidence_page(laid_out.evidence, folder / name) if there else [_missing(name)],
    )


def compare_pages(laid_out: LaidOut, folder: Path) -> Iterator[tuple[str, list[Difference]]]:
    """The one-pagers with what travels inside them, as `compare` compares them."""
    here = _inside_pages(laid_out, folder)
    for page, csv in laid_out.pages:
        name = file_name(page)
        files = attachments(laid_out, csv, here)
        there = (folder / name).is_file()
        yield name, compare_onepager(page, folder / name, files) if there else [_missing(name)]


def _inside_pages(laid_out: LaidOut, folder: Path) -> Mapping[str, bytes]:
    """The written workbooks that travel inside one-pagers, by name, if they are there."""
    books = attached(laid_out) if laid_out.pages else ()
    paths = [folder / file_name(book) for book in books]
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


def _missing(name: str) -> Difference:
    return Difference(name, "", "file", "there", MISSING)
