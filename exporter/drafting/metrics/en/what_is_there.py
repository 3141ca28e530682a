"""Places named by what stands in them, sums by what cost them, people by what befell them.

Smart lockers installed at | 40 branches |; the Halo range, which is stocked in | 900 showrooms |;
hurt by a strike, which the firm said cost it | $3m |; hard for the | 140 colleagues | affected.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.counted import counted_phrase
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.wordings import Found, counted, money, rule_of
from exporter.drafting.metrics.en.words import AGENTS, ARTICLES, PREPOSITIONS
from exporter.engine.regex import regex

_PLACES = (
    r"(?:sites|stores|shops|branches|hotels|restaurants|pubs|clinics|hospitals|schools|stations"
    r"|homes|depots|warehouses|plants|factories|offices|outlets|centres|centers|airports|ports"
    r"|cinemas|gyms|car parks|supermarkets|pharmacies|locations|terminals)"
)
_SAYS = r"(?:said|says|estimated|estimates|reckoned|reckons|expected|expects)"
_SOMEBODY = r"(?:it|he|she|they|the \w+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
_DEED = regex(
    r"\b[Tt]he (?P<what>(?:planned |proposed )?(?:closure|shutdown|relocation|sale|merger|strike"
    r"|recall|fire|restructuring|reorganisation|transfer|outage|breach|move|cancellation|loss) of"
    r" (?P<its>(?:our|its|their|the|a|an) )?(?:[\w’'-]+ ){0,3}?[\w’'-]+)"
    r" (?:was|is|has|had|will|would|made|makes|meant|means|came|remains|caused)\b"
)


def _affected(found: Found) -> str:
    """People by what befell them: colleagues affected by the closure of a foundry."""
    *_, deed = (None, *_DEED.finditer(found.site.before))
    if deed is None:
        return ""
    what = deed["what"].replace(deed["its"] or "\0", "")
    return f"{sentence_case([found['who']])} affected by {what}"


_HAVING = {
    "stocked": "stocking", "sold": "selling", "used": "using", "carried": "carrying",
    "offered": "offering", "served": "serving", "listed": "listing", "displayed": "displaying",
    "available": "with",
}  # fmt: skip
_POINTS = frozenset("it they them this these that those which we who and or but".split())
_OF_IT = regex(r"\b(?:of|from|for|with|by|to|in|on|at) ")


def _selling(found: Found) -> str:
    """Places by what they sell, use or have, where the words before tell of that."""
    words = _OF_IT.split(found["what"])[-1].split()
    while words and words[0].lower() in ARTICLES | {"new"}:
        words.pop(0)
    said = " ".join(words)
    is_thing = words and not {word.lower() for word in words} & (_POINTS | AGENTS | PREPOSITIONS)
    if not is_thing or said.lower() in found.site.names:
        return ""
    named = lowered(said, found.site.before[1:])
    return f"{sentence_case([found['places']])} {_HAVING[found['done']]} {named}"


_VERBAL = regex(r" (?:was|were|be|been|is|are|has|have|had|and|or|which|that|we|it|they)\b")


def _with(found: Found) -> str:
    words = found["what"].lower()
    if words in found.site.names or _VERBAL.search(words) or words.split()[-1] in AGENTS:
        return ""
    what = lowered(found["what"], found.site.text)
    return f"{sentence_case([found['places']])} with {what}"


def _lost(found: Found) -> str:
    """What was lost to something, or what it cost."""
    lost = found["lost"]
    what = lowered(found["what"], found.site.text)
    if lost:
        return sentence_case([f"{lost} lost to {what}"])
    return sentence_case([f"cost of {what}" if found["said"] else f"{what} cost"])


def _begun_with(found: Found) -> str:
    things = counted_phrase(found.site)
    return f"{things} in {found['what']}" if things else ""


by_what_is_there = rule_of(
    # After a strike at its kitchens that the company said had cost it | $6 million | in profit
    money(
        before=r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir) (?P<what>(?:[a-z-]+ )?(?:strikes?|walkouts?"
        r"|outages?|fires?|floods?|storms?|recalls?|boycotts?|lockouts?|shutdowns?|closures?|breach"
        r"|cyber-?attacks?|hacks?|attacks?|disputes?|disruption|delays?|droughts?|heatwaves?"
        r"|earthquakes?|bans?|glitch|failures?|accidents?|derailments?|crash|leaks?|outbreaks?"
        r"|hurricanes?|stoppages?))(?: (?:at|in|by|on|over|of|among) [^,;.]{2,50}?)?"
        rf"(?:,? which| that)(?P<said> {_SOMEBODY} {_SAYS})?(?: (?:had|has|have|would|will|could))?"
        rf" (?:cost|costs) (?:it|them|us|the [a-z]+) {ABOUT}$",
        behind=r"(?: (?:in|of) (?:lost )?(?P<lost>(?:(?:operating|pre-?tax|net|core|annual"
        r"|adjusted) )*(?:profits?|sales|revenues?|turnover|earnings|income|output|production"
        r"|ebitda|orders)))?",
        name=_lost,
    ),
    # The Lund contract, which started in July with | 40 trams
    counted(
        before=r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) (?P<what>(?:[A-Z][\w&’'-]* ){1,3}"
        r"(?:[a-z-]+ ){0,2}?(?:contract|concession|franchise|service|route|network|line|depot"
        r"|scheme|pilot|trial)), which (?:started|starts|began|begins|opened|opens|launched|kicked"
        rf" off|went live)(?: (?:in|on|last|this) [^,;.]{{2,25}}?)? with {ABOUT}$",
        name=_begun_with,
    ),
    # Offset by tariffs, which the company said had cost it | $6 million
    money(
        before=r"\b(?:by|from|of|to|with|the|an?|its|for|after|despite) "
        r"(?P<what>(?!(?:the|an?|its|their) )[a-z][a-z-]*(?: [a-z][a-z-]*)?), which"
        rf" {_SOMEBODY} {_SAYS} (?:(?:had|has|have|would|will|could) )?cost (?:it|them|us)"
        rf" {ABOUT}$",
        name="Cost of {what}",
    ),
    # The closure of our foundry was hard for the | 140 colleagues | affected
    counted(
        behind=r" (?P<who>(?:[a-z-]+ )?(?:colleagues|employees|workers|staff|people|jobs|customers"
        r"|families|members|households|residents|tenants|passengers|patients|suppliers|farmers))"
        r" (?:directly )?(?:affected|concerned|involved)\b(?! (?:by|in|with)\b)",
        name=_affected,
    ),
    # The Halo range, which is now stocked in | 900 showrooms
    counted(
        before=r"(?:^|[ “\"])(?P<what>(?:[A-Za-z][\w’'-]* ){0,3}?[A-Za-z][\w’'-]*)"
        r"(?:, (?:which|that)| that)? (?:is|are|was|were|has been|have been)(?: (?:now|already"
        r"|currently|today|also|still|being))? (?P<done>stocked|sold|used|carried|offered|served"
        rf"|listed|displayed|available) (?:in|at|by|across) {ABOUT}$",
        behind=r" (?P<places>(?:(?!(?:in|at|by|of|and|or)\b)[a-z-]+ ){0,2}?[a-z-]+s)(?=[,.;)]|$"
        r"| (?:by|at|across|in|and|up|on|around|worldwide|nationwide)\b)",
        name=_selling,
    ),
    # Smart lockers installed at | 40 branches |: not "were installed", which somebody did at a time
    counted(
        before=r"^\W*(?!(?:It|We|They|The|This|These|That|He|She|Which|And|But)\b)"
        r"(?P<what>[A-Z][a-z-]+(?: [a-z][a-z-]*){1,3}?) (?:(?:is|are|now|already|has been|have"
        r" been) )*(?:installed|fitted|introduced|rolled out|available|in place|live) (?:at|in"
        rf"|across) {ABOUT}$",
        behind=rf" (?P<places>(?:[a-z-]+ )?{_PLACES})(?=[,.;]|$| (?:by|at|across|in)\b)",
        name=_with,
    ),
)
