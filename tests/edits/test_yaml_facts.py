"""Facts of a YAML file that say other things, are added, go: all else stays byte for byte."""

from collections.abc import Mapping

import pytest

from exporter.edits.fact_edits import FactEdits, RowEdit
from exporter.edits.text_edits import CannotEditError
from exporter.edits.yaml_facts import with_facts
from exporter.facts.table import PLACES, WRITTEN
from exporter.facts.yaml_facts import read_yaml_facts

Columns = Mapping[str, str | None]


def edited(
    text: str,
    changed: Mapping[str, Columns] = {},
    deleted: tuple[str, ...] = (),
    added: Mapping[str, Columns] = {},
    beside: str = "",
) -> str:
    """The text with edits of facts by their ids."""
    table, problems = read_yaml_facts(text.encode(), "facts.yaml")
    assert problems == []
    rows = {row["id"]: row for row in table.to_pylist()}
    owner = {id_: (row["line"], id_) for id_, row in rows.items()}
    nothing = dict.fromkeys(name for name in WRITTEN.names if name not in PLACES)
    edits = FactEdits(
        {owner[id_]: RowEdit(rows[id_], columns) for id_, columns in changed.items()},
        {owner[id_]: rows[id_] for id_ in deleted},
        {id_: {**nothing, "id": id_, **columns} for id_, columns in added.items()},
        dict.fromkeys(added, owner[beside]) if beside else {},
    )
    return with_facts(text.encode(), edits, "facts.yaml").decode()


HEAD = "- id: a\n  entity: E\n  metric: {en: M, zh: 标}\n"
TAIL = "  source: s\n  quote: words of it\n"
CASES = {
    "a number": ("  value: 17  # counted\n", {"value": "18"}, "  value: 18  # counted\n"),
    "a number in a range": ("  value: {from: 1, to: 2}\n", {"value.to": "3"}, "  value: {from: 1, to: 3}\n"),
    "a range of lines": ("  value:\n    from: 1  # least\n    to: 2\n", {"value.from": "0.5"}, "  value:\n    from: 0.5  # least\n    to: 2\n"),
    "a number becomes a range": ("  value: 1.5\n", {"value": None, "value.from": "1", "value.to": "2"}, "  value: {from: 1, to: 2}\n"),
    "a range becomes a number": ("  value:\n    from: 1\n    to: 2\n", {"value": "3", "value.from": None, "value.to": None}, "  value: 3\n"),
    "half of a text": ('  value: {en: "one: two", zh: 一}\n', {"value.en": "three: four"}, '  value: {en: "three: four", zh: 一}\n'),
    "a text for both in one language": ("  value: 'same'\n", {"value.zh": "一"}, "  value: {en: same, zh: 一}\n"),
    "a text for both": ("  value: 'same'\n", {"value.en": "other", "value.zh": "other"}, "  value: 'other'\n"),
    "a half that was not there": ("  value: {en: one}\n", {"value.zh": "一"}, "  value: {en: one, zh: 一}\n"),
    "a unit by name": ('  value: 1\n  unit: "%"\n', {"unit": "pp"}, '  value: 1\n  unit: "pp"\n'),
    "a unit of one's own": ("  value: 1\n  unit: cars\n", {"unit": None, "unit.en": "lorries", "unit.zh": "辆"}, "  value: 1\n  unit: {en: lorries, zh: 辆}\n"),
    "a half of a unit with other words": ("  value: 1\n  unit: {en: lines, zh: 条, also: [line, 线]}\n", {"unit.zh": "条线"}, "  value: 1\n  unit: {en: lines, zh: 条线, also: [line, 线]}\n"),
    "a field that was not there": ("  value: 1\n  status: planned\n", {"period": "2025", "qualifier": "about"}, "  value: 1\n  qualifier: about\n  period: 2025\n  status: planned\n"),
    "a field taken out": ("  value: 1\n  period: 2025  # said\n  status: planned\n", {"period": None}, "  value: 1\n  # said\n  status: planned\n"),
    "a bilingual field taken out": ("  value: 1\n  attribution: {en: A, zh: 甲}\n", {"attribution.en": None, "attribution.zh": None}, "  value: 1\n"),
    "a bilingual field of lines taken out": ("  value: 1\n  attribution:\n    en: A\n    zh: 甲\n", {"attribution.en": None, "attribution.zh": None}, "  value: 1\n"),
    "what would be another type": ("  value: 1\n  attribution: A\n", {"attribution.en": "yes: no", "attribution.zh": "yes: no"}, "  value: 1\n  attribution: 'yes: no'\n"),
    "CRLF": ("  value: 1\r\n  status: planned\r\n", {"period": "2025"}, "  value: 1\r\n  period: 2025\r\n  status: planned\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_field_says_something_else(name: str) -> None:
    before, columns, after = CASES[name]
    assert edited(HEAD + before + TAIL, {"a": columns}) == HEAD + after + TAIL


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("  quote: words of it\n", "other: words", "  quote: 'other: words'\n"),
        ("  quote: |\n    words of it\n", "other words", "  quote: |-\n    other words\n"),
        ("  quote: |\n    words of it\n", "two\nlines", '  quote: "two\\nlines"\n'),
        ("  quote: >-\n    words\n    of it\n", "other", "  quote: >-\n    other\n"),
        ("  quote: words\n    of it\n", "other", "  quote: other\n"),
    ],
)
def test_texts_keep_their_style(before: str, new: str, after: str) -> None:
    head = f"{HEAD}  value: 1\n  source: s\n"
    assert edited(head + before, {"a": {"quote": new}}) == head + after


