"""Proof: written files read back and compared with what was laid out.

compare.py         a folder with the layouts that its files were made from
workbook.py        a workbook; sheets.py, charts.py, tables.py, cells.py: what is on it
alignment.py       which row of a file is which of the layout; values.py: what a cell holds
found_book.py      a workbook as its readers see it; found_parts.py: what is around the cells
laid_out.py        a table of the layout in the same words
onepager.py        a one-pager; page_text.py, page_structure.py: what it prints, what else it is
printed.py         every text that a page should print
difference.py      one thing that differs, said in one sentence
manifest.py        what was written from what; verify.py: the proof of a folder that has travelled
"""
