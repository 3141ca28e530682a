"""Target prices stand where they are on one scale, and no figure leaves the drawing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.report.pdf.model import Target, TargetRange
from exporter.writers.pdf.targets import place_targets

AMOUNTS = st.floats(0.5, 900)


def test_the_price_stands_between_those_above_and_below_it() -> None:
    targets = (Target("A", "€9", 9.0), Target("B", "€14", 14.0, "€8", 8.0))
    placed = place_targets(TargetRange("t", "a", targets, "Share price €10", 10.0), 680, 11)
    low, high = placed.targets
    assert low.now < placed.price_x < high.now
    assert high.before is not None
    assert high.before < low.now
    # Nine is as far from ten as from eight.
    assert round(placed.price_x - low.now, 1) == round(low.now - high.before, 1)
    assert high.earlier
    assert high.earlier.anchor == "end"
    assert high.figure.anchor == "start"


def test_a_target_that_falls_has_its_figure_at_the_left() -> None:
    placed = place_targets(TargetRange("t", "a", (Target("A", "€9", 9, "€12", 12),)), 260, 11)
    (target,) = placed.targets
    assert target.earlier
    assert (target.figure.anchor, target.earlier.anchor) == ("end", "start")


@pytest.mark.parametrize(
    "broker", ["要研究所", "红隼与罗", "Kestrel & Rowe", "Brightwater Securities"]
)
def test_a_name_that_has_room_stands_on_one_line(broker: str) -> None:
    targets = (Target(broker, "€9", 9.0), Target("A", "€14", 14.0))
    for tenths in range(80, 140):  # sizes of letters, of which some are rounded up and some down
        placed = place_targets(TargetRange("t", "a", targets), 700, tenths / 10 * 0.84)
        assert [line for _, line, _ in placed.targets[0].lines] == [broker]


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=2, max_size=6), AMOUNTS, st.sampled_from([264, 680]))  # fmt: skip
def test_nothing_leaves_the_drawing(
    amounts: list[tuple[float, float]], price: float, width: int
) -> None:
    targets = tuple(
        Target(f"House {n}", f"€{now:.2f}", now, f"€{before:.2f}", before)
        for n, (now, before) in enumerate(amounts)
    )
    picture = TargetRange("t", "a", targets, f"Share price €{price:.2f} (28 Oct 2026)", price)
    assert place_targets(picture, width, 11).strays == ()


def test_no_speck_of_a_line_is_left_beyond_a_figure() -> None:
    targets = (Target("A", "€9", 9.0), Target("B", "€14", 14.0, "€8", 8.0))
    placed = place_targets(TargetRange("t", "a", targets), 680, 11)
    grounds = [text.ground for one in placed.targets for text in (one.figure, one.earlier) if text]
    ends = [(left, left + width) for left, _, width, _ in grounds]
    assert any(left == placed.begin for left, _ in ends)
    assert any(abs(right - placed.width) < 0.1 for _, right in ends)
    for left, right in ends:
        assert left == placed.begin or left - placed.begin > 20
        assert abs(right - placed.width) < 0.1 or placed.width - right > 20
