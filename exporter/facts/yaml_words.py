"""Long lists of words and numbers in a YAML file, read apart from the rest of it.

Records of sources have them: the numbers of thousands of clauses on a line, and their fingerprints
at the end, which is nearly all that there is to read in a report. A parser makes an event with two
marks of each. Here the lists are left empty for the parser, and filled where it has found them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_LEAST = 100  # words; fewer are not worth it
_ITEM, _COMMA = "  - ", ", "
_WORD = "(?:[0-9A-Za-z]+|'[0-9A-Za-z]+')"  # a fingerprint of digits alone is quoted
_ON_A_LINE = re.compile(
    rf"^(?P<key>[a-z_]+): \[(?P<words>{_WORD}(?:{_COMMA}{_WORD})+)\]$", re.MULTILINE
)
_ENDING = re.compile(rf"^(?P<key>[a-z_]+):\n(?P<words>(?:{_ITEM}{_WORD}\n)+)\Z", re.MULTILINE)


class LongList(NamedTuple):
    """A list that was left empty.

    Attributes:
        key: At the margin of the file, what it is given for.
        line: Of the key, from 1.
        words: In order, as they are written.
        begins: The line of the first one.
        lines: How many lines further on each next one stands: 0 or 1.
    """

    key: str
    line: int
    words: Sequence[str]
    begins: int
    lines: int


def without_long_lists(text: str) -> tuple[str, list[LongList]]:
    """A file's text with its long lists left empty, every other line where it was; and the lists.

    Args:
        text: Of the file; its lines end as Unix has them.
    """
    lists = list(_ending(text))
    if lists:
        text = f"{text[: text.rindex(f'{lists[0].key}:')]}{lists[0].key}: []\n"
    parts: list[str] = []
    done = 0
    for found in _ON_A_LINE.finditer(text):
        words = found["words"].split(_COMMA)
        if len(words) >= _LEAST:
            line = text.count("\n", 0, found.start()) + 1
            lists.append(LongList(found["key"], line, words, line, 0))
            parts += text[done : found.start()], f"{found['key']}: []"
            done = found.end()
    return "".join([*parts, text[done:]]), lists


def _ending(text: str) -> Iterator[LongList]:
    """The list with a word in each line that ends a file, if there is such."""
    colon = text.rfind(":\n")
    start = text.rfind("\n", 0, max(colon, 0)) + 1
    if colon >= 0 and (found := _ENDING.match(text, start)):
        words = found["words"][len(_ITEM) : -1].split(f"\n{_ITEM}")
        if len(words) >= _LEAST:
            line = text.count("\n", 0, start) + 1
            yield LongList(found["key"], line, words, line + 1, 1)
