"""Sources: the documents that facts and views are quoted from.

`sources/<id>.yaml` records a source without its text; `sources/text/<id>.*`, where it is at hand,
is the text itself, which stays on the machine.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, NamedTuple, Self

from pydantic import AfterValidator, Field, model_validator

from exporter.errors import Problem, WrongValueError
from exporter.evidence.clauses import MARKS, Clause, split_clauses, stretches
from exporter.evidence.documents.language import language_tag
from exporter.evidence.documents.model import NO_TEXTS, Box, Kind, Picture
from exporter.evidence.not_facts import NotFact
from exporter.facts.models import (
    Address,
    CurrencyCode,
    Day,
    Line,
    Model,
    Text,
    read_known_keys,
)
from exporter.facts.patterns import HASH_PATTERN, LOCATION_PATTERN, URL_PATTERN
from exporter.facts.words import LANGUAGES
from exporter.facts.yaml_tree import read_tree
from exporter.inputs.opened import InputError, Inputs
from exporter.limits import FIRST_DATE, ReadingLimits


def _language(tag: str) -> str:
    """A language by its tag, as records write it."""
    known = language_tag(tag)
    if known != tag:
        right = f"write {known}" if known else "write a tag of BCP 47: en, zh, de, pt-BR"
        raise WrongValueError(f"{tag!r} is not a language", right)
    return tag


Language = Annotated[str, AfterValidator(_language)]
Location = Annotated[str, Field(pattern=LOCATION_PATTERN)]
# Suffixes of documents that stand beside what was read of them.
_DOCUMENTS = NO_TEXTS | {".html", ".htm", ".xhtml", ".md", ".markdown"}
_EDGES = 4  # of a box
LONGEST_URL = 1_000  # characters; Excel's 2,079 must hold the quote's text fragment, too


class SourceRecord(Model):
    """What `sources/<id>.yaml` says.

    Attributes:
        url: Where it can be read; None for what has no address, such as a note that came by mail.
        published: When the source appeared; dates without a year in its quotes are near it.
        language: `en`, `zh`, or the tag of another, whose figures nobody reads here.
        kind: Of the document; plain text where an earlier record does not say.
        document: SHA-256 of the file that the text was read of.
        extractor: Name and version of what read it.
        sha256: Of the text that the fingerprints were taken of, as UTF-8.
        locations: Where each clause stands, for kinds of documents that have places.
        fingerprints: Of its clauses, in order.
        currency: What its bare signs ($, ¥, £, kr) mean, where a sentence does not say.
        figures: Which clauses (from 0) state a figure, so that none is left out unseen.
        not_facts: Clauses with figures that are left out on purpose.
    """

    title: Text
    publisher: Text
    author: Text | None = None
    url: Address | None = Field(default=None, pattern=URL_PATTERN, max_length=LONGEST_URL)
    published: Day = Field(ge=FIRST_DATE)
    retrieved: Day
    language: Language
    currency: CurrencyCode | None = None
    kind: Kind = "text"
    document: str | None = Field(default=None, pattern=HASH_PATTERN)
    extractor: Line | None = None
    sha256: str = Field(pattern=HASH_PATTERN)
    fingerprints: tuple[str, ...] = Field(min_length=1)
    locations: tuple[Location, ...] = ()
    figures: tuple[int, ...] = ()
    not_facts: tuple[NotFact, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether figures are read in its language."""
        return self.language in LANGUAGES

    @cached_property
    def pages(self) -> int:
        """The last page that has a clause; 0 for a document without pages."""
        return max(map(page_in, self.locations), default=0)

    def box_of(self, clause: int) -> tuple[int, Box] | None:
        """The page on which a clause begins, from 1, and its box there; None where there is none.

        What runs over to the next page has the box of its beginning.
        """
        page, *edges = self.locations[clause].split(" ") if self.locations else ("",)
        if len(edges) != _EDGES:
            return None
        left, bottom, right, top = map(float, edges)
        return int(page[1:]), (left, bottom, right, top)

    def page_of(self, clause: int) -> int:
        """The page on which a clause begins, from 1; 0 where there are none."""
        return page_in(self.locations[clause]) if self.locations else 0

    @model_validator(mode="after")
    def _clauses_exist(self) -> Self:
        last = len(self.fingerprints) - 1
        if beyond := [index for index in self.figures if not 0 <= index <= last]:
            raise WrongValueError(
                f"`figures` has {beyond[0]}, but the last clause is {last}", "record again"
            )
        if self.locations and len(self.locations) != last + 1:
            wrong = f"there are {len(self.locations)} `locations` of {last + 1} clauses"
            raise WrongValueError(wrong, "record again")
        for not_fact, places in self.places_aside:
            if not places:
                wrong = f"`not_facts` has {_named_in(not_fact)!r}, which is no clause"
                raise WrongValueError(wrong, "copy whole clauses of the source, word for word")
        return self

    @cached_property
    def places_aside(self) -> list[tuple[NotFact, frozenset[int]]]:
        """Which clauses each of `not_facts` is about."""
        positions = positions_of(self.fingerprints) if self.not_facts else {}
        return [(one, one.places(self.fingerprints, positions)) for one in self.not_facts]

    @cached_property
    def set_aside(self) -> frozenset[int]:
        """Which clauses, from 0, `not_facts` sets aside as a whole."""
        every = (places for one, places in self.places_aside if one.only is None)
        return frozenset(chain.from_iterable(every))

    @cached_property
    def partly_aside(self) -> Mapping[int, tuple[str, ...]]:
        """Of which clauses it sets a figure or a view aside, and which."""
        found: dict[int, tuple[str, ...]] = {}
        for one, places in self.places_aside:
            if one.only is not None:
                found |= {place: (*found.get(place, ()), one.only) for place in places}
        return found


