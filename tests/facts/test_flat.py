"""Tables of facts: values of every type, and what is wrong with a table, said in one sentence."""

import codecs
import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from exporter.errors import Problem, UsageError
from exporter.facts.fact_set import BATCH_ROWS
from exporter.facts.read import read_written, written_from
from exporter.facts.table import WRITTEN
from tests.facts.forms import write_csv, write_xlsx
from tests.facts.parsed import parse_facts

pytestmark = pytest.mark.usefixtures("unconfined")

ROW = {"id": "a", "entity": "E", "metric": "M", "value": "1", "source": "s", "quote": "a quote"}


def found(data: object) -> tuple[pa.Table, list[str]]:
    tables, problems = [WRITTEN.empty_table()], []
    for table, wrong in written_from(data, "DataFrame"):
        assert table.schema == WRITTEN
        assert table.num_rows <= BATCH_ROWS
        tables.append(table)
        problems += [str(problem) for problem in wrong]
    return pa.concat_tables(tables), problems


def one(data: object, column: str) -> Any:
    """What the only fact of `data` has in a column of WRITTEN."""
    table, problems = found(data)
    assert (problems, table.num_rows) == ([], 1)
    return table[column][0].as_py()


def a_row(**fields: Any) -> pa.Table:
    """A table with one fact; fields may be Arrow arrays of one value, too."""
    columns = {**ROW, **fields}
    arrays = [v if isinstance(v, pa.Array) else pa.array([v]) for v in columns.values()]
    return pa.table(arrays, names=[name.replace("__", ".") for name in columns])


def csv_file(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "facts.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


HEADER = "id,entity,metric,value,source,quote\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (pa.array([17], pa.int8()), "17"),
        (pa.array([100_000_000], pa.uint64()), "100000000"),
        (pa.array([17.0]), "17"),
        (pa.array([18.5]), "18.5"),
        (pa.array([0.1], pa.float32()), "0.1"),
        (pa.array([0.5], pa.float16()), "0.5"),
        (pa.array([Decimal("1.50")]), "1.50"),
        (pa.array([Decimal(17)], pa.decimal256(50, 0)), "17"),
        (pa.array([dt.date(2023, 10, 31)]), "2023-10-31"),
        (pa.array([dt.date(2023, 10, 31)], pa.date64()), "2023-10-31"),
        (pa.array([dt.datetime(2023, 10, 31)]), "2023-10-31"),
        (
            pa.array([dt.datetime(2023, 10, 30, 16)], pa.timestamp("s", "Asia/Shanghai")),
            "2023-10-31",
        ),
        (pa.array(["很多"], pa.large_string()), "很多"),
        (pa.array(["很多"], pa.string_view()), "很多"),
        (pa.array(["很多"]).dictionary_encode(), "很多"),
        (pa.array([17]).dictionary_encode(), "17"),
        (pa.array([" a "]), "a"),
    ],
)
def test_typed_columns_become_what_a_person_writes(value: pa.Array, text: str) -> None:
    assert one(a_row(value=value), "value") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (17, "17"), (17.0, "17"), (1e20, "1e+20"), (Decimal("1.50"), "1.50"), ("x", "x"),
        (dt.date(2023, 10, 31), "2023-10-31"), (dt.datetime(2023, 10, 31), "2023-10-31"),
    ],
)  # fmt: skip
def test_a_column_of_pandas_may_mix_types(value: object, text: str) -> None:
    import pandas as pd

    frame = pd.DataFrame({**{name: [v, v] for name, v in ROW.items()}, "id": ["a", "b"]})
    frame["value"] = pd.Series([value, "words"], dtype=object)
    assert found(frame)[0]["value"].to_pylist() == [text, "words"]


@pytest.mark.parametrize("value", [None, float("nan"), "NaT", "NA", "", "   ", "\u3000"])
def test_what_is_blank_is_missing(value: object) -> None:
    import pandas as pd

    blank = {"NaT": pd.NaT, "NA": pd.NA}.get(str(value), value)
    frame = pd.DataFrame({name: [v] for name, v in ROW.items()})
    frame["unit"] = pd.Series([blank], dtype=object)
    assert one(frame, "unit") is None


@pytest.mark.parametrize("value", [pa.array([2023]), pa.array([2023.0]), pa.array(["2023"])])
def test_a_year_may_be_a_number(value: pa.Array) -> None:
    assert one(a_row(period=value), "period") == "2023"


