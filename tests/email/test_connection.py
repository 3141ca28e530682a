"""What can be wrong between here and the server: each told apart, and nothing sent in clear."""

import datetime as dt
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import trustme

from exporter.email.connection import Timeouts, connect
from exporter.email.failures import MailServerError
from exporter.email.settings import Login, Server
from tests.email.conftest import served
from tests.email.mail_server import PASSWORD, USER, Postbox, mail_server

BRIEFLY = Timeouts(connect=5, reply=5, final=5)
AT_ONCE = Timeouts(connect=0.2, reply=0.2, final=0.2)


def refusal(server: Server, timeouts: Timeouts = BRIEFLY) -> MailServerError:
    with pytest.raises(MailServerError) as caught:
        connect(server, timeouts).close()
    return caught.value


@contextmanager
def talking(talk: Callable[[socket.socket], Any]) -> Iterator[Server]:
    """A server that says what `talk` says, to one client."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            client, _ = listening.accept()
            with client:
                talk(client)

        thread = threading.Thread(target=serve)
        thread.start()
        yield Server("localhost", listening.getsockname()[1], "starttls")
        thread.join(10)
        assert not thread.is_alive()


def saying(*lines: str) -> Callable[[socket.socket], None]:
    """Each line in answer to whatever comes; the first unasked."""

    def talk(client: socket.socket) -> None:
        for line in lines:
            client.sendall(f"{line}\r\n".encode())
            if not client.recv(1000):
                return

    return talk


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_encrypted_with_a_recent_version(
    security: Any, postbox: Postbox, context: ssl.SSLContext
) -> None:
    with mail_server(postbox, context, security) as server:
        smtp = connect(server, BRIEFLY)
        assert isinstance(smtp.sock, ssl.SSLSocket)
        assert smtp.sock.version() in {"TLSv1.2", "TLSv1.3"}
        smtp.quit()


def days_ago(number: int) -> dt.datetime:
    return dt.datetime.now(dt.UTC) - dt.timedelta(days=number)


@pytest.mark.parametrize("security", ["starttls", "tls"])
@pytest.mark.parametrize(
    ("certificate", "words"),
    [
        (lambda ca: ca.issue_cert("mail.example.com"), "is for another name"),
        (
            lambda ca: ca.issue_cert("localhost", not_before=days_ago(9), not_after=days_ago(2)),
            "has expired",
        ),
        (
            lambda ca: ca.issue_cert("localhost", not_before=days_ago(-2), not_after=days_ago(-9)),
            "is not valid yet",
        ),
        (lambda _: trustme.CA().issue_cert("localhost"), "an authority that is not known here"),
    ],
)
def test_a_certificate_that_does_not_hold(
    certificate: Callable[[trustme.CA], trustme.LeafCert],
    words: str,
    security: Any,
    authority: trustme.CA,
    postbox: Postbox,
    context: ssl.SSLContext,
) -> None:
    with mail_server(postbox, served(certificate(authority)), security) as server:
        error = refusal(server)
    assert words in str(error)
    assert not error.temporary
    assert postbox.mechanisms == []


def test_a_server_without_encryption_gets_neither_password_nor_message(postbox: Postbox) -> None:
    with mail_server(postbox, None) as server:
        error = refusal(server)
    assert "offers no encryption, and nothing is sent in clear" in str(error)
    assert postbox.mechanisms == []


def test_tls_at_a_port_of_starttls(server: Server) -> None:
    error = refusal(replace(server, security="tls"))
    assert "does not begin with TLS" in str(error)


def test_starttls_at_a_port_of_tls(postbox: Postbox, context: ssl.SSLContext) -> None:
    with mail_server(postbox, context, "tls") as server:
        error = refusal(replace(server, security="starttls"), AT_ONCE)
    assert "does not answer; check server and port" in str(error)


def test_only_old_tls(authority: trustme.CA, context: ssl.SSLContext) -> None:
    old = served(authority.issue_cert("localhost"))
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1

    def talk(client: socket.socket) -> None:
        with pytest.raises(ssl.SSLError):
            old.wrap_socket(client, server_side=True)

    with talking(talk) as server:
        assert "no TLS of version 1.2 or later" in str(refusal(replace(server, security="tls")))


def test_what_came_in_clear_is_forgotten(context: ssl.SSLContext) -> None:
    """Answers slipped in behind the consent to STARTTLS, before encryption (RFC 3207, section 6)."""
    heard = []

    def talk(client: socket.socket) -> None:
        client.sendall(b"220 hello\r\n")
        client.recv(1000)
        client.sendall(b"250-me\r\n250 STARTTLS\r\n")
        client.recv(1000)
        client.sendall(b"220 go\r\n250-forged\r\n250 AUTH PLAIN\r\n")
        with context.wrap_socket(client, server_side=True) as safe:
            heard.append(safe.recv(1000))
            safe.sendall(b"250 SIZE 77\r\n")
            heard.append(safe.recv(1000))

    with talking(talk) as server:
        smtp = connect(server, BRIEFLY)
        assert smtp.esmtp_features == {}  # the first line is the greeting
        assert smtp.ehlo_resp == b"SIZE 77"
        smtp.close()
    assert heard == [b"ehlo [127.0.0.1]\r\n", b""]


@pytest.mark.parametrize(
    ("lines", "words", "temporary"),
    [
        (["421 too many"], "is busy (421 too many)", True),
        (["554 not you"], "does not serve this machine (554 not you)", False),
        (["HTTP/1.1 400 Bad Request"], "is no mail server", False),
        (["220 hi", "502 no ehlo"], "does not serve this machine", False),
        (["220 hi", "250-me\r\n250 STARTTLS", "454 not now"], "is busy (454 not now)", True),
        ([], "broke the connection off", True),
    ],
)
def test_a_server_that_does_not_serve(
    lines: list[str], words: str, temporary: bool, context: ssl.SSLContext
) -> None:
    with talking(saying(*lines)) as server:
        error = refusal(server)
    assert words in str(error)
    assert error.temporary is temporary


def test_a_server_that_never_answers() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server("localhost", listening.getsockname()[1], "starttls")
        assert "does not answer" in str(refusal(server, AT_ONCE))


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert "takes no connection" in str(refusal(Server("localhost", port, "tls")))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no such name"), "there is no host smpt.example.com"),
        (socket.gaierror(socket.EAI_AGAIN, "try again"), "cannot be looked up"),
        (OSError(101, "Network is unreachable"), "no way leads to smpt.example.com:587"),
        (OSError(99, "odd"), "broke off (odd)"),
    ],
)
def test_no_way_to_the_server(error: OSError, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert words in str(refusal(Server("smpt.example.com", 587, "starttls")))


def test_a_wrong_password(server: Server, postbox: Postbox) -> None:
    error = refusal(replace(server, login=Login(USER, "wrong")))
    assert f"localhost does not take the password of {USER} (535 5.7.8" in str(error)
    assert "EXPORTER_EMAIL_PASSWORD" in str(error)
    assert postbox.mechanisms == ["PLAIN"]  # tried once: more would lock the account


@pytest.mark.parametrize(
    ("kept", "used"), [({"PLAIN", "LOGIN"}, ["PLAIN"]), ({"LOGIN"}, ["LOGIN"])]
)
def test_the_way_to_log_in_is_one_that_the_server_offers(
    kept: set[str], used: list[str], postbox: Postbox, context: ssl.SSLContext
) -> None:
    without = {"PLAIN", "LOGIN"} - kept
    with mail_server(postbox, context, auth_exclude_mechanism=without) as server:
        connect(server, BRIEFLY).quit()
    assert postbox.mechanisms == used


def test_no_way_to_log_in(postbox: Postbox, context: ssl.SSLContext) -> None:
    with mail_server(postbox, context, auth_exclude_mechanism=["PLAIN", "LOGIN"]) as server:
        assert "lets users log in in no way" in str(refusal(server))


def test_without_a_user_nobody_logs_in(server: Server, postbox: Postbox) -> None:
    connect(replace(server, login=None), BRIEFLY).quit()
    assert postbox.mechanisms == []


class Talker:
    """The server's side of a login, for what aiosmtpd does not offer."""

    def __init__(self, context: ssl.SSLContext, offer: str, *answers: str) -> None:
        self.heard: list[str] = []
        self._context, self._offer, self._answers = context, offer, answers

    def __call__(self, client: socket.socket) -> None:
        with self._context.wrap_socket(client, server_side=True) as safe:
            safe.sendall(b"220 hi\r\n")
            for answer in (f"250-me\r\n250 AUTH {self._offer}", *self._answers):
                self.heard.append(safe.recv(1000).decode().strip())
                safe.sendall(f"{answer}\r\n".encode())
            safe.recv(1000)


