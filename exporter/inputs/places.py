"""Places beyond a report's folder: paths, hosts, variables; and which of them are allowed."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path

from exporter.errors import Fault, Place, UsageError, WrongValueError

PATH, HOST, VARIABLE = KINDS = ("path", "host", "env")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# A name with dots, or an address; in brackets one of IPv6; then a port.
_HOST = re.compile(
    r"(?:\[(?P<six>[0-9A-Fa-f:.%\w]+)\]|(?P<name>[^\s:/@\[\]?#*,;\\'\"]+))(?::(?P<port>\d+))?"
)
_LARGEST_PORT = 65_535
_KIND = re.compile(r"([A-Za-z][\w+.-]+):(.*)")  # one letter is a drive of Windows
_PORTS: Mapping[str, int] = {
    "postgresql": 5432, "mysql": 3306, "mariadb": 3306, "oracle": 1521,
    "http": 80, "https": 443, "ftp": 21, "sftp": 22, "ssh": 22,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a person allows a report to reach outside its folder; `places` as they were given."""

    places: tuple[Place, ...] = ()

    def __add__(self, other: "Allowed") -> "Allowed":
        """Everything that either allows."""
        return Allowed(tuple(dict.fromkeys((*self.places, *other.places))))

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files and folders among them, resolved."""
        return tuple(Path(place.name) for place in self.places if place.kind == PATH)

    def lacks(self, places: Iterable[Place]) -> list[Place]:
        """Those of `places` that are not allowed, each once."""
        return [place for place in dict.fromkeys(places) if not self._allows(place)]

    def _allows(self, place: Place) -> bool:
        if place.kind == PATH:
            return any(Path(place.name).is_relative_to(path) for path in self.paths)
        if place.kind == HOST:
            bare = place.name.removesuffix(f":{_port(place.name)}")
            return bool({place, Place(HOST, bare)} & set(self.places))
        return place in self.places


NOTHING = Allowed()


def parse_allowed(texts: Sequence[str]) -> Allowed:
    """What `--allow` says: `path:/data` (or the path alone), `host:db.example:5432`, `env:NAME`.

    Raises:
        UsageError: Some say nothing of the kind; all of them.
    """
    places, faults = [], []
    for text in texts:
        try:
            places.append(parse_place(text))
        except WrongValueError as error:
            faults.append(error.fault)
    if faults:
        raise UsageError.of(faults)
    return Allowed(tuple(places))


def parse_place(text: str) -> Place:
    """One place as `--allow` names it; a path is resolved, from where the command runs.

    Raises:
        WrongValueError: It is none.
    """
    kind, colon, name = text.partition(":")
    if not colon or kind not in KINDS:
        _refuse_unknown_kind(text)
        kind, name = PATH, text
    if kind == PATH and name.strip():
        return path_place(Path(name).expanduser())
    if kind == HOST and (match := _HOST.fullmatch(name)):
        port = int(match["port"] or 0)
        if port <= _LARGEST_PORT:
            return host_place(match["six"] or match["name"], port or None)
    if kind == VARIABLE and _NAME.fullmatch(name):
        return Place(VARIABLE, name)
    raise WrongValueError(f"--allow {text!r} names no place", _RIGHT)


def _refuse_unknown_kind(text: str) -> None:
    """Refuse what begins like a place of a kind that there is none of, and is no file.

    Raises:
        WrongValueError: It does.
    """
    match = _KIND.match(text)
    if match is None or os.path.lexists(text):
        return
    kind, name = match.groups()
    wrong = f"--allow {text!r} names no place, for {kind!r} is no kind of one"
    if name.startswith("//"):
        host = name.strip("/").partition("/")[0]
        raise WrongValueError(wrong, f"write host:{host}" if host and kind != "file" else _RIGHT)
    near = get_close_matches(kind.lower(), KINDS, 1)
    raise WrongValueError(wrong, f"did you mean {near[0]}:{name}?" if near else _RIGHT)


def idle_places(allowed: Allowed) -> Iterator[tuple[Place, Fault]]:
    """What is allowed and is not there, so that nothing can be reached by it."""
    for place in allowed.places:
        if place.kind == PATH and not os.path.lexists(place.name):
            yield place, Fault("there is no such file or folder", "check the path")
        elif place.kind == VARIABLE and place.name not in os.environ:
            yield place, Fault("the variable is not set", "set it, or check its name")


def path_place(path: Path) -> Place:
    """The place of a file or folder, behind all links."""
    return Place(PATH, os.path.realpath(path))


def host_place(name: str, port: int | None, scheme: str = "") -> Place:
    """The place of a server.

    Args:
        name: Its name or address.
        port: The usual one of `scheme` where none is named.
        scheme: Of the URL that names it.
    """
    plain = name.lower().rstrip(".")
    shown = f"[{plain}]" if ":" in plain else plain
    port = port or _PORTS.get(scheme)
    return Place(HOST, f"{shown}:{port}" if port else shown)


def is_loopback(name: str) -> bool:
    """Whether a host is this machine."""
    plain = name.strip("[]").lower().rstrip(".")
    if plain in {"localhost", ""}:
        return True
    try:
        return ip_address(plain).is_loopback
    except ValueError:
        return False


def not_allowed(places: Sequence[Place]) -> Fault:
    """What is said of places that nobody has allowed."""
    names = " and ".join(_SAID[place.kind].format(place.name) for place in places)
    options = " ".join(map(option, places))
    return Fault(f"the report may not {names} unless you allow it", f"allow it by {options}")


def option(place: Place) -> str:
    """A place as the command line takes it."""
    from shlex import quote

    return f"--allow {quote(str(place))}"


_RIGHT = "write path:/folder, host:name, host:name:port or env:NAME"
_SAID = {PATH: "read {}", HOST: "reach {}", VARIABLE: "use the variable {}"}


def _port(name: str) -> str:
    return name.rpartition(":")[2] if not name.endswith("]") else ""
