"""What columns are called: in other languages, misspelt, twice, with white space, or not at all."""

from pathlib import Path
from typing import Any

import pytest

from exporter.facts.headings import as_mapping, heading_key, meaning_of
from exporter.facts.where import parse_where
from tests.facts.test_encodings import rows_in

ROW = {"id": "a", "entity": "E", "metric": "M", "value": "6.5", "unit": "%", "source": "s", "quote": "a quote"}  # fmt: skip
KNOWN = "known are id, entity, metric, value"
PASTE = "write beside `file` (or `sql`) in report.yaml what is meant: `columns: "


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Einheit", "unit"), ("Maßeinheit", "unit"), ("EINHEIT ", "unit"), ("单位", "unit"), ("單位", "unit"),
        ("Unité", "unit"), ("Wert", "value"), ("数值", "value"), ("値", "value"), ("valeur", "value"),
        ("Quelle", "source"), ("来源", "source"), ("出典", "source"), ("Zitat", "quote"), ("原文", "quote"),
        ("Kennzahl", "metric"), ("指标", "metric"), ("指標", "metric"), ("Zeitraum", "period"), ("As of", "period"),
        ("Kennzahl (EN)", "metric.en"), ("指标（中文）", "metric.zh"), ("metric_en", "metric.en"), ("Unit ZH", "unit.zh"),
        ("Citation", ""), ("出处", ""), ("Betrag", ""), ("von", ""), ("Übersetzung", ""), ("entity en", ""), ("x", ""),
    ],
)  # fmt: skip
def test_what_a_heading_means_where_it_is_certain(heading: str, field: str) -> None:
    assert meaning_of(heading) == field


@pytest.mark.parametrize(
    "heading",
    ["Net value", " NET  value ", "net\u00a0value", "Net\nvalue", "\ufeffNet value", "Net\u200b value", "Ｎｅｔ value"],
)  # fmt: skip
def test_headings_that_look_the_same_are_one(heading: str) -> None:
    assert heading_key(heading) == "net value"


def test_headings_are_quoted_where_yaml_needs_it(tmp_path: Path) -> None:
    from exporter.facts.yaml_tree import parse_tree, plain

    fields = {"Wert in €": "value", 'a: "b"': "unit", "指标": "metric", "#": "id", "x, y": "quote", "\\": "entity", "Anteil %": "period", "[a]": "source"}  # fmt: skip
    tree, problems = parse_tree(as_mapping(fields), "report.yaml")
    assert problems == []
    assert tree is not None
    assert plain(tree) == fields


def told(folder: Path, headings: list[str], cells: list[str] | None = None, **said: Any) -> list[str]:  # fmt: skip
    """What is told of a table with these headings."""
    cells = cells or [list(ROW.values())[at] if at < len(ROW) else "" for at in range(len(headings))]  # fmt: skip
    lines = ("\t".join(f'"{cell}"' for cell in row) for row in (headings, cells))
    (folder / "facts.csv").write_text("\n".join(lines) + "\n", "utf-8")
    problems = rows_in(folder, parse_where({"file": "facts.csv", **said}))[1]
    return [problem.removeprefix("facts.csv: row 1: ") for problem in problems]


GERMAN = ["Kennung", "Firma", "Kennzahl", "Wert", "Einheit", "Quelle", "Zitat"]
CHINESE = ["编号", "实体", "指标", "数值", "单位", "来源", "原文"]


@pytest.mark.parametrize(
    ("headings", "mapping"),
    [
        (GERMAN, "{Kennung: id, Firma: entity, Kennzahl: metric, Wert: value, Einheit: unit, Quelle: source, Zitat: quote}"),
        (CHINESE, "{编号: id, 实体: entity, 指标: metric, 数值: value, 单位: unit, 来源: source, 原文: quote}"),
        (["id", "entity", "metric", "value", "Einheit", "source", "quote"], "{Einheit: unit}"),
    ],
)  # fmt: skip
def test_headings_of_other_languages_are_proposed_and_not_guessed(
    tmp_path: Path, headings: list[str], mapping: str
) -> None:
    (problem,) = told(tmp_path, headings)
    assert f"; {PASTE}{mapping}`; or rename the columns: {KNOWN}" in problem
    foreign = [f"`{heading}`" for heading in headings if heading not in ROW]
    assert all(heading in problem for heading in foreign)
    said = dict(zip(headings, ROW, strict=True))
    assert told(tmp_path, headings, columns=said) == []


def test_a_foreign_heading_beside_columns_is_added_to_them(tmp_path: Path) -> None:
    columns = dict(zip(GERMAN[:4], ROW, strict=False))
    (problem,) = told(tmp_path, GERMAN, columns=columns)
    assert problem.startswith("`Einheit`, `Quelle` and `Zitat` are not known columns; add to `columns` in report.yaml")  # fmt: skip


