"""An entity's facts as worksheets: a table of columns, and a chart where figures compare.

Most entities fill one sheet. Where Excel's rows do not suffice, the facts go on in `Name (2)`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyarrow as pa

from exporter import limits
from exporter.engine.spool import Batches, Spool
from exporter.engine.threads import in_order
from exporter.evidence.sources import Source
from exporter.facts.fact_set import FactSet
from exporter.facts.ranges import Named
from exporter.facts.series import MOST_IN_A_CHARTED_SHEET
from exporter.facts.sheet_labels import ROWS_A_SHEET
from exporter.facts.words import Bilingual, Lang
from exporter.report.definition import EntityDefinition
from exporter.report.labels import WORDS
from exporter.report.links import cell_range
from exporter.report.looks import looks_of_ranges
from exporter.report.source_links import opens_at_page
from exporter.report.themes.model import DESK, Theme
from exporter.report.values import marked_values
from exporter.report.xlsx.book_fonts import BookFonts, book_fonts
from exporter.report.xlsx.change_marks import ChangeMarks
from exporter.report.xlsx.chart import comparison
from exporter.report.xlsx.columns import title_width
from exporter.report.xlsx.defined_names import fact_names
from exporter.report.xlsx.fact_batch import FactBatch, RowPlan
from exporter.report.xlsx.fact_columns import FACT_COLUMNS, lay_out_rows, with_cells
from exporter.report.xlsx.fact_totals import Gathered, Gathering, Headline, Totals, gather
from exporter.report.xlsx.heads import BETWEEN_PARTS, in_lines, with_room
from exporter.report.xlsx.live_formulas import LiveFormula
from exporter.report.xlsx.model import Chart, Column, Sheet, Slice, Table
from exporter.report.xlsx.pages import (
    fit_one_page,
    fitted,
    fitted_on_one,
    least_width,
    printed_facts,
)
from exporter.report.xlsx.trends import Trend, trend_of

# Ranges of a sheet whose format shows their high end: each that shows another needs a format of its
# own, and programs hold some thousands of them.
_MOST_WHOLE_RANGES = 1_000


@dataclass(frozen=True, slots=True)
class EntitySheet:
    """An entity's worksheet, with what is to be known of all its rows.

    Attributes:
        columns: Those of its table, by their keys in FACT_COLUMNS.
        names: The names of its facts, and the formulas that they stand for.
        trend: Its headline through its periods; None where it has but one.
    """

    entity: EntityDefinition
    sheet: Sheet
    totals: Totals
    columns: Mapping[str, Column]
    names: Mapping[str, str]
    trend: Trend | None = None

    @property
    def table(self) -> Table:
        """The table of facts on it."""
        return self.sheet.tables[0]

    def reference(self, key: str, beyond: int = 0) -> str:
        """The cells of a column as formulas name them: `'Sheet'!$B$5:$B$20`.

        Args:
            key: The column's.
            beyond: How many rows below the table belong to them, too.
        """
        column, last = list(self.columns).index(key), self.table.last_row + beyond
        return cell_range(
            self.sheet.name, column, self.table.first_row + 1, min(last, limits.ROWS - 1)
        )


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What entity sheets are laid out by, beside the facts.

    Attributes:
        lang: Language of labels and texts.
        as_of: The edition in words, which stands below the title.
        sources: By id, for links and dates.
        to_evidence: Whether all facts stand on the evidence page.
        spool: Where the rows are kept once laid out.
        book: The workbook's name, for the spool.
        title: The report's. It stands behind the number of facts: where column A is printed alone
            on the second page, it has room for the words before, and seldom for this.
        replaced: Ids of the facts that are in no chart and no headline.
        marks: What has changed since an earlier edition; None where that is not told.
        formulas: What the cells of calculated facts hold, by their ids.
        named: The facts that have names, beside headlines; None for all.
        in_words: Whether a column tells what is not proved.
        theme: Whose fonts widths hang on.
    """

    lang: Lang
    as_of: str
    sources: Mapping[str, Source]
    to_evidence: bool
    spool: Spool
    book: str
    title: str = ""
    replaced: frozenset[str] = frozenset()
    marks: ChangeMarks | None = None
    formulas: Mapping[str, LiveFormula] = field(default_factory=dict)
    named: frozenset[str] | None = frozenset()
    in_words: bool = False
    theme: Theme = DESK

    @property
    def fonts(self) -> BookFonts:
        """Those of the workbook."""
        return book_fonts(self.theme, self.lang)

    def rows(self, facts: FactSet) -> RowPlan:
        """What the rows of a sheet with these facts are laid out by."""
        count = facts.num_rows
        records = {id_: source.record for id_, source in self.sources.items()}
        return RowPlan(
            self.lang,
            {id_: record.url for id_, record in records.items() if record.url is not None},
            {id_: record.published.isoformat() for id_, record in records.items()},
            links=count * (2 if self.to_evidence else 1),
            to_evidence=self.to_evidence,
            words={
                (id_, quote): excerpt.words
                for id_, source in self.sources.items()
                for quote, excerpt in source.excerpts.items()
                if excerpt.words
            },
            paged={id_: source for id_, source in self.sources.items() if opens_at_page(source)},
            whole=None
            if count <= _MOST_WHOLE_RANGES
            else looks_of_ranges(facts, self.lang, _MOST_WHOLE_RANGES),
            replaced=self.replaced,
            has_history=facts.has_history,
            marks=self.marks,
            formulas=self.formulas,
            has_formulas=facts.has_formulas,
            in_words=self.in_words,
        )


