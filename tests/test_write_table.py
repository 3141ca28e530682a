"""Any table survives writing and reading back, by readers that share no code with the writer."""

import re
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from exporter.errors import CellRefusedError, ContentError, UsageError
from exporter.report.xlsx import bare_table
from exporter.write_table import write_table
from tests.examples import examples
from tests.same_books import differences
from tests.writers.characters import CHARACTERS

ODD = st.sampled_from(
    ["_x0041_", "_x0041_x0042_", "_x000D_", "_x005F_", "_x", "=1+1", "<r>a</r>", " ", "\n", "\r",
     "\r\n", "\t", "007", "TRUE", "1e3", "#N/A", "]]>", "&amp;", "阿里云", "🎛️", "a" * 300]
)  # fmt: skip
TEXTS = st.lists(st.one_of(ODD, st.text(CHARACTERS, max_size=12)), max_size=4).map("".join)
DECIMALS = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**19), max_value=10**19, places=6
)
DATES = st.dates(date(1900, 1, 1), date(9999, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(9999, 12, 31))
ZONED = st.datetimes(datetime(1902, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
KINDS: dict[str, tuple[pa.DataType, st.SearchStrategy[Any]]] = {
    "text": (pa.string(), TEXTS),
    "large": (pa.large_string(), TEXTS),
    "view": (pa.string_view(), TEXTS),
    "word": (pa.dictionary(pa.int32(), pa.string()), TEXTS),
    "small": (pa.int32(), st.integers(-(2**31), 2**31 - 1)),
    "long": (pa.int64(), st.integers(-(2**63), 2**63 - 1)),
    "unsigned": (pa.uint64(), st.integers(0, 2**64 - 1)),
    "float": (pa.float64(), st.floats(allow_nan=False, allow_infinity=False)),
    "decimal": (pa.decimal128(30, 6), DECIMALS),
    "truth": (pa.bool_(), st.booleans()),
    "day": (pa.date32(), DATES),
    "moment": (pa.timestamp("us"), MOMENTS),
    "nanos": (pa.timestamp("ns"), st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1))),
    "zoned": (pa.timestamp("us", "Asia/Shanghai"), ZONED),
    "fixed": (pa.timestamp("ms", "+05:30"), ZONED.map(lambda t: t.replace(microsecond=0))),
    "time": (pa.time64("us"), st.times()),
    "blank": (pa.null(), st.none()),
}


@st.composite
def tables(draw: st.DrawFn) -> pa.Table:
    names = draw(st.lists(st.sampled_from(sorted(KINDS)), min_size=1, max_size=5, unique=True))
    rows = draw(st.integers(1, 9))
    columns = {}
    for name in names:
        kind, values = KINDS[name]
        drawn = draw(st.lists(st.none() | values, min_size=rows, max_size=rows))
        columns[name] = pa.array(drawn, kind)
    return pa.table(columns)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables")


def by_calamine(path: Path, columns: int, rows: int) -> list[tuple[Any, ...]]:
    found = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    padded = [(*row, *[""] * columns)[:columns] for row in found[1:]]
    return padded + [("",) * columns] * (rows - len(padded))


def by_openpyxl(path: Path) -> list[tuple[Any, ...]]:
    sheet = load_workbook(path).active
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]


def serials(path: Path) -> dict[str, float]:
    """The numbers of the cells as they stand in the file."""
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    return {
        name: float(number)
        for name, number in re.findall(r'<c r="([A-Z]+\d+)" s="\d+"><v>([^<]*)</v>', xml)
    }


def moment(serial: float) -> datetime:
    """The moment that a serial number stands for, to the nearest microsecond."""
    whole = int(serial)
    days = whole + (1 if whole < 60 else 0)  # 1900 is no leap year but in Excel
    micros = round((serial - whole) * 86_400_000_000)
    return datetime(1899, 12, 30) + timedelta(days, microseconds=micros)


