"""Heads of columns: what each of them is over, and which say changes from one to another.

A head may stand in several lines, of which the upper ones span columns: Three Months Ended over
June 30, over 2023 and 2022.
"""

from collections.abc import Sequence
from typing import NamedTuple

from exporter.drafting.tables.changes_from import with_changes_from
from exporter.drafting.tables.measures import basis_of_change, is_change
from exporter.drafting.tables.no_figures import is_of_notes
from exporter.drafting.tables.period_words import IN_BRACKETS, without_brackets
from exporter.drafting.tables.periods_said import A_YEAR, MONTH, WORDS, YEAR, says_period
from exporter.drafting.tables.spans_said import says_span
from exporter.drafting.tables.spread_heads import is_over_groups, spread_over, width_of
from exporter.drafting.tables.wrapped_heads import whole_heads
from exporter.engine.regex import regex
from exporter.evidence.reading.known_heads import SHARE_EN, SHARE_ZH

_TWO_YEARS = regex(rf"({YEAR})\s?(?:-|vs?\.?|versus|to|compared (?:to|with)|over|较|比)\s?({YEAR})")
_RING = regex(
    r"环比|(?<![a-z])(?:q/q|qoq|q-o-q|quarter[- ]on[- ]quarter|(?:vs?\.?|on|from) (?:the )?"
    r"(?:previous|prior|preceding|last) quarter)(?![a-z])|sequential"
)


def is_sequential(text: str) -> bool:
    """Whether a change is that from the quarter before."""
    return _RING.search(text) is not None


def years_compared(text: str) -> tuple[str, str] | None:
    """The two years of 2015 vs. 2014."""
    found = _TWO_YEARS.search(text)
    return (found[1], found[2]) if found else None


_SHARES = regex(rf"(?:.*[^\w])?(?:[\u4e00-\u9fff]{{0,6}}(?:{SHARE_ZH})|{SHARE_EN})\s?(?:\(%\))?")


def is_of_shares(head: str) -> bool:
    """Whether a column tells what share the figures of the one before it are: 占营业收入比重."""
    return _SHARES.fullmatch(head) is not None


class Column(NamedTuple):
    """The head of a column.

    Attributes:
        text: All its lines joined, in small letters, folded.
        own: Those lines of it that are not over all columns.
        leaf: The lowest of its lines.
        compares: Whether its figures are changes.
        says_period: Whether it says a period by itself.
        own_now: The own text of the first column of its group; of another its own.
        now: The text of the first column of its group, whose figures a change leads to.
    """

    text: str
    own: str
    leaf: str
    compares: bool
    says_period: bool
    own_now: str
    now: str


def columns_of(lines: Sequence[Sequence[str]], count: int) -> tuple[list[Column], str]:
    """The heads of so many columns, and why a person should look at them; "" where they are plain.

    Args:
        lines: The cells of each line of heads, from the top, in small letters, folded.
        count: How many cells a row has.
    """
    lines = [
        part
        for line in whole_heads(with_changes_from(lines), count)
        for part in _parted(_with_its_year(line) if count == 1 else line, count, lines)
    ]
    while len(lines) > 1 and len(lines[-1]) == 1 and max(map(len, lines)) > 1:
        # Words below the heads are over no column, unless they say the year of all.
        if A_YEAR.search(lines[-1][0]) and not all(map(A_YEAR.search, lines[0])):
            break
        lines = lines[:-1]
    if not lines:
        return [], "the table has no heads of columns"
    width = width_of(lines, count)
    spread = [cells for line in lines if (cells := spread_over(line, width, lines))]
    if not spread:
        return [], _NOT_UNDERSTOOD
    columns, wrong = _fitted(_joined_columns(spread, width), count)
    is_lost = any(
        len(line) > 1 and any(map(says_span, line)) and not spread_over(line, width, lines)
        for line in lines
    )
    return columns, wrong or _NOT_UNDERSTOOD * is_lost


_NOT_UNDERSTOOD = "the heads of the columns are not understood"


def _with_its_year(line: Sequence[str]) -> list[str]:
    """A line of heads in which a quarter and the year behind it are one: Q3, 2023 Guidance."""
    cells = list(line)
    for at in range(len(cells) - 1, 0, -1):
        if _A_QUARTER.fullmatch(cells[at - 1]) and A_YEAR.match(cells[at]):
            cells[at - 1 : at + 1] = [f"{cells[at - 1]} {cells[at]}"]
    return cells


