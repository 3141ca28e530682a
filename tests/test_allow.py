"""What a report may reach outside its folder, as a user says it on the command line."""

import json
import os
import pty
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import exporter
from exporter.errors import NotAllowedError, Place
from tests.command_line import run


@pytest.fixture(scope="module")
def config_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One for all: with other variables, each build would start a process that draws pages."""
    home = tmp_path_factory.mktemp("config")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_CONFIG_HOME", str(home))
        yield home


@pytest.fixture
def config(config_home: Path) -> Path:
    shutil.rmtree(config_home / "exporter", ignore_errors=True)
    return config_home / "exporter" / "config.toml"


@pytest.fixture
def reaching(mini_report: Path, config: Path) -> Path:
    """A report, in one language, whose facts lie outside of it."""
    del config
    facts = mini_report / "facts"
    facts.rename(mini_report.parent / "elsewhere")
    path = mini_report / "report.yaml"
    text = path.read_text("utf-8").replace("languages: [en, zh]", "languages: [en]")
    path.write_text(f"facts: ../elsewhere\n{text}", "utf-8")
    return mini_report


@pytest.mark.parametrize("command", ["check", "build"])
def test_the_refusal_is_one_sentence_and_says_what_to_paste(
    reaching: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    config: Path, command: str, tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    said = run(capsys, monkeypatch, [command, reaching])
    elsewhere = reaching.parent / "elsewhere"
    assert said.status == 1
    assert (
        f"{reaching}/report.yaml:1: `facts` leads out of the report's folder; name a file or folder in it, "
        f"or allow it by --allow path:{elsewhere}"
    ) in said.out + said.err
    assert (
        "to allow it once, add to the command:\n"
        f"  --allow path:{elsewhere}\n"
        f"to allow it from now on, add to {config}:\n"
        f'  [allow."{reaching}"]\n'
        f'  path = ["{elsewhere}"]\n'
    ) in said.err
    assert said.out.count("leads out") + said.err.count("leads out") == 1
    assert not (tmp_path / "output").exists()


def test_what_is_allowed_is_read(
    reaching: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    config: Path, tmp_path: Path,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    for allow in ("path:elsewhere", str(tmp_path)):
        assert run(capsys, monkeypatch, ["check", reaching, "--allow", allow]).status == 0
    assert run(capsys, monkeypatch, ["check", reaching, "--allow", "path:else"]).status == 1
    config.parent.mkdir(parents=True)
    config.write_text(f'[allow."{reaching}"]\npath = "{tmp_path}/elsewhere"\n', "utf-8")
    assert run(capsys, monkeypatch, ["build", reaching]).status == 0
    manifest = json.loads((tmp_path / "output/mini/manifest.json").read_text("utf-8"))
    assert any(name.endswith("elsewhere/example-motors.yaml") for name in manifest["inputs"])
    assert run(capsys, monkeypatch, ["email", reaching, "--to", "a@b.example"]).status == 0


def test_a_report_cannot_allow_itself(
    reaching: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = reaching / "report.yaml"
    path.write_text(f"allow: [..]\n{path.read_text('utf-8')}", "utf-8")
    (reaching / "config.toml").write_text('[allow."."]\npath = ".."\n')
    monkeypatch.chdir(reaching)
    said = run(capsys, monkeypatch, ["check", "."])
    assert said.status == 1
    assert "`allow` is not a known key" in said.out


def test_from_python(reaching: Path) -> None:
    with pytest.raises(NotAllowedError) as caught:
        exporter.build(reaching, reaching.parent / "out")
    elsewhere = reaching.parent / "elsewhere"
    assert caught.value.places == (Place("path", str(elsewhere)),)
    with pytest.raises(NotAllowedError):
        exporter.read_facts(reaching)
    allow = [str(place) for place in caught.value.places]
    assert exporter.check(reaching, allow=allow).problems == ()
    assert exporter.read_facts(reaching, allow=allow).num_rows == 3
    assert exporter.build(reaching, reaching.parent / "out", allow=allow)[1]


def test_what_names_no_place_is_wrong_usage(
    reaching: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in (
        ["check", reaching],
        ["build", reaching],
        ["email", reaching, "--to", "a@b.example"],
    ):
        said = run(capsys, monkeypatch, [*command, "--allow", "host:"])
        assert (said.status, said.err) == (
            2,
            "--allow 'host:' names no place; write path:/folder, host:name, host:name:port or env:NAME\n",
        )


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("n", 1)])
def test_on_a_terminal_build_offers_to_remember(
    reaching: Path, config: Path, answer: str, status: int
) -> None:
    ours, theirs = pty.openpty()
    command = "from exporter.cli import main; main()"
    output = reaching.parent / "out"
    arguments = ["build", str(reaching), "--output", str(output)]
    process = subprocess.Popen(
        [sys.executable, "-c", command, *arguments], stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    said = b""
    while b"from now on, in" not in said.replace(b"\r\n", b""):
        said += os.read(ours, 4096)
    os.write(ours, f"{answer}\n".encode())
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            said += os.read(ours, 4096)
        except OSError:  # the terminal's other end is closed
            break
    assert process.wait(60) == status
    os.close(ours)
    assert b"Traceback" not in said
    assert config.exists() == (answer == "y")
    assert output.exists() == (answer == "y")


def test_what_allows_nothing_is_told(
    reaching: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = f"{reaching}/../gone"
    said = run(capsys, monkeypatch, ["check", reaching, "--format", "json", "--allow", gone])
    assert (
        f"in doubt: --allow path:{reaching.parent}/gone allows nothing: "
        "there is no such file or folder; check the path\n"
    ) in said.err
    assert said.err.count("in doubt") == 1
    assert json.loads(said.out)["problems"]


def test_without_a_report_there_is_nothing_to_allow(
    reaching: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = run(capsys, monkeypatch, ["verify", reaching, "--allow", str(reaching)])
    assert said.status == 2
    assert "--report" in said.err
