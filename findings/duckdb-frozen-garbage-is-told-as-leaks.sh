#!/usr/bin/env bash
# duckdb 2.0.0 (whose bindings are nanobind's; 1.x had pybind11's): a program that calls gc.freeze() at any time after
# `import duckdb`, as Python's documentation advises before a fork, prints some 45 lines at its end, "nanobind: leaked 27
# instances!" and which types and functions, though it asked nothing of DuckDB and nothing is leaked; its exit status stays 0.
# What is frozen is not looked through when modules are cleared, so that the types of duckdb itself still stand. A freeze before
# the import says nothing, nor does one that gc.unfreeze() takes back, and duckdb 1.4.4 never does. A program whose standard
# error is read, or must be empty, fails by it; so it has to freeze before it imports.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 2.0.0 1.4.4; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install -q --disable-pip-version-check "duckdb==$version"
done
said() { # version, program: how often a leak is told at its end
  local told
  told=$("$folder/$1/bin/python" -c "$2" 2>&1)
  grep -c "leaked" <<<"$told" || true
}
after=$(said 2.0.0 $'import gc, duckdb\ngc.freeze()')
before=$(said 2.0.0 $'import gc\ngc.freeze()\nimport duckdb')
back=$(said 2.0.0 $'import gc, duckdb\ngc.freeze()\ngc.unfreeze()')
never=$(said 2.0.0 'import gc, duckdb')
older=$(said 1.4.4 $'import gc, duckdb\ngc.freeze()')
echo "lines that tell of leaks: frozen after the import $after, before it $before, taken back $back, never $never; 1.4.4: $older"
[[ $after -gt 0 && $before$back$never$older == 0000 ]] || exit 1
