"""A message as an .eml file, as RFC 5322 has it: a text and an HTML body, and files attached.

    multipart/mixed
      multipart/alternative
        text/plain
        text/html, or where a theme has a logo multipart/related with it and image/png
      application/pdf ...

All of it is ASCII, in lines of at most 78 characters where a line can be parted, so every server
carries it as it is. The same message, addresses and files always give the same bytes.

fields.py          header fields: encoded, folded, and with nothing in them that begins another
"""

import quopri
import re
import unicodedata
from base64 import encodebytes
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.utils import format_datetime

from exporter.errors import UsageError
from exporter.report.eml.model import (
    BODY,
    LOGO_ID,
    PICTURED,
    WHOLE,
    Addressing,
    Bodies,
    Message,
    boundary,
    columns,
    content_digest,
    message_id,
)
from exporter.report.themes.fonts import quoted_families
from exporter.writers.eml.fields import field, mailboxes_value, parameters, text_value
from exporter.writers.templates import page_environment

_WIDEST = 72  # columns: what stays whole when a message is quoted in a reply (RFC 3676, 4.2)
# No line of Chinese begins with a closing mark or ends with an opening one (GB/T 15834, 5.1).
_CLOSING = frozenset("，。、；：？！）》」』】〉”’…—·％%)]}!?,.;:")
_OPENING = frozenset("（《「『【〈“‘([{")
_BLANK_LINES = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Eml:
    """A whole message as bytes, and its Message-ID with the angle brackets; "" for a draft."""

    content: bytes
    message_id: str


def make_draft(message: Message, addressing: Addressing, files: Mapping[str, bytes]) -> Eml:
    """The message as a draft, dated by its edition, with everyone it is for.

    `X-Unsent: 1` makes Outlook and Thunderbird open it for editing; Apple Mail shows it, and its
    "Send Again" opens it. Without a sender there is no From: programs then take the user's own
    account, whereas a From that is none of their accounts would be sent "on behalf of" it. There
    is no Message-ID: whatever sends it makes one.

    Args:
        message: What it says; every text, link and order is decided.
        addressing: To whom.
        files: What each of the message's enclosures holds, by name.

    Raises:
        ContentError: A header would hold a line end or another control character.
    """
    edition = datetime.combine(message.edition, time(), UTC)
    return _make(message, addressing, files, edition, unsent=True)


def make_sendable(
    message: Message, addressing: Addressing, files: Mapping[str, bytes], sent: datetime
) -> Eml:
    """The message as it is sent: without those in Bcc.

    Args:
        message: As for `make_draft`, and so the next two.
        addressing: With a sender.
        files: By name.
        sent: When, with its time zone.

    Raises:
        ContentError: As for `make_draft`.
        UsageError: There is no sender.
    """
    if addressing.sender is None:
        raise UsageError("a message to be sent has no sender", "name one")
    return _make(message, addressing, files, sent, unsent=False)


def draw_bodies(message: Message) -> Bodies:
    """The message's two bodies, with line feeds at the ends of lines."""
    environment = page_environment()
    theme = message.theme
    html = environment.get_template("message.html.j2").render(
        message=message,
        colours=theme.palette,
        night=theme.night,
        families=quoted_families(theme.fonts, message.lang),
        logo_id=LOGO_ID,
    )
    plain = environment.overlay(autoescape=False).get_template("message.txt.j2")
    text = plain.render(message=message, wrapped=wrapped, columns=columns)
    return Bodies(_BLANK_LINES.sub("\n\n", text).strip() + "\n", html.lstrip())


def wrapped(text: str, first: str = "") -> str:
    """`text` in lines of at most 72 columns; what cannot be parted, such as a URL, stays whole.

    Args:
        text: One paragraph.
        first: What its first line begins with, such as a bullet; the others are indented as far.
    """
    indent = " " * columns(first)
    lines, line = [], first
    for piece in _pieces(text):
        if line not in {first, indent} and columns(line + piece.rstrip()) > _WIDEST:
            lines.append(line.rstrip())
            line = indent
        line += piece
    return "\n".join([*lines, line.rstrip()])


