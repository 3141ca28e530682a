"""A workbook that people go through who do not see it well, or at all: `profile: accessible`.

After the guidance of the UK Government's Analysis Function on spreadsheets: docs/conventions.md
names each rule, and the test that holds it. What changes a sheet's cells is laid out so from the
start (`layout.py`); here is what changes how they look.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from exporter.facts.words import Lang
from exporter.report.labels import LISTS, WORDS
from exporter.report.theme import PALETTE
from exporter.report.themes.model import Letterhead, Theme
from exporter.report.xlsx.heads import with_whole_head
from exporter.report.xlsx.model import PrintedPages, Sheet, Slice, Style, Table, Workbook
from exporter.report.xlsx.styles import WRAPPED

_SIZE, _USUAL = 12.0, Style().size  # points
# Columns grow a little less than their letters, so that what fits a page at 80 % fits it at the
# smallest scale at which 12 points print at 8; their padding has the room.
_WIDER, _SMALLEST = 1.19, 67


def lay_out_lists(words: Table, lang: Lang) -> Sheet:
    """The words of the drop-down lists on a sheet of their own, since a sheet has one table."""
    name = LISTS.in_(lang)
    return Sheet(name, name, WORDS["lists note"].in_(lang), (words,))


def plain_theme(theme: Theme) -> Theme:
    """A theme in black on white, without its logo: colour and pictures carry nothing here."""
    return replace(theme, sheet=PALETTE, letterhead=replace(theme.letterhead, logo=None))


def accessible(book: Workbook, lang: Lang) -> Workbook:
    """A workbook as laid out, in larger letters, on no ground, with nothing frozen or filtered.

    What its printed pages have above and below stands in a cell of the first sheet.

    Args:
        book: In a plain theme.
        lang: Its language.
    """
    first, *others = (_sheet(sheet, lang) for sheet in book.sheets)
    first = replace(first, guide=_with_house(first.guide, book.theme.letterhead))
    wrapped = {f"{WRAPPED}note": replace(book.styles["note"], wrap=True)}
    return replace(
        book,
        sheets=tuple(map(with_whole_head, (first, *others))),
        styles=_styles({**book.styles, **wrapped}),
        properties=replace(book.properties, language=lang),
        header="",
        footer="",
        size=_SIZE,
        is_plain=True,
    )


def _sheet(sheet: Sheet, lang: Lang) -> Sheet:
    key = "table and chart" if sheet.chart else "one table"
    parts = (WORDS[key].in_(lang), WORDS["blank cells"].in_(lang))
    chart = sheet.chart and replace(sheet.chart, width=int(sheet.chart.width * _WIDER))
    return replace(
        sheet,
        tables=tuple(_table(table) for table in sheet.tables),
        chart=chart,
        tab_colour="",
        guide=("" if lang == "zh" else " ").join(parts),
        pages=sheet.pages and _pages(sheet.pages),
    )


def _table(table: Table) -> Table:
    """A table with wider columns, streamed or not."""
    columns = tuple(replace(one, width=round(one.width * _WIDER, 1)) for one in table.columns)
    cells = table.cells and partial(_wider, table.cells, [column.width for column in columns])
    return replace(table, columns=columns, cells=cells)


def _wider(cells: Callable[[], Iterator[Slice]], widths: Sequence[float]) -> Iterator[Slice]:
    """The slices of a table with columns of these widths."""
    for part in cells():
        pairs = zip(part.columns, widths, strict=True)
        yield replace(part, columns=tuple(replace(one, width=width) for one, width in pairs))


def _pages(pages: PrintedPages) -> PrintedPages:
    return replace(pages, scale=max(int(pages.scale * _USUAL / _SIZE), _SMALLEST))


def _styles(styles: Mapping[str, Style]) -> dict[str, Style]:
    return {
        name: replace(
            style,
            size=max(style.size, _SIZE),
            is_heading=name.removeprefix(WRAPPED) == "title",
            fill="",
            colour=PALETTE.ink if style.colour == PALETTE.paper else style.colour,
        )
        for name, style in styles.items()
    }


def _with_house(guide: str, head: Letterhead) -> str:
    said = " · ".join(text for text in (head.house, *head.by) if text)
    return f"{guide} {said}" if said else guide
