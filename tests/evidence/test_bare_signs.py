"""Which currency $, ¥, £ and kr mean: by the sentence, the source's record, report.yaml."""

from collections.abc import Sequence

import pyarrow as pa
import pytest

from exporter.evidence.bare_signs import read_settled
from exporter.evidence.reading import read_figures
from exporter.evidence.unit_signs import settle_units
from tests.report.sample_facts import facts_table, number


def currencies_in(quote: str, *currencies: str) -> list[str]:
    figures = read_settled(quote, currencies)
    return [figure.dimension.removeprefix("money:") for figure in figures]


@pytest.mark.parametrize(
    ("quote", "currencies", "read"),
    [
        ("revenue was $5m", (), "USD"),
        ("revenue was $5m", ("AUD",), "AUD"),
        ("revenue was $5m", ("AUD", "HKD"), "AUD"),  # the source goes before the report
        ("revenue was $5m", ("JPY", "HKD"), "HKD"),  # JPY settles no $
        ("revenue was $5m in US dollars", ("AUD",), "USD"),
        ("revenue in Canadian dollars was $5m", ("AUD",), "CAD"),
        ("revenue was 5 million dollars", ("AUD",), "AUD"),
        ("a dividend of 12 cents", ("AUD",), "AUD"),
        ("revenue was A$5m", ("CAD",), "AUD"),
        ("港股公司营收$5亿", ("SGD",), "HKD"),
        ("港股公司营收5亿元", ("HKD",), "CNY"),
        ("營業額為5億元", (), "CNY"),
        ("營業額為5億元", ("HKD",), "HKD"),
        ("營業額為5億元", ("TWD", "HKD"), "TWD"),
        ("營業額為5億元", ("MOP",), "MOP"),
        ("營業額為5億元", ("AUD", "HKD"), "HKD"),  # AUD says nothing of 元
        ("營業額為5億元", ("SGD",), "CNY"),  # who writes in simplified characters
        ("營業額為5億元人民幣", ("HKD",), "CNY"),
        ("以人民幣計，營業額為5億元", ("HKD",), "CNY"),
        ("A股單日成交額為5億元", ("HKD",), "CNY"),
        ("營業額為新台幣5億元", ("HKD",), "TWD"),
        ("營業額為5億美元", ("HKD",), "USD"),
        ("每張門票售32元5角", ("HKD",), "HKD"),
        ("每噸廢紙售價3,200元", ("TWD",), "TWD"),
        ("每股派息0.35元", ("HKD",), "CNY"),  # nothing shows where it is written
        ("revenue was ¥5m", (), "¥"),
        ("revenue was ¥5m", ("USD",), "¥"),
        ("revenue was ¥5m", ("JPY",), "JPY"),
        ("revenue was ¥5m", ("CNY",), "CNY"),
        ("营收¥5亿", (), "CNY"),
        ("营收¥5亿", ("JPY",), "JPY"),
        ("日本公司营收¥5亿", ("CNY",), "JPY"),
        ("revenue was £5m", (), "GBP"),
        ("revenue was £5m", ("EGP",), "EGP"),
        ("revenue was 5 million pounds", ("EGP",), "EGP"),
        ("revenue in sterling was £5m", ("EGP",), "GBP"),
        ("revenue was kr 5m", (), "kr"),
        ("revenue was kr 5m", ("SEK",), "SEK"),
        ("Norwegian revenue was kr 5m", ("SEK",), "NOK"),
        ("revenue was 5 million pesos", ("MXN",), "MXN"),
        ("revenue was 5 million crowns", (), "crown"),
        ("revenue was 5 million crowns", ("NOK",), "NOK"),
        ("revenue was 5 million crowns", ("CZK",), "CZK"),
        ("revenue was 5 million Danish crowns", ("NOK",), "DKK"),
        ("a 5 million crown quay", ("SEK",), "SEK"),
        ("revenue was kr 5m", ("CZK",), "kr"),
        ("Iceland contributed 5 million crowns", ("NOK",), "NOK"),  # in the source's own money
        ("Iceland contributed 5 million crowns", (), "ISK"),
        ("stated in Danish crowns, Iceland contributed 5 million crowns", ("NOK",), "DKK"),
        ("the unit in Mexico lost 5 million pesos", ("CLP",), "CLP"),
        ("revenue was 5 million rupees", (), "INR"),
        ("revenue was 5 million rupees", ("PKR",), "PKR"),
        ("revenue was $5m", ("MXN",), "MXN"),
        ("revenue was €5m", ("AUD", "JPY"), "EUR"),
    ],
)
def test_a_sign_means_what_the_nearest_says(
    quote: str, currencies: Sequence[str], read: str
) -> None:
    assert currencies_in(quote, *currencies) == [read]


def test_both_ends_of_a_range_are_of_one_currency() -> None:
    assert currencies_in("£4m-6m", "EGP") == ["EGP", "EGP"]
    assert currencies_in("營業額料介乎30億至35億元", "HKD") == ["HKD", "HKD"]


def test_a_bare_number_that_may_be_dollars_is_of_those_that_are_meant() -> None:
    (figure,) = read_settled("EPS was 0.88 (in dollars)", ("AUD",))
    assert [dimension for dimension, _ in figure.also] == ["money:AUD"]


def test_what_the_reader_alone_says_of_a_bare_dollar_stays() -> None:
    (figure,) = read_figures("revenue was $5m")
    assert (figure.dimension, figure.sign) == ("money:USD", "$")


@pytest.mark.parametrize(
    ("unit", "quote", "currencies", "key", "zh"),
    [
        ("$ million", "revenue was $5m", (), "USD million", "百万美元"),
        ("$ million", "revenue was $5m", ("AUD",), "AUD million", "百万澳元"),
        ("$ million", "港股公司营收$5百万", ("AUD",), "HKD million", "百万港元"),
        ("million dollars", "revenue was $5m", ("SGD",), "SGD million", "百万新加坡元"),
        ("$ per share", "EPS was $5", ("CAD",), "CAD per share", "加元/股"),
        ("cents per share", "EPS was 5 cents", ("AUD",), "Australian cents per share", "澳分/股"),
        ("cents", "a price of 5 cents", (), "US cents", "美分"),
        ("£ million", "revenue was £5m", (), "GBP million", "百万英镑"),
        ("¥ million", "营收¥5百万", (), "CNY million", "百万元"),
        ("¥ million", "revenue was ¥5m", ("JPY",), "JPY million", "百万日元"),
        ("¥ million", "revenue was ¥5m", (), "¥ million", "百万¥"),
        ("kr million", "revenue was kr 5m", ("SEK",), "SEK million", "百万瑞典克朗"),
        ("US$ million", "revenue was US$5m", ("AUD",), "USD million", "百万美元"),
        ("users", "5 users", ("AUD",), "users", "用户"),
    ],
)
def test_a_unit_with_a_bare_sign_goes_by_the_same_rule(
    unit: str, quote: str, currencies: tuple[str, ...], key: str, zh: str
) -> None:
    facts = facts_table(number("5", unit, quote=quote), number("7", "CNY million"))
    settled = settle_units(pa.table(facts), {"port-note": currencies}.__getitem__)
    assert settled["unit"].to_pylist() == [key, "CNY million"]
    assert settled["unit.zh"].to_pylist()[0] == zh
