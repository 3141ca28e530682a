"""Every change to what a set shows, with every hash made anew, is told."""

from pathlib import Path

import pytest

from tests.verify.sets import Remembering, copied
from tests.verify.tamperings import Tampering, assert_told, of_files, write_set_with_draft

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def ask() -> Remembering:
    return Remembering()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_set_with_draft(tmp_path_factory.mktemp("written"))


@pytest.mark.parametrize("tampering", list(of_files()), ids=str)
def test_a_changed_file_is_told(
    tampering: Tampering, written: Path, ask: Remembering, tmp_path: Path
) -> None:
    assert_told(tampering, copied(written, tmp_path / "set"), ask)
