"""What newspapers tell beside a figure: another's plan, an aside's year, what somebody was told."""

import pytest

from exporter.drafting.model import Draft
from tests.drafting.newspaper_drafts import drafts_of, named


def _first(text: str) -> Draft:
    return drafts_of(text)[0]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "Acme's order book grew to £40m in 2025, and the Leeds plant, closed in 2019, will reopen.",
            "2025",
        ),
        ("Acme made a loss of £4m in 2025, but the fleet, bought in 2017, is to be sold.", "2025"),
        # What is done by two in one year is of that.
        ("Acme's revenue rose to £4m, and its profit doubled in 2025.", "2025"),
    ],
)  # fmt: skip
def test_an_aside_of_the_clause_behind_dates_nothing_before_it(text: str, period: str) -> None:
    assert _first(text).period.startswith(period)


@pytest.mark.parametrize(
    ("text", "period", "status"),
    [
        (
            "Rival buys 44% of Acme's output and has threatened to build a mill of its own in 2027.",
            "",
            "achieved",
        ),
        ("Rival takes 30% of Acme's output and plans to take more next year.", "", "achieved"),
        ("Rival accounts for 12% of its orders and will close a plant in 2028.", "", "achieved"),
        ("Acme will open 12 shops in 2027.", "2027", "planned"),
    ],
)  # fmt: skip
def test_what_a_second_predicate_plans_is_none_of_the_figure(
    text: str, period: str, status: str
) -> None:
    draft = _first(text)
    assert (draft.period, draft.status.value) == (period, status)


@pytest.mark.parametrize(
    ("text", "period", "status"),
    [
        (
            "Acme expects to end 2027 with cash, and it has set aside £74m for repairs.",
            "",
            "achieved",
        ),
        ("Acme plans to close the plant in 2027, but the group has lent it £9m.", "", "achieved"),
        ("Acme will open in Leeds next year, and it has already let 40 flats.", "", "achieved"),
        ("Acme will open 12 shops in 2027.", "2027", "planned"),
    ],
)  # fmt: skip
def test_what_has_been_done_beside_a_plan_is_not_of_its_time(
    text: str, period: str, status: str
) -> None:
    draft = _first(text)
    assert (draft.period, draft.status.value) == (period, status)


@pytest.mark.parametrize(
    "text",
    [
        "Acme reckons that would cost it 350,000 passengers a year.",
        "Acme estimates the closure would save £4m a year.",
        "Acme calculates that it would lose 40,000 customers.",
        "Acme thinks that a strike would cost it £2m.",
    ],
)
def test_what_somebody_reckons_something_would_do_is_an_estimate(text: str) -> None:
    assert _first(text).status.value == "estimate"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Parking now brings in more than landing fees do: £31m in 2025.",
            ["Parking revenue"],
        ),
        ("Coffee earns more than tea: £12m in 2025.", ["Coffee revenue"]),
        (
            "Repairs, oddly enough, bring in more than new boats do: £9m, or 40% of group revenue.",
            ["Repairs revenue", "Repairs as share of group revenue"],
        ),
    ],
)  # fmt: skip
def test_what_brings_in_more_than_another_is_its_revenue(text: str, names: list[str]) -> None:
    assert named(drafts_of(text)) == names


@pytest.mark.parametrize("who", ["People told us", "Everyone said", "Some thought"])
def test_what_others_told_a_speaker_is_no_fact_and_they_tell_nothing_behind_it(who: str) -> None:
    text = (
        f'"{who} that the shops were finished," said Ann Lee, chief executive of Acme.'
        ' "We have opened 14 shops since 2024."'
    )
    (draft,) = drafts_of(text)
    assert draft.attribution == "Ann Lee, chief executive of Acme"


def test_the_end_of_a_sentence_belongs_to_no_name() -> None:
    text = (
        "Acme raised its target to 290p from 265p. Analysts at Rival were cooler: with net debt at"
        ' 5.2 times ebitda, they wrote, "the pier will have to wait".'
    )
    assert not any("265p" in draft.attribution for draft in drafts_of(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Acme's shares, which have gained a third this year, rose 4% on Monday.", ["33.3", "4"]),
        ("Acme's shares are up a fifth this year.", ["20"]),
        ("Acme's stock has shed a quarter this year.", ["-25"]),
        ("A third this year asked to leave Rival.", []),
        ("Flights filled terminals of Acme that were half shut.", []),
        ("Acme owns a half-built tower.", []),
        ("Half of Acme's sales came from tea in 2025.", ["50"]),
    ],
)  # fmt: skip
def test_a_part_is_a_change_where_something_moved_by_it(text: str, values: list[str]) -> None:
    assert [draft.value for draft in drafts_of(text)] == values
