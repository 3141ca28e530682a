"""What the sheet About says, in both languages: conventions, qualifiers, statuses, states."""

from collections.abc import Mapping
from types import MappingProxyType

from exporter.evidence.claims import FigureState
from exporter.facts.words import Bilingual, Qualifier, Status

_B = Bilingual

ABOUT_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "topic": _B("Topic", "主题"),
        "item": _B("Item", "项目"),
        "text": _B("What it says", "内容"),
        "count": _B("Count", "数量"),
    }
)
TOPICS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "what": _B("This workbook", "本工作簿"),
        "conventions": _B("How to read it", "阅读方法"),
        "qualifier": _B("Qualifiers", "限定"),
        "status": _B("Statuses", "状态"),
        "checked": _B("What was checked", "已核对"),
        "not checked": _B("What was not checked", "未核对"),
    }
)
WHAT: Mapping[str, Bilingual] = MappingProxyType(
    {
        "report": _B("Report", "报告"),
        "workbook": _B("Workbook", "工作簿"),
        "author": _B("Author", "作者"),
        "edition": _B("Edition: what it says is as of this day", "版本日期：内容截至该日"),
        "languages": _B("Languages of the report", "报告语言"),
        "facts": _B("Facts", "条目"),
        "facts are": _B(
            "One a row on the sheets before this one, each with the quote that it rests on",
            "列于本表之前的各工作表，一行一条，各附所据原文",
        ),
        "withdrawn": _B("Withdrawn facts", "已撤回条目"),
        "withdrawn are": _B(
            "Among these, upheld no more: on their sheets alone, in no headline, chart or sum",
            "计入上数，已不再成立：仅列于其工作表，不入要点、图表与计算",
        ),
        "views": _B("Views of brokers", "券商观点"),
        "views are": _B(
            "In the report beside these facts: on its one-pagers and its evidence page",
            "报告中另有：见一页纸与证据页",
        ),
        "sources": _B("Sources", "资料来源"),
        "sources are": _B(
            "Listed on the sheet Sources with publisher, dates and the hash of their text",
            "列于“资料来源”表，附发布者、日期及全文哈希值",
        ),
        "further": _B("Further sources that bear a fact out", "印证条目的其他来源"),
        "further apart": _B("Further sources that do not", "未予印证的其他来源"),
        "checks": _B("Cells of this file", "本文件的单元格"),
        "checks are": _B(
            "Compared with the facts after the file was written; the sheet Checks compares them "
            "once more, by formulas that turn FALSE when a cell is edited",
            "文件写成后已与条目逐格比对；“校验”表以公式再次比对，单元格改动后相应公式变为FALSE",
        ),
    }
)
CONVENTIONS: Mapping[str, tuple[Bilingual, Bilingual]] = MappingProxyType(
    {
        "value": (
            _B("Value", "数值"),
            _B(
                "A number or a date wherever the fact is one: the cell shows unit, decimals and "
                "qualifier, and holds the bare number, so that it computes",
                "条目为数值或日期的，单元格存储数值或日期本身，可直接计算；单位、小数位与限定由格式显示",
            ),
        ),
        "unit": (
            _B("Unit", "单位"),
            _B(
                "What the number is in, its magnitude included: 18.62 in EUR billion",
                "数值所用的单位，含数量级：186.2，亿欧元",
            ),
        ),
        "percentages": (
            _B("Percentages", "百分数"),
            _B("Held as parts of one: 19% is 0.19", "以小数存储：19%即0.19"),
        ),
        "range": (
            _B("Ranges", "区间"),
            _B(
                "Value holds the low end and shows both; High holds the high end",
                "“数值”列存储下限并显示两端，“上限”列存储上限",
            ),
        ),
        "as of": (
            _B("As of", "截至"),
            _B(
                "The period or day that the fact is of; where the source names none, the day on "
                "which the source appeared",
                "条目所属期间或日期；来源未载明的，为来源发布之日",
            ),
        ),
        "currency": (
            _B("Bare currency signs", "未注明币种的货币符号"),
            _B(
                "Mean {}, where neither the sentence nor the record of its source says otherwise",
                "句中及来源均未注明的，指{}",
            ),
        ),
        "fiscal years": (
            _B("Fiscal years", "财年"),
            _B("End on {} (month-day)", "截止日为{}（月-日）"),
        ),
        "links": (
            _B("Source, Fact", "来源、编号"),
            _B(
                "Open the passage in the source, and the fact on the evidence page",
                "分别打开来源中的原文处，与证据页上的条目",
            ),
        ),
        "translation": (
            _B("Translation", "译文"),
            _B(
                "Ours; blank where the quote is in the language of the sheet",
                "由本报告翻译；原文即本表语言的，留空",
            ),
        ),
        "note": (
            _B("Note", "附注"),
            _B(
                "Ours: the basis of a fact, or how it is defined",
                "由本报告所注：条目的口径或定义",
            ),
        ),
        "also in": (
            _B("Also in", "另见"),
            _B(
                "Further sources of the same figure, each quoted on the evidence page; on red "
                "ground where one does not bear it out",
                "载有同一数值的其他来源，原文见证据页；其中有未印证的，以红底标出",
            ),
        ),
        "red": (
            _B("Red ground", "红底"),
            _B(
                "Not proved by its quote, or not found in its source",
                "未经原文证实，或来源中未找到",
            ),
        ),
        "yellow": (
            _B("Yellow ground", "黄底"),
            _B("Accepted by the analyst, not confirmed by its quote", "由分析师采信，未经原文证实"),
        ),
    }
)
OF_PERIODS: tuple[tuple[Bilingual, Bilingual], ...] = (
    (
        _B("Periods", "分期"),
        _B(
            "Figures of a metric side by side, of periods that last equally long; each is looked "
            "up on its sheet, in the unit of the row. Blue was stated, black is calculated",
            "同一指标、时长相同的各期数值并列，均引自所在工作表，按该行单位列示。蓝色为原文所载，黑色为计算所得",
        ),
    ),
    (
        _B("Change, growth", "变动、增速"),
        _B(
            "Of the latest figure of the row: y/y on the same period of the year before, q/q, h/h, "
            "m/m on the one before; balances at a day on the day before in the row. Shares change "
            "in percentage points (pp)",
            "均指该行最近一期：同比为与上年同期相比，环比为与上一期相比；时点数与该行上一时点相比。占比的变动以百分点计",
        ),
    ),
    (
        _B("Words instead of a figure", "以文字代替数值"),
        _B(
            "no figure: the report has none of that period. no earlier figure: none to compare "
            "with. n.m.: not meaningful, for nothing grows from zero or from a loss. not exact, a "
            "range: what is about, over or between says no exact change",
            "无数据：报告中没有该期数值。无可比数据：没有可供比较的较早数值。基数为零、负值：增速无意义。"
            "非确切值、区间：约数、限定值或区间不能得出确切变动",
        ),
    ),
)
QUALIFIERS_MEAN: Mapping[str, Bilingual] = MappingProxyType(
    {
        Qualifier.EXACT: _B("as stated, without a qualifier", "如原文所述，无限定"),
        Qualifier.ABOUT: _B("somewhat more or less", "略多或略少"),
        Qualifier.NEARLY: _B("close to it, and less", "接近，略少"),
        Qualifier.OVER: _B("more than that", "多于此数"),
        Qualifier.AT_LEAST: _B("that, or more", "此数或更多"),
        Qualifier.UP_TO: _B("that, or less", "此数或更少"),
        Qualifier.UNDER: _B("less than that", "少于此数"),
        Qualifier.ORDER_OF: _B("the order of magnitude alone", "仅为数量级"),
    }
)
STATUSES_MEAN: Mapping[str, Bilingual] = MappingProxyType(
    {
        Status.ACHIEVED: _B("It has happened, or holds", "已发生或成立"),
        Status.PLANNED: _B("It is intended", "拟实施"),
        Status.CLAIMED: _B(
            "Somebody says so; nobody else bears it out", "仅为一方所称，未经他方佐证"
        ),
        Status.GUIDANCE: _B("What the company itself expects", "公司自身的预期"),
        Status.ESTIMATE: _B("What others expect", "他方的预期"),
        Status.WITHDRAWN: _B(
            "Upheld no more; shown on its sheet alone", "已不再成立，仅列于其工作表"
        ),
    }
)
STATES_MEAN: Mapping[str, Bilingual] = MappingProxyType(
    {
        "quote verified": _B("Stands word for word in the recorded source", "与存档来源逐字一致"),
        "quote not found": _B("Does not stand in the source; marked", "来源中无此原文，已标注"),
        "quote drifted": _B("The source has changed since; marked", "来源其后有改动，已标注"),
        "further": _B(
            "Their quotes stand in them and state the same figure",
            "其原文均在来源中，且载有相同数值",
        ),
        "further apart": _B(
            "Their quotes have another number or none, or do not stand in them; marked",
            "其原文载有另一数值、无此数值，或不在来源中，已标注",
        ),
        FigureState.CONFIRMED: _B(
            "A number in the quote equals the value, in its unit and of the same thing",
            "原文中有与之相等的数值，单位与所指相同",
        ),
        FigureState.CALCULATED: _B(
            "Follows by its formula from figures that are confirmed",
            "由公式从已证实的数值算得",
        ),
        FigureState.CONTRADICTED: _B(
            "The quote has another number; marked", "原文载有另一数值，已标注"
        ),
        FigureState.NOT_STATED: _B("The quote has no such number; marked", "原文无此数值，已标注"),
        FigureState.ACCEPTED: _B(
            "Not confirmed; an analyst answers for it and says why",
            "未经证实，由分析师负责并说明理由",
        ),
        FigureState.NOT_READ: _B(
            "The quote is in a language whose figures are not read", "原文所用语言的数值未予识读"
        ),
        FigureState.TEXT: _B(
            "No figure and no date, so nothing to confirm", "无数值或日期，无须核实"
        ),
    }
)
NOT_CHECKED: tuple[tuple[Bilingual, Bilingual], ...] = (
    (
        _B("Whether a source is right", "来源所述是否属实"),
        _B(
            "That a source says so was checked, not that it is so",
            "核对的是来源确有此说，而非所说属实",
        ),
    ),
    (
        _B("The wording of translations", "译文措辞"),
        _B(
            "Their figures were compared with the quote, their words were not",
            "已核对其中数值，未核对措辞",
        ),
    ),
    (
        _B("Names of metrics", "指标名称"),
        _B(
            "Figures in them were looked at; whether they fit was not",
            "已查看其中数值，未核对名称是否贴切",
        ),
    ),
    (
        _B("What is left out", "未收录内容"),
        _B("A source may say more than the facts quote", "来源所述可能多于所引条目"),
    ),
)
NOT_SIDE_BY_SIDE = (
    _B("Not on Periods", "不列入分期"),
    _B("Entities of more than {most} facts: {names}", "超过{most}条的主体：{names}"),
)
