"""A report built: its files laid out and written, then read back and proved.

Everything here is loaded after `pipeline` has begun with the work beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check import CheckedReport
from exporter.engine.progress import Progress, watched
from exporter.errors import Problem, ProofError
from exporter.facts.read import fact_files
from exporter.facts.table import FACTS, map_distinct
from exporter.facts.words import Lang
from exporter.report.definition import REPORT_FILE
from exporter.report.html.model import EvidencePage
from exporter.report.layout import LaidOut, attached, attachments, file_name, lay_out_report
from exporter.report.pdf.model import OnePager
from exporter.report.xlsx.model import Table, Workbook
from exporter.writers import page_process
from exporter.writers.page_process import Ask, PageBeside


@dataclass(frozen=True, slots=True)
class Signing:
    """What PDFs are signed with: a PKCS #12 file and its password."""

    certificate: Path
    password: bytes


def write_and_prove(
    checked: CheckedReport,
    languages: Sequence[Lang],
    folder: Path,
    ask: Ask,
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
    works = [_Work(one, folder, ask, progress) for one in _laid_out(checked, languages, progress)]
    for work in works:
        work.write_books()
    for work in works:
        work.prove_books()
    for work in works:
        work.write_evidence()
    for work in works:
        work.write_pages(signing)
    names = [name for work in works for name in work.names]
    return names + _write_manifest(checked, languages, folder, names)


def _laid_out(
    checked: CheckedReport, languages: Sequence[Lang], progress: Progress
) -> Iterator[LaidOut]:
    for lang in languages:
        progress("laying out")
        yield lay_out_report(checked.report, checked.evidence, checked.views, checked.sources, lang)


class _Work:
    """The files of one language: workbooks are written and proved here, pages beside.

    Attributes:
        names: Those of the files that are written.
    """

    def __init__(self, laid_out: LaidOut, folder: Path, ask: Ask, progress: Progress) -> None:
        """Have the work on pages begin."""
        self._laid_out, self._folder, self._progress = laid_out, folder, progress
        self._pages = [PageBeside(page, ask) for page, _ in laid_out.pages]
        self._evidence = ask(page_process.make_evidence, laid_out.evidence)
        self.names: list[str] = []

    def write_books(self) -> None:
        """Write the workbooks; one-pagers can then be finished, with these inside."""
        from exporter.writers.xlsx import write_workbook

        laid_out = self._laid_out
        for book in laid_out.workbooks:
            name = self._begin(book)
            told = _watched(book, f"writing {name}", self._progress)
            write_workbook(told, self._folder / name)
        books = {file_name(one): self._read(file_name(one)) for one in attached(laid_out)}
        for page, (_, csv) in zip(self._pages, laid_out.pages, strict=True):
            page.finish(attachments(laid_out, csv, books))

    def prove_books(self) -> None:
        """Read the workbooks back.

        Raises:
            ProofError: Something differs from its layout.
        """
        from exporter.proof.compare import compare_books

        what = "reading the files back"
        self._progress(what)
        for _, found in compare_books(_told(self._laid_out, what, self._progress), self._folder):
            _refuse(found)

    def write_evidence(self) -> None:
        """Write the evidence page, once it is made, and read it back.

        Raises:
            ProofError: It differs from its layout.
        """
        from exporter.proof.html import compare_evidence_page

        page = self._laid_out.evidence
        path = self._folder / self._begin(page)
        path.write_bytes(self._evidence())
        _refuse(compare_evidence_page(page, path))

    def write_pages(self, signing: Signing | None) -> None:
        """Write the one-pagers, once they are drawn, and read them back.

        Raises:
            ProofError: One differs from its layout.
        """
        from exporter.proof.pdf import onepager

        onepager.load()  # while they are being drawn
        for page, (laid_out, _) in zip(self._pages, self._laid_out.pages, strict=True):
            path = self._folder / self._begin(laid_out)
            path.write_bytes(page.content())
            if signing:
                from exporter.writers.pdf.signature import sign_pdf

                sign_pdf(path, path, signing.certificate, signing.password)
            _refuse(onepager.compare_onepager(laid_out, path, page.attachments))

    def _begin(self, laid_out: Workbook | EvidencePage | OnePager) -> str:
        """Tell which file is being written; gives its name."""
        name = file_name(laid_out)
        self._progress(f"writing {name}")
        self.names.append(name)
        return name

    def _read(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()


def _refuse(differences: Sequence[object]) -> None:
    """Raise what differs between a file and its layout."""
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
    files = {checked.folder / REPORT_FILE, checked.folder / checked.report.views}
    files |= {Path(source.file) for source in checked.sources.values()}
    facts: set[Path] = set()
    for batch in checked.evidence.facts.batches():
        facts.update(map(Path, pc.unique(batch["file"]).to_pylist()))
    kept = fact_files(checked.folder, checked.report.facts)
    files |= kept if facts & kept else facts  # with those that are empty, unless others were given
    return {str(file) for file in files if file.is_file()}
