"""What a draft is made of: the setting, sentences, the figures in them, guesses, drafts."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from exporter.evidence.conventions import Conventions
from exporter.evidence.reading import Figure
from exporter.evidence.sources import Source
from exporter.facts.periods import YearEnd
from exporter.facts.units import Unit
from exporter.facts.words import Bilingual, Lang, Qualifier, Status

T = TypeVar("T")

NEW = "new"  # what `review:` says of a draft in which nothing is unsure


class Named(NamedTuple):
    """Somebody or something that a report knows by name: an entity, a broker.

    Attributes:
        name: In both languages; facts call it by the English one.
        aliases: Other names that sources use.
        year_end: The last day of its fiscal years, where that is known.
    """

    name: Bilingual
    aliases: tuple[str, ...] = ()
    year_end: YearEnd | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known before the first sentence of a source is read.

    Attributes:
        source: Whose text is at hand.
        lang: In which it is written.
        entities: Of the report, in its order.
        brokers: Of the report.
        conventions: What quotes mean in the report where their words leave it open.
        edition: The date that the report speaks for.
    """

    source: Source
    lang: Lang
    entities: tuple[Named, ...]
    brokers: tuple[Named, ...]
    conventions: Conventions
    edition: date

    @property
    def published(self) -> date:
        """When the source appeared."""
        return self.source.record.published


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a source.

    Attributes:
        start: Offset of its first character in the source's text; `end` after its last.
        text: Its words, as the source has them.
        paragraph: Which paragraph of the source it stands in, from 0.
        heading: The words of the heading above it; "" for none.
    """

    start: int
    end: int
    text: str
    paragraph: int
    heading: str = ""


class Stated(NamedTuple):
    """A figure of a sentence, as a fact would state it.

    Attributes:
        figures: As they were read: one, or both ends of a range. Offsets are the sentence's.
        value: As a person says it in `unit`: `18.62`; the low end of a range.
        high: The high end of a range; "" for none.
        unit: A known one, or one of its own with the words of the sentence.
        start: Offset in the sentence of the first character; `end` after the last.
    """

    figures: tuple[Figure, ...]
    value: str
    high: str
    unit: Unit
    qualifier: Qualifier
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Guess(Generic[T]):
    """What is read between the words, and why a person should look at it; "" where it is plain."""

    value: T
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed fact.

    Attributes:
        id: Unique in the report; "" until it is given one.
        entity: Its English name in report.yaml.
        metric: In the source's language, as are all texts.
        value: As written; of a text fact its words.
        high: The high end of a range; "" for none.
        unit: None of a text fact.
        period: As facts have it; "" for the day on which the source appeared.
        attribution: Who says so; "" for the source itself.
        quote: Whole clauses of the source.
        start: Offset of the figure in the source's text.
        doubts: Why a person should look at it; none where it is only new.
        seen: What `check` and `review` find wrong in it for themselves, as long as it is so; in
            `review:` it would outlive its cause.
        table: Which of the source's tables it stands in, from 1; 0 for none.
    """

    id: str
    entity: str
    metric: str
    value: str
    high: str
    unit: Unit | None
    qualifier: Qualifier
    period: str
    status: Status
    attribution: str
    quote: str
    start: int
    doubts: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    table: int = 0

    @property
    def review(self) -> str:
        """What stands in the field of that name."""
        return "; ".join(self.doubts) or NEW


@dataclass(frozen=True, slots=True)
class DraftView:
    """A proposed view of a broker; fields as `facts.views.View` has them, texts in one language."""

    id: str
    broker: str
    subject: str
    stance: str
    thesis: str
    drivers: tuple[str, ...]
    rating: str
    target_price: str
    currency: str
    report_date: date | None
    quote: str
    start: int
    doubts: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    previous_rating: str = ""
    previous_target_price: str = ""
    analyst: str = ""

    @property
    def review(self) -> str:
        """What stands in the field of that name."""
        return "; ".join(self.doubts) or NEW
