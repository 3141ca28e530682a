"""Excel workbooks, drawn with XlsxWriter.

workbook.py   the book as one file: sheets in order, names, properties
sheets.py     one worksheet: title, tables, panes, print set-up
tables.py     a table's cells, column by column; filter, drop-down lists, alerts
charts.py     the bar chart beside a table
heights.py    rows high enough for their wrapped texts
formats.py    one XlsxWriter format a style
limits.py     what Excel cannot hold, found before anything is drawn; frame.py, rules.py: the limits
exact.py      numbers and texts to the last digit and character
"""

from exporter.writers.xlsx.workbook import write_workbook

__all__ = ["write_workbook"]
