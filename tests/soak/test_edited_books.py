"""Two hundred edits of the shipped workbooks, computed anew by one LibreOffice: each is told."""

from pathlib import Path

import pytest

from tests.conftest import Office
from tests.edited_books import write_edited

pytestmark = pytest.mark.soak


def test_every_edit_turns_the_alert_on(office: Office, built: Path, tmp_path: Path) -> None:
    books = sorted(built.glob("*.xlsx"))
    edits = {
        path: edit
        for seed, book in enumerate(books)
        for path, edit in write_edited(book, tmp_path, 200 // len(books), seed).items()
    }
    assert len(edits) == 200
    shown = office.as_shown(tmp_path, *edits)
    unseen = [edit for path, edit in edits.items() if _agrees(shown[path])]
    assert unseen == []


def _agrees(sheets: dict[str, list[list[str]]]) -> bool:
    (checks,) = (rows for name, rows in sheets.items() if name in {"Checks", "校验"})
    return all(row[4] == "TRUE" for row in checks[4:] if row[0])
