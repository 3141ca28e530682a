#!/usr/bin/env bash
# `local_timestamp` has no summer time after 2037, where time zone files say it by a rule: noon UTC of a July day of
# 2040 is 7 o'clock in New York, and by Python's zoneinfo (to_pylist) 8 o'clock. Seen with pyarrow 26.0.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import datetime as dt
import sys

import pyarrow as pa
import pyarrow.compute as pc

noon = dt.datetime(2040, 7, 1, 12, tzinfo=dt.UTC)
moments = pa.array([noon], pa.timestamp("s", "America/New_York"))
by_arrow, by_python = pc.local_timestamp(moments)[0].as_py().hour, moments[0].as_py().hour
print(f"noon UTC in New York, July 2040: {by_arrow} o'clock by Arrow, {by_python} o'clock by Python")
sys.exit((by_arrow, by_python) != (7, 8))
PYTHON
