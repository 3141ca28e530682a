"""A message as SMTP carries it: 7-bit lines that end in CRLF, leading dots doubled."""

import re
from dataclasses import dataclass, field
from math import ceil

from exporter.errors import ContentError, Problem

# What most servers take: Gmail 25 MB, Exchange Online 35 MB, many of companies 20 to 25.
SIZE_LIMIT = 25 * 1024 * 1024
_LINE_LIMIT = 998  # characters without CRLF; RFC 5322, section 2.1.1
_BARE = re.compile(rb"\r(?!\n)|(?<!\r)\n")


@dataclass(frozen=True, slots=True)
class Payload:
    """What goes out between DATA and the final dot.

    Attributes:
        size: Bytes of the message, without doubled dots (RFC 1870, section 3).
        data: The bytes to send.
    """

    size: int
    data: bytes = field(repr=False)


def prepare(content: bytes) -> Payload:
    """A message made ready to be sent.

    Args:
        content: The message, as RFC 5322 has it.

    Raises:
        ContentError: It is larger than servers take.
        ValueError: It is no 7-bit text in lines of at most 998 characters that end in CRLF, which
            every server takes as it is; what a server changes could forge a second message.
    """
    refuse_over(SIZE_LIMIT, len(content), "most mail servers take")
    if not content.isascii() or b"\0" in content:
        raise ValueError("a message to send is 7-bit text, its parts encoded")
    if _BARE.search(content) or not content.endswith(b"\r\n"):
        raise ValueError("the lines of a message to send end in CRLF")
    if max(map(len, content.split(b"\r\n"))) > _LINE_LIMIT:
        raise ValueError(f"a line of a message to send has at most {_LINE_LIMIT} characters")
    stuffed = content.replace(b"\r\n.", b"\r\n..")
    return Payload(len(content), b"." + stuffed if stuffed.startswith(b".") else stuffed)


def refuse_over(limit: int, size: int, who: str) -> None:
    """Refuse a message of `size` bytes where the limit is `limit`.

    Args:
        limit: Bytes.
        size: Bytes.
        who: Whose limit it is, with the verb: `smtp.example.com takes`.

    Raises:
        ContentError: It is larger.
    """
    if size > limit:
        wrong = f"the message has {_megabytes(size)}, and {who} at most {_megabytes(limit)}"
        raise ContentError([Problem("", 0, "", wrong, "attach less, without the workbook")])


def _megabytes(size: int) -> str:
    return f"{ceil(size / 1024**2 * 10) / 10:,.1f} MB"
