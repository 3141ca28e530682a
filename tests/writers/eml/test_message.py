"""Messages as files: read back by two parsers, ASCII, folded, closed to injection, reproducible."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses
from typing import Any

import pytest
from fast_mail_parser import parse_email

from exporter.errors import ContentError, UsageError
from exporter.facts.words import Lang
from exporter.report.eml.mailboxes import Mailbox
from exporter.report.eml.model import Addressing, Enclosure, Message
from exporter.writers.eml import draw_bodies, make_draft, make_sendable
from tests.writers.sample_message import ADDRESSING, FILES, MESSAGE

SENT = datetime(2026, 2, 1, 9, 30, tzinfo=UTC)


def parsed(content: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(content)


def mailboxes(content: bytes, name: str) -> list[Mailbox]:
    raw = BytesParser(policy=policy.compat32).parsebytes(content)
    pairs = getaddresses([" ".join(str(one).split()) for one in raw.get_all(name, [])])
    return [Mailbox(str(make_header(decode_header(text))), address) for text, address in pairs]


def draft(**changes: Any) -> bytes:
    return make_draft(replace(MESSAGE, **changes), ADDRESSING, FILES).content


def as_lines(text: str) -> list[str]:
    return text.splitlines()


def test_python_reads_back_what_was_drawn() -> None:
    found, bodies = parsed(draft()), draw_bodies(MESSAGE)
    kinds = [part.get_content_type() for part in found.walk()]
    assert kinds == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf", "text/html"]  # fmt: skip
    assert not [defect for part in found.walk() for defect in part.defects]
    for kind, expected in (("plain", bodies.text), ("html", bodies.html)):
        body = found.get_body((kind,))
        assert body is not None
        assert as_lines(body.get_content()) == as_lines(expected)
    assert found["Subject"] == MESSAGE.subject
    attached = {part.get_filename(): part for part in found.iter_attachments()}
    assert {name: part.get_payload(decode=True) for name, part in attached.items()} == FILES


def test_another_parser_reads_the_same() -> None:
    found, bodies = parse_email(draft(), strict=True), draw_bodies(MESSAGE)
    assert [as_lines(text) for text in found.text_plain] == [as_lines(bodies.text)]
    assert as_lines(found.text_html[0]) == as_lines(bodies.html)
    assert found.subject == MESSAGE.subject
    attached = {one.filename: (one.mimetype, bytes(one.content)) for one in found.attachments}
    kinds = {one.name: one.media_type for one in MESSAGE.enclosures}
    assert attached == {name: (kinds[name], content) for name, content in FILES.items()}
    assert [(one.display_name, one.address) for one in found.to] == [
        ("王, 小明 (研究部)", "wang@bank.example"),
        (None, "li@bank.example"),
    ]


def test_a_draft_is_unsent_dated_by_its_edition_and_names_everyone() -> None:
    found = parsed(draft())
    assert (found["X-Unsent"], found["Date"]) == ("1", "Sat, 31 Jan 2026 00:00:00 +0000")
    for name in ("To", "Cc", "Bcc"):
        assert mailboxes(draft(), name) == list(getattr(ADDRESSING, name.lower()))
    assert mailboxes(draft(), "From") == [ADDRESSING.sender]


def test_without_a_sender_a_draft_has_no_from_and_a_message_is_not_sent() -> None:
    nobody = replace(ADDRESSING, sender=None)
    made = make_draft(MESSAGE, nobody, FILES)
    assert "From" not in parsed(made.content)
    with pytest.raises(UsageError, match="no sender"):
        make_sendable(MESSAGE, nobody, FILES, SENT)


def test_what_is_sent_names_no_one_in_bcc_and_is_dated_when_it_is() -> None:
    made = make_sendable(MESSAGE, ADDRESSING, FILES, SENT)
    found = parsed(made.content)
    assert "X-Unsent" not in found
    assert "Bcc" not in found
    assert b"zoe@" not in made.content
    assert found["Date"] == "Sun, 01 Feb 2026 09:30:00 +0000"
    assert found["Message-ID"] == made.message_id


@pytest.mark.parametrize(
    "addressing",
    [
        ADDRESSING,
        replace(ADDRESSING, sender=None),
        replace(ADDRESSING, bcc=()),
        replace(ADDRESSING, cc=(), bcc=()),
        Addressing((Mailbox("", "ann@client.example"),)),
        Addressing((Mailbox("", "ben@client.example"),), sender=ADDRESSING.sender),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_draft_leaves_the_message_id_to_the_program_that_sends_it(
    addressing: Addressing, lang: Lang
) -> None:
    made = make_draft(replace(MESSAGE, lang=lang), addressing, FILES)
    assert made.message_id == ""
    assert parsed(made.content)["Message-ID"] is None
    assert b"message-id" not in made.content.partition(b"\r\n\r\n")[0].lower()


def sent(message: Message = MESSAGE, files: Mapping[str, bytes] = FILES) -> str:
    return make_sendable(message, ADDRESSING, files, SENT).message_id


def test_the_message_id_is_of_report_edition_language_and_content() -> None:
    assert re.fullmatch(r"<cirrus\.2026-01-31\.en\.[0-9a-f]{16}@research\.example>", sent())
    others = [
        sent(replace(MESSAGE, headline="Another")),
        sent(files={**FILES, "views.en.pdf": b"%PDF"}),
    ]
    assert len({sent(), *others}) == 3
    assert sent(replace(MESSAGE, name="阿里 巴巴")).startswith("<report.2026-01-31.en.")


def test_every_server_carries_it_as_it_is() -> None:
    for content in (draft(), make_sendable(MESSAGE, ADDRESSING, FILES, SENT).content):
        assert content.isascii()
        assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
        assert max(map(len, content.split(b"\r\n"))) <= 78
        assert b"\x00" not in content


def test_the_same_message_gives_the_same_bytes_and_another_gives_others() -> None:
    assert draft() == draft()
    assert draft(preheader="Another") != draft()


def test_a_boundary_stands_in_no_part() -> None:
    hostile = dict.fromkeys(FILES, b"--=_mixed.--=_body.\r\n" * 200)
    text = "--=_body.\n--=_mixed."
    message = replace(MESSAGE, evidence=(text,), lang="zh")
    content = make_draft(message, ADDRESSING, hostile).content
    # In the head, at the beginning of each part, at the end.
    assert content.count(b"=_mixed.") == 1 + 3 + 1
    assert content.count(b"=_body.") == 1 + 2 + 1


@pytest.mark.parametrize("evil", ["\r\nBcc: x@y.example", "\n\n<script>", "\x00", "\x1b[2J", "\u2028", "\x85", "\u202e", "\x7f"])  # fmt: skip
def test_nothing_begins_a_header_of_its_own(evil: str) -> None:
    message, person = MESSAGE, Mailbox(f"Li{evil}", "a@b.example")
    attempts = [
        (replace(message, subject=f"Report{evil}"), ADDRESSING),
        (message, Addressing((person,))),
        (message, Addressing((Mailbox("", f"a@b.example{evil}"),))),
        (message, replace(ADDRESSING, sender=person)),
        (message, replace(ADDRESSING, bcc=(person,))),
        (replace(message, enclosures=(Enclosure(f"a{evil}.pdf", "application/pdf", ""),)), ADDRESSING),
    ]  # fmt: skip
    files = {**FILES, f"a{evil}.pdf": b""}
    for attempt, addressing in attempts:
        with pytest.raises(ContentError, match=f"invisible character U\\+{ord(evil[0]):04X}"):
            make_draft(attempt, addressing, files)


def test_what_analysts_write_is_text_and_never_mark_up() -> None:
    hostile = "</style><script>alert(1)</script><img src=x>&'\""
    html = draw_bodies(replace(MESSAGE, headline=hostile, preheader=hostile)).html
    assert "<script" not in html
    assert "<img" not in html
    assert hostile in draw_bodies(replace(MESSAGE, headline=hostile)).text
