#!/usr/bin/env bash
# XlsxWriter 3.3 escapes a text that looks like an escape (`_x0041_`), as it has to, but of neighbouring ones that share
# an underscore only every other: `_x0041_x0042_` is written as `_x005F_x0041_x0042_`, which by ECMA-376 part 1, 22.9.2.19,
# means `_x0041B`. python-calamine 0.9.1 reads that; openpyxl 3.1.5 does not decode the `_x0042_` there, and so
# reads the text as it was given. Seen with XlsxWriter 3.3.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check xlsxwriter==3.3.1 python-calamine==0.9.1 openpyxl==3.1.5
cd "$folder"
venv/bin/python - <<'PYTHON'
import sys

import openpyxl
import python_calamine
import xlsxwriter

written = ["_x0041_", "_x0041_x0042_", "_x0041__x0042_"]
with xlsxwriter.Workbook("texts.xlsx") as book:
    book.add_worksheet().write_column(0, 0, written)
calamine = [row[0] for row in python_calamine.load_workbook("texts.xlsx").get_sheet_by_index(0).to_python()]
cells = [row[0].value for row in openpyxl.load_workbook("texts.xlsx").active.iter_rows()]
for text, one, other in zip(written, calamine, cells):
    print(f"written {text!r}: calamine reads {one!r}, openpyxl {other!r}")
sys.exit(cells != written or calamine != ["_x0041_", "_x0041B", "_x0041__x0042_"])
PYTHON
