"""What calculated facts are worth, and what is refused, all at once and by name."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from exporter import check
from exporter.check import read_facts
from exporter.facts.calculation import calculate
from tests.calculated_report import (
    CALCULATED,
    FACTS,
    MARGIN,
    QUOTES,
    STATED,
    calculated,
    make_calculated_report,
    stated,
)
from tests.command_line import run

pytestmark = pytest.mark.usefixtures("unconfined")


def _report(folder: Path, *facts: dict[str, Any]) -> Path:
    folder.mkdir(exist_ok=True)
    return make_calculated_report(folder / "report", [MARGIN, *STATED, *facts], one_pagers=[])


def told(folder: Path, *facts: dict[str, Any]) -> list[str]:
    """What is told of a report with these facts beside the stated ones, without the places."""
    checked = check(_report(folder, *facts))
    return [f"{one.subject}: {one.wrong}; {one.right}" for one in checked.problems]


def fact(folder: Path, *facts: dict[str, Any]) -> dict[str, Any]:
    """The last of these facts as the check leaves it."""
    checked = check(_report(folder, *facts))
    assert checked.problems == ()
    rows = {row["id"]: row for row in checked.evidence.facts.table().to_pylist()}
    found: dict[str, Any] = rows[facts[-1]["id"]]
    return found


def test_values_are_exact(tmp_path: Path) -> None:
    facts = read_facts(make_calculated_report(tmp_path / "report"))
    exact = {id_: result.exact for id_, result in calculate(facts).results.items()}
    assert exact == {
        "margin": 25,
        "profit": 4655,
        "growth": 100 * (Fraction(1862, 1715) - 1),
        "fare": 400,
        "fed": 20,
        "top": 100 * (Fraction(2050, 1862) - 1),
        "fee-share": Fraction(931, 13965) * 100,
        "profit-margin": 25,
    }


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (calculated("x", "sales - costs", "EUR billion"), {"number": 4.655, "decimals": 2}),
        (calculated("x", "sales / passengers", {"en": "EUR per passenger", "zh": "欧元/乘客"}, decimals=0),
         {"number": 400.0, "decimals": 0, "period": "2025", "status": "achieved"}),
        (calculated("x", "growth(guidance.low, sales)", "%"), {"decimals": 1, "period": "2026", "status": "guidance"}),
        (calculated("x", "fed * passengers", {"en": "million passengers", "zh": "百万名乘客"}), {"qualifier": "about"}),
        (calculated("x", "margin - growth", "pp"), {"decimals": 1, "qualifier": "exact"}),
        (calculated("x", "1 - margin", "%"), {"number": 75.0}),
        (calculated("x", "sales / sales-2024", "x", decimals=3), {"decimals": 3, "period": ""}),
        (calculated("x", "fees / ships", {"en": "EUR per ship", "zh": "欧元/艘船"}, qualifier="under"), {"qualifier": "under"}),
        (calculated("x", "ships * 2", {"en": "ships", "zh": "艘船"}, qualifier="at least"), {"qualifier": "at least"}),
        (calculated("x", "sales + costs", "EUR billion", status="claimed", period="FY2025"), {"status": "claimed", "period": "FY2025"}),
    ],
)  # fmt: skip
def test_what_follows(tmp_path: Path, made: dict[str, Any], said: dict[str, Any]) -> None:
    extra = [one for one in CALCULATED if one["id"] in {"fed", "growth"}]
    found = fact(tmp_path, *extra, made)
    assert {name: found[name] for name in said} == said
    assert found["figure_state"] == "calculated"


@pytest.mark.parametrize(
    ("made", "wrong"),
    [
        (calculated("x", "sale / costs", "%"), "its formula names 'sale', and there is no such fact; did you mean 'sales'?"),
        (calculated("x", "sales-costs", "EUR billion"), "there is no such fact; write `sales - costs`, with white space around the minus"),
        (calculated("x", "x / sales", "%"), "its formula leads back to itself: x > x; let one of them be a figure by itself"),
        (calculated("x", "opened / sales", "%"), "its formula names 'opened', which is a date; name facts that are numbers"),
        (calculated("x", "guidance / sales", "%"), "which is a range; name an end: guidance.low or guidance.high"),
        (calculated("x", "sales.low / costs", "%"), "its formula names 'sales.low', and 'sales' is no range; write sales"),
        (calculated("x", "sales / costs", "EUR billion"), "it is in EUR billion, and its formula gives a ratio, such as %; name other operands, or give a unit of that"),
        (calculated("x", "sales / costs", "users"), "and its formula gives a ratio"),
        (calculated("x", "sales / passengers", "EUR"), "its formula gives EUR per passenger"),
        (calculated("x", "sales / passengers", {"en": "EUR per ship", "zh": "欧元/艘船"}), "its formula gives EUR per passenger; name other operands, or say by `also"),
        (calculated("x", "sales + passengers", "EUR"), "its formula adds EUR and passenger; name figures of one kind"),
        (calculated("x", "sales - ships", "EUR"), "its formula subtracts EUR and ship"),
        (calculated("x", "ships + passengers", {"en": "ships", "zh": "艘船"}, qualifier="over"), "its formula adds ship and passenger"),
        (calculated("x", "growth(sales, passengers)", "%"), "its formula compares EUR and passenger"),
        (calculated("x", "growth(sales, costs)", "x"), "it is in times (multiple), and its formula gives a ratio"),
        (calculated("x", "growth(sales, costs - sales)", "%"), "its formula has growth from a figure that is not above zero; state the difference: `now - before`"),
        (calculated("x", "costs / (sales - sales)", "%"), "its formula divides by zero; name another operand"),
        (calculated("x", "sales - costs", ""), "it has no unit, and its formula gives EUR"),
        (calculated("x", "fees / ships", {"en": "EUR per ship", "zh": "欧元/艘船"}), "its operands are ships over, and it has no qualifier; write `qualifier: under` or `qualifier: up to`"),
        (calculated("x", "fees / ships", {"en": "EUR per ship", "zh": "欧元/艘船"}, qualifier="over"), "it is over, and its operands are ships over; write `qualifier: under`"),
        (calculated("x", "sales / costs", "%", qualifier="over"), "it is over, and its operands are exact; write `qualifier: about` or `qualifier: exact`"),
        (calculated("x", "guests / passengers", "%", qualifier="exact"), "it is exact, and its operands are guests about; write `qualifier: about`"),
        (calculated("x", "sales -costs", "EUR billion"), "in '-costs' a minus touches an operand"),
        (calculated("x", "sales / costs", "date"), "what is calculated cannot be in the unit 'date'"),
        (calculated("x", "sales / costs", "%", value=5), "`value` and `formula` are both given"),
        (calculated("x", "sales / costs", "%", decimals="many"), "`decimals` is 'many'; write a whole number from 0 to 15"),
        (calculated("x", "sales / costs", "%", quote=QUOTES["margin"]), "`source` is missing"),
        (stated("sales", 18.62, "EUR billion", id="x", decimals=3), "`decimals` is given without a `formula`"),
        (calculated("x", "missing / sales", "%"), "'missing', and there is no such fact; name a fact by its id"),
    ],
)  # fmt: skip
def test_what_is_refused(tmp_path: Path, made: dict[str, Any], wrong: str) -> None:
    problems = told(tmp_path, made)
    assert len(problems) == 1
    assert wrong in problems[0]
    assert problems[0].startswith("x: ")


def test_all_is_told_at_once_where_it_stands(tmp_path: Path) -> None:
    wrong = (
        calculated("a", "sales / nothing", "%"),
        calculated("b", "a / sales", "%"),  # only follows
        calculated("c", "d / sales", "%"),
        calculated("d", "c * sales", "EUR"),
        calculated("e", "c / sales", "%"),  # only leads there
        calculated("f", "(sales", "%"),
    )
    checked = check(_report(tmp_path, *wrong))
    line = len(STATED) + 1
    assert [(one.line, one.subject) for one in checked.problems] == [
        (line + 1, "a"),
        (line + 3, "c"),
        (line + 6, "f"),
    ]
    assert all(one.file.endswith(FACTS) for one in checked.problems)
    assert "c > d > c" in checked.problems[1].wrong


def test_what_is_restated_or_withdrawn_is_no_operand(tmp_path: Path) -> None:
    newer = stated("sales-2024", 17.2, "EUR billion", id="sales-2024-new", period="2024",
                   restates="sales-2024", quote="Sales of the ferries in 2024 are now EUR 17.2 billion")  # fmt: skip
    metric = {"metric": {"en": "Sales 2024", "zh": "指标sales-2024"}}
    gone = stated("fees", 931, "EUR million", id="gone", status="withdrawn")
    problems = told(
        tmp_path,
        newer | metric,
        gone,
        calculated("x", "growth(sales, sales-2024)", "%"),
        calculated("y", "gone / sales", "%"),
    )
    assert problems == [
        "x: its formula names 'sales-2024', which 'sales-2024-new' restates; name 'sales-2024-new'",
        "y: its formula names 'gone', which is withdrawn; name another, or take the fact out",
    ]


def test_a_quote_must_agree_as_rounded_there(tmp_path: Path) -> None:
    quoted = calculated("x", "growth(sales, sales-2024)", "%", source="note")
    assert (
        fact(tmp_path / "a", quoted | {"quote": QUOTES["growth"]})["figure_state"] == "calculated"
    )
    rounded = quoted | {"quote": "Sales of the ferries grew by about 9% in 2025"}
    assert fact(tmp_path / "b", rounded)["figure_state"] == "calculated"
    [problem] = told(
        tmp_path / "c", quoted | {"quote": "Sales of the ferries grew by 8.5% in 2025"}
    )
    assert problem.startswith("x: ")
    assert "8.6" in problem
    assert "8.5" in problem


def test_a_planted_operand_is_found_by_the_quote(tmp_path: Path) -> None:
    right = calculated("x", "(sales - costs) / sales", "%", source="note", quote=QUOTES["margin"])
    assert told(tmp_path / "a", right) == []
    assert len(told(tmp_path / "b", right | {"formula": "(sales - fees) / sales"})) == 1


def test_what_rests_on_the_unproved_is_not_proved(tmp_path: Path) -> None:
    sales = {**STATED[0], "value": 18.72}
    folder = make_calculated_report(
        tmp_path / "report", [sales, *STATED[1:], *CALCULATED], evidence="optional"
    )
    rows = {row["id"]: row for row in check(folder).evidence.facts.table().to_pylist()}
    assert rows["sales"]["figure_state"] == "contradicted"
    assert rows["margin"]["figure_state"] == "contradicted"
    assert rows["profit-margin"]["figure_state"] == "contradicted"
    assert rows["fee-share"]["figure_state"] == "calculated"


def test_what_rests_on_the_accepted_is_accepted(tmp_path: Path) -> None:
    sales = {**STATED[0], "value": 18.72, "accept": "The note misprints it"}
    facts = [one for one in CALCULATED if one["id"] != "growth"]
    checked = check(
        make_calculated_report(tmp_path / "report", [sales, *STATED[1:], *facts], one_pagers=[])
    )
    assert checked.problems == ()
    states = checked.evidence.figure_states()
    assert states["accepted"] == 6
    assert states["calculated"] == 2
    accepted = {one.id: one.reason.en for one in checked.accepted()}
    assert accepted["profit-margin"] == "The note misprints it"


def test_periods_that_differ_are_a_doubt(tmp_path: Path) -> None:
    made = calculated("x", "sales / sales-2024", "x")
    checked = check(_report(tmp_path, made))
    assert any(
        one.subject == "x" and "sales 2025, sales-2024 2024" in one.wrong for one in checked.doubts
    )


def test_they_come_back_from_a_frame_and_from_csv(tmp_path: Path) -> None:
    folder = make_calculated_report(tmp_path / "report")
    facts = check(folder).evidence.facts
    frame = facts.to_frame()
    margin = frame[frame["id"] == "margin"].iloc[0]
    assert (margin["formula"], margin["value"], margin["number"]) == (
        "(sales - costs) / sales",
        None,
        25.0,
    )
    frame.to_csv(tmp_path / "facts.csv", index=False)
    for again in (read_facts(frame), read_facts(tmp_path / "facts.csv")):
        before, after = (
            [(one.id, one.number, one.decimals, one.formula, one.qualifier) for one in some]
            for some in (facts, again)
        )
        assert sorted(after) == sorted(before)


def test_a_flat_file_has_the_same_columns(tmp_path: Path) -> None:
    rows = [
        "id,entity,metric.en,metric.zh,value,formula,decimals,unit,period,source,quote",
        f"sales,Ferries,Sales,销售额,18.62,,,EUR billion,2025,note,{QUOTES['sales']}",
        f'costs,Ferries,Costs,成本,13965,,,EUR million,2025,note,"{QUOTES["costs"]}"',
        "margin,Ferries,Margin,利润率,,(sales - costs) / sales,2,%,,,",
    ]
    path = tmp_path / "facts.csv"
    path.write_text("\n".join(rows), "utf-8")
    margin = list(read_facts(path))[-1]
    assert (margin.number, margin.decimals, margin.period) == (25.0, 2, "2025")


def test_facts_of_many_batches_are_operands(tmp_path: Path) -> None:
    """An operand may stand anywhere, before or behind, in any batch."""
    count = 20_000
    lines = ["id,entity,metric.en,metric.zh,value,formula,unit,source,quote"]
    lines += [f"half-{n},E,M,指,,f-{n} / f-{count - 1 - n},%,," for n in range(3)]
    lines += [f"f-{n},E,M,指,{n + 1},,EUR,s,quote {n}" for n in range(count)]
    path = tmp_path / "facts.csv"
    path.write_text("\n".join(lines), "utf-8")
    facts = list(read_facts(path).slice(0, 3))
    assert [one.number for one in facts] == [
        float(Fraction(100 * (n + 1), count - n)) for n in range(3)
    ]


def test_check_counts_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_calculated_report(tmp_path / "report")
    found = json.loads(run(capsys, monkeypatch, ["check", folder, "--format", "json"]).out)
    assert found["figures"]["calculated"] == 8
    assert found["quotes"]["verified"] == 11
    said = run(capsys, monkeypatch, ["check", folder]).out
    assert "9 confirmed, 8 calculated" in said
