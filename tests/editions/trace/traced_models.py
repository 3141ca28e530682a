"""A small report with one of each kind of fact, and models of a few rows to be traced by it."""

import hashlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from exporter.check import check
from exporter.editions.trace.cells import read_cells
from exporter.editions.trace.judged import Judge
from exporter.editions.trace.known import knowledge_of
from exporter.editions.trace.model import Finding
from exporter.editions.trace.numbers import hard_coded
from exporter.editions.trace.rows_agree import in_one_magnitude
from exporter.evidence.clauses import split_clauses

_REPORT = """\
title: {en: Nordwind, zh: 北风}
edition: 2026-03-31
author: {en: Desk, zh: 研究部}
languages: [en, zh]
evidence: optional
entities:
  - {name: {en: Nordwind Group, zh: 北风集团}, aliases: [NDW]}
  - {name: {en: Nordwind Cloud, zh: 北风云}}
brokers:
  - {name: {en: Hafen Securities, zh: 港湾证券}}
workbooks:
  - {name: figures, title: {en: Figures, zh: 数据}}
"""
_GROUP, _CLOUD = "Nordwind Group", "Nordwind Cloud"
# Id, entity, metric in both languages, value, unit, period, what else, sentence.
_FACTS: tuple[tuple[str, str, str, str, str, str, str, str, str], ...] = (
    ("rev-2024", _GROUP, "Revenue", "收入", "17904", "CNY million", "2024", "",
     "Revenue of Nordwind Group was RMB 17,904 million in 2024"),
    ("rev-2025", _GROUP, "Revenue", "收入", "22153", "CNY million", "2025", "",
     "Revenue of Nordwind Group was RMB 22,153 million in 2025"),
    ("cloud-2025", _CLOUD, "Revenue", "收入", "3080", "CNY million", "2025", "",
     "Revenue of Nordwind Cloud was RMB 3,080 million in 2025"),
    ("rev-2023-old", _GROUP, "Revenue", "收入", "18268", "CNY million", "2023", "",
     "Revenue of Nordwind Group was RMB 18,268 million in 2023"),
    ("rev-2023", _GROUP, "Revenue", "收入", "18301", "CNY million", "2023", "restates: rev-2023-old",
     "Revenue of Nordwind Group was restated to RMB 18,301 million in 2023"),
    ("loss-2023", _GROUP, "Net loss", "净亏损", "412", "CNY million", "2023", "",
     "The net loss of Nordwind Group was RMB 412 million in 2023"),
    ("capex-2025", _GROUP, "Capital expenditure", "资本开支", "1252", "CNY million", "2025", "",
     "Capital expenditure of Nordwind Group was RMB 1,252 million in 2025"),
    ("guidance", _GROUP, "Revenue", "收入", "{from: 24.0, to: 25.5}", "CNY billion", "2026",
     "status: guidance", "Nordwind Group expects revenue of RMB 24.0 billion to RMB 25.5 billion in 2026"),
    ("customers", _GROUP, "Customers", "客户数", "480000", "customers", "2025", "qualifier: over",
     "Nordwind Group had over 480,000 customers in 2025"),
    ("margin", _GROUP, "Gross margin", "毛利率", "38.6", '"%"', "2025", "",
     "Gross margin of Nordwind Group was 38.6% in 2025"),
    ("growth", _GROUP, "Revenue growth", "收入增速", "23.7", '"%"', "2025", "",
     "Revenue growth of Nordwind Group was 23.7% in 2025"),
    ("share", _GROUP, "Market share", "市场份额", "21.3", '"%"', "2025", "status: withdrawn",
     "Market share of Nordwind Group was 21.3% in 2025"),
    ("eps", _GROUP, "Earnings per share", "每股收益", "3.05", "CNY per share", "2025", "",
     "Earnings per share of Nordwind Group were RMB 3.05 per share in 2025"),
    ("branches", _GROUP, "Branches", "网点数", "87", "{en: branches, zh: 家网点}", '""', "",
     "Nordwind Group runs 87 branches"),
    ("employees", _GROUP, "Employees", "员工数", "33053", "employees", "2025-12-31", "",
     "Nordwind Group had 33,053 employees on 31 December 2025"),
)  # fmt: skip
_VIEW = """\
- id: hafen
  broker: Hafen Securities
  subject: Nordwind Group
  stance: positive
  thesis: {en: It grows, zh: 它在增长}
  drivers: [{en: Growth, zh: 增长}]
  target_price: 25.5
  currency: HKD
  source: note
  quote: Hafen Securities has a target price of HK$25.50 for Nordwind Group
"""
_ALSO = ("Stores of Nordwind Group numbered 2,310 in 2025",)  # which no fact says
_FORMATS = {"%": "0.0%", "m": "#,##0,,", "E": '0"E"', "A": '0"A"'}


def write_report(folder: Path) -> Path:
    """Write the report; its one source has its text beside it."""
    (folder / "facts").mkdir(parents=True)
    (folder / "sources/text").mkdir(parents=True)
    (folder / "report.yaml").write_text(_REPORT, "utf-8")
    (folder / "views.yaml").write_text(_VIEW, "utf-8")
    facts = "".join(
        f"- id: {id_}\n  entity: {entity}\n  metric: {{en: {en}, zh: {zh}}}\n  value: {value}\n"
        f"  unit: {unit}\n  period: {period}\n  source: note\n  quote: {quote}\n"
        f"  {more}\n"
        for id_, entity, en, zh, value, unit, period, more, quote in _FACTS
    )
    (folder / "facts/facts.yaml").write_text(facts, "utf-8")
    quotes = (*(fact[-1] for fact in _FACTS), *_ALSO,
              "Hafen Securities has a target price of HK$25.50 for Nordwind Group")  # fmt: skip
    text = "".join(f"{quote}.\n" for quote in quotes)
    prints = "".join(f"  - {clause.fingerprint}\n" for clause in split_clauses(text))
    (folder / "sources/text/note.txt").write_text(text, "utf-8")
    (folder / "sources/note.yaml").write_text(
        "title: Note\npublisher: Press\nurl: https://example.com/note\npublished: 2026-02-01\n"
        f"retrieved: 2026-02-02\nlanguage: en\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
        f"fingerprints:\n{prints}",
        "utf-8",
    )
    return folder


def judge_of(folder: Path) -> Judge:
    """Who judges numbers by what a report knows."""
    checked = check(folder)
    assert checked.problems == ()
    return Judge(knowledge_of(checked, checked.report))


def book_of(
    rows: Sequence[Sequence[Any]], formats: Mapping[str, str] = {}, sheet: str = "Model"
) -> bytes:
    """A workbook with these rows; formats by cell, `%`, `m` (millions) or as Excel has them."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(list(row))
    for cell, code in formats.items():
        book.active[cell].number_format = _FORMATS.get(code, code)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def findings(
    judge: Judge, rows: Sequence[Sequence[Any]], formats: Mapping[str, str] = {}, sheet: str = "Model"
) -> dict[str, Finding]:  # fmt: skip
    """What is found of the numbers of a model of these rows, by cell."""
    (cells,) = read_cells(book_of(rows, formats, sheet))
    found = in_one_magnitude([judge.judged(number) for number in hard_coded(cells)])
    return {finding.number.cell: finding for finding in found}
