"""Places named by what stands in them, sums by what cost them: words before tell which is meant.

Smart lockers installed at | 40 branches |; hurt by a strike, which the firm said cost it | $3m |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import AGENTS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_PLACES = (
    r"(?:sites|stores|shops|branches|hotels|restaurants|pubs|clinics|hospitals|schools|stations"
    r"|homes|depots|warehouses|plants|factories|offices|outlets|centres|centers|airports|ports"
    r"|cinemas|gyms|car parks|supermarkets|pharmacies|locations|terminals)"
)
# Nothing but what is there and that it is: not "were installed", which somebody did at a time.
_THERE = regex(
    r"^\W*(?!(?:It|We|They|The|This|These|That|He|She|Which|And|But)\b)"
    r"(?P<what>[A-Z][a-z-]+(?: [a-z][a-z-]*){1,3}?) (?:(?:is|are|now|already|has been|have been) )*"
    rf"(?:installed|fitted|introduced|rolled out|available|in place|live) (?:at|in|across) {ABOUT}$"
)
_THESE_PLACES = regex(rf" (?P<places>(?:[a-z-]+ )?{_PLACES})(?=[,.;]|$| (?:by|at|across|in)\b)")
_VERBAL = regex(r" (?:was|were|be|been|is|are|has|have|had|and|or|which|that|we|it|they)\b")
_SAYS = r"(?:said|says|estimated|estimates|reckoned|reckons|expected|expects)"
_SOMEBODY = r"(?:it|he|she|they|the \w+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
# Offset by tariffs, which the company said had cost it | $6 million
_COST_IT = regex(
    r"\b(?:by|from|of|to|with|the|an?|its|for|after|despite) "
    r"(?P<what>(?!(?:the|an?|its|their) )[a-z][a-z-]*(?: [a-z][a-z-]*)?), which"
    rf" {_SOMEBODY} {_SAYS} (?:(?:had|has|have|would|will|could) )?cost (?:it|them|us) {ABOUT}$"
)


def by_what_is_there(site: Site) -> Guess[str] | None:
    """The name of places by what is in them, of a sum by what cost it."""
    if site.is_money:
        cost = _COST_IT.search(site.before)
        return Guess(f"Cost of {cost['what']}") if cost is not None else None
    there, places = _THERE.match(site.before), _THESE_PLACES.match(site.behind)
    if not site.is_counted or there is None or places is None:
        return None
    words = there["what"].lower()
    if words in site.names or _VERBAL.search(words) or words.split()[-1] in AGENTS:
        return None
    return Guess(f"{sentence_case([places['places']])} with {lowered(there['what'], site.text)}")
