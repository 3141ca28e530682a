"""Sources: the documents that facts and views are quoted from, and what is shown of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from exporter.evidence.clauses import MARKS, Clause, split_clauses
from exporter.evidence.documents.model import Picture
from exporter.evidence.source_record import SourceRecord, positions_of


class Excerpt(NamedTuple):
    """What pages show, and links name, of a source's text around a quote.

    Attributes:
        before: What precedes the quote in its sentence.
        after: What follows it there.
        around: For each passage of the quote, the words right before and behind it that a link
            needs, because the passage's own words stand elsewhere, too; "" for none.
        words: For each passage of the quote, the source's own words, where they differ from the
            quote's: all of them, or the first and the last ones; () for none.
        picture: Of the lines around the quote, where the report shows such.
    """

    before: str = ""
    after: str = ""
    around: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True)
class Source:
    """A source: its id, its record, and its text where that is at hand.

    Attributes:
        file: The record's file as messages call it.
        excerpts: Where the text is not at hand, what is known of it, by quote.
        drifted: Where it is not, the quotes that were no more in it.
        has_document: Whether the recorded document is at hand, beside what was read of it.
        has_other: Whether only another one is; then `text` is what that one says.
        is_read_anew: Whether the text at hand is another than the recorded one, and still what is
            read in the recorded document: by another version of what reads it.
    """

    id: str
    record: SourceRecord
    text: str | None
    file: str
    positions: Mapping[str, tuple[int, ...]] = field(repr=False)
    excerpts: Mapping[str, Excerpt] = field(default_factory=dict, repr=False)
    drifted: frozenset[str] = field(default=frozenset(), repr=False)
    has_document: bool = False
    has_other: bool = False
    is_read_anew: bool = False

    def __getstate__(self) -> dict[str, object]:
        """Its fields alone: a thread may work out the rest while another sends it to a process."""
        return {part.name: getattr(self, part.name) for part in fields(self)}

    def without_text(self) -> "Source":
        """What is said of it beside its words: when it was published, what its signs mean."""
        record = self.record.model_copy(update={"fingerprints": ()})
        return replace(self, record=record, text=None, positions={}, excerpts={})

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the text at hand; none where it is not."""
        return tuple(split_clauses(self.text or ""))

    @cached_property
    def text_fingerprints(self) -> tuple[str, ...]:
        """The fingerprints of `clauses`."""
        return tuple(clause.fingerprint for clause in self.clauses)

    @cached_property
    def text_positions(self) -> Mapping[str, tuple[int, ...]]:
        """Where each clause of the text at hand stands in `clauses`."""
        is_recorded = self.text_fingerprints == self.record.fingerprints
        return self.positions if is_recorded else positions_of(self.text_fingerprints)

    def goes_on(self, clause: int) -> bool:
        """Whether a clause of the text at hand goes on with the one before: lines end between."""
        text, before = self.text or "", self.clauses[clause - 1]
        return not text[before.end : self.clauses[clause].start].strip(MARKS)

    @cached_property
    def changed(self) -> bool:
        """Whether the text at hand is another than the recorded one."""
        return self.text is not None and text_hash(self.text) != self.record.sha256


def text_hash(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in hex."""
    return sha256(text.encode()).hexdigest()
