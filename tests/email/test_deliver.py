"""Messages through a real server: what arrives, what is said of what does not."""

import smtplib
import socket
import ssl
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from exporter.email.deliver import Delivery, Outgoing, Patience, deliver
from exporter.email.failures import MailServerError
from exporter.email.log import DeliveryLog, Outcome, open_log
from exporter.email.settings import Security
from exporter.errors import ContentError, SetupError
from tests.email.conftest import CONTENT, ISSUE, Desk, Pauses
from tests.email.mail_server import HANG_UP, SILENT, SWALLOW, USER, Postbox, mail_server

A, B, C = "a@b.example", "b@b.example", "c@b.example"


def outcomes(deliveries: list[Delivery]) -> dict[str, str]:
    return {delivery.recipient: str(delivery.outcome) for delivery in deliveries}


def said(delivery: Delivery) -> str:
    assert delivery.problem is not None
    return str(delivery.problem)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_message_arrives_whole(
    security: Security,
    postbox: Postbox,
    context: ssl.SSLContext,
    tmp_path: Path,
    message: Outgoing,
    patience: Patience,
) -> None:
    with mail_server(postbox, context, security) as server:
        sent = Desk(tmp_path, message, server, patience).send(A, B)
    assert outcomes(sent) == {A: "delivered", B: "delivered"}
    assert postbox.received == [(A, CONTENT), (B, CONTENT)]
    assert CONTENT.isascii()  # so that no server has to have 8BITMIME
    assert postbox.mechanisms == ["PLAIN"]  # one connection, one login
    assert sent[0].reply == "250 2.0.0 taken"


def test_nobody_gets_it_twice_unless_again(desk: Desk, postbox: Postbox) -> None:
    desk.send(A)
    sent = desk.send(A.upper(), B, B.title())
    assert outcomes(sent) == {A.upper(): "delivered", B: "delivered"}
    assert [one.earlier for one in sent] == [True, False]
    desk.send(A, again=True)
    assert postbox.asked == [A, B, A]


def test_another_edition_or_language_is_another_message(
    desk: Desk, postbox: Postbox, message: Outgoing
) -> None:
    desk.send(A)
    for issue in (replace(ISSUE, edition="2023-12-01"), replace(ISSUE, lang="zh")):
        desk.message = replace(message, issue=issue)
        desk.send(A)
    assert postbox.count == {A: 3}


@pytest.mark.parametrize(
    ("command", "answer", "words"),
    [
        ("RCPT", "550 5.1.1 nobody here", "there is no such mailbox"),
        ("RCPT", "550 nobody here", "there is no such mailbox"),
        ("RCPT", "553 nobody here", "there is no such mailbox"),
        ("RCPT", "550 5.1.2 no such host", "no mail reaches this domain"),
        ("RCPT", "551 user not local", "the mailbox has moved"),
        ("RCPT", "552 5.2.2 over quota", "the mailbox is full"),
        ("RCPT", "552 no room", "the mailbox is full"),
        ("RCPT", "550 5.2.1 disabled", "takes no mail at present"),
        ("RCPT", "554 5.7.1 relay access denied", "does not pass mail"),
        ("DATA", "552 5.2.2 over quota", "the mailbox is full"),
        ("DATA", "552 5.2.3 too big for this user", "too large for this mailbox"),
        ("DATA", "554 5.6.0 what is this", "refuses the message"),
    ],
)
def test_who_is_refused_is_named_with_the_reason(
    command: str, answer: str, words: str, desk: Desk, postbox: Postbox, pauses: Pauses
) -> None:
    postbox.answer(command, A, answer)
    sent = desk.send(A, B)
    assert outcomes(sent) == {A: "refused", B: "delivered"}
    assert said(sent[0]).startswith(f"{A}: ")
    assert words in said(sent[0])
    assert f"(localhost: {answer})" in said(sent[0])
    assert not pauses
    assert desk.send(A)[0].outcome is Outcome.DELIVERED  # a refusal is no delivery


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
def test_refused_for_now_then_taken(
    command: str, desk: Desk, postbox: Postbox, pauses: Pauses
) -> None:
    postbox.answer(command, USER if command == "MAIL" else A, "451 4.3.0 busy", "452 4.3.1 busy")
    sent = desk.send(A, B)
    assert outcomes(sent) == {A: "delivered", B: "delivered"}
    assert postbox.count == {A: 1, B: 1}
    assert postbox.received[0][0] == (B if command != "MAIL" else A)
    assert pauses == ([15] if command == "MAIL" else [15, 60])


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("450 4.7.1 come back later", "puts off mail of senders that it does not know"),
        ("451 greylisted", "puts off mail of senders that it does not know"),
        ("452 4.2.2 over quota", "the mailbox is full"),
        ("451 4.3.0 try later", "refuses for now"),
        ("450 4.1.8 no such domain", f"localhost does not let {USER} send as {USER}"),
    ],
)
def test_refused_for_now_to_the_end(
    answer: str, words: str, desk: Desk, postbox: Postbox, pauses: Pauses
) -> None:
    postbox.answer("RCPT", A, *[answer] * 4)
    sent = desk.send(A, B)
    assert outcomes(sent) == {A: "deferred", B: "delivered"}
    assert words in said(sent[0])
    assert answer in said(sent[0])
    assert pauses == [15, 60, 300]
    assert desk.log().count('"deferred"') == 4


