"""Characters that a page draws alike, each in one form: a PDF gives one text for each glyph.

A font draws ２ and 2, ⼈ and 人, · and • as one glyph. Most of these Unicode itself calls
compatible; the others are those of the fonts of a page, and a test finds them there.
"""

import unicodedata

# Groups of characters with one glyph in Noto Sans CJK or Noto Serif CJK, as NFKD leaves them; the
# first is what the others become.
_GROUPS = """
    -‐ /∕ 0🄋 1➀ 2➁ 3➂ 4➃ 5➄ 6➅ 7➆ 8➇ 9➈ `‵ |│ ~〜 ·•‧・ –‒ —― ⓿🄌 ❶➊ ❷➋ ❸➌ ❹➍ ❺➎ ❻➏ ❼➐ ❽➑
    ❾➒ ❿➓ ➡⮕ 乛⺂ 乚⺃ 亻⺅ ⺇𠘨 刂⺉ ⺋㔾 ⺍𭕄 兀⺎ 尣⺏ 尢⺐ 巳⺒ 幺⺓ 彑⺔ 彐⺕ 忄⺖ 扌⺘
    攵⺙ 旡⺛ 歺⺞ 民⺠ 氵⺡ 灬⺣ 爫⺤ 丬⺦ 犭⺨ ⺩𤣩 罒⺫⺲ 礻⺭ ⺮𥫗 糹⺯ 纟⺰ 罓⺱ ⺳㓁
    耂⺹ 肀⺺ ⺽𦥑 艹⺾⺿⻀ 虎⻁ 衤⻂ 覀⻃ 见⻅ 角⻆ ⻇𧢲 讠⻈ 贝⻉ ⻊𧾷 车⻋ 辶⻌ 钅⻐ 長⻑
    镸⻒ 长⻓ 门⻔ ⻕𨸏 阝⻖ 青⻘ 韦⻙ 页⻚ 风⻛ 飞⻜ 食⻝ ⻞𩙿 飠⻟ 饣⻠ ⻡𩠐 马⻢ 骨⻣
    鬼⻤ 鱼⻥ 鸟⻦ 卤⻧ 麦⻨ 黄⻩ 黾⻪ 斉⻫ 齐⻬ 齿⻮ 竜⻯ 龙⻰ 龜⻱ 亀⻲ 㖈䎛 㘽㦳 曶㫚
    胶㬵 幐㬺 㬻䐠 槩㮣 㶷𤈎 䕫𧃰 卉𠦄 墫壿 戶户 杞𣏌 瑨𤨁 郎郞 﨣𧺯 𩿎𩿗
"""
# Marks without a glyph that Unicode does not call format characters (DerivedCoreProperties.txt,
# Default_Ignorable_Code_Point): variation selectors, a joiner of graphemes, fillers of Hangul, and
# what is kept for such marks to come.
_WITHOUT_GLYPH = (
    *range(0xFE00, 0xFE10), 0x180B, 0x180C, 0x180D, 0x180F, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5,
    0x2065, *range(0xFFF0, 0xFFF9), *range(0xE0000, 0xE1000),
)  # fmt: skip
_ALIKE: dict[int, str] = {
    **{ord(other): group[0] for group in _GROUPS.split() for other in group[1:]},
    ord("⋯"): "...",
    ord("➉"): "10",
    **dict.fromkeys(_WITHOUT_GLYPH, ""),
}


def plainest(text: str) -> str:
    """`text` without white space and marks without a glyph, each character in its plainest form.

    Letters and their accents are parted, so that texts joined are the same as texts that are made
    plain after they were joined.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_ALIKE)
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return "".join(text.split())
