"""A hint tells in which texts a pattern need not be tried: it must match wherever the pattern does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.evidence.clauses import _SPACES
from exporter.evidence.reading import (
    chinese,
    date_patterns,
    english,
    expressions,
    malformed,
    masks,
    negation,
    rates,
    signs,
)
from exporter.evidence.reading.folding import fold, lower
from exporter.evidence.reading.hints import Alternation, Hint, Hinted, held_by, hint

# For patterns that no other test has a text for.
FURTHER = ("call +86 138 0013 8000", "it runs once a day")
PIECES = st.sampled_from(
    [
        *"0123456789一二三四五六七八九十百千万亿两几数半第首翻倍成分季年月日号角版本双",
        *"-/.,:()+*# 、至和，%@",
        "2023", "Q3", "q1", "1h23", "Sep", "sep", "fy24", "half", "quarter", "third",
        "ths", "in", "of", "and", "to", "a", "one", "two", "hundred", "million", "doubled",
        "fold", "twice", "number", "first", "few", "dozens", "GPT", "Figure", "v2",
        "iPhone", "www.", "http://a", "5G", "9pm", "point", "-in-", "daily", "per", "year",
        "代码", "618", "世界", "千问", "分之", "下降", "loss", "not", "没有",
    ]
)  # fmt: skip


def texts() -> list[str]:
    """Every string of the tests beside this one, folded, as it is and in small letters."""
    found = {
        fold(node.value)
        for path in Path(__file__).parents[1].rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return sorted(found | set(map(lower, found)))


def pairs() -> Iterator[tuple[tuple[Hint, ...], re.Pattern[str]]]:
    """Patterns, each with the hints of which one must be in every text in which it matches."""
    for needed, pattern in date_patterns.PATTERNS.rows:
        yield (needed,), pattern
    for needed, rule in expressions._RULES.rows:
        yield (needed,), rule.pattern
    for alternation in (masks._ADDRESSES, *masks._NAMES, malformed._WRONG):
        for needed, words in alternation.rows:
            yield (needed,), re.compile(words)
    yield (expressions._ROW_HINT,), expressions._ROW
    yield (expressions._ACCOUNTS_HINT,), expressions._ACCOUNTS
    yield (english.VAGUE_HINT,), english._VAGUE
    yield (english.WORDED_HINT,), english._WORDED
    yield (english.WORDED_HINT,), english._SINGLE
    yield (english.SCALED_HINT,), english._SCALED
    yield (chinese.INDEFINITE_HINT,), chinese._INDEFINITE
    yield (chinese.INDEFINITE_HINT,), chinese._BASED_PAIR
    yield (chinese.DEFINITE_HINT,), re.compile(chinese._DIGIT + "|[0-9十百千万亿]")
    yield rates._HINTS, rates._BEFORE
    yield rates._HINTS, rates._AFTER
    yield (signs._WORTH_TRYING,), signs._HINT
    yield (negation._WORTH_TRYING,), negation._HINT_ANYWHERE


def is_worth_trying(hints: tuple[Hint, ...], text: str) -> bool:
    return any(one.is_in(text, held_by(text)) for one in hints)


PAIRS = list(pairs())


TEXTS = texts()


@pytest.mark.parametrize("at", range(len(PAIRS)))
def test_a_hint_matches_wherever_its_pattern_does(at: int) -> None:
    hints, pattern = PAIRS[at]
    matching = [text for text in TEXTS if pattern.search(text)]
    assert matching, f"no case has a text for {pattern.pattern}"
    # With little around a match: what lies further off must not be needed.
    parts = [
        text[max(0, match.start() - 8) : match.end() + 24]
        for text in matching
        for match in pattern.finditer(text)
    ]
    assert [
        text
        for text in (*matching, *parts)
        if pattern.search(text) and not is_worth_trying(hints, text)
    ] == []


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_no_hint_hides_a_match_in_any_text(text: str) -> None:
    hidden = [
        pattern.pattern
        for hints, pattern in PAIRS
        if pattern.search(text) and not is_worth_trying(hints, text)
    ]
    assert hidden == []


def test_a_hint_needs_one_of_each_set_and_one_of_the_words() -> None:
    given_hint = hint("年", "-/", "0", words="19|20")
    assert given_hint.is_in("2021-22年", held_by("2021-22年"))
    for text in ("2021-22", "2021年", "21-22年", "-年"):
        assert not given_hint.is_in(text, held_by(text))


def test_things_come_in_their_order_and_only_where_they_may_match() -> None:
    hinted = Hinted(
        [(hint("年"), 1), (hint("a", words="year"), 2), (hint("0"), 3), (hint("年"), 4)]
    )
    assert hinted.worth_trying("year 1年", held_by("year 1年")) == [1, 2, 3, 4]
    assert hinted.worth_trying("yeah 年", held_by("yeah 年")) == [1, 4]


def test_an_alternation_finds_the_same_with_what_cannot_match_left_out() -> None:
    rows = ((hint("0", "万"), "[0-9]+万"), (hint("0"), "[0-9]+"), (hint("一"), "一"))
    alternation, whole = Alternation(".", rows), re.compile("[0-9]+万|[0-9]+|一")
    for text in ("12万和3", "12和3", "一", "十") * 100:
        found = [match.span() for match in alternation.finditer(text, held_by(text))]
        assert found == [match.span() for match in whole.finditer(text)]


@pytest.mark.parametrize("alternation", [masks._ADDRESSES, *masks._NAMES, malformed._WRONG])
def test_a_pattern_begins_as_is_said(alternation: Alternation) -> None:
    for _, pattern in alternation.rows:
        begun = [match[0] for text in TEXTS for match in re.finditer(pattern, text)]
        assert begun, f"no case has a text for {pattern}"
        assert [words for words in begun if not re.match(alternation.first, words)] == []


@given(st.text(st.sampled_from("aA１，0\u00a0万萬億–’\tÉİß１２３")))
def test_folding_and_lowering_keep_lengths_and_are_done_once(text: str) -> None:
    folded = lower(fold(text))
    assert len(folded) == len(text)
    assert lower(fold(folded)) == folded
    assert not re.search("[A-Z１萬億–’\t\u00a0]", folded)


def test_white_space_is_what_re_calls_so() -> None:
    assert set(_SPACES) == {chr(code) for code in range(0x110000) if re.match(r"\s", chr(code))}
