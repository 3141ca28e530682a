"""An edition by whatever names it: the same content comes of each."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from exporter import build, check
from exporter.editions.kept import EDITIONS
from exporter.editions.opened import open_edition
from exporter.errors import ContentError, UsageError
from exporter.facts import read
from exporter.facts.flat import csv_text
from exporter.proof.manifest import MANIFEST
from exporter.proof.manifest.content_hash import content_hash
from exporter.report.starter import make_report
from tests.conftest import Office

FORMAT_1 = Path(__file__).parents[1] / "verify" / "format-1"
BOOK = "figures.en.xlsx"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `reports/desk`, built into `output/desk`; only to be read."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "reports").mkdir()
    make_report(folder / "reports" / "desk")
    build(folder / "reports/desk", folder / "output/desk")
    return folder


@pytest.fixture
def own(project: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(project, tmp_path / "project", symlinks=True))


def _hash(name: object) -> str:
    return content_hash(open_edition(str(name)).content)


def _git(folder: Path, *arguments: str) -> None:
    author = ["-c", "user.name=Desk", "-c", "user.email=desk@example.com"]
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


def _edit(report: Path, old: str, new: str) -> None:
    facts = report / "facts/example-motors.yaml"
    text = facts.read_text("utf-8")
    assert old in text
    facts.write_text(text.replace(old, new), "utf-8")


def test_every_kind_has_the_same_content(own: Path) -> None:
    output, report = own / "output/desk", own / "reports/desk"
    assert len({_hash(name) for name in (output, output / MANIFEST, output / BOOK, report)}) == 1


def test_a_workbook_that_travelled_is_found_by_its_report(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _hash(own / "output/desk")
    book = tmp_path / "from the mail.xlsx"
    shutil.move(own / "output/desk" / BOOK, book)
    shutil.rmtree(own / "output")
    with pytest.raises(UsageError, match="is nowhere"):
        open_edition(str(book))
    found = open_edition(str(book), reports=[own / "reports/desk"])
    assert content_hash(found.content) == before
    monkeypatch.chdir(own)
    assert _hash(book) == before


def test_a_workbook_that_was_saved_again_is_found(own: Path) -> None:
    book = own / "output/desk" / BOOK
    opened = load_workbook(book)
    opened[opened.sheetnames[1]]["B5"] = 1
    opened.save(book)
    assert _hash(book) == _hash(own / "reports/desk")


def test_a_workbook_that_libreoffice_saved_is_found(
    own: Path, tmp_path: Path, office: Office
) -> None:
    office.convert("xlsx:Calc MS Excel 2007 XML", tmp_path, own / "output/desk" / BOOK)
    found = open_edition(str(tmp_path / BOOK), reports=[own / "reports/desk"])
    assert content_hash(found.content) == _hash(own / "reports/desk")


def test_a_manifest_of_another_build_beside_a_workbook_is_not_taken(own: Path) -> None:
    before = _hash(own / "output/desk")
    book = shutil.copy(own / "output/desk" / BOOK, own / "kept.xlsx")
    _edit(own / "reports/desk", "status: achieved", "status: claimed")
    build(own / "reports/desk", own / "output/desk")
    assert _hash(own / "output/desk") != before
    shutil.move(book, own / "output/desk" / "older.xlsx")
    assert _hash(own / "output/desk" / "older.xlsx") == before


def test_a_set_of_an_earlier_format_is_read() -> None:
    assert open_edition(str(FORMAT_1)).content.facts.num_rows > 0
    assert _hash(FORMAT_1 / BOOK) == _hash(FORMAT_1)  # which carries no hash


def test_a_report_is_read_though_its_evidence_does_not_hold(own: Path) -> None:
    report = own / "reports/desk"
    before = _hash(report)
    _edit(report, "value: 12500", "value: 12999")
    assert _hash(report) != before


def _strange(own: Path) -> Path:
    path = own / "strange.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return path


def _edited(own: Path) -> Path:
    path = own / "output/desk" / MANIFEST
    path.write_text(path.read_text("utf-8").replace("12500", "12501"), "utf-8")
    return path.parent


def _broken(own: Path) -> Path:
    _edit(own / "reports/desk", "status: achieved", "status: hoped")
    return own / "reports/desk"


_BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (lambda own: own / "nothing", "is not there"),
    "an empty folder": (lambda own: own / "reports", "has neither manifest.json nor report.yaml"),
    "a file of another kind": (lambda own: own / "reports/desk/report.yaml", "is no workbook"),
    "a workbook of another program": (_strange, "does not say what it was made"),
    "an edited manifest": (_edited, "was changed since it was written"),
    "a report with a broken fact": (_broken, "example-motors.yaml"),
}


@pytest.mark.parametrize("case", _BROKEN)
def test_what_is_no_edition_is_told(own: Path, case: str) -> None:
    make, told = _BROKEN[case]
    with pytest.raises((UsageError, ContentError), match=told):
        open_edition(str(make(own)))


def test_a_revision_is_read_and_nothing_is_touched(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = own / "reports/desk"
    before = _hash(report)
    _git(own, "init", "-q")
    _git(own, "add", "reports")
    _git(own, "commit", "-qm", "first")
    _edit(report, "value: 12500", "value: 12999")
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=own, check=True, capture_output=True
    ).stdout
    monkeypatch.chdir(own)
    names = ["HEAD:reports/desk", f"HEAD:{report}", "HEAD:./reports/desk"]
    assert {_hash(name) for name in names} == {before}
    assert _hash(report) != before
    monkeypatch.chdir(report)
    assert {_hash("HEAD:."), _hash("HEAD:reports/desk")} == {before}
    monkeypatch.chdir(own)
    shutil.rmtree(report)
    assert _hash("HEAD:reports/desk") == before
    _git(own, "checkout", "--", "reports")
    _edit(report, "value: 12500", "value: 12999")
    again = subprocess.run(
        ["git", "status", "--porcelain"], cwd=own, check=True, capture_output=True
    ).stdout
    assert again == status


def test_what_git_cannot_give_is_told(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own)
    with pytest.raises(UsageError, match="not a git repository"):
        open_edition("HEAD:reports/desk")
    _git(own, "init", "-q")
    with pytest.raises(UsageError, match="no revision 'HEAD'"):
        open_edition("HEAD:reports/desk")
    _git(own, "add", "reports")
    _edit(own / "reports/desk", "status: achieved", "status: hoped")
    _git(own, "commit", "-qam", "first")
    for revision in ("v1", "--output=x", "HEAD~5"):
        with pytest.raises(UsageError, match="no revision"):
            open_edition(f"{revision}:reports/desk")
    with pytest.raises(UsageError, match="no report in reports/other at HEAD"):
        open_edition("HEAD:reports/other")
    with pytest.raises(ContentError) as error:
        open_edition("HEAD:reports/desk")
    assert "HEAD:reports/desk/facts/example-motors.yaml:" in str(error.value)
    assert "exporter-" not in str(error.value)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Exception, match="git is not installed"):
        open_edition("HEAD:reports/desk")


def test_what_a_revision_reads_elsewhere_is_told(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = own / "reports/desk"
    definition = (report / "report.yaml").read_text("utf-8")
    (own / "reports/shared").mkdir()
    shutil.move(report / "facts/example-motors.yaml", own / "reports/shared/facts.yaml")
    url = "facts: {sql: SELECT 1, url: '${DESK_URL}'}\n"
    _git(own, "init", "-q")
    monkeypatch.chdir(own)
    for facts, told in (
        ("facts: ../shared/facts.yaml\n", "outside its folder is not taken out"),
        (url, "add to the command: --allow env:DESK_URL"),
    ):
        (report / "report.yaml").write_text(definition + facts, "utf-8")
        _git(own, "add", "reports")
        _git(own, "commit", "-qm", "one")
        with pytest.raises((UsageError, ContentError), match=told):
            open_edition("HEAD:reports/desk")


def test_a_link_in_a_revision_leads_nowhere_outside(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("- {id: secret}\n", "utf-8")
    (own / "reports/desk/facts/more.yaml").symlink_to(secret)
    _git(own, "init", "-q")
    _git(own, "add", "reports")
    _git(own, "commit", "-qm", "first")
    monkeypatch.chdir(own)
    with pytest.raises(ContentError, match=os.fspath(secret)):
        open_edition("HEAD:reports/desk")


def test_kept_contents_are_no_part_of_a_report_in_git(own: Path) -> None:
    _git(own, "init", "-q")
    assert any((own / "reports/desk" / EDITIONS).iterdir())
    (own / "reports/desk/.gitignore").unlink()
    _git(own, "add", "reports")
    listed = subprocess.run(["git", "ls-files"], cwd=own, check=True, capture_output=True).stdout
    assert EDITIONS.encode() not in listed


@pytest.mark.parametrize(
    "batch_rows", [2, 3]
)  # 30 batches, of which some at a time are read as one
def test_faults_of_many_batches_are_told_as_check_tells_them(
    own: Path, monkeypatch: pytest.MonkeyPatch, batch_rows: int
) -> None:
    for module in (read, csv_text):
        monkeypatch.setattr(module, "BATCH_ROWS", batch_rows)
    report = own / "reports/desk"
    shutil.rmtree(report / "facts")
    faults = {3: "1,5", 9: "inf", 20: "none", 31: "2 or 3", 44: "4,5", 45: "nan", 60: "n/a"}
    (report / "facts.csv").write_text(
        "id,entity,metric,value,unit,period,source,quote\n"
        + "".join(
            f"r{n % 58},Example Motors,Share,{faults.get(n, n)},%,2025,press-note,Share of {n}%\n"
            for n in range(1, 61)  # of which two ids stand twice
        ),
        "utf-8",
    )
    with pytest.raises(ContentError) as refused:
        open_edition(str(report))
    told = [str(problem) for problem in refused.value.problems]
    assert len(told) == len(faults) + 2 - 1  # r3 and r44 have one fault, told once
    assert [str(problem) for problem in check(report).problems if str(problem) in told] == told


def test_many_batches_have_the_content_of_one(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = own / "reports/desk"
    whole = _hash(report)
    monkeypatch.setattr(read, "BATCH_ROWS", 1)
    assert _hash(report) == whole
