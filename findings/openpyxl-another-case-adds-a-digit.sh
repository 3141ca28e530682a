#!/usr/bin/env bash
# openpyxl takes a sheet's own title for another sheet's where only the case of its letters changes: after
# `sheet.title = "facts"` a sheet Facts is called facts1, without a word, and who looks for `facts` finds no sheet.
# A second change, from facts1 to FACTS, is taken as it is. Seen with openpyxl 3.1.5.
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
sheet.title = "Facts"
titles = [sheet.title]
for title in ("facts", "FACTS"):
    sheet.title = title
    titles.append(sheet.title)
book.save("book.xlsx")
saved = openpyxl.load_workbook("book.xlsx").sheetnames
print(f"a sheet Facts that is called facts, then FACTS, is {titles}; saved: {saved}")
sys.exit((titles, saved) != (["Facts", "facts1", "FACTS"], ["FACTS"]))
PYTHON
