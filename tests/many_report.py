"""A small report for many: companies with facts in a CSV file, views, and a note each."""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

_DAY = date(2026, 1, 15)
_COLUMNS = (
    "id", "company", "entity", "metric.en", "metric.zh", "value", "unit", "period", "source",
    "quote",
)  # fmt: skip
COMPANIES = {"Alder": 120, "Birch & Son": 340, "Cedar | Pine": 560}


def make_many(
    folder: Path, companies: Mapping[str, int] = COMPANIES, **keys: Any
) -> list[dict[str, Any]]:
    """Write the report.

    Args:
        folder: A new one.
        companies: Their names, each with its revenue.
        keys: Of report.yaml, instead of those that it would have; None for leaving one out.

    Returns:
        The rows of its facts, for `write_facts` with some of them changed.
    """
    folder.mkdir(parents=True)
    said = {**_definition(), **keys}
    said = {key: value for key, value in said.items() if value is not None}
    (folder / "report.yaml").write_text(json.dumps(said, indent=1, ensure_ascii=False), "utf-8")
    rows = [_fact(name, value) for name, value in companies.items()]
    write_facts(folder, rows)
    write_views(folder, list(companies))
    lines = [
        line for name, value in companies.items() for line in (_said(name, value), _seen(name))
    ]
    document = folder.parent / f"{folder.name}.txt"
    document.write_text("\n\n".join(f"{line}." for line in lines) + "\n", "utf-8")
    about = {
        "title": Bilingual("A note", "一份说明"),
        "publisher": Bilingual("Example Press", "示例新闻社"),
        "author": None,
        "url": "https://example.com/notes/1",
        "published": _DAY,
        "retrieved": _DAY,
    }
    add_source(folder, document, "note", about, today=_DAY)
    return rows


def write_facts(folder: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the facts anew."""
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def write_views(folder: Path, names: Sequence[str], **fields: Any) -> None:
    """Write a view of each company."""
    views = [
        {
            "id": f"view-{place}",
            "broker": "Northern Securities",
            "subject": name,
            "stance": "positive",
            "thesis": {"en": "Orders should grow.", "zh": "订单有望增长。"},
            "drivers": [{"en": "Orders", "zh": "订单"}],
            "source": "note",
            "quote": _seen(name),
            "quote_zh": "北方证券看好订单",
            **fields,
        }
        for place, name in enumerate(names)
    ]
    (folder / "views.yaml").write_text(json.dumps(views, indent=1, ensure_ascii=False), "utf-8")


def _definition() -> dict[str, Any]:
    return {
        "title": {"en": "{company} in figures", "zh": "{company}数据"},
        "edition": "2026-01-31",
        "author": "A desk",
        "languages": ["en"],
        "for_each": {"name": "company", "from": {"column": "company"}},
        "entities": [{"name": "{company}"}],
        "brokers": [{"name": {"en": "Northern Securities", "zh": "北方证券"}}],
        "workbooks": [{"name": "figures", "title": "Figures of {company}"}],
        "one_pagers": [
            {"name": "views", "title": "A broker on {company}", "key_figures": ["revenue"]}
        ],
    }


def _fact(name: str, value: int) -> dict[str, Any]:
    said = ("revenue", name, name, "Revenue", "收入", value, "USD million", "2025", "note")
    return dict(zip(_COLUMNS, (*said, _said(name, value)), strict=True))


def _said(name: str, value: int) -> str:
    return f"{name} had revenue of {value} million US dollars in 2025"


def _seen(name: str) -> str:
    return f"Northern Securities sees orders growing further at {name}"
