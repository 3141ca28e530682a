"""The columns of an authoring workbook: one for each field of a fact, the needed ones first."""

from typing import NamedTuple

from exporter.facts.words import Bilingual


class AuthoringColumn(NamedTuple):
    """A column.

    Attributes:
        field: As facts files call it; so is its heading.
        width: In Excel's characters.
        note: What its heading says of it, in both languages.
        choices: The list that its cells are chosen from; "" for none.
        is_closed: Whether nothing else may stand there.
    """

    field: str
    width: float
    note: Bilingual
    choices: str = ""
    is_closed: bool = False


NEEDED = frozenset({"id", "entity", "metric.en", "metric.zh", "source", "quote"})
NUMBERS = frozenset({"value", "value.from", "value.to"})
_C, _B = AuthoringColumn, Bilingual

COLUMNS = (
    _C("id", 34, _B("A name of its own: a-z, 0-9, hyphen, dot, underscore; it never changes.",
                    "唯一且不变的编号：小写字母、数字、- . _")),
    _C("entity", 20, _B("Whom it is about: one of the entities in report.yaml.",
                        "主体：report.yaml 中的一个"), "entities"),
    _C("metric.en", 34, _B("What is measured or stated, in English.", "指标（英文）")),
    _C("metric.zh", 26, _B("The same in Chinese.", "指标（中文）")),
    _C("value", 14, _B("A number as one says it in its unit (19 with %), or a date.",
                       "数值：按单位所说的数（19 配 %），或日期")),
    _C("unit", 14, _B("A unit that is known, from the list or another; one of your own stands in "
                      "unit.en and unit.zh.", "已知单位；自定单位写在 unit.en 和 unit.zh"),
       "units"),
    _C("qualifier", 12, _B("How the number is meant; exact unless said.", "限定；不写即确切"),
       "qualifiers", is_closed=True),
    _C("period", 14, _B("2025, 2025-10, 2025-10-31, 2025-Q3, 2025-H1, FY2025, 2024/2025; the "
                        "source's date unless said.",
                        "期间：如 2025、2025-10、2025-Q3、FY2025；不写即来源日期")),
    _C("status", 12, _B("Whether it has happened; achieved unless said.", "状态；不写即已实现"),
       "statuses", is_closed=True),
    _C("source", 16, _B("The id of a recorded source: exporter source add.",
                        "已登记来源的编号（exporter source add）"), "sources"),
    _C("quote", 60, _B("The source's own words that carry the fact: whole clauses.",
                       "来源原文，须为完整分句")),
    _C("quote_en", 40, _B("Your English translation of the quote.", "引文的英文译文")),
    _C("quote_zh", 40, _B("Your Chinese translation of the quote.", "引文的中文译文")),
    _C("attribution.en", 18, _B("Who says so, in English.", "出处（英文）")),
    _C("attribution.zh", 18, _B("The same in Chinese.", "出处（中文）")),
    _C("unit.en", 14, _B("A unit of your own, in English, such as product lines.",
                         "自定单位（英文）")),
    _C("unit.zh", 12, _B("The same in Chinese, such as 条产品线.", "自定单位（中文）")),
    _C("unit.also", 14, _B("Other words of sources for it, parted by |.",
                           "来源对该单位的其他说法，以 | 分隔")),
    _C("value.en", 24, _B("A value that is a text, in English; value then stays empty.",
                          "文字值（英文）；此时 value 留空")),
    _C("value.zh", 20, _B("The same in Chinese.", "文字值（中文）")),
    _C("value.from", 14, _B("The low end of a range; value then stays empty.",
                            "区间下限；此时 value 留空")),
    _C("value.to", 12, _B("The high end of a range.", "区间上限")),
    _C("formula", 30, _B("What it is calculated by, from other facts, such as gross-profit / "
                         "revenue; value, source and quote then stay empty.",
                         "由其他条目计算，如 gross-profit / revenue；此时 value、source、quote "
                         "留空")),
    _C("decimals", 11, _B("How many decimals of what is calculated are shown.",
                          "计算结果显示的小数位数")),
    _C("replaces", 20, _B("The id of the fact of an earlier period in whose place this one "
                          "stands.", "被本期事实取代的上期事实编号")),
    _C("restates", 20, _B("The id of the fact of the same period whose figure was another.",
                          "同期间、数值被更正的事实编号")),
    _C("note.en", 24, _B("What is to be known of it: its basis, how it is defined.",
                         "附注：口径、定义（英文）")),
    _C("note.zh", 20, _B("The same in Chinese.", "附注（中文）")),
    _C("also_in", 30, _B('Further sources of the figure: [{"source": "…", "quote": "…"}].',
                         '其他来源：[{"source": "…", "quote": "…"}]')),
    _C("accept.en", 24, _B("Why you answer for what the quote does not prove.",
                           "采信理由（英文）")),
    _C("accept.zh", 20, _B("The same in Chinese.", "采信理由（中文）")),
    _C("review", 16, _B("new, or why somebody should still look at it.",
                        "待复核：new，或原因")),
    _C("carried", 12, _B("The edition that it was taken over from; empty it where you touch the "
                         "fact.", "沿用自哪一期；改动后清空")),
)  # fmt: skip
