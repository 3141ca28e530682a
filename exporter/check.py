"""Facts and evidence of a whole report, with every problem there is."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.progress import Progress, silent, watched
from exporter.errors import (
    MOST_REPORTED,
    Doubt,
    FirstProblems,
    NotAllowedError,
    Problem,
    SetupError,
)
from exporter.evidence.check import CHECKED, Evidence, EvidenceCheck
from exporter.evidence.claims import FigureState, QuoteState
from exporter.evidence.conventions import Currencies
from exporter.evidence.own_quotes import OwnQuotes
from exporter.evidence.quotes import verify_quote
from exporter.evidence.sources import Source, doubts_of_texts, read_sources
from exporter.evidence.unit_signs import settle_units
from exporter.facts.fact_set import FactSet, RowsAndProblems, collect
from exporter.facts.flat.row_order import UNORDERED, is_ordered
from exporter.facts.halves import Halves
from exporter.facts.parse import FactParser
from exporter.facts.read import USUAL_PLACES, fact_files, read_written, written_from
from exporter.facts.reading import Anchors
from exporter.facts.review_marks import ReviewMarks
from exporter.facts.same_faults import FirstFaults, told_once
from exporter.facts.table import WRITTEN
from exporter.facts.views import View, check_views, read_views, views_beside_facts
from exporter.facts.where import SqlQuery, Where, is_url, place_of
from exporter.facts.words import LANGUAGES, Bilingual
from exporter.inputs.opened import InputError, Inputs
from exporter.inputs.places import parse_allowed
from exporter.inputs.remembered import inputs_of, limits_of, read_config, refusal
from exporter.report.appearances import doubts_of_facts, doubts_of_report
from exporter.report.conventions import read_conventions
from exporter.report.definition import (
    REPORT_FILE,
    Definition,
    ReportDefinition,
    named_facts,
    read_definition,
)
from exporter.report.edition import doubts_of_dates, doubts_of_periods
from exporter.report.fact_defaults import facts_as_said, known_names
from exporter.report.headings import check_headings
from exporter.report.html.pictures import doubts_of_pictures
from exporter.report.landings import doubts_of_links
from exporter.report.references import (
    Referred,
    check_brokers,
    check_references,
    named_in_english,
)


class Accepted(NamedTuple):
    """A fact or a view that an analyst answers for: where it is written, its id, and why."""

    file: str
    line: int
    id: str
    reason: Bilingual

    def __str__(self) -> str:
        """As a line: `facts.yaml:12: deliveries: the reason`."""
        return str(Problem(self.file, self.line, self.id, self.reason.en, ""))


@dataclass(frozen=True, slots=True, repr=False)
class CheckedReport:
    """A report as the check left it.

    Attributes:
        folder: As the user named it.
        definition: None where report.yaml is not whole.
        evidence: The facts with the check's verdicts.
        problems: What keeps the report from being built, in order of file and line, that of the
            records of sources first.
        doubts: What is told and not refused: figures in names, titles and translations that nobody
            but a reader can judge; what looks like something else; and under `evidence: optional`
            what is not proved, and printed with a mark.
        inputs: What it was read from: the hashes of files, as they were read.
        to_review: The facts and views that a person has still to look at.
    """

    folder: Path
    definition: Definition | None
    views: tuple[View, ...]
    sources: dict[str, Source]
    evidence: Evidence
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]
    inputs: Inputs
    to_review: ReviewMarks

    def __repr__(self) -> str:
        """In a line, for notebooks: `<CheckedReport desk: 90 facts, 3 views, 0 problems, …>`."""
        counts = {
            "facts": self.evidence.facts.num_rows,
            "views": len(self.views),
            "problems": len(self.problems),
            "doubts": len(self.doubts),
        }
        told = ", ".join(f"{count:,} {what}" for what, count in counts.items())
        return f"<CheckedReport {self.folder}: {told}>"

    @property
    def report(self) -> ReportDefinition:
        """The definition of a report that can be built.

        Raises:
            ContentError: There are problems; all of them.
            NotAllowedError: The same, and the report reaches for what nobody has allowed it.
        """
        if self.problems or self.definition is None:
            raise refusal(self.folder, self.problems, self.inputs)
        return self.definition.report

    @property
    def remedy(self) -> str:
        """What to paste so that the report may reach what it names; "" where it may."""
        error = refusal(self.folder, self.problems, self.inputs) if self.problems else None
        return error.remedy if isinstance(error, NotAllowedError) else ""

    def accepted(self) -> Iterator[Accepted]:
        """What an analyst answers for: the first MOST_REPORTED facts, and the views."""
        state = FigureState.ACCEPTED
        names = ("file", "line", "id", "accept.en", "accept.zh")
        facts = self.evidence.facts.where(lambda batch: pc.equal(batch["figure_state"], state))
        for row in facts.slice(0, MOST_REPORTED).table().select(names).to_pylist():
            file, line, id_, *reason = (row[name] for name in names)
            yield Accepted(file, line, id_, Bilingual(*reason))
        chosen = set(self.evidence.accepted_views())
        for view in self.views:
            if view.id in chosen and view.accept is not None:
                yield Accepted(view.file, view.line, view.id, view.accept)


def check(
    folder: Path | str,
    facts: object = None,
    progress: Progress = silent,
    allow: Sequence[str] = (),
) -> CheckedReport:
    """Read a report and check its facts and evidence, without writing anything.

    Args:
        folder: The report's folder.
        facts: Facts to take instead of the report's own: whatever `read_facts` takes.
        progress: Told how many facts have been checked.
        allow: What the report may reach outside its folder: `path:/data`, `host:db.example:5432`,
            `env:DESK_PASSWORD`; besides what is remembered for it.

    Raises:
        UsageError: The folder is no report, or `allow` says nothing that can be allowed.
        SetupError: A file cannot be read, or a database not reached.
    """
    folder = Path(folder)
    with _readable():
        inputs = inputs_of(folder, allow)
        definition, problems = read_definition(folder, inputs)
        views, of_views = _read_views(folder, definition, inputs)
        sources, of_sources = read_sources(folder / "sources", str(folder / "sources"), inputs)
        report = definition.report if definition else None
        path = folder / REPORT_FILE
        conventions = report.conventions if report else read_conventions(path, inputs)
        currencies = partial(conventions.currencies, sources=sources)
        anchors = anchors_of(report, sources)
        faulty = {Path(problem.file).stem for problem in of_sources} - sources.keys()
        where: Where | None = None
        if definition and facts is None:
            known = known_names(definition.report, {*sources, *faulty})
            anchors = replace(anchors, known=known)
            where, of_defaults = facts_as_said(definition, {*sources, *faulty})
            problems += of_defaults
        written = _written(folder, (definition, where), facts, inputs, anchors)
        stream = _FactStream(written, definition, currencies)
        with EvidenceCheck(sources, conventions=conventions, faulty=faulty) as evidence_check:
            entities = [entity.name.en for entity in report.entities] if report else []
            own = OwnQuotes(sources)
            views = list(map(own.of_view, views))
            batches = evidence_check.check(_counted(own.of_facts(stream.facts()), progress))
            evidence = evidence_check.finish(collect(batches, entities, CHECKED), views)
    if definition:
        problems += _of_references(definition, views, stream)
        if not of_views:
            problems += check_brokers(definition, views)
    stream.to_review.take_views(views)
    stream.halves.take_views(views)
    problems += [*stream.problems, *of_views, *stream.to_review.problems(folder)]
    optional = definition is not None and definition.report.evidence == "optional"
    refused = list(evidence.without_source if optional else evidence.problems)
    doubts = dict.fromkeys((*evidence.doubts, *(evidence.problems if optional else ())))
    for problem in refused:
        doubts.pop(problem, None)
    doubts |= dict.fromkeys((*stream.doubts, *stream.halves.doubts()))
    doubts |= dict.fromkeys(_doubts_of_query(where if facts is None else facts))
    if definition:
        quotes = stream.referred.quotes()
        doubts |= dict.fromkeys(check_headings(definition, views, quotes, evidence.names))
        doubts |= dict.fromkeys(doubts_of_report(definition, views, sources))
        edition = definition.report.edition
        doubts |= dict.fromkeys(doubts_of_dates(edition, views, sources))
        doubts |= dict.fromkeys(doubts_of_texts(sources))
        doubts |= dict.fromkeys(doubts_of_links(definition.report, evidence, views, sources))
        doubts |= dict.fromkeys(doubts_of_pictures(definition.report, evidence, views, sources))
    return CheckedReport(
        folder,
        definition,
        tuple(views),
        sources,
        evidence,
        # What is wrong with a source stands before what follows from it.
        (*_in_order(of_sources), *_in_order(problems + refused)),
        _in_order(doubts),
        inputs,
        stream.to_review,
    )


def unquoted_facts(folder: Path, source: str, allow: Sequence[str] = ()) -> list[str]:
    """The ids of a report's facts whose quotes are not in a source that they name.

    Raises:
        UsageError, SetupError: As `check` does.
    """
    facts = check(folder, allow=allow).evidence.facts
    found = facts.where(
        lambda batch: pc.and_(
            pc.equal(batch["source"], source),
            pc.not_equal(batch["quote_state"], str(QuoteState.VERIFIED)),
        )
    )
    ids: list[str] = found.table()["id"].to_pylist()
    return ids


def _counted(facts: Iterable[pa.Table], progress: Progress) -> Iterator[pa.Table]:
    what = "checking facts and quotes"
    return watched(facts, lambda batch: batch.num_rows, lambda done: progress(what, done))


def _doubts_of_query(place: object) -> Iterator[Problem]:
    """A query whose rows may come in another order each time."""
    if isinstance(place, SqlQuery) and not is_ordered(place.sql):
        yield place.reading.problem(("sql",), UNORDERED, type(place).__name__)


def _of_references(
    definition: Definition, views: Sequence[View], stream: "_FactStream"
) -> Iterator[Problem]:
    """What does not hold of the facts that a report refers to, and of the entities of its facts."""
    faulty = {problem.subject for problem in stream.problems}
    if "" not in faulty:  # else whole files may be missing, and what refers to them is sound
        yield from stream.misplaced
        yield from check_references(definition, views, stream.referred, faulty)


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
    with _readable():
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
            written = iter(()) if problems else _written(folder, said, None, inputs, anchors)
        else:
            inputs, problems = Inputs((), parse_allowed(allow), limits_of(read_config())), []
            written = _from_hand(source, inputs)
        stream = _FactStream(written, None)
        facts = collect(stream.facts())
    if problems := [*problems, *stream.problems, *stream.to_review.problems(folder)]:
        raise refusal(folder or Path(), _in_order(problems), inputs)
    return facts


def anchors_of(report: ReportDefinition | None, sources: Mapping[str, Source]) -> Anchors:
    """What a report knows of its facts before it reads them."""

    def is_quoted(source: str, quote: str) -> bool:
        known = sources.get(source)
        return known is not None and bool(verify_quote(quote, known, brief=True).spans)

    if report is None:
        return Anchors(is_quoted)
    names = frozenset(entity.name.en for entity in report.entities)
    return Anchors(is_quoted, names, report.languages)


def _written(
    folder: Path,
    said: tuple[Definition | None, Where | None],
    facts: object,
    inputs: Inputs,
    anchors: Anchors,
) -> Iterator[RowsAndProblems]:
    """The facts; where report.yaml is not whole, those of the usual places, if there are any.

    But where it names another place, what lies in these is none of the report's.
    """
    if facts is not None:
        return _from_hand(facts, inputs)
    definition, where = said
    if definition is None:
        named = named_facts(folder / REPORT_FILE, inputs)
        places = USUAL_PLACES if named is None else [named] if named in USUAL_PLACES else ()
        if not any(os.path.lexists(folder / name) for name in places):
            return iter(())
    if definition and (outside := _outside(definition, "facts", folder, inputs)):
        return iter([(WRITTEN.empty_table(), outside)])
    return read_written(folder, where, inputs, anchors)


def _outside(definition: Definition, key: str, folder: Path, inputs: Inputs) -> list[Problem]:
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


class _FactStream:
    """Facts on their way from what is written to the check, and what is learnt of them.

    Attributes:
        problems: What keeps facts from being whole.
        misplaced: Problems of facts about entities that are none of the report's.
        doubts: What in the texts of facts looks like something else; periods still to come.
        referred: What is known of the facts, for those who refer to them.
        to_review: The facts that are marked `review:`.
        halves: The facts with texts in one language alone.
    """

    def __init__(
        self,
        written: Iterator[RowsAndProblems],
        definition: Definition | None,
        currencies: Callable[[str], Currencies] | None = None,
    ) -> None:
        entities = definition.report.entities if definition else ()
        self._written, self._currencies = named_in_english(written, entities), currencies
        self.to_review = ReviewMarks()
        self.halves = Halves(definition.report.languages if definition else LANGUAGES)
        self._year_ends = definition.report.conventions.year_ends if definition else None
        self._names = definition.report.names if definition else ()
        self._edition = definition.report.edition if definition else None
        self._first_misplaced, self._first_doubts = FirstFaults(), FirstProblems()
        self._first_later = FirstProblems()
        self.doubts: list[Problem] = []
        self.problems: list[Problem] = []
        self.misplaced: list[Problem] = []
        self.referred = Referred(definition)

    def facts(self) -> Iterator[pa.Table]:
        """The facts that are whole, batch by batch."""
        for parsed, problems in FactParser(self._year_ends).parse(self._seen()):
            self.problems += (told for told in problems if not isinstance(told, Doubt))
            self.doubts += (told for told in problems if isinstance(told, Doubt))
            facts = settle_units(parsed, self._currencies) if self._currencies else parsed
            self.referred.take(facts)
            self.misplaced += self._first_misplaced.take(self.referred.misplaced(facts))
            self.doubts += self._first_doubts.take(doubts_of_facts(facts, self._names))
            if self._edition:
                later = doubts_of_periods(self._edition, facts, self._year_ends or {})
                self.doubts += self._first_later.take(later)
            if facts.num_rows:
                yield facts

    def _seen(self) -> Iterator[RowsAndProblems]:
        """The facts as they are written, looked at before anything is made of them."""
        for written, problems in self._written:
            self.to_review.take(written)
            self.halves.take(written)
            yield written, problems


def _read_views(
    folder: Path, definition: Definition | None, inputs: Inputs
) -> tuple[list[View], list[Problem]]:
    """The views of a report: of the file for them, and those that stand beside facts."""
    path = folder / (definition.report.views if definition else "views.yaml")
    beside = _fact_files(folder, definition, inputs)
    views, problems = views_beside_facts(beside, inputs)
    if definition and (outside := _outside(definition, "views", folder, inputs)):
        return [], outside
    if path not in beside and os.path.lexists(path):
        of_file, more = read_views(path, str(path), inputs)
        views, problems = of_file + views, more + problems
    elif not (views or problems) and definition and definition.report.one_pagers:
        wrong = "the views of the one-pager are missing"
        problems.append(Problem(str(path), 0, "", wrong, "write them there"))
    return views, problems + check_views(views)


def _fact_files(folder: Path, definition: Definition | None, inputs: Inputs) -> list[Path]:
    """The files with a report's facts, in order; what keeps one from them, their reader tells."""
    if definition is None or _outside(definition, "facts", folder, replace(inputs, refused=[])):
        return []
    try:
        return sorted(fact_files(folder, definition.report.facts, replace(inputs, refused=[])))
    except InputError:
        return []


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    told = told_once(dict.fromkeys(problems))
    return tuple(sorted(told, key=lambda problem: (problem.file, problem.line)))


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        wrong = f"{error.filename} cannot be read: {error.strerror}"
        raise SetupError(wrong, "check the path and permissions") from error
