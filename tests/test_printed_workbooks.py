"""Workbooks as LibreOffice prints them: nothing cut, no ####, no letters under eight points.

In the usual theme, in one whose fonts, paper and page header are a house's own, and of the profile
`accessible`. The other themes that come with the exporter differ from the usual one in colours
alone, and so are not printed.
"""

import re
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest
from openpyxl import load_workbook
from pypdfium2 import raw

from exporter import read_facts
from exporter.check import check
from exporter.facts.fact_set import FactSet
from exporter.facts.views import View
from exporter.facts.words import LANGUAGES, Lang
from exporter.inputs.opened import Inputs
from exporter.report.changes import compare_editions
from exporter.report.definition import ReportDefinition
from exporter.report.starter import make_report
from exporter.report.themes.read import read_theme, shipped_themes, theme_place
from exporter.report.xlsx.layout import Beside, lay_out_workbook
from exporter.writers.xlsx import write_workbook
from tests.conftest import Office

LEAST = 8 * 0.985  # points; charts round theirs
# A figures font with the widest digits that offices have, beside a text font with usual ones.
HOUSE = """
name = {en = "Quayside Research and Advisory Partners", zh = "码头研究与咨询合伙公司"}
author = {en = "Ann Reed, Transport", zh = "任安，交通运输"}
contact = "ann@quay.example"
paper = "letter"
[palette]
accent = "#8A1538"
[fonts]
text = "Noto Serif"
text_zh = "Noto Serif CJK SC"
figures = "DejaVu Sans"
"""
LOOKS = [(look, lang) for look in ("desk", "house", "accessible") for lang in LANGUAGES]
OTHERS = [look for look in shipped_themes() if look != "desk"]
FACTS = """
- defaults: {entity: Example Motors, source: press-note, quote: No such words, period: 2026-Q3}
- {id: narrow, metric: {en: Q, zh: 量}, value: 7}
- {id: long-money, metric: {en: Sum of everything that was ever paid, zh: 历年支付总额}, value: 123456789012.25, unit: EUR}
- {id: loss, metric: {en: Loss, zh: 亏损}, value: -98765.4321, unit: NOK million, qualifier: about}
- {id: loss-before, metric: {en: Loss, zh: 亏损}, value: -8.4321, unit: NOK million, period: 2025-Q3}
- {id: guided, metric: {en: Guided, zh: 指引}, value: {from: -6000000.5, to: -20.25}, unit: USD billion}
- {id: share, metric: {en: Share, zh: 占比}, value: 0.00012345, unit: "%", qualifier: order of}
- {id: opening, metric: {en: Opening, zh: 启用}, value: 2026-11-30}
- id: an-id-that-is-as-long-as-analysts-make
  metric: {en: "A metric whose name goes on, over several lines, to the end of them", zh: 名称很长的指标，需要占用好几行才能完整显示出来，一直到最后}
  value: {en: "A text that is long enough to need many lines in a column as narrow as that of values, and more", zh: 一段足够长的文字，在数值列这样窄的列中需要占用许多行才能完整显示，并且还有更多内容}
  attribution: {en: The office of the commissioner for inland waterways, zh: 内河航道事务专员办公室}
  quote: These words of an invented source are many, since a quote may be a whole paragraph of a report that nobody shortened; so it takes a good number of lines, and each has to be seen to the end, up to the very last word
  quote_en: And the same holds of its translation, which is no shorter than what it translates, and has to be seen as well
  quote_zh: 译文也是如此，其长度不短于原文，同样必须完整显示，直到最后一个字为止，不得有任何遗漏
- {id: units, metric: {en: Own units, zh: 自有单位}, value: 12345678.9, unit: {en: standard containers of twenty feet, zh: 二十英尺标准集装箱}}
"""
# What is calculated of facts with long ids, so that its formula takes many lines.
CALCULATED = """
- defaults: {entity: Only sums, source: press-note, quote: No such words, period: 2026-Q3}
- {id: the-loss-of-all-divisions-2026-q3, metric: {en: All losses, zh: 全部亏损}, value: -12.4, unit: NOK million}
- {id: the-loss-of-all-divisions-2025-q3, metric: {en: All losses, zh: 全部亏损}, value: -18.9, unit: NOK million, period: 2025-Q3}
- {id: loss-more, metric: {en: More lost, zh: 亏损增加}, unit: NOK million, formula: the-loss-of-all-divisions-2026-q3 - the-loss-of-all-divisions-2025-q3}
- {id: loss-rate, metric: {en: Rate, zh: 比率}, unit: "%", formula: the-loss-of-all-divisions-2026-q3 / (the-loss-of-all-divisions-2025-q3 + loss) - 0.5}
- {id: noted, metric: {en: Noted, zh: 附注}, value: 3, unit: tonnes, note: {en: "Nothing that stands elsewhere, nor internationally-standardised-bookkeeping matters", zh: 不包括已在其他地方列示的内容}}
"""
# Three bars, as wide as a page has room for.
CHARTED = """
- defaults: {entity: Only bars, source: press-note, quote: No such words}
- {id: generation-2026-q3, metric: {en: Generation, zh: 发电量}, value: 412, unit: GWh, period: 2026-Q3}
- {id: generation-2026-q2, metric: {en: Generation, zh: 发电量}, value: 388, unit: GWh, period: 2026-Q2}
- {id: generation-2025-q3, metric: {en: Generation, zh: 发电量}, value: 395, unit: GWh, period: 2025-Q3}
"""
# Each on a sheet by itself, whose columns are as narrow as its figures let them be.
ALONE = ("value: 123456789012.25, unit: EUR", "value: 2026-11-30")


