"""The shipped report's one-pagers, its evidence, and what happens when a page cannot hold it all."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from openpyxl import load_workbook
from ruamel.yaml import YAML

from exporter.check import CheckedReport
from exporter.facts.words import LANGUAGES, Lang
from tests.command_line import run
from tests.conftest import SHIPPED


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param


@pytest.fixture(scope="module")
def path(built: Path, lang: Lang) -> Path:
    return built / f"broker-views.{lang}.pdf"


@pytest.fixture(scope="module")
def printed(path: Path) -> str:
    """The page's text without white space, in the order of its drawing."""
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True
    )
    return _squeezed(done.stdout.decode())


def test_no_line_of_a_page_begins_with_a_mark_that_closes(built: Path) -> None:
    document = pypdfium2.PdfDocument(built / "broker-views.zh.pdf")
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    assert len(lines) > 50
    assert [line for line in lines if line[0] in "，。、；：！？）》”’」』】…%"] == []


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The shipped report as it is cloned: without the full texts of its sources."""
    folder = tmp_path / "alibaba-ai"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("text"))
    assert not (folder / "sources" / "text").exists()
    return folder


def test_one_a4_page_tagged_with_title_and_language(
    path: Path, lang: Lang, checked: CheckedReport
) -> None:
    (page,) = checked.report.one_pagers
    with pikepdf.open(path) as pdf:
        (sheet,) = pdf.pages
        assert [float(x) for x in sheet.mediabox] == pytest.approx([0, 0, 595.28, 841.89], abs=0.1)
        assert pdf.Root.MarkInfo.Marked
        assert {"/H1", "/Table", "/TH", "/Figure", "/BlockQuote"} <= set(_tags(pdf))
        assert str(pdf.Root.Lang) == lang
        assert str(pdf.docinfo["/Title"]) == page.title.in_(lang)
        assert str(pdf.docinfo["/CreationDate"]) == f"D:{checked.report.edition:%Y%m%d}"


def _tags(pdf: pikepdf.Pdf) -> Iterator[str]:
    assert len(pdf.Root.StructTreeRoot.K)
    yield from (
        str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one
    )


def test_every_font_is_embedded(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        described = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
        named = [one for one in fonts if one.get("/Type") == "/Font" and "/DescendantFonts" in one]
        simple = [
            one
            for one in fonts
            if one.get("/Type") == "/Font" and one.get("/Subtype") in {"/Type1", "/TrueType"}
        ]
        assert named
        assert not simple
        assert {str(font.FontName) for font in described} == {
            str(font.DescendantFonts[0].FontDescriptor.FontName) for font in named
        }
        assert all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in described)


def test_the_brokers_their_theses_and_their_quotes(
    printed: str, lang: Lang, checked: CheckedReport
) -> None:
    brokers = {one.name.en: one.name.in_(lang) for one in checked.report.brokers}
    assert list(brokers) == ["CICC", "China Merchants", "Guotai Junan"]
    assert {view.broker for view in checked.views} == set(brokers)
    for view in checked.views:
        texts = [brokers[view.broker], view.thesis.in_(lang), view.quote]
        texts += [driver.in_(lang) for driver in view.drivers]
        assert [text for text in texts if _squeezed(text) not in printed] == [], view.id
    if lang == "en":
        assert all(_squeezed(view.quote_en) in printed for view in checked.views)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_key_figures_are_numbers_in_the_workbooks(
    built: Path, checked: CheckedReport, lang: Lang
) -> None:
    (page,) = checked.report.one_pagers
    kinds = {
        row[10].value: row[1].data_type
        for book in checked.report.workbooks
        for sheet in load_workbook(built / f"{book.name}.{lang}.xlsx").worksheets[1:-3]
        for row in sheet.iter_rows(min_row=5, max_col=11)
    }
    assert {kinds[id_] for id_ in page.key_figures} == {"n"}


def test_forty_views_stop_the_build_and_leave_the_files_alone(
    copied: Path,
    built: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _multiply_views(copied / "views.yaml", 40)
    output = tmp_path / "output"
    shutil.copytree(built, output)
    before = {path.name: path.read_bytes() for path in output.iterdir()}
    result = run(capsys, monkeypatch, ["build", copied, "--output", output, "--lang", "en"])
    assert result.status == 1
    assert "40 views" in result.err
    assert "shorten" in result.err
    assert "views.yaml:" in result.err
    assert "Traceback" not in result.err
    assert {path.name: path.read_bytes() for path in output.iterdir()} == before


def _multiply_views(path: Path, count: int) -> None:
    views = YAML(typ="safe").load(path)
    many = [views[n % len(views)] | {"id": f"view-{n + 1}"} for n in range(count)]
    # JSON is YAML too, and never written with anchors, which the reader refuses.
    path.write_text(json.dumps(many, ensure_ascii=False, indent=1), "utf-8")


@pytest.mark.parametrize("text", ["as it is", "without the full texts"])
def test_every_fact_is_proved_and_no_figure_left_out(
    copied: Path, text: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = SHIPPED if text == "as it is" else copied
    result = run(capsys, monkeypatch, ["check", folder, "--format", "json"])
    found = json.loads(result.out)
    assert (result.status, result.err) == (0, "")
    assert found["facts"] >= 75
    assert found["views"] == 3
    assert found["quotes"] == {"verified": found["facts"] + 3, "not found": 0, "drifted": 0}
    figures = found["figures"]
    assert figures["confirmed"] >= 30
    assert figures["confirmed"] + figures["text"] == found["facts"]
    assert figures["contradicted"] == figures["not stated"] == 0
    assert found["clauses_with_figures"] >= 30
    assert found["left_out"] == found["problems"] == found["doubts"] == []


def test_the_figures_that_the_design_names(checked: CheckedReport) -> None:
    """One clause of the source each; a fact without its figure would be a loss."""
    facts = checked.evidence.facts.table()
    rows = facts.select(["entity", "number", "unit", "qualifier"]).to_pylist()
    said = {(row["entity"], row["number"], row["qualifier"]) for row in rows}
    assert {
        ("DingTalk", 17.0, "exact"),
        ("DingTalk", 55.0, "exact"),
        ("Taobao Wenwen", 5_000_000.0, "exact"),
        ("Alibaba.com", 20.0, "exact"),
        ("Alibaba.com", 19.0, "about"),
        ("ModelScope", 100_000_000.0, "over"),
        ("Alibaba Cloud", 80.0, "exact"),
        ("Alibaba Cloud", 50.0, "over"),
    } <= said


def _squeezed(text: str) -> str:
    return "".join(text.split())
