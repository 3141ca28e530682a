"""Logging in, over an encrypted connection only: PLAIN, LOGIN or CRAM-MD5, one of them, once.

smtplib would try one after the other, so that a wrong password counts three times towards a locked
account; it takes ASCII alone, and an error of its codec would carry the password.
"""

import hmac
import smtplib
from base64 import b64decode, b64encode

from exporter.email.failures import MailServerError
from exporter.email.replies import Reply, read_reply
from exporter.email.settings import Login

# Within TLS all are equally safe; CRAM-MD5 makes the server keep passwords in clear.
_MECHANISMS = ("PLAIN", "LOGIN", "CRAM-MD5")
_CHALLENGE = 334


def log_in(smtp: smtplib.SMTP, host: str, login: Login) -> None:
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
    reply = _verdict(smtp, mechanism, login)
    if reply is None:
        raise MailServerError(
            f"{host} broke off while logging in", "send again later", temporary=True
        )
    if not reply.accepted:
        raise _refusal(reply, host, login.user)


def _verdict(smtp: smtplib.SMTP, mechanism: str, login: Login) -> Reply | None:
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


def _say(smtp: smtplib.SMTP, line: str) -> Reply:
    return read_reply(*smtp.docmd(line))


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
