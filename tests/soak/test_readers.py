"""Every program of docs/readers.md that is here reads our workbooks as the page says."""

import pytest

from scripts.readers.__main__ import _PAGE, Reader, install, readers, tried
from scripts.readers.judge import ASPECTS


@pytest.fixture(scope="module")
def installed() -> dict[str, Reader]:
    install()
    return {reader.name: reader for reader in readers() if reader.version}


def test_the_page_says_what_each_program_makes_of_a_workbook(installed: dict[str, Reader]) -> None:
    rows = [line.strip("| ").split(" | ") for line in _PAGE.read_text("utf-8").splitlines()]
    said = {row[0]: row[2:-1] for row in rows if len(row) == len(ASPECTS) + 3}
    assert len(installed) >= 12
    for name, reader in installed.items():
        verdicts = tried(reader)
        assert [str(verdicts[aspect]) for aspect in ASPECTS] == said[name], name
