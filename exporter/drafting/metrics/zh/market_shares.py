"""Of which market a bare share is, what several hold together, and what a leader ranks in.

公司在国内童车线上市场的份额为|17%; the next sentence: 排名|第一|的乙公司份额为|29%.
"""

import re

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import ORDINAL, POINTS, RATIO

_SHARE = "(?:市场|销量|销售额|零售额?|出货量?|收入|保费)?(?:份额|占有率)|市占率"
_MARKET = "(?P<market>[^，。；：、“”（）()0-9在]{0,16}[^，。；：、“”（）()0-9在该这其此]市场)"
# In which market a share is, right before it: 在国内童车线上市场的份额
_IN_MARKET = regex(rf"在{_MARKET}(?:上|中|内|里)?的?(?P<share>{_SHARE})")
_BARE = regex(rf"(?:{_SHARE})(?P<moved>同比变动|环比变动|变动|排名)?")
_ANY_MARKET = regex("市场(?!份额|占有率|研究|调研|监测)|业务|领域|行业|品类")
# 排名|第一|的乙公司份额为
_RANKED = regex(r"(?:排名|排在|位居|位列|名列|居于?)(?:行业|市场|榜单)?第?$")
_LEADER = regex(rf"的[^，。；的0-9]{{2,12}}?(?:的?{_SHARE})(?:则|也|已|高)*(?:[为达是]|约)")


def of_market(site: Site, name: str) -> str:
    """A bare share with the market that its sentence, or the one before, says it is of."""
    bare = _BARE.fullmatch(name)
    if bare is None or site.figure.dimension not in {ORDINAL, POINTS, RATIO}:
        return name
    begin = after_last(site.text, "。；！？\n", site.start)
    own = site.text[begin : site.start]
    found = _last(own)
    if found is None and not _ANY_MARKET.search(own):
        found = _last(_sentence_before(site, begin))
    if found is None:
        return name
    return f"{found['market']}{name.removeprefix('市场')}"


def _last(words: str) -> re.Match[str] | None:
    """Where the last share of words names its market; None where it does not, or others follow."""
    found = list(_IN_MARKET.finditer(words))
    is_last = found and not _ANY_MARKET.search(words, found[-1].end())
    return found[-1] if is_last else None


def _sentence_before(site: Site, begin: int) -> str:
    text = f"{site.earlier}{site.text[:begin]}".rstrip("。；！？ ")
    return text[max(text.rfind(mark) for mark in "。；！？\n") + 1 :]


def by_leader(site: Site) -> str:
    """What one ranks in whose share stands behind: 排名|第一|的乙公司份额为29%; "" for nothing."""
    if site.figure.dimension != ORDINAL or not _RANKED.search(site.text[: site.start]):
        return ""
    return "市场份额排名" if _LEADER.match(site.text, site.end) else ""


# 甲和乙两家龙头|合计占据|约五成市场份额
_JOINTLY = regex(
    "(?:合计|共同|合共|一共|共|总共)(?:仍|已|就|便|将|也|\\s)*"
    "(?:占据?|占有|拥有|握有|拿下|瓜分|控制|掌握|占到)了?(?:约|近|超过?|逾|将近|大约)*$"
)
_OF_MARKET = regex("(?:以上|左右)?的?(?P<market>[\u4e00-\u9fff]{0,8}?)(?:市场)?份额")
_LISTED = regex(
    "(?P<who>[^，。；：、的0-9]{2,8}(?:(?:[、和与及]|以及)[^，。；：、的0-9]{2,8}?)+)[两三四五2-5][大家]"
)


def joint_share(site: Site) -> Guess[str] | None:
    """What several hold of a market together; None elsewhere."""
    found = _OF_MARKET.match(site.behind)
    before = site.text[site.clause : site.start]
    if found is None or not _JOINTLY.search(before):
        return None
    who = _LISTED.search(before)
    return Guess(f"{who['who'] if who else ''}合计{found['market']}市场份额")
