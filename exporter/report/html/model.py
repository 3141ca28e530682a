"""What the writer of the evidence page draws: every fact and view with its quote and its source.

Anchors are those of `links.anchor`: a fact's is its id, a view's its id too unless a fact has that.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.facts.words import Lang
from exporter.report.properties import Properties
from exporter.report.themes.model import DESK, Theme


@dataclass(frozen=True, slots=True)
class State:
    """What the check found, in words.

    Attributes:
        key: For the filter, one word: `quote:verified`, `figure:not-stated`.
        words: In the page's language.
        tone: `proved`, `doubt`, `accepted` or `plain`: how it is shown beside its words.
    """

    key: str
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quote with what stands around it in its source.

    Attributes:
        words: As the analyst wrote them; "" where what is calculated has no quote.
        before: What precedes them in their sentence, "" where the text is not at hand.
        after: What follows them there, likewise.
        lang: The language of all three.
        translation: Into the page's language, "" where the quote is in it.
        url: The live source at the passage, or "" where it has no address or is not known.
        source: Publisher, title and date in one line, and the page where there is one.
        picture: Of the lines around it, as a `data:` URI; "" for none.
        width: Of the picture in pixels, "" without one.
        height: Likewise.
        picture_says: What the picture shows, in words; or that another entry has it.
        pictured_at: The anchor of that other entry.
    """

    words: str
    before: str
    after: str
    lang: str
    translation: str
    url: str
    source: str
    picture: str = ""
    width: str = ""
    height: str = ""
    picture_says: str = ""
    pictured_at: str = ""

    @property
    def in_context(self) -> bool:
        """Whether something of the source stands around the words."""
        return bool(self.before or self.after)


@dataclass(frozen=True, slots=True)
class FormulaPart:
    """A piece of a formula in words: an operand with the anchor of its entry, or what is between.

    Attributes:
        text: What it says.
        target: The anchor that it leads to; "" for none.
    """

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class FurtherEvidence:
    """A further source of a fact: its quote, and what the check said of it."""

    quotation: Quotation
    states: tuple[State, ...]


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """A fact or a view.

    Attributes:
        id: Its id, with the `anchor` that links lead to.
        topic: What it is about, as the filter names it.
        heading: The metric, or broker and subject.
        value: As the workbook shows it; a view's thesis.
        unit: What the value does not show of its unit, or "".
        kind: `number`, `date`, `text` or `view`.
        points: A view's drivers.
        details: Pairs of label and text: period, status, attribution; rating, target price.
        quotation: Its evidence.
        states: What the check said.
        formula: What it is calculated by, in words; none for what is stated.
        further: Further sources of the same figure.
    """

    id: str
    anchor: str
    topic: str
    heading: str
    value: str
    unit: str
    kind: str
    points: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    quotation: Quotation
    states: tuple[State, ...]
    formula: tuple[FormulaPart, ...] = ()
    further: tuple[FurtherEvidence, ...] = ()

    @property
    def state_keys(self) -> str:
        """By which the filter finds it, with a space between them."""
        return " ".join(state.key for state in self.states)


@dataclass(frozen=True, slots=True)
class Group:
    """The facts about one entity, or the views."""

    heading: str
    claims: tuple[EvidenceEntry, ...]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source: its title, its address ("" for none) and pairs of label and text."""

    title: str
    url: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """One HTML file: `evidence.<lang>.html`.

    Attributes:
        lang: Its language.
        title: The report's title.
        counts: Pairs of a number and what it counts, for the head of the page.
        groups: In order; none is empty.
        topics: What can be filtered by, in order.
        states: Likewise, each with how many claims have it, by its heading.
        sources: That the claims quote.
        labels: The page's own words by key, as in labels.EVIDENCE_WORDS, and `as_of`.
        properties: Of the document.
        theme: How it looks, and who speaks.
    """

    lang: Lang
    title: str
    counts: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    topics: tuple[str, ...]
    states: Mapping[str, tuple[tuple[State, int], ...]]
    sources: tuple[SourceEntry, ...]
    labels: Mapping[str, str]
    properties: Properties
    theme: Theme = DESK

    @property
    def has_pictures(self) -> bool:
        """Whether it shows a picture: a logo, or one of an entry."""
        return self.theme.letterhead.logo is not None or self.pictures_lines

    @property
    def pictures_lines(self) -> bool:
        """Whether an entry shows a picture."""
        claims = (claim for group in self.groups for claim in group.claims)
        return any(
            claim.quotation.picture or any(one.quotation.picture for one in claim.further)
            for claim in claims
        )
