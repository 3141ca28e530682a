"""Cells of CSV emptied: encoding, separator, quotation marks and line ends stay."""

import csv
import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.edits.csv_cells import rows_in, with_cells
from exporter.edits.text_edits import CannotEditError
from exporter.facts.reading import NO_ANCHORS, PLAIN, Reading

CASES = {
    "plain": ("id,review,quote\na,new,q\nb,new,r\n", [2], "id,review,quote\na,,q\nb,new,r\n", "utf-8"),
    "the last column, without an end": ("id,quote,review\na,q,new", [2], "id,quote,review\na,q,", "utf-8"),
    "quoted": (
        'id;quote;review\r\n"a";"q; ""x""\r\ny";"why, ""so""?"\r\nb;r;new\r\n', [2],
        'id;quote;review\r\n"a";"q; ""x""\r\ny";\r\nb;r;new\r\n', "utf-8",
    ),
    "a hint and a blank line": (
        "sep=;\nid;quote;review\n\na;q;new\nb;r;new\n", [5], "sep=;\nid;quote;review\n\na;q;new\nb;r;\n", "utf-8",
    ),
    "a byte order mark": ("\ufeffid,quote,Review \na,q,new\n", [2], "\ufeffid,quote,Review \na,q,\n", "utf-8"),
    "another encoding": (
        "id;quote;review\na;Die Münchner Gesellschaft für Rückversicherung;neu: prüfen\n", [2],
        "id;quote;review\na;Die Münchner Gesellschaft für Rückversicherung;\n", "cp1252",
    ),
    "UTF-16": ("\ufeffid\tquote\treview\na\tq\tnew\n", [2], "\ufeffid\tquote\treview\na\tq\t\n", "utf-16-be"),
    "old line ends of the Mac": ("id,quote,review\ra,q,new\rb,r,new\r", [3], "id,quote,review\ra,q,new\rb,r,\r", "utf-8"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_only_the_cells_go(name: str) -> None:
    before, rows, after, encoding = CASES[name]
    new = with_cells(
        before.encode(encoding),
        {row: {"review": ""} for row in rows},
        "facts.csv",
        PLAIN,
        NO_ANCHORS,
    )
    assert new.decode(encoding) == after


def test_a_column_by_another_name() -> None:
    reading = Reading(columns=(("Prüfung", "review"),))
    content = "id,Prüfung,quote\na,neu,q\n".encode()
    new = with_cells(content, {2: {"review": ""}}, "f.csv", reading, NO_ANCHORS)
    assert new.decode() == "id,Prüfung,quote\na,,q\n"


@pytest.mark.parametrize(
    ("content", "row", "message"),
    [("id,quote\na,q\n", 2, "has no column `review`"), ("id,review,quote\na,,q\n", 2, "not every cell")],
)  # fmt: skip
def test_what_cannot_be_emptied_is_told(content: str, row: int, message: str) -> None:
    with pytest.raises(CannotEditError, match=message):
        with_cells(content.encode(), {row: {"review": ""}}, "f.csv", PLAIN, NO_ANCHORS)


def test_cells_are_exchanged_in_their_quotation_marks() -> None:
    content = b'id,quote,unit\na,"one, ""so""",tonns\nb,two,t\n'
    texts = {2: {"quote": 'one "so"', "unit": "tonnes"}, 3: {"quote": "two, three"}}
    new = with_cells(content, texts, "f.csv", PLAIN, NO_ANCHORS)
    assert new.decode() == 'id,quote,unit\na,"one ""so""",tonnes\nb,"two, three",t\n'


def test_letters_that_an_encoding_has_not_are_refused() -> None:
    content = "id,quote\na,Münchner Straße für Rückversicherung\n".encode("cp1252")
    with pytest.raises(CannotEditError, match="has not all letters"):
        with_cells(content, {2: {"quote": "慕尼黑"}}, "f.csv", PLAIN, NO_ANCHORS)


@given(st.text('a",;\r\n ', max_size=12))
def test_cells_stand_where_a_reader_finds_them(text: str) -> None:
    rows = list(rows_in(text, ","))
    assert [row for row, _ in rows] == list(range(1, len(rows) + 1))
    flat = [place for _, cells in rows for place in cells]
    assert (flat[0][0], flat[-1][1]) == (0, len(text))
    between = [text[end:start] for (_, end), (start, _) in pairwise(flat)]
    assert set(between) <= {",", "\n", "\r", "\r\n"}
    if '"' not in text:
        read = [cells or [""] for cells in csv.reader(io.StringIO(text, ""))]
        found = [[text[start:end] for start, end in cells] for _, cells in rows]
        assert found in (read, [*read, [""]])  # behind the last line's end
