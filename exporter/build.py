"""The whole way: check a report, lay it out, write it, prove it.

Beside `check`, `verify`, `cli` and the public API, this is what sees every stage. Nothing is loaded
here before the process that makes pages has been started, which loads as long as all the rest
takes: so what is heavy is imported where it is used.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.engine.progress import Progress, silent, watched
from exporter.errors import ProofError, SetupError, UsageError
from exporter.writers import page_process
from exporter.writers.page_process import Ask, PendingPage, page_worker

if TYPE_CHECKING:
    from exporter.check import CheckedReport
    from exporter.check.built import BuiltReport
    from exporter.check.part import ReportPart
    from exporter.facts.words import Lang
    from exporter.proof.manifest import Content, Manifest
    from exporter.report.definition import ReportDefinition
    from exporter.report.html.model import EvidencePage
    from exporter.report.layout import ReportLayout
    from exporter.report.pdf.model import OnePager
    from exporter.report.xlsx.model import Table, Workbook
    from exporter.writers.pdf import DrawnWith

# Programs of other kinds have files that are called like it.
_MEND_TEMPLATE = "nothing was put in place; mend the template (docs/templates.md)"
_MANIFEST_START = re.compile(rb'\s*\{\s*"format"\s*:\s*\d')


@dataclass(frozen=True, slots=True)
class Signing:
    """What a set is signed with, PDFs and manifest: a PKCS #12 file and its password."""

    certificate: Path
    password: bytes


@dataclass(frozen=True, slots=True)
class BuildOrder:
    """What is to be built, as `build` takes it; `part` is one value's, of a report for many."""

    folder: Path
    output: Path | str | None = None
    languages: "Sequence[Lang]" = ()
    signing: Signing | None = None
    facts: object = None
    allow: Sequence[str] = ()
    since: str = ""
    theme: str = ""
    part: "ReportPart | None" = None


def build(  # noqa: PLR0913, PLR0917 - all that a build may be told
    folder: Path | str,
    output: Path | str | None = None,
    languages: "Sequence[Lang]" = (),
    progress: Progress = silent,
    signing: Signing | None = None,
    facts: object = None,
    allow: Sequence[str] = (),
    since: str = "",
    theme: str = "",
) -> "BuiltReport":
    """Check a report, lay it out, write its files and prove them: all of them or none.

    Args:
        folder: The report's folder.
        output: Where the files go; `output/<report>` where none is named.
        languages: Which of the report's languages; all where none are named.
        progress: Told what is being done, and how far it is.
        signing: What to sign the PDFs and the manifest with; None for not at all.
        facts: Facts to take instead of the report's own: whatever `read_facts` takes, such as a
            pandas DataFrame.
        allow: What the report may reach outside its folder, as `check` takes it.
        since: An earlier edition whose changes are shown, as `open_edition` takes it; "" for none.
        theme: The name of a shipped theme, or the path of one, that wins over the report's; "" for
            that.

    Returns:
        The checked report and the files written, the manifest last.

    Raises:
        ContentError: The content is at fault; every problem. NotAllowedError where the report
            reaches for what nobody has allowed it.
        ProofError: A written file shows something else than the facts.
        UsageError: The folder is no report, or a language is not among its languages.
        SetupError: A font, permission or room is missing.
    """
    order = BuildOrder(Path(folder), output, languages, signing, facts, allow, since, theme)
    with page_worker(order.folder) as ask:
        return build_with(ask, order, progress)


