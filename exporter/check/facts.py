"""Facts of a report, of its own or from a caller's hand, as they are written."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from exporter.check.fact_stream import FactStream
from exporter.engine.arrow import empty_table
from exporter.errors import Problem, SetupError
from exporter.evidence.quotes import verify_quote
from exporter.evidence.source_files import read_sources
from exporter.evidence.sources import Source
from exporter.facts.calculation import calculate
from exporter.facts.fact_set import FactSet, RowsAndProblems, collect
from exporter.facts.halves import Halves
from exporter.facts.read import USUAL_PLACES, read_written, written_from
from exporter.facts.reading import Anchors
from exporter.facts.same_faults import in_order
from exporter.facts.table import WRITTEN
from exporter.facts.where import Where, is_url, place_of
from exporter.inputs.opened import InputError, Inputs
from exporter.inputs.places import parse_allowed
from exporter.inputs.remembered import inputs_of, limits_of, read_config, refusal
from exporter.report.definition import Definition, ReportDefinition
from exporter.report.fact_defaults import facts_as_said
from exporter.report.many import is_for_many
from exporter.report.report_file import REPORT_FILE, named_facts, read_definition


def read_facts(source: object, allow: Sequence[str] = ()) -> FactSet:
    """Facts from anywhere, as a set that `build` and `check` take and that gives DataFrames.

    Args:
        source: A report's folder; a file, folder or URL of facts (YAML, CSV, XLSX, Parquet); a
            SqlQuery; a pandas DataFrame, or an Arrow table, reader or sequence of batches.
        allow: What may be reached beyond what `source` names, as for `check`.

    Raises:
        ContentError: Some are at fault; every problem.
        UsageError: `allow` says nothing that can be allowed.
        SetupError: A file cannot be read, or a database not reached.
    """
    folder = Path(source) if isinstance(source, str | Path) else None
    is_report = folder is not None and (folder / REPORT_FILE).is_file()
    with readable():
        if folder and is_report:
            inputs = inputs_of(folder, allow)
            definition, problems = read_definition(folder, inputs)
            sources, _ = read_sources(folder / "sources", str(folder / "sources"), inputs)
            anchors = anchors_of(definition.report if definition else None, sources)
            where = None
            if definition:
                where, of_defaults = facts_as_said(definition, None)
                problems += of_defaults
            said = definition, where
            written = iter(()) if problems else written_of(folder, said, None, inputs, anchors)
        else:
            inputs, problems = Inputs((), parse_allowed(allow), limits_of(read_config())), []
            written = _from_hand(source, inputs)
        stream = FactStream(written, None)
        if is_report and definition:
            stream.halves = Halves(definition.report.languages)
        facts = collect(stream.facts())
    calculation = calculate(facts, stream.missing)
    of_facts = [*stream.problems, *stream.halves.problems(), *calculation.problems]
    if problems := [*problems, *of_facts, *stream.to_review.problems(folder)]:
        raise refusal(folder or Path(), in_order(problems), inputs)
    return calculation.filled(facts)


def anchors_of(report: ReportDefinition | None, sources: Mapping[str, Source]) -> Anchors:
    """What a report knows of its facts before it reads them."""

    def is_quoted(source: str, quote: str) -> bool:
        known = sources.get(source)
        return known is not None and bool(verify_quote(quote, known, brief=True).spans)

    if report is None:
        return Anchors(is_quoted)
    names = frozenset(entity.name.en for entity in report.entities)
    return Anchors(is_quoted, names, report.languages)


def written_of(
    folder: Path,
    said: tuple[Definition | None, Where | None],
    facts: object,
    inputs: Inputs,
    anchors: Anchors,
) -> Iterator[RowsAndProblems]:
    """The facts; where report.yaml is not whole, those of the usual places, if there are any."""
    if facts is not None:
        return _from_hand(facts, inputs)
    definition, where = said
    if definition is None and not lies_in_usual_place(folder, inputs):
        return iter(())
    if definition and (leading_out := outside(definition, "facts", folder, inputs)):
        return iter([(empty_table(WRITTEN), leading_out)])
    return read_written(folder, where, inputs, anchors)


def lies_in_usual_place(folder: Path, inputs: Inputs) -> bool:
    """Whether facts of a report whose report.yaml is not whole lie where facts usually do.

    Where it names another place, what lies there is none of the report's; and facts of a report
    for many cannot be read as long as nobody knows whose they are.
    """
    if is_for_many(folder):
        return False
    named = named_facts(folder / REPORT_FILE, inputs)
    places = USUAL_PLACES if named is None else [named] if named in USUAL_PLACES else ()
    return any(os.path.lexists(folder / name) for name in places)


def outside(definition: Definition, key: str, folder: Path, inputs: Inputs) -> list[Problem]:
    """What is wrong with a path in report.yaml that leads out, to where nobody has allowed it.

    One that leads out by a link is told by whoever reads it.
    """
    place = place_of(getattr(definition.report, key))
    if not isinstance(place, str) or is_url(place) or not _is_outside(Path(place)):
        return []
    try:
        inputs.demand_path(folder / place)
    except InputError as error:
        wrong = f"`{key}` leads out of the report's folder"
        right = f"name a file or folder in it, or {error.fault.right}"
        return [definition.problem((key,), wrong, right)]
    return []


def _is_outside(path: Path) -> bool:
    return path.is_absolute() or ".." in path.parts


def _from_hand(facts: object, inputs: Inputs) -> Iterator[RowsAndProblems]:
    if isinstance(facts, FactSet):
        return written_from(facts.batches(), "facts", inputs)
    return written_from(facts, type(facts).__name__, inputs)


@contextmanager
def readable() -> Iterator[None]:
    """Tell a file that the system does not let one read as what the environment lacks."""
    try:
        yield
    except OSError as error:
        wrong = f"{error.filename} cannot be read: {error.strerror}"
        raise SetupError(wrong, "check the path and permissions") from error
