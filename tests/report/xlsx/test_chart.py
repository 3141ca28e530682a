"""Charts: the longest run of neighbouring figures in one unit."""

import datetime as dt
from dataclasses import replace
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
BOXES = {"metric.en": "Boxes", "metric.zh": "集装箱"}
CRANES = {"metric.en": "Cranes", "metric.zh": "吊机"}
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
    assert (found and (found.rows[0], found.rows[-1])) == first_and_last


def test_a_run_of_figures_is_drawn_where_a_longer_run_of_ranks_is_not() -> None:
    found = chart(RANK, RANK, RANK, TEXT, PERCENT, PERCENT)
    assert found is not None
    assert (found.rows[0], found.rows[-1]) == (4, 5)


@pytest.mark.parametrize(
    ("lang", "title", "alt_text"),
    [
        ("en", "Harbour (%)", "Bar chart of Harbour (%): Boxes > 5%; Cranes ≈ 2.5%"),
        ("zh", "海港（%）", "海港（%）条形图：集装箱 > 5%；吊机 ≈ 2.5%"),
    ],
)
def test_what_it_says(lang: Lang, title: str, alt_text: str) -> None:
    found = chart(
        number("5", "%", qualifier="over", **{"metric.en": "Boxes", "metric.zh": "集装箱"}),
        number("2.5", "%", qualifier="about", **{"metric.en": "Cranes", "metric.zh": "吊机"}),
        lang=lang,
    )
    assert found
    assert found.figures == len("≈ 2.5%")
    assert found.names == (len("Cranes") if lang == "en" else pytest.approx(3 * 1.8))
    found = replace(found, names=0.0, figures=0.0)
    assert found == Chart(title, alt_text, (0, 1), labels=0, values=1)


def test_names_of_two_scripts_have_the_room_between_these() -> None:
    found = chart(
        number("5", "%", **{"metric.en": "AI share", "metric.zh": "AI占比"}),
        number("4", "%", **{"metric.en": "AI rate", "metric.zh": "AI比率"}),
        lang="zh",
    )
    assert found
    assert found.names == pytest.approx(2 + 2 * 1.8 + 0.5)


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
        ("en", "Harbour (EUR billion)", "Boxes €18.62 bn; Cranes €0.94 bn"),
        ("zh", "海港（亿欧元）", "集装箱 186.2亿欧元；吊机 9.4亿欧元"),
    ],
)
def test_a_title_has_the_unit_of_the_numbers_in_the_cells(
    lang: Lang, title: str, figures: str
) -> None:
    found = chart(
        number("18.62", "EUR billion", **BOXES), number("0.94", "EUR billion", **CRANES), lang=lang
    )
    assert found is not None
    assert found.title == title
    assert found.alt_text.endswith(figures)


def test_a_title_counts_what_is_accepted_and_what_is_not_proved() -> None:
    states = ("confirmed", "accepted", "contradicted", "not stated")
    facts = facts_table(*(number("5", "%", figure_state=state, **BOXES) for state in states))
    found = comparison(facts, marked_values(facts, "en"), NAME, "en")
    assert found is not None
    assert found.title == "Boxes (%), 1 accepted by the analyst, 2 not proved"
    assert "5%\u00a0†" in found.alt_text


def quarter(text: str, period: str, **fields: Any) -> dict[str, Any]:
    return number(text, "EUR million", period=period, **fields)


def test_a_metric_is_drawn_through_its_periods_wherever_its_rows_are() -> None:
    found = chart(
        quarter("-7", "2026-Q3", **BOXES),
        quarter("90", "2026-Q3", **CRANES),
        quarter("4", "2025-Q3", **BOXES),
        quarter("11", "2025", **BOXES),  # a year is no quarter
    )
    assert found is not None
    assert found.title == "Boxes (EUR million)"
    assert (found.rows, found.labels) == ((2, 0), 4), "the oldest on top, named by its period"


@pytest.mark.parametrize(("headline", "title"), [("fact-2", "Cranes"), ("", "Boxes")])
def test_of_metrics_with_as_many_periods_the_headline_s_is_drawn(headline: str, title: str) -> None:
    rows = [
        quarter("1", period, **named, id=f"fact-{at}")
        for at, (named, period) in enumerate(
            [(BOXES, "2026-Q3"), (BOXES, "2025-Q3"), (CRANES, "2026-Q3"), (CRANES, "2025-Q3")]
        )
    ]
    facts = facts_table(*rows)
    found = comparison(facts, shown_values(facts, "en"), NAME, "en", headline=headline)
    assert found is not None
    assert found.title == f"{title} (EUR million)"


def test_neighbours_of_other_periods_or_statuses_do_not_compare() -> None:
    per_share = [
        number("2", "EUR", period="2026", **BOXES),
        number("24", "EUR", period="2026-10-28", **CRANES),
        number("30", "EUR", period="2026-10-28", status="estimate", **BOXES),
    ]
    assert chart(*per_share) is None


@pytest.mark.parametrize(
    ("wanted", "rows", "column"),
    [
        (["fact-3", "fact-0"], (3, 0), 0),
        (["fact-2", "fact-0"], (2, 0), 4),
        (["fact-0", "fact-1", "fact-2"], (0, 1, 2), 10),  # neither metric nor period tells apart
        ("Boxes", (2, 0), 4),
        ("集装箱", (2, 0), 4),
        (True, (2, 0), 4),
    ],
)
def test_what_is_named_is_drawn(
    wanted: str | list[str] | bool, rows: tuple[int, ...], column: int
) -> None:
    facts = facts_table(
        quarter("1", "2026-Q3", id="fact-0", **BOXES),
        quarter("2", "2026-Q3", id="fact-1", **CRANES),
        quarter("3", "2025-Q3", id="fact-2", **BOXES),
        number("4", "EUR million", id="fact-3", period="2024", **CRANES),
    )
    found = comparison(facts, shown_values(facts, "en"), NAME, "en", wanted=wanted)
    assert found is not None
    assert (found.rows, found.labels) == (rows, column)


def test_the_alternative_text_is_what_an_attribute_holds() -> None:
    found = chart(*(number("5", "%", **{"metric.en": f"Metric\t{n}"}) for n in range(2)))
    assert found is not None
    assert found.alt_text == "Bar chart of Harbour (%): Metric 0 5%; Metric 1 5%"


def test_the_alternative_text_is_as_long_as_excel_counts() -> None:
    long = "\U00020bb7" * 60
    found = chart(*(number("5", "%", **{"metric.en": f"{n}{long}"}) for n in range(3)))
    assert found is not None
    assert text_length(found.alt_text) <= ALTERNATIVE_TEXT
    assert "\U00020bb7 5% … 2\U00020bb7" in found.alt_text


def test_a_title_that_is_too_long_leaves_the_unit_to_the_table() -> None:
    own = own_unit("boxes of " * 30, "箱")
    found = chart(number("5", own), number("6", own))
    assert found is not None
    assert found.title == "Harbour"
