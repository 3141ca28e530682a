"""Keys of report.yaml said otherwise, and nothing else in it changed."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from exporter.edits.text_edits import CannotEditError, Edit, edited, line_break, line_end
from exporter.edits.yaml_fields import last_of
from exporter.edits.yaml_places import MapPlace, Place, ScalarPlace, places_in

_BOM = "\ufeff"


def with_keys(path: Path, said: Mapping[str, str]) -> bytes:
    """The content of a report.yaml with other values of some keys, added where they are missing.

    Args:
        path: The file.
        said: Plain texts by their keys; the first of which is there.

    Raises:
        CannotEditError: It is not written as report.yaml is.
    """
    text = path.read_bytes().decode("utf-8")
    start = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(start)
    tree = places_in(text)
    if not isinstance(tree, MapPlace):
        raise CannotEditError(f"{path} is no list of keys; edit it by hand")
    made = edited(text, _edits(text, tree, said))
    return (start + made).encode()


def _edits(text: str, tree: MapPlace, said: Mapping[str, str]) -> Iterator[Edit]:
    first = next(iter(said))
    for key, new in said.items():
        place, value = tree.key(key), tree.value(key)
        if place is not None and isinstance(value, ScalarPlace) and value.style in {"'", '"'}:
            yield Edit(value.start, value.end, f"{value.style}{new}{value.style}")
        elif place is not None and value is not None:
            yield _exchanged(text, place, value, new)
        else:
            yield _added(text, tree, first, f"{key}: {new}")


def _exchanged(text: str, key: ScalarPlace, value: Place, new: str) -> Edit:
    """A value of any form exchanged for a plain one."""
    end = last_of(text, key, value)
    kept = text[value.start : end]
    between = text[key.end : value.start]
    start = key.end + between.index(":") + 1 if "\n" in between else value.start
    tail = kept[len(kept.rstrip()) :]
    return Edit(start, end, f"{' ' if start < value.start else ''}{new}{tail}")


def _added(text: str, tree: MapPlace, beside: str, said: str) -> Edit:
    """A further key, behind another."""
    key, value = tree.key(beside), tree.value(beside)
    assert key is not None and value is not None  # noqa: S101, PT018 - who asks has found it
    if tree.is_flow:
        return Edit(value.end, value.end, f", {said}")
    end = line_end(text, last_of(text, key, value))
    breaks = line_break(text, key.start)
    return Edit(end, end, said + breaks if text[:end].endswith("\n") else breaks + said)
