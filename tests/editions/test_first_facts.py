"""`exporter pull`: the first fact of an entity goes where the report would keep it."""

import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from exporter import read_facts
from exporter.editions.pull.model import Pulled
from exporter.editions.pull.pulled import find_pulled, write_pulled
from exporter.facts.sheet_labels import COLUMN_LABELS
from exporter.facts.words import Lang
from tests.editions.edited_report import LETTER, built, make_edited_report, record_text
from tests.editions.test_pull import Save, by_libreoffice, by_openpyxl, told
from tests.figured_report import edit

NAMES = {"en": "Ports", "zh": "港口"}
QUOTE = "Its ports handled 640 ships in 2025"
OTHER = "They employ 1,900 people"
COLUMNS = "ABCDEFGHIJK"
HEADINGS = ("metric", "value", "unit", "qualifier", "as_of", "status", "attribution", "quote",
            "translation", "source", "fact")  # fmt: skip
ROWS: dict[str, list[dict[str, object]]] = {
    "en": [
        {"A": "Ships handled", "B": 640, "C": "ships", "E": 2025, "H": QUOTE, "J": "ports"},
        {"A": "Staff", "B": 1900, "C": "people", "H": OTHER, "J": "ports"},
    ],
    "zh": [
        {"A": "船舶数", "B": 640, "C": "艘", "E": 2025, "H": QUOTE, "J": "ports"},
        {"A": "员工", "B": 1900, "C": "人", "H": OTHER, "J": "ports"},
    ],
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report and what was built of it; only to be copied."""
    folder = tmp_path_factory.mktemp("first")
    desk = make_edited_report(folder / "desk")
    record_text(
        desk, "ports", f"{QUOTE}.\n\n{OTHER}.\n", LETTER | {"url": "https://example.com/ports"}
    )
    built(desk, folder / "out")
    edit(desk / "report.yaml", "workbooks:", "  - name: {en: Ports, zh: 港口}\nworkbooks:")
    return folder


@pytest.fixture
def desk(whole: Path, tmp_path: Path) -> Path:
    """A report that was built before it had an entity more, of which there is no fact yet."""
    shutil.copytree(whole / "out", tmp_path / "out")
    return Path(shutil.copytree(whole / "desk", tmp_path / "desk"))


def cells_of(lang: Lang, first: int = 5, *, rows: int = 2) -> dict[str, object]:
    """A sheet with the headings of an entity's, and rows of new facts."""
    put: dict[str, object] = {
        f"{at}4": COLUMN_LABELS[key].in_(lang) for at, key in zip(COLUMNS, HEADINGS, strict=True)
    }
    for row, cells in enumerate(ROWS[lang][:rows], first):
        put |= {f"{at}{row}": value for at, value in cells.items()}
    return put


def pulled(desk: Path, save: Save = by_openpyxl, lang: Lang = "en", rows: int = 2) -> Pulled:
    saved = desk.parent / "edited.xlsx"
    put = {NAMES[lang]: cells_of(lang, rows=rows)}
    save(desk.parent / f"out/figures.{lang}.xlsx", saved, put, {})
    return find_pulled(desk, saved)


@pytest.mark.parametrize(("lang", "save"), [("en", by_openpyxl), ("zh", by_libreoffice)])
def test_a_sheet_added_for_an_entity_brings_its_first_facts(
    desk: Path, save: Save, lang: Lang
) -> None:
    """Each file is one entity's by its name, and so the new one."""
    edit(desk / "report.yaml", "author: Desk", "author: Desk\nevidence: optional")
    found = pulled(desk, save, lang)
    assert found.is_whole, told(found)
    assert [change.field for change in found.changes] == ["", ""]
    assert "--- /dev/null\n+++ " in found.diff
    write_pulled(desk, found)
    assert sorted(path.name for path in (desk / "facts").iterdir()) == [
        "motors.yaml", "ports.yaml", "power.yaml",
    ]  # fmt: skip
    facts = read_facts(desk).to_frame()
    assert list(facts[facts["entity"] == "Ports"]["number"]) == [640, 1900]
    again = find_pulled(desk, desk.parent / "edited.xlsx")
    assert not again.contents
    assert len(again.notes) == 2
    edit(desk / "report.yaml", "languages: [en, zh]", f"languages: [{lang}]")
    built(desk, desk.parent / "again")
    book = load_workbook(desk.parent / f"again/figures.{lang}.xlsx")
    assert book[NAMES[lang]]["B5"].value == 640


def test_one_fact_on_a_sheet_whose_headings_stand_in_its_first_row(desk: Path) -> None:
    """The first row below the headings is a row as any other, beside whatever else is edited."""
    saved = desk.parent / "edited.xlsx"
    put = {
        f"{at}1": COLUMN_LABELS[key].in_("en") for at, key in zip(COLUMNS, HEADINGS, strict=True)
    }
    ports: dict[str, object] = {**put, **{f"{at}2": cell for at, cell in ROWS["en"][0].items()}}
    by_openpyxl(
        desk.parent / "out/figures.en.xlsx",
        saved,
        {"Ports": ports, "Motors": {"F8": "claimed"}},
        {},
    )
    found = find_pulled(desk, saved)
    assert [change.place.fact for change in found.changes] == ["plant", "ports-ships-handled"]


def test_the_new_file_says_just_that(desk: Path) -> None:
    write_pulled(desk, pulled(desk))
    assert (desk / "facts/ports.yaml").read_text("utf-8") == (
        "- id: ports-ships-handled\n  entity: Ports\n  metric: {en: Ships handled}\n  value: 640\n"
        "  unit: {en: ships}\n  period: 2025\n  source: ports\n"
        f"  quote: {QUOTE}\n\n"
        "- id: ports-staff\n  entity: Ports\n  metric: {en: Staff}\n  value: 1900\n"
        f"  unit: people\n  source: ports\n  quote: {OTHER}\n"
    )


def test_a_row_on_a_sheet_whose_facts_are_gone_by_now(desk: Path) -> None:
    """It was built with facts of its entity, and they were taken out of the report since."""
    (desk / "facts/power.yaml").write_text("# none left\n[]\n", "utf-8")
    saved = desk.parent / "edited.xlsx"
    put = {f"{at}9": value for at, value in ROWS["en"][0].items()}
    by_openpyxl(desk.parent / "out/figures.en.xlsx", saved, {"Power": put}, {})
    found = find_pulled(desk, saved)
    assert [change.place.fact for change in found.changes] == ["power-ships-handled"]
    write_pulled(desk, found)
    text = (desk / "facts/power.yaml").read_text("utf-8")
    assert text.startswith("# none left\n- id: power-ships-handled\n  entity: Power\n")


def test_one_file_of_all_entities_takes_it(desk: Path) -> None:
    both = "".join((desk / f"facts/{name}.yaml").read_text("utf-8") for name in ("motors", "power"))
    for name in ("motors", "power"):
        (desk / f"facts/{name}.yaml").unlink()
    (desk / "facts/figures.yaml").write_text(both, "utf-8")
    found = pulled(desk)
    assert [path.name for path in found.contents] == ["figures.yaml"]
    write_pulled(desk, found)
    text = (desk / "facts/figures.yaml").read_text("utf-8")
    assert text.startswith(both)
    assert "- id: ports-ships-handled\n  entity: Ports\n" in text
    facts = read_facts(desk).to_frame()
    assert list(facts[facts["entity"] == "Ports"]["period"].fillna("")) == ["2025", ""]


def test_a_file_that_report_yaml_names_takes_it_and_no_new_one_beside_it(desk: Path) -> None:
    (desk / "facts/power.yaml").unlink()
    edit(desk / "report.yaml", "author: Desk", "author: Desk\nfacts: facts/motors.yaml")
    found = pulled(desk)
    assert [path.name for path in found.contents] == ["motors.yaml"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_takes_it(desk: Path, kind: str) -> None:
    as_table(desk, kind)
    found = pulled(desk)
    assert found.is_whole, told(found)
    write_pulled(desk, found)
    facts = read_facts(desk).to_frame()
    assert list(facts[facts["entity"] == "Ports"]["number"]) == [640, 1900]
    assert len(facts) == 10


def test_parquet_takes_none_and_says_so(desk: Path) -> None:
    frame = read_facts(desk).to_frame()
    for path in (desk / "facts").iterdir():
        path.unlink()
    frame.to_parquet(desk / "facts/all.parquet")
    found = pulled(desk)
    assert not found.contents
    assert {refusal.fault.wrong.partition(": ")[2] for refusal in found.refusals} == {
        "Parquet is not changed here; write it anew"
    }


def test_sheets_that_are_no_entity_s_are_left_alone_and_told(desk: Path) -> None:
    saved, book = desk.parent / "edited.xlsx", desk.parent / "out/figures.en.xlsx"
    by_openpyxl(book, saved, {"Harbours": cells_of("en")}, {})
    found = find_pulled(desk, saved)
    assert (found.changes, found.refusals) == ((), ())
    (note,) = found.notes
    assert "Harbours: no entity of the report has this name" in note
    by_openpyxl(book, saved, {"Ports": cells_of("en") | {"K5": "deliveries"}}, {})
    found = find_pulled(desk, saved)
    assert not found.changes
    assert "Ports: its rows have the ids of facts of other sheets" in found.notes[0]
    by_openpyxl(book, saved, {"Scratch": cells_of("en", rows=0)}, {})
    assert find_pulled(desk, saved).notes == ()


def test_sheets_that_may_hold_facts_are_told_however_few(desk: Path) -> None:
    """One row, half a row, a copy of another sheet, and the name of an entity without headings."""
    saved, book = desk.parent / "edited.xlsx", desk.parent / "out/figures.en.xlsx"
    one: dict[str, object] = cells_of("en", rows=1)
    half = {name: value for name, value in one.items() if name not in {"H5", "J5"}}
    for put in (one, half):
        by_openpyxl(book, saved, {"Ports green": put}, {})
        (note,) = find_pulled(desk, saved).notes
        assert note.startswith("Ports green: no entity of the report has this name")
    by_openpyxl(book, saved, {"Ports": {"A1": "Metric", "A2": "Ships"}}, {})
    (note,) = find_pulled(desk, saved).notes
    assert note.startswith("Ports: it has the name of an entity, but no row with the headings")
    copied = load_workbook(book)
    copied.copy_worksheet(copied["Power"])["B5"] = 99
    copied.save(saved)
    found = find_pulled(desk, saved)
    assert not found.changes
    assert found.notes[0].startswith("Power Copy: its rows have the ids of facts of other sheets")
    named = load_workbook(book)
    named["Power"].title = "Energy"
    named.save(saved)
    assert find_pulled(desk, saved).notes == ()


def test_a_row_of_an_entity_that_the_report_has_no_more_is_refused(desk: Path) -> None:
    for path, old in ((desk / "report.yaml", "  - name: {en: Power, zh: 电力}\n"),):
        edit(path, old, "")
    (desk / "facts/power.yaml").unlink()
    saved = desk.parent / "edited.xlsx"
    put = {f"{at}9": value for at, value in ROWS["en"][0].items()}
    by_openpyxl(desk.parent / "out/figures.en.xlsx", saved, {"Power": put}, {})
    (refusal,) = find_pulled(desk, saved).refusals
    assert str(refusal).startswith("Power!A9: 'Power' is no entity of report.yaml any more")


def as_table(desk: Path, kind: str) -> None:
    """Put the facts of a report into one table."""
    names = [
        "id",
        "entity",
        "metric.en",
        "metric.zh",
        "value",
        "unit",
        "unit.en",
        "unit.zh",
        "period",
        "source",
        "quote",
    ]
    rows = [
        ["deliveries", "Motors", "Cars delivered", "汽车交付量", 12500, "", "cars", "辆", "2025", "letter",
         "Motors delivered more than 12,500 cars in 2025"],
        *(
            [f"wind-{at}", "Power", "Wind farms", "风电场", 40, "", "wind farms", "座", "", "letter",
             "Power has 40 wind farms and 12 solar parks"]
            for at in range(7)
        ),
    ]  # fmt: skip
    for path in (desk / "facts").iterdir():
        path.unlink()
    if kind == "csv":
        lines = [",".join(f'"{cell}"' for cell in row) for row in (names, *rows)]
        (desk / "facts/all.csv").write_text("\n".join(lines) + "\n", "utf-8")
        return
    book = Workbook()
    assert book.active is not None
    for row in (names, *rows):
        book.active.append(row)
    book.save(desk / "facts/all.xlsx")
