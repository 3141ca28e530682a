"""Texts that differ in their digits alone are read by their shape as they are read one by one."""

import random
import re
import string

import pytest

from exporter.evidence.reading import read_figures
from exporter.evidence.reading.figures import read_as_it_stands
from exporter.evidence.reading.shapes import Shaped, find_shape

_RUN = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_MONTH = re.compile(r"20[0-9]{2}-[01][0-9]")
_MONTH_ZH = re.compile(r"(?<=[0-9]年)[0-9]+(?=月)")
_DATED = re.compile(r"(20[0-9]{2}(?:-[01][0-9]|年[0-9]+月))")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z](?=[0-9]{6})")
# Numbers beside which the reader goes another way: bounds of classes, years, names, dates.
_NUMBERS = (
    "0 1 2 3 4 8 9 10 11 12 13 16 24 29 31 32 39 40 59 60 64 99 100 128 360 480 618 720 800 852 999 1000 "
    "1080 1688 1899 1900 1999 2000 2024 2099 2100 2160 9999 10000 20231 99999 202311 300750 999999 20231101 "
    "13800138000 4001234567 1.0 2.0 0.5 0.05 1.5 9.9 10.0 10.5 11.11 12.12 99.5 100.0 2023.5 9.30 1,000 "
    "9,999 12,345 123,456 1,234,567 1,234.5 12,34,567 1,5 01 007 1.2.3 2023.11.1 31.12.2023"
)
_TELLING = _NUMBERS.split()
SENTENCES = (
    "截至2021年5月，商家W0004000的用户数超过达4478288",
    "2021年10月，客户X0004005的云服务收入为人民币超过42.8百万元，56家机构参与调研",
    "G0004002号店铺在2021年7月产生超过9392514笔订单，同比增长81%",
    "Store G0004002 took over 9392514 orders in 2021-07, up 81% on the year",
    "In 2011-12 it had 45,000 members, and 52,300 in 2021-05; up to 2021-06 million users in 56 cities",
    "2021-05年35家，2021-05%，RMB2021-05 million，2021-05大促有45家，2021-05，345人，3年5月后共25家",
    "2021年5月底有35家，2021年12月均45万台，2021年6月18日大促38亿元，2021年5月至2022年8月共39家",
    "年活跃买家数净增7363万至0.9亿，同比增长17%; up 7,363 to 9,000 in W19360318E+6 of 32 cities",
    "Its app was downloaded 3.4 million times and has 1.9 million registered users.",
    "Revenue rose 14% to RMB1,234.5 million from RMB1,082.9 million, or 88 cents per share.",
    "Guidance is 120 to 150 million euros; at least 35% of it in 2027, against 41 to 18 before.",
    "营收12.3亿元，同比下降24.8%，毛利率提升1.35个百分点至38.62%，亏损2,450万元",
    "第17款产品服务119万名用户，平均每天23次，耗时45分钟35秒",
    "3小时25分钟, 12元50角, 15 dollars 50, 5-1/4%, 18-24 years, 14/25, 1 234 567 and 2,345 6789",
    "On 13 Sept. 2025 at 12:45 the S&P 500 and 沪深300 had 618大促, 7x24, +44 20 7011 4455 and 28nm",
    "近35年来，第23届，42折，15成，80后，21世纪，1080p，4K，A100，MI300，17.0版，20.0%",
    "MI450000 K1234567 R5000000 a4711 B2B 12W0004000 五台K0012345 购入35 Z0012345 five Z0012345",
    "Some 13 out of 50 analysts, 9 out of 14 banks and 20 out of every 100 funds rate it a buy",
    "of 960 flats 610 are let; 31 countries, 17.5x oversubscribed, EPS of 12.97, P/E of 26, 360p or 720p",
)  # fmt: skip


def _digits_of(run: str, chance: random.Random) -> str:
    if chance.random() < 0.3:
        return chance.choice(_TELLING)
    first = chance.random() < 0.8
    digits = [str(chance.randint(0, 9)) if char.isdecimal() else char for char in run]
    return "".join([str(chance.randint(1, 9)) if first else digits[0], *digits[1:]])


def other_digits(sentence: str, chance: random.Random) -> str:
    dated = _MONTH.sub(
        lambda _: f"20{chance.randrange(100):02}-{chance.randrange(20):02}", sentence
    )
    dated = _MONTH_ZH.sub(lambda _: str(chance.randrange(1, 14)), dated)
    if chance.random() < 0.5:  # dates stay as they are
        return "".join(
            part if at % 2 else _RUN.sub(lambda run: _digits_of(run[0], chance), part)
            for at, part in enumerate(_DATED.split(dated))
        )
    said = _RUN.sub(
        lambda run: run[0] if chance.random() < 0.3 else _digits_of(run[0], chance), dated
    )
    return _CODE.sub(lambda _: chance.choice("ABCKMPRUWXZ"), said)


