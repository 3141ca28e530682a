"""The rows' results as one picture: time at two sizes, and memory, each on a scale of its own.

Scales are logarithmic, since contenders lie a factor of a hundred apart; so these are points with
lines to guide the eye, not bars, whose lengths would mean nothing.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

from benchmarks.rows import FLOORS, OURS
from benchmarks.timing import Outcome
from exporter.report.theme import PALETTE

_PANELS = (  # size, figure of a run, unit in base units, title, how values are written
    (100_000, "call", 1.0, "100,000 facts, seconds", "{:.3g} s"),
    (1_000_000, "call", 1.0, "1,000,000 facts, seconds", "{:.3g} s"),
    (1_000_000, "peak", 1e6, "1,000,000 facts, peak memory", "{:,.0f} MB"),
)
_STYLE: dict[Any, Any] = {
    "font.family": "sans-serif",
    "font.sans-serif": ["Noto Sans CJK SC", "DejaVu Sans"],
    "font.size": 9,
    "text.color": PALETTE.ink,
    "axes.labelcolor": PALETTE.ink,
    "xtick.color": PALETTE.muted,
    "ytick.color": PALETTE.ink,
    "svg.fonttype": "path",
    "svg.hashsalt": "exporter",  # so that the same results give the same file
}


def draw(outcomes: Sequence[Outcome], path: Path) -> None:
    """Draw the outcomes of the group `rows` as SVG."""
    rows = [one for one in outcomes if one.job.group == "rows" and one.runs]
    order = _order(rows)
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(11, 0.62 + 0.3 * len(order)), layout="constrained")
        panels = figure.subplots(1, len(_PANELS), sharey=True)
        for axes, (size, what, unit, title, shown) in zip(panels, _PANELS, strict=True):
            values = {
                one.job.name: one.middle(what) / unit
                for one in rows
                if one.job.size == size and (what == "call" or one.job.name not in FLOORS)
            }
            _panel(axes, {n: (row, values[n]) for row, n in enumerate(order) if n in values},
                   title, shown)  # fmt: skip
        labels = {one.job.name: one.job.label for one in rows}
        panels[0].set_yticks(range(len(order)), [labels[name] for name in order])
        for tick, name in zip(panels[0].get_yticklabels(), order, strict=True):
            tick.set_color(_colour(name))
            tick.set_fontweight("bold" if name in OURS else "normal")
        figure.savefig(path, metadata={"Date": None, "Title": "Rows to .xlsx"})


def _order(rows: Sequence[Outcome]) -> list[str]:
    """Names from slow to fast, at the largest size that each was run with."""
    sizes = sorted({one.job.size for one in rows})
    calls = {one.job.name: one.middle("call") / one.job.size for size in sizes
             for one in rows if one.job.size == size}  # fmt: skip
    return sorted(calls, key=lambda name: -calls[name])


def _panel(axes: Axes, values: Mapping[str, tuple[int, float]], title: str, shown: str) -> None:
    """Draw the points of one panel; `values` has the row and the value of each name."""
    axes.set_title(title, loc="left", fontsize=9, fontweight="bold", color=PALETTE.ink)
    axes.set_xscale("log")
    least, most = (f(value for _, value in values.values()) for f in (min, max))
    axes.set_xlim(least / 1.6, most * 4)  # room for what is written beside the last point
    for name, (row, value) in values.items():
        colour = _colour(name)
        axes.hlines(row, least / 1.6, value, color=colour, linewidth=1.1, alpha=0.45)
        axes.plot(value, row, "o", markersize=6, color=colour,
                  markerfacecolor=PALETTE.paper if name in FLOORS else colour)  # fmt: skip
        axes.annotate(shown.format(value), (value, row), (7, 0), textcoords="offset points",
                      va="center", color=colour)  # fmt: skip
    axes.xaxis.set_major_locator(LogLocator(numticks=6))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.grid(axis="x", color=PALETTE.line, linewidth=0.5)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, which="both")
    axes.spines[:].set_visible(False)


def _colour(name: str) -> str:
    return PALETTE.accent if name in OURS else PALETTE.muted
