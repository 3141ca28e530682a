"""A source of a report drafted: what the report knows, what is wanted of it, who reads it."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from exporter.check import CheckedReport, check
from exporter.drafting.already import Already
from exporter.drafting.aside import Aside
from exporter.drafting.drafter import Drafter
from exporter.drafting.drafts import Beside, Drafted, Wanted, draft_source
from exporter.drafting.metrics import metric_of
from exporter.drafting.model import Sentence, Setting
from exporter.drafting.names.attributions import attribution_of
from exporter.drafting.names.entities import Entities
from exporter.drafting.order import DraftOrder, Pages
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.periods.statuses import status_of
from exporter.drafting.proposals.proposed import Proposed, propose
from exporter.drafting.readers import Readers
from exporter.drafting.setting import setting_of, source_at_hand
from exporter.drafting.tables.table_drafts import drafts_of_tables, table_paragraphs
from exporter.drafting.views.broker_views import views_in
from exporter.drafting.views.statements import statements_in
from exporter.engine.progress import Progress, silent
from exporter.errors import UsageError
from exporter.evidence.quotes import verify_quote
from exporter.evidence.sources import Source
from exporter.facts.table import iterate_facts


class DraftedSource(NamedTuple):
    """What was drafted, and in which setting.

    Attributes:
        left_over: Clauses with figures that neither a draft nor the report quotes, of those wanted.
    """

    setting: Setting
    drafted: Drafted
    left_over: int

    def page_of(self, start: int) -> int:
        """The page on which an offset of the text stands, from 1; 0 where there are none."""
        source = self.setting.source
        if not source.record.locations:
            return 0
        at = bisect_right(source.clauses, start, key=attrgetter("end"))
        return source.record.page_of(min(at, len(source.clauses) - 1))


def draft(
    order: DraftOrder, progress: Progress = silent, beside: Beside | None = None
) -> DraftedSource:
    """Propose facts and views of a source of a report, beside those that the report has.

    Args:
        order: What is wanted.
        progress: Told how many facts of the report have been checked.
        beside: Another process that drafts a part of it.

    Raises:
        UsageError: There is no such source, no text or page of it, or nobody reads its language.
        ContentError: report.yaml is at fault.
    """
    checked, setting = _opened(order, progress)
    source, facts = setting.source, list(iterate_facts(checked.evidence.facts.table()))
    wanted = Wanted(
        Already(source, facts, checked.views),
        _asked(order, source),
        _left_out(source, checked) if order.only_left_out else None,
        Aside(setting),
        {*(fact.id for fact in facts), *(view.id for view in checked.views)},
        table_paragraphs(source),
        has_tables=not order.prose,
    )
    drafted = draft_source(setting, wanted, readers_of, beside)
    left_over = _left_out(source, checked) - _quoted(drafted, source)
    if wanted.clauses is not None:
        left_over &= set(wanted.clauses)
    return DraftedSource(setting, drafted, len(left_over))


def drafter_of(order: DraftOrder) -> Drafter:
    """Who drafts a part of a source for another process.

    Raises:
        UsageError, ContentError: As `draft` does.
    """
    setting = _opened(order, silent)[1]
    source = setting.source
    return Drafter(setting, readers_of, table_paragraphs(source), _asked(order, source))


def draft_by(command: str, order: DraftOrder, progress: Progress = silent) -> Proposed:
    """The same by a program of the user's, which proposes; what it proposes is judged.

    Args:
        command: The program, as a shell takes it.
        order: What is wanted; which clauses the program is given.
        progress: Told how many facts of the report have been checked.

    Raises:
        UsageError, ContentError: As `draft` does.
        SetupError: The program cannot be run, or fails.
    """
    checked, setting = _opened(order, progress)
    clauses = _clauses(order, setting.source, checked)
    taken = {
        *checked.evidence.facts.table()["id"].to_pylist(),
        *(view.id for view in checked.views),
    }
    return propose(setting, command, None if clauses is None else sorted(clauses), taken)


def _opened(order: DraftOrder, progress: Progress) -> tuple[CheckedReport, Setting]:
    """The report as it was checked, and the setting of the source."""
    checked = check(order.report, progress=progress, allow=order.allow)
    report = checked.definition.report if checked.definition else checked.report
    source = source_at_hand(checked.sources, order.source, str(order.report))
    return checked, setting_of(report, source)


def readers_of(setting: Setting, sentences: Sequence[Sentence]) -> Readers:
    """Who reads what stands between the words of a source, of which each sentence is read once."""
    periods, entities = Periods(setting, sentences), Entities(setting, sentences)
    return Readers(
        periods.of,
        lambda stated, sentence, period: status_of(stated, sentence, setting, period),
        entities.of,
        lambda start, sentence: attribution_of(start, sentence, setting),
        lambda stated, sentence: metric_of(stated, sentence, setting),
        lambda asked: statements_in(asked, setting, entities, periods),
        lambda asked: views_in(asked, setting),
        lambda: drafts_of_tables(setting, entities),
    )


def _clauses(order: DraftOrder, source: Source, checked: CheckedReport) -> Collection[int] | None:
    """The clauses that are wanted; None for all."""
    wanted: set[int] | None = None
    if order.only_left_out:
        wanted = _left_out(source, checked)
    elif aside := source.record.set_aside:
        wanted = set(range(len(source.record.fingerprints))) - aside
    if order.pages is not None:
        on_pages = _on_pages(order.pages, source)
        wanted = on_pages if wanted is None else wanted & on_pages
    return wanted


def _asked(order: DraftOrder, source: Source) -> Collection[int] | None:
    """The clauses on the pages that are wanted; None for all."""
    return None if order.pages is None else _on_pages(order.pages, source)


def _left_out(source: Source, checked: CheckedReport) -> set[int]:
    """The clauses with figures that no fact or view quotes, and nobody set aside."""
    return {one.clause for one in checked.evidence.left_out if one.source == source.id}


def _quoted(drafted: Drafted, source: Source) -> set[int]:
    """The clauses that drafts quote."""
    quotes = {fact.quote for fact in drafted.facts} | {view.quote for view in drafted.views}
    spans = (verify_quote(quote, source, brief=True).spans for quote in quotes)
    return {
        clause for first, last in chain.from_iterable(spans) for clause in range(first, last + 1)
    }


def _on_pages(pages: Pages, source: Source) -> set[int]:
    last = source.record.pages
    if not last:
        raise UsageError(f"{source.id} has no pages", "leave --pages out")
    if pages.first > last:
        right = f"name pages from 1 to {last}"
        raise UsageError(f"{source.id} has no page {pages.first}", right)
    clauses = range(len(source.record.fingerprints))
    return {
        clause for clause in clauses if pages.first <= source.record.page_of(clause) <= pages.last
    }
