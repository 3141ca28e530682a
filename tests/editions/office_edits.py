"""Edits of a workbook in LibreOffice, by UNO; run by the system's Python, which has it.

python3 office_edits.py EDITS.json    {"workbook", "saved", "put": {sheet: {cell: value}},
                                       "delete": {sheet: [row from 1]}}
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

_SECONDS = 60


def main(asked):
    with TemporaryDirectory() as profile:
        pipe = f"edits{Path(profile).name}"
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            desktop = _desktop(pipe)
            _edit(desktop, asked)
            desktop.terminate()
        finally:
            office.wait(_SECONDS)


def _desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(_SECONDS * 5):
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
        else:
            name = "com.sun.star.frame.Desktop"
            return remote.ServiceManager.createInstanceWithContext(name, remote)
    raise TimeoutError("LibreOffice does not answer")


def _edit(desktop, asked):
    hidden = PropertyValue("Hidden", 0, True, 0)
    book = desktop.loadComponentFromURL(Path(asked["workbook"]).as_uri(), "_blank", 0, (hidden,))
    for name, cells in asked["put"].items():
        if not book.Sheets.hasByName(name):
            book.Sheets.insertNewByName(name, book.Sheets.Count)
        sheet = book.Sheets.getByName(name)
        for place, value in cells.items():
            cell = sheet.getCellRangeByName(place)
            if isinstance(value, (int, float)):
                cell.setValue(value)
            else:
                cell.setString(value)
    for name, rows in asked["delete"].items():
        for row in sorted(rows, reverse=True):
            book.Sheets.getByName(name).Rows.removeByIndex(row - 1, 1)
    kind = PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0)
    book.storeToURL(Path(asked["saved"]).as_uri(), (kind,))
    book.close(True)


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text("utf-8")))
