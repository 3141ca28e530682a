"""A report by e-mail: what was built is proved once more, then written as a draft, or sent.

Everything that a message says comes from the manifest of the built files, so that its words and
the files attached to it always agree.
"""

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from exporter.email.built import open_built
from exporter.email.deliver import PATIENCE, Delivery, Outgoing, Patience, Tell, deliver
from exporter.email.log import Issue, open_log
from exporter.email.settings import SENDER_VARIABLE, MailSettings, find_server, with_environment
from exporter.errors import ContentError, Fault, ProofError, SetupError, UsageError
from exporter.facts.words import Lang
from exporter.files import replacing
from exporter.inputs.opened import Inputs
from exporter.inputs.remembered import inputs_of, refusal
from exporter.proof.eml import compare_message
from exporter.report.definition import Definition
from exporter.report.eml.layout import basis_of, lay_out_message
from exporter.report.eml.mailboxes import Mailbox, read_mailboxes
from exporter.report.eml.model import Addressing, Message
from exporter.report.report_file import read_definition
from exporter.writers.eml import Eml, make_draft, make_sendable


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be e-mailed, and to whom.

    Attributes:
        report: The report's folder.
        to: Addresses, as a person writes them; several may stand in one text.
        cc: As `to`, and so `bcc`.
        lang: The message's language; the first that was built unless named.
        attach: What goes with the one-pagers: `workbook`, `evidence`.
        output: Where the report was built; `output/<report>` unless named.
        allow: What the report may reach outside its folder.
    """

    report: Path
    to: Sequence[str]
    cc: Sequence[str] = ()
    bcc: Sequence[str] = ()
    lang: Lang | None = None
    attach: Collection[str] = ()
    output: Path | None = None
    allow: Sequence[str] = ()

    @property
    def inputs(self) -> Inputs:
        """What the report may be read from."""
        return inputs_of(self.report, self.allow)

    @property
    def name(self) -> str:
        """The report's, as its files have it."""
        return self.report.resolve().name

    @property
    def folder(self) -> Path:
        """Where the built files are."""
        return self.output or Path("output") / self.name


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a sending.

    Attributes:
        deliveries: One for each recipient.
        repaired: What was mended in the delivery log, in words; "" where nothing was.
    """

    deliveries: list[Delivery]
    repaired: str


@dataclass(frozen=True, slots=True)
class _Composed:
    """A message with its addresses, and the files attached to it by name."""

    message: Message
    addressing: Addressing
    files: Mapping[str, bytes]


def write_draft(order: Order) -> Path:
    """Write a draft that mail programs open, beside the files that it carries.

    Returns:
        The path of the `.eml`.

    Raises:
        UsageError: An address is none, or the report has not been built in that language.
        ContentError: The report's folder is at fault, or has changed since it was built.
        ProofError: A built file differs from its manifest, or the draft from its layout.
        SetupError: The file cannot be written.
    """
    definition = _definition(order)
    addressing = _addressing(order, _sender(definition, _settings(definition)))
    composed = _compose(order, definition, addressing)
    path = order.folder / composed.message.file_name
    draft = make_draft(composed.message, composed.addressing, composed.files)
    with replacing(path) as temporary:
        temporary.write_bytes(draft.content)
        _prove(composed, temporary.read_bytes(), unsent=True)
    return path


def send(
    order: Order,
    *,
    again: bool = False,
    tell: Tell = lambda _: None,
    patience: Patience = PATIENCE,
) -> Sent:
    """Send a message to everyone who has not got this edition in this language.

    Args:
        order: What, and to whom.
        again: Send it also to those who have got it, or may have.
        tell: Told what became of it as soon as that is known, for each recipient.
        patience: How long to wait for the server.

    Raises:
        UsageError: As for `write_draft`, and so ContentError and ProofError.
        SetupError: There is no server, no password, no connection, no room for the delivery log.
    """
    definition = _definition(order)
    settings = _settings(definition)
    addressing = _addressing(order, _sender(definition, settings))
    server = find_server(settings, os.environ)
    composed = _compose(order, definition, addressing)
    sendable = make_sendable(
        composed.message, composed.addressing, composed.files, datetime.now(UTC)
    )
    _prove(composed, sendable.content, unsent=False)
    outgoing = _outgoing(composed, sendable)
    recipients = [mailbox.address for mailbox in addressing.recipients]
    with open_log(order.folder) as log:
        deliveries = deliver(
            outgoing, recipients, server, log, again=again, tell=tell, patience=patience
        )
        return Sent(deliveries, log.repaired)


def _outgoing(composed: _Composed, sendable: Eml) -> Outgoing:
    message, sender = composed.message, composed.addressing.sender
    assert sender is not None  # noqa: S101 - what is sendable has one
    issue = Issue(message.name, message.edition.isoformat(), message.lang)
    return Outgoing(issue, sendable.message_id, sender.address, sendable.content)


def _compose(order: Order, definition: Definition, addressing: Addressing) -> _Composed:
    built = open_built(order.report, definition, order.folder, order.inputs)
    content, lang = built.manifest.content, built.language(order.lang)
    basis = basis_of(
        order.name,
        content.report,
        built.evidence,
        content.views,
        content.sources,
        lang,
        content.since,
    )
    message = lay_out_message(basis, order.attach)
    files = {enclosure.name: built.read(enclosure.name) for enclosure in message.enclosures}
    return _Composed(message, addressing, files)


def _addressing(order: Order, sender: Mailbox | None) -> Addressing:
    to, cc, bcc = (
        read_mailboxes(texts, what)
        for texts, what in ((order.to, "--to"), (order.cc, "--cc"), (order.bcc, "--bcc"))
    )
    return Addressing(to, cc, bcc, sender)


def _definition(order: Order) -> Definition:
    inputs = order.inputs
    definition, problems = read_definition(order.report, inputs)
    if definition is None or problems:
        raise refusal(order.report, problems, inputs)
    return definition


def _settings(definition: Definition) -> MailSettings:
    email = definition.report.email
    return with_environment(MailSettings(**email.model_dump() if email else {}), os.environ)


def _sender(definition: Definition, settings: MailSettings) -> Mailbox | None:
    """Who sends; None where nobody is named.

    Raises:
        ContentError: report.yaml names no mailbox.
        SetupError: The environment does.
    """
    if not settings.sender:
        return None
    try:
        mailboxes = read_mailboxes([settings.sender], "sender")
    except UsageError as error:
        faults = error.faults
    else:
        if len(mailboxes) == 1:
            return mailboxes[0]
        faults = (Fault(f"sender: {settings.sender!r} are several mailboxes", "name one"),)
    if os.environ.get(SENDER_VARIABLE):
        first, *others = faults
        raise SetupError(f"{SENDER_VARIABLE}: {first.wrong}", first.right, *others)
    place = ("email", "sender")
    raise ContentError([definition.problem(place, *fault) for fault in faults])


def _prove(composed: _Composed, content: bytes, *, unsent: bool) -> None:
    differences = compare_message(
        composed.message, composed.addressing, composed.files, content, unsent=unsent
    )
    if differences:
        raise ProofError.of(differences, "nothing was written or sent; please report this")
