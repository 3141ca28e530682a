"""What is worked out once for each text, until it is forgotten."""

from pathlib import Path

from exporter.batch.job import Job, State, do
from exporter.engine.memo import forget, memoized


class Lengths:
    """The length of a text, memoized; and what it was worked out for."""

    def __init__(self) -> None:
        self.worked_out: list[str] = []
        self.of = memoized(2)(self._of)

    def _of(self, text: str) -> int:
        self.worked_out.append(text)
        return len(text)


def test_a_result_is_worked_out_once_and_at_most_so_many_are_kept() -> None:
    lengths = Lengths()
    assert [lengths.of(text) for text in ("a", "a", "bb", "a", "ccc", "bb")] == [1, 1, 2, 1, 3, 2]
    assert lengths.worked_out == ["a", "bb", "ccc", "bb"]


def test_what_is_forgotten_is_worked_out_again() -> None:
    lengths = Lengths()
    lengths.of("a")
    forget()
    assert lengths.of("a") == 1
    assert lengths.worked_out == ["a", "a"]


def test_a_process_that_builds_many_sets_forgets_what_it_read(tmp_path: Path) -> None:
    lengths = Lengths()
    lengths.of("a")
    missing = Job(str(tmp_path / "report"), str(tmp_path / "output"))
    for _ in range(8):
        assert do(missing).state is State.FAILED
    lengths.of("a")
    assert lengths.worked_out == ["a", "a"]
