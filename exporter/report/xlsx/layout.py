"""A report's facts as workbooks: Contents, a sheet per entity, Periods, About, Sources, Checks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pyarrow.compute as pc

from exporter.engine.spool import Spool
from exporter.evidence.sources import Source
from exporter.facts.fact_set import FactSet
from exporter.facts.history import history_of
from exporter.facts.words import Lang
from exporter.limits import FOOTER, text_length
from exporter.report.changes import Changes
from exporter.report.definition import ReportDefinition, WorkbookDefinition
from exporter.report.formats import show_period
from exporter.report.html.selection import all_on_page
from exporter.report.labels import CHECKS, LISTS, WORDS
from exporter.report.properties import Properties
from exporter.report.standing import without_restated
from exporter.report.theme import PALETTE, WORKBOOK_FONTS
from exporter.report.themes.in_language import theme_in
from exporter.report.xlsx.about import ABOUT_LEAST, lay_out_about
from exporter.report.xlsx.accessible import accessible, lay_out_lists, plain_theme
from exporter.report.xlsx.change_links import change_links
from exporter.report.xlsx.change_marks import marks_of
from exporter.report.xlsx.changes_since import lay_out_changes_since
from exporter.report.xlsx.checks import lay_out_checks, vocabulary
from exporter.report.xlsx.contents import (
    AS_ON_SHEETS,
    SOURCES_LEAST,
    contents_least,
    lay_out_contents,
    lay_out_sources,
)
from exporter.report.xlsx.defined_names import named_in
from exporter.report.xlsx.fact_sheet import EntitySheet, SheetPlan, lay_out_entities
from exporter.report.xlsx.in_theme import in_theme
from exporter.report.xlsx.live_formulas import live_formulas
from exporter.report.xlsx.model import Sheet, Table, Workbook
from exporter.report.xlsx.pages import printed
from exporter.report.xlsx.periods import PeriodSheet, lay_out_periods
from exporter.report.xlsx.styles import styles_named


class Beside(NamedTuple):
    """What a workbook tells beside its facts.

    Attributes:
        changes: Since an earlier edition; None where they are not to be told.
        views: How many views the report has.
    """

    changes: Changes | None = None
    views: int = 0


NOTHING_BESIDE = Beside()


def lay_out_workbook(
    report: ReportDefinition,
    workbook: WorkbookDefinition,
    facts: FactSet,
    sources: Mapping[str, Source],
    lang: Lang,
    spool: Spool | None = None,
    beside: Beside = NOTHING_BESIDE,
) -> Workbook:
    """Lay a workbook out in one language.

    Args:
        report: The report's definition.
        workbook: Which of its workbooks.
        facts: All facts as the check left them: FACTS with `quote_state` and `figure_state`. Those
            that are restated stand on no sheet, those that are replaced in no chart and headline.
        sources: By id.
        lang: The language.
        spool: Where the rows of entity sheets are kept; one of the workbook's own unless given.
        beside: What is told beside the facts.
    """
    history = history_of(facts)
    facts = without_restated(facts, history)
    own = _own(beside.changes, report, workbook) if beside.changes else None
    marks = marks_of(own, lang) if own else None
    plan = _plan(report, workbook, facts, sources, lang, spool or Spool())
    plan = replace(plan, replaced=history.replaced, marks=marks)
    entities = lay_out_entities(facts, report.entities_of(workbook), plan)
    words = vocabulary([entity.totals.units for entity in entities], lang)
    if report.profile:
        words = replace(words, first_column=0)
    links = change_links(own, report, facts, lang) if own else None
    told = [lay_out_changes_since(own, links, lang, plan.fonts)] if own and links else []
    used = _quoted(sources, entities)
    periods = lay_out_periods(report, workbook, entities, facts, plan)
    counted = (len(used), beside.views)
    about = lay_out_about(report, workbook, entities, counted, lang, has_periods=bool(periods))
    further = _Further(periods, told, about)
    named = (workbook.title.in_(lang), plan)
    sheets = _sheets(named, entities, further, used, words.table())
    title = workbook.title.in_(lang)
    book = Workbook(
        workbook.name,
        lang,
        sheets,
        styles_named([*_style_names(sheets), *_cell_styles(entities)]),
        Properties(title, report.title.in_(lang), report.author.in_(lang), "", report.edition),
        WORKBOOK_FONTS[lang],
        _footer(title, f"&C{_escaped(plan.as_of)}&R{WORDS['page'].in_(lang)}"),
        PALETTE.accent,
        {
            **words.defined_names((LISTS if report.profile else CHECKS).in_(lang)),
            **{name: formula for entity in entities for name, formula in entity.names.items()},
        },
    )
    if report.profile:
        return accessible(in_theme(book, plain_theme(plan.theme)), lang)
    return in_theme(book, plan.theme)


def _plan(
    report: ReportDefinition,
    workbook: WorkbookDefinition,
    facts: FactSet,
    sources: Mapping[str, Source],
    lang: Lang,
    spool: Spool,
) -> SheetPlan:
    """What the entity sheets are laid out by, without their history."""
    names = [entity.name.en for entity in report.entities_of(workbook)]
    live = live_formulas(facts, names, lang)
    return SheetPlan(
        lang,
        _as_of(report, lang),
        sources,
        all_on_page(facts),
        spool,
        workbook.name,
        report.title.in_(lang),
        formulas=live.by_id,
        named=named_in(report, names, facts, live.operands),
        in_words=bool(report.profile),
        theme=theme_in(report.theme, lang),
    )


class _Further(NamedTuple):
    """The sheets behind those of entities: two stand where there is something to show on them."""

    periods: PeriodSheet | None
    changes: Sequence[Sheet]
    about: Sheet


def _sheets(
    of: tuple[str, SheetPlan],
    entities: Sequence[EntitySheet],
    further: _Further,
    sources: Sequence[Source],
    words: Table,
) -> tuple[Sheet, ...]:
    """All sheets in order, each as it is printed.

    Args:
        of: The workbook's title, and what its entity sheets are laid out by.
        entities: Those sheets.
        further: What stands behind them.
        sources: Those that it quotes.
        words: The words of the drop-down lists.
    """
    title, plan = of
    lang, plain, fonts = plan.lang, plan.in_words, plan.fonts
    font, roomy = fonts.text, fonts.roomy
    periods = further.periods
    contents = lay_out_contents(title, plan.as_of, entities, periods, lang, pictured=not plain)
    changes = [*([periods.sheet] if periods else []), *further.changes]
    quoted = lay_out_sources(sources, entities, lang, opened_by_title=plain)
    lists = (lay_out_lists(words, lang),) if plain else ()
    others = (contents, *changes, further.about, quoted, *lists)
    checks = lay_out_checks(entities, others, None if lists else words, lang)
    return (
        printed(roomy(contents, AS_ON_SHEETS), font, contents_least(contents, lang)),
        *(entity.sheet for entity in entities),
        *changes,
        printed(roomy(further.about), font, ABOUT_LEAST),
        printed(roomy(quoted), font, SOURCES_LEAST),
        printed(roomy(checks), font),
        *(printed(sheet, font) for sheet in lists),
    )


def _own(changes: Changes, report: ReportDefinition, workbook: WorkbookDefinition) -> Changes:
    """The changes of the entities of a workbook, and of all views."""
    elsewhere = {entity.name.en for entity in report.entities}
    elsewhere -= {entity.name.en for entity in report.entities_of(workbook)}
    return changes.without(elsewhere)


def carrying(book: Workbook, content: str) -> Workbook:
    """A workbook that carries the hash of all that its report is made from."""
    return replace(book, properties=replace(book.properties, content=content))


def _as_of(report: ReportDefinition, lang: Lang) -> str:
    return WORDS["as of"].in_(lang).format(date=show_period(report.edition.isoformat(), lang))


def _quoted(sources: Mapping[str, Source], entities: Sequence[EntitySheet]) -> list[Source]:
    used = {id_ for entity in entities for id_ in entity.totals.sources}
    used |= {id_ for entity in entities for id_ in entity.totals.further.sources}
    return [source for id_, source in sources.items() if id_ in used]


def _style_names(sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        yield from (sheet.title_style, sheet.note_style)
        for column in (column for table in sheet.tables for column in table.columns):
            styles = column.styles
            yield from [styles] if isinstance(styles, str) else pc.unique(styles).to_pylist()
            if column.alert:
                yield column.alert


def _cell_styles(entities: Sequence[EntitySheet]) -> Iterator[str]:
    for entity in entities:
        yield from entity.totals.styles


def _footer(title: str, rest: str) -> str:
    """The page footer: the title, as much of it as Excel holds there, the sheet, and the rest."""
    shown = title
    while text_length(footer := f"&L{_escaped(shown)} · &A{rest}") > FOOTER:
        shown = shown.rstrip("…")[:-1] + "…"
    return footer


def _escaped(text: str) -> str:
    """A text in a page footer, where `&` begins a code."""
    return text.replace("&", "&&")
