#!/usr/bin/env bash
# delete_rows of openpyxl moves cells and leaves the addresses of their links: a cell that moved up still holds its link, but
# the saved sheet names the cell where it stood before. Read again, each row opens its neighbour's target, and below the last
# row a cell that was empty holds the last address as its text. Seen with openpyxl 3.1.5.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check openpyxl==3.1.5
cd "$folder"
venv/bin/python - <<'PYTHON'
import sys

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
for row in (1, 2, 3):
    sheet.cell(row, 1, f"fact {row}").hyperlink = f"https://example.com/{row}"
sheet.delete_rows(1)
in_memory = [(cell.value, cell.hyperlink.target) for (cell,) in sheet.iter_rows()]
book.save("book.xlsx")
again = openpyxl.load_workbook("book.xlsx").active
saved = [(cell.value, cell.hyperlink and cell.hyperlink.target) for (cell,) in again.iter_rows()]
print("before saving:", in_memory)
print("read again:", saved)
sys.exit(
    in_memory != [("fact 2", "https://example.com/2"), ("fact 3", "https://example.com/3")]
    or saved
    != [
        ("fact 2", None),
        ("fact 3", "https://example.com/2"),
        ("https://example.com/3", "https://example.com/3"),
    ]
)
PYTHON
