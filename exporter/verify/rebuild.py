"""A set made anew from its manifest, and compared with the one that there is.

The same writers make the same bytes of the same content, so a file that is equal to the one made
here is what its manifest says, to the last colour. Where one is not, the comparison of what files
show tells what differs; where that finds nothing, the part of the file that differs is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from exporter.engine.progress import Progress
from exporter.errors import ContentError, SetupError, UsageError
from exporter.evidence.found import Evidence
from exporter.proof.difference import MISSING, Difference, in_file, unlike_line
from exporter.proof.html import compare_claims, compare_evidence_page
from exporter.proof.manifest import MANIFEST, Manifest, file_hash
from exporter.proof.manifest.content_hash import content_hash
from exporter.proof.manifest.maker import Maker, this_maker
from exporter.proof.pdf import compare_onepager, compare_texts_alone
from exporter.proof.pdf.objects import compare_signed, find_unlike_object
from exporter.proof.xlsx import compare_workbook
from exporter.proof.xlsx.archive import find_unlike_part, saving_program, unpacked_size
from exporter.proof.xlsx.saved_again import compare_saved_again, find_workbook
from exporter.proof.xlsx.values import compare_values
from exporter.report.layout import ReportLayout, attached, attachments, file_name, lay_out_report
from exporter.report.pdf.model import Attachment, OnePager
from exporter.report.xlsx.model import Workbook
from exporter.verify.verdicts import HTML, PDF, XLSX, Comparison, Judge, Kind
from exporter.writers import page_process
from exporter.writers.page_process import Ask, PendingPage
from exporter.writers.xlsx import write_workbook

_NOT_OF_THE_REPORT = "not of the report, and compared with nothing"
_ROOM = 1 << 23  # bytes by which a file may be larger than the one made anew, and still be read


def compare_with_rebuilt(
    folder: Path,
    manifest: Manifest,
    evidence: Evidence,
    work: tuple[Ask, Progress],
    judge: Judge,
    *,
    values: bool = False,
) -> None:
    """Make a set anew, and compare the one that there is with it.

    Args:
        folder: Where the set is.
        manifest: What it says.
        evidence: Of the manifest's content.
        work: What has pages made, and what is told of the work.
        judge: Takes in what differs.
        values: Whether workbooks may have been saved again by an office program.
    """
    layouts = _layouts(manifest, evidence)
    ask, _ = work
    with TemporaryDirectory(prefix="exporter-") as stage:
        places = folder, Path(stage)
        sets = [
            _FileSet(layout, manifest, places, work, judge, values=values) for layout in layouts
        ]
        asked = [ask(page_process.make_evidence_in_worker, one.evidence_page) for one in layouts]
        for files in sets:
            files.compare_books()
        for files, made in zip(sets, asked, strict=True):
            files.compare_evidence(made())
            files.compare_pages()
    named = {name for layout in layouts for name in names_of(layout)}
    unknown = sorted(set(manifest.outputs) - named)
    judge.findings.refuse(
        Difference(MANIFEST, "outputs", "name", "a file that the content gives", name)
        for name in unknown
    )


def compare_one_workbook(path: Path, manifest: Manifest, evidence: Evidence, judge: Judge) -> None:
    """Compare a single workbook, which an office program may have saved again, by its values.

    Args:
        path: The workbook; where the manifest does not name it, it is the one whose sheets it has.
        manifest: Of its set.
        evidence: Of the manifest's content.
        judge: Takes in what differs.

    Raises:
        UsageError: It is no workbook of the set.
    """
    books = [book for layout in _layouts(manifest, evidence) for book in layout.workbooks]
    named = {file_name(book): book for book in books}
    book = named.get(path.name) or find_workbook(books, path)
    if book is None:
        right = f"name {' or '.join(named)}" if named else "it has none"
        raise UsageError(f"{path} is no workbook of the set beside it", right)
    if file_hash(path) != manifest.outputs.get(path.name):
        _compare_saved_again(book, path, judge)


def _layouts(manifest: Manifest, evidence: Evidence) -> list[ReportLayout]:
    """The set laid out anew, language by language."""
    content = manifest.content
    hash_ = content_hash(content)
    return [
        lay_out_report(
            content.report, evidence, content.views, content.sources, lang, hash_, content.since
        )
        for lang in content.languages
    ]


def _compare_saved_again(book: Workbook, path: Path, judge: Judge) -> None:
    """Compare what the cells of a workbook hold, show and open; what was added is a doubt."""
    found = compare_saved_again(book, path)
    stated = partial(compare_values, book, path)
    judge.saved_again(path.name, found.differences, stated)
    for addition in found.additions:
        right = "take it out if the file is handed on"
        judge.findings.doubt(path.name, f"{addition} is {_NOT_OF_THE_REPORT}", right)
    for sheet, count in found.stale_links:
        wrong = f"{sheet}: {count:,} links have stayed in their cells where rows have moved"
        judge.findings.doubt(path.name, wrong, "sort and delete rows in an office program")


def names_of(layout: ReportLayout) -> Iterator[str]:
    """The names of the files of one language."""
    yield from map(file_name, layout.workbooks)
    yield file_name(layout.evidence_page)
    yield from (file_name(page) for page, _ in layout.one_pagers)


class _FileSet:
    """The files of one language, made anew one by one, each compared with the one that there is."""

    def __init__(
        self,
        layout: ReportLayout,
        manifest: Manifest,
        places: tuple[Path, Path],
        work: tuple[Ask, Progress],
        judge: Judge,
        *,
        values: bool,
    ) -> None:
        """Have the work on pages begin; `places` are where the set is, and where one is made."""
        self._layout, self._manifest, self._judge = layout, manifest, judge
        self._values = values
        self._folder, self._stage = places
        self._ask, self._progress = work
        self._pages = [PendingPage(page, self._ask) for page, _ in layout.one_pagers]
        self._books: dict[str, bytes] = {}  # those that travel inside pages, as made here
        self._repacked: dict[str, bytes] = {}  # as they are, where they are packed otherwise

    def compare_books(self) -> None:
        """Make and compare the workbooks; one-pagers can then be made, with these inside."""
        inside = {file_name(book) for book in attached(self._layout)} if self._pages else set()
        for book in self._layout.workbooks:
            made = self._stage / file_name(book)
            self._progress(f"making {made.name} anew")
            write_workbook(book, made)
            self._compare_book(book, made, made.name in inside)
            made.unlink()
        for pending, (_, csv) in zip(self._pages, self._layout.one_pagers, strict=True):
            pending.attach(attachments(self._layout, csv, self._books))

    def _compare_book(self, book: Workbook, made: Path, inside: bool) -> None:
        if inside:
            self._books[made.name] = made.read_bytes()
        path = self._folder / made.name
        if self._is_missing(path) or self._is_too_large(path, unpacked_size(made)):
            return
        expected = file_hash(made)
        if expected == file_hash(path):
            self._compare_hash(path, expected)
        elif not (part := find_unlike_part(made, path)):
            if inside:
                self._repacked[path.name] = path.read_bytes()
            self._compare_hash(path, expected)
        elif self._values:
            _compare_saved_again(book, path, self._judge)
        else:
            if (program := saving_program(path)) != saving_program(made):
                self._judge.findings.saved_by_another(path.name, program)
            shown, stated = (
                partial(compare_workbook, book, path),
                partial(compare_values, book, path),
            )
            self._unlike(XLSX, path, Comparison(shown, stated, part))

    def compare_evidence(self, made: bytes) -> None:
        """Compare the evidence page with the one made anew."""
        page = self._layout.evidence_page
        path = self._folder / file_name(page)
        actual = self._read(path, made)
        if actual == made:
            self._compare_hash(path)
        elif actual is not None:
            # The first format carries nothing of what pages show of the sources' texts.
            of_text = self._manifest.format == 1
            shown = partial(compare_evidence_page, page, path, from_manifest=of_text)
            stated = partial(compare_claims, page, path)
            self._unlike(HTML, path, Comparison(shown, stated, unlike_line(made, actual)))

    def compare_pages(self) -> None:
        """Make and compare the one-pagers."""
        for pending, (page, csv) in zip(self._pages, self._layout.one_pagers, strict=True):
            path = self._folder / file_name(page)
            self._progress(f"making {path.name} anew")
            try:
                made = pending.content()
            except (SetupError, ContentError) as error:
                if not self._is_missing(path):
                    shown = compare_onepager(page, path, pending.attachments)
                    self._judge.undrawn(path.name, shown, " ".join(str(error).splitlines()))
                continue
            self._compare_page(page, pending, path, made, csv)

    def _compare_page(
        self, page: OnePager, pending: PendingPage, path: Path, made: bytes, csv: bytes
    ) -> None:
        actual = self._read(path, made)
        if actual is None:
            return
        if actual != made and self._repacked and not actual.startswith(made):
            books = attachments(self._layout, csv, self._books | self._repacked)
            made = _redrawn(page, books, self._ask)
        if actual == made:
            self._compare_hash(path)
        elif actual.startswith(made):
            found = list(in_file(path.name, compare_signed(made, actual)))
            self._judge.findings.refuse(found)
            if not found:
                self._compare_hash(path)
        else:
            drawn = pending.drawn_with
            here = this_maker(drawn.versions, drawn.fonts) if drawn else None
            shown = partial(compare_onepager, page, path, pending.attachments)
            stated = partial(compare_texts_alone, page, path)
            part = find_unlike_object(made, actual)
            self._unlike(PDF, path, Comparison(shown, stated, part), here)

    def _unlike(
        self, kind: Kind, path: Path, comparison: Comparison, here: Maker | None = None
    ) -> None:
        """Judge a file that is not the one made here."""
        findings, part = self._judge.findings, comparison.part
        before = len(findings.differences)
        named = replace(comparison, part=replace(part, file=path.name) if part else None)
        self._judge.unlike(kind, path.name, named, here)
        if len(findings.differences) == before:
            self._compare_hash(path)

    def _compare_hash(self, path: Path, made: str = "") -> None:
        """Compare a file's hash with the one that the manifest says.

        Args:
            path: The file.
            made: The hash of the one made here, where that is only packed otherwise.
        """
        now, recorded = file_hash(path), self._manifest.outputs.get(path.name, "none")
        if now == recorded:
            return
        if made == recorded:
            right = "whoever compares hashes needs the file as it was written"
            self._judge.findings.doubt(path.name, "packed anew; what it holds is the same", right)
        else:
            self._judge.findings.refuse([Difference(path.name, "", "SHA-256", recorded, now)])

    def _read(self, path: Path, made: bytes) -> bytes | None:
        """The bytes of a file; None, and told, where it is missing or far too large."""
        if self._is_missing(path) or self._is_too_large(path, len(made)):
            return None
        return path.read_bytes()

    def _is_too_large(self, path: Path, most: int) -> bool:
        """Whether a file is far larger than it could be; it is then told, and not read."""
        size = path.stat().st_size
        if size <= most + _ROOM:
            return False
        sizes = (f"at most {most:,} bytes", f"{size:,} bytes")
        self._judge.findings.refuse([Difference(path.name, "", "size", *sizes)])
        return True

    def _is_missing(self, path: Path) -> bool:
        if path.is_file():
            return False
        self._judge.findings.refuse([Difference(path.name, "", "file", "there", MISSING)])
        return True


def _redrawn(page: OnePager, books: Sequence[Attachment], ask: Ask) -> bytes:
    """A one-pager drawn once more, with other files inside."""
    pending = PendingPage(page, ask)
    pending.attach(books)
    return pending.content()
