"""Whole reports of random texts and values: each is built and proved, or refused in words."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from exporter.errors import ContentError, ProofError
from tests.any_report import TEXTS, VALUES, build_and_verify, make_any_report
from tests.test_awkward_texts import AWKWARD

# What pages can print, so that most reports are built; and now and then anything at all.
_LETTERS = st.one_of(
    st.characters(min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=["Cc"]),
    st.characters(min_codepoint=0x370, max_codepoint=0x52F, categories=["L"]),
    st.characters(min_codepoint=0x2000, max_codepoint=0x2BFF),
    st.characters(min_codepoint=0x3000, max_codepoint=0x33FF),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3),
    st.sampled_from("\t\n\u00a0\u00ad\u0301\u0308\u200b\u200d\u202e\u2066\u2069\ufe0e\ufe0f\ufeff"),
    st.sampled_from("<>&\"'`[]{}()=+-@#%_\\/|~:;,.!?*$"),
)
_ANY = st.characters(exclude_categories=["Cs"])
_TEXT = st.one_of(
    *[st.text(_LETTERS, min_size=1, max_size=24)] * 6,
    *[st.sampled_from(AWKWARD)] * 3,
    st.text(_ANY, max_size=8),
)
_FIELDS = st.one_of(
    *(
        st.builds(lambda name, text: (name, text), st.just(name), _TEXT.map(usual.__add__) | _TEXT)
        for name, usual in TEXTS.items()
    )
)
_NUMBERS = st.one_of(
    st.integers(-(10**16), 10**16).map(str),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(str),
    st.floats(width=64).map(repr),
    st.sampled_from(
        ["12500", "-0", "0.10", "1e3", "1E+400", ".5", "0x10", "1_000", "１２", "~", "true", "2025-10-31",
         "2025-Q3", "2025-13", "FY2025", "1850", "9999-12-31", "{en: a, zh: b}", "[1]", "{from: 2, to: 1}", "''"]
    ),
)  # fmt: skip
_WORDS = {
    "value": _NUMBERS,
    "high": st.just("") | _NUMBERS,
    "qualifier": st.sampled_from(["exact", "about", "nearly", "over", "at least", "up to", "order of", "more"]),
    "period": st.sampled_from(
        ["2025", "2025-10", "2025-10-31", "2025-Q3", "2025-H1", "FY2025-Q1", "2014/2022", "2022/2014", "0001", "'x'"]
    ),
    "status": st.sampled_from(["achieved", "planned", "claimed", "guidance", "estimate", "withdrawn", "hoped"]),
}  # fmt: skip
REPORTS = st.fixed_dictionaries(
    {
        "texts": st.lists(_FIELDS, max_size=4).map(dict),
        "values": st.just({}) | st.just({}) | st.fixed_dictionaries({}, optional=_WORDS),
        "evidence": st.sampled_from(["optional", "optional", "optional", "required"]),
        "languages": st.sampled_from([["en"], ["zh"], ["en", "zh"]]),
    }
)
assert set(_WORDS) == set(VALUES)


def build_or_refuse(report: dict[str, Any]) -> str:
    """Build a report of REPORTS: `built`, or the words in which it is refused.

    Raises:
        AssertionError: What was written does not prove, or is not what the manifest says.
    """
    with tempfile.TemporaryDirectory(prefix="report-") as folder:
        path = Path(folder)
        try:
            make_any_report(
                path / "report",
                report["texts"],
                report["values"],
                evidence=report["evidence"],
                languages=report["languages"],
            )
            differences = build_and_verify(path / "report", path / "out", report["languages"])
        except ProofError as error:
            raise AssertionError(f"nobody's fault but ours: {error}") from error
        except ContentError as error:
            return str(error)
        assert differences == []
        return "built"
