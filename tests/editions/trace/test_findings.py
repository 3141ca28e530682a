"""What is found of a number by its heads and its value."""

from typing import Any

import pytest

from exporter.editions.trace.copied import shown_note
from exporter.editions.trace.judged import Judge
from exporter.editions.trace.model import Hint, Verdict
from tests.editions.trace.traced_models import findings


def model(
    label: str, head: object, value: object, title: str = "Nordwind Group"
) -> list[list[Any]]:
    return [[title], [], [None, head], [label, value]]


FOUND = [
    ("Revenue (RMB m)", 2025, 22153, "", "rev-2025"),
    ("Revenue (RMB m)", "FY25", 22153, "", "rev-2025"),
    ("Net sales, RMB bn", "2025A", 22.15, "", "rev-2025"),
    ("收入（亿元）", "2025年", 221.53, "", "rev-2025"),
    ("营业收入", "2025年", 22153000000, "", "rev-2025"),
    ("Turnover (RMB m)", 2025, 22153000000, "m", "rev-2025"),
    ("Revenue, thousands", 2025, 22153000, "", "rev-2025"),
    ("Net loss (RMB m)", 2023, -412, "", "loss-2023"),
    ("Net profit (RMB m)", 2023, -412, "", "loss-2023"),
    ("Capex (RMB m)", 2025, -1252, "#,##0;(#,##0)", "capex-2025"),
    ("Revenue (RMB bn)", "2026E", 24.0, "", "guidance"),
    ("Revenue (RMB bn)", "2026E", 24.75, "", "guidance"),
    ("Gross margin", 2025, 0.386, "%", "margin"),
    ("Gross margin (%)", 2025, 38.6, "", "margin"),
    ("毛利率", "2025年", 0.386, "%", "margin"),
    ("EPS (RMB)", 2025, 3.05, "", "eps"),
    ("Headcount", 2025, 33053, "", "employees"),
    ("Customers", 2025, 480000, "", "customers"),
    ("Customers ('000)", 2025, 480, "", "customers"),
    ("Target price (HK$)", None, 25.5, "", "hafen"),
    ("Number of stores", 2025, 2310, "", ""),  # a passage of the source
]


@pytest.mark.parametrize(("label", "head", "value", "code", "id_"), FOUND)
def test_a_number_is_found(
    judge: Judge, label: str, head: object, value: float, code: str, id_: str
) -> None:
    finding = findings(judge, model(label, head, value), {"B4": code} if code else {})["B4"]
    assert (finding.verdict, finding.candidates[0].id) == (Verdict.FOUND, id_)


NOT_FOUND = [
    ("Revenue (RMB m)", 2025, 22513, Hint.DIGIT, "22,153"),
    ("Revenue (RMB m)", 2025, 22154, Hint.DIGIT, "22,153"),
    ("Revenue (RMB m)", 2025, -22153, Hint.SIGN, "22,153"),
    ("Revenue (RMB m)", 2025, 22.153, Hint.SHIFT, "22,153"),
    ("Revenue (RMB m)", 2025, 221530, Hint.SHIFT, "22,153"),
    ("Revenue (RMB m)", 2025, 17904, Hint.STALE, "22,153"),
    ("Revenue (RMB m)", 2023, 18268, Hint.STALE, "restated by rev-2023"),
    ("Revenue (RMB m)", 2025, 9000, Hint.OTHER, "22,153"),
    ("Market share (%)", 2025, 21.3, Hint.STALE, "withdrawn"),
    ("Net profit (RMB m)", 2023, 412, Hint.SIGN, "-412"),
    ("Gross margin (%)", 2025, 3.86, Hint.SHIFT, "38.6"),
]


@pytest.mark.parametrize(("label", "head", "value", "hint", "note"), NOT_FOUND)
def test_a_number_is_not_found_and_what_would_be_right_is_said(
    judge: Judge, label: str, head: object, value: float, hint: Hint, note: str
) -> None:
    finding = findings(judge, model(label, head, value))["B4"]
    assert (finding.verdict, finding.hint) == (Verdict.NOT_FOUND, hint)
    assert note in shown_note(finding, "en")


