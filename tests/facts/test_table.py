"""Columns as their distinct values: a function is called once for each of them."""

import pyarrow as pa
import pytest

from exporter.facts.table import distinct, map_dictionary, map_distinct

COLUMN = pa.chunked_array([["b", None, "a"], ["b", "a", None]])


@pytest.mark.parametrize("column", [COLUMN, COLUMN.slice(1, 4), COLUMN.slice(0, 0)])
def test_distinct_values_are_those_of_the_rows(column: pa.ChunkedArray) -> None:
    encoded = distinct(column)
    assert encoded.to_pylist() == column.to_pylist()
    assert encoded.dictionary.to_pylist() == list(dict.fromkeys(column.to_pylist()))


def test_a_function_is_called_once_for_each_distinct_value() -> None:
    called: list[str] = []

    def code(text: str) -> int:
        called.append(text)
        return ord(text)

    assert map_distinct(COLUMN, code, pa.int64()).to_pylist() == [98, None, 97, 98, 97, None]
    assert called == ["b", "a"]


def test_what_a_function_makes_is_kept_by_its_distinct_values() -> None:
    made = map_dictionary(distinct(COLUMN), str.upper, pa.string())
    assert made.dictionary.to_pylist() == ["B", None, "A"]
    assert made.to_pylist() == ["B", None, "A", "B", "A", None]
