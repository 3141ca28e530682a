"""The column of high ends: on sheets that have a range, behind all the others."""

import pyarrow as pa
import pytest

from exporter.engine import spool
from exporter.engine.spool import Spool
from exporter.facts.fact_set import collect
from exporter.facts.words import Bilingual, Lang
from exporter.report.definition import EntityDefinition
from exporter.report.xlsx import fact_sheet
from exporter.report.xlsx.contents import lay_out_contents
from exporter.report.xlsx.fact_columns import FACT_COLUMNS
from exporter.report.xlsx.fact_sheet import EntitySheet, SheetPlan, lay_out_entities
from exporter.report.xlsx.model import Column
from tests.report.sample_facts import facts_table, number

ALWAYS = [key for key, column in FACT_COLUMNS.items() if not column.optional]
FACTS = facts_table(
    number("7", "users"),
    number("20.5", "USD billion", high=21.75, decimals=2, id="guidance"),
    {"value": "a word"},
    number("19", "%", high=21.0, figure_state="contradicted"),
    number("20.5", "USD billion", high=21.75, decimals=2),
)


def sheet(facts: pa.Table, lang: Lang = "en", headline: str | None = None) -> EntitySheet:
    name = facts["entity"][0].as_py()
    plan = SheetPlan(lang, "", {}, to_evidence=True, spool=Spool(), book="book")
    entity = EntityDefinition(name=Bilingual(name, name), headline=headline)
    (laid,) = lay_out_entities(collect([facts], [name], facts.schema), [entity], plan)
    return laid


def cells(laid: EntitySheet, key: str) -> list[tuple[str, float | None]]:
    """The style and the number of each cell of a column."""
    at = list(laid.columns).index(key)
    found: list[tuple[str, float | None]] = []
    for part in laid.table.slices():
        column = part.columns[at]
        assert column.numbers is not None
        styles = column.styles
        names = [styles] * part.rows if isinstance(styles, str) else styles.to_pylist()
        found += zip(names, column.numbers.to_pylist(), strict=True)
    return found


@pytest.mark.parametrize(("lang", "header"), [("en", "High"), ("zh", "上限")])
def test_it_stands_last_and_only_where_there_is_a_range(lang: Lang, header: str) -> None:
    with_ranges = sheet(FACTS, lang)
    assert list(with_ranges.columns) == [*ALWAYS, "high"]
    assert with_ranges.table.columns[-1].header == header
    without = sheet(FACTS.slice(0, 1), lang)
    assert list(without.columns) == ALWAYS
    assert len(without.table.columns) == len(ALWAYS)


@pytest.mark.parametrize("batch_rows", [2, 100])
def test_its_cells_are_the_high_ends_in_the_look_of_single_values(
    monkeypatch: pytest.MonkeyPatch, batch_rows: int
) -> None:
    """Batches with ranges and without are kept alike; what is not proved is marked."""
    monkeypatch.setattr(spool, "BATCH_ROWS", batch_rows)
    laid = sheet(FACTS)
    money = 'figure "US$"#,##0.00" bn"'
    assert cells(laid, "high") == [
        ("text", None), (money, 21.75), ("text", None), ("doubt figure 0%", 0.21), (money, 21.75),
    ]  # fmt: skip
    assert [number for _, number in cells(laid, "value")] == [7.0, 20.5, None, 0.19, 20.5]


def test_the_sum_of_a_sheet_covers_both_ends() -> None:
    laid = sheet(FACTS)
    ends = laid.totals.sums["value"], laid.totals.sums["high"]
    assert [sums.numbers for sums in ends] == [4, 3]
    assert [sums.first for sums in ends] == [
        70_000_000 + 2 * 20_500_000 + 19_000_000, 2 * 21_750_000 + 21_000_000,
    ]  # fmt: skip
    assert set(laid.totals.unit_sums) >= {"USD billion", "%"}
    assert laid.totals.figures == 4


