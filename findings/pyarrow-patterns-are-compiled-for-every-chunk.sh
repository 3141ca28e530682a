#!/usr/bin/env bash
# pyarrow compiles a regular expression anew at each call, and within a call for each chunk of a column: 100 texts in 100
# chunks (a table of files that were read one by one, or of small batches) take about 100 times as long to match as the same
# texts in one, and one text hardly less than 100. Patterns of ten to forty words in either case take 0.1 to 1 ms to compile, which
# is longer than Python's re needs for all 100 texts. `combine_chunks` before the call helps. So do match_substring_regex,
# replace_, count_, extract_ and split_pattern_regex. Seen with pyarrow 26.0.1: 1 text 0.13 ms, 100 texts 0.15 ms, 100 chunks 15 ms.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyarrow==26.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import re
import sys
from timeit import repeat

import pyarrow as pa
import pyarrow.compute as pc

words = "not available|not applicable|not disclosed|missing|unknown|keine angabe|non disponible|falsch"
pattern = rf"(?i)^\s*(?:{words})\s*$"
texts = ["Revenue"] * 99 + ["Not disclosed"]
whole, parted = pa.array(texts), pa.chunked_array([[text] for text in texts])
compiled = re.compile(pattern)


def least(call):
    return min(repeat(call, number=5, repeat=7)) / 5 * 1e3


def times(function, *arguments):
    return least(lambda: function(parted, pattern, *arguments)) / least(lambda: function(whole, pattern, *arguments))


one, hundred, chunks = (least(lambda some=some: pc.match_substring_regex(some, pattern)) for some in (whole[:1], whole, parted))
by_re = least(lambda: [bool(compiled.search(text)) for text in texts])
print(f"1 text {one:.2f} ms, 100 texts {hundred:.2f} ms, 100 chunks {chunks:.2f} ms; by re {by_re:.2f} ms")
found = pc.match_substring_regex(parted, pattern).to_pylist()
slower = [times(pc.match_substring_regex), times(pc.count_substring_regex), times(pc.replace_substring_regex, "")]
print("chunks take so many times as long:", *(f"{times:.0f}" for times in slower))
same = found == [bool(compiled.search(text)) for text in texts]
sys.exit(not (same and min(slower) > 20 and one > hundred / 4 and by_re < hundred))
PYTHON
