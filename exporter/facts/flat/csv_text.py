"""Facts from CSV: text with a separator, in the encodings that spreadsheets write."""

import codecs
import io
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count, islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

import pyarrow as pa
import pyarrow.compute as pc

from exporter.engine.arrow import empty_table
from exporter.errors import MOST_REPORTED, Fault, Problem, WrongValueError
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.csv_header import CsvHeader, read_header
from exporter.facts.flat.encoded_bytes import BLOCK
from exporter.facts.flat.encodings import UnknownEncodingError, find_encoding
from exporter.facts.flat.files import FactFile
from exporter.facts.flat.marks import Marks
from exporter.facts.flat.texts import CellFault
from exporter.facts.flat.written import Part, marked_columns, numbered, written_parts
from exporter.facts.table import WRITTEN
from exporter.inputs.opened import InputError

if TYPE_CHECKING:
    from pyarrow.csv import CSVStreamingReader, InvalidRow

_START = 1 << 16  # bytes in which the names of the columns are looked for
_ESCAPED = b'\\"'
# A text in quotation marks, of which those inside are \", as MySQL and Hadoop write them: the first
# ends it, and the rest, with the last, stays as it is.
_WAS_ESCAPED = r'^[^"]*(?:\\"[^"]*)+"?$|^[^"\\]*\\[^"]*"$'
_DOUBLED = 'write a quotation mark inside a text as "", not as \\"'
_FEWER = "read fewer, or raise the limit (docs/limits.md)"