def test_it_is_as_wide_as_its_figures_need() -> None:
    wide = facts_table(number("1", "USD billion", high=123_456_789_012.0))
    narrow = facts_table(number("1", "users", high=2.0))
    assert sheet(wide).columns["high"].width > sheet(narrow).columns["high"].width + 5


def contents(headline: str | None, lang: Lang = "en") -> dict[str, Column]:
    table = lay_out_contents("T", "as of", [sheet(FACTS, lang, headline)], None, lang).tables[0]
    keys = ("sheet", "facts", "headline", "figure", "unit", "as_of")
    return dict(zip(keys, table.columns, strict=False))


@pytest.mark.parametrize(
    ("headline", "said", "stored", "style", "column"),
    [
        ("guidance", "Metric 2", 20.5, 'linked figure "US$"#,##0.00"–21.75 bn"', "B"),
        ("guidance.low", "Metric 2 (low end)", 20.5, 'linked figure "US$"#,##0.00" bn"', "B"),
        ("guidance.high", "Metric 2 (high end)", 21.75, 'linked figure "US$"#,##0.00" bn"', "L"),
    ],
)
def test_a_headline_may_name_an_end(
    headline: str, said: str, stored: float, style: str, column: str
) -> None:
    found = contents(headline)
    metric, figure = found["headline"], found["figure"]
    assert metric.texts is not None
    assert figure.numbers is not None
    assert figure.formulas is not None
    assert (metric.texts.to_pylist(), figure.numbers.to_pylist()) == ([said], [stored])
    assert list(figure.styles) == [style] or figure.styles.to_pylist() == [style]
    (formula,) = figure.formulas.to_pylist()
    assert formula == (
        f"=INDEX('Harbour'!${column}$5:${column}$9,MATCH(\"guidance\",'Harbour'!$K$5:$K$9,0))"
    )


def test_a_headline_in_chinese_says_which_end() -> None:
    column = contents("guidance.high", "zh")["headline"]
    assert column.texts is not None
    assert column.formulas is not None
    assert column.texts.to_pylist() == ["指标2（上限）"]
    assert column.formulas.to_pylist()[0].endswith('&"（上限）"')


def test_on_long_sheets_ranges_show_whole_while_few_differ(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fact_sheet, "_MOST_WHOLE_RANGES", 3)
    three = [number("20.5", "USD billion", high=high) for high in (21.0, 22.0, 23.0)]
    laid = sheet(facts_table(*three, number("20.7", "USD billion", high=22.0), *three))
    formats = [f'figure "US$"#,##0.0"–{high}.0 bn"' for high in (21, 22, 23, 22, 21, 22, 23)]
    assert [style for style, _ in cells(laid, "value")] == formats


@pytest.mark.parametrize("batch_rows", [2, 100])
def test_beyond_so_many_the_high_end_stands_beside(
    monkeypatch: pytest.MonkeyPatch, batch_rows: int
) -> None:
    """The first stay whole, also where they come again behind others."""
    monkeypatch.setattr(spool, "BATCH_ROWS", batch_rows)
    monkeypatch.setattr(fact_sheet, "_MOST_WHOLE_RANGES", 1)
    ranges = [number("20.5", "USD billion", high=high) for high in (24.0, 21.0, 22.0, 23.0)]
    below = number("-8.0", "USD billion", high=2.0)
    laid = sheet(facts_table(*ranges, below, ranges[0], number("7", "users")))
    money, both_signs = 'figure "US$"#,##0.0" bn"', 'figure "US$"#,##0.0" bn";"-US$"#,##0.0" bn"'
    whole = ('figure "US$"#,##0.0"–24.0 bn"', 20.5)
    assert cells(laid, "value") == [
        whole,
        *[('figure "US$"#,##0.0"–… bn"', 20.5)] * 3,
        ('figure "US$"#,##0.0" to … bn";"-US$"#,##0.0" to … bn"', -8.0),
        whole,
        ("figure #,##0", 7.0),
    ]
    highs = [24.0, 21.0, 22.0, 23.0]
    assert cells(laid, "high") == [
        *((money, high) for high in highs), (both_signs, 2.0), (money, 24.0), ("text", None),
    ]  # fmt: skip
