"""What a text says that nobody upholds any more, and facts that rest on such words."""

import pytest

from exporter.evidence.claims import Claim, FigureState
from exporter.evidence.judge import Judge
from exporter.evidence.keys import Key, columns_of, read_claims
from exporter.evidence.ratings import former_ratings, stated_ratings
from exporter.evidence.withdrawals import withdrawn_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Volta scrapped its sales growth forecast of 4%", "its sales growth forecast of 4%"),
        ("Volta has pulled its guidance for 2026", "its guidance for 2026"),
        ("Withdrawn outlook of EUR 5 million", "outlook of EUR 5 million"),
        ("Volta's forecast of 900 shops was abandoned", "Volta's forecast of 900 shops was abandoned"),
        ("It rescinds its Hold rating and its target of 9p, it said", "its Hold rating and its target of 9p"),
        ("公司撤销全年收入20亿元的指引", "全年收入20亿元的指引"),
        ("公司收入20亿元的预测已撤回。", "公司收入20亿元的预测已撤回"),
        ("公司撤銷收入20億元的預測", "收入20億元的預測"),
    ],
)  # fmt: skip
def test_what_is_withdrawn(text: str, words: str) -> None:
    assert [text[start:end] for start, end in withdrawn_in(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Volta pulled forward its target of 500 shops",
        "Volta withdraws from Spain with its guidance intact",
        "Volta dropped below its estimate of 4%",
        "Volta suspended production and kept its forecast of 4%",
        "Volta would not withdraw its forecast of 4%",
        "Volta never abandoned its target of 500 shops",
        "Volta removed doubts about its forecast of 4%",
        "公司没有撤回收入20亿元的指引",
        "公司取消限购后上调指引",
        "公司暂停派息，收入预测20亿元",
    ],
)
def test_what_is_not(text: str) -> None:
    assert withdrawn_in(text) == []


@pytest.mark.parametrize(
    "quote",
    [
        "Quill discontinues its Sell rating on Volta",
        "Quill no longer rates Volta Sell",
        "Quill puts its Sell rating on Volta under review",
        "Its Sell rating has been suspended",
        "Quill rated Volta Sell until June",
        "松江证券暂停卖出评级",
        "松江证券将卖出评级列入观察",
    ],
)
def test_a_rating_that_is_withdrawn_is_one_of_before(quote: str) -> None:
    assert list(stated_ratings(quote)) == []
    assert len(list(former_ratings(quote))) == 1


def test_a_rating_beside_what_is_withdrawn_stands() -> None:
    for quote in (
        "Quill withdraws its target price and keeps its Sell rating",
        "Quill drops its Buy rating to Sell",
        "松江证券撤回目标价，维持卖出评级",
    ):
        assert [one.words.casefold() for one in stated_ratings(quote)] in (["sell"], ["卖出"])


WITHDRAWN = "Volta scrapped its forecast of revenue of EUR 20 million, made in May"


@pytest.mark.parametrize(
    ("quote", "status", "state"),
    [
        (WITHDRAWN, "guidance", FigureState.CONTRADICTED),
        (WITHDRAWN, "estimate", FigureState.CONTRADICTED),
        (WITHDRAWN, "achieved", FigureState.CONTRADICTED),
        (WITHDRAWN, "withdrawn", FigureState.CONFIRMED),
        ("Volta keeps its forecast of revenue of EUR 20 million", "guidance", FigureState.CONFIRMED),
        (f"{WITHDRAWN}; it now expects EUR 20 million", "guidance", FigureState.CONFIRMED),
        ("公司撤回收入2000万欧元的指引", "guidance", FigureState.CONTRADICTED),
        ("公司撤回利润指引，收入2000万欧元", "guidance", FigureState.CONFIRMED),
    ],
)  # fmt: skip
def test_a_fact_says_that_it_is_withdrawn(quote: str, status: str, state: FigureState) -> None:
    ((figure, *_),) = Judge({}).on_figures([_claim(quote, status)])
    assert figure.state is state
    if state is FigureState.CONTRADICTED:
        assert figure.right.startswith("write `status: withdrawn`")


@pytest.mark.parametrize("said", [WITHDRAWN, "公司撤回收入2000万欧元的指引"])
def test_no_shape_proves_what_is_withdrawn(said: str) -> None:
    assert Judge({}).proofs_of([_claim(said, "guidance"), _claim(said, "withdrawn")]) == [
        None,
        None,
    ]


def _claim(quote: str, status: str) -> Claim:
    key = Key(
        "s", quote, "number", 20.0, None, 0, None, None, "EUR million", "EUR million", "百万欧元",
        None, "exact", None, None, None, "", "", "", "", "", "", False, status,
    )  # fmt: skip
    (claim,) = read_claims(columns_of([key]))
    return claim
