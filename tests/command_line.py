"""Runs the command line in this process, as the console script does."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from exporter import cli


@dataclass(frozen=True)
class Result:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: Sequence[object]
) -> Result:
    """Run `exporter` with `arguments`."""
    monkeypatch.setattr("sys.argv", ["exporter", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    said = capsys.readouterr()
    status = stopped.value.code
    return Result(0 if status is None else int(status), said.out, said.err)
