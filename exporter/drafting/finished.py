"""Drafts of a source as a whole: each fact once, told apart, in letters that can be written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from exporter.drafting.model import Draft
from exporter.drafting.repeated import without_repeated
from exporter.evidence.documents.model import LOST
from exporter.facts.alike import are_ends, are_of_two

ALIKE = "another draft has the same name and period, and another value: tell them apart"
LETTERS = "the source lacks letters here: see whether the name is whole"


def finished(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts of a source, as they are proposed.

    Args:
        drafts: In the order of the text.
    """
    once = without_repeated(list(_once(map(_in_letters, drafts))))
    alike = _alike(once)
    return [
        replace(draft, seen=(*draft.seen, ALIKE)) if id(draft) in alike else draft for draft in once
    ]


def _once(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Each fact once: a text that says the same again in the same words says one fact."""
    seen = set()
    for draft in drafts:
        told = replace(draft, id="", start=0, quote="", doubts=(), seen=(), table=0)
        if told not in seen or not draft.metric:
            yield draft
        seen.add(told)


def _in_letters(draft: Draft) -> Draft:
    """A draft without the mark of lost letters in what is written anew; its quote keeps its own."""
    said = (draft.metric, draft.attribution, *draft.doubts)
    if not any(LOST in text for text in said):
        return draft
    metric, attribution, *doubts = (" ".join(text.replace(LOST, "").split()) for text in said)
    return replace(draft, metric=metric, attribution=attribution, doubts=(*doubts, LETTERS))


def _alike(drafts: Sequence[Draft]) -> set[int]:
    """The drafts, as objects, that go by the name of another with a different value."""
    by_name: dict[Any, list[Draft]] = {}
    for draft in drafts:
        if draft.unit is not None and draft.metric:
            by_name.setdefault(_name(draft), []).append(draft)
    return {
        id(draft)
        for group in by_name.values()
        for draft in group
        if any(_is_another(draft, other) for other in group)
    }


def _is_another(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one name state values that readers cannot tell apart."""
    if _value(one) == _value(other):
        return False
    is_apart = are_of_two((one.attribution,), (other.attribution,))
    return not (is_apart or are_ends(one.qualifier, other.qualifier))


def _value(draft: Draft) -> tuple[Fraction, ...]:
    """What a draft states, as `check` compares it: 21 is 21.0, 1.2 billion is 1,200 million."""
    scale = draft.unit.scale if draft.unit is not None else 1
    return tuple(Fraction(end) * scale for end in (draft.value, draft.high) if end)


def _name(draft: Draft) -> Any:
    """By what readers would tell a draft from others: entity, metric, unit, period, status."""
    kind = draft.unit.dimension if draft.unit else ""
    noun = draft.unit.words if draft.unit else ()
    return draft.entity, draft.metric.casefold(), kind, noun, draft.period, draft.status
