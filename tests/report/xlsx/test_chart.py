"""Charts: the longest run of neighbouring figures in one unit."""

import datetime as dt
from typing import Any

import pyarrow as pa
import pytest

from exporter.facts.own_units import own_unit
from exporter.facts.words import Bilingual, Lang
from exporter.limits import ALTERNATIVE_TEXT, text_length
from exporter.report.values import marked_values, shown_values
from exporter.report.xlsx.chart import comparison
from exporter.report.xlsx.model import Chart
from tests.report.sample_facts import facts_table, number

NAME = Bilingual("Harbour", "海港")
PERCENT, USERS, TEXT = number("5", "%"), number("7", "users"), {"value": "a word"}
BARE, RANK = number("7"), number("1", "rank")
OWN, OWN_ZH = own_unit("cars", "辆"), own_unit("cars", "部")


def chart(*rows: dict[str, Any], lang: Lang = "en") -> Chart | None:
    facts = facts_table(*rows)
    return comparison(facts, shown_values(facts, lang), NAME, lang)


@pytest.mark.parametrize(
    ("rows", "first_and_last"),
    [
        ([], None),
        ([PERCENT], None),
        ([PERCENT, USERS], None),
        ([PERCENT, TEXT, PERCENT], None),
        ([TEXT, TEXT], None),
        ([RANK, RANK], None),  # ranks are not amounts
        ([{"value": dt.date(2023, 1, 1)}, {"value": dt.date(2024, 1, 1)}], None),
        ([PERCENT, PERCENT], (0, 1)),
        ([TEXT, PERCENT, PERCENT, USERS], (1, 2)),
        ([PERCENT, PERCENT, USERS, USERS, USERS], (2, 4)),
        ([PERCENT, PERCENT, USERS, USERS], (0, 1)),  # the first of equals
        ([BARE, BARE, TEXT], (0, 1)),
        ([number("1", OWN), number("2", OWN)], (0, 1)),
        ([number("1", OWN), number("2", OWN_ZH)], None),
        ([number("1", "CNY million"), number("2", "CNY billion")], None),
    ],
)
def test_the_longest_run_is_drawn(
    rows: list[dict[str, Any]], first_and_last: tuple[int, int] | None
) -> None:
    found = chart(*rows)
    assert (found and (found.first_row, found.last_row)) == first_and_last


def test_a_run_of_figures_is_drawn_where_a_longer_run_of_ranks_is_not() -> None:
    found = chart(RANK, RANK, RANK, TEXT, PERCENT, PERCENT)
    assert found is not None
    assert (found.first_row, found.last_row) == (4, 5)


@pytest.mark.parametrize(
    ("lang", "title", "alt_text", "shown"),
    [
        (
            "en",
            "Harbour (%)",
            "Bar chart of Harbour (%): Boxes > 5%; Cranes ≈ 2.5%",
            ("> 5%", "≈ 2.5%"),
        ),
        ("zh", "海港（%）", "海港（%）条形图：集装箱 > 5%；吊机 ≈ 2.5%", ("> 5%", "≈ 2.5%")),
    ],
)
def test_what_it_says(lang: Lang, title: str, alt_text: str, shown: tuple[str, ...]) -> None:
    found = chart(
        number("5", "%", qualifier="over", **{"metric.en": "Boxes", "metric.zh": "集装箱"}),
        number("2.5", "%", qualifier="about", **{"metric.en": "Cranes", "metric.zh": "吊机"}),
        lang=lang,
    )
    assert found == Chart(title, alt_text, 0, 1, labels=0, values=1, shown=shown)


def test_figures_without_a_unit_have_none_in_the_title() -> None:
    found = chart(BARE, BARE)
    assert found is not None
    assert found.title == "Harbour"


def test_chunks_make_no_difference() -> None:
    facts = facts_table(PERCENT, PERCENT, PERCENT)
    chunked = pa.concat_tables([facts.slice(0, 1), facts.slice(1)])
    whole, parts = (
        comparison(one, shown_values(one, "en"), NAME, "en") for one in (facts, chunked)
    )
    assert whole == parts


@pytest.mark.parametrize(
    ("lang", "title", "figures"),
    [
        ("en", "Harbour (EUR billion)", ("€18.62 bn", "€0.94 bn")),
        ("zh", "海港（亿欧元）", ("186.2亿欧元", "9.4亿欧元")),
    ],
)
def test_a_title_has_the_unit_of_the_numbers_in_the_cells(
    lang: Lang, title: str, figures: tuple[str, ...]
) -> None:
    found = chart(number("18.62", "EUR billion"), number("0.94", "EUR billion"), lang=lang)
    assert found is not None
    assert (found.title, found.shown) == (title, figures)


def test_labels_mark_what_is_accepted_and_what_is_not_proved() -> None:
    states = ("confirmed", "accepted", "contradicted", "not stated")
    facts = facts_table(*(number("5", "%", figure_state=state) for state in states))
    found = comparison(facts, marked_values(facts, "en"), NAME, "en")
    assert found is not None
    assert found.shown == ("5%", "5%\u00a0†", "5%\u00a0!", "5%\u00a0!")
    assert "5%\u00a0†" in found.alt_text


def test_the_alternative_text_is_what_an_attribute_holds() -> None:
    found = chart(*(number("5", "%", **{"metric.en": f"Metric\t{n}"}) for n in range(2)))
    assert found is not None
    assert found.alt_text == "Bar chart of Harbour (%): Metric 0 5%; Metric 1 5%"


def test_the_alternative_text_is_as_long_as_excel_counts() -> None:
    found = chart(*(number("5", "%", **{"metric.en": "\U00020bb7" * 60}) for _ in range(3)))
    assert found is not None
    assert text_length(found.alt_text) <= ALTERNATIVE_TEXT
    assert "\U00020bb7 5% … \U00020bb7" in found.alt_text


def test_a_title_that_is_too_long_leaves_the_unit_to_the_table() -> None:
    own = own_unit("boxes of " * 30, "箱")
    found = chart(number("5", own), number("6", own))
    assert found is not None
    assert found.title == "Harbour"
