"""A workbook that was changed after it was written: every change is named with its place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from zipfile import ZipFile

import pyarrow as pa
import pytest

from exporter.proof.difference import Difference
from exporter.proof.xlsx import compare_workbook, table_rows
from exporter.report.pdf.model import OnePager
from exporter.report.xlsx.model import Workbook
from exporter.writers.xlsx import write_workbook
from tests.proof.tamper import (
    BOOK,
    CORE,
    CUSTOM,
    STYLES,
    Edit,
    cell,
    delete_row,
    empty_row,
    hide_row,
    insert_row,
    replacing,
    sheet_part,
    style_of,
    swap_rows,
    swap_sheets,
    table_part,
    tamper,
    text,
)
from tests.writers.sample_book import a_column, book_of, changed, sample_book, strings

FACTS = "Sorting robots"
CHECKS = "Checks"
ROBOTS = [
    "robots-parcels-sorted", "robots-routes-planned", "robots-returns-handled",
    "robots-share-of-night-shifts", "robots-opening-of-the-chengdu-hub", "robots-customers",
]  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.en.xlsx"
    write_workbook(sample_book(), path)
    return path


def told(differences: list[Difference]) -> list[str]:
    """Each difference as `place: what: found`."""
    return [
        f"{difference.place}: {difference.what}: {difference.found}" for difference in differences
    ]


def test_what_is_built_has_no_differences(
    built: Path, laid: Mapping[str, Workbook | OnePager]
) -> None:
    books = {name: model for name, model in laid.items() if isinstance(model, Workbook)}
    assert len(books) == 4
    assert {name: compare_workbook(book, built / name) for name, book in books.items()} == {
        name: [] for name in books
    }


def test_a_workbook_as_written_has_no_differences(sample: Path) -> None:
    assert compare_workbook(sample_book(), sample) == []


def test_odd_values_are_read_back_exactly(tmp_path: Path) -> None:
    texts = [
        "_x005F_",
        "_x0041_",
        "=1+1",
        "1",
        "TRUE",
        " a ",
        "a\nb",
        "#N/A",
        "<&>\"'",
        "😀",
        None,
        "",
    ]
    numbers = [0.1 + 0.2, 5e-324, 1.7976931348623157e308, -1 / 3, 1e15, 123456789012345680.0, 1e21,
               0.0, 45200.5, 59.0, 1.0, None]  # fmt: skip
    rows = len(texts)
    truths = pa.array([n % 2 == 0 for n in range(rows)])
    book = book_of(
        a_column("Text", 9, "text", strings(texts)),
        a_column("Number", 9, "exact", numbers=pa.array(numbers)),
        a_column("Date", 9, "day", numbers=pa.array([45200.0 + n for n in range(rows)])),
        a_column("Truth", 9, "text", truths=truths),
        a_column("Formula", 9, "text", strings(["_x005F_ <a>", *[None] * (rows - 1)]),
               formulas=strings(['="_x005F_ <a>"', *[None] * (rows - 1)])),
        a_column("Link", 9, "link", strings(["a"] * rows), links=strings(
            ["https://a.example/x?y=1&z#:~:text=a%2Cb", "folder/b.html#c", "mailto:a@b.example",
             "internal:'Data'!A1", *[None] * (rows - 4)])),
        rows=rows,
    )  # fmt: skip
    write_workbook(book, tmp_path / "odd.xlsx")
    assert compare_workbook(book, tmp_path / "odd.xlsx") == []


@pytest.mark.parametrize(
    ("number", "style", "changed_to", "said"),
    [
        (199.59699999999998, "exact", "199.5", "«199.5»; expected «199.597»"),
        (0.1 + 0.2, "exact", "0.3", "«0.3»; expected «0.30000000000000004»"),
        (46295.0, "day", "46296", "«2026-10-01»; expected «2026-09-30»"),
        (46295.0, "exact", "46296", "«46296»; expected «46295»"),
    ],
)
def test_numbers_are_told_as_a_person_reads_them(
    number: float, style: str, changed_to: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "numbers.xlsx"
    book = book_of(a_column("Number", 9, style, numbers=pa.array([number])), rows=1)
    write_workbook(book, path)
    edit = replacing(f"<v>{number!r}</v>".replace(".0<", "<"), f"<v>{changed_to}</v>")
    other = tamper(path, tmp_path / "other.xlsx", {sheet_part(path, "Data"): edit})
    (difference,) = compare_workbook(book, other)
    assert said in str(difference)


def test_an_empty_table_is_read_back(tmp_path: Path) -> None:
    book = book_of(a_column("Text", 9, "text", strings([])), rows=0)
    write_workbook(book, tmp_path / "empty.xlsx")
    assert compare_workbook(book, tmp_path / "empty.xlsx") == []


@dataclass(frozen=True)
class Case:
    """A tampering of a sheet (or of a part), and the differences that it makes."""

    where: str
    edit: Edit
    expected: list[str]
    more: Mapping[str, Edit] = field(default_factory=dict)


CHART_VALUES = '100000000.0 as "> "#,##0 | 42000000.0 as "> "#,##0 | 9500000.0 as #,##0'
CASES = {
    "a number": Case(FACTS, cell("B6", inner="<v>42000001</v>"),
                     ["Sorting robots!B6 (robots-routes-planned): value: 42000001"]),
    "a number's last bit": Case(FACTS, cell("B8", inner="<v>0.19000000000000003</v>"), [
        "Sorting robots!B8 (robots-share-of-night-shifts): value: 0.19000000000000003"]),
    "a date by a second": Case(FACTS, cell("B9", inner="<v>45231.00001</v>"), [
        "Sorting robots!B9 (robots-opening-of-the-chengdu-hub): value: 2023-11-01 00:00:00.864000"]),
    "a date beyond all calendars": Case(FACTS, cell("B9", inner="<v>1E+300</v>"), [
        "Sorting robots!B9 (robots-opening-of-the-chengdu-hub): value: 1e+300"]),
    "a negative date": Case(FACTS, cell("B9", inner="<v>-1.5</v>"), [
        "Sorting robots!B9 (robots-opening-of-the-chengdu-hub): value: -1.5"]),
    "a number as text": Case(FACTS, cell("B6", inner=text("42000000"), kind="inlineStr"), [
        "Sorting robots!B6 (robots-routes-planned): value: 42000000 (text)"]),
    "a blanked number": Case(FACTS, cell("B6", inner=""),
                             ["Sorting robots!B6 (robots-routes-planned): value: nothing"]),
    "an error": Case(FACTS, cell("B6", inner="<v>#N/A</v>", kind="e"),
                     ["Sorting robots!B6 (robots-routes-planned): value: #N/A (an error)"]),
    "a text": Case(FACTS, cell("A6", inner=text("Routes plannes"), kind="inlineStr"),
                   ["Sorting robots!A6 (robots-routes-planned): value: Routes plannes"]),
    "a fact's id": Case(FACTS, cell("K6", inner=text("robots-x"), kind="inlineStr"),
                        ["Sorting robots!K6 (robots-routes-planned): value: robots-x"]),
    "a number format": Case(STYLES, replacing("&quot;≈ &quot;0%", "0%"), [
        "Sorting robots!B8 (robots-share-of-night-shifts): number format: 0%"]),
    "a cell's format": Case(FACTS, cell("B7", style="0"), [
        "Sorting robots!B7 (robots-returns-handled): number format: General",
        "Sorting robots!B7 (robots-returns-handled): look: Arial 10 black on none"]),
    "a colour": Case(FACTS, lambda xml: cell("A7", style=style_of(xml, "A1"))(xml), [
        "Sorting robots!A7 (robots-returns-handled): look: Arial 16 bold #1F4E79 on none"]),
    "a link's passage": Case(FACTS, replacing("%E8%B7%AF", "%E8%B7%AA"), [
        "Sorting robots!J5 (robots-parcels-sorted): link: https://news.example/robots#:~:text=%E8%B7%AA%E7%BA%BF"]),
    # All links to one page share its address.
    "a link's address": Case("xl/worksheets/_rels/sheet2.xml.rels",
                             replacing("https://news.example/robots", "https://news.example/robot"), [
        f"Sorting robots!J{row} ({fact}): link: https://news.example/robot#:~:text=%E8%B7%AF%E7%BA%BF"
        for row, fact in enumerate(ROBOTS, 5)]),
    "a link taken away": Case(FACTS, lambda xml: re.sub(r'<hyperlink ref="K5"[^>]*/>', "", xml),
                              ["Sorting robots!K5 (robots-parcels-sorted): link: nothing"]),
    "a link added": Case(FACTS, replacing("<hyperlinks>", '<hyperlinks><hyperlink ref="A5" location="Checks!A1"/>'),
                         ["Sorting robots!A5 (robots-parcels-sorted): link: internal:Checks!A1"]),
    "a link below the table": Case(FACTS, replacing("<hyperlinks>", '<hyperlinks><hyperlink ref="B50" location="Checks!A1"/>'),
                                   ["Sorting robots!B50: link: internal:Checks!A1"]),
    "a link's tip": Case(FACTS, replacing('<hyperlink ref="K5"', '<hyperlink tooltip="Buy" ref="K5"'), [
        "Sorting robots!K5 (robots-parcels-sorted): link: evidence.en.html#robots-parcels-sorted with the tip 'Buy'"]),
    "a formula": Case(CHECKS, cell("B6", inner="<f>B5=7</f><v>1</v>"), ["Checks!B6: formula: =B5=7"]),
    "a formula made a value": Case(CHECKS, cell("B6", inner="<v>1</v>"), ["Checks!B6: formula: nothing"]),
    "a value made a formula": Case(FACTS, cell("B6", inner="<f>6*7000000</f><v>42000000</v>"), [
        "Sorting robots!B6 (robots-routes-planned): formula: =6*7000000"]),
    "a cached number": Case(CHECKS, cell("B5", inner="<f>ROWS(sorting_robots[Fact])</f><v>7</v>"),
                            ["Checks!B5: value: 7"]),
    "a cached truth": Case(CHECKS, replacing("<f>B5=6</f><v>1</v>", "<f>B5=6</f><v>0</v>"),
                           ["Checks!B6: value: FALSE"]),
    "a cached text": Case(CHECKS, replacing("<v>Parcels sorted</v>", "<v>Parcels sort</v>"),
                          ["Checks!B7: value: Parcels sort"]),
    "a truth as a number": Case(CHECKS, cell("B6", kind="n"), ["Checks!B6: value: 1"]),
    "a header": Case(FACTS, cell("B4", inner=text("Worth"), kind="inlineStr"),
                     ["Sorting robots!B4: value: Worth"]),
    "a title": Case(FACTS, cell("A1", inner=text("Robots"), kind="inlineStr"),
                    ["Sorting robots!A1: value: Robots"]),
    "a value beside the table": Case(FACTS, replacing('</c></row><row r="6"', '</c><c r="M5"><v>1</v></c></row><row r="6"'),
                                     ["Sorting robots!M5: value: 1"]),
    "a value far below": Case(FACTS, replacing("</sheetData>", '<row r="99"><c r="B99"><v>9</v></c></row></sheetData>'),
                              ["Sorting robots!A99: row: 9"]),
    "a cell that is there twice": Case(FACTS, lambda xml: re.sub(r'(<c r="B6".*?</c>)', r"\1\1", xml, count=1),
                                       ["Sorting robots!B6: cell: there twice"]),
    "a cell that names another row": Case(FACTS, replacing('<c r="B6"', '<c r="B9"'), [
        "Sorting robots!B6 (robots-routes-planned): value: nothing",
        "Sorting robots!B6 (robots-routes-planned): number format: General",
        "Sorting robots!B6 (robots-routes-planned): look: Arial 10 black on none",
        "Sorting robots!B9: cell: there twice"]),
    "a hidden row": Case(FACTS, hide_row(6), ["Sorting robots (row 6): state: hidden"]),
    "a row without height": Case(FACTS, lambda xml: re.sub(r'(<row r="6"[^>]*) ht="[\d.]+"', r'\1 ht="0"', xml),
                                 ["Sorting robots (row 6): state: hidden"]),
    "a row of a height that is 0 times a power": Case(FACTS, lambda xml: re.sub(r'(<row r="6"[^>]*) ht="[\d.]+"', r'\1 ht="0e5"', xml),
                                                      ["Sorting robots (row 6): state: hidden"]),
    "a hidden column": Case(FACTS, replacing('<col min="2"', '<col hidden="1" min="2"'),
                            ["Sorting robots (column B): state: hidden"]),
    "merged cells": Case(FACTS, replacing("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A5:A6"/></mergeCells>'),
                         ["Sorting robots!A5:A6: cell: merged"]),
    "an emptied row": Case(FACTS, empty_row(6), ["Sorting robots!A6 (robots-routes-planned): row: missing"]),
    "a deleted row": Case(FACTS, delete_row(6), ["Sorting robots!A6 (robots-routes-planned): row: missing"]),
    "a deleted last row": Case(FACTS, delete_row(10), ["Sorting robots!A10 (robots-customers): row: missing"]),
    "a deleted row of no fact": Case(CHECKS, delete_row(6), [
        "Checks!A6: row: missing", "Checks!D6: row: missing"]),
    "a row that is there twice": Case(FACTS, insert_row(11, 10), [
        ("Sorting robots!A11: row: Customers | retailers, farms | 2023-10-01 | achieved | 客户包括零售商和农场 | "
        "Customers include retailers and farms | Northwind Ne…")]),
    "a new row": Case(FACTS, insert_row(7, 6, cell("K7", inner=text("new"), kind="inlineStr")), [
        ("Sorting robots!A7: row: Routes planned | 42000000 | routes | over | 2023-10-01 | achieved | Northwind Cloud | "
        "路线规划超过4200万条 | More than 42 millio…")]),
    "a blank row between": Case(FACTS, lambda xml: empty_row(7)(insert_row(7, 6)(xml)),
                                ["Sorting robots!A7: row: a blank row"]),
    "exchanged rows": Case(FACTS, swap_rows(5, 7), [
        ("Sorting robots!A5 (robots-parcels-sorted): order of rows: "
        "robots-returns-handled, robots-routes-planned, robots-parcels-sorted, robots-share-of-night-shifts, robots-opening-of-th…")]),
    "a table taken away": Case(FACTS, lambda xml: re.sub(r"<tableParts.*?</tableParts>", "", xml),
                               ["Sorting robots (sheet): table: missing"]),
    "a shortened table": Case("xl/tables/table2.xml", replacing("A4:K10", "A4:K9", 2), [
        "Sorting robots (sheet): range of the table sorting_robots: A4:K9"]),
    "a renamed table": Case("xl/tables/table2.xml", replacing("sorting_robots", "robots", 2), [
        "Sorting robots (sheet): table: missing", "Sorting robots (sheet): table: robots"]),
    "a table's header": Case("xl/tables/table2.xml", replacing('name="Value"', 'name="Worth"'), [
        ("Sorting robots (sheet): list of headers of the table sorting_robots: Metric, Worth, Unit, Qualifier, "
        "As of, Status, Attributed to, Quote, Translation, Source, Fact")]),
    "a filter": Case("xl/tables/table2.xml", replacing(
        '<autoFilter ref="A4:K10"/>', '<autoFilter ref="A4:K10"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter>'),
        ["Sorting robots (sheet): table sorting_robots: filtered"]),
    "exchanged sheets": Case(BOOK, swap_sheets("Contents", "Sorting robots"), [
        "Contents (sheet): sheet order: Sorting robots, Contents"]),
    "exchanged names of sheets": Case(BOOK, lambda xml: xml.replace('name="Contents"', 'name="%"', 1).replace(
        'name="Checks"', 'name="Contents"', 1).replace('name="%"', 'name="Checks"', 1), [
        "Contents (sheet): name: Checks", "Checks (sheet): name: Contents"]),
    "a renamed sheet": Case(BOOK, replacing('<sheet name="Sorting robots"', '<sheet name="Robots"'), [
        "Sorting robots (sheet): name: Robots"]),
    "a hidden sheet": Case(BOOK, replacing('<sheet name="Checks"', '<sheet state="veryHidden" name="Checks"'),
                           ["Checks (sheet): state: veryHidden"]),
    "a deleted sheet": Case(BOOK, lambda xml: re.sub(
        r'<sheet name="Checks"[^>]*/>|<definedName [^>]*localSheetId="2".*?</definedName>', "", xml),
                            ["Checks (sheet): sheet: missing"]),
    "a defined name": Case(BOOK, replacing("Checks!$D$5:$D$7", "Checks!$D$5:$D$6"),
                           ["workbook: defined name units: Checks!$D$5:$D$6"]),
    "another defined name": Case(BOOK, replacing("<definedNames>", '<definedNames><definedName name="a">1</definedName>'),
                                 ["workbook: defined name a: 1"]),
    "years from 1904": Case(BOOK, replacing("<workbookPr ", '<workbookPr date1904="1" '),
                            ["workbook: first year of dates: 1904"]),
    "the date of creation": Case(CORE, replacing("2023-11-01", "2023-11-02"),
                                 ["workbook (properties): created: 2023-11-02 00:00:00"]),
    "the hash of the content": Case(CUSTOM, replacing("5c5c", "5c5d"), [
        f"workbook (properties): custom property exporter-content: 5c5d{'5c' * 30}"]),
    "no hash of the content": Case(CUSTOM, replacing("exporter-content", "others"), [
        "workbook (properties): custom property exporter-content: missing",
        f"workbook (properties): custom property others: {'5c' * 32}"]),
    "the author": Case(CORE, replacing("<dc:creator>Northwind desk", "<dc:creator>Someone"),
                       ["workbook (properties): author: Someone"]),
    "a drop-down list": Case(FACTS, replacing("<formula1>units</formula1>", "<formula1>statuses</formula1>"),
                             ["Sorting robots!C5:C10: drop-down list: list statuses"]),
    "an alert": Case(CHECKS, replacing("AND(ISLOGICAL(B5),NOT(B5))", "FALSE"),
                     ["Checks!B5:B7: conditional format: expression FALSE"]),
    "an alert taken away": Case(CHECKS, lambda xml: re.sub(r"<conditionalFormatting.*?</conditionalFormatting>", "", xml),
                                ["Checks!B5:B7: conditional format: missing"]),
    "a page footer": Case(FACTS, replacing("Northwind robots, 1 November", "Northwind robots, 2 November"), [
        ("Sorting robots (sheet): page footer: oddFooter.left: &8 Northwind robots, 2 November 2023; "
        "oddFooter.right: &8 Page &P of &N")]),
    "a chart's title": Case("xl/charts/chart1.xml", replacing("Parcels and routes", "Parcels or routes"), [
        "Sorting robots (chart): text: Parcels or routes"]),
    "a figure on a chart": Case("xl/charts/chart1.xml", replacing('<c:showVal val="1"/>', '<c:showSerName val="1"/>'), [
        "Sorting robots (chart): look: showSerName"]),
    "labels that follow no cell": Case("xl/charts/chart1.xml", replacing('sourceLinked="1"', 'sourceLinked="0"'), [
        "Sorting robots (chart): look: tied to cells 0"]),
    "losses that are not drawn": Case("xl/charts/chart1.xml", replacing("<c:invertIfNegative val", "<c:invertIfPositive val"), [
        "Sorting robots (chart): look: tied to cells 1"]),
    "a bar's format": Case("xl/charts/chart1.xml", replacing('idx="2" formatCode="#,##0"', 'idx="2" formatCode="0"'), [
        f"Sorting robots (chart): value: {CHART_VALUES.replace('9500000.0 as #,##0', '9500000.0 as 0')}"]),
    "a chart's place": Case("xl/drawings/drawing1.xml", replacing("<xdr:col>12<", "<xdr:col>20<"), [
        "Sorting robots (chart): column: 20"]),
    "a scale of print": Case(FACTS, replacing('scale="80"', 'scale="55"'), ["Sorting robots (page): scale: 55"]),
    "a margin": Case(FACTS, replacing('left="0.4"', 'left="0.7"'), ["Sorting robots (page): left margin: 0.7"]),
    "a page break": Case(FACTS, replacing('<brk id="7"', '<brk id="8"'), ["Sorting robots (page): column breaks: 8"]),
    "a paper": Case(FACTS, replacing('paperSize="9"', 'paperSize="8"'), ["Sorting robots (page): paperSize: 8"]),
    "a header that is not repeated": Case("xl/workbook.xml", replacing("'Sorting robots'!$A:$A,'Sorting robots'!$4:$4", "'Sorting robots'!$A:$A"), [
        "Sorting robots (page): repeated rows: nothing"]),
    "a sparkline's cells": Case("Contents", replacing("Contents!E5:F5", "Contents!E5:E5"), [
        "Contents!D5: sparkline: E5:E5"]),
    "a sparkline's end": Case("Contents", replacing('manualMax="3.5"', 'manualMax="9"'), [
        "Contents!D5: sparkline: manualMax 9"]),
    "a sparkline taken away": Case("Contents", lambda xml: re.sub("<extLst>.*</extLst>", "", xml), [
        "Contents!D5: sparkline: nothing"]),
    "an extension": Case("Contents", replacing("{05C60535-1F16-4fd2-B633-F4F36F0B64E0}", "{00000000-1F16-4fd2-B633-F4F36F0B64E0}"), [
        "Contents!extension {00000000-1F16-4fd2-B633-F4F36F0B64E0}: sparkline: there"]),
    "a chart's range": Case("xl/charts/chart1.xml", replacing("$B$5:$B$7", "$B$5:$B$6"), [
        "Sorting robots (chart): range: A5:A7 | B5:B6"]),
    "what a chart remembers": Case("xl/charts/chart1.xml", replacing("<c:v>42000000", "<c:v>42000001"), [
        f"Sorting robots (chart): value: {CHART_VALUES.replace('42000000.0', '42000001.0')}"]),
    "a chart's alternative text": Case("xl/drawings/drawing1.xml", replacing("Bars of parcels", "Bars for parcels"), [
        "Sorting robots (chart): alternative text: Bars for parcels, routes and returns."]),
    "a chart taken away": Case(FACTS, lambda xml: re.sub(r"<drawing [^>]*/>", "", xml), [],
                               {"xl/worksheets/_rels/sheet2.xml.rels": lambda xml: re.sub(r"<Relationship [^>]*drawing1.xml\"/>", "", xml)}),
}  # fmt: skip


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("name", CASES)
def test_a_tampering_is_named(sample: Path, tmp_path: Path, name: str) -> None:
    case = CASES[name]
    part = case.where if "/" in case.where else sheet_part(sample, case.where)
    changed = tamper(sample, tmp_path / "changed.xlsx", {part: case.edit, **case.more})
    differences = compare_workbook(sample_book(), changed)
    expected = case.expected or ["Sorting robots (chart): number of charts: 0"]
    assert told(differences) == expected
    assert {difference.file for difference in differences} == {"changed.xlsx"}


@pytest.mark.parametrize(
    "name", [name for name, case in CASES.items() if case.where in {FACTS, CHECKS}]
)
def test_a_tampering_is_named_alike_where_few_rows_are_kept(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A table that is longer than what is kept of it is told of in the same words."""
    monkeypatch.setattr(table_rows, "WINDOW", 5)
    test_a_tampering_is_named(sample, tmp_path, name)


