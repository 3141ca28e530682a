"""A thousand broken manifests and a thousand broken files: each is told, none by a traceback."""

from pathlib import Path
from random import Random

import pytest

from exporter.verify import verify_with
from tests.verify.breakages import break_file, break_manifest
from tests.verify.sets import Remembering, copied
from tests.verify.tamperings import write_set_with_draft

pytestmark = pytest.mark.soak
SEEDS = range(1_000, 2_000)


@pytest.fixture(scope="module")
def ask() -> Remembering:
    return Remembering()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_set_with_draft(tmp_path_factory.mktemp("written"))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_broken_manifest(seed: int, written: Path, ask: Remembering, tmp_path: Path) -> None:
    folder = copied(written, tmp_path / "set")
    break_manifest(folder, Random(seed))  # noqa: S311 - no secret
    found = verify_with(ask, folder)
    assert all(str(told).strip() for told in (*found.differences, *found.unproved, *found.doubts))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_broken_file(seed: int, written: Path, ask: Remembering, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311 - no secret
    folder = copied(written, tmp_path / "set")
    break_file(random.choice(sorted(folder.iterdir())), random)
    found = verify_with(ask, folder)
    assert all(str(told).strip() for told in (*found.differences, *found.unproved, *found.doubts))