def lay_out_entities(
    facts: FactSet, entities: Sequence[EntityDefinition], plan: SheetPlan
) -> list[EntitySheet]:
    """Lay the facts of entities out as worksheets; one each, unless they exceed Excel's rows.

    The batches of all sheets go through in one flow, so that no processor waits between sheets.

    Args:
        facts: As the check left them: FACTS with `quote_state` and `figure_state`.
        entities: In the order of their sheets.
        plan: What else they are laid out by.
    """
    sheets = list(_unfinished(facts, entities, plan))
    batches = ((sheet, batch) for sheet in sheets for batch in sheet.facts.batches())
    for sheet, batch in in_order(lambda pair: (pair[0], pair[0].lay_out(pair[1])), batches):
        sheet.take(batch)
    return [sheet.finished() for sheet in sheets]


def _unfinished(
    facts: FactSet, entities: Sequence[EntityDefinition], plan: SheetPlan
) -> Iterator["_UnfinishedSheet"]:
    tables: set[str] = set()  # names of Excel tables that are taken, in lower case
    for entity in entities:
        own = facts.of(entity.name.en)
        for number, start in enumerate(range(0, max(own.num_rows, 1), ROWS_A_SHEET), 1):
            name = Bilingual(*(limits.numbered_sheet_name(text, number) for text in entity.name))
            table = table_name(entity.name.en, tables)
            yield _UnfinishedSheet(own.slice(start, ROWS_A_SHEET), entity, name, table, plan)


@dataclass(frozen=True, slots=True)
class _Batch:
    """Facts with the cells that they make, as a table and as columns, and what is known of them."""

    facts: FactBatch
    rows: pa.Table
    columns: Mapping[str, Column]
    gathered: Gathered
    names: Mapping[str, str]


