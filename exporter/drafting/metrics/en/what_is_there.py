"""Places named by what stands in them, sums by what cost them, people by what befell them.

Smart lockers installed at | 40 branches |; the Halo range, which is stocked in | 900 showrooms |;
hurt by a strike, which the firm said cost it | $3m |; hard for the | 140 colleagues | affected.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import AGENTS, ARTICLES, PREPOSITIONS
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


# The closure of our foundry was hard for the | 140 colleagues | affected
_AFFECTED = regex(
    r" (?P<who>(?:[a-z-]+ )?(?:colleagues|employees|workers|staff|people|jobs|customers"
    r"|families|members|households|residents|tenants|passengers|patients|suppliers|farmers))"
    r" (?:directly )?(?:affected|concerned|involved)\b(?! (?:by|in|with)\b)"
)
_DEED = regex(
    r"\b[Tt]he (?P<what>(?:planned |proposed )?(?:closure|shutdown|relocation|sale|merger|strike"
    r"|recall|fire|restructuring|reorganisation|transfer|outage|breach|move|cancellation|loss) of"
    r" (?P<its>(?:our|its|their|the|a|an) )?(?:[\w’'-]+ ){0,3}?[\w’'-]+)"
    r" (?:was|is|has|had|will|would|made|makes|meant|means|came|remains|caused)\b"
)
# The Halo range, which is now stocked in | 900 showrooms
_SOLD_IN = regex(
    r"(?:^|[ “\"])(?P<what>(?:[A-Za-z][\w’'-]* ){0,3}?[A-Za-z][\w’'-]*)(?:, (?:which|that)| that)?"
    r" (?:is|are|was|were|has been|have been)(?: (?:now|already|currently|today|also|still|being))?"
    r" (?P<done>stocked|sold|used|carried|offered|served|listed|displayed|available)"
    rf" (?:in|at|by|across) {ABOUT}$"
)
_HAVING = {
    "stocked": "stocking", "sold": "selling", "used": "using", "carried": "carrying",
    "offered": "offering", "served": "serving", "listed": "listing", "displayed": "displaying",
    "available": "with",
}  # fmt: skip
_WHERE = regex(
    r" (?P<places>(?:(?!(?:in|at|by|of|and|or)\b)[a-z-]+ ){0,2}?[a-z-]+s)(?=[,.;)]|$"
    r"| (?:by|at|across|in|and|up|on|around|worldwide|nationwide)\b)"
)
_POINTS = frozenset("it they them this these that those which we who and or but".split())


def _affected(site: Site) -> str:
    """People by what befell them: colleagues affected by the closure of a foundry."""
    who = _AFFECTED.match(site.behind)
    *_, deed = (None, *_DEED.finditer(site.before))
    if who is None or deed is None:
        return ""
    what = deed["what"].replace(deed["its"] or "\0", "")
    return f"{sentence_case([who['who']])} affected by {what}"


def _selling(site: Site) -> str:
    """Places by what they sell, use or have, where the words before tell of that."""
    sold, places = _SOLD_IN.search(site.before), _WHERE.match(site.behind)
    if sold is None or places is None:
        return ""
    words = _OF_IT.split(sold["what"])[-1].split()
    while words and words[0].lower() in ARTICLES | {"new"}:
        words.pop(0)
    said = " ".join(words)
    is_thing = words and not {word.lower() for word in words} & (_POINTS | AGENTS | PREPOSITIONS)
    if not is_thing or said.lower() in site.names:
        return ""
    named = lowered(said, site.before[1:])
    return f"{sentence_case([places['places']])} {_HAVING[sold['done']]} {named}"


_OF_IT = regex(r"\b(?:of|from|for|with|by|to|in|on|at) ")


def by_what_is_there(site: Site) -> Guess[str] | None:
    """The name of places by what is in them, of a sum by what cost it."""
    if site.is_money:
        cost = _COST_IT.search(site.before)
        return Guess(f"Cost of {cost['what']}") if cost is not None else None
    if not site.is_counted:
        return None
    if told := _affected(site) or _selling(site):
        return Guess(told)
    there, places = _THERE.match(site.before), _THESE_PLACES.match(site.behind)
    if there is None or places is None:
        return None
    words = there["what"].lower()
    if words in site.names or _VERBAL.search(words) or words.split()[-1] in AGENTS:
        return None
    return Guess(f"{sentence_case([places['places']])} with {lowered(there['what'], site.text)}")
