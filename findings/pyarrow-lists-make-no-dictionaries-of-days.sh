#!/usr/bin/env bash
# A table with a dictionary of days, decimals or points of time cannot be made of its own rows again: `from_pylist` with
# its schema raises ArrowNotImplementedError, even of no rows at all, where a dictionary of texts or whole numbers is
# made. `dictionary_encode` and `schema.empty_table()` make all of them. Seen with pyarrow 26.0.1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import datetime as dt
import decimal
import sys

import pyarrow as pa

values = {
    "texts": pa.array(["a"]),
    "whole numbers": pa.array([1]),
    "days": pa.array([dt.date(2026, 6, 30)]),
    "decimals": pa.array([decimal.Decimal("1.20")]),
    "points of time": pa.array([dt.datetime(2026, 6, 30, 12)]),
}


def is_made(rows, schema):
    try:
        pa.Table.from_pylist(rows, schema=schema)
    except pa.ArrowNotImplementedError:
        return False
    return True


made = {}
for name, array in values.items():
    table = pa.table({"a": array.dictionary_encode()})
    assert table.schema.empty_table().schema == table.schema
    made[name] = is_made(table.to_pylist(), table.schema), is_made([], table.schema)
    print(f"a dictionary of {name}: of its own rows {made[name][0]}, of none {made[name][1]}")
wanted = {name: (name in {"texts", "whole numbers"},) * 2 for name in values}
sys.exit(made != wanted)
PYTHON
