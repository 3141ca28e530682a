"""Turns of English newspapers: what figures are called, whose they are, when, and whether so."""

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


_NAMES = [
    (
        "Acme's tolls were £8m, a 31% rise on a year before and 4% more than in the prior quarter.",
        ["Tolls", "Tolls growth", "Sequential tolls growth"],
    ),
    ("Reservations at Acme in the past four weeks are 9% ahead of last year.", ["Reservations growth"]),
    ("Acme's bookings over the last 6 months rose 4%.", ["Bookings growth"]),
    # Years and seasons are called by what they are of; financial and calendar ones only say when.
    ("Some 40% of its desks are let for the academic year.", ["Share of desks let for academic year"]),
    (
        "Acme said 91% of its cabins were booked for the winter season.",
        ["Share of cabins booked for winter season"],
    ),
    ("About 30% of places were taken for the summer term.", ["Share of places taken for summer term"]),
    ("School year enrolments at Acme fell 4%.", ["School year enrolments growth"]),
    ("Acme's financial year revenue was £30m.", ["Revenue"]),
    ("Some 40% of seats were sold for the financial year.", ["Share of seats sold"]),
    # A part of another figure is none, and that is called as what it is set beside.
    (
        "Fees rose 2.4% on an underlying basis, about a third of the 7% recorded in 2024.",
        ["Underlying fee change", "Underlying fee change"],
    ),
    ("Acme's profit was £4m, barely half the £9m of 2024.", ["Profit", "Profit"]),
    ("It opened 12 dairies, less than half the 30 it opened in 2024.", ["Dairies opened"] * 2),
    # What grows is what the sentence before tells of; what was guided to before is called so.
    (
        "Fares rose 3%. It expects growth of 1%, having previously guided to at least 2%.",
        ["Fare growth", "Fare growth", "Fare growth, previous guidance"],
    ),
    (
        "Rents rose 4%. For 2027 it sees growth of 2%, having originally promised about 3%.",
        ["Rent change", "Rent change", "Rent change, previous guidance"],
    ),
    # What is wiped off the value of a company is a fall of that.
    (
        "Its shares fell 9%, knocking some £1.2bn off its market capitalisation.",
        ["Share price change", "Fall in market value"],
    ),
    ("The shares rose 9%, adding almost £3bn to its market value.", ["Share price change", "Rise in market value"]),
    ("More than £400m was wiped off the value of Acme.", ["Fall in market value"]),
    ("The writedown took £30m off the value of its dairies.", ["Reduction in value of dairies"]),
    ("The shares rose 3%, taking its market value to £2bn.", ["Share price change", "Market value"]),
    # Upside and downside say to what.
    ("The broker saw a further 6% downside to its forecasts.", ["Further downside to forecasts"]),
    ("There is 12% upside to the share price, it said.", ["Upside to share price"]),
    # What is expected at an end of a range is what the range is of.
    ("Profit would be at the top of its range of £40m to £45m.", ["Profit"]),
    ("Acme expects EBITDA at the lower end of its range of £4m to £5m.", ["EBITDA"]),
    ("Margins will land in the upper half of Acme's guidance of 4% to 6%.", ["Margins"]),
    # What is to be sold for a sum is called by what it is.
    ("Acme plans to sell £150m of older dairies by the end of 2027.", ["Planned sale of older dairies"]),
    ("It is selling a further £20m of surplus land and farms.", ["Sale of surplus land and farms"]),
    ("The average Acme room in Leeds costs £189 a week.", ["Cost of average room in Leeds"]),
    ("The typical Acme flat costs £900 a month.", ["Typical flat cost"]),
    ("Women hold a third of Acme's senior jobs.", ["Women's share of senior jobs"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), _NAMES, ids=[text for text, _ in _NAMES])
def test_a_figure_is_called_by_the_turn_it_stands_in(text: str, names: list[str]) -> None:
    assert [draft.metric for draft in _drafts(text)] == names


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Women fill 38% of Acme's posts, against a little over a quarter at its rival Tarnholm Foods.",
         [("38", "Acme"), ("25", "Tarnholm Foods")]),
        ("Acme's vacancy rate is 4%, compared with 7% at Kestrel, its largest rival.",
         [("4", "Acme"), ("7", "")]),
        ("Acme's staff turnover is 14%, compared with 20% at its depots.", [("14", "Acme"), ("20", "Acme")]),
    ],
)  # fmt: skip
def test_what_is_set_beside_a_figure_is_of_whom_it_is_told(
    text: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(draft.value, draft.entity) for draft in _drafts(text)] == wanted


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Rents rose 3%, less than half the 8% of 2024.", ["", "2024"]),
        ('"We had a lovely May and a dire July," said Ann Reed.\nOccupancy at Acme was 83%.', [""]),
        ("Acme had a dire January, with sales down 4%.", ["2026-01"]),
        ("In January sales rose 4%. Occupancy was 83%.", ["2026-01", "2026-01"]),
        ("Revenue rose 3% in January.\nCorran, a broker, sees another 5% upside to earnings.",
         ["2026-01", ""]),
    ],
)  # fmt: skip
def test_a_period_is_that_of_its_own_figure(text: str, periods: list[str]) -> None:
    assert [draft.period for draft in _drafts(text)] == periods


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It will not now build the plant in Hull, which was to have cost £74m.", "withdrawn"),
        ("Acme has shelved its dairy in Leeds, which would have created 400 jobs.", "withdrawn"),
        ("Acme scrapped a planned £90m scheme in Hull.", "withdrawn"),
        ("Acme shelved the plan and sold machines worth £30m.", "achieved"),
        ("The broker saw a further 6% downside to its forecasts.", "estimate"),
        ("The new dairy will cost £74m.", "planned"),
    ],
)
def test_what_is_given_up_is_withdrawn(text: str, status: str) -> None:
    assert [str(draft.status) for draft in _drafts(text)] == [status]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The FTSE 250 group said rents rose 3%.", "Acme"),
        ("The struggling retailer said rents rose 3%.", "Acme"),
        ("The student housing operator said rents rose 3%.", "Acme"),
        ("The company said rents rose 3%.", "Acme"),
        ("The trade group said rents rose 3%.", "The trade group"),
        ("The larger rival operator said rents rose 3%.", "The larger rival operator"),
    ],
)
def test_a_company_that_is_described_is_the_one_written_about(text: str, who: str) -> None:
    entities = (_ENTITIES[0]._replace(aliases=("A title",)), _ENTITIES[1])  # what its title names
    setting = setting_of(text, "en", entities=entities)
    drafts = draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts
    assert [draft.attribution for draft in drafts] == [who]


def test_a_quote_has_the_numbers_of_the_name() -> None:
    text = "Acme will not build the 620-bed Leeds block, which was to have cost £74m, or sell it."
    assert [draft.quote for draft in _drafts(text)] == [text.removesuffix(", or sell it.")]
