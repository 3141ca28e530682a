"""Where a page that may have two sheets is parted: between its sections, or between its cards.

On the first sheet stand the views and the key figures, on the second what compares and pictures
them. Where that does not fit, the second sheet begins earlier or later, or takes some of the cards;
no section but that of the views is ever parted.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exporter.report.pdf.model import OnePager

if TYPE_CHECKING:
    from exporter.writers.pdf.typeset import Roll

_HEAD = 0.16  # of the first sheet, which is not for cards
_TRIED = 4  # ways to part the cards


@dataclass(frozen=True, slots=True)
class Parting:
    """Where the second sheet begins.

    Attributes:
        begins: With `cards`, `figures`, `comparison` or `exhibits`; "" for one sheet.
        cards: How many stand on the first sheet, where it begins with cards.
    """

    begins: str = ""
    cards: int = 0


WHOLE = Parting()
LayOut = Callable[[Parting], "Roll"]


def fit_on_two(page: OnePager, lay_out: LayOut) -> "Roll":
    """The page laid out on two sheets; where no parting fits, as the last one tried has it.

    Args:
        page: What is laid out.
        lay_out: Lays it out at one density.
    """
    places, roll = _places(page), None  # the last one tried
    at, tried = places.index(usual) if (usual := usual_parting(page).begins) else 0, set[int]()
    while 0 <= at < len(places) and at not in tried:
        tried.add(at)
        roll = lay_out(Parting(places[at]))
        if roll.fits or _is_hopeless(roll):
            return roll
        at += -1 if roll.heights[0] > roll.sheet else 1
    if roll and roll.heights[0] <= roll.sheet:
        return roll
    for cards in _card_counts(page, roll or lay_out(WHOLE)):
        roll = lay_out(Parting("cards", cards))
        if roll.fits or _is_hopeless(roll):
            break
    return roll or lay_out(WHOLE)


def usual_parting(page: OnePager) -> Parting:
    """The one with views and key figures on the first sheet; whole where there is nothing else."""
    places = _places(page)
    return Parting(next((place for place in places if place != "figures"), (*places, "")[0]))


def _places(page: OnePager) -> list[str]:
    """With what the second sheet may begin, in the page's order."""
    there = {
        "figures": page.figures,
        "comparison": page.comparison,
        "exhibits": page.matrix.rows or page.picture,
    }
    return [name for name, has in there.items() if has]


def _is_hopeless(roll: "Roll") -> bool:
    """Whether nothing that is moved from one sheet to the other would help."""
    return bool(roll.strays) or sum(roll.heights) > 2 * roll.sheet


def _card_counts(page: OnePager, roll: "Roll") -> Iterator[int]:
    """How many cards to try on the first sheet: about as many as fit, then fewer."""
    head = _HEAD * roll.sheet
    share = (roll.sheet - head) / max(roll.heights[0] - head, 1.0)
    most = min(int(share * len(page.cards)) + 1, len(page.cards) - 1)
    yield from range(most, max(most - _TRIED, 0), -1)
