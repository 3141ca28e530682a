"""What English sentences call their figures."""

from dataclasses import replace
from pathlib import Path

import pytest

from exporter.drafting.metrics import metric_of
from exporter.drafting.model import Sentence
from exporter.facts.words import Bilingual
from tests.drafting.named_sentences import named_sentences
from tests.drafting.stated_figures import sentence_of, setting_of, stated_of

_NAMED = named_sentences(Path(__file__).with_name("metrics_en.txt"))
_SETTING = setting_of(
    "en",
    Bilingual("Tesla", "特斯拉"),
    Bilingual("Bank of Oakmere", "奥克米尔银行"),
    Bilingual("aRiva", "爱瑞华"),
)


def _names(text: str) -> list[str]:
    return [metric_of(one, sentence_of(text), _SETTING).value for one in stated_of(text)]


@pytest.mark.parametrize(("text", "names"), _NAMED, ids=[text for text, _ in _NAMED])
def test_a_figure_is_called_as_an_analyst_would(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tesla's revenue rose 12% in the third quarter.", "Revenue growth"),
        ("Bank of Oakmere deposits were $3 billion.", "Deposits"),
        ("Net profit at Bank of Oakmere fell 4%.", "Net profit growth"),
        ("aRiva's parcels grew 4%.", "Parcels growth"),
        ("At Tesla, deliveries reached 410,000 in May.", "Deliveries"),
    ],
)
def test_whose_it_is_and_when_it_was_stay_out(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Sales of bicycles costing more than $3,000 jumped 21%.",
            "Growth in sales of bicycles costing more than $3,000",
        ),
        (
            "Demand for flats priced below €200,000 fell 3%.",
            "Growth in demand for flats priced below €200,000",
        ),
        ("Sales of bicycles costing more than $3,000 helped: profit rose 4%.", "Profit growth"),
    ],
)
def test_the_price_class_of_goods_stays_in_the_name(text: str, name: str) -> None:
    assert _names(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The e_ective tax rate was 24.1%.", ["Effective tax rate"]),
        ("The non-GAAP e_ective tax rate was 16.2%.", ["Non-GAAP effective tax rate"]),
        (
            "It generated $60 million of operating cash _ow and $49 million of free cash _ow.",
            ["Operating cash flow", "Free cash flow"],
        ),
        ("Net pro_t rose 4% to £31m.", ["Net profit growth", "Net profit"]),
        ("_rst-party parcels grew 4%.", ["First-party parcels growth"]),
        ("O_ce rents fell 3%.", ["Office rent change"]),
        ("The fund has 4,100 bene_ciaries.", ["Bene\ufffdciaries"]),  # no word that is known
    ],
)
def test_a_name_has_the_ligatures_that_its_pdf_lacks(text: str, names: list[str]) -> None:
    assert _names(text.replace("_", "\ufffd")) == names


@pytest.mark.parametrize("first", ["first", "\ufffdrst"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Net sales for the {} 24 weeks rose 3%.", "Net sales growth"),
        ("Net income for the {} 24 weeks was $70 million.", "Net income"),
    ],
)
def test_the_first_weeks_of_a_year_are_no_figure_beside_another(
    first: str, text: str, name: str
) -> None:
    assert _names(text.format(first))[-1] == name


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Revenue rose 12% to $3 billion.", False),
        ("The retailer opened 35 stores.", False),
        ("It rose 12%.", True),
        ("Tesla fell 3%.", True),
    ],
)
def test_a_name_that_the_words_leave_open_is_a_doubt(text: str, is_open: bool) -> None:
    guess = metric_of(stated_of(text)[0], sentence_of(text), _SETTING)
    assert guess.value
    assert bool(guess.doubt) is is_open


def test_a_range_has_one_name() -> None:
    text = "Revenue is expected to be between $4.1 billion and $4.3 billion."
    assert _names(text) == ["Revenue"]


