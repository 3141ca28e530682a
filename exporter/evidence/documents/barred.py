"""Tables of plain texts whose cells stand between bars: | Revenue | 212.0 | 200.0 |.

Some have a rule below their heads, as Markdown's, and many have none. Lines with bars that tell no
figures are no table: Home | Markets | Contact.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_BAR = re.compile(r"(?<!\\)[|│]")
_RULE = re.compile(r"[-|│:=+ ]*-{2,}[-|│:=+ ]*")
_FIGURE = re.compile(r"[^\w]{0,4}(?:[A-Za-z]{2,3})?[^\w]{0,3}[0-9].{0,24}|[-–—]|n/?[am]\.?")
_FEWEST = 2  # rows, and cells of a row


def tables_in_bars(lines: Sequence[str], *, ruled: bool) -> Iterator[tuple[int, int, list[str]]]:
    """First line, line behind the last, and the lines with tabs, of each table set by bars.

    Args:
        lines: Of a text.
        ruled: Whether tables with a rule are wanted, too, which Markdown reads by itself.
    """
    for is_barred, run in groupby(enumerate(lines), lambda line: _is_barred(line[1])):
        table = list(run) if is_barred else []
        rows = [_cells(line) for _, line in table if not _is_rule(line)]
        if _is_table(rows) and (ruled or len(rows) == len(table)):
            tabbed = ["\t".join(row).rstrip("\t") for row in rows]
            yield table[0][0], table[-1][0] + 1, tabbed


def _is_barred(line: str) -> bool:
    return len(_BAR.findall(line)) >= _FEWEST


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line.strip()) is not None


def _cells(line: str) -> list[str]:
    """The cells of a line; bars at its edges part nothing."""
    text = line.strip()
    cells = [" ".join(cell.replace("\\|", "|").split()) for cell in _BAR.split(text)]
    first = 1 if _BAR.match(text) else 0
    return cells[first : -1 if len(cells) > first + 1 and not cells[-1] else None]


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of as many cells each tell figures behind their heads."""
    if len(rows) < _FEWEST or len({len(row) for row in rows}) > 1 or len(rows[0]) < _FEWEST:
        return False
    told = sum(any(_FIGURE.fullmatch(cell) for cell in row[1:]) for row in rows)
    return told * 2 >= len(rows)
