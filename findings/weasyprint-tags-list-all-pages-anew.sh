#!/usr/bin/env bash
# WeasyPrint 70 with pydyf 0.13 makes the list of references to all pages anew for every element that it tags (pydyf's
# `PDF.page_references` is a property that builds it), so pdf_tags=True takes time by pages times elements: of four times the
# pages, sixteen times the references are made. For tens of pages nobody sees it; a compendium of a thousand pages with
# a hundred elements each makes a hundred million. Without tags the list is not made at all.
# Seen with WeasyPrint 70.0 and pydyf 0.13.0.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet weasyprint==70.0 pydyf==0.13.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import time

import pydyf
import weasyprint

built = pydyf.PDF.page_references.fget
made = 0


def counted(pdf):
    global made
    references = built(pdf)
    made += len(references)
    return references


pydyf.PDF.page_references = property(counted)


def references_made(pages, tagged):
    global made
    made = 0
    page = '<section style="break-after: page">' + "<p>A line.</p>" * 20 + "</section>"
    document = weasyprint.HTML(string=f'<html lang="en"><title>Pages</title>{page * pages}</html>').render()
    start = time.process_time()
    document.write_pdf(pdf_tags=tagged)
    print(f"{pages} pages, {'tagged' if tagged else 'not tagged'}: {made} references, {time.process_time() - start:.1f} s")
    return made


few, many = references_made(25, True), references_made(100, True)
none = references_made(100, False)
sys.exit(not (many > 15 * few > 0 and none == 0))
PYTHON
