"""A report by e-mail: what was built is proved once more, then written as a draft, or sent.

Everything that a message says comes from the manifest of the built files, so that its words and
the files attached to it always agree.
"""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from exporter.errors import ContentError, Problem, ProofError, UsageError
from exporter.evidence.check import Evidence
from exporter.facts.words import Lang
from exporter.files import replacing
from exporter.mailboxes import Mailbox, read_mailboxes
from exporter.progress import Progress, silent
from exporter.proof.manifest import MANIFEST, Content, Manifest, file_hash, read_manifest
from exporter.proof.message import compare_message
from exporter.proof.verify import check_again, differences
from exporter.report.definition import ReportDefinition, read_definition
from exporter.report.message import Basis, lay_out_message
from exporter.report.message_model import Addressing, Message
from exporter.report.onepager import lay_out_onepager
from exporter.sending.deliver import Outgoing, deliver
from exporter.sending.log import Issue, open_log
from exporter.sending.outcomes import Delivery
from exporter.sending.settings import MailSettings, find_server, with_environment
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
    """

    report: Path
    to: Sequence[str]
    cc: Sequence[str] = ()
    bcc: Sequence[str] = ()
    lang: Lang | None = None
    attach: Collection[str] = ()
    output: Path | None = None

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
    composed = _compose(order, _settings(_definition(order.report)))
    path = order.folder / composed.message.file_name
    draft = make_draft(composed.message, composed.addressing, composed.files)
    with replacing(path) as temporary:
        temporary.write_bytes(draft.content)
        _prove(composed, temporary.read_bytes(), unsent=True)
    return path


def send(order: Order, *, again: bool = False, progress: Progress = silent) -> Sent:
    """Send a message to everyone who has not got this edition in this language.

    Args:
        order: What, and to whom.
        again: Send it also to those who have got it, or may have.
        progress: Told whom it is being sent to.

    Raises:
        UsageError: As for `write_draft`, and so ContentError and ProofError.
        SetupError: There is no server, no password, no connection, no room for the delivery log.
    """
    settings = _settings(_definition(order.report))
    server = find_server(settings, os.environ)
    composed = _compose(order, settings)
    sendable = make_sendable(
        composed.message, composed.addressing, composed.files, datetime.now(UTC)
    )
    _prove(composed, sendable.content, unsent=False)
    outgoing = _outgoing(composed, sendable)
    recipients = [one.address for one in composed.addressing.recipients]
    with open_log(order.folder) as log:
        deliveries = deliver(outgoing, recipients, server, log, again=again, progress=progress)
        return Sent(deliveries, log.repaired)


def _outgoing(composed: _Composed, sendable: Eml) -> Outgoing:
    message, sender = composed.message, composed.addressing.sender
    assert sender is not None  # noqa: S101 - what is sendable has one
    issue = Issue(message.name, message.edition.isoformat(), message.lang)
    return Outgoing(issue, sendable.message_id, sender.address, sendable.content)


def _compose(order: Order, settings: MailSettings) -> _Composed:
    addressing = _addressing(order, settings)
    manifest, evidence = _proved(order)
    _refuse_changed(order, manifest)
    lang = _language(order, manifest.content)
    basis = _basis(order.name, manifest.content, evidence, lang)
    message = lay_out_message(basis, order.attach)
    names = [one.name for one in message.enclosures]
    files = {name: _as_built(order.folder, name, manifest) for name in names}
    return _Composed(message, addressing, files)


def _basis(name: str, content: Content, evidence: Evidence, lang: Lang) -> Basis:
    pages = [
        lay_out_onepager(content.report, page, evidence, content.views, content.sources, lang)
        for page in content.report.one_pagers
    ]
    return Basis(name, content.report, pages, evidence, content.views, content.sources, lang)


def _addressing(order: Order, settings: MailSettings) -> Addressing:
    sender = _sender(settings)
    to, cc, bcc = (
        read_mailboxes(texts, what)
        for texts, what in ((order.to, "--to"), (order.cc, "--cc"), (order.bcc, "--bcc"))
    )
    return Addressing(to, cc, bcc, sender)


def _sender(settings: MailSettings) -> Mailbox | None:
    if not settings.sender:
        return None
    first, *others = read_mailboxes([settings.sender], "the sender")
    if others:
        raise UsageError(f"{settings.sender!r} are several senders; name one")
    return first


def _definition(report: Path) -> ReportDefinition:
    definition, problems = read_definition(report)
    if definition is None or problems:
        raise ContentError(problems)
    return definition.report


def _settings(report: ReportDefinition) -> MailSettings:
    said = report.email.model_dump() if report.email else {}
    return with_environment(MailSettings(**said), os.environ)


def _proved(order: Order) -> tuple[Manifest, Evidence]:
    """The manifest of the built files, which have been read back and compared with it."""
    build_it = f"build it: exporter build {order.report}"
    path = order.folder / MANIFEST
    if not path.is_file():
        raise UsageError(f"{order.folder} holds no built report; {build_it}")
    try:
        manifest = read_manifest(path)
    except ValueError as error:
        raise ProofError([Problem(str(path), 0, "", str(error), build_it)]) from error
    evidence = check_again(manifest.content)
    found = [str(one) for one in differences(order.folder, manifest, evidence)]
    if found:
        right = f"nothing is e-mailed that is not proved; {build_it}"
        raise ProofError([Problem(str(order.folder), 0, "", one, right) for one in found])
    return manifest, evidence


def _refuse_changed(order: Order, manifest: Manifest) -> None:
    """Refuse to e-mail what was built from another state of the report's folder."""
    changed = sorted(_changed(order.report, manifest.inputs))
    if changed:
        wrong = f"has changed since {order.folder} was built"
        right = f"build it again: exporter build {order.report}"
        raise ContentError([Problem(str(path), 0, "", wrong, right) for path in changed])


def _changed(report: Path, inputs: Mapping[str, str]) -> Iterator[Path]:
    known = {report / name: digest for name, digest in inputs.items()}
    for path, digest in known.items():
        if not path.is_file() or file_hash(path) != digest:
            yield path
    # A new file counts where files of its kind were read: in the folders of facts and of sources.
    kinds = {(path.parent, path.suffix) for path in known if path.parent != report}
    for folder, suffix in kinds:
        if folder.is_dir():
            yield from (path for path in folder.glob(f"*{suffix}") if path not in known)


def _language(order: Order, content: Content) -> Lang:
    if order.lang is None:
        return content.languages[0]
    if order.lang not in content.languages:
        has = ", ".join(content.languages)
        raise UsageError(
            f"{order.folder} has no files in {order.lang!r}, but in {has}; name one of these, or "
            f"build it: exporter build {order.report} --lang {order.lang}"
        )
    return order.lang


def _as_built(folder: Path, name: str, manifest: Manifest) -> bytes:
    """A file as it was proved; it may have been written anew since."""
    content = (folder / name).read_bytes()
    if sha256(content).hexdigest() != manifest.outputs[name]:
        wrong = "has changed while it was being proved"
        raise ProofError([Problem(str(folder / name), 0, "", wrong, "e-mail the report again")])
    return content


def _prove(composed: _Composed, content: bytes, *, unsent: bool) -> None:
    found = compare_message(
        composed.message, composed.addressing, composed.files, content, unsent=unsent
    )
    if found:
        right = "nothing was written or sent; please report this"
        raise ProofError([Problem("", 0, "", str(one), right) for one in found])
