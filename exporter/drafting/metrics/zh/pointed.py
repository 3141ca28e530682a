"""What a clause only points at: 该业务全年|毛利率| is of the business that was named before."""

import re
from dataclasses import replace

from exporter.drafting.metrics.zh.said import base_of
from exporter.drafting.metrics.zh.sites import OPEN, Site
from exporter.drafting.model import Guess

_POINTS = re.compile("[该此](?P<kind>业务|板块|产品|业务线|产品线|系列|车型|机型|品类)")
_WHEN = re.compile("^(?:今年|明年|全年|上半年|下半年|[一二三四]季度)的?")
# 公司加大对|家电业务
_LEAD = re.compile("^.*(?:[对把将向在的]|加大|发展|布局|出售|扩大|聚焦)(?=..)")


def pointed_at(site: Site, guess: Guess[str]) -> Guess[str]:
    """A name with what the words before its clause say that 该业务 is; a doubt where none does."""
    found = _POINTS.search(site.text, site.clause, site.start)
    if found is None or guess.doubt:
        return guess
    kind, said = found["kind"], f"{site.earlier}{site.text[: found.start()]}"
    measure = _WHEN.sub("", re.sub(f"^[该此]?{kind}(?!收入占)", "", guess.value))
    named = re.findall(f"(?:^|[，。；：、])([^，。；：、0-9]{{2,10}}?{kind})", said)
    owner = base_of(_LEAD.sub("", named[-1]), site) if named else ""
    if len(owner) > len(kind) and not owner.startswith(("该", "此", "各", "其")):
        return replace(guess, value=f"{owner}{measure}")
    if not site.text[: found.start()].strip() and _names_one(site):
        return replace(guess, value=measure or guess.value)
    return Guess(guess.value if guess.value == measure else f"{kind}{measure}", OPEN)


def _names_one(site: Site) -> bool:
    """Whether the sentence before is of somebody known, who is what this one points at."""
    last = re.split("[。！？]", site.earlier.rstrip().removesuffix("。"))[-1]
    return any(name in last for name in site.names if name not in {"公司", "集团"})
