"""A message sent to each of its recipients, nobody twice, with one outcome for each."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from exporter.email.connection import TIMEOUTS, Timeouts
from exporter.email.conversation import Line
from exporter.email.failures import MailServerError, UnansweredError
from exporter.email.log import DeliveryLog, Issue, Outcome
from exporter.email.outcomes import Delivery, concerning_all, in_doubt, judge, not_sent
from exporter.email.payload import prepare
from exporter.email.settings import Server
from exporter.errors import Fault

Tell = Callable[[Delivery], None]

_ADDRESS = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")  # printable ASCII but < and >


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message as it is sent, the same for all recipients.

    Attributes:
        issue: What nobody gets twice.
        message_id: The message's Message-ID, for the log.
        sender: The address that it is sent from, without a name.
        content: The message: 7-bit, in lines that end in CRLF.
    """

    issue: Issue
    message_id: str
    sender: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for the server.

    Attributes:
        timeouts: For its answers.
        pauses: Seconds before each further round of those refused for now; greylisting mostly
            lets a message through after five minutes.
        sleep: Waits so many seconds.
    """

    timeouts: Timeouts = TIMEOUTS
    pauses: tuple[float, ...] = (15, 60, 300)
    sleep: Callable[[float], None] = time.sleep


PATIENCE = Patience()


def deliver(
    message: Outgoing,
    recipients: Iterable[str],
    server: Server,
    log: DeliveryLog,
    *,
    again: bool = False,
    patience: Patience = PATIENCE,
    tell: Tell = lambda _: None,
) -> list[Delivery]:
    """Send a message to each recipient who has not got it.

    A recipient that the server refuses does not keep the message from the others; refusals for now
    are tried again after the others, in a few rounds. Broken off at any point, the log is true.

    Args:
        message: What to send.
        recipients: The addresses; one that differs in case alone is the same.
        server: Through which server.
        log: The open log of the output folder.
        again: Send it also to those of `recipients` who have got it, or may have.
        patience: How long to wait for the server.
        tell: Told each outcome as soon as it is final, whatever comes after it.

    Returns:
        One outcome for each recipient, in their order.

    Raises:
        MailServerError: Nothing can be sent: no connection, wrong password, sender not permitted.
        ContentError: The message is too large.
        SetupError: The log cannot be written.
    """
    addresses = _distinct(recipients)
    for address in (message.sender, *addresses):
        if not _ADDRESS.fullmatch(address):
            raise ValueError(f"{address!r} is no address that SMTP can carry")
    with Line(server, patience.timeouts) as line:
        run = _Run(message, server, line, log, tell)
        run.ask_for(addresses, again=again)
        trouble = run.go_round()
        for seconds in patience.pauses:
            if not run.waiting:
                break
            patience.sleep(seconds)
            trouble = run.go_round()
    return run.outcomes(addresses, trouble)


class _Run:
    """One call of `deliver`.

    Attributes:
        waiting: Who is still to be tried, in this order.
        done: The last outcome of everybody tried, and of those known before.
    """

    def __init__(
        self,
        message: Outgoing,
        server: Server,
        line: Line,
        log: DeliveryLog,
        tell: Tell,
    ) -> None:
        self._message = message
        self._payload = prepare(message.content)
        self._server = server
        self._line = line
        self._log = log
        self._tell = tell
        self._total = 0
        self.waiting: list[str] = []
        self.done: dict[str, Delivery] = {}

    def ask_for(self, recipients: Sequence[str], *, again: bool) -> None:
        """Have these wait, but for those who have the message, or may have, unless `again`."""
        self._total = len(recipients)
        for recipient in recipients:
            known = None if again else self._log.standing(self._message.issue, recipient)
            if known is None:
                self.waiting.append(recipient)
            elif known is Outcome.DELIVERED:
                self._settle(Delivery(recipient, known, earlier=True))
            else:
                self._settle(in_doubt(recipient, earlier=True))

    def go_round(self) -> MailServerError | None:
        """Try everybody who waits, once; ends early with what is wrong with the server for now."""
        for recipient in tuple(self.waiting):
            self.waiting.remove(recipient)
            try:
                outcome = self._send(recipient)
            except MailServerError as error:
                if not error.temporary:
                    raise MailServerError(*error.faults[0], *self._so_far()) from error
                self.waiting.append(recipient)  # behind the others: it may be what is wrong
                return error
            if outcome is Outcome.DEFERRED:
                self.waiting.append(recipient)
            elif outcome is Outcome.IN_DOUBT and self.waiting:
                # A server that swallows its answers must not leave everybody in doubt.
                wrong = f"{self._server} left a message unanswered"
                return MailServerError(wrong, "", temporary=True)
        return None

    def outcomes(
        self, recipients: Iterable[str], trouble: MailServerError | None
    ) -> list[Delivery]:
        """The outcome of everybody; raises `trouble` where it kept the message from all."""
        if trouble is not None:
            if all(delivery.earlier for delivery in self.done.values()):
                raise trouble
            for one in self.waiting:
                self.done.setdefault(one, not_sent(one, trouble))
        for one in self.waiting:
            self._tell(self.done[one])
        return [self.done[one] for one in recipients]

    def _send(self, recipient: str) -> Outcome:
        message = self._message
        note = partial(self._log.append, message.issue, message.message_id, recipient)
        sending = partial(note, Outcome.SENDING)
        try:
            answer = self._line.send(message.sender, recipient, self._payload, sending)
        except UnansweredError:
            delivery = in_doubt(recipient, earlier=False)
            error = None
        else:
            delivery = judge(recipient, answer, message.sender, self._server)
            error = concerning_all(answer, message.sender, self._server)
        try:
            note(delivery.outcome, delivery.reply)
        finally:  # told even where the log has no room for it
            if error is None:
                self._settle(delivery)
        if error is not None:
            raise error
        return delivery.outcome

    def _settle(self, delivery: Delivery) -> None:
        """Keep an outcome, and tell it unless it may change."""
        self.done[delivery.recipient] = delivery
        if delivery.outcome is not Outcome.DEFERRED:
            self._tell(delivery)

    def _so_far(self) -> Iterator[Fault]:
        """How many have the message, to be said with what stopped the work, unless nobody has."""
        count = sum(one.outcome is Outcome.DELIVERED for one in self.done.values())
        if count:
            have = f"{count} of {self._total} recipients have the message"
            yield Fault(have, "sending again goes on")


def _distinct(recipients: Iterable[str]) -> list[str]:
    first: dict[str, str] = {}
    for address in recipients:
        first.setdefault(address.casefold(), address)
    return list(first.values())
