"""Tables of plain texts and of Markdown whose cells stand between bars, with or without a rule."""

import pytest

from exporter.evidence.documents import read_document
from exporter.limits import READING


def _text(written: str, suffix: str) -> str:
    return read_document(f"note.{suffix}", written.encode(), READING).text


ROWS = ("Tolls | 212.0 | 200.0", "Berths | 25.1 | 22.4")


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize(
    "written",
    [
        f"£m | H1 2026 | H1 2025\n{ROWS[0]}\n{ROWS[1]}",
        f"| £m | H1 2026 | H1 2025 |\n| {ROWS[0]} |\n| {ROWS[1]} |",
        f"| £m | H1 2026 | H1 2025 |\n|---|--:|--:|\n| {ROWS[0]} |\n| {ROWS[1]} |",
    ],
)
def test_cells_between_bars_are_cells(written: str, suffix: str) -> None:
    text = _text(f"Half-year results\n\n{written}\n\nWords follow.", suffix)
    assert "£m\tH1 2026\tH1 2025\nTolls\t212.0\t200.0\nBerths\t25.1\t22.4\n" in text


@pytest.mark.parametrize(
    "written", ["Home | Markets | Contact\nTerms | Privacy | Careers", "Tolls | 212.0 | 200.0"]
)
def test_bars_without_figures_below_one_another_part_nothing(written: str) -> None:
    assert "\t" not in _text(f"Half-year results\n\n{written}\n", "txt")
