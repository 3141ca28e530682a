"""What a share is quoted at: 股价一度涨7%，最高见|48.6港元, 通捷A股收报|15.4元.

And at what multiple of earnings a target price values it, which is another than today's.
"""

from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

_QUOTED = regex(
    r"(?:[.](?:SZ|SH|HK|BJ|N|O)[)）]?|[)）])\s*(?:昨日|今日|当日|最新)?(?:收?报|收于|报收|收盘|收)于?\s*$"
    r"|(?<![配每发供行])股价(?!值|格)[^，。；]{0,8}$"
)
_SHARE_AT = regex(
    r"^\s*(?:盘中)?(?:最高|最低)?(?:曾|一度)?(?:见|触及|收?报|收于|报收|至|探至|下探|上探)于?\s*$"
)


# 通捷A股收报|15.4元
_CLOSED = regex("(?:收报|报收|收于|收盘报|收盘于|收在)\\s?$")
_OWN_SHARES = regex(
    "(?:[ABH]股|股价|股份|^\\s*)(?:最新|昨日|今日|当日|\\s)*(?:收报|报收|收于|收盘报|收盘于|收在)\\s?$"
)
# 截至4月28日收盘，朔岭乳业报|12.84元
_AT_CLOSE = regex(
    "(?:收盘|盘中|发稿|早盘|午后|午间)[^。；]{0,14}(?<![预申上])(?:收?报|收于|报收|收)$"
)


def share_price(site: Site) -> str:
    """What a share is quoted at: （300999.SZ）报|21.35元, 股价一度涨7%，最高见|48.6港元."""
    if not site.is_money or "市值" in site.tail:
        return ""
    if _QUOTED.search(site.text[site.clause - 1 if site.clause else 0 : site.start]):
        return "股价"
    if _CLOSED.search(site.text[: site.start]) and _OWN_SHARES.search(_without_names(site)):
        return "股价"
    if _AT_CLOSE.search(site.text[: site.start].rstrip()):
        return "股价"
    before = site.before
    is_after = before is not None and "股价" in site.text[: before.start]
    return "股价" if is_after and _SHARE_AT.search(site.tail) else ""


def _without_names(site: Site) -> str:
    """The words before a figure in its clause without the names of companies."""
    said = site.tail
    for name in site.names:
        said = said.replace(name, " ")
    return said


_MULTIPLES = frozenset("市盈率 市净率 市销率 PE PB PS P/E P/B P/S".split())
_OF_TARGET = regex(
    "目标价[^，。；]*?[0-9.]+(?:亿|万)?(?:港|美|欧|日|新台币)?元?[^，。；0-9]*，(?:[^，。；]*空间，)?"
    "(?:即|也)?(?:对应|相当于|隐含|折合)[^，。；股]*$"
)


def at_target_price(site: Site, name: str) -> str:
    """A multiple with the target price that it goes with: 目标价46元，对应2027年|24倍|市盈率."""
    if name not in _MULTIPLES or not _OF_TARGET.search(site.text[: site.start]):
        return name
    return f"目标价对应{name}"
