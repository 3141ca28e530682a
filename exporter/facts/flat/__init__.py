"""Facts from flat tables: CSV, XLSX, Parquet, databases, DataFrames; one short module a format.

A format's reader gives `Part`s, rows under the names of their columns; `written` makes WRITTEN of
them, the same for all formats, with the same messages.
"""
