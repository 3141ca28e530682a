"""YAML is read with its lines, and what could harm or mislead is refused."""

import re
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exporter.facts import yaml_tree
from exporter.facts.yaml_facts import read_yaml_facts
from exporter.facts.yaml_tree import ListNode, MapNode, Scalar, line_of, parse_tree, plain
from exporter.limits import READING


def problem_of(text: str) -> str:
    tree, problems = parse_tree(text, "f.yaml")
    assert tree is None or problems
    assert len(problems) == 1
    return str(problems[0])


def test_scalars_keep_their_text_and_line() -> None:
    tree, problems = parse_tree("a: 1.50\nb:\n  - no\n  - '2'\n", "f.yaml")
    assert not problems
    assert isinstance(tree, MapNode)
    assert tree.items["a"] == Scalar("1.50", plain=True, line=1)
    listed = tree.items["b"]
    assert isinstance(listed, ListNode)
    assert listed.items == (Scalar("no", plain=True, line=3), Scalar("2", plain=False, line=4))
    assert plain(tree) == {"a": "1.50", "b": ["no", "2"]}


def test_line_of_stops_at_the_nearest_that_exists() -> None:
    tree, _ = parse_tree("a: 1\nb:\n  - c: 2\n    d: 3\n", "f.yaml")
    assert tree is not None
    assert line_of(tree, ("b", 0, "d")) == 4
    assert line_of(tree, ("b", 0, "missing")) == 3
    assert line_of(tree, ("b", 7)) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: &x 1\n", "f.yaml:1:4: the anchor &x is not allowed; leave it out, or quote it"),
        (
            "a: 1\nb: *x\n",
            "f.yaml:2:4: the alias *x is not allowed; write the value out, or quote it",
        ),
        (
            "a: !!python/name:os.system x\n",
            "f.yaml:1:4: the tag tag:yaml.org,2002:python/name:os.system",
        ),
        (
            "unit: %\n",
            "f.yaml:1:7: a text cannot begin with % in YAML unless it is quoted; quote it: '%'",
        ),
        ("- a: 1\n  b: @it's\n", "f.yaml:2:6: a text cannot begin with @ in YAML unless it is"),
        ("- a: 1\n  b: @it's\n", "quote it: '@it''s'"),
        ("a: `x`\n", "quote it: '`x`'"),
        (
            "- quote: Growth: 18% more\n",
            (
                "f.yaml:1:16: a text that holds a colon and a blank has to be quoted in YAML; "
                "quote it: 'Growth: 18% more'"
            ),
        ),
        (
            'a: "about" 18%\n',
            'something stands behind the closing "; quote the whole text: \'"about" 18%\'',
        ),
        ("a: [about] 18%\n", "behind the closing ]; quote the whole text: '[about] 18%'"),
        (
            "a: b\n c: d\n",
            "f.yaml:2:3: this field is indented by 1 blank, those above by 0; indent it by 0 as well",
        ),
        ("a: [1, 2\n", "the list that begins with [ in line 1 is not closed; close it with ]"),
        (
            "a: 1\n\tb: 2\n",
            "f.yaml:2:1: a tab stands where YAML takes blanks alone; indent by blanks",
        ),
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3: `a` is given twice (first in line 1); keep one"),
        ("a: 1\nb: x\x07\n", "f.yaml:2: the character U+0007 cannot stand in YAML; delete it"),
        ('a: "\\ud800"\n', "f.yaml:1: a lone surrogate (half a character) stands in a text"),
        ("a: 1\n---\nb: 2\n", "a second YAML document begins; keep one in a file"),
        ("[a, b]: 1\n", "a key is not a single word"),
        ("a: " + "[" * 30 + "]" * 30, "nested deeper than 20 levels"),
    ],
)
def test_what_is_refused_is_said_with_its_place(text: str, message: str) -> None:
    assert message in problem_of(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: a\n  unit: x\n   value: 12\n", "f.yaml:3:9: this field is indented by 3 blanks, those above by 2; indent it by 2 as well"),
        ("- id: a\n  metric:\n    en: A\n   zh: B\n", "4:4: this field is indented by 3 blanks, those above by 4; indent it by 4 as well"),
        ("- id: a\n  b: 2\nid: c\n", "3:1: this field is indented by 0 blanks, those above by 2; indent it by 2 as well, or begin a new item with `- `"),
        ("all:\n  - {name: A}\n # note\n - {name: B}\n", "4:2: this item is indented by 1 blank, those above by 2; indent it by 2 as well"),
        ("- id: a\n  metric:\n\ten: x\n", "3:1: a tab stands"),
        ("- id: a\n  quote 12\n  b: 2\n", "'quote 12' in line 2 has neither a name with a colon nor a dash and a blank"),
        ("编号：甲\n单位: 人\n", "'编号：甲' in line 1 has neither a name with a colon"),
        ('- id: a\n  quote: "abc\n- id: b\n', 'the text that begins with " in line 2 is not closed; close it with "'),
        ("- {id: a, metric: {en: X, zh: Y}\n- {id: b}\n", "the group that begins with { in line 1 is not closed; close it with }"),
        ("a: {en: x zh: y}\n", "the group that begins with { in line 1 cannot be read; part what is in it by commas"),
        ("a: {en: 'x]', zh: [\n\n", "the list that begins with [ in line 1 is not closed"),
        ("a: [1,\n", "the list that begins with [ in line 1 is not closed"),
        ("a: [x, y]]\n", "nothing opens what ] closes here"),
        ("a: - b\n", "an item of a list stands in the line of `a:`; begin it in the next line"),
        ("a: 1\n- b\n", "an item of a list stands among fields; take its `- ` off"),
        ("- a\nb: 1\n", "a field stands among the items of a list; write `- ` before it"),
    ],
)  # fmt: skip
def test_what_keeps_a_file_from_being_read_is_said_plainly(text: str, message: str) -> None:
    assert message in problem_of(text)
    assert "malformed" not in problem_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  metric:\n    en: A\n- id: b\n",
        "all:\n- a: 1\n  b:\n  - c\nrest: 2\n",
        "a: >-\n    goes on\n      further\nb: text\n  that goes on\n",
        "- - a\n  - b\n-   c: 1\n    d: 2\n",
    ],
)
def test_lines_may_begin_wherever_yaml_lets_them(text: str) -> None:
    assert parse_tree(text, "f.yaml")[1] == []