def test_one_column_may_serve_both_languages() -> None:
    rows = [a_row(metric="M"), a_row(metric=pa.array([{"en": "M", "zh": "指"}]))]
    assert [one(row, "metric.zh") for row in rows] == ["M", "指"]
    pair = a_row(metric__en="M", metric__zh="指").drop(["metric"])
    assert (one(pair, "metric.en"), one(pair, "metric.zh")) == ("M", "指")


def test_names_of_columns_are_read_kindly() -> None:
    table = a_row()
    assert (
        one(table.rename_columns([f" {name.upper()} " for name in table.column_names]), "id") == "a"
    )


# (the fields that differ, what the messages say)
WRONG = [
    ({"qoute": "x"}, ["DataFrame: `qoute` is not a known column; did you mean `quote`?"]),
    ({"value": pa.array([True])}, ["DataFrame: the column `value` holds true or false; cast it to numbers, dates or text"]),
    ({"value": pa.array([[1]])}, ["DataFrame: the column `value` holds values of the type list<item: int64>; cast it to numbers, dates or text"]),
    ({"value": pa.array([b"1"])}, ["DataFrame: the column `value` holds values of the type binary; cast it to numbers, dates or text"]),
    ({"value": pa.array([dt.datetime(2023, 10, 31, 9, 30)])}, ["DataFrame: row 1, fact a: `value` is a time, 2023-10-31 09:30:00; write the day, such as 2023-10-31, without a time"]),
    ({"value__en": "x", "value__zh": "x"}, ["DataFrame: row 1, fact a: `value` and `value.en` or `value.zh` are both given; keep one"]),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "messages"), WRONG)
def test_what_is_wrong_is_said_once(fields: dict[str, Any], messages: list[str]) -> None:
    table, problems = found(a_row(**fields))
    assert problems == messages
    assert parse_facts(table)[1] == []  # and has no followers


@pytest.mark.parametrize(
    ("names", "messages"),
    [
        ("id,entity,metric,value,source", ["the column `quote` is missing; add it"]),
        ("id,entity,metric,value,source,qoute", ["`qoute` is not a known column; did you mean `quote`?"]),
        ("id,entity,value,source,quote", ["the column `metric` is missing; add it, or `metric.en` and `metric.zh`"]),
        ("id,entity,metric,value,source,quote,Quote ", ["there are 2 columns `quote`; keep one"]),
        ("id,entity,metric,source,quote", ["the column `value` is missing; add it, or `value.en` and `value.zh`"]),
        ("a,b", ["`a` and `b` are not known columns"]),
    ],
)  # fmt: skip
def test_wrong_columns_are_said_once_for_a_file(
    tmp_path: Path, names: str, messages: list[str]
) -> None:
    path = csv_file(tmp_path, f"{names}\n" + (",".join("x" * (names.count(",") + 1)) + "\n") * 20)
    problems = found(path)[1]
    assert problems[0].startswith(f"{path}: row 1: {messages[0]}")
    assert len(problems) == 1 or names == "a,b"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (True, "`value` is true or false; write a number, a date or a text"),
        (dt.time(9, 30), "`value` is a time of day, 09:30:00; write a number with a unit, such as hours, or a day"),
        (dt.datetime(2023, 10, 31, 9), "`value` is a time, 2023-10-31 09:00:00; write the day, such as 2023-10-31, without a time"),
    ],
)  # fmt: skip
def test_cells_of_a_workbook_that_are_no_values(
    tmp_path: Path, value: object, message: str
) -> None:
    import openpyxl

    path = tmp_path / "facts.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    for row in ([], list(ROW), [], list((ROW | {"value": value}).values())):
        sheet.append(row)
    book.save(path)
    assert found(path)[1] == [f"{path}: row 4, fact a: {message}"]


def test_a_lone_surrogate_of_pandas_is_told() -> None:
    import pandas as pd

    frame = pd.DataFrame({name: [v] for name, v in ROW.items()})
    frame["quote"] = pd.Series(["half \ud800"], dtype=object)
    assert found(frame)[1] == [
        "DataFrame: row 1, fact a: `quote` holds a lone surrogate (half a character); write the whole character"
    ]


