"""docs/reference.md says what the models do: `make reference` renews it."""

import os

from exporter.facts.words import Qualifier, Status
from exporter.limits import READING
from exporter.proof.pdf.seen import LEAST_CONTRAST, LEAST_SIZE
from exporter.report.schemas.files import KINDS, schema_of
from exporter.report.schemas.told import TOLD
from exporter.writers.pdf import confined, own_template
from scripts import template_reference
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


def test_what_templates_are_given_is_told_and_no_more() -> None:
    assert tuple(template_reference.GIVEN) == own_template.GIVEN
    for kind, told in template_reference.TOLD.items():
        assert list(told) == list(template_reference.fields_of(kind)), kind.__name__
    page = template_reference.PAGE.read_text("utf-8")
    assert page.endswith(template_reference.template_reference()), "run `make reference`"
    assert all(f"`{name}`" in page for name in own_template.SHIPPED)
    for told in (
        f"{own_template.MOST_SECONDS} seconds", f"{confined.MOST_SECONDS} for all",
        f"{confined.MOST_MEMORY // 10**9} GB", f"{own_template.LONGEST:,} characters",
        f"{READING.template_bytes // 1000} kB", f"{LEAST_SIZE:g} points", f"{LEAST_CONTRAST}:1",
    ):  # fmt: skip
        assert told in page
