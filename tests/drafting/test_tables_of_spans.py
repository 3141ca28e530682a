"""Heads that say how long their periods last, by months or by a length alone; several such beside."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Sund Bryggeri", "松德啤酒"))
QUARTERS = ["2025-Q2", "2024-Q2"]
HALVES = ["2025-H1", "2024-H1"]
YEARS = "2025\t2024"


def _drafts(
    heads: str, figures: str, title: str = "Interim report", year_end: YearEnd | None = None
) -> list[Draft]:
    text = f"{title}\nIncome statement\n{heads}\nNet sales\t{figures}"
    company = COMPANY._replace(year_end=year_end)
    return drafts_of_tables(setting_of(text, entities=(company,), title=title))


@pytest.mark.parametrize(
    "heads",
    [
        f"\tQuarter\t\tHalf-year\nEUR million\t{YEARS}\t{YEARS}",
        f"\tThree months\t\tSix months\nEUR million\t{YEARS}\t{YEARS}",
        f"\tApr-Jun\t\tJan-Jun\nEUR million\t{YEARS}\t{YEARS}",
        f"\tSecond quarter\t\tFirst half\nEUR million\t{YEARS}\t{YEARS}",
        "EUR million\tApr-Jun 2025\tApr-Jun 2024\tJan-Jun 2025\tJan-Jun 2024",
        "EUR million\tApril–June 2025\tApril–June 2024\tJanuary–June 2025\tJanuary–June 2024",
    ],
)
def test_lengths_end_with_the_document_s_period(heads: str) -> None:
    drafts = _drafts(heads, "412\t398\t801\t779", "Results for the second quarter of 2025")
    assert [draft.period for draft in drafts] == QUARTERS + HALVES
    assert {draft.metric for draft in drafts} == {"Net sales"}
    assert {draft.review for draft in drafts} == {"new"}


def test_a_length_in_a_document_of_no_known_period_is_left_open() -> None:
    first, second = _drafts(f"\tQuarter\nEUR million\t{YEARS}", "412\t398")
    assert first.period == second.period == ""
    assert "no head says the period" in first.review


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("Oct 2024 - Mar 2025", "2024-10/2025-03"),
        ("Oct-Mar 2025", "2024-10/2025-03"),
        ("Full year 2025", "2025"),
        ("May 2025", "2025-05"),
    ],
)
def test_months_of_two_years_and_of_one(head: str, period: str) -> None:
    (draft,) = _drafts(f"EUR million\t{head}", "412")
    assert draft.period == period


def test_a_year_beside_quarters_of_one_line_of_heads_is_sure() -> None:
    heads = "EUR million\tQ2 2025\tQ2 2024\tH1 2025\tH1 2024\t2024"
    *_, year = _drafts(heads, "412\t398\t801\t779\t1,604")
    assert (year.period, year.review) == ("2024", "new")


def test_three_spans_stand_over_five_years() -> None:
    heads = f"\tApr-Jun\tJan-Jun\tFull year\nEUR million\t{YEARS}\t{YEARS}\t2024"
    drafts = _drafts(heads, "412\t398\t801\t779\t1,604")
    assert [draft.period for draft in drafts] == [*QUARTERS, *HALVES, "2024"]


def test_spans_that_nobody_can_put_over_their_columns_are_doubted() -> None:
    heads = "\tApr-Jun\tJan-Jun\nEUR million\t2025\t2024\t2023"
    assert all("not understood" in draft.review for draft in _drafts(heads, "412\t398\t801"))


def test_a_head_behind_the_document_s_end_may_be_of_a_fiscal_year() -> None:
    title = "Results for the six months ended 31 December 2025"
    now, before = _drafts("$m\t1H26\t1H25", "812\t770", title)
    assert "is it of a fiscal year" in now.review
    assert before.review == "new"
    known, _ = _drafts("$m\t1H26\t1H25", "812\t770", title, YearEnd(6, 30))
    assert (known.period, known.review) == ("FY2026-H1", "new")
