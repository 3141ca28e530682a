"""What `--allow` says, and what it allows."""

import re
from pathlib import Path

import pytest

from exporter.errors import Place, UsageError, WrongValueError
from exporter.inputs.places import idle_places, is_loopback, parse_allowed, parse_place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("path:/data/desk", Place("path", "/data/desk")),
        ("/data/desk/", Place("path", "/data/desk")),
        ("/data/../data/desk", Place("path", "/data/desk")),
        ("host:DB.example.com.", Place("host", "db.example.com")),
        ("host:db.example.com:5432", Place("host", "db.example.com:5432")),
        ("host:[2001:db8::1]:5432", Place("host", "[2001:db8::1]:5432")),
        ("env:DESK_PASSWORD", Place("env", "DESK_PASSWORD")),
    ],
)
def test_places_as_they_are_written(text: str, place: Place) -> None:
    assert parse_place(text) == place
    assert parse_place(str(place)) == place


def test_a_bare_path_begins_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to("data")
    assert parse_place("link/facts.csv") == Place("path", str(tmp_path / "data/facts.csv"))


def test_all_that_names_no_place_is_told_at_once() -> None:
    wrong = ["host:", "host:a b", "host:x:port", "env:1", "env:A-B", "path:", ""]
    with pytest.raises(UsageError) as caught:
        parse_allowed(["env:FINE", *wrong])
    assert [fault.wrong for fault in caught.value.faults] == [
        f"--allow {text!r} names no place" for text in wrong
    ]
    assert re.search("write path:/folder, host:name", str(caught.value))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("file:/data", "write path:/folder"),
        ("file:///data", "write path:/folder"),
        ("s3://desk/facts.parquet", "write host:desk"),
        ("Path:/data", "did you mean path:/data?"),
        ("hosts:db.example.com", "did you mean host:db.example.com?"),
        ("ENV:DESK", "did you mean env:DESK?"),
        ("host:*.example.com", "write path:/folder"),
        ("host:a.example,b.example", "write path:/folder"),
        ("host:https://a.example", "write path:/folder"),
        ("host:a.example:70000", "write path:/folder"),
    ],
)
def test_what_cannot_mean_anything_is_refused(text: str, right: str) -> None:
    with pytest.raises(WrongValueError) as caught:
        parse_place(text)
    assert caught.value.fault.wrong.startswith(f"--allow {text!r} names no place")
    assert caught.value.fault.right.startswith(right)


def test_a_file_may_be_called_like_a_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk:2026").mkdir()
    assert parse_place("desk:2026") == Place("path", str(tmp_path / "desk:2026"))
    assert parse_place("C:/data").kind == "path"


def test_what_is_not_there_allows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_SET", "1")
    monkeypatch.delenv("DESK_UNSET", raising=False)
    there = [f"path:{tmp_path}", "host:db.example.com", "env:DESK_SET"]
    gone = [f"path:{tmp_path}/gone", "env:DESK_UNSET"]
    idle = list(idle_places(parse_allowed([*there, *gone])))
    assert [str(place) for place, _ in idle] == gone


@pytest.mark.parametrize(
    ("allowed", "wanted", "is_allowed"),
    [
        ("/data", Place("path", "/data/desk/facts.csv"), True),
        ("/data", Place("path", "/data"), True),
        ("/data", Place("path", "/database"), False),
        ("/data/desk", Place("path", "/data"), False),
        ("host:db.example.com", Place("host", "db.example.com:5432"), True),
        ("host:db.example.com:5432", Place("host", "db.example.com:5432"), True),
        ("host:db.example.com:5432", Place("host", "db.example.com:3306"), False),
        ("host:db.example.com:5432", Place("host", "db.example.com"), False),
        ("host:example.com", Place("host", "db.example.com:5432"), False),
        ("host:db.example.com", Place("host", "db.example.com.evil.example:5432"), False),
        ("host:[2001:db8::1]", Place("host", "[2001:db8::1]:5432"), True),
        ("env:DESK", Place("env", "DESK"), True),
        ("env:DESK", Place("env", "DESK_PASSWORD"), False),
        ("env:DESK", Place("host", "desk"), False),
    ],
)
def test_what_is_allowed(allowed: str, wanted: Place, *, is_allowed: bool) -> None:
    assert parse_allowed([allowed]).lacks([wanted]) == ([] if is_allowed else [wanted])


@pytest.mark.parametrize(
    ("name", "is_here"),
    [
        ("localhost", True), ("LOCALHOST.", True), ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True),
        ("[::1]", True), ("localhost.evil.example", False), ("127.0.0.1.evil.example", False), ("0.0.0.0", False),  # noqa: S104
        ("10.0.0.1", False), ("169.254.169.254", False), ("2130706433", False),
    ],
)  # fmt: skip
def test_what_this_machine_is_called(name: str, *, is_here: bool) -> None:
    assert is_loopback(name) == is_here