FLOW = (
    "- {id: a, entity: E, metric: M, value: 1, source: s, quote: words of it}\n"
    "- {id: b, entity: E, metric: M, value: 2, period: 2025, source: s, quote: words of it}\n"
)


def test_facts_in_braces() -> None:
    after = edited(FLOW, {"a": {"period": "2024", "metric.zh": "标"}, "b": {"period": None}})
    assert after.splitlines() == [
        "- {id: a, entity: E, metric: {en: M, zh: 标}, value: 1, period: 2024, source: s, quote: words of it}",
        "- {id: b, entity: E, metric: M, value: 2, source: s, quote: words of it}",
    ]


SHARED = """\
facts:
  # what all of them share
  - defaults: {entity: E, source: s, period: 2025}
  - quote: words of it
    quote_zh: 文字
    facts:
      - {id: a, metric: M, value: 1}
      - {id: b, metric: N, value: 2, period: 2024}

  # alone
  - id: c
    metric: O
    value: 3
    quote: other words
views: []
"""


def test_a_default_is_overruled_in_the_fact() -> None:
    after = edited(SHARED, {"a": {"period": "2026"}, "c": {"period": None}})
    assert "- {id: a, metric: M, value: 1, period: 2026}\n" in after
    assert "    value: 3\n    period: ~\n    quote: other words\n" in after


def test_what_all_that_take_it_say_is_changed_where_it_stands() -> None:
    after = edited(SHARED, {id_: {"quote": "new words"} for id_ in "ab"})
    assert after == SHARED.replace("quote: words of it", "quote: new words")


def test_a_quote_of_its_own_keeps_the_translation() -> None:
    after = edited(SHARED, {"a": {"quote": "new words"}})
    assert "{id: a, metric: M, value: 1, quote: new words, quote_zh: 文字}" in after


HALVES = (
    "- defaults: {entity: E, source: s, period: 2025, status: claimed, "
    "attribution: {en: Kelp Coast, zh: 海带海岸}}\n"
    "- {id: z, metric: M, value: 3, quote: words of it}\n"
    "- id: a\n  metric: M\n  value: 1\n  quote: words of it\n"
)
SAYS = {  # in one language; what is written of it
    "the shared text": ("Kelp Coast", ""),
    "another text": ("Sea Lion", "  attribution: {en: Sea Lion, zh: ~}\n"),
    "that there is none": (None, "  attribution: ~\n"),
}


@pytest.mark.parametrize("name", SAYS)
def test_a_further_fact_takes_the_half_that_goes_with_its_own(name: str) -> None:
    half, written = SAYS[name]
    new = {"entity": "E", "metric.en": "N", "value": "2", "source": "s", "quote": "other words"}
    after = edited(HALVES, added={"new": {**new, "attribution.en": half}}, beside="a")
    assert after.startswith(f"{HALVES}- id: new\n")
    assert f"  status: ~\n{written}  source: s\n" in after


@pytest.mark.parametrize("empty", ["", " ~", "  # unsaid", " ~  # unsaid", " null"])
@pytest.mark.parametrize(
    ("field", "said", "written"),
    [
        ("period", {"period": "2026-Q2"}, "2026-Q2"),
        ("status", {"status": "planned"}, "planned"),
        ("attribution", {"attribution.en": "Sea Lion"}, "{en: Sea Lion, zh: ~}"),
        ("attribution", {"attribution.en": "Kelp Coast"}, "{en: Kelp Coast, zh: 海带海岸}"),
    ],
)
def test_a_field_emptied_against_a_default_says_something_again(
    empty: str, field: str, said: Columns, written: str
) -> None:
    comment = empty[empty.index("  #") :] if "#" in empty else ""
    after = edited(f"{HALVES}  {field}:{empty}\n", {"a": said})
    assert after == f"{HALVES}  {field}: {written}{comment}\n"


