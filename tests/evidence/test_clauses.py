"""What is left out when clauses are compared."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from exporter.evidence.clauses import _SPACES, normalised_clauses, words_of_clauses


def test_white_space_is_what_re_calls_so() -> None:
    assert set(_SPACES) == {chr(code) for code in range(0x110000) if re.match(r"\s", chr(code))}


_PIECES = st.sampled_from(
    [
        *" 。，、；！…,.:-–—“”'*#|\n\u00a0\u3000\u200b\u00a8²½1234",
        "服务",
        "ABC",
        "ﬁ",
        "１",
        "e\u0301",
        "GPT-3.5",
    ]
)


@example("´")
@given(st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=15).map("".join)))
def test_words_of_clauses_are_those_of_the_clauses_with_their_places(text: str) -> None:
    assert words_of_clauses(text) == [words for _, _, words in normalised_clauses(text)]
