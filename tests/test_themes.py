"""Themes, the whole way: named in report.yaml or by a command, in every file, proved and rebuilt."""

import io
import json
import shutil
from email import message_from_bytes, policy
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pikepdf
import pytest

from exporter import build, check, verify
from exporter.email.order import Order, write_draft
from exporter.errors import ContentError, SetupError, UsageError
from exporter.proof.manifest import digest
from exporter.report.starter import make_report
from tests.report.themes.logos import SVG, png

HOUSE = """\
name = {en = "Quay & Sons", zh = "码头研究"}
author = "Ann Reed"
contact = "ann@quay.example"
disclaimer = {en = "For clients of the house alone.", zh = "仅供本机构客户参考。"}
logo = "LOGO"
paper = "letter"
[palette]
accent = "#8A1538"
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In `mini` the small report with the theme of an invented house, whose logo is an SVG.

    What was built of it, in English, is in `built`; both are only to be copied.
    """
    folder = tmp_path_factory.mktemp("house")
    make_report(folder / "mini")
    build(with_theme(folder / "mini", HOUSE.replace("LOGO", "mark.svg")), folder / "built", ["en"])
    return folder


@pytest.fixture
def themed(house: Path, tmp_path: Path) -> Path:
    """The report's folder; a test may change it."""
    return Path(shutil.copytree(house / "mini", tmp_path / "mini"))


@pytest.fixture
def built(house: Path, tmp_path: Path) -> Path:
    """What was built of it; a test may change it."""
    return Path(shutil.copytree(house / "built", tmp_path / "built"))


def with_theme(report: Path, text: str) -> Path:
    (report / "house").mkdir()
    (report / "house" / "mark.svg").write_text(SVG, "utf-8")
    (report / "house" / "mark.png").write_bytes(png())
    (report / "house" / "quay.toml").write_text(text, "utf-8")
    definition = report / "report.yaml"
    definition.write_text("theme: house/quay.toml\n" + definition.read_text("utf-8"), "utf-8")
    return report


def page(folder: Path) -> pikepdf.Pdf:
    (path,) = folder.glob("*.en.pdf")
    return pikepdf.open(path)


def texts(folder: Path) -> str:
    from exporter.proof.pdf.texts import read_text

    (path,) = folder.glob("*.en.pdf")
    return read_text(path.read_bytes())


@pytest.mark.parametrize("logo", ["mark.svg", "mark.png"])
def test_a_theme_is_in_every_file_and_rebuilt_from_the_manifest(
    mini_report: Path, tmp_path: Path, logo: str
) -> None:
    report, built = with_theme(mini_report, HOUSE.replace("LOGO", logo)), tmp_path / "built"
    build(report, built, ["en"])
    shown = texts(built)
    for words in ("Quay&Sons", "AnnReed", "ann@quay.example", "Forclientsofthehousealone."):
        assert words in "".join(shown.split())
    with page(built) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].MediaBox] == [0, 0, 612, 792]
        images = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)
                  and item.get("/Subtype") == "/Image"]  # fmt: skip
        assert len(images) == (logo == "mark.png")
    evidence = (built / "evidence.en.html").read_text("utf-8")
    assert "--accent:#8A1538;" in evidence
    assert f"data:image/{'svg+xml' if logo == 'mark.svg' else 'png'};base64," in evidence
    assert "img-src data:" in evidence
    (book,) = built.glob("*.en.xlsx")
    for sheet in openpyxl.load_workbook(book):
        assert sheet.page_setup.paperSize == 1
        assert "Quay" in sheet.oddHeader.center.text
        assert "Ann Reed" in sheet.oddHeader.right.text
    with ZipFile(book) as parts:
        assert b'<a:accent1><a:srgbClr val="8A1538"/>' in parts.read("xl/theme/theme1.xml")
        assert len([name for name in parts.namelist() if "media" in name]) == 1
    shutil.move(str(report), tmp_path / "gone")
    found = verify(built)
    assert (found.differences, found.unproved) == ((), ())


def test_a_message_carries_the_house_and_its_logo_as_dots(themed: Path, built: Path) -> None:
    write_draft(Order(themed, ["ben@client.example"], output=built))
    message = message_from_bytes(next(built.glob("*.eml")).read_bytes(), policy=policy.default)
    html = message.get_body(("html",)).get_content()
    assert "Quay &amp; Sons" in html
    assert 'src="cid:logo@exporter"' in html
    assert "#8A1538" in html
    assert "For clients of the house alone." in message.get_body(("plain",)).get_content()
    (picture,) = (part for part in message.walk() if part.get("Content-ID"))
    assert picture.get_content().startswith(b"\x89PNG")


