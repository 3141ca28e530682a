"""A crash in the middle of fifty recipients, then the same again: each gets it once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.email.log import Outcome
from tests.email.conftest import Desk
from tests.email.mail_server import Postbox
from tests.email.sender import EVERYBODY

ROOT = Path(__file__).parents[2]


def command(desk: Desk, point: str, line: int) -> list[str]:
    arguments = str(desk.folder), str(desk.server.port), point, str(line)
    return [sys.executable, "-m", "tests.email.sender", *arguments]


def crash(desk: Desk, point: str, line: int) -> None:
    done = subprocess.run(
        command(desk, point, line), cwd=ROOT, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


# Two lines of the log a recipient: 2k + 1 says `sending`, 2k + 2 `delivered`.
@pytest.mark.parametrize(
    ("point", "line", "in_doubt", "arrived"),
    [
        ("before", 1, False, 0),  # within the first message
        ("before", 2 * 20 + 1, False, 20),  # within the 21st, before its end
        ("torn", 2 * 20 + 1, False, 20),  # while saying that its end is about to go out
        ("after", 2 * 20 + 1, True, 20),  # directly before its end goes out: nobody can know
        ("before", 2 * 20 + 2, True, 21),  # when it has been taken, and nothing says so yet
        ("torn", 2 * 20 + 2, True, 21),
        ("after", 2 * 20 + 2, False, 21),  # between two recipients
        ("after", 2 * 49 + 2, False, 50),  # when all is done
    ],
)
def test_each_gets_it_once(
    point: str, line: int, in_doubt: bool, arrived: int, desk: Desk, postbox: Postbox
) -> None:
    crash(desk, point, line)
    assert len(postbox.received) == arrived
    sent = desk.send(*EVERYBODY)
    assert bool(desk.repaired) is (point == "torn")
    doubtful = [one.recipient for one in sent if one.outcome is Outcome.IN_DOUBT]
    assert doubtful == ([EVERYBODY[(line - 1) // 2]] if in_doubt else [])
    assert {one.outcome for one in sent if one.recipient not in doubtful} == {Outcome.DELIVERED}
    assert max(postbox.count.values()) == 1
    assert set(EVERYBODY) - set(postbox.count) <= set(doubtful)
    before = len(postbox.received)
    desk.send(*EVERYBODY)
    assert len(postbox.received) == before


def test_killed_again_and_again(desk: Desk, postbox: Postbox) -> None:
    for line in (7, 12, 3, 18):
        crash(desk, "after", line)
    sent = desk.send(*EVERYBODY)
    assert max(postbox.count.values()) == 1
    doubtful = {one.recipient for one in sent if one.outcome is Outcome.IN_DOUBT}
    assert doubtful == set(EVERYBODY) - set(postbox.count)
    assert len(doubtful) == 2  # lines 7 and 3 say `sending`


def test_killed_by_the_hand_of_the_server_while_it_waits_for_the_answer(
    desk: Desk, postbox: Postbox
) -> None:
    """The message is taken, and the sender is no more when the answer comes."""
    with subprocess.Popen(command(desk, "never", 0), cwd=ROOT) as sender:
        postbox.on_data = lambda recipient: (
            os.kill(sender.pid, signal.SIGKILL) if recipient == EVERYBODY[30] else None
        )
        assert sender.wait(120) == -signal.SIGKILL
    assert len(postbox.received) == 31
    sent = desk.send(*EVERYBODY)
    assert [one.recipient for one in sent if one.problem] == [EVERYBODY[30]]
    assert postbox.count == dict.fromkeys(EVERYBODY, 1)
