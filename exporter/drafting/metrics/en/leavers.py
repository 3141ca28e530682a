"""People who leave: one in four | of them left last year; a staff turnover of | 30% |."""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.shares import by_share
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

# One in four | of them left last year
_LEFT = regex(
    r" of (?:(?:its|the|their|his|her|our|those) )?(?:[a-z-]+ ){1,4}?"
    r"(?:have |had |has )?(?P<deed>left|quit|resigned|departed|retired)"
    r"(?=[.,;:—–]|$| (?:last|this|in|within|during|since|after|before|each|every|and|by|—|–)\b"
    r"| [—–])"
)
# An improvement on the turnover of nearly | 30 per cent | that it suffered
_TURNOVER = regex(
    rf"\bturnover (?:rate )?(?:of|was|is|ran at|runs at|stood at|reached|hit) {ABOUT}$"
)
_LEAVING = regex(
    r"\b(?:(?:of (?:them|(?:(?:its|the|their) )?[a-z-]+)|staff|workers|people|employees|who)"
    r" (?:have |had |has )?(?:left|quit|leave|resigned|departed|walked out)|retain(?:s|ing)? staff"
    r"|staff retention|leavers)\b"
)


def by_leavers(site: Site) -> Guess[str] | None:
    """The share of those who left, or of a staff that turned over; None elsewhere."""
    if not site.is_share:
        return None
    if _TURNOVER.search(site.before) and _LEAVING.search(f"{site.earlier} {site.before}"):
        return Guess("Staff turnover")
    left = _LEFT.match(site.behind)
    share = by_share(site) if left else None
    if left is None or share is None or not share.value.startswith("Share of "):
        return None
    return Guess(f"{share.value.removesuffix(' ' + left['deed'])} who {left['deed']}", share.doubt)
