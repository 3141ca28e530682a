"""Whether a report is still what a set was made from."""

from pathlib import Path

from exporter.facts.read import fact_files
from exporter.inputs.opened import InputError, Inputs
from exporter.inputs.remembered import refusal
from exporter.proof.difference import MISSING, Difference
from exporter.proof.manifest import Manifest
from exporter.report.definition import REPORT_FILE, ReportDefinition, read_definition

_TEXTS = "sources/text/"  # stay on the machine where they are; elsewhere they are missed by nobody


def changed_inputs(
    folder: Path, now: ReportDefinition, manifest: Manifest, inputs: Inputs
) -> set[Path]:
    """The files of a report that are no more what the manifest was made from.

    Args:
        folder: The report's folder.
        now: Its definition as it is now.
        manifest: Of a set made from the report.
        inputs: What the report may be read from.
    """
    known = {
        folder / name: digest
        for name, digest in manifest.inputs.items()
        if not name.startswith(_TEXTS) or (folder / name).is_file()
    }
    # Who e-mails the report makes no difference to what was built, and is often added later.
    known.pop(folder / REPORT_FILE, None)
    changed = {path for path, digest in known.items() if _hash(path, inputs) != digest}
    if now.model_dump() != manifest.content.report.model_dump():
        changed.add(folder / REPORT_FILE)
    facts = fact_files(folder, now.facts, inputs)
    if facts & known.keys():  # else they were given by a caller, or come from a database
        changed |= facts - known.keys()
    others = {folder / now.views, *(folder / "sources").glob("*.yaml")}
    return changed | {path for path in others - known.keys() if path.is_file()}


def input_differences(folder: Path, manifest: Manifest, inputs: Inputs) -> list[Difference]:
    """What of a report is not what a set was made from.

    Args:
        folder: The report's folder.
        manifest: Of the set.
        inputs: What the report may be read from.

    Raises:
        UsageError: The folder is no report.
        ContentError: Its report.yaml is not whole, or reaches for what is not allowed.
    """
    definition, problems = read_definition(folder, inputs)
    if definition is None or problems:
        raise refusal(folder, problems, inputs)
    changed = sorted(changed_inputs(folder, definition.report, manifest, inputs))
    return [_difference(path, folder, manifest, inputs) for path in changed]


def _difference(path: Path, folder: Path, manifest: Manifest, inputs: Inputs) -> Difference:
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
    recorded = manifest.inputs.get(name, "none: it was not there")
    return Difference(str(path), "", "SHA-256", recorded, _hash(path, inputs) or MISSING)


def _hash(path: Path, inputs: Inputs) -> str:
    """The SHA-256 of a file as it is now; "" where it is none that may be read."""
    try:
        with inputs.open(path):
            return inputs.hashes[str(path)]
    except (FileNotFoundError, InputError):
        return ""
