"""Ratings as brokers call them, in both languages, and which of them mean the same."""

import re
from typing import NamedTuple

from exporter.facts.folding import fold

# Ratings that mean the same, each row with the words for them; a word may stand in more than one.
_RATINGS = tuple(
    tuple(word.replace("_", " ") for word in row.split())
    for row in """
strong_buy conviction_buy top_buy 强烈推荐 强烈买入 强力买入 强推

buy long 买入 购入 买进

recommend recommended 推荐

accumulate add 增持 吸纳 收集

moderate_buy speculative_buy cautious_recommend 谨慎推荐 谨慎买入 审慎推荐 适度买入

cautious_accumulate 谨慎增持 审慎增持

overweight 增持 超配 高配

outperform outperformer market_outperform sector_outperform industry_outperform
跑赢行业 跑赢大市 跑赢市场 优于大市 优于大盘 优于行业 强于大市 强于市场 强于行业 领先大市 看好

positive 正面 积极 看好

hold neutral equal_weight equalweight market_weight market_perform marketperform
market_performer sector_perform peer_perform perform in_line
持有 中性 观望 同步大市 同步大盘 与大市同步 大市同步 持平 标配 平配 区间操作

underperform underperformer market_underperform sector_underperform industry_underperform
跑输行业 跑输大市 跑输市场 弱于大市 弱于大盘 弱于市场 弱于行业 落后大市 逊于大市 逊于大盘 看淡

underweight reduce trim 减持 减仓 减码 低配

negative 负面 看淡

avoid 回避 规避

sell short 卖出 沽出 沽售

strong_sell conviction_sell 强烈卖出 强力卖出

not_rated unrated no_rating 未评级 无评级 暂无评级 未予评级

suspended rating_suspended 暂停评级

under_review 评级检讨中 评级待定
""".split("\n\n")
)
_MEANINGS: dict[str, frozenset[int]] = {
    word: frozenset(index for index, row in enumerate(_RATINGS) if word in row)
    for row in _RATINGS
    for word in row
}
# The last row that leans each way.
_LEANINGS = {"positive": "positive", "hold": "neutral", "strong sell": "negative"}
_LONGEST_FIRST = sorted(_MEANINGS, key=len, reverse=True)
ENGLISH = "|".join(
    re.escape(word).replace(r"\ ", r"[\s-]+") for word in _LONGEST_FIRST if word.isascii()
)
CHINESE = "|".join(word for word in _LONGEST_FIRST if not word.isascii())
TRADITIONAL = str.maketrans("評贏輸遜規於優", "评赢输逊规于优")


class Stated(NamedTuple):
    """A rating that a quote states: its words, and the rows of the table that mean it."""

    words: str
    meanings: frozenset[int]


def leaning(stated: Stated) -> str:
    """What a rating says of its broker: positive, neutral or negative; "" for not rated."""
    for word, leans in _LEANINGS.items():
        if any(row <= min(_MEANINGS[word]) for row in stated.meanings):
            return leans
    return ""


def rating_named(words: str) -> Stated | None:
    """The rating that some words are, such as a table's cell; None where they are none."""
    meanings = meanings_of(words)
    return Stated(words.strip(), meanings) if meanings else None


def meanings_of(rating: str) -> frozenset[int]:
    """The rows of the table that a rating stands in, however it is spelled."""
    word = re.sub(
        r"[\s-]+", " ", fold(rating).translate(TRADITIONAL).strip(" \"'“”‘’「」『』")
    ).casefold()
    word = re.sub(r"(?:\s*(?:rating|rated)|的?(?:投资)?评级)$", "", word)
    return _MEANINGS.get(word) or frozenset()