def test_rows_count_as_a_person_sees_them(tmp_path: Path) -> None:
    text = (
        "\n\n"
        + HEADER
        + '\na,E,M,1,s,"two\r\nlines"\n,,,,,\nb,E,M,1,s,q,more\nc,E,M,x,s\n"d",E,M,1,s,q'
    )
    table, problems = found(csv_file(tmp_path, text))
    assert table.select(["id", "line", "quote"]).to_pylist() == [
        {"id": "a", "line": 5, "quote": "two\nlines"},
        {"id": "d", "line": 9, "quote": "q"},
    ]
    right = "write one value a column, and put texts with separators in quotation marks"
    assert problems == [
        f"{tmp_path}/facts.csv: row 7: the row has 7 values, and there are 6 columns; {right}",
        f"{tmp_path}/facts.csv: row 8: the row has 5 values, and there are 6 columns; {right}",
    ]


def test_rows_count_on_over_blocks(tmp_path: Path) -> None:
    rows = [f'r{row},E,M,1,s,"quote\n{"x" * 700}"' for row in range(2, 20_002)]
    rows[9_000] = "short,row"
    table, problems = found(csv_file(tmp_path, HEADER + "\n".join(rows)))
    assert table["id"].to_pylist() == [f"r{line}" for line in table["line"].to_pylist()]
    assert (table.num_rows, len(problems)) == (19_999, 1)
    assert ": row 9002: the row has 2 values" in problems[0]


def test_quotation_marks_doubled_and_never_closed(tmp_path: Path) -> None:
    assert one(csv_file(tmp_path, HEADER + 'a,E,M,1,s,"say ""yes"""\n'), "quote") == 'say "yes"'
    open_end = csv_file(tmp_path, HEADER + 'a,E,M,1,s,"open\n' + "b,E,M,1,s,q\n" * 400_000)
    (problem,) = found(open_end)[1]
    assert "a quotation mark after row " in problem
    assert "is opened, and not closed within 1 MB; close it" in problem


@pytest.mark.parametrize(
    "cells",
    [
        r'a,E,"M \"x\"",1,s,q',
        r'a,E,"\"x\"",1,s,q',
        r'a,E,"12\" disc",1,s,q',
        r'a,E,"M \"x\" and \"y\" too",1,s,q',
        r"a,E,M \"x\",1,s,q",
        r"a,E,12\" disc,1,s,q",
        r'a,E,M,1,s,"He said \"no\""',
        r'a,E,M,1,s,"He said \"no\", and left"',
    ],
)
def test_quotation_marks_behind_a_backslash_are_told(tmp_path: Path, cells: str) -> None:
    table, problems = found(csv_file(tmp_path, f"{HEADER}{cells}\nb,E,M,1,s,q\n"))
    assert table["id"].to_pylist()[-1] == "b"
    assert len(problems) == 1
    assert ": row 2" in problems[0]
    assert 'write a quotation mark inside a text as "", not as \\"' in problems[0]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (r'"C:\x\"', "C:\\x\\"),
        (r'"C:\x ""y"""', 'C:\\x "y"'),
        ('"say ""yes"""', 'say "yes"'),
        ('12"', '12"'),
        (r"a\b", r"a\b"),
        (r'"C:\""a"" b"', r'C:\"a" b'),
    ],
)
def test_a_backslash_is_a_character_like_others(tmp_path: Path, cell: str, text: str) -> None:
    assert one(csv_file(tmp_path, f"{HEADER}a,E,M,1,s,{cell}\n"), "quote") == text


@pytest.mark.parametrize(
    ("above", "row"),
    [
        ("Facts of Alpha\n", 2),
        ("Facts of Alpha,,,,,\n,,,,,\n", 3),
        ('"Facts, as of 2025"\n\n', 3),
        ("Alpha;Desk\n", 2),
        ("Title\nas of 2025\nin EUR\n", 4),
        ("sep=,\nTitle\n", 3),
    ],
)
def test_a_title_above_the_names_is_told(tmp_path: Path, above: str, row: int) -> None:
    path = csv_file(tmp_path, f"{above}{HEADER}a,E,M,1,s,q\n")
    wrong = f"the names of the columns stand in row {row}, and something else above them"
    assert found(path)[1] == [f"{path}: {wrong}; delete the rows above the names"]


