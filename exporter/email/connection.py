"""A connection to the mail server: encrypted before anything is said, then logged in."""

import smtplib
import ssl
from dataclasses import dataclass

from exporter.email.failures import MailServerError, explained
from exporter.email.login import log_in
from exporter.email.settings import Server

# A server of submission knows its users by their login; this machine's name is not its business,
# and looking it up can take seconds.
_OWN_NAME = "[127.0.0.1]"


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds to wait for the server.

    Attributes:
        connect: For the connection and the greeting, which some servers hold back.
        reply: For the answer to a command, and for each part of a message to leave.
        final: For the answer to the whole message; RFC 5321 (4.5.3.2.6) demands ten minutes, as
            who gives up early may send twice.
    """

    connect: float = 30
    reply: float = 120
    final: float = 600


TIMEOUTS = Timeouts()


def connect(server: Server, timeouts: Timeouts) -> smtplib.SMTP:
    """Open a connection that messages may go over.

    The certificate is checked against the authorities that OpenSSL knows, or those in the file that
    SSL_CERT_FILE names, and against the host's name.

    Raises:
        MailServerError: Not reached, no TLS, a certificate that does not hold, no login.
    """
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    with explained(server):
        smtp = _greeted(server, timeouts, context)
    try:
        if server.security == "starttls":
            _encrypt(smtp, server, context)
        wait(smtp, timeouts.reply)
        with explained(server):
            _introduce(smtp)
        if server.login is not None:
            log_in(smtp, server.host, server.login)
    except BaseException:
        smtp.close()
        raise
    return smtp


def wait(smtp: smtplib.SMTP, seconds: float) -> None:
    """Wait that long for what comes next."""
    if smtp.sock is not None:
        smtp.sock.settimeout(seconds)


def _greeted(server: Server, timeouts: Timeouts, context: ssl.SSLContext) -> smtplib.SMTP:
    where = server.host, server.port, _OWN_NAME
    if server.security == "tls":
        return smtplib.SMTP_SSL(*where, timeout=timeouts.connect, context=context)
    return smtplib.SMTP(*where, timeout=timeouts.connect)


def _encrypt(smtp: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    with explained(server):
        _introduce(smtp)
        if smtp.has_extn("starttls"):
            # It forgets what was said in clear, also what came behind the server's consent.
            smtp.starttls(context=context)
            return
    raise MailServerError(
        f"{server} offers no encryption, and nothing is sent in clear",
        "set `port` under `email` "
        "in report.yaml, or EXPORTER_EMAIL_PORT, to 587 or 465, or name another server",
    )


def _introduce(smtp: smtplib.SMTP) -> None:
    code, text = smtp.ehlo()
    if code != 250:
        raise smtplib.SMTPHeloError(code, text)
