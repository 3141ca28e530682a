"""Reports on 52 or 53 weeks: the fiscal year that they are, and what follows in its article."""

from datetime import date

import pytest

from exporter.drafting.model import Named, Setting
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.periods.statuses import status_of
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual
from tests.drafting.said_for_figures import sentences_of, setting_of, stated

_DAY, _MARCH = date(2025, 6, 12), YearEnd(3, 31)
_LEAD = "Tolliver Garden Centres said profit rose 4% to £31m in the 52 weeks to March 30."


def _read(text: str, words: str, end: YearEnd = _MARCH, lead: str = _LEAD) -> str:
    """The period of the figure that begins where `words` do, and its status where it is no deed."""
    lines = f"{lead}\n{text}"
    plain = setting_of(lines.replace("|", " "), "en", "Tolliver digs in", _DAY)
    entities = (Named(Bilingual("Tolliver", ""), (), end),)
    setting = Setting(plain.source, "en", entities, (), plain.conventions, _DAY)
    sentences = sentences_of(lines)
    sentence = next(one for one in sentences if words in one.text)
    figure = stated(sentence.text, words)
    period = Periods(setting, sentences).of(figure, sentence).value
    status = status_of(figure, sentence, setting, period).value
    return period if status == "achieved" else f"{period} {status}"


@pytest.mark.parametrize(
    ("said", "end", "period"),
    [
        ("52 weeks to March 30", YearEnd(3, 31), "FY2025"),
        ("53 weeks ended 2 April 2025", YearEnd(3, 31), "FY2025"),
        ("52 weeks to 30 March 2025", YearEnd(3, 30), "FY2025"),
        ("52 weeks to December 28", YearEnd(12, 31), "2024"),
        ("53 weeks ended 3 January 2025", YearEnd(12, 31), "2024"),
        ("52 weeks to March 30", YearEnd(6, 30), "2024-04-01/2025-03-30"),  # of no fiscal year
        ("26 weeks to March 30", YearEnd(3, 31), "2024-09-30/2025-03-30"),
    ],
)
def test_weeks_that_are_a_fiscal_year(said: str, end: YearEnd, period: str) -> None:
    lead = f"Tolliver Garden Centres said profit rose 4% to £31m in the {said}."
    assert _read("It was dry.", "£31m", end, lead) == period


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("A wet April and May kept gardeners in.|Turnover fell 2% to £410m.", "£410m", "FY2025"),
        ("A dry, sunny May helped.|Turnover rose 2% to £410m.", "£410m", "FY2025"),
        ("Bloom, a compost launched three years ago, sold 90,000 bags.", "90,000", "FY2025"),
        ("Bloom, a compost launched three years ago, sold well.|Turnover was £9m.", "£9m", "FY2025"),
        ("The café at Bree, opened last year, did well.|Turnover was £9m.", "£9m", "FY2025"),
        ("Profit after tax slid to £19m from £24m.", "£24m", "FY2024"),
        ("Net debt was £80m, or 1.6 times ebitda, down from 2.1 times a year ago.", "1.6", "2025-03-31"),
        ("Net debt was £80m, or 1.6 times ebitda, down from 2.1 times a year ago.", "2.1", "2024-03-31"),
        ("In the ten weeks since the year end sales have grown 3%.", "3%", "2025-04-01/2025-06-09"),
        ("Sales grew 3% in the first eight weeks after the period-end.", "3%", "2025-04-01/2025-05-26"),
        ("In the two months since the end of the financial year sales grew 3%.", "3%", "2025-04/2025-05"),
        ("Most of it is for 14 centres which the group plans to close by the autumn.", "14", " planned"),
        ("The charge covers 90 jobs due to be cut in Leeds.", "90", " planned"),
        ("It closed 14 centres, which it wants to sell by 2027.", "14", "FY2025"),
        ("It has warned that higher wages and new packaging rules will add £6m to its costs next year.", "£6m", "2026 guidance"),
    ],
)  # fmt: skip
def test_what_follows_is_of_that_year(text: str, words: str, period: str) -> None:
    lead = _LEAD.replace("30", "31")
    assert _read(text, words, lead=lead) == period


def test_weeks_since_a_year_end_are_counted_from_the_day_on_which_it_closed() -> None:
    lead = "Tolliver said profit rose 4% to £31m in the 53 weeks ended 5 April 2025."
    text = "In the nine weeks since the year end sales have grown 3%."
    assert _read(text, "3%", lead=lead) == "2025-04-06/2025-06-07"


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("The Green Thumb plan, launched in 2015, ended the year with 9,000 members.", "9,000", "FY2025"),
        ("Capital spending will be about £32m this year, up from £24m.", "£24m", "FY2025"),
        ("Debt is forecast to fall to 1.5 times ebitda by the year end.", "1.5", "FY2026 guidance"),
        ("It said that margins, which reached 18% in 2024, will go on rising.", "18%", "2024"),
        ("Tolliver, the garden firm that employs 640 people, made £9m last year.", "640", ""),
        ("It is to take on 45 apprentices in September.", "45", "2025-09 planned"),
        ("Volumes rose 1% in May, after 5% in the final quarter.", "5%", "FY2025-Q4"),
        ("At the year end it had net debt of £9m. It spent £6.5m on a new shed.", "£6.5m", "FY2025"),
    ],
)  # fmt: skip
def test_other_times_beside_it(text: str, words: str, period: str) -> None:
    assert _read(text.replace(". It", ".|It"), words, lead=_LEAD.replace("30", "31")) == period


@pytest.mark.parametrize(
    ("lead", "period"),
    [
        ("Tolliver said profit rose 4% to £31m in the year to March 31.", "FY2025"),
        ("Tolliver reported that third-quarter output fell 4% to 31,000 tonnes.", "FY2025-Q3"),
        ("Tolliver is to shut a shed. It had sales of £31m in the year to March 31.", ""),
    ],
)
def test_what_an_article_reports_on(lead: str, period: str) -> None:
    assert _read("Turnover fell 2% to £410m.", "£410m", lead=lead) == period


def test_what_stands_at_a_quarters_end_is_of_the_day_on_which_it_closed() -> None:
    lead = "Tolliver reported results for the fourth quarter of fiscal 2025, which ended March 29, 2025."
    text = "Backlog of $398 million at quarter-end was 11% above a year ago."
    assert _read(text, "$398", lead=lead) == "2025-03-29"
    assert _read(text, "11%", lead=lead) == "2025-03-29"


def test_a_quarterly_dividend_is_of_the_day_on_which_it_is_declared() -> None:
    lead = "Tolliver reported results for the fourth quarter of fiscal 2025."
    text = (
        "The Board declared a quarterly cash dividend of $0.12 per share, payable on July 15, 2025."
    )
    assert _read(text, "$0.12", lead=lead) == ""
