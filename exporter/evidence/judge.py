"""The verdict on a claim: on its quote, and on the figure in it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from exporter.evidence.claims import Claim
from exporter.evidence.dates import confirm_date
from exporter.evidence.figures import TEXT, FigureVerdict, confirm_figure
from exporter.evidence.quotes import NOT_FOUND, QuoteVerdict, verify_quote
from exporter.evidence.sources import Source

_UNKNOWN = "there is no source"
_TEXT = FigureVerdict(TEXT)


class Verdict(NamedTuple):
    """What the check says of a claim."""

    quote: QuoteVerdict
    figure: FigureVerdict


class Judge:
    """Judges claims by the sources that are recorded."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """A judge who knows these sources."""
        self._sources = sources
        self.on_quote = lru_cache(maxsize=8192)(self._on_quote)  # the quotes of a batch of facts

    def on_claims(self, claims: Iterable[Claim]) -> list[Verdict]:
        """The verdict on every claim, in order; `on_quote` says more of a faulty quote."""
        return [
            Verdict(self.on_quote(one.source, one.quote, True), self._on_figure(one))
            for one in claims
        ]

    def _on_quote(self, source: str, quote: str, brief: bool = False) -> QuoteVerdict:
        if source in self._sources:
            return verify_quote(quote, self._sources[source], brief=brief)
        known = ", ".join(self._sources) or "none is recorded"
        right = f"use one of {known}" if self._sources else "record it: exporter source add"
        return QuoteVerdict(NOT_FOUND, wrong=f"{_UNKNOWN} {source!r}", right=right)

    def _on_figure(self, claim: Claim) -> FigureVerdict:
        # Whatever a row calls itself, a number in it is checked: it might be shown.
        if claim.number is not None or claim.kind == "number":
            return confirm_figure(claim)
        if claim.date is None and claim.kind == "text":
            return _TEXT
        source = self._sources.get(claim.source)
        return confirm_date(claim, source.record.published if source else None)


def is_unknown(wrong: str) -> bool:
    """Whether what is wrong with a quote is that nobody knows its source."""
    return wrong.startswith(_UNKNOWN)
