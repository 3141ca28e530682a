"""Facts from wherever a report keeps them."""

import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pyarrow as pa

from exporter.errors import Problem
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.files import CSV, XLSX, YAML, FactFile, files_at, files_at_url, reaching
from exporter.facts.reach import demand_url, local_path
from exporter.facts.rows_hash import hashing_rows
from exporter.facts.table import WRITTEN
from exporter.facts.where import SqlQuery, Where, is_url
from exporter.facts.yaml_facts import read_yaml_facts
from exporter.inputs.opened import InputError, Inputs

USUAL_PLACES = ("facts", "facts.yaml", "facts.yml", "facts.csv", "facts.xlsx", "facts.parquet")


def read_written(
    folder: Path, where: Where | None, inputs: Inputs | None = None
) -> Iterator[RowsAndProblems]:
    """Read what a report's facts state, as it is written.

    Args:
        folder: The report's folder, as the user named it.
        where: As report.yaml says it; the usual places where it says nothing.
        inputs: What may be read, and was read; the folder unless said.

    Yields:
        Tables by the schema WRITTEN of at most BATCH_ROWS rows, each with the problems of its
        form, in order; memory does not grow with the number of facts (YAML and XLSX excepted).

    Raises:
        OSError: A file cannot be read.
        SetupError: A URL or database cannot be reached, or a library for it is missing.
    """
    nothing = Problem(str(folder), 0, "", "the report has no facts", "write `- id: …` in facts/")
    return _in_full_batches(_written_in(folder, where, inputs or Inputs.of(folder)), nothing)


def fact_files(folder: Path, where: Where | None, inputs: Inputs) -> set[Path]:
    """The files on this disk that `read_written` would read.

    Raises:
        NotReachedError: The report may not read them.
    """
    if isinstance(where, SqlQuery) or rows_name(folder, where):
        return set()
    path = local_path(where) if where and is_url(where) else _place(folder, where)
    if path is None:
        return set()
    inputs.demand_path(path)
    files, _ = files_at(path, inputs)
    return {Path(file.path) for file in files}


def rows_name(folder: Path, where: Where | None) -> str:
    """What rows that are in no file of this disk are called, in messages and `Inputs.hashes`.

    Returns:
        The name of a query or of a URL; "" for files of this disk.
    """
    if isinstance(where, SqlQuery):
        return f"{folder / 'report.yaml'} (sql)"
    return where if where and is_url(where) and local_path(where) is None else ""


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


def _written_in(folder: Path, where: Where | None, inputs: Inputs) -> Iterator[RowsAndProblems]:
    if name := rows_name(folder, where):
        yield from hashing_rows(_rows_in(folder, where, name, inputs), name, inputs.hashes)
    else:
        yield from _rows_in(folder, where, name, inputs)


def _rows_in(
    folder: Path, where: Where | None, name: str, inputs: Inputs
) -> Iterator[RowsAndProblems]:
    if isinstance(where, SqlQuery):
        from exporter.facts.flat.database import read_query

        yield from _limited(read_query(where, folder, name, inputs), name, inputs)
    elif where and is_url(where):
        try:
            demand_url(where, inputs)
            found = files_at_url(where, inputs)
        except InputError as error:
            found = [], [Problem(str(folder / "report.yaml"), 0, "", *error.fault)]
        yield from _of_files(*found)
    else:
        path = _place(folder, where)
        if path is None:
            wrong = f"there is no {where or ' or '.join(USUAL_PLACES)}"
            right = "put facts there, or name them as `facts:`"
            yield WRITTEN.empty_table(), [Problem(str(folder), 0, "", wrong, right)]
            return
        yield from _of_files(*files_at(path, inputs))


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
        yield WRITTEN.empty_table(), problems
    for file in files:
        try:
            with reaching(file.shown) if file.system else nullcontext():
                yield from _limited(_of_file(file), file.shown, file.inputs)
        except InputError as error:
            yield WRITTEN.empty_table(), [Problem(file.shown, 0, "", *error.fault)]


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
    yield read_yaml_facts(file.read(), file.shown, file.inputs.limits)


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
            rows = pa.concat_tables(tables)
            yield rows.slice(0, BATCH_ROWS).combine_chunks(), problems
            tables, problems = [rows.slice(BATCH_ROWS)], []
    rest = pa.concat_tables([WRITTEN.empty_table(), *tables]).combine_chunks()
    yield rest, problems if anything else [nothing]
