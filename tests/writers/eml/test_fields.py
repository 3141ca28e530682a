"""Header fields: folded, ASCII, and the same text again in two parsers."""

import re
from email import policy
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses

import pytest
from fast_mail_parser import parse_email
from hypothesis import given
from hypothesis import strategies as st

from exporter.errors import ContentError
from exporter.report.eml.mailboxes import Mailbox, unwritable
from exporter.writers.eml.fields import field, mailboxes_value, parameters, text_value

TEXTS = [
    "王, 小明 (研究部)",
    "王小明" * 70,
    "Asia, Desk; “Research” é" * 6,
    "a, b " * 30 + "c",
    "🙂é" * 40,
    "e\u0301" * 60,
    "שלום, עולם " * 8 + "x",
    "=?utf-8?q?not_encoded?=",
    'o\'Brien "the \\ slash" <x@y>',
    "x@y.example, z",
    "x" * 300,
    "Li",
]
FILES = [
    "报告" * 60 + ".pdf",
    "a b;c\"d'.pdf",
    "report.pdf",
    "r" * 200 + ".pdf",
    "é%41.pdf",
    "🙂.pdf",
]
WRITABLE = st.text(
    st.characters(exclude_categories=["Cs"]).filter(lambda one: not unwritable(one)),
    min_size=1,
    max_size=300,
)
LINES = WRITABLE.map(lambda text: " ".join(text.split())).filter(bool)


def read(content: bytes) -> Message:
    """A head as Python reads it, once it is sure to be ASCII in short lines."""
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 78
    return BytesParser(policy=policy.compat32).parsebytes(content + b"\r\n")


def decoded(raw: str) -> str:
    return str(make_header(decode_header(" ".join(raw.split()))))


def mailboxes(content: bytes) -> list[Mailbox]:
    """Parted first and then decoded, as RFC 2047 has it."""
    pairs = getaddresses([" ".join(read(content)["To"].split())])
    return [Mailbox(decoded(name), address) for name, address in pairs]


@pytest.mark.parametrize("name", TEXTS)
def test_names_arrive_as_they_are(name: str) -> None:
    long = f"{'c' * 60}@d.example"
    people = [Mailbox(name, "a@b.example"), Mailbox(name, long), Mailbox("", "e@f.example")]
    content = field("To", mailboxes_value(people))
    assert mailboxes(content) == people
    assert [(one.display_name, one.address) for one in parse_email(content + b"\r\n").to] == [
        (one.name or None, one.address) for one in people
    ]


@given(st.lists(LINES, min_size=1, max_size=3))
def test_any_name_arrives_as_it_is(names: list[str]) -> None:
    people = [Mailbox(name, "a@b.example") for name in names]
    assert mailboxes(field("To", mailboxes_value(people))) == people


@pytest.mark.parametrize("text", [*TEXTS, "a  b", " a", "a ", "word " * 60 + "end"])
def test_subjects_arrive_as_they_are(text: str) -> None:
    content = field("Subject", text_value(text))
    assert BytesParser(policy=policy.default).parsebytes(content)["Subject"] == text
    assert parse_email(content + b"\r\n").subject == text
    assert max(map(len, content.split(b"\r\n"))) <= 78


@given(LINES)
def test_any_subject_arrives_as_it_is(text: str) -> None:
    content = field("Subject", text_value(text))
    assert decoded(read(content)["Subject"]) == text


def test_a_plain_subject_stays_plain() -> None:
    assert text_value("Ports and grids") == "Ports and grids"
    assert "=?" not in text_value("word " * 60 + "end")


@pytest.mark.parametrize("name", FILES)
def test_file_names_arrive_by_either_parameter(name: str) -> None:
    found = read(
        field("Content-Type", parameters("application/pdf", name=name))
        + field("Content-Disposition", parameters("attachment", filename=name))
    )
    assert decoded(str(found.get_param("name"))) == name
    del found["Content-Type"]
    assert found.get_filename() == name


# Python's reader takes these marks off however the name was written, also from RFC 2231's encoding.
_UNQUOTED_BY_THE_READER = re.compile(r'".*"|<.*>', re.DOTALL)


@given(LINES.filter(lambda name: not _UNQUOTED_BY_THE_READER.fullmatch(name)))
def test_any_file_name_arrives(name: str) -> None:
    content = field("Content-Disposition", parameters("attachment", filename=name))
    assert read(content).get_filename() == name


@pytest.mark.parametrize(
    "evil",
    ["\r\nBcc: x@y.example", "\n\n<script>", "\x00", "\x1b[2J", "\u2028", "\x85", "\u202e", "\x7f", "\udc80"],
)  # fmt: skip
def test_nothing_begins_a_field_of_its_own(evil: str) -> None:
    said = f"invisible character U\\+{ord(evil[0]):04X}, which no header may; take it out"
    with pytest.raises(ContentError, match=said):
        text_value(f"Report{evil}")
    with pytest.raises(ContentError, match=said):
        mailboxes_value([Mailbox(f"Li{evil}", "a@b.example")])
    with pytest.raises(ContentError, match=said):
        mailboxes_value([Mailbox("", f"a@b.example{evil}")])
    with pytest.raises(ContentError, match=said):
        parameters("attachment", filename=f"a{evil}.pdf")
