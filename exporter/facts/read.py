"""Facts from wherever a report keeps them."""

import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from exporter.engine.arrow import empty_table
from exporter.errors import Problem
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.files import CSV, XLSX, YAML, FactFile, files_at, files_at_url, reaching
from exporter.facts.reach import demand_url, local_path
from exporter.facts.reading import NO_ANCHORS, Anchors, Reading, idle_keys
from exporter.facts.rows_hash import hashing_rows
from exporter.facts.table import WRITTEN
from exporter.facts.where import SqlQuery, Where, is_url, place_of, reading_of
from exporter.facts.yaml_facts import PARTS, read_yaml_facts
from exporter.inputs.opened import InputError, Inputs

USUAL_PLACES = ("facts", "facts.yaml", "facts.yml", "facts.csv", "facts.xlsx", "facts.parquet")
_OF_TABLES = (".csv", ".tsv", ".txt", ".xlsx")


def read_written(
    folder: Path,
    where: Where | None,
    inputs: Inputs | None = None,
    anchors: Anchors = NO_ANCHORS,
) -> Iterator[RowsAndProblems]:
    """Read what a report's facts state, as it is written.

    Args:
        folder: The report's folder, as the user named it.
        where: As report.yaml says it; the usual places where it says nothing.
        inputs: What may be read, and was read; the folder unless said.
        anchors: What the report knows of its facts, by which the encoding of a file is told.

    Yields:
        Tables by the schema WRITTEN of at most BATCH_ROWS rows, each with the problems of its
        form, in order; memory does not grow with the number of facts (YAML and XLSX excepted).

    Raises:
        OSError: A file cannot be read.
        SetupError: A URL or database cannot be reached, or a library for it is missing.
    """
    right = _first_fact(folder, place_of(where))
    nothing = Problem(str(folder), 0, "", "the report has no facts", right)
    inputs = inputs or Inputs.of(folder)
    return _in_full_batches(_written_in(folder, where, inputs, anchors), nothing)


def _first_fact(folder: Path, place: str | SqlQuery | None) -> str:
    """How the first fact is written where a report's facts are."""
    if isinstance(place, SqlQuery):
        return "let the query give at least one row"
    name = place if place and is_url(place) else str(_place(folder, place) or "")
    if name.lower().endswith(_OF_TABLES):
        return f"write a row for each fact into {Path(name).name}, below the names of the columns"
    return "write `- id: …` in facts/"


def fact_files(folder: Path, where: Where | None, inputs: Inputs) -> set[Path]:
    """The files on this disk that `read_written` would read.

    Raises:
        NotReachedError: The report may not read them.
    """
    place = place_of(where)
    if isinstance(place, SqlQuery) or rows_name(folder, where):
        return set()
    path = local_path(place) if place and is_url(place) else _place(folder, place)
    if path is None:
        return set()
    inputs.demand_path(path)
    files, _ = files_at(path, inputs)
    return {Path(file.path) for file in files}


def facts_folder(folder: Path, where: Where | None) -> Path | None:
    """The folder on this disk in which every file is read for facts; None where they are elsewhere.

    Args:
        folder: The report's.
        where: As report.yaml says it.
    """
    place = place_of(where)
    if isinstance(place, SqlQuery) or (place and is_url(place)):
        return None
    path = _place(folder, place)
    return path if path is not None and path.is_dir() else None


def rows_name(folder: Path, where: Where | None) -> str:
    """What rows that are in no file of this disk are called, in messages and `Inputs.hashes`.

    Returns:
        The name of a query or of a URL; "" for files of this disk.
    """
    if isinstance(where, SqlQuery):
        return f"{folder / 'report.yaml'} (sql)"
    place = place_of(where)
    if isinstance(place, str) and is_url(place) and local_path(place) is None:
        return place
    return ""


def written_from(
    data: object, shown: str, inputs: Inputs | None = None
) -> Iterator[RowsAndProblems]:
    """The same from what a caller has in hand.

    Args:
        data: A DataFrame of pandas or polars, an Arrow table, reader or batches; the path or the
            URL of a file or folder of any kind that a report takes; or a SqlQuery.
        shown: What messages call it; a path or URL is called by itself.
        inputs: What may be read beyond what `data` names, and was read; nothing unless said.

    Raises:
        OSError: A file cannot be read.
        SetupError: A URL or database cannot be reached, or a library for it is missing.
        UsageError: `data` is none of these.
    """
    nothing = Problem(shown, 0, "", "there are no facts in it", "give at least one row")
    return _in_full_batches(_written_by(data, shown, inputs or Inputs(())), nothing)


def _written_in(
    folder: Path, where: Where | None, inputs: Inputs, anchors: Anchors
) -> Iterator[RowsAndProblems]:
    name = rows_name(folder, where)
    rows = _rows_in(folder, where, name, inputs, anchors)
    yield from hashing_rows(rows, name, inputs.hashes) if name else rows


