"""Characters that no text may hold are named, with what was meant where that is known."""

import pytest

from exporter.facts.characters import refused_character


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("a\x00", "holds a control character (U+0000)", "delete it"),
        ("a\r\n", "holds a control character (U+000D)", "delete it"),
        ("a\x7f", "holds a control character (U+007F)", "delete it"),
        ("It\x92s", "(U+0092)", "write “’” U+2019 RIGHT SINGLE QUOTATION MARK, or delete it"),
        ("a\x81", "(U+0081)", "delete it"),
        ("a\ufdd0", "holds U+FDD0, which is no character", "delete it"),
        ("a\U0010ffff", "holds U+10FFFF, which is no character", "delete it"),
    ],
)
def test_what_no_text_may_hold(text: str, wrong: str, right: str) -> None:
    fault = refused_character(text)
    assert fault is not None
    assert wrong in fault.wrong
    assert fault.right == right


@pytest.mark.parametrize(
    "text", ["", "a\tb\nc", "é’", "俾", "\ufffd", "\U00010000", "\u2028\u202e\ue000"]
)
def test_what_a_text_may_hold(text: str) -> None:
    assert refused_character(text) is None
