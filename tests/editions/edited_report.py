"""A report whose source states figures twice, so that edits of them can be proved as well."""

from datetime import date
from pathlib import Path

from exporter.build import build
from exporter.evidence.record import add_source

REPORT = """\
title: {en: Motors and power, zh: 汽车与电力}
edition: 2026-01-31
author: Desk
languages: [en, zh]
entities:
  - name: {en: Motors, zh: 汽车}
    headline: deliveries
  - name: {en: Power, zh: 电力}
workbooks:
  - {name: figures, title: {en: Figures, zh: 数据}}
"""
TEXT = """\
Motors delivered more than 12,500 cars in 2025, about 18.5% more than a year before.

Motors delivered at least 13,000 cars in 2025, about 19% more than a year before.

Motors expects revenue of 20.5 to 21.5 billion euros in 2026.

Motors expects revenue of 20.5 to 22 billion euros in 2026.

The company plans to open its second plant in the autumn of 2026.

Power earned revenue of 18.62 billion euros and a profit of 1.2 billion euros in 2025.

Power earned revenue of 19.05 billion euros in 2025.

Power has 40 wind farms and 12 solar parks.

Power has 45 wind farms.
"""
MOTORS = """\
# Figures of the carmaker, in the order of its letter.
- id: deliveries   # the headline
  entity: Motors
  metric: {en: Cars delivered, zh: 汽车交付量}
  value: 12500
  unit: {en: cars, zh: 辆}
  qualifier: over
  period: 2025
  attribution: {en: Motors, zh: 汽车}
  source: letter
  quote: Motors delivered more than 12,500 cars in 2025
  quote_zh: 2025年交付超过12,500辆汽车

- id: growth
  entity: Motors
  metric: {en: "Growth: deliveries", zh: 交付量增速}
  value: 18.5
  unit: "%"
  qualifier: about  # so the letter
  period: 2025
  source: letter
  quote: "about 18.5% more than a year before"

- {id: guidance, entity: Motors, metric: {en: Revenue, zh: 收入}, value: {from: 20.5, to: 21.5}, unit: EUR billion, period: 2026, status: guidance, source: letter, quote: Motors expects revenue of 20.5 to 21.5 billion euros in 2026}

# What is to come
- id: plant
  entity: Motors
  metric: New plant
  value:
    en: Second plant to open
    zh: 第二座工厂将投产
  period: 2026
  status: planned
  source: letter
  quote: |
    The company plans to open its second plant in the autumn of 2026
"""
POWER = """\
- defaults: {entity: Power, source: letter, period: 2025}
- quote: Power earned revenue of 18.62 billion euros and a profit of 1.2 billion euros in 2025
  facts:
    - {id: revenue, metric: {en: Revenue, zh: 收入}, value: 18.62, unit: EUR billion}
    - {id: profit, metric: {en: Profit, zh: 利润}, value: 1.2, unit: EUR billion}
# The parks
- quote: Power has 40 wind farms and 12 solar parks
  facts:
    - id: wind-farms
      metric: {en: Wind farms, zh: 风电场}
      value: 40
      unit: {en: wind farms, zh: 座风电场}
    - id: solar-parks
      metric: {en: Solar parks, zh: 光伏电站}
      value: 12  # counted
      unit: {en: solar parks, zh: 座光伏电站}
"""
LETTER = {
    "title": "Letter to holders",
    "publisher": "Motors",
    "author": None,
    "url": "https://example.com/letter",
    "published": "2026-01-15",
}


def make_edited_report(folder: Path) -> Path:
    """Make the report, with its source recorded."""
    (folder / "facts").mkdir(parents=True)
    (folder / "sources").mkdir()
    (folder / "report.yaml").write_text(REPORT, "utf-8")
    (folder / "facts/motors.yaml").write_text(MOTORS, "utf-8")
    (folder / "facts/power.yaml").write_text(POWER, "utf-8")
    record_text(folder, "letter", TEXT, LETTER)
    return folder


def record_text(folder: Path, id_: str, text: str, said: dict[str, str | None]) -> None:
    """Record a source of a report by its text."""
    document = folder / f"{id_}.txt"
    document.write_text(text, "utf-8")
    told = {
        **said,
        "retrieved": None,
        "language": "en",
        "published": date.fromisoformat(str(said["published"])),
    }
    add_source(folder, document, id_, told, date(2026, 1, 20))
    document.unlink()


def built(folder: Path, output: Path) -> Path:
    """The folder with the files of a report."""
    build(folder, output)
    return output
