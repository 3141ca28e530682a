"""Whether a query promises the order of its rows, in which facts stand in files."""

import re
from itertools import accumulate

from exporter.errors import Fault

# Texts, quoted names and comments; $tag$ … $tag$ is a text of PostgreSQL and DuckDB.
_NO_WORDS = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|/\*.*?\*/|\$(\w*)\$.*?\$\1\$""", re.DOTALL
)
_ORDERED = re.compile(r"\border\s+by\b", re.IGNORECASE)
_OF_ROWS = re.compile(r"\b(?:from|union|intersect|except)\b", re.IGNORECASE)
_LEVELS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
UNORDERED = Fault(
    "the query does not say in which order its rows come, so a database may give them in another "
    "one each time, and files would differ",
    "end it with ORDER BY, such as `ORDER BY id`",
)


def is_ordered(sql: str) -> bool:
    """Whether a query ends with ORDER BY, or gives the one row that it spells out.

    What stands in brackets is of a part of it, unless they hold all of it.
    """
    text = _NO_WORDS.sub(" _ ", sql).strip().rstrip(";").strip()
    while text.startswith("(") and _outside(text).strip() == "":
        text = text[1:-1].strip()
    outside = _outside(text)
    return bool(_ORDERED.search(outside)) or not _OF_ROWS.search(outside)


def _outside(text: str) -> str:
    """What of a text stands in no brackets."""
    levels = accumulate(_LEVELS.get(sign, 0) for sign in text)
    return "".join(
        sign for sign, level in zip(text, levels, strict=True) if level == 0 and sign not in _LEVELS
    )