def exact(value: Any, kind: pa.DataType, found: Any, serial: float | None) -> bool:
    """Whether a cell gives back what was written; `serial` is its number in the file."""
    if value is None or value == "":
        return found in (None, "")
    if isinstance(found, str) and not pa.types.is_string(kind):
        return kept_as_text(value, kind, found)
    if pa.types.is_timestamp(kind):
        local = (
            value.astimezone(
                ZoneInfo(kind.tz) if "/" in kind.tz else timezone(timedelta(hours=5, minutes=30))
            )
            if kind.tz
            else value
        )
        return serial is not None and moment(serial) == local.replace(tzinfo=None)
    if pa.types.is_date(kind):
        day = found.date() if isinstance(found, datetime) else found
        return bool(day == value)
    if pa.types.is_time(kind):
        micros = ((value.hour * 60 + value.minute) * 60 + value.second) * 10**6 + value.microsecond
        return serial is not None and round(serial * 86_400_000_000) == micros
    if isinstance(value, Decimal):
        return Decimal(repr(found)) == value
    return bool(found == value) and isinstance(found, bool) == isinstance(value, bool)


def kept_as_text(value: Any, kind: pa.DataType, found: str) -> bool:
    if isinstance(value, Decimal):
        return (
            Decimal(found) == value and len(str(value).strip("-").replace(".", "").strip("0")) > 15
        )
    if isinstance(value, int):
        return int(found) == value and abs(value) >= 10**15
    if isinstance(value, datetime):
        return datetime.fromisoformat(found) == value
    if isinstance(value, time):
        return time.fromisoformat(found) == value
    return False


def plain(kind: pa.DataType) -> pa.DataType:
    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    return pa.string() if kind in (pa.large_string(), pa.string_view()) else kind


def values_of(column: pa.ChunkedArray) -> list[Any]:
    if pa.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pa.timestamp("us", column.type.tz))
    return column.to_pylist()


def wrong_cells(
    table: pa.Table, read: list[tuple[Any, ...]], numbers: dict[str, float]
) -> list[str]:
    assert len(read) == table.num_rows
    wrong = []
    for index, (field, column) in enumerate(zip(table.schema, table.columns, strict=True)):
        for row, value in enumerate(values_of(column)):
            name = f"{'ABCDEFGH'[index]}{row + 2}"
            found = read[row][index]
            if not exact(value, plain(field.type), found, numbers.get(name)):
                wrong.append(f"{name} {field.type}: {value!r} became {found!r}")
    return wrong


@pytest.mark.parametrize("slice_rows", [8192, 4])
@settings(max_examples=examples(60), deadline=None)
@given(table=tables())
def test_any_table_survives(folder: Path, slice_rows: int, table: pa.Table) -> None:
    path = folder / "any.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("exporter.report.xlsx.model.SLICE_ROWS", slice_rows)
        write_table(table, path)
    numbers = serials(path)
    read = by_calamine(path, table.num_columns, table.num_rows)
    assert wrong_cells(table, read, numbers) == []
    # openpyxl drops every `x005F_` of a shared text, even one that stands for itself, and none of
    # a text in its cell.
    wrong = wrong_cells(table, by_openpyxl(path), numbers)
    assert [line for line in wrong if "x005F_" not in line] == []


def sample(rows: int) -> pa.Table:
    """Columns as facts have them: words that repeat, texts that do not, figures, days."""
    return pa.table(
        {
            "id": [f"fact-{n}" for n in range(rows)],
            "unit": [("%", "users", None)[n % 3] for n in range(rows)],
            "value": [n / 7 for n in range(rows)],
            "count": pa.array(range(rows), pa.int64()),
            "quote": [f"第{n}项：约为{n % 97}% <&> {n}" for n in range(rows)],
            "day": [date(2023, 1, 1) + timedelta(n % 365) for n in range(rows)],
        }
    )


def test_it_is_one_bare_table(tmp_path: Path) -> None:
    write_table(sample(3), tmp_path / "a.xlsx", sheet="Facts", name="facts")
    book = load_workbook(tmp_path / "a.xlsx")
    [sheet] = book.worksheets
    assert sheet.title == "Facts"
    table = sheet.tables["facts"]
    assert table.ref == table.autoFilter.ref == "A1:F4"
    assert table.tableStyleInfo.showRowStripes
    assert table.column_names == ["id", "unit", "value", "count", "quote", "day"]
    assert sheet.freeze_panes == "B2"
    assert sheet["F2"].number_format == "yyyy-mm-dd"
    assert not any(row.ht for n, row in sheet.row_dimensions.items() if n > 1)
    widths = [sheet.column_dimensions[name].width for name in "ABE"]
    assert widths == sorted(widths)
    assert all(8 <= width <= 61 for width in widths)


