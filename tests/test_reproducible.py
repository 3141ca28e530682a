"""The same inputs give the same bytes, wherever, whenever and by whomever they are built."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import SHIPPED

_COMMAND = [sys.executable, "-c", "from exporter.cli import main; main()", "build"]


@dataclass(frozen=True)
class Surroundings:
    """What must not matter to a build: variables, the mask of new files, the texts at hand."""

    umask: int
    variables: dict[str, str] = field(default_factory=dict)
    texts: bool = True


FAR_EAST = Surroundings(
    0o022, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
)
FAR_WEST = Surroundings(
    0o077,
    {"TZ": "Etc/GMT+12", "PYTHONHASHSEED": "4242", "LC_ALL": "C", "PYTHONOPTIMIZE": "1"},
    texts=False,
)


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In `mini` a small report and, in `out`, what was built of it; only to be read."""
    from exporter import build
    from exporter.report.starter import make_report

    folder = tmp_path_factory.mktemp("mini")
    make_report(folder / "mini")
    build(folder / "mini", folder / "out")
    return folder


def test_a_build_far_east_with_the_texts_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """`built` is of this process, in its folder, zone and locale."""
    assert _built_elsewhere(SHIPPED, FAR_EAST, tmp_path) == _files(built)


def test_a_build_far_west_without_the_texts_gives_the_same_bytes(
    mini: Path, tmp_path: Path
) -> None:
    """But for the evidence pages, which then lack the quotes' surroundings."""
    ours, theirs = _files(mini / "out"), _built_elsewhere(mini / "mini", FAR_WEST, tmp_path)
    assert ours.keys() == theirs.keys()
    for file in ("evidence.en.html", "evidence.zh.html", "manifest.json"):
        assert ours.pop(file) != theirs.pop(file)
    assert theirs == ours


def _built_elsewhere(source: Path, there: Surroundings, tmp_path: Path) -> dict[str, str]:
    """What another process builds of a copy of a report."""
    report = tmp_path / "a folder with spaces" / f"copy of {source.name}"
    left_out = shutil.ignore_patterns() if there.texts else shutil.ignore_patterns("text")
    shutil.copytree(source, report, ignore=left_out)
    for file in report.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    output = tmp_path / "out"
    done = subprocess.run(
        [*_COMMAND, report.name, "--output", str(output)],
        cwd=report.parent,
        env={**os.environ, "PYTHONPATH": str(SHIPPED.parents[1]), **there.variables},
        umask=there.umask,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return _files(output)


def test_languages_can_be_built_one_by_one(mini: Path, tmp_path: Path) -> None:
    from exporter import build

    build(mini / "mini", tmp_path, ["zh"])
    chinese = {name: data for name, data in _files(mini / "out").items() if ".zh." in name}
    written = _files(tmp_path)
    assert len(chinese) == 3
    assert written.pop("manifest.json")
    assert written == chinese


def test_building_again_into_the_same_folder_changes_nothing(mini: Path, tmp_path: Path) -> None:
    from exporter import build

    output = Path(shutil.copytree(mini / "out", tmp_path / "out"))
    first = _files(output)
    build(mini / "mini", output)
    assert len(first) == 7
    assert _files(output) == first


def test_another_edition_gives_other_bytes(mini: Path, mini_report: Path) -> None:
    """Or else the comparisons above would prove nothing."""
    from exporter import build

    definition = mini_report / "report.yaml"
    changed = definition.read_text("utf-8").replace("edition: 2026-01-31", "edition: 2026-02-28")
    definition.write_text(changed, "utf-8")
    build(mini_report, mini_report.parent / "two")
    one, two = _files(mini / "out"), _files(mini_report.parent / "two")
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] == two[name]] == []


def _files(folder: Path) -> dict[str, str]:
    """The hash of every file: a message about bytes would be megabytes long."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}
