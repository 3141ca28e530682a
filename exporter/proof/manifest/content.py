"""The content of a set, all that its files were made from, as JSON and back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, Field

from exporter.evidence.documents.model import Picture
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Excerpt, Source
from exporter.facts.fact_set import FactSet, collect
from exporter.facts.table import FACTS
from exporter.facts.views import View
from exporter.facts.words import Bilingual, Lang
from exporter.proof.manifest.earlier import row_of_today
from exporter.proof.manifest.facts_file import read_facts_file
from exporter.proof.manifest.pictures import picture_hash
from exporter.report.changes.since import Since
from exporter.report.definition import ReportDefinition

if TYPE_CHECKING:
    from exporter.evidence.found import Evidence

_DATE = FACTS.names.index("date")
_WRITTEN = FACTS.set(_DATE, pa.field("date", pa.string()))  # as JSON has them


@dataclass(frozen=True, slots=True)
class Content:
    """What a report's files were made from.

    Attributes:
        languages: The languages written.
        facts: By the schema FACTS; files are named from the report's folder. A table is taken as
            a set.
        sources: Without their texts; with excerpts where a text was at hand.
        since: What is known of an earlier edition, whose changes are shown; None for none.
    """

    report: ReportDefinition
    languages: tuple[Lang, ...]
    facts: FactSet
    views: tuple[View, ...]
    sources: Mapping[str, Source]
    since: Since | None = None

    def __post_init__(self) -> None:
        if isinstance(self.facts, pa.Table):
            object.__setattr__(self, "facts", collect([self.facts]))


class ExcerptRow(BaseModel):
    """An excerpt as the manifest writes it; what is empty is left out."""

    model_config = ConfigDict(extra="forbid", strict=True)

    source: str
    quote: str
    before: str = ""
    after: str = ""
    around: list[Annotated[tuple[str, str], Field(strict=False)]] = []
    words: list[Annotated[tuple[str, ...], Field(strict=False)]] = []
    picture: str = ""
    pages: list[int] = []


class DriftedRow(BaseModel):
    """A quote that was no more in its source's text."""

    model_config = ConfigDict(extra="forbid", strict=True)

    source: str
    quote: str


class SinceSaid(BaseModel):
    """An earlier edition as the manifest has it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    edition: Annotated[date, Field(strict=False)]
    entities: list[dict[Lang, str]]
    brokers: list[dict[Lang, str]]
    facts: list[dict[str, Any]]
    views: list[dict[str, Any]]
    told_facts: list[str]
    told_views: list[str]

    def read(self) -> Since:
        """What it says.

        Raises:
            ValueError: It cannot be.
        """
        return Since(
            self.edition,
            tuple(Bilingual(**name) for name in self.entities),
            tuple(Bilingual(**name) for name in self.brokers),
            _table(self.facts),
            tuple(View.model_validate(row) for row in self.views),
            tuple(self.told_facts),
            tuple(self.told_views),
        )


def since_said(since: Since) -> dict[str, Any]:
    """What is known of an earlier edition, as JSON."""
    return {
        "edition": since.edition.isoformat(),
        "entities": [name._asdict() for name in since.entities],
        "brokers": [name._asdict() for name in since.brokers],
        "facts": list(fact_rows(collect([since.facts]))),
        "views": [view_row(view) for view in since.views],
        "told_facts": list(since.told_facts),
        "told_views": list(since.told_views),
    }


def counted(evidence: "Evidence", views: Sequence[View]) -> dict[str, Any]:
    """What the check counted, for people."""
    further = evidence.further_states()
    return {
        "facts": evidence.facts.num_rows,
        "views": len(views),
        "quotes": evidence.quote_states(),
        "figures": evidence.figure_states(),
        **({"also_in": further} if any(further.values()) else {}),
    }


def fact_rows(facts: FactSet) -> Iterator[dict[str, Any]]:
    """Facts as JSON, without what is null."""
    for batch in facts.batches():
        dated = batch.select(FACTS.names)
        dated = dated.set_column(_DATE, "date", dated["date"].cast(pa.string()))
        # What is null throughout is left out at once, as most of what a fact may have.
        said = [name for name in dated.column_names if dated[name].null_count < dated.num_rows]
        for row in dated.select(said).to_pylist():
            yield {key: value for key, value in row.items() if value is not None}


def view_row(view: View) -> dict[str, Any]:
    """A view as JSON, with where it is written."""
    return {**view.model_dump(mode="json", exclude_none=True), "file": view.file, "line": view.line}


def source_rows(sources: Mapping[str, Source]) -> dict[str, Any]:
    """The records of the sources as JSON."""
    return {
        id_: source.record.model_dump(mode="json", exclude_none=True)
        for id_, source in sources.items()
    }


def excerpt_rows(sources: Mapping[str, Source]) -> Iterator[dict[str, Any]]:
    """What is known of the texts of sources, quote by quote."""
    for id_, source in sources.items():
        for quote, (before, after, around, words, picture) in source.excerpts.items():
            told = {
                "before": before,
                "after": after,
                "around": [list(sides) for sides in around],
                "words": [list(own) for own in words],
                "picture": picture_hash(picture.png) if picture else "",
                "pages": list(picture.pages) if picture else [],
            }
            if any(told.values()):
                yield {"source": id_, "quote": quote} | {
                    key: told[key] for key in told if told[key]
                }


def drifted_rows(sources: Mapping[str, Source]) -> Iterator[dict[str, Any]]:
    """The quotes that were no more in their source's text."""
    for id_, source in sources.items():
        yield from ({"source": id_, "quote": quote} for quote in sorted(source.drifted))


