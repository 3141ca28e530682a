#!/usr/bin/env bash
# pyarrow's `strptime` and the `timestamp_parsers` of its CSV reader take days up to 31 in every month, and count on into
# the next one: 31.04.2023 is the 1st of May, and `error_is_null` does not make it null. The 32nd is refused; and where
# no format is given, 2023-04-31 is no date but a text. Seen with pyarrow 26.0.1 on Linux.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

texts = ["31.04.2023", "30.02.2024", "32.01.2023"]
days = pc.strptime(pa.array(texts), format="%d.%m.%Y", unit="s", error_is_null=True).cast(pa.date32())
for text, day in zip(texts, days.to_pylist()):
    print(f"strptime reads {text} as {day}")
parsers = csv.ConvertOptions(timestamp_parsers=["%d.%m.%Y"])
column = csv.read_csv(io.BytesIO(b"day\n31.04.2023\n"), convert_options=parsers)["day"]
print(f"the CSV reader reads 31.04.2023 as {column[0]}")
iso = csv.read_csv(io.BytesIO(b"day\n2023-04-31\n"))["day"]
print(f"without a format, 2023-04-31 stays a {iso.type}")
found = [*map(str, days.to_pylist()), str(column[0].as_py().date()), str(iso.type)]
sys.exit(found != ["2023-05-01", "2024-03-01", "None", "2023-05-01", "string"])
PYTHON
