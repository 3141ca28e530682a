"""What `sources/<id>.yaml` says: a source without its text."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from exporter.errors import WrongValueError
from exporter.evidence.documents.language import language_tag
from exporter.evidence.documents.model import Box, Kind
from exporter.evidence.not_facts import NotFact
from exporter.facts.models import (
    Address,
    CurrencyCode,
    Day,
    Line,
    Model,
    Text,
)
from exporter.facts.patterns import HASH_PATTERN, LOCATION_PATTERN, URL_PATTERN
from exporter.facts.words import LANGUAGES
from exporter.limits import FIRST_DATE


def _language(tag: str) -> str:
    """A language by its tag, as records write it."""
    known = language_tag(tag)
    if known != tag:
        right = f"write {known}" if known else "write a tag of BCP 47: en, zh, de, pt-BR"
        raise WrongValueError(f"{tag!r} is not a language", right)
    return tag


Language = Annotated[str, AfterValidator(_language)]
Location = Annotated[str, Field(pattern=LOCATION_PATTERN)]
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
        currency: What its bare signs ($, ¥, £, kr, 元 in traditional characters) mean, where a
            sentence does not say.
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


def positions_of(fingerprints: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """Where each fingerprint stands in a list of them."""
    positions: dict[str, list[int]] = {}
    for index, fingerprint in enumerate(fingerprints):
        positions.setdefault(fingerprint, []).append(index)
    return {fingerprint: tuple(indices) for fingerprint, indices in positions.items()}
