"""What sums of works are, whose works stand behind them: 投资|12亿元|建设的湖北基地.

The works are the clause's subject, of which what follows tells: when they open, what they make.
"""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.model import Guess
from exporter.engine.regex import regex

_DEED = "(?:总投资额?|(?:计划|拟|合计|累计|共|总计)?(?:投资|投入|斥资|耗资|出资|豪掷|砸))"
_PAID = regex(f"(?P<deed>{_DEED})(?:了|约|近|逾|超过?|达|高达|为|人民币|资金)*$")
_BUILT = (
    "(?:投资|新|扩|改|兴|筹|动工|开工)?"
    "(?:建设|建造|建成|兴建|建|打造|改造|升级|开发|设立|布局|投建)"
)
_WORKS = regex(
    f"(?:元|人民币)?(?:{_BUILT}(?P<built>的)|的)(?P<works>[^，。；：、的0-9]{{2,14}}?)"
    "(?=(?:原(?:本|定|计划|拟)|预计|计划|有望|将|已|拟|目前|正|于|在|今|明|去|当|年[内底初中]|按|全面|顺利|如期|正式|投产|建成|启用|竣工|开业"
    f"|开工|动工|落成|达产|下线|[，。；])|[0-9])"
)
_IS_WORKS = regex(
    "(?:工厂|基地|厂区|厂房|厂|项目|产线|生产线|产业园|园区|电站|仓|仓库|中心|矿山|煤矿|码头|大楼|车间|总部|冷库|酒店"
    "|门店|商场|医院|学校|机场|港口|铁路|公路|隧道|大桥|[一二三四]期(?:工程)?|工程|园|馆|站|塔|城)$"
)


def by_works(site: Site) -> Guess[str] | None:
    """The sum that works cost which stand behind it, with their name."""
    paid = _PAID.search(site.tail) if site.is_money else None
    works = _WORKS.match(site.behind) if paid is not None else None
    if paid is None or works is None:
        return None
    is_led = paid[0] == site.text[site.clause : site.start].removeprefix("公司")
    if not (works["built"] or paid["deed"].startswith("总投资") or is_led):
        return None
    name = base_of(works["works"], site)
    if _IS_WORKS.search(name) is None:
        return None
    deed = re.sub("^(?:计划|拟|合计|累计|共|总计)", "", paid["deed"])
    if deed.startswith("总投资"):
        return Guess(f"{name}{deed}")
    return Guess(words.SPENT[deed].format(name))
