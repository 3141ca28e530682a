"""The sheet About: what the workbook is, how it is read, what of it was checked and what not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pyarrow as pa

from exporter.evidence.claims import FigureState, QuoteState
from exporter.facts.words import QUALIFIER_LABELS, QUALIFIER_MARKS, STATUS_LABELS, Bilingual, Lang
from exporter.report.about_words import (
    ABOUT_COLUMNS,
    CONVENTIONS,
    NOT_CHECKED,
    NOT_SIDE_BY_SIDE,
    OF_PERIODS,
    QUALIFIERS_MEAN,
    STATES_MEAN,
    STATUSES_MEAN,
    TOPICS,
    WHAT,
)
from exporter.report.definition import ReportDefinition, WorkbookDefinition
from exporter.report.formats import show_period
from exporter.report.labels import ABOUT, EVIDENCE_WORDS, WORDS, columns_in
from exporter.report.theme import PALETTE
from exporter.report.xlsx.columns import text_column
from exporter.report.xlsx.fact_sheet import EntitySheet
from exporter.report.xlsx.model import Column, Sheet, Table, make_cells
from exporter.report.xlsx.periods import MOST_FACTS, too_large_for_periods
from exporter.report.xlsx.styles import HEADER_OF_FIGURES

ABOUT_LEAST = {2: 48.0}  # what it says
_WHERE = {"range": "high", "note": "note", "also in": "also_in"}  # by the keys of CONVENTIONS
_LANGUAGES = {"en": "English", "zh": "中文"}


class _Line(NamedTuple):
    """A row of the sheet; a count where it is of something that was counted."""

    topic: str
    item: Bilingual
    text: Bilingual
    counted: int | None = None


def lay_out_about(
    report: ReportDefinition,
    workbook: WorkbookDefinition,
    entities: Sequence[EntitySheet],
    counted: tuple[int, int],
    lang: Lang,
    *,
    has_periods: bool = False,
) -> Sheet:
    """Lay the sheet About of a workbook out.

    Args:
        report: The report's definition.
        workbook: Which of its workbooks.
        entities: Its entity sheets, in order.
        counted: How many documents they quote, and how many views the report has.
        lang: The language.
        has_periods: Whether it has the sheet Periods.
    """
    lines = [
        *_what(report, workbook, entities, counted),
        *_conventions(report, entities),
        *(_Line("conventions", item, text) for item, text in OF_PERIODS if has_periods),
        *_not_side_by_side(entities),
        *_qualifiers(),
        *(_Line("status", label, STATUSES_MEAN[key]) for key, label in STATUS_LABELS.items()),
        *_checked(entities),
        *(_Line("not checked", item, text) for item, text in NOT_CHECKED),
    ]
    name, headers = ABOUT.in_(lang), columns_in(ABOUT_COLUMNS, lang)
    counts = pa.array(
        [None if line.counted is None else float(line.counted) for line in lines], pa.float64()
    )
    columns = (
        text_column(headers["topic"], [TOPICS[line.topic].in_(lang) for line in lines],
                    "label", 14, 26),
        text_column(headers["item"], [line.item.in_(lang) for line in lines], "text", 16, 34),
        text_column(headers["text"], [line.text.in_(lang) for line in lines], "text", 40, 72),
        Column(headers["count"], 12, "count", make_cells(numbers=counts),
               header_style=HEADER_OF_FIGURES),
    )  # fmt: skip
    note = WORDS["about note"].in_(lang)
    return Sheet(name, name, note, (Table("About", columns, len(lines)),), None, PALETTE.accent)


def _what(
    report: ReportDefinition,
    workbook: WorkbookDefinition,
    entities: Sequence[EntitySheet],
    counted: tuple[int, int],
) -> Iterator[_Line]:
    edition = Bilingual(*(show_period(report.edition.isoformat(), lang) for lang in ("en", "zh")))
    languages = ", ".join(_LANGUAGES[lang] for lang in report.languages)
    facts = sum(entity.totals.rows for entity in entities)
    yield _Line("what", WHAT["report"], _text(report.title))
    yield _Line("what", WHAT["workbook"], _text(workbook.title))
    yield _Line("what", WHAT["author"], _text(report.author))
    yield _Line("what", WHAT["edition"], edition)
    yield _Line("what", WHAT["languages"], Bilingual(languages, languages))
    withdrawn = sum(entity.totals.withdrawn for entity in entities)
    sources, views = counted
    yield _Line("what", WHAT["facts"], WHAT["facts are"], facts)
    if withdrawn:
        yield _Line("what", WHAT["withdrawn"], WHAT["withdrawn are"], withdrawn)
    if views:
        yield _Line("what", WHAT["views"], WHAT["views are"], views)
    yield _Line("what", WHAT["sources"], WHAT["sources are"], sources)


def _conventions(report: ReportDefinition, entities: Sequence[EntitySheet]) -> Iterator[_Line]:
    """How figures, dates and texts are to be read; what the report itself settles among it."""
    for key, (item, text) in CONVENTIONS.items():
        column = _WHERE.get(key, "metric")  # a convention of a column that no sheet has is none
        if not any(column in entity.columns for entity in entities):
            continue
        if key == "currency":
            if report.currency:
                yield _Line("conventions", item, _filled(text, report.currency))
            continue
        if key != "fiscal years":
            yield _Line("conventions", item, text)
    ends = {None: report.fiscal_year_ends} | {
        entity.entity.name: entity.entity.fiscal_year_ends for entity in entities
    }
    item, text = CONVENTIONS["fiscal years"]
    for name, end in ends.items():
        if end is not None:
            said = _filled(text, f"{end.month:02}-{end.day:02}")
            yield _Line("conventions", item if name is None else _text(name), said)


def _not_side_by_side(entities: Sequence[EntitySheet]) -> Iterator[_Line]:
    """The entities that have no rows on Periods, since they have too many facts."""
    if names := too_large_for_periods(entities):
        item, text = NOT_SIDE_BY_SIDE
        said = (
            text.in_(lang).format(
                most=f"{MOST_FACTS:,}",
                names=WORDS["list separator"].in_(lang).join(name.in_(lang) for name in names),
            )
            for lang in ("en", "zh")
        )
        yield _Line("conventions", item, Bilingual(*said))


def _qualifiers() -> Iterator[_Line]:
    for key, label in QUALIFIER_LABELS.items():
        marks = QUALIFIER_MARKS[key]
        shown = Bilingual(*(f"{marks.in_(lang)}100" for lang in ("en", "zh")))
        meant = QUALIFIERS_MEAN[key]
        yield _Line(
            "qualifier",
            label,
            Bilingual(f"{shown.en}: {meant.en}", f"{shown.zh}：{meant.zh}"),
        )


def _checked(entities: Sequence[EntitySheet]) -> Iterator[_Line]:
    """How many quotes and figures the check left in which state, the states of none among them."""
    quotes, figures = Counter[str](), Counter[str]()
    for entity in entities:
        quotes.update(entity.totals.quote_states)
        figures.update(entity.totals.figure_states)
    for quote in QuoteState:
        label = EVIDENCE_WORDS[f"quote {quote}"]
        yield _Line("checked", label, STATES_MEAN[f"quote {quote}"], quotes[quote])
    for figure in FigureState:
        label = EVIDENCE_WORDS["figure text" if figure is FigureState.TEXT else f"any {figure}"]
        yield _Line("checked", label, STATES_MEAN[figure], figures[figure])
    further = [entity.totals.further for entity in entities]
    for key, count in (
        ("further", sum(totals.stating for totals in further)),
        ("further apart", sum(totals.others for totals in further)),
    ):
        if any(totals.facts for totals in further):
            yield _Line("checked", WHAT[key], STATES_MEAN[key], count)
    yield _Line("checked", WHAT["checks"], WHAT["checks are"])


def _text(name: Bilingual) -> Bilingual:
    return Bilingual(name.en, name.zh)


def _filled(text: Bilingual, given: str) -> Bilingual:
    return Bilingual(*(text.in_(lang).format(given) for lang in ("en", "zh")))
