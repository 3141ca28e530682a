"""What is written becomes what it means, or a problem that says what would be right."""

from datetime import date
from fractions import Fraction
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.facts.parse import FactParser
from exporter.facts.table import FACTS, WRITTEN, Fact, as_written, iterate_facts
from exporter.facts.words import Bilingual, Qualifier, Status
from tests.facts.parsed import parse_facts

SOUND = {
    "id": "a", "entity": "E", "metric.en": "Metric", "metric.zh": "指标", "value": "1",
    "source": "s", "quote": "a quote", "file": "f.yaml", "line": 3,
}  # fmt: skip


def written(*rows: dict[str, Any]) -> pa.Table:
    return pa.Table.from_pylist([SOUND | row for row in rows], schema=WRITTEN)


def fact_of(**row: Any) -> Fact:
    table, problems = parse_facts(written(row))
    assert problems == []
    assert table.schema == FACTS
    return next(iterate_facts(table))


def problems_of(*rows: dict[str, Any]) -> list[str]:
    table, problems = parse_facts(written(*rows))
    assert problems
    assert table.num_rows < len(rows)
    return [str(problem) for problem in problems]


def text(words: str) -> dict[str, str | None]:
    return {"value": None, "value.en": words, "value.zh": words}


@pytest.mark.parametrize(
    ("value", "number", "decimals"),
    [
        ("17", 17.0, 0), ("100000000", 1e8, 0), ("1.50", 1.5, 2), ("-24.8", -24.8, 1),
        ("+5", 5.0, 0), (".5", 0.5, 1), ("1e8", 1e8, 0), ("1.25e1", 12.5, 1), ("15e-3", 0.015, 3), ("0", 0.0, 0),
        ("123456789012345", 123456789012345.0, 0), ("100000000000000000000", 1e20, 0),
    ],
)  # fmt: skip
def test_numbers_keep_the_decimals_as_written(value: str, number: float, decimals: int) -> None:
    fact = fact_of(value=value)
    assert (fact.number, fact.decimals, fact.date, fact.text) == (number, decimals, None, None)


def test_defaults() -> None:
    fact = fact_of()
    assert fact.qualifier is Qualifier.EXACT
    assert fact.status is Status.ACHIEVED
    assert (fact.period, fact.attribution, fact.quote_en) == ("", Bilingual("", ""), "")


@pytest.mark.parametrize(
    ("value", "unit", "first", "precision"),
    [
        ("2023-11-01", None, date(2023, 11, 1), "day"),
        ("2023-10", None, date(2023, 10, 1), "month"),
        ("2014", "date", date(2014, 1, 1), "year"),
        ("2014-10", "date", date(2014, 10, 1), "month"),
    ],
)
def test_dates(value: str, unit: str | None, first: date, precision: str) -> None:
    fact = fact_of(value=value, unit=unit)
    assert (fact.date, fact.precision, fact.number) == (first, precision, None)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "17", "plain words", " spaced "])
def test_texts_stay_texts(words: str) -> None:
    fact = fact_of(**text(words))
    assert fact.text == Bilingual(words, words)
    assert fact.number is None


