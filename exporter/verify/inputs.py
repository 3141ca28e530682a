"""Whether a report is still what a set was made from: its files, and the rows of its query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from exporter.check import anchors_of
from exporter.check.part import ReportPart
from exporter.check.parted import parted_by
from exporter.errors import Fault, Problem, SetupError
from exporter.facts.read import fact_files, read_written, rows_name
from exporter.facts.reading import Anchors
from exporter.facts.where import Where, path_from
from exporter.inputs.opened import InputError, Inputs, NotReachedError
from exporter.inputs.remembered import refusal
from exporter.proof.difference import MISSING, Difference
from exporter.proof.manifest import Manifest
from exporter.report.definition import Definition, ReportDefinition
from exporter.report.for_each import own_part_of
from exporter.report.output_folder import build_command
from exporter.report.own_template import template_files
from exporter.report.report_file import REPORT_FILE, read_definition
from exporter.report.themed import theme_name
from exporter.report.themes.definition import ThemeDefinition

_TEXTS = "sources/text/"  # stay on the machine where they are; elsewhere they are missed by nobody
_HASH, _ROWS_HASH = "SHA-256", "SHA-256 of its rows"
_ANSWER = "answer"  # of a query that gives no rows that are facts
_NONE = "none: it was not there"


@dataclass(frozen=True, slots=True, order=True)
class ChangedInput(Difference):
    """An input of a report that is no more what a set was made from.

    Attributes:
        built: The folder of the set.
        report: The report's.
    """

    built: Path
    report: Path

    def __str__(self) -> str:
        """The change as one sentence, without the hashes that tell it."""
        return str(self.problem)

    @property
    def problem(self) -> Problem:
        """What has changed, and what to do."""
        how = "gone" if self.found == MISSING else "come" if self.expected == _NONE else "changed"
        wrong = f"has {how} since {self.built} was built"
        if self.what == _ANSWER:
            wrong += f": {self.found}"
        right = f"build it again: {build_command(self.report, self.built)}"
        return Problem(self.file, 0, "", wrong, right)


@dataclass
class InputChanges:
    """What of a report is no more what a set was made from.

    Attributes:
        built: The folder of the set.
        report: The report's.
        differences: What has changed; each names the file as the user does, or the query.
        unproved: Of what nobody can tell here whether it has, and why.
        setup: Why a database, or a URL, did not answer; it is among `unproved`, too.
    """

    built: Path
    report: Path
    differences: list[ChangedInput] = field(default_factory=list)
    unproved: list[Problem] = field(default_factory=list)
    setup: SetupError | None = None

    def differ(self, file: str, expected: str, found: str, what: str = _HASH) -> None:
        """Take in what has changed."""
        change = ChangedInput(file, "", what, expected, found, self.built, self.report)
        self.differences.append(change)

    def leave_open(self, file: str, fault: Fault) -> None:
        """Take in of what nobody can tell whether it has changed."""
        wrong = f"whether it has changed since the set was built cannot be told: {fault.wrong}"
        self.unproved.append(Problem(file, 0, "", wrong, fault.right))


def read_and_compare(folder: Path, manifest: Manifest, built: Path, inputs: Inputs) -> InputChanges:
    """Read a report's definition, and compare the report with what a set was made from.

    Args:
        folder: The report's folder.
        manifest: Of the set.
        built: The folder of the set.
        inputs: What the report may be read from.

    Raises:
        UsageError: The folder is no report.
        ContentError: Its report.yaml is not whole.
    """
    definition, problems = read_definition(folder, inputs)
    if definition is None or problems:
        raise refusal(folder, problems, inputs)
    return compare_inputs(folder, definition, manifest, built, inputs)


def _compare_part(
    folder: Path, definition: Definition, manifest: Manifest, built: Path, inputs: Inputs
) -> InputChanges:
    """Compare what of a report for many is a set's own."""
    changes = InputChanges(built, folder)
    parts = parted_by(folder, definition, inputs).parts
    made = manifest.inputs.keys()
    part = next((part for part in parts if _own_of(part, folder).keys() & made), None)
    if part is None:
        changes.differ(str(folder / REPORT_FILE), "the value of the set", MISSING, "value")
        return changes
    now, _ = part.define(definition, Inputs.of(folder))
    if now:
        _compare_definitions(folder, now.report, manifest, inputs, changes)
    own, recorded = _own_of(part, folder), manifest.inputs
    for name in sorted(own.keys() | {name for name in recorded if name.endswith(_end_of(part))}):
        if own.get(name, MISSING) != (expected := recorded.get(name, _NONE)):
            changes.differ(str(folder / name), expected, own.get(name, MISSING))
    files = {name: digest for name, digest in recorded.items() if not name.endswith(_end_of(part))}
    there = {folder / "sources" / f"{id_}.yaml" for id_ in part.cited or ()}
    _compare_files(folder, there, files, inputs, changes)
    changes.differences.sort()
    return changes


def _end_of(part: ReportPart) -> str:
    return own_part_of("", part.value.name.en)


