"""A connection to the mail server: encrypted before anything is said, then logged in.

Users log in over an encrypted connection only: by PLAIN, LOGIN or CRAM-MD5, one of them, once.
smtplib would try one after the other, so that a wrong password counts three times towards a locked
account; it takes ASCII alone, and an error of its codec would carry the password.
"""

import hmac
import smtplib
import ssl
from base64 import b64decode, b64encode
from dataclasses import dataclass

from exporter.email.failures import MailServerError, explained
from exporter.email.replies import Reply, read_reply
from exporter.email.settings import Login, Server

# A server of submission knows its users by their login; this machine's name is not its business,
# and looking it up can take seconds.
_OWN_NAME = "[127.0.0.1]"
# Within TLS all are equally safe; CRAM-MD5 makes the server keep passwords in clear.
_MECHANISMS = ("PLAIN", "LOGIN", "CRAM-MD5")
_CHALLENGE = 334


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
            _log_in(smtp, server.host, server.login)
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


def _log_in(smtp: smtplib.SMTP, host: str, login: Login) -> None:
    """Log a user in.

    Args:
        smtp: A connection after EHLO within TLS.
        host: The server, as messages name it.
        login: User and password; no error shows the password, nor does a traceback's chain.

    Raises:
        MailServerError: Wrong password, no way to log in that both sides know, no answer.
    """
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    mechanism = next((name for name in _MECHANISMS if name in offered), None)
    if mechanism is None:
        ways = f"only by {', '.join(sorted(set(offered)))}" if offered else "in no way"
        raise MailServerError(
            f"{host} lets users log in {ways}, not by a password",
            "name another server, or no user where it needs none",
        )
    reply = _last_answer(smtp, mechanism, login)
    if reply is None:
        raise MailServerError(
            f"{host} broke off while logging in", "send again later", temporary=True
        )
    if not reply.accepted:
        raise _refusal(reply, host, login.user)


def _last_answer(smtp: smtplib.SMTP, mechanism: str, login: Login) -> Reply | None:
    """The server's last answer, without what was sent; None where the connection broke off.

    No exception of the conversation goes further: its frames hold the password.
    """
    try:
        reply = _converse(smtp, mechanism, login)
    except (smtplib.SMTPException, OSError, ValueError):
        return None
    # Some servers repeat a command that they do not know.
    sent = login.password, _coded(login.password), _plain(login)
    return Reply(reply.code, "") if any(word in reply.text for word in sent) else reply


def _converse(smtp: smtplib.SMTP, mechanism: str, login: Login) -> Reply:
    if mechanism == "PLAIN":
        return _say(smtp, f"AUTH PLAIN {_plain(login)}")
    reply = _say(smtp, f"AUTH {mechanism}")
    if reply.code != _CHALLENGE:
        return reply
    if mechanism == "CRAM-MD5":
        digest = hmac.digest(login.password.encode(), b64decode(reply.text), "md5")
        return _say(smtp, _coded(f"{login.user} {digest.hex()}"))
    reply = _say(smtp, _coded(login.user))
    return _say(smtp, _coded(login.password)) if reply.code == _CHALLENGE else reply


def _say(smtp: smtplib.SMTP, command: str) -> Reply:
    return read_reply(*smtp.docmd(command))


def _plain(login: Login) -> str:
    return _coded(f"\0{login.user}\0{login.password}")


def _coded(text: str) -> str:
    return b64encode(text.encode()).decode()


def _refusal(reply: Reply, host: str, user: str) -> MailServerError:
    if reply.temporary:
        return MailServerError(f"{host} lets nobody log in now ({reply})", "", temporary=True)
    if reply.code == 535:
        return MailServerError(
            f"{host} does not take the password of {user} ({reply})",
            "check user and password: "
            "EXPORTER_EMAIL_PASSWORD comes before the keyring, and many providers want a password "
            "made for programs",
        )
    return MailServerError(
        f"{host} does not let {user} log in ({reply})", "ask whoever runs the server"
    )
