#!/usr/bin/env bash
# python-calamine gives "" for a cell with an error, for a formula that was never calculated and for a blank cell alike,
# so that who reads a table cannot tell a broken reference from nothing; for an error that it does not know (#SPILL!,
# #GETTING_DATA) it refuses the whole sheet, and does not say which cell. Seen with python-calamine 0.9.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
cd "$folder"
venv/bin/python - <<'PYTHON'
import sys

import openpyxl
import python_calamine


def read(value, kind=None):
    book = openpyxl.Workbook()
    book.active.append(["before", value, "after"])
    if kind:
        book.active["B1"].data_type = kind
    book.save("cells.xlsx")
    return python_calamine.load_workbook("cells.xlsx").get_sheet_by_index(0).to_python()[0][1]


found = [read("#REF!", "e"), read("=1+1"), read(None)]
print(f"an error, a formula without a result, a blank cell: {found}")
try:
    refused = repr(read("#SPILL!", "e"))
except python_calamine.CalamineError as error:
    refused = str(error)
print(f"an error that is not known: {refused}")
sys.exit(found != ["", "", ""] or "Unsupported cell error" not in refused)
PYTHON
