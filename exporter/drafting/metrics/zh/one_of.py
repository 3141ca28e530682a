"""What is told of one of a thing: 一台双燃料主机的交货期，已由过去的|12个月|拉长到|20个月|.

The one is no number of them, and what is measured stands before the comma.
"""

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT, POINTS, RATIO

_LEVEL = (
    "(?:[0-9][0-9.,]*[十百千万亿]*(?:多|余)?"
    "(?:个?(?:月|季度|星期|小时|工作日)|[天周年日]|[美港欧日]?元|块)?)"
)
# 已经由过去的|12个月左右拉长到
_GOES_ON = (
    "(?:已经?|也|则|就|却|从|由|为|是|约|达到?|在|大约|大概|平均|一般|通常|往往|普遍|过去|以前|原来|原先|此前|年初|之前|如今|现在|目前"
    "|的|左右|上下|以上|不等|不到|近|超过?|逾|高达|长达|要|需要?|只|仅|才|一路|进一步|逐步|大幅|又"
    "|拉长|延长|缩短|压缩|拖长|提[高升前]|上?[升涨]|下?[降跌]|下调|上调|涨价|减少|增加|变|到|至|成"
    f"|{_LEVEL})*"
)
_ONE = regex(
    "(?:^|[，。；：“])(?:如今|现在|目前|当前|以前|过去)?，?(?:每|一)(?:台|辆|艘|套|架|部|座|条|只|块|颗|节|列|栋|支|张|件|款)"
    f"(?P<thing>[^，。；：的0-9]{{2,12}})的(?P<what>[^，。；：的0-9]{{1,8}}?(?:{'|'.join(words.MEASURES)}|期|周期|时间|寿命|造价|售价))"
    f"，?{_GOES_ON}$"
)


def by_one_of(site: Site) -> Guess[str] | None:
    """The measure of one of a thing that a sentence tells of; None elsewhere."""
    if site.figure.dimension in {COUNT, RATIO, POINTS}:
        return None
    found = _ONE.search(site.text[: site.start])
    if found is None:
        return None
    once = "此前" if _ONCE.search(site.text[: site.start]) else ""
    return Guess(f"{once}{found['thing']}{found['what']}")


# 由|过去的|12个月拉长到20个月
_ONCE = regex("[由从](?:过去|以前|原来|原先|此前|之前)的?(?:约|近|大约)?$")
