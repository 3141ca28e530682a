"""A one-pager for the archive: PDF/A-3a and PDF/UA-1, links to the evidence, the facts inside."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from exporter.facts.words import LANGUAGES
from exporter.report.pdf.model import Attachment, OnePager
from tests.writers.archive_rules import archive_faults
from tests.writers.archive_tags import elements
from tests.writers.samples_onepager import make_page
from tests.writers.written import draw_onepager, write_onepager

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ATTACHMENTS = (
    Attachment("工作簿.xlsx", XLSX, "Supplement", "全部事实", b"PK\3\4 not a real one"),
    Attachment(
        "facts.csv", "text/csv", "Data", "Facts and views", b"\xef\xbb\xbfid\r\nrenewals\r\n"
    ),
    Attachment("weather.xlsx", XLSX, "Source", "Every fact", b"PK\3\4 nor is this"),
)


def make_linked(lang: str) -> OnePager:
    """The sample with a link at every quote and figure but the second of each."""
    page = make_page("zh" if lang == "zh" else "en")
    cards = tuple(replace(one, link=f"evidence.{lang}.html#{one.id}") for one in page.cards)
    figures = tuple(replace(one, link=f"evidence.{lang}.html#{one.id}") for one in page.figures)
    return replace(
        page,
        cards=(cards[0], page.cards[1], *cards[2:]),
        figures=(figures[0], page.figures[1], *figures[2:]),
    )


@pytest.fixture(scope="module", params=LANGUAGES)
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[OnePager, Path]:
    page = make_linked(request.param)
    path = tmp_path_factory.mktemp("archive") / f"broker-views.{page.lang}.pdf"
    write_onepager(page, path, ATTACHMENTS)
    return page, path


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One such file, which what finds faults is tried on."""
    path = tmp_path_factory.mktemp("english") / "broker-views.en.pdf"
    write_onepager(make_linked("en"), path, ATTACHMENTS)
    return path


