"""The files with facts and views of a report that was checked, as they are to be changed.

A file is changed as it was read: one that is another by now is refused.
"""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

from exporter.check import CheckedReport, anchors_of
from exporter.edits.csv_cells import decoded, with_cells
from exporter.edits.csv_columns import with_column
from exporter.edits.csv_rows import with_csv_facts
from exporter.edits.fact_edits import FactEdits
from exporter.edits.table_rows import refuse_other_changes
from exporter.edits.text_edits import CannotEditError
from exporter.edits.xlsx_cells import shown_cells, with_sheet_cells
from exporter.edits.xlsx_columns import with_sheet_column
from exporter.edits.xlsx_rows import with_sheet_facts
from exporter.edits.yaml_carried import with_carried
from exporter.edits.yaml_facts import with_facts
from exporter.edits.yaml_items import Owner
from exporter.edits.yaml_marks import without_marks
from exporter.edits.yaml_texts import with_texts
from exporter.errors import has_lines
from exporter.facts.reading import Anchors, Reading
from exporter.facts.where import reading_of
from exporter.limits import ReadingLimits

_CSV = (".csv", ".tsv", ".txt")


class Change(NamedTuple):
    """A file's text before and after, and its content then."""

    before: str
    after: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FactsFiles:
    """The files of a report.

    Attributes:
        hashes: Of the files, as they were read.
        reading: What report.yaml says of its tables.
        anchors: What the report knows of its facts.
        limits: How much of a file is read.
    """

    hashes: Mapping[str, str]
    reading: Reading
    anchors: Anchors
    limits: ReadingLimits

    @classmethod
    def of(cls, checked: CheckedReport) -> Self:
        """Those of a report that was checked."""
        report = checked.definition.report if checked.definition else None
        reading = reading_of(report.facts if report else None)
        anchors = anchors_of(report, checked.sources)
        return cls(checked.inputs.hashes, reading, anchors, checked.inputs.limits)

    def with_texts(self, file: str, texts: Mapping[Owner, Mapping[str, str]]) -> Change:
        """A file with other texts in fields of facts and views, by their lines or rows, and ids.

        A field whose text is "" goes.

        Raises:
            CannotEditError: It is of a kind that is not changed here, or cannot be.
        """
        content = self._content(file)
        if has_lines(file):
            new = with_texts(content, texts, file)
            return Change(content.decode("utf-8"), new.decode("utf-8"), new)
        cells = {row: fields for (row, _), fields in texts.items()}
        if _is_workbook(file):
            new = with_sheet_cells(content, cells, file, self.reading, self.limits)
            before, after = (shown_cells(book, self.limits) for book in (content, new))
            return Change(before, after, new)
        new = with_cells(content, cells, file, self.reading, self.anchors)
        before, encoding = decoded(content, file, self.reading, self.anchors)
        return Change(before, new.decode(encoding), new)

    def with_facts(self, file: str, edits: FactEdits) -> Change:
        """A file whose facts say other things, with further ones, without some; or a new one.

        Raises:
            CannotEditError: It is of a kind that is not changed here, or cannot be.
        """
        is_new = not edits.beside and bool(edits.added) and not os.path.lexists(file)
        content = b"" if is_new else self._content(file)
        if has_lines(file):
            new = with_facts(content, edits, file)
            return Change(content.decode("utf-8"), new.decode("utf-8"), new)
        how = self.reading, self.anchors, self.limits
        if _is_workbook(file):
            new = with_sheet_facts(content, edits, file, how)
            refuse_other_changes(content, new, edits, file, how)
            before, after = (shown_cells(book, self.limits) for book in (content, new))
            return Change(before, after, new)
        new = self._with_csv_facts(content, edits, file)
        before, encoding = decoded(content, file, self.reading, self.anchors)
        return Change(before, new.decode(encoding), new)

    def _with_csv_facts(self, content: bytes, edits: FactEdits, file: str) -> bytes:
        """A CSV file with edits, in the decimal mark that it is read by."""
        how = self.reading, self.anchors, self.limits
        new = with_csv_facts(content, edits, file, how[:2], commas=self.reading.decimal == ",")
        try:
            refuse_other_changes(content, new, edits, file, how)
        except CannotEditError:
            if self.reading.decimal:
                raise
            other = with_csv_facts(content, edits, file, how[:2], commas=True)
            if other == new:
                raise
            refuse_other_changes(content, other, edits, file, how)
            return other
        return new

    def with_carried(self, file: str, rows: Collection[int], edition: str) -> bytes:
        """The content of a file whose facts say that they were taken over from an edition.

        Args:
            file: As the check named it.
            rows: Where its facts stand, in a table.
            edition: The date.

        Raises:
            CannotEditError: It is of a kind that is not changed here, or cannot be.
        """
        content = self._content(file)
        said = ("carried", edition)
        if has_lines(file):
            return with_carried(content, edition, file)
        if _is_workbook(file):
            how = (self.reading, self.limits)
            return with_sheet_column(content, said, rows, file, how)
        return with_column(content, said, rows, file, (self.reading, self.anchors))

    def without(self, file: str, gone: Collection[Owner]) -> bytes:
        """The content of a file without some facts and views.

        Raises:
            CannotEditError: It is of a kind that is not changed here, or cannot be.
        """
        edits = FactEdits({}, {owner: {} for owner in gone}, {}, {})
        return self.with_facts(file, edits).content

    def without_marks(self, file: str, accepted: Collection[Owner]) -> bytes:
        """The content of a file without the marks of some facts and views.

        Raises:
            CannotEditError: It is of a kind that is not changed here, or cannot be.
        """
        content = self._content(file)
        if has_lines(file):
            return without_marks(content, set(accepted), file)
        cells = {row: {"review": ""} for row, _ in accepted}
        if _is_workbook(file):
            return with_sheet_cells(content, cells, file, self.reading, self.limits)
        return with_cells(content, cells, file, self.reading, self.anchors)

    def _content(self, file: str) -> bytes:
        path, suffix = Path(file), Path(file).suffix.lower()
        if not (has_lines(file) or suffix in _CSV or _is_workbook(file)) or not path.is_file():
            raise CannotEditError(_elsewhere(file, suffix))
        content = path.read_bytes()
        if sha256(content).hexdigest() != self.hashes.get(file):
            raise CannotEditError(f"{file} was changed while it was read; do it again")
        return content


def _is_workbook(file: str) -> bool:
    return file.lower().endswith(".xlsx")


def _elsewhere(file: str, suffix: str) -> str:
    if suffix == ".parquet":
        return f"{file}: Parquet is not changed here; write it anew"
    return f"{file} is not changed here; edit it where its rows come from"
