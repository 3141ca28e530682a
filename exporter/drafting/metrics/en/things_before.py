"""What things brought in or made of which the sentence before speaks, taken up by a pronoun.

The crematoria are where the money is. They brought in | £41m |; the plans arm is small. It made
| £3m |; its 14 hotels had a good year. They took | £30m |, up | 8% |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import AGENTS, FLOWS, METRICS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_VERBS = {
    "brought in": "revenue", "bring in": "revenue", "brings in": "revenue", "took in": "revenue",
    "took": "revenue", "take": "revenue", "takes": "revenue", "generated": "revenue",
    "generate": "revenue", "contributed": "revenue", "turned over": "revenue", "sold": "sales",
    "made": "earnings", "make": "earnings", "makes": "earnings", "earned": "earnings",
    "earn": "earnings", "earns": "earnings", "lost": "loss", "lose": "loss", "loses": "loss",
}  # fmt: skip
_ALSO = r"(?: (?:together|alone|now|also|both|each year|last year|between them|still))*"
# |Last year they also| brought in £41m |; they took £41m and made| £14m
_TAKEN_UP = regex(
    r"^(?:(?:But|And|Yet|Together|Between them|Combined|Last year|This year|In [^,;]{2,24}),? )?"
    rf"(?P<who>[Tt]hey|[Tt]hese|[Tt]hose|[Ii]t){_ALSO}"
    r"(?: [^;.]*?,? (?:and|but)(?: (?:they|it))?)?"
    rf" (?P<verb>{'|'.join(sorted(_VERBS, key=len, reverse=True))}) {ABOUT}\W?$"
)
_OF_FLOW = regex(
    r"(?: last year| a year)? (?:of|in) (?:(?:annual|yearly|adjusted|underlying|pre-tax) )?"
    rf"(?P<flow>{FLOWS}|(?:operating |pre-tax |net |gross )?(?:profits?|earnings|income|rents?))\b"
)
# A sum that goes to somebody, or is part of another one, is told otherwise.
_OF_OTHER = regex(r" (?:of|from|for|out of) (?:the|its|their|that|this|a|an)\b")
_LEAD = r"^(?:(?:But|And|Yet|Then|Now|So) )?(?:[Tt]he |[Ii]ts |[Tt]heir |[Oo]ur |[A-Z]\w+[’']s )?"
_NUMBER = r"(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens of)"
_PHRASE = r"(?P<what>[A-Za-z][a-z-]+(?: (?!are\b|have\b|were\b|had\b)[a-z][a-z-]+){0,2}?)"
_MANY = regex(
    rf"(?:{_LEAD}|\b(?:says?|said|that) (?:the|its|their) )(?:{_NUMBER} )?{_PHRASE}"
    r"(?:,? (?:which|that|where|in|at|on) [^;.]*?)?"
    r" (?P<verb>are|were|have|had|do|did|remain|remained|proved|fared|tend|look|account|make)\b"
)
_OF_MANY = frozenset({"are", "were", "have", "do", "remain", "tend", "look", "account", "make"})
# Acme runs 31 crematoria|
_HAVING = frozenset("has owns runs operates had ran owned operated".split())
_HAS = regex(
    rf"\b(?P<verb>{'|'.join(sorted(_HAVING))}) (?:some |about |around |only |just )?{_NUMBER}"
    rf" {_PHRASE}(?: (?:in|on|at|across|around) [^;,.]{{2,40}})?\W*$"
)
_ONE = regex(
    rf"{_LEAD}(?P<what>(?!same |whole |rest |core )[A-Za-z][\w&-]*(?: [a-z][a-z-]*){{0,2}}?)"
    r" (?:business|division|unit|arm|segment|operation|side|offshoot)"
    r" (?:is|was|has|had|remains|remained|did|does|proved|fared|looks)\b"
)
# Somebody, and measures: they are told of otherwise.
_NOBODY = AGENTS | METRICS | frozenset(
    """
    analysts shares brokers bosses directors shareholders rivals results trading figures numbers
    things times years months weeks days conditions people hopes fears others critics unions
    competitors owners founders managers employees neighbours residents ministers councils lenders
    banks funds prospects bulls bears they these those we you
    """.split()
)  # fmt: skip


def by_thing_before(site: Site) -> Guess[str] | None:
    """The name of what such things made; None elsewhere."""
    taken = _TAKEN_UP.search(site.before) if site.is_money and site.earlier else None
    if taken is None or site.figure.per or _OF_OTHER.match(site.behind):
        return None
    is_one = taken["who"].lower() == "it"
    things = _one(site) if is_one else _many(site)
    if not things:
        return None
    flow = _OF_FLOW.match(site.behind)
    measure = flow["flow"] if flow else _VERBS[taken["verb"]]
    is_known = {things.lower(), f"the {things.lower()}"} & {*site.names}
    name = measure if is_known else f"{lowered(things, site.earlier)} {measure}"
    return Guess(sentence_case([name]))


def _many(site: Site) -> str:
    """Several things of which the sentence before speaks, one of them: crematoria, hotel."""
    found = _MANY.search(site.earlier) or _HAS.search(site.earlier)
    last = found["what"].split()[-1].lower() if found else ""
    if found is None or last in _NOBODY or last.endswith(("ss", "us", "ing", "ly")):
        return ""
    if not last.endswith("s"):
        return found["what"] if found["verb"] in _OF_MANY | _HAVING else ""
    return found["what"] if found["what"].lower() in site.names else one_of(found["what"])


def _one(site: Site) -> str:
    """A part of a company that is called so, of which the sentence before speaks."""
    found = _ONE.search(site.earlier)
    return found["what"] if found and found["what"].lower() not in AGENTS else ""
