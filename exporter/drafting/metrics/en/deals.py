"""What a company or a business that is named was bought or sold for, in English text.

The acquisition of Delmar Valve for an initial consideration of | $32 million; bought Elbe, a German
laundry that had sales of $9 million, for | $12 million; paid | $1.3 billion | for Corgan.
"""

from exporter.drafting.exactness import ABOUT_FURTHER
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.metrics.en.words import A_NAME, AGENTS
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_MONEY = r"[A-Z]{0,3}[$€£¥]?$"
_BOUGHT = (
    r"(?:acquisition|purchase|takeover|[Aa]cquir(?:e|ed|es|ing)|[Bb](?:uy|uys|ought|uying)"
    r"|[Pp]urchas(?:ed|es|ing)|sale|disposal|[Ss](?:old|ell|ells|elling)|divest(?:ed|ment)"
    r"|dispos(?:al|ed))"
)
# The acquisition of Delmar Valve, based in Texas, for an initial consideration of | $32m
_CONSIDERATION = regex(
    rf"\b(?P<deal>{_BOUGHT})(?: of)? (?P<whom>{A_NAME})(?:,? [^;.]{{0,60}}?)?,? for "
    r"(?:an?|the) (?P<kind>(?:(?:initial|upfront|up-front|total|cash|maximum|deferred|aggregate"
    r"|headline|net|gross|purchase|overall) )*)(?P<what>consideration|price|sum|payment|outlay)"
    rf"(?: in cash)? of {ABOUT_FURTHER}\W?$"
)
# The purchase of Swedish software firm Norlund, bought Danish rival Norvik, for | 18 million
_OF_A_KIND = regex(
    rf"\b(?P<deal>{_BOUGHT})(?: of)? (?:the |an? )?(?:[A-Za-z][\w-]* ){{0,4}}?"
    r"(?!(?:of|in|from|at|by|to|with|and|for|on|near|its|their) )[a-z][\w-]+ "
    rf"(?P<whom>{A_NAME})(?: last \w+| in \w+)? for {ABOUT_FURTHER}{_MONEY}"
)
# Bought Elbe Textil, a German laundry with 90 staff, or which had sales of $9m, for | 12 million
_WITH_ASIDE = regex(
    rf"\b(?P<deal>{_BOUGHT})(?: of)? (?P<whom>{A_NAME})"
    r"(?:, (?:an?|the|one|its|which|whose|based"
    rf"|formerly|founded|announced)\b(?:[^;.]|\.(?=[0-9]))*?)?(?: to {A_NAME})?"
    rf"(?: last \w+)?,? for {ABOUT_FURTHER}{_MONEY}"
)
# Bought the jewellery business in 2023 for | $19 million
_OF_A_PART = regex(
    rf"\b(?P<deal>{_BOUGHT})(?: of)? (?:the|its|their|an?) (?P<whom>(?:[\w&’'-]+ ){{0,3}}?"
    r"(?:business|division|unit|arm|brand|chain|plant|factory|mine|stake|site|operations?|portfolio"
    r"|rights|company|firm|maker|brewery|hotel|mill|fleet))(?: (?:last|this) \w+| in"
    rf" (?:[A-Z][a-z]+ )?(?:19|20)[0-9]{{2}}| in [A-Z][a-z]+)? for {ABOUT_FURTHER}{_MONEY}"
)
_AGAIN = regex(rf"\b(?:and|but|while)\b.*\b(?:{_BOUGHT}|pa(?:id|ys?))\b")
# Ardwell paid | 1.3 billion | for Corgan in 2021
_PAID = regex(rf"\b[Pp]a(?:id|ys?|ying) {ABOUT_FURTHER}{_MONEY}")
_FOR_WHOM = regex(
    rf" (?:in cash )?(?:for|to (?:buy|acquire)) (?P<whom>{A_NAME})"
    r"(?=[.,;]|$| (?:in|last|this|earlier|when|after|to|and|from|as|two|three|a)\b)"
)
_UNIT = regex(r" (?:a|an|per|each)\b")  # for 40 dollars a share
_NO_NAME = frozenset("christmas easter january february march april may june july august".split())


def by_deal(site: Site) -> Guess[str] | None:
    """The name of what somebody paid, or was paid, for a company that the words name."""
    if not site.is_money or _UNIT.match(site.behind):
        return None
    name = _of_a_consideration(site) or _of_a_price(site) or _paid_for(site)
    return Guess(name) if name else None


def _of_a_consideration(site: Site) -> str:
    found = _CONSIDERATION.search(site.before)
    if found is None:
        return ""
    what = "consideration" if found["what"] == "sum" else found["what"]
    return sentence_case([f"{lowered(found['kind'], site.text)}{what} for {found['whom']}"])


def _of_a_price(site: Site) -> str:
    patterns = (_WITH_ASIDE, _OF_A_KIND, _OF_A_PART)
    found = next(filter(None, (one.search(site.before) for one in patterns)), None)
    if found is None or _AGAIN.search(site.before[found.end("whom") :]):
        return ""
    if found["whom"] in {"company", "firm", "business", "stake"}:
        return ""
    kind = "Sale" if found["deal"].lower().startswith(("s", "d")) else "Purchase"
    return f"{kind} price of {found['whom']}"


def _paid_for(site: Site) -> str:
    found = _FOR_WHOM.match(site.behind) if _PAID.search(site.before) else None
    if found is None:
        return ""
    last = found["whom"].lower().split()[-1]
    return "" if last in AGENTS | _NO_NAME else f"Price paid for {found['whom']}"