@pytest.mark.parametrize(
    ("rows", "slice_rows"), [(0, 8192), (1, 8192), (64, 64), (65, 64), (160, 64), (8193, 8192)]
)
def test_all_rows_of_all_slices(
    tmp_path: Path, rows: int, slice_rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.report.xlsx.model.SLICE_ROWS", slice_rows)
    table = sample(rows)
    write_table(table, tmp_path / "a.xlsx")
    read = by_calamine(tmp_path / "a.xlsx", 6, rows)
    expected = [
        tuple("" if one is None else one for one in row.values()) for row in table.to_pylist()
    ]
    assert read == expected
    assert (
        load_workbook(tmp_path / "a.xlsx").active.tables["Table1"].ref == f"A1:F{max(rows, 1) + 1}"
    )


def test_the_same_bytes_from_every_kind_of_source(tmp_path: Path) -> None:
    table = sample(20_000)
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=6000)
    sources: dict[str, Any] = {
        "table": table,
        "again": table,
        "file": pq.ParquetFile(tmp_path / "a.parquet"),
        "path": tmp_path / "a.parquet",
        "dataset": ds.dataset(tmp_path / "a.parquet"),
        "reader": table.to_reader(max_chunksize=5000),
        "batches": iter(table.to_batches(max_chunksize=3000)),
        "tables": [table.slice(0, 7000), table.slice(7000)],
        "pandas": table.to_pandas().astype({"day": pd.ArrowDtype(pa.date32())}),
    }
    for name, source in sources.items():
        write_table(source, tmp_path / f"{name}.xlsx")
    told = {n: differences(tmp_path / f"{n}.xlsx", tmp_path / "table.xlsx") for n in sources}
    assert {name: differs for name, differs in told.items() if differs} == {}


REPEATED = {
    "texts": pa.array(["b", "a", "b", "c"] * 5_000),
    "blanks": pa.array(["b", None, "", "c"] * 5_000),
    "nothing": pa.array([None, None, None, None] * 5_000, pa.string()),
    "late": pa.array(["a"] * 19_999 + ["b"]),
    "one group": pa.array(["a", "b"] * 3_000 + [f"text {n}" for n in range(14_000)]),
    "all differ": pa.array([f"text {n}" for n in range(20_000)]),
    "numbers": pa.array([1.5, None, -2.0, 1e300] * 5_000),
    "days": pa.array([date(2024, 1, 1), None, date(1850, 1, 1), date(2023, 5, 6)] * 5_000),
}


@pytest.mark.parametrize("name", REPEATED)
def test_what_repeats_is_written_alike_spelled_out_or_not(name: str, tmp_path: Path) -> None:
    table = pa.table({name: REPEATED[name]})
    encoded = table.set_column(0, name, table.column(0).dictionary_encode())
    others = pa.chunked_array([REPEATED[name].slice(7).dictionary_encode()])
    unordered = pa.DictionaryArray.from_arrays(
        pa.array([0, 1] * 10_000, pa.int8()), REPEATED[name].slice(0, 2)
    )
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=6000)
    write_table(table, tmp_path / "plain.xlsx")
    for source in (encoded, tmp_path / "a.parquet"):
        write_table(source, tmp_path / "other.xlsx")
        assert differences(tmp_path / "other.xlsx", tmp_path / "plain.xlsx") == []
    for dictionaries in (others, pa.chunked_array([unordered.slice(1, 9_000)])):
        write_table(pa.table({name: dictionaries}), tmp_path / "other.xlsx")
        write_table(
            pa.table({name: dictionaries.cast(table.schema.types[0])}), tmp_path / "plain.xlsx"
        )
        assert differences(tmp_path / "other.xlsx", tmp_path / "plain.xlsx") == []


