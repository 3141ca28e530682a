"""The facts that every contender writes: 12 columns as an analyst has them, in Parquet.

Every fact has a quote of its own in Chinese, with one to three figures in it, and its translation;
the figure that the fact states is among them, so the facts pass the check. Where fewer distinct
quotes are asked for, facts share them in turn. There is no chance in it: the same size always gives
the same facts.

    python -m benchmarks.data SIZE[/QUOTES]...    writes the files that are not there yet
"""

import sys
from collections.abc import Iterator
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
         "Store {code} took {q}{n} orders in {en}, up {k}% on the year"),
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


def facts(size: int, distinct: int = 0) -> Iterator[pa.Table]:
    """The facts, by COLUMNS, in tables of GROUP_ROWS rows at most.

    Args:
        size: How many facts.
        distinct: How many distinct quotes they have; as many as facts where it is 0.
    """
    for start in range(0, size, GROUP_ROWS):
        rows = range(start, min(start + GROUP_ROWS, size))
        columns = zip(*(_fact(row, row % (distinct or size)) for row in rows), strict=True)
        yield pa.table([pa.array(one) for one in columns], schema=COLUMNS)


def facts_file(size: int, distinct: int = 0) -> Path:
    """The Parquet file of the facts, written when it is first asked for."""
    path = facts_path(size, distinct)
    if not path.exists():
        with whole(path) as temporary, pq.ParquetWriter(temporary, COLUMNS) as writer:
            for table in facts(size, distinct):
                writer.write_table(table)
    return path


def _fact(row: int, quoted: int) -> tuple[str | float, ...]:
    """Fact number `row`, which quote number `quoted` carries."""
    kind = _KINDS[quoted % len(_KINDS)]
    qualifier, zh, en = _QUALIFIERS[quoted // 8 % 3]
    mixed = quoted * 2_654_435_761 % 2**32  # Knuth's multiplier: neighbours lie far apart
    figure = f"{mixed % 998 / 10 + 0.1:.1f}" if kind.decimals else str(10_000 + mixed % 9_990_000)
    year, month = 2021 + quoted // 12 % 3, 1 + quoted % 12
    words = {"code": f"{chr(65 + mixed % 26)}{quoted:07d}", "n": figure, "k": 3 + mixed % 89}
    return (
        f"fact-{row:07d}",
        ENTITIES[row % len(ENTITIES)],
        f"{kind.metric}, segment {quoted // 8 % _SEGMENTS + 1}",
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


def source_of(quoted: int) -> str:
    """The source in which quote number `quoted` stands."""
    return f"source-{quoted // QUOTES_IN_SOURCE + 1:04d}"


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        facts_file(*map(int, argument.split("/")))
