"""A report on an invented harbour, with the two articles that it quotes as web pages.

The articles repeat themselves, break paragraphs and set words in bold, as articles do.
"""

from datetime import date
from html import escape
from pathlib import Path

from exporter.evidence.record import add_source

SITE = "https://news.example"
DAY = date(2026, 1, 15)

# `**` is bold. Words that stand twice: 据介绍, 新码头已于去年投产, a new crane was delivered.
CHINESE = (
    "海港自动化提速",
    "据介绍，港口很忙。新码头已于去年投产的消息传出后，周边企业反应积极。",
    "据介绍，今年全港**自动装卸**占比达到80%，比去年翻了一番。新码头已于去年投产，设计年吞吐量为1,200万标准箱。",
    "港口负责人表示，“智慧港口”将于2027年全面建成；届时，单箱作业时间有望缩短至5分钟以内。",
    "展望未来，港口计划与沿线十二个城市共建物流网络，把铁路、公路、内河和远洋航线连成一体，让货物在一个系统里完成订舱、报关、装卸和配送的全部手续，并在三年内把综合物流成本再降低15%。",
)
ENGLISH = (
    "Harbour buys cranes",
    "After a new crane was delivered, the harbour fell quiet again.",
    "In March a new crane was delivered. It lifts 40% more than the old ones – up to 65 tonnes – and is run from a desk.",
    "The port said its 5-year plan, agreed with rail & road operators, covers “smart gates”, berths and cold stores; it costs US$1.2 billion in all, of which more than half has been spent, and it is to be finished before the summer of 2027, a year earlier than the harbour's board had asked for when the plan was first drawn up.",
)
ARTICLES = {"harbour-zh": CHINESE, "harbour-en": ENGLISH}

_FACTS = """
- id: automated-share
  entity: Harbour
  metric: {en: "Automated <handling>", zh: 自动装卸占比}
  value: 80
  unit: "%"
  period: 2026
  attribution: {en: The port, zh: 港口}
  source: harbour-zh
  quote: 据介绍，今年全港自动装卸占比达到80%，比去年翻了一番
  quote_en: 80% of handling is automated this year, twice as much as last year
- id: new-terminal
  entity: Harbour
  metric: {en: New terminal, zh: 新码头}
  value: {en: In operation, zh: 已投产}
  source: harbour-zh
  quote: 新码头已于去年投产
  quote_en: the new terminal went into operation last year
- id: crane-gain
  entity: Cranes
  metric: {en: Gain in load, zh: 载荷提升}
  value: 40
  unit: "%"
  period: 2026-01
  source: harbour-en
  quote: It lifts 40% more than the old ones
  quote_zh: 起重能力比旧设备高40%
- id: plan-cost
  entity: Cranes
  metric: {en: Cost of the plan, zh: 计划投资}
  value: 1.2
  unit: USD billion
  source: harbour-en
  quote: >-
    The port said its 5-year plan, agreed with rail & road operators, covers “smart gates”, berths
    and cold stores; it costs US$1.2 billion in all
  quote_zh: 港口表示，五年计划共投资12亿美元
"""
_VIEWS = """
- id: plan-cost
  broker: Quay Securities
  subject: Cranes
  stance: positive
  thesis: {en: The plan will be finished early., zh: 计划将提前完成。}
  drivers: [{en: Early finish, zh: 提前完工}]
  source: harbour-en
  quote: and it is to be finished before the summer of 2027
  quote_zh: 计划将于2027年夏季前完成
"""
_REPORT = """
title: {en: The harbour, zh: 海港}
edition: 2026-01-31
author: Your desk
entities:
  - {name: {en: Harbour, zh: 港口}}
  - {name: {en: Cranes, zh: 起重机}}
brokers:
  - {name: {en: Quay Securities, zh: 码头证券}}
workbooks:
  - {name: figures, title: {en: Figures, zh: 数据}}
"""


def make_harbour(folder: Path) -> Path:
    """Make the report's folder, with the full texts of its sources."""
    (folder / "facts").mkdir(parents=True)
    (folder / "report.yaml").write_text(_REPORT, "utf-8")
    (folder / "views.yaml").write_text(_VIEWS, "utf-8")
    (folder / "facts" / "harbour.yaml").write_text(_FACTS, "utf-8")
    for id_, paragraphs in ARTICLES.items():
        document = folder / f"{id_}.md"
        document.write_text("\n\n".join(paragraphs), "utf-8")
        given = {"title": paragraphs[0], "publisher": "The News", "author": None,
                 "url": f"{SITE}/{id_}", "published": DAY, "retrieved": DAY}  # fmt: skip
        add_source(folder, document, id_, given, today=DAY)
    return folder


def as_web_page(paragraphs: tuple[str, ...]) -> str:
    """An article as a page on which what a text fragment marks is magenta, text and ground.

    Paragraphs are far apart, so that a mark is in view only where the browser went to it.
    """
    blocks = []
    for paragraph in paragraphs:
        plain, *rest = escape(paragraph).split("**")
        words = plain + "".join(
            f"<b>{part}</b>" if index % 2 == 0 else part for index, part in enumerate(rest)
        )
        blocks.append(f"<p>{words}</p>")
    style = (
        "body{width:600px;margin:20px;font:16px/28px sans-serif;color:#000;background:#fff}"
        "p{margin:0 0 1200px}::target-text{color:#f0f;background:#f0f}"
    )
    return f"<!doctype html><meta charset=utf-8><title>x</title><style>{style}</style>" + "".join(
        blocks
    )
