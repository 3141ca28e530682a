"""Where the parts of a range of target prices go: a line a broker, and the share's price across."""

from dataclasses import dataclass, replace

from exporter.report.pdf.model import Target, TargetRange
from exporter.writers.pdf.line_breaks import break_lines, text_width
from exporter.writers.pdf.printable import in_picture

_LINE = 1.35  # ems from line to line of a label
_ROW = 2.1  # ems from broker to broker
_GAP = 0.55
_DOT = 0.36
_SPECK = 2.0
_WIDE = 36  # ems from which brokers stand beside their lines
_MOST_LABEL = 0.3  # of the width


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A text; `anchor` is which part of it stands at `x`.

    `ground` is left, top, width and height of what lies below it, so that no line crosses it.
    """

    x: float
    y: float
    anchor: str
    text: str
    ground: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class PlacedTarget:
    """One broker's line: where the target price is, and the one before; lengths in pixels.

    `lines` are those of its name: where each stands, what it says, and how wide it is.
    """

    lines: tuple[tuple[float, str, float], ...]
    y: float
    now: float
    figure: PlacedText
    before: float | None = None
    earlier: PlacedText | None = None


@dataclass(frozen=True, slots=True)
class PlacedTargets:
    """A range of target prices ready to draw; lengths in pixels."""

    width: float
    height: float
    size: float
    begin: float
    dot: float
    top: float
    targets: tuple[PlacedTarget, ...]
    price: PlacedText | None
    price_x: float

    @property
    def strays(self) -> tuple[str, ...]:
        """Texts that reach beyond the drawing."""
        texts = [target.figure for target in self.targets]
        texts += [target.earlier for target in self.targets if target.earlier]
        texts += [self.price] if self.price else []
        return tuple(text.text for text in texts if self._strays(text))

    def _strays(self, text: PlacedText) -> bool:
        left, right = _extent(text, self.size)
        return left < -0.5 or right > self.width + 0.5


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where amounts stand, in pixels."""

    size: float
    begin: float
    first: float
    length: float
    least: float
    most: float
    price_x: float | None = None

    @property
    def end(self) -> float:
        """Where lines end."""
        return self.first + self.length + (self.first - self.begin)

    def at(self, amount: float) -> float:
        """Where an amount stands."""
        share = (amount - self.least) / ((self.most - self.least) or 1.0)
        return self.first + share * self.length


def place_targets(picture: TargetRange, width: float, size: float) -> PlacedTargets:
    """Place the target prices of `picture` below each other.

    Args:
        picture: What to draw.
        width: Width of the drawing in pixels.
        size: Size of its texts in pixels.
    """
    beside = width / size > _WIDE
    label = _label_width(picture, width / size) if beside else width / size
    scale = _scale(picture, width, size, (label + 2 * _GAP) * size if beside else 0.0)
    top = _LINE * 1.3 * size if picture.price else 0.0
    placed, at = [], top
    for target in picture.targets:
        lines = break_lines(in_picture(target.broker), label)
        placed.append(_place(target, lines, at, scale, beside=beside))
        at += size * (max(_ROW, len(lines) * _LINE + 0.5) if beside else len(lines) * _LINE + _ROW)
    price = None
    if picture.price:
        price = _price(in_picture(picture.price), scale, width)
    return PlacedTargets(
        width=round(width, 2),
        height=round(at, 2),
        size=round(size, 2),
        begin=round(scale.begin, 2),
        dot=round(_DOT * size, 2),
        top=round(top * 0.82, 2),
        targets=tuple(placed),
        price=price,
        price_x=round(scale.price_x or 0.0, 2),
    )


def _label_width(picture: TargetRange, width: float) -> float:
    """Of the column of brokers beside their lines, in ems."""
    brokers = (text_width(in_picture(target.broker)) for target in picture.targets)
    return min(max(brokers, default=0.0), width * _MOST_LABEL)


def _scale(picture: TargetRange, width: float, size: float, begin: float) -> _Scale:
    amounts = [target.amount for target in picture.targets]
    amounts += [target.earlier_amount for target in picture.targets if target.earlier]
    amounts += [picture.price_amount] if picture.price else []
    figures = [text for target in picture.targets for text in (target.figure, target.earlier)]
    room = (max(map(text_width, map(in_picture, figures)), default=0.0) + _DOT + _GAP) * size
    length = max(width - begin - 2 * room, width / 8)
    scale = _Scale(size, begin, begin + room, length, min(amounts), max(amounts))
    if not picture.price:
        return scale
    return _Scale(
        size,
        begin,
        begin + room,
        length,
        min(amounts),
        max(amounts),
        scale.at(picture.price_amount),
    )


def _place(
    target: Target, lines: tuple[str, ...], top: float, scale: _Scale, *, beside: bool
) -> PlacedTarget:
    size = scale.size
    leading = _LINE * size
    y = top + (_ROW * size / 2 if beside else len(lines) * leading + 0.9 * size)
    first = y + 0.36 * size if beside else top + 0.9 * leading
    now, before = scale.at(target.amount), scale.at(target.earlier_amount)
    falls = bool(target.earlier) and target.earlier_amount > target.amount
    side = -1 if falls else 1
    return PlacedTarget(
        lines=tuple(
            (round(first + n * leading, 2), line, round(text_width(line) * size, 2))
            for n, line in enumerate(lines)
        ),
        y=round(y, 2),
        now=round(now, 2),
        figure=_beside(target.figure, now, y, side, scale),
        before=round(before, 2) if target.earlier else None,
        earlier=_beside(target.earlier, before, y, -side, scale) if target.earlier else None,
    )


def _beside(text: str, x: float, y: float, side: int, scale: _Scale) -> PlacedText:
    """A figure beside its dot, on one side of it."""
    at = x + side * (_DOT + _GAP / 2) * scale.size
    anchor = "start" if side > 0 else "end"
    placed = PlacedText(round(at, 2), round(y + 0.36 * scale.size, 2), anchor, in_picture(text))
    left, right = _extent(placed, scale.size)
    # What would be left of the line beyond it were a speck.
    left = scale.begin if left - scale.begin < _SPECK * scale.size else left
    right = scale.end if scale.end - right < _SPECK * scale.size else right
    height = 1.2 * scale.size
    top, width = y - height / 2, right - left
    ground = (round(left, 2), round(top, 2), round(width, 2), round(height, 2))
    return replace(placed, ground=ground)


def _price(text: str, scale: _Scale, width: float) -> PlacedText:
    """What the share costs, above its line, within the drawing."""
    half = text_width(text) * scale.size / 2
    x = min(max(scale.price_x or 0.0, scale.begin + half), max(width - half, half))
    return PlacedText(round(x, 2), round(0.95 * scale.size, 2), "middle", text)


def _extent(text: PlacedText, size: float) -> tuple[float, float]:
    """From where to where a text reaches, at most."""
    long = text_width(text.text) * size
    left = text.x - {"start": 0.0, "middle": long / 2, "end": long}[text.anchor]
    return left, left + long
