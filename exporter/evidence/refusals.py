"""What is said of a figure that its quote does not confirm, and which field to look at.

A message says which numbers the quote has and how each was read. It proposes what the quote says,
never what would make a false fact true.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from exporter.engine.regex import regex
from exporter.errors import without_middle
from exporter.evidence.claims import Claim, FigureState, FigureVerdict
from exporter.evidence.counted import names_nothing
from exporter.evidence.reading import Figure
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.evidence.stated import Candidate, SaidRange, as_fact, plain
from exporter.facts.currencies import SIGNS_OF
from exporter.facts.own_units import takes_other_words
from exporter.facts.units import CALENDAR_TIME, COUNT, KNOWN_UNITS, TIME, Unit, as_written
from exporter.facts.words import Qualifier

_MOST_TOLD = 8  # numbers of a quote that a message names
_NOUN = 24  # characters
# The names of the units that values are in, by dimension.
_BASES: dict[str, str] = {}
for _unit in KNOWN_UNITS.values():
    if _unit.scale == 1 and not _unit.noun:
        _BASES.setdefault(_unit.dimension, _unit.en)
# Lengths of time are told in the longest of these that leaves no rest.
_SPANS = {
    TIME: ((86400, "days"), (3600, "hours"), (60, "minutes"), (1, "seconds")),
    CALENDAR_TIME: ((12, "years"), (1, "months")),
}


def unsettled(unit: Unit, sign: str) -> FigureVerdict:
    """A unit of a bare sign, where nothing says which currency is meant."""
    wrong = f"the unit {unit.en!r} is of no one currency: nothing says which {sign} is meant"
    codes = [code for code, signs in SIGNS_OF.items() if sign in signs]
    right = f"write its code ({', '.join(codes)}), or `currency:` in the source's record"
    return FigureVerdict(FigureState.NOT_STATED, wrong, right)


def wrong_qualifier(claim: Claim, equal: Sequence[Figure]) -> FigureVerdict:
    """The number is right, and what is said around it is not."""
    value = as_written(claim.number or 0.0)
    said = sorted({word for figure in equal for word in figure.qualifiers_of(value)})
    words = " or ".join(said)
    wrong = f"the qualifier is '{claim.qualifier}', but the quote says '{words}' ({equal[0].text})"
    right = " or ".join(f"`qualifier: {word}`" for word in said)
    return FigureVerdict(FigureState.CONTRADICTED, wrong, f"write {right}")


def end_of_range(claim: Claim, said: SaidRange) -> FigureVerdict:
    """A number of which the quote says only that it is an end of a range."""
    wrong = (
        f"the fact is a single number, {claim.qualifier} {plain(as_written(claim.number or 0.0))}, "
        f"but the quote states a range, {said.shown(claim.quote)}"
    )
    return FigureVerdict(FigureState.CONTRADICTED, wrong, f"write {as_fact(claim, said)}")


def contradiction(
    claim: Claim, counted: Sequence[Candidate], figures: Sequence[Figure]
) -> FigureVerdict:
    """The quote counts the same thing, and none of its numbers equals the value."""
    said = ", ".join(dict.fromkeys(in_unit(figure, number) for _, figure, number in counted))
    wrong = f"the value is {_shown(claim)}, but the quote says {said}"
    return FigureVerdict(FigureState.CONTRADICTED, wrong, _field(claim, counted, figures))


def absence(claim: Claim, figures: Sequence[Figure], *, is_near: bool) -> FigureVerdict:
    """The quote has no number of this dimension, or counts other things.

    Args:
        claim: The fact.
        figures: Those of its quote.
        is_near: Whether one equals the value, and counts something else.
    """
    unit = claim.unit
    said = f"states no number of {unit.en}" if unit.key else "states no bare count"
    wrong = f"the quote {claim.quote!r} {said}"
    if figures:
        wrong = f"{wrong}; it has {told(figures)}"
    right = _unnamed(claim, figures) if is_near and unit.noun else ""
    right = right or _missing(claim, figures, is_near=is_near)
    return FigureVerdict(FigureState.NOT_STATED, wrong, right)


# --- The field to look at


def _field(claim: Claim, counted: Sequence[Candidate], figures: Sequence[Figure]) -> str:
    """The field of a contradicted fact that the quote points to."""
    value = as_written(claim.number or 0.0)
    if other := _same_number(claim, figures, {index for index, *_ in counted}):
        return f"check `unit`: the quote says {as_read(other)}"
    numbers = list(dict.fromkeys(number for *_, number in counted))
    if any(abs(number) == abs(value) for number in numbers):
        return "check the sign of `value`"
    if any(_is_power_of_ten(number, value) for number in numbers):
        return "check the magnitude of `value` and `unit`"
    elsewhere = f"quote the clause that states {_shown(claim)}"
    if len(numbers) > 1:
        return f"write as `value` the one that the fact is about, or {elsewhere}"
    figure = counted[0][1]
    agrees = claim.qualifier in figure.qualifiers
    also = "" if agrees else f" and `qualifier: {min(figure.qualifiers)}`"
    return f"write `value: {_digits(numbers[0])}`{also}, or {elsewhere}"


def _missing(claim: Claim, figures: Sequence[Figure], *, is_near: bool) -> str:
    """The field of a fact that its quote does not state."""
    unit = claim.unit
    if is_near and unit.noun:
        said = f"check `unit`: the quote counts something else{_by_measure_word(claim, figures)}"
        if takes_other_words(unit.en, unit.zh):
            said += " (where its word means just the same, list that under `also` of the unit)"
        return f"{said}; or quote the clause that states it"
    if other := _same_number(claim, figures, set()):
        meant = other.sign if other.sign in SIGNS_OF.get(_code(unit), ()) else ""
        right = f"check `unit`: the quote says {as_read(other)}"
        also = f"; or record what {meant} means: `currency:` in the source's record"
        return f"{right}{also}" if meant else right
    if figures and not unit.key:
        return "name the unit, or quote the clause that states it"
    return "quote the clause that states it"


def _by_measure_word(claim: Claim, figures: Sequence[Figure]) -> str:
    """How a Chinese unit of one's own is written, where the number has a noun behind a 台."""
    value = as_written(claim.number or 0.0) * claim.unit.scale
    for figure in figures:
        counted = figure.noun[:1] if figure.noun[:1] in CLASSIFIERS else ""
        if counted and abs(figure.value) == abs(value) and figure.noun != counted:
            noun = figure.noun if len(figure.noun) <= _NOUN else f"{figure.noun[:_NOUN]}…"
            own = f"`unit: {{zh: {counted}…}}`"
            return f", of {noun!r}; a unit of that is {counted} with its noun, {own}"
    return ""


