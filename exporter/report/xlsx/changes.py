"""What changed between two editions, as sheets: a table of facts, and one of views.

Figures stand as numbers, before and now, each in the format of its own unit; so do the differences.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import one_chunk, strings
from exporter.facts.series import SHOWN
from exporter.facts.table import map_dictionary
from exporter.facts.units import POINTS, TIME
from exporter.facts.words import Lang
from exporter.limits import FOOTER, text_length
from exporter.report.changes.differences import Difference, relative_places
from exporter.report.changes.model import CHANGE_LABELS, FIELD_LABELS, Changes, FactChange, named
from exporter.report.changes.sentences import joined, told_also
from exporter.report.changes.view_sentences import told_views
from exporter.report.formats import show_period
from exporter.report.labels import (
    CHANGE_COLUMNS,
    CHANGES,
    CHANGES_OF_VIEWS,
    VIEW_CHANGES,
    WORDS,
    columns_in,
)
from exporter.report.looks import unit_label, value_looks, value_style
from exporter.report.properties import Properties
from exporter.report.theme import PALETTE, WORKBOOK_FONTS
from exporter.report.values import figure_width, shown_texts, stored_numbers
from exporter.report.xlsx.columns import fitting_width, text_column, text_width
from exporter.report.xlsx.model import Column, Sheet, Table, Workbook, make_cells
from exporter.report.xlsx.pages import printed, printed_wide
from exporter.report.xlsx.styles import HEADER_OF_FIGURES, figure_style, ledger_style, styles_named

_MOST_RANGES = 1_000  # whose formats show their high ends
_WITH_UNIT = frozenset({POINTS, TIME})  # differences whose unit is not that of the figures
_WIDTHS = (12.0, 29.0)  # of figures, in Excel's characters
_WRAPPED = frozenset({"metric", "also", "quote", "old_quote", "new_quote", "fact", "old_fact"})
_ROOM = 5.0  # likewise, for the signs of a unit


def lay_out_changes_book(changes: Changes, names: tuple[str, str], lang: Lang) -> Workbook:
    """What changed, as a workbook of its own.

    Args:
        changes: Between two editions.
        names: How the user named the older one and the newer one.
        lang: The language.
    """
    title = CHANGES.in_(lang)
    sheets = tuple(lay_out_changes(changes, lang))
    about = f"{names[0]} ({changes.old}) → {names[1]} ({changes.new})"
    while text_length(footer := f"&L{about.replace('&', '&&')}") > FOOTER:
        about = about.rstrip("…")[:-1] + "…"
    return Workbook(
        "changes",
        lang,
        sheets,
        styles_named(_style_names(sheets)),
        Properties(title, "", "", "", changes.new),
        WORKBOOK_FONTS[lang],
        footer,
        PALETTE.accent,
    )


def lay_out_changes(changes: Changes, lang: Lang) -> list[Sheet]:
    """The sheet of changed facts, and that of changed views where there are any."""
    name = CHANGES.in_(lang)
    old, new = (show_period(day.isoformat(), lang) for day in (changes.old, changes.new))
    notes = (WORDS[key].in_(lang) for key in ("changes note", "view changes note"))
    note, views_note = (
        dates.format(old=old, new=new, count=count)
        for dates, count in zip(notes, (len(changes.facts), len(changes.views)), strict=True)
    )
    columns = fact_columns(changes, lang)
    table = Table("Changes", tuple(columns.values()), len(changes.facts))
    sheet = Sheet(name, name, note, (table,), tab_colour=PALETTE.accent)
    sheets = [printed_wide(sheet, WORKBOOK_FONTS[lang], wrapped(columns))]
    if changes.views:
        views = VIEW_CHANGES.in_(lang)
        lines = list(told_views(changes, lang))
        table = Table("Views", _view_columns(changes, lines, lang), len(lines))
        sheets.append(printed(Sheet(views, views, views_note, (table,)), WORKBOOK_FONTS[lang]))
    return sheets


def wrapped(columns: Mapping[str, Column]) -> frozenset[int]:
    """The indices of the columns of texts, which may be narrower where a page asks for that."""
    return frozenset(at for at, key in enumerate(columns) if key in _WRAPPED)


def fact_columns(changes: Changes, lang: Lang) -> dict[str, Column]:
    """The columns of changed facts, by their keys in CHANGE_COLUMNS.

    Args:
        changes: Between two editions.
        lang: The language.
    """
    headers = columns_in(CHANGE_COLUMNS, lang)
    told = list(changes.facts)
    facts = [change.fact for change in told]
    differences = [change.difference for change in told]
    magnitudes = [list(side) for side in zip(*(change.magnitudes for change in told), strict=True)]
    before, now = magnitudes or ([], [])
    names = [named(fact.entity, changes.entities, lang) for fact in facts]

    def texts(
        key: str, said: Sequence[str], least: float, most: float, style: str = "text"
    ) -> Column:
        return text_column(headers[key], list(said), style, least, most)

    kinds = [CHANGE_LABELS[change.change].in_(lang) for change in told]
    return {
        "entity": texts("entity", names, 14, 24),  # which holds the note on further pages
        "metric": texts("metric", [fact.metric.in_(lang) for fact in facts], 16, 30, "label"),
        "as_of": texts("as_of", [_periods(change, lang) for change in told], 11, 24),
        "change": texts("change", kinds, 11, 18),
        "before": _values(headers["before"], changes.facts.old, before, lang),
        "now": _values(headers["now"], changes.facts.new, now, lang),
        "unit": texts("unit", _units(changes, (before, now), lang), 8, 17),
        "difference": _amounts(headers["difference"], differences, lang),
        "relative": _relative(headers["relative"], differences),
        "also": texts("also", [_also(change, changes, lang) for change in told], 16, 44),
        "quote": texts("quote", [fact.quote for fact in facts], 24, 44),
        "source": texts("source", [fact.source for fact in facts], 12, 19),
        "fact": texts("fact", [_ids(change) for change in told], 14, 40, "code"),
    }


def _also(change: FactChange, changes: Changes, lang: Lang) -> str:
    """What changed beside the figure; of a unit, which it was, since its column has one."""
    parts = list(told_also(change, lang, changes.entities))
    if change.old and change.new and "unit" in change.fields:
        before, now = (unit.label(lang) or "–" for unit in change.units)
        if before != now:
            parts.insert(0, f"{FIELD_LABELS['unit'].in_(lang)} {before} → {now}")
    return joined(parts, lang)


def _periods(change: FactChange, lang: Lang) -> str:
    """What a figure is as of; both where that changed."""
    sides = [show_period(fact.period, lang) for fact in (change.old, change.new) if fact]
    return " → ".join(dict.fromkeys(filter(None, sides)))


def _ids(change: FactChange) -> str:
    """The id of a fact; of two, the older one's first."""
    return " → ".join(dict.fromkeys(fact.id for fact in (change.old, change.new) if fact))


