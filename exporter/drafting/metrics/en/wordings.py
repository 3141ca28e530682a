r"""Wordings: what stands right before a figure, and right behind it, and what that makes its name.

A module's rule is a table of them, asked from the top. Of "bonds that carry a coupon of 9%", the 9%
is named Coupon by `share(before=r"\bcarry an? (?P<what>[a-z]+) of $", name="{what}")`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import methodcaller
from typing import NamedTuple

from exporter.drafting.metrics.en.changes import name_of_change
from exporter.drafting.metrics.en.phrases import sentence_case
from exporter.drafting.metrics.en.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, RATIO

Kind = Callable[[str], bool]  # of figures, by the dimension of their units


class Naming(NamedTuple):
    """What names figures of a kind; it gives "" where it does not."""

    kind: Kind
    name_of: Callable[[Site], str]


def in_units_of(*dimensions: str) -> Kind:
    """The kind of figures whose units are of such dimensions: people, or any span of time."""
    return lambda dimension: dimension in dimensions


def either(*kinds: Kind) -> Kind:
    """The kind of figures that are of one of several."""
    return lambda dimension: any(kind(dimension) for kind in kinds)


def other_than(*kinds: Kind) -> Kind:
    """The kind of figures that are of none of several."""
    return lambda dimension: not any(kind(dimension) for kind in kinds)


MONEY: Kind = methodcaller("startswith", "money")
SHARE, COUNTED, ANY = in_units_of(RATIO), in_units_of(COUNT), other_than()


@dataclass(frozen=True, slots=True)
class Found:
    """A figure in a wording, and what its patterns matched; found["what"] is what a group caught.

    A group that caught nothing gives "".
    """

    site: Site
    before: re.Match[str]
    behind: re.Match[str]

    def __getitem__(self, group: str) -> str:
        match = self.before if group in self.before.re.groupindex else self.behind
        return match[group] or ""


def wording(
    kind: Kind,
    *,
    before: str | re.Pattern[str] = "",
    behind: str | re.Pattern[str] = "",
    name: str | Callable[[Found], str],
) -> Naming:
    """What names a figure of a kind that stands in a wording, and nothing ("") elsewhere.

    Args:
        kind: Which figures it names.
        before: What is found in the text before; it ends with $ where it ends at the figure.
        behind: What begins right behind.
        name: With groups in braces, "Cost of {what}", and a capital where it begins with one; or
            what makes it, and may give "" where there is no name after all.
    """
    searched, matched = _pattern(before), _pattern(behind)

    def name_of(site: Site) -> str:
        right = matched.match(site.behind)
        left = searched.search(site.before) if right else None
        if left is None or right is None:
            return ""
        found = Found(site, left, right)
        return _filled(name, found) if isinstance(name, str) else name(found)

    return Naming(kind, name_of)


money = partial(wording, MONEY)
share = partial(wording, SHARE)
counted = partial(wording, COUNTED)


def change_of(name: str) -> Callable[[Found], str]:
    """What names the change of what a name, with groups in braces, is of: {what} growth."""
    return lambda found: name_of_change(_filled(name, found), found.site)


def rule_of(*namings: Naming) -> Callable[[Site], Guess[str] | None]:
    """The rule that gives the first name, asked in order, and is in no doubt of it.

    Of a figure those alone are asked that name its kind.
    """

    @lru_cache(maxsize=64)
    def asked(dimension: str) -> tuple[Callable[[Site], str], ...]:
        return tuple(naming.name_of for naming in namings if naming.kind(dimension))

    def rule(site: Site) -> Guess[str] | None:
        for name_of in asked(site.figure.dimension):
            if name := name_of(site):
                return Guess(name)
        return None

    return rule


def _pattern(written: str | re.Pattern[str]) -> re.Pattern[str]:
    return regex(written) if isinstance(written, str) else written


def _filled(name: str, found: Found) -> str:
    said = name.format_map(found)
    return sentence_case([said]) if name.startswith("{") else said