@pytest.mark.parametrize(
    ("before", "text", "names"),
    [
        (
            "The brewer sees pretax profit of $40 million.",
            "It had guided for $36 million, and made $31 million the year before.",
            ["Pretax profit", "Pretax profit"],
        ),
        (
            "Turnover was $90 million.",
            "The Lagers unit accounted for $50 million of this.",
            ["Lagers turnover"],
        ),
        (
            "The group's health plan has 610,000 members.",
            "It brings in roughly a quarter of revenue.",
            ["Health plan's share of revenue"],
        ),
        ("Its chief executive was cautious.", "It brings in 12% of revenue.", ["Share of revenue"]),
        ("Operating profit was $12m.", "The margin was 8.1%.", ["Operating profit margin"]),
        ("Operating profit was $12m and net profit $9m.", "The margin was 8.1%.", ["Margin"]),
        (
            "It closed 42 restaurants and opened 15.",
            "It plans to close a further 60.",
            ["Restaurants to close"],
        ),
        ("Tallis opened 22 shops and has 1,035.", "It sold another 12.", ["Shops sold"]),
        (
            "The agency cut its forecast for growth in rice demand to 2%-3% from 4%.",
            "Tesla kept its own forecast at about 3%.",
            ["Rice demand growth forecast"],
        ),
        (
            "It expects operating profit of $90 million.",
            "It began the year with a range of $70 million to $80 million.",
            ["Operating profit, guidance at start of year"],
        ),
        (
            "It now expects EBITDA of $2.5 billion. Tesla will spend $650 million. It rained.",
            "Analysts said the midpoint was 16% above consensus of $2.2 billion.",
            ["Midpoint above consensus", "EBITDA, consensus"],
        ),
        ("The shops opened late.", "It had guided for $36 million.", ["Amount"]),
        (
            "Premium income at Tesla, which makes up 40% of the total, rose 9% on an organic basis.",
            "At Bank of Oakmere it fell 4%, yet another decline.",
            ["Organic premium income growth"],
        ),
        ("Orders in Leeds rose 6%.", "In York they slipped 3%.", ["Orders growth in York"]),
        ("Occupancy in Leeds was 83%.", "In York it was 79%.", ["Occupancy in York"]),
        (
            "The lending margin at the retail arm widened to 2.9%.",
            "At the corporate arm it narrowed to 1.8%.",
            ["Lending margin at corporate arm"],
        ),
        ("Net profit at Tesla was $4m.", "In York it opened 7 shops.", ["Shops opened"]),
    ],
)
def test_what_the_sentence_before_measures_is_carried_on(
    before: str, text: str, names: list[str]
) -> None:
    source = replace(_SETTING.source, text=f"{before} {text}")
    start = len(before) + 1
    sentence = Sentence(start, start + len(text), text, 0)
    setting = replace(_SETTING, source=source)
    assert [metric_of(one, sentence, setting).value for one in stated_of(text)] == names


def test_many_figures_that_take_each_other_s_name_are_named_at_once() -> None:
    """Else each asks for all before it, which takes hours for a row of many."""
    text = "It traded at 3x, at " + ", at ".join(f"{at}x" for at in range(4, 20)) + "."
    assert len(_names(text)) == 17


@pytest.mark.parametrize(
    ("earlier", "text", "names"),
    [
        (
            "Fuel was a help.",
            "It paid an average of $598 a tonne, down 8%.",
            ["Average fuel price", "Average fuel price change"],
        ),
        ("Demand was a help.", "It paid an average of $598 a tonne.", ["Average payment price"]),
        (
            "The gross margin was the sore spot.",
            "It narrowed by 140 basis points to 61.3%.",
            ["Gross margin change", "Gross margin"],
        ),
        (
            "Free cash flow was the surprise.",
            "It jumped 40% to $300 million.",
            ["Free cash flow growth", "Free cash flow"],
        ),
        (
            "Operating profit disappointed.",
            "It fell 8% to £41 million.",
            ["Operating profit growth", "Operating profit"],
        ),
        (
            "Staff costs were the main burden.",
            "They represented 49.6% of revenue.",
            ["Staff costs' share of revenue"],
        ),
        ("The shares were weak.", "They fell 3% to $14.", ["Share price change", "Share price"]),
        (
            "Tesla Energy had grown 22% to $884 million.",
            "Tesla Retail managed $861 million, 3% less than in 2024.",
            ["Tesla Retail revenue", "Tesla Retail revenue growth"],
        ),
        (
            "The rental business was the brighter part.",
            "Sales there rose 4.1% to $88 million.",
            ["Rental sales growth", "Rental sales"],
        ),
        (
            "Trading in Spain was the brighter part.",
            "Sales there rose 4.1% to $88 million.",
            ["Sales growth", "Sales"],
        ),
        (
            "Net debt was $1.1 billion at the end of May, equivalent to 3.4 times EBITDA.",
            "It wants to bring that ratio below 2.5 by 2028.",
            ["Net debt to EBITDA"],
        ),
        (
            "Net debt was 3.4 times EBITDA, and 2.1 times equity.",
            "It wants to bring that ratio below 2.5 by 2028.",
            ["Ratio"],
        ),
    ],
)
def test_what_the_sentence_before_speaks_of(earlier: str, text: str, names: list[str]) -> None:
    whole = f"{earlier} {text}"
    setting = replace(_SETTING, source=replace(_SETTING.source, text=whole))
    sentence = Sentence(len(earlier) + 1, len(whole), text, 0)
    assert [metric_of(one, sentence, setting).value for one in stated_of(text)] == names


def test_a_part_that_begins_with_the_name_of_its_company_is_no_metric() -> None:
    setting = setting_of(
        "en", Bilingual("Corvance", "科望"), Bilingual("Corvance Diabetes", "糖尿病")
    )
    text = "Corvance Diabetes had grown 22% to $884 million."
    names = [metric_of(one, sentence_of(text), setting).value for one in stated_of(text)]
    assert all("evenue" in name for name in names), names


@pytest.mark.parametrize(
    "text",
    [
        "It rose $3m to $14m.",
        "It fell £3m to £14m, from £17m.",
        "It rose €4m to €19m and fell €2m to €17m.",
    ],
)
def test_figures_that_go_by_each_other_are_in_doubt(text: str) -> None:
    guesses = [metric_of(one, sentence_of(text), _SETTING) for one in stated_of(text)]
    assert len(guesses) > 1
    assert all(guess.value and guess.doubt for guess in guesses)
