"""Rows are matched by their keys, and between these by likeness."""

from hypothesis import given
from hypothesis import strategies as st

from exporter.proof.xlsx.alignment import Alignment, align


def by_letters(laid: str, found: str) -> Alignment:
    """Align words; words are as alike as they share letters at one place."""
    one, other = laid.split(), found.split()
    return align(
        one, other, lambda m, n: sum(a == b for a, b in zip(one[m], other[n], strict=False))
    )


def test_what_is_the_same_is_paired() -> None:
    assert by_letters("aa bb cc", "aa bb cc") == Alignment(((0, 0), (1, 1), (2, 2)), (), (), ())


def test_a_deleted_row_is_missing_and_nothing_else() -> None:
    assert by_letters("aa bb cc", "aa cc") == Alignment(((0, 0), (2, 1)), (1,), (), ())


def test_an_added_row_is_extra_and_nothing_else() -> None:
    assert by_letters("aa bb", "aa xx bb") == Alignment(((0, 0), (1, 2)), (), (1,), ())


def test_a_row_that_is_there_twice_is_extra() -> None:
    assert by_letters("aa bb", "aa bb bb").extra == (2,)


def test_a_changed_row_is_paired_with_the_one_most_like_it() -> None:
    aligned = by_letters("aa bb cc dd", "aa bx dd")
    assert aligned.pairs == ((0, 0), (1, 1), (3, 2))
    assert aligned.missing == (2,)


def test_rows_with_nothing_in_common_are_not_paired() -> None:
    aligned = by_letters("aa bb cc", "aa xx cc")
    assert (aligned.missing, aligned.extra) == ((1,), (1,))


def test_moved_rows_are_paired_and_named() -> None:
    aligned = by_letters("aa bb cc dd", "bb cc dd aa")
    assert aligned == Alignment(((0, 3), (1, 0), (2, 1), (3, 2)), (), (), ((0, 3),))


@given(st.lists(st.sampled_from("abcdef")), st.lists(st.sampled_from("abcdef")))
def test_every_row_is_accounted_for_once(laid: list[str], found: list[str]) -> None:
    aligned = align(laid, found, lambda _m, _n: 0)
    rows = [row for row, _ in aligned.pairs] + list(aligned.missing)
    others = [other for _, other in aligned.pairs] + list(aligned.extra)
    assert sorted(rows) == list(range(len(laid)))
    assert sorted(others) == list(range(len(found)))
    assert all(laid[row] == found[other] for row, other in aligned.pairs)
    still = sorted(set(aligned.pairs) - set(aligned.moved))
    assert [other for _, other in still] == sorted(other for _, other in still)


@given(st.permutations(range(30)))
def test_no_more_rows_are_called_moved_than_need_be(order: list[int]) -> None:
    aligned = align(range(30), order, lambda _m, _n: 0)
    longest: list[int] = []
    for at, row in enumerate(order):
        longest.append(1 + max((longest[n] for n in range(at) if order[n] < row), default=0))
    assert len(aligned.moved) == 30 - max(longest)


def test_a_hundred_thousand_rows_in_reverse_take_no_time() -> None:
    rows = range(100_000)
    aligned = align(rows, rows[::-1], lambda _m, _n: 0)
    assert len(aligned.moved) == 99_999
