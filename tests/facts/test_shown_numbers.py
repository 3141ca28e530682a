"""Numbers in texts as programs show them: read where they are beyond doubt, else told what is right."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from exporter import ContentError, read_facts
from exporter.facts.near_forms import near_number
from exporter.facts.shown_numbers import shown_number
from exporter.facts.where import parse_where
from tests.facts.parsed import parse_facts
from tests.facts.test_encodings import rows_in
from tests.facts.test_flat import found
from tests.facts.test_marks import NAMES, csv_file
from tests.facts.test_parse import written

pytestmark = pytest.mark.usefixtures("unconfined")

KINDS = ("commas", "semicolons", "decimal commas", "text cells")


def write_rows(folder: Path, kind: str, rows: Sequence[dict[str, object]]) -> Path:
    """A file of one of KINDS with these rows."""
    if kind != "text cells":
        texts = [
            {name: str(value).replace('"', '""') for name, value in row.items()} for row in rows
        ]
        csv_file(folder, texts, "," if kind == "commas" else ";")
        return folder / "facts.csv"
    book = Workbook()
    book.active.append(NAMES)
    for place, row in enumerate(rows):
        cells: dict[str, object] = {"id": f"f{place}", "entity": "E", "metric": "M", "source": "s", "quote": "q"}  # fmt: skip
        cells |= row
        book.active.append([cells.get(name) for name in NAMES])
        for cell in book.active[place + 2]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    book.save(folder / "facts.xlsx")
    return folder / "facts.xlsx"


def read(
    folder: Path, kind: str, rows: Sequence[dict[str, object]]
) -> tuple[list[dict[str, str]], list[str]]:
    """The rows of a file of one of KINDS, and its problems."""
    write_rows(folder, kind, rows)
    is_said = kind == "decimal commas"
    return rows_in(folder, parse_where({"file": "facts.csv", "decimal": ","}) if is_said else None)


# What is shown, with which unit beside it, and what it is.
COMMAS = [
    ("(6,5)", "", "-6.5"),
    ("18,5-", "", "-18.5"),
    ("(12,5%)", "%", "-12.5"),
    ("(12,5)%", "%", "-12.5"),
    ("12,5 %", "%", "12.5"),
    ("12,5\u00a0%", "%", "12.5"),
    ("−6,5", "", "-6.5"),
    ("– 6,5", "", "-6.5"),
    ("1,25E+09", "", "1.25E+09"),
    ("-1,25e-3", "", "-1.25e-3"),
    ("1.250.000.000", "", "1250000000"),
    ("(1.250.000.000)", "", "-1250000000"),
    ("1\u202f234,5", "", "1234.5"),
    ("1\u2009234,5", "", "1234.5"),
    ("1’234,5", "", "1234.5"),
    ("'1.234,5", "", "1234.5"),
    ('="6,5"', "", "6.5"),
    ("８，５", "", "8.5"),
    (" 6,5 ", "", "6.5"),
]
EITHER = [  # whatever begins decimals
    ("1 234", "", "1234"),
    ("1\u00a0234\u00a0567", "", "1234567"),
    ("１２３４", "", "1234"),
    ("（１９）", "", "-19"),
    ("19％", "％", "19"),
    ("19%", "pp", "19"),
    ("3‰", "‰", "3"),
    ("'19", "", "19"),
    ("19-", "", "-19"),
    ("－19", "", "-19"),
    ("+ 19", "", "+19"),
    ("\u00a019\u200b", "", "19"),
]
POINTS = [
    ("(18.5)", "", "-18.5"),
    ("12.5%", "%", "12.5"),
    ("18.5-", "", "-18.5"),
    ("８．５", "", "8.5"),
    ("１，２３４．５", "", "1234.5"),
    ("1'234.5", "", "1234.5"),
    ("'1,234.5", "", "1234.5"),
    ("- 1,234.50", "", "-1234.50"),
]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_beyond_doubt_is_read(tmp_path: Path, kind: str) -> None:
    for cases in [COMMAS, EITHER, *([POINTS] if kind != "decimal commas" else [])]:
        rows = [{"value": shown, "unit": unit} for shown, unit, _ in cases]
        read_rows, problems = read(tmp_path, kind, rows)
        assert problems == []
        assert [row["value"] for row in read_rows] == [number for *_, number in cases]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("shown", ["'1,234", "(1,234)", "1,234-", "１，２３４", "1,234 ", "-1,234"])
def test_what_may_be_two_numbers_is_not(tmp_path: Path, kind: str, shown: str) -> None:
    rows, problems = read(tmp_path, kind, [{"value": shown}])
    if kind == "decimal commas":
        assert (rows[0]["value"].lstrip("-"), problems) == ("1.234", [])
        return
    (problem,) = problems
    assert rows == []
    assert "1.234 with decimal commas, and " in problem
    remedy = "enter it as a number, and not as a text" if kind == "text cells" else "say `decimal:"
    assert remedy in problem


@pytest.mark.parametrize(
    ("shown", "unit"), [("12%", ""), ("12,5 %", ""), ("(7%)", ""), ("３％", "")]
)
def test_a_percentage_says_its_unit(tmp_path: Path, shown: str, unit: str) -> None:
    for kind in KINDS:
        (row,), problems = read(tmp_path, kind, [{"value": shown, "unit": unit}])
        assert (row["unit"], problems) == ("%", [])
        assert shown_number(row["value"]) == (row["value"], "")


@pytest.mark.parametrize(
    ("shown", "unit", "number"),
    [
        ("1.234,50 €", "EUR", "1234.50"), ("€ 1.234,50", "EUR", "1234.50"), ("-6,5 €", "€", "-6.5"), ("(€6,5)", "EUR", "-6.5"),
        ("6,50- EUR", "EUR", "-6.50"), ("$6,5", "USD", "6.5"), ("-$6,5", "AUD", "-6.5"), ("US$6,5", "USD", "6.5"),
        ("￥6,5", "CNY", "6.5"), ("6,5円", "JPY", "6.5"), ("6,5 kr", "SEK", "6.5"), ("CHF 1’234,50", "CHF", "1234.50"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", KINDS)
def test_a_sum_is_read_beside_its_currency(
    tmp_path: Path, kind: str, shown: str, unit: str, number: str
) -> None:
    (row,), problems = read(tmp_path, kind, [{"value": shown, "unit": unit}])
    assert (row["value"], row["unit"], problems) == (number, unit, [])


@pytest.mark.parametrize(("shown", "unit"), [("6,5 €", "€"), ("$6,5", "$"), ("US$6,5", "US$"), ("(￥6,5)", "¥")])  # fmt: skip
def test_a_sum_with_a_sign_says_its_currency(tmp_path: Path, shown: str, unit: str) -> None:
    (row,), problems = read(tmp_path, "commas", [{"value": shown}])
    assert (row["value"].lstrip("-"), row["unit"], problems) == ("6.5", unit, [])


@pytest.mark.parametrize(
    ("shown", "unit"),
    [("6,5 €", "EUR million"), ("$6,5", "CNY"), ("6,5 €", "USD"), ("6,5 kr", "EUR"), ("€6,5", "%"), ("6,5 €", "text")],
)  # fmt: skip
def test_a_sum_beside_another_unit_is_left_to_the_rules(
    tmp_path: Path, shown: str, unit: str
) -> None:
    (row,), _ = read(tmp_path, "commas", [{"value": shown, "unit": unit}])
    assert (row["value"], row["unit"]) == (shown, unit)


@pytest.mark.parametrize(
    ("shown", "unit", "right"),
    [
        ("1.234,50 €", "USD", "write `value: 1234.50` and `unit: €`"),
        (
            "1.234,50 €",
            "EUR million",
            "write `value: 1234.50` and `unit: €`, or `value: 1234.50` alone, if it is in EUR m",
        ),
        (
            "($6.5)",
            "USD billion",
            "write `value: -6.5` and `unit: $`, or `value: -6.5` alone, if it is in USD billion",
        ),
        (
            "€4.2",
            "EUR per share",
            "write `value: 4.2` and `unit: €`, or `value: 4.2` alone, if it is in EUR per share",
        ),
        ("$6.5", "EUR million", "write `value: 6.5` and `unit: $`"),
        ("1 9", "hours", "write the number that is meant"),
        ("0x13", "hours", "write the number that is meant"),
        ("1_234.5", "hours", "write the number that is meant"),
        ("1.234.5", "hours", "write the number that is meant"),
        ("19 (2024: 17)", "hours", "write the number that is meant"),
        ("1'234'567 total", "hours", "write `value: 1234567`"),
        ("EUR 5,2", None, "write `value: 5.2` and `unit: EUR`"),
        ("USD (1,234.5)", "EUR", "write `value: -1234.5` and `unit: USD`"),
        ("▲18.5", None, "where the triangle means minus, write -18.5"),
        ("12-Mar", "CNY", "write the source's number: this reads as a date"),
        ("Mrz 25", "CNY", "write the source's number: this reads as a date"),
        ("01.02.2025", "customers", "write the source's number: this reads as a date"),
        ("31.12.25", "%", "write the source's number: this reads as a date"),
        ("1/2", "x", "write 0.5, if it is a fraction"),
        ("¾", "hours", "write 0.75, if it is a fraction"),
        ("6½", "hours", "write 6.5, if it is a fraction"),
        ("-6 ¼", "hours", "write -6.25, if it is a fraction"),
        ("10⅛", "x", "write 10.125, if it is a fraction"),
        ("< ,5", "x", "write `value: 0.5`"),
        ("1,25 Mio.", "EUR", "write `value: 1.25`, and say 'Mio.' in `unit`"),
        ("12.5 bn", "EUR", "write `value: 12.5`, and say 'bn' in `unit`"),
        ("(6,5)", "CNY", "write -6.5: a point begins decimals"),
        ("18.5-", "CNY", "write -18.5"),
    ],
)
def test_what_to_write_where_a_text_is_no_number(shown: str, unit: str | None, right: str) -> None:
    _, (problem,) = parse_facts(written({"value": shown, "unit": unit}))
    assert problem.right.startswith(right)


@pytest.mark.parametrize("text", ["TOP 100", "ALL 5", "ISO 9001", "GPT 4", "Q3", "Fr. 5th"])
def test_words_before_numbers_are_no_currencies(tmp_path: Path, text: str) -> None:
    (row,), _ = read(tmp_path, "commas", [{"value": text}])
    assert (row["value"], row["unit"]) == (text, None)


@pytest.mark.parametrize("unit", ["CNY", "‰", "customers", "text", "date", "x"])
def test_a_percentage_beside_another_unit_is_left_to_the_rules(tmp_path: Path, unit: str) -> None:
    for kind in KINDS:
        (row,), _ = read(tmp_path, kind, [{"value": "12%", "unit": unit}])
        assert (row["value"], row["unit"]) == ("12%", unit)


@pytest.mark.parametrize(
    "text",
    ["(6,5", "6,5)", "-(6,5)", "(6,5)-", "-6-", "1 23", "12 34", "6,5 x", "(a)", "()", "-", "--5", "18-20", "5%%",
     "1 234 56", "2025-12-31", "31.12.2025 x", "½", "12:30", "% 5", "€5 %", "€5 $", "5 km"],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    assert shown_number(text) is None


@given(st.text(alphabet="0123456789.,' ()+-%‰eE８．（）−\u202f", max_size=12))
def test_a_number_shown_is_typed_so(text: str) -> None:
    shown = shown_number(text)
    if shown is not None:
        assert shown_number(shown.text) == (shown.text, "")
        digits = [str(int(digit)) for digit in text if digit.isdecimal()]
        assert [digit for digit in shown.text if digit.isdecimal()] == digits


def test_numbers_that_are_typed_show_nothing_of_texts(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "text cells", [{"value": 6.5}, {"value": 1.234}, {"value": "1.250.000"}])  # fmt: skip
    assert ([row["value"] for row in rows], problems) == (["6.5", "1.234", "1250000"], [])


def test_dates_of_text_cells_by_column(tmp_path: Path) -> None:
    days = ["31.12.2025", "03.04.2025", "2025/6/1"]
    rows, problems = read(tmp_path, "text cells", [{"value": 1, "period": day} for day in days])
    assert [row["period"] for row in rows] == ["2025-12-31", "2025-04-03", "2025-06-01"]
    assert problems == []


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("31.12.25", "write 2025-12-31 or 2031-12-25, whichever is meant"),
        ("12/31/25", "write 2025-12-31"),
        ("Dez 25", "write 2025-12"),
        ("31 Dez 2025", "write 2025-12-31"),
        ("déc.-25", "write 2025-12"),
        ("2025年12月31日", "write 2025-12-31"),
        ("46022", "write 2025-12-31, if it is the day that spreadsheets count so"),
        ("31.12.2025 10:30", "write 2025-12-31"),
    ],
)
@pytest.mark.parametrize("kind", ["commas", "text cells"])
def test_what_to_write_for_a_date_in_another_form(
    tmp_path: Path, kind: str, value: str, right: str
) -> None:
    place = write_rows(tmp_path, kind, [{"value": "19", "period": value}, {"value": value, "unit": "date"}])  # fmt: skip
    with pytest.raises(ContentError) as raised:
        read_facts(place)
    assert [problem.right for problem in raised.value.problems] == [right, right]


@pytest.mark.parametrize("value", ["31.12.2025", "01.02.2025", "2025/1/2", "12/31/2025"])
def test_a_value_with_a_measure_is_no_date(tmp_path: Path, value: str) -> None:
    for kind in KINDS:
        (row,), problems = read(tmp_path, kind, [{"value": value, "unit": "CNY"}])
        assert (row["value"], problems) == (value, [])


def test_a_frame_s_texts_are_read_too() -> None:
    import pandas as pd

    names = {"id": ["a"], "entity": ["E"], "metric": ["M"], "source": ["s"], "quote": ["q"]}
    table, problems = found(pd.DataFrame({**names, "value": ["(18.5%)"], "unit": ["%"]}))
    assert (table["value"].to_pylist(), problems) == (["-18.5"], [])


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("(6,5)", "write -6.5: a point begins decimals"),
        ("(18.5)", "write -18.5"),
        ("18,5-", "write -18.5: a point begins decimals"),
        ("1,25E+09", "write 1.25E+09: a point begins decimals"),
        ("1.250.000.000", "write 1250000000: a point begins decimals, and nothing parts thousands"),
        ("８．５", "write 8.5"),
        ("'1,234", "write 1234 without a separator, or 1.234 if the comma begins decimals"),
        ("△18.5", "where the triangle means minus, write -18.5"),
        ("▲ 1,234.5", "where the triangle means minus, write -1234.5 without separators"),
    ],
)
def test_what_to_write_for_a_number_that_is_shown(text: str, right: str) -> None:
    assert near_number(text) == right
