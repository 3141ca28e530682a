"""XlsxWriter, exact to the last digit and character.

XlsxWriter 3.3 prints numbers with 16 digits where a float64 may need 17; it takes a text between
`<r>` and `</r>` for markup of its own; it escapes only every other one of neighbouring `_xHHHH_`;
it leaves the cached text of a formula unescaped; it fixes each row height for good; and the texts
at a chart's bars may break within a figure. The classes here replace just those places.
"""

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter.chart_bar import ChartBar
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

# ST_Xstring (ECMA-376 part 1, 22.9.2.19): a reader takes `_x0041_` for the letter A, so that a text
# which has these very characters is written with its underscore as `_x005F_`.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
# Integers up to here have at most 15 digits, and no exponent in their shortest form.
_PLAIN_INTEGERS = 10**15


class ExactWorksheet(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A worksheet whose numbers and cached results read back as they were."""

    def write_link(self, row: int, column: int, link: str, shown: str) -> int:
        """Make a cell already written open `link`; returns XlsxWriter's code, 0 when accepted."""
        self.ignore_write_string = True
        code: int = self.write_url(row, column, link, string=shown)
        self.ignore_write_string = False
        return code

    def _xml_start_tag_unencoded(
        self, tag: str, attributes: Sequence[tuple[str, Any]] = ()
    ) -> None:
        # A height marked as custom stays for good: the row would not grow with an edit any more.
        kept = [pair for pair in attributes if tag != "row" or pair[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, kept)

    def _xml_number_element(self, number: float, attributes: list[tuple[str, Any]]) -> None:
        names = "".join(f' {key}="{value}"' for key, value in attributes)
        self.fh.write(f"<c{names}><v>{exact_number(number)}</v></c>")

    def _xml_formula_element(
        self, formula: str, result: float | str, attributes: list[tuple[str, Any]]
    ) -> None:
        if result == "":
            attributes.append(("t", "str"))
        names = "".join(f' {key}="{value}"' for key, value in attributes)
        cached = exact_text(result) if isinstance(result, str) else exact_number(result)
        self.fh.write(f"<c{names}><f>{escape(formula)}</f><v>{cached}</v></c>")


class ExactWorkbook(Workbook):  # type: ignore[misc]
    """A workbook of exact worksheets."""

    worksheet_class = ExactWorksheet

    def add_bars(self) -> "ExactBars":
        """A new chart of horizontal bars, not yet on any sheet."""
        chart = ExactBars()
        chart.embedded = True
        self.charts.append(chart)
        return chart

    def _get_packager(self) -> Packager:
        return _ExactPackager()


class ExactBars(ChartBar):  # type: ignore[misc]
    """A bar chart whose labels stay on one line."""

    def _write_custom_label_str(self, label: dict[str, Any]) -> None:
        self._xml_start_tag("c:tx")
        self._xml_start_tag("c:rich")
        self._xml_empty_tag("a:bodyPr", [("wrap", "none")])
        self._write_a_lst_style()
        self._write_a_p_rich(label["value"], label.get("font"), ignore_rich_pr=True)
        self._xml_end_tag("c:rich")
        self._xml_end_tag("c:tx")


class _ExactPackager(Packager):  # type: ignore[misc]
    def _write_shared_strings_file(self) -> None:
        if self.workbook.str_table.count:
            strings = _ExactSharedStrings()
            strings.string_table = self.workbook.str_table
            strings._set_xml_writer(self._filename("xl/sharedStrings.xml"))  # noqa: SLF001
            strings._assemble_xml_file()  # noqa: SLF001


class _ExactSharedStrings(SharedStrings):  # type: ignore[misc]
    def _write_si(self, string: str) -> None:
        space = ' xml:space="preserve"' if string != string.strip() or "\n" in string else ""
        self.fh.write(f"<si><t{space}>{exact_text(string)}</t></si>")


def exact_number(number: float) -> str:
    """The shortest decimal that reads back as the same float64."""
    if number == int(number) and abs(number) < _PLAIN_INTEGERS:
        return str(int(number))
    return repr(number)


def exact_text(text: str) -> str:
    """The XML of a text that Excel reads back as the same characters."""
    return escape(_LOOKS_ESCAPED.sub("_x005F_", text))
