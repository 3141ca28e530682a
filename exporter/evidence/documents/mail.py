"""The head of a mail, in a text file or in one as programs keep them: what it tells of the mail.

Source: RFC 5322, 2.2 (fields), 3.6 (names of fields); RFC 2045 (bodies).
"""

import re
from collections.abc import Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from exporter.evidence.documents.confined import read_confined
from exporter.evidence.documents.dates import day_of
from exporter.evidence.documents.model import Document, Metadata
from exporter.inputs.opened import InputError
from exporter.limits import ReadingLimits

_FIELDS: Mapping[str, str] = {
    "from": "from", "subject": "subject", "date": "date", "sent": "date",
    "发件人": "from", "寄件人": "from", "寄件者": "from",
    "主题": "subject", "主旨": "subject", "標題": "subject",
    "日期": "date", "发送时间": "date", "发送日期": "date", "寄件日期": "date", "时间": "date",
}  # fmt: skip
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}|[\u4e00-\u9fff]{2,6})\s?[:：][ \t\u3000]*(.*)")
_LINE_END = re.compile("\r\n|[\n\r]")
_FOLLOWS = (" ", "\t")  # what begins a line that goes on with a field
_REPLIES = re.compile(r"(?i)^(?:(?:re|fwd?|aw|wg|回复|答复|转发)\s*[:：]\s*)+")
_ADDRESS = re.compile(r"\s*[<\[(]?\S+@\S+?[>\])]?(?:\s.*)?$")
_LONGEST = 500  # lines of a head
_WITHOUT_REST = "save its text as HTML or PDF, and what is attached by itself"
_FEWEST = 2  # fields that are known, of which one says who wrote it, or of what


def read_mail(text: str, data: bytes, limits: ReadingLimits) -> tuple[Metadata, str] | None:
    """What a mail tells of itself, and its words: the subject, then its body; None for no mail.

    Args:
        text: Of the file.
        data: The file.
        limits: How much memory and how long reading may take.

    Raises:
        InputError: Its body is no plain text, or takes too much to be read.
    """
    found = _head(text)
    if found is None:
        return None
    fields, body = found
    if "mime-version" in fields or "content-type" in fields:
        read = read_confined(_read_program_s, data, limits)
        return read.metadata, read.text
    return _told(fields, body)


def is_field(line: str) -> bool:
    """Whether a line is one that heads of mails have."""
    match = _FIELD.fullmatch(line)
    return match is not None and match[1].lower() in _FIELDS


def _told(fields: Mapping[str, str], body: str) -> tuple[Metadata, str]:
    known = {_FIELDS[name]: value for name, value in fields.items() if name in _FIELDS}
    subject = _REPLIES.sub("", known.get("subject", "")).strip()
    metadata = Metadata(
        title=subject or None,
        author=_author(known.get("from", "")) or None,
        published=day_of(known.get("date", "")),
    )
    return metadata, f"{subject}\n\n{body}" if subject else body


def _head(text: str) -> tuple[dict[str, str], str] | None:
    """The fields with which a text begins, by their names in small letters, and what follows."""
    lines = _LINE_END.split(text.lstrip())
    fields: dict[str, str] = {}
    name = ""
    for number, line in enumerate(lines[:_LONGEST]):
        if not line.strip():
            body = "\n".join(lines[number + 1 :]).lstrip("\n")
            return (fields, body) if _is_head(fields) and body.strip() else None
        if name and line.startswith(_FOLLOWS):
            fields[name] += f" {line.strip()}"
        elif match := _FIELD.fullmatch(line):
            name = match[1].lower()
            fields.setdefault(name, match[2].strip())
        else:
            return None
    return None


def _is_head(fields: Mapping[str, str]) -> bool:
    known = {_FIELDS[name] for name in fields if name in _FIELDS}
    return len(known) >= _FEWEST and not known.isdisjoint({"from", "subject"})


def _read_program_s(data: bytes, limits: ReadingLimits) -> Document:
    """A mail as programs keep it, read in a process of its own."""
    del limits  # which confine the process
    try:
        message = message_from_bytes(data, policy=default)
        part = message.get_body(("plain",)) if isinstance(message, EmailMessage) else None
    except RecursionError:
        wrong = "the mail has parts in one another too deep to be read"
        raise InputError(wrong, _WITHOUT_REST) from None
    if part is None:
        raise InputError("the mail has no plain text", _WITHOUT_REST)
    try:
        body = str(part.get_content())
    except (LookupError, ValueError):
        wrong = "the mail's text is in an encoding that is not known"
        raise InputError(wrong, "save it as plain UTF-8 text") from None
    metadata, text = _told({name.lower(): str(value) for name, value in message.items()}, body)
    return Document("text", text, (), metadata, "")


def _author(said: str) -> str:
    """Who wrote a mail, without an address."""
    name = parseaddr(said)[0] or _ADDRESS.sub("", said)
    return name.strip(" \"'")
