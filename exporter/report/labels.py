"""The exporter's own words on sheets and pages, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from exporter.facts.words import Bilingual

CONTENTS = Bilingual("Contents", "目录")
SOURCES = Bilingual("Sources", "资料来源")
CHECKS = Bilingual("Checks", "校验")

# An entity sheet's columns, in order (DESIGN, section 6).
FACT_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "metric": Bilingual("Metric", "指标"),
        "value": Bilingual("Value", "数值"),
        "unit": Bilingual("Unit", "单位"),
        "qualifier": Bilingual("Qualifier", "限定"),
        "as_of": Bilingual("As of", "截至"),
        "status": Bilingual("Status", "状态"),
        "attribution": Bilingual("Attributed to", "出处"),
        "quote": Bilingual("Quote", "原文"),
        "translation": Bilingual("Translation", "译文"),
        "source": Bilingual("Source", "来源"),
        "fact": Bilingual("Fact", "编号"),
    }
)
CONTENTS_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "sheet": Bilingual("Sheet", "工作表"),
        "facts": Bilingual("Facts", "条目数"),
        "headline": Bilingual("Headline", "要点"),
        "figure": Bilingual("Figure", "数值"),
        "unit": Bilingual("Unit", "单位"),
        "as_of": Bilingual("As of", "截至"),
    }
)
SOURCE_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "source": Bilingual("Source", "编号"),
        "title": Bilingual("Title", "标题"),
        "publisher": Bilingual("Publisher", "发布者"),
        "author": Bilingual("Author", "作者"),
        "published": Bilingual("Published", "发布日期"),
        "retrieved": Bilingual("Retrieved", "获取日期"),
        "facts": Bilingual("Facts quoted", "引用条目数"),
        "url": Bilingual("Address", "网址"),
        "sha256": Bilingual("SHA-256 of the text", "全文SHA-256"),
    }
)
CHECK_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "sheet": Bilingual("Sheet", "工作表"),
        "check": Bilingual("Check", "校验项"),
        "expected": Bilingual("Expected", "应为"),
        "found": Bilingual("Found", "实为"),
        "result": Bilingual("Agrees", "一致"),
    }
)
CHECKS_MADE: Mapping[str, Bilingual] = MappingProxyType(
    {
        "facts": Bilingual("Facts in the table", "表内条目数"),
        "confirmed": Bilingual(
            "Figures and dates confirmed by their quotes", "经原文核实的数值与日期"
        ),
        "sum": Bilingual("Sum of the figures", "数值合计"),
        "quotes": Bilingual("Quotes verified in their sources", "经来源核实的原文"),
        "total": Bilingual("Facts in all sheets", "全部条目数"),
    }
)
WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "as of": Bilingual("As of {date}", "截至{date}"),
        "facts": Bilingual("{count} facts", "{count}条"),
        "fact": Bilingual("1 fact", "1条"),
        "page": Bilingual("Page &P of &N", "第 &P 页，共 &N 页"),
        "units": Bilingual("Units", "单位"),
        "qualifiers": Bilingual("Qualifiers", "限定"),
        "statuses": Bilingual("Statuses", "状态"),
        "all sheets": Bilingual("All sheets", "全部工作表"),
        "sheets note": Bilingual("{sheets} sheets, {count} facts", "共{sheets}张工作表，{count}条"),
        "sources note": Bilingual(
            "Every quote in this workbook is from one of these", "本工作簿的全部原文引自以下资料"
        ),
        "checks note": Bilingual(
            "Live formulas: every line must read TRUE", "公式实时计算：每一行均应为TRUE"
        ),
        "chart alt": Bilingual("Bar chart of {title}: {bars}", "{title}条形图：{bars}"),
        "list separator": Bilingual("; ", "；"),
    }
)
PAGE_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "views": Bilingual("Broker views", "券商观点"),
        "drivers": Bilingual("Drivers named by each broker", "各券商提及的驱动因素"),
        "figures": Bilingual("Key figures behind the views", "观点背后的关键数据"),
        "driver": Bilingual("Driver", "驱动因素"),
        "exhibit": Bilingual("Exhibit", "图表"),
        "source": Bilingual("Source", "资料来源"),
        "as_of": Bilingual("As of", "截至"),
        "named": Bilingual("named", "提及"),
        "not_named": Bilingual("not named", "未提及"),
        "rating": Bilingual("Rating", "评级"),
        "target": Bilingual("Target price", "目标价"),
        "report_date": Bilingual("Report date", "报告日期"),
        "disclosures": Bilingual("Disclosures", "声明"),
    }
)


def columns_in(columns: Mapping[str, Bilingual], lang: str) -> dict[str, str]:
    """The headers of a table in one language, by key and in order."""
    return {key: text.zh if lang == "zh" else text.en for key, text in columns.items()}
