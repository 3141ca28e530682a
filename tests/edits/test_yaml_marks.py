"""Marks taken off in YAML: nothing else of the file changes, in whatever style it is written."""

import re
from pathlib import Path

import pytest

from exporter.edits.text_edits import CannotEditError
from exporter.edits.yaml_marks import without_marks

SHIPPED = Path(__file__).parents[2] / "reports/alibaba-ai"

# (before, what is accepted as `line id`, after)
CASES = {
    "a line of its own": (
        "- id: a\n  review: new\n  value: 1\n", ["1 a"], "- id: a\n  value: 1\n"
    ),
    "the last line, without an end": ("- id: a\n  review: new", ["1 a"], "- id: a\n"),
    "a comment behind it": (
        "- id: a\n  review: new  # ask Li\n  value: 1\n", ["1 a"], "- id: a\n  # ask Li\n  value: 1\n",
    ),
    "comments and quotation marks around it": (
        "# head\n- id: 'a'   # one\n\n  # two\n  review: \"why?\"\n  # three\n  value: 1.50\n",
        ["2 a"],
        "# head\n- id: 'a'   # one\n\n  # two\n  # three\n  value: 1.50\n",
    ),
    "the first field": (
        "- review: new\n  id: a\n  value: 1\n", ["1 a"], "- id: a\n  value: 1\n"
    ),
    "the first field, and a comment": (
        "- review: new  # hm\n  id: a\n", ["1 a"], "-   # hm\n  id: a\n"
    ),
    "lines of Windows": (
        "- id: a\r\n  review: new\r\n  value: 1\r\n- id: b\r\n", ["1 a"],
        "- id: a\r\n  value: 1\r\n- id: b\r\n",
    ),
    "a byte order mark and letters of four bytes": (
        "\ufeff# 😀\n- id: a\n  review: 😀?\n", ["2 a"], "\ufeff# 😀\n- id: a\n"
    ),
    "a text over several lines": (
        "- id: a\n  review: why\n    not so\n  value: 1\n", ["1 a"], "- id: a\n  value: 1\n"
    ),
    "a block of lines": (
        "- id: a\n  review: >\n    why\n\n    not so\n\n  # c\n  value: 1\n", ["1 a"],
        "- id: a\n\n  # c\n  value: 1\n",
    ),
    "flow": ("- {id: a, review: new, value: 1}\n", ["1 a"], "- {id: a, value: 1}\n"),
    "flow, the first": ("- {review: new,  id: a}\n", ["1 a"], "- {id: a}\n"),
    "flow, the last": ("- {id: a, value: 1, review: 'so, why'}\n", ["1 a"], "- {id: a, value: 1}\n"),
    "flow over lines": (
        "- {id: a,\n   review: new,\n   value: 1}\n", ["1 a"], "- {id: a,\n   value: 1}\n"
    ),
    "flow with comments": (
        "- {id: a, # one\n   review: new, # two\n   value: 1}\n", ["1 a"],
        "- {id: a, # one\n    # two\n   value: 1}\n",
    ),
    "two facts on a line": (
        "[{id: a, review: new}, {id: b, review: new}]\n", ["1 b"], "[{id: a, review: new}, {id: b}]\n"
    ),
    "tabs and a quoted key": (
        "- id: a\n  'review': new\n  quote: 'a\tb'\n", ["1 a"], "- id: a\n  quote: 'a\tb'\n"
    ),
    "a view": (
        "- id: v\n  broker: B\n  review: new\n", ["1 v"], "- id: v\n  broker: B\n"
    ),
    "facts and views": (
        "facts:\n  - id: a\n    review: new\nviews:\n  - id: v\n    broker: B\n    review: new\n",
        ["5 v"],
        "facts:\n  - id: a\n    review: new\nviews:\n  - id: v\n    broker: B\n",
    ),
    "a default of which all are accepted": (
        "- defaults: {source: s, review: new}\n- id: a\n- id: b\n", ["2 a", "3 b"],
        "- defaults: {source: s}\n- id: a\n- id: b\n",
    ),
    "a default of which one is accepted": (
        "- defaults: {source: s, review: new}\n- id: a\n  value: 1\n- {id: b, value: 2}\n",
        ["2 a"],
        "- defaults: {source: s, review: new}\n- id: a\n  review: ~\n  value: 1\n- {id: b, value: 2}\n",
    ),
    "a default alone in its place": (
        "- defaults: {review: new}\n- {id: a, value: 1}\n", ["2 a"],
        "- defaults: {review: new}\n- {id: a, review: ~, value: 1}\n",
    ),
    "a mark of its own below a default": (
        "- defaults: {source: s, review: new}\n- id: a\n  review: why?\n- id: b\n", ["2 a"],
        "- defaults: {source: s, review: new}\n- id: a\n  review: ~\n- id: b\n",
    ),
    "a group": (
        "- quote: q\n  review: new\n  facts:\n    - {id: a}\n    - {id: b}\n- id: c\n  review: new\n",
        ["4 a", "5 b"],
        "- quote: q\n  facts:\n    - {id: a}\n    - {id: b}\n- id: c\n  review: new\n",
    ),
    "one of a group": (
        "- quote: q\n  review: new\n  facts:\n    - {id: a}\n    - id: b\n", ["5 b"],
        "- quote: q\n  review: new\n  facts:\n    - {id: a}\n    - id: b\n      review: ~\n",
    ),
    "a group below a default": (
        "- defaults: {source: s, review: old}\n- quote: q\n  review: new\n  facts: [{id: a}]\n- id: b\n",
        ["4 a"],
        "- defaults: {source: s, review: old}\n- quote: q\n  review: new\n  facts: [{id: a, review: ~}]\n- id: b\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_only_the_mark_goes(name: str) -> None:
    before, accepted, after = CASES[name]
    owners = {(int(line), id_) for line, id_ in (owner.split() for owner in accepted)}
    assert without_marks(before.encode(), owners, "facts.yaml").decode() == after


def test_a_mark_that_is_not_there_is_refused() -> None:
    with pytest.raises(CannotEditError, match="not every mark is where it was read"):
        without_marks(b"- id: a\n  value: 1\n", {(1, "a")}, "facts.yaml")


@pytest.mark.parametrize("mark", ["new", "'why, then?'", '"a \\n b"', ">\n    folded\n    text"])
def test_a_file_that_is_marked_and_accepted_is_as_it_was(mark: str) -> None:
    for path in (SHIPPED / "facts/dingtalk.yaml", SHIPPED / "views.yaml"):
        before = path.read_text("utf-8")
        marked = re.sub(
            r"(?m)^(- id: .*\n)", rf"\1  review: {mark}\n".replace("\\n b", "\\\\n b"), before
        )
        lines = enumerate(marked.splitlines(), 1)
        owners = {(line, text[6:]) for line, text in lines if text.startswith("- id: ")}
        assert marked.count("  review: ") == len(owners) > 1
        assert without_marks(marked.encode(), owners, path.name).decode() == before
