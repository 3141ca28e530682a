"""What the counts of a translation are of: the numbers of a quote must not change places.

"126 stores and 41 employees" is not 41家门店、126名员工. What is counted can be compared where both
sides name something that is well known; of two counts of one thing only the order tells.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from exporter.errors import Fault
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
    said: Sequence[Figure], text: str, stated: Sequence[Figure], quote: str, called: str
) -> Iterator[Finding]:
    """The counts of a translation that are of another thing in the quote, or change places.

    Args:
        said: The figures of the translation.
        text: The translation.
        stated: The figures of the quote.
        quote: The quote.
        called: What messages call the translation.
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
        yield from _exchanged(mine, theirs, called)


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
    for figure, thing, is_own in mine:
        same = [other for other in theirs if other.figure.value == figure.value]
        if not thing or not same or any(other.thing == thing for other in same):
            continue
        taken = {count.figure.value: count.thing for count in mine}
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


def _exchanged(mine: Sequence[Count], theirs: Sequence[Count], called: str) -> Iterator[Finding]:
    """Two counts of one thing in another order than the quote has them, the first such two."""
    for one, other in combinations(mine, 2):
        if not one.thing or one.thing != other.thing or one.figure.value == other.figure.value:
            continue
        places = [_place(count, mine, theirs) for count in (one, other)]
        first, last = places
        if first is None or last is None or first < last:
            continue
        if are_compared(one.figure, other.figure) or are_compared(
            theirs[last].figure, theirs[first].figure
        ):
            continue
        quoted = theirs[last].figure, theirs[first].figure
        yield doubt_of_order(one.figure, other.figure, *quoted, called)
        return


def doubt_of_order(one: Figure, other: Figure, first: Figure, last: Figure, called: str) -> Finding:
    """Two numbers that stand in another order than the quote has them, where nothing else tells."""
    wrong = f"{called} says {as_read(one)} first and {as_read(other)} after it, "
    wrong += f"but the quote says {as_read(first)} first and {as_read(last)} after it"
    fault = Fault(wrong, "see that they have not changed places")
    return Finding(FigureState.CONTRADICTED, True, fault)


def _place(count: Count, mine: Sequence[Count], theirs: Sequence[Count]) -> int | None:
    """Where the quote has a count, if both sides have it once and of the same thing."""
    value = count.figure.value
    places = [at for at, other in enumerate(theirs) if other.figure.value == value]
    is_single = sum(other.figure.value == value for other in mine) == len(places) == 1
    return places[0] if is_single and theirs[places[0]].thing == count.thing else None


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
