"""Tables whose rows are periods and whose columns are measures."""

import pytest

from exporter.drafting.model import Draft, Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Birch Ferries", "白桦轮渡"))


def _drafts(text: str) -> list[Draft]:
    return drafts_of_tables(setting_of(text, entities=(COMPANY,), title="Results"))


def _told(text: str) -> list[str]:
    return [
        f"{draft.metric} {draft.value} {draft.unit.key or draft.unit.en} {draft.period}"
        for draft in _drafts(text)
        if draft.unit is not None
    ]


@pytest.mark.parametrize(
    "heads",
    ["Quarter\tFares, €m\tLoad factor, %\tNet result, €m", "\tFares (€m)\tLoad factor (%)\tNet result (€m)"],
)  # fmt: skip
def test_rows_of_periods(heads: str) -> None:
    rows = "Q1 2025\t52.1\t61.2\t(1.4)\nH1 2025\t107.9\t63.0\t(1.1)"
    assert _told(f"Birch Ferries\n\n{heads}\n{rows}") == [
        "Fares 52.1 EUR million 2025-Q1",
        "Load factor 61.2 % 2025-Q1",
        "Net result -1.4 EUR million 2025-Q1",
        "Fares 107.9 EUR million 2025-H1",
        "Load factor 63.0 % 2025-H1",
        "Net result -1.1 EUR million 2025-H1",
    ]
    assert not any(draft.doubts for draft in _drafts(f"{heads}\n{rows}"))


def test_unit_of_another_column() -> None:
    drafts = _drafts("Year\tFares (€m)\tStaff\n2025\t52.1\t340\n2024\t55.8\t361")
    assert [f"{draft.metric} {draft.value} {draft.period}" for draft in drafts] == [
        "Fares 52.1 2025",
        "Staff 340 2025",
        "Fares 55.8 2024",
        "Staff 361 2024",
    ]
    dimensions = [draft.unit.dimension for draft in drafts if draft.unit]
    assert dimensions == ["money:EUR", "count"] * 2


def test_unit_that_the_quote_does_not_say_is_doubted() -> None:
    drafts = _drafts("Year\tFares, €m\tStaff\tMargin\n2025\t52.1\t340\t9.1%\n2024\t55.8\t361\t8.2%")
    fares = [draft for draft in drafts if draft.metric == "Fares"]
    assert len(fares) == 2
    assert all(draft.doubts for draft in fares)


@pytest.mark.parametrize(
    "text",
    [
        "Contents\tPages\n2025\t12\n2024\t14",
        "Fares fell.\nQ1 2025\t12\nQ2 2025\t14",
        "Route\tDeck\tBerths\nBerth 12\t12\t40\nBerth 14\t14\t41",
    ],
)
def test_no_rows_of_periods(text: str) -> None:
    assert _drafts(text) == []


def test_one_such_row_is_a_row() -> None:
    told = _told("Fares\t2025 £m\t2024 £m\nQ1\t3.1\t2.9\nQ2\t3.3\t3.0")
    assert [line.rsplit(" ", 1)[1] for line in told][:2] != ["2025-Q1", "2025-Q1"]
