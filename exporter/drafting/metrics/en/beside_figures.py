"""Figures named by the one beside which they stand: in brackets, as its margin, its change.

Sales were 987 million (962), of which service accounted for 38%; it has 9,000 workers, 1,500 more
than a year ago.
"""

import re

from exporter.drafting.exactness import about_or
from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.earlier import levels_before
from exporter.drafting.metrics.en.phrases import lowered, sentence_case
from exporter.drafting.metrics.en.sites import Site, of_earlier, of_other
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, read_figures
from exporter.facts.units import POINTS, RATIO

_ABOUT = about_or("an?")
# 987 million (|962|), 12.3% of sales (|11.7%|)
_OPENED = regex(r"(?: (?:of|on) [a-z]+(?: [a-z]+)?)? ?\((?:[A-Z]{2,3} ?)?[-–+]?")
_CLOSED = regex(r" ?\)")
_OR = regex(rf",(?: or)?(?: by)? {_ABOUT}$")
_OF_SALES = regex(r" (?:of|on) (?:(?:its|net|total|group) )*(?:sales|revenues?|turnover)\b")
_EARNED = regex(r"\b(?:profits?|income|earnings|ebit(?:d?a)?r?|loss(?:es)?|result)$", re.IGNORECASE)
_BESIDE = regex(rf", (?:or )?{_ABOUT}$")
_MORE = regex(
    r"(?: [a-z]+)? (?:more|fewer|less|higher|lower|better|worse|up|down) "
    r"(?:than|from|on|year[- ]on[- ]year)\b(?! (?:the |its |what )?(?:\w+ )?(?:analysts?|expected"
    r"|forecasts?|consensus|estimates?|expectations|economists|wall|market|guidance|budget|plan))"
)
_OF_WHICH = regex(
    r"\bof (?:which|this|these|that),? (?:the )?(?P<who>(?:[\w&'’-]+ ){1,4}?)"
    r"(?:account(?:ed|s)? for|ma[dk]es? up|contribute[ds]?|represent(?:ed|s)?|constitute[ds]?"
    rf"|came to|were|was|are|is) {_ABOUT}$"
)


_COMPARED = frozenset("higher lower more less fewer better worse up down above below of".split())


def by_figure_beside(site: Site) -> Guess[str] | None:
    """The name that a figure has from the one beside which it stands."""
    before = site.last
    if before is None:
        return None
    is_level = not _MORE.match(site.behind) and site.next() not in _COMPARED
    if site.is_share and is_level and (part := _OF_WHICH.search(site.before)):
        return _share_of_part(site, part["who"].strip())
    if before.dimension == site.figure.dimension and _in_brackets(site, before):
        return of_other(site, before)
    if step := _step_in_brackets(site, before):
        return step
    if site.is_share and (again := _once_more(site)):
        return Guess(again)
    if site.is_share and _OR.search(site.before) and _OF_SALES.match(site.behind):
        return _margin(site, before)
    return _change(site, before) if _MORE.match(site.behind) else None


# Revenue of $148m (| +11% | y/y); a margin of 9% (up | 40bps |)
_OPENS = regex(r" ?\((?P<way>[+–−-]|up |down )?")
_YEARLY = regex(r",? ?(?:[yq][/-]?o?[/-]?[yq]|year[- ](?:on|over)[- ]year|on (?:the|last) year)\b")


def _step_in_brackets(site: Site, before: Figure) -> Guess[str] | None:
    """How far the figure before brackets has moved, where they say which way, or since when."""
    if site.figure.dimension not in {RATIO, POINTS} or before.dimension == POINTS:
        return None
    opened = _OPENS.fullmatch(site.text, before.end, site.tokens[site.at].start)
    is_signed = opened and (opened["way"] or site.tokens[site.at].text[:1] in "+-–−")
    if opened is None or not (is_signed or _YEARLY.match(site.behind)):
        return None
    level = of_other(site, before)
    if not level.value or level.value.endswith((" growth", " change")):
        return None
    return Guess(name_of_change(level.value, site), level.doubt)


# Up 1%, after growing | 8% | a year between 2020 and 2024
_AFTER_MOVING = regex(
    r"\bafter (?:growing|rising|gaining|increasing|climbing|expanding|falling|shrinking|dropping"
    rf"|declining|slipping|contracting)(?: by)? {_ABOUT}$"
)
# Controls 30% of the market, ahead of Vell Tools with | 21%
_OTHERS = regex(
    r"\b(?:ahead of|behind|followed by|compared with|against|trailing) (?:[\w&.’'-]+ ){1,6}?"
    rf"(?:with|on|at) {_ABOUT}$"
)


