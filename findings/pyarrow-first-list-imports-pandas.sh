#!/usr/bin/env bash
# pyarrow 26 imports pandas, where that is installed, with the first Python list that it makes an array of, be it
# empty: a third of a second for a program that uses no pandas. `import pyarrow` alone does not; nor do arrays made
# of buffers. Seen with pyarrow 26.0.1 and pandas 3.1.1 on Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1 pandas==3.1.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import pyarrow as pa

seen = ["pandas" in sys.modules]
pa.Array.from_buffers(pa.int32(), 0, [None, pa.py_buffer(b"")])
seen.append("pandas" in sys.modules)
pa.array([])
seen.append("pandas" in sys.modules)
print("pandas is loaded after: import, from_buffers, array([]):", *seen)
sys.exit(seen != [False, False, True])
PYTHON
