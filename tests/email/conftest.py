"""A mail server with a certificate of an authority of its own, which SSL_CERT_FILE names."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from exporter.email.connection import Timeouts
from exporter.email.deliver import Delivery, Outgoing, Patience, deliver
from exporter.email.log import NAME, Issue, open_log
from exporter.email.settings import Server
from tests.email.mail_server import USER, Postbox, mail_server

ISSUE = Issue("alibaba-ai", "2023-11-01", "en")
CONTENT = (
    b"From: Research <research@example.com>\r\nTo: undisclosed-recipients:;\r\n"
    b"Subject: =?utf-8?b?55S15a2Q6YKu5Lu2?=\r\n\r\n.\r\n..two dots\r\n.leading dot\r\n"
    + b"x" * 998
    + b"\r\n\r\n.\r\nthe end.\r\n"
)


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def known_authority(
    authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[trustme.CA]:
    """An authority that this machine knows."""
    file = tmp_path_factory.mktemp("authority") / "authority.pem"
    authority.cert_pem.write_to_path(file)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SSL_CERT_FILE", str(file))
        yield authority


@pytest.fixture(scope="module")
def context(known_authority: trustme.CA) -> ssl.SSLContext:
    """TLS of a server that is what it says."""
    return served(known_authority.issue_cert("localhost"))


def served(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def server(postbox: Postbox, context: ssl.SSLContext) -> Iterator[Server]:
    with mail_server(postbox, context) as running:
        yield running


@pytest.fixture
def message() -> Outgoing:
    return Outgoing(ISSUE, "<alibaba-ai.2023-11-01.en.0123@example.com>", USER, CONTENT)


class Pauses(list[float]):
    """Stands in for sleeping: keeps how long it would have been."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
def patience(pauses: Pauses) -> Patience:
    """Of a test: servers that never answer are waited for briefly."""
    return Patience(Timeouts(connect=5, reply=5, final=5), sleep=pauses)


class Desk:
    """Sends a message from a folder, each time with the log opened anew.

    Attributes:
        repaired: What the log said of itself when it was opened last.
    """

    repaired = ""

    def __init__(self, folder: Path, message: Outgoing, server: Server, patience: Patience) -> None:
        self.folder, self.message, self.server, self.patience = folder, message, server, patience

    def send(self, *recipients: str, again: bool = False) -> list[Delivery]:
        with open_log(self.folder) as log:
            self.repaired = log.repaired
            return deliver(
                self.message, recipients, self.server, log, again=again, patience=self.patience
            )

    def log(self) -> str:
        return (self.folder / NAME).read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path, message: Outgoing, server: Server, patience: Patience) -> Desk:
    return Desk(tmp_path, message, server, patience)
