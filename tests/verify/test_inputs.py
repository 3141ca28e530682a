"""Whether a report is still what a set was made from: its files, its queries, what it may reach."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from exporter import ContentError, build, verify
from exporter.email.order import Order, write_draft
from exporter.errors import NotAllowedError, SetupError
from exporter.report.starter import make_report
from tests.command_line import run
from tests.facts.forms import COLUMNS, rewrite, rows_of

QUERY = "report.yaml (sql)"


def say_facts(report: Path, where: object, *, pages: bool = True) -> None:
    """Have a report take its facts from there; it is in English alone, with one-pagers or without."""
    path = report / "report.yaml"
    text = path.read_text("utf-8").replace("languages: [en, zh]", "languages: [en]")
    text = text if pages else text.partition("one_pagers:")[0]
    text = "\n".join(line for line in text.splitlines() if not line.startswith("facts:"))
    path.write_text(f"facts: {json.dumps(where)}\n{text}\n", "utf-8")


def write_sqlite(report: Path, path: Path) -> None:
    rows = rows_of(report).to_pylist()
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    with sqlite3.connect(path) as connection:
        connection.execute(f"CREATE TABLE facts ({names})")
        marks = ", ".join("?" * len(COLUMNS))
        connection.executemany(
            f"INSERT INTO facts VALUES ({marks})",  # noqa: S608
            [tuple(row.values()) for row in rows],
        )
    shutil.rmtree(report / "facts")


def change(path: Path, sql: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(sql)


@pytest.fixture(scope="module")
def queried(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report whose facts a query gives, by a whole path, and with its set."""
    folder = tmp_path_factory.mktemp("queried")
    report = folder / "desk"
    list(make_report(report))
    write_sqlite(report, report / "desk.db")
    say_facts(
        report, {"sql": "SELECT * FROM facts", "url": f"sqlite:///{report}/desk.db"}, pages=False
    )
    build(report, folder / "set")
    return folder


@pytest.fixture
def asked(queried: Path, tmp_path: Path) -> Path:
    """A copy of it, in a place of its own."""
    folder = Path(shutil.copytree(queried, tmp_path / "copy"))
    say_facts(
        folder / "desk", {"sql": "SELECT * FROM facts", "url": "sqlite:///desk.db"}, pages=False
    )
    return folder


def told(folder: Path, **options: Any) -> list[str]:
    return [str(difference) for difference in verify(folder / "set", **options)]


def draft(folder: Path, *allow: str) -> Path:
    order = Order(folder / "desk", ["a@b.example"], output=folder / "set", allow=allow)
    return write_draft(order)


def test_a_query_is_asked_again(asked: Path) -> None:
    report = asked / "desk"
    assert told(asked, report=report) == []
    assert draft(asked).is_file()
    # What the query does not give is none of the report's, and neither is the database's file.
    change(report / "desk.db", "CREATE TABLE others (id)")
    assert told(asked, report=report) == []
    change(report / "desk.db", "UPDATE facts SET value = '12600' WHERE id = 'deliveries'")
    (difference,) = told(asked, report=report)
    assert difference.startswith(f"{report / QUERY}: has changed since {asked / 'set'} was built")
    with pytest.raises(ContentError, match=r"report\.yaml \(sql\): has changed since"):
        draft(asked)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("DELETE FROM facts", "the report has no facts"),
        ("DROP TABLE facts", "the database refuses the query: no such table: facts"),
        ("UPDATE facts SET entity = NULL WHERE id = 'deliveries'", "has changed since"),
    ],
)
def test_a_query_that_gives_something_else_is_told(asked: Path, sql: str, said: str) -> None:
    change(asked / "desk" / "desk.db", sql)
    (difference,) = told(asked, report=asked / "desk")
    assert said in difference


def test_a_database_that_is_not_reached_is_not_told_as_changed(asked: Path) -> None:
    (asked / "desk" / "desk.db").unlink()
    found = verify(asked / "set", report=asked / "desk")
    assert found.differences == ()
    (left_open,) = found.unproved
    assert left_open.wrong.startswith("whether it has changed since the set was built cannot be")
    assert "cannot be reached" in left_open.wrong
    with pytest.raises(SetupError, match="cannot be reached"):
        draft(asked)


