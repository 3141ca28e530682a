"""What a mail server answers, and what that means to the person who sends."""

import re
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

_STATUS = re.compile(r"[245]\.(\d{1,3}\.\d{1,3})\b")
_SHOWN = 300  # characters of an answer; some servers send a page of advertising


class Step(StrEnum):
    """What the server answered to, in the order of a transaction."""

    SENDER = "MAIL FROM"
    RECIPIENT = "RCPT TO"
    DATA = "DATA"
    MESSAGE = "end of the message"


class Concern(Enum):
    """Whom a refusal concerns: one recipient, or everything that this run could send."""

    RECIPIENT = auto()
    MESSAGE = auto()
    ACCOUNT = auto()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the server.

    Attributes:
        code: The three digits; -1 where what came was no answer at all.
        text: The words after them, on one line, without control characters.
    """

    code: int
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.text}".rstrip()

    @property
    def accepted(self) -> bool:
        """Whether the server did what it was asked."""
        return 200 <= self.code < 300

    @property
    def temporary(self) -> bool:
        """Whether the same may succeed later (RFC 5321, section 4.2.1)."""
        return 400 <= self.code < 500

    @property
    def refused(self) -> bool:
        """Whether the same will not succeed."""
        return 500 <= self.code < 600

    @property
    def detail(self) -> str:
        """Subject and detail of the enhanced status code (RFC 3463): `1.1` of `5.1.1`, or ""."""
        match = _STATUS.match(self.text)
        return match[1] if match else ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A refusal in words; `{sender}`, `{user}` and `{host}` are filled in later."""

    concern: Concern
    wrong: str
    right: str


_ASK = "ask the recipient for another address"
UNKNOWN = Meaning(Concern.RECIPIENT, "there is no such mailbox", "check the address")
NO_DOMAIN = Meaning(
    Concern.RECIPIENT, "no mail reaches this domain", "check what follows the @ of the address"
)
MOVED = Meaning(Concern.RECIPIENT, "the mailbox has moved", _ASK)
CLOSED = Meaning(Concern.RECIPIENT, "the mailbox takes no mail at present", _ASK)
FULL = Meaning(
    Concern.RECIPIENT, "the mailbox is full", "ask the recipient to make room, then send again"
)
TOO_LARGE_FOR_MAILBOX = Meaning(
    Concern.RECIPIENT, "the message is too large for this mailbox", "attach less"
)
NOT_ALLOWED = Meaning(
    Concern.RECIPIENT,
    "the server does not pass mail of this sender on to this address",
    "ask whoever runs the server that the reply names",
)
GREYLISTED = Meaning(
    Concern.RECIPIENT,
    "the server puts off mail of senders that it does not know yet",
    "send again in half an hour",
)
LATER = Meaning(Concern.RECIPIENT, "the server refuses for now", "send again later")
REFUSED = Meaning(
    Concern.RECIPIENT, "the server refuses the message", "see the reason that it gives"
)
TOO_LARGE = Meaning(
    Concern.MESSAGE, "the message is too large for {host}", "attach less, without the workbook"
)
NOT_THIS_SENDER = Meaning(
    Concern.ACCOUNT,
    "{host} does not let {user} send as {sender}",
    "set `sender` under `email` in report.yaml, or EXPORTER_EMAIL_SENDER, to an address of this "
    "user, or have the server permit it",
)
LOGIN_WANTED = Meaning(
    Concern.ACCOUNT,
    "{host} takes mail only of users who log in",
    "set `user` under `email` in report.yaml, or EXPORTER_EMAIL_USER",
)

# RFC 3463, RFC 7505 (1.10), and what Exchange says of who may send as whom (7.60, 2.252).
_BY_DETAIL = {
    "1.0": UNKNOWN, "1.1": UNKNOWN, "1.3": UNKNOWN,
    "1.2": NO_DOMAIN, "1.10": NO_DOMAIN,
    "1.6": MOVED, "2.1": CLOSED, "2.2": FULL, "2.3": TOO_LARGE_FOR_MAILBOX, "3.4": TOO_LARGE,
    "1.7": NOT_THIS_SENDER, "1.8": NOT_THIS_SENDER,
    "7.60": NOT_THIS_SENDER, "2.252": NOT_THIS_SENDER,
}  # fmt: skip
# RFC 5321, section 4.2.3, for servers without enhanced codes.
_BY_CODE = {
    (Step.RECIPIENT, 550): UNKNOWN, (Step.RECIPIENT, 553): UNKNOWN,
    (Step.RECIPIENT, 551): MOVED,
    (Step.RECIPIENT, 552): FULL, (Step.RECIPIENT, 452): FULL,
    (Step.SENDER, 552): TOO_LARGE, (Step.MESSAGE, 552): TOO_LARGE,
}  # fmt: skip
# Servers that judge the sender only when the recipient comes (as Postfix does) say it in words.
_OF_SENDER = re.compile(
    r"sender address rejected|sendasdenied|\b(?:not|permissions?|denied)\b.{0,40}\bsend as\b",
    re.IGNORECASE,
)
_GREYLISTED = re.compile(r"gr[ae]y-?list", re.IGNORECASE)


def meaning_of(reply: Reply, step: Step) -> Meaning:
    """What it means that the server answered `step` with `reply`, which is a refusal."""
    if reply.code == 530:  # RFC 4954: authentication required
        return LOGIN_WANTED
    if reply.refused and _OF_SENDER.search(reply.text):
        return NOT_THIS_SENDER
    if known := _BY_DETAIL.get(reply.detail):
        return known
    if reply.temporary and (reply.detail == "7.1" or _GREYLISTED.search(reply.text)):
        return GREYLISTED
    if not reply.detail and (known := _BY_CODE.get((step, reply.code))):
        return known
    if reply.temporary:
        return LATER
    if step is Step.SENDER:
        return NOT_THIS_SENDER
    return NOT_ALLOWED if reply.detail.startswith("7.") else REFUSED


def read_reply(code: int, text: bytes) -> Reply:
    """A reply as smtplib gives it, fit to be shown on a terminal and kept in a log."""
    words = " ".join(text.decode("utf-8", "backslashreplace").split())
    plain = "".join(letter if letter.isprintable() else "�" for letter in words)
    return Reply(code, plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]}…")
