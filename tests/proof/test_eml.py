"""Messages compared with their layouts: whatever was changed in one is found and named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.proof.eml import compare_bodies, compare_message
from exporter.report.eml.mailboxes import Mailbox
from exporter.report.eml.model import Addressing, Bodies, Message
from exporter.writers.eml import draw_bodies, make_draft, make_sendable
from tests.examples import examples
from tests.writers.sample_message import ADDRESSING, FILES, MESSAGE

DRAFT = make_draft(MESSAGE, ADDRESSING, FILES).content
BODIES = draw_bodies(MESSAGE)
SECTION = MESSAGE.sections[0]


def found(content: bytes, message: Message = MESSAGE, addressing: Addressing = ADDRESSING) -> list[str]:  # fmt: skip
    return [str(one) for one in compare_message(message, addressing, FILES, content)]


def in_bodies(text: str = BODIES.text, html: str = BODIES.html) -> list[str]:
    return [str(one) for one in compare_bodies(MESSAGE, Bodies(text, html))]


def test_a_message_as_written_is_proved() -> None:
    assert found(DRAFT) == []
    sent = make_sendable(MESSAGE, ADDRESSING, FILES, datetime(2026, 2, 1, tzinfo=UTC)).content
    assert compare_message(MESSAGE, ADDRESSING, FILES, sent, unsent=False) == []


@pytest.mark.parametrize(
    "message",
    [
        replace(MESSAGE, lang="zh", kicker="", subtitle="", disclosures=(), sources=()),
        replace(MESSAGE, sections=()),
        replace(
            MESSAGE, sections=(SECTION, replace(SECTION, title="Two", subtitle="* and - more"))
        ),
        replace(MESSAGE, evidence=("-----", "* " * 60, "a &amp; b < c > d")),
    ],
)
def test_messages_of_every_form_are_proved(message: Message) -> None:
    draft = make_draft(message, ADDRESSING, FILES).content
    assert found(draft, message) == []


def figures(**changes: str) -> Message:
    first, *others = SECTION.figures
    return replace(MESSAGE, sections=(replace(SECTION, figures=(replace(first, **changes), *others)),))  # fmt: skip


def views(**changes: str) -> Message:
    first, *others = SECTION.views
    return replace(MESSAGE, sections=(replace(SECTION, views=(replace(first, **changes), *others)),))  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (figures(figure="> 5,000,000"), "cirrus.en.eml: HTML: the figure uses is «> 5,000,000»; expected «> 4,000,000»"),
        (figures(figure="4,000,000"), "text: the figure uses is «4,000,000»; expected «> 4,000,000»"),
        (figures(unit="ports"), "HTML: the figure uses is «ports»; expected «forecasts»"),
        (figures(link="https://evil.example/"), "HTML: the links is"),
        (views(thesis="Ports never ask it."), "text: the view north is «Ports never ask it.»"),
        (views(stance_label="Neutral"), "HTML: the view north is «Neutral»; expected «Positive»"),
        (replace(MESSAGE, sections=(replace(SECTION, figures=SECTION.figures[::-1]),)), "HTML: the "),
        (replace(MESSAGE, sections=(replace(SECTION, figures=SECTION.figures * 2),)), "HTML: the text is"),
        (replace(MESSAGE, sections=(replace(SECTION, views=SECTION.views[:1]),)), "HTML: the view south is «missing»"),
        (replace(MESSAGE, preheader="Buy"), "HTML: the preheader is «Buy»"),
        (replace(MESSAGE, evidence=()), "text: the evidence is «missing»"),
        (replace(MESSAGE, disclosures=("Sure to rise.",)), "HTML: the disclosure is «Sure to rise.»"),
        (replace(MESSAGE, subject="Another"), "head: the Subject is «Another»"),
        (replace(MESSAGE, edition=datetime(2026, 2, 1, tzinfo=UTC).date()), "head: the Date is «Sun, 01 Feb 2026"),
        (replace(MESSAGE, enclosures=MESSAGE.enclosures[:1]), "message: the files is «views.en.pdf»"),
        (replace(MESSAGE, enclosures=(replace(MESSAGE.enclosures[0], media_type="text/plain"), MESSAGE.enclosures[1])), "message: the parts is «multipart/mixed, multipart/alternative, text/plain, text/html, text/plain, text/html»"),
    ],
)  # fmt: skip
def test_what_was_written_otherwise_is_found(written: Message, said: str) -> None:
    told = found(make_draft(written, ADDRESSING, FILES).content)
    assert any(said in one for one in told), told


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda html: html.replace("&gt; 4,000,000", "&gt; 4,000,001"), "figure uses is «> 4,000,001»"),
        (lambda html: html.replace("≈ 19%", "≈ 19%</a><b>+3%</b><a>"), "the text is «+3%»"),
        (lambda html: html.replace("</body>", "1 in 2</body>"), "the text is «1 in 2»"),
        (lambda html: html.replace("<!--[if mso]>", "<!--[if mso]>90%", 1), "the text is «90%»"),
        (lambda html: html.replace("<!--[if mso]>", "<!-- note --><!--[if mso]>", 1), "the text is «note»"),
        (lambda html: html.replace("</body>", '<img alt="" src="https://track.example/">'), "the content is «<img>»"),
        (lambda html: html.replace("</body>", "<script>1</script>"), "the content is «<script>»"),
        (lambda html: html.replace("<table", '<table background="https://x.example/"', 1), "background=https"),
        (lambda html: html.replace("<h1", '<h1 onclick="x()"', 1), "onclick=x()"),
        (lambda html: html.replace("</style>", "h1::after{content:'9%'}</style>"), "loads or adds"),
        (lambda html: html.replace('style="display: none', 'style="background:url(//x.example);display: none'), "url(//x.example)"),
    ],
)  # fmt: skip
def test_what_was_changed_in_the_html_is_found(change: Callable[[str], str], said: str) -> None:
    html = change(BODIES.html)
    assert html != BODIES.html
    told = in_bodies(html=html)
    assert any(said in one for one in told), told


def test_what_was_changed_in_the_text_is_found() -> None:
    assert "figure share is «≈ 91%»" in in_bodies(text=BODIES.text.replace("19%", "91%"))[0]
    assert "the text is «+»" in in_bodies(text=BODIES.text.replace("≈ 19%", "+ ≈ 19%"))[0]
    assert "the text is «PS: buy»" in in_bodies(text=BODIES.text + "PS: buy\n")[0]


def test_what_no_reader_sees_changes_the_fingerprint() -> None:
    changed = DRAFT.replace(b"font-weight: bold", b"font-weight: thin", 1)
    assert changed != DRAFT
    assert [one.partition(" is ")[0] for one in found(changed)] == ["cirrus.en.eml: message: the boundaries"]  # fmt: skip


def test_another_file_under_the_same_name_is_found() -> None:
    other = make_draft(MESSAGE, ADDRESSING, {**FILES, "views.en.pdf": b"%PDF-"}).content
    assert "cirrus.en.eml: views.en.pdf: the content is «others»; expected «the bytes of the file»" in found(other)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"Subject:", b"Reply-To: eve@evil.example\r\nSubject:", "the fields is «Bcc, Cc, Content-Language"),
        (b'name="views.en.pdf"', b'name="other.exe"', "the files is «other.exe"),
        (b"Subject:", b"Message-ID: <1@evil.example>\r\nSubject:", "the Message-ID is «<1@evil.example>»; expected «missing»"),
        (b"=_body.", b"=_other.", "the boundaries is «=_mixed."),
        (b"X-Unsent: 1", b"X-Unsent: 0", "the X-Unsent is «0»; expected «1»"),
    ],
)  # fmt: skip
def test_what_was_changed_in_a_head_is_found(old: bytes, new: bytes, said: str) -> None:
    told = found(DRAFT.replace(old, new, 1))
    assert any(said in one for one in told), told


@pytest.mark.parametrize("part", ["to", "cc", "bcc"])
def test_someone_else_is_found(part: str) -> None:
    other = replace(ADDRESSING, **{part: (Mailbox("Eve", "eve@evil.example"),)})
    (told,) = found(make_draft(MESSAGE, other, FILES).content)
    assert f"head: the {part.capitalize()} is «Eve <eve@evil.example>»" in told


def test_a_draft_is_not_what_is_sent() -> None:
    told = [str(one) for one in compare_message(MESSAGE, ADDRESSING, FILES, DRAFT, unsent=False)]
    assert "Bcc is «Zoë <zoe@bank.example>»; expected «missing»" in told[0]
    assert "X-Unsent is «1»; expected «missing»" in told[1]


@pytest.mark.parametrize("content", [b"", b"\r\n", b"Subject: x\r\n\r\nhello", DRAFT[:500], DRAFT[:-3000]])  # fmt: skip
def test_what_is_no_whole_message_is_found(content: bytes) -> None:
    assert found(content)


@settings(max_examples=examples(40))
@given(st.integers(0, len(DRAFT) - 1), st.binary(min_size=1, max_size=3))
def test_no_damage_breaks_the_comparison(place: int, octets: bytes) -> None:
    damaged = DRAFT[:place] + octets + DRAFT[place + len(octets) :]
    assert isinstance(found(damaged), list)
