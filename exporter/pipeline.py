"""The whole way: check a report, lay it out, write it, prove it.

Beside `checking`, `cli` and the public API, this is the one place that sees every stage.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from exporter.checking import CheckedReport, check
from exporter.errors import Problem, ProofError, UsageError
from exporter.facts.table import FACTS, map_distinct
from exporter.facts.words import Lang
from exporter.report.definition import REPORT_FILE, ReportDefinition
from exporter.report.layout import LaidOut, attachments, file_name, lay_out_report

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Signing:
    """What PDFs are signed with: a PKCS #12 file and its password."""

    certificate: Path
    password: bytes


def build(
    folder: Path,
    output: Path | None = None,
    languages: Sequence[Lang] = (),
    progress: Progress = lambda _: None,
    signing: Signing | None = None,
) -> tuple[CheckedReport, list[Path]]:
    """Check a report, lay it out, write its files and prove them: all of them or none.

    Args:
        folder: The report's folder.
        output: Where the files go; `output/<report>` where none is named.
        languages: Which of the report's languages; all where none are named.
        progress: Told what is being done.
        signing: What to sign the PDFs with; None for not at all.

    Returns:
        The checked report and the files written, the manifest last.

    Raises:
        ContentError: The content is at fault; every problem.
        ProofError: A written file shows something else than the facts.
        UsageError: The folder is no report, or a language is not among its languages.
        SetupError: A font, permission or room is missing.
    """
    from exporter.files import staged

    progress("checking facts and quotes")
    checked = check(folder)
    report = checked.report
    target = output or Path("output") / folder.resolve().name
    chosen = _languages(report, languages)
    with staged(target) as stage:
        names: list[str] = []
        for lang in chosen:
            laid_out = lay_out_report(
                report, checked.evidence, checked.views, checked.sources, lang
            )
            names += _write(laid_out, stage, progress, signing)
            progress("reading the files back")
            _prove(laid_out, stage)
        names.append(_write_manifest(checked, chosen, stage, names))
    return checked, [target / name for name in names]


def _write(
    laid_out: LaidOut, folder: Path, progress: Progress, signing: Signing | None
) -> Iterator[str]:
    """Write everything of one language; gives the file names."""
    from exporter.writers.html import write_evidence_page
    from exporter.writers.pdf import write_onepager
    from exporter.writers.xlsx import write_workbook

    books: dict[str, bytes] = {}
    for book in laid_out.workbooks:
        name = file_name(book)
        progress(f"writing {name}")
        write_workbook(book, folder / name)
        books[name] = (folder / name).read_bytes()
        yield name
    name = file_name(laid_out.evidence)
    write_evidence_page(laid_out.evidence, folder / name)
    yield name
    for page, csv in laid_out.pages:
        name = file_name(page)
        progress(f"writing {name}")
        write_onepager(page, folder / name, attachments(laid_out, csv, books))
        if signing:
            from exporter.writers.signature import sign_pdf

            sign_pdf(folder / name, folder / name, signing.certificate, signing.password)
        yield name


def _prove(laid_out: LaidOut, folder: Path) -> None:
    """Read everything of one language back.

    Raises:
        ProofError: Something differs from its layout.
    """
    from exporter.proof.compare import compare

    differences = [one for _, found in compare(laid_out, folder) for one in found]
    if differences:
        right = "nothing was put in place; please report this"
        raise ProofError([Problem("", 0, "", str(one), right) for one in differences])


def _write_manifest(
    checked: CheckedReport, languages: Sequence[Lang], folder: Path, names: Sequence[str]
) -> str:
    from exporter.proof.manifest import MANIFEST, Content, file_hash, make_manifest, path_from

    evidence, report = checked.evidence, checked.folder
    facts = evidence.facts.select(FACTS.names)
    places = map_distinct(facts["file"], lambda file: path_from(report, file), pa.string())
    content = Content(
        checked.report,
        tuple(languages),
        facts.set_column(FACTS.names.index("file"), "file", places),
        tuple(
            view.model_copy(update={"file": path_from(report, view.file)}) for view in checked.views
        ),
        checked.sources,
    )
    files = {view.file for view in checked.views} | set(facts["file"].to_pylist())
    files |= {source.file for source in checked.sources.values()} | {str(report / REPORT_FILE)}
    counts = {
        "facts": facts.num_rows,
        "views": len(checked.views),
        "quotes": evidence.quote_states(),
        "figures": evidence.figure_states(),
    }
    inputs = {path_from(report, file): file_hash(Path(file)) for file in files}
    outputs = {name: file_hash(folder / name) for name in names}
    text = make_manifest(content, inputs, outputs, counts)
    (folder / MANIFEST).write_text(text, "utf-8", newline="")
    return MANIFEST


def _languages(report: ReportDefinition, wanted: Sequence[Lang]) -> Sequence[Lang]:
    for lang in wanted:
        if lang not in report.languages:
            has = ", ".join(report.languages)
            raise UsageError(f"the report has no language {lang!r}; it has {has}")
    return [lang for lang in report.languages if not wanted or lang in wanted]