@pytest.mark.parametrize(
    "text",
    [
        "id，entity，metric，value，source，quote\na，E，M，1，s，a quote\n",
        "sep=,\nid;entity;metric;value;source;quote\na;E;M;1;s;a quote\n",
        "id~entity~metric~value~source~quote\na~E~M~1~s~a quote\n",
        "id entity metric value source quote\na E M 1 s q\n",
    ],
)
def test_names_that_nothing_parts_are_told_once(tmp_path: Path, text: str) -> None:
    (problem,) = found(csv_file(tmp_path, text))[1]
    names = next(line for line in text.split("\n") if line.startswith("id"))
    assert f"the names of the columns stand in one column: `{names}`; part them" in problem


@pytest.mark.parametrize("again", [HEADER, f"\ufeff{HEADER}", HEADER.upper()])
def test_names_that_stand_once_more_are_told(tmp_path: Path, again: str) -> None:
    path = csv_file(tmp_path, f"{HEADER}a,E,M,1,s,q\n{again}b,E,M,1,s,q\n")
    table, problems = found(path)
    wrong = "the names of the columns stand here once more; delete the row"
    assert [problem.split(": ", 2)[-1] for problem in problems] == [wrong]
    assert table["id"].to_pylist() == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file holds no facts; begin with a line of column names"),
        (b"\n , ,\n", "the file holds no facts; begin with a line of column names"),
        (HEADER.encode() + "a,E,Mé,1,s,“q”\n".encode() + b"b,E,M\xe9,1,s,q\n", "byte 62 (0xE9) is not UTF-8, which the rest is; save the file as UTF-8"),
        (codecs.BOM_UTF8 + b"id\xff", "byte 6 (0xFF) is not UTF-8; save the file as UTF-8"),
        ("id".encode("utf-16") + b"\x00", "byte 7 (0x00) is not UTF-16; save the file as UTF-8"),
    ],
)  # fmt: skip
def test_files_that_are_no_csv(tmp_path: Path, content: bytes, message: str) -> None:
    path = csv_file(tmp_path, content)
    assert found(path)[1] == [f"{path}: {message}"]


def test_a_character_may_stand_across_two_blocks(tmp_path: Path) -> None:
    for pad in range(4):
        quotes = ["x" * pad + "指标营业收入增长率用户数量 " * 15_000 + "指标"] * 5
        rows = "".join(f"r{number},E,M,1,s,{quote}\n" for number, quote in enumerate(quotes))
        table, problems = found(csv_file(tmp_path, (HEADER + rows).encode("gb18030")))
        assert (table["quote"].to_pylist(), problems) == (quotes, [])


def test_a_value_without_a_column_name_is_told(tmp_path: Path) -> None:
    path = csv_file(tmp_path, HEADER.strip() + ",\na,E,M,1,s,q,\nb,E,M,1,s,q,note\n")
    table, problems = found(path)
    assert table["id"].to_pylist() == ["a"]
    assert problems == [
        f"{path}: row 3, fact b: there is a value in column 7, which has no name; name the column, or empty it"
    ]


@pytest.mark.parametrize("name", ["facts.xlsx", "facts.parquet"])
def test_files_that_are_not_what_their_name_says(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"nothing of the kind")
    (problem,) = found(path)[1]
    assert problem.startswith(f"{path}: this is no ")


def test_the_sheet_called_facts_is_read(tmp_path: Path) -> None:
    import openpyxl

    path = tmp_path / "facts.xlsx"
    write_xlsx(a_row(), path)
    book = openpyxl.load_workbook(path)
    book.create_sheet("Notes", 0).append(["something else"])
    book.save(path)
    assert one(path, "id") == "a"


def test_excel_s_own_digits(tmp_path: Path) -> None:
    write_xlsx(a_row(value=str(0.1 + 0.2)), tmp_path / "facts.xlsx")
    assert one(tmp_path / "facts.xlsx", "value") == "0.3"


