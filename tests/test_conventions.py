"""docs/conventions.md: each rule has a source, a verdict and tests that are there; and some of these."""

import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from exporter.facts.words import LANGUAGES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "conventions.md"
HELD = {"always", "in the profile", "in part", "not", "author's"}
SOURCE = re.compile(
    r"AF (tables|footnotes|formatting|structure|publishing)( \*)?|ICAEW (\d+)|FAST [\d., -]+"
)
# What formulas of Contents, Checks and names are made of; whoever needs another asks whether a
# reader can follow it.
FUNCTIONS = {
    "ABS", "AND", "COLUMN", "COUNT", "COUNTA", "COUNTIF", "EXACT", "IF", "IFERROR", "INDEX", "INT",
    "ISNUMBER", "ISTEXT", "LEFT", "LEN", "LOG10", "MATCH", "MAX", "MID", "REPT", "RIGHT", "ROWS",
    "SIGN", "SUM", "SUMIF", "SUMPRODUCT", "TEXT", "UNICODE",
}  # fmt: skip


def rules() -> list[list[str]]:
    """The rows of the page's tables, cell by cell."""
    rows = re.findall(r"^\|(?! rule|---)(.+)\|$", PAGE.read_text("utf-8"), re.MULTILINE)
    return [[cell.strip() for cell in row.split("|")] for row in rows]


def known_tests() -> Counter[str]:
    texts = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return Counter(
        name for text in texts for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)
    )


def test_every_rule_has_a_source_a_verdict_and_tests_that_exist() -> None:
    known, sources = known_tests(), []
    for what, source, held, why, tests in rules():
        named = re.findall(r"`(test_\w+)`", tests)
        assert SOURCE.fullmatch(source), what
        assert held in HELD, what
        assert named or held == "author's", f"nothing holds {what!r}"
        assert why or held in {"always", "in the profile", "author's"}, f"say why of {what!r}"
        assert [name for name in named if not known[name]] == [], what
        sources.append(source)
    counted = Counter(source.split()[0] for source in sources)
    assert counted["AF"] == 34, "the checklist of the basics has 36, three of them on notes"
    assert [source for source in sources if source.startswith("ICAEW")] == [
        f"ICAEW {number}" for number in range(1, 21)
    ]
    assert counted["FAST"] > 10


def test_every_test_of_the_profile_holds_a_rule() -> None:
    own = (ROOT / "tests" / "report" / "xlsx" / "test_accessible.py").read_text("utf-8")
    named = PAGE.read_text("utf-8")
    rest = {name for name in re.findall(r"^def (test_\w+)", own, re.MULTILINE) if name not in named}
    assert rest == {
        "test_the_file_keeps_to_the_schemas",
        "test_the_proof_finds_it_as_it_was_laid_out",
        "test_the_proof_sees_what_is_otherwise",
        "test_a_sheet_of_lists_is_no_entity_s",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_formulas_take_functions_that_can_be_followed(built: Path, lang: str) -> None:
    book = openpyxl.load_workbook(built / f"business-lines.{lang}.xlsx")
    cells = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    texts = [str(getattr(value, "text", value)) for value in cells]
    formulas = [text for text in texts if text.startswith("=")]
    formulas += [name.value for name in book.defined_names.values()]
    assert len(formulas) > 100
    for formula in formulas:
        bare = re.sub(r'"[^"]*"|\'[^\']*\'', "", formula)
        assert {*re.findall(r"([A-Z][A-Z0-9.]*)\(", bare)} <= FUNCTIONS, formula
        assert not re.search(r"\n|\[\d|\.xls", formula), formula
        assert deepest_if(bare) <= 1, formula


def deepest_if(formula: str) -> int:
    """How many IFs stand within one another."""
    open_, deepest = [], 0
    for name, bracket in re.findall(r"([A-Z][A-Z0-9.]*)?([()])", formula):
        if bracket == ")":
            open_.pop()
        else:
            open_.append(name)
            deepest = max(deepest, open_.count("IF"))
    return deepest
