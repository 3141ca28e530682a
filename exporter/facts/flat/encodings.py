"""The encoding of a CSV file: as its mark or its report says it, or as it must be.

A byte order mark says it, before all else. What report.yaml says comes next, then NULs at every
other byte, which tell UTF-16. What can be read as UTF-8 is UTF-8. Any other file is read in each
encoding that spreadsheets write, and that one is taken under which the names of columns, the quotes
and the entities are those that the report knows; where that does not decide, the one whose words
look like words, and like no other's. If the rest differ in a cell that is printed, a person is
asked.

Source: WHATWG, Encoding Standard, 6 (a byte order mark goes before what is said).
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from exporter.errors import WrongValueError
from exporter.facts.flat.columns import COLUMNS
from exporter.facts.flat.csv_header import read_header, rows_of
from exporter.facts.flat.encoded_bytes import (
    AS_UTF_8,
    by_nuls,
    demand_whole,
    first_unfit,
    sample_of,
    start_of,
    unfit_byte,
)
from exporter.facts.flat.likeness import CANDIDATES, Text, likely
from exporter.facts.flat.oddity import is_no_character, oddity, words_of
from exporter.facts.headings import heading_key
from exporter.facts.reading import Anchors, Reading

_NO_TEXTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1", b"\x1f\x8b\x08")  # ZIP, XLS, gzip
_UTF_16 = "utf-16"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, _UTF_16),
    (codecs.BOM_UTF16_BE, _UTF_16),
)
_SAMPLE = 512
_ENOUGH = 1 << 14  # bytes
_BEGINNING = re.compile(r"[^\n]{0,4096}[^ -/\n]*")  # of a cell, to where no character can stand
_MOST_ASKED = 2_000  # quotes and entities
_SHOWN = 60  # characters of a cell in a message
_UTF_8 = {"utf-8", "utf-8-sig"}
_NO_CHANCE = 4  # bytes after the first, of distinct characters: no other text is UTF-8 by so many
_ODDER = 0.1  # of a word on the average


class UnknownEncodingError(WrongValueError):
    """The encoding of a file cannot be told; `row` is where that shows, 0 for nowhere."""

    def __init__(self, wrong: str, right: str, row: int = 0) -> None:
        super().__init__(wrong, right)
        self.row = row


def find_encoding(file: BinaryIO, name: str, reading: Reading, anchors: Anchors) -> str:
    """The encoding of the whole of a text file, by Python's name for it.

    Args:
        file: Read as often as needed.
        name: What the report calls it.
        reading: What the report says of it.
        anchors: What the report knows of its facts.

    Raises:
        WrongValueError: It is not in the encoding that is said, or nobody can tell in which.
    """
    start = start_of(file, _SAMPLE)
    if start.startswith(_NO_TEXTS):
        wrong = "the file is a workbook or an archive, and no text"
        raise WrongValueError(wrong, "save it as CSV, or name it by what it is, such as .xlsx")
    if marked := next((code for mark, code in _MARKS if start.startswith(mark)), ""):
        return demand_whole(file, marked, f"not {marked.removesuffix('-sig').upper()}")
    guess = by_nuls(start)
    if reading.encoding and not (reading.encoding == _UTF_16 and guess):
        if reading.encoding not in _UTF_8 and _is_utf_8(file, reading, anchors):
            wrong = f"the file is UTF-8, and `encoding` says {reading.encoding}"
            raise WrongValueError(wrong, "write `encoding: utf-8`, or leave it out")
        wrong = f"not {reading.encoding}, which `encoding` says"
        return demand_whole(file, reading.encoding, wrong, "mend `encoding`, or leave it out")
    if guess:
        return demand_whole(file, guess, f"not {guess.upper()}")
    place = first_unfit(file, "utf-8")
    return "utf-8" if place is None else _Unknown(file, name, reading, anchors, place).encoding()


def _is_utf_8(file: BinaryIO, reading: Reading, anchors: Anchors) -> bool:
    """Whether a file that is said to be in another encoding is UTF-8, and not by chance.

    A GB18030 text of a word or two may be sound UTF-8, too: 营 is Ӫ. So where that is short, what
    the report knows decides, then which words look odder.
    """
    if first_unfit(file, "utf-8") is not None:
        return False
    sample = sample_of(file)
    text = sample.decode("utf-8", "ignore")  # a long line may be cut within a character
    if text.isascii():
        return False
    try:
        said = codecs.decode(sample, reading.encoding)
    except UnicodeError:
        return True
    known, known_as_said = (_known(each, reading, anchors) for each in (text, said))
    if known != known_as_said:
        return known > known_as_said
    if sum(len(character.encode()) - 1 for character in set(text)) >= _NO_CHANCE:
        return True
    return oddity(words_of(text)) + _ODDER < oddity(words_of(said))


@dataclass(frozen=True)
class _Unknown:
    """A file that is in none of Unicode's encodings; `place` is its first byte that shows it."""

    file: BinaryIO
    name: str
    reading: Reading
    anchors: Anchors
    place: int

    def encoding(self) -> str:
        """The encoding.

        Raises:
            WrongValueError: Nobody can tell it.
        """
        sample = sample_of(self.file)
        if _is_broken(sample):
            raise unfit_byte(self.file, self.place, "not UTF-8, which the rest is")
        encodings = self._chosen(sample)
        unfit: list[int] = []
        for encoding in encodings:
            if (place := first_unfit(self.file, encoding)) is None:
                return encoding
            unfit.append(place)
        raise unfit_byte(self.file, unfit[0], f"not {encodings[0]}, which the rest is")

    def _chosen(self, sample: bytes) -> tuple[str, ...]:
        """The encodings that give the one text."""
        texts = list(_texts_in(sample))
        if not texts:
            raise unfit_byte(self.file, self.place, "in no encoding that spreadsheets write")
        texts = self._known_best(texts)
        if len(texts) > 1:
            texts = likely(_telling(sample, self.reading), texts)
        texts = [text for text in texts if not _refused_in(text)] or texts
        if refused := _refused_in(texts[0]):
            wrong = f"it seems to be {texts[0].encodings[0]}, and holds U+{ord(refused):04X} there"
            raise WrongValueError(f"{wrong}, which is no character", f"delete it, or {AS_UTF_8}")
        if len(texts) > 1 and (cell := self._different(texts)):
            raise self._in_doubt(texts, cell)
        return texts[0].encodings

    def _known_best(self, texts: Sequence[Text]) -> list[Text]:
        """The texts in which most names, quotes and entities are known."""
        known = [_known(text.text, self.reading, self.anchors) for text in texts]
        return [text for text, count in zip(texts, known, strict=True) if count == max(known)]

    def _different(self, texts: Sequence[Text]) -> "tuple[int, str, str, str] | None":
        """The first cell that is printed and differs: row, column, and how two texts have it."""
        tables = [_Table.of(text.text, self.reading) for text in texts]
        first = tables[0]
        for other in tables[1:]:
            if first is None or other is None or not (first.is_whole and other.is_whole):
                return 0, "", "", ""
            if first.names != other.names:
                return first.row, "", "", ""
            for (row, here), (_, there) in zip(first.rows, other.rows, strict=False):
                for column in here:
                    if here[column] != there.get(column) and self._is_printed(column):
                        return row, column, here[column], there.get(column, "")
        return None

    def _is_printed(self, column: str) -> bool:
        """Whether a column is in a language of the report, or in none."""
        lang = column.rpartition(".")[2] if "." in column else column.rpartition("_")[2]
        return lang not in {"en", "zh"} or lang in self.anchors.languages

    def _in_doubt(
        self, texts: Sequence[Text], cell: tuple[int, str, str, str]
    ) -> UnknownEncodingError:
        one, other, *more = (text.encodings[0] for text in texts)
        row, column, here, there = cell
        wrong = f"its encoding may be {one}, {other}" + "".join(f", {name}" for name in more)
        if column:
            wrong += f": `{column}` is {_short(here)!r} in {one}, and {_short(there)!r} in {other}"
        right = (
            f"write `facts: {{file: {self.name}, encoding: {one}}}` in report.yaml, or whichever "
        )
        return UnknownEncodingError(wrong, f"{right}it is, or {AS_UTF_8}", row)


