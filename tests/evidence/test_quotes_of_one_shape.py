"""Quotes that differ in their digits alone are judged by their shape, and as each would be alone."""

import random

import pytest

from exporter.evidence import figures
from exporter.evidence.claims import FigureState, FigureVerdict
from exporter.evidence.figures import confirm_figure
from tests.evidence.stated_facts import make_facts
from tests.evidence.test_figures import fact

_STATED = (
    ("users", "exact", "商家W{code}的用户数达{n}，覆盖{k}个城市"),
    ("cities", "exact", "商家W{code}的用户数达{n}，覆盖{n}个城市"),
    ("orders", "over", "Store G{code} had over {n} orders in 2021, up {k}% on the year"),
    ("%", "exact", "Store G{code} had {k}0 orders in 2021, up {n}% on the year"),
    ("%", "exact", "本期亏损率下降{n}%，客户{k}家"),
    ("CNY million", "about", "收入约{n}百万元，其中{k}%来自W{code}"),
    ("years", "exact", "租期为{n}个月，合作方{k}家"),
    ("months", "exact", "The permit lasts {n} years, {k} more than before"),
    (("firms of the 999", "家世界999强企业"), "exact", "有{k}家企业，{n}家世界999强企业"),
)  # fmt: skip


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch):
    """The verdict on a fact whose quote is read as it stands."""

    def judge(claimed) -> FigureVerdict:
        with monkeypatch.context() as patch:
            patch.setattr(figures, "find_shape", lambda _: None)
            return confirm_figure(claimed)

    return judge


@pytest.mark.parametrize(("unit", "qualifier", "quote"), _STATED)
def test_verdicts_by_shape_are_those_on_each_quote_alone(unit, qualifier, quote, alone) -> None:
    chance = random.Random(quote)  # noqa: S311 - no secret
    rows = []
    for _ in range(60):
        number, other = chance.choice([36, 39, 312.5, 348.5, 360.5]), chance.randint(41, 59)
        said = quote.format(code=chance.randint(10**6, 10**7 - 1), n=number, k=other)
        value = chance.choice(
            [number, number, other, number * 12, number / 12, number + 1, number * 10, -number]
        )
        word = chance.choice([qualifier, qualifier, qualifier, "over"])
        rows.append((said, f"{value:.6g}", unit, word))
    told = set()
    for claimed in make_facts(rows):
        verdict = confirm_figure(claimed)
        assert verdict == alone(claimed), claimed.quote
        told.add(verdict.state)
    assert len(told) > 1


def test_digits_of_a_label_are_held_against_the_digits_of_the_quote() -> None:
    """In a shape, 300强 and 999强 are one; the unit that names one of them counts no other."""
    for firms, size in ((35, 300), (36, 500), (37, 200), (38, 999)):
        verdict = confirm_figure(
            fact(
                f"{firms}",
                f"园区有{firms}家世界{size}强企业",
                ("firms of the 999", "家世界999强企业"),
            )
        )
        assert (verdict.state == FigureState.CONFIRMED) is (size == 999)