def test_a_connection_that_drops_before_the_end_is_taken_up_again(
    desk: Desk, postbox: Postbox, pauses: Pauses
) -> None:
    postbox.answer("RCPT", B, HANG_UP)
    assert set(outcomes(desk.send(A, B, C)).values()) == {"delivered"}
    assert postbox.count == {A: 1, B: 1, C: 1}
    assert pauses == []  # the connection had been of use: servers may close one at any time


def test_one_that_drops_at_once_is_tried_again_later_behind_the_others(
    desk: Desk, postbox: Postbox, pauses: Pauses
) -> None:
    postbox.answer("RCPT", A, HANG_UP, HANG_UP)
    assert set(outcomes(desk.send(A, B)).values()) == {"delivered"}
    assert [recipient for recipient, _ in postbox.received] == [B, A]
    assert pauses == [15]


def test_one_that_always_drops(desk: Desk, postbox: Postbox, pauses: Pauses) -> None:
    postbox.answer("RCPT", A, *[HANG_UP] * 20)
    with pytest.raises(MailServerError, match="broke the connection off"):
        desk.send(A)
    sent = desk.send(A, B)
    assert outcomes(sent) == {A: "deferred", B: "delivered"}
    assert "not sent" in said(sent[0])
    assert desk.send(B)[0].earlier


def test_without_an_answer_at_the_end_it_is_in_doubt_and_never_repeated(
    desk: Desk, postbox: Postbox, pauses: Pauses
) -> None:
    postbox.answer("DATA", B, SWALLOW)
    sent = desk.send(A, B, C)
    assert outcomes(sent) == {A: "delivered", B: "in doubt", C: "delivered"}
    assert f"--send --again --to {B} sends it again" in said(sent[1])
    earlier = desk.send(A, B, C)
    assert outcomes(earlier) == outcomes(sent)
    assert all(one.earlier for one in earlier)
    assert postbox.count == {A: 1, B: 1, C: 1}
    assert outcomes(desk.send(B, again=True)) == {B: "delivered"}
    assert desk.send(B)[0].outcome is Outcome.DELIVERED


def test_a_server_that_never_answers_to_the_message(
    desk: Desk, postbox: Postbox, patience: Patience
) -> None:
    postbox.answer("DATA", A, SILENT)
    desk.patience = replace(patience, timeouts=replace(patience.timeouts, final=0.2))
    assert outcomes(desk.send(A)) == {A: "in doubt"}
    assert outcomes(desk.send(A, B)) == {A: "in doubt", B: "delivered"}
    assert postbox.count == {A: 1, B: 1}


def test_a_server_that_swallows_every_answer_leaves_few_in_doubt(
    desk: Desk, postbox: Postbox
) -> None:
    everybody = [f"r{number}@b.example" for number in range(20)]
    for recipient in everybody:
        postbox.answer("DATA", recipient, SWALLOW)
    sent = desk.send(*everybody)
    assert [one.outcome for one in sent].count(Outcome.IN_DOUBT) == 4  # one a round
    assert [one.outcome for one in sent].count(Outcome.DEFERRED) == 16
    assert "unanswered" in said(sent[-1])


def test_a_connection_that_breaks_within_the_message(
    desk: Desk, postbox: Postbox, message: Outgoing, monkeypatch: pytest.MonkeyPatch
) -> None:
    sends = []
    real = smtplib.SMTP.send

    def break_once(smtp: smtplib.SMTP, data: bytes | str) -> None:
        if isinstance(data, bytes):
            sends.append(len(data))
            if len(sends) == 2:
                assert smtp.sock is not None
                smtp.sock.shutdown(2)
        real(smtp, data)

    monkeypatch.setattr(smtplib.SMTP, "send", break_once)
    desk.message = replace(message, content=CONTENT + b"0123456789\r\n" * 20_000)
    assert outcomes(desk.send(A)) == {A: "delivered"}
    assert postbox.received == [(A, desk.message.content)]
    assert desk.log().count('"sending"') == 1


