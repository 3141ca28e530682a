"""What a reader that we did not write finds in a one-pager."""

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from exporter.facts.words import Lang
from exporter.report.pdf.model import OnePager
from exporter.report.theme import PALETTE
from exporter.report.themes.fonts import TEXT_FAMILIES
from tests.writers.samples_onepager import make_page
from tests.writers.written import write_onepager

LANGUAGES: tuple[Lang, ...] = ("en", "zh")


@pytest.fixture(scope="module", params=LANGUAGES)
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[OnePager, Path]:
    page = make_page(request.param)
    path = tmp_path_factory.mktemp("pdf") / f"broker-views.{page.lang}.pdf"
    write_onepager(page, path)
    return page, path


def test_one_a4_page(written: tuple[OnePager, Path]) -> None:
    with pikepdf.open(written[1]) as pdf:
        assert len(pdf.pages) == 1
        width, height = (float(side) * 25.4 / 72 for side in pdf.pages[0].mediabox[2:])
    assert (width, height) == (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))


def test_properties(written: tuple[OnePager, Path]) -> None:
    page, path = written
    with pikepdf.open(path) as pdf:
        assert pdf.Root.Lang == page.lang
        assert pdf.docinfo["/Title"] == page.properties.title
        assert pdf.docinfo["/Author"] == page.properties.author
        assert pdf.docinfo["/Subject"] == page.properties.subject
        assert pdf.docinfo["/CreationDate"] == "D:20310514"
        assert pdf.docinfo["/ModDate"] == "D:20310514"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == page.properties.title
            assert metadata["pdfuaid:part"] == "1"


def test_tags(written: tuple[OnePager, Path]) -> None:
    page, path = written
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        elements = _elements(pdf.Root.StructTreeRoot.K)
    tags = [tag for tag, _ in elements]
    assert tags.count("/H1") == 1
    assert tags.count("/H3") == len(page.cards)
    assert tags.count("/BlockQuote") == len(page.cards)
    assert tags.count("/TH") == 1 + len(page.matrix.brokers) + len(page.matrix.rows)
    assert page.picture is not None
    assert [alt for tag, alt in elements if tag == "/Figure"] == [page.picture.alt_text]
    headings = [int(tag[2:]) for tag in tags if tag in {"/H1", "/H2", "/H3"}]
    assert all(below - above <= 1 for above, below in pairwise(headings))


def test_quotes_tell_their_language(written: tuple[OnePager, Path]) -> None:
    page, path = written
    with pikepdf.open(path) as pdf:
        quotes = _tagged(pdf, "/BlockQuote")
        assert [str(quote.K[0].Lang) for quote in quotes] == [c.quote_lang for c in page.cards]


def test_marks_tell_what_they_stand_for(written: tuple[OnePager, Path]) -> None:
    page, path = written
    words = {True: page.labels["named"], False: page.labels["not_named"]}
    with pikepdf.open(path) as pdf:
        assert [str(cell.Alt) for cell in _tagged(pdf, "/TD")] == [
            words[named] for _, marks in page.matrix.rows for named in marks
        ]


def test_the_figure_is_where_its_tag_says(written: tuple[OnePager, Path]) -> None:
    page, path = written
    assert page.picture is not None
    with pikepdf.open(path) as pdf:
        ((left, bottom, right, top),) = (
            [float(edge) for edge in figure.A.BBox] for figure in _tagged(pdf, "/Figure")
        )
    box = ["-x", round(left), "-y", round(842 - top)]
    box += ["-W", round(right - left) + 3, "-H", round(top - bottom)]
    found = _text(path, *(str(part) for part in box))
    assert found == _squeezed("".join(bar.label + bar.figure for bar in page.picture.bars))


def test_every_cell_knows_its_headers(written: tuple[OnePager, Path]) -> None:
    with pikepdf.open(written[1]) as pdf:
        cells = _tagged(pdf, "/TD")
        assert cells
        assert all(len(cell.A.Headers) == 2 for cell in cells)  # its row's and its column's


def test_bookmarks(written: tuple[OnePager, Path]) -> None:
    page, path = written
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        (root,) = outline.root
        assert root.title == page.title
        assert page.picture is not None
        headings = [page.labels["figures"], page.labels["drivers"], page.picture.title]
        assert [item.title for item in root.children] == [
            page.labels["views"],
            *(f"{page.labels['exhibit']} {n} {text}" for n, text in enumerate(headings, 1)),
            page.labels["disclosures"],
        ]
        assert [item.title for item in root.children[0].children] == [
            card.broker for card in page.cards
        ]


