"""Figures inside texts: whether a quote states the numbers of a value, a thesis or a heading.

The same reader reads both. What it reads as a figure must stand in the quote: as the same number,
of the same kind, and not said to be over it where the quote says under. What is no more than a
doubt is a rank, a small number in words, a number in a name, and whatever stands in a heading.
"""

import re
from collections.abc import Iterator, Sequence

from exporter.engine.memo import memoized
from exporter.errors import Fault
from exporter.evidence.claims import FigureState
from exporter.evidence.findings import CORRECT, Finding, Terms, crowd
from exporter.evidence.likeness import How, Stand, stand_of
from exporter.evidence.mentions import findings_of_mentions
from exporter.evidence.named import is_name, may_be_named
from exporter.evidence.opening_months import same_opening
from exporter.evidence.pairs import Pair, compare_pairs, end_taken_alone
from exporter.evidence.reading import Figure, read_figures
from exporter.evidence.refusals import as_read, told
from exporter.evidence.weights import NUMBERS, Weight, weigh
from exporter.facts.folding import fold
from exporter.facts.units import COUNT, ORDINAL

_MAY_BE_A_NUMBER = re.compile(
    r"[\d¼-¾⅐-⅞一二两三四五六七八九十百千万亿兆零壹贰叁肆伍陆柒捌玖拾萬億兩半首双廿卅]"
    r"|hundred|thousand|million|billion|trillion|dozen|half|quarter|double|triple|twice"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|teen|ty\b",
    re.IGNORECASE,
)


def may_hold_figures(text: str) -> bool:
    """Whether a text holds anything that a number is made of, as fast as can be told."""
    return _MAY_BE_A_NUMBER.search(text) is not None


def findings_of_text(text: str, quote: str, called: str, terms: Terms) -> Iterator[Finding]:
    """What a quote does not state of a text that the analyst rests on it.

    Args:
        text: A value, a thesis or a driver, in either language.
        quote: The source's own words.
        called: What messages call the text.
        terms: How figures are read.
    """
    said, stated = terms.read(text), terms.read(quote)
    if fault := crowd(said, called) or crowd(stated, "the quote"):
        yield Finding(FigureState.NOT_STATED, False, fault)
        return
    pairs = compare_pairs(said, text, stated, quote, called)
    opening = same_opening(said, text, stated, quote)
    for at, figure in enumerate(said):
        weight = weigh(figure, said)
        if weight is Weight.NONE or at in opening or is_name(said, at, text, terms):
            continue
        if at in pairs.findings:
            yield weighed(pairs.findings[at], weight)
        if at not in pairs.settled:
            stand = stand_of(said, at, stated)
            whole = end_taken_alone(figure, stand, stated, quote)
            yield from unlike(stand, figure, called, weight, stated, whole)
    yield from findings_of_mentions(text, quote, called, terms)


def weighed(finding: Finding, weight: Weight) -> Finding:
    """What is found of a range or a change; of one in small words it is a doubt."""
    return finding._replace(is_doubt=True) if weight is Weight.WORD else finding


def doubts_of_heading(
    text: str, quotes: Sequence[str], called: str, terms: Terms
) -> Iterator[Finding]:
    """The figures of a metric's name, a title or a disclosure that none of some quotes states."""
    said = terms.read(text)
    if fault := crowd(said, called):
        yield Finding(FigureState.NOT_STATED, True, fault)
        return
    for at in _in_question(text, terms):
        figure = said[at]
        if any(_is_spelled_in(quote, figure) for quote in quotes):
            continue
        stands = [stand_of(said, at, terms.read(quote), number_alone=True) for quote in quotes]
        if all(stand.how is How.ABSENT for stand in stands) and not is_name(said, at, text, terms):
            where = "its quote does not state" if quotes else "no quote stands behind"
            number = "" if figure.dimension == ORDINAL else "number "  # which as_read says of these
            wrong = f"{called} has the {number}{as_read(figure)}, which {where}"
            right = "see that it is right"
            if may_be_named(said, at):
                right += "; if it is a name, list it in report.yaml: "
                right += f"`names: [{_as_a_name(figure)}]`"
            yield Finding(FigureState.NOT_STATED, True, Fault(wrong, right))


def _is_spelled_in(quote: str, figure: Figure) -> bool:
    """Whether a measure stands in a quote letter for letter, as in a name: 2.0mm镀膜玻璃."""
    if figure.dimension in {COUNT, ORDINAL} or not re.fullmatch(
        r"[\d.]+\s?[A-Za-zµμ]+", figure.text
    ):
        return False
    spelled = rf"(?<![\d.,]){re.escape(figure.text)}(?![A-Za-z\d])"
    return re.search(spelled, fold(quote)) is not None


@memoized(4096)  # the metrics of a batch of facts
def _in_question(text: str, terms: Terms) -> tuple[int, ...]:
    """The indices of a heading's figures that a quote should state."""
    said = terms.read(text)
    return tuple(
        at
        for at, figure in enumerate(said)
        if (figure.dimension == ORDINAL and figure.value > 1) or weigh(figure, said) in NUMBERS
    )


def states_figures(text: str) -> bool:
    """Whether a text has a figure that its quote must state."""
    said = read_figures(text) if may_hold_figures(text) else ()
    return any(weigh(figure, said) in NUMBERS for figure in said)


def _as_a_name(figure: Figure) -> str:
    """A figure with the word behind it, by which a report may list it."""
    word = re.match(r"[A-Za-z]+", figure.noun)
    return f"{figure.text} {word[0]}" if word and figure.dimension == COUNT else figure.text


# --- What is told


def unlike(
    stand: Stand,
    figure: Figure,
    called: str,
    weight: Weight,
    stated: Sequence[Figure],
    whole: Pair | None,
) -> Iterator[Finding]:
    """What to tell of a figure by how it stands to a quote; nothing where it is stated."""
    doubt = weight is Weight.WORD or (weight is Weight.BARE and not stand.kin)
    if whole is not None:
        wrong = f"{called} says {as_read(figure)}, but the quote says {whole}"
        yield Finding(FigureState.CONTRADICTED, doubt, Fault(wrong, CORRECT))
    elif stand.how is How.OTHERWISE and stand.same is not None:
        wrong = f"{called} says {as_read(figure)}, but the quote says {as_read(stand.same)}"
        yield Finding(FigureState.CONTRADICTED, True, Fault(wrong, "say it as the quote does"))
    elif stand.how is How.ABSENT and stand.kin:
        wrong = f"{called} says {as_read(figure)}, but the quote says {told(stand.kin)}"
        yield Finding(FigureState.CONTRADICTED, doubt, Fault(wrong, CORRECT))
    elif stand.how is How.ABSENT:
        has = f"; it has {told(stated)}" if stated else ""
        wrong = f"{called} says {as_read(figure)}, which the quote does not state{has}"
        yield Finding(FigureState.NOT_STATED, doubt, Fault(wrong, CORRECT))