def test_billion_laughs_are_refused_before_they_grow() -> None:
    levels = "\n".join(f"l{i}: &l{i} [*l{i - 1}, *l{i - 1}]" for i in range(1, 40))
    assert "the anchor &l0 is not allowed" in problem_of(f"l0: &l0 lol\n{levels}\n")


def test_an_empty_file_has_no_tree() -> None:
    assert parse_tree("", "f.yaml") == (None, [])
    assert parse_tree("# only a comment\n", "f.yaml") == (None, [])


@pytest.mark.parametrize(
    ("field", "said", "empty"),
    [
        ("unit", "{en: , zh: }", "unit.en"),
        ("attribution", "{en: , zh: }", "attribution.en"),
        ("attribution", "{zh: }", "attribution.zh"),
    ],
)
def test_an_empty_pair_is_refused_and_half_a_reason(field: str, said: str, empty: str) -> None:
    content = f"- id: a\n  {field}: {said}\n".encode()
    _, problems = read_yaml_facts(content, "facts.yaml")
    assert [str(problem) for problem in problems] == [
        f"facts.yaml:2: a: `{empty}` is empty; write it in both languages"
    ]


@pytest.mark.parametrize("said", ["{en: boxes, zh: }", "{en: boxes}"])
def test_half_of_a_pair_is_read(said: str) -> None:
    for field in ("metric", "value", "unit", "attribution"):
        table, problems = read_yaml_facts(f"- id: a\n  {field}: {said}\n".encode(), "facts.yaml")
        assert problems == []
        assert (table[f"{field}.en"][0].as_py(), table[f"{field}.zh"][0].as_py()) == ("boxes", None)


# Spaces, marks and words that YAML knows; tabs and odd line ends go to one parser anyhow.
_PIECES = st.sampled_from(
    ["a", "b: ", "- ", "\n", "  ", "\n  ", "\n- ", ": ", "'x'", '"y\\n"', "{", "}", "[", "]", ",",
     " #c", "1.50", "数：", "http://x", "&a ", "*a", "!t ", "|\n  x\n", "> ", "%", "@", "~", "null",
     "''", "\u3000", "\xa0", ":", "-", "😀", "\t", "\u2028", "\x85"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=9).map("".join))
@example("*ab: ")
@example("&a b: *a数：")
def test_both_parsers_read_the_same(text: str) -> None:
    """What libyaml reads, the parser in Python reads alike, but for lines of nothing."""
    with patch.object(yaml_tree, "UNLIKE", re.compile("")):  # for all to the parser in Python
        slow, problems = parse_tree(text, "f.yaml")
    fast, found = parse_tree(text, "f.yaml")
    assert [one.wrong for one in found] == [one.wrong for one in problems]
    if not problems and fast is not None and slow is not None:
        assert plain(fast) == plain(slow)


