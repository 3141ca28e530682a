"""A report whose evidence page shows pictures of the lines that quotes of PDFs stand in."""

import json
import re
import shutil
from base64 import b64decode
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from exporter.evidence.documents.pdf.pictures.png import png_size
from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual
from exporter.proof.manifest import digest
from exporter.report.starter import make_report
from tests.command_line import Result, run

FACTS = """
- id: north
  entity: Example Motors
  metric: {en: Deliveries in the north, zh: 北区交付量}
  value: 3500
  unit: {en: cars, zh: 辆}
  source: results
  quote: Deliveries in the north rose 6% to 3,500 cars
- id: north-growth
  entity: Example Motors
  metric: {en: Growth in the north, zh: 北区增幅}
  value: 6
  unit: "%"
  source: results
  quote: Deliveries in the north rose 6% to 3,500 cars
- id: south
  entity: Example Motors
  metric: {en: Deliveries in the south, zh: 南区交付量}
  value: 12000
  unit: {en: cars, zh: 辆}
  source: results
  quote: 南区交付12000辆
"""
BODY = """<title>Results</title><style>html { font: 11pt "DejaVu Serif", "Noto Serif CJK SC" }</style>
<p>The year in short.</p><p style='break-before: page'>It was a good year. Deliveries in the north rose 6% to
3,500 cars. So it went.</p><p>公司称，南区交付12000辆，同比增长。</p>"""
PICTURE = re.compile(
    r'<img class="lines" src="data:image/png;base64,([A-Za-z0-9+/=]+)" width="(\d+)" '
    r'height="(\d+)" alt="([^"]+)">'
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report that quotes a PDF; only to be copied."""
    from weasyprint import HTML

    folder = tmp_path_factory.mktemp("pictures")
    list(make_report(folder / "mini"))
    HTML(string=BODY).write_pdf(folder / "results.pdf")
    about = {
        "publisher": Bilingual("Example Motors", "Example Motors"), "language": "en",
        "published": date(2026, 1, 12),
    }  # fmt: skip
    given = dict.fromkeys(("title", "author", "url", "retrieved")) | about
    add_source(folder / "mini", folder / "results.pdf", "results", given, today=date(2026, 1, 31))
    with (folder / "mini/facts/example-motors.yaml").open("a", encoding="utf-8") as facts:
        facts.write(FACTS)
    return folder / "mini"


@pytest.fixture
def report(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The report in the working folder; a test may change it."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(made, "mini"))


def with_pictures(report: Path) -> None:
    with (report / "report.yaml").open("a", encoding="utf-8") as definition:
        definition.write("\nevidence_pictures: true\n")


def page(lang: str) -> str:
    return Path(f"output/mini/evidence.{lang}.html").read_text("utf-8")


def pictures(lang: str) -> list[tuple[bytes, str]]:
    """The pictures of a page and their words, in order; their sizes are as the files say."""
    found = []
    for content, width, height, words in PICTURE.findall(page(lang)):
        png = b64decode(content)
        assert png_size(png) == (int(width), int(height))
        found.append((png, words))
    return found


def test_a_page_shows_the_lines_of_its_quotes_and_is_made_again_anywhere(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(*arguments: object) -> Result:
        return run(capsys, monkeypatch, arguments)

    with_pictures(report)
    built = said("build", report)
    assert built.status == 0, built.err
    english, chinese = pictures("en"), pictures("zh")
    assert [words for _, words in english] == [
        "Page 2 of the source, with the quote marked: Deliveries in the north rose 6% to 3,500 cars",
        "Page 2 of the source, with the quote marked: 南区交付12000辆",
    ]
    assert chinese[1][1] == "来源第2页，引文已标出：南区交付12000辆"
    assert [png for png, _ in english] == [png for png, _ in chinese], "languages share them"
    assert all(len(png) < 40_000 for png, _ in english)
    assert '<a href="#north">The passage is pictured at north</a>' in page("en")
    assert "img-src data:" in page("en")
    manifest = json.loads(Path("output/mini/manifest.json").read_text("utf-8"))
    hashes = [sha256(png).hexdigest() for png, _ in english]
    assert [row["sha256"] for row in manifest["pictures"]] == hashes
    assert {"pypdfium2", "PDFium", "zlib"} <= manifest["versions"].keys()
    before = Path("output/mini/manifest.json").read_bytes()
    assert said("build", report).status == 0
    assert Path("output/mini/manifest.json").read_bytes() == before, "the same bytes every time"
    report.rename("elsewhere")
    proved = said("verify", "output/mini")
    assert (proved.status, "no difference" in proved.out) == (0, True), proved.out


def test_what_a_page_shows_otherwise_is_told(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_pictures(report)
    assert run(capsys, monkeypatch, ["build", report]).status == 0
    file = Path("output/mini/evidence.en.html")
    html = file.read_text("utf-8")
    first, second = PICTURE.finditer(html)
    for changed, told in (
        (html.replace(first[1], second[1], 1), "#north: the picture is"),
        (html.replace(first[0], "", 1), "#north: the picture is"),
        (html.replace(first[4], "Page 3 of the source", 1), "#north"),
        (html.replace(f'width="{first[2]}"', 'width="1"', 1), "#north"),
    ):
        file.write_text(changed, "utf-8")
        found = run(capsys, monkeypatch, ["verify", "output/mini"])
        assert found.status != 0
        assert told in found.out + found.err
    file.write_text(html, "utf-8")
    path = Path("output/mini/manifest.json")
    manifest = json.loads(path.read_text("utf-8"))
    manifest["pictures"][0]["png"] = manifest["pictures"][1]["png"]
    manifest["sha256"] = digest(manifest)
    path.write_text(json.dumps(manifest), "utf-8")
    found = run(capsys, monkeypatch, ["verify", "output/mini"])
    assert found.status != 0
    assert "is another than it is said to be" in found.out + found.err


def test_without_the_key_nothing_speaks_of_pictures(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(capsys, monkeypatch, ["build", report, "--lang", "en"]).status == 0
    assert "<img" not in page("en")
    assert "img-src" not in page("en")
    manifest = Path("output/mini/manifest.json").read_text("utf-8")
    assert "picture" not in manifest
    assert "pypdfium2" not in json.loads(manifest)["versions"]


def test_a_pdf_that_is_not_at_hand_is_told_once(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_pictures(report)
    (report / "sources/text/results.pdf").unlink()
    built = run(capsys, monkeypatch, ["build", report, "--lang", "en"])
    assert built.status == 0
    assert built.err.count("its PDF is not at hand, so its quotes are shown without pictures") == 1
    assert "<img" not in page("en")


def test_a_record_that_does_not_say_where_clauses_stand_is_told(
    report: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_pictures(report)
    record = report / "sources/results.yaml"
    record.write_text(record.read_text("utf-8").partition("locations:")[0], "utf-8")
    checked = run(capsys, monkeypatch, ["check", report])
    assert checked.status == 0, checked.err
    assert checked.out.count("its record has no `locations`, so its quotes are shown without") == 1
