"""What holds for any text, and numbers that come back as they were written."""

import sys
from fractions import Fraction
from itertools import pairwise
from time import process_time

import cn2an
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exporter.evidence.reading import read_dates, read_figures
from exporter.facts.words import Qualifier
from tests.examples import examples

_PIECES = st.sampled_from(
    [
        *"0123456789一二三四五六七八九十百千万亿两几数半多余约近超第首翻倍成分",
        *"之点年月日个家名次元",
        *"%‰-~至到和及、，。,.()（）$¥£+/ ", "million", "billion", "half", "a", "third", "twice", "few",
        "between", "and", "to", "from", "RMB", "US$", "bn", "m", "k", "x", "times", "percent", "pp",
        "小时", "2023", "GPT-3.5", "每天", "下降", "亏损", "美元", "人民币", "Q3", "Sep", "H1", "in",
    ]
)  # fmt: skip
_NEAR_FIGURES = st.lists(_PIECES, max_size=25).map("".join)
_SPACED = st.lists(_PIECES, max_size=15).map(" ".join)


@settings(max_examples=examples(600), deadline=None)
@given(st.one_of(st.text(max_size=60), _NEAR_FIGURES, _SPACED))
@example("亿" * 3000)
@example("一" * 6000)
@example("9" * 6000)
@example("1,000" * 2000)
@example("九分之" * 500)
@example("a half and " * 500)
@example("A-" * 3000 + "1")
@example("one hundred " * 400)
@example("几" * 2000)
@example("\x00" * 50 + "3亿")
@example("No. " + "9" * 5000)
@example("0分之1")
def test_any_text_is_read_with_offsets_in_order(text: str) -> None:
    figures, dates = read_figures(text), read_dates(text)
    for found in (*figures, *dates):
        assert 0 <= found.start < found.end <= len(text)
    for one, other in pairwise(figures):
        assert one.end <= other.start or (one.start, one.end) == (other.start, other.end)
    for one, other in pairwise(dates):
        assert one.end <= other.start
    for figure in figures:
        assert figure.text == text[figure.start : figure.end]
        assert figure.qualifiers


@given(st.integers(2100, 10**15))
def test_separated_thousands_come_back(number: int) -> None:
    (figure,) = read_figures(f"共{number:,}家")
    assert figure.value == number


@given(st.integers(1, 99_999), st.integers(0, 99), st.sampled_from([("万", 10**4), ("亿", 10**8)]))
def test_magnitudes_are_exact(whole: int, hundredths: int, power: tuple[str, int]) -> None:
    (figure,) = read_figures(f"超过{whole}.{hundredths:02d}{power[0]}元")
    assert figure.value == (whole + Fraction(hundredths, 100)) * power[1]
    assert figure.qualifiers == {Qualifier.OVER}


@given(st.integers(12, 10**12 - 1))
def test_chinese_numerals_come_back(number: int) -> None:
    (figure,) = read_figures(f"共{cn2an.an2cn(number)}名用户")
    assert figure.value == number


@given(st.integers(1, 9_999), st.sampled_from(["thousand", "million", "billion", "bn"]))
def test_english_magnitudes_come_back(number: int, scale: str) -> None:
    size = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "bn": 10**9}[scale]
    (figure,) = read_figures(f"about {number / 10} {scale} users")
    assert figure.value == Fraction(number, 10) * size


@given(st.integers(-9_999, 9_999))
def test_signed_percentages_come_back(tenths: int) -> None:
    (figure,) = read_figures(f"同比{Fraction(tenths, 10).__float__()}%")
    assert figure.value == Fraction(tenths, 1000)


# What is read by looking on, or back: each could be gone through again from every place.
_REPEATS = (
    "亿", "9", "1,000", "九分之", "a half and ", "A-", "one hundred ", "几", "one thousand and ", "1m-",
    "5 to ", "5、", "12/", "-5", "$5 and ", "by 5% ", "3 users, ", "(5) ", "每5", "2023、", "not 5 ",
    "没有5家", "下降5%", "a million and ", "2小时", "1 2 ", "EPS 3 ", "¥5 ", "loss 5 ", "5个亿", "5 in ",
    "31 Oct ", "+44 20 ", "one point ", "5 目标 ", "5 dollars 5 ", "1-1/2 ", "24/25/", "5、6月",
)  # fmt: skip


def _steps(text: str) -> int:
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        read_figures.__wrapped__(text)
    finally:
        sys.setprofile(None)
    return steps


@pytest.mark.parametrize("piece", _REPEATS)
def test_steps_grow_no_faster_than_the_text(piece: str) -> None:
    times = 400 // len(piece) + 20
    assert _steps(piece * times * 3) < 3.8 * _steps(piece * times) + 1000


@pytest.mark.parametrize("clause", ["一" * 400, "1" * 400, "a " * 300, "每" * 400, "(" * 400])
def test_long_texts_do_not_make_reading_explode(clause: str) -> None:
    began = process_time()
    read_figures(clause * 20)
    # Backtracking that explodes takes minutes; this is generous for a slow machine.
    assert process_time() - began < 5.0
