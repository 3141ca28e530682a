"""Facts from CSV: text with a separator, in the encodings that spreadsheets write."""

import codecs
import csv
import io
import string
from collections.abc import Iterator, Sequence
from itertools import count, islice
from typing import TYPE_CHECKING, BinaryIO

import pyarrow as pa

from exporter.errors import MOST_REPORTED, Problem, WrongValueError
from exporter.facts.fact_set import BATCH_ROWS, RowsAndProblems
from exporter.facts.flat.columns import COLUMNS
from exporter.facts.flat.files import FactFile
from exporter.facts.flat.written import Part, numbered, written_parts
from exporter.facts.table import WRITTEN
from exporter.inputs.opened import InputError

if TYPE_CHECKING:
    from pyarrow.csv import CSVStreamingReader, InvalidRow

_SEPARATORS = ",\t;|"
_BLOCK = 1 << 20  # bytes parsed at once; no row may be longer
_START = 1 << 16  # bytes in which the names of the columns are looked for
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SHARE_OF_NULS = 0.2  # of a UTF-16 text's bytes at the least, as the names of columns are ASCII
_SAMPLE = 512
_FEWER = "read fewer, or raise the limit (docs/limits.md)"


def read_csv(file: FactFile) -> Iterator[RowsAndProblems]:
    """The facts of a CSV file, in batches; its encoding and separator are found out.

    Raises:
        OSError: The file cannot be read.
        SetupError: It cannot be reached.
    """
    with file.open() as source:
        try:
            text = _Utf8(source, _find_encoding(source))
            separator, names, header_row = _header(text.start())
        except WrongValueError as error:
            yield WRITTEN.empty_table(), [Problem(file.shown, 0, "", *error.fault)]
            return
        rows = _Rows(text, separator, names, header_row, file)
        yield from written_parts(rows.parts(), file.shown, header_row)


class _Utf8(io.RawIOBase):
    """A text file as UTF-8, with the line ends of Unix, also inside its texts."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = file
        self._encoding = encoding
        self._kept = b""  # a carriage return at the end of a block, whose line feed may follow
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
            # Two bytes of UTF-16 or GB18030 become three of UTF-8.
            block = self._file.read(max(size // 2, 1))
            text = self._kept + self._decode(block)
            self._kept = b"\r" if block and text.endswith(b"\r") else b""
            text = text.removesuffix(self._kept).replace(b"\r\n", b"\n")
            if text or not block:
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


def _header(start: str) -> tuple[str, list[str], int]:
    """The separator, the names of the columns, and the row that they stand in.

    Raises:
        WrongValueError: There are none.
    """
    readings = [(separator, *_first_row(start, separator)) for separator in _SEPARATORS]
    # Read by the right separator, most names are known.
    separator, names, row = max(readings, key=lambda read: (_known(read[1]), len(read[1])))
    if not start.strip(_SEPARATORS + string.whitespace):
        raise WrongValueError("the file holds no facts", "begin with a line of column names")
    return separator, names, row


def _first_row(text: str, separator: str) -> tuple[list[str], int]:
    """The first row that is not blank, and its number."""
    try:
        for row, cells in enumerate(csv.reader(io.StringIO(text, ""), delimiter=separator), 1):
            if any(cell.strip() for cell in cells):
                return cells, row
    except csv.Error:  # a cell longer than any name
        return [], 0
    return [], 0


def _known(names: Sequence[str]) -> int:
    return sum(name.strip().casefold() in COLUMNS for name in names)


class _Rows:
    """The rows of a CSV file, as pyarrow parses them, every value a text."""

    def __init__(
        self, text: _Utf8, separator: str, names: Sequence[str], header_row: int, file: FactFile
    ) -> None:
        self._text, self._separator, self._names = text, separator, names
        self._header_row, self._shown = header_row, file.shown
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
            ReadOptions(use_threads=False, column_names=places, block_size=_BLOCK),
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
            yield Part(batch.slice(first, BATCH_ROWS), rows, (), problems)
            problems = []
        if problems:
            yield self._nothing(problems)

    def _numbers(self, rows: int) -> Sequence[int]:
        """The numbers of the next rows, of which the ragged ones are none."""
        ragged = {row.number for row in self._ragged if row.number > self._last}
        following = (number for number in count(self._last + 1) if number not in ragged)
        numbers = list(islice(following, rows))
        self._last = numbers[-1] if numbers else self._last
        return numbers

    def _problems(self) -> list[Problem]:
        """Of the ragged rows met since the last call."""
        right = "write one value a column, and put texts with separators in quotation marks"
        new, self._reported = self._ragged[self._reported :], len(self._ragged)
        return [
            Problem(self._shown, row.number, "", _ragged(row), right)
            for row in new
            if row.number > self._header_row
        ]

    def _nothing(self, problems: Sequence[Problem]) -> Part:
        columns = [pa.array([], pa.string()) for _ in self._names]
        batch = pa.RecordBatch.from_arrays(columns, self._names)
        return Part(batch, numbered(batch, 1), (), problems)


def _ragged(row: "InvalidRow") -> str:
    return f"the row has {row.actual_columns} values, and there are {row.expected_columns} columns"


def _find_encoding(file: BinaryIO) -> str:
    """The encoding of the whole of a text file, by Python's name for it.

    A byte order mark says it. Without one, NULs at every other byte tell UTF-16; what can be read
    as UTF-8 is UTF-8; anything else must be GB18030, which Chinese Windows writes.

    Args:
        file: Read from its start to its end, or to the first byte that fits none.

    Raises:
        WrongValueError: It has none of these; names the first byte that fits none.
    """
    start = file.read(_SAMPLE)
    guess = _by_start(start)
    if guess is not None:
        place = _first_unfit(file, guess.removesuffix("-sig"))
        if place is None:
            return guess
        raise _unfit(file, place, f"not {guess.removesuffix('-sig').upper()}")
    if _first_unfit(file, "utf-8") is None:
        return "utf-8"
    place = _first_unfit(file, "gb18030")
    if place is None:
        return "gb18030"
    raise _unfit(file, place, "neither UTF-8, UTF-16 nor GB18030")


def _by_start(start: bytes) -> str | None:
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    if start[1::2].count(0) > _SHARE_OF_NULS * len(start):
        return "utf-16-le"
    if start[::2].count(0) > _SHARE_OF_NULS * len(start):
        return "utf-16-be"
    return None


def _first_unfit(file: BinaryIO, encoding: str) -> int | None:
    """The place of the first byte, from 0, that cannot be read in an encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for place, block, final in _blocks(file):
        kept = len(decoder.getstate()[0])
        try:
            decoder.decode(block, final)
        except UnicodeDecodeError as error:
            return place - kept + error.start
    return None


def _blocks(file: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    file.seek(0)
    place = 0
    while block := file.read(_BLOCK):
        yield place, block, False
        place += len(block)
    yield place, b"", True


def _unfit(file: BinaryIO, place: int, what: str) -> WrongValueError:
    file.seek(place)
    byte = file.read(1)[0]
    wrong = f"byte {place + 1:,} (0x{byte:02X}) is {what}"
    return WrongValueError(wrong, "save the file as UTF-8")
