"""Figures of which a sentence says that somebody doubts them."""

import pytest

from exporter.drafting.doubted import is_doubted
from exporter.drafting.figures.stated import stated_in
from tests.drafting.any_source import sentence_of, setting_of

_DOUBTED = [
    "Quill thinks that a yield of more than 9% cannot be sustained.",
    "A yield of 9% will not last, said Quill.",
    "Growth above 20% looks wholly unrealistic, it said.",
    "Quill doubts that sales of €5 billion can be reached.",
    "Nobody believes that prices rise by 6%.",
    "Quill is sceptical about the goal of 80 kiosks.",
    "The plan to open 80 kiosks is unlikely to be met.",
    "分析师认为，超过20%的增速不可持续。",
    "年内开店80家难以实现。",
    "投资者怀疑收入能否达到50亿元。",
]
_UNDOUBTED = [
    "Quill thinks that a yield of 9% can last.",
    "A charge of £6m did not last year recur, and £9m was paid.",
    "The offer of £6m will not be withdrawn.",
    "Quill has no doubt that sales of €5 billion can be reached.",
    "Acme cannot raise prices by more than 4% a year.",
    "Acme cut 60 jobs, and the strike could not last.",
    "Acme does not pay a fee of £6m.",
    "公司认为20%的增速可以持续。",
    "毋庸置疑，收入将达50亿元。",
    "开店80家，工期不会延长。",
]


def _told(text: str) -> list[bool]:
    sentence = sentence_of(text)
    return [is_doubted(one, sentence) for one in stated_in(sentence, setting_of(text))]


@pytest.mark.parametrize("text", _DOUBTED)
def test_what_somebody_doubts(text: str) -> None:
    assert _told(text) == [True]


@pytest.mark.parametrize("text", _UNDOUBTED)
def test_what_nobody_does(text: str) -> None:
    told = _told(text)
    assert told
    assert not any(told)
