"""Columns on paper: which page each is printed on, and how wide a chart may be beside them.

A page takes what fits at the smallest scale at which the smallest letters, of 10 points, print at
8. Sheets are laid out for the narrower of A4 and US Letter, across, so that they print on either.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from exporter.report.theme import WORKBOOK_FONTS
from exporter.report.xlsx.heads import WIDEST_HEAD, holding, with_whole_head
from exporter.report.xlsx.model import SIDE_MARGIN, Chart, Column, PrintedPages, Sheet, Table

FEWEST_PIXELS, MOST_PIXELS = 260, 560  # of a chart's width
CHART_CHARACTER = 7.5  # pixels of a name or a figure in a chart
_AROUND, _LEAST_BARS = 4.0, 80  # characters around names and figures; pixels of the longest bar
_PAPER = 792 - 2 * SIDE_MARGIN * 72  # points: US Letter across, without its margins
_SMALLEST = 80  # percent
# Each column is rounded to a dot, and programs round once more: some of a page stays free for that.
_ROUNDED = 3.0  # points
_ROOM = _PAPER * 100 / _SMALLEST - _ROUNDED
# Of a digit in 10 points. In our fonts it has 5.56, which Excel alone rounds to 7 pixels. Others
# may be wider, some by much. A column has some pixels more than its characters.
_DIGIT, _WIDER_DIGIT = 5.6, 6.0
_DIGITS = {**dict.fromkeys(WORKBOOK_FONTS.values(), _DIGIT),
           **dict.fromkeys(("Noto Serif", "Noto Serif CJK SC", "Noto Sans CJK SC"), _DIGIT),
           **dict.fromkeys(("Verdana", "DejaVu Sans", "DejaVu Serif"), 6.4)}  # fmt: skip
_PADDING = 4.0
_PIXELS = 7.0  # of a character, as Excel has it in our fonts
_USUAL = 8.43  # characters of a column of which nothing is said
GUTTER = 2.0  # characters between a table and its chart
# Columns of texts, which may be narrower than they ask for: in characters, at the narrowest. Ids
# are links, which LibreOffice does not break into lines.
_NARROWEST = {"metric": 16, "attribution": 12, "quote": 16, "translation": 12, "formula": 12,
              "note": 12, "also_in": 12, "accepted": 14, "change": 12, "doubt": 12}  # fmt: skip
# What is read line by line gives way last.
_EASY = {**_NARROWEST, "quote": 28, "translation": 24}
# What is read line by line is wider than this where a page has room that nothing else asks for.
_USUALLY = {"quote": 38, "translation": 38}
_PAGES = 2  # side by side, for a table that one page does not take
_NARROW, _STEP = 16.0, 4.0  # characters of a narrowed column of a wide table
_FIRST_PAGE_KEYS = 7  # A to G of an entity sheet; H begins the second page


def least_width(chart: Chart) -> float:
    """The pixels that a chart takes at least: its names, its figures, and bars between them."""
    texts = CHART_CHARACTER * (chart.names + chart.figures + _AROUND)
    return min(max(texts + _LEAST_BARS, FEWEST_PIXELS), MOST_PIXELS)


def chart_column(pixels: float) -> float:
    """The width of the column that a chart stands in, in characters.

    It has one of its own: programs end a page between columns, and of several the last is seldom
    filled.
    """
    return round(pixels / _PIXELS, 1)


@dataclass(frozen=True, slots=True)
class _Chart:
    """How wide the chart beside a table may be, in points; 0 for none."""

    least: float = 0.0
    most: float = 0.0


def fitted(
    columns: Mapping[str, Column],
    font: str,
    title: float = 0.0,
    *,
    has_chart: bool,
    least_chart: float = FEWEST_PIXELS,
) -> tuple[dict[str, Column], int]:
    """The columns of an entity's table, as wide as two pages take, and the width of its chart.

    What needs no more room than there is stays as it is. Else long quotes and translations give
    up what is more than usual, then the chart gives way, then texts, each as much as the others by
    what it has to give, quotes and translations last; figures never do. Where that is not enough,
    the sheet's title stands in several lines.

    Args:
        columns: By key, as wide as they would be.
        font: Of the book.
        title: How wide the sheet's title is, in characters. The first column, which is printed
            alone on the second page, holds it if it can.
        has_chart: Whether a chart stands to the right of them.
        least_chart: How narrow it may be at least, in pixels.

    Returns:
        The columns, and the chart's width in pixels.
    """
    keys = list(columns)
    columns = {**columns, keys[0]: holding(columns[keys[0]], title)}
    first, second = keys[:_FIRST_PAGE_KEYS], [keys[0], *keys[_FIRST_PAGE_KEYS:]]
    chart = _Chart()
    if has_chart:
        gutter = _points(GUTTER, font)
        least, most = (_points(chart_column(one), font) for one in (least_chart, MOST_PIXELS))
        chart = _Chart(least + gutter, most + gutter)
    rest, wide = _narrowed({key: columns[key] for key in second}, font, chart, title=title)
    if wide + sum(_points(column.width, font) for column in rest.values()) > _ROOM + 1:
        # The chart has a page of its own anyhow: see `printed_facts`.
        rest, _ = _narrowed({key: columns[key] for key in second}, font, _Chart(), title=title)
        wide = chart.most
    kept = {**columns, **rest}
    narrowed, _ = _narrowed({key: kept[key] for key in first}, font, _Chart(), fixed=keys[:1])
    room = wide - _points(GUTTER, font) - _PADDING
    pixels = round(room / _digit(font) * _PIXELS) if has_chart else 0
    return {**kept, **narrowed}, pixels


def fitted_on_one(columns: Mapping[str, Column], font: str) -> dict[str, Column] | None:
    """The columns of an entity's table, as wide as one page takes without a chart.

    Args:
        columns: By key, as wide as they would be.
        font: Of the book.

    Returns:
        The columns; None where texts would be too narrow to be read with ease.
    """
    easy = {
        key: replace(column, width=min(column.width, _EASY.get(key, column.width)))
        for key, column in columns.items()
    }
    if not fit_one_page(easy.values(), font):
        return None
    return _narrowed(columns, font, _Chart())[0]


def fit_one_page(columns: Iterable[Column], font: str) -> bool:
    """Whether a page takes columns side by side."""
    return sum(_points(column.width, font) for column in columns) <= _ROOM + 1


def printed(sheet: Sheet, font: str, least: Mapping[int, float] | None = None) -> Sheet:
    """A sheet whose columns are printed side by side on as few pages as take them.

    Beyond the first page, columns that name rows are printed again, unless a table begins there.

    Args:
        sheet: The sheet.
        font: Of the book.
        least: How narrow columns of texts of its first table may be, by their indices, where that
            brings all of them on one page.
    """
    sheet = _on_one_page(sheet, font, least or {})
    widths = _widths(sheet, font)
    starts = {table.first_column for table in sheet.tables}
    breaks: list[int] = []
    begin, used = 0, 0.0
    for at, width in enumerate(widths):
        if at > begin and used + width > _ROOM:
            begin = max((start for start in starts if begin < start <= at), default=at)
            breaks.append(begin)
            again = 0 if begin in starts else sum(widths[: sheet.stub])
            used = sum(widths[begin:at]) + again
        used += width
    if breaks and breaks[-1] == len(widths) - 1:
        breaks[-1] -= _has_room_before(breaks, widths, starts, sheet.stub)
    repeated = bool(breaks) and not starts.intersection(breaks)
    stub = sheet.stub if repeated else 0
    return with_whole_head(replace(sheet, pages=_pages(widths, breaks, stub)))


def _has_room_before(
    breaks: Sequence[int], widths: Sequence[float], starts: Collection[int], stub: int
) -> bool:
    """Whether the last column, alone on its page, can have the one before it for company."""
    before = breaks[-1] - 1
    is_free = before > max([stub, *breaks[:-1]]) and breaks[-1] not in starts
    return is_free and sum(widths[:stub]) + sum(widths[before:]) <= _ROOM


def printed_wide(sheet: Sheet, font: str, wrapped: Collection[int]) -> Sheet:
    """A sheet of many columns on two pages side by side, or more where two do not take them.

    Args:
        sheet: The sheet, of one table.
        font: Of the book.
        wrapped: The indices of columns of texts, which are narrowed as far as that takes.
    """
    (table,) = sheet.tables
    most = max((table.columns[at].width for at in wrapped), default=0.0)
    while True:
        narrowed = printed(_no_wider(sheet, wrapped, most), font)
        if narrowed.pages and len(narrowed.pages.breaks) < _PAGES:
            return narrowed
        if most <= _NARROW:
            return printed(sheet, font)
        most = max(most - _STEP, _NARROW)


def _no_wider(sheet: Sheet, wrapped: Collection[int], most: float) -> Sheet:
    (table,) = sheet.tables
    columns = tuple(
        replace(column, width=min(column.width, most)) if at in wrapped else column
        for at, column in enumerate(table.columns)
    )
    return replace(sheet, tables=(replace(table, columns=columns),))


def _on_one_page(sheet: Sheet, font: str, least: Mapping[int, float]) -> Sheet:
    """The sheet with the columns of its first table so narrow that one page takes them."""
    table = sheet.tables[0]
    over = sum(_widths(sheet, font)) - _ROOM
    gives = [max(column.width - least.get(at, column.width), 0.0)
             for at, column in enumerate(table.columns)]  # fmt: skip
    share = over / (sum(gives) * _digit(font)) if over > 0 and any(gives) else 0.0
    if not 0 < share <= 1:
        return sheet
    columns = tuple(
        replace(column, width=int((column.width - share * give) * 10) / 10)
        for column, give in zip(table.columns, gives, strict=True)
    )
    return replace(sheet, tables=(replace(table, columns=columns), *sheet.tables[1:]))


def printed_facts(sheet: Sheet, font: str) -> Sheet:
    """An entity's sheet: all of it on one page, or A to G, then A again with what follows.

    A chart is on the second page. Where that does not take it with columns at their narrowest, the
    chart has a page, which else would cut it.
    """
    widths, breaks = _widths(sheet, font), [_FIRST_PAGE_KEYS]
    if sheet.chart:
        widths += [_points(GUTTER, font), _points(chart_column(sheet.chart.width), font)]
        if sum(widths[: sheet.stub]) + sum(widths[_FIRST_PAGE_KEYS:]) > _ROOM + 1:
            breaks.append(len(widths) - 2)  # a gutter that no room is left for were a page
    elif fit_one_page(sheet.tables[0].columns, font):
        return replace(sheet, pages=_pages(widths, (), 0))
    pages = _pages(widths, breaks, sheet.stub)
    return with_whole_head(replace(sheet, pages=pages))


def _pages(widths: Sequence[float], breaks: Sequence[int], repeated: int) -> PrintedPages:
    """The largest scale at which each page takes its columns, and so many of the first again."""
    edges = [0, *breaks, len(widths)]
    pages = [sum(widths[start:end]) for start, end in pairwise(edges)]
    again = sum(widths[:repeated])
    widest = max((pages[0], *(page + again for page in pages[1:])), default=0.0)
    scale = int(100 * _PAPER / widest) if widest else 100
    return PrintedPages(min(max(scale, _SMALLEST), 100), tuple(breaks), repeated > 0)


def _narrowed(
    columns: Mapping[str, Column],
    font: str,
    chart: _Chart,
    fixed: Sequence[str] = (),
    title: float = 0.0,
) -> tuple[dict[str, Column], float]:
    """Columns that fit a page with a chart, and the chart's width with its gutter, in points."""
    asked = {key: column.width for key, column in columns.items()}
    over = sum(_points(width, font) for width in asked.values()) + chart.most - _ROOM
    asked, over = _given(asked, {**asked, **_at_most(asked, _USUALLY)}, over, font)
    shrunk = min(max(over, 0.0), chart.most - chart.least)  # bars tell the same when shorter
    over -= shrunk
    for narrowest, holds_title in ((_EASY, True), (_NARROWEST, True), (_NARROWEST, False)):
        gives = {key: width for key, width in narrowest.items() if key not in fixed}
        least = {**asked, **_at_most(asked, gives)}
        if holds_title and title <= WIDEST_HEAD:
            stub = next(iter(least))
            least[stub] = min(max(least[stub], title), asked[stub])
        asked, over = _given(asked, least, over, font)
    narrowed = {
        key: replace(column, width=int(asked[key] * 10) / 10)
        if asked[key] < column.width
        else column
        for key, column in columns.items()
    }
    return narrowed, chart.most - shrunk


