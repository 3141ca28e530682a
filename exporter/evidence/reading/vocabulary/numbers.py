"""Words and characters of which numbers are made."""

from fractions import Fraction

# --- Chinese
DIGITS_ZH = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
POWERS_ZH = {"兆": 10**12, "亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
# Numerals as cheques have them, beside those of everyday; a single one is an ordinary word (大陆).
CAPITALS_ZH = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟倆", "一二三四五六七八九十百千两")
# What is so many parts of one: 百分之五.
PARTS_ZH = {
    "百分之": 100, "千分之": 1000, "万分之": 10**4, "十万分之": 10**5, "百万分之": 10**6,
    "千万分之": 10**7, "万万分之": 10**8, "亿分之": 10**8, "十分之": 10, "分之": 1,
}  # fmt: skip

# --- English
ONES = {
    word: value
    for value, word in enumerate("zero one two three four five six seven eight nine".split())
} | {"nought": 0, "naught": 0}
TEENS = {
    word: value
    for value, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        10,
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
CARDINALS = ONES | TEENS | TENS
SCALES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "quadrillion": 10**15, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7,
    "lac": 10**5, "lacs": 10**5, "dozen": 12, "dozens": 12, "dz": 12, "dzs": 12, "doz": 12,
    "dozs": 12,
}  # fmt: skip
# What stands behind digits for a magnitude, with a space or without.
SHORT_SCALES = {
    "mn": 10**6, "mln": 10**6, "mio": 10**6, "mil": 10**6, "mill": 10**6, "mm": 10**6, "bn": 10**9,
    "bln": 10**9, "bil": 10**9, "mrd": 10**9, "md": 10**9, "tn": 10**12, "trn": 10**12,
    "tln": 10**12, "tr": 10**12, "trl": 10**12, "cr": 10**7, "millions": 10**6, "billions": 10**9,
    "trillions": 10**12, "thousands": 10**3, "thou": 10**3, "thsd": 10**3, "ths": 10**3,
    "tsd": 10**3,
}  # fmt: skip
# Letters that are a magnitude where nothing else is meant: $5m, 72B, 300k.
LETTER_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "g": 10**9}
NTHS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
# What a whole is parted into.
PARTS_EN = {
    word: value for word, value in NTHS.items() if value > 2
} | {
    "half": 2, "quarter": 4, "fifteenth": 15, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9,
    "trillionth": 10**12,
}  # fmt: skip
MULTIPLES = {
    f"{stem}{end}": value
    for stem, value in {
        "halv": Fraction(1, 2), "doubl": Fraction(2), "tripl": Fraction(3), "trebl": Fraction(3),
        "quadrupl": Fraction(4), "quintupl": Fraction(5),
    }.items()
    for end in ("ed", "ing", "es", "e")
}  # fmt: skip
TIMES_WORDS = {"once": 1, "twice": 2, "thrice": 3}
PLURAL_SCALES = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6), "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
SUPERSCRIPTS = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")
