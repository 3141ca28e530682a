"""What of a report for many is one value's, read once for all of them and then checked apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Problem
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.rows_hash import hashing_rows
from exporter.facts.views import LEARNT, View, check_views
from exporter.facts.words import Bilingual
from exporter.inputs.opened import Inputs
from exporter.report.definition import Definition
from exporter.report.for_each import Value, own_part_of, value_of
from exporter.report.valued import Share, Whole


@dataclass(frozen=True, slots=True)
class ReportPart:
    """What of a report for many is one value's.

    Attributes:
        share: The value, and what report.yaml names that is its own; or all values.
        written: Its facts, by the schema WRITTEN.
        problems: Of the form of its facts.
        views: Its views.
        of_views: What is wrong with some of them.
    """

    share: Share | Whole
    written: pa.Table
    problems: tuple[Problem, ...] = ()
    views: tuple[View, ...] = ()
    of_views: tuple[Problem, ...] = ()
    _hashes: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def value(self) -> Value:
        """The value that it is of; of all values, one without a name."""
        return value_of(Bilingual("", "")) if isinstance(self.share, Whole) else self.share.value

    @property
    def cited(self) -> frozenset[str] | None:
        """The ids of the sources that its facts and views are quoted from; None for all."""
        if isinstance(self.share, Whole):
            return None
        facts = set(self.written["source"].drop_null().unique().to_pylist())
        return frozenset({*facts, *(view.source for view in self.views)})

    def hashes(self) -> Mapping[str, str]:
        """The hashes of what is its own in files of facts and views: `facts.csv (Alder)`.

        They speak of what is said there, and not in which lines: who writes a line for another
        value changes nothing here.
        """
        if not self._hashes and not isinstance(self.share, Whole):
            self._hashes.update(self._hashed())
        return self._hashes

    def _hashed(self) -> Iterator[tuple[str, str]]:
        files: dict[str, dict[str, str]] = {}
        for file in pc.unique(self.written["file"]).to_pylist():
            rows = self.written.filter(pc.equal(self.written["file"], file))
            for _ in hashing_rows(iter([(rows, [])]), "facts", files.setdefault(file, {})):
                pass
        for view in self.views:
            said = view.model_dump_json(exclude=set(LEARNT))
            hashes = files.setdefault(view.file, {})
            hashes["views"] = sha256(f"{hashes.get('views', '')}{said}".encode()).hexdigest()
        for file, hashes in files.items():
            both = sha256("".join(hashes.values()).encode()).hexdigest()
            yield own_part_of(file, self.value.name.en), both

    def define(
        self, definition: Definition | None, inputs: Inputs
    ) -> tuple[Definition | None, list[Problem]]:
        """The value's definition, and what is wrong with it; its rows are among what was read."""
        inputs.hashes.update(self.hashes())
        return self.share.define(definition) if definition else (None, [])

    def rows(self) -> Iterator[RowsAndProblems]:
        """Its facts, as whoever checks them takes them."""
        problems = list(self.problems)
        for start in range(0, max(self.written.num_rows, 1), BATCH_ROWS):
            yield self.written.slice(start, BATCH_ROWS).combine_chunks(), problems
            problems = []

    def own_views(self) -> tuple[list[View], list[Problem]]:
        """Its views, and what is wrong with them, alone and together."""
        return list(self.views), [*self.of_views, *check_views(self.views)]
