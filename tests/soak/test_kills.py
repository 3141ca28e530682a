"""500 SIGKILLs over real builds, 200 of them while files move: no mixed set that is not mended."""

import signal
import time
from pathlib import Path
from random import Random

import pytest

from exporter.files import settle
from exporter.report.starter import make_report
from exporter.verify import verify
from tests.conftest import SHIPPED
from tests.killed_builds import (
    Edition,
    KilledBuild,
    contents,
    has_whole_files,
    is_whole,
    two_editions,
    visible,
)

ANY_MOMENT, WHILE_MOVING = 300, 200
EVERY_SHIPPED = 5  # one in so many builds is that of the shipped report
PROVED = 10  # one in so many sets is not only compared, but proved
Editions = tuple[Edition, Edition]


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("mini")
    list(make_report(folder / "mini"))
    return two_editions(folder / "mini", folder)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return two_editions(SHIPPED, tmp_path_factory.mktemp("shipped"))


def duration(edition: Edition, output: Path) -> float:
    """Seconds that a build takes now."""
    start = time.monotonic()
    assert KilledBuild(edition, output).end(0)[0] == 0
    return time.monotonic() - start


def test_kills_at_any_moment(mini: Editions, shipped: Editions, tmp_path: Path) -> None:
    random = Random(1)  # noqa: S311 - the same kills each time
    longest = [duration(kind[0], tmp_path / f"{n}") for n, kind in enumerate((mini, shipped))]
    killed = 0
    while killed < ANY_MOMENT:
        kind = killed % EVERY_SHIPPED == 0
        editions, output = (mini, shipped)[kind], tmp_path / f"output-{kind}-{killed // 100}"
        building = KilledBuild(editions[killed % 2], output)
        time.sleep(random.random() * longest[kind])
        status, said = building.end(signal.SIGKILL)
        killed += status == -signal.SIGKILL
        assert "Traceback" not in said, said
        check_between_and_after(output, editions, killed)


def test_kills_while_files_move(mini: Editions, shipped: Editions, tmp_path: Path) -> None:
    random = Random(2)  # noqa: S311 - the same kills each time
    killed = mixed = 0
    while killed < WHILE_MOVING:
        kind = killed % EVERY_SHIPPED == 0
        editions, output = (mini, shipped)[kind], tmp_path / f"output-{kind}-{killed // 50}"
        building = KilledBuild(editions[killed % 2], output, rename=0.01)
        if building.wait_for_moves():
            time.sleep(random.random() * 0.01 * len(editions[0].files))
        status, said = building.end(signal.SIGKILL)
        killed += status == -signal.SIGKILL
        assert "Traceback" not in said, said
        mixed += not is_whole(visible(output), *editions)
        check_between_and_after(output, editions, killed)
    assert mixed > WHILE_MOVING / 4  # they were indeed killed between two moves


def check_between_and_after(output: Path, editions: Editions, number: int) -> None:
    """Each file is whole for who reads it now; the set, after whoever comes next."""
    assert has_whole_files(visible(output), *editions)
    if number % 4 == 3:
        return  # the next one is the next build, which is killed as well
    settle(output)
    found = contents(output)
    assert is_whole(found, *editions)
    if found and number % PROVED == 0:
        assert verify(output).proved
