"""`exporter trace`: a model's hard-coded numbers looked up among facts and sources."""

import json
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from exporter.cli.summary import counted
from exporter.cli.terminal import (
    LANGUAGES,
    Allow,
    Format,
    FormatOption,
    Language,
    complain,
    obeyed_by_none,
    prepare_process,
    read_language,
    shown_progress,
)

if TYPE_CHECKING:
    from exporter.editions.trace.model import Finding
    from exporter.editions.trace.traced import Trace


def trace(
    workbook: Annotated[
        Path, typer.Argument(metavar="WORKBOOK", help="Your model, which is only read.")
    ],
    report: Annotated[Path, typer.Option(metavar="REPORT", help="The report's folder.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="The copy; <model>.traced.xlsx unless named."
        ),
    ] = None,
    built: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Where the report was built; output/<report> if not said."
        ),
    ] = None,
    lang: Annotated[
        Language | None,
        typer.Option(
            parser=read_language,
            metavar=LANGUAGES,
            help="Of the evidence page and the sheet Trace; the report's first unless named.",
        ),
    ] = None,
    format_: FormatOption = Format.TEXT,
    allow: Allow = None,
) -> None:
    """Look a model's hard-coded numbers up, and write a copy with links and a sheet Trace."""
    prepare_process()
    from exporter.editions.trace.traced import TraceOrder
    from exporter.editions.trace.traced import trace as trace_workbook

    order = TraceOrder(
        workbook, report, output, built, lang.value if lang else None, tuple(allow or ())
    )
    with shown_progress() as progress:
        traced = trace_workbook(order, progress)
    if format_ is Format.JSON:
        typer.echo(json.dumps(_findings(order.workbook, traced), ensure_ascii=False, indent=2))
    else:
        for line in _told(workbook, traced):
            typer.echo(line)
    for line in _besides(report, traced):
        complain(line)


def _told(workbook: Path, traced: "Trace") -> Iterator[str]:
    from exporter.editions.trace.model import Verdict

    for finding in traced.findings:
        if finding.verdict is not Verdict.FOUND:
            yield _line(finding)
    counts = ", ".join(f"{len(traced.of(verdict)):,} {verdict}" for verdict in Verdict)
    yield f"{workbook}: {counted(len(traced.findings), 'hard-coded number')}: {counts}"
    yield f"wrote {traced.path}"


def _line(finding: "Finding") -> str:
    """A finding as a line: where, what it is headed by, what was found of it, and why."""
    from exporter.editions.trace.copied import shown_note, shown_verdict
    from exporter.editions.trace.nearest import shown_number

    number = finding.number
    said = f"{number.sheet}!{number.cell}: {shown_number(number)} ({number.heads.shown})"
    line = f"{said}: {shown_verdict(finding, 'en')}: {shown_note(finding, 'en')}"
    return obeyed_by_none(" ".join(line.split()))


def _besides(report: Path, traced: "Trace") -> Iterator[str]:
    if traced.without_text:
        named = ", ".join(traced.without_text)
        yield f"no text is at hand, so only facts quoted from them are known: {named}"
    if traced.page is None:
        command = f"exporter build {quote(str(report))}"
        yield f"links lead to the sources, since there is no evidence page: {command}"
    if traced.problems:
        which = counted(traced.problems, "problem")
        command = f"exporter check {quote(str(report))}"
        yield f"{which} in the report, so some facts may be missing: {command}"


def _findings(workbook: Path, traced: "Trace") -> dict[str, Any]:
    from exporter.editions.trace.model import Verdict

    return {
        "workbook": str(workbook),
        "traced": str(traced.path),
        "numbers": len(traced.findings),
        "verdicts": {str(verdict): len(traced.of(verdict)) for verdict in Verdict},
        "without_text": list(traced.without_text),
        "problems": traced.problems,
        "findings": [_finding(finding) for finding in traced.findings],
    }


def _finding(finding: "Finding") -> dict[str, Any]:
    from exporter.editions.trace.copied import shown_note

    number = finding.number
    return {
        "sheet": number.sheet,
        "cell": number.cell,
        "heads": number.heads.shown,
        "value": float(number.value),
        "formula": number.formula,
        "verdict": str(finding.verdict),
        "hint": str(finding.hint),
        "candidates": [
            {"fact": known.id, "source": known.source, "quote": known.quote}
            for known in finding.candidates
        ],
        "note": shown_note(finding, "en"),
    }
