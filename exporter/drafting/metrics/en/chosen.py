"""What people chose in a share of something, and so has that share of it.

A gift wrapping service, which shoppers chose for | 12% | of orders.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, phrase_of
from exporter.drafting.metrics.en.phrases_right import words_right
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.tokens import Token
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

# The gift wrapping service, |which shoppers chose for about| 12% of orders
_CHOSEN = regex(
    r"(?P<what>(?:[\w&’'/-]+ ){0,6}[\w&/-]+), which (?:[a-z-]+ ){1,4}?(?:now |already )?"
    r"(?:(?:have|has|had) )?(?:elected|chose|chosen|selected|used|took|taken|ordered|added|booked"
    r"|bought|picked|opted for|requested|adopted|accepted|prescribed|installed|specified)(?: it)?"
    rf" (?:in|for|on|at|with|during) {ABOUT}$"
)
_LEAD = regex(
    r".*\b(?:of|by|the|an?|its|our|their|to|for|with|in|on|from|at|and|was|is|were|are|\w+[’']s) "
)
_OF = regex(r" of ")


def by_chosen(site: Site) -> Guess[str] | None:
    """The share that something has of what it was chosen for."""
    found = _CHOSEN.search(site.before) if site.is_share and _OF.match(site.behind) else None
    if found is None:
        return None
    what = phrase_of(_words(site, found.start("what"), found.end("what")), site.names)
    whole = phrase_of(words_right(site.tokens, site.at + 2), site.names)
    if not what or not whole:
        return None
    owner = f"{what}'" if what.endswith("s") else f"{what}'s"
    return Guess(f"{owner} share of {lowered(whole, site.text)}")


def _words(site: Site, start: int, end: int) -> list[Token]:
    """The words between two places, behind the last one that leads to a noun."""
    lead = _LEAD.match(site.text, start, end)
    first = lead.end() if lead else start
    return [token for token in site.tokens if first <= token.start and token.end <= end]
