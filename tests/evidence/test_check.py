"""The check as a whole: states, problems, and figures of a source that nothing quotes."""

from pathlib import Path

import pytest

from exporter.check import check
from exporter.report.starter import make_report
from tests.history_report import make_history_report, sold


@pytest.fixture
def report(tmp_path: Path) -> Path:
    folder = tmp_path / "mini"
    list(make_report(folder))
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_sound_report_is_proved_whole(report: Path) -> None:
    evidence = check(report).evidence
    assert evidence.quote_states() == {"verified": 4, "not found": 0, "drifted": 0}
    assert evidence.figure_states() == {
        "confirmed": 2, "contradicted": 0, "not stated": 0, "accepted": 0, "text": 1,
    }  # fmt: skip
    assert evidence.problems == ()
    assert (evidence.clauses_with_figures, evidence.left_out) == (2, ())


def test_the_text_is_not_needed_but_locates_quotes(report: Path) -> None:
    located = check(report).evidence.facts.table()["quote_start"].to_pylist()
    (report / "sources/text/press-note.txt").unlink()
    unlocated = check(report).evidence
    assert min(located) > 0
    assert set(unlocated.facts.table()["quote_start"].to_pylist()) == {-1}
    assert unlocated.problems == ()


def test_a_figure_that_nothing_quotes_is_left_out(report: Path) -> None:
    edit(report / "facts/example-motors.yaml", "about 18.5% more than a year before", "x" * 9)
    left_out = check(report).evidence.left_out
    assert [one.text for one in left_out] == ["about 18.5% more than a year before"]
    (report / "sources/text/press-note.txt").unlink()
    assert [(one.source, one.text) for one in check(report).evidence.left_out] == [
        ("press-note", "")
    ]


def test_what_a_fact_quotes_that_is_not_whole_is_not_left_out(report: Path) -> None:
    edit(report / "facts/example-motors.yaml", "entity: Example Motors", 'entity: ""')
    evidence = check(report).evidence
    assert evidence.left_out == ()
    assert evidence.refused > 0
    edit(report / "facts/example-motors.yaml", "about 18.5% more than a year before", "x" * 9)
    left_out = check(report).evidence.left_out
    assert [one.text for one in left_out] == ["about 18.5% more than a year before"]


def test_a_clause_set_aside_by_its_words_is_not_left_out(report: Path) -> None:
    edit(report / "facts/example-motors.yaml", "about 18.5% more than a year before", "x" * 9)
    aside = 'not_facts:\n  - {clause: "About 18.5% more than a year before", why: Elsewhere}'
    edit(report / "sources/press-note.yaml", "fingerprints:", f"{aside}\nfingerprints:")
    assert check(report).evidence.left_out == ()
    edit(report / "sources/press-note.yaml", "than a year before", "than before")
    (problem, *_) = check(report).problems
    assert "`not_facts` has 'About 18.5% more than before', which is no clause" in problem.wrong


def test_a_clause_set_aside_is_not_left_out(report: Path) -> None:
    edit(report / "facts/example-motors.yaml", "about 18.5% more than a year before", "x" * 9)
    (one,) = check(report).evidence.left_out
    record = report / "sources/press-note.yaml"
    fingerprint = record.read_text("utf-8").split("fingerprints:\n")[1].split()[2 * one.clause + 1]
    edit(
        record,
        "fingerprints:",
        f"not_facts:\n  - {{clause: {fingerprint}, why: Told elsewhere}}\nfingerprints:",
    )
    evidence = check(report).evidence
    assert (evidence.left_out, evidence.clauses_with_figures) == ((), 1)


def test_a_changed_text_makes_quotes_drift(report: Path) -> None:
    edit(report / "sources/text/press-note.txt", "about 18.5% more", "about 17.5% more")
    evidence = check(report).evidence
    assert evidence.quote_states()["drifted"] == 1
    (problem,) = evidence.problems
    assert "was in press-note when it was recorded, but is not in its text now" in problem.wrong


@pytest.mark.parametrize(
    ("price", "quote", "state"),
    [
        ("25.5", "Example Securities sets a target price of HK$25.50", ""),
        (
            "26",
            "Example Securities sets a target price of HK$25.50",
            "does not state the target price HKD 26; the target that it states is HKD 25.5",
        ),
        (
            "25.5",
            "Example Securities sets a target price of US$25.50",
            "does not state the target price",
        ),
        (
            "25.5",
            "Example Securities notes that shares trade at HK$25.50 today",
            "does not state the target price",
        ),
    ],
)
def test_a_target_price_must_stand_in_the_quote(
    report: Path, price: str, quote: str, state: str
) -> None:
    import hashlib

    text = report / "sources/text/press-note.txt"
    text.write_text(text.read_text("utf-8") + quote + ".\n", "utf-8")
    from exporter.evidence.clauses import split_clauses

    content = text.read_text("utf-8")
    record = report / "sources/press-note.yaml"
    head = record.read_text("utf-8").split("sha256")[0]
    prints = "".join(f"  - {clause.fingerprint}\n" for clause in split_clauses(content))
    digest = hashlib.sha256(content.encode()).hexdigest()
    record.write_text(f"{head}sha256: {digest}\nfingerprints:\n{prints}", "utf-8")
    views = report / "views.yaml"
    edit(
        views,
        "  source: press-note",
        f"  target_price: {price}\n  currency: HKD\n  source: press-note",
    )
    edit(
        views,
        "quote: Example Securities expects steady demand as new capacity comes on stream",
        f"quote: {quote}",
    )
    problems = [str(problem) for problem in check(report).problems]
    assert bool(problems) == bool(state)
    assert all(state in problem for problem in problems)


