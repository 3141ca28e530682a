#!/usr/bin/env bash
# WeasyPrint 70 lays out each character of an SVG text by itself, so that an accent of its own (q and U+0301, which no font
# has as one glyph) finds no letter to stand on: a dotted circle is drawn before it. In HTML the same text is drawn well.
# Seen with WeasyPrint 70.0 and Pango 1.50.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet weasyprint==70.0 pypdfium2==5.15.2
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import pypdfium2
import weasyprint

PAGES = {
    "HTML": "<p>q\u0301</p>",
    "SVG": '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="20"><text y="15">q\u0301</text></svg>',
}
texts = {}
for name, page in PAGES.items():
    pdf = weasyprint.HTML(string=f'<meta charset="utf-8">{page}').write_pdf()
    texts[name] = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    print(name, ascii(texts[name]))
sys.exit(texts["HTML"] != "q\u0301" or texts["SVG"] == "q\u0301")
PYTHON
