"""A written message, read back by Python's reader of e-mail and compared with its layout.

Each of its two bodies shows the message's texts in the message's order and nothing between them.

texts.py   these texts and links
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import format_datetime, getaddresses

from exporter.proof.difference import MISSING, Difference, in_file, unlike, unreadable
from exporter.proof.eml.texts import HTML, PLAIN, links_of, texts_of
from exporter.proof.html_texts import Vocabulary, read_html
from exporter.proof.texts import compare_texts
from exporter.report.eml.layout import EVIDENCE, WORKBOOK
from exporter.report.eml.mailboxes import Mailbox
from exporter.report.eml.model import (
    BODY,
    LOGO_ID,
    PICTURED,
    WHOLE,
    Addressing,
    Bodies,
    Message,
    boundary,
    digest_of,
    message_id,
)

_FIELDS = ("Content-Language", "MIME-Version", "Content-Type")
_PARTS = ("multipart/mixed", "multipart/alternative", "text/plain", "text/html")
_PICTURED_PARTS = (*_PARTS[:3], "multipart/related", "text/html", "image/png")
_VOCABULARY = Vocabulary(
    name=HTML,
    elements=frozenset(
        {"a", "body", "br", "div", "h1", "h2", "head", "html", "meta", "p", "span", "style",
         "table", "td", "th", "title", "tr"}
    ),
    silent=frozenset(
        {"align", "border", "cellpadding", "cellspacing", "role", "scope", "style", "valign",
         "width"}
    ),
)  # fmt: skip
_PICTURED = replace(_VOCABULARY, elements=_VOCABULARY.elements | {"img"}, pictures=True)
_ENDINGS = {".xlsx": WORKBOOK, ".html": EVIDENCE}  # of what is attached on request
_LOADING = ("url(", "@import", "content:")  # in a style sheet: what loads or adds something


def compare_message(
    message: Message,
    addressing: Addressing,
    files: Mapping[str, bytes],
    content: bytes,
    *,
    unsent: bool = True,
) -> list[Difference]:
    """Compare a written message with what was laid out.

    Args:
        message: As laid out.
        addressing: From whom to whom.
        files: What each of the message's enclosures holds, by name.
        content: The message as written.
        unsent: Whether it is a draft, which names those in Bcc; one that is sent does not.

    Returns:
        Everything that differs: in the head, in the texts and links of both bodies from the first
        to the last, in the attached files. Whatever else has changed in a body changes the
        fingerprint in the boundaries.
    """
    actual = BytesParser(policy=policy.default).parsebytes(content)
    try:
        differences = [
            *_form(message, actual),
            *_head(message, addressing, actual, unsent=unsent),
            *_content(message, files, actual),
            *_identity(message, addressing, actual, unsent=unsent),
        ]
    # Damaged fields make Python's reader fail in these ways.
    except (AttributeError, LookupError, TypeError, ValueError, MessageError) as error:
        return [unreadable(message.file_name, error)]
    return list(in_file(message.file_name, differences))


def read_envelope(content: bytes) -> tuple[Addressing, set[str]]:
    """From whom to whom a written message is, and which kinds of files are attached to it.

    Returns:
        The mailboxes; and the names of what `lay_out_message` attaches on request.

    Raises:
        Exception: Python's reader stumbles over a damaged field.
    """
    actual = BytesParser(policy=policy.default).parsebytes(content)
    to, cc, bcc, senders = (tuple(_mailboxes(actual, name)) for name in ("To", "Cc", "Bcc", "From"))
    names = [part.get_filename("") for part in actual.iter_attachments()]
    kinds = {kind for ending, kind in _ENDINGS.items() if any(n.endswith(ending) for n in names)}
    return Addressing(to, cc, bcc, senders[0] if senders else None), kinds


def is_of_other_files(content: bytes, files: Mapping[str, bytes]) -> bool:
    """Whether a draft is as it was written, by its own fingerprint, with other files.

    Args:
        content: The draft.
        files: What the files hold that it would carry, by name.

    Raises:
        Exception: As for `read_envelope`.
    """
    actual = BytesParser(policy=policy.default).parsebytes(content)
    parts = list(actual.iter_attachments())
    carried = [_octets(part) for part in parts]
    is_whole = actual.get_boundary() == boundary(WHOLE, digest_of(_bodies(actual), carried))
    names = [part.get_filename("") for part in parts]
    return is_whole and dict(zip(names, carried, strict=True)) != files


def compare_bodies(message: Message, bodies: Bodies) -> Iterator[Difference]:
    """Compare both bodies with what was laid out, from the first word to the last."""
    yield from compare_texts(texts_of(PLAIN, message), bodies.text, PLAIN)
    html = read_html(bodies.html, _PICTURED if message.logo else _VOCABULARY)
    shown = "".join(text for part in html.parts for text in part.texts)
    yield from compare_texts(texts_of(HTML, message), shown, HTML)
    expected, links = links_of(message), [link for _, link in html.links]
    if links != expected:
        yield unlike(HTML, "links", " ".join(expected), " ".join(links) or MISSING)
    loading = "a style sheet that loads or adds something"
    sheets = [loading for _, sheet in html.inline if any(mark in sheet for mark in _LOADING)]
    for foreign in (*html.foreign, *sheets):
        yield unlike(HTML, "content", "texts and links alone", foreign)


def _form(message: Message, actual: EmailMessage) -> Iterator[Difference]:
    """The kinds of its parts, one after another, and what Python finds amiss in how they stand."""
    parts = list(actual.walk())
    body = _PICTURED_PARTS if message.logo else _PARTS
    kinds = [*body, *(enclosure.media_type for enclosure in message.enclosures)]
    yield from _unequal("message", "parts", kinds, [part.get_content_type() for part in parts])
    for part in parts:
        for defect in part.defects:
            yield unlike("message", "form", "as RFC 5322 has it", type(defect).__name__)


def _head(
    message: Message, addressing: Addressing, actual: EmailMessage, *, unsent: bool
) -> Iterator[Difference]:
    people = {
        "From": (addressing.sender,) if addressing.sender else (),
        "To": addressing.to,
        "Cc": addressing.cc,
        "Bcc": addressing.bcc if unsent else (),
    }
    for name, mailboxes in people.items():
        yield from _unequal("head", name, mailboxes, _mailboxes(actual, name))
    texts = {"Subject": [message.subject], "X-Unsent": ["1"] if unsent else []}
    if unsent:
        texts["Date"] = [format_datetime(datetime.combine(message.edition, time(), UTC))]
    for name, expected in texts.items():
        yield from _unequal("head", name, expected, actual.get_all(name, []))
    known = {*(name for name, value in (people | texts).items() if value), *_FIELDS}
    if not unsent:
        known |= {"Date", "Message-ID"}
    yield from _unequal("head", "fields", sorted(known), sorted(actual.keys()))


def _content(
    message: Message, files: Mapping[str, bytes], actual: EmailMessage
) -> Iterator[Difference]:
    yield from compare_bodies(message, _bodies(actual))
    yield from _logo(message, actual)
    parts = list(actual.iter_attachments())
    now = {part.get_filename(""): _octets(part) for part in parts}
    named = [enclosure.name for enclosure in message.enclosures]
    yield from _unequal("message", "files", named, [part.get_filename("") for part in parts])
    yield from _unequal("message", "files", named, [_name(part) for part in parts])
    for name in named:
        if now.get(name, files[name]) != files[name]:
            yield unlike(name, "content", "the bytes of the file", "others")


def _logo(message: Message, actual: EmailMessage) -> Iterator[Difference]:
    """The picture beside the HTML body: the theme's, by the name that the body has for it."""
    if message.logo is None:
        return
    pictures = [part for part in actual.walk() if part.get("Content-ID")]
    names = [str(part.get("Content-ID")) for part in pictures]
    yield from _unequal("message", "picture", [f"<{LOGO_ID}>"], names)
    if any(_octets(part) != message.logo.png for part in pictures):
        yield unlike("message", "logo", "the dots of the theme's", "others")


