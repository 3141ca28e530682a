"""A hint tells in which texts a pattern need not be tried: it must match wherever the pattern does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.evidence.clauses import _SPACES
from exporter.evidence.reading import date_patterns, expressions, lookalikes, malformed
from exporter.evidence.reading.folding import fold, lower

# For patterns that no other test has a text for.
FURTHER = ("call +86 138 0013 8000", "it runs once a day")


def texts() -> list[str]:
    """Every string of the tests beside this one, folded, in small letters, as the patterns see it."""
    found = {
        lower(fold(node.value))
        for path in Path(__file__).parents[1].rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return sorted(found)


def pairs() -> Iterator[tuple[re.Pattern[str], re.Pattern[str]]]:
    for kind in (date_patterns.CHINESE, date_patterns.NUMERIC, date_patterns.ENGLISH):
        for hint, patterns in kind:
            yield from ((hint, pattern) for pattern in patterns)
    for rules in (expressions._CHINESE, expressions._ENGLISH):
        for rule in rules:
            yield rule.hint, rule.pattern


PAIRS = list(pairs())


TEXTS = texts()


@pytest.mark.parametrize("at", range(len(PAIRS)))
def test_a_hint_matches_wherever_its_pattern_does(at: int) -> None:
    hint, pattern = PAIRS[at]
    matching = [text for text in TEXTS if pattern.search(text)]
    assert matching, f"no case has a text for {pattern.pattern}"
    # With little around a match: what lies further off must not be needed.
    parts = [
        text[max(0, match.start() - 8) : match.end() + 24]
        for text in matching
        for match in pattern.finditer(text)
    ]
    assert [
        text for text in (*matching, *parts) if pattern.search(text) and not hint.search(text)
    ] == []


@pytest.mark.parametrize(
    ("pattern", "first"),
    [
        *((pattern, lookalikes.TO_DIGITS_FIRST) for pattern in lookalikes.TO_DIGITS),
        (lookalikes.CHINESE_WORDS, lookalikes.CHINESE_FIRST),
        (malformed._FROM_DIGITS, "[0-9(]"),
    ],
)
def test_a_pattern_begins_as_is_said(pattern: str, first: str) -> None:
    begun = [match[0] for text in TEXTS for match in re.finditer(pattern, text, re.IGNORECASE)]
    assert begun, f"no case has a text for {pattern}"
    assert [words for words in begun if not re.match(first, words, re.IGNORECASE)] == []


@given(st.text(st.sampled_from("aA１，0\u00a0万萬億–’\tÉİß１２３")))
def test_folding_and_lowering_keep_lengths_and_are_done_once(text: str) -> None:
    folded = lower(fold(text))
    assert len(folded) == len(text)
    assert lower(fold(folded)) == folded
    assert not re.search("[A-Z１萬億–’\t\u00a0]", folded)


def test_white_space_is_what_re_calls_so() -> None:
    assert set(_SPACES) == {chr(code) for code in range(0x110000) if re.match(r"\s", chr(code))}
