"""Where the parts of a bar chart go: labels, bars from a common zero, figures at their ends.

A narrow picture has its labels above the bars, a wide one beside them. What is below zero lies to
the left of the line of zero, with its figure. Of a pair the earlier bar is first, and pale.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporter.report.pdf.model import Bar, Picture
from exporter.writers.pdf.line_breaks import break_lines, text_width
from exporter.writers.pdf.printable import in_picture

_LEADING = 1.35
_BAR = 0.95
_AFTER_BAR = 0.85
_WITHIN_PAIR = 0.3
_GAP = 0.4
_ABOVE_BAR = 0.2
_BELOW = 0.25
_MOST_EXTRA = 2.4  # beyond this, label and bar no longer look like one
_WIDE = 36  # ems from which labels stand beside the bars
_MOST_LABEL, _ON_ONE_LINE = 0.34, 0.42  # of the width; the latter where no label needs two lines


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """One bar and its texts; lengths in pixels, `y` of a text is its baseline.

    `anchor` is which end of the figure stands at `figure_x`: `start`, or `end` left of a bar.
    `tone` is `now`, `earlier` or `loss`.
    """

    lines: tuple[tuple[float, str], ...]
    x: float
    y: float
    width: float
    height: float
    figure: str
    figure_x: float
    figure_y: float
    anchor: str
    tone: str
    period: str
    period_x: float


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A bar chart ready to draw; lengths in pixels. `zero` is where its line of zero is, if any."""

    width: float
    height: float
    size: float
    bars: tuple[PlacedBar, ...]
    zero: float | None = None

    @property
    def strays(self) -> tuple[str, ...]:
        """Figures that reach beyond the drawing."""
        return tuple(bar.figure for bar in self.bars if self._strays(bar))

    def _strays(self, bar: PlacedBar) -> bool:
        long = text_width(bar.figure) * self.size
        left = bar.figure_x - (long if bar.anchor == "end" else 0)
        return left < -0.5 or left + long > self.width + 0.5


@dataclass(frozen=True, slots=True)
class _Scale:
    """What all bars of a picture have in common, in pixels.

    Attributes:
        zero: Where bars begin.
        longest: The length of a bar whose share is 1.
        periods: Where periods begin, left of the bars.
        beside: Whether labels stand left of the bars, and not above them.
    """

    size: float
    zero: float
    longest: float
    periods: float
    thickness: float
    beside: bool


def place_bars(picture: Picture, width: float, size: float, room: float = 0) -> PlacedPicture:
    """Place the bars of `picture` below each other.

    Args:
        picture: What to draw.
        width: Width of the drawing in pixels.
        size: Size of its texts in pixels.
        room: Height in pixels that the drawing may fill; it does so within reason.
    """
    bars = [_printed(bar) for bar in picture.bars]
    beside = width / size > _WIDE
    label = _label_width(bars, width / size) if beside else width / size
    labels = [break_lines(bar.label, label) for bar in bars]
    extra = _extra(bars, labels, room / size, beside=beside) * size
    scale = _scale(bars, width, size, label * size if beside else 0.0, extra, beside=beside)
    placed: list[PlacedBar] = []
    top = foot = 0.0
    for bar, lines, following in zip(bars, labels, [*bars[1:], None], strict=True):
        placed.append(_place_bar(bar, lines, top, scale))
        in_pair = bar.is_earlier and following is not None
        gap = _WITHIN_PAIR * size + extra / 6 if in_pair else _AFTER_BAR * size + extra * 2 / 3
        foot = max(foot, top + len(lines) * _LEADING * size) if beside else 0.0
        end = placed[-1].y + scale.thickness
        top = (end if in_pair else max(end, foot)) + gap
    ends = [foot, *(bar.y + scale.thickness for bar in placed)]
    height = max(max(ends) + _BELOW * size, 1.0)
    zero = round(scale.zero, 2) if any(bar.share < 0 for bar in bars) else None
    return PlacedPicture(round(width, 2), round(height, 2), round(size, 2), tuple(placed), zero)


def _printed(bar: Bar) -> Bar:
    label, figure, period = map(in_picture, (bar.label, bar.figure, bar.period))
    return replace(bar, label=label, figure=figure, period=period)


def _label_width(bars: Sequence[Bar], width: float) -> float:
    """Of the column of labels beside the bars, in ems."""
    longest = max((text_width(bar.label) for bar in bars), default=0.0)
    return longest if longest <= width * _ON_ONE_LINE else width * _MOST_LABEL


def _scale(
    bars: Sequence[Bar], width: float, size: float, label: float, extra: float, *, beside: bool
) -> _Scale:
    periods = max((text_width(bar.period) for bar in bars), default=0.0) * size
    first = label + (2 * _GAP * size if label else 0.0)
    begin = first + (periods + _GAP * size if periods else 0.0)
    right, left = (_room_of(bars, size, below=below) for below in (False, True))
    least, most = (pick(bar.share for bar in bars) for pick in (_least, _most))
    longest = max(width - begin - right - left, width / 4) / ((most - least) or 1.0)
    return _Scale(
        size, begin + left - least * longest, longest, first, _BAR * size + extra / 3, beside
    )


def _room_of(bars: Sequence[Bar], size: float, *, below: bool) -> float:
    """What the figures on one side of zero take, in pixels."""
    widths = [text_width(bar.figure) + _GAP for bar in bars if (bar.share < 0) == below]
    return max(widths, default=0.0) * size


def _least(shares: Iterator[float]) -> float:
    return min((0.0, *shares))


def _most(shares: Iterator[float]) -> float:
    return max((0.0, *shares))


def _place_bar(bar: Bar, lines: tuple[str, ...], top: float, scale: _Scale) -> PlacedBar:
    leading, size = _LEADING * scale.size, scale.size
    y = top + (0.0 if scale.beside or not lines else len(lines) * leading + _ABOVE_BAR * size)
    length = max(scale.longest * abs(bar.share), 1.0)
    below = bar.share < 0
    end = scale.zero - length if below else scale.zero + length
    # Half the height of a figure below the middle of the bar.
    middle = y + scale.thickness / 2 + 0.36 * size
    # Beside a bar, the first line stands at its height.
    first = middle if scale.beside else top + 0.9 * leading
    return PlacedBar(
        lines=tuple((round(first + n * leading, 2), line) for n, line in enumerate(lines)),
        x=round(end if below else scale.zero, 2),
        y=round(y, 2),
        width=round(length, 2),
        height=round(scale.thickness, 2),
        figure=bar.figure,
        figure_x=round(end - _GAP * size if below else end + _GAP * size, 2),
        figure_y=round(middle, 2),
        anchor="end" if below else "start",
        tone="earlier" if bar.is_earlier else "loss" if below else "now",
        period=bar.period,
        period_x=round(scale.periods, 2),
    )


def _extra(
    bars: Sequence[Bar], labels: Sequence[tuple[str, ...]], room: float, *, beside: bool
) -> float:
    """What each bar and the space after it may grow by, in ems, to fill `room` ems."""
    lines = 0 if beside else sum(map(len, labels))
    headed = 0 if beside else sum(map(bool, labels))
    least = lines * _LEADING + headed * _ABOVE_BAR
    least += sum(_BAR + (_WITHIN_PAIR if bar.is_earlier else _AFTER_BAR) for bar in bars)
    return min(max((room - least) / max(len(labels), 1), 0.0), _MOST_EXTRA)
