"""The part of a text that changed, in whole words: of long texts that begin or end alike."""

import re
from collections.abc import Sequence
from itertools import takewhile

_SHORT = 60  # characters of a text that is told whole, whatever is alike
_AROUND = 6  # words, spaces or Chinese characters that stay beside what changed
_LEAST_LEFT_OUT = 12  # characters; fewer are not worth the mark
_LEFT_OUT = "…"
_STOPS = " ,;.，；。、"  # with which no part begins
# A word with its points and hyphens (1,087.3, third-quarter); a Chinese character; white space.
_TOKEN = re.compile(
    r"(?:(?![\u2e80-\u9fff\uac00-\ud7af])\w|(?<=\w)[.,'’-](?=\w))+|\s+|.", re.DOTALL
)


def changed_words(old: str, new: str) -> tuple[str, str]:
    """Two texts, or of each the part that differs, with a few words around it.

    Texts that have little in common are told whole; no word and no figure is cut.
    """
    if max(len(old), len(new)) <= _SHORT or not old or not new:
        return old, new
    before, now = _TOKEN.findall(old), _TOKEN.findall(new)
    first = _alike(before, now)
    last = _alike(before[first:][::-1], now[first:][::-1])
    return _part(before, first, last), _part(now, first, last)


def _alike(before: Sequence[str], now: Sequence[str]) -> int:
    """With how many equal words two texts begin."""
    pairs = zip(before, now, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _part(words: Sequence[str], first: int, last: int) -> str:
    """Words without the first and last ones that are alike, but for those around what is not."""
    begin, end = max(first - _AROUND, 0), len(words) - max(last - _AROUND, 0)
    head, tail = "".join(words[:begin]), "".join(words[end:])
    part = "".join(words[begin:end])
    part = f"{_LEFT_OUT} {part.lstrip(_STOPS)}" if len(head) >= _LEAST_LEFT_OUT else head + part
    return f"{part.rstrip()} {_LEFT_OUT}" if len(tail) >= _LEAST_LEFT_OUT else part + tail
