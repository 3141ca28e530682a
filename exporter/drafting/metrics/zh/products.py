"""Products in quotation marks whose sales a Chinese clause tells: 新车“山雀”上市两月已售出."""

from exporter.drafting.metrics.zh.sites import Site
from exporter.engine.regex import regex

_SINCE = "(?:上市|发布|推出|开售|面世|上架|问世|投放市场)"
# 公司新推出的|电动自行车“山雀”|上市半年已售出; who sells it, and "product", say nothing of it
_PRODUCT = regex(
    "(?:的(?P<kind>[\u4e00-\u9fff]{2,8}))?“(?P<name>[^“”，。；]{1,12})”"
    f"自?{_SINCE}[^，。；“”]{{0,8}}$"
)
# 新品“轻和”（29度，定价|168元|）
_IN_BRACKETS = regex("“(?P<name>[^“”，。；]{1,12})”[（(][^（()）]*$")
_PRICES = (
    "定价",
    "售价",
    "价格",
    "零售价",
    "单价",
    "出厂价",
    "建议零售价",
    "起售价",
    "容量",
    "重量",
)


def in_its_brackets(site: Site, name: str) -> str:
    """A bare price with the product in whose brackets it stands."""
    found = _IN_BRACKETS.search(site.text[: site.start]) if name in _PRICES else None
    return f"{found['name']}{name}" if found else name


_NO_KIND = ("产品", "新品", "品牌", "系列", "款", "名为", "叫做")


def product_before(site: Site) -> str:
    """The product that a clause names in quotation marks and tells the sales of; "" for none."""
    found = _PRODUCT.search(site.text[site.clause : site.start])
    if found is None:
        return ""
    kind = found["kind"] or ""
    return f"{'' if kind.endswith(_NO_KIND) else kind}{found['name']}"
