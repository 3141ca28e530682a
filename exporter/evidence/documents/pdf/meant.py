"""What the characters of a PDF's text layer mean, where they are others than a person reads.

A font has one shape for several characters, and a program that makes a PDF has to choose one of
them when it says what a shape means: cairo and Qt often take a radical (⽉, ⻓) for the character
that looks like it (月, 长).
"""

import unicodedata

from exporter.evidence.documents.model import LOST

LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
# Those of the supplement (U+2E80 to U+2EFF) that are characters by themselves, too: NFKC, which
# knows those of Kangxi, does not know them. Source: the Unicode Character Database,
# EquivalentUnifiedIdeograph.txt.
_RADICALS = dict(
    zip(
        "⺎⺐⺒⺓⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱",
        "兀尢巳幺民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龜",
        strict=True,
    )
)
_LOOKALIKES = {
    character: unicodedata.normalize("NFKC", character)
    for block in (range(0x2F00, 0x2FD6), range(0xF900, 0xFAD9))
    for character in map(chr, block)
} | _RADICALS
# What PDFium has for a hyphen at a line's end, and for bullets of symbol fonts; what nobody sees;
# and a letter of which the font does not say what it is, such as a ligature.
MEANT = {
    "\ufffe": "-", "\x02": "-", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓",
    "\u200b": "", "\u200c": "", "\u2060": "", "\ufeff": "", "\0": LOST,
} | LIGATURES | _LOOKALIKES  # fmt: skip
# Ghostscript (seen in 10.0) writes the letters of a ligature with their bytes the wrong way
# round, U+6600 for U+0066, and takes the last two of three letters together.
_SWAPPED = {
    "昀昀": ("f", "f"), "昀椀": ("f", "i"), "昀氀": ("f", "l"), "昀琀": ("f", "t"),
    "昀樀": ("f", "j"), "琀琀": ("t", "t"), "琀椀": ("t", "i"), "吀栀": ("T", "h"),
    "昀케": ("f", "fi"), "昀툀": ("f", "fl"),
}  # fmt: skip
_SWAPPED_FIRST = frozenset("昀琀吀")


def put_right(letters: list[str]) -> None:
    """Put the letters of swapped ligatures in their place, among the letters of a word."""
    if _SWAPPED_FIRST.isdisjoint(letters):
        return
    for place in range(len(letters) - 1):
        if meant := _SWAPPED.get(letters[place] + letters[place + 1]):
            letters[place : place + 2] = meant
