#!/usr/bin/env bash
# `type_codes` of a slice of a union are the first ones of the array that it is a slice of, and so are `offsets` of a
# dense one; `field` and `to_pylist` are right. Who goes by the codes takes values for those of another type, without
# an error. Seen with pyarrow 26.0.1 on Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import pyarrow as pa

codes = pa.array([0, 1, 1], pa.int8())
union = pa.UnionArray.from_sparse(codes, [pa.array([1, None, None]), pa.array([None, "a", "b"])])
found = union.slice(1).type_codes.to_pylist()
print(f"the values {union.slice(1).to_pylist()} have the codes {found}, and should have [1, 1]")
sys.exit(found != [0, 1])
PYTHON
