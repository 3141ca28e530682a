"""Texts that a test expects, kept in `tests/golden/` and reviewed as diffs."""

import os
from pathlib import Path

GOLDEN = Path(__file__).with_name("golden")


def check_golden(name: str, text: str) -> None:
    """Compare `text` with the golden of that name; UPDATE_GOLDEN=1 renews it instead."""
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path} is missing; run the test with UPDATE_GOLDEN=1 and review it"
    assert text == path.read_text(encoding="utf-8")
