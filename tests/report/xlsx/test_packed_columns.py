"""Columns of distinct cells: the same cells as a column with an element a row, kept or not."""

import pyarrow as pa
import pytest

from exporter.engine import spool
from exporter.engine.spool import Spool
from exporter.facts.fact_set import collect
from exporter.facts.words import Bilingual
from exporter.report.definition import EntityDefinition
from exporter.report.xlsx.fact_rows import COLUMNS
from exporter.report.xlsx.fact_sheet import SheetPlan, lay_out_entities
from exporter.report.xlsx.streams import KeptRows, packed, styles_for_all
from exporter.report.xlsx.tables import Column, Table
from tests.report.sample_facts import facts_table, number

QUOTE = COLUMNS.index("quote")
PLACES = pa.array([1, 0, 1, 2], pa.int32())
PERIOD = Column(
    "As of",
    10,
    pa.array(["date yyyy", "text", "text"]),
    pa.array([None, "Q3 2023", None]),
    pa.array([45_000.0, None, None]),
    places=PLACES,
)
FACT = Column("Fact", 10, "code", pa.array(list("abcd")))


def shown(column: Column) -> list[tuple[str, str | None, float | None]]:
    assert column.places is None
    assert column.texts is not None
    assert column.numbers is not None
    columns = (column.styles, column.texts, column.numbers)
    return list(zip(*(one.to_pylist() for one in columns), strict=True))


CELLS = [
    ("text", "Q3 2023", None),
    ("date yyyy", None, 45_000.0),
    ("text", "Q3 2023", None),
    ("text", None, None),
]


def test_slices_have_an_element_a_row() -> None:
    (part,) = Table("Facts", (PERIOD, FACT), 4).slices()
    assert shown(part.columns[0]) == CELLS
    assert part.columns[1] == FACT.slice(0, 4)


def test_a_slice_of_a_column_has_its_rows_alone() -> None:
    assert shown(PERIOD.slice(1, 2).spread()) == CELLS[1:3]


@pytest.mark.parametrize("most", [10**6, 10])
def test_rows_come_out_of_a_spool_as_they_went_in(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Each batch has distinct cells of its own, in memory as on disk."""
    monkeypatch.setattr(spool, "MOST_IN_MEMORY", most)
    kept = Spool()
    later = Column(
        "As of", 10, pa.array(["text"]), pa.array(["2024"]), pa.array([None], pa.float64()),
        places=pa.array([0], pa.int32()),
    )  # fmt: skip
    for columns in ((PERIOD, FACT), (later, FACT.slice(2, 1))):
        kept.add("rows", packed(columns))
    rows = KeptRows(kept.finish("rows")[1], styles_for_all((PERIOD, FACT)))
    table = Table("Facts", (PERIOD, FACT), 5, cells=rows.cells((PERIOD, FACT), 1))
    slices = list(table.slices())
    assert [shown(one.columns[0]) for one in slices] == [CELLS, [("text", "2024", None)]]
    assert [one.facts.to_pylist() for one in slices if one.facts] == [list("abcd"), ["c"]]
    assert [one.columns[1].styles for one in slices] == ["code", "code"]


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
