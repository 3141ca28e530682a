"""The facts that every contender writes: 12 columns as an analyst has them, in Parquet.

Every fact has a quote of its own in Chinese, with one to three figures in it, and its translation;
the figure that the fact states is among them, so the facts pass the check. Quotes of one kind
differ in figures and codes, as in a vendor's table; or in words as well, with names for codes.
Where fewer distinct quotes are asked for, facts share them in turn. There is no chance in it: the
same size always gives the same facts.

    python -m benchmarks.data SIZE[/QUOTES[w]]...    writes files that are not there; w: of words
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.cache import facts_path, whole

ENTITIES = ("DingTalk", "Taobao Wenwen", "Alibaba.com", "Banma", "Quark", "Tmall Genie")
QUOTES_IN_SOURCE = 1000  # a long filing; a note has fewer
GROUP_ROWS = 122_880  # of a Parquet row group, as DuckDB has it; pyarrow's own is eight times that
COLUMNS = pa.schema(
    [
        ("id", pa.string()),
        ("entity", pa.string()),
        ("metric", pa.string()),
        ("value", pa.float64()),
        *((name, pa.string()) for name in (
            "unit", "qualifier", "period", "status", "attribution", "source", "quote", "quote_en",
        )),
    ]
)  # fmt: skip

_QUALIFIERS = (("exact", "", ""), ("about", "约", "about "), ("over", "超过", "over "))
_ATTRIBUTIONS = ("Alibaba Cloud", "CICC", "")
_SEGMENTS = 60
# Names of companies, as many as quotes: 24 x 24 x 24 x 8.
_PLACES = (
    "华东 岭南 江海 滨州 云台 苏北 川西 鲁中 闽南 辽东 关中 浦江 太湖 洞庭 钱塘 漓江 秦岭 "
    "淮安 临安 永定 长白 天山 祁连 昆仑"
)
_FANCIES = (
    "星河 瑞丰 恒远 博文 佳禾 明德 新宇 汇通 安信 启航 鼎盛 金桥 银杏 绿洲 蓝海 红杉 白鹭 "
    "青松 紫荆 朝阳 飞鹰 骏马 巨石 清泉"
)
_TRADES = (
    "纺织 化工 物流 医药 软件 机械 食品 家居 建材 能源 电器 光学 航运 钢铁 造纸 印刷 玩具 "
    "陶瓷 茶叶 果业 种业 渔业 旅游 出版"
)
_FORMS = "集团 公司 商行 工厂 实业 股份 联盟 中心"
_NAMES = tuple(words.split() for words in (_PLACES, _FANCIES, _TRADES, _FORMS))


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fact: its metric, its unit, and how sources say it.

    In the sentences, `code` is who is meant, `q` the qualifier's word, `n` the figure that the fact
    states, `k` another one.
    """

    metric: str
    unit: str
    zh: str
    en: str
    decimals: bool = False


_KINDS = (
    Kind("Users", "users", "截至{zh}，商家{code}的用户数{q}达{n}",
         "As of {en}, merchant {code} had {q}{n} users"),
    Kind("Developers", "developers", "{zh}，服务商{code}已吸引{q}{n}名开发者入驻，覆盖{k}个城市",
         "In {en}, provider {code} had attracted {q}{n} developers, in {k} cities"),
    Kind("Orders", "orders", "{code}号店铺在{zh}产生{q}{n}笔订单，同比增长{k}%",
         "Store {code} had {q}{n} orders in {en}, up {k}% on the year"),
    Kind("Conversion rate", "%", "{zh}，{code}号场景的转化率为{q}{n}%，居{k}个场景之首",
         "In {en}, use case {code} converted {q}{n}%, the most of {k} use cases", decimals=True),
    Kind("Free computing time", "hours", "项目{code}在{zh}获得{q}{n}小时免费算力",
         "Project {code} was given {q}{n} hours of computing time in {en}"),
    Kind("Cloud revenue", "CNY million",
         "{zh}，客户{code}的云服务收入为人民币{q}{n}百万元，{k}家机构参与调研",
         "In {en}, cloud revenue from {code} was {q}CNY {n} million; {k} firms were asked",
         decimals=True),
    Kind("Downloads", "downloads", "模型{code}在{zh}获得{q}{n}次下载",
         "Model {code} was downloaded {q}{n} times in {en}"),
    Kind("Companies served", "companies", "{zh}，平台{code}服务{q}{n}家企业，其中{k}%为新客户",
         "In {en}, platform {code} served {q}{n} companies, {k}% of them new customers"),
)  # fmt: skip


