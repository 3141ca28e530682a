"""What a build was made from: the manifest of its files, which `verify` makes them again from."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.fact_set import FactSet
from exporter.facts.history import history_of
from exporter.facts.read import fact_files
from exporter.facts.table import FACTS, map_distinct
from exporter.facts.views import View
from exporter.facts.where import path_from
from exporter.facts.words import Lang
from exporter.inputs.opened import NotReachedError
from exporter.proof.manifest import Content, Manifest, file_hash
from exporter.proof.manifest.content import counted
from exporter.proof.manifest.maker import drawing_pictures, this_maker
from exporter.proof.manifest.pictures import pictures_of
from exporter.report.standing import with_current_facts

if TYPE_CHECKING:
    from exporter.check import CheckedReport
    from exporter.writers.pdf import DrawnWith  # with all that draws pages


def content_of(checked: "CheckedReport", languages: Sequence[Lang]) -> Content:
    """What the files are made from: places are named from the report's folder, texts left out.

    Raises:
        ContentError: A PDF of which pictures are wanted cannot be drawn.
    """
    from exporter.report.html.excerpts import without_texts
    from exporter.report.html.pictures import with_pictures

    evidence, report, folder = checked.evidence, checked.report, checked.folder
    shown = with_current_facts(report, history_of(evidence.facts))
    return Content(
        report.with_places_from(folder),
        tuple(languages),
        facts_from(evidence.facts, folder),
        views_from(checked.views, folder),
        with_pictures(
            shown,
            evidence,
            checked.views,
            without_texts(shown, evidence, checked.views, checked.sources),
            (folder / "sources", checked.inputs),
        ),
    )


def manifest_of(
    content: Content,
    checked: "CheckedReport",
    folder: Path,
    names: Sequence[str],
    drawn: "Sequence[DrawnWith]",
) -> Manifest:
    """What the manifest says of the files, once they are written."""
    report = checked.folder
    versions = {name: version for page in drawn for name, version in page.versions.items()}
    if any(pictures_of(content.sources)):
        versions |= drawing_pictures()
    fonts = {name: digest for page in drawn for name, digest in page.fonts.items()}
    return Manifest(
        content,
        {path_from(report, file): digest for file, digest in _inputs(checked).items()},
        {name: file_hash(folder / name) for name in names},
        counted(checked.evidence, checked.views),
        this_maker(versions, fonts),
    )


def facts_from(facts: FactSet, report: Path) -> FactSet:
    """Facts by the schema FACTS, whose files are named from the report's folder."""
    return facts.map(lambda batch: _from_report(batch, report), FACTS)


def views_from(views: Sequence[View], report: Path) -> tuple[View, ...]:
    """Views, whose files are named likewise."""
    return tuple(view.model_copy(update={"file": path_from(report, view.file)}) for view in views)


def _from_report(facts: pa.Table, report: Path) -> pa.Table:
    places = map_distinct(facts["file"], lambda file: path_from(report, file), pa.string())
    return facts.select(FACTS.names).set_column(FACTS.names.index("file"), "file", places)


def _inputs(checked: "CheckedReport") -> dict[str, str]:
    """The hash of every file that the report was made from, as it was read, and of a query's rows.

    Data in hand have none; of a report for many, it is that of what is one value's. Facts in hand
    that were read from the report's files before are told by what these are now.
    """
    inputs = checked.inputs
    named: set[str] = set()
    for batch in checked.evidence.facts.batches():
        named.update(pc.unique(batch["file"]).to_pylist())
    if not checked.is_part and not named & inputs.hashes.keys():
        with suppress(NotReachedError):
            kept = {str(path) for path in fact_files(checked.folder, checked.report.facts, inputs)}
            for file in kept if named & kept else ():
                with inputs.open(Path(file)):  # its hash is what is wanted
                    pass
    return dict(sorted(inputs.hashes.items()))
