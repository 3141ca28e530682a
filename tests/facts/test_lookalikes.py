"""Letters of two scripts in a word, signs that turn words round, addresses that mislead."""

import pytest

from exporter.facts.lookalikes import address_fault, host_fault, letter_fault, turning_fault


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Аpple", "Аpple", "write 'Apple'"),
        ("shares of Miсrosoft rose", "Miсrosoft", "write 'Microsoft'"),
        ("СІСС research", "СІСС", "write 'CICC'"),  # every letter of it is Cyrillic
        ("Αpple", "Αpple", "write 'Apple'"),
        ("οffice", "οffice", "write 'office'"),
        ("Гaзпром", "Гaзпром", "write it in letters of one script"),
    ],
)
def test_a_word_of_two_scripts_is_told(text: str, word: str, right: str) -> None:
    fault = letter_fault(text)
    assert fault is not None
    assert f"among Latin letters, in “{word}”" in fault.wrong
    assert fault.right == f"{right}, or list the word under `names` in report.yaml"
    assert letter_fault(text, [word]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Apple",
        "МОСКВА",
        "Газпром Research",
        "μTorrent",
        "TGFβ",
        "5 kΩ",
        "IT-компания",
        "H₂O",
        "阿里AI",
        "ΑΒΓ plc",
        "",
    ],
)
def test_a_word_that_nobody_mistakes_is_not(text: str) -> None:
    assert letter_fault(text) is None


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_signs_that_turn_words_round(sign: str) -> None:
    fault = turning_fault(f"a{sign}b")
    assert fault is not None
    assert f"U+{ord(sign):04X} " in fault.wrong
    assert turning_fault("ab שלום") is None


@pytest.mark.parametrize(
    ("url", "wrong", "right"),
    [
        ("https://аpple.com/a", "“а” U+0430 CYRILLIC SMALL LETTER A in its host", "write 'apple.com', or 'xn--pple-43d.com'"),
        ("https://аррӏе.com", "in its host", "write 'apple.com'"),
        ("https://ｅxample.com", "a browser takes for 'example.com'", "write that"),
        ("https://example。com/x", "a browser takes for 'example.com'", "write that"),
        ("https://exam\u200bple.com", "U+200B ZERO WIDTH SPACE, which nobody sees", "delete it"),
        ("https://a.com/\u202egnp", "U+202E RIGHT-TO-LEFT OVERRIDE", "delete it"),
        ("https://bank.com@evil.com/", "has 'bank.com' before its host, which is 'evil.com'", "leave it out"),
        ("https://[::1", "is no address", "copy it"),
        ("https:///x", "names no host", "copy it"),
        ("https://a.com:99999/", "is no address", "copy it"),
    ],
)  # fmt: skip
def test_an_address_that_misleads(url: str, wrong: str, right: str) -> None:
    fault = address_fault(url)
    assert fault is not None
    assert wrong in fault.wrong
    assert right in fault.right


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a?b=c#d",
        "https://EXAMPLE.com",
        "https://пример.рф/страница",
        "https://中文.com/页",
        "https://bücher.de:8080/",
        "https://xn--pple-43d.com",
        "https://zh.wikipedia.org/wiki/AI与Тест",
        "http://[::1]:8000/",
    ],
)
def test_an_address_that_does_not(url: str) -> None:
    assert address_fault(url) is None


def test_a_server_has_a_host_like_any() -> None:
    assert host_fault("smtp.example.com") is None
    assert host_fault("smtp.exаmple.com") is not None
