"""YAML with the place of everything in it.

A report's YAML is read into a tree whose scalars keep the text as written, so that `1.50` keeps its
two decimals and every message can name its line. Which scalar is a number or a date is for the
reader of the field to say, never for YAML: `no` is a word and `2023-10` a month.

Tags, anchors and aliases have no use in a report and are the means of YAML attacks (CVE-2013-4660,
"billion laughs"), so they are refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from exporter.errors import ContentError, Problem
from exporter.facts.yaml_form import malformed
from exporter.facts.yaml_words import LongList, without_long_lists
from exporter.inputs.opened import InputError, Inputs
from exporter.limits import READING, ReadingLimits

_SURROGATE = re.compile("[\ud800-\udfff]")
# Ends of lines, or blanks, for one of the two parsers alone; names of anchors that YAML 1.2 lets
# hold a colon.
UNLIKE = re.compile(r"[\t\x85\u2028\u2029\ufeff]|(?<![^\s\[{,])[&*][^\s,\[\]{}]*:")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(NamedTuple):
    """A text as written; `plain` where it stands without quotation marks. Lines count from 1."""

    text: str
    plain: bool
    line: int

    @property
    def is_null(self) -> bool:
        """Whether YAML 1.2's core schema takes it for null."""
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class MapNode:
    """Keys in order, with the line of each in `lines`."""

    items: dict[str, "Node"]
    lines: dict[str, int]
    line: int


@dataclass(frozen=True, slots=True)
class ListNode:
    """Nodes in order."""

    items: tuple["Node", ...]
    line: int


Node: TypeAlias = Scalar | MapNode | ListNode


def read_tree(
    path: Path, shown: str, inputs: Inputs | None = None
) -> tuple[Node | None, list[Problem]]:
    """Read a YAML file into a tree.

    Args:
        path: The file.
        shown: What messages call it.
        inputs: What it is one of; its own folder unless said.

    Returns:
        The tree (None where the file is empty or malformed) and the problems found in it.

    Raises:
        OSError: The file cannot be read.
    """
    inputs = inputs or Inputs.of(path.parent)
    try:
        content = inputs.read(path)
    except InputError as error:
        return None, [Problem(shown, 0, "", *error.fault)]
    return decode_tree(content, shown, inputs.limits)


def decode_tree(
    content: bytes, shown: str, limits: ReadingLimits = READING
) -> tuple[Node | None, list[Problem]]:
    """The same of a file's content."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, [Problem(shown, line, "", "this is not UTF-8 text", "save the file as UTF-8")]
    return parse_tree(text, shown, limits)


def parse_tree(
    text: str, shown: str, limits: ReadingLimits = READING
) -> tuple[Node | None, list[Problem]]:
    """The same of a text that is already read."""
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    try:
        return _built(text, shown, limits)
    except ContentError as error:
        return None, list(error.problems)
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        wrong = f"the character U+{error.character:04X} cannot stand in YAML"
        return None, [Problem(shown, line, "", wrong, "delete it")]
    except (OverflowError, ValueError) as error:  # such as "\UFFFFFFFF"
        wrong = f"malformed YAML: {error}"
        return None, [Problem(shown, 0, "", wrong, "check what follows backslashes")]
    except MarkedYAMLError as error:
        return None, [malformed(text, shown, error)]


def _built(text: str, shown: str, limits: ReadingLimits) -> tuple[Node | None, list[Problem]]:
    """The tree of a text by libyaml, which is ten times as fast as the parser in Python.

    libyaml knows YAML 1.1. What that and 1.2 read differently, and what libyaml refuses, goes to
    the parser in Python, whose messages tell more, too; but not for long. Events are taken one by
    one, since both parsers take ever longer the deeper a text is nested.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    is_short = len(text) <= limits.slow_text
    short, lists = without_long_lists(text)
    if not UNLIKE.search(short):  # nor in what was left out, which is words
        try:
            filled = _with_lists(short, lists, shown, limits) if lists else None
            return filled or _tree(YAML(typ="safe").parse(text), shown, limits)
        except (YAMLError, ValueError):
            if not is_short:
                raise
    if not is_short:
        wrong = "tabs, other ends of lines than Unix's, or names with colons stand in a long file"
        raise ContentError([Problem(shown, 0, "", wrong, "write blanks in their place")])
    return _tree(YAML(typ="safe", pure=True).parse(text), shown, limits)


