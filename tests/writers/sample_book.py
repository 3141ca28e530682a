"""A small workbook as `report/` lays one out, about a company that does not exist."""

from dataclasses import replace
from datetime import date

import pyarrow as pa

from exporter.report.properties import Properties
from exporter.report.theme import PALETTE
from exporter.report.xlsx.model import (
    Chart,
    Column,
    PrintedPages,
    Sheet,
    Sparkline,
    Style,
    Table,
    Workbook,
    make_cells,
)

HEADERS = ("Metric", "Value", "Unit", "Qualifier", "As of", "Status", "Attributed to", "Quote",
           "Translation", "Source", "Fact")  # fmt: skip
TEXT = Style(colour=PALETTE.ink, wrap=True, rule_below=PALETTE.line)
FIGURE = replace(TEXT, bold=True, align="right", indent=1, wrap=False)
HEADER = Style(bold=True, colour=PALETTE.paper, fill=PALETTE.accent, valign="center", wrap=True)
STYLES = {
    "title": Style(size=16, bold=True, colour=PALETTE.accent, valign="center"),
    "note": Style(size=9, colour=PALETTE.muted, valign="center"),
    "header": HEADER,
    "header-figure": replace(HEADER, align="right", indent=1),
    "text": TEXT,
    "link": replace(TEXT, colour=PALETTE.link, underline=True),
    "id": replace(TEXT, size=8, colour=PALETTE.link, underline=True),
    "over": replace(FIGURE, number_format='"> "#,##0'),
    "about": replace(FIGURE, number_format='"≈ "0%'),
    "exact": replace(FIGURE, number_format="#,##0"),
    "words": replace(FIGURE, wrap=True),
    "day": replace(FIGURE, number_format="yyyy-mm-dd"),
    "month": replace(TEXT, number_format="mmm yyyy", align="left"),
    "alert": Style(bold=True, colour=PALETTE.negative, fill=PALETTE.alert),
}
_NOT_A_NUMBER = None
_FACTS = (
    # metric, number, text, style, unit, qualifier, serial, status, who, quote, translation
    ("Parcels sorted", 100_000_000.0, None, "over", "parcels", "over", 45200.0, "achieved",
     "Northwind Cloud", ("智能分拣系统累计处理包裹突破1亿件，覆盖全国三百个分拨中心，"
     "其中夜间班次占比超过一半"),
     ("The sorting system has handled more than 100 million parcels at 300 hubs, "
     "over half of them at night")),
    ("Routes planned", 42_000_000.0, None, "over", "routes", "over", 45200.0, "achieved",
     "Northwind Cloud", "路线规划超过4200万条", "More than 42 million routes were planned"),
    ("Returns handled", 9_500_000.0, None, "exact", "parcels", "exact", 45170.0, "claimed", None,
     "处理退货950万件", "9.5 million returns were handled"),
    ("Share of night shifts", 0.19, None, "about", "%", "about", 45170.0, "planned", "Chen Wei",
     "夜班占比约19%", "Night shifts make up about 19%"),
    ("Opening of the Chengdu hub", 45231.0, None, "day", "date", "exact", 45231.0, "planned",
     "Northwind press office", "成都分拨中心将于2023年11月1日启用",
     "The Chengdu hub opens on 1 November 2023"),
    ("Customers", _NOT_A_NUMBER, "retailers, farms", "words", None, None, 45200.0, "achieved", None,
     "客户包括零售商和农场", "Customers include retailers and farms"),
)  # fmt: skip


def strings(values: object) -> pa.Array:
    return pa.array(values, pa.string())


def sample_book() -> Workbook:
    """Contents, one sheet of facts with a chart, one of live checks."""
    return Workbook(
        name="sample",
        lang="en",
        sheets=(_contents(), _facts(), _checks()),
        styles=STYLES,
        properties=Properties(
            "Northwind robots",
            "Parcels",
            "Northwind desk",
            "robots, parcels",
            date(2023, 11, 1),
            "5c" * 32,
        ),
        font="Arial",
        footer="&L&8Northwind robots, 1 November 2023&R&8Page &P of &N",
        accent=PALETTE.accent,
        defined_names={
            "units": "=Checks!$D$5:$D$7",
            "statuses": "=Checks!$E$5:$E$7",
        },
    )


def a_column(
    header: str,
    width: float,
    styles: str | pa.Array,
    texts: pa.Array | None = None,
    numbers: pa.Array | None = None,
    truths: pa.Array | None = None,
    *,
    formulas: pa.Array | None = None,
    links: pa.Array | None = None,
    choices: str = "",
    alert: str = "",
    header_style: str = "header",
) -> Column:
    """A column with such cells; `styles` is the name of one for all, or one a row."""
    style, own = (styles, None) if isinstance(styles, str) else ("", styles)
    cells = make_cells(
        styles=own, texts=texts, numbers=numbers, truths=truths, formulas=formulas, links=links
    )
    return Column(header, width, style, cells, choices, alert, header_style)


