"""A one-pager as roomy as fits on its page: from a ladder of settings, the first that does.

Where the densest does not fit either, what is too long is named; nothing is ever cut, hidden or let
run on to a second page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, TypeVar

from exporter.errors import OverflowingPageError
from exporter.files import templates_folder
from exporter.report.pdf.model import OnePager, TargetRange
from exporter.writers.pdf.bars import PlacedPicture, place_bars
from exporter.writers.pdf.card_columns import card_columns, card_rows
from exporter.writers.pdf.expected_length import expected_length
from exporter.writers.pdf.line_breaks import text_width
from exporter.writers.pdf.overflow import too_long
from exporter.writers.pdf.own_template import GIVEN, fill_in
from exporter.writers.pdf.page_sizes import (
    LADDER,
    Density,
    air,
    at_density,
    leading,
    small,
    small_type,
)
from exporter.writers.pdf.printable import printable
from exporter.writers.pdf.sheet_style import font_families, measure, sheet_style
from exporter.writers.pdf.sheets import WHOLE, Parting, fit_on_two, usual_parting
from exporter.writers.pdf.tags import brings_html
from exporter.writers.pdf.targets import PlacedTargets, place_targets
from exporter.writers.templates import page_environment

if TYPE_CHECKING:
    from exporter.writers.pdf.typeset import Roll

    # Settings, how a page is laid out at one, how long it then is at least, which is tried first.
    _Attempt = tuple[Sequence["Density"], Callable[["Density"], Roll], Callable[[Roll], float], int]

T = TypeVar("T")
_PIXELS = 96 / 25.4  # CSS pixels in a millimetre
_WIDER = 1.12  # times as wide a house's own digits may be, such as those of Verdana
_AIRY = 2.0  # rems that a bar takes where there is room
_UNCROWDED = 5  # of the ladder's settings: from there on, what may have two sheets has them
_LAST = 2  # settings that are tried whatever is to be expected: they have one type
_PARTED = 2  # settings that two sheets are not tried in: they hold more than a little
_STEADY = 0.3  # of a sheet, at most, that is no larger in larger type: margins, gaps between cards
_PILL = 1.1  # rems that a stance takes beside its text, as in one-pager.css


def fit(page: OnePager) -> tuple["Roll", Density]:
    """The page laid out at the roomiest setting that fits.

    One that may have two sheets has one where that is not crowded.

    Raises:
        OverflowingPageError: None does.
    """
    roll, density = _fitted(page, _Trials(page, {}))
    if not roll.fits and roll.strays and page.comparison and not brings_html(page):
        roll, density = _fitted(page, _Trials(page, {}, breaks_words=True))
    if roll.fits:
        return roll, density
    raise OverflowingPageError(too_long(page, roll.length * roll.most, roll.strays))


def _fitted(page: OnePager, trials: "_Trials") -> tuple["Roll", Density]:
    """The page at the roomiest setting that fits, or at the last one tried."""
    if page.pages > 1 and not brings_html(page):
        usual = usual_parting(page)
        attempts: Sequence[_Attempt] = (
            (LADDER[:_UNCROWDED], trials.lay_out, _own_length, _guess(page, LADDER[:_UNCROWDED])),
            (
                LADDER[_PARTED:_UNCROWDED],
                lambda density: trials.lay_out(density, usual),
                _own_length,
                0,
            ),
            (LADDER[_PARTED:], trials.on_two_sheets, _least_length, 0),
        )
    else:
        attempts = ((LADDER, trials.lay_out, _own_length, _guess(page, LADDER)),)
    for attempt in attempts:
        roll, density = _roomiest(*attempt)
        if roll.fits:
            break
    return roll, density


def _guess(page: OnePager, ladder: Sequence[Density]) -> int:
    """The first setting at which a page should fit, or the last; of a stranger's template, 0."""
    if brings_html(page):
        return 0
    for place, density in enumerate(ladder):
        if expected_length(page, density.size, leading(page.lang, density), density.gap) <= 1:
            return place
    return len(ladder) - 1


def _roomiest(
    ladder: Sequence[Density],
    lay_out: Callable[[Density], "Roll"],
    length_of: Callable[["Roll"], float],
    first: int,
) -> tuple["Roll", Density]:
    """A page at the roomiest setting that fits, or at the last one tried.

    Args:
        ladder: The settings.
        lay_out: Lays it out at one.
        length_of: How long it then is at least.
        first: Which to try first: a good guess saves time, and changes nothing else.
    """
    place, roll = first, lay_out(ladder[first])
    while roll.fits and place and _may_fit(length_of(roll), ladder[place], ladder[place - 1]):
        roomier = lay_out(ladder[place - 1])
        if not roomier.fits:
            break
        place, roll = place - 1, roomier
    density = ladder[place]
    for denser in ladder[place + 1 :]:
        if roll.fits:
            break
        # Smaller type saves in both directions, and hardly more; so a page of forty views is laid
        # out twice instead of seven times.
        saved = (denser.size / density.size) ** 2
        if length_of(roll) * saved <= 1 or denser in LADDER[-_LAST:]:
            roll, density = lay_out(denser), denser
    return roll, density


def _may_fit(length: float, density: Density, roomier: Density) -> bool:
    """Whether what is so long at one setting can fit at the next: all but a part of it grows."""
    return _STEADY + (length - _STEADY) * roomier.size / density.size <= 1


def _own_length(roll: "Roll") -> float:
    return roll.length


def _least_length(roll: "Roll") -> float:
    """How long it would be at least, however it were parted."""
    return sum(roll.heights) / (roll.sheet * len(roll.heights))


