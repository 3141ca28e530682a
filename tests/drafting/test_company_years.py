"""Years of a company whose year does not end in December: last year, this year, the quarter's end."""

from dataclasses import replace
from datetime import date

import pytest

from exporter.drafting.model import Named, Sentence, Setting
from exporter.drafting.periods.figure_periods import Periods
from exporter.drafting.periods.statuses import status_of
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual
from tests.drafting.said_for_figures import sentences_of, setting_of, stated

_LEAD = "Harrow Lodges reported results: revenue in the 13 weeks to May 28 rose 6% to $640 million."


def _article(text: str, year_end: YearEnd) -> tuple[list[Sentence], Setting]:
    lines = f"{_LEAD}\n{text}"
    plain = setting_of(lines.replace("|", " "), "en", "Harrow Lodges lifts forecast", _DAY)
    entities = (Named(Bilingual("Harrow Lodges", ""), (), year_end),)
    setting = Setting(plain.source, "en", entities, (), plain.conventions, _DAY)
    return sentences_of(lines), setting


_DAY = date(2026, 6, 18)


def _period(text: str, words: str, year_end: YearEnd) -> str:
    sentences, setting = _article(text, year_end)
    sentence = next(one for one in sentences if words in one.text and one.start >= len(_LEAD))
    return Periods(setting, sentences).of(stated(sentence.text, words), sentence).value


@pytest.mark.parametrize(
    ("text", "words", "period", "by_calendar"),
    [
        ("Last year it made $362 million.", "$362", "FY2026", "2025"),
        ("It expects a pre-tax profit of $408 million this year.", "$408", "FY2027", "2026"),
        ("It plans to add 1,400 rooms this year.", "1,400", "FY2027", "2026"),
        ("Its shares have gained 9% this year.", "9%", "2026", "2026"),
        ("The economy grew 2% last year.", "2%", "2025", "2025"),
        (
            "Larkfield, which calls the stock a hold, cut its target and forecasts profit of $397m this year.",
            "$397",
            "FY2027",
            "2026",
        ),
        (
            "Larkfield says the shares are cheap, and it expects revenue of $2.6 billion this year.",
            "$2.6",
            "FY2027",
            "2026",
        ),
        (
            "The shares, which Larkfield rates a buy, have lost 7% this year.",
            "7%",
            "2026",
            "2026",
        ),
    ],
)
def test_years_are_the_companys(text: str, words: str, period: str, by_calendar: str) -> None:
    assert _period(text, words, YearEnd(2, 28)) == period
    assert _period(text, words, YearEnd(12, 31)) == by_calendar


def test_what_stands_at_the_end_of_weeks_is_of_their_last_day() -> None:
    text = "Net debt stood at $510 million at the end of the quarter."
    assert _period(text, "$510", YearEnd(2, 28)) == "2026-05-28"
    assert _period("It opened 12 inns in the quarter.", "12", YearEnd(2, 28)).endswith(
        "/2026-05-28"
    )


def test_a_loss_of_the_fiscal_year_before_was_made() -> None:
    text = "The division would break even this year after a loss of $11 million last year."
    sentences, setting = _article(text, YearEnd(2, 28))
    figure = stated(sentences[1].text, "$11")
    period = Periods(setting, sentences).of(figure, sentences[1]).value
    assert period == "FY2026"
    assert status_of(figure, sentences[1], setting, period).value == "achieved"


def test_an_earlier_outlook_is_for_the_year_of_the_new_one() -> None:
    text = (
        "For fiscal 2027 it expects sales of $1.54 billion to $1.57 billion, compared with its"
        " earlier outlook of $1.50 billion to $1.53 billion."
    )
    assert _period(text, "$1.50", YearEnd(2, 28)) == "FY2027"
    text = "Sales were $1.54 billion, compared with its sales of $1.50 billion a year ago."
    assert _period(text, "$1.50", YearEnd(2, 28)).startswith("2025")