def changed(column: Column, **fields: pa.Array | None) -> Column:
    """The column with some fields of its cells as given."""
    names = ("texts", "numbers", "truths", "formulas", "links")
    kept = {name: getattr(column, name) for name in names}
    own = None if isinstance(column.styles, str) else column.styles
    return replace(column, cells=make_cells(**{"styles": own, **kept, **fields}))


def in_memory(table: Table) -> Table:
    """The table with all its cells in memory."""
    slices = list(table.slices())
    columns = tuple(
        replace(column, cells=pa.concat_arrays([one_a_row(part.columns[index]) for part in slices]))
        for index, column in enumerate(table.columns)
    )
    facts = [part.facts for part in slices if part.facts is not None]
    return replace(
        table, columns=columns, facts=pa.concat_arrays(facts) if facts else None, cells=None
    )


def one_a_row(column: Column) -> pa.StructArray:
    """The cells of a column, one a row."""
    distinct, indices = column.distinct()
    return distinct.cells if indices is None else distinct.cells.take(indices)


def book_of(*columns: Column, rows: int, facts: pa.Array | None = None) -> Workbook:
    """The sample's frame around a single table."""
    sheet = Sheet("Data", "Title", "Note", (Table("data", columns, rows, facts=facts),))
    return replace(sample_book(), sheets=(sheet,), defined_names={})


def _contents() -> Sheet:
    columns = (
        a_column("Sheet", 22, "link", strings(["Sorting robots", "Checks"]),
               links=strings(["internal:'Sorting robots'!A1", "internal:'Checks'!A1"])),
        a_column("Facts", 9, "exact", numbers=pa.array([6.0, None]),
               header_style="header-figure"),
        a_column("Headline", 60, "text", strings(["Parcels sorted: > 100,000,000", None])),
    )  # fmt: skip
    title = "Northwind: robots across its warehouses"
    before, latest = pa.array([-2.0, None]), pa.array([3.0, None])
    trend = (
        a_column("Trend", 12, "text"),
        a_column("Previous", 12, "exact", numbers=before, header_style="header-figure"),
        a_column("Latest", 12, "exact", numbers=latest, header_style="header-figure"),
    )
    return Sheet(
        "Contents",
        title,
        "As of 1 November 2023",
        (Table("contents", (*columns, *trend), 2),),
        sparklines=(Sparkline(4, 3, 4, 5, most=3.5),),
    )


def _facts() -> Sheet:
    metric, number, text, style, unit, qualifier, serial, status, who, quote, said = zip(
        *_FACTS, strict=True
    )
    ids = [f"robots-{name.lower().replace(' ', '-')}" for name in metric]
    url = "https://news.example/robots#:~:text=%E8%B7%AF%E7%BA%BF"
    columns = (
        a_column(HEADERS[0], 24, "text", strings(metric)),
        a_column(HEADERS[1], 17, strings(style), strings(text), pa.array(number, pa.float64()),
               header_style="header-figure"),
        a_column(HEADERS[2], 10, "text", strings(unit), choices="=units"),
        a_column(HEADERS[3], 10, "text", strings(qualifier)),
        a_column(HEADERS[4], 11, "month", numbers=pa.array(serial)),
        a_column(HEADERS[5], 10, "text", strings(status), choices="=statuses"),
        a_column(HEADERS[6], 18, "text", strings(who)),
        a_column(HEADERS[7], 24, "text", strings(quote)),
        a_column(HEADERS[8], 24, "text", strings(said)),
        a_column(HEADERS[9], 18, "link", strings(["Northwind News"] * 6),
               links=strings([url] * 6)),
        a_column(HEADERS[10], 24, "id", strings(ids),
               links=strings([f"evidence.en.html#{name}" for name in ids])),
    )  # fmt: skip
    alt_text = "Bars of parcels, routes and returns."
    chart = Chart("Parcels and routes", alt_text, (0, 1, 2), 0, 1, width=300)
    table = Table("sorting_robots", columns, len(_FACTS), facts=strings(ids))
    note = "What is known of the sorting robots as of 1 November 2023; 6 facts, each with its quote"
    return Sheet(
        "Sorting robots",
        "Sorting robots",
        note,
        (table,),
        chart,
        PALETTE.accent,
        pages=PrintedPages(80, (7,), repeated=True),
    )


def _checks() -> Sheet:
    checks = (
        a_column("Check", 30, "text", strings(["Facts on the sheet", "All confirmed", "First fact"])),
        a_column("Result", 16, strings(["exact", "text", "text"]),
               strings([None, None, "Parcels sorted"]),
               numbers=pa.array([6.0, None, None]), truths=pa.array([None, True, None], pa.bool_()),
               formulas=strings(["=ROWS(sorting_robots[Fact])", "=B5=6",
                                 "=INDEX(sorting_robots[Metric],1)"]),
               alert="alert", header_style="header-figure"),
    )  # fmt: skip
    lists = (
        a_column("Units", 12, "text", strings(["parcels", "routes", "%"])),
        a_column("Statuses", 12, "text", strings(["achieved", "planned", "claimed"])),
    )
    return Sheet("Checks", "Checks", "Live formulas", (
        Table("checks", checks, 3), Table("lists", lists, 3, first_column=3),
    ))  # fmt: skip
