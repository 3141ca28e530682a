"""What drafts side by side share: it is written once, and where it is wrong, mended once.

A document speaks of one entity and one period for a while, and then of others. A run of drafts has
both in its `defaults`; a draft that differs has its own. A run ends where another one saves lines,
and a table is one by itself, which has its unit there, too. Within a run, the drafts of one quote
are together; where a row of a table says one thing several times, they are so by its name.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from exporter.drafting.model import Draft
from exporter.facts.units import Unit

T = TypeVar("T")

_NOTHING = '""'
# What is said of a quote as a whole.
_IN_GROUPS = ("entity", "metric", "unit", "period", "status", "attribution")


class Usual(NamedTuple):
    """What most drafts of a run are about; "" for none, None for a unit that is none of a table's.

    Attributes:
        entity: Whom they are about.
        period: When.
        unit: What the figures of a table are in.
    """

    entity: str
    period: str
    unit: Unit | None = None

    def lines(self, drafts: Sequence[Draft]) -> int:
        """How many lines the drafts need beside it, for their entities and periods."""
        return sum(
            (draft.entity != self.entity) + (draft.period != self.period) for draft in drafts
        )


class Run(NamedTuple):
    """Drafts one after another, with what most of them are about."""

    usual: Usual
    drafts: list[Draft]

    def taken(self) -> Usual:
        """What at least one of them takes of it, so that nothing stands there for nobody."""
        entities = {draft.entity for draft in self.drafts}
        periods = {draft.period for draft in self.drafts}
        entity, period, unit = self.usual
        return Usual(
            entity if entity in entities else "", period if period in periods else "", unit
        )


def runs_of(drafts: Sequence[Draft], text: str) -> list[Run]:
    """The runs of drafts, in their order.

    Args:
        drafts: As they stand in the source.
        text: The source's, whose lines are paragraphs.
    """
    if not drafts:
        return []
    first = Usual(_most([draft.entity for draft in drafts]), "")
    ends = [at for at, sign in enumerate(text) if sign == "\n"]
    runs: list[Run] = []
    for table, stretch in groupby(drafts, key=lambda draft: draft.table):
        within = list(stretch)
        if table and len(within) > 1:
            runs.append(Run(_usual(within, has_unit=True), within))
        else:
            runs += _runs_of_text(within, ends, first)
    return runs


def _runs_of_text(drafts: Sequence[Draft], ends: Sequence[int], first: Usual) -> list[Run]:
    """The runs of drafts from sentences; `ends` are those of the source's lines."""
    runs = [Run(first, [])]
    for usual, stretch in groupby(_paragraphs(drafts, ends), key=lambda one: one.usual):
        within = [draft for paragraph in stretch for draft in paragraph.drafts]
        if usual.lines(within) + 1 < runs[-1].usual.lines(within):
            runs.append(Run(usual, []))
        runs[-1].drafts.extend(within)
    return [run for run in runs if run.drafts]


def _paragraphs(drafts: Sequence[Draft], ends: Sequence[int]) -> Iterator[Run]:
    """The drafts of each paragraph, with what most of them are about.

    Those about nobody that the report knows stand apart: whose they are is told them once.
    """

    def key(draft: Draft) -> tuple[int, bool]:
        return bisect_right(ends, draft.start), bool(draft.entity)

    for _, group in groupby(drafts, key=key):
        within = list(group)
        yield Run(_usual(within), within)


def groups_of(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """Drafts one after another that have a quote in common, and where two have it, a metric."""
    for _, of_quote in groupby(drafts, key=lambda draft: draft.quote):
        apart: list[Draft] = []  # each of another metric
        for _, of_metric in groupby(of_quote, key=lambda draft: draft.metric):
            alike = list(of_metric)
            if len(alike) == 1:
                apart += alike
                continue
            if apart:
                yield apart
            apart = []
            yield alike
        if apart:
            yield apart


def shared_fields(every: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """The fields that facts with one quote have alike, by name."""
    first, *others = every
    return {
        name: first[name]
        for name in _IN_GROUPS
        if name in first and all(fields.get(name) == first[name] for fields in others)
        if (name, first[name]) != ("entity", _NOTHING)  # which a group may not say
    }


def without(fields: Mapping[str, str], inherited: Mapping[str, str]) -> dict[str, str]:
    """The fields that are not inherited as they are; `""` where nothing is to be inherited."""
    own = {name: value for name, value in fields.items() if inherited.get(name) != value}
    return own | {name: _NOTHING for name in inherited if name not in fields}


def _usual(drafts: Sequence[Draft], *, has_unit: bool = False) -> Usual:
    """What most of some drafts are about."""
    entity, period = (
        _most([draft.entity for draft in drafts]),
        _most([one.period for one in drafts]),
    )
    unit = _most([draft.unit for draft in drafts]) if has_unit else None
    return Usual(entity, period, unit)


def _most(values: Sequence[T]) -> T:
    return Counter(values).most_common(1)[0][0]