def test_folders_of_parquet_name_file_and_row(tmp_path: Path) -> None:
    for part in ("1", "2"):
        folder = tmp_path / "facts.parquet" / f"entity=Line%20{part}"
        folder.mkdir(parents=True)
        pq.write_table(a_row(id=part, value=part).drop(["entity"]), folder / "part-0.parquet")
    (tmp_path / "facts.parquet" / "_SUCCESS").touch()
    table, problems = found(tmp_path / "facts.parquet")
    assert problems == []
    assert table["entity"].to_pylist() == ["Line 1", "Line 2"]
    assert table["line"].to_pylist() == [1, 1]
    assert [Path(file).parent.name for file in table["file"].to_pylist()] == [
        "entity=Line%201",
        "entity=Line%202",
    ]


def test_a_folder_says_which_files_are_no_facts(tmp_path: Path) -> None:
    folder = tmp_path / "facts"
    (folder / "old").mkdir(parents=True)
    write_csv(a_row(), folder / "a.csv")
    for name in ("notes.docx", "old/b.csv", ".hidden", "~$a.xlsx"):
        (folder / name).touch()
    assert found(folder)[1] == [
        f"{folder}/old/b.csv: this lies in a folder of its own; put it beside the other files",
        f"{folder}/notes.docx: this is no file of facts; write facts as .yaml, .csv, .xlsx or .parquet, and keep other files elsewhere",
    ]


def test_large_tables_come_in_batches(tmp_path: Path) -> None:
    rows = 3 * BATCH_ROWS + 5
    table = pa.table(
        {name: [value] * rows for name, value in ROW.items()}
        | {"id": [f"r{n}" for n in range(1, rows + 1)]}
    )
    pq.write_table(table, tmp_path / "facts.parquet", row_group_size=10_000)
    write_csv(table, tmp_path / "facts.csv")
    for data, first in ((table, 1), (tmp_path / "facts.parquet", 1), (tmp_path / "facts.csv", 2)):
        read = found(data)[0]
        assert read["id"].equals(pa.chunked_array([table["id"].combine_chunks()]))
        assert read["line"].to_pylist() == list(range(first, rows + first))


def test_facts_of_an_empty_table(tmp_path: Path) -> None:
    assert found(a_row().slice(0, 0))[1] == [
        "DataFrame: there are no facts in it; give at least one row"
    ]
    csv_file(tmp_path, HEADER)
    (problem,) = (str(p) for _, ps in read_written(tmp_path, None) for p in ps)
    assert problem.startswith(f"{tmp_path}: the report has no facts")


