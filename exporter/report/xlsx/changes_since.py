"""What changed since an earlier edition, as a sheet of the newer one's workbook: one table.

Facts come first, entity by entity, then views: a row for each thing that a broker says otherwise.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import pyarrow as pa

from exporter.engine.arrow import one_chunk, strings
from exporter.facts.currencies import CURRENCIES
from exporter.facts.views import STANCE_LABELS, View
from exporter.facts.words import Bilingual, Lang
from exporter.report.changes.model import (
    CHANGE_LABELS,
    EVIDENCE_FIELDS,
    FIELD_LABELS,
    YES_OR_NO,
    Change,
    Changes,
    ViewChange,
)
from exporter.report.changes.view_prices import told_prices
from exporter.report.changes.view_sentences import told_view_also
from exporter.report.formats import show_period
from exporter.report.labels import CHANGE_COLUMNS, CHANGES, EVIDENCE_WORDS, WORDS, columns_in
from exporter.report.theme import PALETTE
from exporter.report.view_terms import show_target
from exporter.report.xlsx.book_fonts import BookFonts
from exporter.report.xlsx.change_links import ChangeLinks
from exporter.report.xlsx.changes import fact_columns, wrapped
from exporter.report.xlsx.columns import fitting_width, ids_width, text_column
from exporter.report.xlsx.model import Column, Sheet, Table, make_cells
from exporter.report.xlsx.pages import printed_wide
from exporter.report.xlsx.styles import figure_style

_CELLS = ("styles", "texts", "numbers", "links")
_SAID = ("stance", "rating", "target_price", "thesis")  # of a view that is new, or no more
_PRICES = frozenset({"target_price", "previous_target_price"})
_WIDEST_ID = 40
_QUOTES = ("old_quote", "new_quote")


def lay_out_changes_since(
    changes: Changes, to_page: ChangeLinks, lang: Lang, fonts: BookFonts
) -> Sheet:
    """Lay the sheet Changes of a workbook out.

    Args:
        changes: Of what the workbook tells.
        to_page: What of them stands on the evidence page, to which their rows lead.
        lang: The language.
        fonts: Those of the workbook.
    """
    views = [line for change in changes.views for line in _lines(change, changes, lang)]
    columns = _of_facts(changes, to_page, lang)
    for key, more in _of_views(views, columns, to_page).items():
        columns[key] = _above(columns[key], more)
    rows = len(changes.facts) + len(views)
    note = (
        WORDS["since note"]
        .in_(lang)
        .format(
            old=show_period(changes.old.isoformat(), lang),
            new=show_period(changes.new.isoformat(), lang),
            count=len(changes.facts) + len(changes.views),
        )
    )
    name = CHANGES.in_(lang)
    table = Table("Changes", tuple(columns.values()), rows)
    sheet = Sheet(name, name, note, (table,), tab_colour=PALETTE.accent)
    return printed_wide(
        fonts.roomy(sheet), fonts.text, wrapped(columns) - {[*columns].index("fact")}
    )


def _of_facts(changes: Changes, to_page: ChangeLinks, lang: Lang) -> dict[str, Column]:
    columns = fact_columns(changes, lang)
    headers, told = columns_in(CHANGE_COLUMNS, lang), list(changes.facts)
    quotes = [[side.quote if side else "" for side in (one.old, one.new)] for one in told]
    for key, texts in zip(_QUOTES, zip(*quotes, strict=True) if quotes else ((), ()), strict=True):
        columns[key] = text_column(headers[key], list(texts), "text", 24, 44)
    links = [to_page.of_fact(change) for change in told]
    ids = [one.fact.id for one in told]
    columns["fact"] = _linked(text_column(headers["fact"], list(ids), "code", 14, 40), links)
    before = [one.old.id if one.old and one.old.id != one.fact.id else "" for one in told]
    order = ["entity", "metric", "as_of", "change", "before", "now", "unit", "difference",
             "relative", "also", *_QUOTES, "source", "fact"]  # fmt: skip
    if any(before):
        columns["old_fact"] = text_column(headers["old_fact"], list(before), "code", 14, 40)
        order.append("old_fact")
    return {key: columns[key] for key in order}


def _linked(column: Column, links: Sequence[str | None]) -> Column:
    """A column of ids that open something; what opens nothing does not look as if it did.

    It is as wide as its ids: LibreOffice does not break links into lines, and cuts them.
    """
    styles = ["link" if link else column.style for link in links]
    texts = strings([]) if column.texts is None else column.texts
    cells = make_cells(texts=texts, links=strings(links), styles=pa.array(styles, pa.string()))
    width = fitting_width(column.header, ids_width(texts, _WIDEST_ID), 14, _WIDEST_ID)
    return Column(column.header, width, column.style, cells)


class _Aspect(NamedTuple):
    """What a view said and says of one thing; a number is a target price."""

    before: str | Decimal | None = None
    now: str | Decimal | None = None
    unit: str = ""
    also: str = ""


class _Line(NamedTuple):
    """A row of a view."""

    change: ViewChange
    subject: str
    aspect: str
    kind: str
    said: _Aspect


def _lines(change: ViewChange, changes: Changes, lang: Lang) -> Iterator[_Line]:
    view, kind = change.view, CHANGE_LABELS[change.change].in_(lang)
    subject = changes.entities.get(view.subject.en) or view.subject
    broker = changes.broker_of(change).in_(lang)
    fields = tuple(field for field in change.fields if field not in EVIDENCE_FIELDS)
    if change.change in {Change.ADDED, Change.WITHDRAWN}:
        fields = tuple(field for field in _SAID if getattr(view, field) is not None)
    for label, said in _aspects(change, changes, fields, lang):
        aspect = WORDS["broker aspect"].in_(lang).format(broker=broker, aspect=label)
        yield _Line(change, subject.in_(lang), aspect, kind, said)


def _aspects(
    change: ViewChange, changes: Changes, fields: Sequence[str], lang: Lang
) -> Iterator[tuple[str, _Aspect]]:
    """What a view says otherwise, or that its evidence is another."""
    if change.change is Change.EVIDENCE:
        also = told_view_also(change, changes, lang)
        yield EVIDENCE_WORDS["evidence"].in_(lang), _Aspect(also=also)
    for field in fields:
        before, now = (
            _said(view, field, changes, lang) if view else None for view in (change.old, change.new)
        )
        if field == "price":
            before, now = told_prices(change, lang)
        said = _prices(change, field, lang) if field in _PRICES else _Aspect(before, now)
        yield FIELD_LABELS[field].in_(lang), said


def _prices(change: ViewChange, field: str, lang: Lang) -> _Aspect:
    """Target prices as numbers, in their currency; as texts where there are two."""
    prices: list[Decimal | None] = [
        getattr(view, field) if view else None for view in (change.old, change.new)
    ]
    priced = [
        (view, price)
        for view, price in zip((change.old, change.new), prices, strict=True)
        if view and price is not None
    ]
    currencies = {view.currency for view, _ in priced}
    if len(currencies) == 1:
        return _Aspect(prices[0], prices[1], _currency(currencies.pop() or "", lang))
    texts = {id(view): show_target(price, view, lang) for view, price in priced}
    before, now = (texts.get(id(view)) for view in (change.old, change.new))
    return _Aspect(before, now)


def _currency(code: str, lang: Lang) -> str:
    return CURRENCIES[code].zh if lang == "zh" and code in CURRENCIES else code


def _said(view: View, field: str, changes: Changes, lang: Lang) -> str:
    said = getattr(view, field)
    if field == "stance":
        said = STANCE_LABELS[said]
    if field == "report_date":
        return show_period(said.isoformat(), lang) if said else ""
    if field == "rating_reading":
        said = YES_OR_NO[said]
    if field == "broker":
        said = changes.brokers.get(said, said)
    if field == "subject":
        said = changes.entities.get(said.en, said)
    if field == "drivers":
        return WORDS["list separator"].in_(lang).join(driver.in_(lang) for driver in said)
    return said.in_(lang) if isinstance(said, Bilingual) else "" if said is None else str(said)


def _of_views(
    lines: Sequence[_Line], columns: dict[str, Column], to_page: ChangeLinks
) -> dict[str, Column]:
    """The rows of views, for the columns that have something of them."""
    if not lines:
        return {}
    prices = [_both_prices(line.said) for line in lines]
    amounts = [None if pair is None else pair[1] - pair[0] for pair in prices]
    relative = [
        None if pair is None or pair[0] <= 0 else round(float((pair[1] - pair[0]) / pair[0]), 6)
        for pair in prices
    ]
    sides = [(line.change.old, line.change.new) for line in lines]
    texts = {
        "entity": [line.subject for line in lines],
        "metric": [line.aspect for line in lines],
        "change": [line.kind for line in lines],
        "unit": [line.said.unit for line in lines],
        "also": [line.said.also for line in lines],
        "old_quote": [old.quote if old else "" for old, _ in sides],
        "new_quote": [new.quote if new else "" for _, new in sides],
        "source": [line.change.view.source for line in lines],
        "fact": [line.change.view.id for line in lines],
    }
    found = {key: _texts(columns[key], said) for key, said in texts.items()}
    links = [to_page.of_view(line.change) for line in lines]
    found["fact"] = _linked(found["fact"], links)
    found["before"] = _figures(columns["before"], [line.said.before for line in lines])
    found["now"] = _figures(columns["now"], [line.said.now for line in lines])
    found["difference"] = _figures(columns["difference"], amounts, is_signed=True)
    cells = make_cells(numbers=pa.array(relative, pa.float64()))
    found["relative"] = Column(columns["relative"].header, 12, columns["relative"].style, cells)
    return {key: found.get(key) or _texts(columns[key], [""] * len(lines)) for key in columns}


def _both_prices(said: _Aspect) -> tuple[Decimal, Decimal] | None:
    """The prices of a row, where there are two that differ."""
    before, now = said.before, said.now
    if not isinstance(before, Decimal) or not isinstance(now, Decimal) or before == now:
        return None
    return before, now


def _texts(column: Column, said: Sequence[str]) -> Column:
    return text_column(column.header, list(said), column.style, column.width, 44)


def _figures(
    column: Column, said: Sequence[str | Decimal | None], *, is_signed: bool = False
) -> Column:
    numbers = [float(one) if isinstance(one, Decimal) else None for one in said]
    texts = [one if isinstance(one, str) and one else None for one in said]
    styles = [
        _style(one, is_signed=is_signed) if isinstance(one, Decimal) else "text" for one in said
    ]
    cells = make_cells(
        styles=strings(styles), texts=strings(texts), numbers=pa.array(numbers, pa.float64())
    )
    width = text_column(column.header, texts, "text", column.width, 29).width
    return Column(column.header, width, column.style, cells, header_style=column.header_style)


def _style(price: Decimal, *, is_signed: bool) -> str:
    exponent = price.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    digits = f"#,##0{'.' + '0' * places if places else ''}"
    return figure_style(f'+{digits};"−"{digits};{digits}' if is_signed else digits)


def _above(column: Column, below: Column) -> Column:
    """A column with further rows below its own."""
    parts = [(one, _rows(one)) for one in (column, below)]
    if not parts[0][1]:
        return _with_header(below, column)
    if not parts[1][1]:
        return column
    fields = {name: [_field(one, name, rows) for one, rows in parts] for name in _CELLS}
    cells = make_cells(
        **{
            name: one_chunk(pa.chunked_array(arrays))
            for name, arrays in fields.items()
            if any(array.null_count < len(array) for array in arrays)
        }
    )
    width = max(column.width, below.width)
    return Column(column.header, width, column.style, cells, header_style=column.header_style)


def _with_header(below: Column, column: Column) -> Column:
    return Column(
        column.header, below.width, below.style, below.cells, header_style=column.header_style
    )


def _rows(column: Column) -> int:
    return 0 if column.cells is None else len(column.cells)


def _field(column: Column, name: str, rows: int) -> pa.Array:
    """One field of all cells of a column, whatever its cells are made of."""
    if name == "styles":
        styles = column.styles
        return pa.repeat(pa.scalar(styles), rows) if isinstance(styles, str) else styles
    array = getattr(column, name)
    kind = pa.float64() if name == "numbers" else pa.string()
    return pa.nulls(rows, kind) if array is None else array