def test_more_than_15_digits_as_a_text_where_the_analyst_says_so() -> None:
    assert fact_of(value="1234567890123456789", unit="text").text == ("1234567890123456789",) * 2


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": None}, "f.yaml:3: `id` is missing; add `id: …`"),
        ({"quote": "  "}, "f.yaml:3: a: `quote` is missing"),
        ({"metric.en": None, "metric.zh": None}, "`metric.zh` is missing"),
        ({"value": None}, "`value` is missing; give a number, a date, or a text"),
        ({"id": "../x"}, "the id '../x' is not a plain lower-case name"),
        ({"id": "a/b"}, "the id 'a/b' is not a plain lower-case name"),
        ({"id": "Upper"}, "the id 'Upper' is not a plain lower-case name"),
        ({"value": "lots", "unit": "downloads"}, "the value 'lots' is not a number"),
        ({"value": "1,000", "unit": "downloads"}, "the value '1,000' is not a number"),
        (text("17") | {"unit": "downloads"}, "'17' is not a number, but has the unit downloads"),
        (text("19%"), "'19%' is written as text; write `value: 19` and `unit: \"%\"`"),
        ({"value": "约19%", "unit": "%"}, "the percentage '约19%' is written as text"),
        ({"value": "3000万"}, "the value '3000万' is neither a number nor a date"),
        ({"value": "1,000,000"}, "is neither a number nor a date; write 1000000 without separators"),
        ({"value": "12,5", "unit": "hours"}, "'12,5' is not a number, but has the unit hours; write 12.5: a point begins decimals"),
        ({"value": "1.234,5"}, "write 1234.5: a point begins decimals, and nothing parts thousands"),
        ({"value": "12,500", "unit": "hours"}, "write 12500 without a separator, or 12.500 if the comma begins decimals"),
        (text("12,5%"), "is written as text; write `value: 12.5` and"),
        (text("1,250%"), "is written as text; write `value: 1250` and"),
        ({"value": "3Q25"}, "neither a number nor a date; write 2025-Q3 with `unit: date`, or"),
        ({"value": "FY25", "unit": "date"}, "'FY25' is not a date that exists; write FY2025"),
        ({"period": "9M 2025"}, "is not ISO 8601 or does not exist; write 2025-01/2025-09"),
        ({"value": "$1.2bn"}, "is neither a number nor a date"),
        ({"value": "31.10.2023"}, "is neither a number nor a date; write 2023-10-31 with `unit: date`"),
        (text("approximately 19 per cent"), "is written as text; write `value: 19`"),
        ({"value": None, "value.en": "good", "value.zh": "19-20%"}, "is written as text"),
        ({"value": None, "value.en": "百分之十九", "value.zh": "百分之十九"}, "is written as text"),
        ({"value": None, "value.en": "yes", "value.zh": ""}, "`value` is missing"),
        ({"value": "1.2e-19"}, "has more than 15 decimals"),
        ({"value": "1e" + "9" * 5000}, "is neither a number nor a date"),
        ({"unit": None, "unit.en": "million users", "unit.zh": "亿用户"}, "do not say the same: they count by 1,000,000 and"),
        ({"unit": None, "unit.en": "EUR billion", "unit.zh": "亿欧元"}, "one EUR billion is 10 亿欧元; write `unit: EUR billion` alone, which Chinese shows as 亿欧元, the number moved"),
        ({"unit": None, "unit.en": "EUR million", "unit.zh": "亿欧元"}, "one EUR million is 0.01 亿欧元; write `EUR million` or"),
        ({"unit": None, "unit.en": "USD billion", "unit.zh": "亿欧元"}, "do not say the same: USD billion is "),
        ({"unit": None, "unit.en": "days", "unit.zh": "周"}, "the labels 'days' and '周' of a unit do not say the same"),
        ({"value": ".nan"}, "the value .nan is not a finite number"),
        ({"value": "-Infinity", "unit": "hours"}, "the value -Infinity is not a finite number"),
        ({"value": "1e400"}, "larger than a cell of Excel can show"),
        ({"value": "-1.5e308"}, "larger than a cell of Excel can show"),
        ({"value": None, "value.en": "2027", "value.zh": "2027", "unit": "date"}, "the value '2027' is a text, but has the unit date"),
        (text("-24.8%"), "is written as text; write `value: -24.8`"),
        (text("More than 30%"), 'write `value: 30` and `unit: "%"`, with the `qualifier` that it has, or `unit: text`'),
        ({"value": "34.7亿元", "unit": None}, "write `value: 34.7` and `unit: 亿元`, or "),
        ({"value": "34.7亿元", "unit": "CNY"}, "write `value: 34.7` and `unit: 亿元`"),
        (text("More than 30% of revenue") | {"unit": "%"}, "write `value: 30` with the `qualifier` that it has, or `unit: text`"),
        ({"value": "much", "unit": "CNY"}, "write a number without quotation marks"),
        ({"value": "2023-02-30"}, "'2023-02-30' is not a date that exists"),
        ({"value": "soon", "unit": "date"}, "'soon' is not a date that exists"),
        ({"value": "1850", "unit": "date"}, "Excel has no dates before 1900, such as 1850"),
        ({"value": "1234567890123456"}, "has more than 15 digits, which Excel cannot keep"),
        ({"value": "0.1234567890123456"}, "has more than 15 digits"),
        ({"unit": "hous"}, "the unit 'hous' is not known; did you mean 'hours'?"),
        ({"qualifier": "abot"}, "the qualifier 'abot' is not known; did you mean 'about'?"),
        ({"status": "done"}, "'done' is not known; use one of achieved, planned, claimed, guidance, estimate"),
        ({"period": "2023-13"}, "the period '2023-13' is not ISO 8601 or does not exist"),
        ({"period": "2023-10/2022-10"}, "the period '2023-10/2022-10' is not ISO 8601"),
        ({"quote": "x" * 32_768}, "`quote` has 32,768 characters; an Excel cell holds 32,767"),
        (text("bell\x07"), "`value.en` holds a control character (U+0007); delete it"),
        ({"metric.en": "a\ufffe"}, "`metric.en` holds U+FFFE, which is no character; delete it"),
        ({"metric.en": "a\U0003ffff"}, "`metric.en` holds U+3FFFF, which is no character"),
        ({"metric.zh": "a\ufdd0"}, "`metric.zh` holds U+FDD0, which is no character"),
        ({"metric.en": "It\x92s"}, "holds a control character (U+0092); write “’” U+2019 RIGHT SINGLE"),
        ({"quote": "a\x85b"}, "`quote` holds a control character (U+0085); write “…” U+2026 HORIZ"),
        ({"quote": "\U00020bb7" * 16_384}, "`quote` has 32,768 characters; an Excel cell holds 32,767"),
    ],
)  # fmt: skip
def test_problems_say_what_is_wrong_and_right(row: dict[str, Any], message: str) -> None:
    assert any(message in problem for problem in problems_of(row))


