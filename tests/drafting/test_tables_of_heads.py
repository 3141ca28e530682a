"""Facts of tables whose heads are spread over columns as banks, utilities, drug makers set them."""

import pytest

from tests.drafting.table_facts import told


@pytest.mark.parametrize(
    "heads",
    [
        "Change 3Q25 vs.\n($ in millions)\t3Q25\t2Q25\t3Q24\t2Q25\t3Q24",
        """Quarter ended\t% Change from
($ in millions)\tSep 30, 2025\tJun 30, 2025\tSep 30, 2024\tJun 30, 2025\tSep 30, 2024""",
        "Variance versus\n($ in millions)\tQ3 2025\tQ2 2025\tQ3 2024\tQ2 2025\tQ3 2024",
    ],
)
def test_columns_of_periods_that_stood_before_are_changes_from_them(heads: str) -> None:
    assert told(f"{heads}\nFee income\t$91\t$88\t$79\t3%\t15%") == [
        "Fee income | 91 USD million | 2025-Q3",
        "Fee income | 88 USD million | 2025-Q2",
        "Fee income | 79 USD million | 2024-Q3",
        "Fee income sequential growth | 3 % | 2025-Q3",
        "Fee income growth | 15 % | 2025-Q3",
    ]


def test_periods_told_once_are_no_changes() -> None:
    text = "Change in deposits\n($ in millions)\t3Q25\t2Q25\t3Q24\nRetail deposits\t$91\t$88\t$79"
    assert [line.rpartition(" | ")[2] for line in told(text)] == ["2025-Q3", "2025-Q2", "2024-Q3"]


def test_signs_of_money_and_of_percent_head_two_columns_of_changes() -> None:
    text = """(in thousands)
Nine Months Ended September 30,\tChange
2025\t2024\t$\t%
Field trials\t$6,410\t$7,960\t$(1,550)\t(19)%"""
    assert told(text) == [
        "Field trials | 6410 USD thousand | 2025-01/2025-09",
        "Field trials | 7960 USD thousand | 2024-01/2024-09",
        "Field trials change | -1550 USD thousand | 2025-01/2025-09",
        "Field trials growth | -19 % | 2025-01/2025-09",
    ]


def test_quarters_that_stand_near_to_one_another_are_each_over_a_column() -> None:
    text = """2025\t2024
($ in millions)\tThird Quarter\tSecond Quarter First Quarter Fourth Quarter Third Quarter
Past due loans\t$74\t$80\t$81\t$84\t$91"""
    assert [line.rpartition(" | ")[2] for line in told(text)] == [
        "2025-Q3", "2025-Q2", "2025-Q1", "2024-Q4", "2024-Q3",
    ]  # fmt: skip


def test_a_span_with_its_year_is_that_of_the_years_beside_it() -> None:
    text = """(in thousands)
Six Months Ended June 30, 2025\t2024
Royalties\t$411\t$380"""
    assert told(text) == [
        "Royalties | 411 USD thousand | 2025-H1",
        "Royalties | 380 USD thousand | 2024-H1",
    ]


def test_the_ends_of_a_range_stand_below_the_guidance_and_not_below_what_was_reached() -> None:
    text = """2025 Outlook (dollars in millions)
2024 Actual\t2025 Guidance
Low\tHigh
Maintenance spending\t$240\t$275\t$285"""
    assert told(text) == [
        "Maintenance spending | 240 USD million | 2024",
        "Maintenance spending, low | 275 USD million | 2025",
        "Maintenance spending, high | 285 USD million | 2025",
    ]


def test_sums_are_named_by_within_how_many_years_they_fall_due() -> None:
    text = """Contractual obligations at December 31, 2024 (in millions)
Payments due by period
Less than\tMore than
Total\t1 year\t1-3 years\t5 years
Take-or-pay contracts\t$90\t$20\t$30\t$40"""
    assert told(text) == [
        "Take-or-pay contracts | 90 USD million | 2024-12-31",
        "Take-or-pay contracts, less than 1 year | 20 USD million | 2024-12-31",
        "Take-or-pay contracts, 1-3 years | 30 USD million | 2024-12-31",
        "Take-or-pay contracts, more than 5 years | 40 USD million | 2024-12-31",
    ]


def test_columns_keep_their_levels_and_initials() -> None:
    levels = "(in millions)\nJune 30, 2025\nLevel 1\tLevel 2\tTotal\nTreasury bills\t$9\t$3\t$12"
    assert [line.partition(" | ")[0] for line in told(levels)] == [
        "Treasury bills, level 1", "Treasury bills, level 2", "Treasury bills",
    ]  # fmt: skip
    fair = """(in millions)
Total\tQuoted prices (Level 1)\tSignificant inputs (Level 2)
Time deposits\t$12\t$9\t$3"""
    assert [line.partition(" | ")[0] for line in told(fair)] == [
        "Time deposits", "Time deposits, level 1", "Time deposits, level 2",
    ]  # fmt: skip
    places = "(in millions)\n2025\nU.S.\tAbroad\tTotal\nRoyalty income\t$9\t$3\t$12"
    assert told(places)[0].startswith("Royalty income, U.S. | 9 USD million")


def test_interest_rates_and_maturities_are_columns_and_no_corner() -> None:
    text = """Borrowings (in millions)
Interest rate\tMaturity\t2024\t2023
Secured bonds\t4.10%\t2032\t$400\t$410"""
    assert told(text)[-2:] == [
        "Secured bonds | 400 USD million | 2024", "Secured bonds | 410 USD million | 2023",
    ]  # fmt: skip
    assert not any("2032" in line for line in told(text))


def test_a_further_table_with_a_title_of_its_own_is_not_named_by_the_one_before() -> None:
    text = """Crop sales (in thousands)
2025\t2024
Maize\t$411\t$380
Purchase commitments (in thousands)
2025\t2024
Seed\t$91\t$80"""
    assert told(text)[0] == "Crop sales, Maize | 411 USD thousand | 2025"
    assert not told(text)[-1].startswith("Crop sales")


def test_each_group_of_years_has_a_head_of_its_own() -> None:
    text = """Parcels (thousands)\tStaff at Dec. 31
2024\t2023\t% Change\t2024\t2023
North\t12,840\t13,106\t(2.0)%\t1,404\t1,389"""
    assert [draft.rpartition(" | ")[2] for draft in told(text)] == [
        "2024", "2023", "2024", "2024-12-31", "2023-12-31",
    ]  # fmt: skip


def test_a_size_of_dollars_in_brackets_is_money() -> None:
    text = "Borrowings (millions of dollars)\n2024\t2023\nUnamortized discount\t(14.6)\t(12.1)"
    assert [line.partition(" | ")[2] for line in told(text)] == [
        "-14.6 USD million | 2024", "-12.1 USD million | 2023",
    ]  # fmt: skip


def test_business_units_and_trends_name_no_measure() -> None:
    text = "Business Unit Revenue and Trends\nQ4 2022\tvs. Q4 2021\nMaps\t$565 million\tup 59%"
    assert [line.partition(" | ")[0] for line in told(text)] == [
        "Revenue, Maps", "Revenue growth, Maps",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The company now raises its 2025 outlook as shown in the following table:", "Outlook"),
        ("Net revenues were as follows:", "Net revenues"),
        ("Ticket revenue", "Ticket revenue"),
    ],
)
def test_a_row_without_a_head_is_not_called_by_a_sentence(title: str, name: str) -> None:
    text = f"{title}\n($ in millions)\t2025\t2024\nRent\t$31\t$29\n\t$91\t$88\nCosts\t$41\t$39"
    assert f"{name} | 91 USD million | 2025" in told(text)
