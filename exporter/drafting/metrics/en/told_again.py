"""What was told, told again in English as a share: 600 jobs, or | 8% | of staff; £2m, or 4%."""

import re

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.phrases import lowered
from exporter.drafting.metrics.en.sites import Site, of_other
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

# R&D spending rose to 27 million, or | 4.5% | of revenue
_OR = regex(rf",? (?:or|equal to|equivalent to|representing) {ABOUT}$")
_WHOLE = regex(
    r" of (?:(?:its|their|our|the|total|group|Group|net|annual|company) )*"
    r"(?:revenues?|sales|turnover|income|output|assets|costs|expenses|spending|GDP)\b"
)
_AS_SHARE = regex(
    rf"[^,;.0-9]{{2,30}},? (?:or|equal to|equivalent to) {ABOUT}$|[^,;.0-9]{{2,30}}, {ABOUT}$"
)
_IS_NO_SUM = regex(r"^(?:Amount|Sum|Total|Price|Value)$|(?:growth|change|reduction)\b")
_DONE = regex(r".+(?:ed|cut|sold|shut|lost|bought|built|let go|off)$")


def told_as_share(site: Site, whole: str) -> str:
    """What was done to the things counted before, or a sum, as a share of all; "" for neither."""
    before = site.last
    if before is not None and before.dimension.startswith("money"):
        gap = site.since(before)
        guess = of_other(site, before)
        is_one = _OR.fullmatch(gap) is not None and _WHOLE.match(site.behind) is not None
        is_told = is_one and not guess.doubt and not _IS_NO_SUM.search(guess.value)
        is_part = whole.lower().endswith((" revenue", " turnover"))
        name = guess.value.removesuffix(" revenue") if is_part else guess.value
        return f"{name} as share of {lowered(whole, site.text)}" if is_told else ""
    is_of_owner = re.match(r" of (?:its|their|the|his|her|our|all) ", site.behind) is not None
    if before is None or not is_of_owner or before.dimension not in {COUNT, "people"}:
        return ""
    if _AS_SHARE.fullmatch(site.since(before)) is None:
        return ""
    guess = of_other(site, before)
    is_done = not guess.doubt and _DONE.fullmatch(guess.value) is not None
    return f"{guess.value} as share of {lowered(whole, site.text)}" if is_done else ""
