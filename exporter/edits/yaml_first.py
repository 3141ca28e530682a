"""The first facts of a YAML file: of a new one, or of one that says so far that there are none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exporter.edits.text_edits import CannotEditError
from exporter.edits.yaml_halves import without_other_half
from exporter.edits.yaml_places import MapPlace
from exporter.edits.yaml_values import said_of
from exporter.facts.table import FIELDS
from exporter.facts.yaml_facts import read_yaml_facts

_NONE = "[]"


def with_first_facts(content: bytes, added: Mapping[str, Mapping[str, Any]], shown: str) -> bytes:
    """The content of a file with its first facts, below the comments that are there.

    Args:
        content: The file's; empty for a new one.
        added: The facts by their ids: what they say, the columns of WRITTEN without a place.
        shown: What messages call the file.

    Raises:
        CannotEditError: Something else stands in it, or it would not say just that.
    """
    text = content.decode("utf-8").rstrip()
    above = text.removesuffix(_NONE)
    if any(line.strip() and not line.lstrip().startswith("#") for line in above.splitlines()):
        raise CannotEditError(
            f"{shown} has something else than facts; write its first one yourself"
        )
    new = (above + "\n".join(map(_item, added.values()))).encode()
    rows, problems = read_yaml_facts(new, shown)
    said = [_said(row) for row in rows.select(list(next(iter(added.values())))).to_pylist()]
    if problems or said != list(map(_said, added.values())):
        raise CannotEditError(f"{shown}: it would say something else; write the fact yourself")
    return new


def fact_lines(
    row: Mapping[str, Any], emptied: Sequence[str] = (), shared: Sequence[MapPlace] = ()
) -> Iterator[str]:
    """A fact in the lines that it takes, without indentation.

    Args:
        row: What it says.
        emptied: Fields that it would take from elsewhere, if it did not say that it has none.
        shared: That elsewhere.
    """
    for field in FIELDS:
        said = without_other_half(field, said_of(field, row, None), shared)
        if said is not None:
            yield f"{field}: {said.written(in_braces=False)}"
        elif field in emptied:
            yield f"{field}: ~"


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value or None for name, value in row.items()}


def _item(row: Mapping[str, Any]) -> str:
    first, *others = fact_lines(row)
    return "".join([f"- {first}\n", *(f"  {line}\n" for line in others)])