class _UnfinishedSheet:
    """An entity's worksheet while its facts are laid out."""

    def __init__(
        self, facts: FactSet, entity: EntityDefinition, name: Bilingual, table: str, plan: SheetPlan
    ) -> None:
        self.facts, self._entity, self._name, self._table = facts, entity, name, table
        self._plan, self._rows = plan, plan.rows(facts)
        self._columns = {
            key: column.without_cells(self._rows) for key, column in FACT_COLUMNS.items()
        }
        self._gathering = Gathering(entity.headline)
        self._key = f"{plan.book} {table}"  # in the spool
        self._names: dict[str, str] = {}

    def lay_out(self, facts: pa.Table) -> _Batch:
        """Lay a batch out; any thread may do so."""
        batch = FactBatch.of(facts, self._rows)
        rows = lay_out_rows(batch)
        if self._rows.marks is not None:
            rows = self._rows.marks.mark(rows, facts["id"], self._columns)
        columns = with_cells(self._columns, rows)
        names = dict(fact_names(facts, self._table, self._plan.named, self._plan.lang))
        gathered = gather(batch, columns, self.facts.num_rows)
        return _Batch(batch, rows, columns, gathered, names)

    def take(self, batch: _Batch) -> None:
        """Take the next batch in."""
        self._gathering.take(batch.gathered, batch.facts, batch.columns)
        self._plan.spool.add(self._key, batch.rows)
        self._names |= batch.names

    def finished(self) -> EntitySheet:
        """The worksheet; no more batches may come."""
        lang, name = self._plan.lang, self._name.in_(self._plan.lang)
        headers = {key: column.header for key, column in self._columns.items()}
        totals = self._gathering.totals(headers)
        columns, chart = self._fitted(totals, name)
        cells = kept_slices(self._plan.spool.finish(self._key)[1], columns)
        table = Table(self._table, tuple(columns.values()), totals.rows, cells=cells)
        note = self._note(totals.rows, table, chart)
        printed = printed_facts(Sheet(name, name, note, (table,), chart), self._plan.fonts.text)
        if headline := totals.headline:
            self._names |= dict(fact_names(headline.fact, self._table, None, lang))
        trend = self._trend(totals.headline)
        return EntitySheet(self._entity, printed, totals, columns, self._names, trend)

    def _fitted(self, totals: Totals, name: str) -> tuple[dict[str, Column], Chart | None]:
        """The columns as wide as pages take, and the chart beside them."""
        fonts, chart = self._plan.fonts, self._chart()
        columns = fonts.roomy_facts(
            {key: replace(self._columns[key], width=width) for key, width in totals.widths.items()}
        )
        if chart is None and (whole := fitted_on_one(columns, fonts.text)):
            return whole, None
        as_of, count, title = self._said(totals.rows)
        columns, pixels = fitted(
            with_room(columns, (f"{as_of}{BETWEEN_PARTS}{count}", title)),
            fonts.text,
            title_width(name),
            has_chart=chart is not None,
            least_chart=least_width(chart) if chart else 0.0,
        )
        return columns, replace(chart, width=pixels) if chart else None

    def _note(self, rows: int, table: Table, chart: Chart | None) -> str:
        """What stands below the title: on one line, where no second page has column A alone.

        On two pages, where the report's title would take it beyond two lines, About has that.
        """
        said = self._said(rows)
        if chart is None and fit_one_page(table.columns, self._plan.fonts.text):
            return BETWEEN_PARTS.join(filter(None, said))
        return in_lines(said[:2], table.columns[0], more=said[2])

    def _said(self, rows: int) -> tuple[str, str, str]:
        """As of when, how many facts, and of which report, "" where the book has its title."""
        count = WORDS["fact" if rows == 1 else "facts"].in_(self._plan.lang).format(count=rows)
        return self._plan.as_of, count, self._plan.title

    def _trend(self, headline: Headline | None) -> Trend | None:
        facts = self._few()
        if headline is None or headline.end or facts is None:
            return None
        lang, replaced = self._plan.lang, self._plan.replaced
        return trend_of(facts, headline.id, self._rows, lang, replaced)

    def _few(self) -> pa.Table | None:
        """The facts, where they are few enough for a picture of them to be found."""
        is_few = self.facts.num_rows <= MOST_IN_A_CHARTED_SHEET
        return self.facts.table() if is_few else None

    def _chart(self) -> Chart | None:
        """Figures that compare; beside thousands of rows nobody would find them."""
        wanted, plan, facts = self._entity.chart, self._plan, self._few()
        if not wanted or facts is None:
            return None
        shown = marked_values(facts, plan.lang)
        headline = Named.of(self._entity.headline or "").id
        return comparison(facts, shown, self._name, plan.lang, plan.replaced, wanted, headline)


def kept_slices(batches: Batches, columns: Mapping[str, Column]) -> Callable[[], Iterator[Slice]]:
    """What makes the slices of a table whose cells are in a spool, batch by batch."""

    def slices() -> Iterator[Slice]:
        for rows in batches():
            filled = with_cells(columns, rows)
            yield Slice(tuple(filled.values()), rows.num_rows, filled["fact"].texts)

    return slices


def table_name(entity: str, taken: set[str]) -> str:
    """A name for an entity's Excel table: letters, digits and underscores, unlike any in `taken`.

    Source: ECMA-376 Part 1, 18.5.1.2 (a table's name follows the rules of defined names).
    """
    base = "Facts_" + re.sub(r"\W+", "_", entity).strip("_")
    name, number = base, 2
    while name.casefold() in taken:
        name, number = f"{base}_{number}", number + 1
    taken.add(name.casefold())
    return name