def test_half_of_a_text_that_has_no_other_is_changed_alone() -> None:
    own = HALVES + "  attribution: {en: Sea Lion, zh: ~}\n"
    after = edited(own, {"a": {"attribution.en": "Sea Lion plc"}})
    assert after == own.replace("Sea Lion", "Sea Lion plc")


def test_facts_go_with_the_blank_line_behind_them() -> None:
    assert edited(SHARED, deleted=("a",)) == SHARED.replace(
        "      - {id: a, metric: M, value: 1}\n", ""
    )
    without = SHARED[: SHARED.index("  - quote")] + SHARED[SHARED.index("  # alone") :]
    assert edited(SHARED, deleted=("a", "b")) == without
    last = SHARED[: SHARED.index("  - id: c")] + "views: []\n"
    assert edited(SHARED, deleted=("c",)) == last


RUNS = """\
# drafts
- defaults: {entity: E, source: s}
# page 1
- {id: a, metric: M, value: 1, quote: words of it}

- defaults: {entity: F, source: s}
- quote: other words
  facts: [{id: b, metric: N, value: 2}, {id: c, metric: O, value: 3}, {id: d, metric: P, value: 4}]

- {id: e, metric: M, value: 1, quote: words of it}
"""


def test_what_was_said_for_them_alone_goes_with_them() -> None:
    first = RUNS.index("- defaults"), RUNS.index("# page"), RUNS.index("- {id: a")
    second, last = RUNS.index("- defaults: {entity: F"), RUNS.index("\n- {id: e")
    page = RUNS[first[1] : first[2]]
    assert edited(RUNS, deleted=("a",)) == RUNS[: first[0]] + page + RUNS[second:]
    assert edited(RUNS, deleted=("b", "c", "d", "e")) == RUNS[: second - 1]
    assert edited(RUNS, deleted=("b", "c", "e")) == RUNS[:last].replace(
        "{id: b, metric: N, value: 2}, {id: c, metric: O, value: 3}, ", ""
    )
    assert "facts: [{id: b, metric: N, value: 2}]\n" in edited(RUNS, deleted=("c", "d"))


def test_a_default_that_only_they_took_goes_with_them() -> None:
    text = """\
- defaults: {entity: E, period: 2025, source: s}
- {id: a, metric: M, value: 1, quote: words of it}
- quote: other words
  period: 2026
  facts: [{id: b, metric: N, value: 2}, {id: c, metric: O, value: 3, period: 2027}]
- {id: d, metric: M, value: 1, quote: words of it, entity: F}
"""
    shorter = text.replace(", period: 2025", "")
    left = shorter.index("- {id: a"), shorter.index("- quote")
    # Of the two that go one has an entity of its own, and who stays takes the other.
    assert edited(text + "  # end\n", deleted=("a", "d")) == "".join(
        (shorter[: left[0]], shorter[left[1] : shorter.index("- {id: d")], "  # end\n")
    )
    with_a = text[: text.index("- {id: d")]
    assert edited(text, deleted=("d",)) == with_a
    lines = "- defaults:\n    entity: E\n    period: 2025  # of the year\n    source: s\n"
    as_lines = lines + text.partition("\n")[2]
    assert edited(as_lines, deleted=("a", "d")).startswith(
        "- defaults:\n    entity: E\n    # of the year\n    source: s\n- quote"
    )
    both = text.replace("2026\n", "2026\n  entity: G\n")
    assert edited(both, deleted=("a", "d")).startswith("- defaults: {source: s}\n- quote")


VIEWS = "views:\n- {id: v, broker: B, subject: E, stance: neutral, quote: words of it}\n"


def test_a_file_of_which_nothing_is_left_says_so() -> None:
    assert edited(RUNS, deleted=("a", "b", "c", "d", "e")) == "# drafts\n# page 1\n[]\n"
    assert edited(FLOW, deleted=("a", "b")) == "[]\n"
    facts = SHARED.replace("views: []\n", "")
    comments = "  # what all of them share\n  # alone\n"
    assert edited(facts, deleted=("a", "b", "c")) == f"{comments}[]\n"
    assert edited(facts + VIEWS, deleted=("a", "b", "c")) == comments + VIEWS
    flow = "[{id: a, entity: E, metric: M, value: 1, source: s, quote: words of it}]\n"
    assert edited(flow, deleted=("a",)) == "[]\n"
    assert edited(f"# one\nfacts: {flow}{VIEWS}", deleted=("a",)) == f"# one\n{VIEWS}"
    assert edited(f"# one\nfacts:\n  {flow}", deleted=("a",)) == "# one\n[]\n"