def test_cram_md5_as_its_standard_has_it(context: ssl.SSLContext) -> None:
    """The example of RFC 2195, section 2."""
    challenge = "PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+"
    talker = Talker(context, "CRAM-MD5", f"334 {challenge}", "235 welcome")
    with talking(talker) as server:
        login = Login("tim", "tanstaaftanstaaf")
        connect(replace(server, security="tls", login=login), BRIEFLY).close()
    answer = "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw"
    assert talker.heard == ["ehlo [127.0.0.1]", "AUTH CRAM-MD5", answer]


@pytest.mark.parametrize(
    ("offer", "answers", "words", "temporary"),
    [
        ("XOAUTH2 GSSAPI", [], "only by GSSAPI, XOAUTH2, not by a password", False),
        ("PLAIN", ["454 4.7.0 later"], "lets nobody log in now (454 4.7.0 later)", True),
        ("PLAIN", ["534 5.7.9 stronger"], f"does not let {USER} log in (534 5.7.9", False),
    ],
)
def test_logins_that_fail(
    offer: str, answers: list[str], words: str, temporary: bool, context: ssl.SSLContext
) -> None:
    with talking(Talker(context, offer, *answers)) as server:
        error = refusal(replace(server, security="tls", login=Login(USER, PASSWORD)))
    assert words in str(error)
    assert error.temporary is temporary


def test_the_authority_of_a_company_is_known_by_its_file(
    server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    connect(server, BRIEFLY).quit()
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    assert "SSL_CERT_FILE" in str(refusal(server))
