"""Formulas of calculated facts: `gross-profit / revenue`, `growth(sales-2025, sales-2024)`.

Ids of other facts, numbers, `+ - * / ( )` and `growth(now, before)`, which is now / before - 1. Ids
have hyphens, so a minus has white space on both sides. An id of digits alone is a number here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from exporter.errors import WrongValueError
from exporter.facts.ranges import End, Named

LONGEST_FORMULA = 4_000  # characters; in a cell constants may stand for short ids
_MOST_OPERANDS, _DEEPEST = 200, 40  # a cell holds 8,192 characters, 64 parentheses in one another
_TOKEN = re.compile(r"\s+|[+*/(),]|[×÷·−–—（），＋－＊／^%]|[^\s+*/(),×÷·−–—（），＋－＊／^%]+")
_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?")
_ID = re.compile(r"[a-z0-9][a-z0-9._-]*")
_MEANT = {  # signs that no formula has, and what is meant by them
    "×": "*", "·": "*", "＊": "*", "÷": "/", "／": "/", "＋": "+", "−": "-", "–": "-", "—": "-",
    "－": "-", "（": "(", "）": ")", "，": ",",
}  # fmt: skip
_GROWTH = "growth"
_EXAMPLE = "write it like `gross-profit / revenue`"
_MINUS = "a minus has white space on both sides, since ids have hyphens: `sales - costs`"

Sign: TypeAlias = Literal["+", "-", "*", "/"]
Expression: TypeAlias = "Number | Operand | Operation | Growth"
_TIES = {"+": 1, "-": 1, "*": 2, "/": 2}  # how tightly each sign ties


@dataclass(frozen=True, slots=True)
class Number:
    """A number, as it stands in the formula."""

    value: Fraction
    written: str


@dataclass(frozen=True, slots=True)
class Operand:
    """A fact by its id, or an end of a range: `guidance.low`."""

    name: str

    @property
    def fact(self) -> str:
        """The id of the fact."""
        return Named.of(self.name).id

    @property
    def end(self) -> End | None:
        """Which end of a range it names; None for a fact as a whole."""
        return Named.of(self.name).end


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions with a sign between them."""

    sign: Sign
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Growth:
    """now / before - 1."""

    now: Expression
    before: Expression

    def spelled_out(self) -> Operation:
        """The same with signs alone."""
        return Operation("-", Operation("/", self.now, self.before), Number(Fraction(1), "1"))


class _Token(NamedTuple):
    text: str
    is_apart: bool  # with white space on both sides


@lru_cache(maxsize=4096)
def parse_formula(text: str) -> Expression:
    """What a formula says.

    Raises:
        WrongValueError: It is none; what is wrong, and what would be right.
    """
    if len(text) > LONGEST_FORMULA:
        wrong = f"the formula has {len(text):,} characters"
        raise WrongValueError(wrong, f"part it into facts of at most {LONGEST_FORMULA:,}")
    expression = _Parser(list(_tokens(text))).whole()
    if (count := sum(1 for _ in operands_of(expression))) > _MOST_OPERANDS:
        wrong = f"the formula names {count} facts"
        raise WrongValueError(wrong, f"part it into facts of at most {_MOST_OPERANDS} operands")
    if not any(operands_of(expression)):
        wrong = f"the formula {text!r} names no fact"
        raise WrongValueError(wrong, "name others by their ids, or write the figure as `value`")
    return expression


def operands_of(expression: Expression) -> Iterator[Operand]:
    """The facts that an expression names, from left to right, each as often as it stands there."""
    match expression:
        case Operand():
            yield expression
        case Operation(_, left, right) | Growth(left, right):
            yield from operands_of(left)
            yield from operands_of(right)


def compared_with(expression: Expression) -> Iterator[Operand]:
    """The facts that something has grown from: they say when, but not of when the result is."""
    match expression:
        case Growth(now, before):
            yield from operands_of(before)
            yield from compared_with(now)
        case Operation(_, left, right):
            yield from compared_with(left)
            yield from compared_with(right)


def write_formula(
    expression: Expression,
    leaf: Callable[[Number | Operand], str],
    signs: Callable[[str], str] = str,
) -> str:
    """A formula in another notation, with no more parentheses than it takes.

    Args:
        expression: What it says; growth is spelled out.
        leaf: How a number and a fact are written.
        signs: How a sign is written.
    """
    match expression:
        case Growth():
            return write_formula(expression.spelled_out(), leaf, signs)
        case Operation(sign, left, right):
            sides = [write_formula(side, leaf, signs) for side in (left, right)]
            if _ties(left) < _TIES[sign]:
                sides[0] = f"({sides[0]})"
            # What stands behind a minus or a slash keeps the parentheses that it had.
            ties = _ties(right)
            if ties < _TIES[sign] or (ties == _TIES[sign] and sign in "-/"):
                sides[1] = f"({sides[1]})"
            return f"{sides[0]}{signs(sign)}{sides[1]}"
        case _:
            return leaf(expression)


def _ties(expression: Expression) -> int:
    match expression:
        case Growth():
            return _TIES["-"]
        case Operation(sign):
            return _TIES[sign]
        case _:
            return 3


