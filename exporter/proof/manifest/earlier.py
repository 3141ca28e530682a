"""Facts as earlier exporters wrote them, in today's columns."""

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from exporter.facts.further import ALSO_IN, ALSO_IN_LINES
from exporter.facts.table import FACTS, HISTORY

# What a column became: one reason for both languages is the reason in each.
_BECAME: Mapping[str, tuple[str, ...]] = {"accept": ("accept.en", "accept.zh")}
# Columns that hold "" where nothing is said; those added later are missing in earlier facts.
_EMPTY = frozenset(
    {"period", "attribution.en", "attribution.zh", "quote_en", "quote_zh", "note.en", "note.zh",
     *_BECAME["accept"]}
)  # fmt: skip


def row_of_today(row: Mapping[str, Any]) -> dict[str, Any]:
    """A fact as JSON had it, by today's names.

    Raises:
        ValueError: It has what no fact ever had.
    """
    said = dict.fromkeys(_EMPTY, "") | _renamed(row)
    if unknown := sorted(said.keys() - set(FACTS.names)):
        raise ValueError(f"a fact has {unknown[0]!r}, which none has")
    return said


def table_of_today(facts: pa.Table) -> pa.Table:
    """Facts as a Parquet file had them, by the schema FACTS.

    Raises:
        ValueError: It does not have the columns of facts.
    """
    columns = _renamed({name: facts[name] for name in facts.column_names})
    nothing = pa.chunked_array([pa.repeat(pa.scalar(""), facts.num_rows)])
    unsaid = pa.chunked_array([pa.nulls(facts.num_rows, pa.string())])
    columns = (
        dict.fromkeys(_EMPTY, nothing)
        | dict.fromkeys((*HISTORY, "formula", ALSO_IN, ALSO_IN_LINES), unsaid)
        | columns
    )
    if columns.keys() != set(FACTS.names):
        raise ValueError("does not have the columns of facts")
    return pa.table({name: columns[name] for name in FACTS.names}).cast(FACTS)


def _renamed(named: Mapping[str, Any]) -> dict[str, Any]:
    return dict(_pairs(named))


def _pairs(named: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in named.items():
        yield from ((today, value) for today in _BECAME.get(name, (name,)))
