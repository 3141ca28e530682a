"""English clauses, and the figures that a person reads in them."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from exporter.evidence.reading import read_figures

NUMERALS = (
    ("3,456 stores", "3456 count"),
    ("1.2 billion users", "1.2e9 count"),
    ("1.2bn users", "1.2e9 count"),
    ("300k downloads", "3e5 count"),
    ("300K downloads", "3e5 count"),
    ("5m users", "5e6 count"),
    ("5 million developers", "5e6 count"),
    ("a million developers", "1e6 count"),
    ("half a million developers", "5e5 count"),
    ("seventeen product lines", "17 count"),
    ("twenty-five stores", "25 count"),
    ("two hundred and fifty thousand users", "2.5e5 count"),
    ("one hundred and five cities", "105 count"),
    ("two dozen brokers", "24 count"),
    ("a dozen brokers", "12 count"),
    ("three trillion parameters", "3e12 count"),
    ("two and a half hours", "9000 time"),
    ("2 and a half million users", "2.5e6 count"),
    ("a few hours", "7200 time at_least, 32400 time up_to"),
    ("several hundred stores", "100 count order_of"),
    ("hundreds of stores", "100 count order_of"),
    ("tens of thousands of users", "1e4 count order_of"),
    ("dozens of partners", "12 count order_of"),
    ("17 product lines and 55 scenarios", "17 count, 55 count"),
    ("72B parameters", "7.2e10 count"),
    ("$5m", "5e6 USD"),
    ("RMB1.2bn", "1.2e9 CNY"),
)
RATIOS = (
    ("19% of exposure", "0.19 ratio"),
    ("19 percent", "0.19 ratio"),
    ("19 per cent", "0.19 ratio"),
    ("nineteen percent", "0.19 ratio"),
    ("3 per mille", "0.003 ratio"),
    ("1.2 percentage points", "0.012 pp"),
    ("up 50 basis points", "0.005 pp"),
    ("up 50bps", "0.005 pp"),
    ("up 1.5pp", "0.015 pp"),
    ("up 1.5 ppts", "0.015 pp"),
    ("half of the companies", "0.5 ratio"),
    ("more than half of AI companies", "0.5 ratio over"),
    ("two thirds of users", "2/3 ratio"),
    ("two-thirds of users", "2/3 ratio"),
    ("a third of users", "1/3 ratio"),
    ("cut costs by a third", "±1/3 ratio"),
    ("three quarters of revenue", "0.75 ratio"),
    ("a quarter of revenue", "0.25 ratio"),
    ("one in five users", "0.2 ratio"),
    ("nine out of ten companies", "0.9 ratio"),
    ("revenue doubled", "2 multiple"),
    ("more than tripled", "3 multiple over"),
    ("quadrupled", "4 multiple"),
    ("halved", "0.5 multiple"),
    ("threefold", "3 multiple"),
    ("a 3-fold increase", "3 multiple"),
    ("3x faster", "3 multiple"),
    ("2.5 times as many", "2.5 multiple"),
    ("grew 3 times", "3 multiple"),
    ("twice as many", "2 multiple"),
    ("twice Harcastle's number of vans", "2 multiple"),
    ("sold 61m of them", "61000000 count"),
    ("missing the $121 million average of analysts", "121000000 money:USD"),
    ("has double Norvel Air's fleet", "2 multiple"),
    ("three times Harcastle & Sons' store count", "3 multiple"),
    ("1.5 times", "1.5 multiple"),
    ("one and a half times", "1.5 multiple"),
    ("a tenfold increase", "10 multiple"),
    ("2/3 of phones", "2/3 ratio"),
)
ORDINALS = (
    ("third-generation system", "3 ordinal"),
    ("the first company in China", "1 ordinal"),
    ("No. 1 in R&D", "1 ordinal"),
    ("ranked 2nd", "2 ordinal"),
    ("the second-largest broker", "2 ordinal"),
    ("number one in China", "1 ordinal"),
)
QUALIFIERS = (
    ("about 300 stores", "300 count about"),
    ("around 300 stores", "300 count about"),
    ("roughly 300 stores", "300 count about"),
    ("approximately 300 stores", "300 count about"),
    ("some 300 stores", "300 count about"),
    ("circa 300 stores", "300 count about"),
    ("~300 stores", "300 count about"),
    ("≈300 stores", "300 count about"),
    ("nearly 300 stores", "300 count nearly"),
    ("almost 300 stores", "300 count nearly"),
    ("close to 300 stores", "300 count nearly/about"),
    ("over 300 stores", "300 count over"),
    ("more than 300 stores", "300 count over"),
    ("above 300 stores", "300 count over"),
    ("exceeding 300 stores", "300 count over"),
    ("is expected to exceed 300 stores", "300 count over"),
    ("is not expected to exceed 300 stores", "300 count up_to"),
    ("does not expect the chain to be more than 300 stores", "300 count up_to"),
    ("is unlikely to exceed 300 stores", "300 count up_to"),
    ("topped 300 stores", "300 count over"),
    ("surpassed 300 stores", "300 count over"),
    ("passed 100 million downloads", "1e8 count over"),
    (">300 stores", "300 count over"),
    ("300+ stores", "300 count over/at_least"),
    ("at least 300 stores", "300 count at_least"),
    ("no fewer than 300 stores", "300 count at_least"),
    ("not less than 300 stores", "300 count at_least"),
    ("300 stores or more", "300 count over/at_least"),
    ("300 or more stores", "300 count over/at_least"),
    ("up to 300 stores", "300 count up_to"),
    ("as many as 300 stores", "300 count up_to/exact"),
    ("as high as 96%", "0.96 ratio up_to/exact"),
    ("at most 300 stores", "300 count up_to"),
    ("no more than 300 stores", "300 count up_to"),
    ("within 5 minutes", "300 time up_to/under"),
    ("≤300 stores", "300 count up_to"),
    ("under 300 stores", "300 count under"),
    ("below 300 stores", "300 count under"),
    ("less than 5%", "0.05 ratio under"),
    ("fewer than 1,000 stores", "1000 count under"),
    ("<300 stores", "300 count under"),
    ("on the order of 100 billion parameters", "1e11 count order_of"),
    ("a cost per order of $9.80", "9.80 USD"),
    ("it won an order of 200 buses", "200 count"),
    ("100-billion-scale models", "1e11 count order_of"),
    ("reached 300 stores", "300 count"),
    ("Over 5 million users", "5e6 count over"),
    ("About 15% of users", "0.15 ratio about"),
    ("Some 300 stores", "300 count about"),
    ("300 stores or so", "300 count about"),
    ("just over 300 stores", "300 count over/about"),
    ("as few as 10 stores", "10 count at_least/exact"),
)
RANGES = (
    ("between 150 and 200 million users", "1.5e8 count at_least, 2e8 count up_to"),
    ("10 to 15 million users", "1e7 count at_least, 1.5e7 count up_to"),
    ("10-15 million users", "1e7 count at_least, 1.5e7 count up_to"),
    ("ten to fifteen million users", "1e7 count at_least, 1.5e7 count up_to"),
    ("5%-8%", "0.05 ratio at_least, 0.08 ratio up_to"),
    ("5 to 8 percent", "0.05 ratio at_least, 0.08 ratio up_to"),
    ("5–8%", "0.05 ratio at_least, 0.08 ratio up_to"),
    ("US$5-8 million", "5e6 USD at_least, 8e6 USD up_to"),
    ("RMB5bn to RMB8bn", "5e9 CNY at_least, 8e9 CNY up_to"),
    ("about 5-8%", "0.05 ratio at_least/about, 0.08 ratio up_to/about"),
    ("three to five years", "36 cal at_least, 60 cal up_to"),
    ("rose from 5% to 8%", "0.05 ratio at_least/exact, 0.08 ratio up_to/exact"),
    ("2,000-3,000 stores", "2000 count at_least, 3000 count up_to"),
    ("15 and 20 percent respectively", "0.15 ratio, 0.2 ratio"),
    ("7 billion and 14 billion parameters", "7e9 count, 1.4e10 count"),
)
MONEY = (
    ("revenue rose 5.3% to RMB1.2bn", "0.053 ratio, 1.2e9 CNY"),
    ("gross margin widened 1.2 percentage points to 45.6%", "0.012 pp, 0.456 ratio"),
    ("1.2 billion yuan", "1.2e9 CNY"),
    ("US$1.2 billion", "1.2e9 USD"),
    ("$1.2 billion", "1.2e9 USD"),
    ("income $172 $(536)", "172 USD, -536 USD"),
    ("Revenue (A$m)\t564.6\t612.0\t8.4%", "564.6e6 money:AUD, 612e6 money:AUD, 0.084 ratio"),
    ("Sales (€m) 3,400 3,119", "3.4e9 money:EUR, 3.119e9 money:EUR"),
    ("income\t$1,241\t$(1,536)\t$17", "1241 USD, -1536 USD, 17 USD"),
    ("Operating income\t(1,640)\t(1,702)", "-1640 count, -1702 count"),
    ("Operating income\t1,241\t(1,536)\t17.5", "1241 count, -1536 count, 17.5 count"),
    ("Operating income (1,640) (1,702)", "-1640 count, -1702 count"),
    ("Operating expenses\t(1,640)\t(1,702)", "±-1640 count, ±-1702 count"),
    ("Operating margin\t(6.4%)\t7.1%", "-0.064 ratio, 0.071 ratio"),
    ("Sales were 1,200 (1,300) in May", "1200 count, 1300 count"),
    ("HK$5.5 billion", "5.5e9 HKD"),
    ("€300 million", "3e8 EUR"),
    ("£300", "300 GBP"),
    ("300 million dollars", "3e8 USD"),
    ("5 million Hong Kong dollars", "5e6 HKD"),
    ("CNY 5 million", "5e6 CNY"),
    ("RMB 5,000", "5000 CNY"),
    ("S$5m", "5e6 SGD"),
    ("net loss of RMB2.4bn", "±2.4e9 CNY"),
    ("-$5m", "-5e6 USD"),
    ("nearly US$5 billion", "5e9 USD nearly"),
)
SIGNS = (
    ("down 24.8%", "-0.248 ratio"),
    ("profit fell; shares closed down 7.1%", "-0.071 ratio"),
    ("before closing down 7.1% at the bell", "-0.071 ratio"),
    ("closed down 4% of its branches", "0.04 ratio"),
    ("closed down 5 branches", "5 count"),
    ("fell by 24.8%", "-0.248 ratio"),
    ("fell by more than 24.8%", "-0.248 ratio under"),
    ("declined 24.8% year on year", "-0.248 ratio"),
    ("dropped sharply by 5%", "-0.05 ratio"),
    ("a decline of 5%", "-0.05 ratio"),
    ("a 5% decline", "-0.05 ratio"),
    ("-24.8%", "-0.248 ratio"),
    ("(24.8)%", "-0.248 ratio"),
    ("minus 5%", "-0.05 ratio"),
    ("the loss narrowed by 20%", "±0.2 ratio"),
    ("narrowed 20%", "±0.2 ratio"),
    ("cut by 30%", "±0.3 ratio"),
    ("reduces inference cost by 30%", "±0.3 ratio"),
    ("a 30% reduction", "±0.3 ratio"),
    ("fell to RMB1.2bn", "1.2e9 CNY"),
    ("fell 5% to RMB1.2bn", "-0.05 ratio, 1.2e9 CNY"),
    ("profit fell 5% and 8% respectively", "-0.05 ratio, -0.08 ratio"),
    ("loans fell 5% in May, the number of them by 8%, and", "-0.05 ratio, -0.08 ratio"),
    ("loans fell 5% in May, a rise in repayments by 8%", "-0.05 ratio, 0.08 ratio"),
    ("it lent $40 million to six co-ops", "4e7 USD, 6 count"),
    ("dropped to 5%", "0.05 ratio"),
    ("up 5%", "0.05 ratio"),
    ("shutdown of 5 stores", "5 count"),
)
TIME = (
    ("5 minutes", "300 time"),
    ("a 5-minute setup", "300 time"),
    ("in an hour", "3600 time"),
    ("half an hour", "1800 time"),
    ("10 days", "864000 time"),
    ("three months", "3 cal"),
    ("a three-year plan", "36 cal"),
    ("30 million GPU hours", "3e7 count"),
)
COUNTS = (
    ("opened 15 stores", "15 count"),
    ("Opened 15 stores", "15 count"),
    ("2000 employees", "2000 count"),
    ("8 times a day", "8 count"),
    ("debt fell from 3.2 times a year earlier", "3.2 multiple"),
    ("Leverage was 2 times, against 3 times a year ago", "2 multiple, 3 multiple"),
    ("down from 1.8 times a quarter ago", "1.8 multiple"),
    ("came 3.1 times a month, up from 2.8 times a year ago", "3.1 count, 2.8 count"),
    ("taken 2.5 times a week before meals", "2.5 count"),
    ("twice a day", "2 count"),
    ("one of 10 benchmarks", "10 count"),
    ("2025E revenue of RMB1,000bn", "1e12 CNY"),
    ("1,000 stores (2022: 900)", "1000 count, 900 count"),
    ("8 A100 GPUs", "8 count"),
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [*NUMERALS, *RATIOS, *ORDINALS, *QUALIFIERS, *RANGES, *MONEY, *SIGNS, *TIME, *COUNTS],
)
def test_reads_english_figures(
    text: str, figures: str, assert_reads: Callable[[str, str], None]
) -> None:
    assert_reads(text, figures)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "The outlook was raised from €42-44 billion to €43.5-45.5 billion",
            [("42", "low"), ("44", "high"), ("43.5", "low"), ("45.5", "high")],
        ),
        ("Capacity goes from 10 GW to 12-13 GW", [("10", None), ("12", "low"), ("13", "high")]),
        ("It moved its target from 20-22 GW to 23 GW", [("20", "low"), ("22", "high"), ("23", None)]),
        ("销量目标由5%-6%上调至7%", [("5", "low"), ("6", "high"), ("7", None)]),
        (
            "营收指引由130亿元至135亿元下调至128亿元至131亿元",
            [("130", "low"), ("135", "high"), ("128", "low"), ("131", "high")],
        ),
        ("利润由13亿元至15亿元大幅上调至18亿元", [("13", "low"), ("15", "high"), ("18", None)]),
        ("管理层指引2026年可用座位公里增长5%至6%", [("5", "low"), ("6", "high")]),
        (
            "to between $2.88 billion and $2.92 billion, from $2.8 billion to $2.85 billion before",
            [("2.88", "low"), ("2.92", "high"), ("2.8", "low"), ("2.85", "high")],
        ),
    ],
)  # fmt: skip
def test_what_a_range_was_before_is_no_end_of_it(
    text: str, read: list[tuple[str, str | None]]
) -> None:
    figures = read_figures(text)
    assert [figure.role for figure in figures] == [role for _, role in read]
    for figure, (number, role) in zip(figures, read, strict=True):
        assert number in figure.text
        said = {"low": {"at least"}, "high": {"up to"}, None: {"exact"}}[role]
        assert set(figure.qualifiers) == said


@pytest.mark.parametrize(
    "text",
    ["At the plant 4,200 people are employed", "At the Tver plant 1,050 presses were rebuilt"],
)
def test_a_number_in_groups_is_no_label(text: str) -> None:
    (figure,) = read_figures(text)
    assert figure.value in {4200, 1050}


@pytest.mark.parametrize("text", ["Plant 4 reopened", "Reactor 2 was shut down"])
def test_a_plant_s_number_is_a_label(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize(
    "text",
    ["It does not expect $20 million", "The group does not plan to spend $5 million on it"],
)
def test_what_is_not_expected_is_no_figure(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Clinics 612 560 52", [612, 560, 52]),
        ("Revenue per visit 161 152 5.9%", [161, 152, Fraction(59, 1000)]),
        ("Sales of 1 234 567 units", [1234567]),
        ("Output rose to 612 560 tonnes", [612560000]),
    ],
)
def test_cells_of_three_digits_before_another_cell_are_no_groups_of_one_number(
    text: str, values: list[Fraction]
) -> None:
    assert [figure.value for figure in read_figures(text)] == values


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A rose from 3% to 5% and B from 7% to 9%", ["from", "to", "from", "to"]),
        ("rose from $3 million to $5 million", ["from", "to"]),
    ],
)
def test_changes_stay_changes_beside_others(text: str, roles: list[str]) -> None:
    assert [figure.role for figure in read_figures(text)] == roles


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "Sales rose to 90 million zlotys ($25 million) in May from 70 million in April",
            "money:PLN",
        ),
        ("Sales came to 90bn won ($61m), compared with 70bn a year ago", "money:KRW"),
        ("Sales rose to 90m zlotys ($25m) in the quarter, from 70m.", "money:PLN"),
        ("Sales rose to €90m in the May quarter, from 70m a year earlier", "money:EUR"),
        ("Sales rose to 90 million zlotys ($25 million) from 70 million customers", ""),
        ("Sales rose to 90 million zlotys ($25 million) on 70 million in orders", ""),
    ],
)
def test_an_earlier_sum_is_of_the_money_before_what_it_is_converted_to(
    text: str, read: str
) -> None:
    last = read_figures(text)[-1]
    assert last.value in {70 * 10**6, 70 * 10**9}
    assert {last.dimension, *dict(last.also)} - {"count"} == ({read} if read else set())


def test_what_is_so_long_is_no_money() -> None:
    assert len(read_figures("The bridge cost €90m, against 70m of the old one")) == 1


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("Duties cost us £1.8 million in 2025.", "money:GBP"),
        ("Duties cost us €3m.", "money:EUR"),
        ("Sales of HK $4 million.", "money:HKD"),
    ],
)
def test_us_before_a_sum_is_no_part_of_its_currency(text: str, dimension: str) -> None:
    assert read_figures(text)[0].dimension == dimension
