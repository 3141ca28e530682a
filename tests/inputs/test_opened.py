"""Files of a report: resolved, regular, no larger than expected, hashed as they were read."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import exporter
from exporter.errors import SetupError
from exporter.inputs.opened import InputError, Inputs
from exporter.inputs.places import parse_allowed
from exporter.limits import READING, ReadingLimits
from tests.command_line import run

CSV = "id,entity,metric,value,source,quote\n"


@pytest.fixture
def report(mini_report: Path) -> Path:
    (mini_report.parent / "outside").mkdir()
    (mini_report.parent / "outside" / "facts.yaml").write_text("- id: theirs\n")
    (mini_report.parent / "outside" / "secret.txt").write_text("a secret\n")
    return mini_report


def told(report: Path, *allow: str) -> list[str]:
    """The problems of a report, in as many words as matter."""
    return [str(problem) for problem in exporter.check(report, allow=allow).problems]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def outside(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def folder(path: Path) -> None:
    path.mkdir()
    (path / "inside").touch()


def bound(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # the path of a socket has 108 characters at most
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(before)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(READING.bytes + 1)  # of which nothing is written to the disk


ODD = [
    (pipe, "this is a pipe; put a file there"),
    (endless, "the report may not read /dev/zero unless you allow it; allow it by --allow path:/dev/zero"),
    (dangling, "the link leads to nowhere.yaml, where there is nothing; put the file there, or take the link away"),
    (circle, "the link leads round in a circle; take it away"),
    (outside, "the report may not read /etc/passwd unless you allow it; allow it by --allow path:/etc/passwd"),
    (folder, "this is a folder; put a file there"),
    (bound, "this is a socket; put a file there"),
    (huge, "the file has more than the "),
]  # fmt: skip


FILES = (
    "facts/more.yaml", "facts/more.csv", "facts/more.xlsx", "facts/more.parquet", "views.yaml",
    "sources/press-note.yaml", "sources/text/press-note.txt", "report.yaml",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "make", "message"),
    [
        (name, *odd)
        for name in FILES
        for odd in ODD
        # A folder in a folder of facts is read as such.
        if not (odd[0] is folder and name.startswith("facts/"))
    ],
)
def test_what_is_no_file_is_one_problem(
    report: Path, name: str, make: object, message: str
) -> None:
    path = report / name
    path.unlink(missing_ok=True)
    make(path)  # type: ignore[operator]
    problems = [problem for problem in told(report) if message in problem]
    assert len(problems) == 1
    assert problems[0].startswith(f"{path}: ")


@pytest.mark.parametrize("name", ["facts.csv", "facts.xlsx", "facts.parquet", "facts.yaml"])
@pytest.mark.parametrize(("make", "message"), [odd for odd in ODD if odd[0] is not folder])
def test_the_usual_places_are_not_passed_over(
    report: Path, name: str, make: object, message: str
) -> None:
    (report / "facts").rename(report.parent / "away")
    make(report / name)  # type: ignore[operator]
    assert [problem for problem in told(report) if message in problem]


@pytest.mark.parametrize(
    "place", ["file://{}/outside/facts.yaml", "local://{}/outside/facts.yaml", "{}/outside/facts.yaml",
              "../outside/facts.yaml", "../outside", "file://{}/mini/../outside/facts.yaml"],
)  # fmt: skip
def test_facts_elsewhere_are_read_where_they_are_allowed(report: Path, place: str) -> None:
    path = report / "report.yaml"
    said = place.replace("{}", str(report.parent))
    path.write_text(f"facts: {said}\n{path.read_text('utf-8')}", "utf-8")
    refused = [problem for problem in told(report) if "--allow path:" in problem]
    assert len(refused) == 1
    assert refused[0].startswith(f"{path}:")
    allowed = told(report, f"path:{report.parent}/outside")
    assert not [problem for problem in allowed if "--allow" in problem]
    assert [problem for problem in allowed if "theirs" in problem]


def test_links_inside_the_report_are_followed(report: Path) -> None:
    facts = report / "facts"
    (report / "kept").mkdir()
    for path in list(facts.iterdir()):
        path.rename(report / "kept" / path.name)
        path.symlink_to(report / "kept" / path.name)
    assert told(report) == []
    facts.rename(report / "real")
    facts.symlink_to("real")
    assert told(report) == []


def test_a_linked_folder_of_facts_is_not_passed_over(report: Path) -> None:
    (report / "facts" / "more").symlink_to(report.parent / "outside")
    assert [
        problem for problem in told(report) if f"may not read {report.parent}/outside" in problem
    ]
    (report / "facts" / "more").unlink()
    (report / "facts" / "more").symlink_to("..")
    assert [problem for problem in told(report) if "a folder of its own" in problem]
    (report / "facts" / "again").symlink_to(".")
    assert [
        problem for problem in told(report) if "which is read anyway; take the link away" in problem
    ]


def test_a_file_that_grows_is_read_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_bytes(b"#" * 101)
    inputs = Inputs.of(tmp_path, limits=ReadingLimits(text_bytes=100))
    with pytest.raises(InputError, match="more than the 100 bytes that are read"):
        inputs.read(path)
    path.write_bytes(b"#" * 100)
    assert inputs.read(path) == b"#" * 100
    kernel = Inputs.of(Path("/proc/self"), limits=ReadingLimits(text_bytes=10))
    with pytest.raises(
        InputError, match="more than the 10 bytes"
    ):  # though it is said to have none
        kernel.read(Path("/proc/self/status"))


def test_folders_and_queries_have_their_limits(report: Path) -> None:
    from exporter.facts.read import read_written

    for number in range(4):
        (report / "facts" / f"{number}.csv").write_text(CSV + "a,E,M,1,s,q\n" * 3)
    few = Inputs.of(report, limits=ReadingLimits(files=4))
    (said,) = [problem for _, some in read_written(report, None, few) for problem in some]
    assert said.wrong == "there are more than 4 files"
    short = Inputs.of(report, limits=ReadingLimits(rows=2))
    problems = [
        problem for _, some in read_written(report, "facts/0.csv", short) for problem in some
    ]
    assert [problem.wrong for problem in problems] == ["there are more than 2 rows"]


def test_the_hash_is_of_what_was_read(tmp_path: Path) -> None:
    path, inputs = tmp_path / "facts.yaml", Inputs.of(tmp_path)
    path.write_text("before")
    assert inputs.read(path) == b"before"
    path.write_text("after")
    assert inputs.hashes == {str(path): sha256(b"before").hexdigest()}


def test_a_file_replaced_while_it_is_open_keeps_its_hash(tmp_path: Path) -> None:
    path, inputs = tmp_path / "facts.csv", Inputs.of(tmp_path)
    path.write_text("before")
    with inputs.open(path) as file:
        (tmp_path / "new").write_text("after")
        (tmp_path / "new").replace(path)
        assert file.read() == b"before"
    assert inputs.hashes == {str(path): sha256(b"before").hexdigest()}


def test_a_file_changed_while_it_is_open_is_told(tmp_path: Path) -> None:
    path, inputs = tmp_path / "facts.csv", Inputs.of(tmp_path)
    path.write_text("before")
    told = pytest.raises(InputError, match="the file was changed while it was read; do it again")
    with told, inputs.open(path):
        path.write_text("after it")


def test_the_manifest_has_the_hash_of_what_was_built(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import json

    from exporter import files

    names = (
        "facts/example-motors.yaml", "views.yaml", "sources/press-note.yaml", "report.yaml",
        "sources/text/press-note.txt",
    )  # fmt: skip
    before = {name: (report / name).read_bytes() for name in names}
    staged = files.staged

    @contextmanager
    def meanwhile(*target: Any, **how: Any) -> Iterator[Any]:
        for name, content in before.items():
            (report / name).write_bytes(content + b"# edited while it was built\n")
        with staged(*target, **how) as stage:
            yield stage

    monkeypatch.setattr(files, "staged", meanwhile)
    exporter.build(report, tmp_path / "out", languages=["en"])
    said = json.loads((tmp_path / "out/manifest.json").read_text("utf-8"))
    for name, content in before.items():
        assert said["inputs"][name] == sha256(content).hexdigest(), name


def test_what_a_user_names_is_read_wherever_it_is(report: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(report / "facts" / "example-motors.yaml")
    assert exporter.read_facts(link).num_rows == 3
    assert exporter.check(report, facts=link).problems == ()
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(exporter.ContentError, match="this is a pipe"):
        exporter.read_facts(tmp_path / "pipe.csv")


def test_limits_are_the_users(
    report: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    config = tmp_path / "exporter" / "config.toml"
    config.parent.mkdir()
    for text, status, said in (
        ("nesting = 2", 1, "nested deeper than 2 levels; flatten it"),
        ("nesting = 20", 0, "problems: none"),
        ("nestling = 20", 3, "`nestling` is no limit; did you mean `nesting`?"),
        ("nesting = 0", 3, "the limit `nesting` is 0; write a whole number from 1 on"),
        ("nesting = true", 3, "the limit `nesting` is True; write a whole number from 1 on"),
    ):
        config.write_text(f"[limits]\n{text}\n")
        found = run(capsys, monkeypatch, ["check", report])
        assert said in found.out + found.err
        assert found.status == status
    config.write_text("limits = 5\n")
    with pytest.raises(SetupError, match="`limits` is no table"):
        exporter.check(report)


def test_a_link_may_lead_to_what_is_allowed(tmp_path: Path) -> None:
    home, other = tmp_path / "report", tmp_path / "other"
    home.mkdir()
    other.mkdir()
    (other / "facts.csv").write_text(CSV)
    (home / "facts.csv").symlink_to(other / "facts.csv")
    allowed = Inputs.of(home, parse_allowed([str(other)]))
    assert allowed.read(home / "facts.csv") == CSV.encode()
    refusing = Inputs.of(home, parse_allowed([str(home)]))
    with pytest.raises(InputError):
        refusing.read(home / "facts.csv")
    assert [str(place) for place in refusing.refused] == [f"path:{other}/facts.csv"]
