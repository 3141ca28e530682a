"""What a command says when it is stopped is true, its exit status the shell's, its workers end."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from exporter import build
from exporter.files import settle
from exporter.report.starter import make_report
from tests.command_line import run
from tests.killed_builds import (
    ROOT,
    Edition,
    KilledBuild,
    contents,
    has_whole_files,
    is_whole,
    two_editions,
    visible,
)

COMMAND = [sys.executable, "-m", "exporter"]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are found in /proc")


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Edition]:
    """Without one-pagers, which take longest and move as other files do."""
    folder = tmp_path_factory.mktemp("editions")
    list(make_report(folder / "mini"))
    definition = folder / "mini/report.yaml"
    text, pages, _ = definition.read_text("utf-8").partition("one_pagers:")
    assert pages
    definition.write_text(text, "utf-8")
    return two_editions(folder / "mini", folder)


@LINUX
def test_stopped_before_files_move(editions: tuple[Edition, Edition], tmp_path: Path) -> None:
    output, number = tmp_path / "output", signal.SIGHUP
    building = KilledBuild(editions[0], output)
    while not any(output.glob(".exporter-*/new/*")):
        assert building.process.poll() is None
        time.sleep(0.005)
    assert building.end(number) == (128 + number, "stopped; no file was changed\n")
    assert not output.exists()


@LINUX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_while_files_move(
    editions: tuple[Edition, Edition], tmp_path: Path, number: signal.Signals
) -> None:
    building = KilledBuild(editions[0], tmp_path / "output", rename=0.05)
    assert building.wait_for_moves()
    said = f"stopped; by then {len(editions[0].files)} files had been put into {tmp_path}/output\n"
    assert building.end(number) == (128 + number, said)
    assert contents(tmp_path / "output") == editions[0].files


def test_an_interrupt_while_commands_are_loaded_is_no_traceback() -> None:
    code = """if True:
        import signal, sys
        from exporter.__main__ import main
        class Interrupting:
            def find_spec(self, name, *_):
                if name == "typer":
                    signal.raise_signal(signal.SIGINT)
        sys.meta_path.insert(0, Interrupting())
        main()
    """
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


@LINUX
def test_killed_while_files_move(editions: tuple[Edition, Edition], tmp_path: Path) -> None:
    """The full count is in tests/soak/."""
    first, second = editions
    output = tmp_path / "output"
    shutil.copytree(first.output, output)
    building = KilledBuild(second, output, rename=0.02)
    assert building.wait_for_moves()
    assert building.end(signal.SIGKILL) == (-signal.SIGKILL, "")
    assert has_whole_files(visible(output), first, second)
    assert visible(output)["manifest.json"] == first.files["manifest.json"]
    settle(output)
    assert is_whole(contents(output), second)


@LINUX
def test_two_builds_into_one_folder_at_once_are_never_mixed(
    editions: tuple[Edition, Edition], tmp_path: Path
) -> None:
    building = [KilledBuild(edition, tmp_path / "output", rename=0.05) for edition in editions]
    assert [build.end(0)[0] for build in building] == [0, 0]
    assert contents(tmp_path / "output") in [edition.files for edition in editions]


@LINUX
def test_verify_and_email_mend_what_a_killed_build_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    list(make_report(tmp_path / "mini"))
    first, second = two_editions(tmp_path / "mini", tmp_path)
    left = shutil.copytree(first.output, tmp_path / "left")
    building = KilledBuild(second, left, rename=0.02)
    assert building.wait_for_moves()
    building.end(signal.SIGKILL)
    for command in (["verify"], ["email", second.report, "--to", "a@example.com", "--output"]):
        output = shutil.copytree(left, tmp_path / str(command[0]))
        assert list(output.glob(".exporter-*"))
        assert run(capsys, monkeypatch, [*command, output]).status == 0
        assert contents(output).items() >= second.files.items()
        assert not list(output.glob(".exporter-*"))


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_pipe_ends_quietly(stream: str, tmp_path: Path) -> None:
    list(make_report(tmp_path / "mini"))
    reading, writing = os.pipe()
    os.close(reading)
    report = tmp_path / ("mini" if stream == "stdout" else "missing")
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: writing}
    done = subprocess.run([*COMMAND, "check", str(report)], cwd=ROOT, **streams, check=False)
    os.close(writing)
    assert done.returncode == 128 + signal.SIGPIPE
    assert not done.stdout
    assert not done.stderr


def test_output_without_room_is_told(tmp_path: Path) -> None:
    list(make_report(tmp_path / "mini"))
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", str(tmp_path / "mini")],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert re.fullmatch(r"what is said cannot be written: No space left.*\n", done.stderr)


def test_a_folder_in_the_way_of_a_build_stays(
    mini_report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    output = tmp_path / "output"
    for name in ("figures.en.xlsx", "manifest.json"):
        (output / name).mkdir(parents=True)
        (output / name / "thesis.txt").write_text("of ten years")
    before = contents(output)
    done = run(capsys, monkeypatch, ["build", mini_report, "--output", output])
    assert (done.status, done.out) == (3, "")
    assert done.err.splitlines() == [
        f"{output / name} is in the way: it is a folder; move it away, or name another folder"
        for name in ("figures.en.xlsx", "manifest.json")
    ]
    assert contents(output) == before


@pytest.mark.parametrize("name", ["manifest.json", "views.en.pdf"])
def test_somebody_else_s_file_in_the_way_of_a_build_stays(
    mini_report: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    output = tmp_path / "output"
    output.mkdir()
    (output / name).write_text('{"name": "my app", "start_url": "/"}')
    done = run(capsys, monkeypatch, ["build", mini_report, "--output", output])
    assert (done.status, done.out) == (3, "")
    assert f"{output / name} is in the way: it is a file for which no build's manifest" in done.err
    assert [path.name for path in output.iterdir()] == [name]


def test_files_of_an_earlier_build_are_replaced_in_whatever_language(
    editions: tuple[Edition, Edition], tmp_path: Path
) -> None:
    output = shutil.copytree(editions[0].output, tmp_path / "output")
    (output / "figures.en.xlsx").write_bytes(b"edited")
    build(editions[1].report, output, ["zh"])
    build(editions[1].report, output)
    assert contents(output) == editions[1].files


def test_a_new_report_that_was_killed_is_made_by_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = """if True:
        import os, signal, sys
        from exporter.report import starter
        starter.add_source = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
        list(starter.make_report(starter.Path(sys.argv[1])))
    """
    killed = subprocess.run([sys.executable, "-c", code, tmp_path / "new"], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert [path.name[:10] for path in (tmp_path / "new").iterdir()] == [".exporter-"]
    assert run(capsys, monkeypatch, ["new", tmp_path / "new"]).status == 0
    assert not list((tmp_path / "new").glob(".exporter-*"))