def _tokens(text: str) -> Iterator[_Token]:
    found = _TOKEN.findall(text)
    for at, token in enumerate(found):
        if token.isspace():
            continue
        around = (found[at - 1] if at else "", *found[at + 1 : at + 2])
        yield _Token(token, len(around) > 1 and all(map(str.isspace, around)))


class _Parser:
    """Reads tokens from left to right: sums of products of operands."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    def whole(self) -> Expression:
        if not self._tokens:
            raise WrongValueError("the formula is empty", _EXAMPLE)
        expression = self._sum()
        if self._at < len(self._tokens):
            raise self._unexpected("an operator")
        return expression

    def _sum(self) -> Expression:
        expression = self._product()
        while (sign := self._next_is("+", "-")) is not None:
            if sign.text == "-" and not sign.is_apart:
                raise WrongValueError("a minus touches what stands beside it", _MINUS)
            right = self._product()
            expression = Operation("+" if sign.text == "+" else "-", expression, right)
        return expression

    def _product(self) -> Expression:
        expression = self._single()
        while (sign := self._next_is("*", "/")) is not None:
            right = self._single()
            expression = Operation("*" if sign.text == "*" else "/", expression, right)
        return expression

    def _single(self) -> Expression:
        if self._next_is("("):
            return self._inside()
        if self._at >= len(self._tokens):
            raise WrongValueError("the formula ends where an operand should stand", _EXAMPLE)
        word = self._tokens[self._at].text
        opens = self._at + 1 < len(self._tokens) and self._tokens[self._at + 1].text == "("
        if word == _GROWTH and opens:
            self._at += 2
            return self._growth()
        if opens and _ID.fullmatch(word):
            right = f"known is {_GROWTH}(now, before); a product is written with *"
            raise WrongValueError(f"there is no function {word!r}", right)
        if _NUMBER.fullmatch(word):
            self._at += 1
            return Number(Fraction(word), word)
        if not _ID.fullmatch(word) or (word.endswith("-") and len(word) > 1):
            raise self._unexpected("an id or a number")
        self._at += 1
        return Operand(word)

    def _inside(self) -> Expression:
        """What stands between parentheses, the first of which is read."""
        self._depth += 1
        if self._depth > _DEEPEST:
            wrong = "the formula has too many parentheses in one another"
            raise WrongValueError(wrong, "part it into several facts")
        expression = self._sum()
        self._close()
        return expression

    def _growth(self) -> Growth:
        self._depth += 1
        if self._depth > _DEEPEST:
            wrong = "the formula has too many parentheses in one another"
            raise WrongValueError(wrong, "part it into several facts")
        now = self._sum()
        if not self._next_is(","):
            wrong = f"{_GROWTH} has one operand"
            if self._at < len(self._tokens) and self._tokens[self._at].text != ")":
                raise self._unexpected("a comma")
            raise WrongValueError(wrong, f"write {_GROWTH}(now, before)")
        before = self._sum()
        if self._next_is(","):
            raise WrongValueError(
                f"{_GROWTH} has more than two operands", f"write {_GROWTH}(now, before)"
            )
        self._close()
        return Growth(now, before)

    def _close(self) -> None:
        self._depth -= 1
        if self._next_is(")"):
            return
        if self._at < len(self._tokens):
            raise self._unexpected("a closing parenthesis")
        raise WrongValueError("a parenthesis is not closed", "add the `)` that is missing")

    def _next_is(self, *texts: str) -> _Token | None:
        """The next token, which is then read, if it is one of these."""
        if self._at < len(self._tokens) and self._tokens[self._at].text in texts:
            self._at += 1
            return self._tokens[self._at - 1]
        return None

    def _unexpected(self, expected: str) -> WrongValueError:
        """What is wrong with the next token, where something else should stand."""
        return WrongValueError(*_told(self._tokens[self._at].text, expected))


def _told(text: str, expected: str) -> tuple[str, str]:
    """What is wrong with a token, and what would be right."""
    comma = f"only {_GROWTH}(now, before) has one; write 1000, not 1,000"
    wrong, right = f"{text!r} is no operand", f"name facts by their ids: {_EXAMPLE}"
    if meant := _MEANT.get(text):
        wrong, right = f"{text} is no sign of a formula", f"write {meant}"
        right += f"; {_MINUS}" if meant == "-" else ""
    elif text == "%":
        wrong, right = "% is no sign of a formula", "write 0.05 for 5%"
    elif text != "-" and (text.startswith("-") or text.endswith("-")):
        wrong, right = f"in {text!r} a minus touches an operand", _MINUS
    elif text == "-":
        wrong, right = "a minus has nothing before it", "write `0 - costs`"
    elif text == ",":
        wrong, right = "a comma parts nothing in the formula", comma
    elif text == ")":
        wrong, right = "a `)` closes nothing", "take it out, or add the `(`"
    elif expected != "an id or a number":
        wrong, right = f"before {text!r} {expected} is missing", _EXAMPLE
    elif _ID.fullmatch(text.casefold()):
        wrong, right = f"{text!r} is no id", f"ids are lower-case: {text.casefold()}"
    return wrong, right
