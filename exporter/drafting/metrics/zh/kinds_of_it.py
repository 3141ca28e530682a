"""A kind of what a figure before measures, told without its noun: 其中一年内到期的|28亿元."""

import re

from exporter.drafting.metrics.zh.changes import name_of, plain_name
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex
from exporter.evidence.reading import Figure
from exporter.facts.units import MULTIPLE, ORDINAL, POINTS, RATIO

_KIND = regex(
    "(?:^|[，；（])其中，?(?P<kind>[^，。；：、（）]{2,12}?)的"
    "(?P<share>(?:部分)?(?:就|也|已|则|合计|大?约)*占(?:到|了|比)?)?(?:部分)?"
    "(?:有|为|是|达到?|共计?|合计|就|也|已|则|大?约|近|逾|超过?|不到|不足)*$"
)
_NOT_KINDS = regex("^(?:公司|集团|[其该它])|贡献|[销产]?量$|[收利]润?入?$|占|第[一二三四五]")
_NO_AMOUNTS = frozenset({RATIO, POINTS, MULTIPLE, ORDINAL, "time", "calendar time"})
_OF_ALL = regex("(?:总额|总数|总量|余额|数量|(?<=[\u4e00-\u9fff]{2})[数额])$")


# 银行借款11亿元，其中|6.8亿元|须于一年内偿还
_DUE = regex(
    "(?:的?(?:部分|借款|债务|贷款))?(?:将|须|需|应|均)*[于在]?(?P<when>[^，。；0-9]{1,8}?(?:内|前|年底|年末))(?:须|需|将)?(?P<deed>到期|偿还|归还|兑付|支付)"
)
_OF_THEM = regex("其中，?(?:有|约|近|逾|超过?)*$")


def by_kind_of_it(site: Site) -> Guess[str] | None:
    """The kind and what the sentence measured before; none where it is no such kind."""
    if _OF_THEM.search(site.tail) and (due := _DUE.match(site.behind)) is not None:
        whole = _whole(site, site.start, is_share=False)
        name = plain_name(name_of(site, whole)) if whole is not None else ""
        return Guess(f"{due['when']}{due['deed']}的{name}") if name else None
    found = _KIND.search(site.text[: site.start])
    if found is None or _NOT_KINDS.search(found["kind"]):
        return None
    is_share = site.figure.dimension == RATIO and found["share"] is not None
    if is_share is (site.figure.dimension in _NO_AMOUNTS):
        whole = _whole(site, found.start(), is_share=is_share)
        name = plain_name(name_of(site, whole)) if whole is not None else ""
        if name and "占" not in name:
            end = "占比" if is_share else ""
            return Guess(f"{found['kind']}{_OF_ALL.sub('', name) if is_share else name}{end}")
    return None


def _whole(site: Site, end: int, *, is_share: bool) -> Figure | None:
    """The figure of which a kind is told: the last amount, of the same unit or of any."""
    own = re.sub(":.*", "", site.figure.dimension)
    amounts = [
        one
        for one in site.figures
        if one.end <= end
        and one.dimension not in _NO_AMOUNTS
        and (is_share or one.dimension.startswith(own))
    ]
    return amounts[-1] if amounts else None
