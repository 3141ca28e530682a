"""The next edition of a report: a folder of its own, in which every fact is marked as carried over.

What the report said stays as it was, byte for byte, but for the edition in report.yaml and the
mark `carried:` of each fact, which goes when somebody touches it.
"""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from exporter.build import is_built
from exporter.check import CheckedReport, check
from exporter.edits.facts_files import FactsFiles
from exporter.edits.text_edits import CannotEditError, Edit, edited
from exporter.edits.yaml_places import MapPlace, ScalarPlace, places_in
from exporter.engine.progress import Progress, silent
from exporter.errors import ContentError, Problem, UsageError
from exporter.facts.where import is_url
from exporter.files import staged
from exporter.report.definition import REPORT_FILE
from exporter.report.starter import demand_empty

# Of what is hidden these alone are a report's own; what is kept of editions is of each by itself.
_HIDDEN = frozenset({".gitignore", ".gitattributes", ".gitkeep"})


class NextEdition(NamedTuple):
    """A next edition that was made.

    Attributes:
        folder: Where it is.
        files: All of its files.
        before: The edition that its facts are from.
        carried: How many are marked so.
        unmarked: Why others are not, a sentence a file.
    """

    folder: Path
    files: Sequence[Path]
    before: date
    carried: int
    unmarked: Sequence[str]


def make_next_edition(
    folder: Path,
    report: Path,
    edition: date,
    allow: Sequence[str] = (),
    progress: Progress = silent,
) -> NextEdition:
    """Make the next edition of a report, all of it or nothing.

    Args:
        folder: To make.
        report: The folder of the report as it is.
        edition: The date that the next one speaks for.
        allow: What the report may reach outside its folder, as `check` takes it.
        progress: Told how far the check of the report is.

    Raises:
        ContentError: The report has problems; every one.
        UsageError: `folder` holds something, or is in the report; the edition is not a later one;
            the report keeps its facts or views outside its folder, or is none.
        SetupError: Something cannot be read or written.
    """
    demand_empty(folder)
    if folder.resolve().is_relative_to(report.resolve()):
        right = "name one beside it"
        raise UsageError(f"{folder} is in the folder of the report that it follows", right)
    checked = check(report, progress=progress, allow=allow)
    before = checked.report.edition
    if edition <= before:
        wrong = f"the edition {edition} is not later than that of {report}, {before}"
        raise UsageError(wrong, "give the date that the next one speaks for")
    rows = _rows(checked)
    _demand_within(checked, rows)
    fresh, unmarked = _carried(checked, rows, before.isoformat())
    fresh[(report / REPORT_FILE).resolve()] = _with_edition(report / REPORT_FILE, edition)
    with staged(folder) as stage:
        for path in _files(report):
            target = stage / path.relative_to(report)
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.resolve() in fresh:
                target.write_bytes(fresh[path.resolve()])
                shutil.copymode(path, target)
            else:
                shutil.copy(path, target)
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    count = sum(len(lines) for file, lines in rows.items() if Path(file).resolve() in fresh)
    return NextEdition(folder, made, before, count, unmarked)


def _rows(checked: CheckedReport) -> dict[str, list[int]]:
    """Where the facts stand: the lines of each file."""
    rows: dict[str, list[int]] = {}
    for batch in checked.evidence.facts.batches():
        for file, line in zip(batch["file"].to_pylist(), batch["line"].to_pylist(), strict=True):
            rows.setdefault(file, []).append(line)
    return rows


def _demand_within(checked: CheckedReport, rows: Mapping[str, Sequence[int]]) -> None:
    """Go on only if facts and views on this disk are in the report's folder.

    Raises:
        UsageError: Two editions would share them, and the next one change what the last one says.
    """
    place = checked.report.facts
    files = {view.file for view in checked.views}
    files |= set() if place is not None and is_url(place) else set(rows)
    home = checked.folder.resolve()
    for file in sorted(files):
        if not Path(file).resolve().is_relative_to(home):
            wrong = f"{file} is outside {checked.folder}, and two editions would share it"
            raise UsageError(wrong, "copy it into the report's folder, and name it there")


def _carried(
    checked: CheckedReport, rows: Mapping[str, Sequence[int]], before: str
) -> tuple[dict[Path, bytes], list[str]]:
    """The new contents of files of facts, and why others have none."""
    files, fresh, unmarked = FactsFiles.of(checked), {}, []
    for file, lines in rows.items():
        try:
            fresh[Path(file).resolve()] = files.with_carried(file, lines, before)
        except CannotEditError as error:
            unmarked.append(str(error))
    return fresh, unmarked


def _with_edition(path: Path, edition: date) -> bytes:
    """report.yaml with another edition in the place of its own, and nothing else changed."""
    text = path.read_bytes().decode("utf-8")
    start = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(start)
    tree = places_in(text)
    said = tree.value("edition") if isinstance(tree, MapPlace) else None
    if not isinstance(said, ScalarPlace):
        wrong, right = "the edition is not where it was read", "write `edition: 2026-01-31`"
        raise ContentError([Problem(str(path), 0, "", wrong, right)])
    written = f"{said.style}{edition}{said.style}" if said.style in {"", "'", '"'} else f"{edition}"
    return (start + edited(text, [Edit(said.start, said.end, written)])).encode()


def _files(report: Path) -> Iterator[Path]:
    """The report's own files: not what was built of it, nor what is kept of its editions."""
    for place, folders, names in os.walk(report):
        here = Path(place)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not is_built(here / name)
        )
        for name in sorted(names):
            path = here / name
            is_own = path.is_file() and path.resolve().is_relative_to(report.resolve())
            if is_own and (not name.startswith(".") or name in _HIDDEN):
                yield path
