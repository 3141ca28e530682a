#!/usr/bin/env bash
# `import jsonschema` takes many times as long once rfc3987-syntax is installed, whoever brought it (the extra `format-nongpl`
# does): its format checker imports that package if it is there, and the package builds 38 LALR parsers by lark, one for each
# rule of RFC 3987, when it is imported, whether or not a schema is ever checked for the format "iri".
# A command line that imports jsonschema for a schema without formats becomes seconds slower on the day another package in the
# same environment asks for the extra.
# Seen with jsonschema 4.26.0, rfc3987-syntax 1.1.0 and lark 1.3.1: on a busy machine 0.2 s of CPU without, 2.8 s with.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jsonschema==4.26.0

measure() {
  for _ in 1 2 3; do
    "$folder/venv/bin/python" - <<'PYTHON'
import sys
import time

start = time.process_time()
import jsonschema

seconds = time.process_time() - start
jsonschema.validate({"edition": "2025"}, {"properties": {"edition": {"type": "string"}}})
print(f"{seconds:.3f} {'lark' in sys.modules}")
PYTHON
  done | sort -n | head -1
}

read -r without lark < <(measure)
echo "without rfc3987-syntax: $without s, lark imported: $lark"
test "$lark" = False
"$folder/venv/bin/pip" install --quiet rfc3987-syntax==1.1.0 lark==1.3.1
read -r with lark < <(measure)
echo "with it: $with s, lark imported: $lark"
test "$lark" = True
python3 -c "import sys; sys.exit(not $with > 4 * $without)"
