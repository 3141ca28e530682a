#!/usr/bin/env bash
# pypdfium2's `get_mediabox()` and `get_cropbox()` do not know what a page inherits from the tree of pages: where the page
# itself has no box, they give ANSI A (612 x 792) whatever the page is. `get_bbox()` gives the box that is shown.
# Seen with pypdfium2 5.15.2 (PDFium 8149).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pypdfium2==5.15.2 pikepdf==10.18.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys

import pikepdf
import pypdfium2

pdf = pikepdf.new()
pdf.add_blank_page(page_size=(1200, 1000))
pdf.Root.Pages.MediaBox = pdf.pages[0].obj.MediaBox
del pdf.pages[0].obj.MediaBox
content = io.BytesIO()
pdf.save(content)
page = pypdfium2.PdfDocument(content.getvalue())[0]
print(page.get_mediabox(), page.get_cropbox(), page.get_bbox())
sys.exit(tuple(page.get_cropbox()) == (0, 0, 1200, 1000) or tuple(page.get_bbox()) != (0, 0, 1200, 1000))
PYTHON
