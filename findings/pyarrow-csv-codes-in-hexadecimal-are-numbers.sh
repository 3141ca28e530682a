#!/usr/bin/env bash
# pyarrow's CSV reader takes a column of codes such as 0x1F for integers, and 0xFFFFFFFFFFFFFFFF for -1, without an
# overflow; so does pandas with `engine="pyarrow"`, while its own engine leaves texts, and DuckDB reads
# 18446744073709551615. A cast of texts does the same: 0x1F is an integer for it, but no float and no decimal, and +31 is
# a float, but no integer. Seen with pyarrow 26.0.1, pandas 3.1.1 and DuckDB 2.0.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1 pandas==3.1.1 duckdb==2.0.1
cd "$folder"
venv/bin/python - <<'PYTHON'
import pathlib
import sys

import duckdb
import pandas as pd
import pyarrow as pa
from pyarrow import csv

codes = ["0x1F", "0xFFFFFFFFFFFFFFFF"]
pathlib.Path("codes.csv").write_text("\n".join(["code", *codes, ""]))
by_arrow = csv.read_csv("codes.csv")["code"]
by_pandas = pd.read_csv("codes.csv", engine="c")["code"].tolist()
by_both = pd.read_csv("codes.csv", engine="pyarrow")["code"].tolist()
by_duckdb = [code for (code,) in duckdb.read_csv("codes.csv", header=True).fetchall()]
print(f"by Arrow {by_arrow.to_pylist()}, by pandas {by_pandas} or {by_both}, by DuckDB {by_duckdb}")
refused = []
for text, kind in (("0x1F", pa.float64()), ("0x1F", pa.decimal128(9)), ("+31", pa.int64())):
    try:
        pa.array([text]).cast(kind)
    except pa.ArrowInvalid as error:
        refused.append(str(error))
print(*refused, sep="\n")
plus = pa.array(["+31"]).cast(pa.float64())[0].as_py()
expected = [[31, -1], codes, [31, -1], [31, 2**64 - 1], 3, 31]
sys.exit([by_arrow.to_pylist(), by_pandas, by_both, by_duckdb, len(refused), plus] != expected)
PYTHON