_A_QUARTER = regex(r"q[1-4]|[1-4]q|(?:first|second|third|fourth) quarter")


def columns_of_wider(
    lines: Sequence[Sequence[str]], width: int, count: int
) -> tuple[list[Column], str]:
    """The heads over a row of fewer cells than its table has, and why to look at them.

    Args:
        lines: The cells of each line of heads, from the top, in small letters, folded.
        width: How many cells the widest row of the table has.
        count: How many cells the row has.
    """
    is_narrow = 1 < count < width and any(len(line) == width for line in lines)
    if not is_narrow or any(len(line) in {count, count + 1} for line in lines if len(line) > 1):
        return columns_of(lines, count)
    columns, wrong = columns_of(lines, width)
    return columns_of(lines, count) if wrong else _fitted(columns, count)


def _has_no_corner(line: Sequence[str], count: int, lines: Sequence[Sequence[str]]) -> bool:
    """Whether the first cell of a line of heads is over columns, too, be it no period's."""
    if len(line) != count:  # Deliveries, Customers over 2025, 2024, Change, 2025, 2024
        return is_over_groups(line, count, lines)
    if is_of_notes(line[0]) or any(map(IN_BRACKETS.fullmatch, line[1:])):
        return True  # Note, 2025, 2024; (in millions), Fair Value, (in millions)
    full = [one[0] for one in lines if len(one) == count]
    is_named = any(_WORDS.search(head) and not _OVER_HEADS.fullmatch(head) for head in full)
    return is_named and not any(map(says_period, line))  # below Options: (in thousands), Price


