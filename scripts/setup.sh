#!/usr/bin/env bash
# Set up one stage, on a machine that has Python and little else; the Makefile says when.
#
#   setup.sh runtime   the system's libraries and fonts, .venv, and what building a report needs
#   setup.sh extras    what databases, clusters, signatures and the keyring need, into the same .venv
#   setup.sh dev       what the tests and checks import, into the same .venv
#   setup.sh bench     what `make bench` measures us against, into the same .venv
#   setup.sh readers   the programs that the tests and `make look` open our files with
#
# PYTHON names the interpreter to use. Exit status 3: something must be installed by hand first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly OLDEST='(3, 11)'

main() {
  find_python
  case ${1-} in
    runtime)
      require_system runtime
      make_venv
      install_runtime
      ;;
    extras) install extras ;;
    dev) install dev ;;
    bench) install bench ;;
    readers) require_system readers ;;
    *) stop 2 "setup.sh knows no stage called '${1-}'; it knows runtime, extras, dev, bench and readers." ;;
  esac
}

# 3.11 comes first because it is the one that the tests are run with.
find_python() {
  local candidate
  for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
    if "$candidate" -c "import sys; sys.exit(sys.version_info < $OLDEST)" 2>/dev/null; then
      python=$candidate
      return
    fi
  done
  stop 3 "There is no Python 3.11 or newer here${PYTHON:+ by the name $PYTHON}; install one, then run make again.
  Debian, Ubuntu:  sudo apt-get install python3 python3-venv
  Fedora:          sudo dnf install python3.11
  macOS:           brew install python@3.11"
}

# An environment whose interpreter is gone (an upgraded system, a moved folder) is made anew.
make_venv() {
  .venv/bin/python -m pip --version >/dev/null 2>&1 && return
  say "making .venv with $("$python" --version)"
  "$python" -m venv --clear .venv
}

install_runtime() {
  say "installing the pinned packages, which takes a minute or two"
  install setup
  install runtime
  # Nothing is fetched here: what builds the project came with the stage before.
  .venv/bin/python -m pip install -q --disable-pip-version-check \
    --no-index --no-deps --no-build-isolation --editable .
  # As pip does for what it installs: else every run of a machine that writes no bytecode compiles it.
  .venv/bin/python -m compileall -q exporter
  .venv/bin/python -c 'import weasyprint' ||
    stop 3 "WeasyPrint does not load, though its libraries were found; see its message above."
}

# Wheels alone: to build a package would fetch what builds it, whose hashes nobody has.
install() {
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: \
    -r "requirements/$1.txt" ||
    stop 3 "Set-up stopped at requirements/$1.txt; pip says why above.
  Where it says that hashes do not match, it installed nothing: the files that it was given are not those that this
  project is tested with. Do not go round it; set up from another network or mirror, and tell the maintainers if it
  stays so."
}

say() { printf 'setup: %s\n' "$1" >&2; }

stop() {
  printf '%s\n' "$2" >&2
  exit "$1"
}

# shellcheck source-path=SCRIPTDIR source=system.sh
source scripts/system.sh
main "$@"
