#!/usr/bin/env bash
# JioNLP's `parse_money` reads 两三百万元, two to three million yuan, as 20,000 to 3,000,000: of two units behind the second
# number the first one gets only one, and then a hundredth or a tenth of it is read; 二三十亿元 begins at 200 million. Where
# one unit stands behind, it is right (三四千元, 七八万元). 一两亿元, one or two hundred million, is no range but an exact
# 300 million ("definition": "accurate"). Seen with JioNLP 1.5.31.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check jionlp==1.5.31
"$folder/venv/bin/python" - 2>/dev/null <<'PYTHON'
import sys

import jionlp

expected = {
    "三四千元": (["3000.00", "4000.00"], "blur"),
    "七八万元": (["70000.00", "80000.00"], "blur"),
    "两三百万元": (["20000.00", "3000000.00"], "blur"),
    "二三十亿元": (["200000000.00", "3000000000.00"], "blur"),
    "一两亿元": ("300000000.00", "accurate"),
}
read = {text: jionlp.parse_money(text) for text in expected}
for text, money in read.items():
    print(text, money["num"], money["definition"])
sys.exit({text: (money["num"], money["definition"]) for text, money in read.items()} != expected)
PYTHON
