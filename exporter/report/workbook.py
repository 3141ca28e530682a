"""A report's facts as workbooks: Contents, one sheet per entity, Sources, Checks."""

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from exporter.evidence.sources import Source
from exporter.facts.words import Lang
from exporter.report.checks import lay_out_checks
from exporter.report.contents import lay_out_contents
from exporter.report.definition import ReportDefinition, WorkbookDefinition
from exporter.report.fact_sheet import EntitySheet, lay_out_entity, table_name
from exporter.report.formats import show_period
from exporter.report.labels import CHECKS, WORDS
from exporter.report.model import Properties, Sheet, Workbook
from exporter.report.source_sheet import lay_out_sources
from exporter.report.styles import styles_named
from exporter.report.theme import PALETTE, WORKBOOK_FONTS
from exporter.report.vocabulary import vocabulary


def lay_out_workbook(
    report: ReportDefinition,
    workbook: WorkbookDefinition,
    facts: pa.Table,
    sources: Mapping[str, Source],
    lang: Lang,
) -> Workbook:
    """Lay a workbook out in one language.

    Args:
        report: The report's definition.
        workbook: Which of its workbooks.
        facts: All facts as the check left them: FACTS with `quote_state` and `figure_state`.
        sources: By id.
        lang: The language.
    """
    title, as_of = workbook.title.in_(lang), _as_of(report, lang)
    entities = _entity_sheets(report, workbook, facts, sources, lang)
    words = vocabulary([one.facts for one in entities], lang)
    sheets = (
        lay_out_contents(title, as_of, entities, lang),
        *(one.sheet for one in entities),
        lay_out_sources(_quoted(sources, entities), entities, lang),
        lay_out_checks(entities, words.table(), lang),
    )
    return Workbook(
        workbook.name,
        lang,
        sheets,
        styles_named(_style_names(sheets)),
        Properties(title, report.title.in_(lang), report.author.in_(lang), "", report.edition),
        WORKBOOK_FONTS[lang],
        f"&L{_footer(title)}&C{_footer(as_of)}&R{WORDS['page'].in_(lang)}",
        PALETTE.accent,
        words.defined_names(CHECKS.in_(lang)),
    )


def _entity_sheets(
    report: ReportDefinition,
    workbook: WorkbookDefinition,
    facts: pa.Table,
    sources: Mapping[str, Source],
    lang: Lang,
) -> list[EntitySheet]:
    taken: set[str] = set()
    found = []
    for entity in report.entities_of(workbook):
        own = facts.filter(pc.equal(facts["entity"], entity.name.en))
        count = WORDS["fact" if own.num_rows == 1 else "facts"].in_(lang).format(count=own.num_rows)
        note = f"{report.title.in_(lang)} · {_as_of(report, lang)} · {count}"
        name = table_name(entity.name.en, taken)
        found.append(lay_out_entity(own, entity, name, note, lang, sources))
    return found


def _as_of(report: ReportDefinition, lang: Lang) -> str:
    return WORDS["as of"].in_(lang).format(date=show_period(report.edition.isoformat(), lang))


def _quoted(sources: Mapping[str, Source], entities: Sequence[EntitySheet]) -> list[Source]:
    used = {id_ for one in entities for id_ in pc.unique(one.facts["source"]).to_pylist()}
    return [source for id_, source in sources.items() if id_ in used]


def _style_names(sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        yield sheet.note_style
        for column in (column for table in sheet.tables for column in table.columns):
            yield from (
                [column.styles]
                if isinstance(column.styles, str)
                else pc.unique(column.styles).to_pylist()
            )
            if column.alert:
                yield column.alert


def _footer(text: str) -> str:
    """A text in a page footer, where `&` begins a code."""
    return text.replace("&", "&&")