def _values(header: str, facts: pa.Table, shown: Sequence[str], lang: Lang) -> Column:
    """The values of one side; blank where a fact is not there."""
    is_there = one_chunk(pc.is_valid(facts["id"]))
    some = _there(facts, shown)
    whole = None if some.num_rows <= _MOST_RANGES else frozenset[str]()
    looks = value_looks(some, lang, whole)
    styles = map_dictionary(looks, lambda look: value_style(look, lang), pa.string())
    cells = (
        one_chunk(styles.dictionary.take(styles.indices)),
        one_chunk(shown_texts(some, lang)),
        one_chunk(stored_numbers(some, lang)),
    )
    rows = np.cumsum(is_there.to_numpy(zero_copy_only=False)) - 1
    taken = pa.array(rows, pa.int64(), mask=~is_there.to_numpy(zero_copy_only=False))
    named, texts, numbers = (cell.take(taken) for cell in cells)
    filled = make_cells(styles=pc.fill_null(named, "text"), texts=texts, numbers=numbers)
    width = fitting_width(header, figure_width(some, looks, lang), *_WIDTHS)
    return Column(header, width, "text", filled, header_style=HEADER_OF_FIGURES)


def _there(facts: pa.Table, shown: Sequence[str]) -> pa.Table:
    """The facts of one side that are there, with the column SHOWN."""
    told = facts.append_column(SHOWN, strings(list(shown)))
    return told.filter(pc.is_valid(told["id"])).combine_chunks()


