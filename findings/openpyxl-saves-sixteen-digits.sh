#!/usr/bin/env bash
# openpyxl writes numbers with 16 digits, where a float may need 17: a quarter of random floats come back as a neighbour.
# It reads all 17, so that a workbook that is loaded and saved again has other numbers in cells that nobody touched, and
# unlike cells become equal. XlsxWriter writes 16 digits, too. Seen with openpyxl 3.1.5 and XlsxWriter 3.3.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5 xlsxwriter==3.3.1
cd "$folder"
venv/bin/python - <<'PYTHON'
import random
import sys
import zipfile

import openpyxl
import xlsxwriter

random.seed(1)
numbers = [random.random() for _ in range(10_000)]


def cells(path):
    return [row[0].value for row in openpyxl.load_workbook(path).active.iter_rows()]


book = openpyxl.Workbook()
for number in numbers:
    book.active.append([number])
book.save("openpyxl.xlsx")
with xlsxwriter.Workbook("xlsxwriter.xlsx") as book:
    book.add_worksheet().write_column(0, 0, numbers)
changed = [sum(a != b for a, b in zip(cells(path), numbers)) for path in ("openpyxl.xlsx", "xlsxwriter.xlsx")]
print(f"of {len(numbers):,} floats are changed by openpyxl, by XlsxWriter: {changed}")

book = openpyxl.Workbook()
book.active.append([12345])
book.active.append([0.3])
book.save("template.xlsx")
with zipfile.ZipFile("template.xlsx") as template, zipfile.ZipFile("sum.xlsx", "w") as package:
    for name in template.namelist():
        package.writestr(name, template.read(name).replace(b"<v>12345</v>", b"<v>0.30000000000000004</v>"))
before = cells("sum.xlsx")
openpyxl.load_workbook("sum.xlsx").save("saved.xlsx")
after = cells("saved.xlsx")
print(f"cells {before} are {after} when the workbook is loaded and saved")
sys.exit(not all(2000 < count < 3000 for count in changed) or (before, after) != ([0.1 + 0.2, 0.3], [0.3, 0.3]))
PYTHON
