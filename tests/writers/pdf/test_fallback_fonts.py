"""What the usual fonts of a page lack is taken from the next that has it, and reads back the same."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from exporter.errors import ContentError
from exporter.proof.pdf import compare_onepager
from exporter.proof.pdf.texts import read_text
from exporter.report.pdf.model import Bar, OnePager, Picture
from exporter.report.themes.fonts import TEXT_FAMILIES
from exporter.writers.pdf.printable import in_picture, printable
from tests.writers.samples_onepager import make_page
from tests.writers.written import write_onepager

PRINTED = "H₂O Brand™ ≈ ✓ ✗ ₩ ₹ ½ ⅓ ⚡ ⭐ Газпром Ωμέγα トヨタ 삼성 한 x̄ q\u0301 ẍ e\u0301 \u0301x"


def _page(text: str) -> OnePager:
    page = make_page()
    card = replace(page.cards[0], broker=text, thesis=text, drivers=(text,), quote=text)
    return replace(page, title=text, cards=(card, *page.cards[1:]), disclosures=(text,))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[OnePager, Path]:
    page, path = _page(PRINTED), tmp_path_factory.mktemp("page") / "page.pdf"
    write_onepager(page, path)
    return page, path


def test_what_falls_back_reads_back(written: tuple[OnePager, Path]) -> None:
    page, path = written
    assert compare_onepager(page, path) == []
    assert "q\u0301" in read_text(path.read_bytes())


def test_what_falls_back_is_embedded(written: tuple[OnePager, Path]) -> None:
    with pikepdf.open(written[1]) as pdf:
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        families = {str(font.FontFamily) for font in fonts}
        assert families > set(TEXT_FAMILIES)
        assert "Noto Sans" in families
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_what_steers_how_a_text_shows_is_not_printed() -> None:
    assert printable("a\u202eb\u202c \u2066c\u2069\u200f\ufff9") == "ab c"
    assert printable("a\u2028b\u2029c") == "a\nb\nc"
    assert printable("<p>\u0301x e\u0301 \u0308</p>") == "<p>\u00a0\u0301x e\u0301 \u00a0\u0308</p>"
    assert printable("⚡ ❤\ufe0f ● ✓") == "⚡\ufe0e ❤ ● ✓"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("e\u0301te\u0301", "été"),
        ("\u1112\u1161\u11ab", "한"),
        ("葛\U000e0100", "葛"),
        ("a\u034fb", "ab"),
        ("\uf900", "\uf900"),  # another shape than 豈, which NFC would make it
    ],
)
def test_a_picture_has_letters_and_accents_as_one(text: str, shown: str) -> None:
    assert in_picture(text) == shown


@pytest.mark.parametrize(
    ("label", "named"),
    [
        ("q\u0301 of it", "U+0301 COMBINING ACUTE ACCENT"),
        ("power ⚡", "“⚡” U+26A1 HIGH VOLTAGE SIGN"),
    ],
)
def test_a_picture_says_what_it_cannot_show(label: str, named: str, tmp_path: Path) -> None:
    picture = Picture("A picture", "bars", (Bar(label, "12", 1.0), Bar("other", "6", 0.5)))
    with pytest.raises(ContentError) as caught:
        write_onepager(replace(make_page(), picture=picture), tmp_path / "page.pdf")
    (problem,) = caught.value.problems
    assert named in problem.wrong
    assert label in problem.wrong
