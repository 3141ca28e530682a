"""Rows of a table of any kind made into WRITTEN, with the same messages for all kinds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table, integers
from exporter.engine.arrow_rows import index_left_over
from exporter.errors import Problem
from exporter.facts.fact_set import RowsAndProblems
from exporter.facts.flat.bare_cells import bare
from exporter.facts.flat.columns import COLUMNS, Header, match_columns
from exporter.facts.flat.exported import is_exported, lacks_value, taken_back
from exporter.facts.flat.filled_in import fill_in
from exporter.facts.flat.marks import MARKED, NUMBERS, UNMARKED, Marks
from exporter.facts.flat.row_faults import at_odds, names_again, of_rows, of_values, unnamed
from exporter.facts.flat.text_numbers import read_texts
from exporter.facts.flat.texts import CellFault, is_variant, refused_type, texts_of
from exporter.facts.reading import PLAIN, Reading, values_of
from exporter.facts.shown_numbers import as_typed
from exporter.facts.table import BILINGUAL_FIELDS, OF_VALUE, PLACES, WRITTEN
from exporter.inputs.opened import InputError


@dataclass(frozen=True, slots=True)
class Part:
    """Some rows of a table as the reader of its format found them.

    Attributes:
        batch: The rows, under the names of their columns.
        rows: The number of each row, as a person counts.
        faults: Of values of the batch, which are null in it.
        problems: Of what is not in the batch.
        typed: Of columns of texts, by their names, which values were none.
    """

    batch: pa.RecordBatch
    rows: pa.Array
    faults: Sequence[CellFault] = ()
    problems: Sequence[Problem] = ()
    typed: Sequence[tuple[str, pa.Array]] = ()


def written_parts(
    parts: Iterable[Part],
    shown: str,
    header_row: int = 0,
    reading: Reading = PLAIN,
    marks: Marks = UNMARKED,
) -> Iterator[RowsAndProblems]:
    """The parts of one table as WRITTEN.

    Args:
        parts: In order, all of one schema.
        shown: What messages call the table.
        header_row: The row that the names stand in; 0 where they are no row.
        reading: What its columns are called, and what they leave unsaid.
        marks: How numbers and dates in its texts are written; as facts have them, unless given.
    """
    how = _How(reading, marks)
    header: Header | None = None
    schema: pa.Schema | None = None
    for raw in parts:
        part = _flattened(raw)
        problems: list[Problem] = list(part.problems)
        if schema is None:
            if fault := lacks_value(raw.batch.schema):
                yield empty_table(WRITTEN), [Problem(shown, header_row, "", *fault)]
                return
            schema = part.batch.schema
            header, of_header = _match(schema, shown, header_row, reading)
            of_defaults = (problem for told in reading.faulty.values() for problem in told)
            problems = [*of_header, *of_defaults, *problems]
        if header is None:
            yield empty_table(WRITTEN), problems
            return
        table, of_rows = _written(part, header, shown, how)
        yield table, problems + of_rows


def marked_columns(
    parts: Iterable[Part], reading: Reading
) -> Iterator[tuple[dict[str, pa.Array], pa.Array]]:
    """Of a table's parts, the texts in which marks may have to be read, and the numbers of rows."""
    for part in parts:
        names = part.batch.schema.names
        fields = [name.strip().casefold() for name in reading.fields_of(names)]
        columns: dict[str, pa.Array] = {}
        for name in (name for name in MARKED if name in fields):
            place = fields.index(name)
            texts = bare(name, texts_of(part.batch.column(place))[0])
            if (typed := dict(part.typed).get(names[place])) is not None:
                texts = pc.if_else(typed, None, texts)
            columns[name] = as_typed(texts)[0] if name in NUMBERS else texts
        yield columns, part.rows