@pytest.mark.parametrize("content", [None, b"", b"id,value\n1,2\n"])
def test_a_path_that_is_no_parquet_file_is_told(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=r"a\.csv cannot be read as a Parquet file"):
        write_table(path, tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()


def test_many_small_batches_are_one_table(tmp_path: Path) -> None:
    table = sample(1_000)
    write_table(table, tmp_path / "a.xlsx")
    write_table(
        pa.concat_tables([table.slice(n, 7) for n in range(0, 1_000, 7)]), tmp_path / "b.xlsx"
    )
    assert differences(tmp_path / "a.xlsx", tmp_path / "b.xlsx") == []


WITHOUT_PANDAS = """
import sys
import pyarrow.parquet as pq
from exporter.write_table import write_table
write_table(pq.ParquetFile(sys.argv[1]), sys.argv[2])
sys.exit("pandas" in sys.modules)
"""


def test_pandas_is_not_loaded_for_it(tmp_path: Path) -> None:
    """It takes longer to load than 100,000 rows to write."""
    pq.write_table(sample(9_000), tmp_path / "a.parquet")
    paths = [str(tmp_path / "a.parquet"), str(tmp_path / "a.xlsx")]
    subprocess.run([sys.executable, "-c", WITHOUT_PANDAS, *paths], check=True)


def test_one_batch_and_no_batch(tmp_path: Path) -> None:
    batch = sample(2).to_batches()[0]
    write_table(batch, tmp_path / "a.xlsx")
    assert len(by_openpyxl(tmp_path / "a.xlsx")) == 2
    write_table(pa.RecordBatchReader.from_batches(batch.schema, []), tmp_path / "b.xlsx")
    assert load_workbook(tmp_path / "b.xlsx").active.tables["Table1"].ref == "A1:F2"


@pytest.mark.parametrize("data", ["a,b", {"a": [1]}, 7, [], [1, 2]])
def test_what_is_no_table(tmp_path: Path, data: object) -> None:
    with pytest.raises(UsageError, match="; give"):
        write_table(data, tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_rows_past_the_limit_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare_table, "ROWS_A_SHEET", 7)
    monkeypatch.setattr("exporter.report.xlsx.model.SLICE_ROWS", 4)
    write_table(sample(17), tmp_path / "a.xlsx", sheet="A very long name of a worksheet")
    book = load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [
        "A very long name of a worksheet",
        "A very long name of a works (2)",
        "A very long name of a works (3)",
    ]
    assert [list(sheet.tables) for sheet in book] == [["Table1"], ["Table1_2"], ["Table1_3"]]
    assert [sheet.tables.items()[0][1] for sheet in book] == ["A1:F8", "A1:F8", "A1:F4"]
    ids = [row[0] for sheet in book for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert ids == [f"fact-{n}" for n in range(17)]


def cells(tmp_path: Path, values: list[Any], kind: pa.DataType) -> list[tuple[Any, str, bool]]:
    """Value, number format and whether it is italic, of each cell."""
    write_table(pa.table({"a": pa.array(values, kind)}), tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    found = [row[0] for row in sheet.iter_rows(min_row=2)]
    return [(cell.value, cell.number_format, bool(cell.font.i)) for cell in found]


def test_long_numbers_are_marked_texts(tmp_path: Path) -> None:
    assert cells(tmp_path, [10**15 - 1, 10**15, -(2**63), None], pa.int64()) == [
        (999_999_999_999_999, "General", False),
        ("1000000000000000", "General", True),
        ("-9223372036854775808", "General", True),
        (None, "General", False),
    ]
    long = Decimal("1234567890.1234567")
    assert cells(
        tmp_path, [long, Decimal("1.50"), Decimal("-0.0000001")], pa.decimal128(30, 7)
    ) == [
        ("1234567890.1234567", "General", True),
        (1.5, "General", False),
        (-1e-7, "General", False),
    ]


def test_days_that_excel_does_not_have_are_marked_texts(tmp_path: Path) -> None:
    days = [date(1899, 12, 31), date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1)]
    assert cells(tmp_path, days, pa.date32())[0] == ("1899-12-31", "General", True)
    assert [serials(tmp_path / "a.xlsx")[f"A{row}"] for row in (3, 4, 5)] == [1, 59, 61]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert "1899-12-31" in archive.read("xl/sharedStrings.xml").decode()


def test_moments_finer_than_a_serial_number(tmp_path: Path) -> None:
    ticks = [1_700_000_000_000_000_000, 1_700_000_000_001_000_000, 1_700_000_000_000_000_001]
    found = cells(tmp_path, ticks, pa.timestamp("ns"))
    assert [one[1:] for one in found] == [
        ("yyyy-mm-dd hh:mm:ss", False),
        ("yyyy-mm-dd hh:mm:ss.000", False),
        ("General", True),
    ]
    assert found[2][0] == "2023-11-14T22:13:20.000000001"


@pytest.mark.parametrize(
    ("kind", "ticks", "text"),
    [
        (pa.timestamp("us"), 1_700_000_000_000_001, "2023-11-14T22:13:20.000001"),
        (pa.timestamp("us", "UTC"), 1_700_000_000_123_456, "2023-11-14T22:13:20.123456+00:00"),
        (pa.timestamp("ns"), 1_700_000_000_123_456_000, "2023-11-14T22:13:20.123456000"),
        (pa.time64("us"), 1_000_001, "00:00:01.000001"),
        (pa.time64("ns"), 1_000_000_001, "00:00:01.000000001"),
        (pa.duration("us"), 3_600_000_001, "1:00:00.000001"),
    ],
)
def test_what_excel_would_round_is_a_text(
    tmp_path: Path, kind: pa.DataType, ticks: int, text: str
) -> None:
    assert cells(tmp_path, [ticks], kind) == [(text, "General", True)]


def test_a_zone_stands_in_the_format(tmp_path: Path) -> None:
    summer, winter = datetime(2023, 7, 1, 12, tzinfo=UTC), datetime(2023, 1, 1, 12, tzinfo=UTC)
    assert cells(tmp_path, [summer, winter], pa.timestamp("s", "Europe/Paris")) == [
        (datetime(2023, 7, 1, 14), 'yyyy-mm-dd hh:mm:ss "+02:00"', False),
        (datetime(2023, 1, 1, 13), 'yyyy-mm-dd hh:mm:ss "+01:00"', False),
    ]
    old = datetime(1890, 1, 1, tzinfo=UTC)
    assert cells(tmp_path, [old], pa.timestamp("s", "America/New_York"))[0][0] == (
        "1889-12-31T19:00:00-05:00"
    )


def test_numbers_that_are_none_are_refused_by_cell(tmp_path: Path) -> None:
    table = pa.table({"a": ["x"] * 3, "value": [1.0, float("nan"), float("inf")]})
    with pytest.raises(CellRefusedError) as caught:
        write_table(table, tmp_path / "a.xlsx")
    assert [str(problem).partition(";")[0] for problem in caught.value.problems] == [
        "a.xlsx: Table!B3: the number is nan",
        "a.xlsx: Table!B4: the number is inf",
    ]
    assert list(tmp_path.iterdir()) == []


def test_a_missing_value_of_pandas_is_a_blank(tmp_path: Path) -> None:
    frame = pd.DataFrame({"value": [1.0, float("nan")], "text": ["a", None]})
    write_table(frame, tmp_path / "a.xlsx")
    assert by_openpyxl(tmp_path / "a.xlsx") == [(1, "a"), (None, None)]


def test_types_without_cells_are_refused_by_column(tmp_path: Path) -> None:
    table = pa.table({"list": [[1]], "fine": [1], "bytes": [b"a"]})
    with pytest.raises(ContentError) as caught:
        write_table(table, tmp_path / "a.xlsx")
    assert [problem.wrong for problem in caught.value.problems] == [
        "the column 'list' is of type list<item: int64>",
        "the column 'bytes' is of type binary",
    ]


@pytest.mark.parametrize("names", [["a", "A"], ["", "b"], ["a\nb", "c"]])
def test_headers_that_excel_repairs_are_refused(tmp_path: Path, names: list[str]) -> None:
    with pytest.raises(CellRefusedError):
        write_table(pa.table([[1], [2]], names), tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("sheet", "said"),
    [("x" * 40, "use at most 31 characters"), ("History", "'History' is reserved by Excel")],
)
def test_a_name_that_excel_refuses_is_not_made_another(
    tmp_path: Path, sheet: str, said: str
) -> None:
    with pytest.raises(CellRefusedError, match=said):
        write_table(pa.table({"a": [1]}), tmp_path / "t.xlsx", sheet=sheet)
    assert not (tmp_path / "t.xlsx").exists()