@pytest.fixture(scope="module")
def saved(english: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same as pikepdf saves it, in which there is no fault either."""
    path = tmp_path_factory.mktemp("saved") / "saved.pdf"
    with pikepdf.open(english) as pdf:
        pdf.save(path)
    assert archive_faults(path) == []
    return path


def test_every_rule_that_a_machine_checks(written: tuple[OnePager, Path]) -> None:
    assert archive_faults(written[1]) == []


def test_the_rules_hold_without_attachments_and_links(tmp_path: Path) -> None:
    write_onepager(make_page(), tmp_path / "plain.pdf")
    assert archive_faults(tmp_path / "plain.pdf") == []
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        assert "/AF" not in pdf.Root
        assert "/Annots" not in pdf.pages[0].obj


def test_qpdf_finds_nothing(written: tuple[OnePager, Path]) -> None:
    done = subprocess.run(["qpdf", "--check", str(written[1])], capture_output=True, check=True)
    assert done.stderr == b""
    assert b"No syntax or stream encoding errors" in done.stdout


def test_still_one_page_as_without_links(written: tuple[OnePager, Path]) -> None:
    with pikepdf.open(written[1]) as pdf:
        assert len(pdf.pages) == 1


def test_metadata(written: tuple[OnePager, Path]) -> None:
    page, path = written
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == page.properties.title
        assert metadata["dc:creator"] == [page.properties.author]
        assert metadata["dc:description"] == page.properties.subject
        assert metadata["dc:language"] == {page.lang}
        assert metadata["dc:date"] == ["2031-05-14"]
        assert metadata["xmp:ModifyDate"] == "2031-05-14"


def test_content_cannot_break_the_metadata(tmp_path: Path) -> None:
    page = make_page()
    title = "Rain & <wind> {title} ]]>"
    page = replace(page, title=title, properties=replace(page.properties, title=title))
    write_onepager(page, tmp_path / "page.pdf")
    assert archive_faults(tmp_path / "page.pdf") == []
    with pikepdf.open(tmp_path / "page.pdf") as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == title


def test_attachments_come_out_as_they_went_in(written: tuple[OnePager, Path]) -> None:
    with pikepdf.open(written[1]) as pdf:
        assert set(pdf.attachments) == {one.name for one in ATTACHMENTS}
        for attachment in ATTACHMENTS:
            found = pdf.attachments[attachment.name]
            assert found.get_file().read_bytes() == attachment.content
            assert found.get_file().mime_type == attachment.mime
            assert found.description == attachment.description
            assert found.obj.AFRelationship == f"/{attachment.relationship}"
            assert found.obj.EF.F.Params.ModDate == "D:20310514"
            assert found.obj.EF.F.Params.Size == len(attachment.content)
        assert [str(one.UF) for one in pdf.Root.AF] == [one.name for one in ATTACHMENTS]


def test_another_reader_finds_them_too(written: tuple[OnePager, Path], tmp_path: Path) -> None:
    command = ["pdfdetach", "-saveall", "-o", str(tmp_path), str(written[1])]
    subprocess.run(command, check=True, capture_output=True)
    for attachment in ATTACHMENTS:
        assert (tmp_path / attachment.name).read_bytes() == attachment.content


def test_same_bytes_with_attachments() -> None:
    page = make_linked("en")
    first = draw_onepager(page, ATTACHMENTS)
    assert draw_onepager(page, ATTACHMENTS) == first
    assert draw_onepager(page) != first


@pytest.mark.parametrize(
    ("attachments", "wrong"),
    [
        ((ATTACHMENTS[1], ATTACHMENTS[1]), r"share a name \(facts.csv, facts.csv\)"),
        ((replace(ATTACHMENTS[1], relationship="Cousin"),), "related as 'Cousin'"),
    ],
)
def test_attachments_that_no_pdf_can_hold(attachments: tuple[Attachment, ...], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        draw_onepager(make_page(), attachments)


def test_links_lead_to_the_evidence_beside_the_file(written: tuple[OnePager, Path]) -> None:
    page, path = written
    source = {"en": "Source: ", "zh": "资料来源："}[page.lang]
    told = [(one.link, one.quote) for one in page.cards if one.link]
    told += [(one.link, f"{one.metric} {one.figure}") for one in page.figures if one.link]
    assert len(told) == 5
    with pikepdf.open(path) as pdf:
        links = list(pdf.pages[0].Annots)
        assert [(str(one.A.URI), str(one.Contents)) for one in links] == [
            (link, source + text) for link, text in told
        ]
        assert all(one.A.S == "/URI" and one.F == 4 for one in links)


def test_a_link_covers_the_words_it_belongs_to(written: tuple[OnePager, Path]) -> None:
    page, path = written
    words = [one.quote for one in page.cards if one.link]
    words += [one.figure for one in page.figures if one.link]
    with pikepdf.open(path) as pdf:
        boxes = [[float(side) for side in one.Rect] for one in pdf.pages[0].Annots]
    for text, (left, bottom, right, top) in zip(words, boxes, strict=True):
        area = [left, 842 - top, right - left + 1, top - bottom]
        sides = [
            part
            for side in zip(("-x", "-y", "-W", "-H"), map(round, area), strict=True)
            for part in side
        ]
        command = ["pdftotext", "-raw", *map(str, sides), str(path), "-"]
        found = subprocess.run(command, check=True, capture_output=True).stdout.decode()
        assert "".join(found.split()) == "".join(text.split())


def test_a_quote_of_many_lines_is_one_link(written: tuple[OnePager, Path]) -> None:
    with pikepdf.open(written[1]) as pdf:
        links = [one for one in elements(pdf.Root.StructTreeRoot.K) if one.S == "/Link"]
        assert len(links) == 5
        assert max(len(one.K) for one in links) > 3  # the annotation, and a part for each line


def test_a_link_is_percent_encoded_once(tmp_path: Path) -> None:
    page = make_page()
    cards = (replace(page.cards[0], link="证据 页.html?a=%E4&b#x-1"), *page.cards[1:])
    write_onepager(replace(page, cards=cards), tmp_path / "page.pdf")
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        (link,) = pdf.pages[0].Annots
        assert str(link.A.URI) == "%E8%AF%81%E6%8D%AE%20%E9%A1%B5.html?a=%E4&b#x-1"


def test_nothing_of_this_machine_is_in_the_file(written: tuple[OnePager, Path]) -> None:
    plain = written[1].with_suffix(".qdf")
    command = ["qpdf", "--qdf", "--object-streams=disable", str(written[1]), str(plain)]
    subprocess.run(command, check=True)
    assert b"file:" not in plain.read_bytes()
    assert str(Path(__file__).parents[3]).encode() not in plain.read_bytes()


def test_headers_are_listed_by_identifier(written: tuple[OnePager, Path]) -> None:
    with pikepdf.open(written[1]) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        listed = dict(zip(map(bytes, names[::2]), names[1::2], strict=True))
        assert list(listed) == sorted(listed)
        assert all(
            element.S == "/TH" and bytes(element.ID) == name for name, element in listed.items()
        )
        cells = [one for one in elements(pdf.Root.StructTreeRoot.K) if one.S == "/TD"]
        for cell in cells:
            scopes = [str(listed[bytes(name)].A.Scope) for name in cell.A.Headers]
            assert scopes == ["/Row", "/Column"]


def _first(pdf: pikepdf.Pdf, tag: str) -> Dictionary:
    return next(one for one in elements(pdf.Root.StructTreeRoot.K) if str(one.S) == tag)


def _font(pdf: pikepdf.Pdf) -> Dictionary:
    return next(iter(dict(pdf.pages[0].Resources.Font).values()))


def _draw(pdf: pikepdf.Pdf, content: bytes) -> None:
    pdf.pages[0].Contents = pdf.make_stream(pdf.pages[0].Contents.read_bytes() + content)


def _rewrite(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    content = pdf.Root.Metadata.read_bytes()
    assert old in content
    pdf.Root.Metadata.write(content.replace(old, new))


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Extra = pdf.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


BREAKS: dict[str, Callable[[pikepdf.Pdf], object]] = {
    "6.2.3": lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
    "6.2.4": lambda pdf: _draw(pdf, b"\n/Artifact BMC 0 0 0 1 k 0 0 1 1 re f EMC"),
    "6.2.10": lambda pdf: pdf.pages[0].Resources.ExtGState["/a1.0"].update({"/BM": Name.Multiply}),
    "6.2.11.4.1": lambda pdf: (
        _font(pdf).DescendantFonts[0].FontDescriptor.__delitem__("/FontFile3")
    ),
    "6.2.11.5": lambda pdf: _font(pdf).DescendantFonts[0].update({"/W": Array(), "/DW": 77}),
    "6.2.11.7.2": lambda pdf: _font(pdf).__delitem__("/ToUnicode"),
    "6.3.2": lambda pdf: pdf.pages[0].Annots[0].update({"/F": 6}),
    "6.4": lambda pdf: pdf.Root.update({"/AcroForm": Dictionary(NeedAppearances=True)}),
    "6.5.1 there is JavaScript": _script,
    "6.5.1 an action": lambda pdf: pdf.pages[0].Annots[0].A.update({"/S": Name.Launch}),
    "6.6.2 ": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "6.6.2.3": lambda pdf: _rewrite(pdf, b">http://www.aiim.org/pdfua/ns/id/<", b">urn:x<"),
    "6.6.4": lambda pdf: _rewrite(pdf, b"conformance>A", b"conformance>B"),
    "Info: /Title": lambda pdf: pdf.docinfo.update({"/Title": String("Another")}),
    "6.7.2": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "6.7.3 there": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "6.7.3, UA": lambda pdf: _draw(pdf, b"\n0 0 1 1 re f"),
    "6.7.4": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "6.8 a file is not": lambda pdf: pdf.Root.__delitem__("/AF"),
    "6.8 a file lacks": lambda pdf: pdf.Root.AF[0].__delitem__("/AFRelationship"),
    "6.8 a file has no media": lambda pdf: pdf.Root.AF[0].EF.F.__delitem__("/Subtype"),
    "UA 7.3": lambda pdf: _first(pdf, "/Figure").__delitem__("/Alt"),
    "UA 7.4.2": lambda pdf: _first(pdf, "/H1").update({"/S": Name.H3}),
    "UA 7.5": lambda pdf: _first(pdf, "/TH").A.__delitem__("/Scope"),
    "UA 7.18.5": lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"),
    "UA 7.18 ": lambda pdf: _first(pdf, "/Link").update({"/K": Array()}),
}


@pytest.mark.parametrize("rule", BREAKS)
def test_the_rules_find_what_breaks_them(rule: str, saved: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(saved) as pdf:
        BREAKS[rule](pdf)
        pdf.save(broken)
    faults = archive_faults(broken)
    assert faults
    assert any(fault.startswith(rule) for fault in faults), faults


def test_the_rules_find_encryption(english: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(english) as pdf:
        pdf.save(broken, encryption=pikepdf.Encryption(owner="x", user=""))
    assert any("is encrypted" in fault for fault in archive_faults(broken))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"%PDF-1.7", b"%PDF-2.0", "6.1.2 the header"),
        (b"\n%\xf0\x9f\x96\xa4", b"\n%text", "6.1.2 no comment"),
        (b"/Subtype /XML", b"/Subtype /TXT", "6.6.2.1"),  # a writer of PDF would set it right
        (b"%%EOF\n", b"%%EOF\nmore", "6.1.3 something follows the end"),
    ],
)
def test_the_rules_find_wrong_bytes(
    old: bytes, new: bytes, rule: str, english: Path, tmp_path: Path
) -> None:
    content = english.read_bytes()
    assert content.count(old) == 1
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(content.replace(old, new))
    assert [fault for fault in archive_faults(broken) if not fault.startswith(rule)] == []
    assert archive_faults(broken) != []
