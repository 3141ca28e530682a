"""What facts of a YAML file share: defaults, groups with one quote, and views in the same file."""

from pathlib import Path

import pytest

from exporter import build, check, read_facts, verify
from exporter.errors import ContentError, Problem
from exporter.facts.read import written_from
from exporter.facts.table import PLACES, WRITTEN
from tests.figured_report import FACTS, VIEW, edit, make_figured_report

PLAIN = """\
- {id: a, entity: E, metric: M, value: 1, source: s, quote: one and 二, quote_en: one and two}
- {id: b, entity: E, metric: M, value: 2, source: s, quote: one and 二, quote_en: one and two}
- {id: c, entity: F, metric: M, value: 3, source: s, quote: three, period: 2023}
- {id: d, entity: F, metric: {en: M, zh: N}, value: 4, source: t, quote: four}
"""
MEANING = [name for name in WRITTEN.names if name not in PLACES]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    make_figured_report(tmp_path / "mini")
    return tmp_path / "mini"


def written(path: Path, text: str) -> tuple[list[dict[str, object]], list[int], list[Problem]]:
    """The rows of a file, their lines, and what is wrong."""
    path.write_text(text, "utf-8")
    ((table, problems),) = written_from(path, "")
    return table.select(MEANING).to_pylist(), table["line"].to_pylist(), problems


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("""\
- defaults: {entity: E, metric: M, source: s, quote: one and 二, quote_en: one and two}
- {id: a, value: 1}
- {id: b, value: 2}
- {id: c, entity: F, value: 3, quote: three, period: 2023}
- {id: d, entity: F, metric: {zh: N}, value: 4, source: t, quote: four}
""", [2, 3, 4, 5]),
        ("""\
- quote: one and 二
  quote_en: one and two
  source: s
  metric: M
  facts:
    - {id: a, entity: E, value: 1}
    - {id: b, entity: E, value: 2}
- defaults: {entity: F, source: s, period: 2023, metric: M}
- {id: c, value: 3, quote: three}
- defaults: {entity: F}
- {id: d, metric: {en: M, zh: N}, value: 4, source: t, quote: four}
""", [6, 7, 9, 11]),
        ("""\
facts:
  - defaults: {entity: E, metric: {en: M, zh: M}, source: s, period: 2023, quote_en: of another}
  - quote: one and 二
    quote_en: one and two
    facts:
      - {id: a, value: 1, period: }
      - id: b
        value: 2
        period:
  - {id: c, entity: F, value: 3, quote: three}
  - {id: d, entity: F, metric: {en: M, zh: N}, value: 4, source: t, quote: four, period: ~}
""", [6, 7, 10, 11]),
    ],
    ids=["defaults", "a group and two defaults", "a map, and a group under defaults"],
)  # fmt: skip
def test_shared_fields_give_the_same_facts(tmp_path: Path, text: str, lines: list[int]) -> None:
    expected, _, _ = written(tmp_path / "facts.yaml", PLAIN)
    rows, at, problems = written(tmp_path / "facts.yaml", text)
    assert [str(problem) for problem in problems if "no fact takes" not in problem.wrong] == []
    assert (rows, at) == (expected, lines)


FACT = "- {id: a, entity: E, metric: M, value: 1, source: s, quote: one}\n"
BARE = "- {id: a, metric: M, value: 1, source: s, quote: one}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"- defaults: {{id: a}}\n{FACT}", "1: `id` cannot be shared; give each fact its own"),
        (f"- defaults: {{value: 1}}\n{FACT}", "1: `value` cannot be shared; give each fact its own"),
        (f"- defaults: {{entty: E}}\n{FACT}", "1: `entty` is not a known field; did you mean `entity`?"),
        (f"- defaults:\n    source:\n{FACT}", "2: `source` is empty; write what the facts share, or leave it out"),
        (f"- defaults: {{}}\n{FACT}", "1: `defaults` has no fields; write `- defaults: {source: …}`"),
        (f"- defaults: [E]\n{FACT}", "1: `defaults` has no fields; write `- defaults: {source: …}`"),
        (f"- defaults: {{entity: E}}\n  id: b\n{BARE}", "2: `id` stands beside `defaults`; begin a new item with it: `- id: …`"),
        (f"- defaults: {{entity: E}}\n- {{facts: [{BARE[2:-1]}]}}", "2: the facts share nothing; write `quote: …` beside `facts`"),
        (f"- {{entity: E, value: 2, facts: [{BARE[2:-1]}]}}", "1: `value` cannot be shared; give each fact its own"),
        ("- quote: one\n  facts: []\n", "2: `facts` holds no facts; write them there: `facts: [{id: …}, …]`"),
        ("- quote: one\n  facts: two\n", "2: `facts` holds no facts; write them there: `facts: [{id: …}, …]`"),
        (f"- entity: E\n  facts:\n  - {BARE[2:]}  - {{quote: x, facts: [{FACT[2:-1]}]}}\n", "4: `facts` stands in the facts of a group; write it in the list of the file"),
        (f"- entity: E\n  facts:\n  - {BARE[2:]}  - defaults: {{source: s}}\n", "4: `defaults` stands in the facts of a group; write it in the list of the file"),
        (f"- defaults: {{period: Q3 2025}}\n{FACT}{FACT.replace('id: a', 'id: b')}", "1: the default of `period` cannot stand in a fact: the period 'Q3 2025' is not ISO 8601 or does not exist; write 2025-Q3"),
        (f"- entity: ' '\n  facts:\n  - {BARE[2:]}", "1: the default of `entity` cannot stand in a fact: `entity` is missing; add `entity: …`"),
        ("facts: []\n", "1: `facts` is not a list of facts; begin each with `- id: …`"),
        ("facts: a\n", "1: `facts` is not a list of facts; begin each with `- id: …`"),
        (f"vews: []\nfacts:\n{FACT}", "1: `vews` is not a known key; did you mean `views`?"),
        (f"defaults: {{entity: E}}\nfacts:\n{FACT}", "1: `defaults` is not a known key; write it as the first item of the list: `- defaults: {…}`"),
        ("id: a\nentity: E\n", "1: this is not a list of facts; begin each with `- id: …`"),
    ],
)  # fmt: skip
def test_what_cannot_be_shared_is_told_where_it_stands(
    tmp_path: Path, text: str, told: str
) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        read_facts(path)
    assert [str(problem) for problem in caught.value.problems] == [f"{path}:{told}"]


