"""Tables of a page: those that hold data, row by row, apart from those that lay a page out."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from exporter.evidence.documents.html.tree import Element, is_seen

_LONGEST_CELL = 300  # characters; what is longer is prose, and its table lays the page out
_MOST_SPANNED = 1_000  # columns; HTML has no more
# White space but what separates thousands, which a plain space does not: 1 204 500.
_SPACE = re.compile(r"(?:(?!(?<=[0-9])[\u00a0\u2009\u202f][0-9]{3}(?![0-9]))\s)+")
_BEFORE = re.compile(r"[$€£¥￥(（+−–-]{1,3}|(?:US|HK|A|C|NT|S)\$|RMB")  # stands before its figure
_BEHIND = re.compile(r"[%‰)）]{1,3}|pp|x|bps?")  # and behind it
# No year, no unit and no other head, beside which % is a head of its own.
_FIGURE = re.compile(
    r"(?!(?:19|20)[0-9]{2}$)[(（+−–~<>≈-]{0,3}\s?(?:[A-Z]{0,3}[$€£¥￥]|RMB)?"
    r"\s?[(（+−–-]?[0-9][0-9.,'’ ]*[)）]?|[$€£¥￥]?[—–-]{1,2}|n/?[am]\.?"
)
_DASH = re.compile(r"[−–-]")
_BULLET = re.compile(r"[•·▪◦‣●○■□*–—-]")


def is_data(table: Element) -> bool:
    """Whether a table holds data: rows and columns of short cells, and no table in them."""
    if (
        table.get("role") == "presentation"
        or next(table.iterdescendants("table"), None) is not None
    ):
        return False
    rows = [_cells(row) for row in table.iter("tr")]
    filled = [[words for words, _ in row if words] for row in rows]
    if max(map(len, filled), default=0) < 2:
        return False
    return all(len(words) <= _LONGEST_CELL for row in filled for words in row if len(row) > 1)


def rows_of(table: Element) -> Iterator[str]:
    """The rows of a table as lines, cells joined by tabs; its caption first."""
    for caption in table.iter("caption"):
        yield _words(caption)
    found = list(_rows(table))
    rows = [_placed(cells) for cells in found]
    columns = _columns(rows, {span for cells in found for span in _spans(cells)})
    for row in rows:
        cells = ["".join(row[column] for column in group if column < len(row)) for group in columns]
        if any(cells):
            yield "\t".join(_without_bullet(cells)).rstrip("\t")


def _columns(rows: Sequence[Sequence[str]], spans: Collection[range]) -> list[list[int]]:
    """The columns that hold something; those are one that share a head, and never both are filled.

    A page that sets signs apart has three columns under each year.
    """
    filled = {
        column: {at for at, row in enumerate(rows) if column < len(row) and row[column]}
        for column in range(max(map(len, rows), default=0))
    }
    columns: list[list[int]] = []
    for column, at in filled.items():
        if not at:
            continue
        before = columns[-1] if columns else []
        is_one = any(before and before[0] in span and column in span for span in spans)
        if is_one and not any(filled[one] & at for one in before):
            before.append(column)
        else:
            columns.append([column])
    return columns


def _spans(cells: Sequence[tuple[str, int]]) -> Iterator[range]:
    """The columns of each cell that takes several."""
    start = 0
    for words, span in cells:
        if words and span > 1:
            yield range(start, start + span)
        start += span


def _rows(table: Element) -> Iterator[list[tuple[str, int]]]:
    """The cells of each row that is seen; one of a row above that reaches into it is empty here."""
    reaching: dict[int, int] = {}  # by column, for how many rows more
    for row in table.iter("tr"):
        if not is_seen(row):
            continue
        cells: list[tuple[str, int]] = []
        at = 0
        own = [cell for cell in row if cell.tag in {"td", "th"} and is_seen(cell)]
        for cell in own:
            at = _skip(cells, at, reaching)
            span, rows = _span(cell), _span(cell, "rowspan")
            cells.append((_words(cell), span))
            for column in range(at, at + span):
                reaching[column] = rows
            at += span
        _skip(cells, at, reaching)
        reaching = {column: rows - 1 for column, rows in reaching.items() if rows > 1}
        yield cells


def _skip(cells: list[tuple[str, int]], at: int, reaching: Mapping[int, int]) -> int:
    """Where the next cell of a row stands, behind those that reach into it from above."""
    while reaching.get(at, 0):
        cells.append(("", 1))
        at += 1
    return at


def _cells(row: Element) -> list[tuple[str, int]]:
    """The words of a row's cells, and how many columns each takes."""
    cells = [cell for cell in row if cell.tag in {"td", "th"} and is_seen(cell)]
    return [(_words(cell), _span(cell)) for cell in cells]


def _span(cell: Element, way: str = "colspan") -> int:
    said = cell.get(way) or "1"
    return min(max(int(said), 1), _MOST_SPANNED) if said.isascii() and said.isdigit() else 1


def _placed(cells: Sequence[tuple[str, int]]) -> list[str]:
    """Cells at their columns; a sign in a cell of its own stands with its figure."""
    row: list[str] = []
    figure = -1  # the column of the last figure, to which a sign behind it belongs
    sign = ""
    for words, span in cells:
        if not words and _DASH.fullmatch(sign):
            row[-1], sign = sign, ""  # for nothing, and no minus of a figure further on
        if words and _BEFORE.fullmatch(words):
            sign += words
            row += [""] * span
            continue
        if figure >= 0 and _BEHIND.fullmatch(words) and _FIGURE.fullmatch(row[figure]):
            row[figure] += words
            row += [""] * span
            continue
        if words:
            figure = len(row)
        row += [sign + words if words else "", *[""] * (span - 1)]
        sign = "" if words else sign
    if sign:
        row[-1] += sign  # before no figure: a dash for nothing, in its own column
    return row


def _words(cell: Element) -> str:
    """A cell's words in a line."""
    from exporter.evidence.documents.html.paragraphs import paragraphs_of

    return _SPACE.sub(" ", " ".join(paragraphs_of(cell))).strip()


def _without_bullet(cells: list[str]) -> list[str]:
    """A row without the bullet that makes it an item of a list."""
    return cells[1:] if len(cells) > 1 and _BULLET.fullmatch(cells[0]) and cells[1] else cells
