"""A row of a table as words alone: some words, and cells to its end.

Net sales $ 53.1 48.2 10%; what its cells are in, is said elsewhere.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.engine.regex import regex

_MONEY = r"(?:(?:us|hk|nt|[acs])?\s?[$€£¥₩₹]|rmb|chf|r\$)"
# 000 by itself is no number: capex (£000).
_NUMBER = (
    r"(?!000(?![0-9.,]))(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
)
_UNIT = r"%|‰|pp|ppts?|pts?|个百分点|x|倍|bps?|p"
_NOTHING = r"(?:~\s?)?[-—–]{1,2}(?:\s?%)?|n[/.]?[am]\.?|nil|\*{1,2}|不适用|flat|unch(?:anged)?"
_CELL = (
    rf"(?:(?P<about>~)\s?)?(?:(?P<way>up|down)\s)?"
    rf"(?:(?P<sign>{_MONEY})\s?)?(?:(?P<opened>\()\s?)?(?:(?P<minus>[-–])|(?P<plus>\+))?\s?"
    rf"(?P<inside>{_MONEY})?\s?"
    rf"(?P<number>{_NUMBER})\s?(?P<unit_in>{_UNIT})?(?P<closed>\s?\))?\s?(?P<unit>{_UNIT})?"
    r"(?: (?P<size>trillion|billion|million|thousand))?[\^*†‡]{0,2}"
)
_ANY = re.sub(r"\(\?P<[a-z_]+>", "(?:", _CELL)
_EITHER = rf"(?:{_ANY}|{_MONEY}?\s?(?:{_NOTHING}))"
_NOTES_BEHIND = r"(?:\s*\((?:[a-z]|[¹²³⁴-⁹]{1,2})\))*"  # 1.8 $ 317.04 (²)
# How long what a row is about is used, in its last column: 3 years, over life of lease.
_LASTS = (
    r"(?:\s+(?P<lasts>(?:[0-9]{1,2}\s?(?:-|–|to)\s?)?[0-9]{1,2} years?"
    r"|over (?:the )?(?:shorter of )?(?:the )?(?:life|term)[a-z ]*))"
)
_CELLS = regex(rf"(?:(?<=\s)|^){_EITHER}(?:\s+{_EITHER})*?{_NOTES_BEHIND}{_LASTS}?\s*$")
_ONE = regex(
    rf"(?:(?:{_CELL})|(?P<sign_of_nothing>{_MONEY})?\s?(?P<nothing>{_NOTHING}))(?=\s|$|\([a-z¹²³⁴-⁹])"
)
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_LONGEST = 400  # characters of a passage; what is longer is prose


class Row(NamedTuple):
    """A row as its words have it.

    Attributes:
        head: What stands before its cells.
        cells: Each with the offset of its passage in the quote.
    """

    head: str
    cells: list[tuple[int, re.Match[str]]]


def whole_cells(words: str) -> list[re.Match[str]]:
    """The cells of words, in small letters, that are nothing else; none where they are not."""
    cells = _CELLS.match(words)
    if not cells or cells["lasts"]:
        return []
    return [cell for cell in _ONE.finditer(words) if cell["number"] or cell["nothing"]]


def row_in(passage: str, start: int) -> Row | None:
    """A passage as a row: some words, and cells to its end; the years of a head are none."""
    if len(passage) > _LONGEST:
        return None
    trailing = _CELLS.search(passage)
    if trailing is None:
        return None
    cells = [
        (start, cell)
        for cell in _ONE.finditer(passage, trailing.start(), _end_of_cells(trailing))
        if cell["number"] or cell["nothing"]
    ]
    numbers = [cell["number"] for _, cell in cells if cell["number"]]
    if not numbers or all(map(_YEAR.fullmatch, numbers)):
        return None
    head = passage[: trailing.start()].strip()
    if len(cells) == 1 and _BEFORE_DAY.search(head):
        return None  # three months ended June 30: the day of a head
    first = cells[0][1]
    is_rate = "%" in {first["unit"], first["unit_in"]} and _BEFORE_RATE.search(head)
    if is_rate or (_YEAR.fullmatch(first[0].strip()) and _BEFORE_YEAR.search(head)):
        head, cells = f"{head} {cells[0][1][0].strip()}", cells[1:]  # balances at May 31, 2024
    return Row(head, cells)


def with_empty_cells(row: Row, width: int) -> Row:
    """A row in which a dash before a space is an empty cell, where so many columns have room.

    Under 2026 2025 the row Buy-backs - 10.0 says that there was nothing, and 10.0 before; with one
    column it says minus 10.0.
    """
    parted = [part for start, cell in row.cells for part in _parted(start, cell)]
    has_room = len(row.cells) < len(parted) <= width
    return row._replace(cells=parted) if has_room else row


def _parted(start: int, cell: re.Match[str]) -> list[tuple[int, re.Match[str]]]:
    """A cell by itself, or the dash and the figure that it may be."""
    dash = _APART.match(cell[0])
    if dash is None or cell["opened"]:
        return [(start, cell)]
    at = cell.start() + dash.end()
    parts = _ONE.match(cell.string, cell.start(), at), _ONE.match(cell.string, at, cell.end())
    return [(start, part) for part in parts if part is not None]


_APART = regex(r"[-–](?=\s)")


def _end_of_cells(trailing: re.Match[str]) -> int:
    return trailing.start("lasts") if trailing["lasts"] else trailing.end()


_BEFORE_RATE = regex(r"(?<![a-z])rates? (?:of|at)$")  # at the statutory rate of 35% $49
_BEFORE_DAY = regex(
    r"(?:ended|ending|as (?:of|at))\s(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)$"
)
# And what names a part of the year: Q1 2025 52.1 340.
_BEFORE_YEAR = regex(
    r"(?:[a-z]{3,9}\.? [0-9]{1,2},|(?<![a-z])fiscal|^(?:[hq][1-4]|[1-4][hq]|(?:[369]|12)m"
    r"|(?:first|second|third|fourth) (?:quarter|half)|nine months))$"
)


def range_ends(cells: Sequence[re.Match[str]]) -> dict[int, int]:
    """Which of some cells are ends of ranges, by their index: -1 the low one, 1 the high one.

    $2.46 - $2.52 is one; 100 - 90, without signs, are two figures and nothing between them.
    """
    found: dict[int, int] = {}
    for at in range(1, len(cells) - 1):
        low, dash, high = cells[at - 1 : at + 2]
        is_dash = (dash["nothing"] or "") == "-" and at - 1 not in found
        if is_dash and own_mark(low) and own_mark(high):
            found[at - 1], found[at + 1] = -1, 1
    return found


def own_mark(cell: re.Match[str]) -> str:
    """What a cell itself says that it is in; "" for nothing."""
    return cell["sign"] or cell["inside"] or cell["unit"] or cell["unit_in"] or ""
