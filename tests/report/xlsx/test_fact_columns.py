"""The table of an entity sheet's columns: one row more there is one column more, all else right."""

import shutil
import sys
import zipfile
from pathlib import Path
from types import MappingProxyType

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from openpyxl import load_workbook

from exporter import build
from exporter.facts.words import Bilingual
from exporter.report.xlsx.fact_batch import FactBatch
from exporter.report.xlsx.fact_columns import FACT_COLUMNS, FactColumn
from exporter.report.xlsx.model import make_cells
from tests.conftest import SHIPPED, Office

LABELS = ["Metric", "Value", "Unit", "Qualifier", "As of", "Status", "Attributed to", "Quote",
          "Translation", "Source", "Fact"]  # fmt: skip
BOOK = "business-lines.en.xlsx"


def lengths(batch: FactBatch) -> pa.Array:
    quotes = batch.facts["quote"]
    texts = pc.if_else(pc.greater(pc.utf8_length(quotes), 20), "long", "short")
    return make_cells(texts=texts)


LENGTH = FactColumn("length", Bilingual("Length", "长度"), 8, 12, lengths)


def test_the_columns_are_those_of_the_documentation() -> None:
    always = [column for column in FACT_COLUMNS.values() if not column.optional]
    assert [column.label.en for column in always] == LABELS
    assert list(FACT_COLUMNS) == [column.key for column in FACT_COLUMNS.values()]


@pytest.fixture
def with_one_more(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped report's files with a column more; `build` has proved them."""
    assert built.is_dir(), "built before there is a column more"
    pairs = list(FACT_COLUMNS.items())
    columns = MappingProxyType(dict([*pairs[:1], ("length", LENGTH), *pairs[1:]]))
    for module in list(sys.modules.values()):
        if vars(module).get("FACT_COLUMNS") is FACT_COLUMNS and module.__name__ != __name__:
            monkeypatch.setattr(module, "FACT_COLUMNS", columns)
    build(SHIPPED, tmp_path / "out", ["en"])
    return tmp_path / "out"


def test_a_column_more_changes_nothing_else(
    with_one_more: Path, built: Path, office: Office
) -> None:
    path = with_one_more / BOOK
    before = Path(shutil.copy(built / BOOK, with_one_more / "before.xlsx"))
    book = load_workbook(path)
    sheet = book.worksheets[1]
    assert [cell.value for cell in sheet[4]] == [*LABELS[:1], "Length", *LABELS[1:]]
    assert {row[1].value for row in sheet.iter_rows(min_row=5)} == {"long", "short"}
    lists = {str(rule.sqref)[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists == {"D": "units", "E": "qualifiers", "G": "statuses"}
    with zipfile.ZipFile(path) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert chart.count("!$A$") == chart.count("!$C$") == 1
    shown, expected = office.as_shown(with_one_more, path, before).values()
    assert shown["Contents"] == expected["Contents"]
    checks = [row[:5] for row in shown["Checks"][4:] if row[0]]
    assert {row[4] for row in checks} == {"TRUE"}
    more = {row[1] for row in checks} - {row[1] for row in expected["Checks"][4:]}
    assert more == {"Length: characters, weighted by place"}
    for name, rows in expected.items():
        if name not in {"Contents", "Checks", "About", "Sources"}:
            assert [[row[0], *row[2:]] for row in shown[name][3:]] == rows[3:]
