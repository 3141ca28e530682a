"""What the writer of e-mail draws: a message with everything that its two bodies show.

Links are absolute: a message has no folder that others could be relative to.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from exporter.facts.words import Lang
from exporter.report.eml.mailboxes import Mailbox
from exporter.report.themes.logo import Logo
from exporter.report.themes.model import DESK, Theme

_ID_DIGITS = 16  # of the fingerprint, in a Message-ID
_BOUNDARY_DIGITS = 32
WHOLE, BODY, PICTURED = "mixed", "body", "pictured"  # what is parted by boundaries
LOGO_ID = "logo@exporter"  # by which the HTML body names the picture beside it (RFC 2392)
_NO_ATOM = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class ViewSummary:
    """One broker's view.

    Attributes:
        heading: Broker and subject.
        stance: positive, neutral or negative; `stance_label` says it in the message's language.
        terms: Rating, target price and report date, each with its label, if any.
        thesis: In a sentence.
        link: The source at the quote; "" where it has no address.
    """

    id: str
    heading: str
    stance: str
    stance_label: str
    terms: tuple[str, ...]
    thesis: str
    link: str


@dataclass(frozen=True, slots=True)
class FigureSummary:
    """One key figure: what it measures, of what and when, and itself as the workbook shows it.

    `unit` is "" where the figure has its signs; `link` is the source at the quote, "" where that
    has no address.
    """

    id: str
    metric: str
    note: str
    figure: str
    unit: str
    link: str


@dataclass(frozen=True, slots=True)
class Section:
    """What a one-pager says in brief; title and subtitle are "" where the headline is its own."""

    title: str
    subtitle: str
    views: tuple[ViewSummary, ...]
    figures: tuple[FigureSummary, ...]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An attached file, by its name, its media type (`application/pdf`) and what it is."""

    name: str
    media_type: str
    description: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message in one language; its bodies show its parts in the order in which they stand here.

    Attributes:
        name: Of the report, as files and the Message-ID have it.
        lang: Its language.
        edition: The report's.
        subject: The line that a mailbox lists.
        preheader: What a mailbox shows after the subject; in the HTML body alone, and hidden.
        kicker: Above the headline; "" for nothing.
        headline: The report's, or that of its only one-pager.
        subtitle: Below it, or "".
        as_of: The edition, in words.
        sections: One a one-pager.
        evidence: Where the evidence is: sentences.
        sources: What is quoted: pairs of publisher, title and date in one line, and address.
        enclosures: The attached files in order.
        disclosures: Paragraphs, each once.
        labels: The message's own words by key, as in labels.MESSAGE_WORDS: headings, and
            `passage`, what a view's link is called.
        theme: How it looks, and who speaks.
    """

    name: str
    lang: Lang
    edition: date
    subject: str
    preheader: str
    kicker: str
    headline: str
    subtitle: str
    as_of: str
    sections: tuple[Section, ...]
    evidence: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]
    enclosures: tuple[Enclosure, ...]
    disclosures: tuple[str, ...]
    labels: Mapping[str, str]
    theme: Theme = DESK

    @property
    def file_name(self) -> str:
        """The name of the draft."""
        return f"{self.name}.{self.lang}.eml"

    @property
    def logo(self) -> Logo | None:
        """What stands above the text, in dots: programs for mail know no SVG."""
        return self.theme.letterhead.logo


@dataclass(frozen=True, slots=True)
class Addressing:
    """From whom to whom; without a sender only a draft can be written."""

    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...] = ()
    bcc: tuple[Mailbox, ...] = ()
    sender: Mailbox | None = None

    @property
    def recipients(self) -> tuple[Mailbox, ...]:
        """Everyone who gets the message, once."""
        everyone: dict[str, Mailbox] = {}
        for mailbox in (*self.to, *self.cc, *self.bcc):
            everyone.setdefault(mailbox.address.casefold(), mailbox)
        return tuple(everyone.values())


@dataclass(frozen=True, slots=True)
class Bodies:
    """What a message says, as plain text and as HTML."""

    text: str
    html: str


def message_id(message: Message, sender: Mailbox, digest: str) -> str:
    """The Message-ID of a message that is sent.

    It is of report, edition, language, and all that the message holds, so that whoever is sent the
    same twice, after a delivery in doubt, is shown it once. A draft has none: mutt, NeoMutt and
    Claws Mail would keep it, and then messages to different people would be one and the same.

    Args:
        message: Whose it is.
        sender: Who sends it.
        digest: What `content_digest` gives.
    """
    name = _NO_ATOM.sub("-", message.name).strip("-") or "report"
    domain = sender.address.rpartition("@")[2]
    return f"<{name}.{message.edition}.{message.lang}.{digest[:_ID_DIGITS]}@{domain}>"


def boundary(what: str, digest: str) -> str:
    """What parts WHOLE, BODY or PICTURED: the fingerprint of all that a message holds.

    "=_" stands in no part: base64 has no underscore, and quoted-printable no bare "=".
    """
    return f"=_{what}.{digest[:_BOUNDARY_DIGITS]}"


def content_digest(message: Message, bodies: Bodies, files: Mapping[str, bytes]) -> str:
    """The fingerprint, in hex, of both bodies and of what the enclosures hold, by name."""
    return digest_of(bodies, [files[enclosure.name] for enclosure in message.enclosures])


def digest_of(bodies: Bodies, files: Sequence[bytes]) -> str:
    """The same of bodies, and of what files hold in the order in which they are attached."""
    digest = sha256()
    for content in (bodies.text.encode(), bodies.html.encode(), *files):
        digest.update(sha256(content).digest())
    return digest.hexdigest()


def columns(text: str) -> int:
    """How many columns of plain text a text takes, and so the line below a heading.

    A wide character takes two, a combining one none. Source: Unicode Standard Annex 11.
    """
    return sum(
        0
        if unicodedata.combining(character)
        else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )
