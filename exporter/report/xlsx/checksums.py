"""What the formulas of the Checks sheet add up: every sum once of our cells, once as a formula.

One edit of one cell always changes one of them, and sorting changes none:

- Figures of a sheet reach from cents to trillions; a sum of all has no digit left for the small
  ones. So the digits of each figure are added up by themselves: its power of ten, its first eight
  digits, its further seven. These are whole numbers, which every program adds exactly.
- Of a text each character counts, by the code that it has and by its place in the cell.
- What is calculated is calculated anew by every program, whose last digits are its own. So its
  logarithms are added up: an edit of the ninth digit is seen, one of the fifteenth is not.

Formulas name ranges of cells, since not every program knows the columns of tables, and are entered
as arrays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import copysign, floor, fsum, log1p, log10

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter import limits
from exporter.engine.arrow import LongIntegers, integer_values, one_chunk, text_bytes, valid_rows
from exporter.report.links import column_name
from exporter.report.xlsx.model import Column

# Formulas are worked out anew after every edit of what they add up. Character by character, or by
# COUNTIF, which compares each id with all, that takes a second for some thousands of facts. The
# lengths of all texts, or a weight of each id, take one for about 100,000.
MOST_EXACT, MOST_MEASURED = 5_000, 100_000
_MOST_PLACES = 5_000_000  # rows of a column times the characters of its longest text
_WHOLE = 2**53  # up to here a float64 has every whole number
_MOST_SUMMED = 1e9  # programs take numbers for equal that differ behind the fifteenth digit
_DIGITS, _FIRST = 15, 8  # what Excel keeps of a number; how many of these are added up first
_KEPT = 13  # digits of a sum that every program writes alike when it saves the file again
# Of places, before they are squared: what one character adds, its neighbours then cannot take away.
_AHEAD = 99
_SPACE = ord(" ")
_FOUR_BYTES = 0xF0  # the least first byte of a character that takes four in UTF-8


@dataclass(frozen=True, slots=True)
class CellSums:
    """Sums of the cells of a column; those of its parts may be added.

    Attributes:
        characters: Of all texts.
        longest: Of the longest text.
        places: What each character's code is above that of the blank, times its place.
        squares: The same, times the square of its place.
        beyond: Whether there are characters beyond the Basic Multilingual Plane: Excel counts
            UTF-16 code units, LibreOffice code points.
        numbers: How many cells hold a number.
        total: The sum of the numbers; None unless all of them are whole.
        powers: The sum of their powers of ten.
        first: The sum of their first eight digits.
        further: The sum of the seven digits that follow.
        calculated: How many cells hold a formula's number, which is in none of the sums above.
        logarithms: The sum of their logarithms: ln(1 + x), with the sign of x.
    """

    characters: int = 0
    longest: int = 0
    places: int = 0
    squares: float = 0.0
    beyond: bool = False
    numbers: int = 0
    total: float | None = 0.0
    powers: int = 0
    first: int = 0
    further: int = 0
    calculated: int = 0
    logarithms: float = 0.0

    def __add__(self, other: "CellSums") -> "CellSums":
        """The sums of the cells of both."""
        is_whole = self.total is not None and other.total is not None
        return CellSums(
            self.characters + other.characters,
            max(self.longest, other.longest),
            self.places + other.places,
            self.squares + other.squares,
            self.beyond or other.beyond,
            self.numbers + other.numbers,
            (self.total or 0.0) + (other.total or 0.0) if is_whole else None,
            self.powers + other.powers,
            self.first + other.first,
            self.further + other.further,
            self.calculated + other.calculated,
            self.logarithms + other.logarithms,
        )


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a formula adds up, and what it gives.

    Attributes:
        kind: Which sum, a key of CHECKS_MADE in `report.labels`.
        of: What it is of, for the label: a column's header, or a unit.
        is_whole: Whether it is a whole number, which programs give exactly.
        forgiven: How much of the sum, or of one, programs may differ by, where it is not whole.
    """

    kind: str
    of: str
    formula: str
    expected: float
    is_whole: bool = True
    forgiven: str = "1E-9"


def cell_sums(column: Column, rows: int, calculated: pa.Array | None = None) -> CellSums:
    """The sums of a column's cells.

    Args:
        column: The column, or a part of it.
        rows: Of its whole sheet, which decides what is added up.
        calculated: Which cells hold what is calculated, the last digits of which are each
            program's own; None for none.
    """
    distinct, indices = column.distinct()
    if distinct.cells is None or rows > MOST_MEASURED:
        return CellSums()
    count = len(distinct.cells)
    times = (
        np.ones(count, np.int64)
        if indices is None
        else np.bincount(integer_values(indices), minlength=count).astype(np.int64)
    )
    texts = _of_texts(distinct, times, rows)
    if calculated is None or indices is not None or not pc.any(calculated).as_py():
        return texts + _of_numbers(distinct, times, rows)
    stated = times * ~one_chunk(calculated).to_numpy(zero_copy_only=False)
    return texts + _of_numbers(distinct, stated, rows) + _of_calculated(distinct, calculated, rows)


def _of_texts(column: Column, times: LongIntegers, rows: int) -> CellSums:
    """The sums of texts, each of which stands so many times."""
    if column.texts is None:
        return CellSums()
    texts, times = column.texts.drop_null(), times[valid_rows(column.texts)]
    lengths: LongIntegers = pc.utf8_length(texts).to_numpy().astype(np.int64)
    measured = CellSums(int((lengths * times).sum()), int(lengths.max(initial=0)))
    if (text_bytes(texts) >= _FOUR_BYTES).any():
        return measured + CellSums(beyond=True)
    if rows > MOST_EXACT:
        return measured
    content = "".join(texts.to_pylist()).encode("utf-16-le")
    codes = np.frombuffer(content, "<u2").astype(np.int64) - _SPACE
    begins = np.cumsum(lengths) - lengths
    places = np.arange(len(codes)) - np.repeat(begins, lengths) + 1 + _AHEAD
    weighted = codes * places
    if (times != 1).any():
        weighted *= np.repeat(times, lengths)
    squares = weighted.astype(np.float64) @ places.astype(np.float64)
    return measured + CellSums(places=int(weighted.sum()), squares=float(squares))


def _of_numbers(column: Column, times: LongIntegers, rows: int) -> CellSums:
    """The sums of numbers, each of which stands so many times."""
    if column.numbers is None or rows > MOST_EXACT:
        return CellSums()
    numbers = column.numbers.drop_null().to_pylist()
    counts = times[valid_rows(column.numbers)].tolist()
    powers = first = further = 0
    for number, count in zip(numbers, counts, strict=True):
        power, begins, follows = _parts(number)
        powers += power * count
        first += begins * count
        further += follows * count
    is_whole = all(map(float.is_integer, numbers))
    total = fsum(n * count for n, count in zip(numbers, counts, strict=True)) if is_whole else None
    return CellSums(numbers=sum(counts), total=total, powers=powers, first=first, further=further)


def _of_calculated(column: Column, calculated: pa.Array, rows: int) -> CellSums:
    """The sum of the logarithms of calculated numbers, which no last digit changes much."""
    if column.numbers is None or rows > MOST_EXACT:
        return CellSums()
    numbers = column.numbers.filter(calculated).to_pylist()
    return CellSums(
        calculated=len(numbers), logarithms=fsum(copysign(log1p(abs(n)), n) for n in numbers)
    )


def _parts(number: float) -> tuple[int, int, int]:
    """A number's power of ten, its first eight digits, its further ones; as `_of_digits` has it."""
    size = abs(number)
    power = floor(log10(size or 1.0))
    digits = str(floor(size / 10.0 ** (power - _DIGITS + 1) + 0.5))
    sign = (number > 0) - (number < 0)
    return power, sign * int(digits[:_FIRST]), sign * int(digits[_FIRST - _DIGITS :])


