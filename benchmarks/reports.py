"""A whole report of many facts: its definition, and the sources that the facts are quoted from.

python -m benchmarks.reports SIZE...    makes the reports' folders that are not there yet
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copyfile, rmtree
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.cache import REPORT_QUOTES, report_path, whole
from benchmarks.data import ENTITIES, QUOTES_IN_SOURCE, facts_file, source_of
from exporter.evidence.clauses import split_clauses
from exporter.evidence.record import add_source
from exporter.evidence.source_record import SourceRecord, positions_of
from exporter.evidence.sources import Source
from exporter.report.definition import ReportDefinition


def definition() -> ReportDefinition:
    """A report with all facts in one workbook, a sheet a business line."""
    return ReportDefinition.model_validate(_definition())


def _definition() -> dict[str, Any]:
    return {
        "title": "Many facts",
        "edition": "2023-11-01",
        "author": "exporter",
        "languages": ["en"],
        "facts": "facts.parquet",
        "entities": [{"name": name} for name in ENTITIES],
        "workbooks": [{"name": "facts", "title": "Many facts"}],
    }


def recorded_sources(quotes: list[str]) -> dict[str, Source]:
    """The sources in which `quotes` stand, one quote a line, as a report that is read has them.

    Their texts are not at hand, and none of their clauses is listed as stating a figure.
    """
    found = {}
    for start in range(0, len(quotes), QUOTES_IN_SOURCE):
        text = "\n".join(quotes[start : start + QUOTES_IN_SOURCE])
        prints = tuple(clause.fingerprint for clause in split_clauses(text))
        found[source_of(start)] = _source(source_of(start), prints)
    return found


def named_sources(quotes: int) -> dict[str, Source]:
    """The sources of so many quotes, good for linking to and not for checking quotes."""
    names = (source_of(start) for start in range(0, quotes, QUOTES_IN_SOURCE))
    return {name: _source(name, ("0" * 16,)) for name in names}


def _source(id_: str, fingerprints: tuple[str, ...]) -> Source:
    record = SourceRecord.model_validate(
        {**_described(id_), "sha256": "0" * 64, "language": "zh", "fingerprints": fingerprints}
    )
    return Source(id_, record, None, f"sources/{id_}.yaml", positions_of(fingerprints))


def _described(id_: str) -> dict[str, Any]:
    day = date(2023, 11, 1)
    return {
        "title": f"Filing {id_.rpartition('-')[2]}",
        "publisher": "Exchange",
        "author": None,
        "url": f"https://example.com/filings/{id_}",
        "published": day,
        "retrieved": day,
    }


def report_folder(size: int) -> Path:
    """The folder of a report of so many facts, made when it is first asked for."""
    folder = report_path(size)
    if not folder.exists():
        with whole(folder) as temporary:
            temporary.mkdir()
            make_report(temporary, facts_file(size, REPORT_QUOTES))
    return folder


def make_report(folder: Path, facts: Path) -> None:
    """Make a report in a folder that is there, of the facts in a Parquet file."""
    text = json.dumps(_definition(), ensure_ascii=False, indent=2)  # JSON is YAML, too
    (folder / "report.yaml").write_text(text, "utf-8")
    copyfile(facts, folder / "facts.parquet")
    (folder / "sources").mkdir()
    document = folder / "document.txt"
    for id_, quotes in _quotes_by_source(facts):
        document.write_text("\n\n".join(quotes), "utf-8")
        add_source(folder, document, id_, _described(id_), date(2023, 11, 1))
    document.unlink()
    rmtree(folder / "sources" / "text")  # as a report is handed on


def _quotes_by_source(facts: Path) -> Iterator[tuple[str, list[str]]]:
    table = pq.read_table(facts, columns=["source", "quote"])
    for id_ in pc.unique(table["source"]).to_pylist():
        yield id_, pc.unique(table.filter(pc.equal(table["source"], id_))["quote"]).to_pylist()


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        report_folder(int(argument))
