"""The delivery log: who was sent which edition, true whenever the work breaks off.

One JSON object a line, only ever appended, each line on the disk before the work goes on. `sending`
is written directly before the message's final dot goes out and the outcome directly after the
server's answer. A crash between the two leaves `sending`: nobody can know whether the message
arrived (RFC 1047), so it counts as in doubt.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from io import FileIO
from pathlib import Path

from exporter.engine.locks import lock_descriptor
from exporter.errors import ContentError, Problem, SetupError

NAME = "deliveries.jsonl"


class Outcome(StrEnum):
    """What became of a message to one recipient."""

    SENDING = "sending"
    DELIVERED = "delivered"
    REFUSED = "refused"
    DEFERRED = "deferred"
    IN_DOUBT = "in doubt"


@dataclass(frozen=True, slots=True)
class Issue:
    """What nobody gets twice: an edition of a report in one language."""

    report: str
    edition: str
    lang: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log.

    Attributes:
        time: When, in UTC, as ISO 8601.
        report: With `edition` and `lang`: what was sent.
        edition: The report's edition, as ISO 8601.
        lang: The language.
        message_id: The message's Message-ID.
        recipient: The address.
        outcome: What became of it.
        reply: The server's answer; "" where there is none.
    """

    time: str
    report: str
    edition: str
    lang: str
    message_id: str
    recipient: str
    outcome: Outcome
    reply: str

    @property
    def key(self) -> tuple[Issue, str]:
        """What was sent to whom; the case of an address makes no difference."""
        return Issue(self.report, self.edition, self.lang), self.recipient.casefold()


class DeliveryLog:
    """An open delivery log, held by this process alone.

    Attributes:
        path: The file.
        repaired: What was mended when it was opened, in words; "" where nothing was.
    """

    def __init__(self, path: Path, file: FileIO) -> None:
        self.path = path
        self._file = file
        self.repaired = _mend(path, file)
        self._standing: dict[tuple[Issue, str], Outcome | None] = {}
        for entry in _read(path, file):
            self._take(entry)

    def standing(self, issue: Issue, recipient: str) -> Outcome | None:
        """DELIVERED or IN_DOUBT where `recipient` has `issue`, or may have it; else None."""
        known = self._standing.get((issue, recipient.casefold()))
        return Outcome.IN_DOUBT if known is Outcome.SENDING else known

    def append(
        self, issue: Issue, message_id: str, recipient: str, outcome: Outcome, reply: str = ""
    ) -> None:
        """Write a line, and return when it is on the disk.

        Raises:
            SetupError: It cannot be written; names the file.
        """
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        entry = Entry(now, **asdict(issue), message_id=message_id, recipient=recipient,
                      outcome=outcome, reply=reply)  # fmt: skip
        line = json.dumps(asdict(entry), ensure_ascii=False).encode() + b"\n"
        with _explained(self.path):
            written = self._file.write(line)
            if written != len(line):
                raise OSError(f"only {written} of {len(line)} bytes of a line found room")
            os.fsync(self._file.fileno())
        self._take(entry)

    def _take(self, entry: Entry) -> None:
        self._standing[entry.key] = _after(self._standing.get(entry.key), entry.outcome)


@contextmanager
def open_log(folder: Path) -> Iterator[DeliveryLog]:
    """The delivery log of an output folder, created when missing, closed after the block.

    Args:
        folder: The output folder, which exists.

    Raises:
        SetupError: Another process sends from this folder, or the file cannot be opened.
        ContentError: A line of the log cannot be read; names it.
    """
    path = folder / NAME
    with _explained(path):
        file = FileIO(path, "a+")
    with file:
        _lock(path, file)
        log = DeliveryLog(path, file)
        _flush_folder(folder)
        yield log


def _after(known: Outcome | None, outcome: Outcome) -> Outcome | None:
    """How a recipient stands after one more line: having it outweighs doubt, doubt a refusal."""
    if Outcome.DELIVERED in {known, outcome}:
        return Outcome.DELIVERED
    if known is Outcome.IN_DOUBT or outcome is Outcome.IN_DOUBT:
        return Outcome.IN_DOUBT
    if outcome is Outcome.SENDING:  # twice, where a crash came between
        return Outcome.IN_DOUBT if known is Outcome.SENDING else Outcome.SENDING
    return None


def _mend(path: Path, file: FileIO) -> str:
    """Complete or remove a last line without its end, which a crash while writing leaves."""
    with _explained(path):
        file.seek(0)
        content = file.readall()
        torn = content[content.rfind(b"\n") + 1 :]
        if not torn:
            return ""
        if _parse(torn) is not None:
            file.write(b"\n")
            what = "was without its end, which was added"
        else:
            # A line is on the disk before the work goes on: nothing was done after this one.
            file.truncate(len(content) - len(torn))
            what = "had been written in part when the work broke off, and was removed"
        os.fsync(file.fileno())
    return f"{path}: the last line {what}; nobody is sent it twice for that"


def _read(path: Path, file: FileIO) -> Iterator[Entry]:
    with _explained(path):
        file.seek(0)
        lines = file.readall().split(b"\n")[:-1]
    entries = [_parse(line) for line in lines]
    problems = [
        Problem(
            str(path),
            number,
            "",
            "the delivery log cannot be read here",
            "restore the file: without it somebody could be sent the message twice",
        )
        for number, entry in enumerate(entries, start=1)
        if entry is None
    ]
    if problems:
        raise ContentError(problems)
    yield from (entry for entry in entries if entry is not None)


def _parse(line: bytes) -> Entry | None:
    try:
        values = json.loads(line)
        entry = Entry(**{**values, "outcome": Outcome(values["outcome"])})
    except (ValueError, TypeError, KeyError):  # no JSON, no object, other keys, another outcome
        return None
    return entry if all(isinstance(value, str) for value in values.values()) else None


def _lock(path: Path, file: FileIO) -> None:
    """Keep a second sending at the same time away; the system unlocks when the file is closed."""
    try:
        held = not lock_descriptor(file.fileno())
    except OSError as error:
        raise SetupError(
            f"{path} cannot be locked ({error.strerror})",
            "put the output on a disk of this machine",
        ) from error
    if held:
        raise SetupError(
            f"{path} is in use: this report is being sent already", "wait until that has ended"
        )


def _flush_folder(folder: Path) -> None:
    """Have the name of a new file on the disk; Windows opens no folders."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise SetupError(
            f"{path} cannot be written ({reason})", "nothing more is sent without the log"
        ) from error