def _rows_in(
    folder: Path, where: Where | None, name: str, inputs: Inputs, anchors: Anchors
) -> Iterator[RowsAndProblems]:
    place = place_of(where)
    if isinstance(place, SqlQuery):
        from exporter.facts.flat.database import read_query

        yield from _limited(read_query(place, folder, name, inputs), name, inputs)
        return
    problems: list[Problem] = []
    if place and is_url(place):
        try:
            demand_url(place, inputs)
            files, problems = files_at_url(place, inputs)
        except InputError as error:
            files, problems = [], [Problem(str(folder / "report.yaml"), 0, "", *error.fault)]
    else:
        path = _place(folder, place)
        if path is None:
            wrong = f"there is no {place or ' or '.join(USUAL_PLACES)}"
            right = "put facts there, or name them as `facts:`"
            yield empty_table(WRITTEN), [Problem(str(folder), 0, "", wrong, right)]
            return
        files, problems = files_at(path, inputs)
    reading = reading_of(where)
    if len(files) == 1:
        problems += _idle(files[0], reading)
    else:  # in a folder, each file takes what it can follow
        reading = replace(reading, is_of_one=False)
    told = [replace(file, reading=reading, anchors=anchors) for file in files]
    yield from _of_files(told, problems)


def _idle(file: FactFile, reading: Reading) -> Iterator[Problem]:
    """What is said of how to read a file, and cannot be followed."""
    kind = file.kind
    idle = idle_keys(reading, kind.upper(), is_csv=kind == CSV, is_table=kind != YAML)
    return (reading.problem((key,), fault, file.shown) for key, fault in idle)


def _place(folder: Path, where: str | None) -> Path | None:
    """Where a report's facts are on this disk; None where there are none."""
    candidates = (where,) if where else USUAL_PLACES
    paths = (folder / name for name in candidates)
    return next((path for path in paths if os.path.lexists(path)), None)


def _written_by(data: object, shown: str, inputs: Inputs) -> Iterator[RowsAndProblems]:
    if isinstance(data, SqlQuery):
        from exporter.facts.flat.database import read_query

        return read_query(data, Path(), shown, inputs, is_trusted=True)
    if isinstance(data, str) and is_url(data):
        path = local_path(data)
        inputs = inputs.with_root(path) if path else inputs
        return _of_files(*files_at_url(data, inputs, is_trusted=True))
    if isinstance(data, str | Path):
        return _of_files(*files_at(Path(data), inputs.with_root(Path(data))))
    from exporter.facts.flat.data_frame import read_data_frame

    return read_data_frame(data, shown)


def _of_files(files: Iterable[FactFile], problems: list[Problem]) -> Iterator[RowsAndProblems]:
    if problems:
        yield empty_table(WRITTEN), problems
    for file in files:
        try:
            with reaching(file.shown) if file.system else nullcontext():
                yield from rows_of_file(file)
        except InputError as error:
            yield empty_table(WRITTEN), [Problem(file.shown, 0, "", *error.fault)]


def rows_of_file(file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of a file, as they are written.

    Raises:
        InputError: It is no file that may be read.
        OSError: It cannot be read.
    """
    return _limited(_of_file(file), file.shown, file.inputs)


def _of_file(file: FactFile) -> Iterator[RowsAndProblems]:
    """Facts by the reader of the file's kind; its library is loaded with it."""
    match file.kind:
        case kind if kind == YAML:
            return _of_yaml(file)
        case kind if kind == CSV:
            from exporter.facts.flat.csv_text import read_csv

            return read_csv(file)
        case kind if kind == XLSX:
            from exporter.facts.flat.xlsx import read_xlsx

            return read_xlsx(file)
        case _:
            from exporter.facts.flat.parquet import read_parquet

            return read_parquet(file)


def _of_yaml(file: FactFile) -> Iterator[RowsAndProblems]:
    parts = PARTS if file.system is None else PARTS[:1]  # views are read from this disk
    known = file.anchors.known
    own = file.reading.own_column
    yield read_yaml_facts(file.read(), file.shown, file.inputs.limits, parts, known, own)


def _limited(
    batches: Iterator[RowsAndProblems], shown: str, inputs: Inputs
) -> Iterator[RowsAndProblems]:
    """The batches of a file or query, as long as they have no more rows than are read."""
    rows, most = 0, inputs.limits.rows
    for table, problems in batches:
        rows += table.num_rows
        if rows > most:
            right = "read fewer, or raise the limit (docs/limits.md)"
            yield (
                table.slice(0, 0),
                [Problem(shown, 0, "", f"there are more than {most:,} rows", right)],
            )
            return
        yield table, problems


def _in_full_batches(
    batches: Iterator[RowsAndProblems], nothing: Problem
) -> Iterator[RowsAndProblems]:
    """The same in batches that are full but for the last; the problem `nothing` if there is none.

    So the batches, and with them the bytes of what is written, do not depend on how the facts are
    spread over files.
    """
    tables: list[pa.Table] = []
    problems: list[Problem] = []
    anything = False
    for table, of_table in batches:
        anything = anything or bool(table.num_rows or of_table)
        tables.append(table)
        problems += of_table
        while sum(waiting.num_rows for waiting in tables) >= BATCH_ROWS:
            rows = pa.concat_tables(tables, promote_options="default")  # one may lack OF_VALUE
            yield rows.slice(0, BATCH_ROWS).combine_chunks(), problems
            tables, problems = [rows.slice(BATCH_ROWS)], []
    tables = [empty_table(WRITTEN), *tables]
    rest = pa.concat_tables(tables, promote_options="default").combine_chunks()
    yield rest, problems if anything else [nothing]
