"""What is told of each of several, and of the average one: cost, size, age, length.

Two ships, each costing about | $650m | and carrying | 750 | guests; £2m, or about | £2,280 | each;
the average Briton eats | 203 | eggs a year; the average contract runs for | 4.2 years |.
"""

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.bearers import one_of
from exporter.drafting.metrics.en.changes import singular
from exporter.drafting.metrics.en.irregular import regular_participle
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import sure_of
from exporter.drafting.metrics.en.wordings import (
    COUNTED,
    MONEY,
    Found,
    counted,
    either,
    money,
    rule_of,
    share,
    wording,
)
from exporter.drafting.metrics.en.words import SMALL_WORD
from exporter.engine.regex import regex
from exporter.evidence.noun_phrases_en import noun_phrase

_HOLDS = frozenset("carrying employing holding seating housing with having producing".split())


def _each(found: Found) -> str:
    site = found.site
    doing, one = found["next"] or found["first"], one_of(found["things"])
    if site.is_money and doing in {"costing", "worth"}:
        return f"{'Cost' if doing == 'costing' else 'Value'} per {one}"
    held = noun_phrase(site.figure.noun) if site.is_counted and doing in _HOLDS else []
    return sentence_case([f"{' '.join(held)} per {one}"]) if held else ""


_WHOM = regex(r"\b(?:[Ss]taff|[Ee]mployees|[Ww]orkers|[Pp]eople|[Mm]embers|[Cc]olleagues)\b")


def _a_head(found: Found) -> str:
    """What the sum before is for each of those told since."""
    site = found.site
    sums = [one for one in site.figures[: site.number] if one.dimension == site.figure.dimension]
    name = sure_of(site, sums[-1]) if sums else ""
    is_named = name and (name.endswith("per person") or _WHOM.search(site.before))  # in_full.py
    return name if is_named or not name else f"{name} per person"


def _average(found: Found) -> str:
    """How much one of a kind does on average."""
    held = noun_phrase(found.site.figure.noun)
    done = regular_participle(found["verb"])
    return sentence_case([f"{' '.join(held)} {done} per {found['who']}"]) if held else ""


def _average_paid(found: Found) -> str:
    kinds = {"p": "payment", "s": "spending", "e": "earnings"}
    return f"{found['mean'].capitalize()} {kinds[found['verb'][0]]} per {found['who']}"


by_each_one = rule_of(
    # Two ships, each costing about | $650m | and carrying | 750 | guests
    wording(
        either(MONEY, COUNTED),
        before=r"(?P<things>[a-z]+s)(?: (?:in|at|on|for) [^,;.0-9]{2,30}?)?,? (?:and )?each"
        r" (?:one )?(?P<first>costing|carrying|employing|worth|holding|seating|housing|with|having"
        r"|producing)(?P<on> [^;.]*? and (?P<next>costing|carrying|employing|holding|seating"
        rf"|housing|producing))? {ABOUT}$",
        name=_each,
    ),
    # Handed £2.1m of it to its 920 staff, or about | £2,280 | each
    money(
        before=rf",? (?:or|equal to|equivalent to|which is) {ABOUT}$",
        behind=r" (?:each|apiece|a head|per head|per person)\b",
        name=_a_head,
    ),
    # The average resident paid | £1,310 | a week
    money(
        before=r"\b(?:[Tt]he|[Aa]n) (?P<mean>average|typical) (?P<who>[a-z]+(?<!s)(?: [a-z]+"
        rf"(?<!s))?) (?:now |already )?(?P<verb>pays?|paid|spends?|spent|earns?|earned) {ABOUT}$",
        name=_average_paid,
    ),
    # The average Briton eats | 203 | eggs a year
    counted(
        before=r"\b(?:[Tt]he average|[Aa]n average|[Tt]he typical|[Ee]ach|[Ee]very)"
        r" (?P<who>[A-Za-z][\w-]*(?: [a-z]+)?) (?:now |still )?"
        r"(?P<verb>eats|drinks|buys|uses|takes|makes|watches|visits|reads|owns|plays|sends|orders)"
        rf" {ABOUT}$",
        name=_average,
    ),
)


def _is_span(dimension: str) -> bool:
    return "time" in dimension


def _age(found: Found) -> str:
    is_age = found.site.behind.startswith((" old", " years old"))
    return f"Average age of {found['what']}" if is_age else ""


def _length(found: Found) -> str:
    what = found["what"]
    many = f"{what[:-1]}ies" if what.endswith("cy") else f"{what}s"
    return f"Average length of {many}"


def _moved(found: Found) -> str:
    cut = "reduction" if found.site.figure.value > 0 else "change"
    return f"Average {singular(found['what'])} {'increase' if found['up'] else cut}"


by_average = rule_of(
    # Will also raise fees by an average of | 5.5 per cent
    share(
        before=r"\b(?:(?P<up>rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|increas(?:e|es|ed|ing)"
        r"|put(?:s|ting)? up|push(?:es|ed|ing)? up)"
        r"|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?"
        r"|bring(?:s|ing)? down|brought down)"
        rf" (?:(?:its|their|the|his|her|our|all) )?(?P<what>(?:{SMALL_WORD} ){{0,2}}?{SMALL_WORD})"
        rf"(?: again)? by (?:an|the) average of {ABOUT}$",
        name=_moved,
    ),
    # The average school bus in America is more than | 11 years | old
    wording(
        _is_span,
        before=r"\b[Tt]he average (?P<what>[a-z][a-z-]*(?: [a-z][a-z-]*){0,2}?"
        r"(?: (?:in|on|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?)"
        rf" (?:is|was|are) (?:now |already |still )?{ABOUT}$",
        name=_age,
    ),
    # The average new contract runs for | 4.2 years
    wording(
        _is_span,
        before=rf"\b[Tt]he average (?P<what>(?:{SMALL_WORD} ){{0,2}}?(?:contract|lease|agreement"
        r"|loan|tenancy|stay|subscription|policy)) (?:now )?(?:runs?|lasts?|ran|lasted)(?: for)?"
        rf" {ABOUT}$",
        name=_length,
    ),
)
