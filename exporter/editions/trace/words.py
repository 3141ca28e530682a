"""What a trace says in both languages: the headings of the sheet Trace, verdicts, notes."""

from collections.abc import Iterable, Mapping

from exporter.editions.trace.model import Hint, Known, Note, Verdict
from exporter.facts.words import QUALIFIER_MARKS, Bilingual, Lang

SHEET = "Trace"
HEADINGS = Bilingual(
    "Sheet|Cell|Heads|Value|Verdict|Fact|Source|Quote|Note",
    "工作表|单元格|表头|数值|结论|编号|来源|原文|说明",
)
VERDICTS: Mapping[Verdict, Bilingual] = {
    Verdict.FOUND: Bilingual("found", "已找到"),
    Verdict.AMBIGUOUS: Bilingual("ambiguous", "不确定"),
    Verdict.NOT_FOUND: Bilingual("not found", "未找到"),
}
HINTS: Mapping[Hint, Bilingual] = {
    Hint.STALE: Bilingual("stale?", "旧数据？"),
    Hint.DIGIT: Bilingual("digit?", "数位有误？"),
    Hint.SIGN: Bilingual("sign?", "正负号？"),
    Hint.SHIFT: Bilingual("unit shift?", "单位有误？"),
    Hint.OTHER: Bilingual("another value", "数值不同"),
    Hint.NONE: Bilingual("", ""),
}
# By the keys of notes; {0}, {1} are what stands in them.
NOTES: Mapping[str, Bilingual] = {
    "rounded": Bilingual("rounded from {0}", "由{0}四舍五入"),
    "low end": Bilingual("the low end of {0}", "{0}的下限"),
    "high end": Bilingual("the high end of {0}", "{0}的上限"),
    "middle": Bilingual("the middle of {0}", "{0}的中值"),
    "qualified": Bilingual("the source says {0}", "来源称{0}"),
    "other sign": Bilingual("with the other sign, as models write it", "按模型惯例取相反符号"),
    "passage": Bilingual("no fact says it, but {0} does", "没有事实记载，但{0}写明"),
    "in formula": Bilingual("typed inside {0}", "写在公式{0}中"),
    "would be": Bilingual("{0} says {1}; here that would be {2}", "{0}为{1}；此处应为{2}"),
    "as a share": Bilingual(
        "{0} says {1}, and the cell shows a share", "{0}为{1}，而单元格显示为百分比"
    ),
    "stale": Bilingual("{0} is that of {1}", "{0}是{1}的数值"),
    "restated": Bilingual("{0} was restated by {1}", "{0}已由{1}重述"),
    "withdrawn": Bilingual("{0} was withdrawn", "{0}已撤回"),
    "less exact": Bilingual(
        "{0} says {1}, which leaves the last digits open", "{0}为{1}，未给出末几位"
    ),
    "coarse": Bilingual(
        "{0} says {1}, and the cell shows more digits than were typed",
        "{0}为{1}，而单元格显示的位数多于输入的位数",
    ),
    "several": Bilingual("may be any of: {0}", "可能是：{0}"),
    "heads silent": Bilingual(
        "the heads do not say {0}; it may be {1}", "表头没有说明{0}；可能是{1}"
    ),
    "no period": Bilingual(
        "the heads say no period, and {0} is not the latest: {1}",
        "表头没有期间，且{0}并非最新：{1}",
    ),
    "against": Bilingual("but {0} says {1}", "但{0}为{1}"),
    "elsewhere": Bilingual(
        "the same number is {0}, of which the heads do not speak", "相同数字见{0}，但表头所指不同"
    ),
    "other periods": Bilingual("the report has it for {0} alone", "报告仅有{0}的数值"),
    "no period said": Bilingual("{0} says no period", "{0}没有期间"),
    "nothing": Bilingual("nothing with these heads", "没有与表头相符的内容"),
    "others of row": Bilingual(
        "the other numbers of its {0} are in another magnitude", "同{0}其他数字的数量级不同"
    ),
}
MISSING = {
    "entity": Bilingual("whose it is", "主体"),
    "metric": Bilingual("what it is", "指标"),
    "period": Bilingual("when", "期间"),
}
LINES = {"row": Bilingual("row", "行"), "column": Bilingual("column", "列")}


def headings(lang: Lang) -> tuple[str, ...]:
    """The headings of the sheet's columns."""
    return tuple(HEADINGS.in_(lang).split("|"))


def said(note: Note, lang: Lang) -> str:
    """A note as a text."""
    return NOTES[note.key].in_(lang).format(*(value.in_(lang) for value in note.values))


def alike(text: str) -> Bilingual:
    """A text that is the same in both languages."""
    return Bilingual(text, text)


def shown_value(known: Known) -> Bilingual:
    """A figure as its fact says it: `> 12,500 cars`, `20.5–21.5 USD billion`."""
    ends = "–".join(
        f"{float(value / known.unit.scale):,.{known.decimals}f}" for value in known.values
    )
    marks, unit = QUALIFIER_MARKS[known.qualifier], known.unit
    gap = "" if unit.en in {"%", ""} else " "
    return Bilingual(f"{marks.en}{ends}{gap}{unit.en}", f"{marks.zh}{ends}{unit.zh}")


def shown_name(known: Known) -> Bilingual:
    """What a figure is called: a fact by its id, a passage by its source."""
    if known.id:
        return alike(known.id)
    return Bilingual(f"a passage of {known.source}", f"来源{known.source}")


def shown_figure(known: Known) -> Bilingual:
    """A figure in a line: `modelscope-downloads (ModelScope, Model downloads, 2023-10)`."""
    name, metric = shown_name(known), known.metric
    en = (known.entity, metric.en or metric.zh, known.period)
    zh = (known.entity_zh, metric.zh or metric.en, known.period)
    return Bilingual(
        f"{name.en} ({', '.join(filter(None, en))})", f"{name.zh}（{'，'.join(filter(None, zh))}）"
    )


def joined(texts: Iterable[Bilingual]) -> Bilingual:
    """Texts behind one another."""
    said = list(texts)
    return Bilingual("; ".join(text.en for text in said), "；".join(text.zh for text in said))
