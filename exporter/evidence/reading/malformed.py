"""Numbers written in a way that no rule here reads: refused whole, so that no part is read alone.

A part of 1,5 million or 3'500 would be another number than the text states.
"""

import re

from exporter.evidence.reading.hints import Alternation, hint
from exporter.evidence.reading.numerals import FRACTION

# What joins digits to more digits in one run; "-", "~" and "、" part two numbers instead, and so
# does a comma before a space.
_GLUE = (
    r"(?:[.,:·•'\"`^_|\\&=!@]|\s?\*+\s?|(?:[eE][+-]|[A-Za-z]{1,40})(?=[0-9])| x (?=[0-9])"
    r"|\s(?=[0-9]{3}(?![0-9])))"
)
# Superscripts and vulgar fractions: 10², 2½.
_RAISED = "[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u00bc-\u00be\u2150-\u215e]"
_GLUED = re.compile(rf"[0-9]++(?:{_GLUE}{{1,8}}[0-9]+|\s?{_RAISED})+")
_WELL_FORMED = re.compile(r"[0-9]+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DIGITS = r"[0-9][0-9.,]*"
# A magnitude that a refused number leaves behind would be read as a number of its own.
_TAIL = re.compile(
    r"\**[十百千万亿]+|\s?(?i:(?:hundred|thousand|[mbtr]+illion|mln|mn|bln|bn|trn|tn|[kmb])(?![a-z]))"
)
_FRACTION_PARTS = r"[0-9]{1,2}/[0-9]{1,2}"
_WRONG = Alternation(
    "[0-9(a-z零一二两三四五六七八九十百千万]",
    (
        # 1，500家 may be 1,500 or two clauses
        (hint("0", "，"), r"(?<![0-9.A-Za-z-])[1-9][0-9]{0,2}(?:，[0-9]{3})+(?![0-9])"),
        # 1 1/2 hours; 10/31/2023; 2/3 and 10/31 where they are no fraction; 15/12倍 are two numbers
        (hint("0", "/"), rf"[0-9]+(?:\sand)?\s{_FRACTION_PARTS}(?![0-9])"),
        (hint("0", "/"), rf"(?<![0-9/]){_FRACTION_PARTS}/(?:19|20)[0-9]{{2}}(?![0-9])"),
        (
            hint("0", "/"),
            (
                rf"(?!{FRACTION})(?<![0-9/.]){_FRACTION_PARTS}(?![0-9./])"
                r"(?!\s?(?:[百千万亿倍%x元美港]|[mbtr]+illion|[mb]n))"
            ),
        ),
        # 300w and 1.5T are magnitudes to some; k, m, b and x are read elsewhere
        (
            hint("0", "a"),
            (
                rf"{_DIGITS}(?:[AC-JLN-WYZac-jln-wyz](?![A-Za-z0-9])"
                r"|\s[KMBTkmbt](?![A-Za-z0-9'\u4e00-\u9fff-]))"
            ),
        ),
        # RMB(24.8) million; 1. 5亿; 3000**万
        (hint("0", "("), rf"\({_DIGITS}\)(?=\s?(?:[千百万亿]|[mbtr]+illion))"),
        (hint("0", ".", "万亿%"), r"[0-9]\.\s[0-9]+(?=[万亿%])"),
        (hint("0", "*"), rf"{_DIGITS}\*+(?=[百千万亿])"),
        # 1-in-5, where one in five is read; 2小时30分, 3分20秒
        (hint("0", "-", words="-in-"), r"[0-9]+-in-[0-9]+"),
        (hint("0", "分"), r"[0-9]+(?:小时|时)[0-9]+分(?!钟)|[0-9]+分[0-9]+秒"),
        # a quarter of a million
        (
            hint("a", words="illion|thousand|hundred"),
            (
                r"(?<![a-z])(?:(?:an?|one|two|three|four)[\s-])?"
                r"(?:half|quarters?|thirds?|fifths?|tenths?)\sof\san?\s"
                r"(?=hundred|thousand|[mbtr]+illion)"
            ),
        ),
        # 3元5角
        (
            hint("角"),
            (
                r"[0-9零一二两三四五六七八九十百千万]+[元块][0-9一二两三四五六七八九]角"
                r"(?:[0-9一二两三四五六七八九]分)?"
            ),
        ),
        # one point five million
        (
            hint("a", words="point"),
            (
                r"(?<![a-z])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|[a-z]+ty)"
                r"\spoint(?:[\s-](?:zero|oh|one|two|three|four|five|six|seven|eight|nine))+"
            ),
        ),
    ),
)


def find_malformed(text: str, held: int) -> list[tuple[int, int]]:
    """Where a folded text has malformed numbers, each with the magnitude that belongs to it.

    Args:
        text: Where dates and addresses are blank.
        held: What it holds (`hints`).
    """
    spans = [
        match.span() for match in _GLUED.finditer(text) if not _WELL_FORMED.fullmatch(match[0])
    ]
    spans += [match.span() for match in _WRONG.finditer(text, held)]
    return [
        (start, tail.end() if (tail := _TAIL.match(text, end)) else end) for start, end in spans
    ]
