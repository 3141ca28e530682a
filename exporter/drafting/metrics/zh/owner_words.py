"""The words before a noun that say whose it is, or where: 新能源车|的|销量, 柔佛州|的|生产基地."""

import re

from exporter.drafting.metrics.zh import words
from exporter.engine.regex import regex

_COMPANY = regex(
    r"^[^，及和与、]{1,8}?(?:集团|公司|股份|(?<!私人|投资|手机|零售|数字|开放)银行(?=[^业间贷存借卡理])|证券|科技)(?=[^数])(?!收入|贷款|业务)"
)


_LONGEST_OWNED, _LONGEST_OF_WORKS = 10, 16  # characters
# 柔佛州的|生产基地总投资: where works are tells them apart
_OF_WORKS = regex(f"[\u4e00-\u9fff]{{0,4}}(?:{words.WORKS}).")


_BEGUN = tuple("工 产 建 用 业 资 成 设 立 立项 批 动 约 营 运 划 司 团".split())  # 动工|的产线


def without_owner(said: str) -> str:
    """A noun without whose it is; 新能源车的销量 is 新能源车销量."""
    said = said.removeprefix("中的")  # 十月至十一月|中的同店销售
    if "的" in said.replace("标的", ""):
        owner, _, thing = said.rpartition("的")
        is_place = _OF_WORKS.match(thing) and not owner.endswith(_BEGUN)
        longest = _LONGEST_OF_WORKS if is_place else _LONGEST_OWNED
        is_short = len(owner) + len(thing) <= longest and "的" not in owner
        said = f"{owner}{thing}" if is_short else thing
    said = _COMPANY.sub("", said) or said
    return re.sub(r"^.*中的(?=..)", "", said).lstrip("则亦也")


_PRODUCT = regex(
    r"(?:[“\"][^”\"]{1,8}[”\"][\u4e00-\u9fff]{0,4}|[\u4e00-\u9fff]{0,4}[A-Za-z][A-Za-z0-9+-]*[\u4e00-\u9fff]{0,4}"
    r"|[\u4e00-\u9fff]{2,8}(?:业务|板块|系列|产品|机型|车型|疫苗|注射液|胶囊|单抗|芯片|组件|系统|渠道|市场|地区|事业部|分部"
    r"|手机|手游|游戏|空调|冰箱|电池|药|酒|片|剂|门店|[机车器灯鞋粮奶油肉茶膜板管钢纸布砖漆镜表椅床柜泵阀缆胎料]))$"
)


def product_in(owner: str) -> str:
    """The product whose measure stands behind a date: 主力产品“清源”注射液|三季度|收入."""
    found = _PRODUCT.search(owner.strip())
    return re.sub('[“”"]', "", found[0]) if found else ""
