"""Mailboxes as they are typed and pasted, and those that are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.errors import UsageError
from exporter.report.eml.mailboxes import Mailbox, read_mailboxes, unwritable

NAMES = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]).filter(lambda one: not unwritable(one)),
    max_size=80,
).map(lambda text: " ".join(text.split()))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "mailboxes"),
    [
        ("a@b.example", [("", "a@b.example")]),
        (" Li Hua <li@b.example> ", [("Li Hua", "li@b.example")]),
        ("<a@b.example>", [("", "a@b.example")]),
        ("a@b.example, c@d.example", [("", "a@b.example"), ("", "c@d.example")]),
        ("Li <a@b.example>; Wu <c@d.example>;", [("Li", "a@b.example"), ("Wu", "c@d.example")]),
        ("王小明 <a@b.example>；李华 <c@d.example>", [("王小明", "a@b.example"), ("李华", "c@d.example")]),
        ('"王, 小明 (研究部)" <a@b.example>, c@d.example', [("王, 小明 (研究部)", "a@b.example"), ("", "c@d.example")]),
        ("Li (Research) <a@b.example>", [("Li (Research)", "a@b.example")]),
        (r'"The \"Desk\"; Asia" <a@b.example>', [('The "Desk"; Asia', "a@b.example")]),
        ("A.B@B.Example", [("", "A.B@b.example")]),
        ("a@阿里.中国", [("", "a@xn--0m4ap1g.xn--fiqs8s")]),
        ("a@b.test,a@localhost,a@mail.local", [("", "a@b.test"), ("", "a@localhost"), ("", "a@mail.local")]),
    ],
)  # fmt: skip
def test_what_people_type_is_understood(text: str, mailboxes: list[tuple[str, str]]) -> None:
    assert read_mailboxes([text], "--to") == tuple(Mailbox(*one) for one in mailboxes)


def test_who_is_named_twice_is_kept_once_as_named_first() -> None:
    found = read_mailboxes(["Li <a@b.example>, A@b.example", "a@B.EXAMPLE", "c@b.example"], "--to")
    assert found == (Mailbox("Li", "a@b.example"), Mailbox("", "c@b.example"))


def test_nobody_is_nobody() -> None:
    assert read_mailboxes([], "--cc") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "--to names nobody"),
        (" , ;", "--to names nobody"),
        ("wang", "'wang' is no mailbox: an email address must have an @-sign"),
        ("wang@", "'wang@' is no mailbox"),
        ("wang@gmail", "'gmail' is no whole domain; write it as name@company.example"),
        ("a@10.0.0.1", "'10.0.0.1' is no whole domain"),
        ("a@client.c", "'client.c' is no whole domain"),
        ("a@b.example.", "it ends in a dot; leave that out"),
        ("a＠b.example", "it holds the wide sign ＠; write @"),
        ("Ann a@b.example", "its address is not marked; write it as Name <name@company.example>"),
        ("wang@b..example", "two periods in a row; write it as name@company.example"),
        ("wang@b.example.", "'wang@b.example.' is no mailbox"),
        ("a b@c.example", "'a b@c.example' is no mailbox"),
        ("王@b.example", "letters that not every server takes; use the person's address in ASCII"),
        ("Li <a@b.example> x", "'Li <a@b.example> x' is no mailbox"),
        ("Li <a@b.example", "'Li <a@b.example' is no mailbox"),
        ("Li <>", "'Li <>' is no mailbox"),
        ("a@[127.0.0.1]", "'a@[127.0.0.1]' is no mailbox"),
        (f"{'a' * 250}@b.example", "is no mailbox"),
        ("a@b.example\r\nBcc: c@d.example", "'Bcc: c@d.example' is no mailbox"),
        ("Li\nBcc: x@y.example <a@b.example>", "'Li' is no mailbox"),
        ('"Li\nBcc: x@y.example" <a@b.example>', "U+000A"),
        ('"Li\x00" <a@b.example>', "U+0000"),
        ('"Li\u2028" <a@b.example>', "U+2028"),
        ('"\u202eelpmaxe" <a@b.example>', "U+202E"),
        ("a\u200f@b.example", "U+200F"),
        ("Li\udc80 <a@b.example>", "U+DC80"),
    ],
)
def test_what_is_refused_and_how_it_is_said(text: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_mailboxes([text], "--to")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        read_mailboxes(["a@b, c@d.example; e@f", ""], "--cc")
    lines = str(caught.value).splitlines()
    assert [line.partition(" is no")[0] for line in lines[:2]] == ["--cc: 'a@b'", "--cc: 'e@f'"]
    assert len(lines) == 3


@given(NAMES)
def test_what_is_shown_can_be_pasted_back(name: str) -> None:
    mailbox = Mailbox(name, "a@b.example")
    assert read_mailboxes([f"{mailbox}, c@d.example"], "--to")[0] == mailbox
