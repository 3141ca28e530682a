"""Many texts that differ in their digits alone are read by their shape as one by one."""

import pytest

from tests.evidence.reading.test_shapes import SENTENCES, read_by_shape


@pytest.mark.parametrize("sentence", SENTENCES)
def test_other_digits_are_read_by_shape_as_they_stand(sentence: str) -> None:
    by_shape = read_by_shape(sentence, 600)
    assert by_shape > 60 or "小时25" in sentence or "A100" in sentence
