"""exporter: entity sheets from the Parquet file, whose facts are held to all rules on the way."""

from pathlib import Path

from benchmarks.rows import entity_sheets


def write(facts: Path, workbook: Path) -> None:
    """Write the facts of the Parquet file `facts`."""
    entity_sheets.write(entity_sheets.prepare(facts), workbook)
