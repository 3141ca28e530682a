"""One spelling for characters that mean the same, letter for letter."""

import re

from hypothesis import given
from hypothesis import strategies as st

from exporter.facts.folding import fold, lower


@given(st.text(st.sampled_from("aA１，0\u00a0万萬億–’\tÉİß１２３")))
def test_folding_and_lowering_keep_lengths_and_are_done_once(text: str) -> None:
    folded = lower(fold(text))
    assert len(folded) == len(text)
    assert lower(fold(folded)) == folded
    assert not re.search("[A-Z１萬億–’\t\u00a0]", folded)


def test_traditional_and_full_width_forms_are_one() -> None:
    assert fold("約１．２億港元，僱員") == "约1.2亿港元，雇员"
