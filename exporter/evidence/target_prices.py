"""Whether a view's quote states its target price."""

import re

from exporter.evidence.figures import CONFIRMED, CONTRADICTED, NOT_STATED, TEXT, FigureVerdict
from exporter.evidence.reading import read_figures
from exporter.facts.views import View

_TARGET = re.compile(r"目标|target", re.IGNORECASE)
_NEAR = 24  # characters before a price in which it may be called a target


def confirm_target_price(view: View) -> FigureVerdict:
    """The quote must state the price in its currency, and call it a target: 现价25港元 is none."""
    if view.target_price is None:
        return FigureVerdict(TEXT)
    prices = [
        figure.value
        for figure in read_figures(view.quote)
        if figure.dimension == f"money:{view.currency}"
        and _TARGET.search(view.quote[max(0, figure.start - _NEAR) : figure.start])
    ]
    if view.target_price in prices:
        return FigureVerdict(CONFIRMED)
    wrong = f"the quote does not state the target price {view.currency} {view.target_price}"
    state = CONTRADICTED if prices else NOT_STATED
    return FigureVerdict(state, wrong, "correct it, or quote the clause that states it")
