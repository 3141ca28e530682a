"""What a formula gives, of figures that are known: a value, and all else that a fact says.

The value is exact. Unit and qualifier must follow from the operands; what a calculated fact does
not say of itself (decimals, period, status, attribution) follows from them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from exporter.errors import Fault
from exporter.facts.dimensions import (
    GROWTH,
    NUMBER,
    Dimension,
    UnlikeDimensionsError,
    unit_fault,
)
from exporter.facts.formulas import (
    Expression,
    Growth,
    Number,
    Operand,
    Operation,
    compared_with,
    operands_of,
    parse_formula,
)
from exporter.facts.monotony import follow
from exporter.facts.operands import Figure
from exporter.facts.own_units import unit_of
from exporter.facts.value_rules import MOST_DECIMALS
from exporter.facts.words import Qualifier, Status
from exporter.limits import LARGEST_NUMBER

_MOST_BITS = 4_096  # of a result, numerator and denominator together
_OF_PERCENT = 1  # decimals
# What holds of a result if it holds of any operand, the last one first.
_STATUSES = (
    Status.ACHIEVED, Status.CLAIMED, Status.PLANNED, Status.GUIDANCE, Status.ESTIMATE,
)  # fmt: skip

Row = Mapping[str, Any]
Figures = Mapping[str, Figure]


class ResultError(ValueError):
    """A formula gives nothing that may stand; `faults` are what is wrong."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Result:
    """What a formula gives.

    Attributes:
        exact: In the unit of the fact.
        columns: Of FACTS, what follows from the formula.
        doubts: What is told of it and not refused.
    """

    exact: Fraction
    columns: Mapping[str, Any]
    doubts: tuple[Fault, ...]


def resolve(row: Row, figures: Figures) -> Result:
    """What a calculated fact says.

    Args:
        row: The fact by FACTS; what it does not say of itself is null, a period "".
        figures: Its operands, by the names that the formula has for them.

    Raises:
        ResultError: Its formula gives nothing, or something else than its unit or qualifier says.
    """
    expression = parse_formula(row["formula"])
    unit = unit_of(row["unit"], row["unit.en"], row["unit.zh"], row["unit.also"])
    value, dimension = _calculated(expression, figures)
    faults = [fault] if (fault := unit_fault(unit, dimension)) else []
    qualifier, of_qualifier = _qualifier(row, expression, figures)
    faults += [of_qualifier] if of_qualifier else []
    if faults:
        raise ResultError(*faults)
    exact = value / unit.scale
    if exact.numerator.bit_length() + exact.denominator.bit_length() > _MOST_BITS:
        raise ResultError(Fault("its value has too many digits to be exact", "calculate less"))
    if abs(exact) >= LARGEST_NUMBER:
        raise ResultError(
            Fault("its value is larger than a cell of Excel can show", "use a larger unit")
        )
    decimals = _decimals(row, figures.values(), is_percent=unit.stored != 1)
    period, of_period = _period(row, expression, figures)
    doubts = [*of_period, *_vanished(exact, decimals)]
    attributions = {figure.attribution for figure in figures.values()}
    shared = attributions.pop() if len(attributions) == 1 else ("", "")
    columns = {
        "number": float(exact),
        "decimals": decimals,
        "qualifier": str(qualifier),
        "period": period,
        "status": row["status"] or str(_status(figures)),
        "attribution.en": row["attribution.en"] or row["attribution.zh"] or shared[0],
        "attribution.zh": row["attribution.zh"] or row["attribution.en"] or shared[1],
    }
    return Result(exact, columns, tuple(doubts))


def value_of(expression: Expression, values: Mapping[str, Fraction]) -> Fraction:
    """What an expression gives of values in base units.

    Raises:
        ResultError: It divides by nothing, or grows from what is not above nothing.
    """
    match expression:
        case Number(value):
            return value
        case Operand(name):
            return values[name]
        case Growth(now, before):
            base = value_of(before, values)
            if base <= 0:
                wrong = "its formula has growth from a figure that is not above zero"
                raise ResultError(Fault(wrong, "state the difference: `now - before`"))
            return value_of(now, values) / base - 1
        case Operation(sign, left, right):
            one, other = value_of(left, values), value_of(right, values)
            if sign == "+":
                return one + other
            if sign == "-":
                return one - other
            if sign == "*":
                return one * other
            if not other:
                raise ResultError(Fault("its formula divides by zero", "name another operand"))
            return one / other


