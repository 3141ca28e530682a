#!/usr/bin/env bash
# WeasyPrint 70 makes a link annotation of every inline element within a link, too: of a link of three words, one of which is
# bold, come two annotations with one target, the second within the first. A reader that lists a page's links, and a test that
# counts them, finds two; with pdf_tags both are elements Link of the structure.
# Seen with WeasyPrint 70.0 and pikepdf 10.18.0.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet weasyprint==70.0 pikepdf==10.18.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys

import pikepdf
import weasyprint

LINKS = {
    "plain": '<a href="https://example.com/">one two three</a>',
    "with a bold word": '<a href="https://example.com/">one <b>two</b> three</a>',
}
found = {}
for name, link in LINKS.items():
    page = f'<html lang="en"><title>Links</title><p>{link}</p></html>'
    pdf = weasyprint.HTML(string=page).write_pdf(pdf_tags=True)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        boxes = [[round(float(edge)) for edge in link.Rect] for link in opened.pages[0].Annots]
    found[name] = boxes
    print(f"{name}: {len(boxes)} annotations at {boxes}")
(whole,), (outer, inner) = found["plain"], found["with a bold word"]
sys.exit(not (outer[0] <= inner[0] and inner[2] <= outer[2] and whole[0] == outer[0]))
PYTHON
