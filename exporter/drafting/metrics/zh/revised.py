"""A forecast as it was before it was revised: told apart from what it is now."""

import re

from exporter.drafting.metrics.zh.changes import name_of
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.periods.aims_zh import (
    BELOW_EARLIER,
    aim_set_earlier,
    is_replaced,
    starts_revision,
)
from exporter.engine.regex import regex
from exporter.facts.units import RATIO

_MEANT = tuple("预测 预期 预估 预计 指引 目标 规划 预算".split())
_REVISES = (
    "(?:上调|下调|上修|下修|调高|调低|调升|调降|提高|提升|降低|下降|修订|修正|调整"
    "|砍|削减|压缩|缩减|压降|拉长|延长|缩短|推迟)"
)
# Figures beside one another, without another word: 由|3亿元、4亿元|上调至
_FIGURES = "[0-9.,%、和及至到约近万亿千百美港欧日元股每左右\\s～~—-]*"
_FROM = regex(f"[从由](?:此前|之前|先前|原先|原来|原)?的?{_FIGURES}$")
_THEN = regex(f"{_FIGURES}(?:大幅|小幅|略微)?{_REVISES}(?:至|到|为)")


# 此前|预测为|4亿元: what that was is told before its clause
# 由此前计划的|12亿元|下调至9亿元
_OF_AIM = regex(
    "[从由](?:此前|之前|先前|原先|原来|原本|年初|早前|当初|最初|起初|原)的?"
    f"(?P<aim>计划|目标|预算|指引|预期|预测|规划|测算|估算|设想)的{_FIGURES}$"
)
_BARE = regex("(?:此?前|之前|原|先前)的?(?P<noun>预测|预期|预估|预计|目标|指引|值)值?")


def told_before(site: Site, name: str) -> str:
    """A bare 此前预测 with the metric of the clause before; another name as it is."""
    said = site.text[site.clause : site.start]
    bare = re.match(f"[而其]?{_BARE.pattern}(?:则|分别)*(?:为|是)", said)
    earlier = [one for one in site.figures if one.end <= site.clause]
    if bare is None or not earlier:
        return name
    if (
        name.endswith(bare["noun"])
        and bare["noun"] != "值"
        and not _BARE.fullmatch(name.removesuffix("数"))
    ):
        return name if name.startswith("此前") else f"此前{name}"  # named by the figure before
    if not (_BARE.fullmatch(name.removesuffix("数")) or "前值" in said):
        return name
    whole = name_of(site, earlier[-1])
    noun = "" if whole.endswith(_MEANT) or bare["noun"] == "值" else bare["noun"]
    return whole if whole.startswith(("此前", "前")) else f"此前{whole}{noun}"


def _compared(site: Site, name: str) -> str:
    """The metric of the figure before that is set beside one; its own name where none is."""
    alike = (
        one
        for one in site.figures
        if one.end <= site.clause and one.dimension == site.figure.dimension
    )
    *_, before = (None, *alike)
    return name if before is None else name_of(site, before)


_BELOW = regex(f"{BELOW_EARLIER}$")


def before_revised(site: Site, name: str) -> str:
    """A name with 此前 where the figure is what a forecast was: 盈利预测由|3亿元|上调至4亿元."""
    if aim := aim_set_earlier(site.text, site.start, site.end):
        return f"此前{_compared(site, name).removesuffix(aim)}{aim}"
    if (below := _BELOW.search(site.text[: site.start])) and site.figure.dimension != RATIO:
        return f"此前{name.removesuffix(below['aim'])}{below['aim']}"
    aimed = _OF_AIM.search(site.text[: site.start])
    if aimed is not None and _THEN.match(site.text, site.end) and site.figure.dimension != RATIO:
        return f"此前{name.removesuffix(aimed['aim'])}{aimed['aim']}"
    if is_replaced(site.text, site.start, site.end) or starts_revision(
        site.text, site.start, site.end
    ):
        meant = "" if name.endswith(_MEANT) else "指引"
        return name if name.startswith("此前") else f"此前{name}{meant}"
    if (
        name.endswith("目标价")
        or name.startswith("此前")
        or not _FROM.search(site.text[: site.start])
    ):
        return name
    if not name.endswith(_MEANT) or not _THEN.match(site.text, site.end):
        return name
    return f"此前{name}"
