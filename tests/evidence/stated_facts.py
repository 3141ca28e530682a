"""Facts with the quotes that are to state them, as the reader of facts makes them."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

import pyarrow as pa

from exporter.facts.table import WRITTEN, Fact, iterate_facts
from tests.facts.parsed import parse_facts

# Quote, value, unit (a name, or its label in English and in Chinese), qualifier.
Row = tuple[str, str, Any, str | None]


class StatedFacts:
    """The facts of a table of tests, by their rows.

    All are made at once when the first is asked for: one alone takes as long as a thousand.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = list(dict.fromkeys(rows))

    def __getitem__(self, row: Row) -> Fact:
        return self._facts[row]

    @cached_property
    def _facts(self) -> dict[Row, Fact]:
        return dict(zip(self._rows, make_facts(self._rows), strict=True))


def make_facts(rows: Iterable[Row]) -> list[Fact]:
    """A fact for each row."""
    written = [_written(line, *row) for line, row in enumerate(rows, start=1)]
    table, problems = parse_facts(pa.Table.from_pylist(written, schema=WRITTEN))
    assert problems == []
    return list(iterate_facts(table))


def _written(
    line: int, quote: str, value: str, unit: Any, qualifier: str | None
) -> dict[str, object]:
    names = (
        dict(zip(("unit.en", "unit.zh"), unit, strict=True))
        if isinstance(unit, tuple)
        else {"unit": unit}
    )
    return {
        "id": f"fact-{line}", "entity": "E", "metric.en": "M", "metric.zh": "M", "value": value,
        "source": "s", "quote": quote, "qualifier": qualifier, "file": "f.yaml", "line": line, **names,
    }  # fmt: skip
