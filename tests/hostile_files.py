"""Reports, and built sets, with a file that is small, or made in a moment, and endless to a reader.

Each is harmless to other programs that list, copy or scan it; none is larger than 50 MB on the disk.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import pyarrow as pa
import pyarrow.parquet as pq

from exporter.proof.manifest import FACTS_FILE, file_hash
from exporter.report.starter import make_report
from tests.facts.test_workbook_guard import (
    COLUMNS,
    FACT,
    PARTS,
    SHEET,
    blanks,
    cell,
    rows,
    says_less,
    workbook,
)
from tests.verify.sets import say_anew

NAMES = ("id", "entity", "metric", "value", "source", "quote")
FACTS, TEXT = "facts/example-motors.yaml", "sources/text/press-note.txt"
_HEADER = ",".join(NAMES) + "\n"
_MB = 10**6

Make = Callable[[Path], object]


class Hostile(NamedTuple):
    """A folder to be made hostile.

    Attributes:
        make: Changes a report that is sound, or a set that was built.
        command: What reads it then.
    """

    make: Make
    command: str = "check"


def _facts(name: str, write: Make) -> Hostile:
    """The report with its facts in another file."""

    def make(report: Path) -> None:
        shutil.rmtree(report / "facts")
        write(report / name)

    return Hostile(make)


def _sheet(sheet: str | Iterator[str]) -> Make:
    return lambda path: workbook(path, sheet)


def _text(head: str, again: str = "", times: int = 0, tail: str = "") -> Make:
    """A text that says something again and again."""
    return lambda path: path.write_text(head + again * times + tail, "utf-8")


def _at(name: str, write: Make) -> Hostile:
    """The report, or the set, with one file replaced."""

    def make(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        write(folder / name)

    return Hostile(make)


def _edited(old: str, new: str, again: str = "", times: int = 0) -> Hostile:
    """The report with something else, said again and again, for its first words that are `old`."""

    def make(report: Path) -> None:
        path = report / FACTS
        assert old in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(old, new + again * times, 1), "utf-8")

    return Hostile(make)


def _in_set(hostile: Hostile) -> Hostile:
    return hostile._replace(command="verify")


def _many_parts(path: Path) -> None:
    with ZipFile(path, "w") as book:
        for number in range(10_001):
            book.writestr(str(number), "")


def _lying(path: Path) -> None:
    workbook(path, blanks(30))
    says_less(path)


def _shared(path: Path) -> None:
    """One long text, and 100,000 cells that say that it stands in them."""
    cells = "".join('<row><c t="s"><v>0</v></c></row>' for _ in range(100_000))
    with ZipFile(path, "w", ZIP_DEFLATED) as book:
        for name, content in PARTS.items():
            target = "</Relationships>" if name.endswith("workbook.xml.rels") else None
            relation = (
                '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/'
                '2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
            )
            book.writestr(name, content.replace(target, relation) if target else content)
        namespace = PARTS["xl/workbook.xml"].split('"')[1]
        book.writestr(
            "xl/sharedStrings.xml", f'<sst xmlns="{namespace}"><si><t>{"x" * 32_000}</t></si></sst>'
        )
        book.writestr(
            SHEET, f'<worksheet xmlns="{namespace}"><sheetData>{cells}</sheetData></worksheet>'
        )


def _tight() -> Iterator[str]:
    """Cells that pack almost 300 times, and unpack to 200 MB."""
    yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    row = f"<row>{'<c><v>1</v></c>' * 100}</row>"
    for number in range(2_000):
        yield "".join(f"{row * 6}<row><c><v>{number * 7919 + n}</v></c></row>" for n in range(11))
    yield "</sheetData></worksheet>"


def _dictionary(path: Path) -> None:
    count = 100_000
    text = pa.DictionaryArray.from_arrays(pa.array([0] * count, pa.int32()), pa.array(["x" * _MB]))
    columns = {name: ["a"] * count for name in NAMES[:-1]}
    pq.write_table(pa.table({**columns, "quote": text}), path, compression="zstd")


def _wide(path: Path) -> None:
    pq.write_table(pa.table({f"c{number}": ["a"] for number in range(20_000)}), path)


def _blank_parquet(path: Path) -> None:
    nothing = pa.table({name: pa.nulls(1_000_000, pa.string()) for name in NAMES})
    with pq.ParquetWriter(path, nothing.schema) as writer:
        for _ in range(6):
            writer.write_table(nothing)


def _long_cells(path: Path) -> None:
    cells = ["x" * 10 * _MB] * 20
    pq.write_table(pa.table(dict.fromkeys(NAMES, cells)), path, compression="zstd")


def _broken(path: Path) -> None:
    pq.write_table(pa.table({name: ["a"] * 1_000 for name in NAMES}), path)
    content = bytearray(path.read_bytes())
    content[-200:-100] = b"\xff" * 100
    path.write_bytes(content)


def _laughs() -> str:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10))
    return f"a0: &a0 [x]\n{levels}\n"


def _sparse(size: int) -> Make:
    def write(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return write


def _many_files(report: Path) -> None:
    for number in range(10_001):
        (report / "facts" / f"{number}.yaml").touch()


def _names(path: Path) -> None:
    names = ",".join(f'"a{number}": 0' for number in (*range(_MB), _MB - 1))
    path.write_text(f"{{{names}}}", "utf-8")


def _facts_beside(folder: Path) -> None:
    _dictionary(folder / FACTS_FILE)
    said = {"file": FACTS_FILE, "rows": 100_000, "sha256": file_hash(folder / FACTS_FILE)}
    say_anew(folder, lambda manifest: manifest.update(facts=said))


def _query(sql: str, url: str) -> Hostile:
    def make(report: Path) -> None:
        shutil.rmtree(report / "facts")
        path = report / "report.yaml"
        said = f'facts: {{sql: "{sql}", url: "{url}"}}\n'
        path.write_text(said + path.read_text("utf-8"), "utf-8")

    return Hostile(make)


HOSTILE: dict[str, Hostile] = {
    "workbook: a cell in the last row and column": _facts("facts.xlsx", _sheet(rows(cell("A1"), cell("XFD1048576")))),
    "workbook: the same, and it says A1:B2": _facts("facts.xlsx", _sheet(rows(cell("A1"), cell("XFD1048576"), said="A1:B2"))),
    "workbook: 24 columns and a million rows": _facts("facts.xlsx", _sheet(rows(cell("C3"), cell("Z1000002")))),
    "workbook: a part that unpacks to 300 MB of blanks": _facts("facts.xlsx", lambda path: workbook(path, blanks(300))),
    "workbook: the same, and it says 5 kB": _facts("facts.xlsx", _lying),
    "workbook: 200 MB of cells in 1 MB": _facts("facts.xlsx", lambda path: workbook(path, _tight())),
    "workbook: a text of 32,000 characters in 100,000 cells": _facts("facts.xlsx", _shared),
    "workbook: 10,001 parts": _facts("facts.xlsx", _many_parts),
    "workbook: 300,000 rows": _facts("facts.xlsx", _sheet(rows(COLUMNS, *[FACT] * 300_000))),
    "Parquet: a text of 1 MB in 100,000 rows": _facts("facts.parquet", _dictionary),
    "Parquet: 20,000 columns": _facts("facts.parquet", _wide),
    "Parquet: 6,000,000 blank rows": _facts("facts.parquet", _blank_parquet),
    "Parquet: texts of 10 MB": _facts("facts.parquet", _long_cells),
    "Parquet: a broken footer": _facts("facts.parquet", _broken),
    "CSV: 5,000,000 ragged rows": _facts("facts.csv", _text(_HEADER, "a\n", 5 * _MB)),
    "CSV: 20,000,000 blank lines": _facts("facts.csv", _text(_HEADER, "\n", 20 * _MB)),
    "CSV: a quotation mark that never closes, 30 MB": _facts("facts.csv", _text(_HEADER + 'a,"', "x,\n", 10 * _MB)),
    "CSV: 1,000,000 columns": _facts("facts.csv", _text("c0", ",c", _MB, "\n")),
    "CSV: NUL, 30 MB": _facts("facts.csv", _text(_HEADER, "\0", 30 * _MB)),
    "CSV: sparse, larger than is read": _facts("facts.csv", _sparse(21 * 10**9)),
    "YAML: 2,000 brackets in one another": _at(FACTS, _text("", "[", 2_000)),
    "YAML: 1,000,000 brackets in one another": _at(FACTS, _text("", "[", _MB)),
    "YAML: names for lists of names, nine levels": _at(FACTS, _text(_laughs())),
    "YAML: 10,000,000 nodes": _at(FACTS, _text("- [", "a,", 10 * _MB, "]")),
    "YAML: a text of 30 MB": _at(FACTS, _text("- id: ", "x", 30 * _MB)),
    "YAML: 30 MB of tabs": _at(FACTS, _text("- id: a\n", "\t", 30 * _MB)),
    "YAML: 200,000 anchors": _at(FACTS, _text("", "- &a x\n", 200_000)),
    "YAML: sparse, larger than is read": _at(FACTS, _sparse(10**9)),
    "facts: a number of 1,000,000 digits": _edited("value: 12500", "value: ", "1", _MB),
    "facts: an exponent of 1,000,000 digits": _edited("value: 12500", "value: 1e", "9", _MB),
    "facts: a quote of 1,000,000 characters": _edited("quote: ", "quote: ", "more than 1 ", 83_000),
    "facts: a quote of 20,000,000 characters": _edited("quote: ", "quote: ", "ab ", 7 * _MB),
    "facts: a unit of 500,000 words": _edited("unit: {en: cars, zh: 辆}", "unit: ", "12 kg and ", _MB // 2),
    "facts: a unit of 3,000 words": _edited("unit: {en: cars, zh: 辆}", "unit: ", "12 kg and ", 3_000),
    "facts: a quote of 15,000 figures": _edited("quote: ", "quote: 1", "-1", 15_000),
    "facts: a translation of 15,000 figures": _edited("quote_zh: ", "quote_zh: 5", "至5", 15_000),
    "facts: a translation of 9,000 quarters": _edited("quote_zh: ", "quote_zh: Q1", " Q1", 9_000),
    "facts: a thesis of 10,000,000 words": _at("views.yaml", _text("- thesis: ", "a ", 10 * _MB)),
    "facts: 10,001 files": Hostile(_many_files),
    "facts: a pipe": _at(FACTS, os.mkfifo),
    "facts: a link to an endless device": _at(FACTS, lambda path: path.symlink_to("/dev/zero")),
    "facts: a link in a circle": _at(FACTS, lambda path: path.symlink_to(path.name)),
    "text: 200,001 clauses": _at(TEXT, _text("", "a. ", 200_001)),
    "text: 30 MB without an end of a clause": _at(TEXT, _text("", "ab ", 10 * _MB)),
    "text: 10,000,000 clauses": _at(TEXT, _text("", "a; ", 10 * _MB)),
    "text: 500,000 figures in one clause": _at(TEXT, _text("", "12 ", 500_000)),
    "text: one figure of 1,000,000 digits": _at(TEXT, _text("", "1", _MB)),
    "text: 1,000,000 accents on one letter": _at(TEXT, _text("a", "\u0301", _MB)),
    "text: an endless device": _at(TEXT, lambda path: path.symlink_to("/dev/zero")),
    "query: a text of 2 GB, DuckDB": _query("SELECT repeat('x', 2000000000) AS id", "duckdb://"),
    "query: a text of 2 GB, SQLite": _query("SELECT zeroblob(2000000000) AS id", "sqlite://"),
    "query: texts of 9 MB in 10,000 rows, SQLite": _query("WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 10000) SELECT printf('%.*c', 9000000, 'x') AS id FROM r", "sqlite://"),
    "set: a manifest of 100,000 brackets": _in_set(_at("manifest.json", _text("", "[", 100_000))),
    "set: a manifest with a number of 5,000 digits": _in_set(_at("manifest.json", _text(f'{{"format": {"9" * 5_000}}}'))),
    "set: a manifest of 250 MB, sparse": _in_set(_at("manifest.json", _sparse(250 * _MB))),
    "set: a manifest of 40,000,000 lists": _in_set(_at("manifest.json", _text('{"a": [', "[],", 40 * _MB, "[]]}"))),
    "set: a manifest of 120 MB in one text": _in_set(_at("manifest.json", _text('{"a": "', "x", 120 * _MB, '"}'))),
    "set: a manifest of 1,000,000 names, the last two alike": _in_set(_at("manifest.json", _names)),
    "set: facts beside it, with a text of 1 MB in 100,000 rows": _in_set(Hostile(_facts_beside)),
    "set: an evidence page of 500 MB, sparse": _in_set(_at("evidence.en.html", _sparse(1 << 29))),
    "set: an evidence page of 1,000,000 elements in one another": _in_set(_at("evidence.en.html", _text("", "<div>", _MB))),
    "set: an evidence page of 3,000,000 references to characters": _in_set(_at("evidence.en.html", _text("", "&amp;", 3 * _MB))),
    "set: a PDF of 500 MB, sparse": _in_set(_at("views.en.pdf", _sparse(1 << 29))),
    "set: a workbook that unpacks to 300 MB": _in_set(_at("figures.en.xlsx", lambda path: workbook(path, blanks(300)))),
    "set: a workbook with a cell in the last row and column": _in_set(_at("figures.en.xlsx", _sheet(rows(cell("A1"), cell("XFD1048576"))))),
}  # fmt: skip


def make_hostile(name: str, folder: Path) -> tuple[str, Path]:
    """Make the report or the set of that name in an empty folder; the command that reads it, and where it is."""
    from exporter import build

    hostile = HOSTILE[name]
    place = folder / "report"
    make_report(place)
    if hostile.command == "verify":
        build(place, folder / "set", ["en"])
        place = folder / "set"
    hostile.make(place)
    return hostile.command, place
