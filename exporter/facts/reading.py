"""How a table of facts is to be read where the table itself does not say it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from exporter.errors import Fault, Problem
from exporter.facts.headings import heading_key
from exporter.facts.table import PLACES, WRITTEN
from exporter.facts.words import LANGUAGES, Lang

OF_ANY_TABLE = ("columns", "defaults")
KEYS = ("encoding", "decimal", *OF_ANY_TABLE)
PARTED = ("metric", "attribution", "note", "accept", "unit", "value")  # fields of several columns
FIELD_NAMES = frozenset({*WRITTEN.names[: -len(PLACES)], *PARTED})
_PARTS = {
    name.partition(".")[0]: tuple(
        part for part in sorted(FIELD_NAMES) if part.partition(".")[0] == name.partition(".")[0]
    )
    for name in FIELD_NAMES
}


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is to be read.

    Attributes:
        encoding: Of CSV, by Python's name; found out where it is "".
        decimal: `,` or `.`; found out by column where it is "".
        columns: The fields of headings that are a person's own.
        defaults: What a field is, by its name in WRITTEN, in each row that does not say it.
        faulty: Fields whose defaults are at fault, each with what is wrong, told at its place.
        is_of_one: Whether it is said of one table, and not of a folder of them.
        told_at: Makes a problem at what keys of `facts:` lead to in report.yaml; None where no
            report says it.
    """

    encoding: str = ""
    decimal: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()
    faulty: Mapping[str, Sequence[Problem]] = field(default_factory=dict, compare=False)
    is_of_one: bool = field(default=True, compare=False)
    told_at: Callable[[Sequence[str], Fault], Problem] | None = field(
        default=None, compare=False, repr=False
    )

    def as_said(self) -> dict[str, Any]:
        """The keys of report.yaml that say it."""
        said: dict[str, Any] = {"encoding": self.encoding, "decimal": self.decimal}
        said |= {"columns": dict(self.columns), "defaults": dict(self.defaults)}
        return {key: value for key, value in said.items() if value}

    def fields_of(self, headings: Sequence[str]) -> list[str]:
        """The fields that the headings of a table name, or what they are compared by."""
        fields = {heading_key(heading): field for heading, field in self.columns}
        keys = map(heading_key, headings)
        return [fields.get(key, key) for key in keys]

    def problem(self, keys: Sequence[str], fault: Fault, shown: str) -> Problem:
        """What is wrong with what is said, where it is said; else of the table."""
        if self.told_at:
            return self.told_at(keys, fault)
        return Problem(shown, 0, "", *fault)


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a report knows of its facts before it reads them, and tells their encoding by.

    Attributes:
        is_quoted: Whether a quote (second) stands in a source (first).
        entities: The names of its entities.
        languages: Those that it is printed in.
        known: What `entity` and `source` may name; neither where nobody asks.
    """

    is_quoted: Callable[[str, str], bool] = lambda _source, _quote: False
    entities: frozenset[str] = frozenset()
    languages: tuple[Lang, ...] = LANGUAGES
    known: Mapping[str, Sequence[str]] = field(default_factory=dict)


PLAIN, NO_ANCHORS = Reading(), Anchors()


def idle_keys(
    reading: Reading, kind: str, *, is_csv: bool, is_table: bool
) -> Iterator[tuple[str, Fault]]:
    """What is said of a file, and is for other kinds of files; each by its key."""
    for key in reading.as_said():
        if not is_table:
            right = "leave it out, and write the fields there"
            yield key, Fault(f"`{key}` beside `file` is for tables, and this is {kind}", right)
        elif not is_csv and key not in OF_ANY_TABLE:
            yield (
                key,
                Fault(f"`{key}` beside `file` is for CSV, and this is {kind}", "leave it out"),
            )


def parts_of(field: str) -> tuple[str, ...]:
    """The columns that say one field: `metric`, `metric.en` and `metric.zh`."""
    return _PARTS[field]
