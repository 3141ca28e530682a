"""How a table of facts is to be read where the table itself does not say it."""

import codecs
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from exporter.errors import WrongValueError
from exporter.facts.table import WRITTEN
from exporter.facts.words import LANGUAGES, Lang

OF_ANY_TABLE = ("columns", "defaults")
KEYS = ("encoding", "decimal", *OF_ANY_TABLE)
_PARTED = ("metric", "attribution", "accept", "unit", "value")  # fields of several columns
_NAMES = {*WRITTEN.names[:-2], *_PARTED}
_PARTS = {
    name.partition(".")[0]: tuple(
        part for part in sorted(_NAMES) if part.partition(".")[0] == name.partition(".")[0]
    )
    for name in _NAMES
}
# What is called by the first name is written by the programs of today with more characters.
# Source: WHATWG, Encoding Standard, 4.2 (names and labels).
_LARGER = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "cp950",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is to be read.

    Attributes:
        encoding: Of CSV, by Python's name; found out where it is "".
        decimal: `,` or `.`; found out by column where it is "".
        columns: The fields of headings that are a person's own.
        defaults: What a field is, by its name in WRITTEN, in each row that does not say it.
    """

    encoding: str = ""
    decimal: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    defaults: tuple[tuple[str, str], ...] = ()

    def as_said(self) -> dict[str, Any]:
        """The keys of report.yaml that say it."""
        said: dict[str, Any] = {"encoding": self.encoding, "decimal": self.decimal}
        said |= {"columns": dict(self.columns), "defaults": dict(self.defaults)}
        return {key: value for key, value in said.items() if value}

    def fields_of(self, headings: list[str]) -> list[str]:
        """The headings of a table, those of a person's own as the fields that they stand for."""
        fields = {_folded(heading): field for heading, field in self.columns}
        return [fields.get(_folded(heading), heading) for heading in headings]


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a report knows of its facts before it reads them, and tells their encoding by.

    Attributes:
        is_quoted: Whether a quote (second) stands in a source (first).
        entities: The names of its entities.
        languages: Those that it is printed in.
    """

    is_quoted: Callable[[str, str], bool] = lambda _source, _quote: False
    entities: frozenset[str] = frozenset()
    languages: tuple[Lang, ...] = LANGUAGES


PLAIN, NO_ANCHORS = Reading(), Anchors()


def parse_reading(said: Mapping[str, Any]) -> Reading:
    """What the keys beside `file` or `sql` say.

    Raises:
        WrongValueError: One of them says nothing that can be followed.
    """
    decimal = said.get("decimal", "")
    if "decimal" in said and decimal not in {",", "."}:
        raise WrongValueError(f"has the decimal mark {decimal!r}", 'write `decimal: ","` or "."')
    return Reading(
        _encoding(said["encoding"]) if "encoding" in said else "",
        decimal,
        tuple(_columns(said.get("columns", {}))),
        tuple(_defaults(said.get("defaults", {}))),
    )


def refuse_idle(reading: Reading, kind: str, *, is_csv: bool, is_table: bool) -> None:
    """Go on only if all that is said of a file can be followed.

    Raises:
        WrongValueError: Something is for other kinds of files.
    """
    said = reading.as_said()
    if not is_csv and (idle := [key for key in ("encoding", "decimal") if key in said]):
        wrong = f"`{idle[0]}` beside `file` in report.yaml is for CSV, and this is {kind}"
        raise WrongValueError(wrong, "leave it out")
    if not is_table and said:
        wrong = (
            f"`{next(iter(said))}` beside `file` in report.yaml is for tables, and this is {kind}"
        )
        raise WrongValueError(wrong, "leave it out, and write the fields there")


def parts_of(field: str) -> tuple[str, ...]:
    """The columns that say one field: `metric`, `metric.en` and `metric.zh`."""
    return _PARTS[field]


def _encoding(name: object) -> str:
    try:
        codec = codecs.lookup(str(name))
        codec.incrementaldecoder().decode(b"", final=False)
        "".encode(codec.name)  # refused by what is a codec, and no encoding of texts
    except (LookupError, TypeError, ValueError):
        raise WrongValueError(
            f"names the encoding {name!r}, which nobody knows",
            "write one such as cp1252 (of Windows in Western Europe), gb18030, cp932 or utf-8",
        ) from None
    return _LARGER.get(codec.name, codec.name)


def _columns(said: object) -> Iterator[tuple[str, str]]:
    if not isinstance(said, dict):
        raise WrongValueError("has `columns` without headings", "write `columns: {Heading: field}`")
    taken: dict[str, str] = {}
    for heading, field in said.items():
        name = str(field).strip().casefold()
        if name not in _NAMES:
            wrong = f"takes the column `{heading}` for `{field}`, which is no field"
            raise WrongValueError(wrong, f"known are {', '.join(sorted(_NAMES))}")
        if name in taken:
            wrong = f"takes two columns for `{name}`: `{taken[name]}` and `{heading}`"
            raise WrongValueError(wrong, "keep one")
        taken[name] = str(heading)
        yield str(heading), name


def _defaults(said: object) -> Iterator[tuple[str, str]]:
    if not isinstance(said, dict):
        raise WrongValueError("has `defaults` without fields", "write `defaults: {field: value}`")
    for field, value in said.items():
        if not isinstance(value, dict):
            yield _default(str(field), value)
            continue
        if not value:
            yield _default(str(field), None)
        yield from (_default(f"{field}.{part}", some) for part, some in value.items())


def _default(name: str, value: object) -> tuple[str, str]:
    field = name.strip().casefold()
    if field == "id":
        raise WrongValueError("has a default of `id`", "give each fact an id of its own")
    if field not in _NAMES:
        wrong = f"has a default of `{name}`, which is no field"
        raise WrongValueError(wrong, f"known are {', '.join(sorted(_NAMES - {'id'}))}")
    if isinstance(value, list) and field == "unit.also":
        return field, "|".join(map(str, value))
    if isinstance(value, bool) or not isinstance(value, str | int | float | dt.date) or value == "":
        raise WrongValueError(f"has a default of `{name}` that is no text or number", "write one")
    return field, str(value)


def _folded(heading: str) -> str:
    return heading.strip().casefold()
