"""Of what so many parameters are, and what has a size of such an order.

开源|30亿|参数的代码模型: 开源代码模型参数规模; 支持|5万|节点量级的仿真规模: 仿真规模.
"""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.sites import Site, at_figure
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

_OF_WHAT = regex(
    "^[余多]?(?:万?亿)?(?:级|量级)?(?:别)?的?参数(?:规模|体量|量)?(?:级|级别)?的?(?P<what>[^，。；：、（(0-9]{0,20})"
)
_JOINED = regex("(?:[、和及与]|以及|到|至)")
_MODEL = regex("模型|网络|系统|引擎|底座|智能体|版本")
_BARE = frozenset("模型 大模型 基础模型 基座模型 版本 系统".split())
_WHICH = regex(
    "^(?:(?:国内|全球|业内|行业|世界|全国)?(?:首[个款批]|最大的?|领先的?)|一[款个种]|[该其这])+的?"
)
_VERSION = regex("(?:开源|系列|基础|预览)?版本?$")
_LONGEST = 14  # characters of what a model is


def by_size(site: Site) -> Guess[str] | None:
    """The name of a number of parameters, or of a size that is told by its order."""
    if site.figure.dimension != COUNT:
        return None
    name = _parameters(site) or _of_order(site)
    return Guess(name) if name else None


def _parameters(site: Site) -> str:
    found = _OF_WHAT.match(site.text[site.end :])
    if found is None:
        following = min(
            (f for f in site.figures if f.start >= site.end), key=lambda f: f.start, default=None
        )
        is_joined = following is not None and _JOINED.fullmatch(
            site.text[site.end : following.start]
        )
        return _parameters(at_figure(site, following)) if following and is_joined else ""
    said = _VERSION.sub("", _WHICH.sub("", found["what"]))
    if not _MODEL.search(said) or any(name in said for name in site.names):
        return ""  # 参数规模的大模型通义: the model is who it is about
    is_named = site.tail.rstrip("约近超的").endswith(site.names)
    opened = (
        "开源"
        if re.search("开源(?:了)?[^，。；]{0,6}$", site.text[site.clause : site.start])
        else ""
    )
    if (said in _BARE and is_named) or len(said) > _LONGEST:
        return ""
    return f"{opened}{base_of(said, site)}参数规模"


_ORDER = regex(
    "^[余多]?[^，。；0-9的]{0,4}?(?:量级的?|级别的|级的)(?P<what>[^，。；：、的0-9]{2,12})(?=[，。；：、]|$)"
)


def _of_order(site: Site) -> str:
    """A measure behind the order of its size: 10万卡量级的|集群可扩展规模."""
    found = _ORDER.match(site.text[site.end :])
    if found is None or not found["what"].endswith(words.MEASURES):
        return ""
    return base_of(found["what"], site)
