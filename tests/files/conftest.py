"""A folder for thousands of small files: on a disk in memory, where the system has one."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 - Linux's; elsewhere the system's temporary folder


@pytest.fixture
def folder() -> Iterator[Path]:
    where = MEMORY if os.access(MEMORY, os.W_OK) else None
    with TemporaryDirectory(prefix="exporter-tests-", dir=where) as folder:
        yield Path(folder) / "output"
