"""Ways by which a query to DuckDB might leave its folders, though DuckDB sees none.

DuckDB takes `..` for the folder before it in the text, and the system for the folder above the one
that a link leads to: with a link `desk` to /data/desk, `desk/../x.csv` is allowed as x.csv of the
report, and opened as /data/x.csv. It also tells the names of what lies behind any link. A query may
put its paths together, so its text does not tell where they lead, unless it is plain.

A link to a folder as deep in the same place is no way out, such as `latest` to `2026-11` beside it:
the system then goes up through as many folders as DuckDB does.
"""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from exporter.errors import WrongValueError

# Without brackets no function makes a path, without these signs no text is written otherwise.
_PLAIN = re.compile(r"[\w\s,.*=<>'\"/:;-]*")
_PUT_TOGETHER = re.compile(r"\.\.|--|'\s*'")


def refuse_ways_out(sql: str, places: Iterable[Path], *, has_views: bool) -> None:
    """Refuse a query that might go up from where a link leads.

    Args:
        sql: The query.
        places: The folders that it may read, resolved: the report's, and what is allowed.
        has_views: Whether it is asked of a database, which may hold views of files.

    Raises:
        WrongValueError: It might; names a link, or a folder that cannot be looked into.
    """
    if not has_views and _PLAIN.fullmatch(sql) and not _PUT_TOGETHER.search(sql):
        return
    for place in filter(Path.is_dir, places):
        if link := next(_ways_out(place), None):
            wrong = f"a query might leave the report by {link}, a link to a folder"
            right = "take the link away, and name the folder that it leads to in the query"
            raise WrongValueError(wrong, right)


def _ways_out(place: Path) -> Iterator[Path]:
    """The links in a place that lead to folders elsewhere, or less deep, or deeper."""
    for current, folders, _ in os.walk(place, onerror=_refuse):
        links = (path for path in (Path(current, name) for name in folders) if path.is_symlink())
        yield from (link for link in links if not _is_as_deep(link, place))


def _refuse(error: OSError) -> None:
    wrong = f"a query might leave the report by {error.filename}, which cannot be looked into"
    raise WrongValueError(wrong, "make it readable, or take it away")


def _is_as_deep(link: Path, place: Path) -> bool:
    target = link.resolve()
    return target.is_relative_to(place) and len(target.parts) == len(link.parts)
