"""Facts of a source's tables.

bare_parts.py    columns that name a part of a year without the year: H1, H2 before FY26
cells.py         the period of a table's cell, and whether it has come to be
changes_from.py  columns of changes from other periods: Change 3Q25 vs. over 2Q25, 3Q24
columns.py       heads of columns: what each of them is over, and which say changes from one to
                 another
counted.py       what rows count in tables of sums, and where they may be sums
counted_by.py    what the periods of tables are counted by
datelines.py     datelines of releases, which are no heads of the columns below them
heads.py         which lines may be over a table; heads of its rows that state figures: common
                 stock, $0.001 par value
lines.py         lines of a text as tables have them: their cells, and what each is to a table
measures.py      what words of a table name: what is measured, a part of it, a basis
metrics.py       what a table's figures measure: the heads of row, section and column, as a metric
                 is named
months_said.py   spans of months as tables say them shortly: 7-9/2026, 9M FY27
no_figures.py    columns of notes' numbers, and of years in which something falls due
of_row_above.py  rows that tell something of the row above: % of sales, of which Europe
open_changes.py  bare changes that may be rates or sums
own_years.py     columns of years under a date that is said of all
pairs.py         boxes of facts: rows of a name and one value, under no heads of columns
parts.py         what the rows of a table of parts measure: by section, corner, title, column
parts_of_years.py  columns of years in a document about a part of a year
period_rows.py   tables whose rows are periods and whose columns are measures
period_words.py  words of a head that say a period, and what it measures without them
periods.py       the period of a figure of a table: by the head of its column, by its row, by the
                 document
periods_said.py  the periods that heads of tables say: Three Months Ended March 31, 2023,
                 2023年1-6月, Q4 2022
proofs.py        the quote that proves a cell: its row, and what else of its table the reader must
                 know
restated.py      columns of one period on two bases: as restated, as reported
row_cells.py     the cells of a line that hold figures: 1,204, (4.1), about $90 million, 3% to 5%
row_columns.py   the columns over a row's cells: their heads, periods, doubts
row_heads.py     the heads of rows without marks of notes, units, dots
row_years.py     rows that name a year in their head, under columns that say none
rows.py          rows of a source's tables, each with what stands above it
schedules.py     what falls due in years to come: rows 2026, 2027, Thereafter
spans_said.py    spans that heads say by months, or by a length: Apr-Jun 2025
split_years.py   fiscal years that heads name by two years: 2025/26
spread_heads.py  which columns a line of heads is over
summed.py        what rows measure that add up to a total, whose head alone says it
summed_columns.py  columns that add up those of periods before them: 2025, 2026, 2027, Total
table_drafts.py  facts of a source's tables: one for each figure, with the heads of its row and
                 its column
terms.py         what holds for all tables of a source: whose they are, their calendar
unit_doubts.py   why a person should look at what a figure is in: its column, row, sign
units.py         the unit of a table's figure, as its table says it: USD million for 1,234 under
                 (in millions)
unsure_dates.py  whether the heads of columns surely tell which column is of which date
which_rows.py    which rows of a text are of a table, and which paragraphs are a table's
wrapped_heads.py heads of columns whose words go on in the lines below them
years_apart.py   days whose year stands in another line of the head, or in the document alone
"""
