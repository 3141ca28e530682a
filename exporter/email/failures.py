"""What can be wrong between here and the mail server, each told apart."""

import errno
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from exporter.email.replies import read_reply
from exporter.email.settings import Server
from exporter.errors import Fault, SetupError

# X509_V_ERR_… of OpenSSL, <openssl/x509_vfy.h>.
_NOT_YET_VALID, _EXPIRED = 9, 10
_UNKNOWN_ISSUER = frozenset({18, 19, 20, 21})
_REVOKED = 23
_OTHER_NAME = frozenset({62, 64})


class MailServerError(SetupError):
    """Nothing can be sent through the server.

    Attributes:
        temporary: Whether the same may succeed in a few minutes.
    """

    def __init__(self, wrong: str, right: str, *others: Fault, temporary: bool = False) -> None:
        super().__init__(wrong, right, *others)
        self.temporary = temporary


class UnreachableError(MailServerError):
    """There is no connection to the server: a wrong setting, unless it was reached before."""


class UnansweredError(Exception):
    """The message was handed over whole, and no answer came: it may have arrived, or not."""


@contextmanager
def explained(server: Server) -> Iterator[None]:
    """Turn what the system, TLS or smtplib say of a connection into a MailServerError."""
    try:
        yield
    except smtplib.SMTPResponseException as error:
        raise _told_by_server(error, server) from error
    except smtplib.SMTPServerDisconnected as error:
        # smtplib says the same of every end; what the system said of it comes before.
        cause = error.__context__
        if isinstance(cause, OSError):
            raise _told_by_system(cause, server) from error
        raise MailServerError(
            f"{server} broke the connection off", "send again later", temporary=True
        ) from error
    except OSError as error:
        raise _told_by_system(error, server) from error


def _told_by_server(error: smtplib.SMTPResponseException, server: Server) -> MailServerError:
    reply = read_reply(error.smtp_code, _bytes(error.smtp_error))
    if reply.temporary:
        return MailServerError(f"{server} is busy ({reply})", "send again later", temporary=True)
    if reply.refused:
        return MailServerError(
            f"{server} does not serve this machine ({reply})",
            "check server and port, or ask whoever runs it",
        )
    return MailServerError(
        f"what answers at {server} is no mail server ({reply})", "check server and port"
    )


def _told_by_system(error: OSError, server: Server) -> MailServerError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailServerError(*_certificate(error, server.host))
    if isinstance(error, ssl.SSLEOFError):
        return MailServerError(
            f"{server} broke the connection off", "send again later", temporary=True
        )
    if isinstance(error, ssl.SSLError):
        return MailServerError(*_encryption(error, server))
    return UnreachableError(_connection(error, server), "check server and port")


def _certificate(error: ssl.SSLCertVerificationError, host: str) -> Fault:
    code = error.verify_code
    renew = "whoever runs the server must renew it"
    if code == _EXPIRED:
        return Fault(f"the certificate of {host} has expired", renew)
    if code == _NOT_YET_VALID:
        wrong = f"the certificate of {host} is not valid yet"
        return Fault(wrong, "check this machine's date and time")
    if code == _REVOKED:
        return Fault(f"the certificate of {host} was revoked", renew)
    if code in _OTHER_NAME:
        return Fault(
            f"the certificate that {host} shows is for another name",
            "set `server` under `email` in report.yaml, or EXPORTER_EMAIL_SERVER, to the name that "
            "it bears",
        )
    if code in _UNKNOWN_ISSUER:
        return Fault(
            f"the certificate of {host} comes from an authority that is not known here",
            "where that is your own, name the file of its certificate in SSL_CERT_FILE",
        )
    wrong = f"the certificate of {host} does not hold ({error.verify_message})"
    return Fault(wrong, "ask whoever runs the server")


def _encryption(error: ssl.SSLError, server: Server) -> Fault:
    reason = error.reason or str(error)
    if reason == "WRONG_VERSION_NUMBER" and server.security == "tls":
        return Fault(
            f"{server} does not begin with TLS",
            "set `security` under `email` in report.yaml, or EXPORTER_EMAIL_SECURITY, to starttls, "
            "or the port to that of TLS, mostly 465",
        )
    if "PROTOCOL" in reason:
        wrong = f"{server} offers no TLS of version 1.2 or later"
        return Fault(wrong, "whoever runs it must update it")
    wrong = f"no encrypted connection to {server} comes about ({reason})"
    return Fault(wrong, "check server and port")


def _connection(error: OSError, server: Server) -> str:
    if isinstance(error, socket.gaierror):
        if error.errno == socket.EAI_AGAIN:
            return f"the name {server.host} cannot be looked up, perhaps for want of a network"
        return f"there is no host {server.host}"
    if isinstance(error, TimeoutError):
        return f"{server} does not answer"
    if isinstance(error, ConnectionRefusedError):
        return f"{server} takes no connection"
    if error.errno in {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}:
        return f"no way leads to {server}, perhaps for want of a network"
    return f"the connection to {server} broke off ({error.strerror or error})"


def _bytes(text: bytes | str) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
