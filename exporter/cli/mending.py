"""`exporter check --fix`: what is certain is shown, then written."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from exporter.cli.summary import counted
from exporter.cli.terminal import obeyed_by_none
from exporter.errors import place_in

if TYPE_CHECKING:
    from exporter.edits.mending import Mend, Mended
    from exporter.engine.progress import Progress


def mend(report: Path, progress: "Progress", allow: tuple[str, ...], *, is_told: bool) -> "Mended":
    """Write what is certain in a report, after it has been shown."""
    from exporter.edits.mending import find_mends, write_mends

    mended = find_mends(report, progress, allow)
    if is_told:
        typer.echo(obeyed_by_none(mended.diff.replace("\r\n", "\n")), nl=False)
    write_mends(report, mended)
    if is_told:
        for one in mended.not_mended:
            typer.echo(f"not mended: {_place(one.mend)}: {one.why}")
        typer.echo(f"mended: {counted(len(mended.mends), 'field')}")
    return mended


def mends(mended: "Mended") -> dict[str, Any]:
    """What was written and what was not, as `check --fix --format json` tells it."""
    return {
        "mended": [_mend(one) for one in mended.mends],
        "not_mended": [_mend(one.mend) | {"why": one.why} for one in mended.not_mended],
    }


def _place(mend: "Mend") -> str:
    return f"{place_in(mend.file, mend.line)}: {mend.id}: {mend.field}"


def _mend(mend: "Mend") -> dict[str, Any]:
    file, line, id_, field, old, new = mend
    return {"file": file, "line": line, "fact": id_, "field": field, "old": old, "new": new}
