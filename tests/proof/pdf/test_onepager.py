"""A one-pager that was changed after it was written: every change is named with its place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from exporter.facts.words import LANGUAGES
from exporter.proof.difference import Difference
from exporter.proof.pdf import compare_onepager
from exporter.proof.pdf.texts import read_text
from exporter.report.pdf.model import Attachment, Matrix, OnePager
from exporter.report.xlsx.model import Workbook
from tests.writers.written import draw_onepager, write_onepager

NAME = "broker-views.en.pdf"
VIEW = "cicc-taobao-tmall"


@pytest.fixture(scope="module")
def page(laid: Mapping[str, Workbook | OnePager]) -> OnePager:
    one = laid[NAME]
    assert isinstance(one, OnePager)
    cards = tuple(replace(card, link=f"evidence.en.html#{card.id}") for card in one.cards)
    figures = tuple(replace(figure, link=f"evidence.en.html#{figure.id}") for figure in one.figures)
    return replace(one, cards=cards, figures=figures)


@pytest.fixture(scope="module")
def written(page: OnePager, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / NAME
    write_onepager(page, path)
    return path


def told(differences: list[Difference]) -> list[str]:
    """Each difference as `place: what: found`."""
    return [f"{one.place}: {one.what}: {one.found}" for one in differences]


def changed(written: Path, folder: Path, change: Callable[[pikepdf.Pdf], Any], **save: Any) -> Path:
    """A copy of the page, changed by its objects."""
    with pikepdf.open(written) as pdf:
        change(pdf)
        pdf.save(folder / "changed.pdf", **save)
    return folder / "changed.pdf"


def redrawn(page: OnePager, folder: Path) -> Path:
    """Another page under the name of this one."""
    (folder / "changed.pdf").write_bytes(draw_onepager(page))
    return folder / "changed.pdf"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_built_has_no_differences(
    built: Path, laid: Mapping[str, Workbook | OnePager], lang: str
) -> None:
    one = laid[f"broker-views.{lang}.pdf"]
    assert isinstance(one, OnePager)
    assert compare_onepager(one, built / f"broker-views.{lang}.pdf") == []


def test_odd_texts_are_read_back(page: OnePager, tmp_path: Path) -> None:
    odd = (
        "Office ﬁ fl ffi … ½ ① ㎡ １２％ é e\u0301 “x” – — co-op-er-a-tive " * 3
        + "end-\u00a0of-line 〇 《》"
    )
    card = replace(page.cards[0], thesis=odd)
    other = replace(page, cards=(card, *page.cards[1:]))
    assert compare_onepager(other, redrawn(other, tmp_path)) == []


def glyphs(pdf: pikepdf.Pdf) -> list[tuple[int, Any, bytes]]:
    """Every string of text of the page with its place among the instructions."""
    found = []
    for index, (operands, operator) in enumerate(pikepdf.parse_content_stream(pdf.pages[0])):
        if str(operator) == "TJ":
            found += [
                (index, operands[0], bytes(one)) for one in operands[0] if isinstance(one, String)
            ]
    return found


@pytest.mark.parametrize("share", [0.02, 0.3, 0.62, 0.97])
def test_one_changed_character_is_named(
    page: OnePager, written: Path, tmp_path: Path, share: float
) -> None:
    """A glyph is exchanged for another of the same font, at several places of the page."""
    before = read_text(written.read_bytes())

    def change(pdf: pikepdf.Pdf) -> None:
        instructions = [list(one) for one in pikepdf.parse_content_stream(pdf.pages[0])]
        shows = [
            (index, place)
            for index, (operands, operator) in enumerate(instructions)
            if str(operator) == "TJ"
            for place, one in enumerate(operands[0])
            if isinstance(one, String) and len(bytes(one)) >= 8
        ]
        index, place = shows[int(share * len(shows))]
        codes = bytes(instructions[index][0][0][place])
        pairs = [codes[at : at + 2] for at in range(0, len(codes), 2)]
        at = next(n for n in range(1, len(pairs)) if pairs[n] != pairs[0])
        pairs[at] = pairs[0]
        instructions[index][0][0][place] = String(b"".join(pairs))
        pdf.pages[0].Contents = pdf.make_stream(
            pikepdf.unparse_content_stream([tuple(one) for one in instructions])
        )

    path = changed(written, tmp_path, change)
    after = read_text(path.read_bytes())
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    (difference,) = compare_onepager(page, path)
    assert difference.place != "page 1" or difference.what in {"title", "disclosure"}
    at = next(n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b)
    assert before[at] in difference.expected
    assert after[at] in difference.found


CARDS: dict[str, tuple[dict[str, Any], str]] = {
    "broker": ({"broker": "CICD"}, "broker: CICD"),
    "stance": ({"stance_label": "Positiv"}, "stance: Positiv"),
    "subject": ({"subject": "Taobao and Tmal1"}, "subject: TaobaoandTmal1"),
    "thesis": ({"thesis": "Not confident at all."}, "thesis: "),
    "quote": ({"quote": "中金研报表示"}, "quote: 中金研报表示"),
    "translation": ({"translation": "CICC said"}, "translation: CICCsaid"),
}


@pytest.mark.parametrize("name", CARDS)
def test_a_changed_text_of_a_view_is_named(page: OnePager, tmp_path: Path, name: str) -> None:
    fields, expected = CARDS[name]
    card = replace(page.cards[0], **fields)
    path = redrawn(replace(page, cards=(card, *page.cards[1:])), tmp_path)
    found = [one for one in told(compare_onepager(page, path)) if "outline" not in one]
    assert len(found) == 1
    assert found[0].startswith(f"view {page.cards[0].id}: {expected}")


def test_a_driver_is_named_where_it_was_changed(page: OnePager, tmp_path: Path) -> None:
    """The matrix has the same words; they are not what was changed."""
    first = page.cards[0]
    drivers = (*first.drivers[:2], "Modals", *first.drivers[3:])
    assert first.drivers[2] == "Models"
    path = redrawn(
        replace(page, cards=(replace(first, drivers=drivers), *page.cards[1:])), tmp_path
    )
    assert told(compare_onepager(page, path)) == [f"view {first.id}: driver: Modals"]


def test_a_figure_is_named_where_it_was_changed(page: OnePager, tmp_path: Path) -> None:
    figure = replace(page.figures[1], figure="9")
    assert page.figures[1].figure == "8"
    path = redrawn(replace(page, figures=(page.figures[0], figure, *page.figures[2:])), tmp_path)
    # Its link's own text is no part of the page's.
    assert told(compare_onepager(page, path)) == [f"figure {figure.id}: figure: 9"]


def test_a_mark_of_the_matrix_is_named(page: OnePager, tmp_path: Path) -> None:
    rows = (("Data", (True, True)), ("Models", (True, False)))
    page = replace(page, matrix=Matrix(("CICC", "China Merchants"), rows), comparison=None)
    (driver, marks), *rest = page.matrix.rows
    flipped = (driver, (not marks[0], *marks[1:]))
    other = replace(page, matrix=replace(page.matrix, rows=(flipped, *rest)))
    found = told(compare_onepager(page, redrawn(other, tmp_path)))
    assert f"{page.labels['drivers']}: mark of {page.matrix.brokers[0]} at {driver}: –" in found
    assert all("mark of" in one or "alternative text" in one for one in found)


def test_an_added_and_a_dropped_line_are_named(page: OnePager, tmp_path: Path) -> None:
    other = replace(page, disclosures=(*page.disclosures, "Buy now."))
    assert told(compare_onepager(page, redrawn(other, tmp_path))) == ["page 1: text: Buynow."]
    fewer = replace(page, disclosures=page.disclosures[:-1])
    (difference,) = compare_onepager(page, redrawn(fewer, tmp_path))
    assert (difference.what, difference.found) == ("disclosure", "missing")


def test_texts_in_another_order_are_still_there(page: OnePager, tmp_path: Path) -> None:
    """Where a text stands is the layout's affair: disclosures may change places."""
    other = replace(page, disclosures=page.disclosures[::-1])
    assert len(set(page.disclosures)) > 1
    assert compare_onepager(page, redrawn(other, tmp_path)) == []