def _once_more(site: Site) -> str:
    """The change, or the share, of the figure before, at another time or somebody else's."""
    pattern, words = (
        (_AFTER_MOVING, "growth change")
        if _AFTER_MOVING.search(site.before)
        else (_OTHERS, "market share")
    )
    if pattern.search(site.before) is None:
        return ""
    alike = [one for one in site.figures[: site.number] if one.dimension == RATIO]
    guess = of_other(site, alike[-1]) if alike else Guess("", "")
    is_such = any(word in guess.value.lower().split() for word in words.split())
    is_alone = pattern is _AFTER_MOVING or site.behind[:1] in {"", ".", ",", ";"}
    return guess.value if is_such and is_alone and not guess.doubt else ""


def _in_brackets(site: Site, before: Figure) -> bool:
    is_inside = _OPENED.fullmatch(site.text, before.end, site.figure.start) is not None
    return is_inside and _CLOSED.match(site.behind) is not None


def _share_of_part(site: Site, who: str) -> Guess[str] | None:
    """Of what was said before the share of a part: of which China accounted for | 31%."""
    wholes = [name for name in _levels(site) if not name.endswith("growth")]
    if not wholes:
        return None
    owner = sentence_case([who])
    return Guess(f"{owner}'{'' if owner.endswith('s') else 's'} share of {lowered(wholes[0])}")


def _levels(site: Site) -> list[str]:
    """The names of sums and counts before a share in its sentence, the nearest first."""
    others = [one for one in site.figures[: site.number] if one.dimension not in {RATIO, POINTS}]
    guesses = [of_other(site, one) for one in reversed(others)]
    return [one.value for one in guesses if not one.doubt] or levels_before(site)


def _margin(site: Site, before: Figure) -> Guess[str] | None:
    """EBITA was 121 million, or | 12.3% | of sales."""
    earned = of_other(site, before)
    is_profit = before.dimension.startswith("money") and _EARNED.search(earned.value) is not None
    return Guess(f"{earned.value} margin", earned.doubt) if is_profit else None


_BARE_MARGIN = regex(r"Margins?(?P<moved> change| growth| reduction)?")
_MOVED = regex(r" (?:growth|change|reduction)\b.*$")


def with_its_profit(name: str, site: Site) -> str:
    """A bare margin by the profit told before it: EBITDA of 87 million, the margin at | 58%."""
    bare = _BARE_MARGIN.fullmatch(name)
    if bare is None:
        return name
    here = _profits([of_other(site, one) for one in site.figures[: site.number]])
    figures = read_figures(site.earlier) if site.earlier and not here else ()
    there = _profits([of_earlier(site, one, figures) for one in figures])
    profit = here[-1] if here else there[0] if len(set(there)) == 1 else ""
    found = _PROFIT.search(profit)
    if found is None:
        return name
    core, basis = profit[: found.end("core")], profit[found.end("core") :]
    return f"{core} margin{bare['moved'] or ''}{basis}"


def _profits(guesses: list[Guess[str]]) -> list[str]:
    names = [_MOVED.sub("", one.value) for one in guesses if not one.doubt]
    return [name for name in names if _PROFIT.search(name)]


# EBIT, and EBIT | before special items
_PROFIT = regex(
    r"\b(?P<core>profits?|income|earnings|ebit(?:d?a)?r?)"
    r"(?: (?:before|excluding|ex|adjusted for|after) (?!tax)[a-z][\w -]*)?$",
    re.IGNORECASE,
)


def _change(site: Site, before: Figure) -> Guess[str] | None:
    """9,000 workers, | 1,500 | more than a year ago: by how much the figure before has changed."""
    is_kind = before.dimension == site.figure.dimension
    is_kind = is_kind or (before.dimension == RATIO and site.figure.dimension == POINTS)
    if not is_kind or site.is_share or not _BESIDE.search(site.before):
        return None
    if _BETWEEN.search(site.text, before.end, site.figure.start):
        return None
    level = of_other(site, before)
    return Guess(f"{level.value} change", level.doubt)


_BETWEEN = regex(r"[;:]|\. ")
