"""What looks like a figure and is none is made blank before figures are read."""

from exporter.evidence.reading import lookalikes
from exporter.evidence.reading.dates import find_dates
from exporter.evidence.reading.folding import lower
from exporter.evidence.reading.hints import Alternation
from exporter.evidence.reading.malformed import find_malformed

# Matched by nothing else; blanking keeps lengths, so that offsets hold.
BLANK = "\x00"


def blank(text: str, start: int, end: int) -> str:
    """`text` with `start` to `end` made blank."""
    return f"{text[:start]}{BLANK * (end - start)}{text[end:]}"


def mask(folded: str, held: int) -> str:
    """`folded`, in small letters, with everything blank that is no figure.

    Args:
        folded: A folded text.
        held: What it holds (`hints`).
    """
    text = _blank_all(folded, _ADDRESSES, held)
    # Dates before names: "Sep 2023" would be a product's name with its version.
    for date in find_dates(lower(text), held):
        text = blank(text, date.start, date.end)
    for start, end in find_malformed(text, held):
        text = blank(text, start, end)
    for names in _NAMES:
        text = _blank_all(text, names, held)
    return lower(text)


def _blank_all(text: str, alternation: Alternation, held: int) -> str:
    for match in alternation.finditer(text, held):
        text = blank(text, *match.span())
    return text


_ADDRESSES = Alternation("[A-Za-z0-9_.+-]", lookalikes.ADDRESSES)
# The order matters: what is blank is seen no more.
_NAMES = (
    Alternation(lookalikes.TO_DIGITS_FIRST, lookalikes.TO_DIGITS),
    Alternation("[0-9]", lookalikes.FROM_DIGITS),
    Alternation("[A-Za-z]", lookalikes.LATIN_TO_DIGITS),
    Alternation("[0-9]", lookalikes.LATIN_FROM_DIGITS),
    Alternation("[A-Za-z]", lookalikes.IN_LATIN),
    Alternation(lookalikes.CHINESE_FIRST, lookalikes.CHINESE_WORDS),
)