def test_fonts_are_embedded_and_only_those_meant(written: tuple[OnePager, Path]) -> None:
    with pikepdf.open(written[1]) as pdf:
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert {str(font.FontFamily) for font in fonts} == set(TEXT_FAMILIES)
        for font in fonts:
            assert font.FontFile3.Subtype == "/CIDFontType0C"
            assert len(font.FontFile3.read_raw_bytes()) > 1000


def test_every_text_can_be_found(written: tuple[OnePager, Path]) -> None:
    page, path = written
    found = _text(path)
    texts = [page.title, page.subtitle, page.edition, *page.disclosures, *page.sources.values()]
    for card in page.cards:
        texts += [card.broker, card.subject, card.stance_label, card.thesis, *card.drivers]
        texts += [card.quote, card.translation, *(word for term in card.terms for word in term)]
    for figure in page.figures:
        texts += [figure.figure, figure.unit, figure.metric, figure.entity, figure.as_of]
    texts += [driver for driver, _ in page.matrix.rows]
    assert page.picture is not None
    texts += [text for bar in page.picture.bars for text in (bar.label, bar.figure)]
    assert [text for text in texts if _squeezed(text) not in found] == []


def test_marks_of_the_matrix(written: tuple[OnePager, Path]) -> None:
    page, path = written
    found = _text(path)
    for driver, marks in page.matrix.rows:
        assert _squeezed(driver) + "".join("●" if named else "–" for named in marks) in found


def test_small_enough_to_mail(written: tuple[OnePager, Path]) -> None:
    assert written[1].stat().st_size < 150_000


def test_the_band_is_coloured_and_the_foot_is_white(written: tuple[OnePager, Path]) -> None:
    path = written[1]
    pixels = _drawn(path, 50)
    accent = tuple(bytes.fromhex(PALETTE.accent[1:]))
    width, height = pixels.size
    assert [pixels.getpixel((x, 3)) for x in (3, width - 4)] == [accent, accent]
    foot = pixels.crop((0, height - round(8 / 25.4 * 50), width, height))
    assert foot.getextrema() == ((255, 255),) * 3


def test_small_fonts_draw_the_same(
    written: tuple[OnePager, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The page with WeasyPrint's own subsets looks the same, and is several times as large."""
    page, path = written
    own = tmp_path / "own.pdf"
    monkeypatch.setattr("exporter.writers.pdf.typeset.CompactFonts", dict)
    monkeypatch.setattr("exporter.writers.pdf.typeset.embed_compactly", lambda _: None)
    write_onepager(page, own)
    assert own.stat().st_size > 3 * path.stat().st_size
    assert _drawn(own, 100).tobytes() == _drawn(path, 100).tobytes()


def test_same_bytes_in_every_process(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path;"
        "from tests.writers.samples_onepager import make_page;"
        "from tests.writers.written import write_onepager;"
        f"[write_onepager(make_page(lang), Path(lang)) for lang in {LANGUAGES!r}]"
    )
    contents: dict[str, set[bytes]] = {lang: set() for lang in LANGUAGES}
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/Los_Angeles")):
        folder = tmp_path / seed
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-c", script, str(Path(__file__).parents[3])],
            check=True,
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
        )
        for lang in LANGUAGES:
            contents[lang].add((folder / lang).read_bytes())
    assert {lang: len(found) for lang, found in contents.items()} == dict.fromkeys(LANGUAGES, 1)


def test_same_bytes_again_and_again(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.pdf" for n in range(2)]
    for path in paths:
        write_onepager(make_page("zh"), path)
    assert len({path.read_bytes() for path in paths}) == 1


def _drawn(path: Path, resolution: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(resolution), "-png", "-singlefile", str(path)]
    subprocess.run([*command, str(path.with_suffix(""))], check=True)
    with Image.open(path.with_suffix(".png")) as image:
        return image.convert("RGB")


def _elements(item: pikepdf.Object) -> list[tuple[str, str]]:
    """Tag and alternative text of every structure element, in reading order."""
    if isinstance(item, pikepdf.Array):
        return [element for kid in item for element in _elements(kid)]
    if not isinstance(item, pikepdf.Dictionary) or "/S" not in item:
        return []
    own = (str(item.S), str(item.get("/Alt", "")))
    return [own, *_elements(item.get("/K", pikepdf.Array()))]


def _tagged(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Dictionary]:
    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == tag
    ]


def _text(path: Path, *options: str) -> str:
    command = ["pdftotext", "-raw", "-enc", "UTF-8", *options, str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    return _squeezed(done.stdout.decode())


def _squeezed(text: str) -> str:
    return "".join(text.split())
