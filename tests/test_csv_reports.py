"""Reports whose facts are a CSV file as a spreadsheet saved it: checked, built, printed, made again."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from exporter import build, check, read_facts, verify
from exporter.evidence.record import add_source
from exporter.facts.words import Bilingual

REPORT = """
title: Desk
edition: 2026-01-31
author: Desk
languages: [en]
facts: {facts}
entities:
  - name: {{en: {entity}, zh: 甲}}
workbooks:
  - name: figures
    title: Figures
"""


def make_report(folder: Path, quote: str, facts: str = "facts.csv", entity: str = "Alpha") -> None:
    (folder / "report.yaml").write_text(REPORT.format(facts=facts, entity=entity), "utf-8")
    (folder / "note.txt").write_text(f"{quote}\n\nNothing more to say here\n", "utf-8")
    name, day = Bilingual("Note", "Note"), date(2026, 1, 15)
    about = {"title": name, "publisher": name, "url": "https://example.com/n", "published": day, "retrieved": day}  # fmt: skip
    add_source(folder, folder / "note.txt", "note", about, today=day)


def printed(folder: Path) -> list[object]:
    build(folder, folder / "out")
    assert verify(folder / "out") is not None
    sheet = openpyxl.load_workbook(folder / "out" / "figures.en.xlsx").worksheets[1]
    return [cell.value for cell in sheet[5]]


# Each by itself may be another text, too; the fingerprints of the source say which.
QUOTED = {
    "cp1250": ("Žilina", "Sales in Žilina rose 19% to 12,500 cars in 2025"),
    "cp1252": ("Peñarol", "Sales of Peñarol rose 19% to 12,500 cars in 2025"),
    "cp1257": ("Pajamų augimas", "Pajamų augimas was 19% in all of the year"),
    "mac_roman": ("Peñarol", "Sales of Peñarol rose 19% to 12,500 cars in 2025"),
    "cp949": ("매출액", "매출액은 전년 대비 19% 증가했다"),
    "euc_jp": ("売上高", "売上高は前年比19%増加した"),
    "big5": ("毛利", "公司全年毛利增長19%"),
    "gb18030": ("毛利", "公司全年毛利增长19%"),
}


@pytest.mark.parametrize("encoding", QUOTED)
def test_fingerprints_tell_the_encoding(tmp_path: Path, encoding: str) -> None:
    metric, quote = QUOTED[encoding]
    make_report(tmp_path, quote)
    text = f'id;entity;metric.en;metric.zh;value;unit;source;quote\nf;Alpha;{metric};x;19,0;%;note;"{quote}"\n'
    (tmp_path / "facts.csv").write_bytes(text.encode(encoding))
    checked = check(tmp_path)
    assert checked.problems == ()
    assert [fact.quote for fact in checked.evidence.facts] == [quote]
    assert [fact.metric.en for fact in read_facts(tmp_path)] == [metric]


def test_without_fingerprints_nothing_doubtful_is_printed(tmp_path: Path) -> None:
    metric, quote = QUOTED["cp1250"]
    make_report(tmp_path, "Sales in another town rose 19% to 12,500 cars")
    text = f"id;entity;metric;value;unit;source;quote\nf;Alpha;{metric};19;%;note;{quote}\n"
    (tmp_path / "facts.csv").write_bytes(text.encode("cp1250"))
    assert any("its encoding may be " in problem.wrong for problem in check(tmp_path).problems)


def test_a_report_as_excel_saves_it_in_europe(tmp_path: Path) -> None:
    said = "{file: desk.csv, columns: {Kennzahl: metric, Wert: value, Einheit: unit, Beleg: quote, Stand: period}, defaults: {entity: Zürich, source: note}}"
    quote = "The margin fell 3.5% in the year"
    make_report(tmp_path, quote, said, "Zürich")
    text = f"sep=;\r\nid;Kennzahl;Wert;Einheit;Beleg;Stand\r\nf;Marge für Aktionäre;-3,5;%;{quote};31.12.2025\r\n"
    (tmp_path / "desk.csv").write_bytes(text.encode("cp1252"))
    row = printed(tmp_path)
    assert row[:3] == ["Marge für Aktionäre", -0.035, "%"]
    assert str(row[4]).startswith("2025-12-31")


def test_a_set_made_from_a_url_is_compared_by_the_same_encoding(tmp_path: Path) -> None:
    import fsspec

    metric, quote = QUOTED["cp1250"]
    make_report(tmp_path, quote, "memory://desk/facts.csv")
    text = f"id;entity;metric;value;unit;source;quote\nf;Alpha;{metric};19;%;note;{quote}\n"
    with fsspec.open("memory://desk/facts.csv", "wb") as file:
        file.write(text.encode("cp1250"))
    assert printed(tmp_path)[0] == metric
    verify(tmp_path / "out", report=tmp_path)
