"""Whether a set of files is what would be built now: then it is left as it is.

It is where its manifest was made by this exporter with the same libraries, from the same inputs and
in the same look, and where every file has the hash that the manifest names. What only a build can
tell, such as a font of the machine that has changed, is left to `verify`.
"""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporter.check.part import ReportPart
from exporter.errors import ExporterError
from exporter.evidence.documents_at_hand import text_file
from exporter.facts.where import path_from
from exporter.files import settle
from exporter.inputs.opened import InputError, Inputs
from exporter.inputs.remembered import inputs_of
from exporter.proof.manifest import MANIFEST, digest, file_hash, read_json, read_manifest
from exporter.proof.manifest.maker import this_maker
from exporter.report.own_template import template_files
from exporter.report.report_file import REPORT_FILE
from exporter.report.themes.read import read_theme, theme_place
from exporter.verify.inputs import read_and_compare

if TYPE_CHECKING:
    from exporter.batch.job import Job


def is_up_to_date(job: "Job", part: ReportPart | None) -> bool:
    """Whether nothing has to be built.

    Args:
        job: What is to be built.
        part: What of a report for many is the value's; None for a report for one.
    """
    output, report = Path(job.output), Path(job.report)
    path = output / MANIFEST
    if not path.is_file():
        return False
    settle(output)
    # A manifest that cannot be read, or of another shape, is of no set that would be built now.
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError, ExporterError):
        said = read_json(path)
        if said["sha256"] != digest(said) or said.get("since"):
            return False
        if not (
            _is_of_this_maker(said) and _is_in_this_look(said, job) and _is_whole(said, output)
        ):
            return False
        inputs = inputs_of(report, job.allow)
        if part:
            return _has_these_inputs(said, report, part, inputs)
        changes = read_and_compare(report, read_manifest(path), output, inputs)
        return not changes.differences and not changes.unproved
    return False


def _is_of_this_maker(said: dict[str, Any]) -> bool:
    code, versions = _maker()
    return bool(said["code"] == code and versions.items() <= said["versions"].items())


@cache
def _maker() -> tuple[str, dict[str, str]]:
    maker = this_maker({}, {})
    return maker.code, dict(maker.versions)


def _is_in_this_look(said: dict[str, Any], job: "Job") -> bool:
    """Whether languages and theme are those that are asked for."""
    definition = said["definition"]
    every = definition.get("languages", [])
    if said["languages"] != [lang for lang in every if not job.languages or lang in job.languages]:
        return False
    theme = definition.get("theme")
    if not job.theme:
        return theme is None or bool(theme.get("named"))  # else a command had named it
    return bool(theme == _theme(job.theme, job.report))


def _theme(named: str, report: str) -> Any:
    place = theme_place(named, (Path(), Path(report)), Inputs.of(Path(report)))
    theme, _ = read_theme(place)
    return theme and theme.model_dump(mode="json", exclude_none=True)


def _is_whole(said: dict[str, Any], output: Path) -> bool:
    """Whether every file is as it was written."""
    return all(file_hash(output / name) == hash_ for name, hash_ in said["outputs"].items())


def _has_these_inputs(said: dict[str, Any], report: Path, part: ReportPart, inputs: Inputs) -> bool:
    """Whether a value's facts and views, and the files that it was made from, are the same."""
    recorded: dict[str, str] = said["inputs"]
    own = {path_from(report, name): hash_ for name, hash_ in part.hashes().items()}
    if not own.items() <= recorded.items():
        return False
    sources, needed = report / "sources", {REPORT_FILE}
    for id_ in part.cited or ():
        needed.add(f"sources/{id_}.yaml")
        if text := text_file(sources, id_):
            needed.add(path_from(report, str(text)))
    if said["definition"].get("one_pagers"):
        own_look = filter(Path.is_file, template_files(report))  # maybe there is one since
        needed |= {path_from(report, str(file)) for file in own_look}
    if not needed <= recorded.keys():
        return False
    return all(
        _hash(report / name, inputs) == hash_ for name, hash_ in recorded.items() if name not in own
    )


def _hash(path: Path, inputs: Inputs) -> str:
    try:
        with inputs.open(path):
            return inputs.hashes[str(path)]
    except (OSError, InputError):
        return ""
