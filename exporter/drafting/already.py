"""Facts that the report has already: the same figure, quoted from the same clauses."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from exporter.drafting.model import Draft, DraftView
from exporter.evidence.quotes import verify_quote
from exporter.evidence.sources import Source
from exporter.facts.table import Fact
from exporter.facts.views import View

Figure = tuple[str, Fraction]  # dimension, and value in its base unit without its sign
Statement = tuple[str, str, str, frozenset[Figure]]  # entity, metric, period, and the figures


class Already:
    """What a report's facts and views say of a source."""

    def __init__(self, source: Source, facts: Iterable[Fact], views: Iterable[View] = ()) -> None:
        """What they say of `source`; those of other sources are passed over."""
        self._source = source
        self._figures: dict[int, set[Figure]] = {}
        self._stated: set[Statement] = set()
        self._texts: set[int] = set()
        self._brokers: dict[int, set[str]] = {}
        self._clauses = lru_cache(maxsize=1024)(self._look_up)  # figures of a row share its quote
        for fact in facts:
            if fact.source == source.id:
                self._take(fact)
        for view in views:
            if view.source == source.id:
                for clause in self._clauses(view.quote):
                    self._brokers.setdefault(clause, set()).add(view.broker)

    def has(self, draft: Draft) -> bool:
        """Whether a fact states the figure of a draft, or its clause where it has none.

        That may be a fact quoted from another place, if it says the same by the same name.
        """
        if not (self._figures or self._stated or self._texts):
            return False
        clauses = self._clauses(draft.quote)
        if draft.unit is None:
            return not self._texts.isdisjoint(clauses)
        figures = set(_figures(draft))
        name = draft.entity, draft.metric.casefold(), draft.period
        if (*name, frozenset(figures)) in self._stated:
            return True
        return any(figures <= self._figures.get(clause, set()) for clause in clauses)

    def has_view(self, view: DraftView) -> bool:
        """Whether a view of the same broker is quoted from the same clauses."""
        clauses = self._clauses(view.quote)
        return any(view.broker in self._brokers.get(clause, set()) for clause in clauses)

    def _take(self, fact: Fact) -> None:
        clauses = self._clauses(fact.quote)
        if fact.exact is None:
            self._texts.update(clauses)
            return
        ends = [fact.exact] if fact.exact_high is None else [fact.exact, fact.exact_high]
        dimension = fact.unit.dimension.partition("/")[0]
        said = {(dimension, abs(end * fact.unit.scale)) for end in ends}
        for clause in clauses:
            self._figures.setdefault(clause, set()).update(said)
        for metric in fact.metric:
            self._stated.add((fact.entity, metric.casefold(), fact.period or "", frozenset(said)))

    def _look_up(self, quote: str) -> Sequence[int]:
        spans = verify_quote(quote, self._source, brief=True).spans
        return [clause for first, last in spans for clause in range(first, last + 1)]


def _figures(draft: Draft) -> Iterator[Figure]:
    if draft.unit is None:
        return
    dimension = draft.unit.dimension.partition("/")[0]
    for end in filter(None, (draft.value, draft.high)):
        yield dimension, abs(Fraction(end) * draft.unit.scale)