def facts(size: int, distinct: int = 0, *, worded: bool = False) -> Iterator[pa.Table]:
    """The facts, by COLUMNS, in tables of GROUP_ROWS rows at most.

    Args:
        size: How many facts.
        distinct: How many distinct quotes they have; as many as facts where it is 0.
        worded: Whether quotes differ in words, and not in figures and codes alone.
    """
    name = _name if worded else _code
    for start in range(0, size, GROUP_ROWS):
        rows = range(start, min(start + GROUP_ROWS, size))
        columns = zip(*(_fact(row, row % (distinct or size), name) for row in rows), strict=True)
        yield pa.table([pa.array(one) for one in columns], schema=COLUMNS)


def facts_file(size: int, distinct: int = 0, *, worded: bool = False) -> Path:
    """The Parquet file of the facts, written when it is first asked for."""
    path = facts_path(size, distinct, worded=worded)
    if not path.exists():
        with whole(path) as temporary, pq.ParquetWriter(temporary, COLUMNS) as writer:
            for table in facts(size, distinct, worded=worded):
                writer.write_table(table)
    return path


def _code(quoted: int, mixed: int) -> str:
    return f"{chr(65 + mixed % 26)}{quoted:07d}"


def _name(quoted: int, _: int) -> str:
    words = []
    for choice in _NAMES:
        quoted, index = divmod(quoted, len(choice))
        words.append(choice[index])
    return "".join(words)


def _fact(row: int, quoted: int, name: Callable[[int, int], str]) -> tuple[str | float, ...]:
    """Fact number `row`, which quote number `quoted` carries; `name` says who is meant there."""
    kind = _KINDS[quoted % len(_KINDS)]
    qualifier, zh, en = _QUALIFIERS[quoted // 8 % 3]
    mixed = quoted * 2_654_435_761 % 2**32  # Knuth's multiplier: neighbours lie far apart
    figure = f"{mixed % 998 / 10 + 0.1:.1f}" if kind.decimals else str(10_000 + mixed % 9_990_000)
    year, month = 2021 + quoted // 12 % 3, 1 + quoted % 12
    words = {"code": name(quoted, mixed), "n": figure, "k": 3 + mixed % 89}
    return (
        f"fact-{row:07d}",
        ENTITIES[row % len(ENTITIES)],
        f"{kind.metric}, segment {_letters(quoted // 8 % _SEGMENTS)}",
        float(figure),
        kind.unit,
        qualifier,
        f"{year}-{month:02d}",
        "achieved",
        _ATTRIBUTIONS[row % 3],
        source_of(quoted),
        kind.zh.format(q=zh, zh=f"{year}年{month}月", **words),
        kind.en.format(q=en, en=f"{year}-{month:02d}", **words),
    )


def _letters(number: int) -> str:
    """A name without digits, since of digits in a metric's name each fact would be in doubt."""
    return f"{chr(65 + number // 26)}{chr(65 + number % 26)}"


def source_of(quoted: int) -> str:
    """The source in which quote number `quoted` stands."""
    return f"source-{quoted // QUOTES_IN_SOURCE + 1:04d}"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        facts_file(*map(int, argument.rstrip("w").split("/")), worded=argument.endswith("w"))
