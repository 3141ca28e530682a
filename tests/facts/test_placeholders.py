"""What stands in cells where nothing is known, and what stays a text because the source says it."""

import pytest

from exporter.facts.parse import FactParser
from exporter.facts.placeholders import is_placeholder, is_stated
from exporter.facts.words import is_reason
from exporter.report.appearances import doubts_of_facts
from tests.facts.parsed import parse_facts
from tests.facts.test_parse import written

NOTHING = [
    "-", "–", "—", "--", "---", "- -", "...", "…", ".", "?", "n/a", "N/A", "n.a.", "N / A", "(n/a)", "n/d",
    "k. A.", "k.A.", "s.o.", "NULL", "null", "(null)", "<NA>", "NaT", "\\N", "undefined", " - ", "ー",
    "／", "－", "－－", "＿", "﹣", "／／",
]  # fmt: skip
BOOLEANS = ["TRUE", "false", "True", "WAHR", "FALSCH", "VRAI", "FAUX", "VERDADERO", "ИСТИНА"]
WORDS = ["n.m.", "n. m.", "not meaningful", "not reported", "missing", "(blank)", "None", "NA", "nil", "TBD", "无", "暂无", "不适用", "未披露", "なし", "未定", "keine Angabe", "not available", "Néant", "없음"]  # fmt: skip
MEANT = ["Nano", "NATO", "N/A division", "无锡", "TRUE North", "a-b", "+", "A", "C", "Nation", "nothing", "★★★", "Noneuclidean", "是", "Yes", "n m", "missing link", "blank"]  # fmt: skip


def problems_of(*rows: dict[str, str | None]) -> list[str]:
    return [str(problem) for problem in parse_facts(written(*rows))[1]]


def values(text: str, **more: str | None) -> dict[str, str | None]:
    return {"value": text, "unit": None, **more}


@pytest.mark.parametrize("text", [*NOTHING, *BOOLEANS])
@pytest.mark.parametrize("unit", [None, "CNY", "%"])
def test_a_value_that_nobody_means_is_refused(text: str, unit: str | None) -> None:
    (problem,) = problems_of(values(text, unit=unit))
    assert "which stands for nothing; " in problem or "which is no figure; " in problem
    assert problem.endswith("; if the source says so, quote it, or write `unit: text`")


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_refused_where_a_figure_is_meant(text: str) -> None:
    for unit in ("CNY million", "customers"):
        (problem,) = problems_of(values(text, unit=unit))
        assert f"the value is {text!r}, which stands for nothing; write the figure, or leave " in problem  # fmt: skip


@pytest.mark.parametrize("text", ["-", "n/a", "TBD", "待定", "NULL", "TRUE"])
def test_a_date_that_is_not_known_is_left_out(text: str) -> None:
    (problem,) = problems_of(values(text, unit="date"))
    assert f"{text!r} is not a date that exists; leave the fact out, or write 2023, " in problem


def doubts_of(**fields: str | None) -> list[str]:
    return doubts_of_all({**values("19"), **fields})


def doubts_of_all(*rows: dict[str, str | None]) -> list[str]:
    ((facts, problems),) = FactParser().parse([(written(*rows), [])])
    assert problems == []
    return [f"{doubt.wrong}; {doubt.right}" for doubt in doubts_of_facts(facts, ())]


@pytest.mark.parametrize("text", WORDS)
def test_a_word_by_itself_is_a_doubt(text: str) -> None:
    (doubt,) = doubts_of(value=text)
    assert doubt == (
        f"`value` is {text!r}, which mostly stands for nothing; leave the fact out; if the source "
        "says so, quote it, or write `unit: text`"
    )


def test_what_is_said_outright_stays() -> None:
    texts = [*NOTHING, *BOOLEANS, *WORDS]
    said = [values(text, id=f"said-{at}", unit="text") for at, text in enumerate(texts)]
    quoted = [
        values(text, id=f"quoted-{at}", quote=f"Dividend paid in this year: {text.strip()}")
        for at, text in enumerate(texts)
    ]
    assert problems_of(*said, *quoted) == []
    assert doubts_of_all(*said, *quoted) == []


@pytest.mark.parametrize("pair", [("None", "无"), ("n/a", "不适用"), ("-", "无"), ("TBD", "待定")])
def test_a_text_of_its_own_in_each_language_is_meant(pair: tuple[str, str]) -> None:
    texts = {"value": None, "value.en": pair[0], "value.zh": pair[1]}
    assert problems_of(texts) == []
    assert doubts_of(**texts) == []


@pytest.mark.parametrize("text", MEANT)
def test_other_texts_are_none(text: str) -> None:
    assert not is_placeholder(text)
    assert problems_of(values(text)) == []
    assert doubts_of(value=text) == []


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        ("NA", "Growth in NA was slow", True), ("NA", "National growth", False), ("na", "Sales in NA", True),
        ("无", "公司无负债", True), ("-", "growth - as expected - was slow", False), ("-", "Dividend | -", True),
        ("TRUE", "it is a true story", True), ("...", "and so on ...", True), ("n/a", "not known", False),
    ],
)  # fmt: skip
def test_whether_a_quote_says_it(text: str, quote: str, said: bool) -> None:
    assert is_stated(text, quote) is said


@pytest.mark.parametrize("text", ["-", "n/a", "NULL", "None", "无", "TBD"])
def test_texts_that_stand_for_nothing_are_told(text: str) -> None:
    fields = {"metric.en": text, "metric.zh": text, "attribution.en": text, "attribution.zh": text, "quote_en": text}  # fmt: skip
    assert doubts_of(**fields) == [
        f"`{field}` is {text!r}, which mostly stands for nothing; {right}, unless this is what is meant"
        for field, right in (
            ("metric", "name what is meant"),
            ("attribution", "leave it empty"),
            ("quote_en", "leave it empty"),
        )
    ]


@pytest.mark.parametrize(
    ("field", "right"),
    [
        ("status", "leave it empty, which means achieved, or use one of "),
        ("qualifier", "leave it empty, which means exact, or use one of "),
        ("period", "leave it empty, or write 2023, "),
        ("unit", "leave it empty, or use a known unit"),
    ],
)
def test_cells_of_known_words_are_left_empty(field: str, right: str) -> None:
    for text in ("-", "n/a", "NULL", "无", "--", "#"):
        problems = problems_of({field: text})
        assert any(right in problem for problem in problems) is (text != "#")


@pytest.mark.parametrize("text", ["-", "n/a", "N/A", "TBD", "tbd", "NULL", "暂无", "未定", "none"])
def test_what_stands_for_nothing_is_no_reason(text: str) -> None:
    assert not is_reason(text)


@pytest.mark.parametrize(
    ("text", "period"),
    [("Dez 25", "2025-12"), ("déc.-25", "2025-12"), ("Q3 2025", "2025-Q3"), ("FY25", "FY2025"), ("Dec-25", "2025-12"), ("August 2025", "2025-08")],
)  # fmt: skip
def test_a_text_that_may_be_a_date_is_a_doubt(text: str, period: str) -> None:
    (doubt,) = doubts_of(value=text)
    assert doubt == (
        f"`value` is {text!r}, a text that may be meant for a date; write {period} with `unit: date`; "
        "if the source says so, quote it, or write `unit: text`"
    )
    assert doubts_of(value=text, unit="text") == []
    assert doubts_of(value=text, quote=f"to begin in {text} at the latest") == []


@pytest.mark.parametrize(
    "text", ["Model 25", "GPT-35", "soon", "Top 100", "Windows 11", "three in 2025 and more"]
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert doubts_of(value=text) == []
