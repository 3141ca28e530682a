"""What holds for all tables of a source: whose they are, and by what periods they are counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from exporter.drafting.model import Guess, Sentence, Setting
from exporter.drafting.names.part_names import named_in_row, names_in_rows, rest_of_row
from exporter.drafting.periods.document_period import document_period
from exporter.drafting.periods.own_labels import labels_of
from exporter.drafting.tables.columns import Column
from exporter.drafting.tables.counted_by import Calendar
from exporter.drafting.tables.lines import Line
from exporter.drafting.tables.parts_of_years import part_of_year_told
from exporter.drafting.tables.periods_said import last_day_in, period_in
from exporter.drafting.tables.row_heads import plain_head
from exporter.drafting.tables.rows import Row
from exporter.evidence.conventions import Currencies
from exporter.facts.folding import fold, lower
from exporter.facts.periods import parse_period
from exporter.facts.words import Lang


class EntityReader(Protocol):
    """Says whom a place of a sentence is about."""

    def of(self, start: int, sentence: Sentence) -> Guess[str]:
        """The entity of what begins at an offset of a sentence."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all tables of a source."""

    entity: Guess[str]
    rows: Mapping[str, str]
    currencies: Currencies
    calendar: Calendar
    setting: Setting
    lang: Lang

    @property
    def keeps_gaps(self) -> bool:
        """Whether empty cells keep their place in the text of the source."""
        return self.setting.source.record.kind in _KEEP_GAPS

    def entity_of(self, row: Row) -> str:
        """Whom a row is headed by; whose document it is, where that is none of the report's."""
        said = (row.line.words, *(line.words for line in reversed(row.sections)))
        named = (named_in_row(words, self.rows) for words in said)
        return next(filter(None, named), self.entity.value)

    def owned_in(self, row: Row) -> str | None:
        """What the head of a row says behind the name of an entity; None where it names none."""
        return rest_of_row(plain_head(row.line.words), self.rows)

    def entity_of_column(self, column: Column, row: Row) -> str:
        """Whose column it is, where its head is the name of an entity alone; "" for none's."""
        own = "" if column.compares else column.own.strip()
        is_whole = bool(own) and rest_of_row(own, self.rows) == ""
        return named_in_row(own, self.rows) if is_whole and not self.owned_in(row) else ""


_KEEP_GAPS = {"html", "docx", "markdown"}  # kinds of documents


def terms_of(setting: Setting, entities: EntityReader | None, lines: Sequence[Line]) -> Terms:
    """What holds for all tables of a source.

    Args:
        setting: The source, and what is known before it is read.
        entities: Says whom the document is about, where the report knows several.
        lines: Of the source's text.
    """
    entity = _entity_of_document(setting, entities)
    source = setting.source
    currencies = setting.conventions.currencies(source.id, {source.id: source})
    calendar = _calendar(setting, entity.value, lines)
    names = names_in_rows(setting.entities)
    return Terms(entity, names, currencies, calendar, setting, setting.lang)


def _entity_of_document(setting: Setting, entities: EntityReader | None) -> Guess[str]:
    record = setting.source.record
    known = setting.entities
    if len(known) == 1:
        return Guess(known[0].name.en)
    told = lower(
        fold(f"{record.publisher.en} {record.publisher.zh} {record.title.en} {record.title.zh}")
    )
    for named in known:
        names = (named.name.en, named.name.zh, *named.aliases)
        if any(name and lower(fold(name)) in told for name in names):
            return Guess(named.name.en)
    if entities is not None and setting.source.text:
        title = record.title.in_(setting.lang) or setting.source.text.split("\n", 1)[0]
        return entities.of(len(title), Sentence(0, len(title), title, 0))
    doubt = "nobody says whose table it is: taken for the first entity's"
    return Guess(known[0].name.en if known else "", doubt)


def _calendar(setting: Setting, entity: str, lines: Sequence[Line]) -> Calendar:
    """By what periods are counted: as the report says, or the document."""
    named = next((one for one in setting.entities if one.name.en == entity), None)
    known = (named.year_end if named else None) or setting.conventions.year_ends.get(entity)
    said = document_period(setting)
    title = setting.source.record.title
    heads = (title.en, title.zh, *(line.text for line in lines[:_FIRST_LINES]))
    last = next(filter(None, (last_day_in(lower(fold(head))) for head in heads)), None)
    labels = labels_of(setting.source.text or "", said.period, known or said.year_end)
    part = part_of_year_told(heads)
    calendar = Calendar(known or said.year_end, said.period, last, part, labels)
    own = period_in(lower(fold(title.in_(setting.lang))), calendar)
    points = parse_period(own) if own else None
    is_part = points and points[-1].precision not in {"day", "month", "year", "fiscal year"}
    return calendar._replace(document=own) if is_part else calendar


_FIRST_LINES = 40
