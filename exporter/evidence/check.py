"""The check of every fact and view against its source."""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import ExitStack
from itertools import chain
from typing import Self

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table
from exporter.engine.worker_process import garbage_seldom
from exporter.evidence.batch import CHECKED as CHECKED  # noqa: PLC0414 - what `check` gives
from exporter.evidence.batch import Batch, RecentVerdicts
from exporter.evidence.by_columns import ClaimShapes
from exporter.evidence.calculated import Parted, judged, quoted_claims
from exporter.evidence.claims import QuoteState, Verdict
from exporter.evidence.conventions import NO_CONVENTIONS, Conventions, Currencies
from exporter.evidence.found import Evidence
from exporter.evidence.further_sources import (
    found_by_id,
    further_claims,
    has_further,
    with_found,
)
from exporter.evidence.judges import Judges, VerdictTask
from exporter.evidence.keys import Key
from exporter.evidence.names_used import NamesUsed
from exporter.evidence.notes import doubts_of_notes
from exporter.evidence.quotes import Coverage, gap_in, verify_quote
from exporter.evidence.sources import Source
from exporter.evidence.telling import Telling
from exporter.evidence.views import ViewVerdict, judge_view, look_for_names
from exporter.facts.calculation import Calculation, calculate
from exporter.facts.fact_set import FactSet, collect
from exporter.facts.series import Series
from exporter.facts.views import View

_LOOK_AHEAD = 2  # batches begun before one is finished, so that no core waits


def check_evidence(
    facts: FactSet,
    views: Sequence[View],
    sources: Mapping[str, Source],
    entities: Sequence[str] = (),
    conventions: Conventions = NO_CONVENTIONS,
) -> Evidence:
    """Check every quote against its source and every figure against its quote.

    Args:
        facts: By the schema FACTS; their order is kept within an entity.
        views: The views.
        sources: By id; facts and views of other sources are problems.
        entities: Those whose facts are kept together, before the others.
        conventions: What quotes mean where their words leave it open.
    """
    with EvidenceCheck(sources, conventions=conventions) as check:
        return check.finish(collect(check.check(facts.batches()), entities, CHECKED), views)


