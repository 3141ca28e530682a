"""The check of every fact and view against its source."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from exporter.errors import Problem
from exporter.evidence.dates import confirm_date
from exporter.evidence.figures import (
    CONFIRMED,
    CONTRADICTED,
    NOT_STATED,
    TEXT,
    FigureVerdict,
    confirm_figure,
)
from exporter.evidence.quotes import NOT_FOUND, VERIFIED, QuoteVerdict, verify_quote
from exporter.evidence.reading import read_figures
from exporter.evidence.sources import Source
from exporter.facts.table import Fact, iterate_facts
from exporter.facts.views import View

_TARGET = re.compile(r"目标|target", re.IGNORECASE)
_NEAR = 24  # characters before a price in which it may be called a target
_UNKNOWN = "there is no source"
QUOTE_STATES = (VERIFIED, NOT_FOUND, "drifted")
FIGURE_STATES = (CONFIRMED, CONTRADICTED, NOT_STATED, TEXT)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A clause of a source that states a figure, but stands in no quote."""

    source: str
    clause: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the check found.

    Attributes:
        facts: The table of facts with the columns `quote_state`, `figure_state`, and, in
            characters of the text at hand or -1, `quote_start` and `quote_end`.
        views: The verdict on each view's quote, by the view's id.
        problems: Everything that is not verified or not confirmed.
        unknown: Those of them that name a source which is not recorded.
        left_out: Clauses with figures that no fact or view quotes.
        clauses_with_figures: How many clauses of the sources state a figure worth a fact.
    """

    facts: pa.Table
    views: Mapping[str, QuoteVerdict]
    problems: tuple[Problem, ...]
    unknown: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...]
    clauses_with_figures: int

    def quote_states(self) -> dict[str, int]:
        """How many quotes, of facts and views, are in each state."""
        found = Counter(self.facts["quote_state"].to_pylist())
        found.update(verdict.state for verdict in self.views.values())
        return {state: found[state] for state in QUOTE_STATES}

    def figure_states(self) -> dict[str, int]:
        """How many facts are in each state."""
        found = Counter(self.facts["figure_state"].to_pylist())
        return {state: found[state] for state in FIGURE_STATES}


def check_evidence(
    facts: pa.Table, views: Sequence[View], sources: Mapping[str, Source]
) -> Evidence:
    """Check every quote against its source and every figure against its quote.

    Args:
        facts: A table by the schema FACTS.
        views: The views.
        sources: By id; facts and views of other sources are problems.
    """
    problems: list[Problem] = []
    verdicts: list[QuoteVerdict] = []
    figure_states: list[str] = []
    quotes = _QuoteBook(sources)
    for fact in iterate_facts(facts):
        quote = quotes.verdict(fact.source, fact.quote)
        figure = _figure(
            fact, sources[fact.source].record.published if fact.source in sources else None
        )
        problems += _problems(fact, quote, figure)
        verdicts.append(quote)
        figure_states.append(figure.state)
    of_views = {view.id: quotes.verdict(view.source, view.quote) for view in views}
    for view in views:
        problems += _problems(view, of_views[view.id], _target_price(view))
    left_out, worth = _coverage(sources, quotes)
    checked = (
        facts.append_column("quote_state", pa.array([v.state for v in verdicts], pa.string()))
        .append_column("figure_state", pa.array(figure_states, pa.string()))
        .append_column("quote_start", pa.array([v.start for v in verdicts], pa.int64()))
        .append_column("quote_end", pa.array([v.end for v in verdicts], pa.int64()))
    )
    unknown = tuple(one for one in problems if one.wrong.startswith(_UNKNOWN))
    return Evidence(checked, of_views, tuple(problems), unknown, left_out, worth)


class _QuoteBook:
    """The verdict on every quote, each looked up once."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.verdicts: dict[tuple[str, str], QuoteVerdict] = {}

    def verdict(self, source: str, quote: str) -> QuoteVerdict:
        key = (source, quote)
        if key not in self.verdicts:
            self.verdicts[key] = self._look_up(source, quote)
        return self.verdicts[key]

    def _look_up(self, source: str, quote: str) -> QuoteVerdict:
        if source in self.sources:
            return verify_quote(quote, self.sources[source])
        known = ", ".join(self.sources) or "none is recorded"
        right = f"use one of {known}" if self.sources else "record it: exporter source add"
        return QuoteVerdict(NOT_FOUND, wrong=f"{_UNKNOWN} {source!r}", right=right)


def _figure(fact: Fact, published: date | None) -> FigureVerdict:
    if fact.text is not None:
        return FigureVerdict(TEXT)
    if fact.date is not None:
        return confirm_date(fact, published or fact.date)
    return confirm_figure(fact)


def _target_price(view: View) -> FigureVerdict:
    """The quote must state the price in its currency, and call it a target: 现价25港元 is none."""
    if view.target_price is None:
        return FigureVerdict(TEXT)
    prices = [
        figure.value
        for figure in read_figures(view.quote)
        if figure.dimension == f"money:{view.currency}"
        and _TARGET.search(view.quote[max(0, figure.start - _NEAR) : figure.start])
    ]
    if view.target_price in prices:
        return FigureVerdict(CONFIRMED)
    wrong = f"the quote does not state the target price {view.currency} {view.target_price}"
    state = CONTRADICTED if prices else NOT_STATED
    return FigureVerdict(state, wrong, "correct it, or quote the clause that states it")


def _problems(claim: Fact | View, quote: QuoteVerdict, figure: FigureVerdict) -> Iterable[Problem]:
    for verdict in (quote, figure):
        if verdict.wrong:
            yield Problem(claim.file, claim.line, claim.id, verdict.wrong, verdict.right)


def _coverage(sources: Mapping[str, Source], quotes: _QuoteBook) -> tuple[tuple[LeftOut, ...], int]:
    """The clauses with figures that no quote covers, and how many are worth a fact at all."""
    quoted: dict[str, set[int]] = {id_: set() for id_ in sources}
    for (id_, _), verdict in quotes.verdicts.items():
        for first, last in verdict.spans:
            quoted[id_].update(range(first, last + 1))
    left_out: list[LeftOut] = []
    worth = 0
    for id_, source in sources.items():
        set_aside = {one.clause for one in source.record.not_facts}
        for index in source.record.figures:
            if source.record.fingerprints[index] in set_aside:
                continue
            worth += 1
            if index not in quoted[id_]:
                left_out.append(LeftOut(id_, index, _text_of(source, index)))
    return tuple(left_out), worth


def _text_of(source: Source, index: int) -> str:
    """The words of a recorded clause where the recorded text is at hand, else ""."""
    if source.text is None or source.changed:
        return ""
    clause = source.clauses[index]
    return source.text[clause.start : clause.end]
