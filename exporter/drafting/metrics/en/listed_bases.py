"""Bases listed before one noun, each with a figure of its own.

GAAP and non-GAAP gross margin were | 54.1% | and | 57.8%: the first is the GAAP gross margin. Each
figure is read in its sentence without the other ones and without the list, and named by its basis.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from exporter.drafting.exactness import ABOUT
from exporter.drafting.metrics.en.sites import Site, site_of
from exporter.drafting.metrics.en.words import METRICS
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure

_BASIS = (
    r"(?:(?:non-?)?(?:GAAP|IFRS)|(?:as-)?reported|unadjusted|adjusted|underlying|statutory|basic"
    r"|(?:fully )?diluted|organic|comparable|headline|core|normali[sz]ed|pro[- ]forma|gross|net"
    r"|constant[- ]currency|(?:fx|currency)-neutral|like-for-like)"
)
_AND = r"(?:,? (?:an ?d|or) |, | ?[/&] ?)"  # an d: as PDFs have it whose letters stand apart
_LIST = rf"(?P<bases>{_BASIS}(?:{_AND}{_BASIS})+)"
_LISTED = regex(
    # On a GAAP and non-GAAP basis, margin was; gross margin (GAAP and non-GAAP) was; GAAP and
    # non-GAAP margin was
    rf"(?:\b(?:on|in|under) (?:both )?(?:an? |the )?)(?<![\w-]){_LIST} (?:basis|bases|terms)\b,? ?"
    rf"| \({_LIST.replace('bases', 'inside')}\)"
    rf"|(?:\bboth )?(?<![\w-]){_LIST.replace('bases', 'before')} (?=[A-Za-z])",
    re.IGNORECASE,
)
_CUT_LIST = regex(_AND, re.IGNORECASE)
_BETWEEN = regex(rf"(?: \([^()]*\))?(?:,| and|, and| or| /) {ABOUT}", re.IGNORECASE)
_ASIDE = regex(r" \([^()]*\)")
_ANOTHER_CLAUSE = regex(r"[;:]|\.(?!\d)")
_WORD = regex(r"[A-Za-z-]+")


class Listed(NamedTuple):
    """A figure that has one of the bases of a list.

    Attributes:
        basis: As the sentence says it.
        site: The figure in the sentence without the list and its other figures.
    """

    basis: str
    site: Site


class _Element(NamedTuple):
    """One figure of a run, with what stands in brackets behind it."""

    start: int
    end: int


def of_listed(site: Site) -> Listed | None:
    """The basis of a figure and its own sentence, where bases are listed before its noun."""
    for found in _LISTED.finditer(site.before):
        bases = _CUT_LIST.split(found["bases"] or found["inside"] or found["before"])
        runs = list(_runs(site, found.end(), len(bases)))
        at = next((n for run in runs for n, one in enumerate(run) if _is_in(site, one)), -1)
        if at >= 0:
            cuts = [(found.start(), found.end()), *(cut for run in runs for cut in _cuts(run, at))]
            return Listed(bases[at], _without(site, cuts))
    return None


def _is_in(site: Site, one: _Element) -> bool:
    return one.start <= site.figure.start < one.end


def _runs(site: Site, start: int, count: int) -> Iterator[Sequence[_Element]]:
    """The runs of as many figures as there are bases, of what they are listed before.

    A run behind the first is theirs only where no other metric is named between: up 5% and 9%.
    """
    is_first, last = True, start
    for run in _all_runs(site, start):
        between = site.text[last : run[0].start]
        named = not METRICS.isdisjoint(word.lower() for word in _WORD.findall(between))
        if _ANOTHER_CLAUSE.search(between) or (named and not is_first):
            return
        if len(run) == count:
            yield run
            is_first = False
        last = run[-1].end


def _all_runs(site: Site, start: int) -> Iterator[list[_Element]]:
    """Figures of one dimension behind an offset, those together that only "and" parts."""
    figures = [one for one in site.figures if one.start >= start and not _is_aside(site, one)]
    if not figures:
        return
    run = [_element(site, figures[0])]
    for before, figure in pairwise(figures):
        between = site.text[before.end : figure.start]
        if before.dimension != figure.dimension or not _BETWEEN.fullmatch(between):
            yield run
            run = []
        run.append(_element(site, figure))
    yield run


def _is_aside(site: Site, figure: Figure) -> bool:
    """Whether a figure stands in brackets."""
    before = site.text[: figure.start]
    return before.rfind("(") > before.rfind(")")


def _element(site: Site, figure: Figure) -> _Element:
    aside = _ASIDE.match(site.text, figure.end)
    return _Element(figure.start, aside.end() if aside else figure.end)


def _cuts(run: Sequence[_Element], at: int) -> Iterator[tuple[int, int]]:
    """What is left out of a run so that one of its figures stays."""
    if at:
        yield run[0].start, run[at].start
    if at + 1 < len(run):
        yield run[at].end, run[-1].end


def _without(site: Site, cuts: Sequence[tuple[int, int]]) -> Site:
    """A figure in its sentence without some of its words."""

    def moved(offset: int) -> int:
        return offset - sum(end - start for start, end in cuts if end <= offset)

    kept, last = "", 0
    for start, end in sorted(cuts):
        kept, last = kept + site.text[last:start], end
    figures = tuple(
        one._replace(start=moved(one.start), end=moved(one.end))
        for one in site.figures
        if not any(start <= one.start < end for start, end in cuts)
    )
    token = site.tokens[site.at]
    span = (moved(token.start), moved(token.end))
    figure = site.figure._replace(start=moved(site.figure.start), end=moved(site.figure.end))
    text = kept + site.text[last:]
    return site_of(text, span, figure, figures, site.names, site.name, site.earlier)