def test_a_fact_tells_its_own_line(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    text = f"- defaults: {{entity: E, unit: users}}\n{BARE}{BARE.replace('1', 'one')}"
    path.write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        read_facts(path)
    assert {problem.line for problem in caught.value.problems} == {3}


def test_shared_fields_that_no_fact_takes_are_doubts(report: Path) -> None:
    facts = (report / FACTS).read_text("utf-8")
    (report / FACTS).write_text(f"- defaults: {{entity: Example Motors}}\n{facts}", "utf-8")
    checked = check(report)
    (doubt,) = checked.doubts
    assert (checked.problems, doubt.line) == ((), 1)
    assert doubt.wrong == "no fact takes this `entity`, for each has its own, or none follows"
    edit(report / FACTS, "- id: plants\n  entity: Example Motors\n", "- id: plants\n")
    checked = check(report)
    assert (checked.problems, checked.doubts) == ((), ())


@pytest.mark.parametrize(
    ("defaults", "told"),
    [
        ("entity: Example Motor", "the default entity 'Example Motor' is not among the report's entities; did you mean 'Example Motors'?"),
        ("source: pres-note", "there is no source 'pres-note', which is a default; did you mean 'press-note'?"),
    ],
)  # fmt: skip
def test_a_default_that_the_report_does_not_know_is_told_once(
    report: Path, defaults: str, told: str
) -> None:
    field = defaults.partition(":")[0]
    facts = (report / FACTS).read_text("utf-8").splitlines(keepends=True)
    rest = "".join(line for line in facts if not line.startswith(f"  {field}:"))
    (report / FACTS).write_text(f"- defaults: {{{defaults}}}\n{rest}", "utf-8")
    assert [str(problem) for problem in check(report).problems] == [f"{report / FACTS}:1: {told}"]


def test_views_are_read_from_this_disk_alone() -> None:
    fsspec = pytest.importorskip("fsspec")
    fsspec.filesystem("memory").pipe("/desk.yaml", f"facts:\n{FACT}views: []\n".encode())
    ((rows, problems),) = written_from("memory://desk.yaml", "")
    assert rows.num_rows == 1
    assert [(found.line, found.wrong) for found in problems] == [
        (3, "`views` is not a known key"),
    ]


def test_views_stand_beside_facts(report: Path) -> None:
    facts = (report / FACTS).read_text("utf-8")
    before = check(report)
    (report / "views.yaml").unlink()
    indented = "".join(f"  {line}\n" for line in VIEW.splitlines())
    (report / FACTS).write_text(f"# both\nfacts:\n{facts}\nviews:\n{indented}", "utf-8")
    after = check(report)
    assert (after.problems, after.doubts) == ((), ())
    assert [view.id for view in after.views] == [view.id for view in before.views]
    assert after.views[0].file == str(report / FACTS)
    build(report, report.parent / "dist", ["en"])
    verification = verify(report.parent / "dist", report=report)
    assert (verification.differences, verification.unproved) == ((), ())
    edit(report / FACTS, "stance: positive", "stance: neutral")
    assert [found.file for found in verify(report.parent / "dist", report=report)] != []


def test_views_beside_facts_stay_where_others_give_the_facts(report: Path) -> None:
    facts = (report / FACTS).read_text("utf-8")
    (report / "views.yaml").unlink()
    (report / FACTS).write_text(f"facts:\n{facts}views:\n{VIEW}", "utf-8")
    checked = check(report, facts=read_facts(report))
    assert (checked.problems, [view.line for view in checked.views]) == (
        (),
        [facts.count("\n") + 3],
    )


@pytest.mark.parametrize(
    ("views", "told"),
    [
        ("views: []\n", "`views` is not a list of views"),
        ("views: a\n", "`views` is not a list of views"),
        (f"views:\n{VIEW}", "the id is used twice (first in {views}:1)"),
        (f"views:\n{VIEW.replace('stance', 'stnce')}", "`stance` is missing"),
    ],
)
def test_views_beside_facts_are_checked(report: Path, views: str, told: str) -> None:
    facts = (report / FACTS).read_text("utf-8")
    (report / FACTS).write_text(f"{views}facts:\n{facts}", "utf-8")
    problems = [
        problem for problem in check(report).problems if problem.file == str(report / FACTS)
    ]
    assert told.format(views=report / "views.yaml") in [problem.wrong for problem in problems]