def _unnamed(claim: Claim, figures: Sequence[Figure]) -> str:
    """What helps where the number stands without a noun of its own; "" where it has one."""
    value = as_written(claim.number or 0.0) * claim.unit.scale
    same = (at for at, figure in enumerate(figures) if abs(figure.value) == abs(value))
    place = next(same, -1)
    if place < 0 or not names_nothing(figures[place]):
        return ""
    earlier = (figure for figure in reversed(figures[:place]) if figure.dimension == COUNT)
    named = next((figure for figure in earlier if not names_nothing(figure)), None)
    also = ", or list that word under `also` of the unit where it means just the same"
    own = also if takes_other_words(claim.unit.en, claim.unit.zh) else ""
    if named is not None:
        return f"it counts what the number before it does, {as_read(named)}: check `unit`{own}"
    quoted = "quote also the words before it that do (`…` joins passages)"
    before = figures[place].subject.strip()
    if _MAY_NAME.match(before):
        said = f"before it stands {without_middle(before, _NOUN)!r}: if that says what it counts"
        return f"{said}, check `unit`{own}; else {quoted}"
    return f"nothing says what it counts: {quoted}"


# Words that may name what is counted, and not: of which, it rose to, there were, 其中.
_MAY_NAME = regex(
    r"(?!其中|当中|包括)[\u4e00-\u9fff]{2}"
    r"|(?!(?:of|which|it|they|there|this|that|these|those|at|in|on|by|to|from|and|or|but)\b)[a-z]{3}",
    re.IGNORECASE,
)


