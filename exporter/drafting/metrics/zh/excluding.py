"""What a measure of Chinese text leaves out, as the clause before says.

若剔除汇兑损失，毛利率|12%|: 剔除汇兑损失的毛利率.
"""

from exporter.drafting.metrics.zh.changes import plain_name
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.metrics.zh.words import MEASURES
from exporter.engine.regex import regex

_WITHOUT = regex(
    "(?:^|[，。；：])(?:但|而|不过，?)?(?:若|如果?|倘若|假如|在)?(?P<how>剔除|撇除|撇开|不计|扣除)(?:掉)?"
    "(?P<what>[^，。；：0-9]{2,14}?)(?:的?(?:影响|因素))?(?:之?后)?(?:来看|计算|不计)?，(?P<rest>[^，。；：0-9]*)$"
)


def without_what(site: Site, name: str) -> str:
    """A name with what the clause right before it leaves out; others as they are."""
    found = _WITHOUT.search(site.text[: site.start])
    if found is None or not plain_name(name).endswith(MEASURES) or found["what"] in name:
        return name
    return f"剔除{found['what']}的{name}"
