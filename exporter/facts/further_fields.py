"""Further sources of facts: as YAML writes them, and what must hold of them."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from exporter.errors import Fault, WrongEntryError, WrongValueError
from exporter.facts.further import (
    ALSO_IN,
    ALSO_IN_LINES,
    IN_YAML,
    Further,
    fault_of,
    further_of,
    read_further,
    written_further,
)
from exporter.facts.rule import Row, Rule
from exporter.facts.table import map_distinct
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar


def cells_of_further(node: Node) -> dict[str, str | None]:
    """The columns that `also_in` fills: what it says, and the line of each entry.

    Raises:
        WrongValueError: It is no list of sources and quotes; a WrongEntryError of one of them.
    """
    if not isinstance(node, ListNode) or not node.items:
        wrong = f"`{ALSO_IN}` is not a list of sources and quotes"
        raise WrongValueError(wrong, f"write `{ALSO_IN}: {IN_YAML}`")
    entries = [_entry(item) for item in node.items]
    lines = " ".join(str(item.line) for item in node.items)
    return {ALSO_IN: written_further(entries), ALSO_IN_LINES: lines}


def _entry(node: Node) -> Further:
    if not isinstance(node, MapNode):
        wrong = f"`{ALSO_IN}` holds something else than a source with a quote"
        raise WrongEntryError(wrong, f"write `{ALSO_IN}: {IN_YAML}`", node.line)
    try:
        return further_of({name: _text(value) for name, value in node.items.items()})
    except WrongValueError as error:
        raise WrongEntryError(*error.fault, node.line) from None


def _text(node: Node) -> object:
    """What a part says: a text, None for none, or what is no text."""
    if not isinstance(node, Scalar):
        return node
    return None if node.is_null else node.text


def further_rules(table: pa.Table) -> Iterator[Rule]:
    """Every rule for the further sources of a table of facts; `table` as for `rules.rules`."""
    column = table[ALSO_IN]
    if column.null_count == table.num_rows:
        return
    faulty = map_distinct(column, lambda text: fault_of(text) is not None, pa.bool_())
    faulty = pc.fill_null(faulty, False)
    yield Rule(faulty, lambda row: _fault(row).wrong, lambda row: _fault(row).right)
    own = (column, table["source"], table["quote"], faulty)
    rows = zip(*(values.to_pylist() for values in own), strict=True)
    repeats = [
        not is_faulty and any(one[:2] == (source, quote) for one in read_further(text))
        for text, source, quote, is_faulty in rows
    ]
    yield Rule(
        pa.chunked_array([pa.array(repeats, pa.bool_())]),
        lambda _: f"`{ALSO_IN}` repeats the fact's own quote",
        lambda _: "name another source, or take it out",
    )


def _fault(row: Row) -> Fault:
    fault = fault_of(row[ALSO_IN])
    assert fault is not None  # noqa: S101 - the rule is broken
    return fault
