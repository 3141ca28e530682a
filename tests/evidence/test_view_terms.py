"""Ratings and target prices before, analysts, prices and readings: each must stand in the quote."""

from decimal import Decimal
from typing import Any

import pytest

from exporter.evidence.findings import Terms
from exporter.evidence.view_terms import findings_of_terms
from exporter.facts.views import View
from exporter.facts.words import Bilingual

CUT = 'Delft Partners cut Orion to "hold" from "buy" and its target price to €9.50 from €12.00'
KEPT = "Ann Field of Delft Partners kept its Buy rating on Orion and a target price of €12.00"
MOVED_ZH = (
    "代尔夫特证券将猎户座评级由“中性”上调至“买入”，目标价由9.50欧元上调至12.00欧元，现价10.20欧元"
)
HOLD, BUY = Bilingual("Hold", "持有"), Bilingual("Buy", "买入")


def found(quote: str, **said: Any) -> list[str]:
    """What is found of a view: `part: wrong`, of a doubt `part? wrong`."""
    view = View.model_validate(
        {
            "id": "delft", "broker": "Delft Partners", "subject": "Orion", "stance": "neutral",
            "thesis": "It will take time", "drivers": ["Time"], "source": "note", "quote": quote,
            "target_price": "9.50", "currency": "EUR", **said,
        }
    )  # fmt: skip
    return [
        f"{part}{'?' if finding.is_doubt else ':'} {finding.fault.wrong}"
        for part, finding in findings_of_terms(view, Terms())
    ]


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        (CUT, {"rating": HOLD, "previous_rating": BUY, "previous_target_price": "12"}),
        (KEPT, {"rating": BUY, "previous_rating": BUY, "previous_target_price": "12.00"}),
        (KEPT, {"analyst": "Ann Field"}),
        (KEPT, {"analyst": Bilingual("Ann Field", "安·菲尔德")}),
        (MOVED_ZH, {"rating": BUY, "previous_rating": Bilingual("Neutral", "中性")}),
        (MOVED_ZH, {"previous_target_price": "9.50", "price": "10.20"}),
        ("Raised from hold to buy; target $30 (previously $25)", {"previous_rating": HOLD}),
        (
            "Raised from hold to buy; target $30 (previously $25)",
            {"currency": "USD", "previous_target_price": "25"},
        ),
        ("The share closed at €8.10; we see it at a target price of €9.50", {"price": "8.1"}),
        ("It has everything to gain", {"rating": BUY, "rating_reading": True}),
    ],
)
def test_what_the_quote_states_is_confirmed(quote: str, said: dict[str, Any]) -> None:
    assert found(quote, **said) == []


@pytest.mark.parametrize(
    ("quote", "said", "wrong"),
    [
        (CUT, {"previous_rating": HOLD}, "previous_rating: `previous_rating` is Hold, but the quote says that it was 'buy'"),
        (KEPT, {"previous_rating": HOLD}, "previous_rating: `previous_rating` is Hold, but the quote says that it was 'Buy'"),
        ("A target price of €9.50", {"previous_rating": HOLD}, "previous_rating: `previous_rating` is Hold, but the quote states no rating before"),
        (CUT, {"previous_rating": Bilingual("Buy", "持有")}, "previous_rating: `previous_rating` is 'Buy' in English and '持有' in Chinese, which differ"),
        (CUT, {"previous_target_price": "13"}, "previous_target_price: the quote does not state the earlier target price EUR 13"),
        (CUT, {"previous_target_price": "9.50"}, "previous_target_price: the quote does not state the earlier target price EUR 9.50"),
        (KEPT, {"analyst": "Field Ann"}, "analyst: the quote does not name the analyst 'Field Ann'"),
        (KEPT, {"analyst": "Ann Fiel"}, "analyst: the quote does not name the analyst 'Ann Fiel'"),
        (CUT, {"price": "12"}, "price: the quote does not state the price EUR 12"),
        ("A target price of €9.50, with earnings of €1.20", {"price": "1.20"}, "price? the quote does not say that EUR 1.20 is what the share costs"),
        (CUT, {"rating": HOLD, "rating_reading": True}, "rating: `rating_reading` is true, but the quote states the rating 'hold'"),
    ],
)  # fmt: skip
def test_what_it_states_otherwise_is_told(quote: str, said: dict[str, Any], wrong: str) -> None:
    assert found(quote, **said) == [wrong]


def test_a_price_is_a_number_or_the_id_of_a_fact() -> None:
    said = {
        "id": "a", "broker": "b", "subject": "c", "stance": "neutral", "thesis": "d",
        "drivers": ["e"], "source": "f", "quote": "g",
    }  # fmt: skip
    assert View.model_validate({**said, "price": "18.40"}).price == Decimal("18.40")
    assert View.model_validate({**said, "price": "share-price"}).price == "share-price"
    for wrong in ("0", "-3", "NaN", "Share price"):
        with pytest.raises(ValueError, match="price"):
            View.model_validate({**said, "price": wrong})
