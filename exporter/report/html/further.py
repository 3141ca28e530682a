"""Further sources of facts on the evidence page: each with its quote, and whether they agree."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pyarrow as pa

from exporter.evidence.claims import FigureState
from exporter.evidence.further_sources import bears_out, further_rows
from exporter.facts.words import Lang
from exporter.report.html.model import FurtherEvidence, State
from exporter.report.html.quotations import QuotationBook
from exporter.report.html.states import columns_of, sources_state, states_of_facts


class FurtherOfFacts(NamedTuple):
    """What the page shows of the further sources of facts, each by the facts' ids.

    Attributes:
        evidence: The quotes.
        states: Whether the sources agree.
    """

    evidence: Mapping[str, tuple[FurtherEvidence, ...]]
    states: Mapping[str, State]


def further_of_facts(
    facts: pa.Table, figures: Sequence[str], quotations: QuotationBook
) -> FurtherOfFacts:
    """The further sources of facts as the page shows them.

    Args:
        facts: By CHECKED.
        figures: How the figure of each stands.
        quotations: Those of the page.
    """
    rows, lang = further_rows(facts), quotations.lang
    if not rows.num_rows:
        return FurtherOfFacts({}, {})
    names = ("id", "source", "quote", "quote_state", "figure_state")
    own = zip(*columns_of(facts, *names), strict=True)
    sources = _by_fact(zip(*columns_of(rows, *names), strict=True))
    evidence: dict[str, tuple[FurtherEvidence, ...]] = {}
    shown = zip(
        rows["id"].to_pylist(),
        quotations.of_facts(rows),
        states_of_facts(rows, rows["figure_state"].to_pylist(), lang),
        strict=True,
    )
    for id_, quotation, states in shown:
        evidence[id_] = (*evidence.get(id_, ()), FurtherEvidence(quotation, states))
    agreement = {
        row[0]: _agreement((row, *sources[row[0]]), lang, is_text=figure == FigureState.TEXT)
        for row, figure in zip(own, figures, strict=True)
        if row[0] in sources
    }
    return FurtherOfFacts(evidence, agreement)


_Row = tuple[str, ...]  # id, source, quote, state of the quote, of the figure


def _by_fact(rows: Iterator[_Row]) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return found


def _agreement(rows: Sequence[_Row], lang: Lang, *, is_text: bool) -> State:
    """Whether the sources of a fact agree: a source that is quoted twice is one."""
    quoted = [row for row in rows if row[2]]  # what is calculated may have no quote of its own
    agreeing = {source for _, source, _, *states in quoted if bears_out(*states)}
    differing = {row[1] for row in quoted} - agreeing
    return sources_state(len(agreeing), len(differing), lang, is_text=is_text)
