"""One-pagers: cards, a matrix, key figures, a picture; and files that travel inside a PDF."""

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.facts.words import Lang
from exporter.report.properties import Properties
from exporter.report.themes.model import DESK, Theme


@dataclass(frozen=True, slots=True)
class Card:
    """What one broker thinks of one subject.

    `stance` is positive, neutral or negative; `stance_label` says it in the page's language.
    `terms` are rating, target price and what belongs to them, as pairs of label and value, if any,
    and how all of it stands to the quote; `remarks` are the latter alone, which a card shows where
    a comparison has the others.
    `translation` is "" where the quote is in the page's language.
    `link` is where the quote's evidence is shown, relative to the PDF; "" for nowhere.
    """

    id: str
    broker: str
    subject: str
    stance: str
    stance_label: str
    thesis: str
    drivers: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    quote: str
    quote_lang: str
    translation: str
    link: str = ""
    remarks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """The figure of an earlier period, with its unit; by how much it has changed since, or "".

    `status` and `attribution` are those of what was not achieved, as of a key figure.
    """

    id: str
    as_of: str
    figure: str
    change: str
    link: str = ""
    status: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure as the workbook shows it, with what it measures.

    `link` is where its evidence is shown, relative to the PDF; "" for nowhere. `status` says what
    it is where it was not achieved (guidance, planned), and `attribution` who says so; "" for none.
    """

    id: str
    figure: str
    unit: str
    metric: str
    entity: str
    as_of: str
    link: str = ""
    before: Earlier | None = None
    status: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which broker names which driver: a row a driver, a mark a broker; none if none is shared."""

    brokers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[bool, ...]], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a comparison: what it holds, its heading, and whether that is numbers."""

    key: str
    label: str
    is_number: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What brokers rate and expect, a row each; `note` says how the upside follows, and marks."""

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a picture.

    `share` is its length, from -1 to 1: the longest is 1, those below zero are negative. Of a pair,
    `label` stands at the first bar, and `period` at each.
    """

    label: str
    figure: str
    share: float
    period: str = ""
    is_earlier: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A bar chart of comparable figures."""

    title: str
    alt_text: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A broker's target price, and the one before it where it was another; "" for none."""

    broker: str
    figure: str
    amount: float
    earlier: str = ""
    earlier_amount: float = 0.0


@dataclass(frozen=True, slots=True)
class TargetRange:
    """Target prices of one currency on one scale, with what the share costs; "" for no price."""

    title: str
    alt_text: str
    targets: tuple[Target, ...]
    price: str = ""
    price_amount: float = 0.0


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """What a report brings of its own: a template in place of ours, a style sheet after ours.

    Either may be None; what is brought counts as a stranger's.
    """

    html: str | None
    css: str | None


@dataclass(frozen=True, slots=True)
class OnePager:
    """One page of broker views, or two where it may have them: `<name>.<lang>.pdf`.

    Attributes:
        name: File name without language and suffix.
        lang: Its language.
        title: Headline.
        subtitle: A line below it, or "".
        edition: The edition, written out in the page's language.
        cards: One a view.
        matrix: Brokers by drivers.
        comparison: Brokers by what they rate and expect, where they share no driver; or None.
        figures: The key figures behind the views.
        picture: A chart of figures or of target prices, or None.
        sources: What each exhibit's source line says, by `views`, `comparison`, `drivers`,
            `figures`, `picture`.
        notes: What stands above it, by `figures` and `picture`: why marked figures are accepted.
        disclosures: Paragraphs at the foot.
        changes: What is new since an earlier edition, a line each.
        theme: How it looks, and who speaks.
        template: What the report brings of its own; None where it is drawn by ours.
        pages: How many it may have: 1, or 2.
        labels: The page's own words by key: the headings `views`, `figures`, `drivers` and
            `disclosures` and `changes`; `exhibit` before the number of one; `driver` above the
            rows of the matrix;
            `named` and `not_named` for its marks; `as_of`; `source`; `page_of` of two pages.
        properties: Document properties.
        places: Where each view is written (`file`, `line`) by its id, for messages.
    """

    name: str
    lang: Lang
    title: str
    subtitle: str
    edition: str
    cards: tuple[Card, ...]
    matrix: Matrix
    figures: tuple[KeyFigure, ...]
    picture: Picture | TargetRange | None
    sources: Mapping[str, str]
    notes: Mapping[str, str]
    disclosures: tuple[str, ...]
    labels: Mapping[str, str]
    properties: Properties
    places: Mapping[str, tuple[str, int]]
    changes: tuple[str, ...] = ()
    comparison: Comparison | None = None
    theme: Theme = DESK
    template: OwnTemplate | None = None
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file embedded in a PDF.

    Attributes:
        name: File name, unique in its PDF.
        mime: Media type, such as `text/csv`.
        relationship: What it is to the page (ISO 19005-3, 6.8): `Data` that the page shows, its
            `Source`, an `Alternative` to it, a `Supplement`, or `Unspecified`.
        description: What it holds, in the page's language.
        content: Its bytes.
    """

    name: str
    mime: str
    relationship: str
    description: str
    content: bytes