def test_a_table_of_the_right_range_goes_with_a_deleted_row(sample: Path, tmp_path: Path) -> None:
    """As Excel leaves it: the table shrinks with its rows, and the row alone is told of."""
    edits = {
        sheet_part(sample, FACTS): delete_row(6),
        table_part(sample, FACTS): replacing("A4:K10", "A4:K9", 2),
    }
    changed = tamper(sample, tmp_path / "changed.xlsx", edits)
    assert told(compare_workbook(sample_book(), changed)) == [
        "Sorting robots!A6 (robots-routes-planned): row: missing"
    ]


def test_a_comment_is_named(sample: Path, tmp_path: Path) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    note = f'<comments xmlns="{main}"><authors><author>a</author></authors><commentList><comment ref="B6" authorId="0"><text><t>Sure?</t></text></comment></commentList></comments>'
    changed = tamper(
        sample,
        tmp_path / "changed.xlsx",
        {"xl/worksheets/_rels/sheet2.xml.rels": replacing(
            "</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="../comments1.xml"/></Relationships>')},
        {"xl/comments1.xml": note},
    )  # fmt: skip
    assert told(compare_workbook(sample_book(), changed)) == [
        "Sorting robots!B6: comment: Sure?",
        "workbook: part: xl/comments1.xml",
    ]


def test_a_part_that_is_there_twice_is_named(sample: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.xlsx"
    changed.write_bytes(sample.read_bytes())
    with ZipFile(changed, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(CORE, archive.read(CORE))
    assert told(compare_workbook(sample_book(), changed)) == [
        f"workbook: part {CORE}: there 2 times"
    ]


def test_a_changed_layout_is_found_in_an_unchanged_file(sample: Path) -> None:
    """The same from the other side: a fact that the file does not know."""
    book = sample_book()
    sheet = book.sheets[1]
    column = sheet.tables[0].columns[1]
    numbers = column.numbers.to_pylist()
    numbers[3] = 0.2
    columns = list(sheet.tables[0].columns)
    columns[1] = changed(column, numbers=pa.array(numbers))
    table = replace(sheet.tables[0], columns=tuple(columns))
    other = replace(book, sheets=(book.sheets[0], replace(sheet, tables=(table,)), book.sheets[2]))
    assert told(compare_workbook(other, sample)) == [
        "Sorting robots!B8 (robots-share-of-night-shifts): value: 0.19"
    ]


@pytest.mark.parametrize("cut", [0, 10, 2_000, -1, -40, -3_000])
def test_a_damaged_file_is_one_difference(sample: Path, tmp_path: Path, cut: int) -> None:
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(sample.read_bytes()[:cut])
    (difference,) = compare_workbook(sample_book(), damaged)
    assert (difference.file, difference.place, difference.what) == (
        "damaged.xlsx",
        "file",
        "content",
    )
    assert difference.found.startswith("unreadable")


@pytest.mark.parametrize(
    "part",
    [BOOK, STYLES, "xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "xl/tables/table2.xml"],
)
def test_damaged_xml_is_one_difference(sample: Path, tmp_path: Path, part: str) -> None:
    damaged = tamper(sample, tmp_path / "damaged.xlsx", {part: lambda xml: xml[: len(xml) // 2]})
    (difference,) = compare_workbook(sample_book(), damaged)
    assert difference.found.startswith("unreadable")


BREAKS: dict[str, Edit] = {
    "a number that is none": cell("B8", inner="<v>one</v>"),
    "a cell of no place": replacing('<c r="B8"', '<c r="8"'),
    "rows that break off": lambda xml: xml[: xml.index('<c r="C8"')],
    "a shared text that is not there": cell("B8", inner="<v>999999</v>", kind="s"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_else_differs_is_told_beside_a_sheet_that_cannot_be_read(
    sample: Path, tmp_path: Path, name: str
) -> None:
    edits = {
        sheet_part(sample, FACTS): BREAKS[name],
        sheet_part(sample, CHECKS): cell("B7", inner="<f>1</f><v>2</v>"),
        BOOK: replacing('name="Checks"', 'name="Cheques"', 1),
    }
    changed = tamper(sample, tmp_path / "changed.xlsx", edits)
    differences = compare_workbook(sample_book(), changed)
    unreadable = [one for one in differences if one.found.startswith("unreadable")]
    assert [(one.file, one.place, one.what) for one in unreadable] == [
        ("changed.xlsx", f"{FACTS} (sheet)", "content")
    ]
    assert "Checks (sheet): name: Cheques" in told(differences)
    assert any(one.place.startswith("Checks!B7") for one in differences)


def test_what_was_found_above_is_told_before_a_sheet_cannot_be_read_further(
    sample: Path, tmp_path: Path
) -> None:
    def edit(xml: str) -> str:
        xml = cell("A1", inner=text("Robots"), kind="inlineStr")(xml)
        return replacing("</sheetData>", "</sheetDat>")(xml)

    changed = tamper(sample, tmp_path / "changed.xlsx", {sheet_part(sample, FACTS): edit})
    title, rest = compare_workbook(sample_book(), changed)
    assert told([title]) == ["Sorting robots!A1: value: Robots"]
    assert (rest.place, rest.what) == (f"{FACTS} (sheet)", "content")


@pytest.mark.parametrize("is_first", [True, False])
def test_a_second_chart_under_the_same_id_is_named(
    sample: Path, tmp_path: Path, is_first: bool
) -> None:
    def edit(xml: str) -> str:
        found = re.search(r"<Relationship [^>]*/>", xml)
        assert found
        other = found[0].replace("chart1.xml", "chart2.xml")
        return xml.replace(found[0], other + found[0] if is_first else found[0] + other)

    with ZipFile(sample) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode("utf-8")
    rels = "xl/drawings/_rels/drawing1.xml.rels"
    changed = tamper(
        sample, tmp_path / "changed.xlsx", {rels: edit}, {"xl/charts/chart2.xml": chart}
    )
    assert told(compare_workbook(sample_book(), changed)) == [
        "Sorting robots (sheet): relationship rId1: there several times",
        "Sorting robots (chart): number of charts: 2",
    ]


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ("xl/_rels/workbook.xml.rels", "workbook"),
        ("xl/worksheets/_rels/sheet2.xml.rels", "Sorting robots (sheet)"),
        ("xl/drawings/_rels/drawing1.xml.rels", "Sorting robots (sheet)"),
    ],
)
def test_an_id_of_several_relationships_is_named(
    sample: Path, tmp_path: Path, part: str, place: str
) -> None:
    edit: Edit = lambda xml: re.sub(r"(<Relationship [^>]*/>)", r"\1\1", xml, count=1)  # noqa: E731
    changed = tamper(sample, tmp_path / "changed.xlsx", {part: edit})
    assert f"{place}: relationship rId1: there several times" in told(
        compare_workbook(sample_book(), changed)
    )


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        compare_workbook(sample_book(), tmp_path / "none.xlsx")