def build_with(ask: Ask, order: BuildOrder, progress: Progress) -> "BuiltReport":
    """The same as `build`, where a worker process has been started already."""
    from exporter.build_manifest import manifest_of
    from exporter.check.built import BuiltReport
    from exporter.editions.kept import keep_content
    from exporter.files import refuse_what_is_in_the_way, staged
    from exporter.proof.manifest import MANIFEST, SIGNATURE
    from exporter.proof.manifest.content_hash import content_hash
    from exporter.report.output_folder import output_of
    from exporter.report.own_template import named_from

    folder = order.folder
    checked, content = _checked(order, progress)
    hash_ = content_hash(content)
    target = output_of(folder, order.output)
    with staged(target, MANIFEST, is_built) as stage:
        layouts = _layouts(checked, content, hash_, progress)
        sets = [_FileSet(layout, stage, ask, progress) for layout in layouts]
        expected = [name for files in sets for name in files.expected()]
        expected += [SIGNATURE] if order.signing else []
        refuse_what_is_in_the_way(target, [*expected, MANIFEST], is_built)  # now, not at the end
        with named_from(folder):
            names = _write_and_prove(sets, order.signing)
        drawn = [page for files in sets for page in files.drawn_with()]
        told = tuple(doubt for page in drawn for doubt in page.doubts)
        checked = replace(checked, doubts=(*checked.doubts, *told))
        manifest = manifest_of(content, checked, stage, names, drawn)
        names += _write_manifest(stage, manifest, order.signing)
    if order.part:  # the manifest of each set has it, and a thousand sets would fill the report
        return BuiltReport(checked, [target / name for name in names])
    try:
        keep_content(folder, content, hash_)
    except SetupError as error:  # the files are whole without
        checked = replace(checked, not_kept=error.faults[0])
    return BuiltReport(checked, [target / name for name in names])


def _checked(order: BuildOrder, progress: Progress) -> "tuple[CheckedReport, Content]":
    """The report as the check leaves it, and all that its files are made from."""
    from exporter.build_manifest import content_of
    from exporter.check import check
    from exporter.editions.since import with_since

    progress("checking facts and quotes")
    checked = check(order.folder, order.facts, progress, order.allow, order.theme, order.part)
    content = content_of(checked, _languages(checked.report, order.languages))
    if order.since:
        content, changes = with_since(content, order.since, order.folder, order.allow)
        checked = replace(checked, changes=changes)
    return checked, content


def is_built(folder: Path) -> bool:
    """Whether a folder has the manifest of a build, of whatever version; its start tells."""
    from exporter.proof.manifest import MANIFEST

    path = folder / MANIFEST
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return _MANIFEST_START.match(file.read(100)) is not None


def _languages(report: "ReportDefinition", wanted: "Sequence[Lang]") -> "Sequence[Lang]":
    for lang in wanted:
        if lang not in report.languages:
            has = ", ".join(report.languages)
            raise UsageError(f"the report has no language {lang!r}", f"it has {has}")
    return [lang for lang in report.languages if not wanted or lang in wanted]


def _write_and_prove(sets: "Sequence[_FileSet]", signing: Signing | None) -> list[str]:
    """Write all files of a report but the manifest, and prove them; gives their names.

    One step is done for all languages before the next one, so that the worker is never idle.
    """
    for files in sets:
        files.write_books()
    for files in sets:
        files.prove_books()
    for files in sets:
        files.write_evidence()
    for files in sets:
        files.write_pages(signing)
    return [name for files in sets for name in files.names]


def _layouts(
    checked: "CheckedReport", content: "Content", hash_: str, progress: Progress
) -> "Iterator[ReportLayout]":
    """The layouts in the content's languages, made of what the manifest carries of the sources."""
    from exporter.report.layout import lay_out_report

    for lang in content.languages:
        progress("laying out")
        yield lay_out_report(
            content.report,
            checked.evidence,
            checked.views,
            content.sources,
            lang,
            hash_,
            content.since,
        )


