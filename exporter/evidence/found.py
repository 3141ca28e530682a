"""What the check of facts and views found."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from exporter.errors import Problem
from exporter.evidence.claims import FigureState, QuoteState
from exporter.evidence.names_used import NamesUsed
from exporter.evidence.quotes import LeftOut
from exporter.evidence.views import ViewVerdict
from exporter.facts.fact_set import FactSet


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the check found.

    Attributes:
        facts: The facts by the schema CHECKED.
        views: The verdict on each view, by its id.
        problems: What is not verified or not confirmed, of facts the first MOST_REPORTED. What is
            said of a fact in `facts` holds whether or not its problem is among them.
        without_source: Those that name a source which is not recorded, likewise.
        doubts: What is told of figures in texts and translations, and not refused; likewise.
        left_out: Clauses with figures that no fact or view quotes.
        clauses_with_figures: How many clauses of the sources state a figure worth a fact.
        states: How many facts are in each state of quote, and of figure.
        names: Those that silence nothing in facts and views.
        miscalculated: What is wrong with formulas, which nobody may accept.
        further: How many further sources of facts are in each state of quote, and of figure.
        refused: How many facts are written that are not whole, so that nothing is proved of them.
    """

    facts: FactSet
    views: Mapping[str, ViewVerdict]
    problems: tuple[Problem, ...]
    without_source: tuple[Problem, ...]
    doubts: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...]
    clauses_with_figures: int
    states: tuple[Mapping[str, int], Mapping[str, int]]
    names: NamesUsed
    miscalculated: tuple[Problem, ...] = ()
    further: tuple[Mapping[str, int], ...] = ({}, {})
    refused: int = 0

    def quote_states(self) -> dict[str, int]:
        """How many quotes, of facts and views, are in each state."""
        counts = Counter(self.states[0])
        counts.update(verdict.quote.state for verdict in self.views.values())
        return {state.value: counts[state] for state in QuoteState}

    def figure_states(self) -> dict[str, int]:
        """How many facts are in each state; views count where an analyst answers for theirs."""
        counts = Counter(self.states[1])
        counts[FigureState.ACCEPTED] += len(self.accepted_views())
        rare = {FigureState.NOT_READ, FigureState.CALCULATED}  # unknown to earlier manifests
        return {
            state.value: counts[state]
            for state in FigureState
            if counts[state] or state not in rare
        }

    def further_states(self) -> dict[str, dict[str, int]]:
        """How many further sources are in each state, of `quotes` and of `figures`."""
        kinds = {"quotes": QuoteState, "figures": FigureState}
        return {
            name: {state.value: counts[state] for state in kind if counts.get(state)}
            for (name, kind), counts in zip(kinds.items(), self.further, strict=True)
        }

    @property
    def is_unread(self) -> bool:
        """Whether figures of any fact or view are not read, for their quote's language."""
        unread = FigureState.NOT_READ
        return bool(self.states[1].get(unread)) or any(
            verdict.figure is unread for verdict in self.views.values()
        )

    def accepted_views(self) -> list[str]:
        """Ids of the views whose figures an analyst answers for."""
        accepted = FigureState.ACCEPTED
        return [id_ for id_, verdict in self.views.items() if verdict.figure is accepted]
