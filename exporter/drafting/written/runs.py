"""What drafts side by side share: it is written once, and where it is wrong, mended once.

A document speaks of one entity and one period for a while, and then of others. A run of drafts has
both in its `defaults`; a draft that differs has its own. A run ends where another one saves lines.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from exporter.drafting.model import Draft

_NOTHING = '""'
_IN_GROUPS = ("entity", "period", "status", "attribution")  # what is said of a quote as a whole


class Usual(NamedTuple):
    """What most drafts of a run are about: the entity, and the period; "" for none."""

    entity: str
    period: str

    def lines(self, drafts: Sequence[Draft]) -> int:
        """How many lines the drafts need beside it."""
        return sum(
            own != usual for draft in drafts for own, usual in zip(_about(draft), self, strict=True)
        )


class Run(NamedTuple):
    """Drafts one after another, with what most of them are about."""

    usual: Usual
    drafts: list[Draft]

    def taken(self) -> Usual:
        """What at least one of them takes of it, so that nothing stands there for nobody."""
        entities, periods = ({said[at] for said in map(_about, self.drafts)} for at in (0, 1))
        entity, period = self.usual
        return Usual(entity if entity in entities else "", period if period in periods else "")


def runs_of(drafts: Sequence[Draft], text: str) -> list[Run]:
    """The runs of drafts, in their order.

    Args:
        drafts: As they stand in the source.
        text: The source's, whose lines are paragraphs.
    """
    if not drafts:
        return []
    runs = [Run(Usual(_most([draft.entity for draft in drafts]), ""), [])]
    for usual, stretch in groupby(_paragraphs(drafts, text), key=lambda one: one.usual):
        within = [draft for paragraph in stretch for draft in paragraph.drafts]
        if usual.lines(within) + 1 < runs[-1].usual.lines(within):
            runs.append(Run(usual, []))
        runs[-1].drafts.extend(within)
    return [run for run in runs if run.drafts]


def _paragraphs(drafts: Sequence[Draft], text: str) -> Iterator[Run]:
    """The drafts of each paragraph, with what most of them are about."""
    ends = [at for at, sign in enumerate(text) if sign == "\n"]
    for _, group in groupby(drafts, key=lambda draft: bisect_right(ends, draft.start)):
        within = list(group)
        entities, periods = zip(*map(_about, within), strict=True)
        yield Run(Usual(_most(entities), _most(periods)), within)


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


def _about(draft: Draft) -> Usual:
    return Usual(draft.entity, draft.period)


def _most(values: Sequence[str]) -> str:
    return Counter(values).most_common(1)[0][0]
