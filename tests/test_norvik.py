"""A second company, invented: losses, ranges, two periods, downgrades and six currencies."""

from pathlib import Path

from exporter.check import check

NORVIK = Path(__file__).parent / "reports" / "norvik"


def test_every_figure_is_proved_and_nothing_is_in_doubt() -> None:
    checked = check(NORVIK)
    assert not checked.problems
    assert not checked.doubts
