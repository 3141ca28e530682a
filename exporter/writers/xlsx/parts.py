"""The parts of a file as XlsxWriter makes them, but exact, and open for rows made elsewhere.

XlsxWriter 3.3 prints numbers with 16 digits where a float64 may need 17; it takes a text between
`<r>` and `</r>` for markup of its own; it escapes only every other one of neighbouring `_xHHHH_`,
and in charts and properties also those that no program reads as escapes; it leaves the cached text
of a formula unescaped; it fixes each row height for good; and the texts at a chart's bars may break
within a figure. It holds every cell as an object, and the whole file in memory. The classes here
replace just those places.
"""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter.chart_bar import ChartBar
from xlsxwriter.core import Core
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from exporter.report.links import sheet_reference
from exporter.writers.xlsx.archive import Archive, Part, PartTooLargeError, Piece
from exporter.writers.xlsx.hyperlinks import Hyperlinks
from exporter.writers.xlsx.shared_strings import SharedStrings, SharedStringsPart
from exporter.writers.xlsx.xml_texts import without_lookalikes, xml_text

_HEADING_XF = 1  # the one behind Normal
# First row of each block of rows, with their XML.
RowPieces = Callable[[], Iterator[tuple[int, Sequence[Piece]]]]


def _escaped(data: Any) -> Any:
    """What XlsxWriter writes between tags, texts and numbers alike."""
    return without_lookalikes(data) if isinstance(data, str) else data


def _as_it_is(data: Any) -> Any:
    return data