def read_content(
    definition: Mapping[str, Any],
    languages: Sequence[Lang],
    facts: Sequence[Mapping[str, Any]] | Path,
    views: Sequence[Mapping[str, Any]],
    sources: Mapping[str, Source],
    since: Since | None = None,
) -> Content:
    """The content that a manifest says.

    Args:
        definition: The report's.
        languages: Those written.
        facts: As rows, or the file that holds them.
        views: As rows.
        sources: What `read_sources_said` gives.
        since: What it knows of an earlier edition.

    Raises:
        ValueError: It cannot be what it is said to be.
    """
    report = ReportDefinition.model_validate(definition)
    batches = read_facts_file(facts) if isinstance(facts, Path) else [_table(facts)]
    return Content(
        report,
        tuple(languages),
        collect(batches, [entity.name.en for entity in report.entities]),
        tuple(View.model_validate(row) for row in views),
        sources,
        since,
    )


def read_sources_said(
    records: Mapping[str, Mapping[str, Any]],
    excerpts: Sequence[ExcerptRow],
    drifted: Sequence[DriftedRow],
    pictures: Mapping[str, bytes],
) -> dict[str, Source]:
    """The sources that a manifest says, with what it knows of their texts.

    Raises:
        ValueError: One cannot be what it is said to be, or an excerpt is of no source.
    """
    sources = {id_: _source(id_, record) for id_, record in records.items()}
    known: dict[str, dict[str, Excerpt]] = {id_: {} for id_ in sources}
    gone: dict[str, set[str]] = {id_: set() for id_ in sources}
    for source in (*(row.source for row in excerpts), *(row.source for row in drifted)):
        if source not in sources:
            raise ValueError(f"something is said of the source {source!r}, which is not there")
    for row in excerpts:
        known[row.source][row.quote] = Excerpt(
            row.before, row.after, tuple(row.around), tuple(row.words), _picture(row, pictures)
        )
    for quote in drifted:
        gone[quote.source].add(quote.quote)
    return {
        id_: replace(source, excerpts=known[id_], drifted=frozenset(gone[id_]))
        for id_, source in sources.items()
    }


def _picture(row: ExcerptRow, pictures: Mapping[str, bytes]) -> Picture | None:
    if not row.picture:
        return None
    if row.picture not in pictures or not row.pages:
        raise ValueError(f"the picture {row.picture!r} of an excerpt is not there")
    return Picture(pictures[row.picture], tuple(row.pages))


def _source(id_: str, said: Mapping[str, Any]) -> Source:
    record = SourceRecord.model_validate(said)
    return Source(id_, record, None, f"sources/{id_}.yaml", positions_of(record.fingerprints))


def _table(rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(map(row_of_today, rows)), schema=_WRITTEN).cast(FACTS)
