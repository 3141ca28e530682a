"""What a measure of Chinese text leaves out, as the clause before says.

若剔除汇兑损失，毛利率|12%|: 剔除汇兑损失的毛利率. What 该项 only points at is what the sentence
before says to have weighed: 主要由于计提存货减值。剔除该项影响后，净利润|8亿元|.
"""

from dataclasses import replace

from exporter.drafting.metrics.zh.changes import plain_name
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.metrics.zh.words import MEASURES
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_WITHOUT = regex(
    "(?:^|[，。；：])(?:但|而|不过，?)?(?:若|如果?|倘若|假如|在)?(?P<how>剔除|撇除|撇开|不计|扣除)(?:掉)?"
    "(?P<what>[^，。；：0-9]{1,14}?)(?:的?(?:影响|因素))?(?:之?后)?(?:来看|计算|不计)?，(?P<rest>[^，。；：0-9]*)$"
)
_POINTED = regex(
    "(?:该|此|这一?|上述|前述|有关)(?:[一两几]?[项笔类]|等)?(?:事项|项目|因素|影响|费用|损失)?"
)
# 主要由于对关联方应收款|计提|拨备; 主要因汇兑损失
_WEIGHED = regex(
    "(?:由于|因为|主因|[系是]因|归因于|源于|受累于|缘于|主要[系是因]|(?:原因|因素)[系是为])"
    "(?P<words>[^，。；：0-9]{2,24}?)(?:所致|的?(?:影响|拖累))?(?=[，。；]|$)"
)
_BOOKED = regex(
    "(?:公司|集团|本期|当期|报告期内)*(?:(?:对|就|为)(?P<on>[^，。；：0-9]{2,10}?))?"
    "(?:大额|一次性|充分|全额|足额)?(?:计提|确认|录得|产生|发生|出现|支付)了?(?:大额|一次性|较多)?的?(?P<what>[^，。；：0-9了]{2,10})"
)
_ITEM = regex(
    "[^，。；了]{0,12}(?:损失|亏损|减值|拨备|准备|费用|支出|收益|补助|成本|罚款|赔偿|开支|摊销)"
)
_CORE = regex("核心|经调整|扣非|主营")
_UNSURE = "what is left out, the sentence before does not say"


def without_what(site: Site, guess: Guess[str]) -> Guess[str]:
    """A name with what the clause right before it leaves out; others as they are."""
    name = guess.value
    found = _WITHOUT.search(site.text[: site.start])
    if found is None or not plain_name(name).endswith(MEASURES) or found["what"] in name:
        return guess
    if _POINTED.fullmatch(found["what"]) is None:
        is_word = len(found["what"]) > 1
        return replace(guess, value=f"剔除{found['what']}的{name}") if is_word else guess
    if what := _weighed(site):
        return replace(guess, value=f"剔除{what}的{name}")
    if _CORE.match(name):
        return guess  # the name says as much
    return replace(guess, doubt=guess.doubt or _UNSURE)


def _weighed(site: Site) -> str:
    """What the sentence before says to have weighed on a result; "" where that is not plain."""
    said = site.earlier.rstrip("。！？\n”").rpartition("。")[2]
    said = f"{said}。{site.text[: site.clause]}"
    told = [one["words"] for one in _WEIGHED.finditer(said)]
    if len(told) != 1:
        return ""
    booked = _BOOKED.fullmatch(told[0])
    what = f"{booked['on'] or ''}{booked['what']}" if booked else told[0]
    return what if _ITEM.fullmatch(what) else ""
