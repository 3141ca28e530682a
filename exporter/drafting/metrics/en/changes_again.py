"""Changes told once more beside another figure: up | 8% | at constant currency, 21% (|20%|)."""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bases import told_on_a_basis
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_UP_ON = regex(r" (?:up|down|higher|lower) (?:on|than) the (?:previous|prior|same|year)\b")
# Sales up 6% to £187m (£176m); up | 8% | at constant currency
_UP_AGAIN = regex(
    rf"[;,)] ?(?:(?:or|and) )?(?:up|down|an? (?:rise|increase|fall|drop) of) {ABOUT}$"
)
_AND = regex(r"\band (?:\w+ )?$")


def change_again(site: Site) -> str:
    """A change named as the figure beside which it stands; "" elsewhere."""
    if not site.number:
        return ""
    last = site.figures[site.number - 1]
    if _UP_AGAIN.search(site.before) and told_on_a_basis(site.behind):
        moves = [one for one in site.figures[: site.number] if one.dimension == RATIO]
        return of_other(site, moves[-1]).value if moves else ""
    if site.before.endswith("(") and last.dimension == RATIO and told_on_a_basis(site.behind):
        return of_other(site, last).value
    first = site.figures[0]
    is_level = first.dimension.startswith("money")
    if is_level and _AND.search(site.before) and _UP_ON.match(site.behind):
        return name_of_change(of_other(site, first).value, site)
    return ""