def _named_in(not_fact: NotFact) -> str:
    """What of a clause set aside is looked for: with the words around it, where there are any."""
    return not_fact.clause if not_fact.quote is None else f"{not_fact.clause} … {not_fact.quote}"


def page_in(location: str) -> int:
    """The page of a location: 12 of `p12 72.0 540.1 300.0 552.3`; 0 of `¶31`."""
    return int(location[1:].split(" ", 1)[0]) if location.startswith("p") else 0


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
        has_other: Whether only another one is.
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
        return positions_of(self.text_fingerprints)

    def goes_on(self, clause: int) -> bool:
        """Whether a clause of the text at hand goes on with the one before: lines end between."""
        text, before = self.text or "", self.clauses[clause - 1]
        return not text[before.end : self.clauses[clause].start].strip(MARKS)

    @cached_property
    def changed(self) -> bool:
        """Whether the text at hand is another than the recorded one."""
        return self.text is not None and text_hash(self.text) != self.record.sha256

    @property
    def is_read_anew(self) -> bool:
        """Whether the text at hand is another, and of the recorded document: otherwise read."""
        return self.has_document and self.changed


def positions_of(fingerprints: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Where each fingerprint stands in a list of them."""
    positions: dict[str, list[int]] = {}
    for index, fingerprint in enumerate(fingerprints):
        positions.setdefault(fingerprint, []).append(index)
    return {fingerprint: tuple(indices) for fingerprint, indices in positions.items()}


def text_hash(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in hex."""
    return sha256(text.encode()).hexdigest()


def read_sources(
    folder: Path, shown: str, inputs: Inputs | None = None, only: Collection[str] | None = None
) -> tuple[dict[str, Source], list[Problem]]:
    """Read every source of a report.

    Args:
        folder: The report's `sources` folder.
        shown: What messages call it.
        inputs: What is allowed to be read, and was read; the folder unless said.
        only: Ids of those that are read; all unless said.

    Returns:
        The sources by id, and what is wrong with these and with the others.

    Raises:
        OSError: A file cannot be read.
    """
    inputs = inputs or Inputs.of(folder)
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    every = sorted(folder.glob("*.yaml"))
    for path in every if only is None else _named(folder, only):
        name = f"{shown}/{path.name}"
        tree, malformed = read_tree(path, name, inputs)
        problems += malformed
        if tree is None:
            if not malformed:
                right = "record the source again"
                problems.append(Problem(name, 0, "", "the file is empty", right))
            continue
        record, invalid = read_known_keys(SourceRecord, tree, name)
        problems += invalid
        text, unreadable = _read_text(folder, path.stem, inputs)
        problems += unreadable
        if record is not None:
            source = Source(path.stem, record, text, name, positions_of(record.fingerprints))
            sources[path.stem] = _with_document(folder, source, inputs)
    return sources, problems


def _named(folder: Path, ids: Collection[str]) -> Iterator[Path]:
    """The records of some sources, so far as they are there; an id may be anything a fact says."""
    for id_ in sorted(ids):
        path = folder / f"{id_}.yaml"
        if path.parent == folder and path.is_file():
            yield path


def _with_document(folder: Path, source: Source, inputs: Inputs) -> Source:
    """A source that knows whether the document beside its text is the recorded one."""
    if source.record.document is None or not any(_documents(folder, source.id)):
        return source
    is_there = read_recorded(folder, source, inputs) is not None
    return replace(source, has_document=is_there, has_other=not is_there)


def _documents(folder: Path, id_: str) -> Iterator[Path]:
    """The documents that stand beside what was read of them."""
    text = text_file(folder, id_)
    for path in sorted((folder / "text").glob(f"{id_}.*")):
        if path.stem == id_ and path != text and path.suffix.lower() in _DOCUMENTS:
            yield path


def read_recorded(folder: Path, source: Source, inputs: Inputs) -> bytes | None:
    """The document that a source was recorded of, where it is at hand.

    Args:
        folder: The report's `sources` folder.
        source: The source.
        inputs: What is allowed to be read.

    Raises:
        InputError: A document must not be read.
        OSError: One cannot be read.
    """
    for path in _documents(folder, source.id):
        data = inputs.read(path, inputs.limits.document_bytes)
        if sha256(data).hexdigest() == source.record.document:
            return data
    return None


def doubts_of_texts(sources: Mapping[str, Source]) -> list[Problem]:
    """The sources of which another document, or what something else read of it, is at hand."""
    right = "record it again, by `exporter source add`, so that quotes are found in it"
    doubts: list[Problem] = []
    for source in sources.values():
        wrong = ""
        if source.has_other:
            wrong = "the document beside its text is another than the recorded one"
        elif source.is_read_anew and source.record.extractor:
            wrong = f"its text was read anew, not by {source.record.extractor}"
        if wrong:
            doubts.append(Problem(source.file, 0, source.id, wrong, right))
    return doubts


def _read_text(folder: Path, id_: str, inputs: Inputs) -> tuple[str | None, list[Problem]]:
    """The full text of source `id_`, or None where it is not at hand or is no text."""
    path = text_file(folder, id_)
    if path is None:
        return None, []
    try:
        text = inputs.read(path).decode("utf-8-sig")
        refuse_many_clauses(text, inputs.limits)
    except InputError as error:
        return None, [Problem(str(path), 0, id_, *error.fault)]
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start} is not UTF-8 text"
        return None, [Problem(str(path), 0, id_, wrong, "save it as UTF-8, or take it away")]
    return text, []


def refuse_many_clauses(text: str, limits: ReadingLimits) -> None:
    """Go on only if a source's text has no more clauses, nor longer ones, than are read.

    Raises:
        InputError: It has.
    """
    # Each clause has a character at least, so that most texts need not be looked at.
    if len(text) <= min(limits.clauses, limits.clause_length):
        return
    right = "record a part of it, or raise the limit (docs/limits.md)"
    lengths = [stop - start for start, stop in stretches(text)]
    if max(lengths) > limits.clause_length:
        wrong = f"the text has more than {limits.clause_length:,} characters in one clause"
        raise InputError(wrong, right)
    if len(lengths) > limits.clauses and any(islice(split_clauses(text), limits.clauses, None)):
        raise InputError(f"the text has more than {limits.clauses:,} clauses", right)


def text_file(folder: Path, id_: str) -> Path | None:
    """The file of a source's full text, `text/<id>.txt` or another suffix; None for none.

    Beside what was read of a document that is no text stands the document itself.
    """
    files = (path for path in sorted((folder / "text").glob(f"{id_}.*")) if path.stem == id_)
    texts = (path for path in files if path.suffix.lower() not in NO_TEXTS)
    return min(texts, key=lambda path: path.suffix != ".txt", default=None)
