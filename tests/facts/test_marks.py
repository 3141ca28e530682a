"""Decimal commas, dates and separators of spreadsheets in CSV, column by column."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from exporter.facts.where import parse_where
from tests.facts.test_encodings import rows_in

pytestmark = pytest.mark.usefixtures("unconfined")

NAMES = ("id", "entity", "metric", "value", "unit", "period", "source", "quote")


def csv_file(folder: Path, rows: Sequence[dict[str, str]], separator: str, first: str = "") -> None:
    lines = [separator.join(NAMES)]
    for place, row in enumerate(rows):
        cells = {"id": f"f{place}", "entity": "E", "metric": "M", "source": "s", "quote": "q"} | row
        lines.append(separator.join(f'"{cells.get(name, "")}"' for name in NAMES))
    (folder / "facts.csv").write_text(first + "\n".join(lines) + "\n", "utf-8-sig")


def read(folder: Path, column: str, values: Sequence[str], separator: str = ";", **said: str) -> tuple[list[str], list[str]]:  # fmt: skip
    csv_file(folder, [{column: value} for value in values], separator)
    rows, problems = rows_in(folder, parse_where({"file": "facts.csv", **said}))
    return [row[column] for row in rows], problems


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        (["6,5"], ["6.5"]),
        (["-3,5", "19"], ["-3.5", "19"]),
        (["−3,5"], ["-3.5"]),
        (["1.234,5"], ["1234.5"]),
        (["1.234", "6,5"], ["1234", "6.5"]),
        (["6,5", "1.234"], ["6.5", "1234"]),
        (["1.234.567"], ["1234567"]),
        (["1.234.567", "12,500"], ["1234567", "12.500"]),
        (["1\u00a0234,5", "1\u202f234,5", "1 234,5", "1'234,5"], ["1234.5"] * 4),
        (["0,125"], ["0.125"]),
        (["+0,5000"], ["+0.5000"]),
        (["6.5"], ["6.5"]),
        (["1.234", "6.5"], ["1.234", "6.5"]),
        (["1,234.5", "12,500"], ["1234.5", "12500"]),
        (["12,34,567"], ["1234567"]),
        (["100000000", "1e8"], ["100000000", "1e8"]),
        (["a text, 6,5", "6,5"], ["a text, 6,5", "6.5"]),
    ],
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_column_shows_its_decimal_mark(
    tmp_path: Path, values: list[str], numbers: list[str], separator: str
) -> None:
    assert read(tmp_path, "value", values, separator) == (numbers, [])


@pytest.mark.parametrize("value", ["1.234", "12.500", "-1.234", "999.999", "+1.000", "1.230"])
def test_a_point_alone_is_in_doubt_beside_semicolons(tmp_path: Path, value: str) -> None:
    rows, (problem,) = read(tmp_path, "value", [value])
    assert rows == []
    comma = value.replace(".", "")
    assert problem == (
        f"facts.csv: row 2, fact f0: `value` {value} is {comma} with decimal commas, and {value} "
        f"with decimal points, and no value of the column shows which; write {comma} or {value} "
        'without doubt, or say `decimal: ","` or `decimal: "."` beside `file:` in report.yaml'
    )
    assert read(tmp_path, "value", [value], ",") == ([value], [])
    assert read(tmp_path, "value", [value], decimal=".") == ([value], [])
    assert read(tmp_path, "value", [value], decimal=",") == ([comma], [])


@pytest.mark.parametrize("value", ["1,234", "12,500", "-1,234", "999,999", "+1,000", "1,230"])
def test_a_comma_alone_is_in_doubt_everywhere(tmp_path: Path, value: str) -> None:
    for separator in ",;":
        rows, (problem,) = read(tmp_path, "value", [value], separator)
        assert rows == []
        assert f"`value` {value} is {value.replace(',', '.')} with decimal commas, and " in problem
        whole = value.replace(",", "")
        assert read(tmp_path, "value", [value], separator, decimal=".") == ([whole], [])
        decimals = value.replace(",", ".")
        assert read(tmp_path, "value", [value], separator, decimal=",") == ([decimals], [])


@pytest.mark.parametrize("values", [["6,5", "7.25"], ["7.25", "6,5"], ["1.234,5", "7.25"], ["7.25", "0,5", "0,5"], ["1,234.5", "6,5"], ["7.25", "1.234.567"]])  # fmt: skip
def test_two_marks_in_one_column_are_refused(tmp_path: Path, values: list[str]) -> None:
    _, problems = read(tmp_path, "value", values)
    assert problems
    for problem in problems:
        assert "has a decimal comma or parts thousands, and row " in problem
        assert "of the column has a decimal point (" in problem
        assert problem.endswith("; write all of the column in one way")


@pytest.mark.parametrize(
    ("decimal", "value", "wrong", "right"),
    [
        (",", "6.5", "has a decimal point, and a comma begins decimals here", "write 6,5"),
        (",", "1,234.5", "has a decimal point, and a comma begins decimals here", "write 1234,5"),
        (".", "6,5", "has a decimal comma, and a point begins decimals here", "write 6.5"),
        (".", "1.234,5", "has a decimal comma, and a point begins decimals here", "write 1234.5"),
        (".", "0,125", "has a decimal comma, and a point begins decimals here", "write 0.125"),
        (".", "1.234.567", "has a decimal comma, and a point begins decimals here", "write 1234567"),
    ],
)  # fmt: skip
def test_what_is_said_of_decimals_must_hold(
    tmp_path: Path, decimal: str, value: str, wrong: str, right: str
) -> None:
    rows, problems = read(tmp_path, "value", [value, "7"], decimal=decimal)
    assert rows == ["7"]
    assert problems == [f"facts.csv: row 2, fact f0: `value` {value} {wrong}; {right}"]


def test_each_column_has_its_own_mark(tmp_path: Path) -> None:
    names = "id;entity;metric;value.from;value.to;source;quote\n"
    (tmp_path / "facts.csv").write_text(names + "a;E;M;20,5;1.234;s;q\nb;E;M;0,5;21.5;s;q\n")
    rows, problems = rows_in(tmp_path)
    assert ([(row["value.from"], row["value.to"]) for row in rows], problems) == (
        [("20.5", "1.234"), ("0.5", "21.5")],
        [],
    )


def test_a_text_stays_as_it_is(tmp_path: Path) -> None:
    csv_file(tmp_path, [{"value": "6,5", "unit": "text"}, {"value": "7,5", "unit": "%"}], ";")
    assert [row["value"] for row in rows_in(tmp_path)[0]] == ["6,5", "7.5"]


@pytest.mark.parametrize("decimal", ["", "point", ";", 1, None, ",."])
def test_decimal_marks_that_are_none(decimal: object) -> None:
    with pytest.raises(ValueError, match="has the decimal mark"):
        parse_where({"file": "facts.csv", "decimal": decimal})


@pytest.mark.parametrize(
    ("values", "days"),
    [
        (["31.12.2025"], ["2025-12-31"]),
        (["31.12.2025", "03.04.2025"], ["2025-12-31", "2025-04-03"]),
        (["03.04.2025", "31.12.2025"], ["2025-04-03", "2025-12-31"]),
        (["12/31/2025", "3/4/2025"], ["2025-12-31", "2025-03-04"]),
        (["31/12/2025", "3/4/2025"], ["2025-12-31", "2025-04-03"]),
        (["31-12-2025", "03-04-2025"], ["2025-12-31", "2025-04-03"]),
        (["03.03.2025"], ["2025-03-03"]),
        (["2025/12/31", "2025.3.4", "2025-3-4"], ["2025-12-31", "2025-03-04", "2025-03-04"]),
        (["31.12.2025 00:00", "2025-12-31 00:00:00"], ["2025-12-31", "2025-12-31"]),
        (["2025-12-31", "2025-Q3", "FY2025", "2025"], ["2025-12-31", "2025-Q3", "FY2025", "2025"]),
    ],
)
@pytest.mark.parametrize("column", ["period", "value"])
def test_a_column_shows_where_its_dates_begin(
    tmp_path: Path, column: str, values: list[str], days: list[str]
) -> None:
    assert read(tmp_path, column, values) == (days, [])


@pytest.mark.parametrize(
    ("value", "one", "other"),
    [
        ("03.04.2025", "2025-04-03", "2025-03-04"),
        ("3/4/2025", "2025-04-03", "2025-03-04"),
        ("12-11-2025", "2025-11-12", "2025-12-11"),
        ("01.02.2026", "2026-02-01", "2026-01-02"),
        ("1.12.2025", "2025-12-01", "2025-01-12"),
        ("10/09/2024", "2024-09-10", "2024-10-09"),
    ],
)
def test_a_date_that_may_be_two_is_refused(
    tmp_path: Path, value: str, one: str, other: str
) -> None:
    (problem,) = read(tmp_path, "period", [value])[1]
    assert problem == (
        f"facts.csv: row 2, fact f0: `period` {value} may be {one} or {other}, and no date of the "
        f"column shows which; write it as {one} or {other}"
    )
    both = [value, "31.12.2025", "12.31.2025"]
    rows, problems = read(tmp_path, "period", both)
    assert rows == ["2025-12-31", "2025-12-31"]
    (problem,) = problems
    assert problem == (
        f"facts.csv: row 2, fact f0: `period` {value} may be {one} or {other}, and row 3 (31.12.2025) of "
        f"the column begins with the day, row 4 (12.31.2025) with the month; write it as {one} or {other}"
    )


@pytest.mark.parametrize("value", ["31.02.2025", "2025-13-01", "00.01.2025", "32.12.2025", "31.12.25", "31.12.2025 10:30"])  # fmt: skip
def test_what_is_no_day_is_left_to_the_rules(tmp_path: Path, value: str) -> None:
    assert read(tmp_path, "period", [value]) == ([value], [])


@pytest.mark.parametrize(
    ("hint", "separator"),
    [
        ("sep=;\n", ";"),
        ("sep=,\n", ","),
        ("sep=\t\n", "\t"),
        ("SEP=|\r\n", "|"),
        ('"sep=;"\n', ";"),
        ("sep=;;;;;;;;\n", ";"),
        ("sep=^\n", "^"),
        ("sep=\n", ";"),
        ("sep = ;\n", ";"),
        ("Sep =;\n", ";"),
        (" sep=;\n", ";"),
        ("sep=;,,,\n", ";"),
        ("sep=;,,,\n", ","),
        ("sep=,;;;\n", ";"),
        ("sep = \t\n", "\t"),
    ],
)
def test_the_line_sep_names_the_separator(tmp_path: Path, hint: str, separator: str) -> None:
    csv_file(tmp_path, [{"value": "19"}, {"value": "6,5", "metric": "a;b,c"}], separator, hint)
    rows, problems = rows_in(tmp_path)
    assert problems == []
    assert [(row["line"], row["value"], row["metric.en"]) for row in rows] == [
        (3, "19", "M"),
        (4, "6.5", "a;b,c"),
    ]


def test_lines_may_end_as_on_old_macs(tmp_path: Path) -> None:
    content = "id;entity;metric;value;source;quote\ra;E;Größe;6,5;s;q\rb;E;M;7,5;s;q\r"
    (tmp_path / "facts.csv").write_bytes(content.encode("mac_roman"))
    where = parse_where({"file": "facts.csv", "encoding": "mac_roman"})
    rows, problems = rows_in(tmp_path, where)
    assert [(row["line"], row["metric.en"], row["value"]) for row in rows] == [
        (2, "Größe", "6.5"),
        (3, "M", "7.5"),
    ]
    assert problems == []


def test_marks_are_looked_for_in_the_whole_file(tmp_path: Path) -> None:
    values = ["1.234"] * 30_000 + ["6,5"]
    rows, problems = read(tmp_path, "value", values)
    assert (rows, problems) == (["1234"] * 30_000 + ["6.5"], [])


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("value", "1.{0}00", "`value` 1.100 is 1100 with decimal commas, and 1.100 with decimal points, and no value of the column shows which (in 8 rows: 2, 3, 4, 5, 6, …)"),
        ("period", "0{0}.02.2025", "`period` 01.02.2025 may be 2025-02-01 or 2025-01-02, and no date of the column shows which (in 7 rows: 2, 4, 5, 6, 7, …)"),
    ],
)  # fmt: skip
def test_what_a_whole_column_leaves_open_is_told_once(
    tmp_path: Path, column: str, cell: str, told: str
) -> None:
    import exporter
    from exporter.errors import ContentError

    names = ["id", "entity", "metric", "source", "quote", *dict.fromkeys(("value", column))]
    lines = [";".join(names)]
    for row in range(1, 9):
        cells = {"id": f"f{row}", "entity": "E", "metric": "M", "source": "s", "quote": "a quote", "value": "7", column: cell.format(row)}  # fmt: skip
        lines.append(";".join(cells[name] for name in names))
    path = tmp_path / "facts.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(ContentError) as error:
        exporter.read_facts(path)
    assert [problem.wrong for problem in error.value.problems] == [told]
