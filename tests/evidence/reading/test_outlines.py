"""Texts that are cut by their outlines are cut as each of them is by itself."""

import random

import pyarrow as pa
import pytest

from exporter.evidence.clauses import words_of_clauses
from exporter.evidence.reading.hidden_digits import RUN
from exporter.evidence.reading.outlines import MOST_RUNS, NO_RUN, Outlines
from exporter.evidence.reading.shapes import part
from tests.evidence.reading.test_shapes import SENTENCES, other_digits


@pytest.mark.parametrize("sentence", SENTENCES)
def test_runs_and_patterns_are_those_of_each_text_alone(sentence: str) -> None:
    chance = random.Random(sentence)  # noqa: S311 - no secret
    known, patterns_of = Outlines(), {}
    for _ in range(3):
        texts = [other_digits(sentence, chance) for _ in range(100)] * 2
        cut = known.cut(pa.array(["3", *texts]).slice(1))
        for text, at, values, patterns in zip(
            texts, cut.of_text.tolist(), cut.values.tolist(), cut.patterns.tolist(), strict=True
        ):
            words, said = part(text) or pytest.fail(text)
            if len(said) > MOST_RUNS or any(len(run) > 15 for run in said):
                continue
            outline = cut.outlines[at]
            found = [run.of(value) for run, value in zip(outline.runs, values, strict=False)]
            assert (at >= 0, found) == (True, said)
            like = outline.number, *(pattern for pattern in patterns if pattern != NO_RUN)
            expected = [table[run] for table, run in zip(words.tables, said, strict=True)]
            assert patterns_of.setdefault(like, expected) == expected, text
            if outline.clauses is not None:
                small = text.casefold()
                clauses = [small[start:end] for start, end in outline.clauses]
                assert clauses == words_of_clauses(text)
    assert patterns_of or len(RUN.findall(sentence)) > MOST_RUNS


def test_texts_side_by_side_in_memory_are_not_taken_for_one() -> None:
    texts = ["35 of K", "2021 to 20", "21-05 and B", "1,234 in 2021-05", "1,234 in 1998-05"] * 3
    cut = Outlines().cut(pa.array(texts))
    for text, at, values in zip(texts, cut.of_text.tolist(), cut.values.tolist(), strict=True):
        runs = [run.of(value) for run, value in zip(cut.outlines[at].runs, values, strict=False)]
        assert runs == part(text)[1]  # type: ignore[index]


def test_a_text_alone_and_long_numbers_are_not_cut() -> None:
    texts = ["35 of 40", "12345678901234567 of 40", "12345678901234568 of 40", "no digits"]
    assert Outlines().cut(pa.array(texts)).of_text.tolist() == [-1] * 4
