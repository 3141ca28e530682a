"""Files that are endless to a reader: each is refused in sentences; `make soak` tries all of them.

What each takes is measured by `python -m benchmarks.hostile`, and told in docs/security.md.
"""

from pathlib import Path

import pytest

from exporter import check
from tests.hostile_files import HOSTILE, make_hostile

SAMPLE = (
    "Parquet: a broken footer",
    "CSV: a quotation mark that never closes, 30 MB",
    "CSV: NUL, 30 MB",
    "CSV: sparse, larger than is read",
    "YAML: 1,000,000 brackets in one another",
    "YAML: names for lists of names, nine levels",
    "YAML: 30 MB of tabs",
    "YAML: sparse, larger than is read",
    "facts: an exponent of 1,000,000 digits",
    "facts: a unit of 3,000 words",
    "facts: a quote of 15,000 figures",
    "facts: a translation of 9,000 quarters",
    "text: one figure of 1,000,000 digits",
    "text: 1,000,000 accents on one letter",
    "query: texts of 9 MB in 10,000 rows, SQLite",
)


def test_the_sample_is_of_files_that_there_are() -> None:
    assert set(SAMPLE) <= HOSTILE.keys()
    assert {HOSTILE[name].command for name in SAMPLE} == {"check"}


@pytest.mark.parametrize("name", SAMPLE)
def test_what_is_endless_is_refused(name: str, tmp_path: Path) -> None:
    _, place = make_hostile(name, tmp_path)
    problems = check(place).problems
    assert problems
    assert max(len(str(problem)) for problem in problems) < 2_000
