"""Where everything in a YAML file stands, in characters from its start.

Read by the same parsers as `facts.yaml_tree`, which has refused by then whatever a report may not
have: anchors, aliases, tags.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from exporter.facts.yaml_tree import UNLIKE


@dataclass(frozen=True, slots=True)
class ScalarPlace:
    """A text; `style` is its quotation mark, `|` or `>`, or "" where it stands plain."""

    text: str
    style: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MapPlace:
    """Keys with their values, in order; `line` (from 1) and `start` are those of the first key."""

    entries: tuple[tuple[ScalarPlace, "Place"], ...]
    is_flow: bool
    line: int
    start: int
    end: int

    def key(self, name: str) -> ScalarPlace | None:
        """Where a key stands; None where there is none of the name."""
        return next((key for key, _ in self.entries if key.text == name), None)

    def value(self, name: str) -> "Place | None":
        """Where the value of a key stands."""
        return next((value for key, value in self.entries if key.text == name), None)


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Items in order."""

    items: tuple["Place", ...]
    is_flow: bool
    start: int
    end: int


Place: TypeAlias = ScalarPlace | MapPlace | ListPlace


def places_in(text: str) -> Place:
    """The places of a text that has been read as YAML before.

    Raises:
        ValueError: It is none, or holds nothing.
    """
    if not UNLIKE.search(text):
        with suppress(YAMLError):
            return _document(YAML(typ="safe").parse(text))
    try:
        return _document(YAML(typ="safe", pure=True).parse(text))
    except (YAMLError, OverflowError) as error:
        raise ValueError(str(error)) from None


def _document(events: Iterator[Any]) -> Place:
    for event in events:
        if type(event).__name__ in {"ScalarEvent", "MappingStartEvent", "SequenceStartEvent"}:
            return _place(event, events)
    raise ValueError("there is nothing in it")


def _place(event: Any, events: Iterator[Any]) -> Place:
    start, line = event.start_mark.index, event.start_mark.line + 1
    match type(event).__name__:
        case "ScalarEvent":
            return ScalarPlace(str(event.value), event.style or "", start, event.end_mark.index)
        case "SequenceStartEvent":
            items, end = _until_end(events)
            return ListPlace(tuple(items), bool(event.flow_style), start, end)
        case _:
            nodes, end = _until_end(events)
            pairs = zip(nodes[::2], nodes[1::2], strict=True)
            entries = tuple((key, value) for key, value in pairs if isinstance(key, ScalarPlace))
            return MapPlace(entries, bool(event.flow_style), line, start, end)


def _until_end(events: Iterator[Any]) -> tuple[list[Place], int]:
    """The nodes of a list or a mapping, and where it ends."""
    nodes: list[Place] = []
    for event in events:
        if type(event).__name__ in {"SequenceEndEvent", "MappingEndEvent"}:
            return nodes, event.end_mark.index
        nodes.append(_place(event, events))
    raise ValueError("it ends within a list")
