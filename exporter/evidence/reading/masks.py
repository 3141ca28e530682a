"""What looks like a figure and is none is made blank before figures are read."""

import re

from exporter.evidence.reading import lookalikes
from exporter.evidence.reading.dates import find_dates
from exporter.evidence.reading.folding import lower
from exporter.evidence.reading.malformed import find_malformed

# Matched by nothing else; blanking keeps lengths, so that offsets hold.
BLANK = "\x00"


def blank(text: str, start: int, end: int) -> str:
    """`text` with `start` to `end` made blank."""
    return f"{text[:start]}{BLANK * (end - start)}{text[end:]}"


def mask(folded: str) -> str:
    """`folded`, in small letters, with everything blank that is no figure."""
    text = folded
    has_digits, has_latin = _DIGIT.search(text), _LATIN.search(text)
    if has_latin:
        text = _blank_all(text, _ADDRESSES)
    # Dates before names: "Sep 2023" would be a product's name with its version.
    for date in find_dates(lower(text)):
        text = blank(text, date.start, date.end)
    for start, end in find_malformed(text):
        text = blank(text, start, end)
    if has_digits:
        text = _blank_all(_blank_all(text, _TO_DIGITS), _FROM_DIGITS)
    if has_digits and has_latin:
        text = _blank_all(_blank_all(text, _LATIN_TO_DIGITS), _LATIN_FROM_DIGITS)
    if has_latin:
        text = _blank_all(text, _IN_LATIN)
    if _HAN_NUMERAL.search(text):
        text = _blank_all(text, _CHINESE_WORDS)
    return lower(text)


def _blank_all(text: str, pattern: re.Pattern[str]) -> str:
    for match in pattern.finditer(text):
        text = blank(text, *match.span())
    return text


def _compiled(patterns: tuple[str, ...], first: str) -> re.Pattern[str]:
    """One pattern for all `patterns`, which is tried only where one of them can begin."""
    either = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(f"(?={first})(?:{either})")


_DIGIT = re.compile("[0-9]")
_LATIN = re.compile("[A-Za-z]")
_HAN_NUMERAL = re.compile("[零一二三四五六七八九十百千万亿两几数半单双]")
_ADDRESSES = _compiled(lookalikes.ADDRESSES, "[A-Za-z0-9_.+-]")
_FROM_DIGITS = _compiled(lookalikes.FROM_DIGITS, "[0-9]")
_TO_DIGITS = _compiled(lookalikes.TO_DIGITS, lookalikes.TO_DIGITS_FIRST)
_LATIN_FROM_DIGITS = _compiled(lookalikes.LATIN_FROM_DIGITS, "[0-9]")
_LATIN_TO_DIGITS = _compiled(lookalikes.LATIN_TO_DIGITS, "[A-Za-z]")
_IN_LATIN = _compiled(lookalikes.IN_LATIN, "[A-Za-z]")
_CHINESE_WORDS = _compiled((lookalikes.CHINESE_WORDS,), lookalikes.CHINESE_FIRST)
