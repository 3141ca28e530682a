"""Features of English newspapers: what figures are called that sentences before lead up to."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_ENTITIES = tuple(Named(Bilingual(name, name)) for name in ("Acme", "Tarnholm Foods"))


def _drafts(text: str) -> tuple[Draft, ...]:
    setting = setting_of(text, "en", entities=_ENTITIES)
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


_SEEDS = (
    "Sales of seeds fell 9% in the six weeks to the end of May. Tools, which make up almost a"
    " third of revenue, did better, with sales up 5%."
)
_SAID = "Acme said on Thursday that it sold 6.2m tickets in the year to September."
_NAMES = [
    # What a pronoun takes up that the sentence before speaks of.
    ("The aquaria are its best asset. They brought in £7m.", ["Aquaria revenue"]),
    ("Its marinas had a fine summer. Last year they made £9m.", ["Marina earnings"]),
    (
        "The car parks are where the profit is. They took £41m and made £14m of operating profit.",
        ["Car park revenue", "Car park operating profit"],
    ),
    ("The toy division is thriving. It took in £90m.", ["Toy revenue"]),
    ("Acme's rivals are worse off. They lost £30m.", ["Loss"]),
    ("The shares are cheap. They made £3m.", ["Earnings"]),
    # What each of those costs that were bought or built.
    ("Acme bought three ferries for £9m apiece.", ["Ferries bought", "Purchase price per ferry"]),
    ("Acme built two piers at a cost of £4m each.", ["Piers built", "Cost per pier"]),
    # What somebody is paid for a piece, or for an hour.
    (
        "Acme pays its growers 38p a litre, and Tarnholm its growers 41p.",
        ["Price paid to growers", "Price paid to growers"],
    ),
    ("Acme pays its pickers £14.20 an hour.", ["Hourly pay of pickers"]),
    ("Diesel, by far its biggest expense, came to £44m.", ["Diesel cost"]),
    ("Power, its second-biggest cost after wages, came to £5m.", ["Power cost"]),
    ("It will spend £190m over five years in all.", ["Spending"]),
    ("Packaging, the group's largest cost, rose 6%.", ["Packaging cost change"]),
    ("The concession, which runs to 2031, is worth £40m a year.", ["Contract value"]),
    ("Acme let 40 boats at rates that are 5% higher.", ["Boats let", "Rate change"]),
    ("It must hold assets worth at least 120% of what it owes.", ["Assets as share of what it owes"]),
    (
        "Overheads, excluding rent, which fell 3%, came to £12m.",
        ["Overheads growth excluding rent", "Overheads excluding rent"],
    ),
    # What stands beside another figure, or over words between.
    ("It runs 14 pools in Leeds and a further six in the north.", ["Pools in Leeds", "Pools in north"]),
    ("The average cabin went for £61, up from £58.", ["Average cabin price", "Average cabin price"]),
    ("Parking and maps added another £2.10 a head.", ["Spending on parking and maps"]),
    (
        "Family rooms, which can cost as much as £310, now make up 12% of those booked.",
        ["Family room price", "Family rooms' share of rooms booked"],
    ),
    ("It will spend £75m over four years on its piers.", ["Spending on piers"]),
    ("The pool will reopen with 40 more lockers.", ["Lockers added"]),
    ("Gas bills have come down by a fifth.", ["Gas bills growth"]),
    ("Acme is comfortable with the £44m of profit that analysts have pencilled in.", ["Profit"]),
    (
        "Occupancy averaged 71%, and three pools closed early, at a cost of £6m.",
        ["Occupancy", "Pools closed", "Cost of pools closed"],
    ),
    ("Unite is asking for 7%. Acme has offered 3%.", ["Pay rise demanded", "Pay rise offered"]),
    # Shares and parts by the words around them.
    ("Rent eats 31p of every pound that comes in.", ["Rent per pound of revenue"]),
    ("The average guest paid £1,310 a week.", ["Average payment per guest"]),
    (
        "Acme used to spend £9m a year on vans. Last year it was £2m.",
        ["Spending on vans", "Spending on vans"],
    ),
    (
        "Its piers were valued at £600m. Net debt was £240m, or 40% of that, and costs 6% a year.",
        ["Piers value", "Net debt", "Net debt as share of piers value", "Interest rate on net debt"],
    ),
    (
        "Wales has 4,000 camp sites. The biggest five chains own only 14% of them.",
        ["Camp sites", "Chains", "Biggest five chains' share of camp sites"],
    ),
    ("Loans carry a margin of 4%.", ["Margin"]),
    ("Acme looks after 4,900 horses.", ["Horses looked after"]),
    ("Acme looks after 490 people, most of them over 85.", ["People looked after"]),
    ("Some 3.4 million people who play online pay for it.", ["People who play online"]),
    # How much somebody thinks of a figure is no part of its name.
    ("Its heavy borrowings of £410m were a worry.", ["Borrowings"]),
    ("Heavy truck sales rose 4%.", ["Heavy truck sales growth"]),
    ("Acme made a paltry profit of £3m.", ["Profit"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), _NAMES, ids=[text for text, _ in _NAMES])
def test_a_figure_is_called_by_what_leads_up_to_it(text: str, names: list[str]) -> None:
    assert [draft.metric for draft in _drafts(text)] == names


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (_SEEDS, ["2025-04-20/2025-05-31", "", "2025-04-20/2025-05-31"]),
        (f"{_SAID}\nThe average cabin went for £61, up from £58.", ["FY2025", "FY2025", "FY2024"]),
        (
            "On Thursday it said profit more than doubled to £31m last year.\nRents fell to £9m.",
            ["2025", "2025", "2025"],
        ),
        (
            "On Thursday it said it would buy a pool that made £3m last year.\nRents fell to £9m.",
            ["2025", ""],
        ),
        (f"{_SAID}\nAdvance bookings were worth £97m.", ["FY2025", ""]),
        (
            f"{_SAID}\nA final dividend of 6p takes the total to 10p, a rise of 5%.",
            ["FY2025", "FY2025", "FY2025", "FY2025"],
        ),
    ],
)
def test_a_figure_is_of_the_time_of_which_it_is_told(text: str, periods: list[str]) -> None:
    assert [draft.period for draft in _drafts(text)] == periods


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Acme opened nine pools. Wales has about 4,100 public pools.\nThe UK has 9,000 camp sites.",
            ["Acme", "", ""],
        ),
        (
            "Acme made £3m. The biggest four operators own only 14% of pools.",
            ["Acme", "Acme", ""],
        ),
        (
            "Acme made £3m. Global spending on boats is forecast to rise 4% this year.",
            ["Acme", ""],
        ),
        ("Acme made £3m. Global sales of its boats rose 4%.", ["Acme", "Acme"]),
        ("Acme made £3m. It has 40 shops in Britain.", ["Acme", "Acme"]),
    ],
)
def test_what_a_country_has_is_of_none_of_the_report(text: str, wanted: list[str]) -> None:
    assert [draft.entity for draft in _drafts(text)] == wanted


def test_what_is_forecast_of_all_the_world_is_an_estimate_and_a_pace_no_rate() -> None:
    text = "Global spending on boats is forecast to rise 4% in 2026, half the pace of 2024."
    assert [(draft.value, str(draft.status)) for draft in _drafts(text)] == [("4", "estimate")]
