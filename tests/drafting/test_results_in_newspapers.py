"""Results as newspapers tell them: what was made or lost, who is counted, what brings in more."""

import pytest

from exporter.evidence.conventions import Conventions
from exporter.facts.periods import YearEnd
from tests.drafting.newspaper_drafts import drafts_of, named

_MADE = [
    (
        "Acme said it made £4m before tax last year, compared with a loss of £2m in 2024.",
        ["Pre-tax profit", "Pre-tax loss"],
    ),
    ("Acme earned €9.1m after tax in 2025, up from €8m.", ["After-tax profit"] * 2),
    (
        "Acme lost £14m before tax in the six months to September, having made £3m a year earlier.",
        ["Pre-tax loss", "Pre-tax profit"],
    ),
    (
        "Acme lost €3.2mn at the operating level in 2025, against a profit of €1mn in 2024.",
        ["Operating loss", "Operating profit"],
    ),
    (
        "Acme earned €9.1m before interest and tax in 2025 and lost €2m a year earlier.",
        ["Profit before interest and tax", "Loss before interest and tax"],
    ),
    ("Acme made £12.5m before tax and exceptional items in 2025.", ["Pre-tax profit before exceptional items"]),
    ("Before tax, Acme made £12.5m in 2025.", ["Profit before tax"]),
    # No level is said of these.
    ("Acme lost £5m last year.", ["Loss"]),
    ("Acme made £30m from tea before tax rises took effect.", ["Earnings"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), _MADE)
def test_what_is_made_or_lost_is_called_by_its_level(text: str, names: list[str]) -> None:
    assert named(drafts_of(text)) == names


_COUNTED = [
    (
        "Customer numbers fell to 310,000 in 2025 from 340,000, well short of the 400,000 of 2021.",
        [("Customer numbers", "customers", year) for year in ("2025", "2024", "2021")],
    ),
    (
        "Student numbers rose to 41,000 in 2025, still below the 52,000 who came in 2019.",
        [("Student numbers", "students", "2025"), ("Student numbers", "students", "2019")],
    ),
    (
        "Patient numbers at Acme reached 12,400 in 2025, more than the 11,000 treated in 2024.",
        [("Patient numbers", "patients", "2025"), ("Patient numbers", "patients", "2024")],
    ),
    ("Order numbers at Acme rose to 40,000 in 2025.", [("Order numbers", "orders", "2025")]),
    ("Letter volumes at Acme fell to 90,000 in 2025.", [("Letter volumes", "letters", "2025")]),
    (
        "Acme's ticket volumes fell to 2.1 million in 2025 from 2.4 million.",
        [("Ticket volumes", "million tickets", year) for year in ("2025", "2024")],
    ),
    (
        "Transaction volumes at Acme reached 61 million in 2025.",
        [("Transaction volumes", "million transactions", "2025")],
    ),
    (
        "Container volumes at Acme were 41,000 in 2025, against 38,000 in 2024.",
        [("Container volumes", "containers", year) for year in ("2025", "2024")],
    ),
    (  # what is weighed, paid or counted by another word keeps its unit
        "Cargo volumes at Acme fell to 1.9 million tonnes in 2025.",
        [("Cargo volumes", "million tonnes", "2025")],
    ),
    (
        "Freight volumes at Acme fell to 310,000 pallets in 2025.",
        [("Freight volumes", "pallets", "2025")],
    ),
    (
        "Payment volumes at Acme rose to $3.1 billion in 2025.",
        [("Payment volumes", "USD billion", "2025")],
    ),
    # What another did stands alone: the sentence before says of what.
    (
        "Acme sold 4,100 boats in 2025. Tarnholm Foods, which is older, sold 5,200 that year.",
        [("Boats sold", "boats", "2025")] * 2,
    ),
    # Of two kinds of things before, none is meant for sure.
    (
        "Acme has 40 homes and 900 nurses in 2026. Rival has 60.",
        [("Homes", "homes", "2026"), ("Nurses", "nurses", "2026"), ("Nurses", "", "")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), _COUNTED)
def test_numbers_of_somebody_count_them(text: str, said: list[tuple[str, str, str]]) -> None:
    drafts = drafts_of(text)
    assert [(one.metric, one.unit.en if one.unit else "", one.period) for one in drafts] == said


def test_a_number_that_takes_its_noun_from_the_sentence_before_quotes_it() -> None:
    *_, rival = drafts_of("Visitor numbers rose to 41,000 in 2025. Rival drew 62,000 last year.")
    assert (rival.value, rival.unit and rival.unit.en) == ("62000", "visitors")
    assert rival.quote.startswith("Visitor numbers")


_MARCH = Conventions(year_ends={"Acme": YearEnd(3, 31)})


@pytest.mark.parametrize(
    ("told", "period"),
    [
        ("Rival, which is larger, served 62,000 guests last year.", "2025"),
        ("Acme's shares gained 6% last year.", "2025"),
        ("It served 48,000 guests last year.", "FY2025"),
    ],
)
def test_last_year_of_those_whose_year_ends_nobody_knows_is_the_calendar_s(
    told: str, period: str
) -> None:
    report = "Acme said revenue rose 4% to £30m in the year to the end of March 2026."
    *_, last = drafts_of(f"{report} {told}", _MARCH)
    assert last.period == period


_BESIDE = [
    ("Acme had cash flow of $71 million after $18 million of closure costs in 2025.",
     ["Cash flow", "Closure costs"]),
    ("Acme's net profit of £12m after £3m of legal fees was a record.", ["Net profit", "Legal fees"]),
    ("Acme expects a gross margin of 31–33% for 2026 (previously 29–33%).",
     ["Gross margin", "Gross margin, previous guidance"]),
    ("Acme looks after more than 4,100 boats.", ["Boats looked after"]),
    ("We look after about 900 lifts, and one in three of them is connected.",
     ["Lifts looked after", "Share of lifts connected"]),
    ("Acme now maintains some 12,000 lifts.", ["Lifts maintained"]),
    ("Rival, which represents 90 cooks and kitchen staff at Acme, is balloting them.",
     ["Cooks and kitchen staff represented by Rival"]),
    ("Acme has 40 drivers and Leeds has a depot.", ["Drivers"]),
    ("Acme plans to spend £8m over three years on a new jetty.", ["Spending on new jetty"]),
    ("Acme will spend £30m by 2027 on a dairy and an expansion of the depot.",
     ["Spending on dairy and depot expansion"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), _BESIDE)
def test_what_is_told_beside_has_the_name_that_its_words_give(text: str, names: list[str]) -> None:
    assert named(drafts_of(text)) == names


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("On 4 February Acme agreed to acquire Orlo, a maker of kilns with annual sales of £24m.", ""),
        ("In January 2026 Acme bought Orlo, a dairy in Leeds, whose annual turnover is £3m.", ""),
        ("On 4 February Acme said that its annual sales were £24m.", "2026-02-04"),
    ],
)  # fmt: skip
def test_the_sales_of_one_that_is_bought_are_not_of_the_day_on_which_it_is(
    text: str, period: str
) -> None:
    (draft,) = drafts_of(text)
    assert draft.period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It said it had agreed to buy Orlo, a dairy, for £9 million.", ""),
        ("It has signed a deal to acquire a mill in Leeds for £9 million.", ""),
        ("It would pay staff more, and had agreed to sell its Cork depot for £9 million.", ""),
        ("In January it agreed to sell its dairy for £9 million.", "2026-01"),
        ("It bought a mill for £9 million in the quarter.", "2025-Q4"),
    ],
)
def test_a_deal_agreed_is_of_no_quarter_that_is_reported_on(text: str, period: str) -> None:
    *_, draft = drafts_of(f"Acme's revenue rose 3% in the fourth quarter.\n{text}")
    assert draft.period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Service backlog reaches record $2.4 billion", "2025-12-31"),
        ("Net debt falls to £40 million", "2025-12-31"),
        ("Order book hits all-time high of $8 million", "2025-12-31"),
        ("Acme now has a backlog of $2.4 billion.", ""),
    ],
)
def test_a_stock_in_the_title_of_results_is_of_their_last_day(text: str, period: str) -> None:
    head = "Acme Reports Fourth-Quarter 2025 Results"
    told = "Acme today reported results for the fourth quarter ended December 31, 2025."
    draft, *_ = drafts_of(f"{head}\n{text}\n{told}")
    assert draft.period == period


