"""Fiscal years that a source names by two years: in words, in asides, in heads of tables."""

from datetime import date

import pytest

from exporter.drafting.model import Named, Setting
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual
from tests.drafting.said_for_figures import sentences_of, setting_of, stated

_PUBLISHED = date(2024, 5, 14)
_SEPTEMBER = YearEnd(9, 30)
_CALENDAR = YearEnd(12, 31)


def _setting(text: str, year_end: YearEnd | None) -> Setting:
    title = text.partition("\n")[0]
    plain = setting_of(text.replace("|", " "), "en", title, _PUBLISHED)
    entities = (Named(Bilingual("Brekke Pumps", ""), (), year_end),)
    return Setting(plain.source, "en", entities, (), plain.conventions, _PUBLISHED)


def _said(text: str, words: str, year_end: YearEnd | None = _SEPTEMBER) -> tuple[str, str]:
    setting, sentences = _setting(text, year_end), sentences_of(text)
    sentence = next(one for one in sentences if words in one.text)
    guess = Periods(setting, sentences).of(stated(sentence.text, words), sentence)
    return guess.value, guess.doubt


@pytest.mark.parametrize("year_end", [_SEPTEMBER, None])
@pytest.mark.parametrize(
    ("line", "words", "period"),
    [
        ("Turnover was NOK 918 million.", "NOK 918", "FY2024-H1"),
        ("Turnover was NOK 918 million (H1 2022/23: NOK 871 million).", "NOK 871", "FY2023-H1"),
        ("In the second quarter turnover was NOK 460 million.", "NOK 460", "FY2024-Q2"),
        ("For 2023/24 we expect turnover of NOK 1,900 million.", "NOK 1,900", "FY2024"),
        ("In 2022-23 turnover was NOK 1,790 million.", "NOK 1,790", "FY2023"),
    ],
)
def test_periods_are_of_the_year_that_ends_later(
    line: str, words: str, period: str, year_end: YearEnd | None
) -> None:
    text = f"Brekke Pumps: results for the first half of 2023/24\n{line}"
    assert _said(text, words, year_end) == (period, "")


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("Highlights of the second quarter (January–March 2024)", "FY2024-Q2"),
        ("Second quarter report (January-March 2024)", "FY2024-Q2"),
        ("Interim report for the first half", "FY2024-H1"),
    ],
)
def test_a_document_without_its_year_is_of_the_part_that_is_over(head: str, period: str) -> None:
    text = f"Brekke Pumps\n{head}\nTurnover was NOK 918 million (Q2 2022/23: NOK 871 million)."
    assert _said(text, "NOK 918") == (period, "")


def test_a_split_year_of_a_company_with_calendar_years_is_doubted() -> None:
    text = "Brekke Pumps: results for the first quarter of 2024\nIn the 2023/24 season it sold 340 pumps."
    period, doubt = _said(text, "340", _CALENDAR)
    assert period == "FY2024"
    assert "calendar years" in doubt


@pytest.mark.parametrize(
    ("heads", "periods"),
    [
        ("\tH1 2023/24\tH1 2022/23", ["FY2024-H1", "FY2023-H1"]),
        ("\tQ2 23/24\tQ2 22/23", ["FY2024-Q2", "FY2023-Q2"]),
        ("\t2022/23\t2021/22", ["FY2023", "FY2022"]),
        ("\tFY22/23\tFY21/22", ["FY2023", "FY2022"]),
        ("\t2022/2023\t2021/2022", ["FY2023", "FY2022"]),
        ("\t2022-23\t2021-22", ["FY2023", "FY2022"]),
        ("\t2023/24 Q1\t2022/23 Q1", ["FY2024-Q1", "FY2023-Q1"]),
    ],
)
def test_heads_of_tables(heads: str, periods: list[str]) -> None:
    text = f"Brekke Pumps: first half of 2023/24\n\nNOK million{heads}\nTurnover\t918\t871\nGross profit\t402\t377"
    drafts = drafts_of_tables(_setting(text, _SEPTEMBER))
    assert [draft.period for draft in drafts] == periods * 2
