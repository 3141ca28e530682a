"""A PostgreSQL of the tests' own: on loopback, with a password, gone afterwards."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

USER = "analyst"


@dataclass(frozen=True)
class Server:
    """A running server: its URL, which holds no password, and the password."""

    url: str
    password: str


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    programs = _programs()
    if programs is None:
        reason = "PostgreSQL is missing; install postgresql"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    # Not pytest's own folder: only its owner may enter that, and the server's user is another.
    folder = Path(tempfile.mkdtemp(prefix="exporter-postgres-"))
    try:
        yield from _run(programs, folder)
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgres(postgres_server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of a database; its password stands in the environment, where libpq looks for it."""
    monkeypatch.setenv("PGPASSWORD", postgres_server.password)
    return postgres_server.url


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl; Debian keeps them off the PATH, by version."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((place for place in places if (place / "pg_ctl").exists()), None)


def _run(programs: Path, folder: Path) -> Iterator[Server]:
    password, port, data = secrets.token_urlsafe(24), _free_port(), folder / "data"
    pwfile = folder / "password"
    pwfile.write_text(password)
    as_user = _unprivileged(folder, pwfile)

    def call(program: str, *arguments: object) -> None:
        command = [programs / program, "-D", data, *map(str, arguments)]
        # Output to a file: the server keeps what it inherits open.
        with (folder / f"{program}.log").open("ab") as log:
            subprocess.run(command, check=True, cwd=folder, stdout=log, stderr=log, **as_user)

    call(
        "initdb",
        "-U",
        USER,
        f"--pwfile={pwfile}",
        "-A",
        "scram-sha-256",
        "-E",
        "UTF8",
        "--locale=C",
        "-N",
    )
    options = f"-F -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
    call("pg_ctl", "-w", "-l", folder / "server.log", "-o", options, "start")
    try:
        yield Server(f"postgresql+psycopg://{USER}@127.0.0.1:{port}/postgres", password)
    finally:
        call("pg_ctl", "-w", "-m", "immediate", "stop")


def _unprivileged(*paths: Path) -> dict[str, Any]:
    """How subprocess becomes a user that the server runs as; it refuses root."""
    if os.getuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    for path in paths:
        os.chown(path, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
