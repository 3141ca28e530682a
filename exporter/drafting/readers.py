"""Who reads what between the words: period, status, entity, attribution, metric, views, tables."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from exporter.drafting.model import Draft, DraftView, Guess, Sentence, Stated
from exporter.facts.words import Status


class Readers(NamedTuple):
    """What is asked of the words around a figure, and of a source as a whole.

    Attributes:
        period: Of what a sentence states.
        status: Of it, in a period.
        entity: That what stands at an offset of a sentence is about.
        attribution: Who says what stands there.
        metric: What a figure is of.
        statements: Text facts of sentences.
        views: Of brokers.
        tables: Drafts of the source's tables.
    """

    period: Callable[[Stated, Sentence], Guess[str]]
    status: Callable[[Stated, Sentence, str], Guess[Status]]
    entity: Callable[[int, Sentence], Guess[str]]
    attribution: Callable[[int, Sentence], Guess[str]]
    metric: Callable[[Stated, Sentence], Guess[str]]
    statements: Callable[[Sequence[Sentence]], Sequence[Draft]]
    views: Callable[[Sequence[Sentence]], Sequence[DraftView]]
    tables: Callable[[], Sequence[Draft]]
