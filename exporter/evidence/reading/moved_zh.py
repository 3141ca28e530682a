"""What stands between the two ends of a change in Chinese text: 从400万台|提高到|550万台.

It says how one number became the other, and is part of no noun: what is counted is 台.
"""

from exporter.engine.regex import regex
from exporter.evidence.reading.quantities import Quantity
from exporter.evidence.reading.vocabulary.units import CLASSIFIERS
from exporter.facts.units import COUNT

FROM_ZH = ("由", "从", "自")
_HOW = (
    "大幅度?|小幅|进一步|逐步|逐年|逐渐|稳步|持续|迅速|快速|一举|直接|陆续|已经?|再|又|将|会|计划|拟"
    "|提高|提升|增加|增长|缩短|缩减|扩大|扩张|扩充|扩建|扩产|回升|回落|下降|降低|下滑|减少|上升|上调|下调|调高|调低|上修|下修|调整|攀升"
    "|爬升|压缩|压降|精简|拉升|抬升|跃升|改造|升级|变更|翻番"
)
_MOVED = f"(?:[提增扩涨升降减缩跌下上调压改拉放]|{_HOW})*(?:[至到为成]|)"
MOVED_TO_ZH = regex(rf"[\u4e00-\u9fff]?[每/]?{_MOVED}")
_MOVE = regex(f"{_MOVED}了?")


def without_moves(
    nouns: list[tuple[str, str, str]], quantities: list[Quantity]
) -> list[tuple[str, str, str]]:
    """Nouns and subjects without the words for a change from one number to the next.

    Args:
        nouns: Of every number what it counts, what stands before it, and what it is per.
        quantities: The numbers.
    """
    for at in range(len(nouns) - 1):
        noun, subject, per = nouns[at]
        is_count = quantities[at].dimension == quantities[at + 1].dimension == COUNT
        if not is_count or not subject.endswith(FROM_ZH) or noun[:1] not in CLASSIFIERS:
            continue
        if noun[1:] and _MOVE.fullmatch(noun, 1):
            nouns[at] = (noun[0], subject, per)
            _, before, its = nouns[at + 1]
            nouns[at + 1] = (nouns[at + 1][0], noun[0] if before == noun else before, its)
    return nouns