def test_a_server_that_closes_after_some_messages(
    desk: Desk, postbox: Postbox, pauses: Pauses
) -> None:
    postbox.per_connection = 3
    everybody = [f"r{number}@b.example" for number in range(10)]
    assert set(outcomes(desk.send(*everybody)).values()) == {"delivered"}
    assert postbox.count == dict.fromkeys(everybody, 1)
    assert len(postbox.mechanisms) == 4
    assert pauses == []


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("MAIL", "553 5.7.1 sender not yours"),
        ("MAIL", "550 not you"),
        ("RCPT", "553 5.7.1 <x>: Sender address rejected: not owned by user"),
        ("DATA", "550 5.7.60 SMTP; Client does not have permissions to send as this sender"),
    ],
)
def test_a_sender_that_is_not_permitted_stops_all(
    command: str, answer: str, desk: Desk, postbox: Postbox
) -> None:
    postbox.answer(command, USER if command == "MAIL" else A, answer)
    with pytest.raises(MailServerError) as caught:
        desk.send(A, B)
    assert f"localhost does not let {USER} send as {USER}" in str(caught.value)
    assert "EXPORTER_EMAIL_SENDER" in str(caught.value)
    assert postbox.received == []
    assert outcomes(desk.send(A, B)) == {A: "delivered", B: "delivered"}  # nobody is in doubt


def test_what_stops_all_says_who_has_it(desk: Desk, postbox: Postbox) -> None:
    postbox.answer("RCPT", C, "553 5.7.1 sender address rejected")
    with pytest.raises(MailServerError, match=r"2 of 4 recipients have the message"):
        desk.send(A, B, C, "d@b.example")


@pytest.mark.parametrize(
    ("command", "answer"), [("MAIL", "552 5.3.4 too big"), ("DATA", "552 too much mail data")]
)
def test_a_message_too_large_for_the_server(
    command: str, answer: str, desk: Desk, postbox: Postbox
) -> None:
    postbox.answer(command, USER if command == "MAIL" else A, answer)
    with pytest.raises(ContentError, match="too large for localhost"):
        desk.send(A, B)
    assert postbox.received == []


def test_a_size_that_the_server_has_told_is_kept(
    postbox: Postbox, context: ssl.SSLContext, tmp_path: Path, message: Outgoing, patience: Patience
) -> None:
    with (
        mail_server(postbox, context, data_size_limit=1000) as server,
        pytest.raises(ContentError, match="localhost takes at most"),
    ):
        Desk(tmp_path, message, server, patience).send(A)
    assert postbox.asked == []


