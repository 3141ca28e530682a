"""`verify --values`: a set, or one of its workbooks, that an office program has saved again."""

import shutil
from pathlib import Path

import openpyxl
import pytest

from exporter import build
from exporter.errors import UsageError
from exporter.report.starter import make_report
from exporter.verify import verdicts, verify
from tests.command_line import run
from tests.verify.sets import copied

BOOK = "figures.en.xlsx"
ALONE = f"{BOOK}: compared by values, units, texts and links alone"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("values")
    list(make_report(folder / "mini"))
    build(folder / "mini", folder / "out", ["en"])
    return folder / "out"


@pytest.fixture
def travelled(written: Path, tmp_path: Path) -> Path:
    return copied(written, tmp_path / "out")


def save_again(path: Path, **cells: object) -> None:
    """Save a workbook by openpyxl, with cells of its first entity's sheet edited."""
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book.worksheets[1][place] = value
    book.save(path)


def test_a_mere_save_is_no_difference_by_values_alone(
    travelled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save_again(travelled / BOOK)
    assert len(verify(travelled)) > 10
    said = run(capsys, monkeypatch, ["verify", travelled, "--values"])
    assert said.status == 0
    right = f"{travelled}: no difference from the manifest and its facts"
    assert said.out.splitlines() == [ALONE, right]


def test_one_edited_cell_is_one_line(
    travelled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save_again(travelled / BOOK, B5=12_600)
    line = f"{BOOK}: Example Motors!B5 (deliveries): the Value is «12600»; expected «12500»"
    for output in (travelled, travelled / BOOK):
        said = run(capsys, monkeypatch, ["verify", "--values", output])
        assert said.status == 1
        right = f"{output}: 1 difference from the manifest and its facts"
        assert said.out.splitlines() == [line, ALONE, right]


def test_what_was_added_is_a_doubt(travelled: Path) -> None:
    save_again(travelled / BOOK, M4="To do", M5="ask them")
    found = verify(travelled, values=True)
    assert found.proved
    (doubt,) = map(str, found.doubts)
    assert doubt == (
        f"{BOOK}: the column M of Example Motors, «To do», is not of the report, and compared "
        "with nothing; take it out if the file is handed on"
    )


def test_links_that_stayed_are_a_doubt(travelled: Path) -> None:
    book = openpyxl.load_workbook(travelled / BOOK)
    sheet = book.worksheets[1]
    sheet.move_range("A5:K7", rows=1)
    book.save(travelled / BOOK)
    found = verify(travelled, values=True)
    assert any("links have stayed in their cells" in str(doubt) for doubt in found.doubts)


def test_other_files_are_compared_as_ever(travelled: Path) -> None:
    page = travelled / "evidence.en.html"
    page.write_text(page.read_text("utf-8").replace("12,500", "12,600", 1), "utf-8")
    assert {difference.file for difference in verify(travelled, values=True)} == {page.name}
    assert not list(verify(travelled / BOOK, values=True)), "it is compared alone"


def test_a_copy_under_another_name_is_known_by_its_sheets(travelled: Path) -> None:
    copy = travelled / "for the desk.xlsx"
    shutil.copyfile(travelled / BOOK, copy)
    save_again(copy, C5="trucks")
    (line,) = map(str, verify(copy, values=True))
    assert line.startswith(f"{copy.name}: Example Motors!C5 (deliveries): the Unit is «trucks»")


def test_what_is_no_workbook_of_the_set_is_refused(travelled: Path, tmp_path: Path) -> None:
    other = travelled / "other.xlsx"
    openpyxl.Workbook().save(other)
    for path in (other, travelled / "manifest.json"):
        with pytest.raises(UsageError, match="is no workbook of the set beside it; name figures"):
            verify(path, values=True)
    alone = tmp_path / "alone" / BOOK
    shutil.copytree(travelled, alone.parent / "v1")
    shutil.copyfile(travelled / BOOK, alone)
    with pytest.raises(UsageError) as error:
        verify(alone, values=True)
    assert str(error.value) == (
        f"{alone} has no manifest.json beside it, which it is proved by; "
        "put the workbook beside the manifest.json of its build"
    )


def test_what_another_exporter_wrote_is_held_to_its_facts(
    travelled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_again(travelled / BOOK, A2="another note")
    monkeypatch.setattr(verdicts, "code_fingerprint", lambda: "another")
    found = verify(travelled / BOOK, values=True)
    assert not found.differences
    assert [problem.file for problem in found.unproved] == [BOOK]
