"""Fiscal years that a text names by the year in which they begin, and guidance that goes on."""

from datetime import date

import pytest

from exporter.drafting.model import Guess, Named, Setting
from exporter.drafting.periods.figure_periods import Periods
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual, Lang
from tests.drafting.said_for_figures import sentences_of, setting_of, stated

_JANUARY = YearEnd(1, 31)
_DAY = date(2026, 11, 24)
_LEAD = "Pellworth Toys said sales rose 6% to $640 million in the quarter ended Oct. 31."
_LEAD_ZH = "佩沃斯玩具公布业绩：截至10月31日的三个月收入为6.4亿美元。"


def _period(text: str, words: str, year_end: YearEnd = _JANUARY, lang: Lang = "en") -> Guess[str]:
    lines = f"{_LEAD if lang == 'en' else _LEAD_ZH}\n{text}"
    plain = setting_of(lines, lang, "Pellworth Toys lifts forecast", _DAY)
    entities = (Named(Bilingual("Pellworth Toys", "佩沃斯玩具"), (), year_end),)
    setting = Setting(plain.source, lang, entities, (), plain.conventions, _DAY)
    sentences = sentences_of(lines)
    sentence = next(one for one in sentences if words in one.text)
    return Periods(setting, sentences).of(stated(sentence.text, words), sentence)


@pytest.mark.parametrize(
    ("text", "words", "period", "why"),
    [
        (
            "For fiscal 2026, which ends in January, it expects sales of $2.9 billion.",
            "$2.9",
            "FY2027",
            "yet to end",
        ),
        (
            "Sales in fiscal 2026, ending Jan. 30, 2027, will be about $2.9 billion.",
            "$2.9",
            "FY2027",
            "on which day",
        ),
        ("It expects sales of $2.9 billion in fiscal 2026.", "$2.9", "FY2027", "expected of it"),
        ("It forecasts sales of $2.9 billion for FY2026.", "$2.9", "FY2027", "expected of it"),
        (
            "In the third quarter of fiscal 2026, which ended on Oct. 31, 2026, it opened 12 shops.",
            "12",
            "FY2027-Q3",
            "on which day",
        ),
        (
            "For fiscal 2026, it expects a margin of 9%. In fiscal 2025 it made $184 million.",
            "$184",
            "FY2026",
            "expected of it",
        ),
    ],
)
def test_a_year_named_by_its_start_is_the_one_meant_in_doubt(
    text: str, words: str, period: str, why: str
) -> None:
    found = _period(text, words)
    assert found.value == period
    assert why in found.doubt


def test_a_chinese_one_too() -> None:
    found = _period("公司预计2026财年收入为29亿美元。", "29亿", lang="zh")
    assert found.value == "FY2027"
    assert "expected of it" in found.doubt


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("For fiscal 2027, which ends in January, it expects sales of $2.9 billion.", "$2.9", "FY2027"),
        ("It expects sales of $2.9 billion in fiscal 2027.", "$2.9", "FY2027"),
        ("In fiscal 2026, which ended in January, it made $184 million.", "$184", "FY2026"),
        ("It expects sales to grow from $2.7 billion in fiscal 2026.", "$2.7", "FY2026"),
        ("It made $184 million in fiscal 2026, and expects more.", "$184", "FY2026"),
        ("It expects sales of $2.9 billion in 2026/27.", "$2.9", "FY2027"),
    ],
)  # fmt: skip
def test_a_year_named_by_its_end_stays_so(text: str, words: str, period: str) -> None:
    found = _period(text, words)
    assert found.value == period
    assert "begins" not in found.doubt


def test_of_calendar_years_nothing_changes() -> None:
    text = "For fiscal 2026, which ends in December, it expects sales of $2.9 billion."
    assert _period(text, "$2.9", YearEnd(12, 31)) == Guess("FY2026")


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        (
            "For fiscal 2026, it now expects a profit of $310 million. It sees like-for-like sales growing 2% to 3%.",
            "2%",
            "FY2027",
        ),
        (
            "For fiscal 2027, it expects a profit of $310 million. It sees operating margin of 9%.",
            "9%",
            "FY2027",
        ),
        (
            "For fiscal 2027, it expects a profit of $310 million. It forecasts same-store sales rising 4%.",
            "4%",
            "FY2027",
        ),
    ],
)
def test_guidance_goes_on_with_its_year(text: str, words: str, period: str) -> None:
    assert _period(text, words).value == period
