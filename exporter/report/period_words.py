"""What the sheet Periods says, in both languages: headers, and words where there is no figure."""

from collections.abc import Mapping
from types import MappingProxyType

from exporter.facts.sheet_labels import COLUMN_LABELS
from exporter.facts.words import Bilingual

PERIOD_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "entity": Bilingual("Entity", "主体"),
        "metric": COLUMN_LABELS["metric"],
        "unit": COLUMN_LABELS["unit"],
        "attribution": COLUMN_LABELS["attribution"],
        "status": COLUMN_LABELS["status"],
        "latest": Bilingual("Latest", "最近一期"),
    }
)
PERIOD_CHANGES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "change year": Bilingual("Change y/y", "同比变动"),
        "growth year": Bilingual("Growth y/y", "同比增速"),
        "change half": Bilingual("Change h/h", "环比变动"),
        "growth half": Bilingual("Growth h/h", "环比增速"),
        "change quarter": Bilingual("Change q/q", "环比变动"),
        "growth quarter": Bilingual("Growth q/q", "环比增速"),
        "change month": Bilingual("Change m/m", "环比变动"),
        "growth month": Bilingual("Growth m/m", "环比增速"),
        "change before": Bilingual("Change on previous", "较上次变动"),
        "growth before": Bilingual("Growth on previous", "较上次增速"),
    }
)
PERIOD_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "no figure": Bilingual("no figure", "无数据"),
        "in words": Bilingual("in words", "文字表述"),
        "no base": Bilingual("no earlier figure", "无可比数据"),
        "a range": Bilingual("a range", "区间"),
        "not exact": Bilingual("not exact", "非确切值"),
        "a rank": Bilingual("a rank", "名次"),
        "in points": Bilingual("in points", "以百分点计"),
        "below zero": Bilingual("n.m.: below zero", "负值"),
        "from zero": Bilingual("n.m.: from zero", "基数为零"),
        "points": Bilingual(" pp", "个百分点"),
        "status of": Bilingual("{period}: {status}", "{period}：{status}"),
        "side by side": Bilingual("Metrics by period: {count}", "分期对照指标：{count}项"),
        "note": Bilingual("metrics side by side: {count}", "分期对照的指标：{count}项"),
        "note left out": Bilingual(
            "entities of more than {most} facts, not here: {count}",
            "超过{most}条、未列入的主体：{count}个",
        ),
        "note year": Bilingual(
            "y/y: on the same period of the year before", "同比：与上年同期相比"
        ),
        "note half": Bilingual("h/h: on the half before", "环比：与上一期相比"),
        "note quarter": Bilingual("q/q: on the quarter before", "环比：与上一期相比"),
        "note month": Bilingual("m/m: on the month before", "环比：与上一期相比"),
    }
)
