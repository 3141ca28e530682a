"""Entries of the evidence page, of which there are thousands, alike but for their texts.

The template draws each form of them once, with marks in place of texts; into that the texts of all
others of the form are filled. So it may decide by what makes a form: which texts there are and how
many, the entry's kind, the quote's language, the tones of states. It decides by no text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from jinja2 import Template
from markupsafe import Markup, escape

from exporter.engine.memo import memoized
from exporter.report.html.model import EvidenceEntry, FurtherEvidence, Quotation, State
from exporter.writers.templates import page_environment, unbroken_dates

_OWN = ("id", "anchor", "topic", "heading", "value", "unit")
_QUOTED = (
    "words", "before", "after", "translation", "url", "source",
    "picture", "width", "height", "picture_says", "pictured_at",
)  # fmt: skip
_single_texts = attrgetter(*_OWN, *(f"quotation.{name}" for name in _QUOTED))
_texts_of_quotation = attrgetter(*_QUOTED)
# Around the number of a text; the third begins it where its dates are kept unbroken.
_BEGIN, _END, _BEGIN_DATED = "\ue000", "\ue001", "\ue002"
_MARK = re.compile(f"([{_BEGIN}{_BEGIN_DATED}])([0-9]+){_END}")
_BETWEEN = "\0"  # which no text holds


class _Form(NamedTuple):
    """A drawn entry.

    Attributes:
        pieces: Its HTML, in which every second piece is a text.
        texts: Which texts these are, by number; those that are dated are numbered behind the rest.
        dated: The texts that stand somewhere with their dates unbroken.
    """

    pieces: list[str]
    texts: Sequence[int]
    dated: Sequence[int]


class AlikeEntries:
    """The entries of a page, drawn with its labels."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Draw entries by their template."""
        self._labels = labels
        self._forms: dict[tuple[object, ...], _Form] = {}

    def draw(self, entry: EvidenceEntry) -> Markup:
        """An entry as HTML."""
        texts = _texts(entry)
        by = (
            entry.kind,
            entry.quotation.lang,
            len(entry.points),
            len(entry.details),
            len(entry.formula),
            *[state.tone for state in entry.states],
            *[_form_of(one) for one in entry.further],
            *map(bool, texts),
        )
        form = self._forms.get(by)
        if form is None:
            form = self._forms[by] = self._draw_form(entry, texts)
        # All at once: to escape each by itself takes most of the time.
        escaped = str(escape(_BETWEEN.join(texts))).split(_BETWEEN)
        escaped += [_unbroken(texts[number]) for number in form.dated]
        html = form.pieces.copy()
        html[1::2] = [escaped[number] for number in form.texts]
        return Markup("".join(html))  # noqa: S704 - the template's, and what was escaped

    def _draw_form(self, entry: EvidenceEntry, texts: Sequence[str]) -> _Form:
        marks = [f"{_BEGIN}{number}{_END}" if text else "" for number, text in enumerate(texts)]
        html = entry_template().render(claim=_with_texts(entry, marks), labels=self._labels)
        pieces = _MARK.split(html)
        begins, numbers = pieces[1::3], list(map(int, pieces[2::3]))
        pairs = list(zip(numbers, begins, strict=True))
        dated = [number for number, begin in pairs if begin == _BEGIN_DATED]
        behind = {number: len(texts) + place for place, number in enumerate(dated)}
        del pieces[2::3]
        return _Form(
            pieces,
            [behind[number] if begin == _BEGIN_DATED else number for number, begin in pairs],
            dated,
        )


@cache
def entry_template() -> Template:
    """The template of an entry, which is given marks: dates are told by them, too."""
    marking = page_environment().overlay()
    marking.filters = marking.filters | {"unbroken_dates": _marked_as_dated}
    return marking.get_template("evidence-entry.html.j2")


def _marked_as_dated(mark: str) -> str:
    return mark.replace(_BEGIN, _BEGIN_DATED)


@memoized(4096)
def _unbroken(text: str) -> str:
    return str(unbroken_dates(text))


def _texts(entry: EvidenceEntry) -> list[str]:
    """The texts of an entry, in the order in which `_with_texts` takes them."""
    return [
        *_single_texts(entry),
        *entry.points,
        *chain.from_iterable(entry.details),
        *[text for part in entry.formula for text in (part.text, part.target)],
        *_texts_of_states(entry.states),
        *[text for one in entry.further for text in _texts_of_further(one)],
    ]


def _texts_of_states(states: Iterable[State]) -> Iterator[str]:
    for state in states:
        yield from (state.key, state.words)


def _texts_of_further(further: FurtherEvidence) -> Iterator[str]:
    yield from _texts_of_quotation(further.quotation)
    yield from _texts_of_states(further.states)


def _form_of(further: FurtherEvidence) -> tuple[str, ...]:
    """What the template may decide by of a further source."""
    return further.quotation.lang, *(state.tone for state in further.states)


def _with_texts(entry: EvidenceEntry, texts: Sequence[str]) -> EvidenceEntry:
    """The same entry with other texts."""
    rest = iter(texts)
    own = dict(zip(_OWN, rest, strict=False))
    return replace(
        entry,
        **own,
        quotation=_quotation(entry.quotation, rest),
        points=tuple(next(rest) for _ in entry.points),
        details=tuple((next(rest), next(rest)) for _ in entry.details),
        formula=tuple(replace(part, text=next(rest), target=next(rest)) for part in entry.formula),
        states=_states(entry.states, rest),
        further=tuple(
            replace(
                one, quotation=_quotation(one.quotation, rest), states=_states(one.states, rest)
            )
            for one in entry.further
        ),
    )


def _quotation(quotation: Quotation, rest: Iterator[str]) -> Quotation:
    return replace(quotation, **dict(zip(_QUOTED, rest, strict=False)))


def _states(states: Iterable[State], rest: Iterator[str]) -> tuple[State, ...]:
    return tuple(replace(state, key=next(rest), words=next(rest)) for state in states)