def _units(changes: Changes, shown: tuple[Sequence[str], Sequence[str]], lang: Lang) -> list[str]:
    """The unit that each figure is in; that of before where it is no more."""
    before, now = shown
    sides = (changes.facts.new, changes.facts.old)
    labels = [
        _unit_labels(facts, keys, lang) for facts, keys in zip(sides, (now, before), strict=True)
    ]
    is_there = one_chunk(pc.is_valid(sides[0]["id"])).to_pylist()
    return [now if there else before for now, before, there in zip(*labels, is_there, strict=True)]


def _unit_labels(facts: pa.Table, shown: Sequence[str], lang: Lang) -> list[str]:
    is_there = one_chunk(pc.is_valid(facts["id"])).to_pylist()
    looks = value_looks(_there(facts, shown), lang, frozenset())
    labels = iter(
        map_dictionary(looks, lambda look: unit_label(look, lang), pa.string()).to_pylist()
    )
    return [next(labels) if there else "" for there in is_there]


def _amounts(header: str, differences: Sequence[Difference | None], lang: Lang) -> Column:
    """The differences as numbers with their signs; those of two ends of a range as texts."""
    ends = [told.shown(lang) if told and told.high is not None else None for told in differences]
    numbers = [
        float(_in_magnitude(told, lang)) if told and told.high is None else None
        for told in differences
    ]
    styles = [_amount_style(told, lang) if told else "text" for told in differences]
    cells = make_cells(
        styles=strings(styles), texts=strings(ends), numbers=pa.array(numbers, pa.float64())
    )
    longest = max((text_width(told.shown(lang)) for told in differences if told), default=0.0)
    width = fitting_width(header, longest + _ROOM, *_WIDTHS)
    return Column(header, width, "text", cells, header_style=HEADER_OF_FIGURES)


def _in_magnitude(told: Difference, lang: Lang) -> Fraction:
    """The amount in the magnitude in which a language shows the unit."""
    moved = told.unit.moved(lang)
    return told.amount * Fraction(10) ** moved


def _amount_style(told: Difference, lang: Lang) -> str:
    places = max(told.decimals - told.unit.moved(lang), 0)
    digits = f"#,##0{'.' + '0' * places if places else ''}"
    after = told.unit.after.in_(lang) if told.unit.dimension in _WITH_UNIT else ""
    signs = f'"{after}"' if after else ""
    return figure_style(f'+{digits}{signs};"−"{digits}{signs};{digits}{signs}')


def _relative(header: str, differences: Sequence[Difference | None]) -> Column:
    """The relative changes, with as many decimals as tell each."""
    relative = [told.relative if told else None for told in differences]
    places = [relative_places(one) for one in relative]
    told = [
        None if one is None or digits is None else float(one)
        for one, digits in zip(relative, places, strict=True)
    ]
    styles = [_percent(digits or 1) for digits in places]
    cells = make_cells(styles=strings(styles), numbers=pa.array(told, pa.float64()))
    return Column(header, 12, _percent(1), cells, header_style=HEADER_OF_FIGURES)


def _percent(places: int) -> str:
    digits = "0." + "0" * places
    return ledger_style(f'+{digits}%;"−"{digits}%;{digits}%')


def _view_columns(changes: Changes, lines: Sequence[str], lang: Lang) -> tuple[Column, ...]:
    headers = columns_in(CHANGE_COLUMNS, lang)
    views = [change.view for change in changes.views]
    kinds = [CHANGE_LABELS[change.change].in_(lang) for change in changes.views]
    return (
        text_column(
            FIELD_LABELS["broker"].in_(lang).capitalize(),
            [changes.broker_of(change).in_(lang) for change in changes.views],
            "label",
            14,
            30,
        ),
        text_column(headers["change"], kinds, "text", 11, 18),
        text_column(CHANGES_OF_VIEWS.in_(lang), list(lines), "text", 40, 80),
        text_column(headers["quote"], [view.quote for view in views], "text", 24, 44),
        text_column(headers["source"], [view.source for view in views], "text", 12, 19),
        text_column(headers["fact"], [view.id for view in views], "code", 14, 40),
    )


def _style_names(sheets: Sequence[Sheet]) -> list[str]:
    columns = [column for sheet in sheets for table in sheet.tables for column in table.columns]
    named: Callable[[Column], list[str]] = lambda column: (  # noqa: E731
        [column.styles] if isinstance(column.styles, str) else pc.unique(column.styles).to_pylist()
    )
    heads = [style for sheet in sheets for style in (sheet.title_style, sheet.note_style)]
    return heads + [name for column in columns for name in named(column)]
