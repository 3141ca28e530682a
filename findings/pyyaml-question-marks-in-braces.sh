#!/usr/bin/env bash
# PyYAML 6.0.3 has two readers that disagree on valid YAML: within braces or brackets a plain text that ends in a question
# mark (`{note: is it so?}`) is a ParserError for SafeLoader, pure Python and what yaml.safe_load takes, while CSafeLoader of
# the same package reads it, and so does ruamel.yaml 0.19.1, pure or not. YAML 1.2.2, rules 126 and 130, let `?` only
# not begin such a text, before a space. A file that one colleague's program wrote is refused by another's. Before a comma it
# is the same, at the end of a line of a block (`note: is it so?`) both read it, and so they do where it is quoted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pyyaml==6.0.3 ruamel.yaml==0.19.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys

import yaml
from ruamel.yaml import YAML

texts = {"in braces": "{note: is it so?}", "in brackets": "[is it so?]", "before a comma": "{note: is it so?, id: a}",
         "in a block": "note: is it so?", "quoted": "{note: 'is it so?'}"}
readers = {
    "SafeLoader": lambda text: yaml.load(text, yaml.SafeLoader),
    "CSafeLoader": lambda text: yaml.load(text, yaml.CSafeLoader),
    "ruamel.yaml": lambda text: YAML(typ="safe", pure=True).load(text),
}
refused = set()
for place, text in texts.items():
    for name, read in readers.items():
        try:
            print(f"{place}: {name} reads {read(text)!r}")
        except yaml.YAMLError as error:
            refused.add((place, name))
            print(f"{place}: {name} refuses it: {type(error).__name__}, {error.problem}")
expected = {(place, "SafeLoader") for place in ("in braces", "in brackets", "before a comma")}
sys.exit(refused != expected)
PYTHON
