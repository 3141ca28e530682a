"""Contenders: what a user of each library would write to get the facts into a workbook.

Every module has a function `write(facts, workbook)`, from the Parquet file to the finished .xlsx;
what it imports is loaded before the clock starts. What `prepare(facts)` makes of the file, where a
module has it, is made before, too, and given to `write` instead. Each leaves the library at its
defaults, but for what makes it fast or small by its own documentation.
"""

ROWS = {  # module: what the tables of results call it
    "bare": "exporter, bare table",
    "entity_sheets": "exporter, entity sheets",
    "entity_sheets_read": "exporter, entity sheets, with reading by rules",
    "rapidxlsx_table": "rapidxlsx from Arrow",
    "pyexcelrs_frame": "py-excel-rs from pandas",
    "xlsxturbo_frame": "xlsxturbo from Polars",
    "jetxl_arrow": "jetxl from Arrow",
    "rustpy_arrow": "rustpy-xlsxwriter from Arrow",
    "rustpy_records": "rustpy-xlsxwriter from records",
    "pyexcelerate_rows": "pyexcelerate",
    "polars_frame": "polars.write_excel",
    "xlsxwriter_constant": "xlsxwriter, constant_memory",
    "openpyxl_write_only": "openpyxl, write-only",
    "pandas_xlsxwriter": "pandas.to_excel, xlsxwriter",
    "pandas_openpyxl": "pandas.to_excel, openpyxl",
}
# Written in Rust: the fastest of them sets the pace, the smallest file of any peer the size.
FASTEST = ("rapidxlsx_table", "pyexcelrs_frame", "xlsxturbo_frame", "jetxl_arrow", "rustpy_arrow")
OURS = ("bare", "entity_sheets", "entity_sheets_read")
FLOORS = {  # the finished sheet's XML deflated and nothing else
    "floor_isal": "floor: ISA-L alone",
    "floor_zlib": "floor: zlib level 6 alone",
}
