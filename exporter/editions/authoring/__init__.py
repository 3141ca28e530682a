"""Facts written in Excel: a workbook with a column for each field, and the report around it.

columns.py   the columns, with what their headings say of them
lists.py     what may be chosen in cells: entities, units, sources, words
workbook.py  the workbook
report.py    a report whose facts stand in one; facts.py: those of a report that there is
"""