@pytest.mark.parametrize(
    ("name", "content", "right"),
    [
        ("facts.csv", HEADER, "write a row for each fact into facts.csv, below the names of the columns"),
        ("facts.csv", HEADER + "\n\n", "write a row for each fact into facts.csv, below the names of the columns"),
        ("desk.TSV", HEADER.replace(",", "\t"), "write a row for each fact into desk.TSV, below the names of the columns"),
        ("desk.txt", HEADER, "write a row for each fact into desk.txt, below the names of the columns"),
    ],
)  # fmt: skip
def test_names_of_columns_alone_are_told_as_a_table_has_it(
    tmp_path: Path, name: str, content: str, right: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    (problem,) = (str(p) for _, ps in read_written(tmp_path, name) for p in ps)
    assert problem == f"{tmp_path}: the report has no facts; {right}"


def test_what_holds_no_facts_at_all() -> None:
    with pytest.raises(UsageError, match="facts cannot be read from a int; give a DataFrame"):
        found(17)


def exported(**fields: Any) -> pa.Table:
    from exporter.facts.table import FACTS

    row = {
        "id": "a", "entity": "E", "metric.en": "M", "metric.zh": "M", "kind": "number", "number": 1.5,
        "decimals": 2, "unit": "", "unit.en": "", "unit.zh": "", "qualifier": "exact", "period": "",
        "status": "achieved", "attribution.en": "", "attribution.zh": "", "source": "s", "quote": "q",
        "quote_en": "", "quote_zh": "", "accept.en": "", "accept.zh": "", "file": "f.yaml", "line": 3,
    } | fields  # fmt: skip
    return pa.Table.from_pylist([row], schema=FACTS)


@pytest.mark.parametrize(
    ("fields", "value"),
    [
        ({}, "1.50"),
        ({"number": 1.125}, "1.125"),
        ({"decimals": None}, "1.5"),
        ({"kind": "date", "date": dt.date(2023, 10, 1), "precision": "month"}, "2023-10"),
        ({"kind": "date", "date": dt.date(2023, 1, 1), "precision": "year"}, "2023"),
        ({"kind": "text", "text.en": "17", "text.zh": "十七"}, None),
    ],
)
def test_exported_facts_are_written_as_before(fields: dict[str, Any], value: str | None) -> None:
    assert one(exported(**fields), "value") == value


def test_units_of_exported_facts() -> None:
    known = exported(**{"unit": "%", "unit.en": "%", "unit.zh": "%"})
    own = exported(**{"unit": "cars", "unit.en": "cars", "unit.zh": "辆"})
    assert (one(known, "unit"), one(known, "unit.en")) == ("%", None)
    assert (one(own, "unit"), one(own, "unit.en"), one(own, "unit.zh")) == (None, "cars", "辆")
    changed = exported(**{"unit": "%", "unit.en": "cars", "unit.zh": "辆"})
    assert found(changed)[1] == [
        "DataFrame: row 1, fact a: `unit` and its labels say different things; change `unit`, `unit.en` and `unit.zh` together"
    ]


def test_problems_name_lines_in_yaml_and_rows_in_tables() -> None:
    assert str(Problem("facts.yaml", 12, "x", "no", "yes")) == "facts.yaml:12: x: no; yes"
    assert (
        str(Problem("facts.parquet", 17, "x", "no", "yes"))
        == "facts.parquet: row 17, fact x: no; yes"
    )
    assert str(Problem("facts.csv", 17, "", "no", "")) == "facts.csv: row 17: no"
    assert str(Problem("facts.csv", 0, "", "no", "yes")) == "facts.csv: no; yes"


def test_texts_of_parquet_that_are_no_utf8_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    pq.write_table(a_row(quote="a plain quote"), path, compression="none", use_dictionary=False)
    path.write_bytes(path.read_bytes().replace(b"a plain quote", b"a pl\xe9in quote"))
    table, problems = found(path)
    assert table.num_rows == 0
    assert any("this is no sound Parquet file: " in str(problem) for problem in problems)


def test_a_parquet_column_whose_name_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    pq.write_table(pa.table({"id": ["a"], "comment": ["b"]}), path, store_schema=False)
    path.write_bytes(path.read_bytes().replace(b"comment", b"\xd4omment"))
    table, problems = found(path)
    assert table.num_rows == 0
    assert "this is no sound Parquet file: a column's name is not UTF-8" in str(problems[0])


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ({"quote": ""}, "fill `quote`"),
        ({"metric": ""}, "fill `metric`, or `metric.en` and `metric.zh`"),
        ({"value": ""}, "give a number, a date, or a text in value.en and value.zh"),
        ({"value": "about 18.5%"}, "write 18.5 in `value` and % in `unit`"),
        ({"value": "5 users"}, "write 5 in `value` and users in `unit`, or put a text into value.en and value.zh"),
        ({"value": "20-30", "unit": "users"}, "write the range 20 in `value.from` and 30 in `value.to`"),
        ({"value": "many", "unit": "users"}, "write a number without separators, or leave the unit out"),
        ({"value": "31/12/2023"}, "write 2023-12-31 with date in `unit`, or put a text into value.en and value.zh"),
        ({"value": "1850-01-01"}, "write it as a text in value.en and value.zh"),
        ({"value": "1234567890.1234567"}, "round it, or write it as a text, with text in `unit`"),
        ({"unit": "robots"}, "write one of your own in both languages: robots in `unit.en` and … in `unit.zh`"),
        ({"metric": "{en: Sales, zh: 收入}"}, "write Sales in `metric.en` and 收入 in `metric.zh`"),
        ({"attribution": "{en: Desk, zh: '部'}"}, "write Desk in `attribution.en` and 部 in `attribution.zh`"),
        ({"value": "{from: 20, to: 21}"}, "write 20 in `value.from` and 21 in `value.to`"),
        ({"value__from": "21", "value__to": "20", "value": None}, "write 20 in `value.from` and 21 in `value.to`"),
        ({"value__from": "21", "value__to": "21", "value": None}, "write 21 in `value`"),
    ],
)  # fmt: skip
def test_what_would_be_right_in_a_table_is_said_of_columns(
    fields: dict[str, Any], right: str
) -> None:
    table, problems = found(a_row(**fields))
    assert problems == []
    rights = [problem.right for problem in parse_facts(table)[1]]
    assert any(text.startswith(right) for text in rights), rights