def _own_of(part: ReportPart, folder: Path) -> dict[str, str]:
    return {path_from(folder, name): digest for name, digest in part.hashes().items()}


def compare_inputs(
    folder: Path, definition: Definition, manifest: Manifest, built: Path, inputs: Inputs
) -> InputChanges:
    """Compare a report with what a set was made from; a query is asked again.

    Args:
        folder: The report's folder.
        definition: As it is now.
        manifest: Of a set made from the report, or for one of its values.
        built: The folder of the set.
        inputs: What the report may be read from.
    """
    if definition.report.for_each:
        return _compare_part(folder, definition, manifest, built, inputs)
    changes, now = InputChanges(built, folder), definition.report
    here, then = (report.with_places_from(folder) for report in (now, manifest.content.report))
    _compare_definitions(folder, now, manifest, inputs, changes)
    rows = {path_from(folder, rows_name(folder, where)) for where in (here.facts, then.facts)}
    files = {name: digest for name, digest in manifest.inputs.items() if name not in rows}
    _compare_files(folder, _files_of(folder, now, files, inputs), files, inputs, changes)
    changes.differences.sort()
    if here.facts == then.facts and (name := rows_name(folder, now.facts)):
        recorded = manifest.inputs.get(path_from(folder, name))
        anchors = anchors_of(now, manifest.content.sources)
        _compare_rows((folder, now.facts, name), recorded, inputs, changes, anchors)
    return changes


def _compare_definitions(
    folder: Path, now: ReportDefinition, manifest: Manifest, inputs: Inputs, changes: InputChanges
) -> None:
    """Compare what report.yaml says now with what it said then."""
    here, then = (report.with_places_from(folder) for report in (now, manifest.content.report))
    # A theme that a command named says nothing of the report; files of themes are inputs.
    named = tuple(theme_name(report.theme, folder) for report in (here, then))
    by_command = isinstance(then.theme, ThemeDefinition) and not then.theme.named
    now_said, then_said = (
        report.model_dump(exclude={"theme", "template"}) for report in (here, then)
    )
    if now_said != then_said or (named[0] != named[1] and not by_command):
        path = folder / REPORT_FILE
        changes.differ(str(path), manifest.inputs.get(REPORT_FILE, _NONE), _hash(path, inputs))


def _files_of(
    folder: Path, now: ReportDefinition, recorded: Mapping[str, str], inputs: Inputs
) -> set[Path]:
    """The files that a set of a report would be made from now."""
    there = {folder / now.views, *(folder / "sources").glob("*.yaml")}
    there |= template_files(folder) if now.one_pagers else set()
    try:
        facts = fact_files(folder, now.facts, inputs)
    except NotReachedError:  # which is told of the files that are known
        facts = set()
    named = {path_from(folder, str(path)) for path in facts}
    if named & recorded.keys():  # else they were given by a caller
        there |= facts
    return there


def _compare_files(
    folder: Path,
    there: Iterable[Path],
    recorded: Mapping[str, str],
    inputs: Inputs,
    changes: InputChanges,
) -> None:
    """Compare the files that a set was made from, and find those that have come since."""
    new = {path_from(folder, str(path)) for path in there if path.is_file()} - recorded.keys()
    # Who e-mails the report makes no difference to what was built, and is often added later.
    for name in sorted({*recorded, *new} - {REPORT_FILE}):
        path = folder / name
        if name.startswith(_TEXTS) and not path.is_file():
            continue
        try:
            inputs.demand_path(path)
            found = _hash(path, inputs)
        except NotReachedError as error:
            changes.leave_open(str(path), error.fault)
            continue
        if found != (expected := recorded.get(name, _NONE)):
            changes.differ(str(path), expected, found)


def _hash(path: Path, inputs: Inputs) -> str:
    """The SHA-256 of a file as it is now, or why it has none.

    Raises:
        NotReachedError: It may not be read.
    """
    try:
        with inputs.open(path):
            return inputs.hashes[str(path)]
    except FileNotFoundError:
        return MISSING
    except NotReachedError:
        raise
    except InputError as error:
        return error.fault.wrong


def _compare_rows(
    asked: tuple[Path, Where | None, str],
    recorded: str | None,
    inputs: Inputs,
    changes: InputChanges,
    anchors: Anchors,
) -> None:
    """Ask a query again, or read anew what a URL gives, and compare the hash of the rows."""
    folder, where, name = asked
    if recorded is None:
        wrong = "what its rows were is not in the manifest"
        changes.leave_open(name, Fault(wrong, "build it again"))
        return
    refused = len(inputs.refused)
    try:
        batches = read_written(folder, where, inputs, anchors)
        problems = [problem for _, of_batch in batches for problem in of_batch]
    except SetupError as error:
        changes.setup = error
        changes.leave_open(name, error.faults[0])
        return
    if len(inputs.refused) > refused:
        changes.leave_open(name, Fault(problems[0].wrong, problems[0].right))
    elif problems:
        changes.differ(name, "rows", problems[0].wrong, _ANSWER)
    elif inputs.hashes[name] != recorded:
        changes.differ(name, recorded, inputs.hashes[name], _ROWS_HASH)
