"""Which server sends and who logs in: report.yaml's section `email`, the environment over it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from ipaddress import ip_address
from typing import Literal

from exporter.errors import Fault, SetupError

Security = Literal["starttls", "tls"]

_VARIABLE = "EXPORTER_EMAIL_"
SENDER_VARIABLE = f"{_VARIABLE}SENDER"
_TLS_PORT, _STARTTLS_PORT = 465, 587  # RFC 8314, section 3.3; RFC 6409
_NAME = re.compile(r"[\w-]+(\.[\w-]+)*")
_KEYRING_SERVICE = "exporter"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """What report.yaml says under `email`; nothing of it has to be there, or to be right.

    Attributes:
        sender: Who the message is from, such as `Research Desk <research@example.com>`.
        server: Name of the server.
        port: Its port; a text where it comes from the environment.
        security: `starttls` or `tls`.
        user: Who logs in; without a user nobody does.
    """

    sender: str | None = None
    server: str | None = None
    port: int | str | None = None
    security: str | None = None
    user: str | None = None


@dataclass(frozen=True, slots=True)
class Login:
    """Who logs in; no repr shows the password, nor a traceback with its variables."""

    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server that messages are handed to, always encrypted."""

    host: str
    port: int
    security: Security
    login: Login | None = None

    def __str__(self) -> str:
        """The server as messages name it."""
        return f"{self.host}:{self.port}"


def with_environment(settings: MailSettings, environ: Mapping[str, str]) -> MailSettings:
    """The same settings, each replaced by its variable EXPORTER_EMAIL_… where that is set."""
    names = (name.name for name in fields(MailSettings))
    given = {name: environ.get(_VARIABLE + name.upper(), "").strip() for name in names}
    return replace(settings, **{name: value for name, value in given.items() if value})


def find_server(settings: MailSettings, environ: Mapping[str, str]) -> Server:
    """The server of settings that are complete and right.

    The password comes from EXPORTER_EMAIL_PASSWORD, else from the keyring.

    Args:
        settings: As `with_environment` gives them.
        environ: The environment's variables.

    Raises:
        SetupError: Names everything that is missing or wrong, and where it is set.
    """
    faults = list(_faults(settings))
    host, user = settings.server or "", settings.user or ""
    known = bool(user) and _is_host(host)
    password = _password(user, host, environ) if known else ""
    if known and not password:
        right = (
            f"set {_VARIABLE}PASSWORD, or keep it in the keyring: keyring set {_KEYRING_SERVICE} "
            f"{user}@{host}"
        )
        faults.append(Fault(f"the password of {user} at {host} is missing", right))
    if faults:
        raise SetupError.of(faults)
    port, security = _way(settings)
    return Server(host, port, security, Login(user, password) if user else None)


def _way(settings: MailSettings) -> tuple[int, Security]:
    """Port and security, each by the other where only one is set."""
    port = int(settings.port or 0)
    named = (settings.security or ("tls" if port == _TLS_PORT else "starttls")).lower()
    if named == "tls":
        return port or _TLS_PORT, "tls"
    return port or _STARTTLS_PORT, "starttls"


def _faults(settings: MailSettings) -> Iterator[Fault]:
    if not settings.sender:
        yield Fault("the sender of the e-mail is missing", f"set {_places('sender')}")
    if not settings.server:
        yield Fault("the mail server is missing", f"set {_places('server')}")
    elif not _is_host(settings.server):
        right = "a host's name alone, such as smtp.example.com, is right"
        yield Fault(f"the mail server is {settings.server!r}", f"{right}: set {_places('server')}")
    if settings.port is not None and not _is_port(settings.port):
        right = f"a number of 1 to 65535 is right: set {_places('port')}"
        yield Fault(f"the port is {settings.port!r}", right)
    if settings.security and settings.security.lower() not in {"starttls", "tls"}:
        right = "starttls or tls is right, as nothing is sent in clear"
        yield Fault(f"the security is {settings.security!r}", f"{right}: set {_places('security')}")


def _places(name: str) -> str:
    return f"`{name}` under `email` in report.yaml, or {_VARIABLE}{name.upper()}"


def _is_host(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return _NAME.fullmatch(text) is not None and _has_ascii_form(text)
    return True


def _has_ascii_form(name: str) -> bool:
    """Whether a name can be looked up: 63 characters at most between its dots, as IDNA."""
    try:
        name.encode("idna")
    except UnicodeError:
        return False
    return True


def _is_port(port: int | str) -> bool:
    digits = str(port)
    return digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 65535


def _password(user: str, host: str, environ: Mapping[str, str]) -> str:
    """The password; "" where it is in neither place, or there is no keyring that opens."""
    if given := environ.get(f"{_VARIABLE}PASSWORD"):
        return given
    try:
        import keyring
        import keyring.errors
    except ImportError:  # the extra `keyring` is not installed
        return ""
    try:
        return keyring.get_password(_KEYRING_SERVICE, f"{user}@{host}") or ""
    except keyring.errors.KeyringError:
        return ""
