"""Drafts of a source as a whole: each fact once, told apart, in letters that can be written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from exporter.drafting.model import Draft
from exporter.drafting.repeated import without_repeated
from exporter.evidence.documents.model import LOST

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
        replace(draft, seen=(*draft.seen, ALIKE)) if _name(draft) in alike else draft
        for draft in once
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


def _alike(drafts: Sequence[Draft]) -> set[Any]:
    """The names under which drafts state different values."""
    values: dict[Any, set[tuple[str, str]]] = {}
    for draft in drafts:
        if draft.unit is not None and draft.metric:
            values.setdefault(_name(draft), set()).add((draft.value, draft.high))
    return {name for name, said in values.items() if len(said) > 1}


def _name(draft: Draft) -> Any:
    """By what readers would tell a draft from others: entity, metric, unit, period, status."""
    kind = draft.unit.dimension if draft.unit else ""
    noun = draft.unit.words if draft.unit else ()
    return draft.entity, draft.metric.casefold(), kind, noun, draft.period, draft.status
