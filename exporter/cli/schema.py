"""`exporter schema`: JSON Schemas, by which editors complete and check a report's files."""

from pathlib import Path
from typing import Annotated

import typer

from exporter.errors import UsageError


def _read_kind(text: str) -> str:
    """The kind of file that somebody names.

    Raises:
        UsageError: It is none.
    """
    from exporter.report.schemas.files import KINDS

    if text not in KINDS:
        raise UsageError(f"there is no schema of {text!r}", f"there are {', '.join(KINDS)}")
    return text


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            parser=_read_kind, metavar="KIND", help="One alone: report, facts, views or source."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FOLDER", help="Write all of them there."),
    ] = None,
) -> None:
    """JSON Schemas of report.yaml, facts, views and records of sources, for editors."""
    from exporter.report.schemas.files import KINDS, as_json, schema_of, write_schemas

    if output is None:
        made = schema_of(kind) if kind else {name: schema_of(name) for name in KINDS}
        typer.echo(as_json(made))
        return
    if kind:
        raise UsageError("-o writes every schema", f"leave {kind} out, or -o")
    for path in write_schemas(output):
        typer.echo(f"wrote {path}")