@pytest.mark.parametrize(
    ("headings", "problems"),
    [
        ([*ROW, "qualifer"], ["`qualifer` is not a known column; did you mean `qualifier`?"]),
        ([*ROW, "Bemerkung"], ["`Bemerkung` is not a known column; known are "]),
        ([*ROW, "Bemerkung", "Konto"], ["`Bemerkung` and `Konto` are not known columns; known are "]),
        ([*ROW, "Unnamed: 0"], ["`Unnamed: 0` is not a known column: pandas calls one without a name so; leave the column out (`index=False`), or give it a name"]),
        ([*ROW, "Unit"], ["there are 2 columns `unit`; keep one"]),
        ([*ROW, "un\u200bit", "UNIT "], ["there are 3 columns `unit`; keep one"]),
        ([*ROW, "memo", "Memo"], ["`Memo` is not a known column; "]),
        ([*ROW, "", " ", "\u00a0", "\u200b"], []),
        (["\ufeffID", "Entity\u00a0", " metric", "VALUE", "unit", "source", "quote"], []),
    ],
)  # fmt: skip
def test_what_is_said_of_headings(tmp_path: Path, headings: list[str], problems: list[str]) -> None:
    found = told(tmp_path, headings)
    assert len(found) == len(problems)
    assert all(one.startswith(other) for one, other in zip(found, problems, strict=True))


def test_a_column_without_a_name_is_told_once_for_all_rows(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, [*ROW, ""], [*ROW.values(), "lost"])
    assert problem == "facts.csv: row 2, fact a: there is a value in column 8, which has no name; name the column, or empty it"  # fmt: skip


def test_row_numbers_that_pandas_saved_are_told_with_how_to_leave_them_out(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ["", *ROW], ["0", *ROW.values()])
    assert problem.endswith("there is a value in column 1, which has no name; name the column, or empty it; where pandas has numbered rows there, save with `index=False`")  # fmt: skip


OWN = dict(zip(GERMAN, ROW, strict=True))


@pytest.mark.parametrize(
    ("columns", "headings", "problems"),
    [
        ({**OWN, "Fehlt": "period"}, GERMAN, ["facts.csv: `columns` names the heading `Fehlt`, which facts.csv has not; mend it, or take it out; there are Kennung, "]),
        ({**{h: f for h, f in OWN.items() if h != "Einheit"}, "Einhiet": "unit"}, GERMAN, ["facts.csv: `columns` names the heading `Einhiet`, which facts.csv has not; did you mean `Einheit`?"]),
        ({**{h: f for h, f in OWN.items() if h != "Wert"}, "Wret": "value"}, GERMAN, ["facts.csv: `columns` names the heading `Wret`, which facts.csv has not; did you mean `Wert`?"]),
        (OWN, [*GERMAN, "Einheit "], ["`Einheit` (column 5) and `Einheit` (column 8) are both `unit`; keep one"]),
        (OWN, [*GERMAN, "unit"], ["`Einheit` (column 5) and `unit` (column 8) are both `unit`; keep one"]),
        (OWN, [*GERMAN, "Unit", "EINHEIT"], ["`Einheit` (column 5), `Unit` (column 8) and `EINHEIT` (column 9) are all `unit`; keep one"]),
        ({f" {h.upper()}\u00a0": f for h, f in OWN.items()}, GERMAN, []),
    ],
)  # fmt: skip
def test_columns_and_the_headings_of_a_file(
    tmp_path: Path, columns: dict[str, str], headings: list[str], problems: list[str]
) -> None:
    found = [problem.replace(f"{tmp_path}/", "") for problem in told(tmp_path, headings, columns=columns)]  # fmt: skip
    assert len(found) == len(problems)
    assert all(one.startswith(other) for one, other in zip(found, problems, strict=True))


def test_a_heading_is_mapped_once(tmp_path: Path) -> None:
    """`Wert` is the value, and what is called `value` there is the unit."""
    headings = ["id", "entity", "metric", "Wert", "value", "source", "quote"]
    lines = [",".join(headings), ",".join(ROW.values())]
    (tmp_path / "facts.csv").write_text("\n".join(lines) + "\n", "utf-8")
    where = parse_where({"file": "facts.csv", "columns": {"Wert": "value", "value": "unit"}})
    rows, problems = rows_in(tmp_path, where)
    assert problems == []
    assert (rows[0]["value"], rows[0]["unit"]) == ("6.5", "%")


def test_in_a_folder_a_file_need_not_have_all_headings(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    for name, headings in (("a.csv", GERMAN), ("b.csv", list(ROW))):
        text = f"{','.join(headings)}\n{','.join({**ROW, 'id': name[0]}.values())}\n"
        (tmp_path / "facts" / name).write_text(text, "utf-8")
    rows, problems = rows_in(tmp_path, parse_where({"file": "facts", "columns": OWN}))
    assert ([row["id"] for row in rows], problems) == (["a", "b"], [])
