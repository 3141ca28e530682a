"""What the counts of a translation are of: the numbers of a quote must not change places.

"126 stores and 41 employees" is not 41家门店、126名员工. What is counted can be compared where both
sides name something that is well known; of two counts of one thing only the order tells.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.errors import Fault
from exporter.evidence.anchors import Anchors
from exporter.evidence.claims import FigureState
from exporter.evidence.counted import counted_thing
from exporter.evidence.findings import CORRECT, Finding
from exporter.evidence.reading import Figure, Role
from exporter.evidence.refusals import as_read, told
from exporter.facts.folding import fold
from exporter.facts.units import COUNT
from exporter.facts.words import Qualifier

# Between two numbers that are compared, which languages put in another order: to 30 from 20.
_COMPARED = re.compile(
    r"\b(?:from|than|against|versus|vs|compared|(?<!\bmake )(?<!\bmakes )(?<!\bmade )up|down|last"
    r"|previous|earlier|a year|of which|out of|of (?:its|their|the|our|all))\b"
    r"|由|从|自|较|比|上年|去年|同期|此前|原|其中|中的|占",
    re.IGNORECASE,
)


_ENDS = frozenset({Qualifier.AT_LEAST, Qualifier.UP_TO})
NEAR = 8  # numbers before one that are compared with it, whatever they are called


class Count(NamedTuple):
    """A count.

    Attributes:
        figure: Its figure.
        thing: Which of some well-known things it counts; "" for none of them.
        is_own: Whether the words behind it are its own, and not those of a list that it is in.
    """

    figure: Figure
    thing: str
    is_own: bool


def findings_of_things(
    said: Sequence[Figure],
    text: str,
    stated: Sequence[Figure],
    quote: str,
    called: str,
    anchors: Anchors,
) -> Iterator[Finding]:
    """The counts of a translation that are of another thing in the quote, or change places.

    Args:
        said: The figures of the translation.
        text: The translation.
        stated: The figures of the quote.
        quote: The quote.
        called: What messages call the translation.
        anchors: What ties the figures of both to themselves.
    """
    values = {figure.value for figure in said if figure.dimension == COUNT}
    if not any(figure.dimension == COUNT and figure.value in values for figure in stated):
        return
    mine = _counts(said, text)
    if not any(count.thing for count in mine):
        return
    theirs = _counts(stated, quote)
    others = list(_of_other_things(mine, theirs, called))
    yield from others
    if not others:
        yield from _exchanged(mine, theirs, called, anchors)


def _counts(figures: Sequence[Figure], text: str) -> list[Count]:
    folded = fold(text)
    return [
        Count(
            figure,
            counted_thing(figures, at),
            folded[figure.end : figure.end + len(figure.noun) + 1].strip().startswith(figure.noun),
        )
        for at, figure in enumerate(figures)
        if figure.dimension == COUNT
    ]


def _of_other_things(
    mine: Sequence[Count], theirs: Sequence[Count], called: str
) -> Iterator[Finding]:
    """The numbers that count one well-known thing here, and another one there.

    Where the quote's number for that thing counts something else here, the two have changed places.
    One that the words of a list share (100 billion, and 8 models) has not.
    """
    of_value: defaultdict[object, list[Count]] = defaultdict(list)
    for count in theirs:
        of_value[count.figure.value].append(count)
    taken = {count.figure.value: count.thing for count in mine}
    for figure, thing, is_own in mine:
        same = of_value[figure.value]
        if not thing or not same or any(other.thing == thing for other in same):
            continue
        right = [
            other.figure
            for other in theirs
            if other.thing == thing and taken.get(other.figure.value, thing) != thing
        ]
        is_known = all(other.thing for other in same)
        if right or (is_known and is_own and all(other.is_own for other in same)):
            wrong = f"{called} says {as_read(figure)}, but the quote says "
            wrong += told(right or [other.figure for other in same])
            is_doubt = not (right and is_known)
            yield Finding(FigureState.CONTRADICTED, is_doubt, Fault(wrong, CORRECT))


def _exchanged(
    mine: Sequence[Count], theirs: Sequence[Count], called: str, anchors: Anchors
) -> Iterator[Finding]:
    """Two counts of one thing in another order than the quote has them, the first such two."""
    before: deque[tuple[Count, int]] = deque(maxlen=NEAR)
    for other, last in _placed(mine, theirs):
        for one, first in before:
            of_one = one.thing == other.thing and first > last
            quoted = theirs[last].figure, theirs[first].figure
            if not of_one or are_compared(one.figure, other.figure) or are_compared(*quoted):
                continue
            if not anchors.agree(one.figure, other.figure, *reversed(quoted)):
                yield doubt_of_order(one.figure, other.figure, *quoted, called)
                return
        before.append((other, last))


def doubt_of_order(one: Figure, other: Figure, first: Figure, last: Figure, called: str) -> Finding:
    """Two numbers that stand in another order than the quote has them, where nothing else tells."""
    wrong = f"{called} says {as_read(one)} first and {as_read(other)} after it, "
    wrong += f"but the quote says {as_read(first)} first and {as_read(last)} after it"
    fault = Fault(wrong, "see that they have not changed places")
    return Finding(FigureState.CONTRADICTED, True, fault)


def _placed(mine: Sequence[Count], theirs: Sequence[Count]) -> Iterator[tuple[Count, int]]:
    """The counts that both sides have once and of the same thing, and where the quote has them."""
    here, there = (Counter(count.figure.value for count in counts) for counts in (mine, theirs))
    place_of = {count.figure.value: at for at, count in enumerate(theirs)}
    for count in mine:
        value = count.figure.value
        is_single = here[value] == there[value] == 1
        if is_single and count.thing and theirs[place_of[value]].thing == count.thing:
            yield count, place_of[value]


def are_compared(one: Figure, other: Figure) -> bool:
    """Whether a number stands beside another one to compare it with, in whatever order."""
    if {one.role, other.role} & {Role.FROM, Role.TO}:
        return True
    if any(figure.qualifiers <= _ENDS for figure in (one, other)):
        return True  # by 41 to 126
    subjects = [figure.subject for figure in (other, one)]
    if all(subject.endswith("占") for subject in subjects):  # 云业务占10%，电商占70%
        subjects = [subject.removesuffix("占") for subject in subjects]
    between = " ".join((one.noun, *subjects))
    return _COMPARED.search(between) is not None
