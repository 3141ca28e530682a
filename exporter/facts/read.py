"""Facts from wherever a report keeps them."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pyarrow as pa

from exporter.errors import Problem
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.files import CSV, XLSX, YAML, FactFile, files_at, files_at_url, reaching
from exporter.facts.table import WRITTEN
from exporter.facts.where import SqlQuery, Where, is_url
from exporter.facts.yaml_facts import read_yaml_facts

USUAL_PLACES = ("facts", "facts.yaml", "facts.yml", "facts.csv", "facts.xlsx", "facts.parquet")


def read_written(folder: Path, where: Where | None) -> Iterator[RowsAndProblems]:
    """Read what a report's facts state, as it is written.

    Args:
        folder: The report's folder, as the user named it.
        where: As report.yaml says it; the usual places where it says nothing.

    Yields:
        Tables by the schema WRITTEN of at most BATCH_ROWS rows, each with the problems of its
        form, in order; memory does not grow with the number of facts (YAML and XLSX excepted).

    Raises:
        OSError: A file cannot be read.
        SetupError: A URL or database cannot be reached, or a library for it is missing.
    """
    nothing = Problem(str(folder), 0, "", "the report has no facts", "write `- id: …` in facts/")
    return _in_full_batches(_written_in(folder, where), nothing)


def fact_files(folder: Path, where: Where | None) -> set[Path]:
    """The files on this disk that `read_written` would read; none for a URL or a query."""
    if isinstance(where, SqlQuery) or (where and is_url(where)):
        return set()
    path = _place(folder, where)
    files, _ = files_at(path) if path else ([], [])
    return {Path(file.path) for file in files}


def written_from(data: object, shown: str) -> Iterator[RowsAndProblems]:
    """The same from what a caller has in hand.

    Args:
        data: A DataFrame of pandas or polars, an Arrow table, reader or batches; the path or the
            URL of a file or folder of any kind that a report takes; or a SqlQuery.
        shown: What messages call it; a path or URL is called by itself.

    Raises:
        OSError: A file cannot be read.
        SetupError: A URL or database cannot be reached, or a library for it is missing.
        UsageError: `data` is none of these.
    """
    nothing = Problem(shown, 0, "", "there are no facts in it", "give at least one row")
    return _in_full_batches(_written_by(data, shown), nothing)


def _written_in(folder: Path, where: Where | None) -> Iterator[RowsAndProblems]:
    if isinstance(where, SqlQuery):
        from exporter.facts.flat.database import read_query

        yield from read_query(where, folder, f"{folder / 'report.yaml'} (sql)")
    elif where and is_url(where):
        yield from _of_files(*files_at_url(where))
    else:
        path = _place(folder, where)
        if path is None:
            wrong = f"there is no {where or ' or '.join(USUAL_PLACES)}"
            right = "put facts there, or name them as `facts:`"
            yield WRITTEN.empty_table(), [Problem(str(folder), 0, "", wrong, right)]
            return
        yield from _of_files(*files_at(path))


def _place(folder: Path, where: str | None) -> Path | None:
    """Where a report's facts are on this disk; None where there are none."""
    candidates = (where,) if where else USUAL_PLACES
    return next((folder / name for name in candidates if (folder / name).exists()), None)


def _written_by(data: object, shown: str) -> Iterator[RowsAndProblems]:
    if isinstance(data, SqlQuery):
        from exporter.facts.flat.database import read_query

        return read_query(data, Path(), shown)
    if isinstance(data, str) and is_url(data):
        return _of_files(*files_at_url(data))
    if isinstance(data, str | Path):
        return _of_files(*files_at(Path(data)))
    from exporter.facts.flat.data_frame import read_data_frame

    return read_data_frame(data, shown)


def _of_files(files: Iterable[FactFile], problems: list[Problem]) -> Iterator[RowsAndProblems]:
    if problems:
        yield WRITTEN.empty_table(), problems
    for file in files:
        with reaching(file.shown) if file.system else nullcontext():
            yield from _of_file(file)


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
    with file.open() as source:
        table, problems = read_yaml_facts(source.read(), file.shown)
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
