#!/usr/bin/env bash
# Renew constraints.txt: the newest release of everything, in a clean environment of Python 3.11.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

main() {
  local venv
  venv=$(mktemp -d)
  # shellcheck disable=SC2064  # the name is wanted as it is now
  trap "rm -rf '$venv'" EXIT
  "${PYTHON:-python3.11}" -m venv "$venv"
  install_everything "$venv/bin/python"
  write_constraints "$venv/bin/python"
}

install_everything() {
  local extras
  extras=$(extras "$1")
  # What comes with the interpreter is old, and is no dependency of ours unless pip brings it back.
  "$1" -m pip uninstall -q -y setuptools
  "$1" -m pip install -q --upgrade pip
  # `editables` is what hatchling asks for when it builds an editable install: pinned like the rest.
  "$1" -m pip install -q --editable ".$extras" --group dev --group bench editables
}

# `[a,b]` for the extras that pyproject.toml has; nothing where it has none.
extras() {
  "$1" - <<'PYTHON'
import tomllib

with open("pyproject.toml", "rb") as file:
    extras = ",".join(tomllib.load(file)["project"].get("optional-dependencies", {}))
print(f"[{extras}]" if extras else "")
PYTHON
}

write_constraints() {
  {
    cat <<'HEADER'
# Every package that set-up installs, pinned. Made by `make constraints` with Python 3.11;
# renew it the same way, then run `make check test report` before you commit it.
HEADER
    "$1" -m pip freeze --all --exclude-editable | LC_ALL=C sort -f
  } >constraints.txt.new
  mv constraints.txt.new constraints.txt
}

main "$@"
