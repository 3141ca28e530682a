"""The workbooks of the shipped report, one after another."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from exporter.facts.words import LANGUAGES, Lang

BOOKS = [(name, lang) for name in ("business-lines", "foundations") for lang in LANGUAGES]


@pytest.fixture(scope="module", params=BOOKS, ids=".".join)
def place(request: pytest.FixtureRequest) -> tuple[str, Lang]:
    return request.param


@pytest.fixture(scope="module")
def path(built: Path, place: tuple[str, Lang]) -> Path:
    return built / f"{place[0]}.{place[1]}.xlsx"


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return load_workbook(path)
