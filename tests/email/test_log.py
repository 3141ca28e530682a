"""The delivery log: what it says of a recipient, and what it survives."""

import json
import os
from io import FileIO
from pathlib import Path

import pytest

from exporter.email.log import NAME, Issue, Outcome, open_log
from exporter.errors import ContentError, SetupError
from tests.email.conftest import ISSUE

A = "a@b.example"


def write(folder: Path, *outcomes: str, recipient: str = A) -> None:
    with open_log(folder) as log:
        for outcome in outcomes:
            log.append(ISSUE, "<id@example.com>", recipient, Outcome(outcome), "250 ok")


def standing(folder: Path, recipient: str = A, issue: Issue = ISSUE) -> Outcome | None:
    with open_log(folder) as log:
        return log.standing(issue, recipient)


def test_a_line_tells_all_of_a_delivery(tmp_path: Path) -> None:
    write(tmp_path, "sending", "delivered")
    lines = [json.loads(line) for line in (tmp_path / NAME).read_text("utf-8").splitlines()]
    assert [line.pop("time")[-1] for line in lines] == ["Z", "Z"]
    assert lines[1] == {
        "report": "alibaba-ai",
        "edition": "2023-11-01",
        "lang": "en",
        "message_id": "<id@example.com>",
        "recipient": A,
        "outcome": "delivered",
        "reply": "250 ok",
    }


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([], None),
        (["sending"], "in doubt"),  # a crash came
        (["sending", "delivered"], "delivered"),
        (["sending", "refused"], None),  # the server's word at the end
        (["sending", "deferred"], None),
        (["refused"], None),
        (["sending", "in doubt"], "in doubt"),
        (["sending", "in doubt", "refused"], "in doubt"),  # the first may have arrived
        (["sending", "sending", "refused"], "in doubt"),
        (["sending", "in doubt", "sending", "delivered"], "delivered"),
        (["sending", "delivered", "sending"], "delivered"),
        (["sending", "delivered", "refused"], "delivered"),
    ],
)
def test_how_a_recipient_stands(outcomes: list[str], expected: str | None, tmp_path: Path) -> None:
    write(tmp_path, *outcomes)
    assert standing(tmp_path) == expected
    assert standing(tmp_path, A.upper()) == expected
    assert standing(tmp_path, "other@b.example") is None
    assert standing(tmp_path, issue=Issue("alibaba-ai", "2023-11-01", "zh")) is None


@pytest.mark.parametrize("kept", [1, 20, -2])
def test_a_torn_last_line_is_removed_and_told(kept: int, tmp_path: Path) -> None:
    write(tmp_path, "sending", "delivered", "sending", recipient="first@b.example")
    write(tmp_path, "sending")
    path = tmp_path / NAME
    *whole, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(whole) + last[:kept])
    with open_log(tmp_path) as log:
        assert "was removed" in log.repaired
        assert str(path) in log.repaired
        assert log.standing(ISSUE, A) is None
        assert log.standing(ISSUE, "first@b.example") is Outcome.DELIVERED
        log.append(ISSUE, "<id>", A, Outcome.DELIVERED)
    with open_log(tmp_path) as log:
        assert log.repaired == ""
        assert log.standing(ISSUE, A) is Outcome.DELIVERED


def test_a_last_line_without_its_end_counts(tmp_path: Path) -> None:
    write(tmp_path, "sending", "delivered")
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:-1])
    with open_log(tmp_path) as log:
        assert "was added" in log.repaired
        assert log.standing(ISSUE, A) is Outcome.DELIVERED
    assert path.read_bytes().endswith(b"}\n")


def test_zeros_that_a_power_cut_leaves(tmp_path: Path) -> None:
    write(tmp_path, "sending", "delivered")
    with (tmp_path / NAME).open("ab") as file:
        file.write(bytes(300))
    assert standing(tmp_path) is Outcome.DELIVERED


@pytest.mark.parametrize(
    "line",
    ["", "{}", "[]", "not JSON", '{"outcome": "eaten"}', "7", '{"time": 1, "outcome": "sending"}'],
)
def test_a_line_that_cannot_be_read_is_named(line: str, tmp_path: Path) -> None:
    write(tmp_path, "sending", "delivered")
    path = tmp_path / NAME
    path.write_text(f"{line}\n{path.read_text('utf-8')}{line}\n", "utf-8")
    with pytest.raises(ContentError) as caught, open_log(tmp_path):
        pass
    assert [problem.line for problem in caught.value.problems] == [1, 4]
    assert NAME in str(caught.value)


def test_nobody_else_sends_at_the_same_time(tmp_path: Path) -> None:
    with (
        open_log(tmp_path),
        pytest.raises(SetupError, match="is being sent already"),
        open_log(tmp_path),
    ):
        pass
    with open_log(tmp_path):
        pass


def test_a_folder_that_takes_no_log(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    with pytest.raises(SetupError, match="nothing more is sent without the log"):
        standing(tmp_path)


def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Half(FileIO):
        """Takes half of what is written, as a disk does that fills up."""

        def write(self, data: bytes) -> int:  # type: ignore[override]
            return super().write(data[: len(data) // 2])

    write(tmp_path, "sending", "delivered")
    with monkeypatch.context() as patched:
        patched.setattr("exporter.email.log.FileIO", Half)
        with pytest.raises(SetupError, match="cannot be written"):
            write(tmp_path, "sending", recipient="next@b.example")
    assert standing(tmp_path, "next@b.example") is None
    assert standing(tmp_path) is Outcome.DELIVERED


def test_each_line_is_on_the_disk_before_the_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []
    real = os.fsync

    def note(descriptor: int) -> None:
        sizes.append(os.fstat(descriptor).st_size)
        real(descriptor)

    with open_log(tmp_path) as log:
        monkeypatch.setattr(os, "fsync", note)
        for number in (1, 2):
            log.append(ISSUE, "<id>", A, Outcome.SENDING)
            assert len(sizes) == number
            assert sizes[-1] == (tmp_path / NAME).stat().st_size
