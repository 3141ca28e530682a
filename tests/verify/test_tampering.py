"""Whatever is changed in what a set shows, with every hash made anew, is told."""

from pathlib import Path

import pytest

from exporter.proof.manifest import MANIFEST
from exporter.verify import verify_with
from tests.verify.sets import Remembering, copied, say_anew
from tests.verify.tamperings import (
    DRAFT,
    MANIFEST_SAYS,
    Tampering,
    assert_told,
    of_files,
    write_set_with_draft,
)

FILES = list(of_files())
SAMPLE = FILES[::11]  # the others in `make soak`


@pytest.fixture(scope="module")
def ask() -> Remembering:
    return Remembering()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_set_with_draft(tmp_path_factory.mktemp("written"))


def test_as_written_it_is_proved(written: Path, ask: Remembering) -> None:
    found = verify_with(ask, written)
    assert (found.differences, found.unproved, found.doubts) == ((), (), ())


@pytest.mark.parametrize("tampering", SAMPLE, ids=str)
def test_a_changed_file_is_told(
    tampering: Tampering, written: Path, ask: Remembering, tmp_path: Path
) -> None:
    assert_told(tampering, copied(written, tmp_path / "set"), ask)


@pytest.mark.parametrize("name", MANIFEST_SAYS)
def test_what_the_manifest_says_otherwise_is_told(
    name: str, written: Path, ask: Remembering, tmp_path: Path
) -> None:
    folder = copied(written, tmp_path / "set")
    (folder / DRAFT).unlink()
    say_anew(folder, MANIFEST_SAYS[name])
    found = verify_with(ask, folder)
    assert found.differences, "told, and refused"


def test_there_are_enough() -> None:
    assert len(FILES) + len(MANIFEST_SAYS) >= 150
    assert MANIFEST not in {tampering.file for tampering in FILES}
