"""One small report for all tests of the trace."""

from pathlib import Path

import pytest

from exporter.editions.trace.judged import Judge
from tests.editions.trace.traced_models import judge_of, write_report


@pytest.fixture(scope="session")
def traced_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(tmp_path_factory.mktemp("trace") / "nordwind")


@pytest.fixture(scope="session")
def judge(traced_report: Path) -> Judge:
    return judge_of(traced_report)
