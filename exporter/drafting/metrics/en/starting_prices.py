"""The price from which English text says that something is sold: a line that starts at | $2,199."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_STARTS = regex(rf"\b(?:starts?|started|starting|begins?|beginning) (?:at|from) {ABOUT}$")
_WORDS = r"(?P<what>[\w’'&-]+(?: [\w’'&-]+){0,3}?)"
_OF_WHAT = (
    # The Meridian line, which | starts at; the tour, starting at.
    regex(rf"\b(?i:the|its|their|our|his|her|an?) {_WORDS}, (?:which |that |whose prices? )?"
               r"(?:now |still |also )?(?:start|begin)\w* (?:at|from)[^,;]*$"),
    regex(rf"\b[Pp]rices? (?:for|of|on) (?:the |its |their |an? )?{_WORDS} "
               r"(?:now |still |also |will |would )?(?:start|begin)\w* (?:at|from)[^,;]*$"),
    regex(r"(?:^|[,;] |\band |\bbut |\bwhile |\bthat )(?:(?i:the|its|their|our|an?) )?"
               rf"{_WORDS} "
               r"(?:now |still |also |will |would )?(?:start|begin)s? (?:at|from)[^,;]*$"),
)  # fmt: skip
# Its health plan, for which owners pay | 16.50 | a month
_PAID_FOR = regex(
    r"(?:['’]s|\b[Tt]he|\b[Ii]ts|\b[Aa]n?|\b[Tt]heir|\b[Oo]ur) "
    rf"(?P<what>[a-z][\w-]*(?: [a-z][\w-]*){{0,3}}?), for which [a-z]+ (?:now |still )?pay {ABOUT}$"
)
_NOTHING = regex(r"(?:it|they|this|that|which|prices?|pricing|bidding|bids?)$", re.IGNORECASE)
_WHOSE = regex(r"^(?:whose|which|that) |^[A-Z][\w&-]*['’]s? (?=[a-z])")
_LARGE = regex(r"(?:[mb]n?|million|billion|trillion)$", re.IGNORECASE)


def by_starting_price(site: Site) -> Guess[str] | None:
    """A starting price, and of what it is, where the clause says so."""
    if site.is_money and (paid := _PAID_FOR.search(site.before)):
        return Guess(sentence_case([f"{paid['what']} price"]))
    if not site.is_money or not _STARTS.search(site.before) or _LARGE.search(site.figure.text):
        return None
    for pattern in _OF_WHAT:
        found = pattern.search(site.before)
        if found is None or _NOTHING.match(found["what"]):
            continue
        what = _WHOSE.sub("", found["what"])
        is_known = what.lower() in site.names
        first = what.split()[0]
        is_common = found.start("what") == 0 and first[1:].islower() and len(what.split()) == 1
        said = what[0].lower() + what[1:] if is_common else what
        return Guess("Starting price" if is_known else f"Starting price of {said}")
    return Guess("Starting price")
