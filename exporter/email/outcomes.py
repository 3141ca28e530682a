"""What became of a message to a recipient, told in words."""

from dataclasses import dataclass

from exporter.email.conversation import Answer
from exporter.email.failures import MailServerError
from exporter.email.log import Outcome
from exporter.email.replies import Concern, Step, meaning_of
from exporter.email.settings import Server
from exporter.errors import ContentError, ExporterError, Problem


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


def judge(recipient: str, answer: Answer, sender: str, server: Server) -> Delivery:
    """What the server's answer means for the recipient."""
    reply = answer.reply
    if answer.step is Step.MESSAGE and reply.accepted:
        return Delivery(recipient, Outcome.DELIVERED, str(reply))
    outcome = Outcome.DEFERRED if reply.temporary else Outcome.REFUSED
    wrong = _in_words(answer, sender, server)
    right = meaning_of(reply, answer.step).right
    return Delivery(recipient, outcome, str(reply), _problem(recipient, wrong, right))


def concerning_all(answer: Answer, sender: str, server: Server) -> ExporterError | None:
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


def in_doubt(recipient: str, *, earlier: bool) -> Delivery:
    """A message of which nobody but the recipient knows whether it arrived."""
    when = "an earlier sending broke off" if earlier else "the connection broke off"
    wrong = f"{when} before the server's last answer, so the message has arrived or it has not"
    right = f"ask the recipient; --send --again --to {recipient} sends it again"
    problem = _problem(recipient, wrong, right)
    return Delivery(recipient, Outcome.IN_DOUBT, problem=problem, earlier=earlier)


def not_sent(recipient: str, trouble: MailServerError) -> Delivery:
    """A message that did not go out, for what is wrong with the server."""
    wrong, right = trouble.faults[0]
    problem = _problem(recipient, f"not sent: {wrong}", right)
    return Delivery(recipient, Outcome.DEFERRED, problem=problem)


def _in_words(answer: Answer, sender: str, server: Server) -> str:
    user = server.login.user if server.login else "anybody"
    wrong = meaning_of(answer.reply, answer.step).wrong
    said = f"{server.host}: {answer.reply}"
    return f"{wrong.format(host=server.host, sender=sender, user=user)} ({said})"


def _problem(recipient: str, wrong: str, right: str) -> Problem:
    return Problem("", 0, recipient, wrong, right)
