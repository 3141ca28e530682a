"""Figures that are not so: denied, taken back, asked about, imagined, replaced."""

import pytest

from exporter.drafting.figures.stated import stated_in
from exporter.drafting.not_so import (
    ASKED,
    DENIED,
    IMAGINED,
    LOWER_END,
    REPLACED,
    TAKEN_BACK,
    UPPER_END,
    not_so,
)
from tests.drafting.any_source import sentence_of, setting_of

_NOT_SO = [
    ("The mill no longer plans to reach a yield of 9% next year.", TAKEN_BACK),
    ("Acme scrapped its goal of 80 kiosks by 2029.", TAKEN_BACK),
    ("Acme suspended the £7m share buy-back.", TAKEN_BACK),
    ("The target of 80 kiosks was abandoned in June.", TAKEN_BACK),
    ("Acme did not receive the £6m that it was owed.", DENIED),
    ("Without the flood Acme would have made a profit of £9m.", IMAGINED),
    ("Asked whether Acme would borrow £70m, the chairman laughed.", ASKED),
    ("It hired clerks in 12 towns instead of 30.", REPLACED),
    ("Profit will be at the upper end of the range of £60 million to £64 million.", UPPER_END),
    ("Acme sees a margin towards the bottom end of its guidance of 6% to 8%.", LOWER_END),
    ("Spending will be below plan rather than £25m.", REPLACED),
]
_SO = [
    "Acme's shares rose as much as 12%.",
    "Acme's shares fell as much as 12% on Monday.",
    "Acme expects a yield of 9% next year, and no longer tells its orders.",
    "Acme cancelled orders worth £6m.",
    "Acme did not pay more than £6m.",
    "Acme said that it would have 80 kiosks by 2029.",
    "Acme sells by post rather than in its 30 kiosks.",
    "Regardless of whether sales grow, Acme will spend £6m.",
    "Acme did not hire, and sales rose 6%.",
    "Acme beat its target of 80 kiosks.",
    "Acme narrowed its range to £62 million to £64 million, and the upper end rose.",
    "Acme raised the upper end of its range to £64 million.",
    "Sales at the top of the hill rose 6%.",
]


def _doubts(text: str) -> list[str]:
    sentence = sentence_of(text)
    return [not_so(one, sentence) for one in stated_in(sentence, setting_of(text))]


@pytest.mark.parametrize(("text", "doubt"), _NOT_SO)
def test_what_is_not_so_is_told(text: str, doubt: str) -> None:
    assert _doubts(text)[-1] == doubt


@pytest.mark.parametrize("text", _SO)
def test_what_is_so_is_in_no_such_doubt(text: str) -> None:
    assert not any(_doubts(text))
