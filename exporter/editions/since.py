"""A content that shows what has changed since an earlier edition."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from exporter.editions.opened import open_edition
from exporter.errors import UsageError
from exporter.proof.manifest import Content
from exporter.report.changes import Changes, compare_editions
from exporter.report.changes.since import since_of

MOST_CHANGES = 10_000  # of facts, that a manifest and a sheet for people hold


def with_since(
    content: Content, earlier: str, folder: Path, allow: Sequence[str]
) -> tuple[Content, Changes]:
    """The content with what it needs of an earlier edition, and the changes since.

    Args:
        content: Of the edition that is built.
        earlier: The earlier one, as `open_edition` takes it.
        folder: The report's, which may have kept the content of a workbook.
        allow: What a report may reach outside its folder.

    Raises:
        UsageError: There is no such edition, it is a later one, or too much has changed.
        ContentError: Its content is at fault.
    """
    old = open_edition(earlier, (folder,), allow).content
    if old.report.edition > content.report.edition:
        wrong = f"--since {earlier} speaks for {old.report.edition}"
        right = f"name an edition before {content.report.edition}, for which the report speaks"
        raise UsageError(wrong, right)
    changes = compare_editions(old, content)
    if (count := len(changes.facts)) > MOST_CHANGES:
        wrong = f"{count:,} facts have changed since {earlier}"
        right = f"a set shows up to {MOST_CHANGES:,}; `exporter diff … --format xlsx` has them all"
        raise UsageError(wrong, right)
    return replace(content, since=since_of(old, changes)), changes
