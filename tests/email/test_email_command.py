"""`exporter email`: from the built files to a draft, or through a mail server into postboxes."""

import email
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from fast_mail_parser import parse_email

from exporter import build
from exporter.email.settings import Server
from exporter.report.starter import make_report
from tests.command_line import Result, run
from tests.email.mail_server import PASSWORD, SILENT, USER, Postbox
from tests.verify.sets import say_anew

EMAIL = f"""
email:
  sender: '"研究部, 张三" <{USER}>'
  user: {USER}
"""
Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]


# For all tests here: with another environment, each build and each proof starts a worker.
pytestmark = pytest.mark.usefixtures("known_authority")


@pytest.fixture(scope="module")
def sent_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report that names its sender, built beside itself in English; only to be copied.

    Each order proves what was built, and in both languages that takes twice as long.
    """
    folder = tmp_path_factory.mktemp("desk")
    make_report(folder / "mini")
    with (folder / "mini" / "report.yaml").open("a", encoding="utf-8") as file:
        file.write(EMAIL)
    build(folder / "mini", folder / "output" / "mini", ["en"])
    return folder


@pytest.fixture
def folder(sent_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The output folder of a copy, where a test works; the report is `mini` beside it."""
    shutil.copytree(sent_out, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "output" / "mini"


@pytest.fixture
def in_both(folder: Path) -> Path:
    """The output folder, with the files of both languages."""
    build("mini", folder)
    return folder


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return lambda *arguments: run(capsys, monkeypatch, ["email", "mini", *arguments])


@pytest.fixture
def reachable(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The mail server, as the environment names it."""
    monkeypatch.setenv("EXPORTER_EMAIL_SERVER", server.host)
    monkeypatch.setenv("EXPORTER_EMAIL_PORT", str(server.port))
    monkeypatch.setenv("EXPORTER_EMAIL_SECURITY", server.security)
    monkeypatch.setenv("EXPORTER_EMAIL_PASSWORD", PASSWORD)
    return server


def parsed(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_carries_the_built_files(in_both: Path, call: Run) -> None:
    said = call("--to", "王小明 <a@b.example>; c@d.example", "--lang", "zh", "--attach", "workbook")
    path = in_both / "mini.zh.eml"
    assert (said.status, said.err) == (0, "")
    assert "wrote output/mini/mini.zh.eml (" in said.out
    draft = parsed(path.read_bytes())
    assert draft["X-Unsent"] == "1"
    assert str(draft["To"]) == "王小明 <a@b.example>, c@d.example"
    assert draft["From"].addresses[0].display_name == "研究部, 张三"
    assert str(draft["Date"]) == "Sat, 31 Jan 2026 00:00:00 +0000"
    attached = {one.get_filename(): one.get_content() for one in draft.iter_attachments()}
    assert list(attached) == ["views.zh.pdf", "figures.zh.xlsx"]
    assert attached == {name: (in_both / name).read_bytes() for name in attached}
    other = parse_email(path.read_bytes())
    assert {one.filename: one.content for one in other.attachments} == attached


def test_the_same_order_gives_the_same_bytes(folder: Path, call: Run) -> None:
    path = folder / "mini.en.eml"
    call("--to", "a@b.example")
    first = path.read_bytes()
    call("--to", "a@b.example")
    assert path.read_bytes() == first


def test_the_files_still_verify_beside_a_draft_and_a_log(
    folder: Path, call: Run, reachable: Server,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    call("--to", "a@b.example")
    call("--to", "a@b.example", "--send")
    assert {"mini.en.eml", "deliveries.jsonl"} <= {path.name for path in folder.iterdir()}
    assert run(capsys, monkeypatch, ["verify", folder]).status == 0


def test_a_draft_of_an_earlier_build_is_in_nobodys_way(
    in_both: Path, call: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    call("--to", "a@b.example", "--lang", "zh")
    report = Path("mini", "report.yaml")
    text = report.read_text("utf-8")
    titled = text.replace("{en: Example report, zh: 示例报告}", "{en: Our report, zh: 我们的报告}")
    report.write_text(titled, "utf-8")
    build("mini", in_both)
    said = call("--to", "a@b.example", "--lang", "en")
    assert (said.status, said.err) == (0, "")
    assert "Our report" in str(parsed((in_both / "mini.en.eml").read_bytes())["Subject"])
    proof = run(capsys, monkeypatch, ["verify", in_both])
    assert proof.status == 0
    assert proof.out.startswith(
        "in doubt: mini.zh.eml: this is a draft of another build, with its files; "
        "write it anew with `exporter email`, or take it away\n"
    )
    draft = in_both / "mini.zh.eml"
    lines = draft.read_bytes().split(b"\r\n")
    middle = len(lines) // 2  # of what is attached
    lines[middle] = lines[middle][::-1]
    draft.write_bytes(b"\r\n".join(lines))
    assert run(capsys, monkeypatch, ["verify", in_both]).status == 1, "it has been changed"


@pytest.mark.parametrize("sender", ["", "me@desk.example"])
def test_a_draft_with_the_message_id_of_earlier_versions_is_told_and_not_refused(
    folder: Path, call: Run, sender: str,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("EXPORTER_EMAIL_SENDER", sender)
    call("--to", "a@b.example")
    draft, domain = folder / "mini.en.eml", sender.partition("@")[2] or "exporter.invalid"
    of_ours = f"Message-ID: <mini.2026-01-31.en.{'0a' * 8}@{domain}>\r\nContent-Language"
    draft.write_bytes(draft.read_bytes().replace(b"Content-Language", of_ours.encode(), 1))
    proof = run(capsys, monkeypatch, ["verify", folder])
    assert proof.status == 0
    assert "in doubt: mini.en.eml: it has a Message-ID, which some programs would" in proof.out
    draft.write_bytes(draft.read_bytes().replace(b"a@b.example", b"e@b.example", 1))
    proof = run(capsys, monkeypatch, ["verify", folder])
    assert proof.status == 0, "it is the draft for another"
    draft.write_bytes(draft.read_bytes().replace(b"X-Unsent: 1", b"X-Unsent: 0", 1))
    assert run(capsys, monkeypatch, ["verify", folder]).status == 1


def test_wrong_addresses_are_told_all_at_once(folder: Path, call: Run) -> None:
    said = call("--to", "nobody", "--to", "a@b.example\nBcc: x@y.example", "--send")
    assert said.status == 2, "and not 3, though no server is known either"
    assert "nobody" in said.err
    assert "'Bcc: x@y.example' is no mailbox" in said.err
    assert not list(folder.glob("*.eml"))


def test_what_has_not_been_built_is_not_sent(folder: Path, call: Run) -> None:
    shutil.rmtree(folder)
    said = call("--to", "a@b.example")
    assert said.status == 2
    assert said.err == "output/mini holds no built report; build it: exporter build mini\n"
    elsewhere = call("--to", "a@b.example", "--output", "for the desk")
    assert elsewhere.err == (
        "for the desk holds no built report; "
        "build it: exporter build mini --output 'for the desk'\n"
    )


@pytest.mark.parametrize("version", [None, "0.0.1"])
def test_what_says_that_another_exporter_made_it_is_not_sent(
    folder: Path, call: Run, postbox: Postbox, reachable: Server, version: str | None
) -> None:
    def by_another(said: dict[str, Any]) -> None:
        said["code"] = "0" * 64
        said["versions"]["exporter"] = version or said["versions"]["exporter"]

    page = folder / "evidence.en.html"
    page.write_text(page.read_text("utf-8").replace(">Clear<", ">Reset<"), "utf-8")
    say_anew(folder, by_another)
    for how in ((), ("--send",)):
        said = call("--to", "a@b.example", *how)
        assert said.status == 1
        assert "evidence.en.html: made by exporter" in said.err
    assert not list(folder.glob("*.eml"))
    assert not postbox.received


def test_what_differs_from_its_manifest_is_not_sent(
    folder: Path, call: Run, postbox: Postbox, reachable: Server
) -> None:
    pdf = folder / "views.en.pdf"
    pdf.write_bytes(pdf.read_bytes() + b"\n%")
    for how in ((), ("--send",)):
        said = call("--to", "a@b.example", *how)
        assert said.status == 1
        assert "views.en.pdf" in said.err
        assert "nothing is handed on that is not proved; build it: exporter build mini" in said.err
    assert not list(folder.glob("*.eml"))
    assert not postbox.received


@pytest.mark.usefixtures("folder")
def test_what_was_built_from_another_state_is_not_sent(call: Run) -> None:
    happened = {
        "facts/example-motors.yaml": "has changed",
        "facts/new.csv": "has come",
        "facts/new.yaml": "has come",
        "sources/new.yaml": "has come",
        "views.yaml": "has changed",
    }
    for name in happened:
        with Path("mini", name).open("a", encoding="utf-8") as file:
            file.write("# edited\n")
    said = call("--to", "a@b.example")
    assert said.status == 1
    assert sorted(said.err.splitlines()) == [
        f"mini/{name}: {what} since output/mini was built; build it again: exporter build mini"
        for name, what in happened.items()
    ]


def test_another_definition_is_another_state(folder: Path, call: Run) -> None:
    definition = Path("mini/report.yaml")
    definition.write_text(
        definition.read_text("utf-8").replace("Example report", "Another"), "utf-8"
    )
    said = call("--to", "a@b.example")
    assert (said.status, said.err.startswith("mini/report.yaml: has changed since")) == (1, True)


def test_who_sends_may_be_said_after_the_report_was_built(folder: Path, call: Run) -> None:
    with Path("mini/report.yaml").open("a", encoding="utf-8") as file:
        file.write("  server: smtp.example.com\n  port: 465\n")
    assert call("--to", "a@b.example").status == 0


def test_files_without_facts_or_views_are_no_change(folder: Path, call: Run) -> None:
    definition = Path("mini/report.yaml")
    text = definition.read_text("utf-8")
    kept = text.replace(text[text.index("one_pagers:") : text.index("email:")], "")
    definition.write_text(kept, "utf-8")
    Path("mini/views.yaml").write_text("[]\n", "utf-8")
    Path("mini/facts/empty.csv").write_text("id,entity,metric,value,unit,source,quote\n", "utf-8")
    build("mini", folder)
    assert call("--to", "a@b.example").err == ""


@pytest.mark.parametrize(
    ("line", "variable", "status", "place"),
    [
        ("foo", "", 1, "mini/report.yaml:"),
        (USER, "foo", 3, "EXPORTER_EMAIL_SENDER: "),
        (f"{USER}, other@example.com", "", 1, "mini/report.yaml:"),
        ("foo; bar", "", 1, "mini/report.yaml:"),
    ],
)
def test_a_sender_that_is_none(
    line: str, variable: str, status: int, place: str,
    folder: Path, call: Run, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    definition = Path("mini/report.yaml")
    text = definition.read_text("utf-8")
    start = text.index("  sender:")
    end = text.index("\n", start)
    definition.write_text(f"{text[:start]}  sender: {line}{text[end:]}", "utf-8")
    monkeypatch.setenv("EXPORTER_EMAIL_SENDER", variable)
    said = call("--to", "a@b.example")
    assert said.status == status
    lines = said.err.splitlines()
    assert all(told.startswith(place) for told in lines)
    assert len(lines) == line.count(";") + 1


def test_a_stop_in_the_middle_tells_who_has_it(
    folder: Path, call: Run, postbox: Postbox, reachable: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By SIGTERM; that Ctrl-C stops a command alike is proved in tests/cli/test_stopping.py."""
    code = "from exporter.cli import main; main()"
    everybody = [f"{letter}@b.example" for letter in "abcd"]
    command = [sys.executable, "-c", code, "email", "mini", "--send", "--to", ",".join(everybody)]
    postbox.answer("DATA", everybody[2], SILENT)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as sending:
        while len(postbox.received) < 3:
            assert sending.poll() is None
            time.sleep(0.01)
        sending.send_signal(signal.SIGTERM)
        out, err = sending.communicate(timeout=60)
    assert sending.returncode == 143
    assert out == "a@b.example: sent\nb@b.example: sent\n"
    assert err == "stopped; the same command goes on with those who have not got the message\n"
    said = call("--to", ",".join(everybody), "--send")
    assert said.out.splitlines()[-1] == "d@b.example: sent"
    assert said.err.startswith("c@b.example: an earlier sending broke off")
    assert postbox.count == dict.fromkeys(everybody, 1)


@pytest.mark.usefixtures("folder")
def test_a_language_that_was_not_built(call: Run) -> None:
    said = call("--to", "a@b.example", "--lang", "zh")
    assert said.status == 2
    assert "output/mini has no files in 'zh', but in en" in said.err


def test_sent_whole_to_everyone_and_nobody_twice(
    in_both: Path, call: Run, postbox: Postbox, reachable: Server
) -> None:
    everybody = ("--to", "a@b.example", "--cc", "c@d.example", "--bcc", "e@f.example")
    said = call(*everybody, "--send")
    assert (said.status, said.err) == (0, "")
    assert said.out == "a@b.example: sent\nc@d.example: sent\ne@f.example: sent\n"
    contents = {content for _, content in postbox.received}
    (content,) = contents
    message = parsed(content)
    assert message["X-Unsent"] is None
    assert message["Bcc"] is None
    assert b"e@f.example" not in content
    (pdf,) = message.iter_attachments()
    assert pdf.get_content() == (in_both / "views.en.pdf").read_bytes()
    said = call(*everybody, "--send")
    assert said.status == 0
    assert said.out.count("has it already; --send --again sends it again") == 3
    assert len(postbox.received) == 3
    said = call("--to", "C@d.example", "--send", "--again")
    assert said.out == "C@d.example: sent\n"
    assert postbox.count == {"a@b.example": 1, "c@d.example": 1, "e@f.example": 1, "C@d.example": 1}
    said = call(*everybody, "--send", "--lang", "zh")
    assert said.out.count(": sent") == 3, "another language is another message"


def test_a_log_that_a_crash_tore_is_mended_and_told(
    folder: Path, call: Run, reachable: Server
) -> None:
    call("--to", "a@b.example", "--send")
    with (folder / "deliveries.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"time": "2026-')
    said = call("--to", "a@b.example", "--send")
    assert (said.status, said.out.count("has it already")) == (0, 1)
    assert "the last line had been written in part" in said.err


def test_a_refused_recipient_fails_the_command_and_not_the_others(
    folder: Path, call: Run, postbox: Postbox, reachable: Server
) -> None:
    postbox.answer("RCPT", "a@b.example", "550 5.1.1 no such user")
    said = call("--to", "a@b.example, c@d.example", "--send")
    assert said.status == 1
    assert said.out == "c@d.example: sent\n"
    assert said.err.startswith("a@b.example: ")
    assert "550 5.1.1 no such user" in said.err


def test_a_wrong_password_is_no_fault_of_the_content(
    folder: Path, call: Run, reachable: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPORTER_EMAIL_PASSWORD", "geheim-123")
    said = call("--to", "a@b.example", "--send")
    assert said.status == 3
    assert USER in said.err
    assert "geheim-123" not in said.err + said.out
    for path in folder.iterdir():
        assert b"geheim-123" not in path.read_bytes()


def test_without_a_server_everything_missing_is_told(folder: Path, call: Run) -> None:
    said = call("--to", "a@b.example", "--send")
    assert said.status == 3
    assert "EXPORTER_EMAIL_SERVER" in said.err
    assert not (folder / "deliveries.jsonl").exists()


def test_again_is_about_sending(folder: Path, call: Run) -> None:
    said = call("--to", "a@b.example", "--again")
    assert (said.status, said.err) == (2, "--again is about sending; add --send, or leave it out\n")


def test_the_manifest_tells_nothing_of_the_mail_server(folder: Path) -> None:
    said = (folder / "manifest.json").read_text("utf-8")
    assert "email" not in json.loads(said)["definition"]
    assert USER not in said


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("  password: geheim", "`email` holds a password, which others can read here; take it out"),
        ("  server: http://mail", "`email.server` 'http://mail' is not right; name the host alone"),
        ("  port: 70000", "`email.port`"),
        ("  security: none", "`email.security` 'none' is not right"),
    ],
)
def test_wrong_settings(line: str, message: str, folder: Path, call: Run) -> None:
    with Path("mini/report.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    said = call("--to", "a@b.example")
    assert said.status == 1
    assert message in said.err
    assert "geheim" not in said.err
