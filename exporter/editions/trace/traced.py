"""A workbook traced: its hard-coded numbers found among what a report knows, and its copy."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from exporter.check import check
from exporter.editions.trace.cells import SheetCells, read_cells
from exporter.editions.trace.copied import TraceLinks, addition_of
from exporter.editions.trace.judged import Judge
from exporter.editions.trace.known import knowledge_of
from exporter.editions.trace.model import Finding, HardCoded, Verdict
from exporter.editions.trace.numbers import hard_coded
from exporter.editions.trace.rows_agree import in_one_magnitude
from exporter.editions.trace.traced_book import is_traced, with_trace
from exporter.editions.trace.words import HEADINGS
from exporter.engine.progress import Progress, silent
from exporter.engine.worker_process import WorkerEndedError
from exporter.engine.worker_stream import stream_from_worker
from exporter.errors import ContentError, Problem, UsageError
from exporter.facts.flat.workbook_guard import DAMAGED, confinement_of
from exporter.facts.words import LANGUAGES, Lang
from exporter.files.one_file import replacing
from exporter.inputs.opened import InputError
from exporter.limits import READING

_SUFFIXES = (".xlsx", ".xlsm")
_SAVE = "save it anew with a spreadsheet program, as .xlsx without a password"


@dataclass(frozen=True, slots=True)
class TraceOrder:
    """What is to be traced.

    Attributes:
        workbook: The model, which is only read.
        report: The report's folder.
        output: Where the copy goes; `<model>.traced.xlsx` beside the model where None.
        built: The folder into which the report was built; `output/<report>` where None.
        lang: Of the evidence page that is linked to, and of the sheet Trace; the report's first
            where None.
        allow: What the report may reach outside its folder.
    """

    workbook: Path
    report: Path
    output: Path | None = None
    built: Path | None = None
    lang: Lang | None = None
    allow: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What was found of all numbers.

    Attributes:
        findings: In the order of sheets, rows and columns.
        path: The copy.
        lang: Of its sheet Trace.
        page: The evidence page that is linked to; None where it was not built.
        without_text: Ids of sources of which there are fingerprints alone.
        problems: How many `check` tells of the report.
    """

    findings: tuple[Finding, ...]
    path: Path
    lang: Lang
    page: Path | None
    without_text: tuple[str, ...]
    problems: int

    def of(self, verdict: Verdict) -> list[Finding]:
        """The findings with a verdict."""
        return [finding for finding in self.findings if finding.verdict is verdict]


def trace(order: TraceOrder, progress: Progress = silent) -> Trace:
    """Look a model's hard-coded numbers up, and write its copy with links and the sheet Trace.

    Args:
        order: What is wanted.
        progress: Told how many facts of the report have been checked.

    Raises:
        UsageError: The copy would be the model, or some other workbook; the report is none.
        ContentError: The workbook cannot be read, or report.yaml is at fault.
        OSError: A file cannot be read.
    """
    target = _target(order)
    content = order.workbook.read_bytes()
    numbers = _numbers(content, order.workbook)
    checked = check(order.report, progress=progress, allow=order.allow)
    report = checked.definition.report if checked.definition else checked.report
    lang = order.lang or report.languages[0]
    knowledge = knowledge_of(checked, report)
    judge = Judge(knowledge)
    findings = in_one_magnitude([judge.judged(number) for number in numbers])
    links = TraceLinks(_built(order), target.parent, lang, checked.sources)
    copy = _copy(content, findings, links, order.workbook)
    with replacing(target) as path:
        path.write_bytes(copy)
    return Trace(
        tuple(findings), target, lang, links.page, knowledge.without_text, len(checked.problems)
    )


def _target(order: TraceOrder) -> Path:
    model, suffix = order.workbook, order.workbook.suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(f"{model} is no .xlsx", "save it as .xlsx, and trace that")
    target = order.output or model.with_name(f"{model.stem}.traced{model.suffix}")
    if target.resolve() == model.resolve() or (target.exists() and target.samefile(model)):
        raise UsageError(f"{target} is the model itself", "name another file by -o")
    if target.suffix.lower() != suffix:
        right = f"name it like the model: {target.with_suffix(model.suffix)}"
        raise UsageError(f"{target} has another suffix than {model.name}", right)
    if target.is_file() and not is_traced(target.read_bytes()):
        right = "name another file by -o, or move it away"
        raise UsageError(f"{target} is there already, and no traced copy", right)
    return target


def _numbers(content: bytes, model: Path) -> list[HardCoded]:
    """The hard-coded numbers of a workbook, as a process of its own reads it."""
    try:
        confinement = confinement_of(content, READING)
        with stream_from_worker(read_cells, content, confinement=confinement) as sheets:
            return [
                number for sheet in sheets if not _is_ours(sheet) for number in hard_coded(sheet)
            ]
    except InputError as error:
        raise ContentError([Problem(str(model), 0, "", *error.fault)]) from error
    except (*_UNREADABLE, WorkerEndedError, MemoryError) as error:
        wrong = f"this is no workbook that can be read: {error or 'it takes too much memory'}"
        raise ContentError([Problem(str(model), 0, "", wrong, _SAVE)]) from error


_UNREADABLE = (*DAMAGED, ParseError, ExpatError, LookupError, ValueError)


def _is_ours(sheet: SheetCells) -> bool:
    """Whether a sheet is one that an earlier trace has added."""
    first = [cell.text for cell in sheet.cells if cell.row == 0]
    return any(first == HEADINGS.in_(lang).split("|") for lang in LANGUAGES)


def _built(order: TraceOrder) -> Path:
    return order.built or Path("output") / order.report.resolve().name


def _copy(content: bytes, findings: Sequence[Finding], links: TraceLinks, model: Path) -> bytes:
    try:
        return with_trace(content, addition_of(content, findings, links))
    except _UNREADABLE as error:
        wrong = f"nothing can be added to its parts: {error}"
        raise ContentError([Problem(str(model), 0, "", wrong, _SAVE)]) from error
