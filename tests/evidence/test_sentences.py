"""What sentences state, by their tables in `statements/`: confirmed, refused, or no figure."""

from typing import Any

import pytest

from exporter.evidence.clauses import split_clauses
from exporter.evidence.figured_clauses import clauses_with_figures
from exporter.evidence.figures import confirm_figure
from exporter.evidence.reading import read_dates, read_figures
from tests.evidence.stated_facts import StatedFacts
from tests.evidence.statements import (
    apart_en,
    by_kind,
    changes_zh,
    chinese,
    counted_en,
    counted_zh,
    cues,
    english,
    filings_zh,
    heads,
    marks,
    named_zh,
    papers_zh,
    reach,
    several,
    spans_zh,
    sums_zh,
    wording,
    years_zh,
)

TABLES = (
    by_kind, english, chinese, cues, marks, counted_en, counted_zh, reach, several, wording, spans_zh,
    years_zh,
    changes_zh, named_zh,
    apart_en, heads, sums_zh, papers_zh, filings_zh,
)  # fmt: skip
STATED = [row for table in TABLES for row in table.STATED]
NOT_STATED = [row for table in TABLES for row in table.NOT_STATED]
FACTS = StatedFacts([*STATED, *NOT_STATED])


@pytest.mark.parametrize(("quote", "value", "unit", "qualifier"), STATED)
def test_a_fact_that_is_stated_is_confirmed(
    quote: str, value: str, unit: Any, qualifier: str | None
) -> None:
    verdict = confirm_figure(FACTS[quote, value, unit, qualifier])
    assert (verdict.state, verdict.wrong) == ("confirmed", "")


@pytest.mark.parametrize(("quote", "value", "unit", "qualifier"), NOT_STATED)
def test_a_fact_that_is_not_stated_is_refused(
    quote: str, value: str, unit: Any, qualifier: str | None
) -> None:
    assert confirm_figure(FACTS[quote, value, unit, qualifier]).state != "confirmed"


@pytest.mark.parametrize(
    "text",
    [
        *by_kind.NO_FIGURE,
        *chinese.NO_FIGURE,
        *reach.NO_FIGURE,
        *spans_zh.NO_FIGURE,
        *years_zh.NO_FIGURE,
        *heads.NO_FIGURE,
        *filings_zh.NO_FIGURE,
    ],
)
def test_a_name_is_no_figure(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        *english.NO_FIGURE,
        *cues.NO_FIGURE,
        *marks.NO_FIGURE,
        *several.NO_FIGURE,
        *filings_zh.NO_FIGURE,
        *wording.NO_FIGURE,
        *changes_zh.NO_FIGURE,
        *named_zh.NO_FIGURE,
        *papers_zh.NO_FIGURE,
    ],
)
def test_a_clause_without_a_figure_is_not_asked_for(text: str) -> None:
    assert clauses_with_figures(text, list(split_clauses(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Interim results for the nine months ended 30 September 2025",
        "Trading update for the 27 weeks to 5 July 2025",
        "Fares held up over the past 18 months.",
        "未来三年的规划",
    ],
)
def test_a_span_that_only_says_which_period_is_not_asked_for(text: str) -> None:
    assert clauses_with_figures(text, list(split_clauses(text))) == []


@pytest.mark.parametrize(
    "text", ["The mine will last 12 years.", "The lease runs for 15 years to a named heir."]
)
def test_a_span_that_measures_is_asked_for(text: str) -> None:
    assert clauses_with_figures(text, list(split_clauses(text)))


@pytest.mark.parametrize("text", marks.WITH_A_FIGURE)
def test_a_clause_with_a_figure_is_asked_for(text: str) -> None:
    assert clauses_with_figures(text, list(split_clauses(text)))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("停牌由2025年6月18日延至同年7月9日。", (2025, 7, 9)),
        ("自2025年10月8日起至次年3月31日止。", (2026, 3, 31)),
        ("2025年6月18日至7月9日停牌。", (2025, 7, 9)),
        ("2025年6月18日公告，7月9日复牌。", (None, 7, 9)),
    ],
)
def test_a_day_without_a_year_is_of_the_year_that_the_words_say(
    text: str, last: tuple[int | None, int, int]
) -> None:
    mention = read_dates(text)[-1]
    assert (mention.year, mention.month, mention.day) == last
