"""A report with calculated facts, as a test says it: a ferry line, its costs and its passengers."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

PUBLISHED = date(2026, 2, 10)
FACTS = "facts/facts.yaml"
_REPORT = {
    "title": {"en": "Strait Ferries", "zh": "海峡渡轮"},
    "edition": "2026-03-01",
    "author": "Desk",
    "languages": ["en", "zh"],
    "entities": [
        {"name": {"en": "Ferries", "zh": "渡轮"}, "headline": "margin"},
        {"name": {"en": "Harbour", "zh": "港口"}},
    ],
    "workbooks": [
        {"name": "ferries", "title": {"en": "Ferries", "zh": "渡轮"}, "entities": ["Ferries"]},
        {"name": "harbour", "title": {"en": "Harbour", "zh": "港口"}, "entities": ["Harbour"]},
    ],
    "brokers": [{"name": {"en": "Quay Securities", "zh": "码头证券"}}],
    "one_pagers": [
        {
            "name": "views",
            "title": {"en": "A broker on the ferries", "zh": "券商看渡轮"},
            "key_figures": ["margin", "growth", "fare", "top"],
            "picture": {
                "title": {"en": "Margin and growth", "zh": "利润率与增速"},
                "facts": ["margin", "growth"],
            },
        }
    ],
}
VIEW = {
    "id": "quay", "broker": "Quay Securities", "subject": "Ferries", "stance": "positive",
    "thesis": {"en": "Demand stays strong", "zh": "需求保持强劲"},
    "drivers": [{"en": "Tourism", "zh": "旅游"}],
    "source": "note", "quote": "Quay Securities says that demand stays strong",
}  # fmt: skip
QUOTES = {
    "sales": "Sales of the ferries came to EUR 18.62 billion in 2025",
    "sales-2024": "Sales of the ferries came to EUR 17.15 billion in 2024",
    "costs": "Costs of the ferries were EUR 13,965 million in 2025",
    "passengers": "The ferries carried 46.55 million passengers in 2025",
    "guests": "The ferries fed about 9.31 million passengers in 2025",
    "guidance": "For 2026 the ferries expect sales of EUR 19.5 billion to EUR 20.5 billion",
    "fees": "The harbour took fees of EUR 931 million in 2025",
    "ships": "The harbour served over 4,900 ships in 2025",
    "opened": "The harbour opened in May 1962",
    "margin": "The operating margin was 25.0% in 2025",
    "growth": "Sales grew by 8.6% in 2025",
}
PASSENGERS = {"en": "million passengers", "zh": "百万名乘客", "also": ["passengers", "乘客"]}


def stated(id_: str, value: Any, unit: Any, **fields: Any) -> dict[str, Any]:
    """A fact that its quote states, of 2025 unless said."""
    metric = {"en": id_.capitalize().replace("-", " "), "zh": f"指标{id_}"}
    return {
        "id": id_, "entity": "Ferries", "metric": metric, "value": value, "unit": unit,
        "period": "2025", "source": "note", "quote": QUOTES[id_],
    } | fields  # fmt: skip


def calculated(id_: str, formula: str, unit: Any, **fields: Any) -> dict[str, Any]:
    """A fact that others give."""
    metric = {"en": id_.capitalize().replace("-", " "), "zh": f"指标{id_}"}
    own = {"id": id_, "entity": "Ferries", "metric": metric, "formula": formula}
    return own | ({"unit": unit} if unit else {}) | fields


STATED = (
    stated("sales", 18.62, "EUR billion"),
    stated("sales-2024", 17.15, "EUR billion", period="2024"),
    stated("costs", 13965, "EUR million"),
    stated("passengers", 46.55, PASSENGERS),
    stated("guests", 9.31, PASSENGERS, qualifier="about"),
    stated("guidance", {"from": 19.5, "to": 20.5}, "EUR billion", period="2026", status="guidance"),
    stated("fees", 931, "EUR million", entity="Harbour"),
    stated("ships", 4900, {"en": "ships", "zh": "艘船"}, entity="Harbour", qualifier="over"),
    stated("opened", "1962-05", "date", entity="Harbour"),
)
MARGIN = calculated("margin", "(sales - costs) / sales", "%")
CALCULATED = (
    MARGIN,
    calculated("profit", "sales - costs", "EUR million"),
    calculated("growth", "growth(sales, sales-2024)", "%", source="note", quote=QUOTES["growth"]),
    calculated("fare", "sales / passengers", {"en": "EUR per passenger", "zh": "欧元/乘客"}),
    calculated("fed", "guests / passengers", "%", decimals=0),
    calculated("top", "growth(guidance.high, sales)", "%"),
    calculated("fee-share", "fees / costs", "%", decimals=2),
    calculated("profit-margin", "profit / sales", "%"),
)


def make_calculated_report(
    folder: Path, facts: Sequence[dict[str, Any]] = (*STATED, *CALCULATED), **keys: Any
) -> Path:
    """Write a report with these facts, all of them quoted from one source.

    Args:
        folder: A new one.
        facts: As `stated` and `calculated` give them.
        keys: Further keys of report.yaml.
    """
    (folder / "facts").mkdir(parents=True)
    lines = (f"- {json.dumps(fact, ensure_ascii=False)}\n" for fact in facts)
    (folder / FACTS).write_text("".join(lines), "utf-8")
    report = json.dumps(_REPORT | keys, ensure_ascii=False, indent=2)
    (folder / "report.yaml").write_text(report, "utf-8")
    (folder / "views.yaml").write_text(json.dumps([VIEW], ensure_ascii=False), "utf-8")
    note = folder.parent / "note.txt"
    quoted = [fact["quote"] for fact in facts if "quote" in fact]
    sentences = dict.fromkeys([*QUOTES.values(), VIEW["quote"], *quoted])
    note.write_text("".join(f"{quote}.\n\n" for quote in sentences), "utf-8")
    name = Bilingual("Note", "公告")
    about = {
        "title": name, "publisher": name, "url": "https://example.com/n", "published": PUBLISHED,
        "author": None, "language": "en", "retrieved": PUBLISHED,
    }  # fmt: skip
    add_source(folder, note, "note", about, today=PUBLISHED)
    return folder
