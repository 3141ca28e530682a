"""What sums go to or are saved by, said by a subject: fuel took £71mn, tariffs that will cost.

Marine fuel took | £71mn |; US tariffs, which we expect to cost | £6mn |; the ship would be laid up,
saving | £3mn |.
"""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_SUM = rf"{ABOUT}[A-Z]{{0,3}}[$€£¥]?$"
_COSTLY = (
    r"(?:fuel|energy|power|electricity|gas|oil|diesel|wages|salaries|pay|labou?r|staff|rents?|freight"
    r"|interest|tax(?:es)?|dut(?:y|ies)|tariffs|levies|levy|allowances|permits|insurance|maintenance"
    r"|repairs|materials|steel|grain|packaging|shipping|transport|logistics|advertising|marketing"
    r"|royalties|fees|charges|fines|pensions?|bonuses|costs|expenses|overheads|depreciation)"
)
# Marine fuel and carbon allowances took | £71mn
_TOOK = regex(
    rf"(?:^|[.;:] |, (?:while|and|but) )(?:The |the |Its |its )?"
    rf"(?P<what>(?:[A-Za-z][\w-]* ){{0,4}}?{_COSTLY})"
    rf" (?:took|takes|absorbed|absorbs|swallowed|swallows|ate up|eats up|consumed|claimed"
    rf"|set it back) {_SUM}",
    re.IGNORECASE,
)
_WHO = r"(?:we|it|they|management|(?:the|its) [a-z]+|[A-Z][\w’'&-]+)"
_TO_COST = (
    rf", which (?:{_WHO} (?:\w+ly )?"
    r"(?:expects?|estimates?|reckons?|thinks?|believes?|says?|said|fears?)"
    rf"(?: (?:that )?(?:it|they))?|(?:is|are) (?:expected|estimated|set|likely))?"
    rf" ?(?:to|will|would|could|should|may) cost (?:it |us |them )?{_SUM}"
)
_ARTICLE = r"(?:(?:the|an?|its|our|their|these|those) )?"
# The outlook assumes that US tariffs stay at current levels, which we expect to cost | £60 million
_ASSUMED = regex(
    rf"\b(?:assum(?:es?|ing)|provided|presum(?:es?|ing)) (?:that )?{_ARTICLE}"
    r"(?P<what>(?:[\w’'-]+ ){1,4}?)(?:will )?"
    r"(?:stay|remain|continue|persist|last|hold|come|rise|fall"
    rf"|take|apply|increase)s?\b[^,;]*{_TO_COST}"
)
# It will pay for US tariffs, which it expects to cost | £60 million
_WHICH = regex(
    rf"\b(?:of|for|from|by|on|with|include[sd]?|including|faces?|despite|are|is) {_ARTICLE}"
    rf"(?P<what>(?:[\w’'-]+ ){{0,3}}?(?:{_COSTLY}|[a-z]+s)){_TO_COST}"
)
_GERUNDS = {
    "laid up": "laying up", "closed": "closing", "shut": "closing", "sold": "selling",
    "scrapped": "scrapping", "idled": "idling", "mothballed": "mothballing", "cut": "cutting",
    "retired": "retiring", "withdrawn": "withdrawing", "halted": "halting", "merged": "merging",
    "moved": "moving", "replaced": "replacing", "cancelled": "cancelling", "dropped": "dropping",
}  # fmt: skip
_SAVING = rf"[^;]*, (?:saving|which (?:will|would|should) save) (?:it |them )?{_SUM}"
_NOUN = r"(?P<what>[A-Za-z][\w’'-]*(?: (?!that\b|and\b)[\w’'-]+){0,3}?)"
# The Portpatrick, a 34-year-old vessel, would be laid up over the winter, saving | £3mn
_UNDONE = regex(
    rf"\b(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir|[Oo]ur) {_NOUN}(?:, [^,;]{{3,40}},)? "
    rf"(?:will|would|is to|are to|was to|were to|has|have|had|is|are) (?:be |been |being )?"
    rf"(?P<done>{'|'.join(_GERUNDS)})\b{_SAVING}"
)


# Converting a shed for 32,000 birds costs a farmer some | £900,000
_DOING_COSTS = regex(
    r"(?:^|[.;:] |, (?:and|but|while) )"
    r"(?P<what>[A-Z]?[a-z]+ing (?:an?|the|its|one|each|up)\b[^;.:]{2,50}?)"
    r" (?:now |typically |usually |can |will |would )?costs? "
    rf"(?:(?:an?|the|its) [a-z]+ |them |it |[A-Z][\w’'-]+ )?{_SUM}"
)
# The price of wheat has dropped by a fifth, which saved the firm about | £7m
_WHICH_SAVED = regex(
    r", (?:which|a (?:step|move|change|drop|fall) that) (?:has |have )?sav(?:ed|es|ing)"
    rf" (?:it |them |us |the [a-z]+ |[A-Z][\w’'-]+ )?{_SUM}"
)
_MOVED = regex(r"Change in |.* (?:change|growth|reduction)$")


def _saving(site: Site, saved: re.Match[str]) -> str:
    """What was saved, by what its sentence says to have moved."""
    before = [one for one in site.figures[: site.number] if one.end <= saved.start()]
    names = [sure_of(site, one) for one in before]
    moved = next((name for name in reversed(names) if _MOVED.match(name)), "")
    return f"Savings from {lowered(moved, site.text)}" if moved else "Savings"


def by_what_costs(site: Site) -> Guess[str] | None:
    """What a sum goes to, or what saves it, by the subject of its sentence."""
    if not site.is_money or "share" in site.figure.per:
        return None
    before, text = site.before, site.text
    for pattern in () if site.figure.per else (_TOOK, _ASSUMED, _WHICH):
        if found := pattern.search(before):
            return Guess(f"Cost of {lowered(found['what'].strip(), text)}")
    if not site.figure.per and (done := _DOING_COSTS.search(before)):
        what = re.sub(r"\b(?:an?|the|its|their) ", "", done["what"])
        return Guess(f"Cost of {what[:1].lower()}{what[1:]}")
    if saved := _WHICH_SAVED.search(before):
        return Guess(_saving(site, saved))
    if found := _UNDONE.search(before):
        article = "the " if found["what"][0].isupper() else ""
        return Guess(f"Savings from {_GERUNDS[found['done']]} {article}{found['what']}")
    return None