def test_an_interrupt_leaves_a_true_log(
    desk: Desk, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = smtplib.SMTP.send

    def interrupt(smtp: smtplib.SMTP, data: bytes | str) -> None:
        if data == ".\r\n" and postbox.received:
            raise KeyboardInterrupt
        real(smtp, data)

    with monkeypatch.context() as patched:
        patched.setattr(smtplib.SMTP, "send", interrupt)
        with pytest.raises(KeyboardInterrupt):
            desk.send(A, B, C)
    assert outcomes(desk.send(A, B, C)) == {A: "delivered", B: "in doubt", C: "delivered"}
    assert postbox.count == {A: 1, C: 1}


def test_a_log_that_cannot_be_written_stops_before_the_dot(
    desk: Desk, postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with open_log(desk.folder) as log:
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(SetupError, match="No space left"):
            deliver(desk.message, [A], desk.server, log, patience=desk.patience)
    assert postbox.received == []


@pytest.mark.parametrize("address", ["a@b.example>\r\nRCPT TO:<x@y", "a b@c", "ä@b.example", "a"])
def test_what_is_no_address_never_reaches_the_server(
    address: str, desk: Desk, postbox: Postbox
) -> None:
    with pytest.raises(ValueError, match="no address"):
        desk.send(B, address)
    assert postbox.connections == 0


def test_words_about_sending_are_not_always_about_the_sender(desk: Desk, postbox: Postbox) -> None:
    postbox.answer("RCPT", A, "550 5.7.1 we refuse it: looks like spam, never send as bulk")
    assert outcomes(desk.send(A, B)) == {A: "refused", B: "delivered"}


def test_outcomes_are_told_as_soon_as_they_are_final(
    desk: Desk, postbox: Postbox, pauses: Pauses, tmp_path: Path, message: Outgoing
) -> None:
    postbox.answer("RCPT", B, *["450 4.2.0 not now"] * 9)
    told: list[tuple[str, Outcome]] = []
    with open_log(tmp_path) as log:
        deliver(
            message, [A, B, C], desk.server, log,
            patience=desk.patience, tell=lambda one: told.append((one.recipient, one.outcome)),
        )  # fmt: skip
    assert told == [(A, Outcome.DELIVERED), (C, Outcome.DELIVERED), (B, Outcome.DEFERRED)]


def test_who_has_it_is_told_before_an_error_stops_the_rest(
    desk: Desk, postbox: Postbox, tmp_path: Path, message: Outgoing
) -> None:
    postbox.answer("DATA", B, "552 5.3.4 too large")
    told: list[str] = []
    with open_log(tmp_path) as log, pytest.raises(ContentError, match="too large"):
        deliver(
            message, [A, B, C], desk.server, log,
            patience=desk.patience, tell=lambda one: told.append(one.recipient),
        )  # fmt: skip
    assert told == [A]


def test_a_full_disk_is_told_with_who_has_the_message(
    desk: Desk, postbox: Postbox, tmp_path: Path, message: Outgoing, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = DeliveryLog.append

    def full(log: DeliveryLog, *arguments: Any) -> None:
        if Outcome.DELIVERED in arguments:
            raise SetupError("no room", "make some")
        append(log, *arguments)

    monkeypatch.setattr(DeliveryLog, "append", full)
    told: list[str] = []
    with open_log(tmp_path) as log, pytest.raises(SetupError, match="no room"):
        deliver(
            message, [A, B], desk.server, log,
            patience=desk.patience, tell=lambda one: told.append(one.recipient),
        )  # fmt: skip
    assert told == [A]
    assert postbox.count == {A: 1}


def test_a_server_that_wants_a_login_says_so(desk: Desk, postbox: Postbox) -> None:
    desk.server = replace(desk.server, login=None)
    postbox.answer("MAIL", USER, "530 5.7.0 authentication required")
    with pytest.raises(MailServerError, match="only of users who log in") as caught:
        desk.send(A)
    assert "EXPORTER_EMAIL_USER" in str(caught.value)


def test_closing_as_the_last_answer_is_an_answer(
    desk: Desk, postbox: Postbox, pauses: Pauses
) -> None:
    postbox.answer("DATA", A, "421 4.3.2 shutting down")
    assert outcomes(desk.send(A, B)) == {A: "delivered", B: "delivered"}
    assert postbox.count == {A: 1, B: 1}
    assert len(postbox.mechanisms) == 2  # over a new connection
    assert pauses == [15]


def test_a_message_without_recipients(desk: Desk, postbox: Postbox) -> None:
    assert desk.send() == []
    assert postbox.connections == 0


def test_who_has_it_needs_no_server(desk: Desk) -> None:
    desk.send(A)
    desk.server = replace(desk.server, host="nowhere.invalid", login=None)
    assert desk.send(A)[0].earlier


def test_a_server_that_was_reached_and_goes_away(
    desk: Desk, postbox: Postbox, pauses: Pauses, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    real = socket.create_connection

    def once(*arguments: Any, **named: Any) -> socket.socket:
        opened.append(arguments)
        if len(opened) > 1:
            raise ConnectionRefusedError
        return real(*arguments, **named)

    monkeypatch.setattr(socket, "create_connection", once)
    postbox.answer("RCPT", B, HANG_UP)
    sent = desk.send(A, B, C)
    assert outcomes(sent) == {A: "delivered", B: "deferred", C: "deferred"}
    assert "not sent: localhost:" in said(sent[1])
    assert "takes no connection" in said(sent[1])
    assert pauses == [15, 60, 300]  # it may come back
    assert len(opened) == 5
    opened.clear()
    assert set(outcomes(desk.send(A, B, C)).values()) == {"delivered"}
    assert postbox.count == {A: 1, B: 1, C: 1}


def test_a_server_that_is_never_reached_is_not_waited_for(
    desk: Desk, pauses: Pauses, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: Any, **__: Any) -> socket.socket:
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", never)
    with pytest.raises(MailServerError, match="takes no connection; check server and port"):
        desk.send(A)
    assert pauses == []
