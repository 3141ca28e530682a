"""Columns of distinct cells: the same cells as a column with an element a row, kept or not."""

import pyarrow as pa
import pytest

from exporter.engine import spool
from exporter.engine.spool import Spool
from exporter.facts.fact_set import collect
from exporter.facts.words import Bilingual
from exporter.report.definition import EntityDefinition
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.fact_sheet import SheetPlan, kept_slices, lay_out_entities
from exporter.report.xlsx.model import Column, Table, make_cells
from tests.report.sample_facts import facts_table, number
from tests.writers.sample_book import a_column

QUOTE = list(FACT_COLUMNS).index("quote")
PERIOD = Column(
    "As of",
    10,
    "text",
    pa.DictionaryArray.from_arrays(
        pa.array([1, 0, 1, 2], pa.int32()),
        make_cells(
            styles=pa.array(["date yyyy", "text", "text"]),
            texts=pa.array([None, "Q3 2023", None]),
            numbers=pa.array([45_000.0, None, None]),
        ),
    ),
)
FACT = a_column("Fact", 10, "code", pa.array(list("abcd")))
COLUMNS = {"as_of": PERIOD, "fact": FACT}


def shown(column: Column) -> list[tuple[str, str | None, float | None]]:
    assert column.texts is not None
    assert column.numbers is not None
    fields = (column.styles, column.texts, column.numbers)
    return list(zip(*(field.to_pylist() for field in fields), strict=True))


CELLS = [
    ("text", "Q3 2023", None),
    ("date yyyy", None, 45_000.0),
    ("text", "Q3 2023", None),
    ("text", None, None),
]


def test_fields_have_an_element_a_row() -> None:
    (part,) = Table("Facts", (PERIOD, FACT), 4).slices()
    assert shown(part.columns[0]) == CELLS
    assert part.columns[1] == FACT.slice(0, 4)


def test_a_slice_of_a_column_has_its_rows_alone() -> None:
    assert shown(PERIOD.slice(1, 2)) == CELLS[1:3]


@pytest.mark.parametrize("most", [10**6, 10])
def test_rows_come_out_of_a_spool_as_they_went_in(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Each batch has distinct cells of its own, in memory as on disk."""
    monkeypatch.setattr(spool, "MOST_IN_MEMORY", most)
    kept = Spool()
    later = pa.DictionaryArray.from_arrays(
        pa.array([0], pa.int32()),
        make_cells(
            styles=pa.array(["text"]),
            texts=pa.array(["2024"]),
            numbers=pa.array([None], pa.float64()),
        ),
    )
    kept.add("rows", pa.table({"as_of": PERIOD.cells, "fact": FACT.cells}))
    kept.add("rows", pa.table({"as_of": later, "fact": FACT.slice(2, 1).cells}))
    table = Table("Facts", (PERIOD, FACT), 5, cells=kept_slices(kept.finish("rows")[1], COLUMNS))
    slices = list(table.slices())
    assert [shown(part.columns[0]) for part in slices] == [CELLS, [("text", "2024", None)]]
    assert [part.facts.to_pylist() for part in slices if part.facts] == [list("abcd"), ["c"]]
    assert [part.columns[1].styles for part in slices] == ["code", "code"]


def test_batches_with_and_without_doubts_are_kept_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "BATCH_ROWS", 2)
    facts = facts_table(
        number("1", "users"), number("2", "users"), {"value": "a word", "quote_state": "not found"}
    )
    name = facts["entity"][0].as_py()
    plan = SheetPlan("en", "", {}, to_evidence=True, spool=Spool(), book="book")
    entity = EntityDefinition(name=Bilingual(name, name))
    (laid,) = lay_out_entities(collect([facts], [name], facts.schema), [entity], plan)
    quotes = [part.columns[QUOTE].styles for part in laid.table.slices()]
    assert [styles.to_pylist() for styles in quotes] == [["text", "text"], ["doubt text"]]
