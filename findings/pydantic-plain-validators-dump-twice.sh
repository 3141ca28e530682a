#!/usr/bin/env bash
# pydantic 2.14 warns of a value that is right where its field has a PlainValidator and the model is dumped as JSON: what the
# field's own serializer has made (of a tuple a list) is given to the serializer of the annotated type once more, which finds
# no tuple and says "serialized value may not be as expected". Dumped as Python, or with a BeforeValidator, nothing is told.
# Seen with pydantic 2.14.3.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pydantic==2.14.3
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import warnings
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, PlainValidator


class Plain(BaseModel):
    names: Annotated[tuple[str, ...], PlainValidator(tuple)]


class Before(BaseModel):
    names: Annotated[tuple[str, ...], BeforeValidator(tuple)]


told = {}
for model in (Plain, Before):
    for mode in ("python", "json"):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            dumped = model(names=["harbour", "quay"]).model_dump(mode=mode)
        told[model.__name__, mode] = len(caught)
        print(f"{model.__name__}, {mode}: {dumped}, {len(caught)} warnings")
        for each in caught:
            print(f"    {str(each.message).splitlines()[1].strip()[:110]}")
seen = {("Plain", "python"): 0, ("Plain", "json"): 1, ("Before", "python"): 0, ("Before", "json"): 0}
sys.exit(told != seen)
PYTHON
