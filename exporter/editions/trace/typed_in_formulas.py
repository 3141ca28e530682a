"""Numbers that somebody typed into a formula, where they are no part of how it is built.

Passed over are the constants of any model (0, 1, 2, powers of ten, 4, 12, 52, 360, 365, …), powers,
and what functions take for places, lengths and dates: ROUND(x, 2), VLOOKUP(…, 3, 0), DATE(2025, …).
A formula of numbers alone, as `=1200+35`, is one number: what it gives.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from exporter.editions.trace.shown import Typed, typed_number

# Halves, quarters, months, weeks, days of a year, hours, minutes; 100 and its like are powers.
STRUCTURAL = frozenset({0, 2, 3, 4, 6, 7, 12, 24, 30, 31, 52, 60, 90, 250, 252, 360, 365, 366})
_POWERS = frozenset(Fraction(10) ** power for power in range(-4, 13))
# Functions whose numbers are data; of all others they say how it is done.
_OF_DATA = frozenset("SUM IF IFERROR MAX MIN AVERAGE PRODUCT ABS N IFS SUMPRODUCT".split())
_ARITHMETIC = re.compile(r"[-+*/() 0-9.%]+")
_LEAST_FACTOR, _MOST_FACTOR = Fraction(1, 2), Fraction(2)  # of what grows from one year to another
_LONGEST = 200  # characters of a formula that is worked out


def typed_in(formula: str) -> Iterator[Typed]:
    """The numbers that a formula holds beside references, each as typed.

    Args:
        formula: With its `=`.
    """
    total = worked_out(formula)
    if total is not None:
        yield total
        return
    from openpyxl.formula import Tokenizer

    tokens = [one for one in Tokenizer(formula).items if one.type != "WHITE-SPACE"]
    functions: list[str] = []
    for at, token in enumerate(tokens):
        if token.subtype == "OPEN":
            is_power = bool(at) and tokens[at - 1].value == "^"
            functions.append("^" if is_power else token.value.rstrip("(").upper())
        elif token.subtype == "CLOSE":
            functions.pop()
        elif token.subtype == "NUMBER" and all(one in _OF_DATA for one in filter(None, functions)):
            yield from _number(tokens, at)


def worked_out(formula: str) -> Typed | None:
    """What a formula of numbers alone gives: 1235 for `=1200+35`; None for any other."""
    text = formula.removeprefix("=").replace(" ", "")
    if len(text) > _LONGEST or not _ARITHMETIC.fullmatch(text) or "**" in text or "//" in text:
        return None
    import ast

    decimals = max((len(found) for found in re.findall(r"\.([0-9]+)", text)), default=0)
    text = re.sub(r"([0-9.]+)%", r"(\1/100)", text)
    # A number may begin with zeros here, but not in Python.
    text = re.sub(r"(?<![0-9.])0+(?=[0-9])", "", text)
    try:
        value = _value(ast.parse(text, mode="eval").body, text)
    except (SyntaxError, ZeroDivisionError, ValueError):
        return None
    places = next((n for n in range(decimals, 13) if (value * 10**n).denominator == 1), decimals)
    return Typed(value, places)


def _value(node: Any, text: str) -> Fraction:
    import ast

    match node:
        case ast.Constant():
            return Fraction(text[node.col_offset : node.end_col_offset])
        case ast.UnaryOp(op=ast.USub()):
            return -_value(node.operand, text)
        case ast.UnaryOp(op=ast.UAdd()):
            return _value(node.operand, text)
        case ast.BinOp():
            one, other = _value(node.left, text), _value(node.right, text)
            match node.op:
                case ast.Add():
                    return one + other
                case ast.Sub():
                    return one - other
                case ast.Mult():
                    return one * other
                case ast.Div():
                    return one / other
    raise ValueError("no sum of numbers")


def _number(tokens: list[Any], at: int) -> Iterator[Typed]:
    typed = typed_number(tokens[at].value)
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    is_power = before is not None and before.value == "^"
    if before is not None and before.type == "OPERATOR-PREFIX" and at > 1:
        is_power = tokens[at - 2].value == "^"
    if typed is None or is_power or (after is not None and after.value == "^"):
        return
    if _is_compared(before) or any(one is not None and one.value == "&" for one in (before, after)):
        return
    if after is not None and after.value == "%":
        typed = Typed(typed.value / 100, typed.decimals + 2)
    if typed.value not in STRUCTURAL and typed.value not in _POWERS:
        yield typed._replace(is_factor=_is_factor(typed.value, before, after))


def _is_factor(value: Fraction, before: Any, after: Any) -> bool:
    """Whether a number may be a growth: cells times 1.05, which are 5% more then."""
    is_multiplied = any(one is not None and one.value == "*" for one in (before, after))
    return is_multiplied and _LEAST_FACTOR < value < _MOST_FACTOR


def _is_compared(before: Any) -> bool:
    """Whether a number is what another is compared with: IF(B2>2023, …)."""
    return before is not None and before.value in {">", "<", ">=", "<=", "=", "<>"}
