"""Periods that the only year of their quotes rules out, and quotes that speak of other times, too."""

import pyarrow as pa
import pytest

from exporter.evidence.other_years import doubts_of_years
from exporter.facts.fact_set import collect
from exporter.facts.table import WRITTEN
from tests.facts.parsed import parse_facts


def told(period: str, quote: str, **fields: str) -> list[str]:
    row = {
        "id": "a", "entity": "E", "metric.en": "M", "metric.zh": "M", "value": "12", "source": "s",
        "unit": "EUR million", "period": period, "quote": quote, "file": "f.yaml", "line": 7,
    }  # fmt: skip
    facts, problems = parse_facts(pa.Table.from_pylist([row | fields], WRITTEN))
    assert not problems, problems
    return [str(doubt) for doubt in doubts_of_years(collect([facts]))]


@pytest.mark.parametrize(
    ("period", "quote", "year"),
    [
        ("2024", "Alder Co had revenue of EUR 12 million in 2025", 2025),
        ("1825", "Alder Co had revenue of EUR 12 million in 2025", 2025),
        ("2025", "Alder Co expects revenue of EUR 12 million in 2026", 2026),
        ("2024-12-31", "At 31 December 2025 net debt was EUR 12 million", 2025),
        ("2025-Q3", "Q3 2026 revenue was EUR 12 million", 2026),
        ("2023/2024", "Orders were EUR 12 million in the third quarter of 2025", 2025),
        ("FY2022", "Sales were EUR 12 million in fiscal year 2025", 2025),
        ("2024", "2025年营收1200万欧元", 2025),
        ("2024-09", "截至2025年9月30日，现金1200万欧元", 2025),
    ],
)
def test_a_year_that_the_quote_does_not_speak_of_is_told(
    period: str, quote: str, year: int
) -> None:
    (doubt,) = told(period, quote)
    assert doubt == (
        f"f.yaml:7: a: its period is {period}, and its quote speaks of {year} alone; "
        "correct `period`, or quote the words that say it"
    )


@pytest.mark.parametrize(
    ("period", "quote"),
    [
        ("2025", "Alder Co had revenue of EUR 12 million in 2025"),
        ("2024/2026", "Alder Co had revenue of EUR 12 million in 2025"),
        ("2025", "Revenue of EUR 12 million"),
        ("", "Alder Co had revenue of EUR 12 million in 2025"),
        ("2024", "Revenue was EUR 12 million in 2024 and EUR 15 million in 2025"),
        ("2023", "Revenue was EUR 12 million in 2024 and EUR 15 million in 2025"),
        ("2025", "Revenue rose to EUR 12 million from EUR 10 million in 2024"),
        ("2025", "Revenue was EUR 12 million (2024: EUR 10 million)"),
        ("2025", "EUR 12 million more than in 2024"),
        ("2024", "Revenue rose in 2025 to EUR 15 million, a year earlier it was EUR 12 million"),
        ("2025", "It has spent EUR 12 million since 2015"),
        ("2025", "EUR 12 million of bonds are due in 2030"),
        ("2025", "In March 2026 it reported revenue of EUR 12 million"),
        ("2026", "It spends EUR 12 million on a plant that will run in 2027"),
        ("2026-01-01", "Net debt was EUR 12 million at the end of 2025"),
        ("FY2026", "Sales were EUR 12 million in the second half of 2025"),
        ("2024", "Sales were EUR 12 million in fiscal year 2025"),
        ("2025", "较2024年增加1200万欧元"),
        ("2025", "2024年成立以来，累计投入1200万欧元"),
        ("2025", "Its Model 2030 brought EUR 12 million"),
    ],
)
def test_what_may_be_of_the_period_is_not(period: str, quote: str) -> None:
    assert told(period, quote) == []


def test_dates_and_texts_have_their_own_proof() -> None:
    quote = "The plant is to run in 2027"
    assert told("2026", quote, value="2027", unit="date") == []
