"""A report as it was built."""

from pathlib import Path
from typing import NamedTuple

from exporter.check.checked import CheckedReport
from exporter.check.shown import as_html, rows_of


class BuiltReport(NamedTuple):
    """A report that was built, and its files.

    Attributes:
        checked: The report as the check left it.
        paths: The files written, the manifest last.
    """

    checked: CheckedReport
    paths: list[Path]

    def __repr__(self) -> str:
        """In a line: `<BuiltReport desk: 9 files in output/desk, 90 facts, 3 views, 0 doubts>`."""
        count, folder = len(self.paths), self.paths[-1].parent
        told = f"{self.checked.evidence.facts.num_rows:,} facts, {len(self.checked.views):,} views"
        doubts = f"{len(self.checked.doubts):,} doubts"
        return f"<BuiltReport {self.checked.folder}: {count} files in {folder}, {told}, {doubts}>"

    def _repr_html_(self) -> str:
        """As a notebook shows it: what was checked, and the files."""
        rows = {**rows_of(self.checked), "folder": str(self.paths[-1].parent)}
        rows["files"] = ", ".join(path.name for path in self.paths)
        return as_html(str(self.checked.folder), rows, self.checked.doubts, "doubt")
