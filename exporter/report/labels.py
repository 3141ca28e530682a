"""The exporter's own words on sheets and pages, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType

from exporter.facts.words import Bilingual, Lang
from exporter.report.further_words import FURTHER_OF_ONE, FURTHER_WORDS

ACCEPTED_MARK = "†"  # at what an analyst answers for
READING_MARK = "‡"  # at a rating that is the report's own reading
UNPROVED_MARK = "!"  # at a figure that is not proved, where there is no room for words
CONTENTS = Bilingual("Contents", "目录")
SOURCES = Bilingual("Sources", "资料来源")
CHECKS = Bilingual("Checks", "校验")
PERIODS = Bilingual("Periods", "分期")
CHANGES = Bilingual("Changes", "变动")
ABOUT = Bilingual("About", "说明")
LISTS = Bilingual("Lists", "选项")  # of the profile `accessible` alone
OTHER_SHEETS = (CONTENTS, PERIODS, CHANGES, ABOUT, SOURCES, CHECKS)  # no entity is called so
CHANGES_OF_VIEWS = Bilingual("Views", "观点")
VIEW_CHANGES = Bilingual("Changes of views", "观点变动")  # a sheet

CONTENTS_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "sheet": Bilingual("Sheet", "工作表"),
        "facts": Bilingual("Facts", "条目数"),
        "headline": Bilingual("Headline", "要点"),
        "figure": Bilingual("Figure", "数值"),
        "unit": Bilingual("Unit", "单位"),
        "as_of": Bilingual("As of", "截至"),
        "proof": Bilingual("Proof", "核实"),
        "trend": Bilingual("Trend", "走势"),
        "latest": Bilingual("Latest", "最近一期"),
        "previous": Bilingual("Previous", "上一期"),
        "before": Bilingual("{count} before", "前{count}期"),
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
        "further": Bilingual("Quoted further", "另引条目数"),
        "url": Bilingual("Address", "网址"),
        "sha256": Bilingual("SHA-256 of the text", "全文SHA-256"),
        "kind": Bilingual("Kind", "类型"),
        "pages": Bilingual("Pages", "页数"),
    }
)
CHANGE_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "entity": Bilingual("Entity", "主体"),
        "metric": Bilingual("Metric", "指标"),
        "as_of": Bilingual("As of", "截至"),
        "change": Bilingual("Change", "变动"),
        "before": Bilingual("Before", "原值"),
        "now": Bilingual("Now", "现值"),
        "unit": Bilingual("Unit", "单位"),
        "difference": Bilingual("Difference", "差额"),
        "relative": Bilingual("Relative", "变幅"),
        "also": Bilingual("What else changed", "其他变动"),
        "quote": Bilingual("Quote", "原文"),
        "source": Bilingual("Source", "来源"),
        "fact": Bilingual("Fact", "编号"),
        "old_fact": Bilingual("Fact before", "原编号"),
        "old_quote": Bilingual("Quote before", "原引文"),
        "new_quote": Bilingual("Quote now", "现引文"),
    }
)
KINDS: Mapping[str, Bilingual] = MappingProxyType(  # of documents
    {
        "text": Bilingual("text", "文本"),
        "markdown": Bilingual("Markdown", "Markdown"),
        "html": Bilingual("web page", "网页"),
        "pdf": Bilingual("PDF", "PDF"),
        "docx": Bilingual("Word document", "Word文档"),
    }
)
CHECK_COLUMNS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "sheet": Bilingual("Sheet", "工作表"),
        "check": Bilingual("Check", "校验项"),
        "expected": Bilingual("Expected", "应为"),
        "actual": Bilingual("Found", "实为"),
        "result": Bilingual("Agrees", "一致"),
    }
)
CHECKS_MADE: Mapping[str, Bilingual] = MappingProxyType(
    {
        "facts": Bilingual("Facts in the table", "表内条目数"),
        "confirmed": Bilingual(
            "Figures and dates confirmed by their quotes", "经原文核实的数值与日期"
        ),
        "calculated": Bilingual(
            "Figures calculated from others, by formulas", "由公式从其他条目计算得出的数值"
        ),
        "calculated unproved": Bilingual(
            "Figures calculated from others: {good} from confirmed ones, {rest} not proved and "
            "marked so",
            "由其他条目计算的数值：{good}项依据已核实，{rest}项未经证实、已标注",
        ),
        "calculated figures": Bilingual(
            "{of}: calculated figures, by their logarithms", "{of}：计算所得数值，按对数合计"
        ),
        "borne out": Bilingual(
            "Facts that further sources bear out: {good} of these",
            "有其他来源印证的条目：来源{good}个",
        ),
        "borne out apart": Bilingual(
            "Facts with further sources: {good} bear them out, {rest} do not and are marked so",
            "有其他来源的条目：{good}个来源印证，{rest}个未印证、已标注",
        ),
        "accepted": Bilingual(
            "Facts accepted by the analyst, not confirmed by their quotes",
            "由分析师采信、未经原文证实的条目",
        ),
        "unproved": Bilingual(
            "Figures and dates: {good} confirmed by their quotes, {rest} not proved and marked so",
            "数值与日期：{good}项经原文核实，{rest}项未经证实、已标注",
        ),
        "unit": Bilingual("Figures in {of}, weighted by fact", "单位为“{of}”的数值，按编号加权"),
        "no unit": Bilingual(
            "Dates and bare figures, weighted by fact", "日期与无单位数值，按编号加权"
        ),
        "figures": Bilingual("All figures, weighted by fact", "全部数值，按编号加权"),
        "text": Bilingual("Characters of text", "文本字符数"),
        "sum": Bilingual("{of}: sum", "{of}：合计"),
        "powers": Bilingual("{of}: powers of ten", "{of}：数量级"),
        "first": Bilingual("{of}: first eight digits", "{of}：前八位数字"),
        "further": Bilingual("{of}: further digits", "{of}：其后数字"),
        "places": Bilingual("{of}: characters, weighted by place", "{of}：字符，按位置加权"),
        "repeated": Bilingual("Facts that stand twice", "重复条目数"),
        "quotes": Bilingual("Quotes verified in their sources", "经来源核实的原文"),
        "quotes unproved": Bilingual(
            "Quotes: {good} verified in their sources, {rest} not and marked so",
            "原文：{good}条经来源核实，{rest}条未核实、已标注",
        ),
        "total": Bilingual("Facts in all sheets", "全部条目数"),
    }
)
WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "logo": Bilingual("Logo", "标志"),
        "logo of": Bilingual("Logo of {house}", "{house}标志"),
        "as of": Bilingual("As of {date}", "截至{date}"),
        "facts": Bilingual("{count} facts", "{count}条"),
        "fact": Bilingual("1 fact", "1条"),
        "page": Bilingual("Page &P of &N", "第 &P 页，共 &N 页"),
        "units": Bilingual("Units", "单位"),
        "qualifiers": Bilingual("Qualifiers", "限定"),
        "statuses": Bilingual("Statuses", "状态"),
        "all sheets": Bilingual("All sheets", "全部工作表"),
        "lists note": Bilingual(
            "The words of the drop-down lists on the other sheets", "其他工作表下拉列表的选项"
        ),
        "one table": Bilingual(
            "This worksheet contains one table, and nothing below it.",
            "本工作表含一张表格，表格之后无其他内容。",
        ),
        "table and chart": Bilingual(
            "This worksheet contains one table and, to its right, a chart.",
            "本工作表含一张表格，其右侧为图表。",
        ),
        "blank cells": Bilingual(
            "A blank cell means that nothing is stated.", "空白单元格表示未作说明。"
        ),
        "broker aspect": Bilingual("{broker}: {aspect}", "{broker}：{aspect}"),
        "since note": Bilingual(
            "From {old} to {new} · changes: {count}", "{old}至{new} · 变动{count}项"
        ),
        "view changes note": Bilingual(
            "From {old} to {new} · changes of views: {count}", "{old}至{new} · 观点变动{count}项"
        ),
        "changes note": Bilingual(
            "From {old} to {new} · changes of facts: {count}", "{old}至{new} · 条目变动{count}项"
        ),
        "sheets note": Bilingual(
            "sheets: {sheets} · facts: {count}", "共{sheets}张工作表，{count}条"
        ),
        "about note": Bilingual(
            "What this workbook is, how to read it, and what of it was checked",
            "本工作簿的内容、阅读方法与核对范围",
        ),
        "all confirmed": Bilingual("All figures confirmed: {count}", "数值全部核实：{count}项"),
        "some confirmed": Bilingual(
            "Confirmed: {good} of {count} figures", "核实：{count}项数值中的{good}项"
        ),
        "some accepted": Bilingual("accepted: {count}", "采信：{count}项"),
        "some not read": Bilingual("not read: {count}", "未核读：{count}项"),
        "some not proved": Bilingual("not proved: {count}", "未经证实：{count}项"),
        "quotes only": Bilingual(
            "No figures; quotes verified: {count}", "无数值；原文核实：{count}条"
        ),
        "sources note": Bilingual(
            "Every quote in this workbook is from one of these", "本工作簿的全部原文引自以下资料"
        ),
        "all agree": Bilingual("All {count} checks agree", "全部{count}项校验一致"),
        "agree unproved": Bilingual(
            "{agree}; not proved and marked so: {count}", "{agree}；未经证实、已标注：{count}项"
        ),
        "some differ": Bilingual(
            "Not all checks agree: see the lines that read FALSE",
            "存在不一致的校验项：见标为FALSE的行",
        ),
        "chart alt": Bilingual("Bar chart of {title}: {bars}", "{title}条形图：{bars}"),
        "chart accepted": Bilingual("{count} accepted by the analyst", "{count}项由分析师采信"),
        "chart not proved": Bilingual("{count} not proved", "{count}项未经证实"),
        "low": Bilingual(" (low end)", "（下限）"),
        "high": Bilingual(" (high end)", "（上限）"),
        "not proved": Bilingual("not proved by its quote", "未经原文证实"),
        "accepted": Bilingual(
            "accepted by the analyst, not confirmed by its quote", "分析师采信，未经原文证实"
        ),
        "reason": Bilingual("{state}: {reason}", "{state}：{reason}"),
        "evidence": Bilingual("Evidence", "依据"),
        "list separator": Bilingual("; ", "；"),
        "part separator": Bilingual(", ", "，"),
        "calculated": Bilingual("calculated", "计算得出"),
        "own calculations": Bilingual("own calculations", "自行计算"),
        "page of source": Bilingual("page {page}", "第{page}页"),
        "on file": Bilingual("on file", "存档"),
    }
)
PAGE_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "views": Bilingual("Broker views", "券商观点"),
        "drivers": Bilingual("Drivers named by each broker", "各券商提及的驱动因素"),
        "figures": Bilingual("Key figures beside the views", "相关关键数据"),
        "driver": Bilingual("Driver", "驱动因素"),
        "exhibit": Bilingual("Exhibit", "图表"),
        "source": Bilingual("Source", "资料来源"),
        "as_of": Bilingual("As of", "截至"),
        "named": Bilingual("named", "提及"),
        "not_named": Bilingual("not named", "未提及"),
        "rating": Bilingual("Rating", "评级"),
        "comparison": Bilingual("Ratings and target prices", "评级与目标价"),
        "side_by_side": Bilingual("The views side by side", "观点对照"),
        "stance": Bilingual("Stance", "立场"),
        "broker": Bilingual("Broker", "券商"),
        "subject": Bilingual("On", "对象"),
        "previous_rating": Bilingual("Earlier rating", "原评级"),
        "previous_target": Bilingual("Earlier target", "原目标价"),
        "price": Bilingual("Price", "现价"),
        "upside_note": Bilingual(
            "Upside: calculated from target price and price", "目标空间：按目标价与现价计算"
        ),
        "upside_from": Bilingual(
            "Upside: calculated from the share price of {price}",
            "目标空间：按股价{price}计算",
        ),
        "reading_note": Bilingual(
            "our reading of the quote, which states no rating", "本报告对原文的解读，原文未给出评级"
        ),
        "target_range": Bilingual("Target prices and share price", "目标价与股价"),
        "targets": Bilingual("Target prices", "目标价"),
        "price_at": Bilingual("Share price {price}", "股价{price}"),
        "target_now": Bilingual("target price", "目标价"),
        "target_before": Bilingual("earlier target price", "原目标价"),
        "points": Bilingual("{points} pp", "{points}个百分点"),
        "rating_reading": Bilingual("Rating (our reading)", "评级（本报告解读）"),
        "target": Bilingual("Target price", "目标价"),
        "upside": Bilingual("Upside", "目标空间"),
        "analyst": Bilingual("Analyst", "分析师"),
        "report_date": Bilingual("Report date", "报告日期"),
        "disclosures": Bilingual("Disclosures", "声明"),
        "changes": Bilingual("New in this edition", "本期变动"),
        "page_of": Bilingual("Page {page} of {pages}", "第{page}页，共{pages}页"),
    }
)

# What English says of one; in Chinese a count changes no word.
_OF_ONE: Mapping[str, str] = MappingProxyType(
    {
        "facts": "fact",
        "views": "view",
        "quotes verified": "quote verified",
        "quotes not found": "quote not found",
        "quotes drifted": "quote whose source changed",
        "figures confirmed": "figure or date confirmed",
        "figures contradicted": "figure contradicted",
        "figures calculated": "figure calculated from others",
        "figures not stated": "figure not stated",
        "figures not read": "figure not read",
        **FURTHER_OF_ONE,
    }
)
EVIDENCE_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "evidence": Bilingual("Evidence", "证据"),
        "lead": Bilingual(
            "Every fact and view of the report, with the words that it rests on, where they stand, "
            "and what the check found.",
            "报告中的每条事实与观点，均附所据原文、出处及校验结果。",
        ),
        "facts": Bilingual("facts", "条事实"),
        "facts on page": Bilingual("of them on this page", "条列于本页"),
        "views": Bilingual("views", "条观点"),
        "broker views": Bilingual("Broker views", "券商观点"),
        "skip": Bilingual("Skip to the evidence", "跳至证据"),
        "find": Bilingual("Find and filter", "查找与筛选"),
        "search": Bilingual("Search", "查找"),
        "search_hint": Bilingual("Quote, metric, value, id", "原文、指标、数值、编号"),
        "entity": Bilingual("Entity", "主体"),
        "state": Bilingual("State", "校验结果"),
        "all": Bilingual("All", "全部"),
        "reset": Bilingual("Clear", "清除"),
        "shown": Bilingual("{count} of {total} shown", "显示{count}条，共{total}条"),
        "none": Bilingual(
            "Nothing matches. Use fewer words, or clear the filters.",
            "没有符合条件的内容。请减少查找词，或清除筛选。",
        ),
        "quote": Bilingual("Quote", "原文"),
        "figure": Bilingual("Figure or date", "数值或日期"),
        "quotes verified": Bilingual("quotes verified", "条原文已核实"),
        "quotes not found": Bilingual("quotes not found", "条原文未找到"),
        "quotes drifted": Bilingual("quotes whose source changed", "条原文的来源有改动"),
        "figures confirmed": Bilingual("figures and dates confirmed", "个数值与日期已核实"),
        "figures calculated": Bilingual(
            "figures calculated from others", "个数值由其他数值计算得出"
        ),
        "figures contradicted": Bilingual("figures contradicted", "个数值与原文不符"),
        "figures not stated": Bilingual("figures not stated", "个数值原文未载明"),
        "figures not read": Bilingual("figures not read", "个数值未核读"),
        "figures accepted": Bilingual("accepted by the analyst, not confirmed", "项由分析师采信"),
        "view": Bilingual("{broker} on {subject}", "{broker}：{subject}"),
        "quote verified": Bilingual("Quote verified", "原文已核实"),
        "quote not found": Bilingual("Quote not found in the source", "来源中未找到原文"),
        "quote drifted": Bilingual("Source changed since it was quoted", "来源在引用后有改动"),
        "figure confirmed": Bilingual("Figure confirmed", "数值已核实"),
        "figure calculated": Bilingual("Calculated from other facts", "由其他条目计算得出"),
        "figure contradicted": Bilingual("Figure contradicted by the quote", "数值与原文不符"),
        "figure not stated": Bilingual("Figure not stated in the quote", "原文未载明数值"),
        "figure not read": Bilingual("Figure not read: other language", "外文原文，数值未核读"),
        "figure accepted": Bilingual(
            "Accepted by the analyst, not confirmed by the quote", "分析师采信，未经原文证实"
        ),
        "figure text": Bilingual("No figure to check", "文字表述，无数值"),
        "figure checked text": Bilingual(
            "Figures in the text checked against the quote", "文中数值已对照原文核对"
        ),
        "any confirmed": Bilingual("Figure or date confirmed", "数值或日期已核实"),
        "any calculated": Bilingual("Calculated from other facts", "由其他条目计算得出"),
        "any contradicted": Bilingual("Contradicted by the quote", "与原文不符"),
        "any not stated": Bilingual("Not stated in the quote", "原文未载明"),
        "any not read": Bilingual("Not read: other language", "外文原文，未核读"),
        "any accepted": Bilingual("Accepted by the analyst", "分析师采信"),
        "date confirmed": Bilingual("Date confirmed", "日期已核实"),
        "date contradicted": Bilingual("Date contradicted by the quote", "日期与原文不符"),
        "date not stated": Bilingual("Date not stated in the quote", "原文未载明日期"),
        "date not read": Bilingual("Date not read: other language", "外文原文，日期未核读"),
        "date accepted": Bilingual(
            "Accepted by the analyst, not confirmed by the quote", "分析师采信，未经原文证实"
        ),
        "translation contradicted": Bilingual(
            "Translation contradicts the quote", "译文与原文数值不符"
        ),
        "accepted because": Bilingual("Accepted because", "采信理由"),
        "translation": Bilingual("Translation", "译文"),
        "of operands": Bilingual(
            "Its evidence is that of the facts it is calculated from", "依据为参与计算的各条目"
        ),
        "drivers": Bilingual("Drivers", "驱动因素"),
        "stance": Bilingual("Stance", "立场"),
        "open": Bilingual("See it in the source", "在来源中查看"),
        "context": Bilingual(
            "Where the source’s text was at hand, the quote is shown marked in its sentence.",
            "如有来源全文，原文在其所在句中以底色标出。",
        ),
        "link_note": Bilingual(
            "Links open the source at the quote in browsers that know text fragments.",
            "在支持文本片段的浏览器中，链接可直接打开来源中的引文处。",
        ),
        "picture": Bilingual(
            "{page} of the source, with the quote marked: {quote}",
            "来源{page}，引文已标出：{quote}",
        ),
        "page of picture": Bilingual("Page {page}", "第{page}页"),
        "pages of picture": Bilingual("Pages {page}", "第{page}页"),
        "pictured at": Bilingual("The passage is pictured at {id}", "原文图片见：{id}"),
        "fingerprint": Bilingual("SHA-256 of the text", "全文SHA-256"),
        "address": Bilingual("Address", "网址"),
        "on_file": WORDS["on file"],
        "kind": SOURCE_COLUMNS["kind"],
        "pages": SOURCE_COLUMNS["pages"],
        "language": Bilingual("Language", "语言"),
        "published": Bilingual("Published", "发布日期"),
        "retrieved": Bilingual("Retrieved", "获取日期"),
        "publisher": Bilingual("Publisher", "发布者"),
        "author": Bilingual("Author", "作者"),
        "permalink": Bilingual("Link to", "链接："),
        "colon": Bilingual(": ", "："),
        "sources": SOURCES,
        **FURTHER_WORDS,
    }
)
# What the body of a message says beside the report's own words.
MESSAGE_WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "subject": Bilingual("{title} ({edition})", "{title}（{edition}）"),
        "as of": Bilingual("As of {date}", "截至{date}"),
        "views": PAGE_WORDS["views"],
        "figures": Bilingual("Key figures", "关键数据"),
        "evidence": Bilingual("Where the evidence is", "证据所在"),
        "attachments": Bilingual("Attached", "附件"),
        "disclosures": PAGE_WORDS["disclosures"],
        "view": EVIDENCE_WORDS["view"],
        "stance": Bilingual("{broker}: {stance}", "{broker}：{stance}"),
        "term": Bilingual("{label}: {value}", "{label}：{value}"),
        "passage": Bilingual("Quote in the source", "查看原文"),
        "since": Bilingual("since {date}: {told}", "较{date}：{told}"),
        "proved": Bilingual(
            "Every figure and rating in the views and key figures above was checked against its "
            "quote, and every quote against its source.",
            "以上观点与关键数据中的每个数值和评级均已与原文核对，每条原文均已与资料来源核对。",
        ),
        "others proved": Bilingual(
            "Every other figure and rating in the views and key figures above was checked against "
            "its quote, and every quote against its source.",
            "以上观点与关键数据中的其余数值和评级均已与原文核对，每条原文均已与资料来源核对。",
        ),
        "calculated": Bilingual(
            "Figures that have no quote of their own are calculated from figures that have one.",
            "没有原文的数值由有原文的数值计算得出。",
        ),
        "one accepted": Bilingual(
            "What is marked † above, of 1 view or key figure, is accepted by the analyst and not "
            "confirmed by its quote.",
            "以上标有†的1条观点或关键数据由分析师采信，未经原文证实。",
        ),
        "accepted": Bilingual(
            "What is marked † above, of {count} views or key figures, is accepted by the analyst "
            "and not confirmed by its quote.",
            "以上标有†的{count}条观点或关键数据由分析师采信，未经原文证实。",
        ),
        "not all proved": Bilingual(
            "What is not proved by its quote is marked as such above.",
            "未经原文证实的内容已在上文标明。",
        ),
        "in pdf": Bilingual(
            "The PDF shows each view with its quote, and carries the facts behind the page inside "
            "it as a table (facts.csv).",
            "PDF列出每条观点所据原文，并内附该页所依据的数据表（facts.csv）。",
        ),
        "in workbook": Bilingual(
            "In the workbooks, every fact stands beside its quote and links to it in the source.",
            "工作簿中，每条事实均附所据原文，并链接至来源中的引文处。",
        ),
        "in page": Bilingual(
            "The evidence page lists every fact with its quote; saved in one folder with the "
            "other files, it is where their links lead.",
            "证据页列出每条事实及其原文；与其他附件存于同一文件夹时，附件中的链接指向该页。",
        ),
        "one-pager": Bilingual("{title} (PDF, one page)", "{title}（PDF，一页）"),
        "workbook": Bilingual("{title} (Excel workbook)", "{title}（Excel工作簿）"),
        "evidence page": Bilingual(
            "Every fact with its quote (web page)", "全部事实及其原文（网页）"
        ),
    }
)


def columns_in(columns: Mapping[str, Bilingual], lang: str) -> dict[str, str]:
    """The headers of a table in one language, by key and in order."""
    return {key: text.zh if lang == "zh" else text.en for key, text in columns.items()}


def counted_word(key: str, count: int, lang: Lang) -> str:
    """What the evidence page says behind a count: `views`, of 1 `view`."""
    word = EVIDENCE_WORDS[key]
    return (_OF_ONE.get(key, word.en) if count == 1 else word.en) if lang == "en" else word.zh