class EvidenceCheck:
    """Checks facts while they go by; to be used as a context, since processes may help it."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        cores: int | None = None,
        conventions: Conventions = NO_CONVENTIONS,
        faulty: Collection[str] = (),
    ) -> None:
        """A check by these sources and conventions, on all cores or on so many.

        Args:
            sources: Those whose records are whole, by id.
            cores: None for all.
            conventions: What quotes mean where their words leave it open.
            faulty: Ids of sources whose records are not: nothing is told of quotes from them.
        """
        self._judges = Judges(sources, cores, conventions)
        self._sources, self._conventions = sources, conventions
        self._context = ExitStack()
        self._shapes = ClaimShapes(self._judges.own.terms)
        self._recent = RecentVerdicts()
        self._coverage = Coverage(sources)
        self._names = NamesUsed(conventions.names)
        self._series = Series()
        self._faulty = frozenset(faulty)
        self._told = Telling(self._judges.own, self._faulty)
        self._quote_states: Counter[str] = Counter()
        self._figure_states: Counter[str] = Counter()
        self._of_further: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        self._has_further = False

    def __enter__(self) -> Self:
        self._context.enter_context(garbage_seldom())
        self._context.enter_context(self._judges)
        return self

    def __exit__(self, *error: object) -> None:
        self._context.close()

    def check(self, batches: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """The batches with their verdicts, in order, each when it is asked for.

        Args:
            batches: Facts by the schema FACTS; a few of them are taken ahead.

        Yields:
            Tables by the schema CHECKED.
        """
        begun: deque[tuple[Batch | None, Parted]] = deque()
        for batch in batches:
            parted = Parted.of(batch)
            self._has_further |= has_further(batch)
            self._series.take(parted.stated)
            is_stated = parted.stated.num_rows or parted.calculated is None
            begun.append((self._begin(parted.stated) if is_stated else None, parted))
            if len(begun) > _LOOK_AHEAD:
                yield self._joined(*begun.popleft())
        while begun:
            yield self._joined(*begun.popleft())

    def finish(
        self,
        facts: FactSet,
        views: Sequence[View],
        missing: Set[str] = frozenset(),
        refused: pa.Table | None = None,
    ) -> Evidence:
        """What was found, after all batches have gone by.

        Args:
            facts: What `check` gave, collected.
            views: The views.
            missing: Ids of facts that are not whole; "" where nobody knows of which.
            refused: Those, by REFUSED: their quotes are looked up, and their clauses not left out.
        """
        if refused is not None:
            self._coverage.add_unproved(refused, self._judges.own.on_quote)
            self._told.take_refused(refused)
        facts, calculation = self._calculated(facts, missing)
        facts = self._with_further(facts, calculation)
        of_notes = doubts_of_notes(facts, self._judges.own.terms) if calculation.rows else ()
        of_views = {view.id: self._viewed(view) for view in views}
        return Evidence(
            self._series.shown(facts),
            of_views,
            tuple(self._told.problems),
            tuple(self._told.without_source),
            (*self._told.doubts, *calculation.doubts, *of_notes),
            *self._coverage.left_out(),
            (dict(self._quote_states), dict(self._figure_states)),
            self._names,
            calculation.problems,
            tuple(map(dict, self._of_further)),
            refused.num_rows if refused else 0,
        )

    def _viewed(self, view: View) -> ViewVerdict:
        """The verdict on a view, of which is told what is told of facts."""
        judge = self._judges.own
        quote, terms = judge.on_quote(view.source, view.quote), judge.terms(view.source)
        verdict = judge_view(view, quote, terms)
        look_for_names(view, self._names, terms)
        self._coverage.add(view.source, quote)
        gap = gap_in(quote, self._sources[view.source]) if quote.has_source else None
        self._told.take_view(view, verdict, gap)
        return verdict

    def _calculated(self, facts: FactSet, missing: Set[str]) -> tuple[FactSet, Calculation]:
        """All facts, those with formulas calculated and judged, each behind its operands."""
        published = {
            id_: source.record.published.isoformat() for id_, source in self._sources.items()
        }
        calculation = calculate(facts, missing, published)
        if not calculation.rows:
            return facts, calculation
        facts = calculation.filled(facts)
        claims = quoted_claims(calculation, facts, self._currencies)
        begun = [self._begin(claims)] if claims.num_rows else []
        quoted = [self._finished(batch, count=False) for batch in begun]
        facts = judged(calculation, facts, pa.concat_tables([empty_table(CHECKED), *quoted]))
        for batch in facts.where(lambda batch: pc.is_valid(batch["formula"])).batches():
            self._series.take(batch)
            of_quotes = batch.filter(pc.not_equal(batch["quote"], ""))
            _count(self._quote_states, of_quotes["quote_state"])
            _count(self._figure_states, batch["figure_state"])
        return facts, calculation

    def _currencies(self, source: str) -> Currencies:
        """What settles bare signs in the quotes of a source."""
        return self._conventions.currencies(source, self._sources)

    def _with_further(self, facts: FactSet, calculation: Calculation) -> FactSet:
        """All facts, with what is found of their further sources."""
        if not self._has_further:
            return facts
        found: dict[str, str] = {}
        for claims in further_claims(facts, calculation, self._currencies):
            batch = self._begin(claims)
            judged_claims = self._judged(batch)
            self._told.take_further(batch)
            for states, name in zip(self._of_further, ("quote_state", "figure_state"), strict=True):
                _count(states, judged_claims[name])
            found |= dict(found_by_id(judged_claims))
        return with_found(facts, found)

    def _joined(self, batch: Batch | None, parted: Parted) -> pa.Table:
        return parted.joined(None if batch is None else self._finished(batch))

    def _begin(self, facts: pa.Table) -> Batch:
        batch = Batch(facts, self._conventions.year_ends)
        if not self._names.unused:  # which names are used is looked for in each claim by itself
            batch.shaped = self._shapes.of(batch.claims)
            batch.proofs = self._judges.begin_proofs(batch.keys_of(batch.shaped.examples))
        self._judge(batch, batch.alone())
        return batch

    def _judge(self, batch: Batch, claims: Sequence[int]) -> None:
        """Have claims of a batch judged, each by itself, unless that is known or begun already."""
        new = []
        for index, key in zip(claims, batch.keys_of(claims), strict=True):
            batch.keys[index] = key
            known = self._recent.get(key)
            if known is None:
                new.append(index)
            elif isinstance(known, Verdict):
                batch.verdicts[index] = known
            else:
                batch.awaited[index] = known
        batch.new += new
        if self._names.unused:
            self._look_for_names(batch.keys[index] for index in new)
        tasks = self._judges.begin([batch.keys[index] for index in new])
        batch.tasks += tasks
        for task in tasks:
            self._recent.begin(task)

    def _prove(self, batch: Batch) -> None:
        """Prove the claims of a batch by their shapes, and have the others judged."""
        shaped = batch.shaped
        if shaped is None:
            return
        self._judges.finish(batch.proofs)
        shaped.learn(chain.from_iterable(task.answers() for task in batch.proofs))
        quotes, sources = batch.claims["quote"].to_pylist(), batch.claims["source"].to_pylist()
        proved = {}
        for claim in shaped.proved():
            source = self._sources.get(sources[claim])
            if source is None or not source.record.is_read:
                continue
            places = shaped.places_of_clauses(claim)
            verdict = verify_quote(quotes[claim], source, brief=True, places=places)
            if verdict.state is QuoteState.VERIFIED and gap_in(verdict, source) is None:
                proved[claim] = verdict
                self._coverage.add(source.id, verdict)
        batch.take_proved(proved)
        self._judge(batch, [claim for claim in shaped.expected if claim not in proved])

    def _look_for_names(self, keys: Iterable[Key]) -> None:
        for key in keys:
            self._names.take(
                key.quote,
                self._judges.own.terms(key.source),
                texts=filter(None, (key.text_en, key.text_zh, key.note_en, key.note_zh)),
                headings=filter(None, (key.metric_en, key.metric_zh)),
                translations=filter(None, (key.quote_en, key.quote_zh)),
            )

    def _finished(self, batch: Batch, *, count: bool = True) -> pa.Table:
        checked = self._judged(batch)
        if count:
            _count(self._quote_states, checked["quote_state"])
            _count(self._figure_states, checked["figure_state"])
        self._told.take(batch)
        return checked

    def _judged(self, batch: Batch) -> pa.Table:
        """A batch by CHECKED, when all of it is judged."""
        self._prove(batch)
        self._judges.finish(chain(batch.tasks, batch.awaited.values()))
        batch.take_verdicts()
        for task in batch.tasks:
            self._keep(task)
        return batch.checked()

    def _keep(self, task: VerdictTask) -> None:
        self._recent.finish(task)
        for key, verdict in zip(task.keys, task.answers(), strict=True):
            self._coverage.add(key.source, verdict.quote)


def _count(states: Counter[str], column: pa.ChunkedArray) -> None:
    for counted in pc.value_counts(column).to_pylist():
        states[counted["values"]] += counted["counts"]