@pytest.mark.parametrize(
    ("field", "again", "wrong"),
    [
        ("quote: Example Motors", "5 and ", "the quote has 60"),
        ("quote: Example Motors", "3亿元，", "the quote has 60"),
        ("quote_zh: 示例汽车", "5至", "`quote_zh` has 601 figures"),
        ("quote_zh: 示例汽车", "Q1 ", "`quote_zh` has 600 dates; up to 500 are held"),
        ("metric: {en: Cars", "12 kg and ", "`metric.en` has 600 figures"),
    ],
)
def test_a_text_of_very_many_figures_is_no_evidence(
    report: Path, field: str, again: str, wrong: str
) -> None:
    edit(report / "facts/example-motors.yaml", field, f"{field} {again * 600}")
    checked = check(report)
    told = [one.wrong for one in (*checked.problems, *checked.doubts)]
    assert any(one.startswith(wrong) for one in told), told
    assert "shorten it to the clause that is meant" in str([*checked.problems, *checked.doubts])


@pytest.mark.usefixtures("unconfined")
def test_a_fact_that_is_not_whole_is_checked_as_far_as_it_goes(tmp_path: Path) -> None:
    report = make_history_report(
        tmp_path / "report",
        [
            sold("period", 120, "2025-13", quote="Harbour Robotics sold 121 drones"),
            sold("unit", 122, unit="unitz", entity="Robotts", quote="Harbour Robotics sold 122 units"),
            sold("source", 123, period="soon", source="notes"),
            sold("both", 124, period="2025-13", entity="Ships", quote="Nobody ever said so at all"),
            sold("metric", 125, metric=None, quote="Harbour Robotics sold 125 units"),
            sold("entity", 126, entity=None, quote="Harbour Robotics sold 126 units"),
            sold("whole", 127, quote="Harbour Robotics sold 127 units"),
        ],
    )  # fmt: skip
    note = report / "sources/text/note.txt"
    note.write_text(note.read_text("utf-8").replace("sold 125 units", "made 125 units"), "utf-8")
    edit(report / "facts/facts.yaml", "Nobody ever said so", "Nobody has said so")
    checked = check(report)
    told: dict[str, list[str]] = {}
    for problem in checked.problems:
        told.setdefault(problem.subject, []).append(problem.wrong)
    wanted = {
        "unit": ["the entity 'Robotts' is not among", "the unit 'unitz' is not known"],
        "source": ["the period 'soon'", "there is no source 'notes'"],
        "both": ["the entity 'Ships' is not among", "the period '2025-13'", "is not in note"],
        "metric": ["`metric.en` is missing", "`metric.zh` is missing", "was in note when"],
        "entity": ["`entity` is missing"],
    }
    for id_, parts in wanted.items():
        assert len(told[id_]) == len(parts), told[id_]
        assert all(any(part in wrong for wrong in told[id_]) for part in parts), told[id_]
    assert "whole" not in told
    assert checked.evidence.refused == len(wanted) + 1


@pytest.mark.usefixtures("unconfined")
def test_unknown_entities_are_told_beside_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    facts = [sold("one", 120, entity="Robotts", quote="Harbour Robotics sold 120 units")]
    report = make_history_report(tmp_path / "report", facts)
    (report / "facts/other.yaml").write_text("- id: [", "utf-8")
    told = [problem.wrong for problem in check(report).problems]
    assert any("the entity 'Robotts' is not among the report's entities" in one for one in told)
    assert any("the list that begins with [ in line 1 is not closed" in one for one in told)


VIEW = """
views:
- id: beech
  broker: Example Securities
  subject: Example Motors
  stance: neutral
  thesis: {en: It waits, zh: 观望}
  drivers: [{en: Orders, zh: 订单}]
  source: press-note
  quote: Nobody said a word about the orders
"""


@pytest.mark.parametrize(
    ("old", "new", "is_read"),
    [
        ("evidence:", "evidance:", True),
        ("edition:", "edition: soon #", True),
        ("evidence:", "facts: elsewhere.yaml\nevidance:", False),
        ("evidence:", "for_each: {name: company, from: entity}\nevidance:", False),
    ],
)
def test_views_beside_facts_are_checked_while_report_yaml_is_not_whole(
    report: Path, old: str, new: str, is_read: bool
) -> None:
    (report / "facts/view.yaml").write_text(VIEW.lstrip(), "utf-8")
    edit(report / "report.yaml", f"\n{old}", f"\n{new}")
    told = [problem for problem in check(report).problems if problem.subject == "beech"]
    assert [problem.file for problem in told] == [str(report / "facts/view.yaml")] * is_read
