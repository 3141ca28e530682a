"""Turns of English releases: parts that lead, totals of dividends, people affected, places."""

import pytest

from exporter.drafting.already import Already
from exporter.drafting.drafts import Wanted, draft_source
from exporter.drafting.model import Draft, Named
from exporter.drafting.report_drafts import readers_of
from exporter.evidence.reading import read_figures
from exporter.facts.periods import YearEnd
from exporter.facts.words import Bilingual
from tests.drafting.any_source import setting_of

_ACME = Named(Bilingual("Acme", "顶点"), (), YearEnd(12, 31))


def _drafts(text: str) -> tuple[Draft, ...]:
    setting = setting_of(text, "en", entities=(_ACME,))
    return draft_source(setting, Wanted(Already(setting.source, ())), readers_of).facts


_NAMES = [
    # What leads all parts has its own sales.
    (
        "Garden rooms the best-performing line, with orders up 12% to £30m",
        ["Garden room orders growth", "Garden room orders"],
    ),
    (
        "Our bakery business was again the star performer, with like-for-like sales up 8%.",
        ["Like-for-like bakery sales growth"],
    ),
    ("Acme was the best-performing brand, with sales up 9%.", ["Sales growth"]),
    # A total is per share where the dividend before it is.
    (
        "An interim dividend of 3p per share, bringing the total for the year to 9p",
        ["Interim dividend per share", "Total dividend per share"],
    ),
    # People by what befell them, places by what they sell, use or have.
    (
        "The relocation of our Leeds depot was difficult for the 85 employees involved.",
        ["Employees affected by relocation of Leeds depot"],
    ),
    ("The Leeds depot was good for the 85 employees involved.", ["Employees"]),
    (
        "It gained from the launch of the Arc range, which is now sold in 900 garages.",
        ["Garages selling Arc range"],
    ),
    ("Smart meters are already used in 4,000 homes.", ["Homes using smart meters"]),
    ("It is now sold in 900 garages.", ["Garages"]),
    ("Smart meters were installed in 4,000 homes.", ["Homes"]),
]


@pytest.mark.parametrize(("text", "names"), _NAMES, ids=[text for text, _ in _NAMES])
def test_a_figure_is_called_by_the_turn_it_stands_in(text: str, names: list[str]) -> None:
    assert [draft.metric for draft in _drafts(text)] == names


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("A dividend of 9p per share, taking the total for the year to 13p", ["share", "share"]),
        ("A final dividend of 9p a share brings the full-year dividend to 13p.", ["share"] * 2),
        ("A dividend of 9p per share, making 13p for the year", ["share", "share"]),
        ("A dividend of 9p per share, taking the total payout to £13m", ["share", ""]),
        ("A dividend of 9p per share, taking total costs to £13m", ["share", ""]),
    ],
)
def test_a_total_dividend_is_per_share_where_the_one_before_is(text: str, per: list[str]) -> None:
    assert [figure.per for figure in read_figures(text)] == per


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # Of the year reported on, or the one behind it where that part of it is over.
        ("The closure should deliver savings of £4m from the second half.", "2026-H2"),
        ("Costs will rise by £4m in the first quarter.", "2026-Q1"),
        ("Savings of £4m were made in the second half.", "2025-H2"),
    ],
)
def test_a_half_to_come_is_none_that_is_over(text: str, period: str) -> None:
    *_, last = _drafts(
        f"Results for the year ended 31 December 2025\n\nRevenue was £90m.\n\n{text}"
    )
    assert last.period == period
