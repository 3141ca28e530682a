"""Facts of a source's tables.

columns.py       heads of columns: what each of them is over, and which say changes from one to
                 another
heads.py         heads of a table's rows that state figures themselves: common stock, $0.001 par
                 value
lines.py         A source's tables as its text has them: rows of cells under captions and heads of
                 columns
metrics.py       what a table's figures measure: the heads of row, section and column, as a metric
                 is named
periods.py       the period of a figure of a table: by the head of its column, by its row, by the
                 document
periods_said.py  the periods that heads of tables say: Three Months Ended March 31, 2023,
                 2023年1-6月, Q4 2022
proofs.py        the quote that proves a cell: its row, and what else of its table the reader must
                 know
table_drafts.py  facts of a source's tables: one for each figure, with the heads of its row and
                 its column
units.py         the unit of a table's figure, as its table says it: USD million for 1,234 under
                 (in millions)
"""
