"""The server's settings: the environment over report.yaml, everything wrong told at once."""

import sys
from collections.abc import Iterator
from typing import Any

import keyring
import keyring.backend
import keyring.errors
import pytest

from exporter.email.settings import Login, MailSettings, Server, find_server, with_environment
from exporter.errors import SetupError

SENDER = "Research Desk <research@example.com>"
WHOLE = MailSettings(SENDER, "smtp.example.com", 587, "starttls", "research@example.com")
SECRET = "hunter-2"  # noqa: S105
PASSWORD = {"EXPORTER_EMAIL_PASSWORD": SECRET}


class Keyring(keyring.backend.KeyringBackend):
    """One that holds a password, or fails."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self, error: Exception | None = None) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        if self.error:
            raise self.error
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def ring() -> Iterator[Keyring]:
    before, ring = keyring.get_keyring(), Keyring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def test_the_server_of_whole_settings() -> None:
    login = Login("research@example.com", SECRET)
    assert find_server(WHOLE, PASSWORD) == Server("smtp.example.com", 587, "starttls", login)


@pytest.mark.parametrize(
    ("port", "security", "expected"),
    [
        (None, None, (587, "starttls")),
        (465, None, (465, "tls")),
        ("465", None, (465, "tls")),
        (25, None, (25, "starttls")),
        (None, "tls", (465, "tls")),
        (None, "STARTTLS", (587, "starttls")),
        (2525, "tls", (2525, "tls")),
        (465, "starttls", (465, "starttls")),
    ],
)
def test_port_and_security_follow_from_each_other(
    port: Any, security: str | None, expected: tuple[int, str]
) -> None:
    server = find_server(MailSettings(SENDER, "smtp.example.com", port, security), {})
    assert (server.port, server.security) == expected
    assert server.login is None


def test_the_environment_comes_first() -> None:
    environ = {
        "EXPORTER_EMAIL_SENDER": "else@example.com",
        "EXPORTER_EMAIL_SERVER": "mail.example.com",
        "EXPORTER_EMAIL_PORT": "465",
        "EXPORTER_EMAIL_SECURITY": "tls",
        "EXPORTER_EMAIL_USER": " ",
    }
    settings = with_environment(WHOLE, environ)
    user = "research@example.com"
    assert settings == MailSettings("else@example.com", "mail.example.com", "465", "tls", user)
    assert find_server(settings, PASSWORD).port == 465
    assert with_environment(MailSettings(), {}) == MailSettings()


def test_everything_that_is_wrong_is_told_at_once_with_both_places() -> None:
    with pytest.raises(SetupError) as caught:
        find_server(MailSettings(port="many", security="none", user="u"), {})
    lines = str(caught.value).splitlines()
    assert len(lines) == 4
    for line, name in zip(lines, ("sender", "server", "port", "security"), strict=True):
        assert f"`{name}` under `email` in report.yaml, or EXPORTER_EMAIL_{name.upper()}" in line
    assert "'many'" in lines[2]
    assert "nothing is sent in clear" in lines[3]


@pytest.mark.parametrize("port", [0, -1, 65536, "", " 25", "²", "2.5"])
def test_what_is_no_port(port: Any) -> None:
    with pytest.raises(SetupError, match="a number of 1 to 65535"):
        find_server(MailSettings(SENDER, "smtp.example.com", port), {})


@pytest.mark.parametrize(
    "host",
    [
        "smtp.example.com:587",
        "https://smtp.example.com",
        "a b",
        "a..b",
        ".a",
        "a.",
        "a\nb",
        "ü" * 64,
    ],
)
def test_what_is_no_host(host: str) -> None:
    with pytest.raises(SetupError, match="a host's name alone"):
        find_server(MailSettings(SENDER, host), {})


@pytest.mark.parametrize(
    "host", ["localhost", "192.0.2.7", "2001:db8::7", "posteingang.büro.example"]
)
def test_hosts(host: str) -> None:
    assert find_server(MailSettings(SENDER, host), {}).host == host


def test_the_password_of_the_keyring(ring: Keyring) -> None:
    with pytest.raises(SetupError) as caught:
        find_server(WHOLE, {})
    assert "set EXPORTER_EMAIL_PASSWORD" in str(caught.value)
    assert "keyring set exporter research@example.com@smtp.example.com" in str(caught.value)
    keyring.set_password("exporter", "research@example.com@smtp.example.com", SECRET)
    assert find_server(WHOLE, {}).login == Login("research@example.com", SECRET)
    other = {"EXPORTER_EMAIL_PASSWORD": "other"}
    assert find_server(WHOLE, other).login == Login("research@example.com", "other")


@pytest.mark.parametrize(
    "error", [keyring.errors.NoKeyringError(), keyring.errors.KeyringLocked("locked")]
)
def test_a_keyring_that_does_not_open(error: Exception, ring: Keyring) -> None:
    ring.error = error
    with pytest.raises(SetupError, match="the password of research"):
        find_server(WHOLE, {})


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(SetupError, match="EXPORTER_EMAIL_PASSWORD"):
        find_server(WHOLE, {})
    assert find_server(WHOLE, PASSWORD).login
