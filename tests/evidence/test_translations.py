"""Translations whose texts differ in digits alone are told as each of them is by itself."""

import random

import pytest

from exporter.evidence.findings import Terms
from exporter.evidence.translated import findings_of_translation
from exporter.evidence.translations import check_translation

_PAIRS = (
    ("{y}年{m}月，门店{c}售出约{n}件商品，同比增长{k}%",
     "In {y}-{m:02}, shop {c} sold about {g} articles, up {k}% on the year"),
    ("截至{y}年{m}月底，客户达{n}家", "There were {g} customers at the end of {y}-{m:02}"),
    ("公司实现收入{d}百万元，覆盖{k}个城市", "Revenue was CNY {d} million, in {k} cities"),
    ("平台{c}处理{n}笔订单", "Platform {c} handled {n} orders"),
    ("客户{c}有{n}家，{y}年{m}月达{k}%", "It had {n} clients in {c}, and {k}% in {y}-{m:02}"),
)  # fmt: skip


def _texts(pair: tuple[str, str], chance: random.Random) -> tuple[str, str]:
    """A quote and its translation, in one of three some number or code of which is another."""
    number = chance.randrange(10_000, 9_999_999)
    words = {
        "y": chance.randrange(2009, 2027), "m": chance.randrange(1, 13), "n": number, "g": f"{number:,}",
        "c": f"{chance.choice('AKRW')}{chance.randrange(10**6):07}", "k": chance.randrange(3, 99),
        "d": f"{chance.randrange(10, 99)}.{chance.randrange(1, 10)}",
    }  # fmt: skip
    quote = pair[0].format(**words)
    if chance.random() < 1 / 3:
        field = chance.choice("ymkc")
        others = {"m": chance.randrange(1, 13), "c": f"B{chance.randrange(10**6):07}"}
        words[field] = others[field] if field in others else words[field] + 1
    return quote, pair[1].format(**words)


@pytest.mark.parametrize("pair", _PAIRS)
def test_pairs_of_a_shape_are_told_as_they_are_by_themselves(pair: tuple[str, str]) -> None:
    chance = random.Random(7)  # noqa: S311 - the same texts on every run
    alike = 0
    for _ in range(400):
        quote, text = _texts(pair, chance)
        alone = tuple(findings_of_translation(text, quote, "`quote_en`", Terms()))
        assert check_translation(text, quote, "`quote_en`", Terms()) == alone, (quote, text)
        alike += not alone
    assert alike > 40


def test_another_number_is_told_after_many_that_are_the_same() -> None:
    for number in range(20_000, 20_040):
        quote, text = f"平台处理{number}笔订单", f"The platform handled {number:,} orders"
        assert check_translation(text, quote, "`quote_en`", Terms()) == ()
    (wrong,) = check_translation(
        "The platform handled 20,041 orders", "平台处理20040笔订单", "`quote_en`", Terms()
    )
    assert not wrong.is_doubt
    assert "20,041" in wrong.fault.wrong


def test_numbers_that_change_places_are_told_among_others_of_their_shape() -> None:
    """A shape is looked at with the same number in its first place and its third."""
    for stores in range(300, 340):
        quote = f"新开门店{stores}家，增长50%，关闭{stores + 200}家"
        text = f"opened {stores} stores, up 50%, and closed {stores + 200}"
        assert check_translation(text, quote, "`quote_en`", Terms()) == ()
        wrong = f"opened {stores + 200} stores, up 50%, and closed {stores}"
        assert check_translation(wrong, quote, "`quote_en`", Terms()) != ()
