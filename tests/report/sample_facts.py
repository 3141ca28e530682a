"""Tables of facts, as the check leaves them, from what a test cares for."""

import datetime as dt
from typing import Any

import pyarrow as pa

from exporter.facts.fact_set import collect
from exporter.facts.series import SHOWN, Series
from exporter.facts.table import DATE, FACTS, NUMBER, TEXT
from exporter.facts.unit_names import find_unit
from exporter.facts.units import NO_UNIT, Unit


def facts_table(*rows: dict[str, Any]) -> pa.Table:
    """A row for each of `rows`; what a row leaves out is made up.

    A row's `value` is a number as text (its decimals count), a date or a text; its `unit` a name or
    a Unit; its keys else those of FACTS.
    """
    full = [_row(number, dict(row)) for number, row in enumerate(rows, 1)]
    schema = FACTS.append(pa.field("quote_state", pa.string()))
    for name in ("figure_state", "translation_state", SHOWN):
        schema = schema.append(pa.field(name, pa.string()))
    facts, series = pa.Table.from_pylist(full, schema), Series()
    series.take(facts)
    return series.shown(collect([facts], facts["entity"].unique().to_pylist(), schema)).table()


def number(value: str, unit: str | Unit = "", **other: Any) -> dict[str, Any]:
    """A fact that is a number, as written: `24.80` has two decimals."""
    return {"value": value, "unit": unit, **other}


def _row(index: int, given: dict[str, Any]) -> dict[str, Any]:
    value, unit = given.pop("value", "a text"), given.pop("unit", "")
    found = find_unit(unit) if isinstance(unit, str) else unit
    assert found is not None, unit
    return {
        "id": f"fact-{index}", "entity": "Harbour", "qualifier": "exact", "period": "2023",
        "metric.en": f"Metric {index}", "metric.zh": f"指标{index}", "status": "achieved",
        "attribution.en": "The port", "attribution.zh": "港口", "source": "port-note",
        "quote": "港口今年处理了许多集装箱", "quote_en": "The port handled many boxes",
        "quote_zh": "", "accept.en": "", "accept.zh": "", "file": "facts.yaml", "line": index, "quote_state": "verified",
        "translation_state": "", SHOWN: "",
        **_value(value, found),
        **given,
    }  # fmt: skip


def _value(value: object, unit: Unit) -> dict[str, Any]:
    if isinstance(value, dt.date):
        return {"kind": DATE, "date": value, "precision": "day", "unit": "date",
                "unit.en": "date", "unit.zh": "日期", "figure_state": "confirmed"}  # fmt: skip
    try:
        figure = float(str(value))
    except ValueError:
        return {"kind": TEXT, "text.en": value, "text.zh": value, "unit": "text", "unit.en": "",
                "unit.zh": "", "figure_state": "text"}  # fmt: skip
    labels = {"unit": "", "unit.en": "", "unit.zh": ""}
    if unit != NO_UNIT:
        labels = {"unit": unit.key, "unit.en": unit.en, "unit.zh": unit.zh}
    decimals = len(str(value).partition(".")[2])
    return {"kind": NUMBER, "number": figure, "decimals": decimals, "figure_state": "confirmed",
            **labels}  # fmt: skip