def test_another_page_is_one_difference_of_text(
    page: OnePager, built: Path, tmp_path: Path
) -> None:
    found = compare_onepager(page, built / "broker-views.zh.pdf")
    assert [one.found[:10] for one in found if one.what == "text"] == ["三家券商看阿里AI中"]
    assert "language" in {one.what for one in found}


def hide_text(pdf: pikepdf.Pdf) -> None:
    """Add text that no one sees."""
    (name, *_) = pdf.pages[0].Resources.Font.keys()
    (_, _, codes), *_ = [one for one in glyphs(pdf) if len(one[2]) >= 4]
    code = f"BT {name} 1 Tf 3 Tr 20 20 Td <{codes[:4].hex()}> Tj ET"
    pdf.pages[0].contents_add(pdf.make_stream(code.encode()))


def alt_text(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/S") == "/Figure":
            one.Alt = String("Nothing")


def first_link(pdf: pikepdf.Pdf, target: str) -> None:
    link = next(one for one in pdf.pages[0].Annots if one.Subtype == "/Link")
    link.A.URI = String(target)


def annotate(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FreeText, Rect=[0, 0, 9, 9], Contents=String("x")
    )
    pdf.pages[0].Annots = Array([*pdf.pages[0].get("/Annots", []), pdf.make_indirect(note)])


def draw_image(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                            ColorSpace=Name.DeviceGray, BitsPerComponent=8)  # fmt: skip
    pdf.pages[0].Resources.XObject = Dictionary(Im0=image)


def drop_fonts(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == "/FontDescriptor":
            del one.FontFile3


STRUCTURE: dict[str, tuple[Callable[[pikepdf.Pdf], Any], str]] = {
    "two pages": (lambda pdf: pdf.pages.append(pdf.pages[0]), "document: number of pages: 2"),
    "no page": (lambda pdf: pdf.pages.__delitem__(0), "document: number of pages: 0"),
    "another size": (lambda pdf: setattr(pdf.pages[0], "MediaBox", [0, 0, 612, 792]),
                     "page 1: page size (MediaBox): 0 0 612 792"),
    "cropped": (lambda pdf: setattr(pdf.pages[0], "CropBox", [0, 0, 300, 842]),
                "page 1: page size (CropBox): 0 0 300 842"),
    "turned": (lambda pdf: pdf.pages[0].rotate(90, relative=False), "page 1: rotation: 90"),
    "another language": (lambda pdf: setattr(pdf.Root, "Lang", String("de")), "document: language: de"),
    "another title": (lambda pdf: pdf.docinfo.__setitem__("/Title", "Sell"), "document: title: Sell"),
    "another date": (lambda pdf: pdf.docinfo.__setitem__("/CreationDate", "D:20240101"),
                     "document: created: D:20240101"),
    "no tags": (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "document: tree of tags: missing"),
    "not marked": (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), "document: mark of a tagged document: nothing"),
    "a script": (lambda pdf: setattr(pdf.Root, "OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
                 "document: action: JavaScript"),
    "a form": (lambda pdf: setattr(pdf.Root, "AcroForm", Dictionary(Fields=[Dictionary(FT=Name.Tx)])),
               "document: form: /Tx"),
    "layers": (lambda pdf: setattr(pdf.Root, "OCProperties", Dictionary()), "document: entry OCProperties: there"),
    "a note": (annotate, "page 1: annotation: FreeText"),
    "an image": (draw_image, "page 1: image: 1x1"),
    "an alternative text": (alt_text, "page 1: alternative text: Nothing"),
    "a link": (lambda pdf: first_link(pdf, "https://evil.example/"),
               f"view {VIEW}: link: https://evil.example/"),
    "no links": (lambda pdf: pdf.pages[0].__delitem__("/Annots"), f"view {VIEW}: link: missing"),
    "an outline": (lambda pdf: setattr(pdf.Root.Outlines.First, "Title", String("Sell")), "page 1: outline: Sell"),
    "a foreign font": (drop_fonts, "embedded"),
    "hidden text": (hide_text, "page 1: text: "),
}  # fmt: skip


@pytest.mark.parametrize("name", STRUCTURE)
def test_a_changed_structure_is_named(
    page: OnePager, written: Path, tmp_path: Path, name: str
) -> None:
    change, expected = STRUCTURE[name]
    found = told(compare_onepager(page, changed(written, tmp_path, change)))
    assert any(expected in one for one in found), found


def test_an_encrypted_page_is_named(page: OnePager, written: Path, tmp_path: Path) -> None:
    open_to_all = pikepdf.Encryption(owner="secret", user="")
    path = changed(written, tmp_path, lambda _: None, encryption=open_to_all)
    assert told(compare_onepager(page, path)) == ["document: encryption: there"]
    closed = pikepdf.Encryption(owner="secret", user="secret")
    path = changed(written, tmp_path, lambda _: None, encryption=closed)
    (difference,) = compare_onepager(page, path)
    assert "PasswordError" in difference.found


def test_attachments_are_compared_where_they_are_known(page: OnePager, tmp_path: Path) -> None:
    one = Attachment("facts.csv", "text/csv", "Data", "Facts", b"id\r\n")
    path = tmp_path / "attached.pdf"
    write_onepager(page, path, [one])
    assert compare_onepager(page, path) == []
    assert compare_onepager(page, path, [one]) == []
    assert told(compare_onepager(page, path, [])) == ["attachment facts.csv: file: there"]
    other = replace(one, content=b"id\n", description="Views")
    assert told(compare_onepager(page, path, [other])) == [
        "attachment facts.csv: content: changed",
        "attachment facts.csv: description: Facts",
    ]
    two = replace(one, name="views.csv")
    assert told(compare_onepager(page, path, [one, two])) == ["attachment views.csv: file: missing"]


@pytest.mark.parametrize("cut", [0, 10, 3_000])
def test_a_damaged_file_is_one_difference(
    page: OnePager, written: Path, tmp_path: Path, cut: int
) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(written.read_bytes()[:cut])
    (difference,) = compare_onepager(page, damaged)
    assert difference.found.startswith("unreadable")


def test_a_missing_file_is_an_error_of_the_system(page: OnePager, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        compare_onepager(page, tmp_path / "none.pdf")
