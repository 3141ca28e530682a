"""A source drafted: its sentences read once, each figure proposed as a fact, and proved.

sentences -> what they state -> period, status, entity, attribution, metric -> quotes, proved -> ids
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Protocol

from exporter.drafting.already import Already
from exporter.drafting.aside import Aside
from exporter.drafting.drafter import Drafter, ReadersOf
from exporter.drafting.finished import finished
from exporter.drafting.ids import views_with_ids, with_ids
from exporter.drafting.model import Draft, DraftView, Setting
from exporter.drafting.repeated import without_targets


@dataclass(frozen=True, slots=True)
class Drafted:
    """What is proposed of a source, in the order of its text."""

    facts: tuple[Draft, ...]
    views: tuple[DraftView, ...]

    @property
    def doubted(self) -> int:
        """How many have something that a person should look at."""
        of_facts = sum(bool(draft.doubts or draft.seen) for draft in self.facts)
        return of_facts + sum(bool(view.doubts or view.seen) for view in self.views)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a source is to be drafted.

    Attributes:
        clauses: Of the source, that are read; all of them where it is None.
        left_out: Of them, those from which drafts are kept; all of them where it is None.
        already: What the report says of it.
        aside: What of it is not wanted; None where all of it is.
        taken: Ids of the report's facts and views.
        tables: Paragraphs that are tables, which are no sentences.
        has_tables: Whether tables are drafted, too.
    """

    already: Already
    clauses: Collection[int] | None = None
    left_out: Collection[int] | None = None
    aside: Aside | None = None
    taken: Collection[str] = ()
    tables: Collection[int] = ()
    has_tables: bool = True


class Beside(Protocol):
    """Another process that drafts tables, and then shares in the sentences."""

    def tables(self) -> Sequence[Draft]:
        """The drafts of the tables."""

    def facts(self, count: int, here: Callable[[range], list[Draft]]) -> list[Draft]:
        """The drafts of so many sentences, in order: some by `here`, and some by that process."""


def draft_source(
    setting: Setting, wanted: Wanted, readers_of: ReadersOf, beside: Beside | None = None
) -> Drafted:
    """Propose the facts and views of a source.

    Args:
        setting: With the source, whose text is at hand.
        wanted: What of it.
        readers_of: Makes those who read what stands between the words.
        beside: Another process that drafts a part of it.
    """
    drafter = Drafter(
        setting, readers_of, wanted.tables, wanted.clauses, has_tables=wanted.has_tables
    )

    def is_of(draft: Draft | DraftView, clauses: Collection[int] | None) -> bool:
        here = drafter.quotes.clauses_at(draft.start, draft.start + 1)
        return clauses is None or any(clause in clauses for clause in here)

    def is_kept(draft: Draft | DraftView) -> bool:
        is_aside = wanted.aside is not None and wanted.aside.has(draft)
        return not is_aside and is_of(draft, wanted.left_out)

    # First what the other process, if there is one, has no part in.
    every = [view for view in drafter.views() if is_of(view, wanted.clauses)]
    drafts = _drafts(drafter, beside, has_tables=wanted.has_tables)
    facts = [one for one in sorted(drafts, key=attrgetter("start")) if is_of(one, wanted.clauses)]
    views = [view for view in every if is_kept(view) and not wanted.already.has_view(view)]
    once = finished(without_targets(facts, every, setting.source.text or ""))
    kept = [draft for draft in once if is_kept(draft) and not wanted.already.has(draft)]
    named = with_ids(kept, wanted.taken)
    taken = {*wanted.taken, *(draft.id for draft in named)}
    return Drafted(tuple(named), tuple(views_with_ids(views, taken)))


def _drafts(drafter: Drafter, beside: Beside | None, *, has_tables: bool) -> list[Draft]:
    """The drafts of the sentences, and of the tables."""
    count = len(drafter.sentences)
    drafts = beside.facts(count, drafter.facts) if beside else drafter.facts(range(count))
    if has_tables:
        drafts += beside.tables() if beside else drafter.tables()
    return drafts
