"""What a person has allowed for good, and how much is read, in a file of their own.

`~/.config/exporter/config.toml` (under XDG_CONFIG_HOME where that is set) says for a report, by the
folder that it lies in:

    [allow."/home/me/reports/desk"]
    path = ["/data/desk"]
    host = ["db.example.com:5432"]
    env = ["DESK_PASSWORD"]

and how much is read of any, where that is more or less than usual:

    [limits]
    query_seconds = 600
"""

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from exporter.errors import (
    ContentError,
    NotAllowedError,
    Place,
    Problem,
    SetupError,
    WrongValueError,
)
from exporter.inputs.opened import Inputs
from exporter.inputs.places import KINDS, Allowed, option, parse_allowed, parse_place
from exporter.limits import READING, ReadingLimits

_TABLE, _LIMITS = "allow", "limits"


def config_file() -> Path:
    """Where the file is, or would be.

    Source: XDG Base Directory Specification, in which a path that is not absolute counts for none.
    """
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return (named if named.is_absolute() else Path.home() / ".config") / "exporter" / "config.toml"


def inputs_of(report: Path, allow: Sequence[str] = ()) -> Inputs:
    """What a report may be read from: its folder, and what is allowed now or remembered.

    Args:
        report: Its folder.
        allow: As `--allow` says it.

    Raises:
        UsageError: `allow` names no places.
        SetupError: The file says something else than places.
    """
    config = read_config()
    return Inputs.of(report, parse_allowed(allow) + remembered(config, report), limits_of(config))


def read_config() -> Mapping[str, Any]:
    """What the file says; nothing where there is none.

    Raises:
        SetupError: It cannot be read, or is no TOML.
    """
    path = config_file()
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SetupError(f"{path} is no TOML: {error}", "mend it") from error


def remembered(config: Mapping[str, Any], report: Path) -> Allowed:
    """What the file allows a report.

    Raises:
        SetupError: It says something else than places.
    """
    tables = config.get(_TABLE, {})
    if not isinstance(tables, dict):
        raise _wrong(f"`{_TABLE}` is no table", f'write `[{_TABLE}."{report.resolve()}"]`')
    of_report = os.path.realpath(report)
    chosen = [said for folder, said in tables.items() if os.path.realpath(folder) == of_report]
    return Allowed(tuple(place for said in chosen for place in _places(said)))


def limits_of(config: Mapping[str, Any]) -> ReadingLimits:
    """How much is read: the usual limits, and those that the file sets under `[limits]`.

    Raises:
        SetupError: It sets something else.
    """
    said = config.get(_LIMITS, {})
    known = [limit.name for limit in fields(ReadingLimits)]
    if not isinstance(said, dict):
        raise _wrong(f"`{_LIMITS}` is no table", f"write `[{_LIMITS}]`, and under it `rows = …`")
    for name, limit in said.items():
        if name not in known:
            near = get_close_matches(name, known, 1)
            right = f"did you mean `{near[0]}`?" if near else f"known are {', '.join(known)}"
            raise _wrong(f"`{name}` is no limit", right)
        if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
            raise _wrong(f"the limit `{name}` is {limit!r}", "write a whole number from 1 on")
    return replace(READING, **said)


def remember(report: Path, places: Sequence[Place]) -> Path:
    """Have the file allow a report these places, too; gives the file.

    Raises:
        SetupError: The file cannot be written, or not without touching something else in it.
    """
    from exporter.files import replacing

    path, before = config_file(), read_config()
    allowed = remembered(before, report) + Allowed(tuple(places))
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text("utf-8") if path.exists() else ""
    text = _with_table(text, report, allowed.places)
    with replacing(path) as temporary:
        temporary.write_text(text, "utf-8")
    return path


def refusal(report: Path, problems: Sequence[Problem], inputs: Inputs) -> ContentError:
    """The error of a report that has problems; with what to paste where some can be allowed.

    Args:
        report: The report's folder.
        problems: All of them.
        inputs: What it was read from.
    """
    if not inputs.refused:
        return ContentError(problems)
    places = tuple(dict.fromkeys(inputs.refused))
    return NotAllowedError(problems, places, _how_to_allow(report, places))


def _how_to_allow(report: Path, places: Sequence[Place]) -> str:
    """What to paste, on the command line or into the file, so that a report may reach places."""
    lines = [
        "to allow it once, add to the command:",
        "  " + " ".join(map(option, places)),
        f"to allow it from now on, add to {config_file()}:",
        *(f"  {line}" for line in _table(report, places)),
    ]
    return "\n".join(lines)


def _places(said: object) -> Iterator[Place]:
    if not isinstance(said, dict):
        raise _wrong(f"`{_TABLE}` of a report is no table", 'write `path = ["…"]` and the like')
    for kind, names in said.items():
        known = [names] if isinstance(names, str) else names
        if kind not in KINDS or not isinstance(known, list):
            raise _wrong(f"`{kind}` in `{_TABLE}` is not right", f"known are {', '.join(KINDS)}")
        for name in known:
            try:
                yield parse_place(f"{kind}:{name}")
            except WrongValueError as error:
                raise _wrong(*error.fault) from error


def _table(report: Path, places: Sequence[Place]) -> Iterator[str]:
    yield _head(report)
    for kind in KINDS:
        if names := [_quoted(place.name) for place in places if place.kind == kind]:
            yield f"{kind} = [{', '.join(names)}]"


def _head(report: Path) -> str:
    return f"[{_TABLE}.{_quoted(os.path.realpath(report))}]"


def _quoted(text: str) -> str:
    """A basic string of TOML; JSON's strings are such, but for DEL."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _with_table(text: str, report: Path, places: Sequence[Place]) -> str:
    """The file's text with the report's table anew; everything else stays as it was written.

    Raises:
        SetupError: The table is written in a way that is not ours to take apart.
    """
    lines, head = text.splitlines(), _head(report)
    if head in lines:
        first = lines.index(head)
        rest = lines[first + 1 :]
        after = next((n for n, line in enumerate(rest) if line.startswith("[")), len(rest))
        del lines[first : first + 1 + after]
    while lines and not lines[-1].strip():
        lines.pop()
    table = list(_table(report, places))
    new = "\n".join([*lines, *([""] if lines else []), *table]) + "\n"
    with suppress(tomllib.TOMLDecodeError):  # such as the same table in other words
        now = tomllib.loads(new)
        is_said = set(remembered(now, report).places) == set(places)
        if is_said and _others(now, report) == _others(tomllib.loads(text), report):
            return new
    raise _wrong("the report's table is there, in other words", "add to it: " + "; ".join(table))


def _others(config: Mapping[str, Any], report: Path) -> Mapping[str, Any]:
    """What the file says of anything but the report."""
    of_reports = config.get(_TABLE, {})
    others = {key: said for key, said in of_reports.items() if key != os.path.realpath(report)}
    return {**config, _TABLE: others}


def _wrong(wrong: str, right: str) -> SetupError:
    return SetupError(f"{config_file()}: {wrong}", right)
