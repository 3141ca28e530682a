"""Work on several batches at a time."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from exporter.engine.threads import in_order, processors_shared_by
from tests.processors import have_processors


def test_results_come_in_the_order_of_the_items() -> None:
    def slow_when_even(n: int) -> int:
        time.sleep(0.002 * (n % 2 == 0))
        return n * n

    assert list(in_order(slow_when_even, range(40))) == [n * n for n in range(40)]
    assert list(in_order(str, [])) == []


def test_one_item_takes_no_thread() -> None:
    assert list(in_order(lambda _: threading.current_thread(), [1])) == [threading.main_thread()]


def test_what_asks_for_no_threads_has_none() -> None:
    used = set(in_order(lambda _: threading.current_thread(), range(9), threads=1))
    assert used == {threading.main_thread()}


def test_no_more_is_read_ahead_than_is_in_work(monkeypatch: pytest.MonkeyPatch) -> None:
    have_processors(monkeypatch, 2)
    read = []

    def items() -> "list[int]":
        for n in range(100):
            read.append(n)
            yield n

    results = in_order(str, items())
    assert next(results) == "0"
    assert len(read) <= 6
    results.close()
    assert len(read) <= 6


def test_an_error_ends_it() -> None:
    def fail_at_three(n: int) -> int:
        if n == 3:
            raise ValueError("three")
        return n

    with pytest.raises(ValueError, match="three"):
        list(in_order(fail_at_three, range(1000)))


def test_threads_that_share_the_processors_have_their_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    have_processors(monkeypatch, 2)

    def threads() -> "set[threading.Thread]":
        return set(in_order(lambda _: threading.current_thread(), range(9)))

    with processors_shared_by(2):
        assert threads() == {threading.main_thread()}
        with ThreadPoolExecutor(1) as pool:  # which has not said that it shares them
            assert threading.main_thread() not in pool.submit(threads).result()
    assert threading.main_thread() not in threads()
