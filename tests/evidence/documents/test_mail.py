"""Mails as sources: their heads tell of them, and are none of their words."""

from datetime import date
from email.message import EmailMessage

import pytest

from exporter.evidence.documents import read_document
from exporter.evidence.documents.model import Document, Metadata
from exporter.inputs.opened import InputError
from exporter.limits import READING

BODY = "Deliveries rose 18.5% to 12,500 cars.\n\nWe keep our Buy rating."


def read(data: str | bytes, name: str = "note.txt") -> Document:
    return read_document(name, data if isinstance(data, bytes) else data.encode(), READING)


@pytest.mark.parametrize(
    ("head", "title", "author", "published"),
    [
        ("From: Jane Doe <jane@desk.example>\nTo: list@desk.example\nSubject: Fwd: RE: A good quarter\nDate: Thu, 15 Jan 2026 08:30:00 +0100", "A good quarter", "Jane Doe", date(2026, 1, 15)),
        ("From: Doe, Jane [mailto:jane@desk.example]\r\nSent: Thursday, January 15, 2026 8:30 AM\r\nTo: Clients\r\nSubject: A good\r\n quarter", "A good quarter", "Doe, Jane", date(2026, 1, 15)),
        ("发件人：张三 <zhang@desk.example>\n发送时间：2026年1月15日 8:30\n收件人：客户\n主题：回复：季度业绩好于预期", "季度业绩好于预期", "张三", date(2026, 1, 15)),
        ("Subject: A good quarter\nDate: 03/04/2026", "A good quarter", None, None),
    ],
)  # fmt: skip
def test_the_head_of_a_mail_tells_of_it(
    head: str, title: str, author: str | None, published: date | None
) -> None:
    end = "\r\n" if "\r" in head else "\n"
    found = read(f"{head}{end}{end}{BODY}")
    assert found.metadata == Metadata(title=title, author=author, published=published)
    assert found.text == f"{title}\n\n{BODY}"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_mail_as_programs_keep_it_is_read(encoding: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Zoë Doe <zoe@desk.example>", "季度业绩 – good"
    mail["Date"] = "Thu, 15 Jan 2026 08:30:00 +0000"
    mail.set_content(f"{BODY}\n营业收入42.5亿元。\n", cte=encoding)
    mail.add_alternative("<p>Another text</p>", subtype="html")
    found = read(mail.as_bytes(), "note.eml")
    assert (found.metadata.title, found.metadata.author) == ("季度业绩 – good", "Zoë Doe")
    assert found.text.strip() == f"季度业绩 – good\n\n{BODY}\n营业收入42.5亿元。"


def test_a_mail_without_plain_text_is_told() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "jane@desk.example", "A quarter"
    mail.set_content("<p>Deliveries rose</p>", subtype="html")
    with pytest.raises(
        InputError, match="the mail has no plain text; save its text as HTML or PDF"
    ):
        read(mail.as_bytes(), "note.eml")


@pytest.mark.parametrize(
    "text",
    [
        "Revenue: $4.2 billion\nDate: 15 January 2026\n\nIt was a good year.",
        "Subject: growth\n\nIt was a good year.",
        "From: the north\nSubject: growth\nit went on without an end of the head.",
        "From: the north\nSubject: growth\n",
        "Note: From: all\n\nSubject: nothing",
    ],
)
def test_what_is_no_head_of_a_mail_stays(text: str) -> None:
    found = read(text)
    assert (found.text, found.metadata) == (text, Metadata())