def _at_most(widths: Mapping[str, float], most: Mapping[str, float]) -> dict[str, float]:
    return {key: min(widths[key], width) for key, width in most.items() if key in widths}


def _given(
    asked: Mapping[str, float], least: Mapping[str, float], over: float, font: str
) -> tuple[dict[str, float], float]:
    """Widths less what they can give of the points that are over, and how many are over then."""
    gives = sum(asked[key] - least[key] for key in asked) * _digit(font)
    share = min(max(over / gives, 0.0), 1.0) if gives > 0 else 0.0
    kept = {key: width - share * (width - least[key]) for key, width in asked.items()}
    return kept, over - share * gives


def _widths(sheet: Sheet, font: str) -> list[float]:
    """Of all columns from the first to the last of any table, in points."""
    placed = dict(_placed(sheet.tables))
    return [_points(placed.get(at, _USUAL), font) for at in range(max(placed, default=-1) + 1)]


def _placed(tables: Sequence[Table]) -> Iterator[tuple[int, float]]:
    for table in tables:
        for at, column in enumerate(table.columns, table.first_column):
            yield at, column.width


def _points(width: float, font: str) -> float:
    return width * _digit(font) + _PADDING


def _digit(font: str) -> float:
    return _DIGITS.get(font, _WIDER_DIGIT)
