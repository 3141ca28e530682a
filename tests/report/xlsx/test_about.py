"""What the sheet About says of what a workbook holds, and of what is told beside it."""

import shutil
from pathlib import Path

import pyarrow as pa
import pytest

from exporter.check import check
from exporter.facts.words import LANGUAGES, Lang
from exporter.report.about_words import WHAT
from exporter.report.labels import ABOUT
from exporter.report.xlsx.layout import Beside, lay_out_workbook
from tests.figured_report import edit
from tests.noted_report import FACTS
from tests.writers.sample_book import in_memory


@pytest.mark.parametrize("lang", LANGUAGES)
def test_withdrawn_facts_and_views_are_counted(noted: Path, tmp_path: Path, lang: Lang) -> None:
    folder = tmp_path / "report"
    shutil.copytree(noted / "report", folder)
    before = counts(folder, lang, 0)
    edit(folder / FACTS, "- id: owner\n", "- id: owner\n  status: withdrawn\n")
    after = counts(folder, lang, 3)
    withdrawn, views = (WHAT[key].in_(lang) for key in ("withdrawn", "views"))
    assert {withdrawn, views}.isdisjoint(before)
    assert after == before | {withdrawn: 1, views: 3}


def counts(folder: Path, lang: Lang, views: int) -> dict[str, float]:
    """What the sheet counts of the workbook itself, by what it is called."""
    checked = check(folder)
    report = checked.report
    book = lay_out_workbook(
        report, report.workbooks[0], checked.evidence.facts, checked.sources, lang,
        beside=Beside(views=views),
    )  # fmt: skip
    [about] = [sheet for sheet in book.sheets if sheet.name == ABOUT.in_(lang)]
    _, item, _, count = in_memory(about.tables[0]).columns
    rows = zip(*(pa.array(one).to_pylist() for one in (item.texts, count.numbers)), strict=True)
    own = {text.in_(lang) for text in WHAT.values()}
    return {text: number for text, number in rows if text in own and number is not None}