def test_a_database_that_may_not_be_reached_is_told_with_how_to_allow_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report, database = tmp_path / "desk", tmp_path / "elsewhere.db"
    list(make_report(report))
    write_sqlite(report, database)
    query = {"sql": "SELECT * FROM facts", "url": "sqlite:///../elsewhere.db"}
    say_facts(report, query, pages=False)
    allow = f"path:{database}"
    build(report, tmp_path / "set", allow=[allow])
    assert told(tmp_path, report=report, allow=[allow]) == []
    said = run(capsys, monkeypatch, ["verify", tmp_path / "set", "--report", report])
    assert (said.status, said.out.count("missing")) == (0, 0)
    assert (
        f"not proved: {report / QUERY}: whether it has changed since the set was built cannot be told: "
        f"the report may not read {database} unless you allow it; allow it by --allow {allow}\n"
    ) in said.out
    with pytest.raises(NotAllowedError, match="to allow it once, add to the command"):
        draft(tmp_path)
    assert draft(tmp_path, allow).is_file()
    change(database, "UPDATE facts SET quote_en = 'x'")
    assert len(told(tmp_path, report=report, allow=[allow])) == 1


def test_files_that_may_not_be_read_are_told_so_and_never_missing(tmp_path: Path) -> None:
    report, elsewhere = tmp_path / "desk", tmp_path / "elsewhere"
    list(make_report(report))
    (report / "facts").rename(elsewhere)
    say_facts(report, "../elsewhere", pages=False)
    build(report, tmp_path / "set", allow=[str(elsewhere)])
    found = verify(tmp_path / "set", report=report)
    assert found.differences == ()
    (left_open,) = found.unproved
    assert left_open.file == f"{report}/../elsewhere/example-motors.yaml"
    assert left_open.right == f"allow it by --allow path:{elsewhere}/example-motors.yaml"
    (elsewhere / "new.yaml").write_text("", "utf-8")
    assert len(told(tmp_path, report=report, allow=[str(elsewhere)])) == 1


def test_rows_of_a_url_are_read_anew(tmp_path: Path) -> None:
    import fsspec

    report = tmp_path / "desk"
    list(make_report(report))
    url = rewrite(report, "memory")
    say_facts(report, url, pages=False)
    build(report, tmp_path / "set")
    assert told(tmp_path, report=report) == []
    assert url in json.loads((tmp_path / "set/manifest.json").read_text("utf-8"))["inputs"]
    fsspec.filesystem("memory").rm(str(url))
    (difference,) = told(tmp_path, report=report)
    built = tmp_path / "set"
    assert difference.startswith(
        f"{url}: has changed since {built} was built: there is nothing at this place"
    )


def test_of_rows_that_no_manifest_has_nobody_can_tell(asked: Path) -> None:
    from tests.verify.sets import say_anew

    say_anew(asked / "set", lambda said: said["inputs"].pop(QUERY))
    found = verify(asked / "set", report=asked / "desk")
    assert [problem.right for problem in found.unproved] == ["build it again"]


def test_places_are_written_from_the_report_s_folder(queried: Path, tmp_path: Path) -> None:
    assert str(queried) not in (queried / "set/manifest.json").read_text("utf-8")
    # On another machine the whole path is another one, and the files are the same.
    report = Path(shutil.copytree(queried / "desk", tmp_path / "desk"))
    say_facts(
        report, {"sql": "SELECT * FROM facts", "url": f"sqlite:///{report}/desk.db"}, pages=False
    )
    build(report, tmp_path / "set")
    here, there = (
        json.loads((folder / "set/manifest.json").read_text("utf-8"))
        for folder in (tmp_path, queried)
    )
    for said in (here, there):
        del said["inputs"]["report.yaml"], said["sha256"]
    assert here == there
    assert here["definition"]["facts"]["url"] == "sqlite:///desk.db"


@pytest.mark.parametrize("where", ["{report}/facts", "file://{report}/facts"])
def test_so_are_those_of_files(where: str, tmp_path: Path) -> None:
    report = tmp_path / "desk"
    list(make_report(report))
    say_facts(report, where.format(report=report), pages=False)
    build(report, tmp_path / "set")
    text = (tmp_path / "set/manifest.json").read_text("utf-8")
    assert str(tmp_path) not in text
    assert "facts/example-motors.yaml" in json.loads(text)["inputs"]
    assert told(tmp_path, report=report) == []
    (report / "facts/more.yaml").write_text("", "utf-8")
    assert len(told(tmp_path, report=report)) == 1, "a file that has come since is told"
