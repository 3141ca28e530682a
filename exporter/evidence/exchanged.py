"""Numbers of a translation that have changed places: shares, sums, rates of growth.

"从12%升至15%" is not "from 15% to 12%", and revenue up 12% with profit up 15% is not the other way
round. What says which number is which are words that both languages have: from what and to what,
on the year or on the quarter, revenue or profit; and the dates, markets and entities that numbers
are tied to. Where these say nothing of two percentages, only their order tells, which languages
change for reasons of their own: a doubt.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

from exporter.errors import Fault
from exporter.evidence.anchors import Anchors
from exporter.evidence.claims import FigureState
from exporter.evidence.findings import CORRECT, Finding
from exporter.evidence.reading import Figure, Role
from exporter.evidence.refusals import as_read
from exporter.evidence.things import NEAR, are_compared, doubt_of_order
from exporter.facts.folding import fold
from exporter.facts.units import POINTS, RATIO


def _any_of(*words: str) -> re.Pattern[str]:
    """Finds any of some words; the number of its group says which."""
    return re.compile("|".join(f"({word})" for word in words), re.IGNORECASE)


_ABOUT = r"(?:about|around|some|roughly|nearly|over|under|only|just|约|近|大约|超过|逾|不到)?\s*"
# What stands before a number that something changes from, and to.
_WHEN = (
    r"(?:(?:(?:\d{4}|[上去前今]|同)年(?:末|底|初|同期)?|年初|(?:上|本)?(?:季度?|月|期)|此前)的?)?"
)
_FROM = re.compile(rf"(?:\bfrom|[从由自])\s*(?:the\s+)?{_WHEN}{_ABOUT}$", re.IGNORECASE)
_TO = re.compile(rf"(?:\bto|[至到])\s*{_WHEN}{_ABOUT}$", re.IGNORECASE)
# The same of a number that was: 15%，上年为12%.
_BEFORE = re.compile(
    rf"(?:此前|之前|原先|原来|原|(?:上年|去年)(?:同期)?|上季度?|上月|年初)[末底]?[的为是]*\s*{_ABOUT}$"
)
# And in English: 15%, compared with 12% a year before.
_AGAINST = re.compile(
    rf"[\s,;(]*(?:as\s+)?(?:compared\s+(?:with|to)|against|versus|vs\.?)\s+(?:the\s+)?{_ABOUT}",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"[\s,]*(?:at\s+the\s+end\s+of\s+)?"
    r"(?:(?:in\s+)?the\s+(?:year|quarter|month)s?[- ](?:before|ago|earlier)"
    r"|(?:a|one)\s+(?:year|quarter|month)\s+(?:before|ago|earlier)|(?:in\s+)?(?:the\s+)?"
    r"(?:previous|prior|preceding|last)\s+(?:year|quarter|month)|previously|before|earlier)\b",
    re.IGNORECASE,
)
_ONLY_TO = re.compile(rf"\s*(?:to|[至到])\s*{_ABOUT}$", re.IGNORECASE)
_LONGEST_GAP = 200  # characters between what something changes from and to
# Words for one thing in both languages, a line each.
_COMPARISONS = _any_of(
    r"year[- ](?:on|over)[- ]year|y/?o/?y|on the year|同比",
    r"quarter[- ](?:on|over)[- ]quarter|month[- ](?:on|over)[- ]month|q/?o/?q|m/?o/?m"
    r"|sequential(?:ly)?|on the (?:quarter|month)|环比",
)
_TOPICS = _any_of(
    r"gross (?:profit )?margin|毛利率",
    r"net (?:profit )?margin|净利率|净利润率",
    r"operating margin|营业利润率|经营利润率",
    r"gross profit|毛利(?![率润])",
    r"net (?:profit|income|earnings)|净利润(?!率)|纯利",
    r"operating (?:profit|income)|营业利润(?!率)|经营利润(?!率)",
    r"revenues?|turnover|sales|收入|营收|营业额|销售额",
    r"(?<!gross )(?<!net )(?<!operating )profits?|(?<![净业营])利润(?!率)",
    r"costs?|expenses|成本|费用",
    r"exports?|出口",
    r"imports?|进口",
    r"\bmen\b|males?\b|男",
    r"women|females?|女",
)


class _Labels(NamedTuple):
    """What tells a number from others: whether it is on the year, and what it is of; -1 unknown."""

    comparison: int
    topic: int


@dataclass(frozen=True)
class _Side:
    """The figures of a text, and the text."""

    figures: Sequence[Figure]
    text: str

    @cached_property
    def labels(self) -> list[_Labels]:
        """What is told of each figure by the words around it: each is compared with all others."""
        return list(map(self._labels, self.figures))

    @staticmethod
    def _labels(figure: Figure) -> _Labels:
        comparison = _last_of(_COMPARISONS, fold(figure.noun))
        if comparison < 0:
            comparison = _last_of(_COMPARISONS, fold(figure.subject))
        return _Labels(comparison, _last_of(_TOPICS, fold(figure.subject)))

    def changes_from(self, first: int, last: int) -> int | None:
        """Which of two figures, in their order, something changes from; None for neither."""
        one, other = self.figures[first], self.figures[last]
        if one.role is Role.FROM and other.role is Role.TO:
            return first
        if one.role or other.role or other.start - one.end > _LONGEST_GAP:
            return None
        if any(figure.dimension == one.dimension for figure in self.figures[first + 1 : last]):
            return None  # to 200 from 150, and the other one to 280 from 210
        before = self.text[max(one.start - 20, 0) : one.start]
        between = self.text[one.end : other.start]
        if _TO.search(between) and (_FROM.search(before) or _ONLY_TO.fullmatch(between)):
            return first
        if _FROM.search(between) or _BEFORE.search(between):
            return last
        is_earlier = _AGAINST.fullmatch(between) and _EARLIER.match(self.text, other.end)
        return last if is_earlier else None

    @cached_property
    def changes(self) -> dict[int, int]:
        """For each figure that something changes from, the one that it changes to."""
        found: dict[int, int] = {}
        at = 0
        while at + 1 < len(self.figures):
            is_of_one = self.figures[at].dimension == self.figures[at + 1].dimension
            start = self.changes_from(at, at + 1) if is_of_one else None
            if start is not None:
                found[start] = 2 * at + 1 - start
            at += 1 if start is None else 2
        return found


def findings_of_exchanged(
    said: Sequence[Figure],
    text: str,
    stated: Sequence[Figure],
    quote: str,
    called: str,
    anchors: Anchors,
) -> Iterator[Finding]:
    """The first two numbers of one kind that have changed places in a translation, if any.

    Args:
        said: The figures of the translation.
        text: The translation.
        stated: The figures of the quote.
        quote: The quote.
        called: What messages call the translation.
        anchors: What ties the figures of both to themselves.
    """
    mine, theirs = _Side(said, text), _Side(stated, quote)
    places = _places(said, stated)
    if crossed := _crossed(mine, theirs, places, called):
        yield crossed
        return
    for one, other in _to_compare(mine, theirs, places, anchors):
        there = (places[one], places[other])
        tied = anchors.agree(said[one], said[other], stated[there[0]], stated[there[1]])
        found = _compared(mine, theirs, (one, other), there, called, tied)
        if found:
            yield found
            return


def _places(said: Sequence[Figure], stated: Sequence[Figure]) -> dict[int, int]:
    """Where the quote has the figures that both sides have once, by their places."""
    ours, others = (
        [(figure.dimension, *figure.value.as_integer_ratio()) for figure in figures]
        for figures in (said, stated)
    )
    here, there = Counter(ours), Counter(others)
    place_of = {key: at for at, key in enumerate(others)}
    is_single = {key for key in here if here[key] == there[key] == 1}
    return {at: place_of[key] for at, key in enumerate(ours) if key in is_single}


def _to_compare(
    mine: _Side, theirs: _Side, places: Mapping[int, int], anchors: Anchors
) -> list[tuple[int, int]]:
    """The numbers of one kind that may have changed places, in their order.

    They stand near each other, or each is called here what the other one is called there: to
    compare all with all takes long where a text has hundreds.
    """
    found: set[tuple[int, int]] = set()
    before: defaultdict[str, deque[int]] = defaultdict(partial(deque, maxlen=NEAR))
    called: dict[Hashable, int] = {}
    for at, place in places.items():
        figure = mine.figures[at]
        found.update((one, at) for one in before[figure.dimension])
        before[figure.dimension].append(at)
        labels = zip(mine.labels[at], theirs.labels[place], strict=True)
        ties = anchors.ties(figure, theirs.figures[place])
        for kind, (ours, quoted) in enumerate((*labels, *ties)):
            if ours == quoted:
                continue
            if (one := called.get((figure.dimension, kind, quoted, ours))) is not None:
                found.add((one, at))
            called.setdefault((figure.dimension, kind, ours, quoted), at)
    return sorted(found)


def _crossed(mine: _Side, theirs: _Side, places: Mapping[int, int], called: str) -> Finding | None:
    """The first change that ends where another one of the quote does: 3 to 9, and 7 to 5.

    Told only where all changes that differ have such ends: 3 to 5 to 9 may be said as 3 to 9.
    """
    quoted = theirs.changes
    differ = [
        (first, last)
        for first, last in mine.changes.items()
        if first in places
        and last in places
        and quoted.get(places[first], places[last]) != places[last]
    ]
    if {places[last] for _, last in differ} != {quoted[places[first]] for first, _ in differ}:
        return None
    for first, last in differ:
        start, end = as_read(mine.figures[first]), as_read(mine.figures[last])
        right = as_read(theirs.figures[quoted[places[first]]])
        wrong = f"{called} says a change from {start} to {end}, but the quote says to {right}"
        return Finding(FigureState.CONTRADICTED, False, Fault(wrong, CORRECT))
    return None


def _compared(
    mine: _Side,
    theirs: _Side,
    here: tuple[int, int],
    there: tuple[int, int],
    called: str,
    tied: bool | None,
) -> Finding | None:
    """What is wrong with two numbers that stand `here` in the translation, `there` in the quote."""
    told = [one for one in (_is_right(mine, theirs, here, there), tied) if one is not None]
    if (is_right := min(told, default=None)) is not None:
        return None if is_right else _exchanged(mine, here, called)
    one, other = (mine.figures[at] for at in here)
    if there[0] < there[1] or one.dimension not in {RATIO, POINTS} or are_compared(one, other):
        return None
    first, last = (theirs.figures[at] for at in reversed(there))
    return None if are_compared(first, last) else doubt_of_order(one, other, first, last, called)


def _is_right(
    mine: _Side, theirs: _Side, here: tuple[int, int], there: tuple[int, int]
) -> bool | None:
    """Whether words say that two numbers are the same ones in the quote; None for no words."""
    start, quoted = mine.changes_from(*here), theirs.changes_from(*sorted(there))
    if start is not None and quoted is not None:
        if mine.figures[start].role and theirs.figures[quoted].role:
            return True  # what is read as a change on both sides is told by `pairs`
        return here.index(start) == there.index(quoted)
    for kind in _Labels._fields:
        ours, others = (
            [getattr(side.labels[at], kind) for at in places]
            for side, places in ((mine, here), (theirs, there))
        )
        if -1 not in ours and ours[0] != ours[1] and sorted(ours) == sorted(others):
            return ours == others
    return None


def _exchanged(mine: _Side, here: tuple[int, int], called: str) -> Finding:
    one, other = (as_read(mine.figures[at]) for at in here)
    wrong = f"{called} says {one} where the quote says {other}, and {other} where it says {one}"
    return Finding(FigureState.CONTRADICTED, False, Fault(wrong, CORRECT))


def _last_of(words: re.Pattern[str], text: str) -> int:
    """Which of some words comes last in a text, nearest to the number behind; -1 for none."""
    return max(
        ((found.start(), found.lastindex or 0) for found in words.finditer(text)), default=(0, -1)
    )[1]
