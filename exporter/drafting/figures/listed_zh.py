"""Numbers of Chinese text that count those listed right before: 甲股份和乙股份|两家|龙头.

They tell nothing that the list does not.
"""

from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import COUNT

_MOST = 6
_JOINT = regex("、|以及|[和与及]")
_LIST = regex(
    "(?:^|[，。；：“]|[由在对向将把从为是])(?P<list>[^，。；：0-9由在对向将把从为是]{2,30}(?:、|以及|[和与及])[^，。；：、0-9的]{1,10})$"
)
_VERBS = regex("(?:[有营理资设股购建增务盖产售制开关]|[签拿买]下?$|达成|合作|联手)$")
_KIND = regex("[家大位名个款只座地省市国种类项条处方]")


def counts_those_listed(figure: Figure, before: str, behind: str) -> bool:
    """Whether a few are counted who are listed before their number.

    Args:
        figure: As it was read.
        before: What stands before it in its sentence.
        behind: What stands after it.
    """
    if figure.dimension != COUNT or not 1 < figure.value <= _MOST or not _KIND.match(behind):
        return False
    listed = _LIST.search(before)
    if listed is None or _VERBS.search(listed["list"]):  # 拥有和管理|两家|医院
        return False
    return len(_JOINT.findall(listed["list"])) + 1 == figure.value
