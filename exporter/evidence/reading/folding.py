"""One spelling for characters that mean the same, letter for letter.

Offsets found in a folded text hold in the text as given, because every character is replaced by
exactly one other. Unicode's NFKC would do more, but changes lengths ("㎡" becomes "m2").
"""

import re

# Traditional characters of the words that this package knows, as Hong Kong filings write them.
_TRADITIONAL = dict(
    zip(
        "萬億兩餘個約過達幾數減虧損將點條項張間時鐘週內於間倍漲負實現種類號級場歐鎊幣併維開業務僅這還從",
        "万亿两余个约过达几数减亏损将点条项张间时钟周内于间倍涨负实现种类号级场欧镑币并维开业务仅这还从",
        strict=True,
    )
)
_FULL_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F) if chr(code) != ","}
_SAME = {
    "\u3000": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2007": " ", "\t": " ",
    "￥": "¥", "−": "-", "﹣": "-", "‑": "-", "‐": "-", "–": "-", "〜": "~", "∼": "~", "﹪": "%",
    "﹑": "、", "’": "'", "○": "〇", "\u00d7": "x",
}  # fmt: skip
_SPELLINGS = _FULL_WIDTH | _SAME | _TRADITIONAL
_FOLDED = str.maketrans(_SPELLINGS)
_TO_FOLD = re.compile(f"[{re.escape(''.join(_SPELLINGS))}]")
_CAPITALS = re.compile("[A-Z]+")
# A full-width comma ends a clause, but between full-width digits it separates thousands, and so
# does a narrow or no-break space between digits.
_THOUSANDS = re.compile(
    r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))|(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))"
)


def fold(text: str) -> str:
    """`text` with full-width, typographic and traditional forms made one; lengths are kept."""
    # What _THOUSANDS parts is folded itself, so a text without such characters stays as it is.
    return _THOUSANDS.sub(",", text).translate(_FOLDED) if _TO_FOLD.search(text) else text


def lower(text: str) -> str:
    """`text` with A-Z made small; unlike `str.lower`, it never changes lengths."""
    if text.isascii():
        return text.lower()
    return _CAPITALS.sub(lambda match: match[0].lower(), text)
