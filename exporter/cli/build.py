"""`exporter build`."""

import json
import os
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from exporter.cli.batch import run_batch
from exporter.cli.consent import with_offers
from exporter.cli.summary import brief, build_findings, problems_found, told_doubts, told_files
from exporter.cli.terminal import (
    DEFAULT_REPORT,
    LANGUAGES,
    Allow,
    Format,
    FormatOption,
    Language,
    Report,
    asked_for,
    complain,
    prepare_process,
    read_language,
    shown_progress,
)
from exporter.errors import ContentError, SetupError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exporter.batch.prepared import BatchOrder
    from exporter.build import Signing
    from exporter.check.built import BuiltReport
    from exporter.engine.progress import Progress
    from exporter.facts.words import Lang

PASSWORD_VARIABLE = "EXPORTER_SIGN_PASSWORD"  # noqa: S105 - the name of one, not one


def build(
    report: Report = DEFAULT_REPORT,
    output: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Where the files go; output/<report> unless named."),
    ] = None,
    lang: Annotated[
        list[Language] | None,
        typer.Option(
            parser=read_language,
            metavar=LANGUAGES,
            help="A language of the report; all unless named.",
        ),
    ] = None,
    sign: Annotated[
        Path | None,
        typer.Option(
            metavar="CERT.p12", help="Sign PDFs and manifest with the certificate in this file."
        ),
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            metavar="OLD",
            help="Show what has changed since an earlier edition: an output folder, a workbook, a "
            "report, or REV:path of one in git.",
        ),
    ] = "",
    theme: Annotated[
        str,
        typer.Option(
            metavar="THEME",
            help="How it looks, whatever the report names: desk, plain, midnight, or a TOML file.",
        ),
    ] = "",
    format_: FormatOption = Format.TEXT,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing but what is wrong.")
    ] = False,
    allow: Allow = None,
) -> None:
    """Check the facts, lay them out, write the files and prove them, all of them or none."""
    from exporter.build import BuildOrder, build_with
    from exporter.report.many import is_for_many
    from exporter.writers.page_process import page_worker

    if quiet and format_ is Format.JSON:
        raise UsageError("--quiet says nothing, and --format json all", "leave one of them out")
    languages: list[Lang] = [language.value for language in lang or ()]
    if is_for_many(report):
        prepare_process()
        signing = _valid_signing(sign) if sign else None
        order = _order_of_each(report, output, languages, theme, since, allow, signing)
        run_batch(order, order.reports[0][1], format_, quiet=quiet)
        return

    def built() -> "BuiltReport":
        with page_worker(report) as ask, _progress(quiet=quiet) as progress:
            prepare_process()
            signing = _signing(sign) if sign else None
            allowed = tuple(allow or ())
            order = BuildOrder(
                report, output, languages, signing, allow=allowed, since=since, theme=theme
            )
            return build_with(ask, order, progress)

    try:
        done = with_offers(report, built)
    except ContentError as error:
        if format_ is Format.JSON:
            typer.echo(_json(problems_found(report, error)))
        raise
    if format_ is Format.JSON:
        typer.echo(_json(build_findings(done)))
    elif not quiet:
        _tell(done)


def _order_of_each(
    report: Path,
    output: Path | None,
    languages: "Sequence[Lang]",
    theme: str,
    since: str,
    allow: "Sequence[str] | None",
    signing: "Signing | None",
) -> "BatchOrder":
    """All of a report for many: a set for each of its values, those that are up to date too."""
    from exporter.batch.prepared import BatchOrder
    from exporter.report.output_folder import output_of

    return BatchOrder(
        ((report, output_of(report, output)),),
        languages=tuple(languages),
        theme=theme,
        allow=tuple(allow or ()),
        anew=True,
        since=since,
        signing=signing,
    )


def _progress(*, quiet: bool) -> "AbstractContextManager[Progress]":
    from exporter.engine.progress import silent

    return nullcontext(silent) if quiet else shown_progress()


def _tell(done: "BuiltReport") -> None:
    """A short summary: doubts on standard error, then what was checked and what was written."""
    for doubt in told_doubts(done.checked):
        complain(doubt)
    for line in (*brief(done.checked), told_files(done.paths)):
        typer.echo(line)
    if fault := done.checked.not_kept:
        right = f"keep {done.paths[-1].parent}, by which edits of its workbooks are told"
        typer.echo(f"not kept beside the report: {fault.wrong}; {right}")


def _json(found: dict[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2)


def _signing(certificate: Path) -> "Signing":
    from exporter.build import Signing

    return Signing(certificate, _password(certificate))


def _valid_signing(certificate: Path) -> "Signing":
    """The same, known to sign before many are built."""
    from exporter.writers.signature import load_signer

    signing = _signing(certificate)
    load_signer(signing.certificate, signing.password)
    return signing


def _password(certificate: Path) -> bytes:
    """The certificate's password: from the environment, else asked for; never an argument."""
    given = os.environ.get(PASSWORD_VARIABLE)
    if given is None:
        given = asked_for(f"password of {certificate}")
    if given is None:
        wrong = (
            f"the password of {certificate} is missing, and there is no terminal to ask for it at"
        )
        raise SetupError(wrong, f"set {PASSWORD_VARIABLE}")
    return given.encode()
