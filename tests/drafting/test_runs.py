"""What drafts side by side share is written once, and read back as each of them says it."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft
from exporter.drafting.written.as_yaml import as_yaml
from exporter.facts.own_units import own_unit
from exporter.facts.units import NO_UNIT, Unit
from exporter.facts.words import Qualifier, Status
from exporter.facts.yaml_facts import read_yaml_facts
from tests.drafting.any_source import setting_of
from tests.drafting.test_as_yaml import unit
from tests.examples import examples

PARAGRAPH = "a paragraph of the source\n"
MILLIONS = unit("EUR million")


def draft(
    paragraph: int,
    period: str,
    entity: str = "Acme",
    quote: str = "",
    attribution: str = "",
    metric: str = "Sales",
    named: Unit = MILLIONS,
    *,
    table: int = 0,
) -> Draft:
    return Draft(
        f"id-{paragraph}", entity, metric, "12", "", named, Qualifier.EXACT, period,
        Status.ACHIEVED, attribution, quote or f"sales were 12 in {paragraph}",
        paragraph * len(PARAGRAPH), table=table,
    )  # fmt: skip


def written(drafts: Sequence[Draft]) -> str:
    named = [replace(draft, id=f"fact-{number}") for number, draft in enumerate(drafts)]
    return as_yaml(Drafted(tuple(named), ()), setting_of(PARAGRAPH * 12))


def defaults(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("- defaults")]


def test_a_period_that_many_share_stands_once() -> None:
    text = written([draft(at, "2025-Q3") for at in range(4)])
    assert defaults(text) == ["- defaults: {entity: Acme, period: 2025-Q3, source: note}"]
    assert text.count("2025-Q3") == 1


def test_a_run_ends_where_the_next_period_saves_lines() -> None:
    now, then = [draft(1, "2025-Q3")] * 3, [draft(2, "2025-12-31", "Acme Cars")] * 3
    assert defaults(written([*now, *then])) == [
        "- defaults: {entity: Acme, period: 2025-Q3, source: note}",
        "- defaults: {entity: Acme Cars, period: 2025-12-31, source: note}",
    ]


def test_one_that_differs_has_its_own_and_ends_no_run() -> None:
    text = written([*[draft(1, "2025")] * 3, draft(2, "2024"), *[draft(3, "2025")] * 2])
    assert len(defaults(text)) == 1
    assert text.count("\n  period: 2024\n") == 1


def test_one_without_a_period_among_those_of_a_run_says_so() -> None:
    text = written([*[draft(1, "2025", quote="a")] * 3, draft(2, "")])
    assert '\n  period: ""\n' in text


def test_whom_the_report_does_not_know_is_named_once_for_all_figures_of_a_paragraph() -> None:
    text = written([*[draft(1, "2025")] * 3, *[draft(2, "2025", "")] * 3])
    assert defaults(text)[1] == '- defaults: {entity: "", period: 2025, source: note}'
    assert text.count("entity: ") == 2
    _, problems = read_yaml_facts(text.encode(), "f.yaml")
    lines = text.splitlines()
    assert [lines[one.line - 1] for one in problems] == [defaults(text)[1]]


def test_those_of_nobody_known_stand_apart_from_the_rest_of_their_paragraph() -> None:
    text = written([*[draft(2, "2025", "")] * 2, *[draft(1, "2025")] * 4])
    assert defaults(text) == [
        '- defaults: {entity: "", period: 2025, source: note}',
        "- defaults: {entity: Acme, period: 2025, source: note}",
    ]
    assert text.count("entity: ") == 2


def test_a_single_figure_of_nobody_known_says_so_itself() -> None:
    text = written([*[draft(1, "2025")] * 3, draft(2, "2025", "")])
    assert len(defaults(text)) == 1
    assert text.count('\n  entity: ""\n') == 1


def test_what_is_said_of_a_quote_stands_beside_it() -> None:
    drafts = [draft(0, "2024", quote="both", attribution="Ms Lin")] * 2
    text = written([*[draft(0, "2025")] * 3, *drafts])
    said = "  unit: EUR million\n  period: 2024\n  attribution: {en: Ms Lin}\n  facts:\n"
    assert f"- quote: both\n  metric: {{en: Sales}}\n{said}" in text
    assert text.count("Ms Lin") == text.count("period: 2024") == 1


def row_of(table: int, metric: str, *periods: str) -> list[Draft]:
    quote = f"{metric} 12 12 in EUR million"
    return [draft(table, period, quote=quote, metric=metric, table=table) for period in periods]


def test_a_row_of_a_table_has_its_name_once_and_the_table_its_unit() -> None:
    rows = [*row_of(1, "Orders", "2025", "2024"), *row_of(1, "Costs", "2025", "2024")]
    text = written([draft(0, "2025"), *rows, draft(2, "2024")])
    assert defaults(text) == [
        "- defaults: {entity: Acme, source: note}",
        "- defaults: {entity: Acme, unit: EUR million, period: 2025, source: note}",
        "- defaults: {entity: Acme, source: note}",
    ]
    assert "  metric: {en: Orders}\n  facts:\n    - {id: fact-1, value: 12, review: new}\n" in text
    assert [text.count(name) for name in ("Orders}", "Costs}", "unit:")] == [1, 1, 3]


def test_what_is_in_another_unit_than_its_table_says_so() -> None:
    rows = row_of(1, "Orders", "2025", "2024", "2023")
    rows[1:] = [replace(rows[1], unit=unit("%")), replace(rows[2], unit=NO_UNIT)]
    table = [*rows, *row_of(1, "Costs", "2025", "2024")]
    read, problems = read_yaml_facts(written(table).encode(), "f.yaml")
    assert not problems
    assert [row["unit"] or None for row in read.to_pylist()] == [
        "EUR million", "%", None, "EUR million", "EUR million"
    ]  # fmt: skip


def test_two_names_of_one_row_are_two_groups() -> None:
    rows = [*row_of(1, "Orders", "2025", "2024"), *row_of(1, "New orders", "2025", "2024")]
    text = written([replace(one, quote="one row") for one in rows])
    assert text.count("- quote: one row\n  metric: {en: ") == 2


@settings(max_examples=examples(40))
@given(
    st.lists(
        st.builds(
            draft,
            st.integers(0, 5),
            st.sampled_from(["", "2024", "2025-Q3"]),
            st.sampled_from(["Acme", "Other & Co", ""]),
            st.sampled_from(["", "one quote", "12: another"]),
            st.sampled_from(["", "Ms Lin"]),
            st.sampled_from(["Sales", "Costs"]),
            st.sampled_from([MILLIONS, NO_UNIT, own_unit("lines", "lines")]),
        ),
        min_size=1,
        max_size=12,
    ),
    st.lists(st.integers(0, 2), min_size=6, max_size=6),
)
def test_each_draft_is_read_back_as_it_was(drafts: list[Draft], tables: list[int]) -> None:
    drafts = [replace(one, table=tables[one.start // len(PARAGRAPH)]) for one in drafts]
    drafts.sort(key=lambda draft: draft.start)
    mended = written(drafts).replace('entity: ""', "entity: Somebody")
    rows, problems = read_yaml_facts(mended.encode(), "f.yaml")
    said = [
        (
            row["entity"], row["metric.en"], row["unit"] or row["unit.en"] or "",
            row["period"] or "", row["attribution.en"] or "", row["quote"],
        )
        for row in rows.to_pylist()
    ]  # fmt: skip
    assert not problems
    assert said == [
        (
            one.entity or "Somebody", one.metric, one.unit.en if one.unit else "", one.period,
            one.attribution, one.quote,
        )
        for one in drafts
    ]  # fmt: skip
