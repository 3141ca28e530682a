"""What Excel cannot hold is refused by sheet, cell and fact, all of it at once."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from exporter.errors import CellRefusedError, Problem
from exporter.report.xlsx.model import Column, Table, Workbook
from exporter.writers.xlsx import write_workbook
from exporter.writers.xlsx.blocks import blocks
from exporter.writers.xlsx.book_faults import BookProblems, find_problems
from exporter.writers.xlsx.cell_faults import link_fault
from tests.writers.sample_book import a_column, book_of, sample_book, strings


def test_every_cell_is_named_at_once(tmp_path: Path) -> None:
    texts = strings(["fine", "bell \x07", "a" * 32_768])
    numbers = pa.array([1.0, float("inf"), float("nan")])
    columns = (a_column("Text", 9, "text", texts), a_column("Number", 9, "exact", numbers=numbers))
    book = book_of(*columns, rows=3, facts=strings(["fact-1", "fact-2", "fact-3"]))
    with pytest.raises(CellRefusedError) as caught:
        write_workbook(book, tmp_path / "a.xlsx")
    assert str(caught.value).splitlines() == [
        (
            "sample.en.xlsx: fact-2: Data!A6: the text has the character U+0007, which cannot be "
            "written; leave it out; line ends are U+000A"
        ),
        (
            "sample.en.xlsx: fact-3: Data!A7: the text has 32,768 characters; Excel holds at most "
            "32,767; shorten it"
        ),
        (
            "sample.en.xlsx: fact-2: Data!B6: the number is inf; Excel holds finite numbers alone; "
            'write it as a text (inf="∞"), or leave it blank'
        ),
        (
            "sample.en.xlsx: fact-3: Data!B7: the number is nan; Excel holds finite numbers alone; "
            "leave the cell blank"
        ),
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [("a" * 32_767, True), ("阿" * 32_767, True), ("🎛" * 16_383, True), ("🎛" * 16_384, False),
     ("a\tb\nc", True), ("a\rb", True), ("a\x0bb", False), ("\ufffe", False), ("\x85\u2028", True)],
    ids=["long", "wide", "two units each", "too many units", "tab", "CR", "VT", "noncharacter", "C1"],
)  # fmt: skip
def test_texts(text: str, fits: bool) -> None:
    found = find_problems(book_of(a_column("Text", 9, "text", strings([text])), rows=1))
    assert (found == []) is fits


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("https://a.example/" + "b" * 2061, None),
        ("https://a.example/" + "b" * 2062, "2,080 characters"),
        ("https://a.example/#" + "b" * 2079, None),
        ("https://a.example/#" + "b" * 2080, "2,080 characters"),
        ("https://a.example/a b", "bare ' '"),
        ("https://a.example/[1]", "bare '['"),
        ("https://a.example/100%", "bare '%'"),
        ("https://a.example/#a\nb", "bare '\\n'"),
        ("javascript:alert(1)", "no known scheme"),
        ("file:///etc/hosts", "no known scheme"),
        ("#a", "no address"),
        ("internal:'None'!A1", "leads nowhere"),
        ("internal:'Data'!A1", None),
        ("internal:Data!A1", None),
        ("internal:DATA", None),  # the table of that name
        ("evidence.en.html#a", None),
    ],
)
def test_links(link: str, fault: str | None) -> None:
    column = a_column("Link", 9, "link", strings(["a"]), links=strings([link]))
    found = [problem.wrong for problem in find_problems(book_of(column, rows=1))]
    assert len(found) == (fault is not None)
    assert all(wrong.startswith("Data!A5: ") and fault in wrong for wrong in found if fault)


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["https://", "http://", "ftp://", "mailto:", "a", "/", "#", ":", "%41", "%", "%4", " ",
                 "[", "?", "&", "~", "中", "\n", "^", "internal:", "external:", "b" * 700, "🎛"]
            ),
            min_size=1, max_size=6,
        ).map("".join),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_a_look_at_all_links_finds_what_a_look_at_each_does(links: list[str]) -> None:
    column = a_column("Link", 9, "link", links=strings(links))
    places = frozenset({"Data", "data"})
    told = [Problem("", 0, "", f"Data!A{row}: {fault[0]}", fault[1])
            for row, link in enumerate(links, 5) if (fault := link_fault(link, places))]  # fmt: skip
    found = find_problems(book_of(column, rows=len(links)))
    assert [(one.wrong, one.right) for one in found] == [(one.wrong, one.right) for one in told]


def test_the_longest_link_is_written(tmp_path: Path) -> None:
    link = "https://a.example/" + "b" * 2061
    column = a_column("Link", 9, "link", strings(["a"]), links=strings([link]))
    write_workbook(book_of(column, rows=1), tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx")["Data"]["A5"].hyperlink.target == link


def test_more_links_than_a_sheet_holds() -> None:
    links = pa.array(["https://a.example"] * 32_766)
    columns = [a_column(name, 9, "link", links=links) for name in ("A", "B")]
    [problem] = find_problems(book_of(*columns, rows=32_766))
    assert "65,532 links" in problem.wrong


@pytest.mark.parametrize(
    ("formula", "fault"),
    [("1+1", "does not begin with ="), ("=", "does not begin with ="), ("=A1\x00", "U+0000"),
     ("=" + "1+" * 4096 + "1", "8,194 characters"), ("=A1", None)],
)  # fmt: skip
def test_formulas(formula: str, fault: str | None) -> None:
    column = a_column("F", 9, "exact", formulas=strings([formula]))
    found = [problem.wrong for problem in find_problems(book_of(column, rows=1))]
    assert len(found) == (fault is not None)
    assert all(fault in wrong for wrong in found if fault)


def text_column(header: str = "A", width: float = 9) -> Column:
    return a_column(header, width, "text", strings(["a"]))


def renamed(name: str) -> Workbook:
    book = book_of(text_column(), rows=1)
    return replace(book, sheets=(replace(book.sheets[0], name=name),))


def retitled(title: str) -> Workbook:
    book = book_of(text_column(), rows=1)
    return replace(book, properties=replace(book.properties, title=title))


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: renamed("a" * 32), "none that Excel takes"),
        (lambda: renamed("a/b"), "none that Excel takes"),
        (lambda: renamed("'a"), "none that Excel takes"),
        (lambda: renamed(""), "none that Excel takes"),
        (lambda: renamed("🎛" * 16), "none that Excel takes"),
        (lambda: replace(sample_book(), sheets=()), "no sheets"),
        (lambda: replace(sample_book(), sheets=sample_book().sheets[:1] * 2), "sheet names"),
        (lambda: replace(sample_book(), defined_names={"Checks": "=1"}), "range names"),
        (lambda: replace(sample_book(), footer="&L" + "a" * 254), "the footer: the text has 256"),
        (lambda: retitled("a\x00"), "the property title: the text has the character U+0000"),
        (lambda: book_of(text_column("A"), text_column("a"), rows=1), "2 columns of data"),
        (lambda: book_of(text_column(""), rows=1), "no header"),
        (lambda: book_of(text_column("a\nb"), rows=1), "has a line end"),
        (lambda: book_of(text_column("a" * 256), rows=1), "256 characters"),
        (lambda: book_of(text_column(width=256), rows=1), "256 wide"),
        (lambda: book_of(rows=1), "0 columns"),
    ],
)
def test_names_and_headers(make: Callable[[], Workbook], fault: str) -> None:
    wrongs = [problem.wrong for problem in find_problems(make())]
    assert any(fault in wrong for wrong in wrongs), wrongs


def test_more_rows_than_a_sheet_holds() -> None:
    book = book_of(rows=0)
    table = Table("data", (text_column(),), 1_048_573)
    long = replace(book, sheets=(replace(book.sheets[0], tables=(table,)),))
    assert [p.wrong for p in find_problems(long)] == ["Data: data has 1,048,573 rows"]


def test_the_sample_has_no_problem() -> None:
    assert find_problems(sample_book()) == []


@pytest.mark.parametrize(("formats", "fits"), [(65_490, True), (65_491, False)])
def test_cell_formats(formats: int, fits: bool) -> None:
    book = book_of(a_column("Text", 9, "text", strings(["a"])), rows=1)
    more = {f"figure {number}": book.styles["text"] for number in range(formats)}
    styles = {**more, **book.styles}
    left_out = list(more)[: len(styles) - formats]
    for name in left_out:
        del styles[name]
    assert len(styles) == formats
    wrongs = [problem.wrong for problem in find_problems(replace(book, styles=styles))]
    expected = [f"the workbook needs {formats:,} cell formats, one for each distinct range"]
    assert wrongs == ([] if fits else expected)


def test_problems_may_be_asked_for_while_a_thread_goes_through_another_sheet() -> None:
    book = sample_book()
    sheet = book.sheets[1]
    block, problems = next(iter(blocks(sheet.tables))), BookProblems(book)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(1) as thread:
            sheets = [replace(sheet, name=f"Sheet {number}") for number in range(3_000)]
            adding = thread.submit(lambda: [problems.add(one, block, []) for one in sheets])
            asked = 0
            while not adding.done():
                assert not problems
                asked += 1
            adding.result()
    finally:
        sys.setswitchinterval(before)
    assert asked > 10
