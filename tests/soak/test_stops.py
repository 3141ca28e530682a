"""Signals that end a build in order, at any moment: what is said is true, the status the shell's."""

import signal
import time
from pathlib import Path
from random import Random

import pytest

from exporter.report.starter import make_report
from tests.killed_builds import Edition, KilledBuild, contents, is_whole, two_editions

STOPS = 100
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LOADING = 0.3  # seconds, in which Python itself would end with a traceback of its own


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Edition]:
    folder = tmp_path_factory.mktemp("mini")
    list(make_report(folder / "mini"))
    return two_editions(folder / "mini", folder)


def test_stops_at_any_moment(editions: tuple[Edition, Edition], tmp_path: Path) -> None:
    random = Random(3)  # noqa: S311 - the same stops each time
    output = tmp_path / "output"
    start = time.monotonic()
    KilledBuild(editions[0], output).end(0)
    longest = time.monotonic() - start
    outcomes = set()
    for count in range(STOPS):
        before = contents(output)
        another = editions[before == editions[0].files]
        building = KilledBuild(another, output, rename=0.03 * (count % 2))
        time.sleep(LOADING + random.random() * longest)
        number = SIGNALS[count % 3]
        status, said = building.end(number)
        after = contents(output)
        assert status in {0, 128 + number, -number}
        assert "Traceback" not in said
        assert "Exception ignored" not in said
        assert is_whole(after, *editions)  # with nothing left over
        if status == 128 + number:
            assert said.count("stopped; ") == 1
            assert ("no file was changed" in said) == (after == before)
        outcomes.add((status == 0, after == before))
    assert {(False, True), (True, False)} <= outcomes
