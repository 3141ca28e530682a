r"""What a number format shows of a number, however it is spelt: sign, digits, unit, qualifier.

`"第"#,##0"代"` and `\第#,##0\代` show the same, and so do `[$-409]mmm yyyy` and
`[$-409]mmm\ yyyy`: programs spell formats in ways of their own when they save.

Source: ISO/IEC 29500-1, 18.8.31 (number formats).
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from exporter.proof.xlsx.cell_words import shown

_PIECE = re.compile(
    r"""(?P<literal>"[^"]*"|\\.)
    |\[\$(?P<sign>[^\]-]*)(?:-[^\]]*)?\]
    |(?P<unlike>\[(?:[<>=]|h+\]|m+\]|s+\])|E[+-]|/(?=[?#0-9])|@)
    |(?P<nothing>\[[^\]]*\]|_.|\*.)
    |(?P<general>General)
    |(?P<date>AM/PM|A/P|[ymdhsgeb]+)
    |(?P<digits>[0#?][0#?,.]*|\.[0#?]+)
    |(?P<percent>%)
    |(?P<bare>.)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_SECTION_END = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)', re.DOTALL)
_PARTS = {"y": "year", "m": "month", "d": "day", "h": "hours", "s": "seconds"}
_LITERALS, _GENERAL, _PERCENT = {"literal", "sign", "bare"}, "general", "percent"


@dataclass(frozen=True, slots=True)
class _Section:
    """A section of a format, taken apart.

    Attributes:
        before: What stands before the digits, or before the first code of a date.
        digits: The placeholders of the digits; "General"; "" where there are none.
        after: What stands behind the digits.
        codes: The letters of the codes of a date, each once: how much of a day shows.
        percents: How many percent signs it has.
    """

    before: str
    digits: str
    after: str
    codes: str
    percents: int


def same_format(expected: str, actual: str) -> bool:
    """Whether two number formats are the same but for their spelling."""
    if expected == actual:
        return True
    sections = _sections(expected)
    return sections is not None and sections == _sections(actual)


def show_alike(expected: str, actual: str, number: float) -> tuple[str, str] | None:
    """What two number formats show of a number; None where they show the same.

    Of a date it is the same where as much of it shows (its year, month, day), in whatever order,
    and behind the same qualifier. Commas between thousands make no difference.

    Args:
        expected: The number format that a cell should have.
        actual: The one that it has.
        number: What it holds.
    """
    if expected == actual:
        return None
    both = [_show(code, number) for code in (expected, actual)]
    if None in both:  # a format of a kind that we do not write is not one of ours, spelt anew
        return (expected, actual) if _spelt(expected) != _spelt(actual) else None
    right, found = (words or "" for words in both)
    return (right, found) if right.replace(",", "") != found.replace(",", "") else None


def _show(code: str, number: float) -> str | None:
    """A number as it shows; a date as what shows of it; None where that cannot be said."""
    sections = _sections(code)
    if sections is None:
        return None
    section, is_signed = _of_number(sections, number)
    if section.codes:
        parts = ", ".join(_PARTS.get(code, code) for code in section.codes)
        return f"{section.before}{shown(number, 'd')} ({parts})"
    if not section.digits:
        return section.before
    minus = "-" if is_signed else ""
    if section.digits == _GENERAL:
        return f"{minus}{section.before}{shown(abs(number))}{section.after}"
    return f"{minus}{section.before}{_digits(section, abs(number))}{section.after}"


def _of_number(sections: tuple[_Section, ...], number: float) -> tuple[_Section, bool]:
    """The section for a number, and whether a minus sign is put before it."""
    if number < 0 and len(sections) > 1:
        return sections[1], False
    if number == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], number < 0


def _digits(section: _Section, number: float) -> str:
    whole, _, decimals = section.digits.partition(".")
    thousands = len(whole) - len(whole.rstrip(",")) + len(decimals) - len(decimals.rstrip(","))
    whole, decimals = whole.rstrip(","), decimals.rstrip(",")
    exact = Decimal(f"{number:.15g}").scaleb(2 * section.percents - 3 * thousands)
    rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    told = f"{rounded:{',' if ',' in whole else ''}f}"
    for placeholder in reversed(decimals):
        if placeholder == "0" or not told.endswith("0"):
            break
        told = told[:-1]
    return told.rstrip(".")


@lru_cache(4096)
def _sections(code: str) -> tuple[_Section, ...] | None:
    """The sections of a format for positive numbers, negative ones and nought; None if unknown."""
    codes = [match[1] for match in _SECTION_END.finditer(code) if match[0]]
    if len(codes) > 1 and ("unlike", "@") in _pieces(codes[-1]):
        codes.pop()  # how texts show
    sections = [_section(part) for part in codes[:3]]
    return None if None in sections else tuple(section for section in sections if section)


def _section(code: str) -> _Section | None:
    texts, digits, codes, percents = ["", ""], "", "", 0
    for kind, piece in _pieces(code):
        if kind == "unlike" or (kind in {"digits", _GENERAL} and digits):
            return None
        if kind == "date":
            codes += "".join(sorted({*piece.lower()} - {*codes}))
        elif kind in {"digits", _GENERAL}:
            digits = _GENERAL if kind == _GENERAL else piece
        elif not codes:
            percents += kind == _PERCENT
            texts[bool(digits)] += piece
    if codes and digits:
        return None
    before, after = (text.replace("\xa0", " ") for text in texts)
    return _Section(
        before.lstrip(), digits, after.rstrip(), "".join(sorted(codes, reverse=True)), percents
    )


def _pieces(code: str) -> list[tuple[str, str]]:
    """The pieces of a section that show, each with its kind; literals without their quotes."""
    pieces = []
    for match in _PIECE.finditer(code):
        kind, piece = match.lastgroup or "", match[match.lastgroup or 0]
        if kind == "literal":
            piece = piece[1:-1] if piece.startswith('"') else piece[1:]
        if kind != "nothing":
            pieces.append((kind, piece))
    return pieces


def _spelt(code: str) -> list[tuple[str, str]]:
    """The pieces of a format, with neighbouring literals as one."""
    joined: list[tuple[str, str]] = []
    for kind, piece in _pieces(code):
        if kind in _LITERALS and joined and joined[-1][0] == "literal":
            joined[-1] = ("literal", joined[-1][1] + piece)
        else:
            joined.append(("literal" if kind in _LITERALS else kind, piece))
    return joined
