"""A report whose metrics stand for several periods, as a test says it: a brewer and its pubs."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

PUBLISHED = date(2026, 10, 20)
_REPORT = {
    "title": {"en": "Alder Brewing", "zh": "奥德啤酒"},
    "edition": "2026-10-31",
    "author": {"en": "Desk", "zh": "研究组"},
    "languages": ["en", "zh"],
    "entities": [
        {"name": {"en": "Brewery", "zh": "酿酒"}, "headline": "revenue-2026-q3"},
        {"name": {"en": "Pubs", "zh": "酒馆"}},
    ],
    "workbooks": [{"name": "alder", "title": {"en": "Alder by period", "zh": "奥德分期数据"}}],
}
_NAMES = {
    "revenue": {"en": "Revenue", "zh": "营业收入"},
    "result": {"en": "Operating result", "zh": "经营业绩"},
    "margin": {"en": "Operating margin", "zh": "经营利润率"},
    "debt": {"en": "Net debt", "zh": "净负债"},
    "staff": {"en": "Staff", "zh": "员工"},
    "share": {"en": "Market share", "zh": "市场份额"},
    "pubs": {"en": "Pubs open", "zh": "营业酒馆数"},
    "capex": {"en": "Capital expenditure", "zh": "资本开支"},
    "rank": {"en": "Rank at home", "zh": "国内名次"},
    "beer": {"en": "Beer brewed", "zh": "啤酒产量"},
}
_SAID = {
    "EUR million": "€{} million", "EUR billion": "€{} billion", "%": "{}%", "people": "{} people",
    "rank": "No. {}", "tonnes": "{} tonnes",
}  # fmt: skip
_PUBS = {"en": "pubs", "zh": "家酒馆"}


def stated(metric: str, period: str, value: Any, unit: Any, **fields: Any) -> dict[str, Any]:
    """A fact: the figure of a metric for a period, with a quote that says no more than that."""
    return {
        "id": f"{metric}-{period}".lower().replace("/", "-to-"), "entity": "Brewery",
        "metric": _NAMES[metric], "value": value, "unit": unit, "period": period,
        "source": "note", "quote": _quote(metric, period, value, unit),
    } | fields  # fmt: skip


def _quote(metric: str, period: str, value: Any, unit: Any) -> str:
    said = unit["en"] if isinstance(unit, Mapping) else unit
    pattern = _SAID.get(said, f"{{}} {said}")
    ends = [value] if not isinstance(value, Mapping) else [value["from"], value["to"]]
    shown = " to ".join(pattern.format(f"{abs(end):,}") for end in ends)
    loss = "a loss of " if ends[0] < 0 else ""
    return f"{_NAMES[metric]['en']} of {period.replace('/', ' to ')} came to {loss}{shown}"


FACTS = (
    stated("revenue", "2026-Q3", 1.31, "EUR billion"),
    stated("revenue", "2026-Q2", 1225, "EUR million"),
    stated("revenue", "2025-Q3", 1180, "EUR million"),
    stated("revenue", "2025-Q2", 1142.5, "EUR million"),
    stated("revenue", "2025", 4520, "EUR million"),
    stated("revenue", "2024", 4310, "EUR million"),
    stated("revenue", "2023", 4106, "EUR million"),
    stated("revenue", "2026", {"from": 4900, "to": 5100}, "EUR million", status="guidance"),
    stated("result", "2026-Q3", 47, "EUR million"),
    stated("result", "2025-Q3", -12, "EUR million"),
    stated("result", "2026-Q2", 41, "EUR million"),
    stated("result", "2025", 96, "EUR million"),
    stated("result", "2024", -30, "EUR million"),
    {
        "id": "margin-2026-q3", "entity": "Brewery", "metric": _NAMES["margin"],
        "formula": "result-2026-q3 / revenue-2026-q3", "unit": "%", "period": "2026-Q3",
    },
    {
        "id": "margin-2026-q2", "entity": "Brewery", "metric": _NAMES["margin"],
        "formula": "result-2026-q2 / revenue-2026-q2", "unit": "%", "period": "2026-Q2",
    },
    stated("share", "2026-Q3", 14.5, "%"),
    stated("share", "2025-Q3", 13.75, "%"),
    stated("debt", "2026-09-30", 2.31, "EUR billion"),
    stated("debt", "2025-12-31", 2540, "EUR million"),
    stated("debt", "2025-09-30", 2495, "EUR million"),
    stated("staff", "2026-09-30", 14200, "people", qualifier="about",
           quote="Staff of 2026-09-30 came to about 14,200 people"),
    stated("staff", "2025-12-31", 13950, "people"),
    stated("beer", "2026-01/2026-09", 812000, "tonnes"),
    stated("beer", "2025-01/2025-09", 798000, "tonnes"),
    stated("beer", "2026-Q3", 301000, "tonnes"),
    stated("rank", "2025", 2, "rank"),
    stated("rank", "2024", 3, "rank"),
    stated("pubs", "2026-Q3", 318, _PUBS, entity="Pubs", replaces="pubs-2025-q3"),
    stated("pubs", "2025-Q3", 301, _PUBS, entity="Pubs"),
    stated("pubs", "2026-Q2", 310, _PUBS, entity="Pubs", status="withdrawn"),
    stated("capex", "2026", 210, "EUR million", entity="Pubs", status="planned"),
)  # fmt: skip


def make_period_report(folder: Path, facts: Sequence[dict[str, Any]] = FACTS, **keys: Any) -> Path:
    """Write a report with these facts, all of them quoted from one source.

    Args:
        folder: A new one.
        facts: As `stated` gives them, or calculated ones.
        keys: Further keys of report.yaml.
    """
    (folder / "facts").mkdir(parents=True)
    lines = (f"- {json.dumps(fact, ensure_ascii=False)}\n" for fact in facts)
    (folder / "facts" / "facts.yaml").write_text("".join(lines), "utf-8")
    definition = json.dumps(_REPORT | keys, ensure_ascii=False, indent=2)
    (folder / "report.yaml").write_text(definition, "utf-8")
    (folder / "views.yaml").write_text("[]", "utf-8")
    note = folder.parent / "note.txt"
    quotes = dict.fromkeys(fact["quote"] for fact in facts if "quote" in fact)
    note.write_text("".join(f"{quote}.\n\n" for quote in quotes), "utf-8")
    name = Bilingual("Note", "公告")
    about = {
        "title": name, "publisher": name, "url": "https://example.com/n", "published": PUBLISHED,
        "author": None, "language": "en", "retrieved": PUBLISHED,
    }  # fmt: skip
    add_source(folder, note, "note", about, today=PUBLISHED)
    return folder
