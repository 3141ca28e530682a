"""Facts from flat tables; one short module a format.

A format's reader gives `Part`s, rows under the names of their columns; `written` makes WRITTEN of
them, the same for all formats, with the same messages.

files.py        files with facts, on this disk or by fsspec; http_requests.py: where those go
csv_text.py     CSV; csv_header.py: its first lines; encodings.py: its encoding, found out;
                encoded_bytes.py: its bytes, block by block
likeness.py     of the texts that a file may be, the likely one; oddity.py: how odd words look
data_frame.py   DataFrames and Arrow data in hand
marks.py        decimal commas, and dates such as 31.12.2025, column by column
parquet.py      Parquet; parquet_batches.py: its rows
xlsx.py         workbooks; sheet_rows.py: their rows; workbook_guard.py: how much there is in them
cell_marks.py   errors, formulas never calculated, formats; workbook_parts.py: which part is where
own_header.py   an entity's sheet of a workbook that was built, found again; own_sheets.py: its
                facts; shown_periods.py: periods in its words
shown_cells.py  values as their cells show them; number_formats.py: what a format shows
database.py     queries; read_only.py: connections to servers that change nothing
confined_query.py  queries answered in a process of their own: sqlite.py, sqlite_rows.py,
                duckdb.py, duckdb_rows.py; ways_out.py: where DuckDB's might lead out of the
                folder; row_order.py: whether they promise an order
bare_cells.py   what surrounds the content of a cell; text_numbers.py: numbers in texts
columns.py      the columns of a table, matched with the fields of a fact by their names
texts.py        values of any type as texts; numerals.py: numbers
exported.py     facts that `FactSet.to_frame` gave out
written.py      all of it made into WRITTEN; filled_in.py: with the defaults of a report;
                row_faults.py: what is wrong with rows
"""