@pytest.mark.parametrize(
    "error",
    ["#REF!", "#WERT!", "#DIV/0!", "#DIV/0 !", "#N/A", "#NV", "#NAME?", "#¡VALOR!", "#ЗНАЧ!", "#Н/Д", "#SPILL!",
     "#GETTING_DATA", "Err:502", "Fehler:508", "########"],
)  # fmt: skip
def test_errors_of_spreadsheets_are_no_texts(error: str) -> None:
    for field in ("value", "metric.en", "quote_en"):
        changed = text(error) if field == "value" else {field: error}
        assert any(
            f"holds {error}, an error of a spreadsheet" in one for one in problems_of(changed)
        ), field


def test_an_error_in_a_value_with_a_unit_is_told_once() -> None:
    row = {**text("#N/A"), "unit": "%"}
    assert [problem for problem in problems_of(row) if "#N/A" in problem] == problems_of(row)
    assert len(problems_of(row)) == 1


@pytest.mark.parametrize("words", ["#1 in China", "#hashtag", "#", "# of stores", "C#", "#AI"])
def test_a_hash_is_no_error(words: str) -> None:
    assert fact_of(**text(words)).text == (words, words)


def test_one_cause_gives_one_problem() -> None:
    for row in (
        {"value": "19%", "unit": "%"},
        {"value": "nan", "unit": "hours"},
        {"value": "1e999"},
    ):
        assert len(problems_of(row)) == 1


def test_duplicate_ids_name_the_first() -> None:
    problems = problems_of({}, {"line": 9}, {"id": "b", "line": 12})
    assert problems == [
        "f.yaml:9: a: the id is used twice (first in f.yaml:3); give every fact an id of its own"
    ]


def test_all_problems_are_told_in_the_order_of_the_rows() -> None:
    problems = problems_of(
        {"unit": "hous"}, {"id": "b"}, {"id": "c", "period": "x", "value": "nan", "line": 8}
    )
    assert ["unit" in problems[0], "nan" in problems[1], "period" in problems[2]] == [True] * 3


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=5
    )
)
def test_a_number_means_exactly_what_is_written(number: Any) -> None:
    fact = fact_of(value=format(number, "f"))
    assert fact.exact == Fraction(number)


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(-8, 12))
def test_as_written_undoes_the_rounding_of_float64(digits: int, decimals: int) -> None:
    exact = Fraction(digits) / Fraction(10) ** decimals
    assert as_written(float(exact)) == exact