def test_number_formats_lists_and_brokers_say_what_a_number_is(judge: Judge) -> None:
    of_group = [["Nordwind Group"], [], [None, 2025], ["Revenue", 22.153]]
    for code, verdict in (('"RMB "0.0"bn"', Verdict.FOUND), ('"US$"0.0"bn"', Verdict.NOT_FOUND)):
        assert findings(judge, of_group, {"B4": code})["B4"].verdict is verdict
    listed = [["Metric", "Value", "Unit", "Year"], ["NDW revenue", 22153, "RMB m", "FY25"]]
    assert findings(judge, listed)["B2"].candidates[0].id == "rev-2025"
    prices = [["Nordwind Group"], ["Target prices (HK$)"], ["Hafen Securities", 25.5]]
    assert findings(judge, prices)["B3"].verdict is Verdict.FOUND
    assert (
        findings(judge, [*prices[:2], ["Other Securities", 25.5]])["B3"].verdict
        is not Verdict.FOUND
    )


# Each equals the group's revenue of 2025, or another figure, of which its heads do not speak.
TRAPS = [
    ("Nordwind Group", "Cost of revenue (RMB m)", 2025, 22153),
    ("Nordwind Group", "Licence revenue (RMB m)", 2025, 22153),
    ("Nordwind Group", "Revenue (USD m)", 2025, 22153),
    ("Nordwind Group", "Revenue per customer (RMB m)", 2025, 22153),
    ("Nordwind Group", "Revenue (RMB m)", "1H25", 22153),
    ("Nordwind Group", "海外收入（百万元）", "2025年", 22153),
    ("Nordwind Cloud", "Revenue (RMB m)", 2025, 22153),
    ("Tencent", "Revenue (RMB m)", 2025, 22153),
    ("Südmark Holdings", "Revenue (RMB m)", 2025, 22153),
    ("Nordwind Group", "Adjusted gross margin (%)", 2025, 38.6),
    ("Nordwind Group", "Discount rate (%)", 2025, 38.6),
    ("Nordwind Group", "New customers", 2025, 480000),
]


@pytest.mark.parametrize(("title", "label", "head", "value"), TRAPS)
def test_what_only_happens_to_be_a_figure_is_not_found(
    judge: Judge, title: str, label: str, head: object, value: float
) -> None:
    finding = findings(judge, model(label, head, value, title))["B4"]
    assert finding.verdict is not Verdict.FOUND


def test_heads_that_name_nobody_leave_open_whose_it_is(judge: Judge) -> None:
    finding = findings(judge, model("Revenue (RMB m)", 2025, 22153, "Notes"))["B4"]
    assert finding.verdict is Verdict.AMBIGUOUS
    assert "the heads do not say whose it is; it may be rev-2025" in shown_note(finding, "en")
    assert "表头没有说明主体" in shown_note(finding, "zh")


def test_a_number_of_no_period_is_found_if_it_is_the_latest_alone(judge: Judge) -> None:
    rows = [["Nordwind Group"], ["Revenue (RMB m)", 22153], ["Revenue (RMB m)", 17904]]
    found = findings(judge, rows)
    assert [found["B2"].verdict, found["B3"].verdict] == [Verdict.AMBIGUOUS, Verdict.AMBIGUOUS]
    assert "is not the latest" in shown_note(found["B3"], "en")


def test_of_a_figure_without_a_period_no_period_is_named(judge: Judge) -> None:
    finding = findings(judge, model("Branches", "H1 2026", 98))["B4"]
    assert finding.verdict is Verdict.NOT_FOUND
    assert "branches (Nordwind Group, Branches) says no period" in shown_note(finding, "en")


def test_a_figure_that_is_less_exact_proves_nothing_of_the_rest(judge: Judge) -> None:
    finding = findings(judge, model("Gross margin (%)", 2025, 38.62))["B4"]
    assert finding.verdict is Verdict.AMBIGUOUS
    assert "leaves the last digits open" in shown_note(finding, "en")