class _Table(NamedTuple):
    """What a sample of a file says in one encoding: cells of its rows, by their columns."""

    row: int
    names: list[str]
    rows: list[tuple[int, dict[str, str]]]
    is_whole: bool

    @classmethod
    def of(cls, text: str, reading: Reading) -> "_Table | None":
        """The table, None where it has no header."""
        try:
            header = read_header(text, reading)
        except WrongValueError:
            return None
        fields = reading.fields_of(header.names)
        places = [(place, name) for place, name in enumerate(fields) if name in COLUMNS]
        rows: list[tuple[int, dict[str, str]]] = []
        is_whole = True
        try:
            for number, cells in rows_of(text, header):
                if not all(map(str.isascii, cells)):
                    kept = {name: cells[place] for place, name in places if place < len(cells)}
                    rows.append((number, kept))
        except csv.Error:  # a longer cell than Python's reader takes
            is_whole = False
        return cls(header.row, header.names, rows, is_whole)


def _known(text: str, reading: Reading, anchors: Anchors) -> int:
    """How many of the names, quotes and entities that are not ASCII alone are known."""
    table = _Table.of(text, reading)
    if table is None:
        return 0
    headings = {heading_key(heading) for heading, _ in reading.columns}
    names = sum(heading_key(name) in headings for name in _beyond(table.names))
    entities = set(_beyond(row.get("entity", "") for _, row in table.rows))
    quotes = dict.fromkeys((row.get("source", ""), row.get("quote", "")) for _, row in table.rows)
    asked = [(source, quote) for source, quote in quotes if not quote.isascii()]
    return (
        names
        + len(entities & anchors.entities)
        + sum(anchors.is_quoted(*each) for each in asked[:_MOST_ASKED])
    )


def _beyond(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if not text.isascii()]


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _texts_in(sample: bytes) -> Iterator[Text]:
    """What the sample is in each encoding; those that give the same are one."""
    found: dict[str, list[str]] = {}
    for encoding in CANDIDATES:
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not text.isascii():
            found.setdefault(text, []).append(encoding)
    for text, encodings in found.items():
        yield Text(text, tuple(encodings))


def _refused_in(text: Text) -> str:
    """A character that is none for a text; "" where there is none."""
    return min(filter(is_no_character, set(text.text)), default="")


def _telling(sample: bytes, reading: Reading) -> bytes:
    """What is not ASCII, a cell or a line of the file each, as much as it takes to tell."""
    table = _Table.of(sample.decode("latin-1"), reading)  # each byte a character
    cells = (cell for _, row in table.rows for cell in row.values()) if table else ()
    found = _beyond(cells) or _beyond(sample.decode("latin-1").splitlines())
    telling, size = [], 0
    for cell in dict.fromkeys(found):
        telling.append(_BEGINNING.findall(cell)[0].encode("latin-1"))
        size += len(telling[-1])
        if size > _ENOUGH:
            break
    return b"\n".join(telling)


def _is_broken(sample: bytes) -> bool:
    """Whether what is not ASCII is mostly sound UTF-8, of which some bytes are not."""
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(not character.isascii() for character in text) - broken
    return sound > broken
