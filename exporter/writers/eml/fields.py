"""Header fields of a message: ASCII, folded, and with nothing in them that would begin another.

They are not left to the `email` package's policies, which in Python 3.11 fold long names that are
not ASCII, or that hold commas, into other names and other addresses; each encoded word by itself is
the package's.
"""

import re
from collections.abc import Sequence
from email.header import Header
from textwrap import wrap
from urllib.parse import quote

from exporter.errors import ContentError, Problem
from exporter.report.eml.mailboxes import Mailbox, unwritable

_WIDTH = 76  # characters of a line with an encoded word (RFC 2047, 2)
_FOLD = "\r\n "
_SUBJECT = "Subject"  # no field with a text, nor a parameter, takes more room before it
_LOOKS_ENCODED = "=?"
_NEEDS_QUOTES = re.compile(r"[^A-Za-z0-9!#$%&*+/=?^_`{|}~ \'-]")  # beyond atoms (RFC 5322, 3.2.3)
_PIECE = re.compile(r"(?:%[0-9A-F]{2}|[^%]){1,18}")  # of a percent-encoded value, escapes whole


def field(name: str, value: str) -> bytes:
    """One field; `value` is from a function below, or ASCII in one line that needs no folding."""
    return f"{name}: {value}\r\n".encode("ascii")


def text_value(text: str) -> str:
    """A text, such as a subject.

    Raises:
        ContentError: It holds a character that no header may.
    """
    _refuse_unwritable(text)
    plain = text.isascii() and _LOOKS_ENCODED not in text and text == " ".join(text.split())
    widest = _WIDTH - len(f"{_SUBJECT}: ")
    lines = wrap(text, widest, break_long_words=False, break_on_hyphens=False)
    if plain and all(len(line) <= widest for line in lines):
        return _FOLD.join(lines)
    return _encoded(text)


def mailboxes_value(mailboxes: Sequence[Mailbox]) -> str:
    """A list of mailboxes, each on a line of its own.

    Raises:
        ContentError: One holds a character that no header may.
    """
    return f",{_FOLD}".join(map(_mailbox, mailboxes))


def parameters(value: str, **given: str) -> str:
    """A value with parameters, each on a line of its own.

    Texts that are not ASCII are written as RFC 2231 has them. `name` is written as an encoded word
    instead: older versions of Outlook know a file's name by that alone.

    Raises:
        ContentError: One holds a character that no header may.
    """
    written = [part for name, text in given.items() for part in _parameter(name, text)]
    return f";{_FOLD}".join([value, *written])


def _mailbox(mailbox: Mailbox) -> str:
    _refuse_unwritable(mailbox.name + mailbox.address)
    if not mailbox.name:
        return mailbox.address
    name = _phrase(mailbox.name)
    fits = len(name.rpartition(_FOLD)[2]) + len(mailbox.address) < _WIDTH - len("From:  <>,")
    return f"{name}{' ' if fits else _FOLD}<{mailbox.address}>"


def _phrase(name: str) -> str:
    """A name before an address; in quotation marks nothing is encoded (RFC 2047, 5)."""
    if not name.isascii() or _LOOKS_ENCODED in name or len(name) > _WIDTH // 2:
        return _encoded(name)
    return _quoted(name) if _NEEDS_QUOTES.search(name) else name


def _parameter(name: str, text: str) -> list[str]:
    _refuse_unwritable(text)
    plain = f"{name}={_quoted(text)}"
    if text.isascii() and len(plain) < _WIDTH:
        return [plain]
    if name == "name":
        return [f'{name}="{_encoded(text)}"']
    pieces = _PIECE.findall("utf-8''" + quote(text, safe=""))
    if len(pieces) == 1:
        return [f"{name}*={pieces[0]}"]
    return [f"{name}*{index}*={piece}" for index, piece in enumerate(pieces)]


def _encoded(text: str) -> str:
    """Encoded words, one a line (RFC 2047)."""
    words = Header(text, "utf-8", _WIDTH - len('";'), header_name=_SUBJECT)
    return words.encode(linesep="\r\n")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _refuse_unwritable(text: str) -> None:
    if code := unwritable(text):
        wrong = f"{text!r} holds the invisible character {code}, which no header may"
        raise ContentError([Problem("", 0, "", wrong, "take it out")])
