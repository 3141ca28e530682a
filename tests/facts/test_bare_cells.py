"""White space and other marks around what a cell says."""

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from exporter.facts.flat.bare_cells import bare, may_be_blank, without_blanks
from tests.facts.test_flat import found
from tests.facts.test_shown_numbers import KINDS, read

pytestmark = pytest.mark.usefixtures("unconfined")

ROW = {"id": "f", "entity": "Alpha", "metric": "Growth", "value": "19", "unit": "%", "period": "2025", "source": "note"}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("before", "after"),
    [(" ", " "), ("\u00a0", "\u00a0"), ("", "\u202f"), ("\u3000", ""), ("\t", "\u2009"), ("\ufeff", "\u200b"), ("", "\n")],
)  # fmt: skip
def test_blanks_around_what_is_said_are_passed_over(
    tmp_path: Path, kind: str, before: str, after: str
) -> None:
    rows, problems = read(tmp_path, kind, [{name: f"{before}{said}{after}" for name, said in ROW.items()}])  # fmt: skip
    assert problems == []
    names = ("id", "entity", "metric.en", "metric.zh", "value", "unit", "period", "source")
    assert [rows[0][name] for name in names] == ["f", "Alpha", "Growth", "Growth", "19", "%", "2025", "note"]  # fmt: skip


@pytest.mark.parametrize("blank", ["\u00a0", "\u200b", "\ufeff \u00a0", "\u3000"])
def test_a_cell_of_blanks_is_blank(tmp_path: Path, blank: str) -> None:
    for kind in KINDS:
        (row,), problems = read(tmp_path, kind, [{**ROW, "unit": blank, "period": blank}])
        assert (row["unit"], row["period"], problems) == (None, None, [])


@pytest.mark.parametrize(
    ("cell", "said"),
    [('="f1"', "f1"), ('= "f1"', "f1"), ('=" f1 "', "f1"), ('="a""b"', 'a"b'), ("=f1", "=f1"), ('="a"&"b"', '="a"&"b"')],
)  # fmt: skip
def test_what_is_kept_a_text_is_that_text(cell: str, said: str) -> None:
    import pandas as pd

    table, _ = found(pd.DataFrame([{**ROW, "metric": cell, "quote": "q"}]))
    assert table["metric.en"].to_pylist() == [said]


def test_blanks_inside_stay_and_so_do_those_of_quotes() -> None:
    import pandas as pd

    row = {**ROW, "value": " a\u00a0b ", "quote": " q\u00a0", "quote_en": " q "}
    table, _ = found(pd.DataFrame([row]))
    (read_row,) = table.to_pylist()
    assert [read_row[name] for name in ("value", "quote", "quote_en")] == ["a\u00a0b", " q\u00a0", " q "]  # fmt: skip


def test_no_blank_is_missed_among_the_bytes_of_a_column() -> None:
    spaces = [chr(code) for code in range(0x11000) if not 0xD800 <= code < 0xE000]
    texts = pa.array(spaces, pa.string())
    blank = texts.filter(pc.utf8_is_space(texts)).to_pylist()
    assert len(blank) > 20
    assert may_be_blank(pa.array(["数", None, ""], pa.string()))
    for space in blank:
        column = pa.array(["数", None, space, "b"], pa.string())
        assert may_be_blank(column)
        assert may_be_blank(column.slice(2, 1))
        for text in (f"{space}数", f"数{space}", f"é{space}", space):
            around = pa.array(["数", None, text], pa.string())
            trimmed = without_blanks("metric", around).to_pylist()[2]
            assert bare("metric", around).to_pylist() == ["数", None, trimmed or None]


def test_columns_without_blanks_need_no_look_at_each_text() -> None:
    for texts in ([], [None], ["a", "数", None, "é"], [None, None]):
        assert not may_be_blank(pa.array(texts, pa.string()))
