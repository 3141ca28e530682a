"""Of which works a rate of use is that was told of before.

江西新工厂一期年产能60万台。目前产能利用率约为|75%|.
"""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.metrics.zh.words import WORKS
from exporter.engine.regex import regex
from exporter.evidence.reading import read_figures
from exporter.facts.folding import fold

_RATE = regex("产能利用率|开工率|稼动率|良品?率|满产率|负荷率")
_WORKS = regex(f"(?P<works>[^，。；0-9]{{1,10}}?(?:{WORKS}|新厂))")
# 公司整体产能利用率, 各工厂
_OF_ALL = regex(f"(?<![子分])公司|集团|整体|合计|全部|各|行业|平均|{WORKS}|我们")


def of_works_before(site: Site, name: str) -> str:
    """A rate of use with the works that the sentence before tells of, where its own names none."""
    if _RATE.fullmatch(name) is None or _OF_ALL.search(site.text[: site.start]):
        return name
    works = _told_before(site)
    return f"{works}{name}" if works else name


def _told_before(site: Site) -> str:
    """The works that figures of the sentence before are of; "" for none, or several."""
    sentences = [one for one in re.split("(?<=[。！？])", site.earlier.strip()) if one]
    if not sentences:
        return ""
    text = fold(sentences[-1])
    figures = read_figures(sentences[-1])
    where = replace(site, text=text, figures=figures, dates=(), earlier="")
    found = set()
    for one in figures:
        named = site.name(replace(where, start=one.start, end=one.end, figure=one))
        works = _WORKS.match(named.value)
        found.add(works["works"] if works and not named.doubt else "")
    found.discard("")
    return found.pop() if len(found) == 1 else ""
