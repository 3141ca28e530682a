"""Excel workbooks: XlsxWriter makes all but the rows of tables, which are made from Arrow columns.

workbook.py        the book as one file: sheets in order, names, properties
worksheets.py      one worksheet: title, tables without their rows, data validations, conditional
                   formats, panes, print set-up; charts.py: the bar chart beside a table
rows.py            the rows of all sheets, block by block and in several threads:
  blocks.py        tables side by side become blocks of rows
  cells.py         a column's cells as XML; xml_texts.py: to the last digit and character
  heights.py       rows high enough for their wrapped texts
  hyperlinks.py    what cells open
book_faults.py     what Excel cannot hold, all of it at once; cell_faults.py: in cells
formats.py         one XlsxWriter format a style; shared_strings.py: the texts that cells share
house.py           what a theme brings: Excel's theme colours, logo, ground
parts.py           XlsxWriter, where it is not exact, and where it holds all in memory
archive.py         the zip file, written part by part
"""

from exporter.writers.xlsx.workbook import write_workbook

__all__ = ["write_workbook"]
