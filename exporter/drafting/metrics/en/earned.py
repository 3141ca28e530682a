"""What somebody made or lost, and at which level: it made | £11.4m | before tax."""

import re

from exporter.drafting.exactness import ABOUT_ONE
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site, sure_of
from exporter.engine.regex import regex

# Parking now brings in more than landing fees do: | £31m
_MORE_THAN = regex(
    r"(?:^|[.;:“\"] |, (?:and|but|while) )(?P<what>[A-Z]?[\w-]+(?: [a-z-]+){0,2}?)"
    r"(?:, [^,;.]{3,30},)?"
    r" (?:(?:now|already|still) )?(?:brings?|earns?|makes?|takes?|generates?|contributes?|yields?)"
    r"(?: in)? (?:more|less) (?:money )?than [^:,;.]{2,50}(?::|,| [—–-]) (?:at )?"
    rf"{ABOUT_ONE}$"
)
_MADE = regex(
    r"\b(?P<made>made|makes?|making|earned|earns?|earning|cleared|banked|(?P<lost>lost|loses?|losing))"
    rf" {ABOUT_ONE}$"
)
# Made | £11.4m | before tax and exceptional items
_BASIS = (
    r"(?:(?P<when>before|after) (?P<what>tax(?:es|ation)?|interest and tax(?:es|ation)?"
    r"|interest|minorities"
    r"|exceptional items|one-off items|depreciation)"
    r"(?P<more>(?:,? and) (?:exceptional items|one-off items|exceptionals|one-offs))?"
    r"|at (?:the |an )?(?P<level>operating|net|pre-tax|group|gross)(?: profit)? level)"
    r"(?= (?:in|for|on|over|during|last|this|from|against|a year|compared|versus|up|down"
    r"|but|and|as|while)\b"
    r"|[.,;:)]|$)"
)
_BEHIND = regex(rf"(?: a year)?(?: profit| loss)? {_BASIS}")
# Before tax, it made | £12.5m
_LED = regex(rf"(?:^|[.;:,] )(?i:{_BASIS}),? (?:[\w’'&-]+ ){{1,4}}?$")
_NAMES = {"before": "Pre-tax", "after": "After-tax"}


def earned(site: Site) -> str:
    """A profit or a loss by its level, where a verb says so; what brings in more than another."""
    if more := _MORE_THAN.search(site.before):
        return sentence_case([f"{more['what']} revenue"])
    made = _MADE.search(site.before)
    if made is None:
        return ""
    kind = "loss" if made["lost"] else "profit"
    if _LED.search(site.before[: made.start()]):
        return sentence_case([kind])  # the basis is put behind it, as behind any name
    found = _BEHIND.match(site.behind)
    if found is None:
        return _as_before(site, kind)
    if found["level"]:
        return sentence_case([f"{found['level']} {kind}"])
    when, what = found["when"].lower(), found["what"].lower()
    is_tax = what.startswith("tax")
    led, rest = (_NAMES[when], "") if is_tax else ("", f" {when} {what}")
    if found["more"]:
        rest = f"{rest}{found['more']}" if rest else f" before{found['more'][4:]}"
    return sentence_case([f"{led} {kind}{rest}".strip()])


_LEVEL = regex(r"^(?P<led>.*?)(?:profit|loss)(?P<rest>(?: (?:before|after) .*)?)$", re.IGNORECASE)
_ONCE = regex(
    r"^(?: \([^)]*\))?,? (?:a year (?:earlier|before)|the (?:year|previous year)"
    r"|in (?:20|the )|last year)"
)


def _as_before(site: Site, kind: str) -> str:
    """What is made in another year, by the level told before: having made | £3m | in 2024."""
    sums = [one for one in site.figures[: site.number] if one.dimension.startswith("money")]
    before = sure_of(site, sums[-1]) if sums and _ONCE.match(site.behind) else ""
    level = _LEVEL.match(before)
    if level is None:
        return ""
    return sentence_case([f"{level['led']}{kind}{level['rest']}"])