def _make(
    message: Message,
    addressing: Addressing,
    files: Mapping[str, bytes],
    date: datetime,
    *,
    unsent: bool,
) -> Eml:
    bodies = draw_bodies(message)
    digest = content_digest(message, bodies, files)
    sender = None if unsent else addressing.sender
    id_ = message_id(message, sender, digest) if sender else ""
    head = _head(message, addressing, id_, date, unsent=unsent)
    body = _multipart(
        "alternative",
        boundary(BODY, digest),
        _text("plain", bodies.text),
        _html(message, bodies, digest),
    )
    attached = (
        _file(enclosure.name, enclosure.media_type, files[enclosure.name])
        for enclosure in message.enclosures
    )
    return Eml(head + _multipart("mixed", boundary(WHOLE, digest), body, *attached), id_)


def _head(
    message: Message, addressing: Addressing, id_: str, date: datetime, *, unsent: bool
) -> bytes:
    senders = (addressing.sender,) if addressing.sender else ()
    people = {
        "From": senders,
        "To": addressing.to,
        "Cc": addressing.cc,
        "Bcc": addressing.bcc if unsent else (),
    }
    fields = [
        *([field("X-Unsent", "1")] if unsent else []),
        *(field(name, mailboxes_value(some)) for name, some in people.items() if some),
        field("Subject", text_value(message.subject)),
        field("Date", format_datetime(date)),
        *([field("Message-ID", id_)] if id_ else []),
        field("Content-Language", message.lang),
        field("MIME-Version", "1.0"),
    ]
    return b"".join(fields)


def _multipart(kind: str, parting: str, *parts: bytes) -> bytes:
    delimiter = f"--{parting}".encode("ascii")
    kept = [field("Content-Type", parameters(f"multipart/{kind}", boundary=parting)), b"\r\n"]
    for part in parts:
        kept += [delimiter, b"\r\n", part, b"\r\n"]
    return b"".join([*kept, delimiter, b"--\r\n"])


def _text(kind: str, text: str) -> bytes:
    """A body: readable as it stands where it is mostly ASCII, else in the shorter encoding."""
    content = text.encode()
    mostly_ascii = sum(octet > 0x7F for octet in content) * 6 < len(content)
    encoding = "quoted-printable" if mostly_ascii else "base64"
    lines = text.replace("\n", "\r\n").encode()
    encoded = quopri.encodestring(content) if mostly_ascii else encodebytes(lines)
    return _part(parameters(f"text/{kind}", charset="utf-8"), encoding, encoded)


def _html(message: Message, bodies: Bodies, digest: str) -> bytes:
    """The HTML body, with the logo beside it where there is one (RFC 2387)."""
    text = _text("html", bodies.html)
    if message.logo is None:
        return text
    place = field("Content-Disposition", parameters("inline", filename="logo.png"))
    place += field("Content-ID", f"<{LOGO_ID}>")
    kind = parameters("image/png", name="logo.png")
    picture = place + _part(kind, "base64", encodebytes(message.logo.png))
    return _multipart("related", boundary(PICTURED, digest), text, picture)


def _file(name: str, media_type: str, content: bytes) -> bytes:
    disposition = field("Content-Disposition", parameters("attachment", filename=name))
    part = _part(parameters(media_type, name=name), "base64", encodebytes(content))
    return disposition + part


def _part(kind: str, encoding: str, encoded: bytes) -> bytes:
    fields = field("Content-Type", kind) + field("Content-Transfer-Encoding", encoding)
    return b"".join([fields, b"\r\n", encoded.replace(b"\n", b"\r\n")])


def _pieces(text: str) -> list[str]:
    """`text` parted wherever a line may end."""
    flat = _SPACES.sub(" ", text.strip())
    ends = [at for at in range(1, len(flat)) if _may_part(flat[at - 1], flat[at])]
    return [flat[start:end] for start, end in zip([0, *ends], [*ends, len(flat)], strict=True)]


def _may_part(before: str, after: str) -> bool:
    if before == " ":
        return True
    if after in _CLOSING or before in _OPENING or after == " ":
        return False
    return any(unicodedata.east_asian_width(character) in "WF" for character in (before, after))
