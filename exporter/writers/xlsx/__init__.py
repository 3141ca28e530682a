"""Excel workbooks: XlsxWriter makes all but the rows of tables, which are made from Arrow columns.

workbook.py   the book as one file: sheets in order, names, properties
sheets.py     one worksheet: title, tables, panes, print set-up; tables.py: a table without its rows
charts.py     the bar chart beside a table
body.py       the rows of a sheet, slice by slice and in several threads:
  blocks.py     tables side by side become blocks of rows
  limits.py     what Excel cannot hold; frame.py: the same outside of cells; rules.py: the limits
  cells.py      a column's cells as XML; xml_texts.py: to the last digit and character
  heights.py    rows high enough for their wrapped texts
  rows.py       cells joined to rows, and deflated
formats.py    one XlsxWriter format a style; shared.py: the texts that cells share
links.py      what cells open
exact.py      XlsxWriter, where it is not exact, and where it holds all in memory
archive.py    the zip file, written part by part
"""

from exporter.writers.xlsx.workbook import write_workbook

__all__ = ["write_workbook"]
