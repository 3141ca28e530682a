"""`exporter --version`."""

from importlib.metadata import version

import pytest

from tests.command_line import run


def test_the_version_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = run(capsys, monkeypatch, ["--version"])
    assert (told.status, told.out) == (0, f"exporter {version('exporter')}\n")