@pytest.mark.parametrize("start", ["", "# \t\n"])
@pytest.mark.parametrize("piece", ["[", "{a: ", "[a, ", "? ", "- "])
def test_deep_nesting_is_refused_before_the_end_is_looked_for(start: str, piece: str) -> None:
    assert "nested deeper than 20 levels" in problem_of(start + piece * 20_000)


def test_a_file_holds_so_many_texts() -> None:
    from exporter.limits import ReadingLimits

    few = ReadingLimits(nodes=10, slow_text=50)
    assert parse_tree("- a\n" * 9, "f.yaml", few)[1] == []
    (problem,) = parse_tree("- a\n" * 10, "f.yaml", few)[1]
    assert problem.wrong == "the file holds more than 10 texts and lists"
    (problem,) = parse_tree("#\t" + "-" * 50, "f.yaml", few)[1]
    assert problem.wrong.startswith("tabs, other ends of lines")


WORDS = [f"{number:016x}" for number in range(0, 10**18, 10**16)]
LIST = "".join(f"  - {word}\n" for word in WORDS)
LINE = f"numbers: [{', '.join(map(str, range(100)))}]\n"


@pytest.mark.parametrize(
    "text",
    [
        f"title: A filing\nlines: [1, 2]\n{LINE}words:\n{LIST}",
        f"title: A filing\n# what follows is long\nwords:\n{LIST}",
        f"title: |\n  lines\n  of text\n{LINE}words:\n{LIST}",
        f"title: plain words\n  that go on\nwords:\n{LIST}",
        f"title:\nwords:\n{LIST}",
        f"title:\n- one\n{LINE}words:\n{LIST}",
        f"not_facts:\n  - clause: x\n    why: y\nwords:\n{LIST}",
        f"{LINE}title: A filing\nmore: 1\n",
        f"words:\n{LIST}",
        f"words:\n  - one\nwords:\n{LIST}",
        f"{LINE}{LINE}title: A filing\n",
        f"title: 'open\nwords:\n{LIST}",
        f'title: "open\n{LINE}words:\n{LIST}',
        f'title: "open\n{LINE}closed"\n',
        f'title: "open\n{LINE}closed"\nnumbers: []\n',
        f'title: "open\n{LINE}closed"\n{LINE}',
        f"title: |\n{LINE}",
        f"title: [open\nwords:\n{LIST}",
        f"{{title: a,\n{LINE}}}\n",
        f"title: {{a: b\n{LINE}words:\n{LIST}",
        f"title: &anchor\n{LINE}",
        f"title: *alias\nwords:\n{LIST}",
        f"title: !tag\nwords:\n{LIST}",
        f"title: A\ttab\nwords:\n{LIST}",
        f"title: one\n...\n{LINE}",
        f"title: one\n---\ntitle: two\nwords:\n{LIST}",
        f"title: a: b\nwords:\n{LIST}",
        f"- title\nwords:\n{LIST}",
        f"  title: indented\n{LINE}",
        f"{{title: flow}}\nwords:\n{LIST}",
        f"? title\nwords:\n{LIST}",
        f"plain words\n{LINE}",
        f"\n\n{LINE}\nwords:\n{LIST}",
        f"words:\n{LIST}title: behind\n",
        f"words:\n{LIST}  - 'quoted'\n",
        f"words:\n{LIST}  - '0123456789'\n{LIST}",
        f"words:\n{LIST}  - 'open\n",
        LINE.replace(", ", ", '1.', '20', ", 1) + f"words:\n{LIST}",
        LINE.replace(", ", ", '20', ", 1) + f"words:\n{LIST}",
        f"words:\n{LIST}   - further in\n",
        f"words:\n{LIST.rstrip()}",
    ],
)
def test_long_lists_of_words_are_read_as_any_others(text: str) -> None:
    read = parse_tree(text, "f.yaml")
    with patch.object(yaml_tree, "without_long_lists", return_value=(text, [])):
        assert read == parse_tree(text, "f.yaml")


def test_long_lists_of_words_count_among_the_nodes() -> None:
    text = f"{LINE}words:\n{LIST}"
    most = 1 + 2 * (2 + 100)  # the mapping, and of each list its key, itself and what is in it
    assert not parse_tree(text, "f.yaml", replace(READING, nodes=most))[1]
    problems = parse_tree(text, "f.yaml", replace(READING, nodes=most - 1))[1]
    assert "the file holds more than" in str(problems[0])


def test_no_event_is_made_of_long_lists_of_words() -> None:
    with patch.object(yaml_tree, "_tree", wraps=yaml_tree._tree) as made:
        parse_tree(f"title: A filing\n{LINE}words:\n{LIST}  - '0123456789'\n", "f.yaml")
    assert made.call_count == 1
    assert made.call_args.args[2].nodes == READING.nodes - 201
