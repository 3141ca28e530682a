"""What a mail quotes of another one: lines behind `>`, without their marks.

    On Monday Jane wrote:
    > Deliveries rose 19% to
    > 12,500 cars in 2025.

The marks are the mail program's, and none of the words; how many there are tells whose words those
are, so that lines of another depth are another paragraph. A lone `> 100 million` is no quotation.

Source: RFC 3676, 4.5 (quoting).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

_MARKS = re.compile(r"(?: ?>)+ ?")
_FEWEST = 2  # lines, by which they are known where nothing above says who wrote them
_WORDS = 0.5  # of the lines, at least, begin with a letter: `> 5%` in a list says "more than"
_SAYS_WHO = (":", "：")
_OPENING = "\"'“‘„«「『（(*-•"


def without_quoting_marks(lines: Sequence[str]) -> list[str]:
    """The lines of a text, those that a mail quotes without their marks, each depth by itself."""
    if not any(map(_MARKS.match, lines)):
        return list(lines)
    told: list[str] = []
    is_behind_quoted = False
    for is_marked, run in groupby(lines, lambda line: _MARKS.match(line) is not None):
        here = list(run)
        is_quoted = is_marked and _is_quotation(here, told)
        if told and told[-1].strip() and (is_quoted or (is_behind_quoted and here[0].strip())):
            told.append("")
        told += _unmarked(here) if is_quoted else here
        is_behind_quoted = is_quoted
    return told


def _is_quotation(lines: Sequence[str], above: Sequence[str]) -> bool:
    texts = [text for line in lines if (text := _MARKS.sub("", line, count=1).strip())]
    if not texts:
        return len(lines) >= _FEWEST
    if next((line for line in reversed(above) if line.strip()), "").rstrip().endswith(_SAYS_WHO):
        return True
    words = sum(text[0].isalpha() or text[0] in _OPENING for text in texts)
    return len(lines) >= _FEWEST and words >= _WORDS * len(texts)


def _unmarked(lines: Sequence[str]) -> Iterator[str]:
    """Lines without their marks, with a blank one where the depth changes between two."""
    depth, is_filled = 0, False
    for line in lines:
        match = _MARKS.match(line)
        marks = match[0].count(">") if match else 0
        text = line[match.end() if match else 0 :]
        if is_filled and text.strip() and marks != depth:
            yield ""
        yield text
        depth, is_filled = marks, bool(text.strip())