def _parted(line: Sequence[str], count: int, lines: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """A line of heads without the head of the rows' heads; words of all columns apart.

    Quarters Ended June 30, before 2023 and 2022 is over both.
    """
    first, *rest = line
    if _has_no_corner(line, count, lines):
        return [line]
    if rest and not says_period(first) and not is_change(first) and _is_over_heads(first, rest):
        return [rest]
    is_of_all = len(rest) == count > 1 and A_YEAR.search(first) and says_period(first)
    if is_of_all and not any(says_period(cell) or is_change(cell) for cell in rest):
        return [[first], rest]  # Q1 2026, GAAP, Non-GAAP
    if is_of_all and all(set(A_YEAR.findall(cell)) == set(A_YEAR.findall(first)) for cell in rest):
        return [rest]  # Year 2025, Q1 2025, Q2 2025
    if len(rest) == count > 1 and all(map(_OF_GUIDANCE.fullmatch, rest)):
        return [[first], rest]  # Guidance for 2026, Previous, New
    begins = says_period(first) and not A_YEAR.search(first) and len(rest) > 1
    first = without_brackets(first).strip()  # three months ended June 30 ($ in millions)
    return [[first], rest] if begins and A_YEAR.fullmatch(rest[0]) else [line]


_OF_GUIDANCE = regex(
    r"(?:previous|prior|old|former|initial|original|new|updated|current|revised|raised)"
    r"(?: (?:guidance|outlook|forecast|target|range))?"
)
_WORDS = regex(r"[a-z]{3}")
_OVER_HEADS = regex(
    r"\(.*\)|[$€£¥].*|项目|指标|科目|单位.*|.*(?:in|of) (?:thousands|millions|billions).*"
)


def _is_over_heads(first: str, rest: Sequence[str]) -> bool:
    """Whether the first cell of a line stands over the heads of rows."""
    return _OVER_HEADS.fullmatch(first) is not None or all(
        says_period(cell) or is_change(cell) for cell in rest
    )


def _joined_columns(spread: Sequence[Sequence[str]], width: int) -> list[Column]:
    """The columns of heads whose lines each have a cell for every column."""
    parted = [cells for cells in spread if len(set(cells)) > 1]
    over_all = " ".join(cells[0] for cells in spread if len(set(cells)) == 1)
    changes = [_is_change_at(parted, at) for at in range(width)]
    # First Quarter, 2023 vs. 2022 names a table of figures, not of changes.
    are_changes = is_change(_VERSUS.sub("", over_all)) and not any(changes)
    columns: list[Column] = []
    first = 0
    for at in range(width):
        cells = [line[at] for line in spread if line[at]]
        head = " ".join(cell for cell in cells if _SAYS.search(cell) or says_span(cell))
        own = " ".join(filter(None, (line[at] for line in parted)))
        leaf = cells[-1] if cells else ""
        changes[at] = changes[at] or (bool(columns) and _is_basis(own, columns))
        is_period = not changes[at] and says_period(own or head)
        if is_period and columns and not _goes_on(columns):
            first = at  # another group of periods begins
        if columns and is_of_shares(own):
            columns.append(_beside(columns, head, own, leaf))
            continue
        latest = _latest(_group(columns, first)) if columns else None
        now = head if is_period or are_changes or latest is None else latest.text
        own_now = latest.own if changes[at] and latest is not None else own
        columns.append(Column(head, own, leaf, are_changes or changes[at], is_period, own_now, now))
    return columns


def _group(columns: Sequence[Column], first: int) -> Sequence[Column]:
    """The columns that a change is among: from `first` on, or all where one stands there alone.

    Of Q3 2025, Q2 2025, change, Q3 2024, change the second one leads to Q3 2025, too.
    """
    alone = [column for column in columns[first:] if column.says_period]
    begun = [column.says_period for column in columns[:_FEWEST]]
    is_third = len(alone) == 1 and first > 0 and len(begun) == _FEWEST and all(begun)
    return columns if is_third else columns[first:]


def _beside(columns: Sequence[Column], head: str, own: str, leaf: str) -> Column:
    """A column of shares of what the one before it tells, in the period of that."""
    before = next((one for one in reversed(columns) if not is_of_shares(one.own)), columns[-1])
    text = head if says_period(head) else f"{before.text} {head}".strip()
    said = own if says_period(own) else before.own_now
    return Column(text, own, leaf, compares=False, says_period=False, own_now=said, now=text)


def _goes_on(columns: Sequence[Column]) -> bool:
    """Whether the last of some columns says a period, be it before one of notes or of shares."""
    others = (column for column in columns if not is_of_shares(column.own))
    figures = [column for column in others if not is_of_notes(column.own)]
    return bool(figures) and figures[-1].says_period


def _latest(group: Sequence[Column]) -> Column | None:
    """The column of a group that changes lead to: the first, or of 2024, 2025 the last."""
    if len(group) > _FEWEST and (pair := _alike(group)):
        return pair
    years = [(A_YEAR.findall(one.own), one) for one in group if one.says_period]
    if len(years) < _FEWEST or not all(len(said) == 1 for said, _ in years):
        return group[0] if group else None
    said = [year[0] for year, _ in years]
    return years[-1][1] if said == sorted({*said}) else group[0]


_FEWEST = 2


def _alike(group: Sequence[Column]) -> Column | None:
    """Of H1, H2, FY26, FY25 the later one of the last two, which alone are alike."""
    first, *_, other, last = (_DIGITS.sub("#", column.own) for column in group)
    if other != last or first == last or group[-1].own == group[-2].own or "#" not in last:
        return None
    return max(group[-2:], key=lambda column: column.own)


_DIGITS = regex("[0-9]+")


def _is_basis(own: str, columns: Sequence[Column]) -> bool:
    """Whether a head behind periods says on which basis they are compared: reported, organic."""
    is_one = own.strip() in _IN_PERCENT or basis_of_change(own) is not None
    return is_one and any(column.says_period for column in columns)


_IN_PERCENT = {"%", "(%)", "+/-", "+/-%", "+/- %", "%+/-", "±%", "in %", "per cent", "percent"}


_VERSUS = regex(r"(?:vs?\.?|versus|比|同期)(?![a-z])")
_SAYS = regex(rf"[0-9]|^{MONTH}|(?:months?|weeks?|quarters?|years?) to$|{WORDS.pattern}")


def _is_change_at(parted: Sequence[Sequence[str]], at: int) -> bool:
    """Whether the lowest lines of a head say so: Change over %."""
    lowest = [cells[at] for cells in parted[-2:]]
    years = _TWO_YEARS.fullmatch(lowest[-1].strip()) if lowest else None
    return years is not None or any(map(is_change, lowest)) or is_change(" ".join(lowest))


def _fitted(columns: list[Column], count: int) -> tuple[list[Column], str]:
    """Columns for a row of so many cells: a change may have a sum and a rate."""
    if len(columns) == count:
        return columns, ""
    changes = sum(column.compares for column in columns)
    if count == len(columns) + changes:
        return [column for column in columns for _ in range(1 + column.compares)], ""
    for plain in (
        [column for column in columns if not column.compares],
        [column for column in columns if column.says_period],
    ):
        if count == len(plain):
            return plain, ""
    wrong = f"the row has {count} figures, the table {len(columns)} columns"
    return columns[:count] if count < len(columns) else [], wrong
