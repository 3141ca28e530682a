"""Facts from YAML files, as an analyst writes them."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import pyarrow as pa

from exporter.errors import Problem, WrongEntryError, WrongValueError
from exporter.facts.flat.bare_cells import without_blanks
from exporter.facts.shared_fields import with_shared_fields
from exporter.facts.table import OF_VALUE, STATED, WRITTEN
from exporter.facts.yaml_fields import cells
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar, decode_tree
from exporter.limits import READING, ReadingLimits

PARTS = ("facts", "views")  # of a file that is no list


def read_yaml_facts(
    content: bytes,
    shown: str,
    limits: ReadingLimits = READING,
    parts: Sequence[str] = PARTS,
    known: Mapping[str, Sequence[str]] = {},
    own: str = "",
    *,
    only_whole: bool = True,
) -> tuple[pa.Table, list[Problem]]:
    """Read a YAML list of facts, or one beside a list of views.

    Args:
        content: The file's.
        shown: What messages call it.
        limits: How much of it is read.
        parts: What it may have where it is no list, `facts` first.
        known: What fields may say that name something of the report, where that is asked.
        own: The key that says whose a fact is, in a report for many; "" for none.
        only_whole: Whether facts are left out that need a default which is at fault.

    Returns:
        A table by the schema WRITTEN, with OF_VALUE where `own` is given, one row a fact, and the
        problems of its form, doubts among them.
    """
    tree, problems = decode_tree(content, shown, limits)
    if tree is None and not problems:
        problems.append(Problem(shown, 0, "", "the file holds no facts", "write `- id: …`"))
    items, of_form = _items(tree, shown, parts) if tree is not None else ((), [])
    facts, of_shared = with_shared_fields(items, shown, known, own, only_whole=only_whole)
    rows: list[dict[str, Any]] = []
    problems += of_form + of_shared
    for node in facts:
        row, of_row = _row(node, shown, own)
        rows.append(row)
        problems += of_row
    schema = WRITTEN.append(pa.field(OF_VALUE, pa.string())) if own else WRITTEN
    written = pa.Table.from_pylist(rows, schema=schema).combine_chunks()
    texts = [
        without_blanks(name, column) if name in STATED else column
        for name, column in zip(schema.names, written.columns, strict=True)
    ]
    return pa.Table.from_arrays(texts, schema=schema), problems


def _items(tree: Node, shown: str, parts: Sequence[str]) -> tuple[Sequence[Node], list[Problem]]:
    """What stands in the list of facts of a file."""
    if isinstance(tree, ListNode):
        return tree.items, []
    if not isinstance(tree, MapNode) or not tree.items.keys() & set(PARTS):
        wrong = "this is not a list of facts"
        return (), [Problem(shown, tree.line, "", wrong, "begin each with `- id: …`")]
    problems: list[Problem] = []
    for key in tree.items:
        if key in parts:
            continue
        near = get_close_matches(key, parts, 1)
        right = f"did you mean `{near[0]}`?" if near else f"known are {' and '.join(parts)}"
        if key == "defaults":
            right = "write it as the first item of the list: `- defaults: {…}`"
        wrong = f"`{key}` is not a known key"
        problems.append(Problem(shown, tree.lines[key], "", wrong, right))
    facts = tree.items.get("facts", ListNode((), tree.line))
    if not isinstance(facts, ListNode) or ("facts" in tree.items and not facts.items):
        wrong = "`facts` is not a list of facts"
        problems.append(Problem(shown, tree.lines["facts"], "", wrong, "begin each with `- id: …`"))
        return (), problems
    return facts.items, problems


def _row(node: Node, shown: str, own: str) -> tuple[dict[str, Any], list[Problem]]:
    row: dict[str, Any] = {"file": shown, "line": node.line}
    if not isinstance(node, MapNode):
        wrong = "an item of the list is no fact"
        return row, [Problem(shown, node.line, "", wrong, "write `id: …` and the other fields")]
    name = node.items.get("id")
    subject = name.text if isinstance(name, Scalar) else ""
    problems: list[Problem] = []
    for field, value in node.items.items():
        try:
            row.update(cells(field, value, own))
        except WrongValueError as error:
            line = error.line if isinstance(error, WrongEntryError) else node.lines[field]
            problems.append(Problem(shown, line, subject, *error.fault))
    return row, problems
