"""Formulas of calculated facts, as an analyst writes them."""

import pytest

from exporter.errors import WrongValueError
from exporter.facts.formulas import Number, Operand, operands_of, parse_formula, write_formula


def written(text: str) -> str:
    def leaf(one: Number | Operand) -> str:
        return one.written if isinstance(one, Number) else one.name

    return write_formula(parse_formula(text), leaf)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("orders / users", "orders/users"),
        ("orders/users", "orders/users"),
        ("sales - costs", "sales-costs"),
        ("cloud-sales - cloud-costs", "cloud-sales-cloud-costs"),
        ("a - (b - c)", "a-(b-c)"),
        ("a - (b + c)", "a-(b+c)"),
        ("(a - b) - c", "a-b-c"),
        ("a / (b * c)", "a/(b*c)"),
        ("(a * b) / c", "a*b/c"),
        ("(a + b) * 1.5", "(a+b)*1.5"),
        ("growth(now, before)", "now/before-1"),
        ("growth(a + b, c) * 2", "((a+b)/c-1)*2"),
        ("1 - growth(a, b)", "1-(a/b-1)"),
        ("guidance.high - guidance.low", "guidance.high-guidance.low"),
        ("growth / 2025-sales", "growth/2025-sales"),  # ids, both of them
    ],
)
def test_what_a_formula_says(text: str, said: str) -> None:
    assert written(text) == said


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("", "the formula is empty", "write it like"),
        ("12 / 4", "names no fact", "write the figure as `value`"),
        ("sales -costs", "in '-costs' a minus touches an operand", "white space on both sides"),
        ("sales- costs", "in 'sales-' a minus touches an operand", "white space on both sides"),
        ("(sales) -(costs)", "a minus touches what stands beside it", "white space on both sides"),
        ("- costs", "a minus has nothing before it", "write `0 - costs`"),
        ("sales × 2", "× is no sign of a formula", "write *"),
        ("sales − costs", "− is no sign of a formula", "write -"),
        ("sales * 50%", "% is no sign of a formula", "write 0.05 for 5%"),
        ("sales / 1,000", "a comma parts nothing", "write 1000, not 1,000"),
        ("sales costs", "before 'costs' an operator is missing", "write it like"),
        ("(sales", "a parenthesis is not closed", "add the `)`"),
        ("sales)", "a `)` closes nothing", "take it out"),
        ("Sales / users", "'Sales' is no id", "ids are lower-case: sales"),
        ("growth(sales)", "growth has one operand", "write growth(now, before)"),
        ("growth(a, b, c)", "growth has more than two operands", "write growth(now, before)"),
        ("sum(a, b)", "there is no function 'sum'", "known is growth(now, before)"),
        ("sales /", "the formula ends where an operand should stand", "write it like"),
        ("(" * 60 + "a" + ")" * 60, "too many parentheses", "part it"),
        (" + ".join(["a"] * 201), "names 201 facts", "part it"),
        ("a" * 5_000, "has 5,000 characters", "part it"),
    ],
)
def test_what_is_no_formula(text: str, wrong: str, right: str) -> None:
    with pytest.raises(WrongValueError) as told:
        parse_formula(text)
    assert wrong in told.value.fault.wrong
    assert right in told.value.fault.right


def test_an_id_of_digits_alone_is_a_number() -> None:
    assert [operand.name for operand in operands_of(parse_formula("2025 * a-2025"))] == ["a-2025"]
