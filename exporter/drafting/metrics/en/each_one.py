"""What one of several has or costs, and what the average one of a kind does in a year.

Two ships, each costing about | $650m | and carrying | 750 | guests; £2m, or about | £2,280 | each;
the average Briton eats | 203 | eggs a year; the average resident paid | £1,310 | a week.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.irregular import regular_participle
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import noun_phrase

_EACH = regex(
    r"(?P<things>[a-z]+s)(?: (?:in|at|on|for) [^,;.0-9]{2,30}?)?,? (?:and )?each (?:one )?"
    r"(?P<first>costing|carrying|employing|worth|holding|seating|housing|with|having|producing)"
    r"(?P<on> [^;.]*? and (?P<next>costing|carrying|employing|holding|seating|housing"
    rf"|producing))? {ABOUT}$"
)
_HOLDS = frozenset("carrying employing holding seating housing with having producing".split())


def by_each_one(site: Site) -> Guess[str] | None:
    """The name of what is told of each, or of the average one; None elsewhere."""
    name = _each(site)
    if not name and site.is_money:
        name = _a_head(site) or _average_paid(site)
    elif not name and site.is_counted:
        name = _average(site)
    return Guess(name) if name else None


def _each(site: Site) -> str:
    found = _EACH.search(site.before)
    if found is None:
        return ""
    doing, one = found["next"] or found["first"], one_of(found["things"])
    if site.is_money and doing in {"costing", "worth"}:
        return f"{'Cost' if doing == 'costing' else 'Value'} per {one}"
    held = noun_phrase(site.figure.noun) if site.is_counted and doing in _HOLDS else []
    return sentence_case([f"{' '.join(held)} per {one}"]) if held else ""


# Handed £2.1m of it to its 920 staff, or about | £2,280 | each
_OR = regex(rf",? (?:or|equal to|equivalent to|which is) {ABOUT}$")
_WHOM = regex(r"\b(?:[Ss]taff|[Ee]mployees|[Ww]orkers|[Pp]eople|[Mm]embers|[Cc]olleagues)\b")
_HEAD = regex(r" (?:each|apiece|a head|per head|per person)\b")


def _a_head(site: Site) -> str:
    """What the sum before is for each of those told since."""
    if not _OR.search(site.before) or not _HEAD.match(site.behind):
        return ""
    sums = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    name = sure_of(site, sums[-1]) if sums else ""
    is_named = name and (name.endswith("per person") or _WHOM.search(site.before))  # in_full.py
    return name if is_named or not name else f"{name} per person"


# The average Briton eats | 203 | eggs a year
_EATS = regex(
    r"\b(?:[Tt]he average|[Aa]n average|[Tt]he typical|[Ee]ach|[Ee]very)"
    r" (?P<who>[A-Za-z][\w-]*(?: [a-z]+)?) (?:now |still )?"
    r"(?P<verb>eats|drinks|buys|uses|takes|makes|watches|visits|reads|owns|plays|sends|orders)"
    rf" {ABOUT}$"
)


def _average(site: Site) -> str:
    """How much one of a kind does on average."""
    found = _EATS.search(site.before)
    if found is None:
        return ""
    held = noun_phrase(site.figure.noun)
    done = regular_participle(found["verb"])
    return sentence_case([f"{' '.join(held)} {done} per {found['who']}"]) if held else ""


# The average resident paid | £1,310 | a week
_PAID = regex(
    r"\b(?:[Tt]he|[Aa]n) (?P<mean>average|typical) (?P<who>[a-z]+(?<!s)(?: [a-z]+(?<!s))?)"
    rf" (?:now |already )?(?P<verb>pays?|paid|spends?|spent|earns?|earned) {ABOUT}$"
)


def _average_paid(site: Site) -> str:
    """What one of a kind pays, spends or earns on average."""
    found = _PAID.search(site.before)
    if found is None:
        return ""
    kinds = {"p": "payment", "s": "spending", "e": "earnings"}
    return f"{found['mean'].capitalize()} {kinds[found['verb'][0]]} per {found['who']}"
