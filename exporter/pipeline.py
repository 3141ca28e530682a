"""The whole way: read a report, check it, lay it out, write it.

This is what the public API and the commands call; it is the one place, beside `cli`, that sees
every stage.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pyarrow as pa

from exporter.errors import ContentError, Problem, ProofError, SetupError, UsageError
from exporter.evidence.check import Evidence, check_evidence
from exporter.evidence.sources import Source, read_sources
from exporter.facts.read import USUAL_PLACES, read_facts
from exporter.facts.table import FACTS, map_distinct
from exporter.facts.views import View, read_views
from exporter.facts.words import Lang
from exporter.report.definition import (
    REPORT_FILE,
    Definition,
    ReportDefinition,
    read_definition,
)
from exporter.report.layout import LaidOut, attachments, file_name, lay_out_report
from exporter.report.references import check_brokers, check_onepagers

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Signing:
    """What PDFs are signed with: a PKCS #12 file and its password."""

    certificate: Path
    password: bytes


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """A report as the check left it.

    Attributes:
        folder: As the user named it.
        definition: None where report.yaml is not whole.
        evidence: The facts with the check's verdicts.
        problems: What keeps the report from being built, in order of file and line.
        doubts: What is not proved, but printed with a mark (`evidence: optional`).
    """

    folder: Path
    definition: Definition | None
    views: tuple[View, ...]
    sources: dict[str, Source]
    evidence: Evidence
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]

    @property
    def report(self) -> ReportDefinition:
        """The definition of a report that can be built.

        Raises:
            ContentError: There are problems; all of them.
        """
        if self.problems or self.definition is None:
            raise ContentError(self.problems)
        return self.definition.report


def check(folder: Path) -> CheckedReport:
    """Read a report and check its facts and evidence, without writing anything.

    Raises:
        UsageError: The folder is no report.
        SetupError: A file cannot be read.
    """
    with _readable():
        definition, problems = read_definition(folder)
        facts, of_facts = _read_facts(folder, definition)
        views, of_views = _read_views(folder, definition)
        sources, of_sources = read_sources(folder / "sources", str(folder / "sources"))
    evidence = check_evidence(facts, views, sources)
    if definition:
        faulty = {problem.subject for problem in of_facts}
        if "" not in faulty:  # else whole files may be missing, and what refers to them is sound
            problems += _references(definition, facts, views, faulty)
        if not of_views:
            problems += check_brokers(definition, views)
    problems += of_facts + of_views + of_sources
    optional = definition is not None and definition.report.evidence == "optional"
    refused = list(evidence.unknown if optional else evidence.problems)
    return CheckedReport(
        folder,
        definition,
        tuple(views),
        sources,
        evidence,
        _in_order(problems + refused),
        _in_order(set(evidence.problems) - set(evidence.unknown)) if optional else (),
    )


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


def _read_facts(folder: Path, definition: Definition | None) -> tuple[pa.Table, list[Problem]]:
    """The facts; where report.yaml is not whole, those of the usual places, if there are any."""
    where = definition.report.facts if definition else None
    if definition is None and not any((folder / name).exists() for name in USUAL_PLACES):
        return FACTS.empty_table(), []
    return read_facts(folder, where)


def _read_views(folder: Path, definition: Definition | None) -> tuple[list[View], list[Problem]]:
    path = folder / (definition.report.views if definition else "views.yaml")
    if path.is_file():
        return read_views(path, str(path))
    if definition is None or not definition.report.one_pagers:
        return [], []
    return [], [
        Problem(str(path), 0, "", "the views of the one-pager are missing", "write them there")
    ]


def _references(
    definition: Definition, facts: pa.Table, views: Sequence[View], faulty: Set[str]
) -> Iterator[Problem]:
    """What facts, views and report.yaml say of each other that does not hold.

    `faulty` has the ids of facts that are not in the table because they have problems of their own;
    what refers to them is not at fault.
    """
    report = definition.report
    known = [entity.name.en for entity in report.entities]
    entity_of: dict[str, str] = {}
    for row in facts.select(["id", "entity", "file", "line"]).to_pylist():
        entity_of[row["id"]] = row["entity"]
        if row["entity"] not in known:
            near = get_close_matches(row["entity"], known, 1)
            right = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(known)}"
            wrong = f"the entity {row['entity']!r} is not among the report's entities"
            yield Problem(row["file"], row["line"], row["id"], wrong, right)
    shown = {one.name.en for book in report.workbooks for one in report.entities_of(book)}
    for index, entity in enumerate(report.entities):
        name, headline = entity.name.en, entity.headline
        if name in shown and name not in entity_of.values() and not faulty:
            wrong = f"no fact is about {name!r}"
            yield definition.problem(("entities", index), wrong, "add one, or take the entity off")
        if headline and headline not in faulty and entity_of.get(headline) != name:
            wrong = f"the headline {headline!r} is no fact about {name!r}"
            yield definition.problem(("entities", index, "headline"), wrong, "use the id of one")
    yield from check_onepagers(definition, views, facts, faulty)


def _languages(report: ReportDefinition, wanted: Sequence[Lang]) -> Sequence[Lang]:
    for lang in wanted:
        if lang not in report.languages:
            has = ", ".join(report.languages)
            raise UsageError(f"the report has no language {lang!r}; it has {has}")
    return [lang for lang in report.languages if not wanted or lang in wanted]


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line)))


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        wrong = f"{error.filename} cannot be read: {error.strerror}"
        raise SetupError(f"{wrong}; check the path and permissions") from error