def no_more_than(most: int, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The batches, as long as they have so many rows, blank ones too.

    Raises:
        InputError: They have more.
    """
    rows = 0
    for batch in batches:
        rows += batch.num_rows
        refuse_more(rows, most)
        yield batch


def refuse_more(rows: int, most: int) -> None:
    """Go on only if there are no more rows than are read.

    Raises:
        InputError: There are.
    """
    if rows > most:
        right = "read fewer, or raise the limit (docs/limits.md)"
        raise InputError(f"there are more than {most:,} rows", right)


def numbered(batch: pa.RecordBatch, first: int) -> pa.Array:
    """The numbers of a batch's rows, one after another."""
    return integers(np.arange(first, first + batch.num_rows, dtype=np.int32))


def _flattened(part: Part) -> Part:
    """The part with `metric.en` for the field `en` of a column `metric`; exported facts as text."""
    batch = part.batch
    if left_over := index_left_over(batch.schema):  # of pandas: numbers of rows, or nobody's field
        batch = batch.drop_columns([batch.schema.names[place] for place in left_over])
        part = replace(part, batch=batch)
    if any(map(_has_fields, batch.schema.types)):
        columns = list(_columns(batch))
        arrays, names = [column for _, column in columns], [name for name, _ in columns]
        batch = pa.RecordBatch.from_arrays(arrays, names)
        part = replace(part, batch=batch)
    if not is_exported(batch.schema):
        return part
    batch, faults = taken_back(batch, part.faults)
    return replace(part, batch=batch, faults=faults)


def _has_fields(type_: pa.DataType) -> bool:
    return pa.types.is_struct(type_) and not is_variant(type_)


def _columns(batch: pa.RecordBatch) -> Iterator[tuple[str, pa.Array]]:
    """The columns of a batch by name, a field of a struct as one of its own."""
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if _has_fields(column.type):
            fields = zip(column.type, column.flatten(), strict=True)
            yield from ((f"{name}.{field.name}", values) for field, values in fields)
        else:
            yield name, column


class _How(NamedTuple):
    """How a table is to be read."""

    reading: Reading
    marks: Marks


def _match(
    schema: pa.Schema, shown: str, header_row: int, reading: Reading
) -> tuple[Header | None, list[Problem]]:
    header, problems = match_columns(schema.names, shown, header_row, reading)
    refused = [
        Problem(shown, 0, "", f"the column `{name}` holds {what}", _cast(name, schema.types[place]))
        for name, place in (header.places if header else {}).items()
        if (what := refused_type(schema.types[place]))
    ]
    return (None if refused else header), problems + refused


def _cast(name: str, type_: pa.DataType) -> str:
    to = f", such as CAST({name} AS VARCHAR)" if is_variant(type_) else ""
    return f"cast it to numbers, dates or text{to}"


def _written(part: Part, header: Header, shown: str, how: _How) -> RowsAndProblems:
    columns: dict[str, pa.Array] = {}
    faults = list(part.faults)
    texts: list[str] = []  # columns in which marks may have to be read
    for name, place in header.places.items():
        column = part.batch.column(place)
        columns[name], of_column = texts_of(column)
        faults += [CellFault(row, place, fault) for row, fault in of_column]
        if _is_of_texts(column.type):
            columns[name] = bare(name, columns[name])
            texts += [name] if name in MARKED else []
    missing = pa.nulls(part.batch.num_rows, pa.string())
    every = {name: columns.get(name, missing) for name in (*COLUMNS, OF_VALUE)}
    out = fill_in(every, how.reading)
    names = part.batch.schema.names
    of_names = dict(part.typed)
    typed = {name: of_names.get(names[header.places[name]]) for name in texts}
    of_marks = [
        fault for name in texts for fault in read_texts(every, name, how.marks, typed[name])
    ]
    problems = [
        Problem(shown, part.rows[row].as_py(), every["id"][row].as_py() or "", *fault)
        for row, fault in (
            *of_values(faults, header),
            *of_marks,
            *of_rows((names_again(every), *at_odds(every, columns), *unnamed(part.batch, header))),
        )
    ]
    for field in (name for name in BILINGUAL_FIELDS if every[name].null_count < len(part.rows)):
        for lang in ("en", "zh"):
            every[f"{field}.{lang}"] = pc.coalesce(every[f"{field}.{lang}"], every[field])
    arrays = [every[name] for name in WRITTEN.names if name not in PLACES]
    file = pa.repeat(shown, part.batch.num_rows)
    table = pa.Table.from_arrays([*arrays, file, part.rows, missing], schema=WRITTEN)
    if how.reading.own_column:
        table = table.append_column(OF_VALUE, every[OF_VALUE])
    problems.sort(key=lambda problem: problem.line)
    _keep_values(table, problems, how.reading)
    return _without(table, problems, out), problems


def _is_of_texts(type_: pa.DataType) -> bool:
    value = type_.value_type if pa.types.is_dictionary(type_) else type_
    return bool(pa.types.is_string(value) or pa.types.is_large_string(value))


def _keep_values(table: pa.Table, problems: Sequence[Problem], reading: Reading) -> None:
    """Have it known which value the rows at fault belong to, for they are left out."""
    if not reading.for_each or not problems:
        return
    lines = pa.array({problem.line for problem in problems}, pa.int32())
    faulty = table.filter(pc.is_in(table["line"], lines))
    columns = faulty["file"], faulty["line"], values_of(faulty, reading)
    for file, line, value in zip(*(column.to_pylist() for column in columns), strict=True):
        reading.of_faulty[file, line] = value or ""


def _without(table: pa.Table, problems: Sequence[Problem], out: pa.Array | None) -> pa.Table:
    """The table without the rows in which nothing is written, those at fault, and some others."""
    if out is not None:
        table = table.filter(pc.invert(out))
    if problems:
        faulty = pa.array({problem.line for problem in problems}, pa.int32())
        table = table.filter(pc.invert(pc.is_in(table["line"], faulty)))
    if not table["id"].null_count:
        return table
    written = pc.is_valid(table["id"])
    for name in WRITTEN.names[1 : -len(PLACES)]:
        written = pc.or_(written, pc.is_valid(table[name]))
    return table.filter(written)
