"""A theme read from its file: a shipped one by its name, a house's own by its path."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from exporter.errors import Problem, WrongValueError
from exporter.facts.models import read_model
from exporter.facts.yaml_tree import ListNode, MapNode, Node, Scalar
from exporter.files import templates_folder
from exporter.inputs.opened import Inputs
from exporter.report.themes.definition import LogoDefinition, ThemeDefinition, ThemeFile
from exporter.report.themes.logo import read_logo

_TABLE = re.compile(r"\s*\[\s*([\w\"'.\s-]+?)\s*\]")
_KEY = re.compile(r"\s*([\w\"'-]+)(?:\s*\.\s*[\w\"'-]+)*\s*=")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class ThemePlace:
    """Where a theme is.

    Attributes:
        name: As somebody gave it.
        path: Its file.
        inputs: What it may be read from.
    """

    name: str
    path: Path
    inputs: Inputs


def shipped_themes() -> dict[str, Path]:
    """The themes that come with the package, by their names."""
    return {path.stem: path for path in sorted((templates_folder() / "themes").glob("*.toml"))}


def theme_place(name: str, folders: Sequence[Path], inputs: Inputs) -> ThemePlace:
    """Where the theme is that somebody names.

    Args:
        name: That of a shipped one, or a path.
        folders: What the path may be from: the first in which it is there, else the last.
        inputs: What the report may be read from.

    Raises:
        WrongValueError: It is neither.
    """
    shipped = shipped_themes()
    if name in shipped:
        return ThemePlace(name, shipped[name], Inputs.of(shipped[name].parent))
    if not name.endswith(".toml"):
        near = get_close_matches(name, shipped, 1)
        known = f"one of {', '.join(shipped)}, or the path of a .toml file"
        right = f"did you mean `{near[0]}`?" if near else f"name {known}"
        raise WrongValueError(f"{name!r} is no theme", right)
    paths = [folder / name for folder in folders]
    return ThemePlace(name, next((path for path in paths if path.is_file()), paths[-1]), inputs)


def read_theme(place: ThemePlace) -> tuple[ThemeDefinition | None, list[Problem]]:
    """Read a theme.

    Returns:
        The theme, None where it is not whole; and what is wrong with it, each with its line.
    """
    shown, inputs = str(place.path), place.inputs
    try:
        content = inputs.read(place.path, inputs.limits.theme_bytes)
        tree = _tree(content.decode("utf-8-sig"))
    except FileNotFoundError:
        wrong, right = "the file is not there", "name a theme by its path from report.yaml"
        return None, [Problem(shown, 0, "", wrong, right)]
    except WrongValueError as error:
        return None, [Problem(shown, 0, "", *error.fault)]
    except UnicodeDecodeError:
        return None, [Problem(shown, 0, "", "this is not UTF-8 text", "save the file as UTF-8")]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        right = "check quotation marks and brackets there"
        return None, [Problem(shown, 0, "", f"malformed TOML: {error}", right)]
    said, problems = read_model(ThemeFile, tree, shown)
    logo, of_logo = _logo(tree, place)
    if said is None or of_logo:
        return None, [*problems, *of_logo]
    fields = {name: getattr(said, name) for name in ThemeFile.model_fields}
    return ThemeDefinition(**{**fields, "logo": logo}), problems


def _logo(tree: MapNode, place: ThemePlace) -> tuple[LogoDefinition | None, list[Problem]]:
    """The logo that a theme names by its path from there; what is no path is told elsewhere."""
    node = tree.items.get("logo")
    if not isinstance(node, Scalar):
        return None, []
    shown, line = str(place.path), tree.lines["logo"]
    try:
        return LogoDefinition.of(read_logo(place.path.parent / node.text, place.inputs)), []
    except FileNotFoundError:
        right = "name it by its path from this file"
        return None, [Problem(shown, line, "", f"the logo {node.text!r} is not there", right)]
    except WrongValueError as error:
        wrong, right = error.fault
        return None, [Problem(shown, line, "", f"the logo {node.text!r} {wrong}", right)]


def _tree(text: str) -> MapNode:
    """TOML with the line of each key, as YAML is read."""
    return _mapping(tomllib.loads(text), _lines(text), (), 1)


def _mapping(
    said: Mapping[str, Any], lines: Mapping[tuple[str, ...], int], path: tuple[str, ...], line: int
) -> MapNode:
    own = {key: lines.get((*path, key), line) for key in said}
    nodes = {key: _node(value, lines, (*path, key), own[key]) for key, value in said.items()}
    return MapNode(nodes, own, line)


def _node(
    value: Any, lines: Mapping[tuple[str, ...], int], path: tuple[str, ...], line: int
) -> Node:
    if isinstance(value, dict) and len(path) < _DEEPEST:
        return _mapping(value, lines, path, line)
    if isinstance(value, list) and len(path) < _DEEPEST:
        return ListNode(tuple(_node(item, lines, path, line) for item in value), line)
    return Scalar(str(value), plain=False, line=line)


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """The line of each key and table that begins one."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if head := _TABLE.match(line):
            table = tuple(part.strip(" \"'") for part in head[1].split("."))
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, key[1].strip("\"'")), number)
    return lines