def test_a_command_s_theme_wins(themed: Path, tmp_path: Path) -> None:
    build(themed, tmp_path / "built", ["en"], theme="midnight")
    assert "--paper:#0F1A29;" in (tmp_path / "built" / "evidence.en.html").read_text("utf-8")
    assert "Quay" not in texts(tmp_path / "built")
    assert not verify(tmp_path / "built", report=themed).differences  # the report says as before
    with pytest.raises(UsageError, match="did you mean `plain`"):
        build(themed, tmp_path / "other", theme="plane")


def test_no_theme_leaves_manifests_as_they_were(mini_report: Path, tmp_path: Path) -> None:
    build(mini_report, tmp_path / "built", ["en"])
    assert (
        "theme" not in json.loads((tmp_path / "built" / "manifest.json").read_text())["definition"]
    )
    build(mini_report, tmp_path / "desk", ["en"], theme="desk")
    plain, desk = (tmp_path / name / "evidence.en.html" for name in ("built", "desk"))
    assert plain.read_bytes() == desk.read_bytes()


def test_what_has_changed_of_a_theme_is_told(themed: Path, built: Path) -> None:
    assert not verify(built, report=themed).differences
    (themed / "house" / "mark.svg").write_text(SVG.replace("white", "black"), "utf-8")
    (told,) = verify(built, report=themed).differences
    assert "mark.svg" in str(told)


def test_a_theme_at_fault_is_told_among_all_problems(themed: Path) -> None:
    path = themed / "house" / "quay.toml"
    path.write_text(path.read_text("utf-8").replace("8A1538", "C9CED6"), "utf-8")
    (problem,) = check(themed).problems
    assert (problem.file, problem.line) == (str(path), 8)
    with pytest.raises(ContentError, match="C9CED6"):
        build(themed, themed / "built")


def test_a_theme_that_is_not_there_is_told_where_it_is_named(themed: Path) -> None:
    shutil.rmtree(themed / "house")
    (problem,) = check(themed).problems
    assert str(problem).endswith(
        "report.yaml:1: the theme 'house/quay.toml' is not there; name it by its path from here"
    )


def test_a_theme_outside_of_the_report_needs_leave(themed: Path) -> None:
    shutil.move(str(themed / "house"), themed.parent / "house")
    definition = themed / "report.yaml"
    definition.write_text(definition.read_text("utf-8").replace("house/", "../house/", 1), "utf-8")
    checked = check(themed)
    assert len(checked.problems) == 1
    assert "--allow" in checked.remedy
    assert not check(themed, allow=[f"path:{themed.parent / 'house'}"]).problems


def test_a_font_that_is_not_here_is_told_with_what_would_serve(
    mini_report: Path, tmp_path: Path
) -> None:
    report = with_theme(mini_report, '[fonts]\ntext = "Harbour Grotesk"\n')
    with pytest.raises(SetupError, match=r"Harbour Grotesk.*install it, or .*Noto Sans CJK SC"):
        build(report, tmp_path / "built")


def test_a_font_that_lacks_characters_of_a_page_is_told_as_a_doubt(
    mini_report: Path, tmp_path: Path
) -> None:
    report = with_theme(mini_report, '[fonts]\ntext_zh = "Noto Sans"\nfigures = "Noto Serif"\n')
    checked, _ = build(report, tmp_path / "built", ["zh"])
    told = [str(doubt) for doubt in checked.doubts if "has no glyph for" in str(doubt)]
    assert told
    assert all('such as text_zh = "Noto Sans CJK SC"' in doubt for doubt in told)
    assert not verify(tmp_path / "built").differences


def test_another_logo_in_a_file_is_found(mini_report: Path, tmp_path: Path) -> None:
    report, built = with_theme(mini_report, HOUSE.replace("LOGO", "mark.png")), tmp_path / "built"
    build(report, built, ["en"])
    (book,) = built.glob("*.en.xlsx")
    with ZipFile(book) as parts:
        contents = {name: parts.read(name) for name in parts.namelist()}
    target = io.BytesIO()
    with ZipFile(target, "w") as parts:
        for name, content in contents.items():
            parts.writestr(name, png(40, 10) if "media" in name else content)
    book.write_bytes(target.getvalue())
    told = " ".join(map(str, verify(built).differences))
    assert "logo in the page header" in told


@pytest.mark.parametrize(
    "change",
    [
        {"palette": {"ink": "#FEFEFE"}},
        {"logo": {"kind": "svg", "content": "PHNjcmlwdC8+"}},
        {"fonts": {"text": "x'; } body { display: none"}},
    ],
)
def test_a_manifest_cannot_bring_what_a_theme_may_not(
    built: Path, change: dict[str, dict[str, str]]
) -> None:
    path = built / "manifest.json"
    said = json.loads(path.read_text("utf-8"))
    for key, values in change.items():
        said["definition"]["theme"].setdefault(key, {}).update(values)
    said["sha256"] = digest(said)
    path.write_text(json.dumps(said), "utf-8")
    (told,) = verify(built).differences
    assert told.what == "content"
