#!/usr/bin/env bash
# `polars.read_excel` settles a column's type by the first 1,000 rows, and what is later and of another type becomes null;
# where nothing else stands in its row, the whole row is gone, as if it had been blank. No error, no warning: `read_csv`
# raises for the same table. To name the numbers' type in `schema_overrides` changes nothing; `infer_schema_length=None`
# reads all as texts. Seen with Polars 2.1.0 and fastexcel 0.21.0.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check polars==2.1.0 fastexcel==0.21.0 xlsxwriter==3.3.1
cd "$folder"
venv/bin/python -W error - <<'PYTHON'
import pathlib
import sys

import polars as pl
import xlsxwriter

figures = [*map(float, range(1, 1001)), "about 5", 6.5]
with xlsxwriter.Workbook("figures.xlsx") as book:
    for name, columns in (("alone", 1), ("named", 2)):
        sheet = book.add_worksheet(name)
        for column in range(columns):
            sheet.write_column(0, column, ["figure", *figures] if column == 0 else ["name", *["x"] * len(figures)])
alone = pl.read_excel("figures.xlsx", sheet_name="alone")["figure"].to_list()
named = pl.read_excel("figures.xlsx", sheet_name="named")["figure"].to_list()
stated = pl.read_excel("figures.xlsx", sheet_name="named", schema_overrides={"figure": pl.Float64})["figure"].to_list()
print(f"of {len(figures)} rows, {len(alone)} are read; beside another column: {named[-3:]}, {stated[-3:]}")
whole = pl.read_excel("figures.xlsx", sheet_name="alone", infer_schema_length=None)["figure"].to_list()
print(f"with infer_schema_length=None: {whole[-3:]}")
pathlib.Path("figures.csv").write_text("\n".join(["figure", *map(str, figures), ""]))
try:
    refused = str(pl.read_csv("figures.csv"))
except pl.exceptions.ComputeError as error:
    refused = str(error).splitlines()[0]
print(f"as a CSV: {refused}")
sys.exit(
    (len(alone), len(whole)) != (1001, 1002)
    or named[-3:] != [1000, None, 6.5]
    or named != stated
    or whole[-2] != "about 5"
    or "could not parse" not in refused
)
PYTHON