@pytest.fixture(scope="module")
def printed(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workbooks of long and narrow values in each look, and what LibreOffice makes of them."""
    folder = tmp_path_factory.mktemp("printed")
    report = _stress_report(folder / "report")
    books = _write_books(report, _earlier(report, folder / "earlier"), folder)
    office.convert("pdf", folder, *books)
    fitted = folder / "fitted"
    fitted.mkdir()
    for book in books:
        _without_heights(book, fitted / book.name)
    office.convert("xlsx", folder / "fitted" / "found", *fitted.glob("*.xlsx"))
    return folder


def _stress_report(folder: Path) -> Path:
    list(make_report(folder))
    definition = folder / "report.yaml"
    text = definition.read_text("utf-8").replace("evidence: required", "evidence: optional")
    names = [(f"Only {n}", f"仅{n}") for n in range(len(ALONE))]
    names += [("Only bars", "图表"), ("Only sums", "计算")]
    more = "".join(f"  - {{name: {{en: {en}, zh: {zh}}}}}\n" for en, zh in names)
    definition.write_text(text.replace("entities:\n", f"entities:\n{more}"), "utf-8")
    lines = (
        f"- {{id: only-{n}, entity: Only {n}, source: press-note, quote: No such words,"
        f" metric: {{en: Q, zh: 量}}, period: 2026-Q3, {value}}}\n"
        for n, value in enumerate(ALONE)
    )
    (folder / "facts/long.yaml").write_text(FACTS + "".join(lines), "utf-8")
    (folder / "facts/calculated.yaml").write_text(CALCULATED, "utf-8")
    (folder / "facts/charted.yaml").write_text(CHARTED, "utf-8")
    return folder


def _earlier(report: Path, folder: Path) -> Path:
    """An earlier edition of it, in which all figures were others."""
    shutil.copytree(report, folder)
    definition = folder / "report.yaml"
    definition.write_text(
        definition.read_text("utf-8").replace("edition: 2026-01-31", "edition: 2025-12-31"), "utf-8"
    )
    for facts in (folder / "facts").iterdir():
        text = facts.read_text("utf-8")
        facts.write_text(re.sub(r"(value: -?\d)(?![\d-]{3}-)", r"\g<1>1", text), "utf-8")
    return folder


class _Edition(NamedTuple):
    """What is compared of an edition."""

    facts: FactSet
    views: Sequence[View]
    report: ReportDefinition


def _edition(report: Path) -> _Edition:
    checked = check(report)
    assert not checked.problems
    return _Edition(read_facts(report), checked.views, checked.report)


def _write_books(report: Path, earlier: Path, folder: Path) -> list[Path]:
    """Write the workbooks of all looks; gives those to be printed."""
    checked = check(report)
    assert not checked.problems
    changes = compare_editions(_edition(earlier), _edition(report))
    beside = Beside(changes, len(checked.views))
    (folder / "house.toml").write_text(HOUSE, "utf-8")
    for look in (*shipped_themes(), "house", "accessible"):
        name = {"house": "house.toml", "accessible": "desk"}.get(look, look)
        theme, problems = read_theme(theme_place(name, (folder,), Inputs.of(folder)))
        assert not problems
        profile = "accessible" if look == "accessible" else None
        definition = checked.report.model_copy(update={"theme": theme, "profile": profile})
        (wanted,) = definition.workbooks
        for lang in LANGUAGES:
            facts = checked.evidence.facts
            book = lay_out_workbook(definition, wanted, facts, checked.sources, lang, beside=beside)
            write_workbook(book, folder / f"{look}.{lang}.xlsx")
    return [folder / f"{look}.{lang}.xlsx" for look, lang in LOOKS]


def _without_heights(book: Path, path: Path) -> None:
    """A workbook of whose rows LibreOffice has to find the heights."""
    with zipfile.ZipFile(book) as good, zipfile.ZipFile(path, "w") as bare:
        for part in good.namelist():
            content = good.read(part)
            if "worksheets/sheet" in part:
                content = re.sub(rb' ht="[^"]*"', b"", content)
            bare.writestr(part.replace(".xlsx", ""), content)


def _without_colours(book: Path) -> dict[str, bytes]:
    """What is written in a workbook's parts, but for colours."""
    with zipfile.ZipFile(book) as parts:
        return {
            name: re.sub(rb'"[0-9A-F]{6,8}"', b"", parts.read(name)) for name in parts.namelist()
        }


def _pages(folder: Path, look: str, lang: Lang) -> list[Any]:
    pdf = pypdfium2.PdfDocument(folder / f"{look}.{lang}.pdf")
    return [page.get_textpage() for page in pdf]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("look", OTHERS)
def test_other_themes_differ_in_colours_alone(printed: Path, look: str, lang: Lang) -> None:
    book, usual = printed / f"{look}.{lang}.xlsx", printed / f"desk.{lang}.xlsx"
    assert book.read_bytes() != usual.read_bytes()
    assert _without_colours(book) == _without_colours(usual)


@pytest.mark.parametrize(("look", "lang"), LOOKS)
def test_no_figure_is_too_wide_for_its_column(printed: Path, look: str, lang: Lang) -> None:
    pages = [page.get_text_range() for page in _pages(printed, look, lang)]
    assert len(pages) > 4 + 2 * len(ALONE)
    assert [page for page in pages if "##" in page] == []


@pytest.mark.parametrize(("look", "lang"), LOOKS)
def test_no_row_is_lower_than_its_texts(printed: Path, look: str, lang: Lang) -> None:
    name = f"{look}.{lang}.xlsx"
    book, fitted = load_workbook(printed / name), load_workbook(printed / "fitted/found" / name)
    cut = [
        f"{sheet.title}!{row}: {given.ht} of {needed}"
        for sheet in book.worksheets
        for row, given in sheet.row_dimensions.items()
        if given.ht and (needed := fitted[sheet.title].row_dimensions[row].ht or 0) > given.ht + 0.5
    ]
    assert cut == []


@pytest.mark.parametrize(("look", "lang"), LOOKS)
def test_no_letter_is_smaller_than_eight_points(printed: Path, look: str, lang: Lang) -> None:
    sizes = {}
    for page in _pages(printed, look, lang):
        text = page.get_text_range()
        for at in range(page.count_chars()):
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(page.raw, at, matrix)
            size = round(raw.FPDFText_GetFontSize(page.raw, at) * abs(matrix.d), 2)
            if size < LEAST and page.get_text_range(at, 1).strip():
                sizes[size] = text
    assert sizes == {}


@pytest.mark.parametrize(("look", "lang"), LOOKS)
def test_facts_are_two_pages_across(printed: Path, look: str, lang: Lang) -> None:
    """Each page of A to G is followed by one with A again, and the quotes."""
    pages = [page.get_text_range() for page in _pages(printed, look, lang)]
    value, quote, metric = (
        ("Value", "Quote", "Metric") if lang == "en" else ("数值", "原文", "指标")
    )
    heads = [
        (value in page, quote in page)
        for page in pages
        if metric in page and ("Status" in page or "状态" in page or quote in page)
    ]
    assert heads[:2] == [(True, False), (False, True)]


@pytest.mark.parametrize(("look", "lang"), LOOKS)
def test_a_note_takes_lines_where_it_would_be_cut(printed: Path, look: str, lang: Lang) -> None:
    """Beyond the first page A is printed without its neighbours, over which a text would run."""
    book = load_workbook(printed / f"{look}.{lang}.xlsx")
    sheet = book["Example Motors" if lang == "en" else "示例汽车"]
    assert sheet["A2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height > 36  # lines of 10 points, and some air
    changes = book["Changes" if lang == "en" else "变动"]
    assert changes["A2"].alignment.wrap_text
    about = book["About" if lang == "en" else "说明"]
    assert not about["A2"].alignment.wrap_text  # it fits on one page


@pytest.mark.parametrize(("look", "lang"), LOOKS)
def test_a_chart_that_fits_is_printed_beside_its_table(
    printed: Path, look: str, lang: Lang
) -> None:
    title, value, quote, drawn = (
        ("Only bars", "Value", "Quote", "Generation (")
        if lang == "en"
        else ("图表", "数值", "原文", "发电量（")
    )
    pages = [page.get_text_range() for page in _pages(printed, look, lang)]
    told = [(value in page, quote in page, drawn in page) for page in pages if page_of(page, title)]
    assert [page for page in told if any(page)] == [(True, False, False), (False, True, True)]


def page_of(text: str, title: str) -> bool:
    """Whether a page is of the sheet of an entity, above whose table its name stands."""
    return title in map(str.strip, text.splitlines()) and has_rows(text)


def has_rows(text: str) -> bool:
    """Whether a page has the names of rows of a sheet of facts."""
    return "Metric" in text or "指标" in text


@pytest.mark.parametrize(("look", "lang"), LOOKS)
def test_no_page_has_but_the_names_of_rows(printed: Path, look: str, lang: Lang) -> None:
    pdf = pypdfium2.PdfDocument(printed / f"{look}.{lang}.pdf")
    bare = []
    for number, page in enumerate(pdf, 1):
        width, height = page.get_size()
        text = page.get_textpage()
        rects = [text.get_rect(at) for at in range(text.count_rects())]
        body = [right for _, bottom, right, _ in rects if 56 < bottom < height - 62]
        if has_rows(text.get_text_range()) and max(body) < width * 0.3:
            bare.append(number)
    assert bare == []
