"""The words of the drop-down lists on Unit, Qualifier and Status."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from exporter.facts.words import QUALIFIER_LABELS, STATUS_LABELS, Lang
from exporter.report.labels import WORDS
from exporter.report.links import sheet_reference
from exporter.report.xlsx.columns import text_column
from exporter.report.xlsx.tables import Table

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


def vocabulary(units: Iterable[Set[str]], lang: Lang) -> Vocabulary:
    """The words of a workbook's lists; `units` are those of each sheet, put in order here."""
    return Vocabulary(
        {
            "units": sorted(frozenset().union(*units)),
            "qualifiers": [label.in_(lang) for label in QUALIFIER_LABELS.values()],
            "statuses": [label.in_(lang) for label in STATUS_LABELS.values()],
        },
        lang,
    )
