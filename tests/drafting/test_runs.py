"""What drafts side by side share is written once, and read back as each of them says it."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exporter.drafting.drafts import Drafted
from exporter.drafting.model import Draft
from exporter.drafting.written.as_yaml import as_yaml
from exporter.facts.words import Qualifier, Status
from exporter.facts.yaml_facts import read_yaml_facts
from tests.drafting.any_source import setting_of
from tests.drafting.test_as_yaml import unit

PARAGRAPH = "a paragraph of the source\n"


def draft(
    paragraph: int, period: str, entity: str = "Acme", quote: str = "", attribution: str = ""
) -> Draft:
    return Draft(
        f"id-{paragraph}", entity, "Sales", "12", "", unit("EUR million"), Qualifier.EXACT, period,
        Status.ACHIEVED, attribution, quote or f"sales were 12 in {paragraph}",
        paragraph * len(PARAGRAPH),
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


def test_what_is_said_of_a_quote_stands_beside_it() -> None:
    drafts = [draft(0, "2024", quote="both", attribution="Ms Lin")] * 2
    text = written([*[draft(0, "2025")] * 3, *drafts])
    assert "- quote: both\n  period: 2024\n  attribution: {en: Ms Lin}\n  facts:\n" in text
    assert text.count("Ms Lin") == text.count("period: 2024") == 1


@given(
    st.lists(
        st.builds(
            draft,
            st.integers(0, 5),
            st.sampled_from(["", "2024", "2025-Q3"]),
            st.sampled_from(["Acme", "Other & Co", ""]),
            st.sampled_from(["", "one quote", "12: another"]),
            st.sampled_from(["", "Ms Lin"]),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_each_draft_is_read_back_as_it_was(drafts: list[Draft]) -> None:
    drafts.sort(key=lambda draft: draft.start)
    rows, problems = read_yaml_facts(written(drafts).encode(), "f.yaml")
    said = [
        (row["entity"], row["period"] or "", row["attribution.en"] or "", row["quote"])
        for row in rows.to_pylist()
    ]
    assert not problems
    assert said == [
        (draft.entity, draft.period, draft.attribution, draft.quote) for draft in drafts
    ]
