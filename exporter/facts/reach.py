"""What a report's URLs reach beyond its folder: hosts, files, variables of the environment.

It is found out from the URL alone, before anything is asked of it. What parses a URL here is what
parses it when it is opened, so that the two cannot read it differently.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from exporter.errors import Place
from exporter.facts.where import (
    SqlQuery,
    TableFile,
    Where,
    is_variable,
    path_from,
    place_of,
    variables_in,
)
from exporter.inputs.opened import InputError, Inputs
from exporter.inputs.places import VARIABLE, host_place, is_loopback

if TYPE_CHECKING:
    from sqlalchemy import URL

_LOCAL = {"file", "local"}
_IN_PROCESS = {"memory"}  # holds what the calling program itself has put there
_WRAPPING = {"simplecache", "filecache", "blockcache", "zip", "tar"}  # of what follows after `::`
_REMOTE = {
    "http", "https", "ftp", "sftp", "ssh", "smb", "webdav", "hdfs", "webhdfs", "s3", "s3a", "gs",
    "gcs", "abfs", "abfss", "az", "adl", "wasb", "wasbs", "oss", "hf", "github",
}  # fmt: skip
_HOSTS = {"host", "hostaddr", "server"}  # parameters that name servers
# Parameters that name no file, no other server, and no code; the rest are settings of a machine.
_HARMLESS = {
    "application_name", "channel_binding", "charset", "client_encoding", "collation",
    "connect_timeout", "encoding", "gssencmode", "keepalives", "options", "read_timeout",
    "service_name", "sslmode", "target_session_attrs", "timeout", "unix_socket", "use_unicode",
}  # fmt: skip
_DATABASE_FILE = re.compile(r"((?:sqlite(?:\+\w+)?|duckdb):///)(/[^?]*)(.*)")  # by its whole path
_WHOLLY = re.compile(r"://(?:[^@/]*@)?\$\{\w+\}(?=[:/?]|$)")


def demand_url(url: str, inputs: Inputs) -> None:
    """Go on only if a report may read what a URL of fsspec leads to, over however many steps.

    Raises:
        InputError: It leads to a place that is not allowed, or in a way that nobody may allow.
    """
    inputs.demand(*(place for step in url.split("::") for place in _places(step, inputs)))


def local_path(url: str) -> Path | None:
    """The path of a URL that leads to this disk; None for others."""
    scheme, parted, _ = url.partition("://")
    if not parted or scheme.lower() not in _LOCAL or "::" in url:
        return None
    from fsspec.implementations.local import LocalFileSystem

    return Path(LocalFileSystem._strip_protocol(url))  # noqa: SLF001 - as fsspec opens it


def place_from(folder: Path, where: Where | None) -> Where | None:
    """Where a report keeps its facts, with the path of a file, or of a database's, from its folder.

    Args:
        folder: The report's.
        where: As report.yaml says it.
    """
    if isinstance(where, SqlQuery):
        url = _DATABASE_FILE.sub(
            lambda said: f"{said[1]}{path_from(folder, said[2])}{said[3]}", where.url
        )
        return replace(where, url=url)
    place = place_of(where)
    path = (local_path(place) or Path(place)) if isinstance(place, str) else None
    if path is None or not path.is_absolute():
        return where
    name = path_from(folder, str(path))
    return replace(where, file=name) if isinstance(where, TableFile) else name


def _places(step: str, inputs: Inputs) -> Iterator[Place]:
    scheme, parted, rest = step.partition("://")
    kind = scheme.lower()
    if kind in _LOCAL or (not parted and kind not in _WRAPPING):
        inputs.resolve(local_path(step) or Path(step))
    elif kind in _REMOTE:
        yield from _remote(step, kind)
    elif kind not in _WRAPPING | _IN_PROCESS:
        known = ", ".join(sorted(_REMOTE - {"s3a", "abfss", "adl", "wasb", "wasbs"}))
        raise InputError(f"a report may not name {kind}://{rest}", f"known are file, {known}")


def _remote(url: str, scheme: str) -> Iterator[Place]:
    try:
        parts = urlsplit(url)
        name, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise InputError(f"{url} is no URL: {error}", "mend it") from error
    if not (is_loopback(name) and name):
        yield host_place(name or parts.netloc or scheme, port, scheme)


def demand_host(name: str, port: int | None, scheme: str, inputs: Inputs) -> None:
    """Go on only if a report may reach a server, for whatever it was sent on to.

    Raises:
        InputError: It may not.
    """
    if not (is_loopback(name) and name):
        inputs.demand(host_place(name or scheme, port, scheme))


def variables_of(url: str) -> list[Place]:
    """The variables of the environment that the URL of a database names."""
    return [Place(VARIABLE, name) for name in variables_in(url)]


def servers_of(template: str, url: "URL") -> list[Place]:
    """The servers that the URL of a database names, but for this machine.

    Args:
        template: The URL as the report has it, with the names of variables. What a variable holds
            as a whole is the user's own.
        url: The same as SQLAlchemy reads it.

    Raises:
        InputError: The URL sets what is not a report's to set.
    """
    if is_variable(template):
        return []
    if unknown := sorted(set(url.query) - _HARMLESS - _HOSTS):
        wrong = f"`url` sets `{unknown[0]}`, which a report may not"
        raise InputError(wrong, "leave it out, and to the settings of the driver on your machine")
    if url.database and re.search(r"=|://", url.database):  # libpq may take it for settings
        raise InputError(f"{url.database!r} is no name of a database", "write the name alone")
    hosts = [host for host in _hosts(template, url) if not _is_here(host[0])]
    if any(variables_in(template)) and any(
        name.lower() not in template.lower() for name, _ in hosts
    ):
        wrong = "`url` makes the name of a host from a variable and more"
        raise InputError(wrong, "write the host out, or have one variable hold all of it")
    return [host_place(name, port, url.get_backend_name()) for name, port in hosts]


def _is_here(name: str) -> bool:
    """Whether a host, or a socket, is of this machine."""
    return is_loopback(name) or name.startswith(("/", "@"))


def _hosts(template: str, url: "URL") -> Iterator[tuple[str, int | None]]:
    """The servers that a URL names; one that a variable holds is the user's own."""
    if not _WHOLLY.search(template):
        yield from ((name, url.port) for name in (url.host or "").split(","))
    for key in _HOSTS & set(url.query):
        values = url.query[key]
        for text in (values,) if isinstance(values, str) else values:
            yield from map(_parted, text.split(","))


def _parted(text: str) -> tuple[str, int | None]:
    """`host:port` in its parts."""
    name, colon, port = text.rpartition(":")
    return (name, int(port)) if colon and port.isdigit() and ":" not in name else (text, None)
