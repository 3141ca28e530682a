"""The password is shown nowhere: no repr, error, traceback with its variables, log or output."""

import logging
import socket
import ssl
import traceback
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.email.connection import Timeouts, connect
from exporter.email.deliver import Outgoing, Patience, deliver
from exporter.email.failures import MailServerError
from exporter.email.log import NAME, open_log
from exporter.email.settings import Login, Server
from tests.email.mail_server import USER
from tests.email.test_connection import talking

SECRET = "hunter-2-ü"  # noqa: S105


def coded(text: str) -> str:
    return b64encode(text.encode()).decode()


FORMS = (SECRET, ascii(SECRET)[1:-1], coded(SECRET), coded(f"\0{USER}\0{SECRET}"))


def shown(error: BaseException) -> str:
    """Everything that a traceback can show, with the variables of all its frames."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    chain = [repr(error), str(error), *told.format()]
    links = [link for link in (error.__cause__, error.__context__) if link is not None]
    return "\n".join([*chain, *map(shown, links)])


def leaks(text: str) -> list[str]:
    return [form for form in FORMS if form in text]


def echoing(context: ssl.SSLContext, offer: str) -> Callable[[socket.socket], None]:
    """A server that knows no AUTH and repeats what it does not know."""

    def talk(client: socket.socket) -> None:
        with context.wrap_socket(client, server_side=True) as safe:
            safe.sendall(b"220 hi\r\n")
            safe.recv(1000)
            safe.sendall(f"250-me\r\n250 AUTH {offer}\r\n".encode())
            while line := safe.recv(1000):
                login = offer == "LOGIN" and len(line) < 13
                safe.sendall(b"334 \r\n" if login else b"500 5.5.2 unknown: " + line)

    return talk


def hanging_up(context: ssl.SSLContext, offer: str) -> Callable[[socket.socket], None]:
    """A server that hangs up when it has heard the password."""

    def talk(client: socket.socket) -> None:
        with context.wrap_socket(client, server_side=True) as safe:
            safe.sendall(b"220 hi\r\n")
            safe.recv(1000)
            safe.sendall(f"250-me\r\n250 AUTH {offer}\r\n".encode())
            safe.recv(1000)

    return talk


@pytest.mark.parametrize("talk", [echoing, hanging_up])
@pytest.mark.parametrize("offer", ["PLAIN", "LOGIN", "CRAM-MD5"])
def test_not_in_an_error_of_logging_in(
    talk: Callable[[ssl.SSLContext, str], Callable[[socket.socket], None]],
    offer: str,
    context: ssl.SSLContext,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    with talking(talk(context, offer)) as server:
        own = replace(server, security="tls", login=Login(USER, SECRET))
        with pytest.raises(MailServerError) as caught:
            connect(own, Timeouts(5, 5, 5))
    text = shown(caught.value)
    assert "log_in" in text  # the frames and their variables are there
    assert leaks(text + repr(own) + caplog.text + "".join(capfd.readouterr())) == []


def test_not_in_an_error_of_a_wrong_password_nor_in_the_log(
    server: Server, message: Outgoing, patience: Patience, tmp_path: Path
) -> None:
    server = replace(server, login=Login(USER, SECRET))
    with open_log(tmp_path) as log, pytest.raises(MailServerError, match="535") as caught:
        deliver(message, ["a@b.example"], server, log, patience=patience)
    assert leaks(shown(caught.value)) == []
    assert leaks((tmp_path / NAME).read_text("utf-8")) == []


def test_the_check_itself_finds_a_password() -> None:
    def fail(password: str) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no") as caught:
        fail(SECRET)
    assert leaks(shown(caught.value))
    assert leaks(f"535 {coded(SECRET)}")
