"""What is left out when clauses are compared."""

import re

from exporter.evidence.clauses import _SPACES


def test_white_space_is_what_re_calls_so() -> None:
    assert set(_SPACES) == {chr(code) for code in range(0x110000) if re.match(r"\s", chr(code))}
