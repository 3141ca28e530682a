"""Facts of rows that tell something of the row above them, or of the section's shares."""

import pytest

from tests.drafting.table_facts import told


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("Percentage of total revenue", "percentage of total revenue"),
        ("As a % of net sales", "% of net sales"),
        ("Current quarter vs prior year quarter", "current quarter vs prior year quarter"),
        ("Year-over-year growth", "year-over-year growth"),
    ],
)
def test_a_row_of_shares_or_growth_is_of_the_row_above(head: str, named: str) -> None:
    text = f"""(in millions)
2025\t2024
Freight\t$459\t$425
{head}\t58%\t57%
Ferries\t$259\t$225
{head}\t26%\t27%"""
    assert [line.partition(" | ")[0] for line in told(text)][::2] == [
        "Freight", f"Freight, {named}", "Ferries", f"Ferries, {named}",
    ]  # fmt: skip


def test_a_row_with_words_of_its_own_is_not() -> None:
    text = "(in millions)\n2025\t2024\nFreight\t$459\t$425\nOccupancy rate\t58%\t57%"
    assert told(text)[-1] == "Occupancy rate | 57 % | 2024"


@pytest.mark.parametrize(
    "head",
    [
        "Weighted-average common shares outstanding:",
        "Weighted average shares outstanding",
        "Weighted-average number of ordinary shares outstanding:",
    ],
)
def test_shares_outstanding_head_a_section_of_shares(head: str) -> None:
    text = f"""(in thousands, except per share amounts)
2025\t2024
Earnings per share:
Basic\t$0.41\t$0.06
Diluted\t$0.39\t$0.06
{head}
Basic\t94,310\t92,118
Diluted\t98,774\t95,020"""
    found = told(text)[4:]
    assert all(line.startswith(head.rstrip(":")) and "USD" not in line for line in found)
    assert found[0].partition(" | ")[0].endswith(", basic")


def test_a_row_of_growth_is_named_as_the_row_above_by_its_section() -> None:
    text = """(in millions)
2025\t2024
Gross booking volume
U.S.\t$459\t$425
Current year vs prior year\t8%\t5%
Total gross booking volume\t$718\t$650
Current year vs prior year\t10%\t4%"""
    assert [line.partition(" | ")[0] for line in told(text)][2::2] == [
        "Gross booking volume, U.S., current year vs prior year",
        "Total gross booking volume",
        "Total gross booking volume, current year vs prior year",
    ]


def test_a_legend_heads_no_section() -> None:
    text = """(in millions, except per share data)
2025\t2024
Net income\t$459\t$425
Average shares outstanding n/m Not meaningful
\t$2.45\t$1.48"""
    assert not any("meaningful" in line for line in told(text))
