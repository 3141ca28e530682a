#!/usr/bin/env bash
# WeasyPrint 70 keeps, for every text whose style has font features (font-feature-settings, font-variant-…), a Pango attribute
# and a list for it until the process ends: its cache of attributes makes a new one each time before it looks whether there is
# one already, and no list is ever let go. A process that draws page after page grows by a fifth of a kilobyte a text; without
# font features it does not grow. Python's own tools see nothing of it: no object is left.
# Seen with WeasyPrint 70.0 and Pango 1.50, by what glibc says is in use: some 20 KB a page of 120 texts, against under 1 KB.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet weasyprint==70.0
"$folder/venv/bin/python" - <<'PYTHON'
import ctypes
import gc
import sys

import weasyprint
from weasyprint.text.fonts import FontConfiguration


class Memory(ctypes.Structure):
    names = "arena free fast mapped mapped_bytes most fast_bytes used free_bytes trimmed"
    _fields_ = [(name, ctypes.c_size_t) for name in names.split()]


def used():
    gc.collect()
    mallinfo = ctypes.CDLL("libc.so.6").mallinfo2
    mallinfo.restype = Memory
    return mallinfo().used


words = " ".join(f"word{number} <b>{number}</b>" for number in range(60))
fonts = FontConfiguration()
grown = {}
for settings in ("normal", "'tnum' 1"):
    page = weasyprint.HTML(string=f'<p style="font-feature-settings: {settings}">{words}</p>')
    for _ in range(3):
        page.render(font_config=fonts)
    before = used()
    for _ in range(30):
        page.render(font_config=fonts)
    grown[settings] = (used() - before) / 30
    print(f"font-feature-settings: {settings}: {grown[settings] / 1000:.1f} KB more a page")
sys.exit(not (grown["normal"] < 3_000 and grown["'tnum' 1"] > 10_000))
PYTHON