def test_batches_change_nothing_but_memory() -> None:
    rows = [
        {
            "id": f"fact-{i * 7 % 450}",
            "line": i,
            "value": "1e3" if i % 9 else "12.50",
            "file": f"{i // 200}.yaml",
        }
        for i in range(500)
    ]
    rows[77] |= {"id": None}
    rows[99] |= {"quote": "a \x07 bell", "value": "12345678901234567"}
    whole, problems = parse_facts(written(*rows))
    batches = ((written(*rows[start : start + 60]), []) for start in range(0, 500, 60))
    parts = list(FactParser().parse(batches))
    assert pa.concat_tables(facts for facts, _ in parts).equals(whole)
    assert [problem for _, found in parts for problem in found] == problems
    # 450 ids for 500 rows; row 77 has none.
    assert len(problems) == 50 + 3
    assert [str(one) for one in problems[-2:]] == [
        "2.yaml:498: fact-336: the id is used twice (first in 0.yaml:48); give every fact an id of its own",
        "2.yaml:499: fact-343: the id is used twice (first in 0.yaml:49); give every fact an id of its own",
    ]


def test_the_first_place_of_an_id_is_told_every_time() -> None:
    batches = (
        (written({"line": line}, {"id": f"other-{line}", "line": 9}), []) for line in range(1, 6)
    )
    for line, (facts, problems) in enumerate(FactParser().parse(batches), 1):
        assert facts.num_rows == (1 if line > 1 else 2)
        assert [problem.wrong for problem in problems] == [
            "the id is used twice (first in f.yaml:1)"
        ][: line > 1]


def test_the_first_place_in_a_table_is_a_row() -> None:
    _, problems = parse_facts(written({"file": "f.csv", "line": 2}, {"file": "f.csv", "line": 7}))
    assert [str(problem).partition(";")[0] for problem in problems] == [
        "f.csv: row 7, fact a: the id is used twice (first in f.csv: row 2)"
    ]


def test_so_many_problems_are_told_and_no_more() -> None:
    batches = (
        (
            written(
                *({"id": f"a-{i}", "value": "~3", "line": i} for i in range(start, start + 500))
            ),
            [],
        )
        for start in range(0, 3000, 500)
    )
    told = []
    for facts, problems in FactParser().parse(batches):
        assert facts.num_rows == 0
        told += problems
    assert [problem.line for problem in told[:-1]] == list(range(1000))
    assert str(told[-1]) == (
        "f.yaml:1000: there are more than 1,000 problems; mend those that are told, then check again"
    )


@pytest.mark.parametrize(
    ("file", "right"),
    [
        ("f.yaml", "put a text in quotation marks"),
        ("f.csv", "put a text into value.en and value.zh"),
    ],
)
def test_how_to_write_a_text_depends_on_the_file(file: str, right: str) -> None:
    _, (problem,) = parse_facts(written({"file": file, "value": "~3 boxes"}))
    assert problem.right == f"write 3000000 or 2023-10-31, or {right}"


def test_what_is_accepted_has_a_reason() -> None:
    reasons = {"accept.en": "Source prints a wrong unit", "accept.zh": "来源单位有误"}
    assert fact_of(**reasons).accept == Bilingual("Source prints a wrong unit", "来源单位有误")
    assert fact_of().accept == Bilingual("", "")


@pytest.mark.parametrize("given", ["", " ", "yes", "True", "ok.", "—", "是", "17"])
def test_an_answer_is_no_reason(given: str) -> None:
    (problem,) = problems_of({"accept.en": "It is right", "accept.zh": given})
    assert problem == (
        f"f.yaml:3: a: `{f'accept: {given.strip()}'.strip()}` gives no reason; say in a few words why it is right "
        "as it stands, or leave `accept` out"
    )


def test_what_one_row_has_hides_nothing_of_another() -> None:
    """Rules that no text of a column can break look at none; one that can be broken looks at all."""
    rows = [
        {"id": "whole", "value": "12"},
        {"id": "with-a-point", "value": "1.50"},
        {"id": "not-finite", "value": "inf"},
        {"id": "a.low", "value": "3"},
        {"id": "in-words", "value": None, "value.en": "many", "value.zh": "许多", "unit": None},
        {"id": "as-a-text", "value": "≈ 5k", "unit": None},
    ]
    facts, problems = parse_facts(written(*rows))
    assert [problem.subject for problem in problems] == ["not-finite", "a.low", "as-a-text"]
    assert facts["decimals"].to_pylist() == [0, 2, None]
    with_exponent, _ = parse_facts(written(*rows[:2], {"id": "b", "value": "15E-3"}))
    assert with_exponent["decimals"].to_pylist() == [0, 2, 3]