class _FileSet:
    """The files of one language: workbooks are written and proved here, pages made by the worker.

    Attributes:
        names: Those of the files that are written.
    """

    def __init__(self, layout: "ReportLayout", folder: Path, ask: Ask, progress: Progress) -> None:
        """Have the work on pages begin."""
        self._layout, self._folder, self._progress = layout, folder, progress
        self._pages = [PendingPage(page, ask) for page, _ in layout.one_pagers]
        self._evidence = ask(page_process.make_evidence_in_worker, layout.evidence_page)
        self.names: list[str] = []

    def expected(self) -> "Iterator[str]":
        """The names of all files that are going to be written."""
        from exporter.report.layout import file_name

        yield from map(file_name, self._layout.workbooks)
        yield file_name(self._layout.evidence_page)
        yield from (file_name(page) for page, _ in self._layout.one_pagers)

    def write_books(self) -> None:
        """Write the workbooks; one-pagers can then be made, with these inside."""
        from exporter.report.layout import attached, attachments, file_name
        from exporter.writers.xlsx import write_workbook

        for book in self._layout.workbooks:
            path = self._next_file(book)
            write_workbook(_watched(book, f"writing {path.name}", self._progress), path)
        names = [file_name(book) for book in attached(self._layout)]
        books = {name: (self._folder / name).read_bytes() for name in names}
        for page, (_, csv) in zip(self._pages, self._layout.one_pagers, strict=True):
            page.attach(attachments(self._layout, csv, books))

    def prove_books(self) -> None:
        """Read the workbooks back.

        Raises:
            ProofError: Something differs from its layout.
        """
        from exporter.proof.xlsx import compare_workbook
        from exporter.report.layout import file_name

        what = "reading the files back"
        self._progress(what)
        for book in self._layout.workbooks:
            watched_book = _watched(book, what, self._progress)
            _refuse(compare_workbook(watched_book, self._folder / file_name(book)))

    def write_evidence(self) -> None:
        """Write the evidence page, once it is made, and read it back.

        Raises:
            ProofError: It differs from its layout.
        """
        from exporter.proof.html import compare_evidence_page

        path = self._next_file(self._layout.evidence_page)
        path.write_bytes(self._evidence())
        _refuse(compare_evidence_page(self._layout.evidence_page, path))

    def write_pages(self, signing: Signing | None) -> None:
        """Write the one-pagers, once they are drawn, and read them back.

        Raises:
            ProofError: One differs from its layout.
        """
        if not self._pages:
            return
        from exporter.proof import pdf
        from exporter.report.own_template import TEMPLATE_FILE

        pdf.load()  # while they are being drawn
        for pending, (page, _) in zip(self._pages, self._layout.one_pagers, strict=True):
            path = self._next_file(page)
            path.write_bytes(pending.content())
            if signing:
                from exporter.writers.pdf.signature import sign_pdf

                sign_pdf(path, path, signing.certificate, signing.password)
            found = pdf.compare_onepager(page, path, pending.attachments)
            if found and page.template:  # it is the report's own, and shows something else
                raise ProofError.of(found, _MEND_TEMPLATE, TEMPLATE_FILE)
            _refuse(found)

    def drawn_with(self) -> "list[DrawnWith]":
        """What each page was drawn with, once it is written."""
        return [page.drawn_with for page in self._pages if page.drawn_with]

    def _next_file(self, model: "Workbook | EvidencePage | OnePager") -> Path:
        """The path of a file, having told that it is being written."""
        from exporter.report.layout import file_name

        name = file_name(model)
        self._progress(f"writing {name}")
        self.names.append(name)
        return self._folder / name


def _refuse(differences: Sequence[object]) -> None:
    """Raise what differs between a file and its layout."""
    if differences:
        raise ProofError.of(differences, "nothing was put in place; please report this")


def _watched(book: "Workbook", what: str, progress: Progress) -> "Workbook":
    """The same workbook, which tells how far whoever goes through its tables has come."""
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


def _counted(table: "Table", what: str, place: tuple[int, int], progress: Progress) -> "Table":
    """A streamed table that tells its progress; `place` is the rows before it, and of all."""
    before, total = place
    tell = lambda done: progress(what, before + done, total)  # noqa: E731
    return replace(table, cells=lambda: watched(table.slices(), lambda part: part.rows, tell))


def _write_manifest(folder: Path, manifest: "Manifest", signing: Signing | None) -> list[str]:
    """Write the manifest, and its signature before it, which is the last of all files."""
    from exporter.proof.manifest import MANIFEST, SIGNATURE, write_manifest

    if signing is None:
        return write_manifest(folder, manifest)
    from exporter.writers.signature import load_signer, sign_beside

    _, signer = load_signer(signing.certificate, signing.password)
    *others, last = write_manifest(folder, replace(manifest, signer=signer))
    sign_beside(folder / MANIFEST, folder / SIGNATURE, signing.certificate, signing.password)
    return [*others, SIGNATURE, last]
