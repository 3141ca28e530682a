"""A written message, read back by Python's reader of e-mail and compared with its layout."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import format_datetime, getaddresses

from exporter.proof.difference import MISSING, Difference, in_file, unlike, unreadable
from exporter.proof.eml_bodies import compare_bodies
from exporter.report.eml.mailboxes import Mailbox
from exporter.report.eml.model import Addressing, Message
from exporter.writers.eml.message import Bodies, message_id

_FIELDS = ("Message-ID", "Content-Language", "MIME-Version", "Content-Type")
_FRAME = ("multipart/mixed", "multipart/alternative", "text/plain", "text/html")


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
        fingerprint in the Message-ID.
    """
    found = BytesParser(policy=policy.default).parsebytes(content)
    try:
        differences = [
            *_form(message, found),
            *_head(message, addressing, found, unsent=unsent),
            *_content(message, addressing, files, found),
        ]
    # Damaged fields make Python's reader fail in these ways.
    except (AttributeError, LookupError, TypeError, ValueError, MessageError) as error:
        return [unreadable(message.file_name, error)]
    return list(in_file(message.file_name, differences))


def _form(message: Message, found: EmailMessage) -> Iterator[Difference]:
    """The kinds of its parts, one after another, and what Python finds amiss in how they stand."""
    parts = list(found.walk())
    kinds = [*_FRAME, *(one.media_type for one in message.enclosures)]
    yield from _unequal("message", "parts", kinds, [part.get_content_type() for part in parts])
    for part in parts:
        for defect in part.defects:
            yield unlike("message", "form", "as RFC 5322 has it", type(defect).__name__)


def _head(
    message: Message, addressing: Addressing, found: EmailMessage, *, unsent: bool
) -> Iterator[Difference]:
    people = {
        "From": (addressing.sender,) if addressing.sender else (),
        "To": addressing.to,
        "Cc": addressing.cc,
        "Bcc": addressing.bcc if unsent else (),
    }
    for name, mailboxes in people.items():
        yield from _unequal("head", name, mailboxes, _mailboxes(found, name))
    texts = {"Subject": [message.subject], "X-Unsent": ["1"] if unsent else []}
    if unsent:
        texts["Date"] = [format_datetime(datetime.combine(message.edition, time(), UTC))]
    for name, expected in texts.items():
        yield from _unequal("head", name, expected, found.get_all(name, []))
    known = {*(name for name, value in (people | texts).items() if value), *_FIELDS}
    if not unsent:
        known.add("Date")
    yield from _unequal("head", "fields", sorted(known), sorted(found.keys()))


def _content(
    message: Message, addressing: Addressing, files: Mapping[str, bytes], found: EmailMessage
) -> Iterator[Difference]:
    bodies = Bodies(_body(found, "plain"), _body(found, "html"))
    yield from compare_bodies(message, bodies.text, bodies.html)
    parts = list(found.iter_attachments())
    now = {part.get_filename(""): _octets(part) for part in parts}
    named = [one.name for one in message.enclosures]
    yield from _unequal("message", "files", named, [part.get_filename("") for part in parts])
    yield from _unequal("message", "files", named, [_name(part) for part in parts])
    for name in named:
        if now.get(name, files[name]) != files[name]:
            yield unlike(name, "content", "the bytes of the file", "others")
    if now.keys() >= set(named):
        id_ = message_id(message, addressing, bodies, now)
        yield from _unequal("head", "Message-ID", [id_], found.get_all("Message-ID", []))


def _mailboxes(found: EmailMessage, name: str) -> list[Mailbox]:
    """The mailboxes of a field, parted before they are decoded.

    What `found[name]` gives is not taken: Python 3.11 puts spaces into long names that are not
    ASCII, where one encoded word ends and the next begins.
    """
    raw = [str(value) for key, value in found.raw_items() if key.casefold() == name.casefold()]
    pairs = getaddresses([" ".join(one.split()) for one in raw])
    return [Mailbox(str(make_header(decode_header(text))), address) for text, address in pairs]


def _body(found: EmailMessage, kind: str) -> str:
    """A body as it was drawn, with line feeds; "" where there is none."""
    part = found.get_body((kind,))
    return str(part.get_content()).replace("\r\n", "\n") if part else ""


def _name(part: EmailMessage) -> str:
    """A file's name as programs read it that do not know RFC 2231."""
    raw = " ".join(str(part.get_param("name", "")).split())
    return str(make_header(decode_header(raw)))


def _octets(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _unequal(
    place: str, what: str, expected: Sequence[object], found: Sequence[object]
) -> Iterator[Difference]:
    if list(expected) != list(found):
        told = (", ".join(map(str, some)) or MISSING for some in (expected, found))
        yield unlike(place, what, *told)
