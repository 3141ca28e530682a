"""Ways by which a query to DuckDB might leave the report's folder, though DuckDB sees none.

DuckDB takes `..` for the folder before it in the text, and the system for the folder above the one
that a link leads to: with a link `desk` to /data/desk, `desk/../x.csv` is allowed as x.csv of the
report, and opened as /data/x.csv. A query may put its paths together, so its text does not tell
where they lead, unless it is plain.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from exporter.errors import WrongValueError

# Without brackets no function makes a path, without these signs no text is written otherwise.
_PLAIN = re.compile(r"[\w\s,.*=<>'\"/:;-]*")
_PUT_TOGETHER = re.compile(r"\.\.|--|'\s*'")


def refuse_ways_out(sql: str, roots: tuple[Path, ...], *, has_views: bool) -> None:
    """Refuse a query that might go up from where a link of the report leads.

    Args:
        sql: The query.
        roots: The report's folders.
        has_views: Whether it is asked of a database, which may hold views of files.

    Raises:
        WrongValueError: It might; names a link.
    """
    if not has_views and _PLAIN.fullmatch(sql) and not _PUT_TOGETHER.search(sql):
        return
    link = next((link for root in roots for link in _links(root)), None)
    if link:
        wrong = f"a query might leave the report by {link}, a link to a folder"
        right = "take the link away, and name the folder that it leads to in the query"
        raise WrongValueError(wrong, right)


def _links(root: Path) -> Iterator[Path]:
    """The links to folders in a folder."""
    for current, folders, _ in os.walk(root):
        yield from (path for path in (Path(current, name) for name in folders) if path.is_symlink())