class WorksheetPart(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A worksheet with cells of its own (title, headers) and rows that come as pieces of XML."""

    fh: Part
    repeat_row_range: str
    repeat_col_range: str
    _escape_control_characters = staticmethod(_escaped)

    def __init__(self) -> None:
        super().__init__()
        self.pieces: RowPieces = lambda: iter(())
        self.hyperlinks = Hyperlinks()

    def reach(self, row: int, column: int) -> None:
        """Tell the worksheet how far the rows that come as pieces go."""
        self._check_dimensions(row, column)

    def print_titles(self, row: int | None, columns: int) -> None:
        """Print a row, if any, and so many of the first columns again on further pages.

        LibreOffice takes no such names of a sheet like 千问2.0, whose name XlsxWriter leaves bare.
        """
        if row is not None:
            self.repeat_rows(row)
        if columns:
            self.repeat_columns(0, columns - 1)
        bare, quoted = f"{self.name}!", f"{sheet_reference(self.name)}!"
        if "." in self.name:
            self.repeat_row_range = self.repeat_row_range.replace(bare, quoted)
            self.repeat_col_range = self.repeat_col_range.replace(bare, quoted)

    def settle_styles(self) -> None:
        """Number the styles of its own cells now, where XlsxWriter would when it writes them."""
        for _, cells in sorted(self.table.items()):
            for _, cell in sorted(cells.items()):
                if cell.format:
                    cell.format._get_xf_index()  # noqa: SLF001

    def expect_height(self, row: int, points: float) -> None:
        """Tell the worksheet how high a row will be that comes as a piece, for charts above it."""
        self.row_sizes[row] = [round(points * 4 / 3), False]

    def add_table_area(self, area: tuple[int, int, int, int], options: dict[str, Any]) -> int:
        """Add a table; returns XlsxWriter's code, 0 when accepted.

        XlsxWriter keeps a note of every cell of a table's area, so it is told of one row, and the
        area is set right afterwards.
        """
        top, left, _, last_column = area
        code: int = self.add_table(top, left, top + 1, last_column, options)
        if not code:
            table = self.tables[-1]
            table["range"] = table["a_range"] = xl_range(*area)
            if "autofilter" in table:
                table["autofilter"] = table["range"]
        return code

    def _xml_start_tag_unencoded(
        self, tag: str, attributes: Sequence[tuple[str, Any]] = ()
    ) -> None:
        # A height marked as custom stays for good: the row would not grow with an edit any more.
        kept = [pair for pair in attributes if tag != "row" or pair[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)

    def _xml_formula_element(
        self, formula: str, result: str, attributes: list[tuple[str, Any]]
    ) -> None:
        if result == "":
            attributes.append(("t", "str"))
        names = "".join(f' {key}="{value}"' for key, value in attributes)
        self.fh.write(f"<c{names}><f>{escape(formula)}</f><v>{xml_text(result)}</v></c>")

    def _write_rows(self) -> None:
        own = sorted({*self.row_info, *(row for row, cells in self.table.items() if cells)})
        for first_row, pieces in self.pieces():
            while own and own[0] < first_row:
                self._write_own_row(own.pop(0))
            for piece in pieces:
                self.fh.add(piece)
        for row in own:
            self._write_own_row(row)

    def _write_hyperlinks(self) -> None:
        self.fh.write(self.hyperlinks.xml())
        self.external_hyper_links = self.hyperlinks.relationships()
        self.rel_count = len(self.external_hyper_links)

    def _write_own_row(self, row: int) -> None:
        self._write_row(row, None, self.row_info.get(row))
        for column, cell in sorted(self.table[row].items()):
            self._write_cell(row, column, cell)
        self._xml_end_tag("row")


class WorkbookPart(Workbook):  # type: ignore[misc]
    """A workbook of such worksheets, written to an archive part by part."""

    worksheet_class = WorksheetPart

    def __init__(self, archive: Archive, options: dict[str, Any]) -> None:
        super().__init__(BytesIO(), options)
        self.str_table = SharedStrings()
        self.heading: Format | None = None
        self._packager = _Packager(archive)

    def tag_heading(self, form: Format) -> None:
        """Have cells of a format be of the cell style Heading 1, whose look is theirs."""
        self.heading, form.xf_id = form, _HEADING_XF

    def add_bar_chart(self) -> "BarChartPart":
        """A new chart of horizontal bars, not yet on any sheet."""
        chart = BarChartPart()
        chart.embedded = True
        self.charts.append(chart)
        return chart

    def _get_packager(self) -> Packager:
        return self._packager

    def _store_workbook(self) -> None:
        # XlsxWriter makes everything ready, and an archive of its own in memory, without parts.
        super()._store_workbook()
        self._packager.write_parts()


class BarChartPart(ChartBar):  # type: ignore[misc]
    """A bar chart whose names and figures show in the formats of their cells, on one line each.

    Attributes:
        name_formats: The number format of each cell that names a bar.
        value_formats: Of each that a bar shows.
    """

    _escape_control_characters = staticmethod(_escaped)

    def __init__(self) -> None:
        super().__init__()
        self.name_formats: Sequence[str] = ()
        self.value_formats: Sequence[str] = ()
        self._formats: Sequence[str] = ()
        self._in_labels = False

    def _get_data_type(self, data: Sequence[Any]) -> str:
        # It is asked for names alone, and would take ["2024", "2025"] for numbers.
        if not data:
            return "none"
        return "num" if all(isinstance(name, float) for name in data) else "str"

    def _write_cat(self, series: Any) -> None:
        self._formats = self.name_formats
        super()._write_cat(series)

    def _write_val(self, series: Any) -> None:
        self._formats = self.value_formats
        super()._write_val(series)

    def _write_num_cache(self, data: Sequence[Any]) -> None:
        """The numbers with the format of each: labels at bars that are tied to cells show it."""
        self._xml_start_tag("c:numCache")
        self._write_format_code(self._formats[0])
        self._write_pt_count(len(data))
        for index, (number, shown) in enumerate(zip(data, self._formats, strict=True)):
            if number != "":
                self._xml_start_tag("c:pt", [("idx", index), ("formatCode", shown)])
                self._write_v(f"{number!r}")
                self._xml_end_tag("c:pt")
        self._xml_end_tag("c:numCache")

    def _write_a_body_pr(self, *arguments: Any) -> None:
        """Figures at bars never break: `wrap` says so where the text is theirs."""
        if self._in_labels:
            self._xml_empty_tag("a:bodyPr", [("wrap", "none")])
        else:
            super()._write_a_body_pr(*arguments)

    def _xml_data_element(
        self, tag: str, data: Any, attributes: Sequence[tuple[str, Any]] = ()
    ) -> None:
        # The text of DrawingML's CT_RegularTextRun is an xsd:string, in which nothing is escaped.
        if tag == "a:t":
            self.fh.write(f"<{tag}>{escape(data)}</{tag}>")
        else:
            super()._xml_data_element(tag, data, attributes)

    def _write_data_label_number_format(self, _code: str) -> None:
        self._xml_empty_tag("c:numFmt", [("formatCode", "General"), ("sourceLinked", 1)])

    def _write_d_lbls(self, labels: Any) -> None:
        self._in_labels = True
        super()._write_d_lbls(labels)
        self._in_labels = False


def _with_heading(xml: str, form: Format) -> str:
    """The styles with one more cell style; XlsxWriter writes Normal alone.

    Source: ECMA-376 Part 1, 18.8.7 (`builtinId` 16 is Heading 1).
    """
    look = f'<xf numFmtId="0" fontId="{form.font_index}" fillId="0" borderId="0"/>'
    style = f'<cellStyle name="Heading 1" xfId="{_HEADING_XF}" builtinId="16"/>'
    for part, more in (("cellStyleXfs", look), ("cellStyles", style)):
        xml = xml.replace(f'<{part} count="1">', f'<{part} count="2">')
        xml = xml.replace(f"</{part}>", f"{more}</{part}>")
    return xml


class CorePropertiesPart(Core):  # type: ignore[misc]
    """Title, author and the like, strings of Dublin Core, in which nothing is an escape."""

    _escape_control_characters = staticmethod(_as_it_is)

    def _write_cp_content_status(self) -> None:
        super()._write_cp_content_status()
        if language := self.properties.get("language"):
            self._xml_data_element("dc:language", language)


class _Packager(Packager):  # type: ignore[misc]
    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive

    def write_parts(self) -> None:
        """Write the parts to the archive: the worksheets while they are made, then the others."""
        for content, name, _ in super()._create_package():
            self._archive.write(name, content.getvalue())

    def _create_package(self) -> list[Any]:
        return []

    def _write_worksheet_files(self) -> None:
        for index, worksheet in enumerate(self.workbook.worksheets(), 1):
            try:
                with self._archive.part(f"xl/worksheets/sheet{index}.xml") as part:
                    worksheet._set_filehandle(part)  # noqa: SLF001
                    worksheet._assemble_xml_file()  # noqa: SLF001
            except PartTooLargeError as error:
                raise PartTooLargeError(f"the sheet {worksheet.get_name()}") from error

    def _write_styles_file(self) -> None:
        super()._write_styles_file()
        if heading := self.workbook.heading:
            part = self.filenames[-1][0]
            xml = _with_heading(part.getvalue(), heading)
            part.seek(0)
            part.write(xml)

    def _write_core_file(self) -> None:
        core = CorePropertiesPart()
        core._set_properties(self.workbook.doc_properties)  # noqa: SLF001
        core._set_xml_writer(self._filename("docProps/core.xml"))  # noqa: SLF001
        core._assemble_xml_file()  # noqa: SLF001

    def _write_shared_strings_file(self) -> None:
        if self.workbook.str_table.count:
            strings = SharedStringsPart()
            strings.string_table = self.workbook.str_table
            strings._set_xml_writer(self._filename("xl/sharedStrings.xml"))  # noqa: SLF001
            strings._assemble_xml_file()  # noqa: SLF001