def _shaped(text: str) -> Shaped | None:
    """A text by its shape, as if others of that shape had been read before."""
    return [find_shape.__wrapped__(text) for _ in range(3)][-1]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_other_digits_are_read_by_shape_as_they_stand(sentence: str) -> None:
    """tests/soak/test_shapes.py tries ten times as many."""
    by_shape = read_by_shape(sentence, 60)
    assert by_shape > 6 or "小时25" in sentence or "A100" in sentence


def read_by_shape(sentence: str, tries: int) -> int:
    """How many texts with other digits are read by their shape; each as it stands."""
    chance = random.Random(sentence)  # noqa: S311 - no secret
    by_shape = 0
    for _ in range(tries):
        text = other_digits(sentence, chance)
        if (shaped := _shaped(text)) is not None:
            assert shaped.figures() == read_as_it_stands(text), text
            by_shape += 1
    return by_shape


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("120 to 150 million euros", "150 to 120 million euros"),
        ("共45分钟35秒", "共59分钟38秒"),
        ("有5001234567家", "有4001234567家"),
        ("双13促销有30家", "双11促销有30家"),
        ("11.13大促有30家", "11.11大促有30家"),
        ("the 619 festival", "the 618 festival"),
        ("a 1081p screen", "a 1080p screen"),
        ("a 17K TV", "a 16K TV"),
        ("涨35.7", "涨35.0"),
        ("5,000 users B123456 ago daily", "5,000 users A123456 ago daily"),
        ("有2123家", "有2023家"),
        ("up 20239901", "up 20231101"),
        ("2025-09万用户", "2025-19万用户"),
        ("净增1000万至0.9亿", "净增7363万至0.9亿"),
        ("W19363318E+6 users", "W19360318E+6 users"),
    ],
)
def test_what_may_be_read_otherwise_is_of_another_shape(known: str, text: str) -> None:
    _shaped(known)
    shaped = _shaped(text)
    figures = read_as_it_stands(text) if shaped is None else shaped.figures()
    assert figures == read_as_it_stands(text) != read_as_it_stands(known)


@pytest.mark.parametrize(
    "sentence",
    [
        "Shoppers placed {}2020217 million orders", "Model {}2020217 had 35 users per day",
        "商家{}2020217的用户35家", "二百四十 又 4分  之{}2020217", "在2574年12,345月获得{}0417250次下载",
        "a fee of 34% plus {}39490848 cents per order", "34% plus {}0490848 cents per order",
        "5,000 users, {}202021 ago, daily", "共，{}2020217元和35家",
        "of {}2020217k cities 35 are in {}2020218%", "{}2020217 and 35 to {}2020219 in 2020",
        "Model {}0020217 had 35 users per day", "商家{}0020217的用户35家", "5,000 users, {}0020217 ago, daily",
        "It had 35 users, {}0020217 of {}0020218 each", "up 35%, {}0020217 million users and {}0020219%",
    ],
)  # fmt: skip
def test_any_letter_of_a_code_is_read_as_any_other(sentence: str) -> None:
    for letter in string.ascii_uppercase:
        text = sentence.format(letter, letter)
        shaped = _shaped(text)
        assert shaped is None or shaped.figures() == read_as_it_stands(text), text


def test_nouns_and_subjects_keep_their_own_digits() -> None:
    texts = [
        f"In 20{year}, batch K00{code} of the {year} series held 4{year},5{year} units of K00{code}."
        for year, code in ((13, 12345), (27, 67890), (31, 55555))
    ]
    for text in texts:
        figures = read_figures(text)
        assert figures == read_as_it_stands(text)
    assert _shaped(texts[-1]) is not None
    assert "55555" in figures[-1].noun


def test_a_shape_with_a_long_number_of_its_own_waits_for_a_second_text() -> None:
    for code in range(2_000_000, 2_000_040):
        find_shape.__wrapped__(f"会议纪要K{code}写明有{code}家")
    often, rare = "会议纪要K2000041写明有35家", "会议纪要K2000041写明有190335家"
    assert find_shape.__wrapped__(often) is not None
    assert find_shape.__wrapped__(rare) is None
    assert find_shape.__wrapped__(rare) is not None
