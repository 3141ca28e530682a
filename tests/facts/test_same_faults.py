"""The same fault of many rows is told once, with how many there are."""

from exporter.errors import Problem
from exporter.facts.same_faults import FirstFaults, told_once


def at(row: int, wrong: str = "`unit` is wrong", file: str = "facts.csv") -> Problem:
    return Problem(file, row, f"f{row}", wrong, "mend it")


def test_the_rows_of_one_fault_are_counted() -> None:
    told = told_once([at(4), at(3, "another"), *(at(row) for row in range(5, 2_005)), at(2)])
    assert list(map(str, told)) == [
        "facts.csv: row 2, fact f2: `unit` is wrong (in 2,002 rows: 2, 4, 5, 6, 7, …); mend it",
        "facts.csv: row 3, fact f3: another; mend it",
    ]


def test_other_files_and_yaml_stay_apart() -> None:
    apart = [at(2), at(2, file="more.csv"), at(2, file="a.yaml"), at(3, file="a.yaml"), at(0)]
    assert told_once(apart) == apart
    assert told_once([at(2), at(2)]) == [at(2)]


def test_no_more_than_so_many_that_differ_go_through() -> None:
    first = FirstFaults(3)
    same = first.take(at(row) for row in range(2, 5_002))
    assert len(same) == 5_000
    differing = first.take(at(row, f"wrong {row}") for row in range(2, 100))
    assert list(map(str, differing)) == [
        "facts.csv: row 2, fact f2: wrong 2; mend it",
        "facts.csv: row 3, fact f3: wrong 3; mend it",
        "facts.csv: row 4: there are more than 3 problems; mend those that are told, then check again",
    ]
    assert first.is_full
    assert first.take([at(2)]) == []


def test_rows_are_not_counted_without_end() -> None:
    first = FirstFaults()
    through = first.take(at(2 + row) for row in range(60_000))
    assert len(through) == 50_001
    assert through[-1].wrong == "there are more than 50,000 problems"
