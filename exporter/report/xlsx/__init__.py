"""Workbooks: the model that the writer draws, and facts laid out as its sheets.

layout.py          a report's facts as one workbook in one language
fact_sheet.py      an entity's facts as worksheets, batch by batch through the spool:
  fact_columns.py  the table of their columns; fact_cells.py: what each makes of a batch of facts;
                   fact_batch.py: such a batch, and the plan of its sheet
  fact_totals.py   what is to be known of all their rows; proof_counts.py: how far it is proved;
                   chart.py: figures that compare
  further_cells.py where else facts can be read
  live_formulas.py calculated facts as formulas; defined_names.py: the names of facts
  doubts_told.py   what is not proved, in words
  change_marks.py  what of them has changed since an earlier edition
  trends.py        the headline through its periods
contents.py        the sheets Contents and Sources; contents_figures.py: proofs and trends on it
about.py           the sheet About
periods/           the sheet Periods; listed_periods.py: its line on Contents
changes_since.py   the sheet Changes; change_links.py: where its rows lead;
                   changes.py: the workbook of `exporter diff`
checks.py          the sheet Checks, and the words of the drop-down lists:
  checksums.py     what its formulas add up of cells; unit_sums.py: of the figures of each unit
bare_table.py      any table as a sheet of its own:
  bare_cells.py    values of any type as cells; serial_cells.py: dates, times and durations
model.py           workbooks, sheets, tables, columns and their cells; styles.py: looks by name
pages.py           which columns each printed page takes, and how wide they and a chart may be;
                   heads.py: what stands above column A there
accessible.py      `profile: accessible`: for who does not see it well
in_theme.py        all of it in a theme: colours, fonts, what stands above printed pages
columns.py         columns as wide as their texts need; book_fonts.py: in a house's own fonts
"""
