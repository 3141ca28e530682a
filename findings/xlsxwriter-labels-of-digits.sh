#!/usr/bin/env bash
# XlsxWriter 3.3 writes a chart's categories as numbers (`c:numRef` with a `c:numCache`) where all of them are texts
# that Python's float() takes, such as years, codes, "1e3" or "nan", though their cells hold texts: whoever goes by the
# chart's own cache reads numbers. One other text among them makes all of them texts. Seen with XlsxWriter 3.3.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check xlsxwriter==3.3.1 python-calamine==0.9.1
cd "$folder"
venv/bin/python - <<'PYTHON'
import re
import sys
import zipfile

import python_calamine
import xlsxwriter

kinds = {}
for labels in (["2024", "2025"], ["1e3", "nan"], ["2024", "2025E"]):
    with xlsxwriter.Workbook("chart.xlsx") as book:
        sheet = book.add_worksheet("Data")
        for row, label in enumerate(labels):
            sheet.write_string(row, 0, label)
            sheet.write_number(row, 1, 10 + row)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"categories": "=Data!$A$1:$A$2", "values": "=Data!$B$1:$B$2"})
        sheet.insert_chart("D2", chart)
    cells = [row[0] for row in python_calamine.load_workbook("chart.xlsx").get_sheet_by_index(0).to_python()]
    xml = zipfile.ZipFile("chart.xlsx").read("xl/charts/chart1.xml").decode()
    kinds[" ".join(labels)] = re.search("<c:cat><c:(strRef|numRef)>", xml)[1]
    print(f"cells {cells!r}: categories are a {kinds[' '.join(labels)]}")
sys.exit(kinds != {"2024 2025": "numRef", "1e3 nan": "numRef", "2024 2025E": "strRef"})
PYTHON
