"""A report built: its files laid out and written, then read back and proved.

Everything here is loaded after `pipeline` has begun with the work beside it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from exporter.beside import Draw
from exporter.checking import CheckedReport
from exporter.errors import Problem, ProofError
from exporter.facts.table import FACTS, map_distinct
from exporter.facts.words import Lang
from exporter.progress import Progress, watched
from exporter.report.definition import REPORT_FILE
from exporter.report.layout import LaidOut, attached, attachments, file_name, lay_out_report
from exporter.report.model import Table, Workbook


@dataclass(frozen=True, slots=True)
class Signing:
    """What PDFs are signed with: a PKCS #12 file and its password."""

    certificate: Path
    password: bytes


def write_and_prove(
    checked: CheckedReport,
    languages: Sequence[Lang],
    folder: Path,
    draw: Draw,
    progress: Progress,
    signing: Signing | None,
) -> list[str]:
    """Write all files of a report into a folder, and prove them.

    Returns:
        The names of the files, the manifest last.

    Raises:
        ProofError: A written file shows something else than the facts.
        ContentError: A page cannot hold what it should.
        SetupError: A font, permission or room is missing.
    """
    works = [_Work(one, folder, draw, progress) for one in _laid_out(checked, languages, progress)]
    for work in works:
        work.write_books()
    names = [name for work in works for name in work.finish(signing)]
    return names + _write_manifest(checked, languages, folder, names)


def _laid_out(
    checked: CheckedReport, languages: Sequence[Lang], progress: Progress
) -> Iterator[LaidOut]:
    for lang in languages:
        progress("laying out")
        yield lay_out_report(checked.report, checked.evidence, checked.views, checked.sources, lang)


class _Work:
    """The files of one language."""

    def __init__(self, laid_out: LaidOut, folder: Path, draw: Draw, progress: Progress) -> None:
        """Nothing written yet, but the drawing of one-pagers begins."""
        self._laid_out, self._folder, self._progress = laid_out, folder, progress
        self._begun = [draw(page) for page, _ in laid_out.pages]
        self._drawn: list[tuple[str, Callable[[], bytes]]] = []
        self._books: list[str] = []

    def write_books(self) -> None:
        """Write all but the one-pagers; these can then be finished, with workbooks inside."""
        laid_out = self._laid_out
        self._books = list(self._write_books())
        books = {file_name(one): self._read(file_name(one)) for one in attached(laid_out)}
        self._drawn = [
            (file_name(page), finish(attachments(laid_out, csv, books)))
            for finish, (page, csv) in zip(self._begun, laid_out.pages, strict=True)
        ]

    def finish(self, signing: Signing | None) -> list[str]:
        """Read everything back, the one-pagers once they are drawn; gives the file names.

        Raises:
            ProofError: Something differs from its layout.
        """
        from exporter.proof.compare import compare_books, compare_pages

        what = "reading the files back"
        self._progress(what)
        _prove(compare_books(_told(self._laid_out, what, self._progress), self._folder))
        pages = list(self._write_pages(signing))
        _prove(compare_pages(self._laid_out, self._folder))
        return self._books + pages

    def _write_books(self) -> Iterator[str]:
        from exporter.writers.html import write_evidence_page
        from exporter.writers.xlsx import write_workbook

        for book in self._laid_out.workbooks:
            name = file_name(book)
            self._progress(f"writing {name}")
            told = _watched(book, f"writing {name}", self._progress)
            write_workbook(told, self._folder / name)
            yield name
        name = file_name(self._laid_out.evidence)
        write_evidence_page(self._laid_out.evidence, self._folder / name)
        yield name

    def _write_pages(self, signing: Signing | None) -> Iterator[str]:
        for name, drawn in self._drawn:
            self._progress(f"writing {name}")
            path = self._folder / name
            path.write_bytes(drawn())
            if signing:
                from exporter.writers.signature import sign_pdf

                sign_pdf(path, path, signing.certificate, signing.password)
            yield name

    def _read(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()


def _prove(compared: Iterable[tuple[str, Sequence[object]]]) -> None:
    """Raise what differs between files and their layouts."""
    differences = [one for _, found in compared for one in found]
    if differences:
        right = "nothing was put in place; please report this"
        raise ProofError([Problem("", 0, "", str(one), right) for one in differences])


def _told(laid_out: LaidOut, what: str, progress: Progress) -> LaidOut:
    """The same layouts, which tell how far whoever goes through their workbooks has come."""
    books = tuple(_watched(book, what, progress) for book in laid_out.workbooks)
    return replace(laid_out, workbooks=books)


def _watched(book: Workbook, what: str, progress: Progress) -> Workbook:
    tables = [table for sheet in book.sheets for table in sheet.tables if table.cells]
    total, before = sum(table.rows for table in tables), 0
    counted: dict[str, Table] = {}
    for table in tables:
        counted[table.name] = _counted(table, what, (before, total), progress)
        before += table.rows
    sheets = tuple(
        replace(sheet, tables=tuple(counted.get(table.name, table) for table in sheet.tables))
        for sheet in book.sheets
    )
    return replace(book, sheets=sheets)


def _counted(table: Table, what: str, place: tuple[int, int], progress: Progress) -> Table:
    """A streamed table that tells its progress; `place` is the rows before it, and of all."""
    before, total = place
    tell = lambda done: progress(what, before + done, total)  # noqa: E731
    return replace(table, cells=lambda: watched(table.slices(), lambda one: one.rows, tell))


def _write_manifest(
    checked: CheckedReport, languages: Sequence[Lang], folder: Path, names: Sequence[str]
) -> list[str]:
    from exporter.proof.manifest import Content, file_hash, path_from, write_manifest

    evidence, report = checked.evidence, checked.folder
    content = Content(
        checked.report,
        tuple(languages),
        evidence.facts.map(lambda batch: _from_report(batch, report), FACTS),
        tuple(
            view.model_copy(update={"file": path_from(report, view.file)}) for view in checked.views
        ),
        checked.sources,
    )
    counts = {
        "facts": evidence.facts.num_rows,
        "views": len(checked.views),
        "quotes": evidence.quote_states(),
        "figures": evidence.figure_states(),
    }
    inputs = {path_from(report, file): file_hash(Path(file)) for file in sorted(_inputs(checked))}
    outputs = {name: file_hash(folder / name) for name in names}
    return write_manifest(folder, content, inputs, outputs, counts)


def _from_report(facts: pa.Table, report: Path) -> pa.Table:
    """Facts by the schema FACTS, whose files are named from the report's folder."""
    from exporter.proof.manifest import path_from

    places = map_distinct(facts["file"], lambda file: path_from(report, file), pa.string())
    return facts.select(FACTS.names).set_column(FACTS.names.index("file"), "file", places)


def _inputs(checked: CheckedReport) -> set[str]:
    """Every file that the report was made from; databases and data in hand are none."""
    files = {view.file for view in checked.views} | {str(checked.folder / REPORT_FILE)}
    files |= {source.file for source in checked.sources.values()}
    for batch in checked.evidence.facts.batches():
        files.update(pc.unique(batch["file"]).to_pylist())
    return {file for file in files if Path(file).is_file()}