def _with_lists(
    text: str, lists: Sequence[LongList], shown: str, limits: ReadingLimits
) -> tuple[Node | None, list[Problem]] | None:
    """The tree of a file whose long lists were left empty, with these.

    None where anything is wrong, or one stands elsewhere than it seemed to, as in a text in
    quotation marks: then the file is to be read whole.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    left = replace(limits, nodes=limits.nodes - sum(len(found.words) for found in lists))
    try:
        root, problems = _tree(YAML(typ="safe").parse(text), shown, left)
    except (YAMLError, ValueError, ContentError):
        return None
    if problems or not isinstance(root, MapNode):
        return None
    items = dict(root.items)
    for key, line, words, begins, step in lists:
        if root.lines.get(key) != line or items[key] != ListNode((), line):
            return None
        lines = range(begins, begins + len(words) * step, step) if step else repeat(begins)
        scalars = (
            Scalar(word.strip("'"), word[0] != "'", at)
            for word, at in zip(words, lines, strict=False)
        )
        items[key] = ListNode(tuple(scalars), begins)
    return MapNode(items, root.lines, root.line), []


def _tree(
    events: Iterator[Any], shown: str, limits: ReadingLimits
) -> tuple[Node | None, list[Problem]]:
    builder = _Builder(events, shown, limits)
    return builder.document(), builder.problems


def plain(node: Node) -> Any:
    """The tree as dicts, lists, strings and None: what pydantic takes."""
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case MapNode():
            return {key: plain(value) for key, value in node.items.items()}
        case ListNode():
            return [plain(item) for item in node.items]


def line_of(node: Node, path: Sequence[str | int]) -> int:
    """The line of what `path` (keys and indices) leads to, or of the nearest that exists."""
    line = node.line
    for step in path:
        if isinstance(node, MapNode) and step in node.items:
            line, node = node.lines[str(step)], node.items[str(step)]
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            break
    return line


class _Builder:
    """Makes a tree of the parser's events."""

    def __init__(self, events: Iterator[Any], shown: str, limits: ReadingLimits) -> None:
        self.events = events
        self.limits = limits
        self.left = limits.nodes
        self.shown = shown
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            match type(event).__name__:
                case "ScalarEvent" | "MappingStartEvent" | "SequenceStartEvent" | "AliasEvent":
                    root = self.node(event, depth=0)
                case "DocumentStartEvent" if root is not None:
                    self.refuse(event, "a second YAML document begins", "keep one in a file")
        return None if isinstance(root, Scalar) and root.is_null else root

    def node(self, event: Any, depth: int) -> Node:
        self.check(event, depth)
        line = event.start_mark.line + 1
        match type(event).__name__:
            case "ScalarEvent":
                return Scalar(self.text(event), not event.style, line)
            case "SequenceStartEvent":
                return ListNode(tuple(self.nodes(depth)), line)
            case _:
                return self.mapping(depth, line)

    def nodes(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if type(event).__name__ in {"SequenceEndEvent", "MappingEndEvent"}:
                return
            yield self.node(event, depth + 1)

    def mapping(self, depth: int, line: int) -> MapNode:
        items: dict[str, Node] = {}
        lines: dict[str, int] = {}
        nodes = self.nodes(depth)
        for key in nodes:
            value = next(nodes)
            if not isinstance(key, Scalar):
                self.report(key.line, "a key is not a single word", "write `name: value`")
            elif key.text in items:
                first = lines[key.text]
                self.report(
                    key.line, f"`{key.text}` is given twice (first in line {first})", "keep one"
                )
            else:
                items[key.text], lines[key.text] = value, key.line
        return MapNode(items, lines, line)

    def text(self, event: Any) -> str:
        value = str(event.value)
        if _SURROGATE.search(value):
            wrong = "a lone surrogate (half a character) stands in a text"
            self.report(event.start_mark.line + 1, wrong, "write the whole character")
            value = value.encode("utf-8", "replace").decode()
        return value

    def check(self, event: Any, depth: int) -> None:
        if type(event).__name__ == "AliasEvent":
            self.refuse(
                event,
                f"the alias *{event.anchor} is not allowed",
                "write the value out, or quote it",
            )
        if event.anchor:
            self.refuse(
                event, f"the anchor &{event.anchor} is not allowed", "leave it out, or quote it"
            )
        if event.tag and event.tag != "!":
            self.refuse(event, f"the tag {event.tag} is not allowed", "leave it out")
        if depth > self.limits.nesting:
            self.refuse(event, f"nested deeper than {self.limits.nesting} levels", "flatten it")
        self.left -= 1
        if self.left < 0:
            most = f"the file holds more than {self.limits.nodes:,} texts and lists"
            self.refuse(event, most, "keep so many facts as CSV or Parquet")

    def report(self, line: int, wrong: str, right: str) -> None:
        self.problems.append(Problem(self.shown, line, "", wrong, right))

    def refuse(self, event: Any, wrong: str, right: str) -> None:
        mark = event.start_mark
        raise ContentError([Problem(self.shown, mark.line + 1, "", wrong, right, mark.column + 1)])
