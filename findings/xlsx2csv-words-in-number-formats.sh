#!/usr/bin/env bash
# xlsx2csv 0.8.6 takes a letter of y, m, d, h or s in a number format for a date's, though it stands within quotation
# marks, where ECMA-376 part 1, 18.8.31 has plain text: 40 with the format `#,##0" users"` becomes the format itself, and
# 40 is nowhere in the CSV; with `0" months"` parts of the letters become a day and a month of 1900. The exit status is 0.
# With `"> "#,##0` or `#,##0"年"` the number comes out. openpyxl 3.1.5 and python-calamine 0.9.1 read 40 in all of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check xlsxwriter==3.3.1 xlsx2csv==0.8.6 openpyxl==3.1.5 python-calamine==0.9.1
cd "$folder"
venv/bin/python - <<'PYTHON'
import csv
import io
import sys

import openpyxl
import python_calamine
import xlsx2csv
import xlsxwriter

formats = ['"> "#,##0', '#,##0"年"', '#,##0" users"', '0" months"', '#,##0" d"']
with xlsxwriter.Workbook("forty.xlsx") as book:
    sheet = book.add_worksheet()
    for row, number_format in enumerate(formats):
        sheet.write_number(row, 0, 40, book.add_format({"num_format": number_format}))
written = io.StringIO()
xlsx2csv.Xlsx2csv("forty.xlsx").convert(written, sheetid=1)
converted = [row[0] for row in csv.reader(io.StringIO(written.getvalue()))]
for number_format, text in zip(formats, converted):
    print(f"40 shown with {number_format} is written as {text!r}")
cells = [row[0].value for row in openpyxl.load_workbook("forty.xlsx").active.iter_rows()]
rows = [row[0] for row in python_calamine.load_workbook("forty.xlsx").get_sheet_by_index(0).to_python()]
print("openpyxl and calamine read", *cells, *rows)
expected = ["40", "40", '#,##0" users"', '0" 02ont12s"', '#,##0" 08"']
sys.exit(converted != expected or {*cells, *rows} != {40})
PYTHON