def checksums(
    header: str, cells: str, sums: CellSums, rows: int, formulas: str = ""
) -> Iterator[Checksum]:
    """The formulas that an edit of any cell of a column changes.

    Args:
        header: The column's.
        cells: The range of its cells, as formulas name it.
        sums: Of its cells.
        rows: Of its sheet.
        formulas: The range beside it that says which of them are calculated; "" where all are, if
            any is.
    """
    if rows > MOST_EXACT:
        return
    typed = f'IF(({formulas}="")*ISNUMBER({cells}),{cells},0)' if sums.calculated else ""
    if sums.numbers and sums.total is not None and abs(sums.total) < _MOST_SUMMED:
        yield Checksum("sum", header, f"=SUM({typed or cells})", sums.total)
    elif sums.numbers:
        yield from _of_digits(header, typed or f"IF(ISNUMBER({cells}),{cells},0)", sums)
    if sums.calculated:
        yield _of_logarithms(header, cells, sums, formulas)
    if sums.longest and not sums.beyond and rows * sums.longest <= _MOST_PLACES:
        yield _of_places(header, cells, sums)


def _of_logarithms(header: str, cells: str, sums: CellSums, formulas: str) -> Checksum:
    is_one = f'({formulas}<>"")*ISNUMBER({cells})' if formulas else f"ISNUMBER({cells})"
    figures = f"IF({is_one},{cells},0)"
    formula = f"=SUM(SIGN({figures})*LN(1+ABS({figures})))"
    expected = float(f"{sums.logarithms:.{_KEPT}g}")
    return Checksum(
        "calculated figures", header, formula, expected, is_whole=False, forgiven="1E-12"
    )


def _of_digits(header: str, figures: str, sums: CellSums) -> Iterator[Checksum]:
    power = f"INT(LOG10(ABS({figures})+({figures}=0)))"
    digits = f'TEXT(ABS({figures})/10^({power}-{_DIGITS - 1}),"0")'
    sign, tail = f"SIGN({figures})", _DIGITS - _FIRST
    yield Checksum("powers", header, f"=SUM({power})", sums.powers)
    yield Checksum("first", header, f"=SUM({sign}*LEFT({digits},{_FIRST}))", sums.first)
    yield Checksum("further", header, f"=SUM({sign}*RIGHT({digits},{tail}))", sums.further)


def _of_places(header: str, cells: str, sums: CellSums) -> Checksum:
    """UNICODE came with Excel 2013, whose functions have a prefix in files ([MS-XLSX], 2.2.2).

    Gnumeric wants both of what MID is given to be as high and as wide: what is added is nothing.
    """
    place = f"COLUMN($A$1:${column_name(min(sums.longest, limits.COLUMNS) - 1)}$1)"
    texts, places = f'{cells}&REPT("",{place})', f"{place}+0*LEN({cells})"
    code = f'(_xlfn.UNICODE(MID({texts},{places},1)&" ")-{_SPACE})'
    weight, total = f"({place}+{_AHEAD})", float(sums.places)
    if abs(sums.squares) < _WHOLE:
        weight, total = f"{weight}^2", sums.squares
    return Checksum("places", header, f"=SUM(ISTEXT({cells})*{code}*{weight})", total)


def lengths_of(cells: Mapping[str, str], sums: Mapping[str, CellSums], rows: int) -> list[Checksum]:
    """How many characters a sheet's texts have, those aside that programs count differently.

    Args:
        cells: The ranges of its columns, by key.
        sums: Of their cells, by key.
        rows: Of the sheet.
    """
    counted = {key: some.characters for key, some in sums.items() if not some.beyond}
    if rows > MOST_MEASURED or not any(counted.values()):
        return []
    # ISTEXT leaves out the numbers of the columns that hold both.
    terms = [f"SUM(ISTEXT({cells[key]})*LEN({cells[key]}))" for key, n in counted.items() if n]
    return [Checksum("text", "", f"={'+'.join(terms)}", float(sum(counted.values())))]
