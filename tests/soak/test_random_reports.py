"""Two thousand whole reports of random texts and values: each is built and proved, or refused."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from tests.random_reports import REPORTS, build_or_refuse
from tests.test_awkward_texts import AWKWARD, FIELDS, TEXTS, is_held

_REPORTS = 2_000


@settings(max_examples=_REPORTS, suppress_health_check=list(HealthCheck))
@given(REPORTS)
def test_random_reports_are_built_and_proved_or_refused(report: dict[str, Any]) -> None:
    assert build_or_refuse(report)


def test_every_awkward_text_passes_in_every_field() -> None:
    report = {"values": {}, "evidence": "optional", "languages": ["en"]}
    for awkward in AWKWARD:
        texts = {name: f"{TEXTS[name]} {awkward}" for name in FIELDS if is_held(name, awkward)}
        assert build_or_refuse({**report, "texts": texts}) == "built", awkward
