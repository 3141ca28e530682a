"""在越南建厂，一期年产能60万台: of which works a phase is, and what it is to cost."""

import re

from exporter.drafting.metrics.zh.bare_nouns import base_of
from exporter.drafting.metrics.zh.sites import Site
from exporter.drafting.metrics.zh.subjects import MEASURE_OF_WORKS
from exporter.drafting.metrics.zh.words import WORKS
from exporter.engine.regex import regex

_PHASE = "(?P<phase>[一二三四五]期)(?:项目|工程)?"
_MEASURED = regex(f"{_PHASE}(?P<measure>.+)")
_PAID = regex(
    f"(?P<works>[^，。；：、0-9的]*){_PHASE}"
    "(?P<plan>(?:还|也|将|预计|计划|拟|需)*)再?投资(?:约|近|逾|超过?|达)*$"
)
_KIND = f"(?:{WORKS}|新厂|分厂|项目)"
_NAMED = regex(
    f"(?:^|[，。；：])(?P<works>[^，。；：、0-9“”在建投有各和与]{{2,14}}?{_KIND})(?![们等])"
)
_BUILT = regex(
    "在(?P<place>(?![当本]地|海外|境外|[^，。；]{0,3}[年月内外])[\u4e00-\u9fff]{2,10}?)(?:[新投筹扩]?建|设|办|开)(?:了|设|造|立|办)?(?:一?[座个家])?新?"
    f"(?:生产|制造|组装)?(?P<kind>厂(?![商家区房])|{WORKS})"
)
# Of several, or of one that is only pointed at: 两座工厂, 各基地, 该项目
_NOT_ONE = regex("[各几多两三四五六七八九十数][大个座家条]|^[该此其本各两这那首]|期|公司$")
_COUNTRIES = (
    "越南 泰国 印尼 印度尼西亚 马来西亚 新加坡 菲律宾 柬埔寨 老挝 缅甸 "
    "印度 孟加拉国 孟加拉 巴基斯坦 斯里兰卡 日本 韩国 乌兹别克斯坦 哈萨克斯坦 沙特 "
    "沙特阿拉伯 阿联酋 土耳其 以色列 埃及 摩洛哥 南非 尼日利亚 埃塞俄比亚 肯尼亚 "
    "匈牙利 德国 法国 英国 意大利 西班牙 葡萄牙 波兰 捷克 塞尔维亚 "
    "罗马尼亚 保加利亚 荷兰 比利时 瑞典 挪威 芬兰 俄罗斯 白俄罗斯 美国 "
    "加拿大 墨西哥 巴西 阿根廷 智利 秘鲁 哥伦比亚 澳大利亚 新西兰 "
).split()
_COUNTRY = regex("|".join(sorted(_COUNTRIES, key=len, reverse=True)))
_PROVINCE = regex("^[\u4e00-\u9fff]{2,6}?(?:省|自治区)(?=..)|(?<=..)[省市县]$")


def of_phase(site: Site, name: str) -> str:
    """The measure of a phase with the works that it is of, where one is told of before."""
    named = (_invested(site) or name) if name == "投资额" else name
    found = _MEASURED.fullmatch(named)
    if found is None or MEASURE_OF_WORKS.fullmatch(found["measure"]) is None:
        return named
    works = _works_before(site)
    return f"{works}{found['phase']}{found['measure']}" if works else named


def _invested(site: Site) -> str:
    """What a phase is to cost, with what its clause says that it is of; "" for another sum."""
    paid = _PAID.search(site.text[site.clause : site.start])
    if paid is None:
        return ""
    works = base_of(paid["works"], site)
    works = works if re.search(f"{_KIND}$", works) and not _NOT_ONE.search(works) else ""
    plan = "计划" if "计划" in paid["plan"] else ""
    return f"{works}{paid['phase']}{plan}投资额"


def _works_before(site: Site) -> str:
    """The only works of which its paragraph tells before; "" for none, several or an entity."""
    said = f"{site.earlier}{site.text[: site.start]}"
    named = (base_of(one["works"].rpartition("的")[2], site) for one in _NAMED.finditer(said))
    told = {one for one in named if len(one) > len("工厂") and not _NOT_ONE.search(one)}
    told |= {f"{_where(one['place'])}{_kind(one['kind'])}" for one in _BUILT.finditer(said)}
    works = told.pop() if len(told) == 1 else ""
    return "" if works in site.names else works


def _kind(kind: str) -> str:
    return "工厂" if kind == "厂" else kind


def _where(place: str) -> str:
    """A place as works are called after it: the country abroad, the town at home."""
    country = _COUNTRY.match(place)
    return country[0] if country else _PROVINCE.sub("", place)
