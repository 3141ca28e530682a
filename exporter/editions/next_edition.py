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
from exporter.editions.authoring.facts import workbook_of
from exporter.edits.definition_keys import with_keys
from exporter.edits.facts_files import FactsFiles
from exporter.edits.text_edits import CannotEditError
from exporter.engine.progress import Progress, silent
from exporter.errors import UsageError
from exporter.facts.where import is_url
from exporter.files import staged
from exporter.report.report_file import REPORT_FILE
from exporter.report.starter import FACTS_WORKBOOK, demand_empty

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
    *,
    authoring: bool = False,
) -> NextEdition:
    """Make the next edition of a report, all of it or nothing.

    Args:
        folder: To make.
        report: The folder of the report as it is.
        edition: The date that the next one speaks for.
        allow: What the report may reach outside its folder, as `check` takes it.
        progress: Told how far the check of the report is.
        authoring: Whether its facts are to stand in an authoring workbook, wherever they stood.

    Raises:
        ContentError: The report has problems; every one.
        UsageError: `folder` holds something, or is in the report; the edition is not a later one;
            the report keeps its facts or views outside its folder, or is none; or no workbook can
            hold them.
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
    definition = report / REPORT_FILE
    said = {"edition": f"{edition}"}
    if authoring:
        fresh: dict[Path, bytes | None] = {Path(file).resolve(): None for file in rows}
        fresh[report.resolve() / FACTS_WORKBOOK] = workbook_of(checked, before)
        unmarked: list[str] = []
        said["facts"] = FACTS_WORKBOOK
    else:
        _demand_within(checked, rows)
        fresh, unmarked = _carried(checked, rows, before.isoformat())
    fresh[definition.resolve()] = with_keys(definition, said)
    with staged(folder) as stage:
        _copy(report, stage, fresh)
    made = sorted(path for path in folder.rglob("*") if path.is_file())
    count = sum(len(lines) for file, lines in rows.items() if Path(file).resolve() in fresh)
    return NextEdition(folder, made, before, count, unmarked)


def _copy(report: Path, stage: Path, fresh: Mapping[Path, bytes | None]) -> None:
    """Copy a report's files, some with other contents, without those whose content is None."""
    every = {path.resolve(): path.relative_to(report) for path in _files(report)}
    every |= {path: path.relative_to(report.resolve()) for path in fresh if path not in every}
    for path, name in every.items():
        content = fresh[path] if path in fresh else path.read_bytes()
        if content is None:
            continue
        target = stage / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        if path.exists():
            shutil.copymode(path, target)


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
) -> tuple[dict[Path, bytes | None], list[str]]:
    """The new contents of files of facts, and why others have none."""
    files, fresh, unmarked = FactsFiles.of(checked), dict[Path, bytes | None](), list[str]()
    for file, lines in rows.items():
        try:
            fresh[Path(file).resolve()] = files.with_carried(file, lines, before)
        except CannotEditError as error:
            unmarked.append(str(error))
    return fresh, unmarked


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
