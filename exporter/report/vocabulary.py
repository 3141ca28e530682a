"""The words of the drop-down lists on Unit, Qualifier and Status."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from exporter.facts.table import NUMBER
from exporter.facts.words import QUALIFIER_LABELS, STATUS_LABELS, Lang
from exporter.report.columns import text_column
from exporter.report.labels import WORDS
from exporter.report.links import sheet_reference
from exporter.report.model import Table

FIRST_COLUMN = 6  # beside the table of checks, one column between


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of each list, by the list's defined name."""

    lists: dict[str, list[str]]
    lang: Lang

    def table(self) -> Table:
        """The lists as a table, one column each; shorter ones end in blanks."""
        rows = max(len(words) for words in self.lists.values())
        columns = tuple(
            text_column(
                WORDS[name].in_(self.lang), [*words, *[None] * (rows - len(words))], "muted", 12, 26
            )
            for name, words in self.lists.items()
        )
        return Table("Words", columns, rows, first_column=FIRST_COLUMN)

    def defined_names(self, sheet: str) -> dict[str, str]:
        """The formula that each defined name stands for, where the table is on `sheet`."""
        first = self.table().first_row + 2
        names = {}
        for index, (name, words) in enumerate(self.lists.items()):
            letter = chr(ord("A") + FIRST_COLUMN + index)
            last = first + max(len(words), 1) - 1
            names[name] = f"={sheet_reference(sheet)}!${letter}${first}:${letter}${last}"
        return names


def vocabulary(tables: Iterable[pa.Table], lang: Lang) -> Vocabulary:
    """The words that the facts of a workbook's tables can hold, units in alphabetical order."""
    units: set[str] = set()
    for facts in tables:
        numbers = facts.filter(pc.equal(facts["kind"], NUMBER))
        units.update(label for label in pc.unique(numbers[f"unit.{lang}"]).to_pylist() if label)
    return Vocabulary(
        {
            "units": sorted(units),
            "qualifiers": [label.in_(lang) for label in QUALIFIER_LABELS.values()],
            "statuses": [label.in_(lang) for label in STATUS_LABELS.values()],
        },
        lang,
    )
