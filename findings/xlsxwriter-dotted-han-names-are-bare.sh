#!/usr/bin/env bash
# XlsxWriter writes the name of a sheet such as 千问2.0 without quotes into its print titles (千问2.0!$1:$1), as it does
# for Plan2.0. LibreOffice takes the latter and drops the former without a word: the head is printed on the first page
# alone. In quotes it is printed on all. Seen with XlsxWriter 3.3.1 and LibreOffice 7.4.7 (Debian's libreoffice-calc,
# which has to be there, with poppler-utils).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check xlsxwriter==3.3.1
cd "$folder"
venv/bin/python - "$folder/profile" <<'PYTHON'
import re
import subprocess
import sys
import zipfile

import xlsxwriter


def heads(name: str, *, quoted: bool) -> tuple[str, int, int]:
    """The print titles of a long sheet of that name, on how many of its pages its head is printed."""
    with xlsxwriter.Workbook("book.xlsx") as book:
        sheet = book.add_worksheet(name)
        sheet.repeat_rows(0)
        if quoted:
            sheet.repeat_row_range = f"'{name}'!$1:$1"
        sheet.write(0, 0, "HEAD")
        for row in range(1, 150):
            sheet.write(row, 0, row)
    xml = zipfile.ZipFile("book.xlsx").read("xl/workbook.xml").decode()
    titles = re.search(r"<definedName [^>]*>([^<]*)<", xml)[1]
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{sys.argv[1]}", "--headless", "--convert-to", "pdf", "book.xlsx"],
        check=True, capture_output=True,
    )
    text = subprocess.run(["pdftotext", "book.pdf", "-"], check=True, capture_output=True, text=True).stdout
    return titles, text.count("HEAD"), text.count("\f")


version = subprocess.run(["soffice", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
seen = []
for name, quoted in (("Plan2.0", False), ("千问2.0", False), ("千问2.0", True)):
    titles, printed, pages = heads(name, quoted=quoted)
    seen.append(printed == pages)
    print(f"LibreOffice {version}: {titles} has its head on {printed} of {pages} pages")
sys.exit(seen != [True, False, True])
PYTHON
