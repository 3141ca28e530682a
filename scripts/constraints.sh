#!/usr/bin/env bash
# Renew requirements/: the newest release of everything, with the hashes of all its files, for every platform.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly OLDEST=3.11 NEWEST=3.14
# Where set-up must find a wheel for all that a report takes. Some start at macOS 15.
readonly PLATFORMS=(x86_64-manylinux_2_28 aarch64-manylinux_2_28 aarch64-apple-darwin)
export MACOSX_DEPLOYMENT_TARGET=15.0

main() {
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  "${PYTHON:-python3.11}" -m venv "$scratch/venv"
  "$scratch/venv/bin/python" -m pip install -q --disable-pip-version-check uv
  pin_everything
  pin setup --group setup
  pin runtime pyproject.toml
  pin extras pyproject.toml --all-extras
  pin dev --group dev
  pin bench --group bench
  find_wheels
}

# All at once first, so that what two stages share has one version.
pin_everything() {
  compile pyproject.toml --all-extras --group setup --group dev --group bench \
    --output-file "$scratch/everything.txt"
}

# Write requirements/$1.txt, for what the other arguments name.
pin() {
  local stage=$1
  shift
  compile "$@" --constraint "$scratch/everything.txt" --output-file "$scratch/$stage.txt"
  grep -v -F "#   -c $scratch" "$scratch/$stage.txt" >"requirements/$stage.txt"
}

compile() {
  "$scratch/venv/bin/uv" pip compile -q --universal --python-version "$OLDEST" --fork-strategy fewest \
    --generate-hashes --only-binary :all: --emit-build-options --custom-compile-command 'make constraints' "$@"
}

find_wheels() {
  local version platform
  for version in "$OLDEST" "$NEWEST"; do
    for platform in "${PLATFORMS[@]}"; do
      "$scratch/venv/bin/uv" pip compile -q --no-deps --only-binary :all: --python-version "$version" \
        --python-platform "$platform" requirements/extras.txt --output-file "$scratch/found.txt" || {
        printf 'A package above has no wheel for Python %s on %s: pin an earlier one in pyproject.toml.\n' \
          "$version" "$platform" >&2
        exit 1
      }
    done
  done
}

main "$@"
