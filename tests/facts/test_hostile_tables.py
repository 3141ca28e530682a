"""Tables that are small on the disk and endless in memory: one sentence, in little time."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from exporter.evidence.source_files import refuse_many_clauses
from exporter.facts.read import read_written
from exporter.inputs.opened import InputError, Inputs
from exporter.limits import READING, ReadingLimits

NAMES = ("id", "entity", "metric", "value", "source", "quote")


def wrong(report: Path, name: str, limits: ReadingLimits = READING) -> list[str]:
    inputs = Inputs.of(report, limits=limits)
    return [problem.wrong for _, some in read_written(report, name, inputs) for problem in some]


def test_one_long_text_in_every_row(tmp_path: Path) -> None:
    rows = 100_000
    text = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), pa.array(["x" * 10**6]))
    columns = {name: ["a"] * rows for name in NAMES[:-1]}
    pq.write_table(
        pa.table({**columns, "quote": text}), tmp_path / "facts.parquet", compression="zstd"
    )
    assert (tmp_path / "facts.parquet").stat().st_size < 10_000
    assert wrong(tmp_path, "facts.parquet") == [
        "it is damaged, or a few of its rows fill the memory"
    ]


def test_blank_rows_are_rows(tmp_path: Path) -> None:
    nothing = pa.table({name: pa.nulls(30_000, pa.string()) for name in NAMES})
    pq.write_table(nothing, tmp_path / "facts.parquet")
    (tmp_path / "facts.csv").write_text(",".join(NAMES) + "\n" * 30_000)
    (tmp_path / "more.csv").write_text(",".join(NAMES) + "\n,,,,," * 30_000)
    for name in ("facts.parquet", "facts.csv", "more.csv"):
        assert wrong(tmp_path, name, ReadingLimits(rows=20_000)) == [
            "there are more than 20,000 rows"
        ]


def test_ragged_rows_are_told_to_a_point(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(",".join(NAMES) + "\na" * 50_000)
    said = wrong(tmp_path, "facts.csv")
    assert said[0] == "the row has 1 values, and there are 6 columns"
    assert len(said) == 1_001


def test_a_table_has_so_many_columns(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(",".join(f"c{n}" for n in range(1_001)))
    assert wrong(tmp_path, "facts.csv") == ["there are 1,001 columns"]


@pytest.mark.parametrize("digits", [32_767, 32_768, 1_000_000])
def test_a_number_has_so_many_digits(mini_report: Path, digits: int) -> None:
    from exporter import check

    path = mini_report / "facts" / "example-motors.yaml"
    path.write_text(
        path.read_text("utf-8").replace("value: 12500", f"value: {'1' * digits}"), "utf-8"
    )
    assert any(
        "has more than 15 digits" in problem.wrong for problem in check(mini_report).problems
    )


def test_a_text_has_so_many_clauses(mini_report: Path) -> None:
    from exporter import check

    path = mini_report / "sources" / "text" / "press-note.txt"
    path.write_text(path.read_text("utf-8") + "a. " * 200_000, "utf-8")
    assert any(
        "more than 200,000 clauses" in problem.wrong for problem in check(mini_report).problems
    )


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("one, two; three. four: five! six", "more than 5 clauses"),
        ("一，二；三。四：五！六", "more than 5 clauses"),
        ("one\ntwo\n\nthree\nfour\nfive\nsix", "more than 5 clauses"),
        ("one two three four five", "more than 20 characters in one clause"),
        ("长" * 21, "more than 20 characters in one clause"),
        (f"one, {' ' * 25}, two", "more than 20 characters in one clause"),
        ("1,000,000,000,000,000,000", "more than 20 characters in one clause"),
    ],
)
def test_a_text_of_too_many_clauses_or_of_a_long_one(text: str, wrong: str) -> None:
    few = ReadingLimits(clauses=5, clause_length=20)
    with pytest.raises(InputError, match=wrong):
        refuse_many_clauses(text, few)
    refuse_many_clauses("one, two three; four. five: six seven", few)