def read_csv(file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of a CSV file, in batches; its encoding and separator are found out.

    Raises:
        OSError: The file cannot be read.
        SetupError: It cannot be reached.
    """
    with file.open() as source:
        try:
            encoding = find_encoding(source, _name(file), file.reading, file.anchors)
            text = _Utf8(source, encoding)
            header = read_header(text.start(), file.reading)
        except WrongValueError as error:
            row = error.row if isinstance(error, UnknownEncodingError) else 0
            yield empty_table(WRITTEN), [Problem(file.shown, row, "", *error.fault)]
            return
        marks = Marks(
            file.reading.decimal, partial(_marked, header, encoding, file), header.separator == ";"
        )
        parts = _Rows(text, header, file).parts()
        yield from written_parts(parts, file.shown, header.row, file.reading, marks)


def _marked(
    header: CsvHeader, encoding: str, file: FactFile
) -> Iterator[tuple[dict[str, pa.Array], pa.Array]]:
    """The columns of a file in which marks may have to be read, once more from its first row."""
    with file.open() as source:
        parts = _Rows(_Utf8(source, encoding), header, file).parts()
        yield from marked_columns(parts, file.reading)


def _name(file: FactFile) -> str:
    return PurePosixPath(file.path).name


class _Utf8(io.RawIOBase):
    """A text file as UTF-8, with the line ends of Unix, also inside its texts."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._encoding = encoding
        self._kept = b""  # a carriage return at the end of a block, whose line feed may follow
        self.has_escapes = False  # \" in what has been read
        self._last = b""
        self._rewind()

    def start(self) -> str:
        """The first lines."""
        text = self.read(_START).decode("utf-8", "ignore")
        self._rewind()
        return text

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; none at the end."""
        while True:
            # A byte of another encoding becomes at most three of UTF-8.
            room = size // (2 if self._encoding == "utf-8" else 3)
            block = self._file.read(max(room, 1))
            text = self._kept + self._decode(block)
            self._kept = b"\r" if block and text.endswith(b"\r") else b""
            text = text.removesuffix(self._kept).replace(b"\r\n", b"\n")
            if text or not block:
                self.has_escapes |= _ESCAPED in text or self._last + text[:1] == _ESCAPED
                self._last = text[-1:]
                return text

    def _decode(self, block: bytes) -> bytes:
        if self._encoding == "utf-8":
            return block
        text: str = self._decoder.decode(block, final=not block)
        return text.encode()

    def _rewind(self) -> None:
        self._file.seek(0)
        self._decoder = codecs.getincrementaldecoder(self._encoding)()
        self._kept = b""


class _Rows:
    """The rows of a CSV file, as pyarrow parses them, every value a text."""

    def __init__(self, text: _Utf8, header: CsvHeader, file: FactFile) -> None:
        self._text, self._shown = text, file.shown
        self._separator, self._names, self._header_row = header
        self._most = file.inputs.limits.rows
        self._ragged: list[InvalidRow] = []  # the parser reads ahead: known before they are reached
        self._reported = 0  # how many of them
        self._last = 0  # number of the last row gone by

    def parts(self) -> Iterator[Part]:
        """The rows after the header."""
        try:
            for batch in self._reader():
                yield from self._parts(pa.RecordBatch.from_arrays(batch.columns, self._names))
                if self._last > self._most:  # most of them blank
                    raise InputError(f"there are more than {self._most:,} rows", _FEWER)
                if len(self._ragged) > MOST_REPORTED:  # of which no more are told
                    break
        except pa.ArrowInvalid:  # what was opened has not ended within a block
            wrong = f"a quotation mark after row {self._last} is opened, and not closed within 1 MB"
            right = 'close it, and write " inside a text as ""'
            yield self._nothing([Problem(self._shown, self._last + 1, "", wrong, right)])
        yield self._nothing(self._problems())

    def _reader(self) -> "CSVStreamingReader":
        from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, open_csv

        # Names may be blank, or the same twice; so columns are numbered until they have been read.
        places = [str(place) for place in range(len(self._names))]
        return open_csv(
            self._text,
            ReadOptions(use_threads=False, column_names=places, block_size=BLOCK),
            ParseOptions(
                delimiter=self._separator,
                newlines_in_values=True,
                ignore_empty_lines=False,  # people count them
                invalid_row_handler=self._skip,
            ),
            ConvertOptions(column_types=dict.fromkeys(places, pa.string())),
        )

    def _skip(self, row: "InvalidRow") -> str:
        if len(self._ragged) <= MOST_REPORTED:
            self._ragged.append(row)
        return "skip"

    def _parts(self, batch: pa.RecordBatch) -> Iterator[Part]:
        numbers = self._numbers(batch.num_rows)
        above = sum(number <= self._header_row for number in numbers[: self._header_row])
        problems = self._problems()
        for first in range(above, batch.num_rows, BATCH_ROWS):
            rows = pa.array(numbers[first : first + BATCH_ROWS], pa.int32())
            taken, faults = self._without_escapes(batch.slice(first, BATCH_ROWS))
            yield Part(taken, rows, faults, problems)
            problems = []
        if problems:
            yield self._nothing(problems)

    def _without_escapes(self, batch: pa.RecordBatch) -> tuple[pa.RecordBatch, list[CellFault]]:
        """The rows without cells that are garbled, since a backslash stands before their quotes."""
        if not self._text.has_escapes:
            return batch, []
        columns, faults = [], []
        for place, column in enumerate(batch.columns):
            garbled = pc.match_substring_regex(column, _WAS_ESCAPED)
            faults += [
                CellFault(row, place, Fault('has a quotation mark as \\"', _DOUBLED))
                for row in pc.indices_nonzero(garbled).to_pylist()
            ]
            columns.append(pc.if_else(garbled, None, column))
        return pa.RecordBatch.from_arrays(columns, batch.schema.names), faults

    def _numbers(self, rows: int) -> Sequence[int]:
        """The numbers of the next rows, of which the ragged ones are none."""
        ragged = {row.number for row in self._ragged if row.number > self._last}
        following = (number for number in count(self._last + 1) if number not in ragged)
        numbers = list(islice(following, rows))
        self._last = numbers[-1] if numbers else self._last
        return numbers

    def _problems(self) -> list[Problem]:
        """Of the ragged rows met since the last call."""
        new, self._reported = self._ragged[self._reported :], len(self._ragged)
        return [
            Problem(self._shown, row.number, "", _ragged(row), _right(row))
            for row in new
            if row.number > self._header_row
        ]

    def _nothing(self, problems: Sequence[Problem]) -> Part:
        columns = [pa.array([], pa.string()) for _ in self._names]
        batch = pa.RecordBatch.from_arrays(columns, self._names)
        return Part(batch, numbered(batch, 1), (), problems)


def _ragged(row: "InvalidRow") -> str:
    return f"the row has {row.actual_columns} values, and there are {row.expected_columns} columns"


def _right(row: "InvalidRow") -> str:
    if row.text and _ESCAPED.decode() in row.text:
        return _DOUBLED
    return "write one value a column, and put texts with separators in quotation marks"
