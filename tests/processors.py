"""Tests on as many processors as they say."""

import pytest


def have_processors(patch: pytest.MonkeyPatch, count: int) -> None:
    """Have the exporter see so many processors."""
    patch.setattr("os.sched_getaffinity", lambda _: set(range(count)), raising=False)
