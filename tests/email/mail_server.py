"""A mail server on loopback: aiosmtpd with TLS and logins, that can be told to misbehave."""

# ruff: noqa: ARG002, N802 (aiosmtpd names the methods, and what they take)

import asyncio
import ssl
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from exporter.email.settings import Login, Security, Server

USER, PASSWORD = "research@example.com", "Grüße-7!x"
HANG_UP, SWALLOW, SILENT = "hang up", "take it, then hang up", "take it, then say nothing"


@dataclass
class Postbox:
    """What the server has received, and what it is to answer instead of 250.

    Attributes:
        received: Recipient and bytes of every message taken.
        answers: What to say next, by command (MAIL, RCPT, DATA) and address; 250 when used up.
        per_connection: After how many messages a connection is closed with 421; 0 for never.
        asked: Every RCPT, in order.
    """

    received: list[tuple[str, bytes]] = field(default_factory=list)
    answers: defaultdict[tuple[str, str], deque[str]] = field(
        default_factory=lambda: defaultdict(deque)
    )
    per_connection: int = 0
    asked: list[str] = field(default_factory=list)
    connections: int = 0
    mechanisms: list[str] = field(default_factory=list)
    on_data: Callable[[str], None] = lambda _: None

    def answer(self, command: str, address: str, *answers: str) -> None:
        self.answers[command, address].extend(answers)

    @property
    def count(self) -> Counter[str]:
        return Counter(recipient for recipient, _ in self.received)

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        self.mechanisms.append(mechanism)
        right = isinstance(data, LoginPassword) and data == LoginPassword(
            USER.encode(), PASSWORD.encode()
        )
        return AuthResult(success=right, handled=False)

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, name: str, lines: list[str]
    ) -> list[str]:
        session.host_name = name
        self.connections += 1
        return lines

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        done = getattr(session, "done", 0)
        if self.per_connection and done >= self.per_connection:
            return _close(server, "421 4.7.0 enough for one connection")
        said = self._next("MAIL", address)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return said or "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked.append(address)
        said = self._next("RCPT", address)
        if said == HANG_UP:
            return _close(server)
        if not said or said.startswith("2"):
            envelope.rcpt_tos.append(address)
        return said or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        (recipient,) = envelope.rcpt_tos
        said = self._next("DATA", recipient)
        if said == HANG_UP:
            return _close(server)
        if said and said[0] in "45":
            return said
        assert isinstance(envelope.content, bytes)
        self.on_data(recipient)
        self.received.append((recipient, envelope.content))
        session.done = getattr(session, "done", 0) + 1
        if said == SILENT:
            await asyncio.sleep(3600)
        return _close(server) if said == SWALLOW else said or "250 2.0.0 taken"

    async def handle_exception(self, error: Exception) -> str:
        return f"500 {type(error).__name__}"

    def _next(self, command: str, address: str) -> str:
        waiting = self.answers[command, address]
        return waiting.popleft() if waiting else ""


def _close(server: SMTP, last_words: str = "") -> str:
    assert server.transport is not None
    if last_words:
        server.transport.write(f"{last_words}\r\n".encode())
    server.transport.close()
    return last_words


class _Controller(Controller):
    """On a free port, which is known once the server listens."""

    def _trigger_server(self) -> None:
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(
    postbox: Postbox,
    context: ssl.SSLContext | None,
    security: Security = "starttls",
    *,
    host: str = "localhost",
    **options: Any,
) -> Iterator[Server]:
    """A running server, as its client names it.

    Args:
        postbox: What it receives and answers.
        context: TLS with its certificate; None for a server without TLS.
        security: How TLS begins.
        host: The name that the client believes it to have.
        options: For aiosmtpd's SMTP.
    """
    way: dict[str, Any] = {"ssl_context" if security == "tls" else "tls_context": context}
    controller = _Controller(
        postbox,
        hostname="127.0.0.1",
        port=0,
        authenticator=postbox.authenticate,
        auth_require_tls=False,  # aiosmtpd knows only TLS that began with STARTTLS
        **way,
        **options,
    )
    controller.start()
    try:
        yield Server(host, controller.port, security, Login(USER, PASSWORD))
    finally:
        controller.stop()
