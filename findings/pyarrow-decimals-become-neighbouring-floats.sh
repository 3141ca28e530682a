#!/usr/bin/env bash
# A decimal that is cast to float64 does not always become the nearest one, however short it is: 19.99 becomes
# 19.990000000000002, and so with one in seven of the prices from 0.00 to 9999.99. Python's float() of the same decimals is
# right, and so is a cast by way of text: a column of a database or Parquet differs from the same figures in a CSV.
# Seen with pyarrow 26.0.1, for decimal32, 64, 128 and 256 alike.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from decimal import Decimal

import pyarrow as pa

prices = [Decimal(cents).scaleb(-2) for cents in range(1_000_000)]
nearest = [float(price) for price in prices]
off = {}
for kind in (pa.decimal32(9, 2), pa.decimal64(18, 2), pa.decimal128(18, 2), pa.decimal256(40, 2)):
    decimals = pa.array(prices, kind)
    off[str(kind)] = sum(a != b for a, b in zip(decimals.cast(pa.float64()).to_pylist(), nearest))
by_text = decimals.cast(pa.string()).cast(pa.float64()).to_pylist()
price = pa.array([Decimal("19.99")]).cast(pa.float64())[0].as_py()
print(f"19.99 becomes {price!r}; of {len(prices):,} prices another float than Python's: {off}; by way of text: "
      f"{sum(a != b for a, b in zip(by_text, nearest))}")
sys.exit(price != 19.990000000000002 or not all(off.values()) or by_text != nearest)
PYTHON
