"""Further ones of what is counted: at another place, more when it reopens, one more every so often.

14 houses in London and a further | nine | in the regions; will reopen with | 200 | more seats;
wants | 100 | of them by 2029; sells a sandwich every | 0.8 seconds |.
"""

from exporter.drafting.exactness import ABOUT, ABOUT_ONE
from exporter.drafting.metrics.en.counted import things_of
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.wordings import (
    COUNTED,
    Found,
    counted,
    either,
    in_units_of,
    rule_of,
    wording,
)
from exporter.drafting.metrics.en.words import SMALL_WORD
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, SPANS_OF_TIME

_DONE = {
    "sell": "sold", "open": "opened", "make": "made", "build": "built", "launch": "launched",
    "serve": "served", "ship": "shipped", "close": "closed", "deliver": "delivered", "add": "added",
}  # fmt: skip


def _interval(found: Found) -> str:
    verb = found["verb"]
    stems = (done for stem, done in _DONE.items() if verb.startswith(stem) or verb == done)
    return f"Time per {found['what']} {next(stems, '')}".strip()


def _wanted(found: Found) -> str:
    """How many somebody wants of those counted before in the sentence."""
    name = next(iter(levels_before(found.site)), "")
    return f"{name}, target" if name else ""


# 14 houses in London and a further | nine | in the regions
_AND_FURTHER = regex(
    r" [a-z -]+ (?:in|at|across|on) [^,;.0-9]{2,40},? (?:and|with|plus)"
    rf" (?:a further|another|the other|an extra) {ABOUT}"
)


def _further(found: Found) -> str:
    """Further ones of those counted before, at another place."""
    last = found.site.last
    if last is None or last.dimension != COUNT:
        return ""
    things = things_of(last)
    if not things or not _AND_FURTHER.fullmatch(found.site.since(last)):
        return ""
    said = " ".join(one for one in found["where"].split() if one not in {"the", "its"})
    return sentence_case([f"{things} {said}"])


by_further_ones = rule_of(
    # Sells a sandwich every | 0.8 seconds
    wording(
        in_units_of(*SPANS_OF_TIME),
        before=r"\b(?P<verb>sells?|sold|opens?|opened|makes?|made|builds?|built|launche?s?"
        r"|launched|serves?|served|ships?|shipped|closes?|closed|delivers?|delivered|adds?|added)"
        rf" (?:an?|one|another) (?:new )?(?P<what>{SMALL_WORD}(?: {SMALL_WORD}){{0,2}}?)"
        rf"(?: (?:in|at) [^,;.0-9]{{2,30}}?)? (?:almost |roughly |about )?every {ABOUT}$",
        name=_interval,
    ),
    # Wants | 100 | of them by 2029
    wording(
        either(COUNTED, in_units_of("people")),
        before=r"\b(?:wants|plans|planned|hopes for|aims for|expects|foresees|envisages|wants to"
        rf" have|wants to open|plans to have|hopes to have) {ABOUT_ONE}$",
        behind=r" (?:of (?:them|these|those)|such [a-z]+s)\b",
        name=_wanted,
    ),
    # 14 houses in London and a further | nine | in the regions
    counted(
        behind=r" (?P<where>(?:in|at|across|on|outside|overseas|abroad|elsewhere)"
        r"(?: [^,;.0-9]{2,30}?)?)(?=[.,;]|$| (?:and|which|where)\b)",
        name=_further,
    ),
    # Will reopen with | 200 | more seats
    counted(
        before=rf"\b(?:re)?open(?:s|ed|ing)? (?:again )?(?:in [^,;.]+ )?with {ABOUT}$",
        behind=r" (?:more|extra|additional|new) (?P<what>[a-z-]+s(?: [a-z-]+s)?)\b",
        name="{what} added",
    ),
)
