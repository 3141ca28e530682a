"""A message sent to each of its recipients, nobody twice, with one outcome for each."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from exporter.email.connection import TIMEOUTS, Timeouts
from exporter.email.conversation import Answer, Conversation, prepare
from exporter.email.failures import MailServerError, UnansweredError
from exporter.email.log import DeliveryLog, Issue, Outcome
from exporter.email.replies import Concern, Step, meaning_of
from exporter.email.settings import Server
from exporter.errors import ContentError, ExporterError, Fault, Problem

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
class Delivery:
    """What became of the message to one recipient.

    Attributes:
        recipient: The address.
        outcome: DELIVERED, REFUSED, DEFERRED or IN_DOUBT.
        reply: The server's answer; "" where there is none.
        problem: What is wrong and what would be right; None where it was delivered.
        earlier: Whether it was delivered or in doubt before, so that nothing was sent now.
    """

    recipient: str
    outcome: Outcome
    reply: str = ""
    problem: Problem | None = None
    earlier: bool = False


Tell = Callable[[Delivery], None]


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
    with Conversation(server, patience.timeouts) as conversation:
        run = _Run(message, server, conversation, log, tell)
        run.ask_for(addresses, again=again)
        failure = run.go_round()
        for seconds in patience.pauses:
            if not run.waiting:
                break
            patience.sleep(seconds)
            failure = run.go_round()
    return run.outcomes(addresses, failure)


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
        conversation: Conversation,
        log: DeliveryLog,
        tell: Tell,
    ) -> None:
        self._message = message
        self._payload = prepare(message.content)
        self._server = server
        self._conversation = conversation
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
                self._settle(_in_doubt(recipient, earlier=True))

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
        self, recipients: Iterable[str], failure: MailServerError | None
    ) -> list[Delivery]:
        """The outcome of everybody; raises `failure` where it kept the message from all."""
        if failure is not None:
            if all(delivery.earlier for delivery in self.done.values()):
                raise failure
            for recipient in self.waiting:
                self.done.setdefault(recipient, _not_sent(recipient, failure))
        for recipient in self.waiting:
            self._tell(self.done[recipient])
        return [self.done[recipient] for recipient in recipients]

    def _send(self, recipient: str) -> Outcome:
        message = self._message
        log = partial(self._log.append, message.issue, message.message_id, recipient)
        before_end = partial(log, Outcome.SENDING)
        try:
            answer = self._conversation.send(message.sender, recipient, self._payload, before_end)
        except UnansweredError:
            delivery = _in_doubt(recipient, earlier=False)
            error = None
        else:
            delivery = _judge(recipient, answer, message.sender, self._server)
            error = _concerning_all(answer, message.sender, self._server)
        try:
            log(delivery.outcome, delivery.reply)
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
        count = sum(delivery.outcome is Outcome.DELIVERED for delivery in self.done.values())
        if count:
            have = f"{count} of {self._total} recipients have the message"
            yield Fault(have, "sending again goes on")


def _distinct(recipients: Iterable[str]) -> list[str]:
    first: dict[str, str] = {}
    for address in recipients:
        first.setdefault(address.casefold(), address)
    return list(first.values())


def _judge(recipient: str, answer: Answer, sender: str, server: Server) -> Delivery:
    """What the server's answer means for the recipient."""
    reply = answer.reply
    if answer.step is Step.MESSAGE and reply.accepted:
        return Delivery(recipient, Outcome.DELIVERED, str(reply))
    outcome = Outcome.DEFERRED if reply.temporary else Outcome.REFUSED
    wrong = _in_words(answer, sender, server)
    right = meaning_of(reply, answer.step).right
    return Delivery(recipient, outcome, str(reply), _problem(recipient, wrong, right))


def _concerning_all(answer: Answer, sender: str, server: Server) -> ExporterError | None:
    """The error of an answer that any recipient would get; None where it concerns this one."""
    if not answer.reply.refused:
        return None
    meaning = meaning_of(answer.reply, answer.step)
    wrong = _in_words(answer, sender, server)
    if meaning.concern is Concern.MESSAGE:
        return ContentError([_problem("", wrong, meaning.right)])
    if meaning.concern is Concern.ACCOUNT:
        return MailServerError(wrong, meaning.right)
    return None


def _in_doubt(recipient: str, *, earlier: bool) -> Delivery:
    """A message of which nobody but the recipient knows whether it arrived."""
    when = "an earlier sending broke off" if earlier else "the connection broke off"
    wrong = f"{when} before the server's last answer, so the message has arrived or it has not"
    right = f"ask the recipient; --send --again --to {recipient} sends it again"
    problem = _problem(recipient, wrong, right)
    return Delivery(recipient, Outcome.IN_DOUBT, problem=problem, earlier=earlier)


def _not_sent(recipient: str, failure: MailServerError) -> Delivery:
    """A message that did not go out, for what is wrong with the server."""
    wrong, right = failure.faults[0]
    problem = _problem(recipient, f"not sent: {wrong}", right)
    return Delivery(recipient, Outcome.DEFERRED, problem=problem)


def _in_words(answer: Answer, sender: str, server: Server) -> str:
    user = server.login.user if server.login else "anybody"
    wrong = meaning_of(answer.reply, answer.step).wrong
    said = f"{server.host}: {answer.reply}"
    return f"{wrong.format(host=server.host, sender=sender, user=user)} ({said})"


def _problem(recipient: str, wrong: str, right: str) -> Problem:
    return Problem("", 0, recipient, wrong, right)