@dataclass(frozen=True, slots=True)
class _Trials:
    """A page laid out this way and that, each way once.

    Attributes:
        breaks_words: Whether words of the comparison are broken where its columns are narrow.
    """

    page: OnePager
    laid: dict[tuple[Density, Parting], "Roll"]
    breaks_words: bool = False

    def on_two_sheets(self, density: Density) -> "Roll":
        """At one setting, parted wherever it fits."""
        return fit_on_two(self.page, lambda parting: self.lay_out(density, parting))

    def lay_out(self, density: Density, parting: Parting = WHOLE) -> "Roll":
        """At one setting, on one sheet or parted onto two."""
        key = density, parting
        if key not in self.laid:
            self.laid[key] = lay_out_at(self.page, density, parting, breaks_words=self.breaks_words)
        return self.laid[key]


def lay_out_at(
    page: OnePager, density: Density, parting: Parting = WHOLE, *, breaks_words: bool = False
) -> "Roll":
    """The page laid out at one setting, whether it fits or not."""
    from exporter.writers.pdf.typeset import House, lay_out

    theme = page.theme
    # Only where it is parted it may have two: a full roll goes on with another one.
    pages = page.pages if parting.begins or brings_html(page) else 1
    own = (page.template.css or "") if page.template else None
    house = House(_rules(page, density), theme.paper.height, theme.letterhead.logo, pages, own)
    html = make_html(page, density, parting, breaks_words=breaks_words)
    roll = lay_out(html, templates_folder(), "one-pager.css", house)
    picture = _picture(page, density)
    return replace(roll, strays=roll.strays + picture.strays) if picture else roll


def make_html(
    page: OnePager, density: Density, parting: Parting = WHOLE, *, breaks_words: bool = False
) -> str:
    """The page as HTML at one setting, on one sheet or parted onto two."""
    pixels = density.size * 96 / 72
    figure_rows = spread_evenly(page.figures, 5)
    parted = parting.cards or len(page.cards)
    first, further = page.cards[:parted], page.cards[parted:]
    with_terms = page.comparison is None
    columns = card_columns(first, with_terms=with_terms)
    given = {
        # Nothing of where views are written: that hangs on the machine.
        "page": replace(page, places={}, template=None) if page.template else page,
        "density": density,
        "leading": leading(page.lang, density),
        "families": font_families(page.theme),
        "colours": page.theme.palette,
        "columns": columns,
        "rows": card_rows(columns, with_terms=with_terms),
        "further_rows": card_rows(
            card_columns(further, with_terms=with_terms), with_terms=with_terms
        ),
        "parting": parting,
        "figure_rows": figure_rows,
        "figure_size": _figure_size(page, max(map(len, figure_rows), default=1), pixels),
        "picture": _picture(page, density),
        "picture_width": _picture_width(page),
        "small_type": small_type(density),
        "air": air(density),
        "stance_width": _stance_width(page, density),
        "breaks_words": breaks_words,
    }
    if page.template and page.template.html is not None:
        given = {name: given[name] for name in GIVEN}
        return printable(fill_in(page.template.html, given, page.name))
    return printable(page_environment().get_template("one-pager.html.j2").render(given))


def _rules(page: OnePager, density: Density) -> str:
    """What sets a page besides our style sheet; of the density, our own template says it itself."""
    rules = sheet_style(page.theme)
    return f"{rules}\n{at_density(page.lang, density)}" if brings_html(page) else rules


def _stance_width(page: OnePager, density: Density) -> float:
    """Of what stands beside a broker's name, in rems: the widest on the page, and its ends."""
    longest = max((text_width(card.stance_label) for card in page.cards), default=0.0)
    return round(longest * small("small", density) + _PILL, 2)


def spread_evenly(items: Sequence[T], widest: int) -> tuple[Sequence[T], ...]:
    """Items in as few rows of at most `widest` as hold them, the rows as even as can be."""
    rows = ceil(len(items) / widest)
    starts = [ceil(row * len(items) / rows) for row in range(rows)] + [len(items)]
    return tuple(items[start:end] for start, end in pairwise(starts))


def _figure_size(page: OnePager, columns: int, pixels: float) -> float:
    """Size of the key figures in rems: as large as lets the longest stand on one line.

    Texts that are no figures may be longer than a line of readable size; they wrap.
    """
    tile = (measure(page.theme) / columns - 4) * _PIXELS / pixels - 1.6
    longest = max((text_width(figure.figure) for figure in page.figures), default=1.0)
    longest *= _WIDER if page.theme.fonts.figures else 1.0
    return round(min(1.75, max(tile / max(longest, 1.0), 1.0)), 2)


def _picture(page: OnePager, density: Density) -> PlacedPicture | PlacedTargets | None:
    if page.picture is None:
        return None
    rem = density.size * 96 / 72
    if isinstance(page.picture, TargetRange):
        return place_targets(page.picture, _picture_width(page) * _PIXELS, 0.84 * rem)
    # In rems: the height of the matrix beside it, as it is set, or some air where there is none.
    matrix = 1.67 * len(page.matrix.rows) + 1.9
    room = matrix if page.matrix.rows else _AIRY * len(page.picture.bars)
    return place_bars(page.picture, _picture_width(page) * _PIXELS, 0.84 * rem, room * rem)


def _picture_width(page: OnePager) -> float:
    """In millimetres: beside the matrix, or the page's width where there is none."""
    return 70 if page.matrix.rows else measure(page.theme)
