"""Small sheets, read in both ways in which sheets are."""

import pytest

from exporter.proof.xlsx import sheet_stream


@pytest.fixture(params=["tag by tag", "as large ones"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small sheets are read as they are, or as if they were large."""
    if request.param == "as large ones":
        monkeypatch.setattr(sheet_stream, "_SMALL", 1)
