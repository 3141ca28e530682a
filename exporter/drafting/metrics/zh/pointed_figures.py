"""Figures of a metric that their clause only points at: 把这一比例提高到|40%.

What is meant is what the last figure of its kind before the pointer is of.
"""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of_change, plain_name
from exporter.drafting.metrics.zh.said import said_of
from exporter.drafting.metrics.zh.sites import OPEN, Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure, read_figures
from exporter.facts.units import MULTIPLE, POINTS, RATIO

_POINTS = regex(
    "(?:(?:这|该|此)(?:一|个|项)?|(?:上述|前述)(?:这一)?)"
    "(?P<what>比例|比重|占比|比率|数字|数据|数值|水平|规模|指标|数量|份额)"
)
# 这一水平|高于行业平均的|27%
_OF_ANOTHER = regex("[高低多少优弱]于(?P<who>[^，。；0-9]{2,10}?)的?(?:约|近|逾|大约)?$")
_SHARES = frozenset("比例 比重 占比 比率 份额".split())
_MOVES = frozenset({RATIO, POINTS, MULTIPLE})


def by_figure_pointed_at(site: Site) -> Guess[str] | None:
    """The name of the figure that the clause points at, or of how far that has moved."""
    found = _POINTS.search(site.text, site.clause, site.start)
    if found is None or _POINTS.search(site.text, found.end(), site.start):
        return None
    said = said_of(site)
    is_change = said.by and said.change != ""
    name = _meant(site, found, is_change=is_change)
    if not name:
        return None
    if is_change or site.figure.dimension == POINTS:
        return Guess(name_of_change(replace(said, base=name), site))
    other = _OF_ANOTHER.search(site.text, found.end(), site.start)
    who = base_of(other["who"], site) if other is not None else ""
    return Guess(f"{who}{name}", "" if not other or who else OPEN)


def _meant(site: Site, found: re.Match[str], *, is_change: bool) -> str:
    """What the figure is of that some words point at; "" where none before them is of its kind."""
    for where, figures in _before(site, found.start()):
        for one in reversed(figures):
            if not _is_of_kind(one, site, found["what"], is_change=is_change):
                continue
            guess = site.name(replace(where, start=one.start, end=one.end, figure=one))
            return "" if guess.doubt else plain_name(guess.value)
    return ""


def _before(site: Site, end: int) -> list[tuple[Site, list[Figure]]]:
    """The figures before the pointer: of its sentence, else of what stands before that."""
    own = [one for one in site.figures if one.end <= end]
    if own or not site.earlier.strip():
        return [(site, own)]
    text = re.split("(?<=[。！？])", site.earlier.strip())
    last = next(part for part in reversed(text) if part)
    figures = read_figures(last)
    return [(replace(site, text=last, figures=figures, dates=(), earlier=""), list(figures))]


def _is_of_kind(one: Figure, site: Site, what: str, *, is_change: bool) -> bool:
    """Whether a figure may be what 这一比例 means, of which another one tells."""
    if what in _SHARES:
        return one.dimension == RATIO
    if is_change and site.figure.dimension in _MOVES:
        return one.dimension not in {POINTS, MULTIPLE, "time", "calendar time", "ordinal"}
    return one.dimension == site.figure.dimension
