"""Servers that send on to others: followed where the report may reach, and nowhere else."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from exporter.errors import SetupError
from exporter.facts.read import read_written
from exporter.inputs.opened import Inputs
from exporter.inputs.places import parse_allowed

pytest.importorskip("aiohttp")

FACTS = b"id,entity,metric,value,source,quote\na,E,M,17,s,q\n"


class Server(ThreadingHTTPServer):
    """Two hosts in one, by the names that it is asked by; remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: list[str] = []
        self.answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.port = self.server_address[1]


class Answer(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        where = f"{self.headers['Host'].partition(':')[0]}{self.path}"
        self.server.asked.append(where)
        name = f"{self.command} {where}"
        found = self.server.answers.get(name) or self.server.answers.get(where)
        status, headers, body = found or (404, {}, b"")
        self.send_response(status)
        for key, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(key, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 - as http.server calls it

    def log_message(self, *_: object) -> None:
        """Nothing is written to the terminal."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that is all hosts whose names end in .example."""
    look_up = socket.getaddrinfo

    def all_here(host: Any, *others: Any, **more: Any) -> Any:
        return look_up("127.0.0.1" if str(host).endswith(".example") else host, *others, **more)

    monkeypatch.setattr(socket, "getaddrinfo", all_here)
    with Server() as running:
        running.answers["other.example/facts.csv"] = (200, {"Content-Type": "text/csv"}, FACTS)
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def send_on(
    server: Server, status: int = 302, to: str = "http://other.example:{}/facts.csv"
) -> None:
    location = {"Location": to.format(server.port)}
    server.answers["desk.example/facts.csv"] = (status, location, b"")


def read(server: Server, folder: Path, *allow: str, url: str = "http://desk.example:{}/facts.csv") -> tuple[list[str], list[str], Inputs]:  # fmt: skip
    """The ids at a URL, what is said of it, and by which inputs it was read."""
    inputs = Inputs.of(folder, parse_allowed([place.format(server.port) for place in allow]))
    ids, said = [], []
    for table, problems in read_written(folder, url.format(server.port), inputs):
        ids += table["id"].to_pylist()
        said += [problem.wrong for problem in problems]
    return ids, said, inputs


DESK, OTHER = "host:desk.example:{}", "host:other.example:{}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_to_where_it_is_allowed(
    server: Server, tmp_path: Path, status: int
) -> None:
    send_on(server, status)
    ids, (wrong,), inputs = read(server, tmp_path, DESK)
    refused = f"the report may not reach other.example:{server.port} unless you allow it"
    assert (ids, wrong) == ([], refused)
    assert [str(place) for place in inputs.refused] == [OTHER.format(server.port)]
    assert {name.partition("/")[0] for name in server.asked} == {"desk.example"}
    assert read(server, tmp_path, DESK, OTHER)[:2] == (["a"], [])


@pytest.mark.parametrize(
    "to",
    [
        "//other.example:{}/facts.csv", "http://other.example.:{}/facts.csv", "http://OTHER.example:{}/facts.csv",
        "http://desk.example@other.example:{}/facts.csv", "http:\\\\other.example:{}/facts.csv",
    ],
)  # fmt: skip
def test_however_it_is_written(server: Server, tmp_path: Path, to: str) -> None:
    send_on(server, to=to)
    try:
        ids, said, _ = read(server, tmp_path, DESK)
        assert said
    except SetupError:
        ids = []
    assert ids == []
    assert {name.partition("/")[0] for name in server.asked} == {"desk.example"}


def test_within_a_server_and_to_this_machine(server: Server, tmp_path: Path) -> None:
    server.answers["desk.example/new.csv"] = server.answers["other.example/facts.csv"]
    server.answers["127.0.0.1/facts.csv"] = server.answers["other.example/facts.csv"]
    for to in ("/new.csv", "http://desk.example:{}/new.csv", "http://127.0.0.1:{}/facts.csv"):
        send_on(server, to=to)
        assert read(server, tmp_path, DESK)[:2] == (["a"], [])


def test_over_two_steps(server: Server, tmp_path: Path) -> None:
    send_on(server, to="/more.csv")
    location = {"Location": f"http://other.example:{server.port}/facts.csv"}
    server.answers["desk.example/more.csv"] = (302, location, b"")
    assert "may not reach other.example" in read(server, tmp_path, DESK)[1][0]


@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_one_that_redirects_a_part_of_the_requests(
    server: Server, tmp_path: Path, method: str
) -> None:
    answer = server.answers["other.example/facts.csv"]
    send_on(server)
    server.answers[f"{method} desk.example/facts.csv"] = server.answers["desk.example/facts.csv"]
    server.answers["desk.example/facts.csv"] = answer
    read(server, tmp_path, DESK)
    assert {name.partition("/")[0] for name in server.asked} == {"desk.example"}


def test_behind_another_file_system(server: Server, tmp_path: Path) -> None:
    send_on(server)
    url = "simplecache::http://desk.example:{}/facts.csv"
    assert "may not reach other.example" in read(server, tmp_path, DESK, url=url)[1][0]
    assert {name.partition("/")[0] for name in server.asked} == {"desk.example"}


def test_links_of_a_listing(server: Server, tmp_path: Path) -> None:
    links = f'<a href="http://other.example:{server.port}/facts.csv">x</a><a href="facts.csv">y</a>'
    server.answers["desk.example/"] = (200, {"Content-Type": "text/html"}, links.encode())
    server.answers["desk.example/facts.csv"] = server.answers["other.example/facts.csv"]
    read(server, tmp_path, DESK, url="http://desk.example:{}/")
    assert {name.partition("/")[0] for name in server.asked} == {"desk.example"}
