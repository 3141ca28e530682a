"""Libraries that others wrote read a workbook of ours as the facts say; `make soak` runs all of them."""

from pathlib import Path

import pytest

from exporter.check import CheckedReport, check
from exporter.facts.words import LANGUAGES, Lang
from scripts.readers import python_readers
from scripts.readers.expected import Expected, expected_facts
from scripts.readers.judge import Verdict, judged
from scripts.readers.readings import Cell, Sheet
from scripts.readers.sample import BOOK, build_sample, make_sample

HERE = ("openpyxl", "python-calamine", "pandas, openpyxl", "pandas, calamine")
Sample = tuple[CheckedReport, Path]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    folder = tmp_path_factory.mktemp("sample")
    report = make_sample(folder)
    build_sample(report, folder / "output")
    return check(report), folder / "output"


def expected(sample: Sample, lang: Lang) -> list[Expected]:
    return list(expected_facts(sample[0], BOOK, lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", HERE)
def test_a_library_reads_what_the_facts_say(sample: Sample, name: str, lang: Lang) -> None:
    book = python_readers.READERS[name](sample[1] / f"{BOOK}.{lang}.xlsx")
    facts = expected(sample, lang)
    verdicts = judged(book, facts, {}, 0, 0)
    assert verdicts["value"] == Verdict(len(facts), len(facts))
    assert verdicts["text"] == Verdict(len(facts), len(facts))


def test_what_is_read_otherwise_is_told(sample: Sample) -> None:
    fact = expected(sample, "en")[0]
    cells = {
        f"B{fact.row}": Cell(value=0.2, shown="20%"),
        f"H{fact.row}": Cell(value=fact.quote + " "),
        f"J{fact.row}": Cell(link="https://other.example/"),
        "B40": Cell(formula=""),
    }
    verdicts = judged({fact.sheet: Sheet(cells, [])}, [fact], {}, 2, 3)
    assert {aspect: str(verdict) for aspect, verdict in verdicts.items()} == {
        "value": "0 of 1", "text": "0 of 1", "format": "0 of 1", "link": "0 of 1",
        "table": "0 of 2", "formula": "0 of 3",
    }  # fmt: skip
    assert "'20%'" in verdicts["format"].first
