"""Turns of English newspapers and releases that tell of which time a figure is, and whether so."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft
from exporter.drafting.report_drafts import readers_of
from tests.drafting.any_source import setting_of

_HALF = "Acme said on Thursday that orders rose 3% in the six months to {}.\n\n"


def _drafts(text: str, ended: str = "31 December 2025") -> tuple[Draft, ...]:
    """The drafts of a text behind a sentence that says on which half it reports."""
    head = _HALF.format(ended)
    setting = setting_of(head + text, "en")
    drafts = draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts
    return tuple(draft for draft in drafts if draft.start >= len(head))


_PERIODS = [
    # A quarter or a half by its number alone is one of the same year, or before.
    ("Fees grew 2% in the second quarter from 6% in the first.", ["2025-Q2", "2025-Q1"]),
    (
        "Yields were 12% in the third quarter, against 9% in the second and 8% in the first.",
        ["2025-Q3", "2025-Q2", "2025-Q1"],
    ),
    ("Orders rose 4% in the first half and fell 2% in the second.", ["2025-H1", "2025-H2"]),
    ("Fees grew 5% in the first and 3% in the second half.", ["2025-H1", "2025-H2"]),
    ("Fees grew 5% in the first quarter from 3% in the fourth.", ["2025-Q1", "2024-Q4"]),
    (
        "Output was 40,000 tonnes in the second quarter, up from 31,000 tonnes in the prior one.",
        ["2025-Q2", "2025-Q1"],
    ),
    ("Fees rose 4% in the second quarter, in the first of two surveys.", ["2025-Q2", "2025-Q2"]),
    # Last year is what is compared with.
    ("Acme shipped 3.1 million tonnes, level with last year.", ["2025-H2"]),
    ("Acme shipped 3.1 million tonnes, in line with last year.", ["2025-H2"]),
    ("Acme shipped 3.1 million tonnes, matching last year.", ["2025-H2"]),
    ("Acme shipped 3.1 million tonnes, unchanged from last year.", ["2025-H2"]),
    ("Acme shipped 3.1 million tonnes last year.", ["2025"]),
    # A base year is that of a change since it, and of no level.
    ("Waste fell to 3.2kg per tonne, a cut of 14% since our 2019 base year.", ["2025-H2", "2019/2026"]),
    ("Waste fell to 310 tonnes, down 22% against a 2020 baseline.", ["2025-H2", "2020/2026"]),
    ("Waste fell 22% to 310 tonnes against a 2020 baseline.", ["2020/2026", "2025-H2"]),
    ("It has cut waste by 30% from a 2018 base.", ["2018/2026"]),
    ("Waste was 310 tonnes, compared with 400 tonnes in the 2019 base year.", ["2025-H2", "2019"]),
    ("Revenue was £40m in 2024.", ["2024"]),
    # What was spent before a day on which something stood is of the half that ended then.
    (
        "Net cash was £90m at the end of December, after it paid out £20m in dividends.",
        ["2025-12-31", "2025-H2"],
    ),
    (
        "Cash stood at £30m at the end of December after it spent £8m on machines.",
        ["2025-12-31", "2025-H2"],
    ),
    ("Receivables rose to £40m. Bad-debt expense fell to £3m.", ["2025-H2", "2025-H2"]),
    ("Net debt fell to £40m.", ["2025-12-31"]),
    # What a company has of debt that falls due one day is of its balance sheet's.
    ("Acme has £90m of senior notes due in 2031.", ["2025-12-31"]),
    ("Acme has £90m of cash and no bonds due before 2029.", [""]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "periods"), _PERIODS)
def test_a_period(text: str, periods: list[str]) -> None:
    assert [draft.period for draft in _drafts(text)] == periods


@pytest.mark.parametrize(
    "text",
    [
        "Acme expects profit of £50m in 2025. It declared an interim dividend of 4.2p, up from 3.8p.",
        "Acme expects profit of £50m in 2025. An interim dividend of 4.2p was declared, against 3.8p.",
    ],
)
def test_an_interim_dividend_is_of_the_half(text: str) -> None:
    drafts = _drafts(text, "30 June 2025")
    assert [draft.period for draft in drafts] == ["2025", "2025-H1", "2024-H1"]


_STATUSES = [
    # What a body forecasts is an estimate, whoever tells of it.
    ("The Timber Federation expects demand to fall by 2% in 2026.", ["estimate"]),
    ("The government predicts that prices will rise by 4% in 2026.", ["estimate"]),
    ("The central bank expects inflation of 2.5% in 2026.", ["estimate"]),
    ("Orley Economics projects that outlays will rise 2% in 2027.", ["estimate"]),
    ("The Bank of England sees growth of 1% in 2026, and Acme expects to open 12 shops.", ["estimate", "planned"]),
    ("Acme expects sales to grow 3% in 2026, above the 2% that the IMF forecasts.", ["guidance", "estimate"]),
    ("The ministry expects to spend £4bn on roads in 2027.", ["planned"]),
    ("The government plans to build 40 schools in 2027.", ["planned"]),
    ("The company's research institute expects profit to rise 4% in 2026.", ["guidance"]),
    # Debt is there until it is due.
    ("Acme has £90m of senior notes due in 2031.", ["achieved"]),
    ("Acme has £90m of loans due in March 2030.", ["achieved"]),
    ("Acme has 40 ferries due in 2028.", ["planned"]),
    ("Acme will repay £90m of notes due in 2026.", ["planned"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statuses"), _STATUSES)
def test_a_status(text: str, statuses: list[str]) -> None:
    assert [str(draft.status) for draft in _drafts(text)] == statuses


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It lost customers because of two bad quarters.", 0),
        ("Nobody changes course after three tough years, he said.", 0),
        ("There were two very slow weeks in August.", 0),
        ("It opened two big shops.", 1),
        ("It lost money for three consecutive quarters.", 1),
    ],
)
def test_spans_that_went_badly_are_no_figures(text: str, count: int) -> None:
    assert len(_drafts(text)) == count


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Headcount has fallen by about 140 to 2,660.", [("-140", ""), ("2660", "")]),
        ("The workforce shrank by roughly 30 to 410.", [("-30", ""), ("410", "")]),
        ("It plans to cut staff by about 200 to 300.", [("200", "300")]),
    ],
)
def test_by_so_many_and_to_how_many(text: str, values: list[tuple[str, str]]) -> None:
    drafts = _drafts(text)
    assert [(draft.value, draft.high) for draft in drafts] == values


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Days sales outstanding rose to 52 from 47.", ["days", "days"]),
        ("Days payable outstanding fell to 31, from 38 a year earlier.", ["days", "days"]),
        ("Inventory days rose 4% to 81, and it opened 12 shops.", ["%", "days", "stores"]),
        ("Days sales outstanding rose to 52 and headcount to 3,100.", ["days", "employees"]),
        ("The shares fetch 14 times forward earnings, against a five-year average of 9.", ["x", "x"]),
        ("They trade on 12 times earnings, compared with a sector average of 15.", ["x", "x"]),
        ("Headcount has fallen by about 140 to 2,660 even as sales grew.", ["employees", "employees"]),
    ],
)  # fmt: skip
def test_a_unit(text: str, units: list[str]) -> None:
    assert [draft.unit and draft.unit.key for draft in _drafts(text)] == units


@pytest.mark.parametrize(
    ("text", "unit", "period", "who"),
    [
        (
            "Acme expects profit of £12m in 2026. The market had been looking for 11.4 million.",
            "GBP million", "2026", "The market",
        ),
        (
            "Acme sees sales of $40m in 2026. Analysts had been hoping for 45.2 million.",
            "USD million", "2026", "Analysts",
        ),
        (
            "Revenue was €90 million. The market had expected 88.1 million.",
            "EUR million", "2025-H2", "The market",
        ),
    ],
)  # fmt: skip
def test_what_the_market_looked_for(text: str, unit: str, period: str, who: str) -> None:
    *_, last = _drafts(text)
    assert last.unit is not None
    assert (last.unit.key, last.period, last.attribution) == (unit, period, who)
    assert str(last.status) == "estimate"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It expects sales of £90m in 2026. It cut planned outlays on depots to £15m from £21m.",
            ["2026 planned", "2026 planned"],
        ),
        ("It reduced its planned spending for 2026 from £90m to £70m.", ["2026 planned", "2026 planned"]),
        ("It cut spending on depots to £15m from £21m.", ["2025-H2 achieved", "2024-H2 achieved"]),
    ],
)  # fmt: skip
def test_what_was_planned_before(text: str, told: list[str]) -> None:
    assert [f"{draft.period} {draft.status}" for draft in _drafts(text)][-2:] == told


def test_what_was_planned_before_is_called_so() -> None:
    names = [draft.metric for draft in _drafts("It raised planned investment to £40m from £30m.")]
    assert names == ["Investment", "Investment, previous guidance"]
