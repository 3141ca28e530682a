"""Fields of a fact as a message tells to write them: as YAML has them, or as columns of a table."""

import json
import re
from collections.abc import Mapping

from exporter.errors import has_lines

# What of YAML cannot stand in a table, and was written into a cell.
YAML_IN_CELL = r"^\{\s*(?:en|zh|from|to)\s*:.*\}\s*$"
_PART = re.compile(r"(en|zh|from|to)\s*:\s*(.*?)\s*(?=,\s*(?:en|zh|from|to|also)\s*:|\}\s*$)")

Shown = str | Mapping[str, str]


def shown_fields(file: str, fields: Mapping[str, Shown]) -> str:
    """What to write for a fact: `value: 19` and `unit: "%"`, or 19 in `value` and % in `unit`.

    Args:
        file: Where the fact is written.
        fields: Their values, of one in parts by part.
    """
    return " and ".join(
        _in_yaml(name, value) if has_lines(file) else _in_table(name, value)
        for name, value in fields.items()
    )


def _in_yaml(name: str, value: Shown) -> str:
    if isinstance(value, str):
        return f"`{name}: {_plain(value)}`"
    parts = ", ".join(f"{part}: {text}" for part, text in value.items())
    return f"`{name}: {{{parts}}}`"


def _in_table(name: str, value: Shown) -> str:
    if isinstance(value, str):
        return f"{value} in `{name}`"
    *some, last = (f"{text} in `{name}.{part}`" for part, text in value.items())
    return f"{', '.join(some)} and {last}" if some else last


def _plain(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if value[:1] in "%‰@`&*!|>'\"#" else value


def parts_in_cell(text: str) -> dict[str, str]:
    """The parts of a field that somebody wrote into a cell as YAML has them."""
    return {part: value.strip("'\"") for part, value in _PART.findall(text)}
