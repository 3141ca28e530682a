"""Quotes as their source has them, where they were pasted with what a page or a viewer adds.

A paste has line ends, ligatures, spaces between Chinese characters; and who types a quote leaves a
footnote's mark out. Such a quote is taken for the source's own words where the text is at hand,
else for itself on one line. It is so from here on: what is printed, and what the manifest carries,
is what was checked.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.regex import regex
from exporter.evidence.claims import QuoteState, QuoteVerdict
from exporter.evidence.clauses import (
    ELLIPSIS,
    SOFT_HYPHEN,
    fingerprint,
    without_markup,
    words_of_clauses,
)
from exporter.evidence.documents.model import LOST
from exporter.evidence.quotes import verify_quote
from exporter.evidence.sources import Source
from exporter.facts.views import View

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_MARKS_CJK = "\u3001\u3002\uff01-\uff1f"
# As RE2 writes it, which Arrow has; a quote that it finds may yet be tidy.
_UNTIDY = (
    f"[\\r\\n\\x{{2028}}\\x{{2029}}\\x{{AD}}\\x{{200B}}\\x{{FB00}}-\\x{{FB06}}\\t]|  "
    f"|[{_CJK}] [{_CJK}{_MARKS_CJK}]"
)
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
     "\ufb05": "st", "\ufb06": "st", SOFT_HYPHEN: "", "\u200b": ""}
)  # fmt: skip
_BETWEEN_CJK = regex(f"(?<=[{_CJK}{_MARKS_CJK}]) (?=[{_CJK}{_MARKS_CJK}])")
_HIGH = "\u2070-\u2079\u00b9\u00b2\u00b3"
# A footnote's mark: raised digits behind a word that is no unit (m²), a year, a percent sign or a
# bracket; or a number or letter in brackets that touches what it is behind.
_NOTE = regex(
    rf"(?<=[^\W\d_]{{3}})[{_HIGH}]+|(?<=[{_CJK}])[{_HIGH}]+"
    rf"|(?<=\b(?:19|20)\d\d)[{_HIGH}]+|(?<=[%)”’\"])[{_HIGH}]+"
    r"|(?<=[\w%”’\"])\((?:\d{1,2}|[a-z])\)(?=[\s,.;:，。；：]|\Z)"
    r"|(?<=\w)[†‡§]+"
)


class OwnQuotes:
    """Quotes as the sources of a report have them."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        """For these sources, by id."""
        self._sources = sources
        found = ((id_, _without_notes(source)) for id_, source in sources.items())
        self._without_notes = {id_: text for id_, text in found if text is not None}
        self._noted = pa.array(list(self._without_notes), pa.string())

    def of_facts(self, batches: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """Facts with their quotes as their sources have them, batch by batch."""
        for batch in batches:
            looked_at = pc.or_(
                pc.match_substring_regex(batch["quote"], _UNTIDY),
                pc.is_in(batch["source"], self._noted),
            )
            yield self._of_batch(batch, looked_at) if pc.any(looked_at).as_py() else batch

    def _of_batch(self, batch: pa.Table, looked_at: pa.ChunkedArray) -> pa.Table:
        columns = (batch["source"], batch["quote"], looked_at)
        quotes = [
            self.of(quote, source) if looked and quote else quote
            for source, quote, looked in zip(*(one.to_pylist() for one in columns), strict=True)
        ]
        place = batch.column_names.index("quote")
        field = batch.schema.field(place)
        return batch.set_column(place, field, pa.array(quotes, field.type))

    def of_view(self, view: View) -> View:
        """A view with its quote as its source has it."""
        quote = self.of(view.quote, view.source)
        return view if quote == view.quote else view.model_copy(update={"quote": quote})

    def of(self, quote: str, id_: str) -> str:
        """A quote as its source has it; as it is, where nothing is to be tidied or it is not there.

        Args:
            quote: As the analyst wrote it.
            id_: Of the source that it is said to be from.
        """
        source, tidy = self._sources.get(id_), _tidy(quote)
        if source is None or source.text is None:
            return tidy
        if tidy != quote:
            verdict = verify_quote(quote, source, brief=True)
            if verdict.state is QuoteState.VERIFIED:
                return _words_in(source, verdict) or tidy
        without_notes = self._without_notes.get(id_)
        if without_notes is None or _is_known(tidy, source):
            return tidy
        return without_notes.words_of(tidy, source) or tidy


def _tidy(quote: str) -> str:
    """A quote on one line, without what a page or a viewer added."""
    return _BETWEEN_CJK.sub("", " ".join(quote.translate(_LIGATURES).split()))


def _words_in(source: Source, verdict: QuoteVerdict) -> str:
    """The words of a source's text that a quote is; "" where they are unknown, or lack letters."""
    if source.changed or source.text is None or verdict.start < 0:
        return ""
    clauses = source.clauses
    passages = (
        source.text[clauses[first].start : clauses[last].end] for first, last in verdict.spans
    )
    words = "…".join(map(_plain, passages))
    return "" if LOST in words else words


def _plain(text: str) -> str:
    return " ".join(without_markup(text).split())


def _is_known(quote: str, source: Source) -> bool:
    """Whether all of a quote's clauses are a source's, so that nothing lacks in them."""
    names = (
        fingerprint(words) for part in ELLIPSIS.split(quote) for words in words_of_clauses(part)
    )
    return all(name in source.positions for name in names)


class _WithoutNotes:
    """A source's text without the marks of its footnotes."""

    def __init__(self, source: Source, cuts: Sequence[tuple[int, int]]) -> None:
        kept = zip(
            [0, *(end for _, end in cuts)], [*(begin for begin, _ in cuts), None], strict=True
        )
        whole = source.text or ""
        self._source = replace(source, text="".join(whole[begin:end] for begin, end in kept))
        # Where each cut is in the text that is left, and how much was cut up to there.
        self._shifts = list(accumulate(end - begin for begin, end in cuts))
        before = [0, *self._shifts]
        self._places = [begin - shift for (begin, _), shift in zip(cuts, before, strict=False)]

    def words_of(self, quote: str, source: Source) -> str:
        """The words of a source that a quote is but for marks of footnotes; "" for none."""
        left = self._source
        sought = tuple(fingerprint(words) for words in words_of_clauses(quote))
        for first in left.text_positions.get(sought[0], ()) if sought else ():
            last = first + len(sought) - 1
            if left.text_fingerprints[first : last + 1] != sought:
                continue
            begin, end = map(self._place, (left.clauses[first].start, left.clauses[last].end))
            words = _plain((source.text or "")[begin:end])
            if verify_quote(words, source, brief=True).state is QuoteState.VERIFIED:
                return words
        return ""

    def _place(self, place: int) -> int:
        """Where a place of the text that is left is in the whole one, behind a mark at it."""
        cuts = bisect_right(self._places, place)
        return place + (self._shifts[cuts - 1] if cuts else 0)


def _without_notes(source: Source) -> _WithoutNotes | None:
    """A source's text without the marks of its footnotes; None where it has none."""
    if source.text is None or source.changed:
        return None
    cuts = [note.span() for note in _NOTE.finditer(source.text)]
    return _WithoutNotes(source, cuts) if cuts else None