def test_earlier_sums_behind_pence_a_share_are_of_a_year_before() -> None:
    text = "Net income rose to $31 million, or 97 cents a share, from $25 million, or 77 cents."
    assert _period(text, "$25", YearEnd(2, 28)).startswith("2025")
    assert _period(text, "$31", YearEnd(2, 28)).startswith("2026")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It estimated that tariffs on steel cost it $9 million in the quarter.", "achieved"),
        ("It estimated that tariffs on steel would cost it $9 million this year.", "guidance"),
    ],
)
def test_what_has_cost_somebody_a_sum_is_no_plan(text: str, status: str) -> None:
    sentences, setting = _article(text, YearEnd(2, 28))
    figure = stated(sentences[1].text, "$9")
    period = Periods(setting, sentences).of(figure, sentences[1]).value
    found = status_of(figure, sentences[1], setting, period).value
    assert found == status


def test_anothers_years_are_the_calendars() -> None:
    text = "Margins are thin, and Brill has cut its forecast for profit to $40 million this year."
    sentences, setting = _article(text, YearEnd(2, 28))
    own, others = setting.entities[0], Named(Bilingual("Brill", ""))
    setting = replace(setting, entities=(own, others))
    figure = stated(sentences[1].text, "$40")
    assert Periods(setting, sentences).of(figure, sentences[1]).value == "2026"


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("Hale cut its forecast for next year's profit by 4% to $150 million.", "$150", "FY2027"),
        ("Hale put this year's earnings at $140 million.", "$140", "FY2026"),
        ("Net income was $90 million last year.", "$90", "FY2025"),
        ("Next year's rates of tax will be 4%.", "4%", "2027"),
        ("It opened 40 inns last year.", "40", "2025"),
    ],
)
def test_results_are_of_fiscal_years_where_nothing_is_reported(
    text: str, words: str, period: str
) -> None:
    plain = setting_of(text, "en", "Harrow Lodges falls", date(2026, 5, 18))
    entities = (Named(Bilingual("Harrow Lodges", ""), (), YearEnd(6, 30)),)
    setting = replace(plain, entities=entities)
    sentences = sentences_of(text)
    figure = stated(text, words)
    assert Periods(setting, sentences).of(figure, sentences[0]).value == period


_WHOLE = "The group said that profit rose 6% to £6.4m in the year to February 28."


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Harrow will close 14 inns this financial year, after 22 in the last.", "FY2027 FY2026"),
        ("Harrow plans to hire 14 cooks this year, up from 22 last year.", "FY2027 FY2026"),
        ("Harrow earned 14 pence a share, up from 22 pence last year.", "FY2026 FY2025"),
        (
            "Harrow said tariffs would add £14m to its costs this year, up from £22m.",
            "FY2027 FY2026",
        ),
    ],
)
def test_a_year_before_a_plan_is_the_one_that_is_over(text: str, periods: str) -> None:
    lines = f"{_WHOLE}\n{text}"
    plain = setting_of(lines, "en", "An innkeeper grows", _DAY)
    others = Named(Bilingual("Selby Inns", ""))
    entities = (Named(Bilingual("Harrow", ""), (), YearEnd(2, 28)), others)
    setting = Setting(plain.source, "en", entities, (), plain.conventions, _DAY)
    sentences = sentences_of(lines)
    found = Periods(setting, sentences)
    figures = [stated(sentences[1].text, words) for words in ("14", "22")]
    assert " ".join(found.of(figure, sentences[1]).value for figure in figures) == periods


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("It sold 1,870 cabins last year, compared with 2,340 a year earlier.", "1,870", "FY2025"),
        ("It sold 1,870 cabins last year, compared with 2,340 a year earlier.", "2,340", "FY2024"),
        ("It let 90 inns last year, down from 97 in the previous year.", "90", "FY2025"),
        ("It built 12 spas last year, against nine the year before.", "12", "FY2025"),
        ("Profit compares with a loss of $3 million last year.", "$3", "FY2024"),
    ],
)
def test_last_year_beside_the_year_before_is_the_one_reported(
    text: str, words: str, period: str
) -> None:
    lead = "Harrow Lodges said profit for the year to September 30 fell to $21 million."
    lines = f"{lead}\n{text}"
    plain = setting_of(lines, "en", "Harrow Lodges counts the cost", date(2025, 11, 27))
    entities = (Named(Bilingual("Harrow Lodges", ""), (), YearEnd(9, 30)),)
    sentences = sentences_of(lines)
    setting = replace(plain, entities=entities)
    figure = stated(sentences[1].text, words)
    assert Periods(setting, sentences).of(figure, sentences[1]).value == period
