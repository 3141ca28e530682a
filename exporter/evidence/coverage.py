"""Which clauses of the sources are quoted, and which state figures that nothing quotes."""

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.evidence.quotes import QuoteVerdict
from exporter.evidence.sources import Source


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A clause of a source that states a figure, but stands in no quote."""

    source: str
    clause: int
    text: str


class Coverage:
    """The clauses that quotes cover, kept while quotes go by."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._quoted: dict[str, set[int]] = {id_: set() for id_ in sources}

    def add(self, source: str, verdict: QuoteVerdict) -> None:
        """A quote of `source` has been judged."""
        for first, last in verdict.spans:
            self._quoted[source].update(range(first, last + 1))

    def left_out(self) -> tuple[tuple[LeftOut, ...], int]:
        """The clauses with figures that no quote covers, and how many are worth a fact at all."""
        left_out: list[LeftOut] = []
        worth = 0
        for id_, source in self._sources.items():
            set_aside = {one.clause for one in source.record.not_facts}
            for index in source.record.figures:
                if source.record.fingerprints[index] in set_aside:
                    continue
                worth += 1
                if index not in self._quoted[id_]:
                    left_out.append(LeftOut(id_, index, _text_of(source, index)))
        return tuple(left_out), worth


def _text_of(source: Source, index: int) -> str:
    """The words of a recorded clause where the recorded text is at hand, else ""."""
    if source.text is None or source.changed:
        return ""
    clause = source.clauses[index]
    return source.text[clause.start : clause.end]
