"""Where a report keeps its facts: a path, a URL, or a query to a database; and how to read them.

No credentials stand in a report: a password comes from the environment, as `${NAME}` in the URL of
a database or in the way that the library itself knows (PGPASSWORD, AWS_SECRET_ACCESS_KEY).
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Annotated, Any, TypeAlias
from urllib.parse import quote, unquote

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from exporter.errors import Fault, SetupError, WrongValueError, WrongValuesError
from exporter.facts.json_forms import Form, parts
from exporter.facts.reading import FIELD_NAMES, KEYS, OF_ANY_TABLE, PLAIN, Reading
from exporter.facts.reading_keys import KeysAndFault, parse_reading, place_of_key

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_PASSWORD = re.compile(r"://[^:/?#]*:([^@]*)@")  # SQLAlchemy's own reading of user:password@host
_SECRET_KEY = re.compile(
    r"[?&;][^=&;]*(?:passw|pwd|secret|token|signature|credential|api_?key|access_?key)[^=&;]*="
    r"([^&;]*)",
    re.IGNORECASE,
)


_PASSWORD_IN_PATH = Fault("holds a password", "leave it to the environment, and to fsspec's ways")


@dataclass(frozen=True, slots=True)
class SqlQuery:
    """Facts as a query to a database gives them.

    Attributes:
        sql: The query; its columns have the names of a fact's fields.
        url: The database as SQLAlchemy names it, or `duckdb:///file.duckdb`, or `duckdb://`.
        reading: What its columns are called, and what they leave unsaid.
    """

    sql: str
    url: str
    reading: Reading = PLAIN


@dataclass(frozen=True, slots=True)
class TableFile:
    """Facts in a file, a folder or behind a URL, with how to read them."""

    file: str
    reading: Reading


Where: TypeAlias = str | TableFile | SqlQuery


def place_of(where: Where | None) -> str | SqlQuery | None:
    """The path, the URL or the query, without how to read what is there."""
    return where.file if isinstance(where, TableFile) else where


def reading_of(where: Where | None) -> Reading:
    """How to read what is there."""
    return PLAIN if where is None or isinstance(where, str) else where.reading


def parse_where(value: object) -> Where:
    """What `facts:` in report.yaml says.

    Raises:
        WrongValueError: It is neither a path nor a query, or holds a password, or says of the table
            what cannot be followed; all that is wrong.
    """
    if isinstance(value, SqlQuery | TableFile):
        return value
    if isinstance(value, str) and value.strip():
        if any(_passwords(value)):
            raise WrongValueError(*_PASSWORD_IN_PATH)
        return value
    if isinstance(value, list):
        raise WrongValueError(
            "is a list, and facts come from one place",
            "write one path, of a file or of a folder of files, or one query {sql: …, url: …}",
        )
    if not isinstance(value, dict) or not ({"sql", "url"} <= set(value) or "file" in value):
        raise WrongValueError(
            "does not say where the facts are", "write a path, {file: …}, or {sql: …, url: …}"
        )
    places = ("file",) if "file" in value else ("sql", "url")
    reading, faults = parse_reading(value)
    faults = [*_unknown_keys(value, places), *_of_place(value, places), *faults]
    if faults:
        raise WrongValuesError(*faults)
    if "file" in value:
        return TableFile(value["file"], reading)
    return SqlQuery(value["sql"], value["url"], reading)


def with_reading(where: Where | None, reading: Reading) -> Where | None:
    """The same place, read in another way; one that nothing is said of as it is."""
    return where if where is None or isinstance(where, str) else replace(where, reading=reading)


def _unknown_keys(value: dict[Any, Any], places: tuple[str, ...]) -> Iterator[KeysAndFault]:
    keys = (*places, *(KEYS if "file" in value else OF_ANY_TABLE))
    known = f"known beside `{places[0]}` are {', '.join(keys[1:-1])} and {keys[-1]}"
    for key in sorted(set(map(str, value)) - set(keys)):
        near = get_close_matches(key, keys, 1)
        right = f"did you mean `{near[0]}`?" if near else place_of_key(key, value.get(key))
        yield (key,), Fault(f"has the unknown key `{key}`", right or known)


def _of_place(value: dict[Any, Any], places: tuple[str, ...]) -> Iterator[KeysAndFault]:
    """What is wrong with the path, or with the query."""
    if places == ("file",):
        file = value["file"]
        if not (isinstance(file, str) and file.strip()):
            yield ("file",), Fault("has a `file` that is no path", "write `file: facts.csv`")
        elif any(_passwords(file)):
            yield ("file",), _PASSWORD_IN_PATH
        return
    sql, url = value["sql"], value["url"]
    if not (isinstance(sql, str) and isinstance(url, str) and sql.strip() and _is_database(url)):
        right = (
            "write `sql: SELECT …`, and `url: postgresql://host/name`, or for a file "
            "`url: sqlite:///desk.db`, `url: duckdb:///desk.duckdb`"
        )
        yield (), Fault("is no query", right)
        return
    texts = (url, *re.split(r"[\s'\"]", sql))  # a query may name a database, too
    if any(_VARIABLE.sub("", password) for text in texts for password in _passwords(text)):
        yield ("url",), Fault("holds a password", "take it from the environment: `:${PGPASSWORD}@`")


def is_url(where: Where) -> bool:
    """Whether the facts are reached by a URL, and not by a path on this machine."""
    place = place_of(where)
    return isinstance(place, SqlQuery) or (place is not None and "://" in place)


def path_from(folder: Path, file: str) -> str:
    """A file's path from the report's folder, with slashes on every system; a URL as it is.

    So nothing of the machine that a report lies on gets into what is made of it.
    """
    path = PurePath(file)
    if "://" in file:
        return file
    if path.is_relative_to(folder):
        path = path.relative_to(folder)
    elif path.is_absolute():
        with suppress(ValueError):  # on Windows, of another drive
            path = PurePath(os.path.relpath(path, os.path.realpath(folder)))
    return path.as_posix()


def variables_in(url: str) -> list[str]:
    """The variables of the environment that a URL names as `${NAME}`."""
    return _VARIABLE.findall(url)


def is_variable(url: str) -> bool:
    """Whether the whole of a URL is a variable of the environment."""
    return _VARIABLE.fullmatch(url) is not None


def with_variables(url: str) -> str:
    """The URL of a database with every `${NAME}` replaced by what the environment says.

    User and password are taken literally: their `@` and `/` are not those of the URL.

    Raises:
        SetupError: A variable is not set.
    """

    def value(match: re.Match[str]) -> str:
        setting = os.environ.get(match[1])
        if setting is None:
            raise SetupError(f"the environment variable {match[1]} is not set", f"{url} needs it")
        return quote(setting, safe="") if "@" in url[match.end() :] else setting

    return _VARIABLE.sub(value, url)


def without_variables(url: str) -> str:
    """The URL with something in place of each `${NAME}`, so that the rest of it can be read."""
    return _VARIABLE.sub("0", url)


def without_secrets(text: str, url: str) -> str:
    """`text`, such as a driver's message, without what the environment put into `url`."""
    values = [os.environ.get(name, "") for name in variables_in(url)]
    values += [password for value in values for password in _passwords(value)]
    values += [value for name, value in os.environ.items() if name.upper().endswith("PASSWORD")]
    secrets = {form for value in values for form in (value, quote(value, safe=""), unquote(value))}
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, "…")
    return text


