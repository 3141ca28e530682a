"""Where counted things are, which their clause says: 在马来西亚和泰国共有|97家|门店."""

import re

from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex
from exporter.facts.units import COUNT

_PLACED = regex(
    "(?<![存潜实现内外])在(?![建手售册校岗职研营途运线产此这该其当内编租管全各国境地行业市店华])"
    "(?P<place>[\u4e00-\u9fff、]{2,14}?)(?:等地|等国|市场|地区|两地|三地|两国|三国)?"
    "(?:目前|现|合计|总共|一共|累计|已|还|仍|也|共计|共)*(?:拥有|设有|开出|开设|开有|经营着?|运营着?|布局了?|有)"
    "(?:[^，。；0-9]{0,6}?)(?:约|近|逾|超过?|共)*$"
)
_NO_PLACE = regex(
    "[期年月内中上下时前后间里面线末初]$|各$|方面|领域|过程|项目|平台|公司|集团|其中|[的把将被由]"
)


def placed(site: Site, name: str) -> str:
    """A name with the place whose things a clause counts; the name as it is where it says none."""
    if site.figure.dimension != COUNT or not re.search(
        "(?:店|站|厂|库|点|所|院|场|园|馆|基地|中心)数?量?$", name
    ):
        return name
    found = _PLACED.search(site.without_dates(site.clause, site.start))
    if found is None or _NO_PLACE.search(found["place"]):
        return name
    place = found["place"]
    is_known = place in name or any(one in place for one in site.names)
    return name if is_known else f"{place}{name}"
