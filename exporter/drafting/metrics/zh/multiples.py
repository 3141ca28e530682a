"""Multiples of another metric (净负债/EBITDA), or of its own past (恢复到2019年的|104%)."""

import re

from exporter.drafting.metrics.zh import words
from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.changes import name_of, plain_name
from exporter.drafting.metrics.zh.said import said_of, stripped
from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex
from exporter.facts.units import MULTIPLE, RATIO

_OF_OTHER = regex(
    r"(?:相当于|对应|是|为|等于|达到?|约为)(?:约|近|超过?)?(?P<other>[^，。；]{2,12}?)的(?:约|近|逾|超过?)*$"
)
_OWN_PAST = regex(r"^\s*$|去年|上年|同期|上季|上月|此前|年前|行业|预期|季度|月的?$|年$")


def multiple(site: Site) -> str:
    """A multiple of another metric (净负债/EBITDA), or of its own past (净利润同比倍数)."""
    if site.figure.dimension not in {MULTIPLE, RATIO}:
        return ""
    before = site.before
    found = _OF_OTHER.search(site.tail)
    if found is None:
        if site.figure.dimension == RATIO:
            return _recovered(site)
        is_doubled = site.figure.text[:1] == "翻" or "番" in site.behind[:2]
        base = said_of(site).base or (plain_name(name_of(site, before)) if before else "")
        return f"{base}同比倍数" if is_doubled and base else ""
    base = base_of(stripped(site.tail[: found.start()])[0], site)
    base = base or (plain_name(name_of(site, before)) if before else "")
    if site.figure.dimension == RATIO:
        other = base_of(found["other"], site)
        is_share = base and other.endswith(words.MEASURES) and not _OWN_PAST.search(found["other"])
        return f"{base}占{other}比重" if is_share and "占" not in site.tail else ""
    if not base:
        return ""
    if _OWN_PAST.search(found["other"]):
        return f"{base}同比倍数"
    other = base_of(found["other"], site)
    if re.search("市值|股价", base) and re.search("净?利润|盈利", other):
        return "市盈率"
    return f"{base}/{other}" if other and other not in base else f"{base}倍数"


_RECOVERED = regex(r"恢复(?:到|至)了?[^，。；]*的(?:约|近|逾|超过?)*$")


def _recovered(site: Site) -> str:
    """How much of an earlier level something has again: 恢复到2019年的|104%."""
    found, before = _RECOVERED.search(site.tail), site.before
    if found is None:
        return ""
    base = base_of(stripped(site.tail[: found.start()])[0], site)
    base = base or (plain_name(name_of(site, before)) if before else "")
    return f"{base}恢复率" if base else ""
