"""Drafts of a source as a whole: each fact once, told apart, in letters that can be written."""

from dataclasses import replace

import pytest

from exporter.drafting.finished import ALIKE, LETTERS, finished
from exporter.drafting.model import Draft
from exporter.facts.unit_names import find_unit
from exporter.facts.words import Qualifier, Status

PERCENT, EUR = find_unit("%"), find_unit("EUR million")
REVENUE = Draft(
    "", "Dock", "Revenue", "186.2", "", EUR, Qualifier.EXACT, "2026-Q3", Status.ACHIEVED, "",
    "Revenue was €186.2 million", 0,
)  # fmt: skip


def test_what_is_said_twice_is_one_fact() -> None:
    again = replace(REVENUE, quote="Revenue 186.2 163.3", start=90, doubts=("in a table",))
    assert finished([REVENUE, again]) == [REVENUE]


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        ({"value": "163.3"}, True),
        ({"value": "163.3", "period": "2025-Q3"}, False),
        ({"value": "0.1862", "unit": find_unit("EUR billion")}, False),  # as `check` compares them
        ({"value": "0.1863", "unit": find_unit("EUR billion")}, True),
        ({"value": "163.3", "metric": "revenue"}, True),
        ({"value": "163.3", "metric": "Adjusted revenue"}, False),
        ({"value": "14", "unit": PERCENT}, False),
        ({"value": "190", "status": Status.GUIDANCE}, False),
        ({"value": "163.3", "entity": "Yard"}, False),
        ({"high": "190"}, True),
        ({"value": "163.3", "attribution": "Analysts"}, True),  # and the source itself
    ],
)
def test_two_values_of_one_name_are_in_doubt(other: dict[str, object], is_alike: bool) -> None:
    told = finished([REVENUE, replace(REVENUE, quote="another", start=90, **other)])
    assert [draft.seen == (ALIKE,) for draft in told] == [is_alike, is_alike]
    assert {draft.review for draft in told} == {"new"}  # `review` sees it for itself


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ({"attribution": "Seaford"}, {"attribution": "the Institute"}, False),
        ({"attribution": "Seaford"}, {"attribution": "Seaford"}, True),
        ({"qualifier": Qualifier.AT_LEAST}, {"qualifier": Qualifier.UP_TO}, False),
        ({"qualifier": Qualifier.AT_LEAST}, {"qualifier": Qualifier.OVER}, True),
    ],
)
def test_two_speakers_and_the_ends_of_a_range_are_apart(
    one: dict[str, object], other: dict[str, object], is_alike: bool
) -> None:
    told = finished([replace(REVENUE, **one), replace(REVENUE, value="190", start=90, **other)])
    assert [bool(draft.seen) for draft in told] == [is_alike, is_alike]


def test_marks_of_lost_letters_are_not_written() -> None:
    broken = replace(REVENUE, metric="\ufffdrst pro\ufffdt", attribution="\ufffd")
    (told,) = finished([broken])
    assert (told.metric, told.attribution, told.doubts) == ("rst prot", "", (LETTERS,))
    assert told.quote == broken.quote
