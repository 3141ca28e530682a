"""A view's target price against its quote: the one that stands now."""

import pytest

from exporter.evidence.claims import FigureVerdict
from exporter.evidence.target_prices import confirm_target_price, former_target_prices
from exporter.facts.views import View


def told(price: str, quote: str) -> FigureVerdict:
    view = View.model_validate(
        {
            "id": "v", "broker": "B", "subject": "E", "stance": "positive", "thesis": "T",
            "drivers": ["D"], "target_price": price, "currency": "HKD", "source": "s", "quote": quote,
        }
    )  # fmt: skip
    return confirm_target_price(view)


def target(price: str, quote: str) -> str:
    return told(price, quote).state


@pytest.mark.parametrize(
    "quote",
    [
        "raises its target price from HK$25 to HK$30",
        "raises its target price to HK$30 from HK$25",
        "target price of HK$30, up from the previous target of HK$25",
        "keeps its target price at HK$30",
        "cut it to Hold with a HK$30 price target",
        "给予30港元的目标价",
        "trimmed its target for Harbour Motors to HK$30 from HK$35",
        "raised its target price on Harbour Motors to HK$30 from HK$25",
        "We upgrade it to Buy from Hold and lift our target price to HK$30",
        "lifts its target price to HK$30 (from HK$25)",
        "目标价由25港元上调至30港元",
        "目标价从25港元上调至30港元",
        "目标价30港元",
        "上调目标价至30港元（原目标价25港元）",
        "Buy, PT HK$30 (was HK$25)",
        "Buy, target price HK$30, was HK$25",
        "target price HK$30 (prev. HK$25)",
        "TP HK$30 (HK$25)",
        "TP: HK$25 → HK$30",
        "price target HK$30 (HK$25 before)",
        "目标价30港元（25港元）",
        "目标价30港元（现价25港元）",
        "Target HK$30 (last close HK$25)",
    ],
)
def test_a_target_price_is_the_one_that_stands_now(quote: str) -> None:
    assert target("30", quote) == "confirmed"
    assert target("25", quote) != "confirmed"


@pytest.mark.parametrize(
    "quote",
    [
        "sees a target price of HK$30 to HK$35",
        "现价30港元，目标价35港元",
        "keeps a target price on Harbour Motors, which paid HK$30",
        "sees a target price of over HK$30",
        "the prior target price was HK$30",
        "no longer has a target price of HK$30",
    ],
)
def test_an_end_a_bound_or_a_former_price_is_no_target(quote: str) -> None:
    assert target("30", quote) != "confirmed"


@pytest.mark.parametrize(
    "quote",
    [
        "Quill scraps its HK$30 price target on Harbour Motors",
        "Quill has rescinded its target price of HK$30, citing the takeover",
        "Its HK$30 target price is on hold until the audit ends",
        "Buy; target price HK$30 (under review)",
        "Osterby keeps both its rating and its HK$30 target under review",
        "Osterby carried a target price of HK$30 until last week",
        "Osterby once had a target price of HK$30",
        "松江证券取消对海港汽车30港元的目标价",
        "松江证券的30港元目标价已被暂停",
        "目标价30港元（评估中）",
        "松江证券曾给予30港元的目标价",
    ],
)
def test_a_target_price_that_nobody_upholds_is_refused_as_such(quote: str) -> None:
    verdict = told("30", quote)
    assert verdict.state == "contradicted"
    assert verdict.wrong == "by the quote, the target price HKD 30 no longer stands"
    assert verdict.right.startswith("leave `target_price` and `currency` out")
    assert [figure.value for figure in former_target_prices(quote)] == [30]


@pytest.mark.parametrize(
    "quote",
    [
        "Quill withdraws its old target price and sets a target price of HK$30",
        "Quill drops its target price to HK$30",
        "Quill pulled its target price back to HK$30 from HK$40",
        "Quill has not withdrawn its target price of HK$30",
        "Quill may suspend its target price of HK$30",
        "Harbour Motors suspended its dividend; target price HK$30",
        "Quill withdraws its earnings forecasts, target price HK$30",
        "Quill reinstates its target price of HK$30, withdrawn in May",
        "松江证券撤回盈利预测，维持目标价30港元",
        "松江证券并未撤回30港元的目标价",
        "公司暂停派息，目标价30港元",
    ],
)
def test_what_is_withdrawn_beside_a_target_price_leaves_it_standing(quote: str) -> None:
    assert target("30", quote) == "confirmed"


def test_a_price_of_before_is_told_with_the_key_that_it_has() -> None:
    verdict = told("40", "Quill withdraws its HK$40 target price and sets a target price of HK$30")
    assert verdict.right == (
        "write it as what stood before, `previous_target_price: 40`: the target now is HKD 30"
    )


@pytest.mark.parametrize(
    ("quote", "former"),
    [
        ("Hold, TP HK$30 (HK$25)", [25]),
        ("Hold; target price HK$30 (was: HK$25; close HK$20)", [25]),
        ("TP HK$25->HK$30", [25]),
        ("目标价30港元（25港元）", [25]),
        ("TP HK$30 (US$3.80)", []),  # in other money
        ("TP HK$30 (HK$25 a share of cash)", []),
        ("目标价30港元（现价25港元）", []),
        ("Its target price was HK$30", []),
    ],
)
def test_the_one_before_stands_beside_it(quote: str, former: list[int]) -> None:
    assert [figure.value for figure in former_target_prices(quote)] == former
