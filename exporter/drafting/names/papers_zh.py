"""Whose a paper is that tells something by itself: X昨晚发布三季报。|报告显示.

The paper is what somebody was last said to have published, in the same paragraph.
"""

from exporter.engine.regex import regex

_BARE = regex(
    "(?:该|这份|上述|此)?(?:报告|公告|研报|研究报告|年度报告|季度报告|文件|调查|白皮书|蓝皮书|榜单)"
)
_WHEN = (
    "(?:于|在|[昨今当]日|[昨今当]晚|[昨今]天|近日|日前|此前|随后|近期|刚刚|最新|上周|本周|上月|本月|周[一二三四五六日]|[0-9]+[年月日]"
    "|晚间?|盘后|午间|早间|正式|公开|联合|共同|首次|已|，)"
)
# A name that is given a shorter one is still who publishes: 海港银行（下称“海港”）昨晚发布.
_ASIDE = regex("[（(][^（）()]{0,40}[)）](?=[^，。；：、！？]*?(?:发布|披露|公布|刊发|出具|发表))")
# Whoever does begins a clause; what is too long for a name is nobody's.
_PUBLISHED = regex(
    f"(?:^|(?<=[，。；：、！？“”\\s]))(?P<who>[^，。；：、！？“”]{{2,24}}?){_WHEN}*(?:发布|披露|公布|刊发|出具|发表|推出|印发|公告)了?(?!的)"
    "[^，。；：！？]{0,28}?(?:报|报告|公告|研报|报表|白皮书|蓝皮书|榜单|调查|文件)(?:[》”]|[（(][^（）()]*[)）])*(?=[，。；：！？]|$)"
)
_LEAD = regex(
    f"^(?:{_WHEN}|此外|另外|不过|其中|同时|对此|[^，。]{{1,8}}?(?:企业|龙头|巨头|厂商|运营商|上市公司)(?=..))+"
)


def publisher_of(paper: str, before: str) -> str:
    """Who published a paper that is called by its kind alone; "" where that is not said.

    Args:
        paper: The words for it.
        before: What stands before them in the paragraph.
    """
    if _BARE.fullmatch(paper) is None:
        return ""
    found = list(_PUBLISHED.finditer(_ASIDE.sub("", before)))
    return _LEAD.sub("", found[-1]["who"]).strip() if found else ""
