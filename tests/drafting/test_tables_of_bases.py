"""Tables whose figures are told on several bases: in the heads of columns, sections and rows."""

import pytest

from exporter.drafting.model import Named
from exporter.drafting.tables.table_drafts import drafts_of_tables
from exporter.facts.words import Bilingual
from tests.drafting.named_texts import setting_of

COMPANY = Named(Bilingual("Harbour Foods", "海港食品"))


def _metrics(text: str) -> list[str]:
    """The metrics of a table with their values, in order."""
    drafts = drafts_of_tables(setting_of(text, entities=(COMPANY,), title="Results"))
    return [f"{draft.metric} {draft.value}" for draft in drafts]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Change excluding currency effects", "Retail sales growth excluding currency effects"),
        ("% change ex-FX", "Retail sales growth excluding FX"),
        ("FX-neutral growth", "FX-neutral retail sales growth"),
        ("Currency-neutral", "Currency-neutral retail sales growth"),
        ("As reported", "Retail sales growth"),
        ("Organic", "Organic retail sales growth"),
        ("Inc/(Dec) at constant currency", "Constant currency retail sales growth"),
    ],
)
def test_a_column_of_changes_is_named_by_its_basis(head: str, name: str) -> None:
    text = f"""Sales by region
(EUR million)\tQ2 2025\tQ2 2024\tChange\t{head}
Retail sales\t410\t400\t2.5%\t4.1%"""
    assert _metrics(text)[2:] == ["Retail sales growth 2.5", f"{name} 4.1"]


def test_years_below_one_span_stand_beside_the_changes_behind_it() -> None:
    text = """Dollars in millions
Quarters Ended June 30,\tInc/(Dec)\tInc/(Dec) Excluding Currency Translation
2025\t2024
Net revenues\t$897.8\t$865.6\t4%\t8%"""
    drafts = drafts_of_tables(setting_of(text, entities=(COMPANY,), title="Results"))
    assert [(draft.metric, draft.period) for draft in drafts] == [
        ("Net revenues", "2025-Q2"),
        ("Net revenues", "2024-Q2"),
        ("Net revenues growth", "2025-Q2"),
        ("Net revenues growth excluding currency translation", "2025-Q2"),
    ]


def test_a_head_that_goes_on_below_the_others_is_one() -> None:
    text = """Dollars in millions
Quarters Ended June 30,
2025\t2024\tInc/ (Dec)
Inc/ (Dec) Excluding Currency
Revenues\t$897.8\t$865.6\t4%\t8%"""
    assert _metrics(text)[2:] == ["Revenues growth 4", "Revenues growth excluding currency 8"]


STACKED = """Dollars in millions, except per share data
Quarters Ended June 30,
Net Income\tEarnings per share - diluted
Inc/ (Dec)\tInc/ (Dec)
Excluding\tExcluding
Inc/\tCurrency\tInc/\tCurrency
2025\t2024\t(Dec)\tTranslation\t2025\t2024\t(Dec)\tTranslation
GAAP\t$802.3\t$704.4\t14%\t19%\t$2.45\t$2.18\t12%\t16%
(Gains)/charges\t34.4\t2.1\t0.18\t0.03"""


def test_a_head_in_many_lines_is_over_its_column_alone() -> None:
    assert _metrics(STACKED) == [
        "Net Income, GAAP 802.3",
        "Net Income, GAAP 704.4",
        "Net Income growth, GAAP 14",
        "Net Income growth excluding currency translation, GAAP 19",
        "Earnings per share - diluted, GAAP 2.45",
        "Earnings per share - diluted, GAAP 2.18",
        "Earnings per share - diluted growth, GAAP 12",
        "Earnings per share - diluted growth excluding currency translation, GAAP 16",
        "Net Income, (Gains)/charges 34.4",
        "Net Income, (Gains)/charges 2.1",
        "Earnings per share - diluted, (Gains)/charges 0.18",
        "Earnings per share - diluted, (Gains)/charges 0.03",
    ]


@pytest.mark.parametrize(
    ("section", "row", "name"),
    [
        ("Non-GAAP – Continuing Operations", "Net income", "Non-GAAP net income"),
        ("Adjusted results", "Operating profit", "Adjusted operating profit"),
        ("Adjusted measures:", "EBITDA", "Adjusted EBITDA"),
        ("Statutory", "Profit before tax", "Statutory profit before tax"),
        ("Adjusted measures:", "Non-GAAP net income", "Non-GAAP net income"),
        ("Adjusted measures:", "Employees", "Employees"),
        ("Adjusted for leases", "Net income", "Net income"),
        ("Non-GAAP adjustments", "Severance costs", "Severance costs"),
    ],
)
def test_a_section_that_is_a_basis_names_what_is_told_on_it(
    section: str, row: str, name: str
) -> None:
    text = f"""Income statement
(in millions)\tQ2 2025\tQ2 2024
Revenue\t$500\t$480
{section}
{row}\t410\t390"""
    assert _metrics(text)[2:] == [f"{name} 410", f"{name} 390"]


def test_assets_over_a_balance_sheet_name_none_of_its_rows() -> None:
    text = """Balance sheet
(In millions) ASSETS\tJune 30, 2025\tDecember 31, 2024
Goodwill\t$400\t$410
LIABILITIES
Accounts payable\t94\t61"""
    assert _metrics(text) == [
        "Goodwill 400",
        "Goodwill 410",
        "Accounts payable 94",
        "Accounts payable 61",
    ]


def test_assets_over_regions_are_what_these_measure() -> None:
    text = """Assets by region
(€ million)\tJune 30, 2025\tJune 30, 2024
Europe\t300\t290"""
    assert _metrics(text) == ["Assets, Europe 300", "Assets, Europe 290"]
