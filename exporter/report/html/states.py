"""What the check found, as the evidence page says it: in words, with a tone, for its filter."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.claims import FigureState, QuoteState
from exporter.evidence.texts import states_figures
from exporter.evidence.views import ViewVerdict
from exporter.facts.table import DATE
from exporter.facts.words import Lang
from exporter.report.html.model import EvidenceEntry, State
from exporter.report.labels import EVIDENCE_WORDS

_AGREE, _DIFFER, _QUOTED = "agree", "differ", "quoted"  # several sources of one fact
_CHECKED_TEXT = "checked text"  # no figure by itself, but with some in it that its quote states
_TONES: Mapping[str, str] = {
    QuoteState.VERIFIED: "proved",
    FigureState.CONFIRMED: "proved",
    FigureState.CALCULATED: "proved",
    FigureState.TEXT: "plain",
    _CHECKED_TEXT: "proved",
    FigureState.ACCEPTED: "accepted",
    _AGREE: "proved",
    _QUOTED: "plain",
}


def figure_states(facts: pa.Table) -> list[str]:
    """How each fact's figure stands, or what its text says of figures."""
    rows = zip(*columns_of(facts, "figure_state", "text.en", "text.zh"), strict=True)
    return [
        _CHECKED_TEXT
        if state == FigureState.TEXT and any(states_figures(text) for text in texts if text)
        else state
        for state, *texts in rows
    ]


def states_of_facts(
    facts: pa.Table, figures: Sequence[str], lang: Lang
) -> Iterator[tuple[State, ...]]:
    """How the quote, figure and translation of each fact stand, or of each further source."""
    kinds, translations = columns_of(facts, "kind", "translation_state")
    quotes = pc.if_else(pc.equal(facts["quote"], ""), "", facts["quote_state"]).to_pylist()
    rows = zip(kinds, quotes, figures, translations, strict=True)
    return (fact_states(*row, lang) for row in rows)


@cache
def fact_states(
    kind: str, quote: str, figure: str, translation: str, lang: Lang
) -> tuple[State, ...]:
    """How a fact's quote, if any, figure and translation stand; the last only where it is wrong."""
    states = [state_of("quote", "quote", quote, lang)] if quote else []
    states.append(state_of("figure", "date" if kind == DATE else "figure", figure, lang))
    if translation:
        states.append(state_of("translation", "translation", translation, lang))
    return tuple(states)


def view_states(verdict: ViewVerdict, lang: Lang) -> Iterator[State]:
    """How a view's quote stands, and its figures and rating where it has any."""
    yield state_of("quote", "quote", verdict.quote.state, lang)
    if verdict.figure is FigureState.CONFIRMED:
        yield state_of("figure", "figure", _CHECKED_TEXT, lang)
    elif verdict.figure is not FigureState.TEXT:
        yield state_of("figure", "figure", verdict.figure, lang)


def sources_state(agreeing: int, differing: int, lang: Lang, *, is_text: bool) -> State:
    """How the sources of one fact stand to it.

    Args:
        agreeing: How many state it.
        differing: How many do not.
        lang: The language.
        is_text: Whether it is a text without figures, of which no source states one.
    """
    how = _DIFFER if differing else _QUOTED if is_text else _AGREE
    key = "source" if agreeing + differing == 1 else "sources"
    words = EVIDENCE_WORDS[f"{key} {how} counted"].in_(lang)
    told = words.format(count=agreeing, total=agreeing + differing)
    return State(f"sources:{how}", told, _TONES.get(how, "doubt"))


@cache
def state_of(part: str, kind: str, state: str, lang: Lang) -> State:
    """A state in words: of a part, as a kind of it says it."""
    of_texts = state in {FigureState.TEXT, _CHECKED_TEXT}
    words = EVIDENCE_WORDS[f"{'figure' if of_texts else kind} {state}"].in_(lang)
    return State(f"{part}:{state.replace(' ', '-')}", words, _TONES.get(state, "doubt"))


def states_found(
    claims: Sequence[EvidenceEntry], lang: Lang
) -> dict[str, tuple[tuple[State, int], ...]]:
    """Every state that a claim is in, with how many are; figures and dates are told as one."""
    found = Counter(state.key for claim in claims for state in claim.states)
    states: dict[str, tuple[tuple[State, int], ...]] = {}
    for part in ("quote", "figure", "translation", "sources"):
        keys = [key for key in sorted(found) if key.startswith(f"{part}:")]
        kind = "any" if part == "figure" else part
        named = [
            state_of(part, kind, key.partition(":")[2].replace("-", " "), lang) for key in keys
        ]
        if named:
            label = EVIDENCE_WORDS[part].in_(lang)
            states[label] = tuple((state, found[state.key]) for state in named)
    return states


def columns_of(facts: pa.Table, *names: str) -> Iterator[list[str]]:
    """Columns of facts, as lists."""
    return (facts[name].to_pylist() for name in names)
