"""A report whose facts restate, replace and withdraw others, as a test says it."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

PUBLISHED = date(2025, 12, 20)
_REPORT = {
    "title": "Harbour Robotics",
    "edition": "2026-01-31",
    "author": "Desk",
    "entities": [
        {"name": {"en": "Robots", "zh": "机器人"}},
        {"name": {"en": "Docks", "zh": "船坞"}},
    ],
    "workbooks": [{"name": "figures", "title": "Figures"}],
}


def sold(id_: str, value: float | str, period: str = "", **fields: Any) -> dict[str, Any]:
    """A fact: so many robots were sold."""
    said = str(value)
    when = f" in {period}" if period else ""
    quote = f"Harbour Robotics sold {said} units{when}"
    about = {"entity": "Robots", "metric": {"en": "Units sold", "zh": "销量"}, "value": value}
    return {
        "id": id_, **about, "unit": "units", "period": period, "source": "note", "quote": quote,
    } | fields  # fmt: skip


OF_DOCKS = sold("docks", 3, entity="Docks", metric="Docks")


def make_history_report(folder: Path, facts: Sequence[dict[str, Any]], **keys: Any) -> Path:
    """Write a report with these facts, all of them quoted from one source.

    Args:
        folder: A new one.
        facts: As `sold` gives them.
        keys: Further keys of report.yaml.
    """
    (folder / "facts").mkdir(parents=True)
    write_facts(folder, facts)
    (folder / "report.yaml").write_text(
        json.dumps(_REPORT | keys, ensure_ascii=False, indent=2), "utf-8"
    )
    (folder / "views.yaml").write_text("[]", "utf-8")
    note = folder.parent / "note.txt"
    numbers = {f"Harbour Robotics sold {n} units" for n in (3, *range(100, 160))}
    quotes = [*{fact["quote"]: None for fact in [*facts, OF_DOCKS]}, *sorted(numbers)]
    note.write_text("".join(f"{quote}.\n\n" for quote in quotes), "utf-8")
    name = Bilingual("Note", "公告")
    about = {
        "title": name, "publisher": name, "url": "https://example.com/n", "published": PUBLISHED, "author": None, "language": "en",
        "retrieved": PUBLISHED,
    }  # fmt: skip
    add_source(folder, note, "note", about, today=PUBLISHED)
    return folder


def write_facts(folder: Path, facts: Sequence[dict[str, Any]]) -> None:
    """Write these facts, and one of the other entity, each on a line of its own."""
    lines = (f"- {json.dumps(fact, ensure_ascii=False)}\n" for fact in [*facts, OF_DOCKS])
    (folder / "facts" / "facts.yaml").write_text("".join(lines), "utf-8")
