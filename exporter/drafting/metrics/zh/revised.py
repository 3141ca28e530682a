"""A forecast as it was before it was revised: told apart from what it is now."""

import re

from exporter.drafting.metrics.zh.sites import Site

_MEANT = tuple("预测 预期 预估 预计 指引 目标 规划 预算".split())
_REVISES = "(?:上调|下调|上修|下修|调高|调低|调升|调降|提高|提升|降低|下降|修订|修正|调整)"
# Figures beside one another, without another word: 由|3亿元、4亿元|上调至
_FIGURES = "[0-9.,%、和及至到约近万亿千百美港欧日元股每左右\\s～~—-]*"
_FROM = re.compile(f"[从由](?:此前|之前|先前|原先|原来|原)?的?{_FIGURES}$")
_THEN = re.compile(f"{_FIGURES}(?:大幅|小幅|略微)?{_REVISES}(?:至|到|为)")


def before_revised(site: Site, name: str) -> str:
    """A name with 此前 where the figure is what a forecast was: 盈利预测由|3亿元|上调至4亿元."""
    if (
        name.endswith("目标价")
        or name.startswith("此前")
        or not _FROM.search(site.text[: site.start])
    ):
        return name
    if not name.endswith(_MEANT) or not _THEN.match(site.text, site.end):
        return name
    return f"此前{name}"