def _code(unit: Unit) -> str:
    """The currency of a unit of money."""
    return unit.dimension.partition("/")[0].removeprefix("money:")


def _same_number(claim: Claim, figures: Sequence[Figure], taken: set[int]) -> Figure | None:
    """The figure of another unit with the number of a fact: 3.9 GWh where a fact says 3.9 GW."""
    value = as_written(claim.number or 0.0)
    written = re.compile(rf"(?<![0-9.,]){re.escape(plain(abs(value)))}(?![0-9]|[.,][0-9])")
    for index, figure in enumerate(figures):
        if index in taken or not value:
            continue
        same = abs(figure.value) == abs(value * claim.unit.scale)
        if same or written.search(figure.text):
            return figure
    return None


def _is_power_of_ten(one: Fraction, other: Fraction) -> bool:
    """Whether one number is the other with a further scale: 3.4 and 0.0034."""
    if not one or not other:
        return False
    share = max(abs(one / other), abs(other / one))
    return share.denominator == 1 and str(share.numerator).rstrip("0") == "1"


# --- Numbers as they were read


def _shown(claim: Claim) -> str:
    return f"{plain(as_written(claim.number or 0.0))} {claim.unit.en}".rstrip()


def in_unit(figure: Figure, number: Fraction) -> str:
    """A figure as it would be written in the fact's unit: `18 (18条产品线)`."""
    said = _qualified(figure).strip()
    return f"{plain(number)} ({figure.text}{', ' * bool(said)}{said})"


def told(figures: Sequence[Figure]) -> str:
    """Every number of a quote, and how it was read."""
    read = list(dict.fromkeys(as_read(figure) for figure in figures))
    more = f" and {len(read) - _MOST_TOLD} more" if len(read) > _MOST_TOLD else ""
    return ", ".join(read[:_MOST_TOLD]) + more


def as_read(figure: Figure) -> str:
    """`31 mature markets`, `over 100,000,000 (1亿)`, `CNY 1,230,000,000 (12.3亿元)`."""
    noun = _first_words(figure.noun) if figure.dimension == COUNT else ""
    gap = " " if noun and noun.isascii() else ""
    return f"{_qualified(figure)}{shown_value(figure)} ({figure.text}{gap}{noun})"


def _first_words(noun: str) -> str:
    """The first words behind a figure; none is broken off, where words are parted by spaces."""
    first = noun[:_NOUN]
    is_broken = first.isascii() and noun[_NOUN - 1 : _NOUN + 1].isalnum() and len(noun) > _NOUN
    return (first.rpartition(" ")[0] or first).strip() if is_broken else first.strip()


def shown_value(figure: Figure) -> str:
    """What a figure is, without its words: `31`, `CNY 1,230,000,000`, `8 per day`."""
    value, dimension = figure.value, figure.dimension
    match dimension:
        case "ratio":
            shown = f"{plain(value * 100)} %"
        case "percentage points":
            shown = f"{plain(value * 100)} percentage points"
        case "count":
            shown = plain(value)
        case _ if dimension.startswith("money:"):
            shown = f"{dimension.removeprefix('money:')} {plain(value)}"
        case "time" | "calendar time":
            spans = _SPANS[dimension]
            size, name = next((span for span in spans if value % span[0] == 0), spans[-1])
            shown = f"{plain(value / size)} {name}"
        case "ordinal":
            shown = f"number {plain(value)} in a row"
        case "multiple":
            shown = f"{plain(value)} times"
        case _ if dimension in _BASES:
            shown = f"{plain(value)} {_BASES[dimension]}"
        case _:
            shown = f"{plain(value)} of {dimension}"
    return f"{shown} per {figure.per.removesuffix('s')}" if figure.per else shown


def _qualified(figure: Figure) -> str:
    said = sorted(word for word in figure.qualifiers if word is not Qualifier.EXACT)
    return "" if Qualifier.EXACT in figure.qualifiers or not said else f"{'/'.join(said)} "


def _digits(value: Fraction) -> str:
    """A number as a facts file has it."""
    return plain(value).replace(",", "")
