"""Rises in pay that unions ask for, and are offered: asked for | 6 per cent |; a 4% | pay deal."""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.sites import Site
from exporter.engine.regex import regex

_ASKED = regex(
    r"\b(?:ask(?:ed|s|ing) for|holding out for|demand(?:s|ed|ing)|wants?|seeking)"
    rf" (?:(?:a )?(?:pay )?(?:rise|increase) of )?{ABOUT}$"
)
_OFFERED = regex(
    r"\b(?:offer(?:s|ed)|offer of|rejected|turned down|accepted)"
    rf" (?:(?:a )?(?:pay )?(?:rise|increase) of )?{ABOUT}$"
)
# Is balloting its members over a | 3.5 per cent | pay offer
_NOUN = regex(r" (?P<pay>pay|wage|salary) (?P<what>offer|award|deal|claim|demand|settlement)\b")
_UNION = regex(r"\b(?:[Uu]nions?|Unite|GMB|Unison|RMT|Aslef|Usdaw|Prospect|Teamsters|UAW|Verdi)\b")
_RISE = regex(r"(?: (?:pay )?(?:rise|increase)|[,.;]|$| and\b| but\b| this year| over)")


def pay_rise(site: Site) -> str:
    """The rise that a union asks for, or is offered, or that is agreed; "" elsewhere."""
    if named := _NOUN.match(site.behind):
        return f"{named['pay'].capitalize()} {named['what']}"
    if not _RISE.match(site.behind) or not _UNION.search(f"{site.earlier} {site.text}"):
        return ""
    if _ASKED.search(site.before):
        return "Pay rise demanded"
    return "Pay rise offered" if _OFFERED.search(site.before) else ""
