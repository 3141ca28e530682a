"""docs/reference.md says what the models do: `make reference` renews it."""

import os

from exporter.facts.words import Qualifier, Status
from exporter.report.schemas.files import KINDS, schema_of
from exporter.report.schemas.told import TOLD
from scripts.reference import PAGE, main, reference


def test_the_page_is_that_of_the_models() -> None:
    if os.environ.get("UPDATE_GOLDEN") == "1":
        main()
    assert PAGE.read_text("utf-8") == reference(), "run `make reference`, and read the diff"


def test_the_page_has_every_key_with_its_sentence() -> None:
    rows = reference().splitlines()
    untold = [
        key
        for keys in TOLD.values()
        for key, told in keys.items()
        if not any(row.startswith(f"| `{key}` |") and f"| {told.what}" in row for row in rows)
    ]
    assert untold == []


def test_the_page_has_every_word_of_a_fact() -> None:
    page = reference()
    assert all(f"| `{word}` |" in page for word in (*Qualifier, *Status))


def test_what_is_needed_is_what_the_schemas_need() -> None:
    needed = {
        key
        for kind in KINDS
        if kind != "facts"
        for part in schema_of(kind)["definitions"].values()
        for key in part.get("required", ())
    }
    rows = [line for line in reference().splitlines() if " | yes | " in line]
    assert needed <= {line.split("`")[1] for line in rows}
