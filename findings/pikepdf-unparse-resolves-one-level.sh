#!/usr/bin/env bash
# pikepdf's `unparse(resolved=True)` resolves the object that it is called on and no other: what is held by it stays a
# reference (`4 0 R`). So equal pages of two files unparse differently where their objects are numbered otherwise, and
# unlike ones alike where the numbers agree; whoever compares must walk the objects.
# Seen with pikepdf 10.18.0.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pikepdf==10.18.0
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import pikepdf


def held(colour: pikepdf.Object) -> bytes:
    """A dictionary that holds another one by reference, as text."""
    pdf = pikepdf.new()
    inner = pdf.make_indirect(pikepdf.Dictionary(Colour=colour))
    outer = pdf.make_indirect(pikepdf.Dictionary(Held=inner))
    return outer.unparse(resolved=True)


red, blue = held(pikepdf.Name.Red), held(pikepdf.Name.Blue)
print(red, blue)
sys.exit(red != blue or b" 0 R" not in red)
PYTHON
