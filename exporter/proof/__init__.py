"""Proof: written files read back and compared with what was laid out.

compare.py         a folder with the layouts that its files were made from
workbook.py        a workbook; sheets.py, charts.py: its sheets around their cells
glance.py          a sheet's cells, slice by slice: are they all as laid out?
windows.py         if not, what differs: tables.py, cells.py; alignment.py: which row is which
second_reader.py   the values of small sheets once more, as calamine reads them
found_book.py      a workbook as read; found_parts.py, found_links.py: around its cells
sheet_stream.py    a sheet as a stream of rows: plain_rows.py (plain_cells.py, plain_tags.py) reads
                   XML of the usual shape quickly, event_cells.py any; shared_texts.py, xml_text.py
found_cells.py     cells as found, in columns; held_cells.py: in memory, one by one
laid_out.py        a table of the layout in the same words; values.py: what a cell holds
onepager.py        a one-pager; page_text.py, page_structure.py: what it prints, what else it is
printed.py         every text that a page should print
difference.py      one thing that differs, said in one sentence
manifest.py        what was written from what; facts_file.py: its facts, where they are many
verify.py          the proof of a folder that has travelled
"""