def _identity(
    message: Message, addressing: Addressing, actual: EmailMessage, *, unsent: bool
) -> Iterator[Difference]:
    """The fingerprint of all that the message holds, wherever it stands."""
    digest = digest_of(_bodies(actual), [_octets(part) for part in actual.iter_attachments()])
    parted = (WHOLE, BODY, PICTURED) if message.logo else (WHOLE, BODY)
    expected = [boundary(what, digest) for what in parted]
    partings = [part.get_boundary("") for part in actual.walk() if part.is_multipart()]
    yield from _unequal("message", "boundaries", expected, partings)
    sender = None if unsent else addressing.sender
    ids = [message_id(message, sender, digest)] if sender else []
    yield from _unequal("head", "Message-ID", ids, actual.get_all("Message-ID", []))


def _mailboxes(actual: EmailMessage, name: str) -> list[Mailbox]:
    """The mailboxes of a field, parted before they are decoded.

    What `actual[name]` gives is not taken: Python 3.11 puts spaces into long names that are not
    ASCII, where one encoded word ends and the next begins.
    """
    raw = [str(value) for key, value in actual.raw_items() if key.casefold() == name.casefold()]
    pairs = getaddresses([" ".join(value.split()) for value in raw])
    return [Mailbox(str(make_header(decode_header(text))), address) for text, address in pairs]


def _bodies(actual: EmailMessage) -> Bodies:
    return Bodies(_body(actual, "plain"), _body(actual, "html"))


def _body(actual: EmailMessage, kind: str) -> str:
    """A body as it was drawn, with line feeds; "" where there is none."""
    part = actual.get_body((kind,))
    return str(part.get_content()).replace("\r\n", "\n") if part else ""


def _name(part: EmailMessage) -> str:
    """A file's name as programs read it that do not know RFC 2231."""
    raw = " ".join(str(part.get_param("name", "")).split())
    return str(make_header(decode_header(raw)))


def _octets(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _unequal(
    place: str, what: str, expected: Sequence[object], actual: Sequence[object]
) -> Iterator[Difference]:
    if list(expected) != list(actual):
        texts = (", ".join(map(str, values)) or MISSING for values in (expected, actual))
        yield unlike(place, what, *texts)