def test_a_cell_that_shows_more_digits_than_were_typed_is_told(judge: Judge) -> None:
    finding = findings(judge, model("Gross margin", 2025, 0.39), {"B4": "%"})["B4"]
    assert finding.verdict is Verdict.AMBIGUOUS
    assert "shows more digits" in shown_note(finding, "en")
    rounded = findings(judge, model("Gross margin", 2025, 0.39), {"B4": "0%"})["B4"]
    assert rounded.verdict is Verdict.FOUND
    assert "rounded from 38.6%" in shown_note(rounded, "en")


def test_without_a_unit_numbers_of_a_row_stand_in_one_magnitude(judge: Judge) -> None:
    rows = [["Nordwind Group"], [], [None, 2023, 2024, 2025], ["Revenue", 18301, 17.904, 22153]]
    found = findings(judge, rows)
    assert [found[cell].verdict for cell in ("B4", "C4", "D4")] == [
        Verdict.FOUND, Verdict.NOT_FOUND, Verdict.FOUND,
    ]  # fmt: skip
    assert found["C4"].hint is Hint.SHIFT
    assert "here that would be 17,904" in shown_note(found["C4"], "en")


def test_a_sum_shown_as_a_share_and_a_later_period_s_figure_are_told(judge: Judge) -> None:
    finding = findings(judge, model("Revenue (RMB m)", 2025, 22153), {"B4": "%"})["B4"]
    assert (finding.verdict, finding.hint) == (Verdict.NOT_FOUND, Hint.SHIFT)
    assert "the cell shows a share" in shown_note(finding, "en")
    later = findings(judge, model("Revenue (RMB m)", 2024, 22153))["B4"]
    assert (later.verdict, later.hint) == (Verdict.NOT_FOUND, Hint.OTHER)
    assert "22,153 is that of rev-2025" in shown_note(later, "en")


def test_numbers_inside_formulas_are_looked_up(judge: Judge) -> None:
    rows = [
        ["Nordwind Group"],
        [],
        [None, 2025],
        ["Revenue (RMB m)", "=22153+A1*0"],
        ["Capex (RMB m)", "=1200+52"],
    ]
    found = findings(judge, rows)
    assert found["B4"].verdict is found["B5"].verdict is Verdict.FOUND
    assert shown_note(found["B4"], "en").startswith("typed inside =22153+A1*0")


GROWN = [
    ("Revenue (RMB m)", "=B4*1.237", Verdict.FOUND, "growth"),
    ("Net sales, RMB bn", "=1.237*B4", Verdict.FOUND, "growth"),
    ("收入（亿元）", "=ROUND(B4*1.237,0)", None, ""),  # inside a function numbers are no data
    ("收入（亿元）", "=SUM(B4*1.237)", Verdict.FOUND, "growth"),
    ("Revenue growth", "=B4*1.237", Verdict.FOUND, "growth"),
    ("Revenue (RMB m)", "=B4*1.327", Verdict.NOT_FOUND, "growth"),
    ("Revenue (RMB m)", "=B4+1.237", Verdict.NOT_FOUND, "rev-2025"),
    ("Customers", "=B4*1.237", Verdict.NOT_FOUND, "customers"),
]


@pytest.mark.parametrize(("label", "formula", "verdict", "id_"), GROWN)
def test_a_factor_in_a_formula_is_the_growth_of_its_row(
    judge: Judge, label: str, formula: str, verdict: Verdict | None, id_: str
) -> None:
    rows = [["Nordwind Group"], [], [None, 2024, 2025], [label, "=B9", formula]]
    found = findings(judge, rows).get("C4")
    assert (found and found.verdict) == verdict
    if found:
        assert [known.id for known in found.candidates][:1] == [id_]
        assert float(found.number.value) == 1.237 or verdict is Verdict.NOT_FOUND
        assert "B4" in shown_note(found, "en") or verdict is Verdict.NOT_FOUND