def _is_database(url: str) -> bool:
    return "://" in url or is_variable(url)


def _passwords(url: str) -> Iterator[str]:
    """What stands in a URL where a password, or the like, has its place."""
    if "://" in url:
        yield from _PASSWORD.findall(url)
        yield from _SECRET_KEY.findall(url)


def _written(where: Where | None) -> Any:
    match where:
        case SqlQuery():
            return {"sql": where.sql, "url": where.url, **where.reading.as_said()}
        case TableFile():
            return {"file": where.file, **where.reading.as_said()}
        case _:
            return where


_COLUMNS_FORM: Form = {
    "title": "heading of the table: field",
    "type": "object",
    "additionalProperties": {"enum": sorted(FIELD_NAMES)},
}
_TABLE_FORMS: dict[str, Form] = {"columns": _COLUMNS_FORM, "defaults": {"type": "object"}}
_FORM: Form = {
    "title": "path or URL, `{file, …}`, or `{sql, url, …}`",
    "anyOf": [
        {"type": "string"},
        parts(
            {
                "file": {"type": "string"},
                "encoding": {"type": "string"},
                "decimal": {"enum": [",", "."]},
                **_TABLE_FORMS,
            },
            required=["file"],
        ),
        parts(
            {"sql": {"type": "string"}, "url": {"type": "string"}, **_TABLE_FORMS},
            required=["sql", "url"],
        ),
    ],
}

FactsPlace = Annotated[
    Where, PlainValidator(parse_where), PlainSerializer(_written), WithJsonSchema(_FORM)
]
