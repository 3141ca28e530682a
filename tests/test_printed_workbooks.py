"""Workbooks as LibreOffice prints them: nothing cut, no ####, no letters under eight points."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from pypdfium2 import raw

from exporter.build import build
from exporter.facts.words import LANGUAGES, Lang
from exporter.report.starter import make_report
from tests.conftest import Office

LEAST = 8 * 0.985  # points; charts round theirs
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


@pytest.fixture(scope="module")
def printed(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbooks of a report of long and narrow values, and what LibreOffice makes of them."""
    folder = tmp_path_factory.mktemp("printed")
    list(make_report(folder / "report"))
    definition = folder / "report/report.yaml"
    text = definition.read_text("utf-8")
    definition.write_text(text.replace("evidence: required", "evidence: optional"), "utf-8")
    (folder / "report/facts/long.yaml").write_text(FACTS, "utf-8")
    build(folder / "report", folder / "output")
    books = sorted((folder / "output").rglob("*.xlsx"))
    assert len(books) == len(LANGUAGES)
    office.convert("pdf", folder, *books)
    fitted = folder / "fitted"
    fitted.mkdir()
    for book in books:
        _without_heights(book, fitted / book.name)
    office.convert("xlsx", folder / "fitted", *fitted.glob("*.xlsx"))
    return folder


def _without_heights(book: Path, path: Path) -> None:
    """A workbook of whose rows LibreOffice has to find the heights."""
    with zipfile.ZipFile(book) as good, zipfile.ZipFile(path, "w") as bare:
        for part in good.namelist():
            content = good.read(part)
            if "worksheets/sheet" in part:
                content = re.sub(rb' ht="[^"]*"', b"", content)
            bare.writestr(part.replace(".xlsx", ""), content)


def _book(folder: Path, lang: Lang) -> Path:
    (path,) = (folder / "output").rglob(f"*.{lang}.xlsx")
    return path


def _pages(folder: Path, lang: Lang) -> list[Any]:
    pdf = pypdfium2.PdfDocument(folder / f"{_book(folder, lang).stem}.pdf")
    return [page.get_textpage() for page in pdf]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_figure_is_too_wide_for_its_column(printed: Path, lang: Lang) -> None:
    pages = [page.get_text_range() for page in _pages(printed, lang)]
    assert len(pages) > 4
    assert [page for page in pages if "##" in page] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_row_is_lower_than_its_texts(printed: Path, lang: Lang) -> None:
    path = _book(printed, lang)
    book, fitted = load_workbook(path), load_workbook(printed / "fitted" / path.name)
    cut = [
        f"{sheet.title}!{row}: {given.ht} of {needed}"
        for sheet in book.worksheets
        for row, given in sheet.row_dimensions.items()
        if given.ht and (needed := fitted[sheet.title].row_dimensions[row].ht or 0) > given.ht + 0.5
    ]
    assert cut == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_letter_is_smaller_than_eight_points(printed: Path, lang: Lang) -> None:
    sizes = {}
    for page in _pages(printed, lang):
        for at in range(page.count_chars()):
            matrix = raw.FS_MATRIX()
            raw.FPDFText_GetMatrix(page.raw, at, matrix)
            letter = page.get_text_range(at, 1)
            if letter.strip():
                size = raw.FPDFText_GetFontSize(page.raw, at) * abs(matrix.d)
                sizes[round(size, 2)] = letter
    assert {size: letter for size, letter in sizes.items() if size < LEAST} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_facts_are_two_pages_across(printed: Path, lang: Lang) -> None:
    """Each page of A to G is followed by one with A again, the quotes and the chart."""
    pages = [page.get_text_range() for page in _pages(printed, lang)]
    value, quote, metric = (
        ("Value", "Quote", "Metric") if lang == "en" else ("数值", "原文", "指标")
    )
    heads = [
        (value in page, quote in page)
        for page in pages
        if metric in page and ("Status" in page or "状态" in page or quote in page)
    ]
    facts = heads[: heads.index((False, True)) + 1]
    assert facts[:2] == [(True, False), (False, True)]
