"""Facts and evidence of a whole report, with every problem there is.

opened.py       a report read as far as its facts
facts.py        facts of a report, or from a caller's hand; views.py: its views
parted.py       a report for many, read once and parted among its values; many_values.py:
                which there are
part.py         what is one value's; owners.py: whose a view is, and whose a problem;
                owned_rows.py: rows by whose they are
fact_stream.py  facts on their way to the check, and what is learnt of them
stated.py       a report as it states its facts, whether or not its evidence holds
told.py         what is told of it all: problems and doubts
checked.py      the report as the check left it; built.py: and as it was built
shown.py        both as a notebook shows them

What judges evidence is imported where it is used: who only reads what a report states goes without.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from exporter.check.fact_stream import FactStream
from exporter.check.facts import anchors_of, read_facts, readable, written_of
from exporter.check.opened import OpenedReport, open_report
from exporter.check.part import ReportPart
from exporter.check.stated import stated_in
from exporter.check.views import views_of
from exporter.engine.progress import Progress, silent, watched
from exporter.facts.fact_set import RowsAndProblems, collect
from exporter.facts.views import View
from exporter.report.fact_defaults import facts_as_said, known_names

if TYPE_CHECKING:
    from exporter.check.checked import Accepted, CheckedReport
    from exporter.evidence.found import Evidence

__all__ = [
    "Accepted",
    "CheckedReport",
    "anchors_of",
    "check",
    "read_facts",
    "unquoted_facts",
    "written_facts",
]


def check(
    folder: Path | str,
    facts: object = None,
    progress: Progress = silent,
    allow: Sequence[str] = (),
    theme: str = "",
    part: ReportPart | None = None,
) -> "CheckedReport":
    """Read a report and check its facts and evidence, without writing anything.

    Args:
        folder: The report's folder.
        facts: Facts to take instead of the report's own: whatever `read_facts` takes.
        progress: Told how many facts have been checked.
        allow: What the report may reach outside its folder: `path:/data`, `host:db.example:5432`,
            `env:DESK_PASSWORD`; besides what is remembered for it.
        theme: The name or the path of a theme to take instead of the report's own; "" for that.
        part: What is one value's, of a report for many (`for_each:`), which is then checked alone.

    Raises:
        UsageError: The folder is no report, `allow` says nothing that can be allowed, or `theme`
            is none.
        SetupError: A file cannot be read, or a database not reached.
    """
    from exporter.check.checked import CheckedReport
    from exporter.check.told import doubts_of, problems_of

    folder = Path(folder)
    with readable():
        opened, stream, said = stated_in(open_report(folder, facts, allow, theme, part))
        evidence = _evidence_of(opened, stream, said, progress)
    stream.to_review.take_views(opened.views)
    stream.halves.take_views(opened.views)
    return CheckedReport(
        folder,
        opened.definition,
        tuple(opened.views),
        opened.sources,
        evidence,
        problems_of(opened, stream, evidence),
        doubts_of(opened, stream, evidence),
        opened.inputs,
        stream.to_review,
        stream.carried,
        is_part=part is not None,
    )


def written_facts(checked: "CheckedReport") -> Iterator[RowsAndProblems]:
    """The facts of a report that has been checked, as they are written: its own, read once more."""
    definition, where = checked.definition, None
    anchors = anchors_of(definition.report if definition else None, checked.sources)
    if definition:
        known = known_names(definition.report, checked.sources)
        anchors = replace(anchors, known=known)
        where, _ = facts_as_said(definition, checked.sources)
    return written_of(checked.folder, (definition, where), None, checked.inputs, anchors)


def written_views(checked: "CheckedReport") -> list[View]:
    """The views of a report that has been checked, as they are written: read once more."""
    return views_of(checked.folder, checked.definition, checked.inputs)[0]


def unquoted_facts(folder: Path, source: str, allow: Sequence[str] = ()) -> list[str]:
    """The ids of a report's facts that quote a source, or quote it further, and not its words.

    Raises:
        UsageError, SetupError: As `check` does.
    """
    from exporter.evidence.claims import QuoteState
    from exporter.evidence.further_sources import all_quotes

    ids: list[str] = []
    for batch in check(folder, allow=allow).evidence.facts.batches():
        quotes = all_quotes(batch)
        unquoted = pc.and_(
            pc.equal(quotes["source"], source),
            pc.not_equal(quotes["quote_state"], str(QuoteState.VERIFIED)),
        )
        ids += quotes["id"].filter(unquoted).to_pylist()
    return list(dict.fromkeys(ids))


def _evidence_of(
    opened: OpenedReport, stream: FactStream, facts: Iterator[pa.Table], progress: Progress
) -> "Evidence":
    """What the check says of all facts and views."""
    from exporter.evidence.check import CHECKED, EvidenceCheck

    report, conventions = opened.report, opened.conventions
    entities = [entity.name.en for entity in report.entities] if report else []
    with EvidenceCheck(opened.sources, conventions=conventions, faulty=opened.faulty) as judged:
        batches = judged.check(_counted(facts, progress))
        collected = collect(batches, entities, CHECKED)
        return judged.finish(collected, opened.views, stream.missing, stream.refused)


def _counted(facts: Iterable[pa.Table], progress: Progress) -> Iterator[pa.Table]:
    what = "checking facts and quotes"
    return watched(facts, lambda batch: batch.num_rows, lambda done: progress(what, done))


def __getattr__(name: str) -> Any:
    if name in {"Accepted", "CheckedReport"}:
        return getattr(import_module("exporter.check.checked"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