_GUIDED = "Acme reported results for the year 2025. It expects first-quarter crossings to fall 4%"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            ", and said capital spending would be at the low end of its $18m to $20m forecast.",
            "2026",
        ),
        (", while capex is expected to be about £30 million.", "2026"),
        (" and capital expenditure to reach £9 million.", "2026"),
        (", and said first-quarter capital spending would be $8 million.", "2026-Q1"),
        (", and said revenue would be $8 million.", "2026-Q1"),
    ],
)
def test_capital_spending_is_forecast_for_the_year(text: str, period: str) -> None:
    *_, draft = drafts_of(_GUIDED + text)
    assert (draft.period, draft.status) in {(period, "guidance"), (period, "planned")}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("from £19 million a year earlier, when it booked a £6 million loss on a sale.", "2024-Q3"),
        ("from £19 million a year ago, when it took a £6 million charge for rents.", "2024-Q3"),
        ("from a year earlier, when the ferry line sold 2 million tickets.", "2024-Q3"),
        ("from £19 million a year earlier, when tax was high, and staff costs rose 6%.", "2025-Q3"),
        ("from £19 million a year earlier, while costs were £6 million.", "2025-Q3"),
    ],
)
def test_what_happened_then_is_of_the_period_before_it(text: str, period: str) -> None:
    *_, draft = drafts_of(f"Acme's third-quarter profit fell {text}")
    assert draft.period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Berrow said the first-quarter ticket consensus of about $64 million looked high.", "2026-Q1"),
        ("Berrow said that the first-quarter earnings consensus of $4 was too low.", "2026-Q1"),
        ("Berrow says its 2026 sales consensus of $64 million needs to come down.", "2026"),
        ("Berrow was wary, saying its third-quarter consensus of $64 million looked high.", "2026-Q3"),
        ("Its third-quarter ticket consensus of $64 million seems too high, Berrow said.", "2026-Q3"),
        ("Berrow said its second-quarter sales consensus of $64 million was stretched.", "2026-Q2"),
        ("Acme beat the fourth-quarter revenue consensus of $64 million.", "2025-Q4"),
    ],
)  # fmt: skip
def test_a_consensus_that_is_judged_is_of_what_is_to_come(text: str, period: str) -> None:
    *_, draft = drafts_of(f"Acme reported results for the year 2025. {text}")
    assert (draft.period, draft.status) == (period, "estimate")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("around 60% is due for delivery within the next twelve months.",
         "Share of order book due for delivery within twelve months"),
        ("about 45% is scheduled for shipment within 12 months.",
         "Share of order book scheduled for shipment within 12 months"),
        ("a third is due for completion in the next two years.",
         "Share of order book due for completion within two years"),
        ("half falls due for handover within six months.", ""),
    ],
)  # fmt: skip
def test_a_share_that_falls_due_is_of_the_day_of_its_whole(text: str, name: str) -> None:
    _, draft, *_ = drafts_of(
        f"Acme had an order book of £441 million at 31 December 2025, of which {text}"
    )
    assert draft.period == "2025-12-31"
    assert not name or (draft.metric, draft.review) == (name, "new")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("leverage is expected to be below 3.3x by the year end.", "2026-06-30"),
        ("gearing should fall to 28% by the end of the financial year.", "2026-06-30"),
        ("net debt is expected to be about £40 million at the year end.", "2026-06-30"),
        ("net debt to EBITDA will be under 2.0x at year-end.", "2026-06-30"),
        ("leverage was 3.3x.", "2025-12-31"),
    ],
)
def test_debt_expected_by_the_year_end_is_of_its_last_day(text: str, period: str) -> None:
    conventions = Conventions(year_ends={"Acme": YearEnd(6, 30)})
    told = "Acme today announces results for the six months ended 31 December 2025."
    *_, draft = drafts_of(f"Acme interim results\n{told}\nAt Acme, {text}", conventions)
    assert draft.period == period
    assert draft.status == ("achieved" if " was " in text else draft.status)
    assert draft.status != "estimate"


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Vans for the brewing industry were idle, with margins there down to 9%.", "Rival"),
        ("Barges serving the cement industry were idle, with occupancy there falling to 71%.", "Rival"),
        ("Trams were full, with utilisation there now at 98%.", "Rival"),
        ("The cement industry is idle, with utilisation at 71%.", ""),
    ],
)  # fmt: skip
def test_what_is_there_is_of_the_part_that_is_spoken_of(text: str, entity: str) -> None:
    *_, draft = drafts_of(f"In Rival, orders grew 6%. {text}")
    assert draft.entity == entity


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("It declared an interim dividend of 6 cents a share.", "2025-H1"),
        ("The interim dividend was raised to 6 cents a share.", "2025-H1"),
        ("It declared a second interim dividend of 6 cents a share.", "2025-Q2"),
        ("It declared a dividend of 6 cents a share.", "2025-Q2"),
    ],
)
def test_an_interim_dividend_is_of_the_half(text: str, period: str) -> None:
    *_, draft = drafts_of(f"Acme today reported results for the second quarter of 2025.\n{text}")
    assert draft.period == period
