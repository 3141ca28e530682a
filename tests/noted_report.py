"""A report whose facts have notes and further sources: a tram company, its letter, two others."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

PUBLISHED = date(2026, 2, 10)
FACTS = "facts.yaml"
_REPORT = """\
title: {en: City Trams, zh: 城市电车}
edition: 2026-03-01
author: Desk
languages: [en, zh]
facts: facts.yaml
entities:
  - name: {en: Trams, zh: 电车}
workbooks:
  - {name: trams, title: {en: Trams, zh: 电车}, entities: [Trams]}
"""
_FACTS = """\
- id: riders
  entity: Trams
  metric: {en: Riders, zh: 乘客}
  value: 46.55
  unit: {en: million passengers, zh: 百万名乘客, also: [passengers, 人次]}
  period: 2025
  source: letter
  quote: The trams carried 46.55 million passengers in 2025
  note: {en: Without transfers, zh: 不含换乘}
  also_in:
    - source: release
      quote: 2025年电车运送4655万人次
      quote_en: The trams carried 46.55 million passengers in 2025
    - source: wire
      quote: the trams carried 46.55 million passengers in all
- id: fares
  entity: Trams
  metric: {en: Fares, zh: 票款}
  value: 93.1
  unit: EUR million
  period: 2025
  source: letter
  quote: Fares came to EUR 93.1 million in 2025
  also_in:
    - source: release
      quote: 票款收入为9310万欧元
    - source: wire
      quote: with fares of EUR 91.3 million
- id: network
  entity: Trams
  metric: {en: Network, zh: 线网}
  value: 120
  unit: km
  period: 2025
  source: letter
  quote: The network is 120 km long
  also_in: [{source: wire, quote: The network grows year by year}]
- id: owner
  entity: Trams
  metric: {en: Owner, zh: 所有者}
  value: {en: The city, zh: 市政府}
  source: letter
  quote: The trams belong to the city
  also_in: [{source: release, quote: 电车由市政府所有}]
- id: fare
  entity: Trams
  metric: {en: Fare a ride, zh: 每次票款}
  formula: fares / riders
  unit: {en: EUR per passenger, zh: 欧元/乘客}
  note: Our own division
  also_in: [{source: wire, quote: an average of EUR 2 per passenger}]
"""
TEXTS: Mapping[str, str] = {
    "letter": "The trams carried 46.55 million passengers in 2025.\n\nFares came to EUR 93.1 million"
    " in 2025.\n\nThe network is 120 km long.\n\nThe trams belong to the city.\n",
    "release": "2025年电车运送4655万人次。\n\n票款收入为9310万欧元。\n\n电车由市政府所有。\n",
    "wire": "Last year, the trams carried 46.55 million passengers in all, with fares of EUR 91.3 "
    "million, an average of EUR 2 per passenger.\n\nThe network grows year by year.\n",
}


def make_noted_report(folder: Path) -> Path:
    """Write the report into a new folder, and record what it quotes."""
    folder.mkdir(parents=True)
    (folder / "report.yaml").write_text(_REPORT, "utf-8")
    (folder / FACTS).write_text(_FACTS, "utf-8")
    for id_ in TEXTS:
        record(folder, id_)
    return folder


def record(folder: Path, id_: str) -> None:
    """Record a source of the report by its text, kept beside the folder."""
    file = folder.parent / f"{id_}.txt"
    file.write_text(TEXTS[id_], "utf-8")
    name = Bilingual(id_.capitalize(), {"letter": "信", "release": "公告", "wire": "电讯"}[id_])
    about = {
        "title": name, "publisher": name, "url": f"https://example.com/{id_}", "author": None,
        "published": PUBLISHED, "retrieved": PUBLISHED,
        "language": "zh" if id_ == "release" else "en",
    }  # fmt: skip
    add_source(folder, file, id_, about, today=PUBLISHED)
