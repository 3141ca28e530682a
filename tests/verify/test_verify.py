"""A set is proved wherever it is: made anew from its manifest alone, and compared byte by byte."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from exporter import build
from exporter.errors import SetupError
from exporter.proof.manifest import MANIFEST, read_manifest
from exporter.verify import Verification, verify
from tests.command_line import run
from tests.verify.sets import copied, make_quoting_report, pack_anew, say_anew

FORMAT_1 = Path(__file__).parent / "format-1"
BOOK, PAGE, PDF = "figures.en.xlsx", "evidence.en.html", "views.en.pdf"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_quoting_report(tmp_path_factory.mktemp("quoting") / "mini")


@pytest.fixture(scope="module")
def written(report: Path) -> Path:
    output = report.with_name("out")
    build(report, output, ["en"])
    return output


@pytest.fixture
def travelled(written: Path, tmp_path: Path) -> Path:
    return copied(written, tmp_path / "elsewhere")


def told(found: Verification) -> list[str]:
    return [*map(str, found.differences), *map(str, found.unproved), *map(str, found.doubts)]


def test_built_with_texts_at_hand_it_is_proved_where_there_are_none(
    report: Path, written: Path, tmp_path: Path
) -> None:
    page = (written / PAGE).read_text("utf-8")
    assert "in all." in page, "the rest of the sentence is shown"
    assert "in%202025%2C-,about%2018.5%25" in page, "the link tells it from the same words before"
    bare = tmp_path / "bare"
    shutil.copytree(report, bare, ignore=shutil.ignore_patterns("text"))
    build(bare, tmp_path / "without", ["en"])
    assert "in all." not in (tmp_path / "without" / PAGE).read_text("utf-8")
    for folder in (written, tmp_path / "without"):
        found = verify(copied(folder, tmp_path / f"from-{folder.name}"))
        assert told(found) == []
        assert found.proved


def test_the_manifest_carries_few_words_of_a_text(written: Path) -> None:
    said = json.loads((written / MANIFEST).read_text("utf-8"))
    of_growth = next(row for row in said["excerpts"] if "18.5%" in row["quote"])
    assert of_growth["after"] == ", in all."
    assert of_growth["around"] == [["Example Motors delivered more than 12,500 cars in 2025,", ""]]
    assert said["inputs"].keys() >= {"sources/text/press-note.txt"}


def test_the_manifest_names_what_decides_bytes(written: Path) -> None:
    maker = read_manifest(written / MANIFEST).maker
    assert maker.versions.keys() >= {
        "exporter",
        "python",
        "weasyprint",
        "pango",
        "harfbuzz",
        "zlib",
    }
    assert set(maker.fonts) == {"Noto-Sans-CJK-SC", "Noto-Sans-CJK-SC-Bold", "Noto-Serif-CJK-SC"}
    assert len(maker.code) == 64


def test_a_quote_that_drifted_stays_so_without_the_text(report: Path, tmp_path: Path) -> None:
    drifting = copied(report, tmp_path / "drifting")
    text = drifting / "sources/text/press-note.txt"
    text.write_text(text.read_text("utf-8").replace("second plant", "third plant"), "utf-8")
    definition = drifting / "report.yaml"
    changed = definition.read_text("utf-8").replace("evidence: required", "evidence: optional")
    definition.write_text(changed, "utf-8")
    build(drifting, tmp_path / "out", ["en"])
    assert read_manifest(tmp_path / "out" / MANIFEST).content.sources["press-note"].drifted == {
        "The company plans to open its second plant in the autumn of 2026"
    }
    assert told(verify(tmp_path / "out")) == []


def test_a_set_of_the_first_format_is_read_and_compared(tmp_path: Path) -> None:
    found = verify(FORMAT_1)
    assert not found
    assert found.differences == ()
    assert any(PAGE in left_open.file for left_open in found.unproved)
    for left_open in found.unproved:
        assert left_open.wrong.startswith("made by exporter 0.1.0, and")
        assert left_open.right.startswith("verify it with exporter 0.1.0")
    copy = copied(FORMAT_1, tmp_path / "copy")
    page = copy / PAGE
    page.write_text(page.read_text("utf-8").replace("&gt; 12,500", "&gt; 12,900"), "utf-8")
    say_anew(copy)
    assert any("#deliveries: the value is" in line for line in told(verify(copy)))


def test_a_workbook_that_is_only_packed_anew_is_the_same(travelled: Path) -> None:
    pack_anew(travelled / BOOK)
    found = verify(travelled)
    assert found.proved
    assert [doubt.wrong for doubt in found.doubts] == ["packed anew; what it holds is the same"]


def test_so_is_one_that_is_packed_with_its_folders(travelled: Path) -> None:
    """As `zip -r` packs it."""
    with ZipFile(travelled / BOOK, "a") as archive:
        folders = {name.rpartition("/")[0] for name in archive.namelist()} - {""}
        for folder in sorted(folders):
            archive.mkdir(folder)
    found = verify(travelled)
    assert found.proved
    assert [doubt.wrong for doubt in found.doubts] == ["packed anew; what it holds is the same"]


def test_so_is_one_that_the_manifest_and_the_page_have_as_it_is(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Path
) -> None:
    from exporter.writers.xlsx import write_workbook

    def packing_otherwise(book: Any, path: Path) -> None:
        write_workbook(book, path)
        pack_anew(path)

    monkeypatch.setattr("exporter.writers.xlsx.write_workbook", packing_otherwise)
    build(report, tmp_path / "out", ["en"])
    assert (tmp_path / "out" / BOOK).read_bytes() != (written / BOOK).read_bytes()
    assert told(verify(tmp_path / "out")) == []


def with_version(library: str, version: str) -> Callable[[dict[str, Any]], None]:
    return lambda said: said["versions"].update({library: version})


@pytest.mark.parametrize(
    ("name", "library", "old", "new"),
    [(BOOK, "xlsxwriter", 'ht="', 'ht="1'), (PAGE, "jinja2", "<main", "<main  ")],
)
def test_with_another_library_what_a_file_shows_is_compared(
    name: str, library: str, old: str, new: str, travelled: Path
) -> None:
    path = travelled / name
    if path.suffix == ".xlsx":
        from tests.proof.tamper import replacing, sheet_part, tamper

        part = sheet_part(travelled / BOOK, "Example Motors")
        copy = tamper(path, travelled / "changed.xlsx", {part: replacing(old, new)})
        copy.replace(path)
    else:
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    say_anew(travelled)
    assert verify(travelled).differences, "by the same library it is another file"
    say_anew(travelled, with_version(library, "0.9"))
    found = verify(travelled)
    assert found.differences == ()
    (left_open,) = found.unproved
    assert left_open.file == name
    assert left_open.wrong.startswith(f"made with {library} 0.9, here ")
    assert "could not be compared" in left_open.wrong
    assert not found.proved


def test_another_library_of_another_kind_of_file_excuses_nothing(travelled: Path) -> None:
    path = travelled / PAGE
    path.write_text(path.read_text("utf-8").replace("<main", "<main  ", 1), "utf-8")
    say_anew(travelled, with_version("weasyprint", "69.0"))
    assert [line.partition(":")[0] for line in told(verify(travelled))] == [PAGE]


def test_equal_bytes_are_proof_whatever_made_them(travelled: Path) -> None:
    say_anew(travelled, lambda said: said.update(code="0" * 64))
    assert told(verify(travelled)) == []


def test_of_another_exporter_values_units_and_texts_are_compared(travelled: Path) -> None:
    path = travelled / PAGE
    html = path.read_text("utf-8")
    path.write_text(html.replace(">Clear<", ">Reset<"), "utf-8")
    assert path.read_text("utf-8") != html
    other = lambda said: said.update(code="0" * 64)  # noqa: E731
    say_anew(travelled, other)
    found = verify(travelled)
    assert found.differences == ()
    assert "(code 00000000)" in found.unproved[0].right
    assert "of the same version: the code of one of them was changed" in found.unproved[0].wrong
    assert not found.proved
    say_anew(travelled, with_version("exporter", "0.0.9"))
    assert "of the same version" not in verify(travelled).unproved[0].wrong
    path.write_text(html.replace("&gt; 12,500", "&gt; 12,900"), "utf-8")
    say_anew(travelled, other)
    assert any("#deliveries: the value is" in line for line in told(verify(travelled)))


def test_where_pages_cannot_be_drawn_their_texts_are_compared(
    travelled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_pango(page: object) -> None:
        raise SetupError("WeasyPrint cannot load Pango", "install it")

    monkeypatch.setattr("exporter.writers.pdf.fit_page", without_pango)
    found = verify(travelled)
    assert found.differences == ()
    (left_open,) = found.unproved
    assert left_open.file == PDF
    assert "cannot be drawn here (WeasyPrint cannot load Pango; install it)" in left_open.wrong


def test_values_of_another_exporter_are_told_as_their_cells_hold_them(travelled: Path) -> None:
    path = travelled / "figures.en.xlsx"
    book = openpyxl.load_workbook(path)
    book["Example Motors"]["B5"] = 12_600
    book.save(path)
    say_anew(travelled, lambda said: said.update(code="0" * 64))
    assert any(
        "the Value is «12600»; expected «12500»" in line for line in verify(travelled).told()
    )


def test_what_lies_beside_a_set_is_told(travelled: Path) -> None:
    (travelled / "figures.zh.xlsx").write_bytes(b"of an earlier build")
    (travelled / "notes.en.eml").write_bytes(b"Subject: hello\r\n\r\nhello")
    found = verify(travelled)
    assert [doubt.file for doubt in found.doubts] == ["figures.zh.xlsx"]
    assert {difference.file for difference in found.differences} == {"notes.en.eml"}


def test_inputs_are_compared_with_the_report(
    report: Path, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    now = copied(report, tmp_path / "now")
    assert told(verify(written, report=now)) == []
    (now / "sources/text/press-note.txt").unlink()
    assert told(verify(written, report=now)) == [], "texts stay where they are"
    facts = now / "facts/example-motors.yaml"
    facts.write_text(facts.read_text("utf-8") + "\n", "utf-8")
    result = run(capsys, monkeypatch, ["verify", written, "--report", now])
    assert result.status == 1
    then = f"since {written} was built; build it again: exporter build {now} --output {written}"
    assert f"{facts}: has changed {then}" in result.out.splitlines()
    (now / "views.yaml").unlink()
    facts.with_stem("other").touch()
    assert told(verify(written, report=now)) == [
        f"{facts}: has changed {then}",
        f"{facts.with_stem('other')}: has come {then}",
        f"{now / 'views.yaml'}: has gone {then}",
    ]


def test_a_workbook_that_another_program_has_saved_is_told_first_and_the_rest_by_kind(
    travelled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = travelled / "figures.en.xlsx"
    book = openpyxl.load_workbook(path)
    book["Example Motors"]["B5"] = 12_600
    book.save(path)  # which drops the results of formulas
    found = verify(travelled)
    first, changed, *others = found.differences
    said = f"Microsoft Excel Compatible / Openpyxl {openpyxl.__version__}"
    assert (first.file, first.what, first.found) == (path.name, "program that saved it", said)
    assert str(changed).endswith(
        "Example Motors!B5 (deliveries): the value is «12600»; expected «12500»"
    )
    dropped = [other for other in others if other.found == "nothing" and other.what == "result"]
    assert len(dropped) > 10
    assert "row" not in {other.what for other in others}, "a row without a result is the same row"
    result = run(capsys, monkeypatch, ["verify", travelled])
    lines = result.out.splitlines()
    assert (result.status, lines[0]) == (1, str(first))
    assert len(lines) < 10 < len(found)
    assert f"{dropped[0]}; and {len(dropped) - 1} more like it" in lines
    assert lines[1] == str(changed)
    assert lines[-1].startswith(f"{travelled}: {len(found)} differences")


def test_what_is_gone_from_a_workbook_that_another_program_has_saved_is_told_by_itself(
    travelled: Path,
) -> None:
    path = travelled / "figures.en.xlsx"
    book = openpyxl.load_workbook(path)
    book["Example Motors"]["B5"] = None
    book.save(path)
    _, second, *_ = verify(travelled).told()
    assert second.endswith("(deliveries): the value is «nothing»; expected «12500»")


def test_of_a_folder_with_sets_these_are_named(
    travelled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(capsys, monkeypatch, ["verify", travelled.parent])
    assert result.status == 2
    assert f"has no manifest.json; did you mean {travelled}?" in result.err


def test_of_a_file_its_folder_is_named(
    travelled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(capsys, monkeypatch, ["verify", travelled / BOOK])
    assert (result.status, result.err) == (
        2,
        (
            f"{travelled / BOOK} is a file, and a set is proved as a whole; name its folder: "
            f"exporter verify {travelled}, or compare it alone: "
            f"exporter verify --values {travelled / BOOK}\n"
        ),
    )


def test_of_a_workbook_without_its_manifest_nothing_is_advised_that_fails_then(
    travelled: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = travelled.parent / "desk" / BOOK
    alone.parent.mkdir()
    alone.write_bytes((travelled / BOOK).read_bytes())
    result = run(capsys, monkeypatch, ["verify", alone])
    assert result.status == 2
    assert f"{alone} is a file, and the manifest.json of a set that it is of is not" in result.err
    assert "--values" not in result.err


def test_a_workbook_that_is_changed_in_place_is_told_cell_by_cell(travelled: Path) -> None:
    path = travelled / "figures.en.xlsx"
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet2.xml"
    parts[name] = parts[name].replace(b"<v>12500</v>", b"<v>12600</v>")
    with ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    found = verify(travelled)
    assert "program that saved it" not in {difference.what for difference in found}
    assert list(found.told()) == [str(difference) for difference in found]
