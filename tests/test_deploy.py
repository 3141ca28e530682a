"""Dockerfile, units, cron line and workflow: in step with set-up and documentation, and they run."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.many_report import make_many

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
NIGHTLY = (ROOT / "docs" / "nightly.md").read_text("utf-8")
COMMAND = "exporter batch reports/desk --output output"
INSTALLED = "/srv/exporter/.venv/bin/exporter"


def instructions() -> list[tuple[str, str]]:
    """What the Dockerfile says: each word with what follows it, on one line."""
    text = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines)]


def packages_of_set_up() -> set[str]:
    """What scripts/system.sh would have apt install for building reports."""
    text = (ROOT / "scripts" / "system.sh").read_text("utf-8")
    needs = [line.split("|") for line in text.splitlines() if line.startswith("runtime|")]
    return {in_apt.replace("{python}", "python3.11") for _, _, _, in_apt, *_ in needs}


def test_the_container_has_the_packages_of_set_up() -> None:
    (line,) = (rest for word, rest in instructions() if word == "RUN" and "apt-get" in rest)
    installing = line.partition("--no-install-recommends")[2].partition("&&")[0]
    assert set(installing.split()) == packages_of_set_up()
    assert len(packages_of_set_up()) > 5


def test_the_container_is_made_of_files_that_are_there_and_are_sent_to_the_builder() -> None:
    copied = {name for word, rest in instructions() if word == "COPY" for name in rest.split()[:-1]}
    assert copied
    assert [name for name in copied if not (ROOT / name).exists()] == []
    sent = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in sent if line.startswith("!")} == copied


def test_the_container_installs_by_hash_alone() -> None:
    runs = [rest for word, rest in instructions() if word == "RUN"]
    installing = [part for rest in runs for part in rest.split("&&") if "pip install" in part]
    pinned = re.compile(r"--require-hashes --only-binary :all: -r requirements/(setup|extras)\.txt")
    ours = "--no-index --no-deps --no-build-isolation ."
    assert [bool(pinned.search(part)) for part in installing] == [True, True, False]
    assert ours in installing[-1]


def _cron_line() -> tuple[list[str], str]:
    lines = (DEPLOY / "crontab").read_text("utf-8").splitlines()
    (line,) = (line for line in lines if line and not line.startswith("#"))
    assert line in NIGHTLY
    *when, command = line.split(maxsplit=5)
    return when, command


def test_the_cron_line_says_when() -> None:
    when, command = _cron_line()
    for field, last in zip(when, (59, 23, 31, 12, 7), strict=True):
        assert all(int(number) <= last for number in re.findall(r"\d+", field))
        assert re.fullmatch(r"[\d*,/-]+", field)
    assert "%" not in command  # which cron takes for the end of a line


def test_the_command_of_cron_runs_and_logs(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    make_many(desk / "reports" / "desk", {"Alder": 120}, brokers=None)  # told, and nothing built
    _, command = _cron_line()
    command = command.replace("/srv/desk", shlex.quote(str(desk)))
    run = command.replace(INSTALLED, f"{shlex.quote(sys.executable)} -m exporter")
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    done = subprocess.run(["/bin/sh", "-c", run], env=environment, check=False)
    assert done.returncode == 1
    log = (desk / "batch.log").read_text("utf-8")
    assert log.startswith("failed: reports/desk (Alder)\n")
    assert log.splitlines()[-1].startswith("0 built, 0 up to date, 1 failed")
    assert (desk / "output" / "batch.json").exists()


def _unit(name: str) -> str:
    return (DEPLOY / f"exporter-batch.{name}").read_text("utf-8")


def test_all_of_them_run_the_command_that_is_documented() -> None:
    assert f"\n{COMMAND}\n" in NIGHTLY
    assert f"ExecStart={INSTALLED}{COMMAND.removeprefix('exporter')}\n" in _unit("service")
    assert f"{INSTALLED}{COMMAND.removeprefix('exporter')} " in _cron_line()[1]
    commands = [step["run"] for step in _workflow()["jobs"]["batch"]["steps"] if "run" in step]
    assert commands == ["scripts/setup.sh runtime", f".venv/bin/{COMMAND}"]
    assert (ROOT / "scripts" / "setup.sh").exists()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name in ("service", "timer"):
        unit = _unit(name).replace(INSTALLED, sys.executable)
        (tmp_path / f"exporter-batch.{name}").write_text(unit, "utf-8")
    verified = subprocess.run(
        ["systemd-analyze", "verify", *sorted(tmp_path.iterdir())],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in verified.stderr.splitlines() if "exporter-batch" in line]
    assert (verified.returncode, ours) == (0, [])
    (when,) = re.findall(r"^OnCalendar=(.*)$", _unit("timer"), re.MULTILINE)
    calendar = ["systemd-analyze", "calendar", when]
    assert subprocess.run(calendar, capture_output=True, check=False).returncode == 0


def _workflow() -> dict[str, Any]:
    text = (DEPLOY / "github-nightly.yml").read_text("utf-8")
    read: dict[str, Any] = YAML(typ="safe").load(text)
    return read


def test_the_workflow_keeps_and_hands_out_what_it_builds() -> None:
    steps = _workflow()["jobs"]["batch"]["steps"]
    said = [(step.get("uses", ""), step.get("with", {}).get("path")) for step in steps]
    kept = [(uses.partition("@")[0], path) for uses, path in said if path]
    assert kept == [
        ("actions/cache/restore", "output"),
        ("actions/cache/save", "output"),
        ("actions/upload-artifact", "output"),
    ]
    late = steps[-2:]
    assert [step["if"] for step in late] == ["always()", "always()"]  # also where some failed
    assert _workflow()["concurrency"]