def test_views_go_likewise() -> None:
    other = VIEWS.replace("views:\n", "").replace("id: v", "id: w")
    facts = SHARED.replace("views: []\n", "")
    text = f"{facts}{VIEWS}{other}# end\n"

    def without(*ids: str) -> str:
        at = {"v": facts.count("\n") + 2, "w": facts.count("\n") + 3}
        edits = FactEdits({}, {(at[id_], id_): {} for id_ in ids}, {}, {})
        return with_facts(text.encode(), edits, "facts.yaml").decode()

    assert without("v") == f"{facts}views:\n{other}# end\n"
    assert without("v", "w") == f"{facts}# end\n"


def test_a_list_in_brackets_loses_an_item() -> None:
    text = "- quote: q of it\n  source: s\n  facts: [{id: a, entity: E, metric: M, value: 1}, {id: b, entity: E, metric: M, value: 2}]\n"
    after = edited(text, deleted=("a",))
    assert after == text.replace("{id: a, entity: E, metric: M, value: 1}, ", "")
    assert edited(text, deleted=("b",)) == text.replace(
        ", {id: b, entity: E, metric: M, value: 2}", ""
    )


NEW = {
    "entity": "E", "metric.en": "New", "value": "4", "source": "s", "quote": "words: more",
}  # fmt: skip


def test_a_fact_is_added_behind_another_as_the_others_are_written() -> None:
    assert edited(FLOW, added={"new": NEW}, beside="b") == (
        f"{FLOW}- id: new\n  entity: E\n  metric: {{en: New}}\n  value: 4\n  source: s\n"
        '  quote: "words: more"\n'
    )
    after = edited(SHARED, added={"new": NEW}, beside="a")
    before, _, behind = after.partition("  - id: new\n")
    assert before.endswith("value: 2, period: 2024}\n\n")
    assert behind.startswith("    entity: E\n    metric: {en: New}\n    value: 4\n    period: ~\n")


def test_a_file_without_a_last_line_end_gets_none() -> None:
    text = FLOW.rstrip("\n")
    after = edited(text, {"b": {"value": "5"}}, added={"new": NEW}, beside="b")
    assert after.endswith('value: 4\n  source: s\n  quote: "words: more"')
    assert "value: 5" in after


REFUSED = {
    "beside one in brackets": (
        "[{id: a, entity: E, metric: M, value: 1, source: s, quote: words of it}]\n",
        {"added": {"new": NEW}, "beside": "a"},
        "its list is written in brackets",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_in_place_is_refused(name: str) -> None:
    text, asked, message = REFUSED[name]
    with pytest.raises(CannotEditError, match=message):
        edited(text, **asked)  # type: ignore[arg-type]


def test_a_fact_that_is_elsewhere_by_now_is_refused() -> None:
    edits = FactEdits({(7, "a"): RowEdit({}, {"value": "2"})}, {}, {}, {})
    with pytest.raises(CannotEditError, match="a is not where it was read"):
        with_facts(FLOW.encode(), edits, "facts.yaml")


def test_a_long_file_is_changed_in_pieces_as_it_would_be_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from exporter.edits import yaml_pieces

    text = "# Many\r\n" + "".join(
        f"- id: f{n}  # no. {n}\r\n  entity: E\r\n  metric: M\r\n  value: {n}\r\n  source: s\r\n"
        f"  quote: words of it\r\n{chr(10) if n % 7 else ''}"
        for n in range(60)
    )
    asked = {
        "changed": {"f0": {"value": "100"}, "f3": {"period": "2025"}, "f59": {"value": "8"}},
        "deleted": ("f4", "f5", "f30", "f58"),
        "added": {"new": NEW, "newer": NEW},
        "beside": "f31",
    }
    whole = edited(text, **asked)  # type: ignore[arg-type]
    monkeypatch.setattr(yaml_pieces, "_LONG", 100)
    assert edited(text, **asked) == whole  # type: ignore[arg-type]
    assert "id: f58" not in whole
    shared = "- defaults: {status: planned}\n" + text
    assert "planned" in edited(shared, {"f0": {"value": "7"}})
