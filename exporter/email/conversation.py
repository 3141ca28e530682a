"""A conversation with the mail server, in which messages go one by one.

Every message goes in a transaction of its own for one recipient: what the server answers then
concerns this recipient alone, and nobody learns of another.
"""

import re
import smtplib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from math import ceil
from types import TracebackType
from typing import Self

from exporter.email.connection import Timeouts, connect, wait
from exporter.email.failures import MailServerError, UnansweredError, UnreachableError, explained
from exporter.email.replies import Reply, Step, read_reply
from exporter.email.settings import Server
from exporter.errors import ContentError, Problem

_CHUNK = 1 << 16  # a socket's timeout is for one call of sendall, however much that sends
_GO_AHEAD, _CLOSING = 354, 421
_PARTING = 5.0  # seconds
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


@dataclass(frozen=True, slots=True)
class Answer:
    """The server's last answer in a transaction, and to what it was."""

    step: Step
    reply: Reply


class Conversation:
    """Opened when first used, reopened when the server hangs up, closed at the block's end."""

    def __init__(self, server: Server, timeouts: Timeouts) -> None:
        self._server = server
        self._timeouts = timeouts
        self._smtp: smtplib.SMTP | None = None
        self._reached = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None and self._smtp is not None:
            wait(self._smtp, _PARTING)
            with suppress(smtplib.SMTPException):  # all is said; its answer changes nothing
                self._smtp.docmd("QUIT")
        self._hang_up()

    def send(
        self, sender: str, recipient: str, payload: Payload, before_end: Callable[[], None]
    ) -> Answer:
        """Send a message to one recipient.

        Args:
            sender: The address that failures are reported to.
            recipient: The address that it goes to.
            payload: The message.
            before_end: Called once, when all has gone out but the dot that makes it count.

        Returns:
            What the server answered at the end, or to the first step that it refused.

        Raises:
            MailServerError: No connection, or one that broke off before the end.
            ContentError: The server says that it takes no message of this size.
            UnansweredError: The message went out whole, and no answer came.
        """
        used = self._smtp is not None
        try:
            return self._transact(sender, recipient, payload, before_end)
        except MailServerError as error:
            self._hang_up()
            if not (error.temporary or (self._reached and isinstance(error, UnreachableError))):
                raise
            if not used:
                raise MailServerError(*error.faults[0], temporary=True) from error
        # Servers hang up after so many messages or minutes: over a new connection it goes on.
        return self.send(sender, recipient, payload, before_end)

    def _transact(
        self, sender: str, recipient: str, payload: Payload, before_end: Callable[[], None]
    ) -> Answer:
        smtp = self._open()
        size = self._declared(smtp, payload.size)
        with explained(self._server):
            for step, command in (
                (Step.SENDER, f"MAIL FROM:<{sender}>{size}"),
                (Step.RECIPIENT, f"RCPT TO:<{recipient}>"),
                (Step.DATA, "DATA"),
            ):
                reply = _ask(smtp, command, step)
                if reply.temporary or reply.refused:
                    with suppress(smtplib.SMTPException):  # hung up: the next message will tell
                        smtp.docmd("RSET")
                    return Answer(step, reply)
            for start in range(0, len(payload.data), _CHUNK):
                smtp.send(payload.data[start : start + _CHUNK])
        before_end()
        return Answer(Step.MESSAGE, self._finish(smtp))

    def _open(self) -> smtplib.SMTP:
        if self._smtp is None:
            self._smtp = connect(self._server, self._timeouts)
            self._reached = True
        return self._smtp

    def _declared(self, smtp: smtplib.SMTP, size: int) -> str:
        """What MAIL FROM says of the message's size to a server that asks for it (RFC 1870)."""
        if not smtp.has_extn("size"):
            return ""
        limit = smtp.esmtp_features["size"]
        if limit.isdigit() and int(limit):  # 0: no limit
            _refuse_over(int(limit), size, f"{self._server.host} takes")
        return f" SIZE={size}"

    def _finish(self, smtp: smtplib.SMTP) -> Reply:
        try:
            wait(smtp, self._timeouts.final)
            smtp.send(".\r\n")
            reply = read_reply(*smtp.getreply())
            wait(smtp, self._timeouts.reply)
        except (smtplib.SMTPException, OSError) as error:
            self._hang_up()
            raise UnansweredError from error
        if not (reply.accepted or reply.temporary or reply.refused):
            self._hang_up()
            raise UnansweredError
        if reply.code == _CLOSING:
            self._hang_up()
        return reply

    def _hang_up(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None


def prepare(content: bytes) -> Payload:
    """A message made ready to be sent.

    Args:
        content: The message, as RFC 5322 has it.

    Raises:
        ContentError: It is larger than servers take.
        ValueError: It is no 7-bit text in lines of at most 998 characters that end in CRLF, which
            every server takes as it is; what a server changes could forge a second message.
    """
    _refuse_over(SIZE_LIMIT, len(content), "most mail servers take")
    if not content.isascii() or b"\0" in content:
        raise ValueError("a message to send is 7-bit text, its parts encoded")
    if _BARE.search(content) or not content.endswith(b"\r\n"):
        raise ValueError("the lines of a message to send end in CRLF")
    if max(map(len, content.split(b"\r\n"))) > _LINE_LIMIT:
        raise ValueError(f"a line of a message to send has at most {_LINE_LIMIT} characters")
    stuffed = content.replace(b"\r\n.", b"\r\n..")
    return Payload(len(content), b"." + stuffed if stuffed.startswith(b".") else stuffed)


def _ask(smtp: smtplib.SMTP, command: str, step: Step) -> Reply:
    """The server's answer, which either lets the transaction go on or refuses."""
    code, text = smtp.docmd(command)
    reply = read_reply(code, text)
    goes_on = code == _GO_AHEAD if step is Step.DATA else reply.accepted
    if code != _CLOSING and (goes_on or reply.temporary or reply.refused):
        return reply
    raise smtplib.SMTPResponseException(code, text)


def _refuse_over(limit: int, size: int, who: str) -> None:
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
