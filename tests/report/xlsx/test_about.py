"""The sheet About of the shipped workbooks."""

from pathlib import Path

import openpyxl
import pytest

from exporter.check import CheckedReport
from exporter.facts.words import LANGUAGES, QUALIFIER_LABELS, STATUS_LABELS, Lang
from exporter.report.about_words import TOPICS
from exporter.report.labels import ABOUT


@pytest.mark.parametrize("lang", LANGUAGES)
def test_about_says_what_it_is_how_it_is_read_and_what_was_checked(
    built: Path, checked: CheckedReport, lang: Lang
) -> None:
    book = openpyxl.load_workbook(built / f"foundations.{lang}.xlsx")
    rows = list(book[ABOUT.in_(lang)].iter_rows(min_row=5, values_only=True))
    assert {row[0] for row in rows} == {topic.in_(lang) for topic in TOPICS.values()}
    texts = [row[2] for row in rows]
    assert {checked.report.title.in_(lang), checked.report.author.in_(lang)} <= {*texts}
    items = [row[1] for row in rows]
    for label in (*QUALIFIER_LABELS.values(), *STATUS_LABELS.values()):
        assert label.in_(lang) in items
    facts = sum(sheet.max_row - 4 for sheet in book if sheet["K4"].value in {"Fact", "编号"})
    assert facts in [row[3] for row in rows]