def _calculated(expression: Expression, figures: Figures) -> tuple[Fraction, Dimension]:
    """The value in base units, and what it measures; all that is wrong with both is told."""
    faults: list[Fault] = []
    value, dimension = Fraction(0), NUMBER
    try:
        value = value_of(expression, {name: figure.value for name, figure in figures.items()})
    except ResultError as error:
        faults += error.faults
    try:
        dimension = _measured(expression, figures)
    except ResultError as error:
        faults += error.faults
    if faults:
        raise ResultError(*faults)
    return value, dimension


def _measured(expression: Expression, figures: Figures) -> Dimension:
    match expression:
        case Number():
            return NUMBER
        case Operand(name):
            return figures[name].dimension
        case Growth(now, before):
            _sum(_measured(now, figures), _measured(before, figures), "compares")
            return GROWTH
        case Operation(sign, left, right):
            one, other = _measured(left, figures), _measured(right, figures)
            if sign == "*":
                return one * other
            if sign == "/":
                return one / other
            return _sum(one, other, "adds" if sign == "+" else "subtracts")


def _sum(one: Dimension, other: Dimension, does: str) -> Dimension:
    try:
        return one.plus(other, subtracted=does == "subtracts")
    except UnlikeDimensionsError as error:
        pair = " and ".join(map(str, error.args))
        right = "name figures of one kind, and things of one name"
        raise ResultError(Fault(f"its formula {does} {pair}", right)) from None


def _qualifier(
    row: Row, expression: Expression, figures: Figures
) -> tuple[Qualifier, Fault | None]:
    def calculate(values: Mapping[str, Fraction]) -> Fraction | None:
        try:
            return value_of(expression, values)
        except ResultError:
            return None

    values = {name: figure.value for name, figure in figures.items()}
    qualifiers = {name: figure.qualifier for name, figure in figures.items()}
    followed = follow(calculate, values, qualifiers)
    given = Qualifier(row["qualifier"]) if row["qualifier"] else None
    if (qualifier := given or followed.unless_given) in followed.allowed and qualifier:
        return qualifier, None
    of = ", ".join(f"{name} {said}" for name, said in qualifiers.items() if said != "exact")
    said = f"its operands are {of}" if of else "its operands are exact"
    told = f"it is {given}, and {said}" if given else f"{said}, and it has no qualifier"
    if not followed.allowed:
        right = "nothing follows from these: leave the fact out, or name other operands"
        return Qualifier.EXACT, Fault(told, right)
    known = " or ".join(f"`qualifier: {said}`" for said in sorted(followed.allowed))
    return Qualifier.EXACT, Fault(told, f"write {known}")


def _decimals(row: Row, figures: Iterator[Figure] | Any, *, is_percent: bool) -> int:
    if row["decimals"] is not None:
        return int(row["decimals"])
    most = _OF_PERCENT if is_percent else max(figure.decimals for figure in figures)
    return min(most, MOST_DECIMALS)


def _status(figures: Figures) -> Status:
    return max((figure.status for figure in figures.values()), key=_STATUSES.index)


def _period(row: Row, expression: Expression, figures: Figures) -> tuple[str, list[Fault]]:
    """Its own period, or the one that its operands share; those that it has grown from aside."""
    if row["period"]:
        return row["period"], []
    before = {operand.name for operand in compared_with(expression)}
    names = [operand.name for operand in operands_of(expression)]
    of_now = [name for name in dict.fromkeys(names) if name not in before] or names
    periods = {name: figures[name].period for name in of_now}
    said = set(periods.values())
    if len(said) == 1:
        return said.pop(), []
    told = ", ".join(f"{name} {period or 'none'}" for name, period in periods.items())
    wrong = f"it says no period, and its operands are of different ones: {told}"
    return "", [Fault(wrong, "add `period: …`")]


def _vanished(exact: Fraction, decimals: int) -> Iterator[Fault]:
    """A value of which no digit shows."""
    if exact and abs(exact) * 10**decimals < Fraction(1, 2):
        wrong = f"its value, {float(exact):.3g}, shows as zero with {decimals} decimals"
        yield Fault(wrong, "add `decimals: …`, or use a smaller unit")
