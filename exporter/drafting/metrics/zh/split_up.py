"""What a part is in text that says it goes part by part: 分产品看，|电动车前三季度|收入|36亿元.

There a noun before a period is whose the measure is; a share of the whole behind it takes its name.
"""

from exporter.drafting.marks import after_last
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

_SPLIT = regex(
    "^(?:(?:分|按|从)(?:产品|业务|品类|行业|地区|区域|板块|渠道|应用|下游|客户)(?:类别|类型|结构|来|划?分)*看?"
    "|(?:产品|业务|收入)(?:结构|方面|构成)(?:上|来看|方面)?)，"
)
_WHEN = (
    "(?:\\s|今年|去年|本年|当年|全年|当季|单季|当期|本期|报告期内?|上半年|下半年|前[一二三]季度"
    "|[第前]?[一二三四]季度?)+"
)
_MEASURE = "(?:营业|销售)?(?:收入|营收|销售额)"
_PART = regex(
    "(?:^|[，；])(?:其中|此外|另外|同时|而|但)?(?P<part>[\u4e00-\u9fff]{3,12}?)(?:则|也|亦)?"
    f"{_WHEN}(?:实现|录得|取得|贡献)?了?(?={_MEASURE})"
)
_NO_PART = regex("公司|集团|我们|合计|整体|全部|主要|各|其他|其余|该|占|同比|收入|营收|利润|业务$")
_BARE = regex(_MEASURE)


def of_split_part(site: Site, name: str) -> str:
    """A name with the part that it is of, in a sentence that goes part by part."""
    begin = after_last(site.text, "。！？\n", site.start)
    said = site.without_dates(begin, site.start).lstrip()
    if not _SPLIT.match(said):
        return name
    said = said.rsplit("；", 1)[-1]
    found = list(_PART.finditer(said))
    if not found or _NO_PART.search(found[-1]["part"]):
        return name
    rest = said[found[-1].end() :]
    is_own = _BARE.fullmatch(name) and _BARE.match(rest) and "，" not in rest
    part = base_of(found[-1]["part"], site) if is_own else ""
    return f"{part}{name}" if len(part) > 2 else name
